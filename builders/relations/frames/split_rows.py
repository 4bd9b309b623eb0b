"""Rows whose members have words of their own between them: "A in May and B in June", "A (2016) and, later, B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|"
    r"winter)"
)
_DATE = (
    rf"(?:(?:the )?(?:(?:early|mid|late|first|second|third|fourth|last|same|following|next|previous)[ -])?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH}(?: \d{{1,2}})?(?=\W)|\d{{4}}(?=\W)|years?|months?|weeks?|quarter|"
    rf"half of (?:the year|\d{{4}})|then|now|the (?:beginning|start|end|middle) of \d{{4}})(?:,? \d{{4}}\b)?)"
)
# when: "in May", "since 2016", "on 3 March 2018", "last year"
TIME = (
    rf"(?:,? (?:(?:in|on|at|by|from|since|until|during|for|before|after|up to) {_DATE}|(?:a|one|two|three|\w+) "
    r"(?:years?|months?|weeks?) (?:later|earlier|before|after|on)|(?:last|the same|the following|the next) "
    r"(?:year|month|week|spring|summer|autumn|winter)))"
)
_BRACKET = r"(?:\s*\([^()]{1,80}\))"
# what is said of one member in passing, closed by a comma or a semicolon
_COMMENT = (
    r"(?:,? (?:which|who|whose|where|for which|in which|of which|an?|the|its|one of|founded|opened|launched|set up|"
    r"now|then|in use|built|based|held)\b (?:[^,;:.()]|\.(?=\d)){3,90}(?=[,;]))"
)
_JOIN = r"(?:[,;]? and|[,;]? as well as|[,;]? but also|,? plus|,? followed by|[,;])"
_ADVERB = (
    r"(?:,? (?:then|later|also|finally|lastly|most recently|in part|in turn|subsequently|too|second|secondly|next|last|"
    r"with it|with them),?)"
)
_ARTICLE = r",?\s+(?:\([a-z0-9]{1,3}\)\s+)?(?:(?:the|its|our|their|an?|both|even)\s+)?[\"']?"

_REACH = 220  # characters between two members
_MOST = 5  # mentions that may stand in what is said of one member


@cache
def _going_on(before: str) -> re.Pattern[str]:
    """From behind a member to the next one, which stands behind the words `before`."""
    aside = rf"(?P<aside>(?:{_BRACKET}|{TIME}|{_COMMENT}){{0,2}})"
    return re.compile(rf"['\"]?{aside}{_JOIN}(?P<lead>(?:{_ADVERB}|{TIME}){{0,2}}){before}{_ARTICLE}")


def rest_of_row(last: Mention, end: int, text: str, mentions: Sequence[Mention], before: str = "") -> list[Mention]:
    """The members that go on with a row behind `last`, none of them beyond the offset `end`.

    `before` are words that each of them has before it (" by" for "by A in May *and by* B").
    """
    row: list[Mention] = []
    named = outermost([m for m in mentions if last.end <= m.start and m.end <= end and m.how != "pronoun"])
    split = bool(before)
    while (step := _next(last, text, named, before)) is not None:
        last, has_own_words = step
        split = split or has_own_words
        row.append(last)
    return row if split and not _owns(row, text) else []


def _next(last: Mention, text: str, named: Sequence[Mention], before: str) -> tuple[Mention, bool] | None:
    """The next member, and whether more than a mere "and" stands before it."""
    for mention in [m for m in named if last.end <= m.start <= last.end + _REACH][:_MOST]:
        found = _going_on(before).fullmatch(text, last.end, mention.start)
        if found is not None:
            return mention, bool(found["aside"] or found["lead"] or ";" in found.group())
    return None


def _owns(row: Sequence[Mention], text: str) -> bool:
    """The last member only owns or describes what is meant: "and in June *B's* office"."""
    return bool(row) and re.match(r"['’]s?\b", text[row[-1].end :]) is not None
