"""Infinitives of those who are ranked: "was among the first *to join* A", "the only body *to run* B was C"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form

_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth only last latest youngest "
    "newest earliest next".split()
)
_REACH = 9  # words of a ranked noun phrase
_COPULAS = frozenset("be become remain".split())
_BEFORE = frozenset("among thus also still therefore now one of".split())  # between "is" and "the first"


def is_ranked(tokens: Sequence[Token], said: Clause, to: int) -> bool:
    """An infinitive at token `to` tells of one whom the clause before ranks: "became *the fourth country* to join"."""
    start = _ranked_phrase(tokens, to)
    if start is None or said.lemma not in _COPULAS or start < said.group[1]:
        return False
    return all(t.lower in _BEFORE or t.tag == "RB" for t in tokens[said.group[1] : start])


def with_ranked(tokens: Sequence[Token], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses; an infinitive of the ranked who are the subject has the time of the verb behind them.

    As in "The first *to join* A was B".
    """
    return [_ranked(tokens, clauses, n) for n in range(len(clauses))]


def _ranked(tokens: Sequence[Token], clauses: Sequence[Clause], n: int) -> Clause:
    clause, said = clauses[n], clauses[n + 1] if n + 1 < len(clauses) else None
    if clause.form is not Form.INFINITIVE or said is None or said.lemma not in _COPULAS or said.subject is None:
        return clause
    start = _ranked_phrase(tokens, clause.group[0])
    if start is None or said.subject[0] != start or said.passive or not said.finite:
        return clause
    return clause._replace(
        role=Role.COMPLEMENT,
        head=n + 1,
        form=said.form,
        negated=said.negated or clause.negated,
        hedged=said.hedged,
        subjects=said.subjects,
    )


def _ranked_phrase(tokens: Sequence[Token], end: int) -> int | None:
    """Where the phrase "the first", "the only country in the region" begins that ends before a token."""
    for at in range(end - 1, max(end - _REACH, 0), -1):
        token = tokens[at]
        if token.lower in _RANKS and tokens[at - 1].lower in ("the", "its", "our"):
            return at - 1
        if token.is_verb or token.tag in (",", ";", ":", "CC", "MD", "WDT"):
            return None
    return None
