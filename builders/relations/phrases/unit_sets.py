"""Units that a sentence counts or ranks among those of a body, and then names.

"Four offices do the work: A, B, C and D", "Among the directorates is A", "Of our eight divisions, A is the largest",
"A is one of the five branches", "Of the 900 staff, 120 work in A". Where no body is named, it is the one that the
paragraph speaks of, or the agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_LESS_SURE = Decimal("0.70")
_UNITS = (
    "offices departments divisions directorates units branches bureaus bureaux sections commands sectors arms wings "
    "regions components chambers inspectorates squads"
)
_MORE_UNITS = f"{_UNITS} directorates-general agencies pillars services collectorates commissionerates groups teams"
_NOUN = _MORE_UNITS.replace(" ", "|")
_NUMBER = "|".join(SMALL)
_COUNTED = cued(
    _UNITS,
    rf"\b(?P<number>{_NUMBER}|\d{{1,2}}) (?:[a-z-]+ ){{0,2}}(?:{_UNITS.replace(' ', '|')})\b"
    r"(?! of )(?P<rest>[^.;:(]{0,90}?)"
    r"(?:: ?|,? namely,? | [–—-] | \(|(?<=s), (?=(?:the )?[A-Z]))(?:the )?",
    re.I,
)
_COUNT = rf"(?:(?:{_NUMBER}|\d{{1,3}}) )?(?:[a-z-]+ ){{0,2}}"
_SET = rf"(?:(?:its|our) {_COUNT}(?:{_NOUN})|(?:the|these) {_COUNT}(?:{_UNITS.replace(' ', '|')}))"
_RANK = r"(?:[a-z]+est|first|second|third|last|only|most [a-z]+|best[- ][a-z]+|main|principal)"
_OF_BODY = r"(?: (?:of|in|within) (?:the )?(?:agency|administration|authority|department|service|organi[sz]ation))?"
# what stands before the units that are named: "Among the directorates is A", "The largest of our divisions is A"
_BEFORE = cued(
    _MORE_UNITS,
    rf"(?:^|[.;] )(?:(?:(?:Among|One of|Foremost among|Chief among) |The {_RANK}(?: and [a-z]+est)? of ){_SET}|"
    rf"(?P<others>(?:The|Its|Our) (?:other|remaining|newest|main|principal|core|operational) (?:{_NOUN})))"
    rf"{_OF_BODY},? (?:is|are|was|were) (?:the )?",
    re.I,
)
# "Headquarters consists of 20 departments, among them A", "The structure includes A and B"
_AMONG = (
    rf"(?:{_NUMBER}|\d{{1,3}}) (?:[a-z-]+ ){{0,2}}(?:{_NOUN}),? "
    r"(?:among them|among which are|including|notably|namely|such as) (?:the )?"
)
_STRUCTURE = cued(
    "structure organisation organization organogram headquarters office there",
    r"(?:^|[.;] )(?:(?:(?:The|Its|Our) )?(?:organi[sz]ational |present |new |central )?"
    rf"(?:structure|organi[sz]ation|organogram|headquarters|head office){_OF_BODY} (?:now |also )?"
    r"(?:comprises?|includes?|consists? of|contains?|has|is (?:made up|composed) of|is (?:sub)?divided into) (?:the )?"
    rf"(?:{_AMONG})?|There (?:are|were) {_AMONG})",
    re.I,
)
# "Of the eight divisions, A is the largest"
_OPENING = cued(_MORE_UNITS, rf"(?:^|[.;] )(?:Of|Among) {_SET}{_OF_BODY},? (?:the )?", re.I)
_IS_FIRST = re.compile(
    rf"(?: \([^()]*\))?(?:, [^,;.]{{3,60}},)? "
    rf"(?:is|was|are|has|had|remains?|became|handles?|handled|employs|employed) (?:by far )?(?:the {_RANK}|most)\b"
)
# what stands behind: "A is one of the five branches that make up the agency"
_BEHIND = re.compile(
    rf"(?: \([^()]*\))?(?:,| (?:is|are|was|remains?|became)) (?:one|two|among|the {_RANK}(?: and [a-z]+est)?)(?: of)? "
    rf"(?:{_SET}|(?:{_NUMBER}|\d{{1,3}}) (?:[a-z-]+ ){{0,2}}(?:{_UNITS.replace(' ', '|')})){_OF_BODY}"
    r"(?=[,.;)]| (?:and|making up)\b|$| (?:that|which) (?:together )?(?:make up|form|compose)\b)",
    re.I,
)
# "A is one of the three offices of B; the others are C and D"
_OTHERS = cued("other others", r"[;,.] (?:and )?[Tt]he others? (?:is|are|being|were) (?:the )?")
_OF = re.compile(r"\bof (?:the )?(?:U\.S\. |[A-Z]\w+ )?$")
# "Of the 900 employees, 120 work in the A", "a workforce of 900, of whom 120 are officers of the A"
_STAFF = cued(
    "employees workforce staff personnel",
    r"\b(?:employees|workforce|staff|personnel)\b[^.;]{0,90}?\b\d[\d,]* (?:of (?:them|whom) )?"
    r"(?:(?:are|were) )?(?:officers|agents|inspectors|investigators|employees|people|staff|work|worked|serve|served)"
    r"(?: assigned)? (?:of|in|at|for|with|to) (?:the )?",
    re.I,
)
_OF_OTHERS = re.compile(r"\b(?:took part|taking part|participat|attend|joined|signed|contribut|represented|sent)")
_NEXT = re.compile(r"[;,] (?:and )?(?:the )?$")
_NEXT_PARTED = re.compile(r"; (?:and )?(?:the )?$")
_STOP = re.compile(r"(?<![ .][A-Z])\. ")  # the end of a sentence, not an initial
_BELONGS = tuple(CK + n for n in ("unitOfAdministration", "directlySubordinateTo", "reportsToBody", "componentOf"))


def unit_set_claims(document: Document, passage: Passage, things: Things) -> Iterator[Proposal]:
    """The units of the body that a passage speaks of which it counts or ranks."""
    text = passage.text
    mentions = things.named_in(passage.index)
    for said, row in (*_counted(text, mentions, things), *_ranked(text, mentions)):
        if any(m.end <= said[0] and is_body(m, things) and m not in row and m.thing != things.agency for m in mentions):
            continue  # "A's staff is 900, of whom 120 work in B"
        owner = Mention(passage.index, *said, _spoken_of(document, passage, things), "understood", _LESS_SURE)
        for unit in row:
            yield from belonging(unit, owner, said, things)
    for others in _OTHERS.finditer(text):
        whole = next((m for m in reversed(mentions) if m.end <= others.start() and _OF.search(text, 0, m.start)), None)
        for unit in row_from(others.end(), text, mentions) if whole is not None else ():
            yield from belonging(unit, whole, others.span(), things) if whole is not None else ()


def belonging(
    unit: Mention, owner: Mention, words: tuple[int, int], things: Things, rule: str = "counted-units"
) -> Iterator[Proposal]:
    """That a unit is part of its owner, by the first property that admits both."""
    predicate = next((p for p in _BELONGS if admits(p, unit, owner, things)), None)
    if predicate is not None and is_body(unit, things):
        rule = f"{rule}-{predicate.removeprefix(CK)}"
        yield Proposal(unit, predicate, owner, Modality.STANDING, rule, words, _LESS_SURE)


def _counted(
    text: str, mentions: Sequence[Mention], things: Things
) -> Iterator[tuple[tuple[int, int], Sequence[Mention]]]:
    """As in "Four offices do the work: A, B, C and D", with as many names as it says."""
    for said in _COUNTED.finditer(text):
        number = SMALL.get(said["number"].lower()) or (int(said["number"]) if said["number"].isdigit() else 0)
        named = [m for m in mentions if said.start("rest") <= m.start < said.end()]
        owned = re.search(r"(?:'s|\b(?:its|their|our|whose))\s*$", text[: said.start()])
        if _OF_OTHERS.search(said["rest"]) or number < 2 or named or owned:
            continue  # "Three departments took part: A, B and C"
        for row in (row_from(said.end(), text, mentions), _spread(said.end(), text, mentions, things)):
            if row and row[0].start == said.end() and len({m.thing for m in row}) == number:
                yield said.span(), row  # not "two offices (in A and B)"
                break


def _spread(start: int, text: str, mentions: Sequence[Mention], things: Things) -> list[Mention]:
    """The bodies that begin the members of a list, whatever is added to each: "A, with B at its head, and C".

    Where semicolons part the members, commas do not: "A, whose head, B, ...; C, ...; and D".
    """
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    parted = _NEXT_PARTED if ";" in text[start:end] else _NEXT
    inside = [m for m in mentions if start <= m.start < end and is_body(m, things) and text[m.start].isupper()]
    return [m for m in inside if m.start == start or parted.search(text, start, m.start)]


def _ranked(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Sequence[Mention]]]:
    for said in _BEFORE.finditer(text):
        row = row_from(said.end(), text, mentions)
        if row and row[0].start == said.end():
            yield said.span(), row if said["others"] or " are " in said.group() else row[:1]
    for said in _STRUCTURE.finditer(text):
        row = row_from(said.end(), text, mentions)
        if row and row[0].start == said.end():
            yield said.span(), row
    for said in _OPENING.finditer(text):
        yield from ((said.span(), [m]) for m in mentions if m.start == said.end() and _IS_FIRST.match(text, m.end))
    for said in _STAFF.finditer(text):
        yield from ((said.span(), [m]) for m in mentions if m.start == said.end())
    for mention in mentions:
        if behind := _BEHIND.match(text, mention.end):
            yield behind.span(), [mention]


def _spoken_of(document: Document, passage: Passage, things: Things) -> str:
    """The unit or body that the sentence before begins with, in one paragraph; else the agency."""
    before = document.passages[passage.index - 1] if passage.index else None
    if before is not None and before.segment.paragraph == passage.segment.paragraph:
        for mention in outermost(things.in_passage(before.index))[:1]:
            if mention.start <= len("The ") and things.is_a(mention, CK + "CustomsUnit", CK + "PublicBody"):
                return mention.thing
    return things.agency
