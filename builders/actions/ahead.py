"""Times after the report's own: those that a passage names, and those of the list or paragraph that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.times.calendar_periods import last_year_of
from customs_kg.builders.times.periods import TimeExpression
from customs_kg.graph.model import Period


@dataclass(frozen=True, slots=True)
class Horizon:
    """What a passage says of the time after the report."""

    times: tuple[TimeExpression, ...]  # that it names itself, names of things aside
    ahead: bool  # it, its paragraph up to here, or what leads its list names one


NOTHING_AHEAD = Horizon((), ahead=False)


def horizon_of(document: Document, passage: Passage) -> Horizon:
    """The horizon of one passage."""
    return Horizon(_future_times(document, passage), _looks_ahead(document, passage))


def is_ahead(period: Period, reporting: Period) -> bool:
    """Whether a period ends after the report's; by their years where a fiscal year's limits are not known."""
    if reporting.end is not None and period.end is not None:
        return period.end > reporting.end
    year, own = last_year_of(period), last_year_of(reporting)
    return year is not None and own is not None and year > own


def _future_times(document: Document, passage: Passage) -> tuple[TimeExpression, ...]:
    """The times of a passage that lie after the report's own, names aside."""
    return tuple(t for t in passage.times if not t.in_name and is_ahead(t.core, document.reporting))


def _looks_ahead(document: Document, passage: Passage) -> bool:
    """Whether this paragraph up to this passage, or the words that lead its list, name a time after the report's."""
    own = last_year_of(document.reporting)
    if own is None:
        return False
    leader = document.leader(passage)
    if leader is not None and _future_times(document, leader):
        return True
    for earlier in reversed(document.passages[: passage.index + 1]):
        if earlier.segment.paragraph != passage.segment.paragraph:
            return False
        if any((last_year_of(t.core) or 0) > own and not t.in_name for t in earlier.times):
            return True
    return False
