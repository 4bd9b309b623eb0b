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
    when = sentence.when if own is None or own == later.report.period else own
    told = f" ({when.label})"
    due = f", which was due {plan.due.label}" if plan.due else ""
    words = deed.description if deed else sentence.text
    comment = f"The later report says{told}: “{words}”{due}."
    if cue.status is not None and cue.status in _OUTRIGHT:
        return Verdict(cue.status, comment)
    if deed is not None and deed.denied:
        return Verdict(FulfilmentStatus.NOT_MET, comment)
    return Verdict(cue.status or _by_number(plan, sentence, later) or _in_time(plan.due, when), comment)


def _by_number(plan: Action, sentence: Sentence, later: ReportFacts) -> FulfilmentStatus | None:
    """A sentence that gives less of what a plan put a number on: "60 cameras" were promised, "48 cameras" hung up."""
    target = plan.target
    if target is None:
        return None
    within = sentence.span
    stated = [o for o in later.observations if any(within.start <= s.start < within.end for s in o.evidence)]
    figures = [o for o in stated if o.unit == target.unit and o.kind in _TARGETS.get(target.kind, ())]
    if len(figures) != 1 or _reaches(figures[0], target):
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


def by_figure(target: Target, due: Period, figures: Sequence[Observation]) -> tuple[Verdict, Observation] | None:
    """The verdict of the surest figure of the target's indicator and time; None where there is none."""
    fitting = [o for o in figures if _measures(o, target, due)]
    if not fitting:
        return None
    figure = min(fitting, key=lambda o: (-o.confidence, o.evidence))
    status = FulfilmentStatus.MET if _reaches(figure, target) else FulfilmentStatus.NOT_MET
    comment = f"The target was {target.stated}, and the later report gives {figure.stated} for {figure.period.label}."
    return Verdict(status, comment), figure


def _measures(figure: Observation, target: Target, due: Period) -> bool:
    same = (figure.indicator, figure.unit) == (target.indicator, target.unit)
    return same and figure.kind in _TARGETS.get(target.kind, ()) and figure.period == due and bool(figure.evidence)


def _reaches(figure: Observation, target: Target) -> bool:
    """Whether a figure is as far as its target, a floor unless it says that it is a ceiling or a fall."""
    reach = target.half_width + figure.half_width
    if target.value < 0 or target.qualifier in (Qualifier.AT_MOST, Qualifier.UNDER):
        return figure.value <= target.value + reach
    return figure.value >= target.value - reach
