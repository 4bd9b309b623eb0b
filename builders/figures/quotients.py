"""Divisions that a sentence states with both of their numbers: "105 of 420 (25%)", "40 boats for 2 million each"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figure import (
    FigureReading,
    Key,
    StatedPart,
    StatedQuotient,
    Told,
    keys_by_passage,
    prose_by_passage,
)
from customs_kg.builders.quantities.units import NUM
from customs_kg.graph.model import MeasureKind

_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.AVERAGE})
_RATE = (
    r"(?:which (?:is|was|makes|made|gives|gave|means) |making |giving |for |or )?(?:an? |the )?(?:[\w-]+ )?"
    r"(?:rate|share|proportion|quota)s? of "
)
_SAME = re.compile(  # between a part and its share
    rf"(?: [\w'-]+){{0,3}}?(?: \(|,? or |, that is,? |, i\.e\.,? | [\u2013\u2014] |: "
    rf"|(?: [\w'-]+){{0,4}}, {_RATE}|, (?P<bare>))"
    r"(?:(?:just|only) )?"
)
_OF_WHICH = re.compile(r"(?: [\w'-]+){0,4}?,? of (?:which|whom|this|these|them) (?!.*\d)[^.;:()]{0,40}")
_MAKES_UP = re.compile(
    r"(?: [\w'-]+){0,3}? (?:made up|makes? up|accounted for|account for|represent(?:ed|s)?|constituted?|equall?ed"
    r"|correspond(?:ed|s) to|was|were|is|are)(?: (?:just|only))? "
)
_OF_TOTAL = re.compile(
    r" of (?:the|all|our|its)(?: (?!of\b)[\w'-]+){0,4}?"
    r"(?: of|,? which (?:was|were|is|are|came to|totall?ed|amounted to))? "
)
_OF = re.compile(r"(?: [\w'-]+){0,2}?,? (?:out )?of (?:(?:the|its|all|our|their|these|those) )*")
_OF_OPENS = re.compile(r"(?:^|[;,:] )(?:out )?of (?:(?:the|its|all|our|their|these|those) )*$", re.IGNORECASE)
_OF_OTHERS = re.compile(r" of (?!(?:(?:the|its|our) )?(?:total|whole|all\b))", re.IGNORECASE)
_THEN_PART = re.compile(r"[^.,;:()]{1,60}, ")  # " parcels opened, "
_ENDS = re.compile(r"[.,;)]|$")
_EACH = re.compile(r" (?:each|apiece)\b")
_AVERAGE = re.compile(r"\b(?:average|mean)(?: \w+)? of $")
_IN_ALL = re.compile(r"(?: \w+){0,2} (?:in all|in total|altogether|all told|together)\b")
_ALL_BEFORE = re.compile(r"\b(?:in all|in total|altogether|together|a total of|totall?ing|making)(?:,| [\w']+){0,3} $")
_BEHIND = 40  # characters before a figure that hold the words for its place in a division


def stated_quotients(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedQuotient]:
    """The shares that stand beside their part and whole, the amounts of one that stand beside number and total."""
    prose = (key for key in told if not document.passages[key[0]].is_cell)
    for index, keys in keys_by_passage(prose).items():
        text = document.passages[index].text
        for three in zip(keys, keys[1:], keys[2:], strict=False):
            if found := _share(text, three, told) or (_amount(text, three, told) if len(keys) == len(three) else None):
                yield StatedQuotient(*(uses[k] for k in found))


def stated_parts(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedPart]:
    """The numbers that stand beside that of all: "12 of our 40 boats were sold", "of our 40 boats, 12 were sold"."""
    for index, keys in prose_by_passage(document, told, {MeasureKind.LEVEL}).items():
        text = document.passages[index].text
        for one, other in pairwise(keys) if " of " in text or "Of " in text else ():
            a, b = told[one], told[other]
            if (a.unit, a.period) != (b.unit, b.period):
                continue
            between = text[a.quantity.end : b.quantity.qualifier_start]
            if a.value < b.value and _OF.fullmatch(between):
                yield StatedPart(uses[one], uses[other])
            elif (
                a.value > b.value
                and _THEN_PART.fullmatch(between)
                and _OF_OPENS.search(text[: a.quantity.qualifier_start])
            ):
                yield StatedPart(uses[other], uses[one])


def _share(text: str, three: tuple[Key, Key, Key], told: Told) -> tuple[Key, Key, Key] | None:
    """A share with its part and whole: "105 of 420 (25%)", "25%, or 105, of 420", "Of 420 cases, 105 (25%)".

    Also "420 cases, of which 105, or 25%, were upheld" and "the 105 made up 25% of all 420".
    """
    a, b, c = (told[k] for k in three)
    shares = [k for k in three if told[k].kind is MeasureKind.SHARE]
    if len(shares) != 1 or _is_of_others(text, told[shares[0]], last=shares[0] == three[2]):
        return None
    first, second = text[a.quantity.end : b.quantity.qualifier_start], text[b.quantity.end : c.quantity.qualifier_start]
    if _OF_OPENS.search(text[: a.quantity.qualifier_start]) and _is_same(text, b, c):
        whole = three[0]
    elif _is_same(text, a, b) and _OF.fullmatch(second):
        whole = three[2]
    elif _OF.fullmatch(first) and _is_same(text, b, c):
        whole = three[1]
    elif shares[0] == three[2] and _OF_WHICH.fullmatch(first) and _is_same(text, b, c):
        whole = three[0]
    elif shares[0] == three[1] and _MAKES_UP.fullmatch(first) and _OF_TOTAL.fullmatch(second):
        whole = three[2]
    else:
        return None
    part = next((k for k in three if k not in (whole, shares[0])), whole)
    alike = told[part].unit == told[whole].unit and {told[part].kind, told[whole].kind} <= _LEVELS
    return (shares[0], part, whole) if alike and 0 < told[part].value < told[whole].value else None


def _is_same(text: str, one: FigureReading, other: FigureReading) -> bool:
    """Whether a figure gives the one before it once more: "412 of the posts, or 45 percent"."""
    same = _SAME.fullmatch(text, one.quantity.end, other.quantity.qualifier_start)
    return same is not None and (same["bare"] is None or _ENDS.match(text, other.quantity.end) is not None)


def _is_of_others(text: str, share: FigureReading, *, last: bool) -> bool:
    """As in "Of 420 lorries 105, or 60% of those of Osland": a share of something else."""
    return last and _OF_OTHERS.match(text, share.quantity.end) is not None


def _amount(text: str, three: tuple[Key, Key, Key], told: Told) -> tuple[Key, Key, Key] | None:
    """An amount of one with the total and the number, which are all figures of the sentence."""
    ones = [k for k in three if _is_each(text, told[k])]
    totals = [k for k in three if k not in ones and _is_total(text, told[k])]
    if len(ones) != 1 or len(totals) != 1:
        return None
    number = next(k for k in three if k not in (ones[0], totals[0]))
    alike = told[ones[0]].unit == told[totals[0]].unit and {told[k].kind for k in three} <= _LEVELS
    counted = told[number].unit == NUM and 0 < told[ones[0]].value < told[totals[0]].value
    return (ones[0], totals[0], number) if alike and counted else None


def _is_each(text: str, reading: FigureReading) -> bool:
    start = reading.quantity.qualifier_start
    return bool(_EACH.match(text, reading.quantity.end) or _AVERAGE.search(text, max(0, start - _BEHIND), start))


def _is_total(text: str, reading: FigureReading) -> bool:
    start = reading.quantity.qualifier_start
    before = _ALL_BEFORE.search(text, max(0, start - _BEHIND), start)
    return bool(before or _IN_ALL.match(text, reading.quantity.end))
