"""Blocks to segments: sentences, list items, rows and table cells, each with its place in the stored text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from customs_kg.builders.layout import Block, BlockKind
from customs_kg.builders.sections import Outline
from customs_kg.builders.text import EMPTY, MappedText, join_lines
from customs_kg.graph.model import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Sen|Gov|St|No|Nos|Art|Sec|Fig|vs|cf|al|Inc|Ltd|Co|Corp|approx|"
    r"i\.e|e\.g|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?<![A-Za-z])[A-Z])\.$"
)
_END = re.compile(r"[.!?](?:[\"')\]]+)?(?=\s+[\"'(\[]?[A-Z0-9$£€]|$)|(?<=[a-z\"')])\.(?=[A-Z][a-z])")
_LONG = 1500  # characters of brackets within which a full stop does not end the sentence


class SegmentKind(StrEnum):
    """What a segment is."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Segment:
    """The unit that is read: `text` is what evidence points to.

    `lead` is the words that an item continues ("The agency intends to"), `head` the row head of a cell with the
    heads it stands under, `column` its column head, `caption` what stands over the table or list. `topic` is
    the title of its section, `paragraph` the number of its block within the report.
    """

    kind: SegmentKind
    section: int
    paragraph: int
    text: MappedText
    topic: str
    lead: MappedText = EMPTY
    head: str = ""
    column: str = ""
    caption: str = ""
    row: Span | None = None  # the whole row of a cell

    @property
    def span(self) -> Span:
        """The segment's place in the stored text."""
        return self.text.span()


def read_segments(outline: Outline, vocabulary: frozenset[str]) -> list[Segment]:
    """All segments of a report in order of their place."""
    segments: list[Segment] = []
    paragraph = 0
    for section, blocks in zip(outline.sections, outline.blocks, strict=True):
        lead, caption = EMPTY, ""
        for block in blocks:
            paragraph += 1
            found = _block_segments(block, section.order, paragraph, section.title, lead, caption, vocabulary)
            segments.extend(found)
            if block.kind is BlockKind.PARAGRAPH and found:
                last = found[-1].text
                open_ended = not re.search(r"[.!?][\"')\]]*$", last.text)
                lead = last if open_ended else EMPTY
                caption = block.lines[-1].text if len(block.lines) == 1 else ""
    return segments


def _block_segments(
    block: Block, section: int, paragraph: int, topic: str, lead: MappedText, caption: str, vocabulary: frozenset[str]
) -> list[Segment]:
    if block.kind is BlockKind.TABLE_ROW:
        return _cell_segments(block, section, paragraph, topic, caption)
    text = join_lines(block.lines, vocabulary)
    if block.kind is BlockKind.ROW:
        return [Segment(SegmentKind.ROW, section, paragraph, text, topic, caption=caption)]
    kind = SegmentKind.ITEM if block.kind is BlockKind.ITEM else SegmentKind.SENTENCE
    pieces = split_sentences(text)
    return [
        Segment(kind, section, paragraph, piece, topic, lead=lead if kind is SegmentKind.ITEM and i == 0 else EMPTY)
        for i, piece in enumerate(pieces)
    ]


def _cell_segments(block: Block, section: int, paragraph: int, topic: str, caption: str) -> list[Segment]:
    head = ": ".join((*block.under, block.head.text)).rstrip(". ")
    row = block.lines[0].span()
    return [
        Segment(
            SegmentKind.CELL,
            section,
            paragraph,
            cell.text,
            topic,
            head=head,
            column=cell.column,
            caption=caption,
            row=row,
        )
        for cell in block.cells
        if cell.text.text
    ]


def split_sentences(text: MappedText) -> list[MappedText]:
    """The sentences of a running text.

    A full stop after an abbreviation or inside brackets does not end one; a full stop whose space was lost does.
    """
    cuts = [m.end() for m in _END.finditer(text.text) if _ends_sentence(text.text, m.start(), m.end())]
    edges = [0, *cuts, len(text.text)]
    pieces = [text.slice(a, b) for a, b in itertools.pairwise(edges)]
    return [piece for piece in pieces if piece.text]


def _ends_sentence(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 20) : start + 1]
    if _ABBREVIATION.search(before):
        return False
    last_open = text.rfind("(", max(0, start - _LONG), start)
    inside = last_open >= 0 and text.find(")", last_open, start + 1) < 0 and text.find(")", start, start + _LONG) >= 0
    return not (inside and not text[start:end].endswith(")"))


def sentence_texts(segments: Sequence[Segment]) -> list[str]:
    """The reading text of each segment, for tests and listings."""
    return [segment.text.text for segment in segments]
