"""Blocks to segments: sentences, list items, rows and table cells, each with its place in the stored text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from customs_kg.builders.reading.blocks import Block, BlockKind, without_marks
from customs_kg.builders.reading.sections import Outline
from customs_kg.builders.reading.text import EMPTY, MappedText, join_lines
from customs_kg.graph.model import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Sen|Gov|Smt|Shri|Atty|Md|Engr|Amb|Brig|Col|Maj|Capt|Lt|Cdr|Cmdr|Sgt|Supt|Insp|Retd|Rtd|St|"
    r"No|Nos|Art|Sec|Fig|vs|cf|viz|al|Inc|Ltd|Co|Corp|approx|Eng|Cap|Rs|Shs?|[KTU]shs?|Tk|"
    r"i\.e|e\.g|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?<![A-Za-z])[A-Z])\.$"
)
_BEFORE_NUMBER = re.compile(
    r"(?:\b(?:no|nos|art|arts|para|paras|sec|p|pp|vol|fig|ch|reg|cap|Rs|Sh|Kshs?|approx|ca)|\d[sd])\.$", re.I
)
_END = re.compile(r"[.!?](?:(?:[\"')\]]+)?(?=\s+[\"'(\[]?[A-Z0-9$£€]|$)|(?<=[a-z\"')]\.)(?=[A-Z][a-z]))")
_LONG = 1500  # characters of brackets within which a full stop does not end the sentence
LONGEST = 6000  # characters after which a sentence is cut at the next mark, so that no step meets one without end
_OPEN = re.compile(
    r"(?:[,:-]|\b(?:to|by|that|for|of|and|or|are|is|include|includes|including|following|which|namely|as follows))$",
    re.I,
)
_AMOUNT = r"(?:thousands?|millions?|billions?|trillions?|crores?|lakhs?|'000)(?:(?: of)? [\w$£€]+)?"
_MONEY = r"(?:(?-i:[A-Z]{3}) |(?-i:[A-Z]{0,2})[$£€¥₹] ?)"
_UNIT_AT_END = re.compile(rf"(?i)(?:(?:,| -|:|;)(?: in)?| in)\s+(?P<unit>{_MONEY}?{_AMOUNT})$")
_UNIT_NAMED = re.compile(
    r"(?:\s+U|[\s,;(\[]*[,;(\[]\s*[Uu])nits?\s*[:=]\s*"
    r"(?P<unit>[^\d()\[\];:]{0,20}(?:1[0,]+ ?)?[^\d()\[\];:]{0,30})[)\]]?$"
)
_WHOLE_UNIT = re.compile(
    rf"(?i)^(?:units?\s*[:=]\s*|in |figures in |amounts in |values? in )?"
    rf"(?P<unit>(?:{_MONEY}|[\d,]+ )?{_AMOUNT}|(?:[\d,]+ )?(?:tons|tonnes|kg|%)|(?-i:[A-Z]{{3}}|[$£€¥₹]))$"
)


class SegmentKind(StrEnum):
    """What a segment is."""

    SENTENCE = "sentence"
    ITEM = "item"
    ROW = "row"
    CELL = "cell"


class Segment(NamedTuple):
    """The unit that is read: `text` is what evidence points to.

    `lead` is the words that an item continues ("The agency intends to"), `head` the row head of a cell with the
    heads it stands under, `stub` what stands over the row heads, `column` its column head, `caption` what stands
    over the table or list. `topic` is the title of its section, `paragraph` the number of its block within the
    report. `repeats` is the position of an earlier segment whose paragraph, item or row says the same in the same
    words.
    """

    kind: SegmentKind
    section: int
    paragraph: int
    text: MappedText
    topic: str
    lead: MappedText = EMPTY
    head: str = ""
    stub: str = ""
    column: str = ""
    caption: str = ""
    row: Span | None = None  # the whole row of a cell
    repeats: int | None = None

    @property
    def span(self) -> Span:
        """The segment's place in the stored text."""
        return self.text.span()


def read_segments(outline: Outline, vocabulary: frozenset[str]) -> list[Segment]:
    """All segments of a report in order of their place."""
    segments: list[Segment] = []
    notes = frozenset(
        b.number for part in outline.blocks for b in part if b.kind is BlockKind.NOTE and b.number.isdigit()
    )
    paragraph = 0
    for section, blocks in zip(outline.sections, outline.blocks, strict=True):
        title = _bracketed(section.title)
        units = any(_WHOLE_UNIT.match(words) for words in re.findall(r"\(([^()]*)\)", title))
        context = _Context(caption=title if units else "")
        for block in blocks:
            paragraph += 1
            place = _Place(section.order, paragraph, section.title)
            found = _block_segments(block, place, context, vocabulary, notes)
            segments.extend(found)
            context.pass_over(block, found, section.title)
    return _with_repeats(segments)


@dataclass(frozen=True, slots=True)
class _Place:
    section: int
    paragraph: int
    topic: str


@dataclass(slots=True)
class _Context:
    """What the blocks before lend to the next: the words that lists continue, and the caption of tables."""

    lead: MappedText = EMPTY
    caption: str = ""
    leads: list[tuple[int, MappedText]] = field(default_factory=list)  # of nested items, by indent
    in_table: bool = False

    def lead_of(self, block: Block) -> MappedText:
        """The words that an item continues: the item it stands under, else the paragraph before the list."""
        while self.leads and self.leads[-1][0] >= block.indent:
            self.leads.pop()
        return self.leads[-1][1] if self.leads else self.lead

    def pass_over(self, block: Block, found: Sequence[Segment], topic: str) -> None:
        """Takes in a block that was read."""
        if block.kind is BlockKind.ITEM:
            if found and _OPEN.search(found[-1].text.text):
                self.leads.append((block.indent, found[-1].text))
            return
        self.leads = []
        if block.kind in (BlockKind.TABLE_ROW, BlockKind.NOTE):
            self.lead = EMPTY
            self.in_table = True
            return
        if block.kind is BlockKind.ROW or not found:
            return
        text = found[-1].text
        self.lead = EMPTY if re.search(r"[.!?][\"')\]]*$", text.text) or block.kind is BlockKind.CAPTION else text
        self._caption(block, text.text)
        self.in_table = False

    def _caption(self, block: Block, text: str) -> None:
        unit = _WHOLE_UNIT.match(text.strip("() "))
        if unit and self.caption and not self.in_table:
            self.caption = f"{self.caption} ({unit['unit']})"
        elif block.kind is BlockKind.CAPTION or (len(block.lines) == 1 and len(text) < 160 and not text.endswith(".")):
            self.caption = _bracketed(text)
        else:
            self.caption = ""


def _bracketed(head: str) -> str:
    """A head with its unit in brackets: "Revenue, EUR million", "Revenue Unit: EUR million"."""
    whole = _WHOLE_UNIT.match(head)
    if whole and not head.startswith("("):
        return f"({whole['unit']})"
    found = _UNIT_NAMED.search(head) or _UNIT_AT_END.search(head)
    return f"{head[: found.start()]} ({found['unit']})" if found else head


def _block_segments(
    block: Block, place: _Place, context: _Context, vocabulary: frozenset[str], notes: frozenset[str]
) -> list[Segment]:
    if block.kind is BlockKind.TABLE_ROW:
        return _cell_segments(block, place, context.caption)
    text = without_marks(join_lines(block.lines, vocabulary, apart=block.apart), notes)
    if block.kind is BlockKind.ROW:
        return [_segment(SegmentKind.ROW, place, text, caption=context.caption)]
    if block.kind is BlockKind.CAPTION:
        return [_segment(SegmentKind.SENTENCE, place, text)] if text.text else []
    pieces = split_sentences(text)
    if block.kind is not BlockKind.ITEM:
        return [_segment(SegmentKind.SENTENCE, place, piece) for piece in pieces]
    lead = context.lead_of(block) if block.number else EMPTY
    return [_segment(SegmentKind.ITEM, place, piece, lead=lead if i == 0 else EMPTY) for i, piece in enumerate(pieces)]


def _segment(
    kind: SegmentKind, place: _Place, text: MappedText, *, lead: MappedText = EMPTY, caption: str = ""
) -> Segment:
    return Segment(kind, place.section, place.paragraph, text, place.topic, lead=lead, caption=caption)


def _cell_segments(block: Block, place: _Place, caption: str) -> list[Segment]:
    words = ": ".join((*block.under, block.head.text)).rstrip(". ")
    head = words if re.fullmatch(r"[A-Z]{3}", words) else _bracketed(words)  # a row of "VAT" is no row of a currency
    row = Span(block.lines[0].offset(0), block.lines[-1].span().end)
    return [
        Segment(
            SegmentKind.CELL,
            place.section,
            place.paragraph,
            cell.text,
            place.topic,
            head=head,
            stub=block.stub,
            column=_bracketed(cell.column),
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
    stretches = [part for a, b in itertools.pairwise(edges) for part in _bounded(text.text, a, b)]
    pieces = [text.slice(a, b) for a, b in stretches]
    return [piece for piece in pieces if piece.text]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in parts of bounded length, cut after a mark or at a blank where there is one."""
    while end - start > LONGEST:
        cut = next(
            (at + 1 for at in (text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in ";,: ") if at > 0),
            start + LONGEST,
        )
        yield start, cut
        start = cut
    yield start, end


def _ends_sentence(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 20) : start + 1]
    if _ABBREVIATION.search(before):
        return False
    if _BEFORE_NUMBER.search(before) and text[end : end + 2].lstrip()[:1].isdigit():
        return False
    last_open = text.rfind("(", max(0, start - _LONG), start)
    inside = last_open >= 0 and text.find(")", last_open, start + 1) < 0 and text.find(")", start, start + _LONG) >= 0
    return not (inside and not text[start:end].endswith(")"))


_REPEATED = 40  # characters from which on the same words are a repetition and no coincidence


def _with_repeats(segments: Sequence[Segment]) -> list[Segment]:
    """Marks the segments of paragraphs, items and table rows that stand in the report a second time."""
    first: dict[tuple[object, ...], int] = {}
    marked: list[Segment] = []
    at = 0
    for _, group in itertools.groupby(segments, key=lambda segment: segment.paragraph):
        block = list(group)
        key = _says(block)
        if key is not None and key in first:
            marked.extend(segment._replace(repeats=first[key] + i) for i, segment in enumerate(block))
        else:
            marked.extend(block)
            if key is not None:
                first[key] = at
        at += len(block)
    return marked


def _says(block: Sequence[Segment]) -> tuple[object, ...] | None:
    """What a block says, for comparison with others; None where it is too short to tell."""
    words = " ".join(segment.text.text for segment in block)
    if block[0].kind is SegmentKind.CELL:
        columns = tuple(segment.column for segment in block)
        return ("row", block[0].caption, block[0].topic, block[0].head, columns, words) if any(columns) else None
    if len(words) < _REPEATED or block[0].kind is SegmentKind.ROW:
        return None
    return (block[0].kind, block[0].lead.text, words.lower())
