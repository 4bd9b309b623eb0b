"""Bodies that share a word of their names: "the Collectorates of *A, B and C*", "the *A and B* Main Customs"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.things.known.candidates import FAIR, Candidate, Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.word_shapes import is_proper
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.builders.things.names.spread import SPREAD
from customs_kg.ontology.iris import CK

_NAME = r"(?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_WORD = r"[A-Z][\w'-]+"
_WORDS = rf"{_WORD}(?: {_WORD}){{0,2}}"
# the two begin with a capital, not with a boundary, so that most of a text is passed over
_OF_ROW = re.compile(
    rf"([A-Z](?<!\w.)(?!(?<=T)he )\w+(?: [A-Z]\w+){{0,2}}) of ({_NAME}(?:, {_NAME})*,? and {_NAME})(?![\w-])"
)
_ROW_BEFORE = re.compile(
    rf"([A-Z](?<!\w.)(?<!of .)(?!(?<=T)he )[\w'-]+(?:, {_WORD})*,? and {_WORD}) "
    r"((?:Main |Regional |Provincial |Local )Customs|(?:[A-Z]\w+ ){0,2}[A-Z]\w+s)(?![\w-])"
)
_UNDERTAKEN = cued(
    "operations projects exercises campaigns programs programmes",
    rf"\b(?P<kind>[Oo]perations|[Pp]rojects|[Ee]xercises|[Cc]ampaigns|[Pp]rogram(?:me)?s) "
    rf"(?P<row>{_WORDS}(?:, {_WORDS})*,? and {_WORDS})(?![\w-])",
)
_BETWEEN = re.compile(r",? and |, ")
_KINDS = ck(
    "CustomsUnit SubAdministration CustomsHouse PublicBody Port CustomsDistrict OperationsCenter CustomsAdministration "
    "SupervisingOffice EnforcementForce"
)
_CUSTOMS = re.compile(r"(?:Main|Regional|Provincial|Local) Customs")
_BY_FIELD = frozenset("Ministry Department Directorate Minister Secretary Bureau Commissioner Collector".split())
_COMPASS = frozenset(
    "North South East West Central Northern Southern Eastern Western Upper Lower Lakes Coastal".split()
)


def bodies_in_rows(reading: Reading) -> list[Candidate]:
    """One body for each member of a row that shares the word for what they are."""
    found: list[Candidate] = []
    for m in _OF_ROW.finditer(reading.text):
        kind = _singular(m.group(1))
        members = [name for name, _ in _members(m.group(2), 0)]
        of_fields = kind.split()[-1:] and kind.split()[-1] in _BY_FIELD
        if kind and class_of_name(m.group(1)) in _KINDS and (of_fields or _are_places(members)):
            found += _bodies(reading, m.start(), m.start(2), m.group(2), f"{kind} of {{}}")
    for m in _ROW_BEFORE.finditer(reading.text):
        kind = m.group(2) if _CUSTOMS.fullmatch(m.group(2)) else _singular(m.group(2))
        members = [name for name, _ in _members(m.group(1), 0)]
        one = any(k.start <= m.start() and k.end > m.end(1) for k in reading.known)  # "Turks and Caicos Islands"
        proper = [is_proper(n) or n in _COMPASS for n in members]
        placed = any(proper) and all(
            p or class_of_name(n) in ("", CK + "Place") for n, p in zip(members, proper, strict=True)
        )
        if kind and not one and placed and class_of_name(m.group(2)) in _KINDS:
            found += _bodies(reading, m.start(), m.start(1), m.group(1), f"{{}} {kind}", end=m.end())
    return found


def undertakings_in_rows(reading: Reading) -> list[Candidate]:
    """One operation or project for each member of a row behind the word for all: "Operations *Hare* and *Lark*"."""
    found: list[Candidate] = []
    for m in _UNDERTAKEN.finditer(reading.text):
        kind = _singular(m["kind"].title())
        members = [name for name, _ in _members(m["row"], 0)]
        if any(k.start >= m.start("row") and k.end <= m.end() for k in reading.known) or any(
            map(class_of_name, members)
        ):
            continue
        for label, last in ((f"{kind} {name}", last) for name, last in _members(m["row"], m.start("row"))):
            cls, own = class_of_name(kind), (label.partition(" ")[2],)
            found.append(
                Candidate(reading.index, m.start(), last, label, cls, "description", FAIR, "", own, core_end=SPREAD)
            )
    return [c for c in found if c.cls]


def _are_places(members: Sequence[str]) -> bool:
    """Whether each name has a word that is no English or a quarter of the sky: places, and no fields of work."""
    return all(any(is_proper(word) or word in _COMPASS for word in name.split()) for name in members)


def outside_rows(reading: Reading, runs: Sequence[NameRun], rows: Sequence[Candidate]) -> list[NameRun]:
    """The names that stand outside of such rows."""
    spans = {(c.start, max(o.end for o in rows if o.start == c.start)) for c in rows}
    return [
        r
        for r in runs
        if not any(a < reading.tokens[r.last - 1].end and reading.tokens[r.first].start < b for a, b in spans)
    ]


def _singular(kind: str) -> str:
    """A kind of body in the singular, "" where it is no plural: "Ministries"."""
    *before, last = kind.split()
    one = noun_lemma(last)
    return " ".join([*before, one.title()]) if last.endswith("s") and one != last.lower() else ""


def _members(row: str, at: int) -> Iterator[tuple[str, int]]:
    """The members of a row, and where each ends."""
    for part in _BETWEEN.split(row):
        start = row.index(part)
        yield part.removeprefix("the "), at + start + len(part)


def _bodies(reading: Reading, start: int, at: int, row: str, pattern: str, end: int = 0) -> list[Candidate]:
    labels = [(pattern.format(name), end or last) for name, last in _members(row, at)]
    return [
        Candidate(reading.index, start, last, label, cls, "description", FAIR, core_end=SPREAD)
        for label, last in labels
        if (cls := class_of_name(label))
    ]
