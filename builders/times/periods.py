"""Times as English writes them, and what each does in its clause.

A time that is not complete in itself ("12 May", "the fourth quarter", "a year earlier") is completed from the
period of the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from customs_kg.builders.times.calendar_periods import (
    MONTH,
    dates_period,
    day_period,
    months_period,
    shifted,
    since,
    until,
    year_period,
)
from customs_kg.builders.times.patterns import find_cores
from customs_kg.builders.times.readers import PeriodContext
from customs_kg.graph.model import Period

__all__ = [
    "PeriodContext",
    "Role",
    "TimeExpression",
    "dates_period",
    "find_periods",
    "last_day",
    "shifted",
    "since",
    "until",
    "year_period",
]
_FOUR_DIGITS = re.compile(r"\d{4}")


class Role(StrEnum):
    """What a time does in its clause."""

    DURING = "during"
    AS_OF = "as-of"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BASE = "base"  # what a change is measured from


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


# --- roles

_END_OF = re.compile(
    r"\b(?P<lead>by |before |no later than |not later than |as of |as at |at |on |until |up to |to )?"
    r"(?:the )?(?:year[- ]end|end|close|conclusion)(?:[ -]|,? )(?:of |in )?(?:the )?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|(?:in|by) comparison (?:with|to)|as against|against|relative to|versus|vs\.?"
    r"|(?<!later )than|as(?! (?:at|of|on)\b)"
    r"|up on|down on|up from|down from"
    r"|above|below)(?: (?:in|during|for|at|that of|those of|that in|that for|the|its|level of))*\s?$|\b(?:that"
    r"|those|level|levels|figure) (?:of|in|for)(?: the)?\s?$",
    re.IGNORECASE,
)
_OVER_ON_FROM = re.compile(r"\b(?P<word>over|on|from|upon)(?: the| that of| those of| that in)?\s?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\d|%|per ?cent|\b(?:increas|decreas|grow|grew|growth|ris|rose|gain|jump|climb|fell|fall|drop|declin"
    r"|improv|up|down|more|higher"
    r"|lower|fewer|less|doubl|tripl|surg|slipp|slid|reduc|advance|chang|a half|one third)",
    re.IGNORECASE,
)
_PART_OF = r"(?: the)?(?: early| late| mid-?| middle of| (?:spring|summer|autumn|fall|winter)(?: of)?)?"
_LEADS: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(rf"\b(?:{words})\s?$", re.IGNORECASE), role)
    for words, role in (
        (r"(?:as of|as at|as on)(?: the)?", Role.AS_OF),
        (r"(?:ever since|since|starting (?:in|from|on)|beginning (?:in|from|on)|effective(?: from)?|as from|as"
         r" of now|with effect from)" + _PART_OF, Role.SINCE),
        (r"(?:until|till|through|through to|up to|up until)" + _PART_OF, Role.UNTIL),
        (r"(?:no later than|not later than|by|before|prior to|ahead of)" + _PART_OF, Role.BY),
        (r"(?:in|during|for|throughout|within|between|in the course of)(?: the| early| late| mid-?)?", Role.DURING),
        (r"at", Role.AS_OF),
    )
)  # fmt: skip
_SINCE_CLAUSE = re.compile(r"\b[Ss]ince [^,;.]{3,44}$")
_NAME_BEFORE = re.compile(
    r"(?<!^)(?<![.!?:] )\b(?!"
    + MONTH
    + r"|FYs?\b|In\b|By\b|Of\b)[A-Z][\w'-]*\s$|\b(?:Act|Law|Code|Regulation|Order|Ordinance|Decree"
    r"|Convention),? (?:of |No\.? ?\d+ of )?$"
)
_YEAR_ON_YEAR = re.compile(r"y-?o-?y|year[- ](?:on|over)[- ]year", re.IGNORECASE)
_MIDDLE = re.compile(r"\b(?:middle of|mid-?) ?$", re.IGNORECASE)
_YEAR_END = re.compile(r"(?:the )?(?:financial |fiscal )?year[- ]end\b(?! (?:of )?(?:FY ?)?\d)", re.IGNORECASE)
_NOW = re.compile(r"today|so far|to date|nowadays|at |currently|presently|now", re.IGNORECASE)


def _role(text: str, start: int, end: int, core: Period, context: PeriodContext) -> tuple[Role, int]:
    """What the words before (or the time itself) say of its role, and where those words begin."""
    before = text[max(0, start - 48) : start]
    offset = start - len(before)
    if _YEAR_ON_YEAR.match(text, start):
        return Role.BASE, start
    if _NOW.match(text, start) or _YEAR_END.match(text, start):
        return Role.AS_OF, start
    if match := _END_OF.search(before):
        return _end_role(match, core, context), offset + match.start()
    if match := _COMPARED.search(before):
        return Role.BASE, offset + match.start()
    if match := _OVER_ON_FROM.search(before):
        return _over_role(
            text, offset + match.start(), match["word"].lower(), core, text[start:end]
        ), offset + match.start()
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


def _over_role(text: str, start: int, word: str, core: Period, words: str) -> Role:
    single_day = bool(core.start and core.end and core.end - core.start == timedelta(1))
    if word in ("on", "upon"):
        return Role.AS_OF if single_day else Role.BASE
    if word == "from" and re.search(r"\b(?:to|until|till|through)\b|\d ?- ?\w", words):
        return Role.DURING
    if single_day or not _CHANGE.search(text[max(0, start - 60) : start]):
        return Role.SINCE if word == "from" else Role.DURING
    return Role.BASE


def last_day(core: Period) -> Period:
    """The day on which a fiscal year ends; any other period as it is, since its number says when it ends."""
    fiscal = re.fullmatch(r"fy\d{4}|\d{4}-\d\d", core.key) and not re.fullmatch(r"[A-Z]\w+ \d{4}", core.label)
    return day_period(core.end - timedelta(1)) if fiscal and core.end is not None else core


def find_periods(text: str, context: PeriodContext) -> list[TimeExpression]:
    """Find the times of a reading text, in order and without overlap.

    Args:
        text: one sentence, list item or cell with white space collapsed.
        context: the period of the report, which completes "last year" or "12 May".
    """
    found: list[TimeExpression] = []
    for start, end, core, relative in find_cores(text, context):
        role, role_start = _role(text, start, end, core, context)
        if found and role_start < found[-1].end:
            role_start = start
        if (role is Role.AS_OF and _END_OF.search(text[max(0, start - 48) : start])) or _YEAR_END.match(text, start):
            core = last_day(core)
        if role is Role.BY and _MIDDLE.search(text[role_start:start]) and _FOUR_DIGITS.fullmatch(core.key):
            core = months_period(int(core.key), 1, 6)
        period = since(core) if role is Role.SINCE else until(core) if role in (Role.UNTIL, Role.BY) else core
        in_name = bool(
            _FOUR_DIGITS.fullmatch(text[start:end]) and _NAME_BEFORE.search(text[max(0, start - 40) : start])
        )
        found.append(TimeExpression(role_start, end, period, role, core, relative, start, in_name))
    return found
