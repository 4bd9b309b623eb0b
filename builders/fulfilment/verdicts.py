"""From what a later report says of a plan, and from the dates, to what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.fulfilment.cues import Cue
from customs_kg.builders.fulfilment.sentences import Deed, Sentence
from customs_kg.builders.quantities.units import NUM
from customs_kg.graph.model import (
    Action,
    FulfilmentStatus,
    MeasureKind,
    Observation,
    Period,
    Qualifier,
    ReportFacts,
    Target,
)
from customs_kg.ontology.iris import CKT

_TARGETS = {
    MeasureKind.TARGET_LEVEL: frozenset({MeasureKind.LEVEL, MeasureKind.AVERAGE, MeasureKind.RANK}),
    MeasureKind.TARGET_SHARE: frozenset({MeasureKind.SHARE, MeasureKind.LEVEL}),
    MeasureKind.TARGET_CHANGE: frozenset({MeasureKind.YOY_PERCENT, MeasureKind.CHANGE_PERCENT, MeasureKind.MULTIPLE}),
}
_OUTRIGHT = frozenset({FulfilmentStatus.DROPPED, FulfilmentStatus.OVERTAKEN, FulfilmentStatus.LATE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a plan, with one sentence for people."""

    status: FulfilmentStatus
    comment: str


def verdict_on(plan: Action, sentence: Sentence, deed: Deed | None, cue: Cue, later: ReportFacts) -> Verdict:
    """The verdict of a sentence: what it says outright, else the dates of what was done."""
    own = deed.period if deed is not None else None
    due_told = own is not None and sentence.was_due is not None and own.end == sentence.was_due.end
    when = sentence.when if own is None or own == later.report.period or due_told else own
    told = f" ({when.label})"
    due = f", which was due {plan.due.label}" if plan.due else ""
    words = deed.description if deed else sentence.text
    comment = f"The later report says{told}: “{words}”{due}."
    if cue.status is not None and cue.status in _OUTRIGHT:
        return Verdict(cue.status, comment)
    if deed is not None and deed.denied:
        return Verdict(FulfilmentStatus.NOT_MET, comment)
    counted = _by_number(plan, sentence, later)
    if cue.side and cue.status is None:
        better = (cue.side < 0) == _lowers(plan)
        return Verdict(FulfilmentStatus.MET if better else counted or FulfilmentStatus.NOT_MET, comment)
    return Verdict(cue.status or counted or _in_time(plan.due, when), comment)


def _lowers(plan: Action) -> bool:
    """Whether less is better: what a plan is to bring down, or to keep at or under a figure."""
    target = plan.target
    capped = target is not None and (target.value < 0 or target.qualifier in (Qualifier.AT_MOST, Qualifier.UNDER))
    by_so_much = target is not None and target.kind is MeasureKind.TARGET_CHANGE  # "cut by 20%"
    return capped or (plan.action_type == CKT + "action-reduce" and not by_so_much)


def _by_number(plan: Action, sentence: Sentence, later: ReportFacts) -> FulfilmentStatus | None:
    """A sentence that gives less of what a plan put a number on: "60 cameras" were promised, "48 cameras" hung up."""
    target = plan.target
    if target is None:
        return None
    within = sentence.span
    stated = [o for o in later.observations if any(within.start <= s.start < within.end for s in o.evidence)]
    figures = [o for o in stated if o.unit == target.unit and o.kind in _TARGETS.get(target.kind, ())]
    if len(figures) != 1 or _reaches(figures[0], target, lowers=_lowers(plan)):
        return None
    return FulfilmentStatus.PARTLY_MET if figures[0].unit == NUM else FulfilmentStatus.NOT_MET


def _in_time(due: Period | None, done: Period) -> FulfilmentStatus:
    """By the dates, where they tell."""
    if due is None or due.end is None:
        return FulfilmentStatus.MET
    if done.end is not None and done.end <= due.end:
        return FulfilmentStatus.MET
    if done.start is not None and done.start >= due.end:
        return FulfilmentStatus.LATE
    return FulfilmentStatus.UNDECIDABLE


def by_figure(plan: Action, due: Period, figures: Sequence[Observation]) -> tuple[Verdict, Observation] | None:
    """The verdict of the surest figure of the indicator and time of a plan's target; None where there is none."""
    target = plan.target
    if target is None:
        return None
    fitting = [o for o in figures if _measures(o, target, due)]
    if not fitting:
        return None
    figure = min(fitting, key=lambda o: (-o.confidence, o.evidence))
    status = FulfilmentStatus.MET if _reaches(figure, target, lowers=_lowers(plan)) else FulfilmentStatus.NOT_MET
    comment = f"The target was {target.stated}, and the later report gives {figure.stated} for {figure.period.label}."
    return Verdict(status, comment), figure


def _measures(figure: Observation, target: Target, due: Period) -> bool:
    same = (figure.indicator, figure.unit) == (target.indicator, target.unit)
    return same and figure.kind in _TARGETS.get(target.kind, ()) and figure.period == due and bool(figure.evidence)


def _reaches(figure: Observation, target: Target, *, lowers: bool) -> bool:
    """Whether a figure is as far as its target, a floor unless less is better."""
    reach = target.half_width + figure.half_width
    if lowers:
        return figure.value <= target.value + reach
    return figure.value >= target.value - reach
