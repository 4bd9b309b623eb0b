"""Claims that leave no room for a second value: "A is headed by B", "C led Operation D", "The seat of E is in F"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.words import words_in
from customs_kg.builders.things.things import Things
from customs_kg.builders.times.calendar_periods import MONTH
from customs_kg.builders.times.periods import Role
from customs_kg.graph.model import Claim, Modality, Span
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.lexicon import sole_words
from customs_kg.ontology.vocabulary import load_terms

_BEFORE = 40  # characters before the words of a claim that hold what its noun is: "The seat of"
_BEHIND = 8  # and behind them: "A, Director General *since*"
_OF_OTHER_TIMES = frozenset(
    "until till formerly former then acting outgoing initially now new previously predecessor successor took jointly "
    "co-chaired together alternately rotates rotating part side".split()
)
# where or for what: "A led it *at sea*"
_OF_A_PART = re.compile(
    rf"\s+(?:at|on|in|along|off|for|around|near|across|within)\s+(?!\d|(?:the\s+)?(?:{MONTH}|year|first|second|third|last))"
)
_DURING = (Role.DURING, Role.AS_OF, Role.BY, Role.UNTIL)
_HELD = CK + "holds"
_ONCE = (CK + "Endeavour",)  # who led an operation led it from its start to its end
_VALUES = (FOAF + "Person", CK + "Post", CK + "CustomsTerritory", CK + "Place")


class Sole(NamedTuple):
    """A claim by the thing that has only one value, the value and the kind of it, and the sentence that tells it."""

    owner: str
    value: str
    kind: str
    passage: int
    claim: Claim


def sole_claims(document: Document, things: Things, claims: Iterable[Claim]) -> Iterator[Sole]:
    """The claims of a report that say there is no other value at the time, once for each sentence."""
    starts = [passage.segment.span.start for passage in document.passages]
    for claim in claims:
        words = _sole_with().get(claim.predicate)
        if words is None or not {claim.subject, claim.object} <= things.entities.keys():
            continue
        ends = (claim.object, claim.subject) if claim.predicate == _HELD else (claim.subject, claim.object)
        if not _is_of_one_time(things, claim, ends[0]):
            continue
        for span in claim.evidence:
            passage = document.passages[bisect_right(starts, span.start) - 1]
            whole = words.search(_around(document, span)) and not _OF_A_PART.match(document.text.text, span.end)
            if whole and _speaks_of_now(things, passage, ends[0]):
                yield Sole(*ends, _kind(things, ends[1]), passage.index, claim)


def _is_of_one_time(things: Things, claim: Claim, owner: str) -> bool:
    """Whether a claim holds now, or of an endeavour, and its owner is a thing of which there is but one."""
    entity = things.entities[owner]
    once = load_terms().is_any(entity.cls, _ONCE)
    if claim.predicate == _HELD and not entity.label.lower().startswith(sole_words()[CK + "Post"]):
        return False
    named = re.search(r"[A-Z]", entity.label) is not None
    return named and (claim.modality is Modality.STANDING or (once and claim.modality is Modality.ACTUAL))


def _speaks_of_now(things: Things, passage: Passage, owner: str) -> bool:
    """Whether a sentence names no other time, and no one who came before or works with others."""
    dated = any(t.role in _DURING and not t.in_name for t in passage.times)
    once = load_terms().is_any(things.entities[owner].cls, _ONCE)
    return (once or not dated) and _OF_OTHER_TIMES.isdisjoint(words_in(passage.text))


def _around(document: Document, span: Span) -> str:
    return document.text.text[max(0, span.start - _BEFORE) : span.end + _BEHIND]


def _kind(things: Things, value: str) -> str:
    """The class that a value is compared in: a person with persons, a place with places."""
    cls = things.entities[value].cls
    return next((kind for kind in _VALUES if load_terms().is_a(cls, kind)), "")


@lru_cache(maxsize=1)
def _sole_with() -> Mapping[str, re.Pattern[str]]:
    return {
        term: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b(?! to\b)", re.IGNORECASE)
        for term, words in sole_words().items()
        if term in load_terms().properties
    }
