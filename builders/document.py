"""A report as it is read: its sections and segments, each segment with its quantities and times.

The values of the first steps (read, section, segment), on which finding and stating work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from customs_kg.builders.currencies import currency_context
from customs_kg.builders.home_territory import home_territory
from customs_kg.builders.layout import read_blocks
from customs_kg.builders.periods import PeriodContext, TimeExpression, find_periods
from customs_kg.builders.quantities import Quantity, find_quantities
from customs_kg.builders.reporting import fiscal_start_month, reporting_period, standing_period
from customs_kg.builders.sections import Outline, read_outline
from customs_kg.builders.segments import Segment, SegmentKind, read_segments
from customs_kg.builders.text import words_of
from customs_kg.builders.units import CurrencyContext
from customs_kg.graph.model import Period, ReportText, Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment with what its words say of amounts and times. `index` is its position in the document."""

    index: int
    segment: Segment
    quantities: tuple[Quantity, ...]
    times: tuple[TimeExpression, ...]

    @property
    def text(self) -> str:
        """The reading text that quantities, times and mentions count in."""
        return self.segment.text.text

    @property
    def is_cell(self) -> bool:
        """Whether this is a table cell."""
        return self.segment.kind is SegmentKind.CELL


@dataclass(frozen=True, slots=True)
class Document:
    """One report text, read down to its passages."""

    text: ReportText
    title: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    vocabulary: Mapping[str, int]  # lower-case words outside headings and how often each occurs
    reporting: Period
    standing: Period  # what the present tense speaks of: that of the report, or of its edition

    def section(self, order: int) -> Section:
        """The section at this position."""
        return self.sections[order]


def read_document(text: ReportText) -> Document:
    """Reads a stored text down to its passages."""
    outline = read_outline(text.text, read_blocks(text.text))
    segments = read_segments(outline, words_of(text.text))
    territory = home_territory(text.text)
    start_month = fiscal_start_month(text.text, territory)
    opening = _opening(outline, text.text)
    reporting = reporting_period(opening, text.text, start_month)
    standing = standing_period(opening, reporting)
    context = PeriodContext(reporting, start_month, standing)
    currencies = currency_context(text.text, territory)
    passages = tuple(_passage(i, segment, context, currencies) for i, segment in enumerate(segments))
    return Document(text, outline.title, outline.sections, passages, _vocabulary(segments), reporting, standing)


def _opening(outline: Outline, text: str) -> str:
    titles = "\n".join(section.title for section in outline.sections)
    first = outline.sections[0].span if outline.sections else None
    opening = text[first.start : min(first.end, first.start + 400)] if first and outline.title else ""
    return f"{opening}\n{titles}"


def _passage(index: int, segment: Segment, context: PeriodContext, currencies: CurrencyContext) -> Passage:
    text = segment.text.text
    times = tuple(find_periods(text, context))
    quantities = find_quantities(text, currencies, cell=segment.kind is SegmentKind.CELL, times=times)
    return Passage(index, segment, tuple(quantities), times)


def _vocabulary(segments: list[Segment]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for segment in segments:
        for word in segment.text.text.split():
            plain = word.strip(".,;:()\"'").lower()
            if plain:
                counts[plain] = counts.get(plain, 0) + 1
    return counts
