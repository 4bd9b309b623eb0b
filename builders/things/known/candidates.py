"""A stretch of words that may name a thing, before it is known which."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from customs_kg.builders.document import Passage
from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.gazetteer import Match

CERTAIN = Decimal("0.95")
LIKELY = Decimal("0.85")
FAIR = Decimal("0.75")
WEAK = Decimal("0.6")


_END = attrgetter("end")


class Candidate(NamedTuple):
    """The words `[start, end)` of a passage name a thing with this label and class ("" while unknown).

    `iri` is set where the thing is a known one. `aliases` are other names that the same words give it.
    """

    passage: int
    start: int
    end: int
    label: str
    cls: str
    how: str
    confidence: Decimal
    iri: str = ""
    aliases: tuple[str, ...] = ()
    core_end: int = 0  # where the noun phrase of a description ends, before "of ..." or "for ..."


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage with the known names found in it."""

    passage: Passage
    known: tuple[Match, ...]
    text: str = field(init=False)  # the reading text
    tokens: tuple[Token, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Takes the text and the words from the passage."""
        object.__setattr__(self, "text", self.passage.text)
        object.__setattr__(self, "tokens", self.passage.words.tokens)

    @property
    def index(self) -> int:
        """The position of the passage in the document."""
        return self.passage.index

    def words(self, start: int, end: int) -> str:
        """The text of the tokens `[start, end)`."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def token_at(self, offset: int) -> int:
        """The position of the first token that ends after an offset."""
        return bisect_right(self.tokens, offset, key=_END)
