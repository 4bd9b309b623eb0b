"""Parts that have nothing in common, as their words say: ways, places, men and women, of one total in one sentence.

What the parts leave open may be the rest of the total: they only may not exceed it, unless one digit is all that
keeps them from it. Shares of one whole may not exceed a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from customs_kg.builders.figures.figure import Key, Told
from customs_kg.builders.figures.part_sums import WHOLE_HALVES, are_halves
from customs_kg.graph.model import MeasureKind, Qualifier

_FEWEST_SHARES = 3
_MOST_IN_ALL = Decimal(101)
_BY = (
    r"(?P<by>by|through|via)(?: \w| the \w)|(?P<at>at|in|from|to|into)(?: the)? (?:port of )?(?=[A-Z])"
    r"|(?P<on>from) (?=abroad|outside|inside)"
)
_FIRST_WAY = re.compile(rf"(?: [\w'-]+){{0,4}}? (?:{_BY})")
_NEXT_WAY = re.compile(rf"(?: (?:more|others?|came|went|arrived|left))? (?:{_BY})")
_JOINT = re.compile(r"(?:,| and|, and|,? while|, but) $")
_JOINT_NAMED = re.compile(r"(?:,| and|, and)(?: (?!and\b)[\w'-]+){1,5} ")
_OPENED = re.compile(r"[,:(\u2013-] ?(?:with |including |namely |some |about )?$")
_MADE_UP = re.compile(r"\b(?:made up|makes? up|accounted for|account(?:s|ing)? for|represent(?:ed|s)?|constituted?)\b")
_OF_WHOLE = re.compile(r"\bof (?:the (?:total|whole)|all|total)\b", re.IGNORECASE)
_STOPS = re.compile(r"[;:)]|\.(?= |$)")


def parts_of_total(text: str, total: Key, later: Sequence[Key], told: Told) -> tuple[list[Key], bool] | None:
    """The parts that follow a total in its sentence and have nothing in common, and whether they must make it up.

    As in "Of the 61 vans, 30 came by road, 20 by rail and 12 by sea", "61 people were held, 40 men and 22 women".
    """
    whole = told[total]
    row: list[Key] = []
    for key in later:
        reading = told[key]
        if (reading.unit, reading.kind, reading.period) != (whole.unit, whole.kind, whole.period):
            break
        if reading.value >= whole.value:
            return None
        row.append(key)
    opened = row and _OPENED.search(text[whole.quantity.end : told[row[0]].quantity.qualifier_start])
    if len(row) < 2 or len(row) != len(later) or not opened:
        return None
    halves = are_halves(text, row, WHOLE_HALVES)
    tails = _tails(text, row, told)
    own = text[whole.quantity.end : told[row[0]].quantity.qualifier_start]
    if not (halves or (_are_apart(tails) and not _are_apart([own, *tails]))):
        return None
    added = sum((told[k].value for k in row), Decimal(0))
    return row, halves or is_slip(added, whole.value)


def shares_of_whole(text: str, keys: Sequence[Key], told: Told) -> list[Key]:
    """The shares of one whole that come to more than all of it: "A made up 50%, B 40% and C 30% of the total"."""
    shares = [k for k in keys if told[k].kind is MeasureKind.SHARE and told[k].qualifier is Qualifier.EXACT]
    if len(shares) < _FEWEST_SHARES or len(shares) != len(keys) or len(_OF_WHOLE.findall(text)) != 1:
        return []
    alike = len({(told[k].unit, told[k].period) for k in shares}) == 1
    added = sum((told[k].value for k in shares), Decimal(0))
    tails = _tails(text, shares, told)
    gapped = len(_MADE_UP.findall(text)) == 1 and all(_JOINT_NAMED.fullmatch(tail) for tail in tails[:-1])
    return shares if alike and added > _MOST_IN_ALL and (gapped or _are_apart(tails)) else []


def _tails(text: str, row: Sequence[Key], told: Told) -> list[str]:
    """What stands behind each figure of a row, up to the next one or to the mark that ends the row."""
    ends = [told[k].quantity.end for k in row]
    last = _STOPS.search(text, ends[-1])
    starts = [*(told[k].quantity.qualifier_start for k in row[1:]), last.start() if last else len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def _are_apart(tails: Sequence[str]) -> bool:
    """Whether one preposition leads each part to a way or a place of its own."""
    ways = [(_NEXT_WAY if i else _FIRST_WAY).match(tail) for i, tail in enumerate(tails)]
    joined = all(_JOINT.search(tail) and not _STOPS.search(tail) for tail in tails[:-1])
    words = {next(word for word in way.groupdict().values() if word) for way in ways if way}
    return joined and all(ways) and len(words) == 1


def is_slip(added: Decimal, told: Decimal) -> bool:
    """Whether a sum and the total told differ in one digit, or have the same digits in another order.

    A sum that is rounder than the total only leaves something out: "1,420, of them 900 and 500".
    """
    a, b = (f"{value:f}" for value in (added, told))
    apart = sum(x != y for x, y in zip(a, b, strict=False))
    rounder = len(a) - len(a.rstrip("0")) > len(b) - len(b.rstrip("0"))
    return len(a) == len(b) and ((apart == 1 and not rounder) or (apart == 2 and sorted(a) == sorted(b)))
