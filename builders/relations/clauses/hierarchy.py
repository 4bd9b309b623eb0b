"""The shape of the agency as sentences put it that do not name it: "At the top stands A", "One of them, the A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.cued import cued
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.scene import read_scenes
from customs_kg.builders.relations.frames.slots import is_bare, proposal_of
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.70")
_AT_TOP = re.compile(
    r"(?:^|[.;,]\s*)at (?:the|its|their|our) (?:very )?(?:top|head|apex|centre|center)(?: of [^,.;]{3,60}?)? "
    r"(?:stands?|sits?|is) (?:the )?$",
    re.I,
)
_ONE_OF_THEM = re.compile(
    r"(?:^|[.;]\s*)(?:one|another|the (?:first|second|third|last|largest|oldest)) of (?:them|these), (?:the )?$", re.I
)
_FROM_THERE = cued("there here", r"\bfrom (?:there|here)\b")


def hierarchy_claims(document: Document, passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """Who heads the agency, which units it has and what is managed "from there", each said without its name."""
    mentions = outermost(things.in_passage(passage.index))
    terms = load_terms()
    for mention in mentions:
        cls, before = things.entities[mention.thing].cls, passage.text[: mention.start]
        if terms.is_a(cls, CK + "CustomsHeadquarters") and _AT_TOP.search(before):
            yield _of_agency(mention, "headquartersOf", things, passage)
        if terms.is_a(cls, CK + "CustomsUnit") and _ONE_OF_THEM.search(before):
            yield _of_agency(mention, "unitOfAdministration", things, passage)
    there = things.headquarters is not None and _FROM_THERE.search(passage.text) is not None
    if things.headquarters is not None and there and _speaks_of_headquarters(document, passage, things):
        yield from _from_there(passage, parsed, mentions, things.headquarters)


def _of_agency(unit: Mention, predicate: str, things: Things, passage: Passage) -> Proposal:
    understood = Mention(passage.index, unit.start, unit.end, things.agency, "understood", _SURE)
    start = max(passage.text.rfind(".", 0, unit.start), passage.text.rfind(";", 0, unit.start)) + 1
    rule = f"phrase-{predicate}-understood"
    return Proposal(unit, CK + predicate, understood, Modality.STANDING, rule, (start, unit.start), _SURE)


def _speaks_of_headquarters(document: Document, passage: Passage, things: Things) -> bool:
    """The headquarters stands in an earlier sentence of the paragraph."""
    return any(
        mention.thing == things.headquarters
        for earlier in document.passages[max(0, passage.index - 6) : passage.index]
        if earlier.segment.paragraph == passage.segment.paragraph
        for mention in things.in_passage(earlier.index)
    )


def _from_there(passage: Passage, parsed: Parsed, mentions: Sequence[Mention], headquarters: str) -> Iterator[Proposal]:
    """As in "Four associations are managed from there: A, B, C and D"."""
    for scene in read_scenes(passage.text, parsed, mentions):
        start, end = parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
        there = _FROM_THERE.search(passage.text, start, end)
        if there is None or not scene.clause.passive:
            continue
        agent = Mention(passage.index, *there.span(), headquarters, "understood", _SURE)
        for frame in scene.frames:
            if frame.predicate == CK + "supervises" and is_bare(scene, frame):
                for patient in scene.subjects:
                    yield proposal_of(scene, frame, agent, patient, "-understood")
