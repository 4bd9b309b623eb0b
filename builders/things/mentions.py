"""Where a report mentions a thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Mention:
    """The words `[start, end)` of a passage's reading text, without article or title, stand for a thing.

    `how` is "registry", "name", "acronym", "code", "quoted", "description", "pronoun" or "head".
    """

    passage: int
    start: int
    end: int
    thing: str
    how: str
    confidence: Decimal


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that lie in no other that is longer, in their order."""
    if len(mentions) < 2:
        return list(mentions)
    end = 0
    for mention in mentions:
        if mention.start < end:
            break
        end = mention.end
    else:  # as most are: each stands behind the one before
        return list(mentions)
    outer: set[tuple[int, int]] = set()
    reach = -1
    for start, minus_end in sorted({(m.start, -m.end) for m in mentions}):  # what holds a stretch comes before it
        if -minus_end > reach:
            outer.add((start, -minus_end))
            reach = -minus_end
    return [m for m in mentions if (m.start, m.end) in outer]


# the full stop of a legal form inside a sentence: "Hallam Data *Inc.* built", "Hallam Data *Inc.*'s plant"
_LEGAL_FORMS = ("Inc", "Ltd", "Co", "Corp", "Bros")
_GOES_ON = re.compile(r"\.(?=[',);]| [a-z(])")


def behind_stop(text: str, end: int) -> int:
    """The end of a name in a text, behind the full stop of its legal form.

    >>> behind_stop("Hallam Ltd. built it.", 10)
    11
    """
    return end + 1 if text.endswith(_LEGAL_FORMS, 0, end) and _GOES_ON.match(text, end) else end
