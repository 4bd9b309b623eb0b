"""A change that is told after the two levels between which it leads, the later one first."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.figures.figure import FigureReading
from customs_kg.builders.times.calendar_periods import shifted
from customs_kg.graph.model import MeasureKind

_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.AVERAGE})


def between_levels(change: FigureReading, before: Sequence[FigureReading]) -> FigureReading:
    """As in "We held 40 tons. In 2017 it was 30 tons. This is a third more": the change led to the level of 2018.

    Of the period spoken of last it would be the change to the earlier level, which nothing was told to change from.
    """
    if change.base_period is None or change.base_period.key != shifted(change.period, -1).key:
        return change
    told = {r.period.key for r in before if r.kind in _LEVELS and r.indicator == change.indicator}
    later = next((r.period for r in before if r.period.key == shifted(change.period, 1).key), None)
    if later is None or not {later.key, change.period.key} <= told or change.base_period.key in told:
        return change
    return change._replace(period=later, base_period=change.period)
