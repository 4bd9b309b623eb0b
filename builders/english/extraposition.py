"""Whose doing an infinitive is that "it" stands for: "It falls to *the board* to hear appeals"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase, phrase_from
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import FINITE, Form

_FALLS = frozenset("belong fall lie remain rest".split())
_WORK = frozenset("business duty function job mandate mission remit responsibility role task work".split())
_TO_WHOM = frozenset("for of on to upon with".split())


def with_extraposed(tokens: Sequence[Token], clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, with an infinitive that is somebody's to do as a clause of theirs, of the time of "it falls"."""
    return [_extraposed(tokens, clauses, n) for n in range(len(clauses))]


def _extraposed(tokens: Sequence[Token], clauses: Sequence[Clause], n: int) -> Clause:
    clause = clauses[n]
    said = clauses[clause.head] if clause.head is not None and clause.head < n else None
    if clause.form is not Form.INFINITIVE or said is None:
        return _seen(tokens, clauses, n)
    doer = _doer(tokens, said, clause.group[0]) if _speaks_of_work(tokens, said, clause.group[0]) else None
    if doer is None:
        return clause
    return clause._replace(
        role=Role.COMPLEMENT, form=said.form, subject=(doer.start, doer.end), subjects=(doer,), negated=said.negated
    )


def _seen(tokens: Sequence[Token], clauses: Sequence[Clause], n: int) -> Clause:
    """What a time saw somebody do was done: "The year saw *A join* B"."""
    clause, said = clauses[n], clauses[n - 1] if n else None
    bare = clause.form is Form.INFINITIVE and tokens[clause.group[0]].tag != "TO"
    if said is None or not bare or said.lemma not in _SEES or said.form not in FINITE or said.passive:
        return clause
    doer = phrase_from(tokens, said.group[1])
    if doer is None or doer.end != clause.group[0]:
        return clause
    run = (doer.start, doer.end)
    return clause._replace(
        role=Role.COMPLEMENT, head=n - 1, form=said.form, subject=run, subjects=(doer,), negated=said.negated
    )


_SEES = frozenset("see witness watch".split())


def _speaks_of_work(tokens: Sequence[Token], said: Clause, limit: int) -> bool:
    """As in "it falls", "it is the task of", "it is up to"."""
    if said.form not in FINITE or said.subject is None or said.hedged:
        return False
    if [t.lower for t in tokens[slice(*said.subject)]] != ["it"]:
        return False
    between = {t.lower for t in tokens[said.group[1] : limit]}
    return said.lemma in _FALLS or (said.lemma == "be" and not between.isdisjoint(_WORK | {"up"}))


def _doer(tokens: Sequence[Token], said: Clause, limit: int) -> NounPhrase | None:
    """The phrase right before the infinitive, behind the preposition that says whose it is."""
    at = limit
    while at > said.group[1] and tokens[at - 1].tag not in ("IN", "TO"):
        at -= 1
    if at <= said.group[1] or tokens[at - 1].lower not in _TO_WHOM:
        return None
    phrase = phrase_from(tokens, at)
    return phrase if phrase is not None and phrase.end == limit else None
