"""Patterns that are tried only where a word stands that they need."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

from customs_kg.builders.english.words import words_in


def any_case(words: Iterable[str]) -> str:
    """An alternation of words in small letters or capitals, which most texts can be told from by their first letters.

    >>> any_case(["seizures?", "theft", "smuggling"])
    '(?:[Ss](?i:eizures?|muggling)|[Tt](?i:heft))'
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        first = word[0] if word[0].islower() else ""
        rests.setdefault(first, []).append(word.removeprefix(first))
    alike = (f"[{c.upper()}{c}](?i:{'|'.join(r)})" if c else f"(?i:{'|'.join(r)})" for c, r in rests.items())
    return f"(?:{'|'.join(alike)})"


class CuedPattern(NamedTuple):
    """A pattern, and words of which every text that it finds something in holds one.

    A report has some sixty such patterns tried on each of its passages, most of which hold none of their words:
    the words of a passage are listed once, and looking them up is far cheaper than reading the passage again.
    """

    pattern: re.Pattern[str]
    cues: frozenset[str]  # in lower case, letters alone

    def is_cued(self, text: str) -> bool:
        """Whether a text holds one of the words, so that the pattern may find something."""
        return not self.cues.isdisjoint(words_in(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """What the pattern finds first between two offsets of a text."""
        return None if self.cues.isdisjoint(words_in(text)) else self.pattern.search(text, start, end)

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All that the pattern finds in a text."""
        return () if self.cues.isdisjoint(words_in(text)) else self.pattern.finditer(text)


def cued(cues: str, pattern: str, flags: int = 0) -> CuedPattern:
    r"""A pattern with its words, which blanks part.

    >>> latter = cued("latter former", r"the (latter|former)\b")
    >>> latter.search("Of the two, the latter grew.")[1], latter.search("It grew.")
    ('latter', None)
    """
    return CuedPattern(re.compile(pattern, flags), frozenset(cues.split()))
