"""Counts of things that a comparison tells only relatively: "three times as many vans as in 2017", "9% more vans"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.figures.context.case import Case, Measured
from customs_kg.builders.figures.meaning.counted import noun_at
from customs_kg.builders.figures.meaning.predicates import as_subject, with_verb

# "one third less *time*" is no count of things
_MANY = re.compile(r" (?:as (?:many|much)|more|fewer|less) (?=(?!(?:than|of|on|time|money|effort|work|paper)\b)[a-z])")


def compared_count(case: Case) -> Measured | None:
    """What is counted, with the verb that says what was done to it."""
    match = _MANY.match(case.text_after)
    if match is None or not case.is_change or case.measure.form not in ("times", "more", "short"):
        return None
    at = case.scene.token_at(case.quantity.end + match.end())
    counted = noun_at(case, at)
    if counted is None:
        return None
    clause = case.scene.clause_of_subject(at)
    found = as_subject(case.scene, counted, clause) if clause is not None else with_verb(case, counted)
    return replace(found, rule="compared")
