"""From the match of a pattern for times to the period that it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.times.calendar_periods import (
    dates_period,
    day_period,
    fiscal_period,
    last_year_of,
    month_number,
    month_period,
    months_period,
    next_month,
    same_day,
    shifted,
    slashed_period,
    year_period,
    years_period,
)
from customs_kg.graph.model import Period

FISCAL = r"(?:[Ff](?:iscal|inancial)(?: [Yy]ears?)?(?: of)?|FYs?)"
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What completes a time that is not complete in itself.

    `fiscal_start_month` is the month (1 to 12) in which fiscal years begin, None where it is not known: the limits
    of fiscal years are then not known either. `standing` is the period that "today" and "now" speak of, where it is
    not that of the report.
    """

    reporting: Period
    fiscal_start_month: int | None = None
    standing: Period | None = None

    @property
    def start_month(self) -> int | None:
        """First month of fiscal years: as given, else as in the reporting period where that is a fiscal year."""
        fiscal = re.fullmatch(r"fy\d{4}|\d{4}-\d\d", self.reporting.key) is not None
        own = self.reporting.start.month if fiscal and self.reporting.start else None
        return self.fiscal_start_month or own


Reader = Callable[[re.Match[str], PeriodContext], Period | None]


def _day(year: int, month: int, day: str) -> date | None:
    try:
        return date(year, month, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None


def _context_year(context: PeriodContext, month: int | None = None) -> int | None:
    """The year of a month that is given without one: within the reporting period where that is possible."""
    year = last_year_of(context.reporting)
    start, end = context.reporting.start, context.reporting.end
    if month and start and end and year and date(year, month, 1) >= end:
        return year - 1
    return year


def read_day(match: re.Match[str], context: PeriodContext) -> Period | None:
    """One day, its year from the context where it is not stated."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else _context_year(context, month)
    day = _day(year, month, match["day"]) if year else None
    return day_period(day) if day else None


def read_iso(match: re.Match[str], context: PeriodContext) -> Period | None:
    """A day in figures; the month comes first where the other order gives no month."""
    month, day = int(match["m"]), int(match["d"])
    if month > 12 >= day:
        month, day = day, month
    found = _day(int(match["year"]), month, str(day)) if 1 <= month <= 12 else None
    return day_period(found) if found else None


def read_days(match: re.Match[str], context: PeriodContext) -> Period | None:
    """Two days: the month and the year may stand at one of them only."""
    last_month = month_number(match["month2"] or match["month"])
    first_month = month_number(match["month"] or match["month2"])
    last_year = int(match["year2"]) if match["year2"] else _context_year(context, last_month)
    if last_year is None:
        return None
    first_year = int(match["year"]) if match["year"] else last_year - (first_month > last_month)
    first, last = _day(first_year, first_month, match["day"]), _day(last_year, last_month, match["day2"])
    return dates_period(first, last + timedelta(1)) if first and last and first < last else None


def read_months(match: re.Match[str], context: PeriodContext) -> Period | None:
    """From one month to another."""
    first, last = month_number(match["month"]), month_number(match["month2"])
    last_year = int(match["year2"]) if match["year2"] else _context_year(context, last)
    if last_year is None:
        return None
    first_year = int(match["year"]) if match["year"] else last_year - (first > last)
    if first_year == last_year and first < last:
        return months_period(first_year, first, last)
    start, end = date(first_year, first, 1), next_month(last_year, last)
    return dates_period(start, end) if start < end else None


def read_month(match: re.Match[str], context: PeriodContext) -> Period | None:
    """One month."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else _context_year(context, month)
    return month_period(year, month) if year else None


def read_part(match: re.Match[str], context: PeriodContext) -> Period | None:
    """A half or a quarter, or the first so many months."""
    groups = match.groupdict()
    stated = int(groups["year"]) if groups.get("year") else None
    year = stated or _context_year(context)
    if year is None:
        return None
    if groups.get("short"):
        length, number = (6 if groups["short"][0] in "Hh" else 3), int(groups["short"][1])
        if stated is None and number * length <= 12:
            year = _context_year(context, length * (number - 1) + 1) or year
    elif groups.get("part"):
        length, number = (6 if groups["part"].lower() == "half" else 3), _ORDINALS[groups["which"].lower()]
        number = min(number, 12 // length)
    else:
        count = SMALL.get(groups["count"].lower()) or int(groups["count"])
        length, number = count * (3 if groups["span"].startswith("quarter") else 1), 1
    first = length * (number - 1) + 1
    if not 1 <= first <= first + length - 1 <= 12:
        return None
    of_fiscal = stated is None and re.fullmatch(r"fy\d{4}|\d{4}-\d\d", context.reporting.key) is not None
    if (re.search(FISCAL, match[0]) or of_fiscal) and context.start_month not in (None, 1):
        return _fiscal_part(year, first, length, int(context.start_month or 1))
    return months_period(year, first, first + length - 1)


def _fiscal_part(year: int, first: int, length: int, start_month: int) -> Period:
    month = start_month + first - 1
    start = date(year - 1 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    stop = month + length
    return dates_period(start, date(year - 1 + (stop - 1) // 12, (stop - 1) % 12 + 1, 1))


def read_year_ended(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The year ended 30 June 2015: the twelve months up to that month's end."""
    year, month = int(match["year"]), month_number(match["month"])
    if month == 12:
        return year_period(year)
    return slashed_period(year - 1, month + 1)


def read_months_ended(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The six months to 30 June 2015."""
    count = SMALL.get(match["count"].lower()) or int(match["count"])
    end = next_month(int(match["year"]), month_number(match["month"]))
    months = end.year * 12 + end.month - 1 - count
    start = date(months // 12, months % 12 + 1, 1)
    if start.month == 1 and end.month == 1 and end.year == start.year + 1:
        return year_period(start.year)
    if start.year == end.year or end.month == 1:
        return months_period(start.year, start.month, (end.month - 2) % 12 + 1)
    return dates_period(start, end)


def read_slashed(match: re.Match[str], context: PeriodContext) -> Period | None:
    """Two numbers that follow one another are a fiscal year, else a stretch of years."""
    first, second = re.findall(r"\d+", match["years"])
    first = first if len(first) == 4 else f"20{first}"
    if int(second) % 100 == (int(first) + 1) % 100:
        fiscal = bool(match["fiscal"] or match["after"]) or len(second) == 2 or "/" in match["years"]
        return slashed_period(int(first), context.start_month) if fiscal else years_period(int(first), int(second))
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    return years_period(int(first), last) if last > int(first) else None


def read_fiscal(match: re.Match[str], context: PeriodContext) -> Period | None:
    """A fiscal year with one number."""
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    return fiscal_period(year, context.start_month)


def read_years(match: re.Match[str], context: PeriodContext) -> Period | None:
    """From one calendar year to another."""
    first, last = int(match["year"]), int(match["year2"])
    return years_period(first, last) if first < last else None


def read_decade(match: re.Match[str], context: PeriodContext) -> Period | None:
    """Ten years."""
    first = int(match["year"])
    return Period(f"{first}s", f"{first}s", date(first, 1, 1), date(first + 10, 1, 1))


def read_previous(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The period before that of the report."""
    return shifted(context.reporting, -1)


def read_this(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The period of the report."""
    return context.reporting


def read_now(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The period in which the report was written."""
    return context.standing or context.reporting


def read_next(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The period after that of the report."""
    return shifted(context.reporting, 1)


def read_years_ago(match: re.Match[str], context: PeriodContext) -> Period | None:
    """So many years before the period of the report."""
    count = match["count"].lower()
    return shifted(context.reporting, -(SMALL.get(count) or int(count)))


def read_stretch(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The last or the next so many years, as seen from the period of the report; None if it is not said how many."""
    count = (match["count"] or "").lower()
    unit = 10 if match["span"].lower() == "decade" else 1
    number = SMALL.get(count) or (int(count) if count.isdigit() else int(not count and unit > 1))
    years, end = unit * number, context.reporting.end
    if end is None or not 0 < years <= 100:
        return None
    if re.match(r"next|coming|following", match["way"], re.IGNORECASE):
        return dates_period(end, same_day(end, years))
    return dates_period(same_day(end, -years), end)
