"""Commitments against an annotation: are they found, and due when the report says?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.evaluation.annotation import AnnotatedPlan
from customs_kg.evaluation.built import BuiltPlan
from customs_kg.evaluation.comparison import years_in
from customs_kg.evaluation.matching import match_candidates
from customs_kg.evaluation.measure import Measure, Measured, Miss
from customs_kg.evaluation.places import AnnotatedText, overlap

_MONTH = re.compile(r"(\d{4})-(?:(\d\d)|[Qq]([1-4]))")


def measure_plans(plans: Sequence[BuiltPlan], annotated: Sequence[AnnotatedPlan], text: AnnotatedText) -> Measured:
    """How many annotated plans are found, how many with the right year and month, how many plans are annotated."""
    by_iri = {plan.iri: plan for plan in plans}
    seated = match_candidates([list(_candidates(wanted, plans, text)) for wanted in annotated])
    found = [(annotated[i], by_iri[iri]) for i, iri in sorted(seated.items())]
    dated = [(wanted, plan) for wanted, plan in found if years_in(wanted.due)]
    monthly = [(wanted, plan) for wanted, plan in found if _MONTH.match(wanted.due)]
    in_year = [pair for pair in dated if _year_fits(*pair)]
    in_month = [pair for pair in monthly if _year_fits(*pair) and _month_fits(*pair)]
    misses = [Miss("commitment", wanted.action) for i, wanted in enumerate(annotated) if i not in seated]
    misses += [
        Miss("commitment due", f"{wanted.action}: {wanted.due} wanted, {plan.due or 'nothing'} found")
        for wanted, plan in dated
        if (wanted, plan) not in in_year or ((wanted, plan) in monthly and (wanted, plan) not in in_month)
    ]
    taken = set(seated.values())
    misses += [
        Miss("commitment not in annotation", " ".join(text.raw[slice(*plan.evidence[0])].split())[:90])
        for plan in plans
        if plan.iri not in taken and plan.evidence
    ]
    measures = {
        "commitments.found": Measure(len(found), len(annotated)),
        "commitments.due_year_right": Measure(len(in_year), len(dated)),
        "commitments.due_month_right": Measure(len(in_month), len(monthly)),
        "commitments.precision_against_annotation": Measure(len(taken), len(plans)),
    }
    return Measured(measures, tuple(misses))


def confirmed_plans(plans: Sequence[BuiltPlan], annotated: Sequence[AnnotatedPlan], text: AnnotatedText) -> set[str]:
    """The IRIs of the plans that are annotated."""
    return set(match_candidates([list(_candidates(wanted, plans, text)) for wanted in annotated]).values())


def _candidates(wanted: AnnotatedPlan, plans: Sequence[BuiltPlan], text: AnnotatedText) -> Iterator[str]:
    """The plans whose evidence covers half of the annotated words, the tightest evidence first."""
    found = [
        (end - start, plan.iri)
        for plan in plans
        for start, end in plan.evidence
        if any(
            2 * overlap(place, (start, end)) >= place[1] - place[0] and text.proves((start, end), place)
            for place in wanted.places
        )
    ]
    return iter(dict.fromkeys(iri for _, iri in sorted(found)))


def _year_fits(wanted: AnnotatedPlan, plan: BuiltPlan) -> bool:
    return bool(years_in(wanted.due) & years_in(plan.due))


def _month_fits(wanted: AnnotatedPlan, plan: BuiltPlan) -> bool:
    asked = _MONTH.match(wanted.due)
    if asked is None:
        return True
    year, month = int(asked[1]), int(asked[2]) if asked[2] else 3 * int(asked[3])
    if plan.last_day is not None:
        return (plan.last_day.year, plan.last_day.month) == (year, month)
    marks = [f"{year}-{month:02}", f"{year}{month:02}"]
    marks += [f"q{month // 3}"] if month % 3 == 0 else []
    marks += {6: ["h1"], 12: ["h2"]}.get(month, [])
    return any(mark in plan.due.lower() for mark in marks) or (month == 12 and plan.due.endswith(str(year)))
