"""Units that a list names one by one under a heading, or behind words, that tell of the agency's structure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.reading.segments import Segment, SegmentKind
from customs_kg.builders.relations.phrases.unit_sets import belonging
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.70")
_FEWEST = 2  # units that make a list of them
_UNITS = (
    r"(?:directorates(?:[- ]general)?|departments|divisions|units|offices|branches|regions|collectorates|"
    r"commissionerates|formations|bureaus|bureaux|wings|sections|commands|customs houses)"
)
_OF_AGENCY = (
    r"(?: (?:of|in|within) (?:the )?(?:agency|administration|authority|department|service|organi[sz]ation|customs|"
    r"head ?quarters|head office))?"
)
_HEADING = re.compile(
    rf"\W*(?:[\dIVX.]+[.)]? )?(?:(?:our|the|its) )?(?:"
    r"(?:(?:organi[sz]ational|administrative|management|internal|new|present|current) )*"
    r"(?:structure|organi[sz]ation|organogram|organi[sz]ation chart|set-?up)|"
    r"(?:(?:principal|main|core|functional|operational|regional|field|central|head ?quarters|customs|our) )*"
    rf"{_UNITS}(?:(?:,| and|, and) (?:[a-z]+ )?{_UNITS})*){_OF_AGENCY}\W*",
    re.I,
)
_LEAD = re.compile(
    r"\W*(?:The|Our|Its) (?:[\w-]+ )?(?:agency|administration|authority|department|service|organi[sz]ation|structure|"
    r"head ?quarters|head office|management)\b[^.:]{0,60}? (?:(?:is|are) (?:now )?(?:made up|organi[sz]ed|structured|"
    rf"composed|divided|arranged)|comprises?|consists?|has|includes?)\b[^.:]{{0,30}}?"
    rf"(?:as follows|(?:the following|\w+) (?:[a-z]+ ){{0,2}}{_UNITS}):?\s*",
    re.I,
)
_BEFORE_NAME = re.compile(r"\W*(?:[a-z\d]{1,3}[.)] )?(?:[Tt]he )?")


def unit_list_claims(document: Document, passage: Passage, things: Things) -> Iterator[Proposal]:
    """The unit that opens an item of such a list: "Our directorates", below it "- Risk Directorate: 40 officers"."""
    unit = _opening_unit(passage, things)
    if unit is None or not _tells_of_structure(passage.segment):
        return
    around = document.passages[max(0, passage.index - 2) : passage.index + 3]
    listed = [p for p in around if p.segment.section == passage.segment.section and _opening_unit(p, things)]
    if len(listed) >= _FEWEST:
        understood = Mention(passage.index, unit.start, unit.end, things.agency, "understood", _SURE)
        yield from belonging(unit, understood, (unit.start, unit.end), things, "listed-unit")


def _tells_of_structure(segment: Segment) -> bool:
    """Whether the words that lead a list, or else the heading over it, announce the units of the agency."""
    if segment.lead.text:
        return _LEAD.fullmatch(segment.lead.text) is not None
    return _HEADING.fullmatch(segment.topic) is not None


def _opening_unit(passage: Passage, things: Things) -> Mention | None:
    if passage.segment.kind is not SegmentKind.ITEM:
        return None
    first = things.named_in(passage.index)[:1]
    opens = bool(first) and _BEFORE_NAME.fullmatch(passage.text, 0, first[0].start) is not None
    return first[0] if opens and things.is_a(first[0], CK + "CustomsUnit", CK + "PublicBody") else None
