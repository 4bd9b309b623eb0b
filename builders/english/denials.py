"""Clauses that their subject, complement or object denies: "no pact was signed", "is no part of", "took no part"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import FINITE, Form, VerbGroup

_NOBODY = frozenset("no none nobody nothing neither".split())
_COMPARED = frozenset("longer later less more fewer sooner smaller doubt".split())  # "no fewer than 30"
_TILL = frozenset({"until", "till"})
_SPARING = frozenset({"spare", "lose"})  # "spared no effort", "lost no time"


def is_denied(
    tokens: Sequence[Token], group: VerbGroup, role: Role, subject: tuple[int, int] | None, before: Sequence[Clause]
) -> bool:
    """A subject that denies; also one that was not made out at the head of the sentence: "No pact on sharing was"."""
    if role is Role.CONJUNCT and group.start and tokens[group.start - 1].lower == "nor":
        return True
    if subject is not None:
        return _is_nobody(tokens[slice(*subject)]) or _is_neither(tokens, *subject)
    first = role is Role.MAIN and group.form in FINITE and not any(c.finite for c in before)
    return first and tokens[0].lower in _NOBODY


def is_none(tokens: Sequence[Token], group: VerbGroup, lemma: str) -> bool:
    """A complement or object that denies: "is *no part* of", "signed *no pact*"; "is no longer" tells of a time."""
    after = [t.lower for t in tokens[group.end : group.end + 2]]
    return after[:1] == ["no"] and len(after) > 1 and after[1] not in _COMPARED and lemma not in _SPARING


def is_until(tokens: Sequence[Token], group: VerbGroup, limit: int) -> bool:
    """As in "did not join *until* May", "was *not* signed *till* later": it was done then."""
    behind = (t.lower for t in tokens[group.end : limit])
    return group.negated and group.form is Form.PAST and not _TILL.isdisjoint(behind)


def _is_neither(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Before the subject or the verb: "*Neither* A nor B took part", "A *neither* signed nor joined"."""
    return tokens[end - 1].lower == "neither" or (start > 0 and tokens[start - 1].lower == "neither")


def _is_nobody(subject: Sequence[Token]) -> bool:
    """A subject that denies: "no agreement", also behind an opening phrase ("With A no agreement")."""
    opened = subject[0].tag == "IN"
    return subject[0].lower in _NOBODY or (opened and any(t.lower in _NOBODY for t in subject))
