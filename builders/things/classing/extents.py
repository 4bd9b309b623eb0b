"""How far a name with a class goes, and under which labels: with the noun, bracket, partner or matter behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from customs_kg.builders.things.descriptions.phrase_tails import object_end
from customs_kg.builders.things.known.candidates import LIKELY, Candidate, Reading
from customs_kg.builders.things.known.classes import AGREEMENTS, ck, class_of_name, words_of_phrase
from customs_kg.builders.things.known.word_shapes import is_acronym
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.builders.things.names.shapes import is_common_short
from customs_kg.builders.things.names.sites import UNIT_NOUNS
from customs_kg.builders.things.overlaps import PART
from customs_kg.ontology.iris import CK

_POST = CK + "Post"
_LAW = CK + "LegalInstrument"
_PLACE = CK + "Place"
_BODIES = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters InternationalOrganization "
    "CoordinationMechanism CustomsUnit SupervisedAssociation IntergovernmentalGrouping "
    "StationedOffice OperationsCenter Company"
)
_SITES = ck("Place CustomsHouse Port SpecialControlArea OperationsCenter EnforcementForce TransportCorridor")
_CHAPTER = re.compile(  # where a law stands in a collection: "Customs Act, *Cap. 66*"
    r", (?:Cap\.|Chapter|Ch\.) ?\d(?:[\d:.]*\d)?[A-Z]?|"
    r" [(\[](?:(?:Cap\.?|Chapter|Ch\.|Act|Law|No\.?|Act No\.?|Law No\.?) ?\d(?:[\d:.]*\d)?[A-Z]?(?: of \d{4})?|"
    r"\d{4}:\d+)[)\]]"
)
_YEARS = re.compile(r"\b((?:19|20)\d\d(?:[-/](?:(?:19|20)\d\d|\d\d))?) $")
_DATED = ck("PlanDocument Event Meeting LegalInstrument Campaign Operation Agreement TradeAgreement")
_FIELD = re.compile(r" \(((?:[A-Z][\w-]+|and|of|for|&)(?: (?:[A-Z][\w-]+|and|of|for|&))*)\)")
_AGREED = frozenset(
    "Memorandum Memoranda Memorandums of Understanding Agreement Arrangement Protocol Treaty Convention Mutual "
    "Recognition Cooperation Letter Intent Declaration Joint Bilateral MoU MOU Customs Administrative".split()
)
_TIGHT_BRACKET = re.compile(r"(?<=\w)\(")
_OF = re.compile(r" of (?:the )?")


@dataclass(frozen=True, slots=True)
class Typed:
    """The class of a name with what the words beside it add; `noun` is the name with a noun after it."""

    cls: str
    confidence: Decimal
    noun: str = ""
    apposed: str = ""


def plain_label(text: str) -> str:
    """A name with a space before each bracket."""
    return _TIGHT_BRACKET.sub(" (", text)


def named_as(reading: Reading, run: NameRun, typed: Typed, later: list[NameRun]) -> list[Candidate]:
    """The thing that a name with a class names, and a body inside the name; none where it names any one of a kind."""
    text = reading.words(run.first, run.last)
    start, end = reading.tokens[run.first].start, reading.tokens[run.last - 1].end
    end = start + len(typed.noun) if typed.noun else end
    label, aliases = _labels(typed, plain_label(text))
    if typed.cls in AGREEMENTS:
        matter = _matter(reading, text, end)
        partner = _partner(reading, matter, later)
        if run.last - run.first == 1 and (typed.noun or (not partner and matter == end)):
            return []  # "an MoU" is any one
        label, end = label + reading.text[end:matter], matter
        if partner:
            aliases, label = (*aliases, label), f"{label}{partner}"
            end = reading.text.index(partner, end) + len(partner)
    label, aliases, end = _with_bracket(reading, typed.cls, label, aliases, end)
    if typed.cls in _DATED and (years := _YEARS.search(reading.text, max(0, start - 11), start)):
        aliases = (*aliases, f"{years.group(1)} {label}")  # "the *2012-2016* Strategic Plan"
    found = Candidate(reading.index, start, end, label, typed.cls, "name", typed.confidence, aliases=aliases)
    return [found, *_inner(reading, start, text, typed.cls)]


def _labels(typed: Typed, label: str) -> tuple[str, tuple[str, ...]]:
    """The label and the aliases of a name, with the noun after it or what explains it."""
    if typed.cls == _PLACE and label.isupper() and len(label) > 4:
        label = label.title()  # a line in capitals
    if typed.noun and is_common_short(label):
        return typed.noun, ()  # "the B2B export pilot"
    if typed.noun and (typed.cls == CK + "Event" or class_of_name(label) == _PLACE):
        return typed.noun, ()  # "the Wenchuan earthquake", "the Ostrow Bay regional office"
    if typed.noun.split(" ")[-1] in UNIT_NOUNS:
        return typed.noun, ()  # "the Duty Relief division"
    if typed.noun and typed.cls in _SITES:
        return typed.noun, (label,)
    return label, tuple(a for a in (typed.noun, typed.apposed) if a)


def _with_bracket(
    reading: Reading, cls: str, label: str, aliases: tuple[str, ...], end: int
) -> tuple[str, tuple[str, ...], int]:
    """The label, aliases and end of a law with its chapter, of a post with its field: "Member *(Audit)*"."""
    if cls == _LAW and (chapter := _CHAPTER.match(reading.text, end)):
        return label, (*aliases, label + chapter.group()), chapter.end()
    field = _FIELD.match(reading.text, end) if cls == _POST else None
    if field is None or is_acronym(field.group(1)):
        return label, aliases, end
    return label + field.group(), (*aliases, f"{label}, {field.group(1)}"), field.end()


def _matter(reading: Reading, name: str, end: int) -> int:
    """The end of what an agreement without a name of its own is on: "Memorandum of Understanding *on patrols*"."""
    tokens = reading.tokens
    at = reading.token_at(end)
    plain = not set(words_of_phrase(name)) - _AGREED
    if not plain or at >= len(tokens) or tokens[at].lower not in ("on", "concerning", "regarding"):
        return end
    last = object_end(reading, at + 1)
    if last == at + 1 or tokens[last - 1].text[0].isupper():
        return end
    if last < len(tokens) and tokens[last].lower == "of" and (further := object_end(reading, last + 1)) > last + 1:
        last = further
    return tokens[last - 1].end


def _partner(reading: Reading, end: int, later: list[NameRun]) -> str:
    """The words " with the X" or " between X and Y" after an agreement, a short form passed over; "" for none."""
    follows = re.match(r"(?: \([A-Z][A-Za-z]+\))?( (?:with|between) (?:the )?)", reading.text[end:])
    if follows is None:
        return ""
    last = _name_at(reading, end + follows.end(), later)
    if "between" in follows.group(1):
        tie = re.match(r" and (?:the )?", reading.text[last:]) if last else None
        last = max(last, _name_at(reading, last + tie.end(), later)) if tie else last if _is_pair(reading, last) else 0
    return reading.text[end + follows.start(1) : last] if last else ""


def _name_at(reading: Reading, start: int, names: list[NameRun]) -> int:
    """Where the name that begins at `start` ends; 0 where none does."""
    name = next((r for r in names if reading.tokens[r.first].start == start), None)
    return reading.tokens[name.last - 1].end if name else 0


def _is_pair(reading: Reading, end: int) -> bool:
    """Whether the words before `end` are two names that "and" ties: "Norland *and the* Sudland Republic"."""
    return (
        bool(end)
        and re.search(r"[A-Z][\w-]+ and (?:the )?[A-Z][\w -]+$", reading.text[max(0, end - 80) : end]) is not None
    )


def _inner(reading: Reading, start: int, text: str, cls: str) -> list[Candidate]:
    """The body that a post belongs to, and the law that a section is of."""
    m = _OF.search(text)
    part = bool(PART.match(text))
    if m is None or (cls != _POST and not part):
        return []
    inside = text[m.end() :]
    inner = class_of_name(inside)
    if part:
        return (
            [Candidate(reading.index, start + m.end(), start + len(text), inside, inner, "name", LIKELY)]
            if inner
            else []
        )
    if inner not in _BODIES or (len(words_of_phrase(inside)) < 2 and not is_acronym(inside)):
        return []
    return [Candidate(reading.index, start + m.end(), start + len(text), inside, inner, "name", LIKELY)]
