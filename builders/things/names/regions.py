"""Places with where they lie as another name, "Gorn, *Ombria*", and those of a compound: "the *Gorn*-based firm"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.things.known.candidates import FAIR, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.ontology.iris import CK

_PLACES = ck("Place CustomsTerritory")
_ROW_GOES_ON = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, (?:the )?[A-Z]")
_BASED = re.compile(
    r"\b(?!(?:The|An?|Its|Our|Their|Some|Many|Most|Other) )[A-Z][\w']+(?: [A-Z][\w']+)?(?=-(?:based|headquartered)\b)"
)
_LINKS = (2, 5, 6)  # the lengths of ", ", " and " and ", and"


def with_regions(found: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """The candidates, a place that another follows after a comma with both as one more name; not in a row of places."""
    starts = {(c.passage, c.start): c for c in found if c.cls in _PLACES}
    ends = {(c.passage, c.end) for c in starts.values()}
    return [_with_region(c, starts.get((c.passage, c.end + 2)), ends, readings) for c in found]


def _with_region(
    c: Candidate, region: Candidate | None, ends: set[tuple[int, int]], readings: Sequence[Reading]
) -> Candidate:
    if region is None or c.cls not in _PLACES or c.passage < 0:
        return c
    text = readings[c.passage].text
    in_row = any((c.passage, c.start - size) in ends for size in _LINKS) or _ROW_GOES_ON.match(text, region.end)
    if in_row or text[c.end : region.start] != ", ":
        return c
    return c._replace(aliases=(*c.aliases, text[c.start : region.end]))


def places_of_compounds(readings: Sequence[Reading], found: Sequence[Candidate]) -> list[Candidate]:
    """The places, no names yet, that somebody is said to be based in by a compound: "the *Gorn*-based firm"."""
    taken = {(c.passage, c.start) for c in found}
    return [
        Candidate(reading.index, *said.span(), said.group(), CK + "Place", "name", FAIR)
        for reading in readings
        if "-based" in reading.text or "-headquartered" in reading.text
        for said in _BASED.finditer(reading.text)
        if (reading.index, said.start()) not in taken and _is_place(said.group())
    ]


def _is_place(name: str) -> bool:
    return is_proper(name.split()[-1]) and not name.isupper() and class_of_name(name) in ("", CK + "Place")
