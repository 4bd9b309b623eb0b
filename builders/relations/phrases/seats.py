"""Where a body has its seat, as nouns say it: "A, with its secretariat at B", "The headquarters of A are in B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.words import words_in
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.80")
_UNDERSTOOD = Decimal("0.65")
_SEAT = r"(?:head ?quarters|head office|main office|central office|secretariat|seat|principal office)"
_SEAT_WORDS = frozenset("headquarters quarters office secretariat seat".split())  # one of them is in each seat
_LIES = (
    r"(?:(?:is|are|was|lies?|sits?|stands?|remains?|being)\s)?(?:now |still )?"
    r"(?:located |based |situated |housed |kept |lodged |hosted |established )?"
)
_AT = r"(?:in|at|within)\s(?:the )?"
_WITH_SEAT = re.compile(
    rf"['\"\s)]*(?:\([^()]*\))?,? (?:(?:with|having) (?:its|their|a|the)|whose) (?:{_SEAT}|office) {_LIES}{_AT}", re.I
)
_BY = re.compile(r"\bby (?:the )?$")
_SEAT_OF = re.compile(rf"(?:^|[.;] )(?:The |Its |Our )?{_SEAT} of (?:the )?$", re.I)
_IS_AT = re.compile(rf"['\"\s)]*(?:\([^()]*\))? {_LIES}{_AT}", re.I)
_ITS_SEAT = re.compile(rf" {_SEAT} {_LIES}{_AT}", re.I)
_OWN_SEAT = re.compile(rf"(?:^|[.;] )(?:the|its|our)? ?(?:{_SEAT}) {_LIES}{_AT}", re.I)
_FROM_SEAT = re.compile(rf"From (?:its|their|our) (?:{_SEAT}|base|offices?) {_AT}")
_INSIDE = re.compile(r"(?: \([^()]*\))?(?: in |, )(?:the )?")
_DENIED = re.compile(r"\b(?:not|no longer|never)\b")


def seat_claims(passage: Passage, things: Things) -> Iterator[Proposal]:
    """The places of the seats that a passage speaks of; a seat without an owner is the agency's."""
    text, mentions = passage.text, things.in_passage(passage.index)
    if passage.is_cell or _SEAT_WORDS.isdisjoint(words_in(text)) or _DENIED.search(text):
        return
    named = things.named_in(passage.index)
    for n, beside in enumerate(named):
        owner = beside
        said = _WITH_SEAT.match(text, beside.end)
        if said is not None and n and _BY.search(text[: beside.start]):
            owner = named[n - 1]  # "A, set up by B, with its office in C"
        if said is None and _SEAT_OF.search(text[: owner.start]):
            said = _IS_AT.match(text, owner.end)
        if said is not None:
            yield from _seated(owner, said.end(), said.span(), text, mentions, things, _SURE)
    if (opened := _FROM_SEAT.match(text)) is not None:
        seated = next((m for m in mentions if m.start > opened.end() and is_body(m, things)), None)
        if seated is not None:
            yield from _seated(seated, opened.end(), opened.span(), text, mentions, things, _SURE)
    yield from _own_seats(passage, mentions, things)


def _own_seats(passage: Passage, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "*Its* seat is in A", of what "its" stands for, and "Headquarters are in A", of the agency."""
    text = passage.text
    owners = [m for m in mentions if m.how == "pronoun" and text[m.start : m.end].lower() == "its"]
    for owner, said in ((m, _ITS_SEAT.match(text, m.end)) for m in owners):
        if said is not None:
            yield from _seated(owner, said.end(), said.span(), text, mentions, things, _SURE)
    own = _OWN_SEAT.search(text)
    if own is not None and not any(own.start() <= m.start < own.end() for m in owners):
        agency = Mention(passage.index, *own.span(), things.agency, "understood", _UNDERSTOOD)
        yield from _seated(agency, own.end(), own.span(), text, mentions, things, _UNDERSTOOD)


def _seated(
    owner: Mention,
    start: int,
    words: tuple[int, int],
    text: str,
    mentions: Sequence[Mention],
    things: Things,
    sure: Decimal,
) -> Iterator[Proposal]:
    """The edge to the place or to the body that houses the seat."""
    row = row_from(start, text, mentions)[:1]
    inside = _INSIDE.match(text, row[0].end) if row else None  # "at A in B"
    for place in (*row, *(m for m in mentions if inside and m.start == inside.end())):
        for predicate in ("locatedIn", "secretariatAt"):
            if admits(CK + predicate, owner, place, things):
                rule = f"seat-{predicate}" + ("-understood" if owner.how == "understood" else "")
                yield Proposal(owner, CK + predicate, place, Modality.STANDING, rule, words, sure)
                break
