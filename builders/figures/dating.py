"""The period of a figure, and the period that a change is measured from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from customs_kg.builders.english.clauses import Role as ClauseRole
from customs_kg.builders.english.words import words_in
from customs_kg.builders.figures.measures import Measure, Relation
from customs_kg.builders.figures.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.times.calendar_periods import last_year_of, months_period, shifted, until
from customs_kg.builders.times.periods import Role, TimeExpression, last_day
from customs_kg.graph.model import Period

_COMPARED = re.compile(
    r"\b(?:up|down|from|compared|against|than|versus|having|had|twice|double|triple|half|times)\b"
    r"|\b(?:after|above|below) (?:the )?\d",
    re.IGNORECASE,
)
_OF_COMPARED = re.compile(
    r"(?:\b(?:against|compared (?:with|to)|versus|than|instead of|up from|down from|twice|double|half|times"
    r"|having (?:stood|been|reached))\b"
    r"|\b(?:after|above|below)(?= (?:the )?\d)"
    r"|\bhad (?:\w+ )?(?:been|stood|reached|numbered|amounted))[^,;()]*\d[^,;()]*$"
    r"|\b(?:twice|double|triple|half|times) (?:the|that|those|what)\b[^,;()]*$",
    re.IGNORECASE,
)
_YEAR_ENDED_WITH = re.compile(
    r"\b(?:end|clos|finish)(?:ed|es|s)? the (?:\w+ )?year (?:with|at|on)\b[^,;:.]*$", re.IGNORECASE
)
_IN_APPOSITION = re.compile(
    r"^[^,;:.()]{2,60}, (?:the|its|our) (?:\w+ )?(?:strength|total|number|complement|tally)\b[^,;:.()]*$"
)
_RELATIVE = re.compile(r"^\s*(?:\w+ ){0,2}(?:which|who|whom|whose|where)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\d[^;:.]*\bcompared (?:with|to)(?: the)?\s*$")
_WHEN = re.compile(r",? (?:when|in which|during which|at which)\b[^,;.]*$")
_TOLD_THAT = re.compile(r",? that\b")
_TELLING = frozenset("tell say announce report state declare note inform add write confirm publish".split())
_HEADING = re.compile(r"[^:;.]{0,60}:")
_RELATIVES = frozenset("which who whom whose where that".split())
_OLD_TO_NEW = re.compile(r"^ to (?:about |around |nearly |almost |some |over |just )?$", re.IGNORECASE)
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
    chosen = _chosen(scene, quantity, compared=measure.form in ("times", "more"))
    period = _completed(chosen, scene.text[chosen.start : chosen.end], running, reporting) if chosen else running
    if chosen is not None and (years := _years_later(scene, chosen, quantity)):
        period = shifted(period, years)
    if (chosen is None or chosen.relative) and _YEAR_ENDED_WITH.search(scene.text[: quantity.qualifier_start]):
        period = last_day(running)
    base = _base(scene, quantity, running, reporting, compared=measure.form in ("times", "more"))
    if measure.relation is Relation.OLD_LEVEL and chosen is not None and chosen.start >= quantity.end:
        return FigureTime(period, None, False, True)
    if measure.relation is Relation.OLD_LEVEL:
        return FigureTime(base or _before(period, scene, quantity), None, False, chosen is not None)
    if measure.relation is not Relation.CHANGE:
        beside = chosen is None and not measure.goal and _BESIDE.search(scene.text[: quantity.qualifier_start])
        return FigureTime(shifted(period, -1) if beside else period, None, False, chosen is not None)
    year_before = shifted(period, -1)
    if measure.form == "short":  # of a target, not of the year before
        return FigureTime(period, None, False, chosen is not None)
    yearly = measure.yearly or base is None or base.key == year_before.key
    return FigureTime(period, base or year_before, yearly, chosen is not None)


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


def _chosen(scene: Scene, quantity: Quantity, *, compared: bool) -> TimeExpression | None:
    """The time that a figure belongs to; what follows a comparison ("twice the number of 2015") is its base."""
    times = [t for t in scene.passage.times if not t.in_name and t.role is not Role.BASE]
    if (when := _in_when_clause(scene, quantity)) is not None:
        return when
    near = [t for t in times if _same_part(scene, t, quantity)]
    following = None if compared else next((t for t in near if t.start >= quantity.end), None)
    if following and _adjoins(scene, quantity.end, following.start):
        return following
    if following and following.role is Role.AS_OF and _IN_APPOSITION.match(scene.text[quantity.end : following.start]):
        return following
    preceding = [t for t in near if t.end <= quantity.start and not _is_aside(scene, t, quantity)]
    preceding = [t for t in preceding if not _is_of_old_level(scene, t, quantity)]
    preceding = [t for t in preceding if is_of_figure(scene, t, quantity.start)]
    if preceding:
        return _next_in_row(scene, preceding[-1], quantity)
    if following and _may_reach_back(scene, following, quantity):
        return following
    if scene.in_brackets(quantity.start):
        return _outer(scene, times, quantity)
    return _in_heading(scene, times, quantity)


def _in_when_clause(scene: Scene, quantity: Quantity) -> TimeExpression | None:
    """As in "compared with 2013, when 300 were held": the time that a clause of time explains."""
    before = [t for t in scene.passage.times if not t.in_name and t.end <= quantity.start]
    told = before and _WHEN.fullmatch(scene.text[before[-1].end : quantity.start])
    return replace(before[-1], role=Role.DURING) if told else None


def _in_heading(scene: Scene, times: Sequence[TimeExpression], quantity: Quantity) -> TimeExpression | None:
    """As in "Facts in brief, 2012: passengers 413 million; cases 12": the time in the label that opens a row."""
    label = _HEADING.match(scene.text)
    if label is None or label.end() > quantity.start or scene.passage.quantities[0].start < label.end():
        return None
    return next((t for t in times if t.end <= label.end()), None)


def _is_of_old_level(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """As in "from 7 days in 2016 to 5": the time between belongs to the level before the change."""
    between = _OLD_TO_NEW.search(scene.text[time.end : quantity.qualifier_start])
    return bool(between and re.search(r"\bfrom\b[^,;.]{0,40}$", scene.text[: time.start]))


def is_of_figure(scene: Scene, time: TimeExpression, at: int) -> bool:
    """Whether a time may date what stands at an offset after it.

    A time between commas does not, where it dates a figure to compare with ("against 71 in 2015, and lost 6") or a
    relative clause ("the accord, to which it has belonged since 2008, sent 46").
    """
    if _TOLD_THAT.match(scene.text, time.end) and _is_of_telling(scene, time):
        return False
    mark = re.compile(r"[,:]").search(scene.text, time.end, at)
    closing = mark.start() if mark else -1
    if closing < 0 or re.search(r"\d,$", scene.text[time.end : closing + 1]):
        return True
    opening = max((m.end() for m in re.finditer(r"(?<!\d)[,;(]|[,;(](?!\d)", scene.text[: time.start])), default=0)
    part = scene.text[opening : time.end]
    relative = opening > 0 and _RELATIVE.match(part)
    return not (relative or _OF_COMPARED.search(part) or _describes_subject(scene, opening, closing, at))


def _is_of_telling(scene: Scene, time: TimeExpression) -> bool:
    """As in "the Minister told Parliament on 3 May that 40 posts were vacant": when it was told."""
    clause = scene.clause_before(scene.token_at(time.start))
    return clause is not None and clause.lemma in _TELLING


def _describes_subject(scene: Scene, opening: int, closing: int, at: int) -> bool:
    """As in "the Team, a unit formed in 2015, seized 40 kg": words between commas that say what a subject is."""
    if opening <= 1:
        return False
    first, last, end = scene.token_at(opening), scene.token_at(closing), scene.token_at(at)
    described = first < last and scene.tokens[first].tag in ("DT", "NN", "NNP", "NNS") and last - first > 3
    before = any(c.finite and c.group[1] <= first for c in scene.clauses)
    after = any(c.finite and last <= c.group[0] < end and c.group[0] - last <= 2 for c in scene.clauses)
    return described and not before and after


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


def _outer(scene: Scene, times: Sequence[TimeExpression], quantity: Quantity) -> TimeExpression | None:
    """For a figure in brackets without a time of its own: the last time before the brackets."""
    outside = [
        t
        for t in times
        if t.end <= quantity.start
        and scene.in_brackets(t.start) is None
        and _no_semicolon(scene, t.end, quantity.start)
    ]
    return outside[-1] if outside else None


def _same_part(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """On the same side of brackets and semicolons."""
    first, last = sorted((time.start, quantity.start))
    return scene.in_brackets(time.start) == scene.in_brackets(quantity.start) and _no_semicolon(scene, first, last)


def _no_semicolon(scene: Scene, start: int, end: int) -> bool:
    return ";" not in scene.text[start:end]


def _adjoins(scene: Scene, start: int, end: int) -> bool:
    """Whether a time belongs to the figure before it: no mark and no other figure stands between."""
    between = re.sub(r"\([^)]*\)", "", scene.text[start:end])
    other = any(start <= q.start < end and "(" not in scene.text[start : q.start] for q in scene.passage.quantities)
    return not other and not re.search(r"[,;:]| and (?!(?:exports?|imports?|regions|its|other)\b)", between)


def _may_reach_back(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """Whether a time at the end of a clause is also that of a figure earlier in it."""
    compared = _COMPARED.search(scene.text[quantity.end : time.start])
    of_another = bool(compared) or time.role in (Role.SINCE, Role.AS_OF) or _is_aside(scene, time, quantity)
    of_another |= scene.text[time.end : time.end + 8] == " having "
    return not of_another and not _next_clause(scene, quantity.end, time.start)


def _next_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a time after the figure belongs to a clause that begins between them."""
    return bool(re.search(r"(?:, (?:and|but|while|although|whereas) |: )", scene.text[start:end]))


def _is_aside(scene: Scene, time: TimeExpression, quantity: Quantity) -> bool:
    """Whether a time stands in a clause between commas that does not hold the figure."""
    at = scene.places[quantity.start]
    token = scene.token_at(time.start)
    for clause in scene.parsed.clauses:
        inside = clause.extent[0] <= token < clause.extent[1]
        aside = clause.role in (ClauseRole.REDUCED, ClauseRole.RELATIVE) and clause.group[0] > 0
        if inside and aside and not clause.extent[0] <= at < clause.extent[1]:
            first = clause.subject[0] if clause.subject else clause.extent[0]
            if any(t.lower in _RELATIVES for t in scene.tokens[max(0, first - 1) : first + 1]):
                return True
            before = scene.text[: scene.tokens[clause.group[0]].start].rstrip()
            if before.endswith((",", "which", "that", "who")):
                return True
    return False


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
        bases = [t for t in later if _adjoins(scene, quantity.end, t.start)][:1]
    after = next((t for t in bases if t.start >= quantity.end and _no_semicolon(scene, quantity.end, t.start)), None)
    if after and _reaches(scene, quantity.end, after.start):
        return _completed_base(after, running, reporting)
    before = [
        t
        for t in bases
        if t.end <= quantity.start and quantity.start - t.end < 60 and _no_semicolon(scene, t.end, quantity.start)
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
