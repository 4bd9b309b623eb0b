"""Which period a report is about, and in which month its fiscal years begin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from customs_kg.builders.times.calendar_periods import (
    MONTH,
    fiscal_period,
    last_year_of,
    month_number,
    slashed_period,
    year_period,
)
from customs_kg.builders.times.periods import PeriodContext, find_periods
from customs_kg.graph.model import Period

UNDATED = Period("undated", "period not stated", None, None)

# First month of the government's fiscal year, by ISO 3166-1 code, where it is not January.
FISCAL_START_MONTHS: dict[str, int] = {
    **dict.fromkeys("ca gb hk in jm jp mm sg za bw na ls sz kw qa".split(), 4),
    **dict.fromkeys("au nz bd bt eg et fj gm ke mw mu np pk pg tz to ug ws zm".split(), 7),
    **dict.fromkeys("us th la ht tt mh fm pw".split(), 10),
}

# (kind of year, number): a calendar year, a fiscal year with one number, one with two
_Candidate = tuple[str, int]

_LABEL = re.compile(
    r"(?P<fiscal>\b[Ff](?:iscal|inancial)(?: [Yy]ears?)?,? |\bFY ?)?(?<![\d/$£€.,-])"
    r"(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?(?P<second>(?:19|20)?\d\d)(?![\d/-]))?(?![\d%]|[,.]\d)"
    r"(?P<after> (?:fiscal|financial) year)?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|to be done|plans?|planned|programme for|program for|budget for|aims?"
    r"|targets?|outlook|(?:goals|tasks|objectives|milestones|arrangements|work|undertakings) for"
    r"|next year|coming year|priorities for|intends?|expected|forecast|looking ahead)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:edition|released|published|printed|copyright|issued|publication|isbn|press)\b|©", re.IGNORECASE
)
_DATED = re.compile(rf"(?:{MONTH},? ?(?:\d{{1,2}}(?:st|nd|rd|th)?,? )?$)")
_INSIDE = re.compile(
    r"\b(?:in|during|for|over|throughout|of|year|end of|end)(?: the| calendar)?(?: year)?\s$", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:than(?: in| for)?|compared (?:to|with)(?: those in)?|from|over|on|since|by|until|before|after|above"
    r"|below"
    r"|that of|those of|up on|versus|against)(?: the)?\s$",
    re.IGNORECASE,
)
_LAW = re.compile(  # "the Ports Act 1998" and "the Act of 1998" tell nothing of the report's time
    r"\b(?:act|code|law|ordinance|decree|order|regulations?|convention|agreement|protocol|treaty|charter|directive"
    r"|budget|strategy|plan|vision|agenda|no\.)(?:,| of| for)? ?(?:the )?(?:\w+ )?\(?$",
    re.IGNORECASE,
)
_REPORT_ON = re.compile(r"\b(?:report|review|account|results|digest) (?:on|over|for|of)(?: the)?\s$", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:report|review|accounts|results|statement)\b", re.IGNORECASE)
_YEAR_ENDED = re.compile(
    r"[YyTt1](?<!\w.)(?:(?<=[Yy])(?i:ear)|(?<=[Tt])(?i:welve months)|(?<=1)2 (?i:months))"
    r"(?i: (?:\d{4}(?:[/\u2013-]\d{2,4})?,? )?"
    rf"(?:(?:which |that )?(?:was )?(?:ended|closed)|ending|closing|to|ends|closes)(?: on)? (?:the )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?P<month>{MONTH})"
    r"(?:(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?P<year>(?:19|20)\d\d)\b)?)"
)
_YEAR_BEGINS = re.compile(
    r"[Yy](?<!\w.)(?i:ear (?:begins|starts|beginning|starting|runs|running|began|which (?:begins|starts|runs))"
    rf"(?: on| in| from)* (?:the )?(?:1(?:st)? )?(?P<month>{MONTH}))"
)
_BETWEEN_SENTENCES = re.compile(r"\s(?:(?<=[.!?]\s)\s*(?=[A-Z\"“])|(?<=\n)\s*\n)")
_SPAN = re.compile(r"\d{4} ?(?:to|-|through|until) ", re.IGNORECASE)  # in whatever the next finds
_TWELVE_MONTHS = re.compile(
    rf"\b(?:1(?:st)? )?(?P<month>{MONTH})(?: 1(?:st)?)?,? (?P<year>\d{{4}}) ?(?:to|-|through|until) "
    rf"(?:\d{{2}}(?:st|th)? )?(?P<month2>{MONTH})(?: \d{{2}})?,? (?P<year2>\d{{4}})\b",
    re.IGNORECASE,
)
_AT_CLOSE = re.compile(
    r"[AaOo](?<!\w.)(?:(?<=[Aa])(?i:s (?:at|on|of)|t)|(?<=[Oo])(?i:[nf]))(?i: (?:the )?"
    r"(?:(?:31(?:st)?|30(?:th)?) (?P<month>March|June|September)|(?P<month2>March|June|September) (?:31|30))\b)"
)


def fiscal_start_month(text: str, territory: str = "") -> int | None:
    """The month (1 to 12) in which fiscal years begin, from the words of the text, else as usual in the territory.

    Args:
        text: the text of the report.
        territory: ISO 3166-1 alpha-2 code of the country, or empty.
    """
    votes: Counter[int] = Counter()
    for match in _YEAR_ENDED.finditer(text):
        votes[month_number(match["month"]) % 12 + 1] += 1
    for match in _YEAR_BEGINS.finditer(text):
        votes[month_number(match["month"])] += 1
    for match in _TWELVE_MONTHS.finditer(text) if _SPAN.search(text) else ():
        first, last = month_number(match["month"]), month_number(match["month2"])
        if last % 12 + 1 == first and int(match["year2"]) - int(match["year"]) == (first != 1):
            votes[first] += 1
    if not votes:  # "at 30 June 2017 the service had 40 posts": what there was is counted at the close of the year
        closes = Counter(month_number(m["month"] or m["month2"]) % 12 + 1 for m in _AT_CLOSE.finditer(text))
        votes = Counter({month: number for month, number in closes.items() if number > 1 and month != 1})
    if votes:
        return min(votes, key=lambda month: (-votes[month], month))
    return FISCAL_START_MONTHS.get(territory.lower())


def reporting_period(opening: str, body: str, start_month: int | None = None) -> Period:
    """The period that a report is about.

    What its opening calls it counts most, then the years in which the body says that things were done; a year that
    only plans are made for, or in which the report was printed, counts for the year before.

    Args:
        opening: title and first lines.
        body: the whole text.
        start_month: first month of fiscal years, None when not known.

    Returns:
        The period; `UNDATED` when no year is named.
    """
    votes: defaultdict[_Candidate, float] = defaultdict(float)
    for candidate, weight in _opening_votes(opening):
        votes[candidate] += weight
    told: defaultdict[_Candidate, float] = defaultdict(float)
    for candidate, weight in _body_votes(body):
        told[candidate] += weight
    total = sum(told.values())
    for candidate, weight in told.items():
        votes[candidate] += 24 * weight / max(total, 3)
    if not votes:
        return UNDATED
    kind, year = min(votes, key=lambda c: (-votes[c], -c[1], c[0]))
    if kind == "calendar" and (part := _part_of_year(opening, year)) is not None:
        return part
    if kind == "fiscal":
        return fiscal_period(year, start_month)
    return slashed_period(year, start_month) if kind == "slashed" else year_period(year)


_TABLE_LINE = re.compile(r".*(?:\S {3,}\S.* {3,}\S|\t.*\t|\|.*\|)")  # years over columns tell nothing
_MARKED = re.compile(r"   |[\t|]")
_CENTURY = re.compile(r"(?:19|20)\d\d")
_PART_REPORT = re.compile(
    r"\b(?:quarter(?:ly)?|half-year(?:ly)?|interim|semi-annual|monthly|[QH][1-4]|half|months)\b", re.I
)


def _part_of_year(opening: str, year: int) -> Period | None:
    """The quarter, half or months of the year that the title of a report names: "Quarterly report, Q3 2024"."""
    for line in [line for line in opening.split("\n") if line.strip()][:5]:
        if not _PART_REPORT.search(line) or not re.search(
            r"\b(?:report|review|bulletin|results|statement)\b", line, re.I
        ):
            continue
        for time in find_periods(line, PeriodContext(year_period(year))):
            days = (time.core.end - time.core.start).days if time.core.start and time.core.end else 0
            if 27 < days < 300 and last_year_of(time.core) == year:
                return time.core
    return None


_EDITION = re.compile(
    r"\b(?P<before>(?:19|20)\d\d) edition\b|\bedition,? (?:of |for )?(?P<after>(?:19|20)\d\d)\b"
    r"|\b(?:report|review|yearbook|survey|digest|profile),? (?:of |for )?(?P<title>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def standing_period(opening: str, reporting: Period) -> Period:
    """The period that the present tense of a report speaks of: "there are 94 of them today".

    It is that of the report, save where the title names the edition by the year after: the 2009 edition, on 2008.

    Args:
        opening: title and first lines.
        reporting: the period of the report.
    """
    for match in _EDITION.finditer(opening[:400]):
        year = int(match["before"] or match["after"] or match["title"])
        if reporting.end is not None and year - 1 == last_year_of(reporting):
            return year_period(year)
    return reporting


def _opening_votes(opening: str) -> Iterator[tuple[_Candidate, float]]:
    lines = re.split(r"\n+|;", opening)
    for number, line in enumerate(lines):
        title = 8 if number < 12 else 1  # headings further down speak of parts
        for candidate, match in _labels(line):
            kind, year = candidate
            before = line[max(0, match.start() - 30) : match.start()]
            if match.re is _YEAR_ENDED:
                yield candidate, (4 if _REPORT.search(line) else 1.75) * title
            elif _PUBLISHED.search(line) or _DATED.search(before) or _is_ahead(line, match):
                yield (kind, year - 1), 2
            elif _REPORT_ON.search(before) or not (_OTHER_TIME.search(before) or _LAW.search(before)):
                yield candidate, title if kind == "calendar" else 1.75 * title


def _is_ahead(line: str, label: re.Match[str]) -> bool:
    """Whether a heading looks ahead to a year: "Annual Review 2011, with the *Main Tasks for 2012*" to the second."""
    years = [m.start() for m in _CENTURY.finditer(line)]
    if len(years) < 2:
        return bool(_AHEAD.search(line))
    return bool(_AHEAD.search(line, max((y + 4 for y in years if y < label.start()), default=0), label.start()))


def _body_votes(body: str) -> Iterator[tuple[_Candidate, float]]:
    lines = body.split("\n")
    told = "\n".join("" if _MARKED.search(line) and _TABLE_LINE.match(line) else line for line in lines)
    for sentence in _BETWEEN_SENTENCES.split(told):
        if not _CENTURY.search(sentence):
            continue
        ahead = bool(_AHEAD.search(sentence))
        for (kind, year), match in _labels(sentence):
            before = re.sub(r"\s+", " ", sentence[max(0, match.start() - 30) : match.start()])
            if (_OTHER_TIME.search(before) or _LAW.search(before)) and match.re is not _YEAR_ENDED:
                continue
            if ahead:
                yield (kind, year - 1), 0.3
            elif _INSIDE.search(before):
                yield (kind, year), 1.0
            else:
                yield (kind, year), 0.2


def _is_fiscal(span: re.Match[str]) -> bool:
    """As in "April 1, 2018 to March 31, 2019": twelve months in two calendar years."""
    first, last = month_number(span["month"]), month_number(span["month2"])
    return first != 1 and last % 12 + 1 == first and int(span["year2"]) - int(span["year"]) == 1


def _labels(text: str) -> Iterator[tuple[_Candidate, re.Match[str]]]:
    ended = {match.end("year"): match for match in _YEAR_ENDED.finditer(text) if match["year"]}
    spans = [match for match in _TWELVE_MONTHS.finditer(text) if _is_fiscal(match)] if _SPAN.search(text) else []
    for match in _LABEL.finditer(text):
        year = int(match["year"])
        if (span := next((s for s in spans if s.start() < match.end() <= s.end()), None)) is not None:
            if match.end() == span.end():
                yield ("slashed", year - 1), span
        elif match.end() in ended:
            month = month_number(ended[match.end()]["month"])
            yield (("calendar", year) if month == 12 else ("slashed", year - 1)), ended[match.end()]
        elif match["second"]:
            if int(match["second"]) % 100 == (year + 1) % 100:
                yield ("slashed", year), match
        elif match["fiscal"] or match["after"]:
            yield ("fiscal", year), match
        else:
            yield ("calendar", year), match
