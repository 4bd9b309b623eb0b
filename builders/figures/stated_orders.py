"""Figures of which the words say that one is larger: "fell from 430 to 410", "430 in Sund, ahead of Holm with 410"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from customs_kg.builders.document import Document
from customs_kg.builders.english.words import words_in
from customs_kg.builders.figures.context.change_words import DOWN_VERBS, MOVE_WORDS, UP_VERBS
from customs_kg.builders.figures.figure import FigureReading, Key, StatedOrder, Told, prose_by_passage
from customs_kg.graph.model import MeasureKind, Qualifier

_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.AVERAGE})
_MOVED = (
    rf"\b(?:(?P<up>{UP_VERBS}|up|increases?|rise|growth)|(?P<down>{DOWN_VERBS}|down|decreases?|decline|fall|drop))\b"
)
_EITHER_WAY = re.compile(r"(?:improv|recover|advanc|worsen|deteriorat|strengthen|weaken|firm)", re.IGNORECASE)
_FROM = re.compile(rf"{_MOVED}(?: [^\s,;:.()]+){{0,6}} from $", re.IGNORECASE)
_TO = re.compile(rf"{_MOVED}(?: [^\s;:()]+){{0,5}} to $", re.IGNORECASE)
_THEN_TO = re.compile(r"(?: [^\s,;:()]+){0,6} to ")
_THEN_FROM = re.compile(r"(?: [^\s,;:()]+){0,5},? from ")
_ASIDE_FROM = re.compile(r"(?: [^\s,;:()]+){0,5}(?:,| \() ?(?:which (?:is|was) )?(?:(?P<up>up)|(?P<down>down)) from ")
_RANKED = re.compile(
    r"\b(?:largest|biggest|busiest|most|highest|greatest|top|leading|chief|main|first)\b", re.IGNORECASE
)
_RANKS = frozenset("largest biggest busiest most highest greatest top leading chief main first".split())
_NEXT_IN_RANK = re.compile(
    r"[^.;:\d]{0,60}\b(?:followed by|ahead of)(?: [^.;:,\d]{1,40}?)??(?: ?\(| with| at| on|,)? ?"
)
_BY_OTHER_MEASURE = re.compile(
    r"\b(?:by|in terms of|measured) (?:value|weight|number|volume|area)\b|\brank", re.IGNORECASE
)
_BEHIND = 90  # characters before a figure that hold the verb of a move


def stated_orders(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedOrder]:
    """The pairs of neighbouring figures of one unit of which the words say which is the larger."""
    for index, keys in prose_by_passage(document, told, _LEVELS).items():
        text = document.passages[index].text
        if len(keys) < 2 or (MOVE_WORDS | _RANKS | {"up", "down"}).isdisjoint(words_in(text)):
            continue
        for pair in pairwise(keys):
            one, other = (told[k] for k in pair)
            if _are_alike(one, other) and (rises := _rises(text, one, other, _others_between(told, pair))) is not None:
                large, small = pair[::-1] if rises else pair
                yield StatedOrder(uses[large], uses[small])


def _are_alike(one: FigureReading, other: FigureReading) -> bool:
    exact = one.qualifier is other.qualifier is Qualifier.EXACT
    return exact and (one.unit, one.kind) == (other.unit, other.kind) and one.value > 0 < other.value


def _others_between(told: Told, pair: Sequence[Key]) -> bool:
    """Whether a figure of another kind stands between two."""
    return any(pair[0] < key < pair[1] for key in told)


def _rises(text: str, one: FigureReading, other: FigureReading, others: bool) -> bool | None:
    """Whether the second of two figures should be the larger one; None where the words do not say."""
    start = one.quantity.qualifier_start
    before = text[max(0, start - _BEHIND) : start]
    between = text[one.quantity.end : other.quantity.qualifier_start]
    if _BY_OTHER_MEASURE.search(text) or others:
        return None
    if (move := _FROM.search(before)) and _THEN_TO.fullmatch(between):
        return bool(move["up"]) if _has_direction(move) else None
    if (move := _ASIDE_FROM.fullmatch(between)) or ((move := _TO.search(before)) and _THEN_FROM.fullmatch(between)):
        return bool(move["down"]) if _has_direction(move) else None
    ranked = _NEXT_IN_RANK.fullmatch(between) and _RANKED.search(text[:start])
    return False if ranked else None


def _has_direction(move: re.Match[str]) -> bool:
    """Whether a verb says which way a figure went: a time that "improved" may have become shorter."""
    return _EITHER_WAY.match(move["up"] or move["down"]) is None
