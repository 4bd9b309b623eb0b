"""Words that tell when or how long, among the words of a clause: "from 3 to 7 June 2018", "around the clock"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from customs_kg.builders.english.months import MONTH

_SEASON = r"(?:spring|summer|autumn|winter)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:(?:early|mid|late) )?(?:{_DAY} (?:(?:and|to|[-–]) {_DAY} )?)?(?:{MONTH}|{_SEASON})(?: {_DAY}(?![ \w]))?"
    r"(?:,? (?:19|20)\d\d)?|(?:19|20)\d\d)"
)
_TIME = re.compile(
    rf"(?:(?:in|on|since|by|during|throughout|until|at the (?:end|beginning|start) of|from) {_DATE}|"
    rf"from (?:{_DAY}|{_DATE}) (?:to|until|till|through|[-–]) {_DATE}|between (?:{_DAY}|{_DATE}) and {_DATE}|"
    r"(?:over|for|during) (?:the )?(?:\w+ )?(?:days?|weeks?|months?|years?)|(?:a)?round the clock|day and night|"
    r"\d+ hours a day|\w+ days a week|for the \w+ time|in person|"
    r"(?:last|this|next|every|each) (?:year|month|week|spring|summer|autumn|winter))(?= |$)",
    re.I,
)
_LONGEST = 10  # words of one such phrase
_OPENERS = frozenset(
    "in on since by during throughout until at from between over for round around day last this next every each".split()
)


def time_phrase_at(words: Sequence[str], at: int) -> int:
    """How many words from a place on tell when or how long; 0 for none.

    >>> time_phrase_at("from 3 to 7 june 2018 in ostby".split(), 0)
    6
    >>> time_phrase_at("in 22 countries".split(), 0)
    0
    """
    if words[at] not in _OPENERS and not words[at].isdigit():
        return 0
    said = _TIME.match(" ".join(words[at : at + _LONGEST]))
    ends = accumulate(len(word) + 1 for word in words[at : at + _LONGEST])  # a word may be "three days"
    return sum(end - 1 <= said.end() for end in ends) if said else 0
