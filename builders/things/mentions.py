"""Where a report mentions a thing."""

from __future__ import annotations

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
