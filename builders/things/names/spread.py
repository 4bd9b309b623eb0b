"""Coordination spread out: "representative offices in A, B and C" names one office for each place."""

from __future__ import annotations

import re

from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.things.known.candidates import FAIR, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_description, words_of_phrase
from customs_kg.ontology.iris import CK

SPREAD = -1  # the `core_end` of candidates that share their first words
_OFFICES = ck("RepresentativeOffice SupervisingOffice")
_TO_PLACE = re.compile(
    r"(?:,? (?:that|which))?(?: (?:are|is|were|have been|has been|sit|stand))?"
    r"(?:,? (?:located|based|stationed|situated|opened|established|set up|placed|kept))?,? \(?(?:in|to|at) (?:the )?"
)
_OFFICE = re.compile(r"(?<![a-z])(?:office|abroad)[a-z]*", re.I)
_NEXT = re.compile(r"(?:,? and|,| or|;)? ?(?:(?:in|to|at) )?(?:the )?")


def spread_offices(reading: Reading, names: list[Candidate]) -> list[Candidate]:
    """One office for each place of a list; `names` are the names found so far."""
    found: list[Candidate] = []
    low = reading.text.lower()
    for m in _OFFICE.finditer(reading.text) if "office" in low or "abroad" in low else ():
        before = words_of_phrase(reading.text[max(0, m.start() - 40) : m.end()])
        cls, size = class_of_description(before)
        if cls in _OFFICES and (link := _TO_PLACE.match(reading.text, m.end())):
            start = _start_of(reading.text, m.end(), size)
            kind = _in_singular(reading.text[start : m.end()])
            found.extend(_offices(reading, names, link.end(), cls, kind, start))
    return found


def _in_singular(kind: str) -> str:
    """What an office is called, in lower case: "Liaison Offices" gives "liaison office"."""
    *before, last = kind.lower().replace("s' ", "'s ").split()
    if last == "abroad" or not before:
        return "representative office"
    return " ".join([*before, noun_lemma(last)])


def _start_of(text: str, end: int, words: int) -> int:
    return [m.start() for m in re.finditer(r"[^\W_]+(?:'[^\W_]+)*", text[:end])][-words]


def _offices(reading: Reading, names: list[Candidate], at: int, cls: str, kind: str, start: int) -> list[Candidate]:
    found = []
    places = _places(names)
    while place := places.get(at):
        label = (
            f"{place.label} {kind}"
            if cls == CK + "SupervisingOffice"
            else f"{kind} in {_with_article(reading.text, place)}"
        )
        other = f"{kind} in {place.label}" if cls == CK + "SupervisingOffice" else f"{place.label} {kind}"
        found.append(Candidate(reading.index, start, place.end, label, cls, "description", FAIR, "", (other,), SPREAD))
        after = _NEXT.match(reading.text, place.end)
        at = after.end() if after else place.end
        if after is None or after.end() == place.end:
            break
    return found


def _with_article(text: str, place: Candidate) -> str:
    return f"the {place.label}" if text[: place.start].endswith("the ") else place.label


def _places(names: list[Candidate]) -> dict[int, Candidate]:
    places: dict[int, Candidate] = {}
    for c in names:
        is_place = c.cls in ("", CK + "Place", CK + "CustomsTerritory", CK + "PlaceGroup")
        if is_place and (c.start not in places or places[c.start].end < c.end):
            places[c.start] = c
    return places
