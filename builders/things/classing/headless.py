"""What a name without a head noun is, by what it is made of: a field and a land, a known thing and its edition."""

from __future__ import annotations

import re

from customs_kg.builders.english.words import can_be_noun, is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.ontology.iris import CK

_HOSTS = ck(
    "CustomsHouse Port SpecialControlArea OperationsCenter EnforcementForce TransportCorridor CustomsUnit PublicBody "
    "SubAdministration"
)
_TRADES = frozenset(
    "airports beverages builders cables cargo cement chemicals commodities cosmetics dairies electronics engineering "
    "foods freight freighters garments insurance leather loaders machinery maritime metals millers mills minerals "
    "mining paper petroleum plastics ports railways ropeways shipbuilders shipping shipyards steel sugar supplies "
    "tannery terminals textiles timber timbers tobacco traders trading transport transporters tyres woodworks".split()
)
_WORK = frozenset(
    "operations investigations affairs audit relations compliance enforcement appraisement communications procurement "
    "intelligence litigation prosecutions inspections standards integrity logistics".split()
)
_LANDSCAPE = frozenset(
    "mainland north south east west central northern southern eastern western greater inner outer upper lower new old "
    "continental metropolitan post pre anti pro chapter part annex section mr president king queen of and".split()
)


def class_without_head(reading: Reading, run: NameRun) -> str:
    """The class by the make of a name, "" where that shows none."""
    if _names_edition(reading, run):
        return CK + "Event"
    if _names_own_agency(reading, run):
        return CK + "PublicBody"
    if _names_work(reading, run):
        return CK + "CustomsUnit"
    if host := _class_before_place(reading, run):
        return host
    electronic = re.fullmatch(r"[ei]-[A-Z][A-Za-z]+", reading.words(run.first, run.last))  # "e-TRACE"
    return CK + "InformationSystem" if electronic else ""


def _names_work(reading: Reading, run: NameRun) -> bool:
    """Whether English words tell the work of some unit and nothing else: "Sea *Operations*", "Regulatory *Audit*"."""
    words = [t.text for t in reading.tokens[run.first : run.last]]
    plain = len(words) > 1 and all(is_english(w) or w == "and" for w in words) and words[-1].lower() in _WORK
    return plain and class_of_name(" ".join(words)) == ""


def names_trader(reading: Reading, run: NameRun) -> bool:
    """Whether a name is one of no English words with the trade that it is in: "Vellmar Cargo", "Orlo Textiles"."""
    own, trade = reading.tokens[run.first], reading.tokens[run.last - 1].lower
    start, end = own.start, own.end
    land = any(m.start <= start and end <= m.end and "/place-int" in m.target for m in reading.known)
    fits = trade in _TRADES and 1 < run.last - run.first < 5 and is_proper(own.text)
    return fits and not land and len(own.text) > 2


def names_branch(reading: Reading, run: NameRun) -> bool:
    """Whether a name is a known company's with the place of its branch: "DHL Express Norland"."""
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    opens = any(m.start == start and m.end < end and "/company-" in m.target for m in reading.known)
    return opens and (is_proper(reading.tokens[run.last - 1].text) or any(m.end == end for m in reading.known))


def _names_edition(reading: Reading, run: NameRun) -> bool:
    """Whether a name is a known event's with its edition: "Super Bowl *LIII*"."""
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    known = next((m for m in reading.known if m.start == start and m.end < end and "/event-" in m.target), None)
    return known is not None and bool(re.fullmatch(r" (?:[IVXLC]+|\d{1,4})", reading.text[known.end : end]))


def _names_own_agency(reading: Reading, run: NameRun) -> bool:
    """Whether a name is a field and the territory that works in it: "Statistics Norway", "Transport Canada"."""
    tokens = reading.tokens
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    land = next((m for m in reading.known if m.end == end and m.start > start and "/place-int" in m.target), None)
    if land is None:
        return False
    field = [t.lower for t in tokens[run.first : run.last] if t.start < land.start]
    plain = all(is_english(w) for w in field) and can_be_noun(field[-1])
    plain = plain and class_of_name(reading.words(run.first, run.first + len(field))) in ("", CK + "CustomsFunction")
    return plain and not _LANDSCAPE & set(field) and reading.text[land.start - 1] == " " and len(field) <= 3


def _class_before_place(reading: Reading, run: NameRun) -> str:
    """The class of a site or body whose name the place ends that it is at: "Inland Depot *Ostrow*"."""
    if run.last - run.first < 3 or not is_proper(reading.tokens[run.last - 1].text):
        return ""
    cls = class_of_name(reading.words(run.first, run.last - 1))
    return cls if cls in _HOSTS else ""
