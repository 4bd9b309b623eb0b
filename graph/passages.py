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

_END_OF_SENTENCE = re.compile(r"(?<=[.!?。！？])[\"”’'\)）\]]*\s+(?=[\"“‘'\(（\[]*[A-Z0-9À-Þ\u0600-\uffff])")
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|vs|Art|Sec|cf|Inc|Ltd|Co|e\.g|i\.e)|\b[A-Z])\.$")
_ROW = re.compile(r"\n\s*(?=(?:[-*•–o]|\(?\d{1,3}[.)]|\([a-z]\))\s)")
_ROW_OPENING = re.compile(r"[A-Z]*[$€£¥]?\d|[A-Z]")
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
    for piece, heading in _pieces(text, sections):
        order = section_at(sections, piece.start)
        runs = [piece] if heading else _sentences(text, piece)
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


def _sentences(text: str, piece: Span) -> list[Span]:
    """The piece cut after full stops, before list items, and at the line breaks of a run of rows."""
    raw = text[piece.start : piece.end]
    cuts = {0, len(raw)} | {m.end() for m in _ROW.finditer(raw)}
    cuts |= {
        m.end() for m in _END_OF_SENTENCE.finditer(raw) if not _ABBREVIATION.search(raw[: m.start()][-8:])
    }
    for start, end in pairwise(sorted(cuts)):
        breaks = [start + m.end() for m in _LINE.finditer(raw[start:end])]
        if _are_rows([raw[a:b] for a, b in pairwise([start, *breaks, end])]):
            cuts.update(breaks)
    return [Span(piece.start + start, piece.start + end) for start, end in pairwise(sorted(cuts))]


def _are_rows(lines: Sequence[str]) -> bool:
    """Whether most lines open like a row (a number, an amount, a capital), as wrapped prose does not."""
    written = [line.strip() for line in lines if line.strip()]
    opened = sum(1 for line in written if _ROW_OPENING.match(line))
    return len(written) >= 3 and opened * 5 >= len(written) * 4


def _folded_length(text: str, start: int, offset: int) -> int:
    """The length that `text[start:offset]` takes before what follows it, white space folded."""
    before = text[start:offset]
    folded = " ".join(before.split())
    return len(folded) + (1 if folded and before[-1:].isspace() else 0)


def _folded_end(text: str, start: int, offset: int) -> int:
    return len(" ".join(text[start:offset].split()))
