"""The words that state an act, from the first that belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.actions.statement import Statement
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.graph.model import Modality


def planned_stretches(statements: Sequence[Statement]) -> dict[int, list[tuple[int, int]]]:
    """By passage, the stretches of reading text that state plans."""
    stretches: dict[int, list[tuple[int, int]]] = {}
    for statement in statements:
        if statement.modality is Modality.PLANNED:
            stretches.setdefault(statement.passage, []).append(statement.stretch)
    return stretches


def stretch_of(parsed: Parsed, n: int, clause: Clause, *, planned: bool) -> tuple[int, int]:
    """The characters of the reading text that state clause `n`, read as `clause`."""
    stretch = _stretch(parsed, n)
    return _with_opening(parsed, clause, stretch) if planned else stretch


def _stretch(parsed: Parsed, n: int) -> tuple[int, int]:
    """The words that state clause `n`: its own, with those of the verb that governs it and its opening time."""
    clause = parsed.clauses[n]
    first, last = clause.extent
    if clause.role is Role.COMPLEMENT and clause.head is not None:
        first = min(first, parsed.clauses[clause.head].extent[0])
    start, end = parsed.stretch((first, last))
    if (antecedent := _antecedent(parsed, clause)) is not None:
        return parsed.tokens[antecedent.start].start, end
    mains = [c for c in parsed.clauses if c.role in (Role.MAIN, Role.COMPLEMENT) and c.extent[0] < first]
    return (start if mains else _opening(parsed, first)), end


def _antecedent(parsed: Parsed, clause: Clause) -> NounPhrase | None:
    """What a plan in a relative clause is said of: "*a yard* which will open", "*a yard* which we plan to open"."""
    if clause.role is Role.RELATIVE:
        return clause.antecedent if clause.form is Form.FUTURE else None
    head = parsed.clauses[clause.head] if clause.role is Role.COMPLEMENT and clause.head is not None else None
    return head.antecedent if head is not None and head.role is Role.RELATIVE and not clause.objects else None


def _with_opening(parsed: Parsed, clause: Clause, stretch: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a plan from where its part of the sentence begins, if nothing else is stated before it.

    So too with an aside after the subject ("the share, 9% in May, must be 8%").
    """
    first = clause.group[0]
    aside = first > 0 and first == clause.extent[0] and parsed.tokens[first - 1].tag == ","
    if clause.finite and aside and parsed.tokens[first].tag != "TO":
        return parsed.tokens[0].start, stretch[1]
    if not clause.finite or clause.role is not Role.MAIN:
        return stretch
    mark = next((i for i in range(first - 1, -1, -1) if parsed.tokens[i].tag == ";"), -1)
    stated = any(c.finite and c.role is not Role.RELATIVE and mark < c.group[0] < first for c in parsed.clauses)
    return stretch if stated else (min(stretch[0], parsed.tokens[mark + 1].start), stretch[1])


def _opening(parsed: Parsed, first: int) -> int:
    """Where the words before the first subject begin ("In 2017,"), if they are few."""
    return parsed.tokens[0].start if first <= 6 else parsed.tokens[first].start
