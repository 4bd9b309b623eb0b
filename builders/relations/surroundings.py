"""What the surroundings of a clause say: "In A, the B found ...", "the post between A and B", "followed in the A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.slots import Scene
from customs_kg.builders.relations.understood import agency_at, is_agentless, is_body
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.75")
_UNDERSTOOD = Decimal("0.65")
_OPENS = re.compile(r"(?:In|At|On|Inside|Within) (?:the )?(?:port|town|city|province|island|district)?(?: of )?$")
_BETWEEN = re.compile(
    r",? (?:that lies |which lies |lying |situated |located |built )?(?:on the border )?between (?:the )?$"
)
_AND = re.compile(r" and (?:the )?$")
_MEANS = re.compile(r"\b(?:in|through|via|on|using|by means of|with the (?:aid|help) of) (?:the |its |our )?$")
_ALL = frozenset("everything all this work works activities operations powers controls".split())
_RESTS = frozenset("rest base ground found govern rule root".split())
# what stands somewhere, so that the place which opens its sentence is where it is
_STANDING = tuple(CK + n for n in "CustomsHouse Port SpecialControlArea StationedOffice EducationalInstitution".split())


def surrounding_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """Where things are, which systems the agency works with and which law, as what surrounds a clause says."""
    if passage.is_cell:
        return
    mentions = outermost([m for m in things.in_passage(passage.index) if m.how != "pronoun"])
    yield from _between_places(passage.text, mentions, things)
    for scene in scenes:
        yield from _at_opening(scene, mentions, things)
        if is_agentless(scene, things) or _is_of_agency(scene, things):
            yield from _by_means(scene, mentions, things)
        yield from _rests_on(scene, mentions, things)


def _is_a(mention: Mention, things: Things, *classes: str) -> bool:
    cls = things.entities[mention.thing].cls
    return any(load_terms().is_a(cls, wanted) for wanted in classes)


def _between_places(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "the A Border Post between B and C": it is on the border of both."""
    for thing, first, second in zip(mentions, mentions[1:], mentions[2:], strict=False):
        opened, joined = text[thing.end : first.start], text[first.end : second.start]
        places = all(_is_a(m, things, CK + "Place") for m in (first, second))
        if not (places and _BETWEEN.fullmatch(opened) and _AND.fullmatch(joined) and _is_a(thing, things, *_STANDING)):
            continue
        for place in (first, second):
            yield Proposal(
                thing, CK + "locatedIn", place, Modality.STANDING, "phrase-between-locatedIn",
                (thing.end, first.start), _SURE,
            )  # fmt: skip


def _at_opening(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "In A, the B checked ...": what stands at a place and acts in a sentence set there is there."""
    clause, first = scene.clause, next(iter(mentions), None)
    if clause.role is not Role.MAIN or first is None or not _is_a(first, things, CK + "Place"):
        return
    if not _OPENS.fullmatch(scene.text[: first.start]) or not re.match(r",? (?:the |our )?", scene.text[first.end :]):
        return
    for row in scene.subject_rows[:1]:
        for subject in row:
            if subject.start > first.end and _is_a(subject, things, *_STANDING):
                words = (0, subject.start)
                yield Proposal(
                    subject, CK + "locatedIn", first, scene.modality, "opening-place-locatedIn", words, _SURE
                )


def _is_of_agency(scene: Scene, things: Things) -> bool:
    row = scene.subject_rows[0] if scene.subject_rows else ()
    return bool(row) and not scene.clause.passive and all(m.thing == things.agency for m in row)


def _by_means(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "Parcels are followed in the A": the agency keeps the system in service that its work is done in."""
    start, end = scene.parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
    acting = any(is_body(m, things) and m.thing != things.agency for m in mentions)
    for system in mentions:
        if acting or not start <= system.start < end or not _is_a(system, things, CK + "InformationSystem"):
            continue
        if _MEANS.search(scene.text, start, system.start):
            rule = f"means-{scene.clause.lemma}-operates-understood"
            agency = agency_at(scene, things)
            words = (start, system.start)
            yield Proposal(agency, CK + "operates", system, scene.modality, rule, words, _UNDERSTOOD)


def _rests_on(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "Everything rests on the A", "Our work is based on the A": the agency carries that law out."""
    clause = scene.clause
    if clause.subject is None or clause.lemma not in _RESTS:
        return
    words = [t.lower for t in scene.parsed.tokens[slice(*clause.subject)]]
    start, end = scene.parsed.stretch((clause.group[0], clause.extent[1]))
    law = next((m for m in mentions if start < m.start < end), None)
    if law is None or words[-1] not in _ALL or not _is_a(law, things, CK + "LegalInstrument"):
        return
    if re.search(r"\b(?:on|upon|in|by) (?:the )?$", scene.text[start : law.start]):
        rule = f"rests-on-{clause.lemma}-understood"
        yield Proposal(
            agency_at(scene, things), CK + "implements", law, scene.modality, rule, (start, law.start), _UNDERSTOOD
        )
