"""Where a clause stands: done, lasting, planned or required, from its verb and the words that announce plans."""

from __future__ import annotations

from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.stance import clause_modality, speaks_of_plans
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.times.periods import Role
from customs_kg.graph.model import Modality

_PROPOSED = frozenset("proposed intended planned envisaged foreseen".split())
_SCHEDULES = frozenset("plan schedule foresee envisage slate".split())
_OF_THE_PAST = frozenset({Role.BASE, Role.SINCE})


def stance_of(passage: Passage, parsed: Parsed, n: int, *, ahead: bool) -> tuple[Modality | None, Decimal]:
    """The modality of a statement and how sure it is: "is planned for May" and "is expected to be signed" are plans.

    What is merely expected is one only where a time after the report is named for it.
    """
    clauses = parsed.clauses
    if is_proposed(parsed, clauses[n]) or _is_subjunctive(passage, parsed, clauses[n]):
        return Modality.PLANNED, Decimal("0.80")
    if is_due(parsed, clauses[n], ahead=ahead):
        return Modality.PLANNED, Decimal("0.75")
    clause = clauses[n]
    if clause.passive and clause.lemma in _SCHEDULES and clause.finite and not (clause.negated or clause.hedged):
        return Modality.PLANNED, Decimal("0.80")
    if clause.hedged and clause.passive and ahead and not clause.negated and clause.form is Form.POSSIBLE:
        return Modality.PLANNED, Decimal("0.60")
    return clause_modality(clauses, n), Decimal("0.95")


def is_proposed(parsed: Parsed, clause: Clause) -> bool:
    """As in "it is proposed to sign A": nobody is named who plans."""
    words = [t.lower for t in parsed.tokens[slice(*clause.group)]]
    before = parsed.tokens[clause.group[0] - 1].lower if clause.group[0] else ""
    denied = clause.negated or "not" in words
    return before == "it" and not denied and "to" in words and any(word in _PROPOSED for word in words)


def _is_subjunctive(passage: Passage, parsed: Parsed, clause: Clause) -> bool:
    """As in "it is intended that A be replaced": a bare "be" in what is planned."""
    bare = parsed.tokens[clause.group[0]].lower == "be" and clause.form is Form.PRESENT and not clause.negated
    return bare and not passage.text.endswith(":") and speaks_of_plans(passage.segment.lead.text or passage.text)


def sets_target(passage: Passage, parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "the share must be at least 9% in 2024": a figure is set for a time to come, both in one clause."""
    start, end = parsed.stretch(clause.extent)
    figure = any(start <= q.start < end for q in passage.quantities)
    times = [t for t in passage.times if not t.in_name and t.role not in _OF_THE_PAST]
    return ahead and figure and any(start <= t.start < end or t.start == 0 for t in times)


def is_due(parsed: Parsed, clause: Clause, *, ahead: bool) -> bool:
    """As in "a third crane is due before the end of 2022"."""
    after = [t.lower for t in parsed.tokens[clause.group[1] : clause.group[1] + 2]]
    now = clause.lemma == "be" and clause.form is Form.PRESENT and not (clause.negated or clause.hedged)
    return ahead and now and after[:1] == ["due"] and after[1:] != ["to"]
