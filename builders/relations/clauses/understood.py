"""Relations of the report's own agency where the report does not name it: "Revenue of A and B was collected".

A report speaks of its agency's work in agentless passives, through its staff ("our officers"), in lists of plans
and in words on revenue. These claims have a rule that ends with `-understood` and a low confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.stance import speaks_of_plans
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.relations.clauses.agentless import agency_at, is_agentless, is_body
from customs_kg.builders.relations.clauses.donors import donor_claims
from customs_kg.builders.relations.frames.companions import companions
from customs_kg.builders.relations.frames.exactness import says_so
from customs_kg.builders.relations.frames.frames import ANY_VERB, Frame
from customs_kg.builders.relations.frames.owned import sources
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.frames.scene import OF_PLACE, Scene
from customs_kg.builders.relations.frames.second_slots import after_words
from customs_kg.builders.relations.frames.slots import (
    behind_own_object,
    is_bare,
    owners_of_subject,
    proposal_of,
)
from customs_kg.builders.relations.frames.subjects import noun_before
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF

_OF_PASSIVES = frozenset(
    CK + n for n in "appliesMethod collects conductedBy operates developedBy implements signatory".split()
)
_OF_CIRCUMSTANCES = frozenset(CK + n for n in "implements cooperatesWith suppliesTo supports representedIn".split())
_OF_OWN_OBJECT = frozenset(CK + n for n in "memberOf representedIn cooperatesWith supports".split())
# "*funds* were provided for A" does not say whose they were
_UNPAID = frozenset("advice assistance expertise information support training".split())
_OF_ANY = _OF_PASSIVES | _OF_CIRCUMSTANCES | _OF_OWN_OBJECT
_PLACES_PEOPLE = frozenset("station post second deploy assign".split())
_SELF = tuple(["the", noun] for noun in "agency administration authority service department organisation".split())
_STAFF = frozenset(
    "officers staff employees inspectors colleagues workforce people officials attaches attachés specialists experts "
    "representatives counsellors agents advisers advisors".split()
)
_OWN = frozenset(
    "our customs the all liaison senior trained permanent several some more other its special overseas resident "
    "further two three four five six seven eight nine ten eleven twelve".split()
)
_FROM = re.compile(r"\b(?:from|of) (?:the )?$")
_DENIED = cued("yet far date", r"\b(?:no|not)\b[^.;]{0,40}\b(?:yet|so far|to date)\b", re.I)


def understood_claims(
    passage: Passage, parsed: Parsed, scenes: Sequence[Scene], things: Things, before: Passage | None = None
) -> Iterator[Proposal]:
    """What a passage says of the report's agency without naming it; `before` is the sentence before it."""
    if passage.is_cell:
        return
    mentions = things.in_passage(passage.index)
    scenes = undenied(passage.text, scenes)
    for scene in scenes:
        yield from donor_claims(scene, things)
        if _is_staff(scene, before, things):
            yield from _of_agent(scene, things)
        elif is_agentless(scene, things):
            guests = _are_guests(scene, things)
            yield from (p for p in _of_passive(scene, things) if not (guests and p.predicate == CK + "representedIn"))
    if passage.segment.kind is SegmentKind.ITEM:
        for scene in _planned_items(passage, parsed, mentions):
            yield from _of_agent(scene, things)


def _are_guests(scene: Scene, things: Things) -> bool:
    """The subject is people from elsewhere: "Officers *from the United States* are stationed in A"."""
    if scene.clause.subject is None:
        return False
    start, end = scene.parsed.stretch(scene.clause.subject)
    inside = (m for m in scene.mentions if start < m.start and m.end <= end and m.thing != things.agency)
    return any(_FROM.search(scene.text, start, m.start) for m in inside)


def undenied(text: str, scenes: Sequence[Scene]) -> Sequence[Scene]:
    """The scenes of a passage but those in a part of it that denies: "no agreement is signed so far"."""
    return [scene for scene in scenes if not _is_denied(scene)] if _DENIED.search(text) else scenes


def _is_denied(scene: Scene) -> bool:
    """The part of the sentence between semicolons that a clause stands in denies: "no agreement is signed so far"."""
    at = scene.parsed.stretch(scene.clause.group)[0]
    start, end = scene.text.rfind(";", 0, at) + 1, scene.text.find(";", at)
    return _DENIED.search(scene.text, start, end if end >= 0 else len(scene.text)) is not None


def _of_passive(scene: Scene, things: Things) -> Iterator[Proposal]:
    frames = [frame for frame in scene.frames if not frame.passive and frame.predicate in _OF_ANY]
    if not frames:
        return
    passive = replace(scene, clause=scene.clause._replace(passive=True))
    agency = agency_at(scene, things)
    patients = scene.subjects
    moved = patients or noun_before(scene.parsed, scene.clause, scene.text, scene.mentions)
    if any(things.entities[m.thing].cls == FOAF + "Person" for m in moved):
        return  # "Mr. B was transferred to the ministry"
    given = _has_giver(scene, things) or bool(sources(scene))
    for frame in frames:
        if frame.predicate == CK + "signatory" and _have_other_parties(scene, patients, things):
            continue
        if frame.predicate in _OF_PASSIVES and is_bare(passive, frame):
            actors = [agency, *companions(scene.parsed, scene.clause, scene.text, scene.mentions, frame.predicate)]
            yield from _proposals(scene, frame, actors, patients)
        elif (
            frame.predicate in _OF_CIRCUMSTANCES
            and frame.words
            and (frame.subject_first or "with" not in frame.words)
            and not (given and frame.words[-1] == "to")
        ):
            yield from _proposals(scene, frame, [agency], after_words(passive, frame))
        whose = frame.predicate != CK + "supports" or not _UNPAID.isdisjoint(frame.words)
        if frame.predicate in _OF_OWN_OBJECT and whose and frame.subject_first and not owners_of_subject(scene):
            yield from _proposals(scene, frame, [agency], behind_own_object(passive, frame))


def _have_other_parties(scene: Scene, patients: Sequence[Mention], things: Things) -> bool:
    """Agreements that governments sign, as on a free trade area, or that tell all their parties: "between A and B"."""
    return any(
        things.entities[m.thing].cls == CK + "TradeAgreement" or " between " in scene.text[m.start : m.end]
        for m in patients
    )


def _has_giver(scene: Scene, things: Things) -> bool:
    """The one who gives stands behind "from": "was handed *from A* to B"."""
    return any(
        m.thing != things.agency
        for a in scene.clause.prepositional
        if a.preposition == "from"
        for m in headed_by(scene.parsed, a.phrases, scene.mentions)
        if is_body(m, things)
    )


def _of_agent(scene: Scene, things: Things) -> Iterator[Proposal]:
    """The frames of an active clause whose subject means the agency; where its people are, it need not be."""
    people = _is_of_people(scene) or scene.clause.lemma in _PLACES_PEOPLE
    for frame in scene.frames:
        if people and frame.predicate in OF_PLACE:
            continue
        if frame.passive == scene.clause.passive and (frame.verb != ANY_VERB or frame.predicate in _OF_CIRCUMSTANCES):
            others = companions(scene.parsed, scene.clause, scene.text, scene.mentions, frame.predicate)
            yield from _proposals(scene, frame, [agency_at(scene, things), *others], after_words(scene, frame))


def _is_of_people(scene: Scene) -> bool:
    subject = scene.clause.subject
    return subject is not None and scene.parsed.tokens[subject[1] - 1].lower in _STAFF | {"they"}


def _proposals(scene: Scene, frame: Frame, actors: Sequence[Mention], targets: Sequence[Mention]) -> Iterator[Proposal]:
    for actor in actors:
        for target in targets:
            if actor.thing != target.thing:
                suffix = "-understood" if actor.how == "understood" else ""
                said = proposal_of(scene, frame, actor, target, suffix)
                if says_so(scene, frame, said):
                    yield said


def _is_staff(scene: Scene, before: Passage | None, things: Things) -> bool:
    """The subject is the agency or its own people: "the service", "our officers", "they" after a sentence on staff."""
    clause = scene.clause
    if clause.subject is None or clause.role not in (Role.MAIN, Role.CONJUNCT):
        return False
    start, end = scene.parsed.stretch(clause.subject)
    if any(start <= m.start and m.end <= end and not _is_called_by_post(m, things) for m in scene.mentions):
        return False
    words = " ".join([t.lower for t in scene.parsed.tokens[slice(*clause.subject)]]).split()
    if words in (["they"], ["it"]):
        return before is not None and _is_antecedent(before, things, words[0])
    others = {word for word in words[:-1] if not word[0].isdigit()} - _STAFF - {"and"}  # "officers and agents"
    return bool(words) and ((others <= _OWN and words[-1] in _STAFF) or words in _SELF)


def _is_called_by_post(mention: Mention, things: Things) -> bool:
    """A common noun for people, which is no name of one post: "*customs attachés* serve in A"."""
    return mention.how == "description" and things.is_a(mention, CK + "Post")


def _is_antecedent(before: Passage, things: Things, pronoun: str) -> bool:
    """Whether the sentence before opens with the agency ("it") or speaks of its staff ("they")."""
    named = [m for m in things.in_passage(before.index) if m.thing == things.agency]
    if pronoun == "they":
        return bool(named) and bool(set(re.findall(r"[a-z]+", before.text.lower())) & _STAFF)
    return any(not before.text[: m.start].removeprefix("The").strip() for m in named)


def _planned_items(passage: Passage, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Scene]:
    """The clauses of an item that begins with a bare verb, in a list of what the agency will do."""
    announced = speaks_of_plans(passage.segment.lead.text or passage.segment.topic)
    for n, clause in enumerate(parsed.clauses):
        bare = clause.form is Form.INFINITIVE and clause.role is Role.MAIN and announced
        continued = clause.form is Form.FUTURE and clause.role is Role.CONJUNCT and clause.head is None
        if (bare or continued) and clause.subject is None and not clause.negated:
            yield Scene(parsed, n, clause, passage.text, mentions, Modality.PLANNED)
