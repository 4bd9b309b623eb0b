"""Periods by their limits, with the keys and labels by which they are known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from customs_kg.builders.english.months import MONTHS
from customs_kg.graph.model import Period

MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_FISCAL_KEY = re.compile(r"fy(\d{4})")
_YEAR_KEY = re.compile(r"\d{4}")


def month_number(name: str) -> int:
    """Number of a month, 1 to 12, from its English name or its first three letters."""
    return next(i for i, month in enumerate(MONTHS, start=1) if month.lower().startswith(name.lower().rstrip(".")[:3]))


def year_period(year: int) -> Period:
    """The calendar year."""
    return Period(str(year), str(year), date(year, 1, 1), date(year + 1, 1, 1))


def month_period(year: int, month: int) -> Period:
    """One month of a calendar year."""
    return Period(
        f"{year}-{month:02}",
        f"{MONTHS[month - 1]} {year}",
        date(year, month, 1),
        next_month(year, month),
    )


def months_period(year: int, first: int, last: int) -> Period:
    """Whole months of one year, both included; halves and quarters get their usual keys."""
    start, end = date(year, first, 1), next_month(year, last)
    ordinals = ("first", "second", "third", "fourth")
    if last - first == 5 and first in (1, 7):
        half = (first + 5) // 6
        return Period(f"{year}-h{half}", f"{ordinals[half - 1]} half of {year}", start, end)
    if last - first == 2 and first % 3 == 1:
        quarter = (first + 2) // 3
        return Period(f"{year}-q{quarter}", f"{ordinals[quarter - 1]} quarter of {year}", start, end)
    if (first, last) == (1, 12):
        return year_period(year)
    return dates_period(start, end)


def day_period(day: date) -> Period:
    """One day."""
    return Period(day.isoformat(), f"{day.day} {MONTHS[day.month - 1]} {day.year}", day, day + timedelta(1))


def dates_period(start: date, end: date) -> Period:
    """From `start` until before `end`, named by its first and last month or day."""
    last = end - timedelta(1)
    if start.day == 1 and end.day == 1:
        if (start.year, start.month) == (last.year, last.month):
            return month_period(start.year, start.month)
        if start.month == 1 and end.month == 1:
            return years_period(start.year, last.year)
        first_name = f"{MONTHS[start.month - 1]} {start.year}"
        last_name = f"{MONTHS[last.month - 1]} {last.year}"
        return Period(f"{start:%Y-%m}-{last:%Y-%m}", f"{first_name} to {last_name}", start, end)
    return Period(
        f"{start.isoformat()}-{last.isoformat()}",
        f"{day_period(start).label} to {day_period(last).label}",
        start,
        end,
    )


def years_period(first: int, last: int) -> Period:
    """Whole calendar years, both included."""
    if first == last:
        return year_period(first)
    return Period(f"{first}-{last}", f"{first} to {last}", date(first, 1, 1), date(last + 1, 1, 1))


def fiscal_period(year: int, start_month: int | None) -> Period:
    """A fiscal year with one number: it bears the number of the calendar year in which it ends."""
    if start_month is None:
        return Period(f"fy{year}", f"FY {year}", None, None)
    first = year if start_month == 1 else year - 1
    return Period(f"fy{year}", f"FY {year}", date(first, start_month, 1), date(first + 1, start_month, 1))


def slashed_period(first: int, start_month: int | None) -> Period:
    """A fiscal year with two numbers: 2014/15."""
    key, label = f"{first}-{(first + 1) % 100:02}", f"{first}/{(first + 1) % 100:02}"
    if start_month is None:
        return Period(key, label, None, None)
    return Period(key, label, date(first, start_month, 1), date(first + 1, start_month, 1))


def since(core: Period) -> Period:
    """From the beginning of a period on."""
    return Period(f"since-{core.key}", f"since {core.label}", core.start, None)


def until(core: Period) -> Period:
    """Up to the end of a period."""
    return Period(f"to-{core.key}", f"to {core.label}", None, core.end)


def shifted(period: Period, years: int) -> Period:
    """The same stretch `years` later (earlier when negative), keyed in the same way."""
    key = period.key
    start_month = period.start.month if period.start else None
    if _YEAR_KEY.fullmatch(key):
        return year_period(int(key) + years)
    if match := _FISCAL_KEY.fullmatch(key):
        return fiscal_period(int(match[1]) + years, start_month)
    if match := re.fullmatch(r"(\d{4})-\d\d", key):
        label_year = int(match[1])
        if "/" in period.label:
            return slashed_period(label_year + years, start_month)
        return month_period(label_year + years, int(key[5:]))
    if match := re.fullmatch(r"(\d{4})-(h|q)(\d)", key):
        length = 6 if match[2] == "h" else 3
        first = length * (int(match[3]) - 1) + 1
        return months_period(int(match[1]) + years, first, first + length - 1)
    if period.start and period.end and period.end - period.start == timedelta(1):
        return day_period(same_day(period.start, years))
    if period.start and period.end:
        return dates_period(same_day(period.start, years), same_day(period.end, years))
    return period


def last_year_of(period: Period) -> int | None:
    """The calendar year in which a period ends; the number of a fiscal year whose limits are not known."""
    if match := _FISCAL_KEY.fullmatch(period.key):
        return int(match[1])
    if period.end:
        return (period.end - timedelta(1)).year
    match = re.search(r"\d{4}", period.key)
    return int(match[0]) if match else None


def next_month(year: int, month: int) -> date:
    """First day of the month after this one."""
    return date(year + month // 12, month % 12 + 1, 1)


def same_day(day: date, years: int) -> date:
    """The same day of another year, 28 February for the 29th."""
    return date(day.year + years, day.month, min(day.day, 28) if day.month == 2 else day.day)
