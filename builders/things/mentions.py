"""Where a report mentions a thing."""

from __future__ import annotations

import re
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


# the full stop of a legal form inside a sentence: "Hallam Data *Inc.* built", "Hallam Data *Inc.*'s plant"
_LEGAL_FORMS = ("Inc", "Ltd", "Co", "Corp", "Bros")
_GOES_ON = re.compile(r"\.(?=[',);]| [a-z(])")


def behind_stop(text: str, end: int) -> int:
    """The end of a name in a text, behind the full stop of its legal form.

    >>> behind_stop("Hallam Ltd. built it.", 10)
    11
    """
    return end + 1 if text.endswith(_LEGAL_FORMS, 0, end) and _GOES_ON.match(text, end) else end
