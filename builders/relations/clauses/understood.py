"""Relations of the report's own agency where the report does not name it: "Revenue of A and B was collected".

A report speaks of its agency's work in agentless passives, through its staff ("our officers"), in lists of plans
and in words on revenue. These claims have a rule that ends with `-understood` and a low confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.stance import OPINIONS, clause_modality, speaks_of_plans
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.relations.frames.agents import by_phrase
from customs_kg.builders.relations.frames.companions import companions
from customs_kg.builders.relations.frames.exactness import says_so
from customs_kg.builders.relations.frames.frames import ANY_VERB, Frame
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.frames.scene import OF_PLACE, Scene, is_attribute
from customs_kg.builders.relations.frames.slots import (
    after_words,
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
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.65")
_OF_PASSIVES = frozenset(
    CK + n for n in "appliesMethod collects conductedBy operates developedBy implements signatory".split()
)
_OF_CIRCUMSTANCES = frozenset(CK + n for n in "implements cooperatesWith suppliesTo supports representedIn".split())
_OF_OWN_OBJECT = frozenset(CK + n for n in "memberOf representedIn cooperatesWith".split())
_PLACES_PEOPLE = frozenset("station post second deploy assign".split())
_NO_PASSIVE = frozenset("be have do become come go remain".split())
_DITRANSITIVE = frozenset("give award grant send pay allot assign call name appoint elect declare".split())
_GIVES = frozenset("support assist train fund finance aid donate equip lend sponsor help hand provide present".split())
_PARTICLES = frozenset("up out off over down back".split())
_SELF = tuple(["the", noun] for noun in "agency administration authority service department organisation".split())
_STAFF = frozenset(
    "officers staff employees inspectors colleagues workforce people officials attaches attachés specialists experts "
    "representatives counsellors agents advisers advisors".split()
)
_OWN = frozenset(
    "our customs the all liaison senior trained permanent several some more other its special overseas resident "
    "further two three four five six seven eight nine ten eleven twelve".split()
)
_BODIES = tuple(CK + n for n in "PublicBody CustomsUnit InternationalOrganization StationedOffice".split())
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
        yield from _of_donor(scene, things)
        if is_agentless(scene, things) and not _is_staff(scene, before, things):
            guests = _are_guests(scene, things)
            yield from (p for p in _of_passive(scene, things) if not (guests and p.predicate == CK + "representedIn"))
        elif _is_staff(scene, before, things):
            yield from _of_agent(scene, things)
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


def is_agentless(scene: Scene, things: Things) -> bool:
    """A passive without "by" whose subject is none who acts; "was" may be left out ("Agreement signed with A")."""
    clause = scene.clause
    if clause.lemma in _NO_PASSIVE | OPINIONS or (clause.lemma == "lead" and not clause.passive):  # "A led to 12 arrests"
        return False
    if not clause.passive and not (clause.form is Form.PAST and not _has_auxiliary(scene) and _ends_clause(scene)):
        return False
    if not clause.passive and clause.antecedent is not None and clause.antecedent in clause.objects:
        return False  # "A, which B *built*"
    if clause.role is Role.RELATIVE and _has_whose(scene):
        return False  # "A, under whose lead B was *run*"
    planned = clause_modality(scene.parsed.clauses, scene.n) is Modality.PLANNED
    if (
        _by_some(scene)
        or _has_object(scene)
        or by_phrase(scene.parsed, clause if clause.passive else clause._replace(passive=True)) is not None
        or (planned and is_attribute(scene.parsed, clause))
    ):
        return False
    return not any(
        (is_body(m, things) and not _is_some(scene, m)) or (not clause.passive and _can_act(m, things))
        for m in scene.subjects
    )


def _has_whose(scene: Scene) -> bool:
    start = scene.clause.subject[0] if scene.clause.subject else scene.clause.group[0]
    return any(t.tag == "WP$" for t in scene.parsed.tokens[max(0, start - 5) : start])


def _can_act(mention: Mention, things: Things) -> bool:
    """A country or a person, who may do what a body does: "*Peru* acceded to A" tells nothing of the agency."""
    cls = things.entities[mention.thing].cls
    return cls == FOAF + "Person" or load_terms().is_a(cls, CK + "CustomsTerritory")


def _is_some(scene: Scene, mention: Mention) -> bool:
    """A body that is one of many: "*a customs office* was kept in A"."""
    before = scene.text[: mention.start].split()[-1:]
    return mention.how == "description" and before in (["a"], ["an"], ["A"], ["An"])


def _has_object(scene: Scene) -> bool:
    """What looks like a participle has an object: "A, the largest port, *employed* 1,412 people"."""
    if scene.clause.role is not Role.REDUCED or _has_auxiliary(scene) or scene.clause.lemma in _DITRANSITIVE:
        return False
    following = scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 1]
    return bool(following) and following[0].tag in ("CD", "DT", "PRP$")


def _by_some(scene: Scene) -> bool:
    """The agents of a passive are counted, not named: "by 74% of visitors"."""
    following = [t.lower for t in scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 3]]
    return len(following) == 3 and following[0] == "by" and following[2] == "of"


def _has_auxiliary(scene: Scene) -> bool:
    return scene.clause.group[1] - scene.clause.group[0] > 1


def _ends_clause(scene: Scene) -> bool:
    """Nothing that could be an object follows the verb, nor its particle ("took over *the work*")."""
    following = scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 2]
    particle = bool(following) and following[0].lower in _PARTICLES
    if particle and len(following) > 1 and following[1].tag in ("DT", "PRP$", "NN", "NNS", "NNP", "CD"):
        return False
    return not following or following[0].tag in ("IN", "TO", ",", ";", "(", ".", "CC")


def is_body(mention: Mention, things: Things) -> bool:
    """Whether a mention is of a body, unit or organization, which can act."""
    terms, entity = load_terms(), things.entities.get(mention.thing)
    return entity is not None and any(terms.is_a(entity.cls, cls) for cls in _BODIES)


def _of_passive(scene: Scene, things: Things) -> Iterator[Proposal]:
    passive = replace(scene, clause=scene.clause._replace(passive=True))
    agency = agency_at(scene, things)
    patients = scene.subjects
    moved = patients or noun_before(scene.parsed, scene.clause, scene.text, scene.mentions)
    if any(things.entities[m.thing].cls == FOAF + "Person" for m in moved):
        return  # "Mr. B was transferred to the ministry"
    given = _has_giver(scene, things)
    for frame in scene.frames:
        if frame.passive:
            continue
        if frame.predicate == CK + "signatory" and _are_between_states(patients, things):
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
        if frame.predicate in _OF_OWN_OBJECT and frame.subject_first and not owners_of_subject(scene):
            yield from _proposals(scene, frame, [agency], behind_own_object(passive, frame))


def _are_between_states(patients: Sequence[Mention], things: Things) -> bool:
    """Agreements that governments sign: a free trade area."""
    return any(things.entities[m.thing].cls == CK + "TradeAgreement" for m in patients)


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
    return subject is not None and scene.parsed.tokens[subject[1] - 1].lower in _STAFF


def _of_donor(scene: Scene, things: Things) -> Iterator[Proposal]:
    """What another organization did for nobody named, it did for the agency: "A trained 310 officers"."""
    clause = scene.clause
    taught = clause.passive and clause.subject is not None and _is_help(scene)
    if not (taught or (clause.lemma in _GIVES and not clause.passive)) or clause.subject is None:
        return
    start, end = scene.parsed.stretch((clause.group[1] - 1, clause.extent[1]))
    if clause.antecedent is not None and clause.antecedent in clause.objects:
        return  # "A, which B *helped*"
    others = [m for m in scene.mentions if m.thing != things.agency and start < m.start < end]
    if any(_is_helped(m, things) for m in others if not (taught and m in scene.agents)):
        return
    agency, words = agency_at(scene, things), scene.parsed.stretch(clause.group)
    for donor in scene.agents if taught else scene.subjects:
        if _is_other_body(donor, things):
            rule = f"frame-{clause.lemma}-understood"
            yield Proposal(donor, CK + "supports", agency, scene.modality, rule, words)


def _is_help(scene: Scene) -> bool:
    """What is given is help: "*Training* in valuation was given to 312 officers by A"."""
    subject = scene.clause.subjects[:1]
    return any(scene.parsed.tokens[p.head].lower in _HELP for p in subject) and scene.clause.lemma in _GIVEN


_HELP = frozenset("training support assistance funding help aid courses course advice equipment workshops".split())
_GIVEN = frozenset("give provide offer deliver supply fund finance organise organize run sponsor conduct hold".split())


def _is_helped(mention: Mention, things: Things) -> bool:
    """A thing that help can be for: a body, an undertaking, a system."""
    terms, cls = load_terms(), things.entities[mention.thing].cls
    return any(terms.is_a(cls, c) for c in (*_BODIES, CK + "Endeavour", CK + "InformationSystem"))


def _is_other_body(mention: Mention, things: Things) -> bool:
    terms, cls = load_terms(), things.entities[mention.thing].cls
    return mention.thing != things.agency and any(
        terms.is_a(cls, CK + c) for c in ("PublicBody", "InternationalOrganization")
    )


def _proposals(scene: Scene, frame: Frame, actors: Sequence[Mention], targets: Sequence[Mention]) -> Iterator[Proposal]:
    for actor in actors:
        for target in targets:
            if actor.thing != target.thing:
                suffix = "-understood" if actor.how == "understood" else ""
                said = proposal_of(scene, frame, actor, target, suffix)
                if says_so(scene, frame, said):
                    yield said


def agency_at(scene: Scene, things: Things) -> Mention:
    """The agency, as if it stood where the verb is."""
    start, end = scene.parsed.stretch(scene.clause.group)
    return Mention(scene.mentions[0].passage if scene.mentions else 0, start, end, things.agency, "understood", _SURE)


def _is_staff(scene: Scene, before: Passage | None, things: Things) -> bool:
    """The subject is the agency or its own people: "the service", "our officers", "they" after a sentence on staff."""
    clause = scene.clause
    if clause.subject is None or clause.role not in (Role.MAIN, Role.CONJUNCT):
        return False
    words = " ".join(t.lower for t in scene.parsed.tokens[slice(*clause.subject)]).split()
    start, end = scene.parsed.stretch(clause.subject)
    if any(start <= m.start and m.end <= end for m in scene.mentions if not _is_called_by_post(m, things)):
        return False
    if words in (["they"], ["it"]):
        return before is not None and _is_antecedent(before, things, words[0])
    others = {word for word in words[:-1] if not word[0].isdigit()}
    return bool(words) and ((others <= _OWN and words[-1] in _STAFF) or words in _SELF)


def _is_called_by_post(mention: Mention, things: Things) -> bool:
    """A common noun for people, which is no name of one post: "*customs attachés* serve in A"."""
    return mention.how == "description" and load_terms().is_a(things.entities[mention.thing].cls, CK + "Post")


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
