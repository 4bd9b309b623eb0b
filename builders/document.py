"""A report as it is read: its sections and segments, each segment with its words, quantities and times.

The values of the first steps (read, section, segment), on which finding and stating work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.tokens import TaggedText, tag_text
from customs_kg.builders.quantities.currencies import currency_context
from customs_kg.builders.quantities.quantities import Amounts, Numeral, Quantity, read_amounts
from customs_kg.builders.quantities.units import CurrencyContext
from customs_kg.builders.reading.front_matter import front_matter
from customs_kg.builders.reading.home_territory import home_territory
from customs_kg.builders.reading.layout import read_blocks
from customs_kg.builders.reading.sections import Outline, read_outline
from customs_kg.builders.reading.segments import Segment, SegmentKind, read_segments
from customs_kg.builders.reading.text import words_of
from customs_kg.builders.times.periods import PeriodContext, TimeExpression, find_periods
from customs_kg.builders.times.reporting import fiscal_start_month, reporting_period, standing_period
from customs_kg.graph.model import Period, ReportText, Section

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f"), " ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment with its words and what they say of amounts and times. `index` is its position in the document."""

    index: int
    segment: Segment
    words: TaggedText
    lead: tuple[Token, ...]  # the words that it continues, those before a list
    quantities: tuple[Quantity, ...]
    numerals: tuple[Numeral, ...]  # what each of its numbers is, those that are no figures among them
    times: tuple[TimeExpression, ...]
    text: str = field(init=False)  # the reading text that quantities, times and mentions count in

    def __post_init__(self) -> None:
        """Takes the text from the segment."""
        object.__setattr__(self, "text", self.segment.text.text)

    @property
    def is_cell(self) -> bool:
        """Whether this is a table cell."""
        return self.segment.kind is SegmentKind.CELL

    def has_quantity(self, start: int, end: int) -> bool:
        """Whether a quantity begins in `[start, end)` of the text."""
        return any(start <= q.start < end for q in self.quantities)


@dataclass(frozen=True, slots=True)
class Document:
    """One report text, read down to its passages."""

    text: ReportText
    title: str
    front: tuple[str, ...]  # title lines before the prose, see `front_matter`
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    vocabulary: Mapping[str, int]  # lower-case words outside headings and how often each occurs
    reporting: Period
    standing: Period  # what the present tense speaks of: that of the report, or of its edition
    currencies: CurrencyContext  # what it says of its currencies

    def leader(self, passage: Passage) -> Passage | None:
        """The passage that leads the list in which this one is an item; None where it is in no such list."""
        lead = passage.segment.lead
        if not lead.text:
            return None
        return next((p for p in reversed(self.passages[: passage.index]) if p.segment.text is lead), None)

    def section(self, order: int) -> Section:
        """The section at this position."""
        return self.sections[order]


def read_document(text: ReportText) -> Document:
    """Reads a stored text down to its passages."""
    outline = read_outline(text.text, read_blocks(text.text))
    segments = read_segments(outline, words_of(text.text))
    stored = _narrowed(text.text)
    territory = home_territory(stored)
    start_month = fiscal_start_month(stored, territory)
    front = front_matter(text.text)
    opening = _opening(outline, front)
    reporting = reporting_period(opening, stored, start_month)
    standing = standing_period(opening, reporting)
    context = PeriodContext(reporting, start_month, standing)
    currencies = currency_context(stored, territory)
    passages = _passages(segments, context, currencies)
    vocabulary = _vocabulary(segments)
    return Document(text, outline.title, front, outline.sections, passages, vocabulary, reporting, standing, currencies)


def _narrowed(text: str) -> str:
    """The text with plain dashes and no run of more than eight blanks, on which a pattern could be slow."""
    short = re.sub(r"\s{9,}", lambda match: match.group()[:4] + match.group()[-4:], text)
    return short.translate(_DASHES | _BLANKS)


def _opening(outline: Outline, front: Sequence[str]) -> str:
    """The lines that say what the report is of: those before its prose, and its titles."""
    return "\n".join((*front, *(section.title for section in outline.sections))).translate(_DASHES)


def _passages(segments: Sequence[Segment], context: PeriodContext, currencies: CurrencyContext) -> tuple[Passage, ...]:
    """The passages; what is said twice in the same words is read once."""
    tagged = cache(tag_text)

    @cache
    def figures(text: str, kind: SegmentKind) -> tuple[Amounts, tuple[TimeExpression, ...]]:
        times = tuple(find_periods(text, context))
        return read_amounts(text, currencies, cell=kind is SegmentKind.CELL, times=times), times

    def passage(index: int, segment: Segment) -> Passage:
        words, lead = tagged(segment.text.text), tagged(segment.lead.text).tokens
        amounts, times = figures(segment.text.text, segment.kind)
        return Passage(index, segment, words, lead, amounts.quantities, amounts.numerals, times)

    return tuple(passage(index, segment) for index, segment in enumerate(segments))


def _vocabulary(segments: list[Segment]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for word, times in Counter(chain.from_iterable(segment.text.text.split() for segment in segments)).items():
        found[word.strip(".,;:()\"'").lower()] += times
    del found[""]
    return found
