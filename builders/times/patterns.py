"""Where a text names times: patterns for years, fiscal years, halves, quarters, months, days and "last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.english.words import words_in
from customs_kg.builders.times.calendar_periods import MONTH, year_period
from customs_kg.builders.times.readers import (
    FISCAL,
    PeriodContext,
    Reader,
    read_day,
    read_days,
    read_decade,
    read_fiscal,
    read_iso,
    read_month,
    read_months,
    read_months_ended,
    read_next,
    read_now,
    read_part,
    read_previous,
    read_slashed,
    read_stretch,
    read_this,
    read_year_ended,
    read_years,
    read_years_ago,
)
from customs_kg.graph.model import Period


class TimePattern(NamedTuple):
    """A pattern, how its match is read, and what a text must hold before it is worth trying."""

    pattern: re.Pattern[str]
    reader: Reader
    relative: bool  # resolved from the period of the report
    needs: re.Pattern[str] | None  # what the text must hold
    words: frozenset[str]  # needs one of these, in lower case; empty for none


YEAR = r"(?:19|20)\d\d"
_A_DIGIT = re.compile(r"\d")
_A_YEAR = re.compile(YEAR)
_A_PART = re.compile(r"[HQ][1-4]")
_A_DATE = re.compile(r"\d[-./]\d")
_NEEDED = (_A_DIGIT, _A_YEAR, _A_PART, _A_DATE)
_TO = r"\s?(?:[\u2013-]|to|till|until|through|and)\s?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_SLASHED = rf"{YEAR}\s?[/\u2013-]\s?(?:{YEAR}|\d\d)(?![\d/\u2013-])"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:the )?(?:{FISCAL} ?)?(?P<year>{YEAR})\b)"
_COUNT = r"(?:\d{1,2}|" + "|".join(word for word in SMALL if word != "zero") + ")"
_ADJECTIVE = r"(?:fiscal |financial |calendar |reporting )?"
_MONTH_WORDS = frozenset([*(month.lower() for month in MONTHS), *(month[:3].lower() for month in MONTHS), "sept"])
_SPAN_WORDS = frozenset("year years period decade decades half quarter quarters months month".split())
_BEFORE_MONTH = "|".join(
    rf"(?<=[{word[0].upper()}{word[0]}]{word[1:]})"
    for word in ("in ", "since ", "until ", "by ", "from ", "during ", "early ", "mid-", "late ", "of ")
)
_MONTH_1, _MONTH_2 = rf"(?P<month>{MONTH})", rf"(?P<month2>{MONTH})"
_YEAR_1, _YEAR_2 = rf"(?P<year>{YEAR})\b", rf"(?P<year2>{YEAR})\b"


def _month_patterns() -> Iterator[tuple[str, Reader, bool]]:
    """Times that name a month: (pattern, reader, relative)."""
    yield (
        rf"\b(?P<day>{_DAY})(?: (?:of )?{_MONTH_1}(?:,? {_YEAR_1})?)?{_TO}(?P<day2>{_DAY}) (?:of"
        rf" )?{_MONTH_2}(?:,? {_YEAR_2})?",
        read_days,
        False,
    )
    yield (
        rf"\b{_MONTH_1} (?P<day>{_DAY})(?:,? {_YEAR_1})?{_TO}(?P<month2>{MONTH})? ?(?P<day2>{_DAY})\b(?!\d"
        rf"|[,.]\d)(?:,? {_YEAR_2})?",
        read_days,
        False,
    )
    yield rf"\b(?P<day>{_DAY}) (?:day )?(?:of )?{_MONTH_1}(?:,? {_YEAR_1})?", read_day, False
    yield (
        rf"\b(?:the )?(?:fiscal |financial )?year (?:ended|ending|to)(?: on)? (?:(?P<day>{_DAY}) )?{_MONTH_1}"
        rf"(?(day)|(?: (?P<day2>{_DAY}))?),? {_YEAR_1}",
        read_year_ended,
        False,
    )
    yield (
        rf"\b(?:the )?(?:(?:last|past|previous|first) )?(?P<count>{_COUNT}) months (?:to|ended|ending|up to)(?:"
        rf" the end of)?"
        rf"(?: (?P<day>{_DAY}))? {_MONTH_1}(?: (?P<day2>{_DAY}))?,? {_YEAR_1}",
        read_months_ended,
        False,
    )
    yield (
        rf"\b{_MONTH_1} (?P<day>{_DAY})\b(?!\d|[,.]\d| (?:million|billion|per|cases))(?:,? {_YEAR_1})?",
        read_day,
        False,
    )
    yield rf"\b{_MONTH_1}(?:,? {_YEAR_1})?{_TO}{_MONTH_2}(?:,? {_YEAR_2})?", read_months, False
    yield rf"\b{_MONTH_1},? (?:of )?{_YEAR_1}", read_month, False
    yield rf"(?:{_BEFORE_MONTH}){_MONTH_1}(?P<year>)(?! \d)", read_month, True


def _part_patterns() -> Iterator[tuple[str, Reader, bool]]:
    """Halves, quarters, the first so many months."""
    yield (
        rf"\b(?P<which>(?i:first|second|third|fourth|final|last)|1st|2nd|3rd|4th)[ -]"
        rf"(?P<part>(?i:half|quarter))\b{_OF_YEAR}?"
        r"(?: of (?:the (?:fiscal |financial )?year|last year|this year))?",
        read_part,
        False,
    )
    yield (
        rf"\bfirst (?P<count>{_COUNT}) (?P<span>months|quarters)\b{_OF_YEAR}?(?: of the (?:fiscal |financial )?year)?",
        read_part,
        False,
    )


def _figure_patterns() -> Iterator[tuple[str, Reader, re.Pattern[str]]]:
    """Times in figures alone: (pattern, reader, what the text must hold)."""
    yield rf"(?<![\d-])(?P<year>{YEAR})(?P<sep>[-./])(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?![\d-])", read_iso, _A_DATE
    yield rf"(?<![\d/.])(?P<d>\d\d?)(?P<sep>[/.])(?P<m>\d\d?)(?P=sep){_YEAR_1}", read_iso, _A_DATE
    yield rf"\b(?P<short>[HQ][1-4])(?: of| in|,)? ?{_YEAR_1}", read_part, _A_PART
    yield rf"\b(?P<year>{YEAR}) ?-?(?P<short>[HQ][1-4])\b", read_part, _A_PART
    yield r"(?<![\w-])(?P<short>[HQ][1-4])(?![\w-])(?! ?\d)", read_part, _A_PART
    yield (
        rf"(?:\b(?P<fiscal>{FISCAL})s? ?)?(?<![\d/])(?P<years>{_SLASHED})(?P<after> (?:fiscal|financial) years?)?",
        read_slashed,
        _A_YEAR,
    )
    yield r"\b(?P<fiscal>FYs?) ?(?P<years>\d\d[/\u2013-]\d\d)(?P<after>)(?![\d/\u2013-])", read_slashed, _A_DIGIT
    yield (
        rf"\b{FISCAL} ?'?(?P<year>{YEAR}|(?<=FY)\d\d|(?<=FY )\d\d|(?<=FY')\d\d)\b(?![,.]\d)",
        read_fiscal,
        _A_DIGIT,
    )
    yield rf"\b(?P<year>{YEAR}) (?:fiscal|financial) year\b", read_fiscal, _A_YEAR
    yield (
        rf"\b(?P<year>{YEAR})(?: ?[\u2013-] ?| (?:to|through|until|till) |(?<=between \d{{4}}) and )"
        rf"{_YEAR_2}(?![,.]\d)",
        read_years,
        _A_YEAR,
    )
    yield r"\b(?P<year>(?:18|19|20)\d0)'?s\b", read_decade, _A_DIGIT
    yield rf"(?<![\w$£€¥.,/])(?<!\w-)(?P<year>{YEAR})(?![\w%/]|[,.]\d|[\u2013-]\d)", _read_year, _A_YEAR
    yield rf"(?:(?<=[Mm]id-)|(?<=[Ee]nd-))(?P<year>{YEAR})\b", _read_year, _A_YEAR


def _relative_patterns() -> Iterator[tuple[str, Reader, bool]]:
    """Times that are seen from the report."""
    yield (
        r"(?i:\b(?:(?:the |that of )?(?:same (?:period|time|month|quarter|half) (?:of|in|the) )?(?:the )?"
        rf"(?:last|previous|prior|preceding|foregoing) {_ADJECTIVE}(?:year|period)\b(?!s)"
        r"|the year (?:before|earlier|previous)|(?:a|one) year (?:earlier|before|ago|previously)"
        r"|(?:twelve|12) months (?:earlier|before|ago|previously)"
        r"|year[- ](?:on|over)[- ]year|y-?o-?y\b))",
        read_previous,
        True,
    )
    yield r"(?i:(?<=at )(?:the )?(?:fiscal |financial )?year[- ]end\b(?! (?:of )?(?:FY ?)?\d))", read_this, True
    yield (
        rf"(?i:\b(?:(?:this|the current|the reporting|the reported) {_ADJECTIVE}(?:year|period)"
        r"|the (?:year|period) under review|the (?:fiscal |financial )?year"
        r"(?! (?:before|earlier|previous|of|to come|ahead|ended|ending|(?:19|20)\d\d\b))(?:'s)?))",
        read_this,
        True,
    )
    yield (
        rf"(?i:\b(?:(?:next|the coming|the following|the next|the upcoming) {_ADJECTIVE}year\b(?!s)"
        r"|the year (?:to come|ahead)))",
        read_next,
        True,
    )
    yield rf"(?i:\b(?P<count>{_COUNT}) years (?:before|earlier|ago|previously))", read_years_ago, True
    yield (
        r"(?i:\b(?:the )?(?P<way>last|past|previous|preceding|next|coming|following) "
        rf"(?P<count>{_COUNT}|few|several)? ?(?P<span>years|decades?))\b",
        read_stretch,
        True,
    )


_NOW = r"(?i:\b(?:today|so far|to date|nowadays|at present|at the moment|currently|presently|now)\b)"
_NOW_WORDS = frozenset("today far date nowadays present moment currently presently now".split())


@cache
def time_patterns() -> tuple[TimePattern, ...]:
    """All patterns, the one to prefer first at the same place and length."""
    span = _SPAN_WORDS | {"yoy", "y"}
    of_months, in_figures = _month_patterns(), _figure_patterns()
    return (
        *(TimePattern(re.compile(p), r, rel, None if rel else _A_DIGIT, _MONTH_WORDS) for p, r, rel in of_months),
        *(TimePattern(re.compile(p), r, rel, None, span) for p, r, rel in _part_patterns()),
        *(TimePattern(re.compile(p), r, False, needs, frozenset()) for p, r, needs in in_figures),
        *(TimePattern(re.compile(p), r, rel, None, span) for p, r, rel in _relative_patterns()),
        TimePattern(re.compile(_NOW), read_now, True, None, _NOW_WORDS),
    )


@cache
def _by_need() -> Sequence[tuple[tuple[re.Pattern[str] | None, frozenset[str]], Sequence[tuple[int, TimePattern]]]]:
    """The patterns with their ranks, those together that need the same."""
    ranked = enumerate(time_patterns())
    return [(need, tuple(rows)) for need, rows in groupby(ranked, key=lambda row: (row[1].needs, row[1].words))]


def find_cores(text: str, context: PeriodContext) -> Iterator[tuple[int, int, Period, bool]]:
    """The times of a text without the words of their role: (start, end, period, relative), without overlap.

    The one that begins first wins, then the longest, then the pattern named first.
    """
    words = words_in(text)
    missing = [needed for needed in _NEEDED if not needed.search(text)] if _A_DIGIT.search(text) else _NEEDED
    candidates: list[tuple[int, int, int, Period, bool]] = []
    for (needs, wanted), rows in _by_need():
        if needs in missing or (wanted and wanted.isdisjoint(words)):
            continue
        for rank, row in rows:
            for match in row.pattern.finditer(text):
                period = row.reader(match, context)
                if period is not None:
                    candidates.append((match.start(), -match.end(), rank, period, row.relative))
    last = 0
    for start, minus_end, _, period, relative in sorted(candidates, key=lambda c: c[:3]):
        if start >= last:
            last = -minus_end
            yield start, last, period, relative


# --- years

_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|during|until|till|by|of|from|to|through|years?|and|or|than|with|over|on|for|before|after|early"
    r"|late|mid|end|the|its|their|our|his|her|this|that|versus|vs|against|between|throughout|prior to|as of|at|under"
    rf"|{MONTH}|Act|Law)\.?,?|[(/'\"-]|[A-Z][\w'-]*)\s?$"
)
# After these words four digits may also be a count, when what is counted follows.
_MAYBE_COUNT = re.compile(
    r"(?<!\d{4} )\b(?:over|than|with|to|some|about|around|nearly|almost|approximately|roughly|least|most|up to"
    r"|total of|number of"
    r"|force of|team of|fleet of|staff of|network of|average of|all)\s$",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"\s(?:(?!per\b)[a-z-]+\s){0,3}?([a-z-]{2,}s|people|staff|personnel)\b(?!\s(?:a|an|the|in|its|our|their|us|another|this|that|out)\b)"
)
_COUNTED_NEXT = re.compile(r"\s(?:[a-z-]+\s)?([a-z-]{3,}s|people|staff|personnel)\b")
_NOT_COUNTED = frozenset(
    "was is has this its as us customs various less thus plus versus previous sees marks ushers brings does levels"
    " figures results targets values prices totals rates exports imports volumes terms".split()
)


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits at `text[start:end]` are a year and not a count ("2015 cases were investigated")."""
    before, after = text[max(0, start - 24) : start], text[end : end + 60]
    if _MAYBE_COUNT.search(before):
        counted = _COUNTED_NEXT.match(after)
        return not (counted and counted[1] not in _NOT_COUNTED)
    if _BEFORE_YEAR.search(before):
        return True
    counted = _COUNTED_AFTER.match(after)
    return not (counted and counted[1] not in _NOT_COUNTED)


def _read_year(match: re.Match[str], context: PeriodContext) -> Period | None:
    if not is_year(match.string, *match.span("year")):
        return None
    return year_period(int(match["year"]))
