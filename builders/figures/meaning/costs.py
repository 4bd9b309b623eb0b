"""What a sum is the cost of: "launched at a cost of 9 million", "bought for 27 million", "and cost 18 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import phrase_from, phrase_to, words_of_label
from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured
from customs_kg.builders.quantities.quantity import QuantityForm

_AT_COST = re.compile(
    r"\b(?:at|for) (?:a|an|the|its) (?P<kind>(?:[a-z-]+ )?(?:cost|price|outlay|expense))(?: of)?"
    r"(?: (?:about|around|some|over|nearly|only|just))? ?$"
)
_BOUGHT = frozenset("buy purchase acquire build construct procure obtain erect renovate refit install".split())
_MOST = 10  # words of what it cost


def cost_of(case: Case) -> Measured | None:
    """The cost of what the clause is about, or of the main clause behind an opening participle."""
    if case.quantity.form is not QuantityForm.MONEY or case.is_change:
        return None
    if match := _AT_COST.search(case.text_before):
        thing = _thing_around(case, case.scene.token_at(match.start()))
        return Measured(f"{match['kind']} of {thing}", rule="cost", confidence=RESOLVED) if thing else None
    if case.first > 1 and case.tokens[case.first - 1].lower in ("cost", "costs") and (thing := _costing(case)):
        return Measured(f"cost of {thing}", rule="cost", confidence=RESOLVED)
    clause = case.scene.clause_before(case.first)
    if clause is None:
        return None
    direct = case.scene.links(clause.group[1], case.first)
    bought = clause.passive and clause.lemma in _BOUGHT and case.tokens[case.first - 1].lower == "for"
    if not bought and not (clause.lemma == "cost" and clause.finite and not clause.passive and direct):
        return None
    thing = _subject(case, clause)
    return Measured(f"cost of {thing}", rule="cost", confidence=RESOLVED) if thing else None


def _costing(case: Case) -> str:
    """As in "the new gate cost 3 million", "it was built and cost 3 million": a verb, whatever it is taken for."""
    tokens, at = case.tokens, case.first - 1
    if tokens[at - 1].is_noun:
        phrase = phrase_to(tokens, at)
        return _named(case, tokens[phrase.start : phrase.end]) if phrase is not None and phrase.end == at else ""
    clause = case.scene.clause_before(at) if tokens[at - 1].tag == "CC" else None
    return _subject(case, clause) if clause is not None else ""


def _thing_around(case: Case, at: int) -> str:
    """The subject of the clause; behind a participle ("Built at a cost of X, the port") that of its main clause."""
    clause = case.scene.clause_before(at)
    if clause is None:
        return ""
    if not clause.finite and clause.group[0] == 0:
        comma = next((i for i in range(case.following, len(case.tokens)) if case.tokens[i].tag == ","), -1)
        phrase = phrase_from(case.tokens, comma + 1) if comma > 0 else None
        return _named(case, case.tokens[phrase.start : phrase.end]) if phrase is not None else ""
    if not clause.finite and (bearer := phrase_to(case.tokens, clause.group[0])) is not None:
        return _named(case, case.tokens[bearer.start : bearer.end])
    return _subject(case, clause)


def _subject(case: Case, clause: Clause) -> str:
    run = case.scene.subject_of(clause)
    if run is None:
        return ""
    words = case.tokens[run[0] : run[1]]
    if len(words) == 1 and words[0].start in case.scene.resolved:
        return case.scene.resolved[words[0].start]
    return "" if case.scene.names_body(words) and not clause.passive and clause.lemma != "cost" else _named(case, words)


def _named(case: Case, words: Sequence[Token]) -> str:
    kept = [t for t in words if t.tag not in ("DT", "CD", "RB", ",", "PRP")]
    return words_of_label(kept[:_MOST]) if any(t.is_noun for t in kept) else ""
