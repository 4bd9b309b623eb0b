"""A passage laid out for reading its figures: where its quantities, times and clauses stand among its tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import phrase_to
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.english.words import can_be_noun
from customs_kg.builders.parse import Parsed
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.quantities.units import unit_table

_LINK_WORDS = frozenset(
    "at to of by between as about around over under nearly almost some more less than only up just approximately "
    "in a an the close"
    " well roughly above below least most worth estimated further now still already valued from".split()
)
_STAFF = frozenset(
    "officer guard staff we it they agency administration department police specialist agent team inspector "
    "official personnel service"
    " customs authority".split()
)
_LEVIES = frozenset({"VAT", "GST"})  # a tax is no body, for all its capitals
_MARKS = frozenset({",", ";", ":", "."})
_STROKES = frozenset("/|\u2022\u00b7")


@dataclass(frozen=True)
class Scene:
    """A passage as its figures are read; most sentences have none, so that what they need is found when asked for."""

    passage: Passage
    parsed: Parsed
    resolved: Mapping[int, str]  # by reading offset: what a pronoun stands for, where it is not the administration
    bodies: Sequence[tuple[int, int]]  # reading stretches that name the administration or another body
    own: Sequence[tuple[int, int]]  # those of them that name the administration itself

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the passage."""
        return self.parsed.tokens

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The token of each quantity by its start."""
        last = len(self.tokens) - 1
        return {q.start: min(self.token_at(q.start), last) for q in self.passage.quantities}

    @cached_property
    def stops(self) -> frozenset[int]:
        """The tokens of times and quantities."""
        times = [time for time in self.passage.times if not time.in_name]
        timed = (i for time in times for i, t in enumerate(self.tokens) if time.start < t.end and t.start < time.end)
        return frozenset([*timed, *self.places.values()])

    @cached_property
    def walls(self) -> Sequence[int]:
        """The places of the full stops, semicolons and strokes among the tokens."""
        return [i for i, token in enumerate(self.tokens) if token.tag in (";", ".") or token.text in _STROKES]

    @cached_property
    def by_end(self) -> Sequence[Clause]:
        """The clauses by the end of their verb group, without plural nouns taken for verbs."""
        placed = sorted(enumerate(self.clauses), key=lambda pair: (pair[1].group[1], -pair[0]))
        return [clause for _, clause in placed if not self.tokens[clause.verb].tag.startswith("NN")]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the passage."""
        return self.parsed.clauses

    @property
    def text(self) -> str:
        """The reading text of the passage."""
        return self.passage.text

    @cached_property
    def ends(self) -> frozenset[int]:
        """The places of the tokens that stand right behind a quantity."""
        return frozenset(self.after(q) for q in self.passage.quantities)

    @cached_property
    def _token_ends(self) -> Sequence[int]:
        return [token.end for token in self.tokens]

    def names_body(self, tokens: Sequence[Token]) -> bool:
        """Whether some of the words name the administration, its people or another body."""
        plain = {t.lemma for t in tokens if not t.tag.startswith("NNP")}
        capitals = len(tokens) == 1 and tokens[0].text.isupper() and tokens[0].text not in _LEVIES
        named = any(start < t.end and t.start < end for t in tokens for start, end in self.bodies)
        return named or capitals or bool(plain & _STAFF)

    def is_time_unit(self, quantity: Quantity) -> bool:
        """Whether a quantity is a length of time."""
        known = unit_table().by_iri.get(quantity.unit)
        return known is not None and known.kind == "Time"

    def token_at(self, offset: int) -> int:
        """The position of the first token that ends after a reading offset."""
        return bisect_right(self._token_ends, offset)

    def after(self, quantity: Quantity) -> int:
        """The position of the first token after a quantity."""
        return self.token_at(quantity.end)

    def before(self, quantity: Quantity) -> int:
        """The position of the first token of a quantity's qualifier, or of the quantity."""
        return min(self.token_at(quantity.qualifier_start), self.places[quantity.start])

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
            c for c in self.by_end if c.subject and c.subject[0] <= at < c.subject[1] and c.role is not Role.CONJUNCT
        ]
        return min(found, key=lambda c: (c.subject[1] - c.subject[0] if c.subject else 0, c.verb), default=None)

    def clause_before(self, at: int) -> Clause | None:
        """The clause whose verb group ends last before a token, on the same side of brackets and semicolons."""
        level = self.in_brackets(self.tokens[at].start) if at < len(self.tokens) else None
        wall = bisect_left(self.walls, at)
        first = self.walls[wall - 1] + 1 if wall else 0  # behind the last full stop or semicolon
        for clause in reversed(self.by_end[: bisect_right(self.by_end, at, key=lambda c: c.group[1])]):
            if clause.group[1] < first:
                return None
            if self._is_level(clause, level):
                return clause
        return None

    def clause_after(self, at: int) -> Clause | None:
        """The passive clause whose verb group follows a token with no mark in between."""
        for clause in sorted(self.clauses, key=lambda c: c.group):
            if clause.group[0] <= at or not (clause.finite or clause.form is Form.PARTICIPLE):
                continue
            walled = any(t.tag in _MARKS for t in self.tokens[at : clause.group[0]])
            return clause if clause.passive and clause.finite and not walled else None
        return None

    def _is_level(self, clause: Clause, level: tuple[int, int] | None) -> bool:
        return self.in_brackets(self.tokens[clause.verb].start) == level

    def links(self, start: int, end: int) -> bool:
        """Whether nothing but small words stand between two positions: the verb governs the figure directly."""
        return all(t.lower in _LINK_WORDS or t.tag in ("RB", '"') for t in self.tokens[start:end])

    def subject_of(self, clause: Clause) -> tuple[int, int] | None:
        """The tokens of a clause's subject: its own, that of the clause it continues, or the words before its verb."""
        if clause.subject is not None:
            return self._widened(clause.subject)
        if clause.role is Role.CONJUNCT and clause.head is not None and clause.head < len(self.clauses):
            head = self.clauses[clause.head]
            return self.subject_of(head) if head.group[0] < clause.group[0] else None
        return self.stretch_before(clause.group[0]) or self._over_aside(clause.group[0])

    def _over_aside(self, end: int) -> tuple[int, int] | None:
        """The subject before an aside between commas: "the scheme, introduced in May, was used"."""
        if end < 3 or self.tokens[end - 1].tag != ",":
            return None
        start = end - 2
        while start > 0 and self.tokens[start].tag not in _MARKS:
            start -= 1
        return self.stretch_before(start) if self.tokens[start].tag == "," else None

    def _in_verb(self, at: int) -> bool:
        forms = (c for c in self.clauses if c.finite or c.form is Form.INFINITIVE)
        return any(c.group[0] <= at < c.group[1] and not self._is_participle(c) for c in forms)

    def _is_participle(self, clause: Clause) -> bool:
        """As in "goods held on suspicion rose", "duties made available fell": a participle before the main verb."""
        start, end = clause.group
        word = self.tokens[start].lower
        if end - start != 1 or past_participle(word) != word or end >= len(self.tokens):
            return False
        if self.tokens[end].tag not in ("IN", "TO", "JJ", "RB") or not (start and self.tokens[start - 1].is_noun):
            return False
        verbs = [c.group[0] for c in self.clauses if c.finite and c.group[0] >= end]
        between = self.tokens[end : min(verbs)] if verbs else ()
        return bool(verbs) and not any(t.tag in (*_MARKS, "CC", "WDT", "WP", "WRB") for t in between)

    def _widened(self, subject: tuple[int, int]) -> tuple[int, int]:
        """A subject with the attribute in -ing that was taken for a verb ("the risk targeting rate")."""
        start, end = subject
        if all(i in self.stops for i in range(start, end)):  # "collections in FY 2014/15 stood"
            return self.stretch_before(end) or subject
        if start and self.tokens[start - 1].tag in ("IN", "TO"):  # "savings from it were"
            return self.stretch_before(end) or subject
        if start > 1 and self.tokens[start].tag == "JJ" and self.tokens[start - 1].tag in ("VBN", "VBD"):
            return self.stretch_before(end) or subject  # "duties made available to the budget"
        if start < 2 or self.tokens[start - 1].tag not in ("VBG", "VBN") or not self.tokens[start].is_noun:
            return subject
        phrase = phrase_to(self.tokens, end)
        return (min(start, phrase.start), end) if phrase is not None else subject

    def stretch_before(self, end: int, *, over_figures: bool = False) -> tuple[int, int] | None:
        """The words between the last mark, verb group or figure and a token; None where no noun is among them."""
        start = end
        walls = frozenset() if over_figures else frozenset(self.places.values())
        while start > 0 and self.tokens[start - 1].tag not in _MARKS | {"(", ")"} and start - 1 not in walls:
            if self._in_verb(start - 1):
                break
            start -= 1
        while start < end and self.tokens[start].tag in ("CC", "RB", "WDT", "WP"):
            start += 1
        return (start, end) if any(t.is_noun for t in self.tokens[start:end]) else None


def lay_out(
    passage: Passage,
    parsed: Parsed,
    resolved: Mapping[int, str],
    bodies: Sequence[tuple[int, int]],
    own: Sequence[tuple[int, int]] = (),
) -> Scene:
    """The scene of a passage; `resolved`, `bodies` and `own` as in `Scene`."""
    return Scene(passage, Parsed(_retagged(parsed.tokens), parsed.clauses), resolved, bodies, own)


def _retagged(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with a plural noun after a number tagged as one ("2,901 suspects under ...")."""
    if "VBZ" not in [token.tag for token in tokens] and tokens and tokens[0].tag != "VBG":
        return tuple(tokens)
    fixed: list[Token] = []
    for i, token in enumerate(tokens):
        if i and token.tag != "VBZ":
            fixed.append(token)
            continue
        counted = any(t.tag == "CD" for t in fixed[-3:]) and not any(t.tag == "NNS" for t in fixed[-1:])
        plural = token.tag == "VBZ" and token.lower.endswith("s") and can_be_noun(token.lower)
        after = tokens[i + 1].tag if i + 1 < len(tokens) else "."
        counted |= i > 1 and tokens[i - 1].lower == "customs" and tokens[i - 2].tag == "CD"  # "22 customs attaches"
        opens = i == 0 and plural and after == "IN"  # "Finds in May weighed"
        if (
            counted
            and plural
            and after in ("IN", "VBG", "VBN", "VBD", "VBP", "MD", "TO", ",", ".", ";", "CC", ")", "WDT")
        ) or (opens or (token.tag == "VBZ" and token.lower == "means" and after == "IN")):
            token = token._replace(tag="NNS")
        elif i == 0 and token.tag == "VBG" and after in ("VBD", "VBZ", "MD"):  # "Training took up"
            token = token._replace(tag="NN")
        fixed.append(token)
    return tuple(fixed)
