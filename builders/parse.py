"""Passages to words and clauses, with quantities and names each read as one word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause, read_clauses
from customs_kg.builders.english.compounds import DOING
from customs_kg.builders.english.hearsay import without_hearsay
from customs_kg.builders.english.interruptions import uninterrupted
from customs_kg.builders.english.token import Token

_VERB_FIRST = re.compile(
    r"[a-z]+(?:ing|ed) (?:to |into )?(?:the |an? |[A-Z])"
)  # "joining the A" is a clause, not a word
_START, _END = attrgetter("start"), attrgetter("end")
_QUOTED = re.compile(r'"[^"]{1,120}"')


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tokens and clauses of a passage; offsets are those of its reading text."""

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]

    def stretch(self, run: tuple[int, int]) -> tuple[int, int]:
        """The reading offsets of a run of tokens (positions, end exclusive)."""
        return self.tokens[run[0]].start, self.tokens[run[1] - 1].end

    def place_from(self, offset: int) -> int:
        """The position of the first token that starts at a reading offset or behind it."""
        return bisect_left(self.tokens, offset, key=_START)

    def place_behind(self, offset: int) -> int:
        """The position of the first token that ends behind a reading offset."""
        return bisect_right(self.tokens, offset, key=_END)

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie between two reading offsets."""
        return self.tokens[self.place_from(start) : self.place_behind(end)]


def parse_passage(passage: Passage, names: Sequence[tuple[int, int]] = ()) -> Parsed:
    """The words and clauses of a passage; `names` are stretches of its reading text that are names.

    A quoted stretch of a few words counts as a name.
    """
    tokens = tuple(uninterrupted(passage.words.merged(_merged(passage, names))))
    return Parsed(tokens, without_hearsay(tokens, read_clauses(tokens, passage.lead)))


def _merged(passage: Passage, names: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(passage.text) if m.group().count(" ") < 12]
    nouns = [(s, e) for s, e in names if not _VERB_FIRST.match(passage.text[s:e])]
    led = [(s, m.end(), "JJ") for s, e in nouns if (m := DOING.match(passage.text, e))]  # "the *A-led* operation"
    wanted = [*led, *((s, e, "NNP") for s, e in (*nouns, *quoted))] + [
        (q.start, q.end, "CD") for q in passage.quantities
    ]
    taken: list[tuple[int, int, str]] = []
    for start, end, tag in sorted(wanted, key=lambda w: (w[0] - w[1], w[0], w[2])):
        if all(end <= s or start >= e for s, e, _ in taken):
            taken.append((start, end, tag))
    return sorted(taken)
