"""A passage laid out for reading its figures: where its quantities, times and clauses stand among its tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from customs_kg.builders.clauses import Clause, Role
from customs_kg.builders.document import Passage
from customs_kg.builders.parse import Parsed
from customs_kg.builders.quantity import Quantity
from customs_kg.builders.tokens import Token
from customs_kg.builders.verb_forms import Form

_LINKS = frozenset({"RB", "IN", "TO", "DT", "JJR", "JJS", "RBR", "JJ"})
_LINK_WORDS = frozenset("at to of by as about around over under nearly almost some more less than only up some just approximately in a an the"
                        " close well roughly above below at least most worth estimated further now still already valued".split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """`places` gives the token of each quantity by its start; `stops` are the tokens of times and quantities."""

    passage: Passage
    parsed: Parsed
    places: Mapping[int, int]
    stops: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the passage."""
        return self.parsed.tokens

    @property
    def text(self) -> str:
        """The reading text of the passage."""
        return self.passage.text

    def token_at(self, offset: int) -> int:
        """The position of the first token that ends after a reading offset."""
        return next((i for i, t in enumerate(self.tokens) if t.end > offset), len(self.tokens))

    def after(self, quantity: Quantity) -> int:
        """The position of the first token after a quantity."""
        return self.token_at(quantity.end)

    def before(self, quantity: Quantity) -> int:
        """The position of the first token of a quantity's qualifier, or of the quantity."""
        return self.token_at(quantity.qualifier_start)

    def in_brackets(self, offset: int) -> tuple[int, int] | None:
        """The brackets around an offset, as reading offsets of what is between them."""
        start = self.text.rfind("(", 0, offset)
        if start < 0 or ")" in self.text[start:offset]:
            return None
        end = self.text.find(")", offset)
        return (start + 1, end if end >= 0 else len(self.text))

    def clause_of_subject(self, at: int) -> Clause | None:
        """The clause whose subject holds a token; the innermost."""
        found = [
            c
            for c in self.parsed.clauses
            if c.subject and c.subject[0] <= at < c.subject[1] and c.role is not Role.CONJUNCT
        ]
        return min(found, key=lambda c: (c.subject[1] - c.subject[0] if c.subject else 0, c.verb), default=None)

    def clause_before(self, at: int) -> Clause | None:
        """The clause whose verb group ends last before a token, on the same side of any brackets."""
        level = self.in_brackets(self.tokens[at].start) if at < len(self.tokens) else None
        found = [
            c
            for c in self.parsed.clauses
            if c.group[1] <= at and self.in_brackets(self.tokens[c.verb].start) == level and not self._walled(c, at)
        ]
        return max(found, key=lambda c: c.group[1], default=None)

    def _walled(self, clause: Clause, at: int) -> bool:
        return any(t.tag in (";", ".") for t in self.tokens[clause.group[1] : at])

    def links(self, start: int, end: int) -> bool:
        """Whether nothing but small words stand between two positions: the verb governs the figure directly."""
        return all(t.lower in _LINK_WORDS or t.tag in ("RB", '"') for t in self.tokens[start:end])

    def is_passive(self, clause: Clause) -> bool:
        """A passive, or a participle that stands after its noun."""
        return clause.passive or clause.form is Form.PARTICIPLE


def lay_out(passage: Passage, parsed: Parsed) -> Scene:
    """The scene of a passage."""
    tokens = parsed.tokens
    places = {
        q.start: next((i for i, t in enumerate(tokens) if t.end > q.start), len(tokens) - 1) for q in passage.quantities
    }
    stops = {
        i
        for i, t in enumerate(tokens)
        if any(time.start < t.end and t.start < time.end for time in passage.times if not time.in_name)
    }
    return Scene(passage, parsed, places, frozenset(stops | set(places.values())))
