"""The period of a figure, and the period that a change is measured from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.words import words_in
from customs_kg.builders.figures.context.measures import Measure, Relation
from customs_kg.builders.figures.context.reach import (
    adjoins,
    is_aside,
    is_attribute,
    is_before_now,
    is_compared,
    is_day_of_other,
    is_of_figure,
    is_of_old_level,
    may_reach_back,
    no_semicolon,
    same_part,
)
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.times.calendar_periods import last_year_of, months_period, shifted, until
from customs_kg.builders.times.periods import Role, TimeExpression, last_day
from customs_kg.graph.model import Period

_YEAR_ENDED_WITH = cued(
    "year", r"\b(?:end|clos|finish)(?:ed|es|s)? the (?:\w+ )?year (?:with|at|on)\b[^,;:.]*$", re.IGNORECASE
)
_IN_APPOSITION = re.compile(
    r"^[^,;:.()]{2,60}, (?:the|its|our) (?:\w+ )?(?:strength|total|number|complement|tally)\b[^,;:.()]*$"
)
_COMPARED_WITH = re.compile(r"\bcompared (?:with|to)(?: the)?\s*$")
_WHEN = re.compile(r",? (?:when|in which|during which|at which)\b[^,;.]*$")
_HEADING = re.compile(r"[^:;.]{0,60}:")
_FIRST_SINCE = re.compile(
    r"\b(?:first|last|only|most|least|best|worst|\w+est)\b[^,;:.]{0,30} $|\b(?:first|only) time $", re.IGNORECASE
)
_LEVEL_OF = re.compile(
    r" (?:\w+ )?(?:level|figure|total|result|value|number|amount|rate|count|peak|low|high|take|mark)s? (?:of|at) "
)
_NUMBERS = ("two", "three", "four", "five")
_LATER = re.compile(rf"[^,;:.()\d]{{0,24}}\b(?P<number>a|one|{'|'.join(_NUMBERS)}) years? later\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth")
_ORDINAL = re.compile(r"\bin the (second|third|fourth)\b(?! (?:quarter|half))", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|to date|until now|thus far|up to now)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureTime:
    """When a figure holds.

    `base` is what a change is measured from, `yearly` that it is the year before, `stated` that words give the period.
    """

    period: Period
    base: Period | None
    yearly: bool
    stated: bool


def read_time(scene: Scene, quantity: Quantity, measure: Measure, running: Period, reporting: Period) -> FigureTime:
    """The period of a figure.

    `running` is the period that the sentences before (or the section's title) speak of, else that of the report.
    """
    changed = measure.relation is Relation.CHANGE
    chosen = _chosen(scene, quantity, compared=measure.form in ("times", "more"), changed=changed)
    period = _completed(chosen, scene.text[chosen.start : chosen.end], running, reporting) if chosen else running
    if chosen is not None and (years := _years_later(scene, chosen, quantity)):
        period = shifted(period, years)
    if (chosen is None or chosen.relative) and _YEAR_ENDED_WITH.search(scene.text, 0, quantity.qualifier_start):
        period = last_day(running)
    base = _base(scene, quantity, running, reporting, compared=measure.form in ("times", "more"))
    if measure.relation is Relation.OLD_LEVEL and chosen is not None and chosen.start >= quantity.end:
        reached = chosen.role in (Role.BY, Role.UNTIL)  # "from 17 minutes to 14 by 2022": not yet when it was 17
        return FigureTime(running if reached else period, None, False, not reached)
    if measure.relation is Relation.OLD_LEVEL:
        return FigureTime(base or _before(period, scene, quantity), None, False, chosen is not None)
    if measure.relation is not Relation.CHANGE:
        beside = chosen is None and not measure.goal and _is_compared_with(scene.text, quantity.qualifier_start)
        return FigureTime(shifted(period, -1) if beside else period, None, False, chosen is not None)
    year_before = shifted(period, -1)
    if measure.form == "short":  # of a target, not of the year before
        return FigureTime(period, None, False, chosen is not None)
    yearly = measure.yearly or base is None or base.key == year_before.key
    return FigureTime(period, base or year_before, yearly, chosen is not None)


def _is_compared_with(text: str, start: int) -> bool:
    """As in "14 cases, compared with *11*": another figure stands before in the same part of the sentence."""
    said = _COMPARED_WITH.search(text, max(0, start - 24), start)
    if said is None:
        return False
    opening = max(text.rfind(mark, 0, said.start()) for mark in ";:.") + 1
    return any(ch.isdigit() for ch in text[opening : said.start()])


def _years_later(scene: Scene, time: TimeExpression, quantity: Quantity) -> int:
    """As in "40% in 2013 and 83% a year later": how many years after a time before it a figure holds."""
    if "later" not in words_in(scene.text):
        return 0
    after = _LATER.match(scene.text[quantity.end :])
    between = list(_LATER.finditer(scene.text[time.end : quantity.start])) if time.end <= quantity.start else []
    if after is None and (not between or "." in scene.text[time.end + between[-1].end() : quantity.start]):
        return 0
    word = (after or between[-1])["number"].lower()
    return 1 if word in ("a", "one") else _NUMBERS.index(word) + 2


def _chosen(scene: Scene, quantity: Quantity, *, compared: bool, changed: bool) -> TimeExpression | None:
    """The time that a figure belongs to; what follows a comparison ("twice the number of 2015") is its base."""
    times = [t for t in scene.passage.times if not t.in_name and t.role is not Role.BASE]
    times = [t for t in times if not (t.role is Role.SINCE and _FIRST_SINCE.search(scene.text[: t.start]))]
    times = [t for t in times if not is_attribute(scene, t)]
    if (when := _in_when_clause(scene, quantity) or _level_of_base(scene, quantity)) is not None:
        return when
    near = [t for t in times if same_part(scene, t, quantity)]
    following = None if compared else next((t for t in near if t.start >= quantity.end), None)
    if following and adjoins(scene, quantity.end, following.start):
        return following
    if following and following.role is Role.AS_OF and _IN_APPOSITION.match(scene.text[quantity.end : following.start]):
        return following
    preceding = [t for t in near if t.end <= quantity.start and not is_aside(scene, t, quantity)]
    preceding = [t for t in preceding if not is_of_old_level(scene, t, quantity)]
    preceding = [t for t in preceding if is_of_figure(scene, t, quantity.start)]
    preceding = [t for t in preceding if not (is_before_now(scene, t, quantity) or is_day_of_other(scene, t, quantity))]
    if preceding:
        return _next_in_row(scene, preceding[-1], quantity)
    if following and may_reach_back(scene, following, quantity):
        return following
    if scene.in_brackets(quantity.start):
        return _outer(scene, times, quantity, changed=changed)
    return _in_heading(scene, times, quantity)


def _in_when_clause(scene: Scene, quantity: Quantity) -> TimeExpression | None:
    """As in "compared with 2013, when 300 were held": the time that a clause of time explains."""
    before = [t for t in scene.passage.times if not t.in_name and t.end <= quantity.start]
    told = before and _WHEN.fullmatch(scene.text[before[-1].end : quantity.start])
    return replace(before[-1], role=Role.DURING) if told else None


def _level_of_base(scene: Scene, quantity: Quantity) -> TimeExpression | None:
    """As in "above the 2013 level of 38 million": the time of a comparison whose own level follows."""
    bases = [t for t in scene.passage.times if not t.in_name and t.role is Role.BASE and t.end <= quantity.start]
    between = scene.text[bases[-1].end : quantity.qualifier_start] if bases else ""
    return replace(bases[-1], role=Role.DURING) if _LEVEL_OF.fullmatch(between) else None


def _in_heading(scene: Scene, times: Sequence[TimeExpression], quantity: Quantity) -> TimeExpression | None:
    """As in "Facts in brief, 2012: passengers 413 million; cases 12": the time in the label that opens a row."""
    label = _HEADING.match(scene.text)
    if label is None or label.end() > quantity.start or scene.passage.quantities[0].start < label.end():
        return None
    return next((t for t in times if t.end <= label.end()), None)


def _next_in_row(scene: Scene, time: TimeExpression, quantity: Quantity) -> TimeExpression:
    """As in "in the first quarter X, in the second Y": an ordinal alone moves the quarter or half on."""
    match = list(_ORDINAL.finditer(scene.text[time.end : quantity.qualifier_start]))
    part = re.fullmatch(r"(\d{4})-(q|h)(\d)", time.core.key)
    if not match or part is None:
        return time
    length, number = (3 if part[2] == "q" else 6), _ORDINALS.index(match[-1][1].lower()) + 1
    if number * length > 12:
        return time
    period = months_period(int(part[1]), length * (number - 1) + 1, length * number)
    return replace(time, core=period, period=period)


def _outer(
    scene: Scene, times: Sequence[TimeExpression], quantity: Quantity, *, changed: bool
) -> TimeExpression | None:
    """For a figure in brackets without a time of its own: the last time before them; for a change, not its base."""
    outside = [
        t
        for t in times
        if t.end <= quantity.start and scene.in_brackets(t.start) is None and no_semicolon(scene, t.end, quantity.start)
    ]
    outside = [t for t in outside if not (changed and is_compared(scene, t))]
    return outside[-1] if outside else None


def _completed(time: TimeExpression, words: str, running: Period, reporting: Period) -> Period:
    """The period that a time says: it leans on the running period where that is not the period of the report."""
    if _SO_FAR.search(words):
        return until(time.core)
    if time.relative and time.core.key == reporting.key:
        return running
    return time.period if time.relative else _with_running_year(time.period, words, running, reporting)


def _with_running_year(period: Period, words: str, running: Period, reporting: Period) -> Period:
    """A day or month written without its year falls in the running year."""
    year, own = last_year_of(running), last_year_of(period)
    if re.search(r"\d{4}|FY", words) or year is None or own is None or running.key == reporting.key:
        return period
    return shifted(period, year - own)


def _base(scene: Scene, quantity: Quantity, running: Period, reporting: Period, *, compared: bool) -> Period | None:
    bases = [t for t in scene.passage.times if t.role is Role.BASE and not t.in_name]
    if compared and not bases:
        later = (t for t in scene.passage.times if t.start >= quantity.end and t.role is Role.DURING and not t.in_name)
        bases = [t for t in later if adjoins(scene, quantity.end, t.start)][:1]
    after = next((t for t in bases if t.start >= quantity.end and no_semicolon(scene, quantity.end, t.start)), None)
    if after and _reaches(scene, quantity.end, after.start):
        return _completed_base(after, running, reporting)
    before = [
        t
        for t in bases
        if t.end <= quantity.start and quantity.start - t.end < 60 and no_semicolon(scene, t.end, quantity.start)
    ]
    return _completed_base(before[-1], running, reporting) if before else None


def _completed_base(time: TimeExpression, running: Period, reporting: Period) -> Period:
    if time.relative and running.key != reporting.key and time.core.key == shifted(reporting, -1).key:
        return shifted(running, -1)
    return time.core


def _reaches(scene: Scene, start: int, end: int) -> bool:
    """Whether a comparison belongs to the figure before it: only figures in the same row stand between."""
    return len(re.findall(r"[;:]", scene.text[start:end])) == 0 and end - start < 90


def _before(period: Period, scene: Scene, quantity: Quantity) -> Period:
    """The period of "down from 99 percent": the year before, or before the time by which it changed."""
    if (
        period.start is not None
        and period.end is not None
        and re.search(r"\b(?:up|down|compared with)\b[^,;]{0,12} from\s*$", scene.text[: quantity.qualifier_start])
    ):
        return shifted(period, -1)
    if re.fullmatch(r"fy\d{4}", period.key):
        return shifted(period, -1)
    last = period.end
    if period.start is None and last is not None:
        start = date(last.year - 1, last.month, last.day)
        core = period.key.removeprefix("to-")
        return Period(f"before-{core}", f"before {period.label.removeprefix('to ')}", None, start)
    return shifted(period, -1)


def running_period(times: Sequence[TimeExpression], before: Period) -> Period:
    """The period that a title or a sentence without figures leaves to what follows: the last whole year in it."""
    whole = [t.core for t in times if t.role in (Role.DURING, Role.AS_OF) and not t.in_name and is_year(t.core)]
    return whole[-1] if whole else before


def is_year(period: Period) -> bool:
    """Whether a period is a calendar or a fiscal year."""
    if period.start is None or period.end is None:
        return bool(re.fullmatch(r"fy\d{4}|\d{4}-\d\d", period.key))
    return 360 <= (period.end - period.start).days <= 370
