"""Sentences of a stored text as a reader sees them, and where a span stands in them.

Evidence is kept as offsets of the stored text, which may be hard-wrapped and double-spaced. The page shows
whole sentences on one line with the span marked, so white space is folded here and each offset carried over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from customs_kg.graph.model import Section, Span

_END_OF_SENTENCE = re.compile(r"(?<=[^.][.!?。！？])[\"”’'\)）\]]*\s+(?=[\"“‘'\(（\[]*[A-Z0-9À-Þ\u0600-\uffff])")
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|Art|Sec|cf|Inc|Ltd|Co|e\.g|i\.e)|\b[A-Z])\.$")
_ROW = re.compile(r"\n\s*(?=(?:[-*•–o]|\(?\d{1,3}[.)]|\([a-z]\))\s)")
_ROW_OPENING = re.compile(r"[A-Z]*[$€£¥]?\d|[A-Z]")
_ENOUGH_LINES = 40
_LEAST_ROWS = 3
_COLUMNS = re.compile(r"\.{4,}|\S[ \t]{2,}[$€£¥]?\d")
_LINE = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, row or heading: `text` with white space folded, `span` in the stored text."""

    text: str
    span: Span
    section: int | None  # order of the deepest section that holds it
    heading: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of characters `[start, end)` of the passage at this index."""

    passage: int
    start: int
    end: int


def read_passages(text: str, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """The passages of a text in its order; none is empty, none overlaps another."""
    found: list[Passage] = []
    width = _line_width(text)
    for piece, heading in _pieces(text, sections):
        order = section_at(sections, piece.start)
        runs = [piece] if heading else _sentences(text, piece, width)
        for run in runs:
            folded = " ".join(text[run.start : run.end].split())
            if folded:
                found.append(Passage(folded, run, order, heading))
    return tuple(found)


def section_at(sections: Sequence[Section], offset: int) -> int | None:
    """The order of the deepest (shortest) section that holds the offset, or None outside all of them."""
    holders = [s for s in sections if s.span.start <= offset < s.span.end]
    return min(holders, key=lambda s: (s.span.end - s.span.start, -s.order)).order if holders else None


def locate(text: str, passages: Sequence[Passage], span: Span) -> tuple[Mark, ...]:
    """Where the span stands: one mark for each passage that it touches."""
    marks: list[Mark] = []
    first = bisect_right(passages, span.start, key=lambda passage: passage.span.start) - 1
    for index in range(max(first, 0), len(passages)):
        passage = passages[index]
        if passage.span.start >= span.end:
            break
        start, end = max(span.start, passage.span.start), min(span.end, passage.span.end)
        if start < end:
            folded_start = _folded_length(text, passage.span.start, start)
            marks.append(Mark(index, folded_start, _folded_end(text, passage.span.start, end)))
    return tuple(marks)


def _pieces(text: str, sections: Sequence[Section]) -> Iterator[tuple[Span, bool]]:
    """The text cut at every edge of a section or heading, with whether the piece is a heading."""
    edges = {0, len(text)}
    for section in sections:
        edges.update((section.span.start, section.span.end, section.heading.start, section.heading.end))
    headings = {section.heading for section in sections}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, end in pairwise(ordered):
        yield Span(start, end), Span(start, end) in headings


def _sentences(text: str, piece: Span, width: int) -> list[Span]:
    """The piece cut after full stops, before list items, and where a row of a table ends."""
    raw = text[piece.start : piece.end]
    cuts = {0, len(raw)} | {m.end() for m in _ROW.finditer(raw)}
    cuts |= {m.end() for m in _END_OF_SENTENCE.finditer(raw) if not _ABBREVIATION.search(raw[: m.start()][-8:])}
    for start, end in pairwise(sorted(cuts)):
        cuts.update(start + at for at in _row_breaks(raw[start:end], width))
    return [Span(piece.start + start, piece.start + end) for start, end in pairwise(sorted(cuts))]


def _line_width(text: str) -> int:
    """How wide the lines of a text run before they are wrapped; 60 at least when there are few lines to tell from."""
    lengths = sorted(len(line.strip()) for line in text.splitlines() if line.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    return usual if len(lengths) >= _ENOUGH_LINES else max(usual, 60)


def _row_breaks(run: str, width: int) -> list[int]:
    """The line breaks between the rows of a run, when most of its lines are rows.

    A row has its value in a column, or dots that lead to it; or the next line opens with a number, an amount or
    a capital although its first word would still have fitted. Wrapped prose does so now and then, not mostly.
    """
    breaks = [m.end() for m in _LINE.finditer(run) if m.end() < len(run)]
    lines = [run[a:b].strip() for a, b in pairwise([0, *breaks, len(run)])]
    found = list(zip(breaks, pairwise(lines), strict=True))
    sure = [at for at, (line, following) in found if _COLUMNS.search(line) or _ends_early(line, following, width)]
    if len(lines) < _LEAST_ROWS or len(sure) * 5 < len(breaks) * 3:
        return []
    return [at for at, (line, following) in found if _COLUMNS.search(line) or _ROW_OPENING.match(following)]


def _ends_early(line: str, following: str, width: int) -> bool:
    return bool(_ROW_OPENING.match(following)) and len(line) + 1 + len(following.split()[0]) < width * 0.85


def _folded_length(text: str, start: int, offset: int) -> int:
    """The length that `text[start:offset]` takes before what follows it, white space folded."""
    before = text[start:offset]
    folded = " ".join(before.split())
    return len(folded) + (1 if folded and before[-1:].isspace() else 0)


def _folded_end(text: str, start: int, offset: int) -> int:
    return len(" ".join(text[start:offset].split()))
