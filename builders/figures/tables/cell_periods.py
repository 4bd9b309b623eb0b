"""When the figure of a table cell holds: what its column, its row or the words beside it tell of a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.figures.context.dating import running_period
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.quantities.units import CurrencyContext
from customs_kg.builders.times.calendar_periods import MONTH, last_year_of, months_period
from customs_kg.builders.times.periods import PeriodContext, Role, find_periods
from customs_kg.graph.model import Period

_WHOLE_YEAR = re.compile(r"(?:the |full |whole |calendar |fiscal |financial )*year", re.I)
_PARTS_OF_YEAR = {"quarter": 3, "half": 6, "half-year": 6, "semester": 6, "trimester": 3}
_ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Row:
    """What a cell is read with: the cells of its row, the last row head that began no phrase, and the periods.

    `running` is the period that the caption or the section names, else that of the report.
    """

    cells: tuple[Passage, ...]
    head_before: str
    reporting: Period
    running: Period
    currencies: CurrencyContext


def row_of(document: Document, passage: Passage, head_before: str) -> Row:
    """The row in which a cell stands."""
    own = passage.segment
    first = last = passage.index
    passages = document.passages
    while first > 0 and passages[first - 1].is_cell and passages[first - 1].segment.row == own.row:
        first -= 1
    while last + 1 < len(passages) and passages[last + 1].is_cell and passages[last + 1].segment.row == own.row:
        last += 1
    titled = (own.caption, document.section(own.section).title)
    times = (find_periods(words, PeriodContext(document.reporting)) for words in titled)
    named = next((t for t in ([t for t in found if not t.relative] for found in times) if t), [])
    running = running_period(named, named[0].core) if named else document.reporting
    return Row(passages[first : last + 1], head_before, document.reporting, running, document.currencies)


def column_period(column: str, row: Row) -> tuple[Period, str, bool]:
    """The period that a column head names, what else it says, and whether it names one; else the running one."""
    column = _with_full_years(column, row.reporting)
    found = find_periods(column, PeriodContext(row.reporting))
    times = [t for t in found if not t.relative and t.role is not Role.BASE]
    if not times:
        if _WHOLE_YEAR.fullmatch(column):
            return row.running, "", True
        month = _month_of(column, row.running)
        return (month, "", True) if month else (row.running, column, False)
    rest = column[: times[0].start] + column[times[-1].end :]
    return running_period(times, times[0].core), rest.strip(" ,:-()"), True


def _with_full_years(head: str, reporting: Period) -> str:
    """A head whose years have all their digits: "Actual 12/13" is "Actual 2012/13" in a report on 2013/14."""
    now = last_year_of(reporting) or 0

    def full(match: re.Match[str]) -> str:
        first, second = int(match[1]), int(match[2])
        if not now or (second - first) % 100 != 1:
            return match[0]
        century = min((now // 100 * 100 + shift for shift in (-100, 0, 100)), key=lambda c: abs(c + first - now))
        return f"{century + first}/{match[2]}"

    return _SHORT_YEARS.sub(full, head)


_SHORT_YEARS = re.compile(r"(?<![\d/.,-])(\d\d) ?[/\u2013-] ?(\d\d)(?![\d/.,%-])")


def _month_of(column: str, running: Period) -> Period | None:
    """The month of the running year that a column head is: "March", "Sept."."""
    year = last_year_of(running) if re.fullmatch(rf"(?i){MONTH}\.?", column) else None
    times = find_periods(f"in {column} {year}", PeriodContext(running)) if year and running.key == str(year) else []
    return times[0].core if len(times) == 1 else None


def _row_period(head: str, stub: str, row: Row, period: Period) -> Period | None:
    """The period that a row head is: "2019", "Q1 2019", "First" under "Quarter"; None where it is none."""
    if re.fullmatch(r"(?i)(?:calendar |whole |full )?(?:year|total)", head) and re.search(
        r"(?i)\b(?:quarter|month|half)", stub
    ):
        return period
    part = next((n for word, n in _PARTS_OF_YEAR.items() if re.search(rf"(?i)\b{word}s?\b", stub)), 0)
    year = last_year_of(period)
    bare = re.fullmatch(
        r"(?i)(?P<word>first|second|third|fourth|[1-4](?:st|nd|rd|th)?|I{1,3}|IV|[QH][1-4])(?: (?:quarter|half))?",
        head,
    )
    if bare and year and (part or bare[0] != bare["word"] or bare["word"][0] in "QHqh"):
        number = _number(bare["word"].lower())
        length = part or (3 if re.search("(?i)quarter|q", head) else 6)
        return months_period(year, length * (number - 1) + 1, length * number) if length * number <= 12 else None
    times = [t for t in find_periods(head, PeriodContext(period)) if not t.in_name]
    if re.search(r"(?i)\bmonths?\b", stub) and year and not times:
        times = find_periods(f"in {head} {year}", PeriodContext(period))
        return times[0].core if len(times) == 1 and times[0].end == len(head) + 8 else None
    whole = (
        len(times) == 1 and times[0].role in (Role.DURING, Role.AS_OF) and times[0].end - times[0].start == len(head)
    )
    return times[0].core if whole and not times[0].relative else None


def timed_head(head: str, stub: str, row: Row, period: Period, *, stated: bool) -> tuple[Period, str] | None:
    """The period that a row head is or ends with, and what else it says; a column has its own time first."""
    of_row = _row_period(head, stub, row, period)
    return (of_row, "") if of_row is not None else None if stated else _told_time(head, row)


def _told_time(head: str, row: Row) -> tuple[Period, str] | None:
    """The time at the end of a row head, and the head without it: "Boats held, 2013", "Seizures in 2021"."""
    times = [t for t in find_periods(head, PeriodContext(row.reporting)) if not t.relative and t.end == len(head)]
    rest = head[: times[-1].start].rstrip(" ,(-") if times else ""
    return (times[-1].core, rest) if rest and times[-1].role in (Role.DURING, Role.AS_OF) else None


def time_beside(passage: Passage, quantity: Quantity, row: Row) -> Period | None:
    """The time that brackets give a second figure: "45 million (2013: 52 million)"."""
    match = re.search(r"\((?P<time>[^():]{4,24}):? ?$", passage.text[: quantity.qualifier_start])
    times = find_periods(match["time"], PeriodContext(row.reporting)) if match else []
    return times[0].core if len(times) == 1 else None


def _number(word: str) -> int:
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    roman = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
    return roman.get(word) or int(re.sub(r"\D", "", word))


def latest_in_row(row: Row) -> Period | None:
    """The latest period that another column of the row names: that of a change, a share or a target beside it."""
    named = [column_period(p.segment.column, row) for p in row.cells]
    periods = [period for period, _, stated in named if stated and period.end is not None]
    return max(periods, key=lambda p: (p.end or date.min, p.key), default=None)
