"""Times after the report's own: those that a passage names, and those of the list or paragraph that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.cued import cued
from customs_kg.builders.times.calendar_periods import last_year_of
from customs_kg.builders.times.periods import TimeExpression
from customs_kg.graph.model import Period


class Horizon(NamedTuple):
    """What a passage says of the time after the report."""

    times: tuple[TimeExpression, ...]  # that it names itself, names of things aside
    ahead: bool  # it, its paragraph up to here, or what leads its list names one
    titled: bool = False  # the heading over it announces what is to come


NOTHING_AHEAD = Horizon((), ahead=False)
_OUTLOOK = cued(
    "looking outlook next what year road way work task tasks plan plans priorities goals targets programme commitment "
    "commitments coming come",
    r"\b(?:looking (?:ahead|forward)|outlook|next steps?|what(?:'s| is| comes) next"
    r"|(?:the )?(?:year|road|way) (?:ahead|forward)|work (?:plan|programme|program)"
    r"|(?:tasks?|plans?|priorities|goals|targets|programme|commitments?) for|coming year|next year|to come)\b",
    re.IGNORECASE,
)


def horizons(document: Document) -> Iterator[Horizon]:
    """The horizon of each passage, in order."""
    paragraph, ahead = -1, False
    for passage in document.passages:
        times = _future_times(document, passage)
        goes_on = passage.segment.paragraph == paragraph
        paragraph, ahead = passage.segment.paragraph, bool(times) or (ahead and goes_on)
        titled = _OUTLOOK.search(passage.segment.topic) is not None
        yield Horizon(times, ahead or _is_led_ahead(document, passage), titled)


def is_ahead(period: Period, reporting: Period) -> bool:
    """Whether a period ends after the report's; by their years where a fiscal year's limits are not known."""
    if reporting.end is not None and period.end is not None:
        return period.end > reporting.end
    year, own = last_year_of(period), last_year_of(reporting)
    return year is not None and own is not None and year > own


def _future_times(document: Document, passage: Passage) -> tuple[TimeExpression, ...]:
    """The times of a passage that lie after the report's own, names aside."""
    return tuple(t for t in passage.times if not t.in_name and is_ahead(t.core, document.reporting))


def _is_led_ahead(document: Document, passage: Passage) -> bool:
    """Whether the words that lead its list name a time after the report's."""
    leader = document.leader(passage)
    return leader is not None and bool(_future_times(document, leader))
