"""One candidate for each item."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

_Candidate = TypeVar("_Candidate", bound=Hashable)


def match_candidates(wanted: Sequence[Sequence[_Candidate]]) -> dict[int, _Candidate]:
    """As many items as possible, each with a candidate of its own, by position (Kuhn's augmenting paths).

    Unlike a plain maximum matching, an item gets the first candidate of its list that leaves the others theirs.

    >>> match_candidates([["a", "b"], ["a"]])
    {1: 'a', 0: 'b'}
    """
    holder: dict[_Candidate, int] = {}

    def place(item: int, tried: set[_Candidate]) -> bool:
        for candidate in wanted[item]:
            if candidate in tried:
                continue
            tried.add(candidate)
            if candidate not in holder or place(holder[candidate], tried):
                holder[candidate] = item
                return True
        return False

    for item in range(len(wanted)):
        place(item, set())
    return {item: candidate for candidate, item in holder.items()}
