"""Times as English writes them: years, fiscal years, halves, quarters, months, days, and words such as "last year".

A time that is not complete in itself ("12 May", "the fourth quarter", "a year earlier") is completed from the
period of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from customs_kg.builders.numerals import SMALL
from customs_kg.graph.model import Period


class Role(StrEnum):
    """What a time does in its clause."""

    DURING = "during"
    AS_OF = "as-of"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BASE = "base"  # what a change is measured from


@dataclass(frozen=True, slots=True)
class PeriodContext:
    """What completes a time that is not complete in itself.

    `fiscal_start_month` is the month (1 to 12) in which fiscal years begin, None where it is not known: the limits
    of fiscal years are then not known either.
    """

    reporting: Period
    fiscal_start_month: int | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time in the reading text.

    `start` and `end` enclose the time and the words that give its role ("by the end of 2016"). `core` is the time
    itself; `period` is what the words say with it: with `SINCE` it has no end ("since-1983"), with `UNTIL` and `BY`
    no beginning ("to-2010"), else it is the core.
    """

    start: int
    end: int
    period: Period
    role: Role
    core: Period
    relative: bool = False  # resolved from the period of the report
    core_start: int = 0  # where the time itself begins, after the words of its role
    in_name: bool = False  # part of a name ("Horizon 2020", "the Act of 1974"), not a time of the clause


MONTHS = "january february march april may june july august september october november december".split()
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s?(?:-|to|till|until|through|and)\s?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
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
_FISCAL = r"(?:[Ff](?:iscal|inancial)(?: [Yy]ears?)?(?: of)?|FYs?)"
_SLASHED = rf"{_YEAR}\s?[/-]\s?(?:{_YEAR}|\d\d)(?![\d/-])"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:the )?(?:{_FISCAL} ?)?(?P<year>{_YEAR})\b)"


# --- periods by their limits


def year_period(year: int) -> Period:
    """The calendar year."""
    return Period(str(year), str(year), date(year, 1, 1), date(year + 1, 1, 1))


def month_period(year: int, month: int) -> Period:
    """One month of a calendar year."""
    return Period(
        f"{year}-{month:02}",
        f"{MONTHS[month - 1].capitalize()} {year}",
        date(year, month, 1),
        _next_month(year, month),
    )


def months_period(year: int, first: int, last: int) -> Period:
    """Whole months of one year, both included; halves and quarters get their usual keys."""
    start, end = date(year, first, 1), _next_month(year, last)
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
    return Period(
        day.isoformat(), f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}", day, day + timedelta(1)
    )


def dates_period(start: date, end: date) -> Period:
    """From `start` until before `end`, named by its first and last month or day."""
    last = end - timedelta(1)
    if start.day == 1 and end.day == 1:
        if (start.year, start.month) == (last.year, last.month):
            return month_period(start.year, start.month)
        if start.month == 1 and end.month == 1:
            return years_period(start.year, last.year)
        first_name = f"{MONTHS[start.month - 1].capitalize()} {start.year}"
        last_name = f"{MONTHS[last.month - 1].capitalize()} {last.year}"
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
    if re.fullmatch(r"\d{4}", key):
        return year_period(int(key) + years)
    if match := re.fullmatch(r"fy(\d{4})", key):
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
    if period.start and period.end:
        return dates_period(_same_day(period.start, years), _same_day(period.end, years))
    return period


def last_year_of(period: Period) -> int | None:
    """The calendar year in which a period ends; the number of a fiscal year whose limits are not known."""
    if match := re.fullmatch(r"fy(\d{4})", period.key):
        return int(match[1])
    if period.end:
        return (period.end - timedelta(1)).year
    match = re.search(r"\d{4}", period.key)
    return int(match[0]) if match else None


def _next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def _same_day(day: date, years: int) -> date:
    return date(day.year + years, day.month, min(day.day, 28) if day.month == 2 else day.day)


# --- the times themselves, without the words of their role

_Reader = Callable[[re.Match[str], PeriodContext], Period | None]


def month_number(name: str) -> int:
    """Number of a month, 1 to 12, from its English name or its first three letters."""
    return next(
        i for i, month in enumerate(MONTHS, start=1) if month.startswith(name.lower().rstrip(".")[:3])
    )


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


def _read_day(match: re.Match[str], context: PeriodContext) -> Period | None:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else _context_year(context, month)
    day = _day(year, month, match["day"]) if year else None
    return day_period(day) if day else None


def _read_iso(match: re.Match[str], context: PeriodContext) -> Period | None:
    day = _day(int(match["year"]), int(match["m"]), match["d"]) if 1 <= int(match["m"]) <= 12 else None
    return day_period(day) if day else None


def _read_days(match: re.Match[str], context: PeriodContext) -> Period | None:
    """Two days: the month and the year may stand at one of them only."""
    last_month = month_number(match["month2"] or match["month"])
    first_month = month_number(match["month"] or match["month2"])
    last_year = int(match["year2"]) if match["year2"] else _context_year(context, last_month)
    if last_year is None:
        return None
    first_year = int(match["year"]) if match["year"] else last_year - (first_month > last_month)
    first, last = _day(first_year, first_month, match["day"]), _day(last_year, last_month, match["day2"])
    return dates_period(first, last + timedelta(1)) if first and last and first < last else None


def _read_months(match: re.Match[str], context: PeriodContext) -> Period | None:
    first, last = month_number(match["month"]), month_number(match["month2"])
    last_year = int(match["year2"]) if match["year2"] else _context_year(context, last)
    if last_year is None:
        return None
    first_year = int(match["year"]) if match["year"] else last_year - (first > last)
    if first_year == last_year and first < last:
        return months_period(first_year, first, last)
    start, end = date(first_year, first, 1), _next_month(last_year, last)
    return dates_period(start, end) if start < end else None


def _read_month(match: re.Match[str], context: PeriodContext) -> Period | None:
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else _context_year(context, month)
    return month_period(year, month) if year else None


def _read_part(match: re.Match[str], context: PeriodContext) -> Period | None:
    """A half or a quarter, or the first so many months."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else _context_year(context)
    if year is None:
        return None
    if groups.get("short"):
        length, number = (6 if groups["short"][0] in "Hh" else 3), int(groups["short"][1])
    elif groups.get("part"):
        length, number = (6 if groups["part"] == "half" else 3), _ORDINALS[groups["which"].lower()]
        number = min(number, 12 // length)
    else:
        count = SMALL.get(groups["count"].lower()) or int(groups["count"])
        length, number = count * (3 if groups["span"].startswith("quarter") else 1), 1
    first = length * (number - 1) + 1
    if not 1 <= first <= first + length - 1 <= 12:
        return None
    if re.search(_FISCAL, match[0]) and context.fiscal_start_month not in (None, 1):
        return _fiscal_part(year, first, length, int(context.fiscal_start_month or 1))
    return months_period(year, first, first + length - 1)


def _fiscal_part(year: int, first: int, length: int, start_month: int) -> Period:
    month = start_month + first - 1
    start = date(year - 1 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    stop = month + length
    return dates_period(start, date(year - 1 + (stop - 1) // 12, (stop - 1) % 12 + 1, 1))


def _read_year_ended(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The year ended 30 June 2015: the twelve months up to that month's end."""
    year, month = int(match["year"]), month_number(match["month"])
    if month == 12:
        return year_period(year)
    return slashed_period(year - 1, month + 1)


def _read_slashed(match: re.Match[str], context: PeriodContext) -> Period | None:
    first, second = re.findall(r"\d+", match["years"])
    first = first if len(first) == 4 else f"20{first}"
    if int(second) % 100 == (int(first) + 1) % 100:
        fiscal = bool(match["fiscal"] or match["after"]) or len(second) == 2 or "/" in match["years"]
        return (
            slashed_period(int(first), context.fiscal_start_month)
            if fiscal
            else years_period(int(first), int(second))
        )
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    return years_period(int(first), last) if last > int(first) else None


def _read_fiscal(match: re.Match[str], context: PeriodContext) -> Period | None:
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    return fiscal_period(year, context.fiscal_start_month)


def _read_years(match: re.Match[str], context: PeriodContext) -> Period | None:
    first, last = int(match["year"]), int(match["year2"])
    return years_period(first, last) if first < last else None


def _read_decade(match: re.Match[str], context: PeriodContext) -> Period | None:
    first = int(match["year"])
    return Period(f"{first}s", f"{first}s", date(first, 1, 1), date(first + 10, 1, 1))


def _read_year(match: re.Match[str], context: PeriodContext) -> Period | None:
    return year_period(int(match["year"])) if is_year(match.string, *match.span("year")) else None


def _read_previous(match: re.Match[str], context: PeriodContext) -> Period | None:
    return shifted(context.reporting, -1)


def _read_this(match: re.Match[str], context: PeriodContext) -> Period | None:
    return context.reporting


def _read_next(match: re.Match[str], context: PeriodContext) -> Period | None:
    return shifted(context.reporting, 1)


def _read_years_ago(match: re.Match[str], context: PeriodContext) -> Period | None:
    count = match["count"].lower()
    return shifted(context.reporting, -(SMALL.get(count) or int(count)))


def _read_stretch(match: re.Match[str], context: PeriodContext) -> Period | None:
    """The last or the next so many years, as seen from the period of the report."""
    count = match["count"].lower()
    years = 10 if match["span"].startswith("decade") else 1
    years *= SMALL.get(count) or (int(count) if count.isdigit() else 1)
    end = context.reporting.end
    if end is None or years > 100:
        return None
    if re.match(r"next|coming|following", match["way"], re.IGNORECASE):
        return dates_period(end, _same_day(end, years))
    return dates_period(_same_day(end, -years), end)


_COUNT = r"(?:\d{1,2}|" + "|".join(word for word in SMALL if word not in ("zero",)) + ")"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader, bool], ...]:
    """(pattern, reader, relative) in order of preference at the same place and length."""
    month, month2 = rf"(?P<month>{MONTH})", rf"(?P<month2>{MONTH})"
    year, year2 = rf"(?P<year>{_YEAR})\b", rf"(?P<year2>{_YEAR})\b"
    any_case = r"(?i:"
    rows: list[tuple[str, _Reader, bool]] = [
        (
            rf"\b(?P<day>{_DAY})(?: (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{_YEAR})\b)?)?{_TO}"
            rf"(?P<day2>{_DAY}) (?:of )?{month2}(?:,? {year2})?",
            _read_days,
            False,
        ),
        (
            rf"\b{month} (?P<day>{_DAY})(?:,? (?P<year>{_YEAR})\b)?{_TO}(?P<month2>{MONTH})? ?(?P<day2>{_DAY})\b(?!\d|[,.]\d)"
            rf"(?:,? {year2})?",
            _read_days,
            False,
        ),
        (rf"\b(?P<day>{_DAY}) (?:day )?(?:of )?{month}(?:,? {year})?", _read_day, False),
        (rf"\b(?:the )?(?:fiscal |financial )?year (?:ended|ending|to)(?: on)? (?:(?P<day>{_DAY}) )?{month}(?(day)| (?P<day2>{_DAY}))?,? {year}",
         _read_year_ended, False),
        (rf"\b{month} (?P<day>{_DAY})\b(?!\d|[,.]\d| (?:million|billion|per))(?:,? {year})?", _read_day, False),
        (rf"(?<![\d-])(?P<year>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _read_iso, False),
        (rf"(?<![\d/.])(?P<d>\d\d?)(?P<sep>[/.])(?P<m>\d\d?)(?P=sep)(?P<year>{_YEAR})\b", _read_iso, False),
        (rf"\b{month}(?:,? (?P<year>{_YEAR})\b)?{_TO}{month2}(?:,? {year2})?", _read_months, False),
        (rf"\b{month},? (?:of )?{year}", _read_month, False),
        (r"(?:(?<=in )|(?<=since )|(?<=until )|(?<=by )|(?<=from )|(?<=during )|(?<=of )|(?<=early )|(?<=mid-)|(?<=late ))"
         rf"{month}(?P<year>)(?! \d)", _read_month, True),
        (rf"\b(?P<which>first|second|third|fourth|final|last|1st|2nd|3rd|4th) (?P<part>half|quarter)\b{_OF_YEAR}?"
         r"(?: of (?:the (?:fiscal |financial )?year|last year|this year))?", _read_part, False),
        (rf"\b(?P<short>[HQ][1-4])(?: of| in|,)? ?(?P<year>{_YEAR})\b", _read_part, False),
        (rf"\b(?P<year>{_YEAR}) ?-?(?P<short>[HQ][1-4])\b", _read_part, False),
        (rf"\bfirst (?P<count>{_COUNT}) (?P<span>months|quarters)\b{_OF_YEAR}?(?: of the (?:fiscal |financial )?year)?", _read_part, False),
        (rf"(?:\b(?P<fiscal>{_FISCAL})s? ?)?(?<![\d/])(?P<years>{_SLASHED})(?P<after> (?:fiscal|financial) years?)?", _read_slashed, False),
        (rf"\b(?P<fiscal>FYs?) ?(?P<years>\d\d[/-]\d\d)(?P<after>)(?![\d/-])", _read_slashed, False),
        (rf"\b{_FISCAL} ?'?(?P<year>{_YEAR}|(?<=FY)\d\d|(?<=FY )\d\d|(?<=FY')\d\d)\b(?![,.]\d)", _read_fiscal, False),
        (rf"\b(?P<year>{_YEAR}) (?:fiscal|financial) year\b", _read_fiscal, False),
        (rf"\b(?P<year>{_YEAR})(?: ?- ?| (?:to|through|until|till) |(?<=between \d{{4}}) and ){year2}(?![,.]\d)", _read_years, False),
        (r"\b(?P<year>(?:18|19|20)\d0)'?s\b", _read_decade, False),
        (rf"(?<![\w$£€¥.,/])(?<!\w-)(?P<year>{_YEAR})(?![\w%/]|[,.]\d|-\d)", _read_year, False),
        (rf"(?<=[Mm]id-)(?P<year>{_YEAR})\b", _read_year, False),
        (rf"(?<=[Ee]nd-)(?P<year>{_YEAR})\b", _read_year, False),
        (any_case + r"\b(?:(?:the |that of )?(?:same (?:period|time|month|quarter|half) (?:of|in|the) )?(?:the )?"
         r"(?:last|previous|prior|preceding|foregoing) (?:fiscal |financial |calendar |reporting )?(?:year|period)\b(?!s)|the year (?:before|earlier|previous)"
         r"|(?:a|one) year (?:earlier|before|ago|previously)|year[- ](?:on|over)[- ]year|y-?o-?y\b))", _read_previous, True),
        (any_case + r"\b(?:(?:this|the current|the reporting|the reported) (?:fiscal |financial |calendar )?(?:year|period)|the (?:year|period) under review"
         r"|the (?:fiscal |financial )?year(?! (?:before|earlier|previous|of|to come|ahead|ended|ending|\d))(?:'s)?))", _read_this, True),
        (any_case + r"\b(?:(?:next|the coming|the following|the next|the upcoming) (?:fiscal |financial |calendar )?year\b(?!s)|the year (?:to come|ahead)))", _read_next, True),
        (any_case + rf"\b(?P<count>{_COUNT}) years (?:before|earlier|ago|previously))", _read_years_ago, True),
        (any_case + rf"\b(?:the )?(?P<way>last|past|previous|preceding|next|coming|following) (?P<count>{_COUNT}|few|several)? ?(?P<span>years|decades?))\b", _read_stretch, True),
        (any_case + r"\b(?:today|so far|to date|nowadays|at present|at the moment|currently|presently|now)\b)", _read_this, True),
    ]  # fmt: skip
    return tuple((re.compile(source), reader, relative) for source, reader, relative in rows)


# --- years

_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|during|until|till|by|of|from|to|through|year|years|and|or|than|with|over|on|for|before|after|early|late|mid|end"
    r"|the|its|their|our|his|her|this|that|versus|vs|against|between|throughout|prior to|as of|at|under|January|February|March|April"
    r"|May|June|July|August|September|October|November|December|Act|Law|Edition|Report|Census|Agenda|Vision|Horizon|Strategy|Plan)"
    r"\.?,?|[(/'\"-]|[A-Z][\w'-]*)\s?$"
)
_VERB_AFTER = re.compile(
    r"\s(?:\w+s|\w+ed|will|saw|was|were|is|are|has|had|may|should|would|can|began|brought|to)\s"
)
_COUNTED_AFTER = re.compile(
    r"\s(?:(?!per\b)[a-z-]+\s){0,3}?([a-z-]{2,}s)\b(?!\s(?:a|an|the|in|its|our|their|us|another|this|that|out)\b)"
)
_SINGULAR_S = re.compile(
    r"^(?:was|is|has|this|its|as|us|customs|various|less|thus|plus|versus|previous|sees|marks|ushers|brings|does)$"
)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits at `text[start:end]` are a year and not a count ("2015 cases were investigated")."""
    before = text[max(0, start - 24) : start]
    if _BEFORE_YEAR.search(before):
        return True
    follower = _COUNTED_AFTER.match(text[end : end + 60])
    counted = follower and not _SINGULAR_S.match(follower[1])
    return not counted


# --- roles

_END_OF = re.compile(
    r"\b(?P<lead>by |before |no later than |not later than |as of |as at |at |on |until |up to |to )?"
    r"(?:the )?(?:year[- ]end|end|close|conclusion)(?:[ -]|,? )(?:of |in )?(?:the )?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|as against|against|relative to|versus|vs\.?|than|as|up on|down on|up from|down from"
    r"|above|below)(?: (?:in|during|for|at|that of|those of|that in|that for|the|its|level of))*\s?$|\b(?:that|those|level|levels|figure) (?:of|in|for)(?: the)?\s?$",
    re.IGNORECASE,
)
_OVER_ON_FROM = re.compile(
    r"\b(?P<word>over|on|from|upon)(?: the| that of| those of| that in)?\s?$", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\d|%|per ?cent|\b(?:increas|decreas|grow|grew|growth|ris|rose|gain|jump|climb|fell|fall|drop|declin|improv|up|down|more|higher"
    r"|lower|fewer|less|doubl|tripl|surg|slipp|slid|reduc|advance|chang|a half|one third)",
    re.IGNORECASE,
)
_LEADS: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(rf"\b(?:{words})\s?$", re.IGNORECASE), role)
    for words, role in (
        (r"(?:as of|as at|as on)(?: the)?", Role.AS_OF),
        (r"(?:ever since|since|starting (?:in|from|on)|beginning (?:in|from|on)|effective(?: from)?|as from|as of now|with effect from)(?: the| early| late| mid-?)?", Role.SINCE),
        (r"(?:until|till|through|through to|up to|up until)(?: the| early| late| mid-?)?", Role.UNTIL),
        (r"(?:no later than|not later than|by|before|prior to|ahead of)(?: the| early| late| mid-?)?", Role.BY),
        (r"(?:in|during|for|throughout|within|between|in the course of)(?: the| early| late| mid-?)?", Role.DURING),
        (r"at", Role.AS_OF),
    )
)  # fmt: skip
_SINCE_CLAUSE = re.compile(r"\b[Ss]ince [^,;.]{3,44}$")
_NAME_BEFORE = re.compile(
    r"(?<!^)(?<![.!?:] )\b(?!"
    + MONTH
    + r"|FYs?\b|In\b|By\b|Of\b)[A-Z][\w'-]*\s$|\b(?:Act|Law|Code|Regulation|Order|Ordinance|Decree|Convention),? (?:of |No\.? ?\d+ of )?$"
)
_YEAR_ON_YEAR = re.compile(r"y-?o-?y|year[- ](?:on|over)[- ]year", re.IGNORECASE)
_NOW = re.compile(r"today|so far|to date|nowadays|at |currently|presently|now", re.IGNORECASE)


def _role(text: str, start: int, end: int, core: Period, context: PeriodContext) -> tuple[Role, int]:
    """What the words before (or the time itself) say of its role, and where those words begin."""
    before = text[max(0, start - 48) : start]
    offset = start - len(before)
    if _YEAR_ON_YEAR.match(text, start):
        return Role.BASE, start
    if _NOW.match(text, start):
        return Role.AS_OF, start
    if match := _END_OF.search(before):
        return _end_role(match, core, context), offset + match.start()
    if match := _COMPARED.search(before):
        return Role.BASE, offset + match.start()
    if match := _OVER_ON_FROM.search(before):
        return _over_role(text, offset + match.start(), match["word"].lower(), core), offset + match.start()
    if (match := _SINCE_CLAUSE.search(before)) and re.search(r"\b(?:in|on)(?: the)?\s?$", before):
        return Role.SINCE, offset + match.start()
    for pattern, role in _LEADS:
        if match := pattern.search(before):
            return role, offset + match.start()
    return Role.DURING, start


def _end_role(match: re.Match[str], core: Period, context: PeriodContext) -> Role:
    """The end of a period that the report covers is a state; the end of a later one is a limit."""
    lead, now = (match["lead"] or "").lower(), context.reporting.end
    later = bool(core.end and now and core.end > now)
    return Role.BY if later and lead.startswith(("by", "before", "no", "to", "until", "up")) else Role.AS_OF


def _over_role(text: str, start: int, word: str, core: Period) -> Role:
    single_day = bool(core.start and core.end and core.end - core.start == timedelta(1))
    if word in ("on", "upon"):
        return Role.AS_OF if single_day else Role.BASE
    if word == "from" and len(re.findall(r"[A-Za-z]+ \d{1,4}|\d+", core.label)) > 1 and " to " in core.label:
        return Role.DURING
    if single_day or not _CHANGE.search(text[max(0, start - 60) : start]):
        return Role.SINCE if word == "from" else Role.DURING
    return Role.BASE


def find_periods(text: str, context: PeriodContext) -> list[TimeExpression]:
    """Find the times of a reading text, in order and without overlap.

    Args:
        text: one sentence, list item or cell with white space collapsed.
        context: the period of the report, which completes "last year" or "12 May".
    """
    found: list[TimeExpression] = []
    for start, end, core, relative in _cores(text, context):
        role, role_start = _role(text, start, end, core, context)
        if found and role_start < found[-1].end:
            role_start = start
        period = since(core) if role is Role.SINCE else until(core) if role in (Role.UNTIL, Role.BY) else core
        in_name = bool(
            re.fullmatch(r"\d{4}", text[start:end]) and _NAME_BEFORE.search(text[max(0, start - 40) : start])
        )
        found.append(TimeExpression(role_start, end, period, role, core, relative, start, in_name))
    return found


def _cores(text: str, context: PeriodContext) -> Iterator[tuple[int, int, Period, bool]]:
    """The longest times that do not overlap, the pattern named first among equals."""
    candidates = []
    for rank, (pattern, reader, relative) in enumerate(_patterns()):
        for match in pattern.finditer(text):
            period = reader(match, context)
            if period is not None:
                candidates.append((match.start(), -match.end(), rank, period, relative))
    candidates.sort(key=lambda c: c[:3])
    last = 0
    for start, minus_end, _, period, relative in candidates:
        if start >= last:
            last = -minus_end
            yield start, last, period, relative
