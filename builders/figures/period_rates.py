"""Averages of a day, week or month that stand beside the total of their year: "3.65 million calls, or 10,000 a day"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figure import FigureReading, Key, StatedRate, Told, prose_by_passage
from customs_kg.graph.model import MeasureKind, Period

_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.AVERAGE})
_EACH = re.compile(
    r"(?: [\w'-]+){0,3}? (?:(?:a|an|per|each|every) (?P<unit>day|week|month|quarter)\b|(?P<ly>daily|weekly|monthly)\b)"
)
_OR = (
    r"(?:or|that is|i\.e\.,?|which (?:is|was|means|makes)|making|an average of|on average|averaging|equal to)"
    r"(?: an average of)?"
)
_THEN_RATE = re.compile(rf"(?: [\w'-]+){{0,5}}?(?:,| \() ?(?:{_OR} )?(?:about |some |around |roughly )?")
_THEN_TOTAL = re.compile(rf"(?: [\w'-]+){{1,5}}?,? {_OR} (?:about |some |around |roughly )?")
_OF_YEAR = re.compile(
    r"(?: [\w'-]+){0,3}? (?:for|in|over|during) the (?:whole |full )?year\b|(?: [\w'-]+){0,3}? a year\b"
)
_UNITS = {"daily": "day", "weekly": "week", "monthly": "month"}
IN_YEAR = {"day": (235, 367), "week": (50, 53), "month": (11, 13), "quarter": (4, 4)}  # working days or all
_YEAR = range(364, 367)  # days


def period_rates(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedRate]:
    """The totals of a year with their average of a day, week, month or quarter."""
    for index, keys in prose_by_passage(document, told, _LEVELS).items():
        text = document.passages[index].text
        for one, other in pairwise(keys):
            if told[one].unit != told[other].unit:
                continue
            between = text[told[one].quantity.end : told[other].quantity.qualifier_start]
            if (unit := _unit(text, told[other])) and _THEN_RATE.fullmatch(between) and is_of_year(told[one].period):
                yield StatedRate(uses[other], uses[one], *IN_YEAR[unit])
            after = told[other].quantity.end
            if (unit := _unit(text, told[one])) and _THEN_TOTAL.fullmatch(between) and _OF_YEAR.match(text, after):
                yield StatedRate(uses[one], uses[other], *IN_YEAR[unit])


def _unit(text: str, reading: FigureReading) -> str:
    """The period that a figure is an average of, or nothing."""
    match = _EACH.match(text, reading.quantity.end)
    return (match["unit"] or _UNITS[match["ly"]]) if match else ""


def is_of_year(period: Period) -> bool:
    """Whether a period is a whole year, of whatever beginning."""
    return period.start is not None and period.end is not None and (period.end - period.start).days in _YEAR
