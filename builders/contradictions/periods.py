"""Which times that are told of one thing cannot be the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from customs_kg.graph.model import Period


class When(NamedTuple):
    """A time that is told, and whether it is only the latest: "by June"."""

    period: Period
    is_limit: bool = False


def are_apart(one: When, other: When) -> bool:
    """Whether two times have no day in common; "in March" keeps the limit "by June"."""
    return _is_over(one, other) or _is_over(other, one)


def _is_over(one: When, other: When) -> bool:
    """Whether the first is over before the second begins; a limit alone may be met much earlier."""
    if other.is_limit and not one.is_limit:
        return False
    end, start = one.period.end, other.period.start
    return end is not None and start is not None and end <= start


def rivals(times: Iterable[When]) -> tuple[Period, ...]:
    """The periods of which each is apart from some other, in order of time; none where three are apart.

    What has three dates is not one event: it recurs.
    """
    told = sorted({when.period.key: when for when in times}.values(), key=lambda w: w.period.key)
    apart = [pair for pair in combinations(told, 2) if are_apart(*pair)]
    found = [when for when in told if any(when in pair for pair in apart)]
    three = any(all(pair in apart for pair in combinations(row, 2)) for row in combinations(found, 3))
    return () if three else tuple(when.period for when in found)
