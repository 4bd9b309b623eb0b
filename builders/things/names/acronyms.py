"""Short forms that a text defines: "World Customs Organization (WCO)", "the Agency (hereafter "the Agency")"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.candidates import Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.territories import known_names
from customs_kg.builders.things.known.word_shapes import is_acronym, is_proper
from customs_kg.ontology.iris import CK

_BRACKET = re.compile(r"\s?\(([^()]{2,60})\)")
_HEREAFTER = re.compile(
    r'^(?:here(?:in)?after |"|the "|known as |referred to as )?(?:the )?"?(?:the )?([A-Z][A-Za-z ]{2,40}?)"?$'
)
_KNOWN_AS = cued(
    "known referred",
    r"(?: \([A-Z][\w-]+\))?,? (?:better |also |commonly |otherwise |locally |popularly |formerly )?"
    r"(?:known|referred to) as (?:the )?\"?([A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4})",
)
_SMALL = frozenset("of and the for on in to a an against with".split())
_PLACE = CK + "Place"
_NATIVE = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit CoordinationMechanism EnforcementForce "
    "InformationSystem ServicePlatform Programme Project SupervisedAssociation SubAdministration Company"
)
_ROMAN = re.compile(r"[IVXLC]+$")
_ACRONYM_LIKE = re.compile(r"[A-Z][A-Za-z0-9/&-]{1,11}|[ei][A-Z]{2,6}")
_NO_LETTERS = re.compile(r"(?<=[A-Z]{3})-[A-Z][a-z]+$|[/&-]|^[ei](?=[A-Z]{2})")


@dataclass(frozen=True, slots=True)
class Definition:
    """In a passage the words `[start, end)` are given the short form that stands at `[short_start, short_end)`."""

    passage: int
    start: int
    end: int
    short: str
    short_start: int
    short_end: int


def find_definitions(reading: Reading, names: list[Candidate]) -> list[Definition]:
    """The short forms that a passage gives in brackets or behind "known as", each with what it stands for."""
    found = _known_as(reading, names)
    for m in _BRACKET.finditer(reading.text):
        inside = m.group(1).strip()
        plain = inside.strip('"')
        if is_acronym_like(plain):
            stretch = _long_form(reading, names, m.start(), plain)
            short = plain
        elif is_native_short(plain):
            stretch = _named_body(names, m.start())
            short = plain
        elif '"' in inside and (named := _HEREAFTER.match(inside)):
            stretch = _name_ending(names, m.start())
            short = named.group(1)
        elif "," in plain and (several := _several(reading, names, m)):
            found += several
            continue
        else:
            stretch = _swapped(reading, names, m)
            if stretch is not None:
                short, at, end = _word_before(reading, m.start())
                found.append(Definition(reading.index, *stretch, short, at, end))
            continue
        if stretch is not None:
            at = m.start(1) + m.group(1).index(short)
            found.append(Definition(reading.index, *stretch, short, at, at + len(short)))
    return found


def _several(reading: Reading, names: list[Candidate], m: re.Match[str]) -> list[Definition]:
    """Both names that brackets give a body: "the Revenue Secretariat (*Receita Federal*, *RFB*)"."""
    body = _named_body(names, m.start())
    parts = list(_PART.finditer(reading.text, m.start(1), m.end(1)))
    shorts = [p for p in parts if is_acronym_like(p.group())]
    native = [p for p in parts if p not in shorts and all(w[0].isupper() for w in p.group().split())]
    if body is None or not shorts or len(shorts) + len(native) != len(parts):
        return []
    return [Definition(reading.index, *body, p.group(), *p.span()) for p in parts]


_PART = re.compile(r"[^\s,;][^,;]*[^\s,;]")


def _known_as(reading: Reading, names: list[Candidate]) -> list[Definition]:
    """The other names of bodies, undertakings and systems: "the Trade Agency, better *known as* the Corva"."""
    found = []
    for m in _KNOWN_AS.finditer(reading.text):
        ending = [(c.start, c.end) for c in names if c.end == m.start() and c.cls in _NATIVE]
        if ending:
            found.append(Definition(reading.index, *max(ending), m.group(1), *m.span(1)))
    return found


def is_acronym_like(text: str) -> bool:
    """Reads "WTO", "AD/CVD", "WROs", "C-TPAT", "eCMS": one word, mostly capitals, no Roman number."""
    return bool(_ACRONYM_LIKE.fullmatch(text)) and is_acronym(_NO_LETTERS.sub("", text)) and not _ROMAN.match(text)


def is_native_short(text: str) -> bool:
    """Whether one word in brackets can be what a body is called at home: "(Suana)", no English and no place."""
    return (
        bool(re.fullmatch(r"[^\W\d_a-z][^\W\d_A-Z]{3,}", text))
        and is_proper(text)
        and class_of_name(text) != _PLACE
        and not any(m.end == len(text) for m in known_names().find(text))
    )


def _named_body(names: list[Candidate], end: int) -> tuple[int, int] | None:
    """The shortest name of two words or more of a body, system or undertaking that ends there."""
    found = [(c.start, c.end) for c in names if c.end == end and c.cls in _NATIVE and " " in c.label]
    return max(found) if found else None


def fits(acronym: str, phrase: str) -> bool:
    """Whether the letters of an acronym come in order in a phrase, the first as its first letter.

    >>> fits("AD/CVD", "Antidumping and countervailing duties")
    True
    """
    letters = [ch for ch in re.sub(r"s$", "", acronym) if ch.isalnum()]
    words = [w for w in re.findall(r"[A-Za-z0-9]+", phrase) if w.lower() not in _SMALL]
    if not words or not letters or words[0][0].casefold() != letters[0].casefold():
        return False
    initials = "".join(w[0] for w in words).casefold()
    wanted = "".join(letters).casefold()
    return _in_order(wanted, initials) or (
        len(words) >= 2 and len(wanted) >= len(words) and _in_order(wanted, "".join(words).casefold())
    )


def _in_order(wanted: str, text: str) -> bool:
    at = 0
    for ch in wanted:
        at = text.find(ch, at) + 1
        if at == 0:
            return False
    return True


def _name_ending(names: list[Candidate], end: int) -> tuple[int, int] | None:
    found = [(c.start, c.end) for c in names if c.end == end]
    return min(found, key=lambda s: (s[1] - s[0], s)) if found else None


def _long_form(reading: Reading, names: list[Candidate], end: int, acronym: str) -> tuple[int, int] | None:
    """The words before the bracket that the acronym abbreviates."""
    words = list(re.finditer(r"[^\s()\",;]+", reading.text[max(0, end - 200) : end]))[-12:]
    base = max(0, end - 200)
    places = [base + w.start() for w in words]
    places = [at for at in places if not re.search(r"[\",;()]", reading.text[at:end])]
    starts = [at for at in places if fits(acronym, reading.text[at:end])]
    ending = sorted(((c.start, c.end) for c in names if c.end == end), key=lambda s: s[1] - s[0])
    exact = [s for s in starts if _initials(reading.text[s:end]) == re.sub(r"[^A-Z]", "", acronym)]
    best = max(exact, default=max(starts, default=None)) if starts else None
    if best is None:
        return ending[0] if ending and len(acronym) > 2 and " " in reading.text[ending[0][0] : end] else None
    return next((s for s in ending if s[0] <= best and " of " not in reading.text[s[0] : best]), (best, end))


def _initials(phrase: str) -> str:
    return "".join(w[0].upper() for w in re.findall(r"[A-Za-z0-9]+", phrase) if w.lower() not in _SMALL)


def _swapped(reading: Reading, names: list[Candidate], m: re.Match[str]) -> tuple[int, int] | None:
    """Reads "GAC (General Administration of Customs)": the long form inside the bracket."""
    before = _word_before(reading, m.start())
    if not before[0] or not is_acronym_like(before[0]):
        return None
    inside = (m.start(1), m.end(1))
    return inside if fits(before[0], m.group(1)) and any((c.start, c.end) == inside for c in names) else None


def _word_before(reading: Reading, end: int) -> tuple[str, int, int]:
    found = re.search(r"[^\s()]+$", reading.text[:end])
    return (found.group(), found.start(), found.end()) if found else ("", end, end)
