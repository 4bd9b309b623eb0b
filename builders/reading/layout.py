"""Stored text to blocks: headings, paragraphs, captions, notes, list items, rows of figures and table rows.

Works from line ends, blank lines, rules, indents and column gaps alone; knows no report. Every line is looked at
a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from customs_kg.builders.reading.blocks import Block, BlockKind, attached_numbers
from customs_kg.builders.reading.contents import contents_lines
from customs_kg.builders.reading.headings import HeadingFinder, is_capitals, is_caption, numbering_of
from customs_kg.builders.reading.line_breaks import LineBreaks
from customs_kg.builders.reading.lines import Line, Setting, read_lines, setting_of
from customs_kg.builders.reading.lists import is_number_mark, is_sure_mark, item_mark, note_mark
from customs_kg.builders.reading.page_breaks import Placed, joined
from customs_kg.builders.reading.stretches import find_figure_rows, find_tables
from customs_kg.builders.reading.table_lines import OPEN_END, TableLine, table_line
from customs_kg.builders.reading.tables import Columns, read_table

_LABEL = re.compile(r"^[A-Z][A-Za-z][^.:;?!]{0,50}:\s+\S")
_PARAGRAPH_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,3}){1,3})\.? (?=[A-Z\"'])")


def read_blocks(text: str) -> list[Block]:
    """The blocks of a stored text in order."""
    lines = read_lines(text)
    contents = contents_lines(lines)
    layout = _Layout([line for i, line in enumerate(lines) if i not in contents])
    return list(joined(layout.blocks(), layout.breaks))


class _Layout:
    """The lines of a text and what was found out about them so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.setting: Setting = setting_of(lines)
        self.headings = HeadingFinder(lines, self.setting)
        self.rows: list[TableLine] = [table_line(line) for line in lines]
        self.breaks = LineBreaks(lines, self.setting)
        self.tables = find_tables(self.rows, self.setting)
        self.figure_rows = find_figure_rows(lines, self.tables, self.setting)
        self.marks = frozenset(found[0] for found in (note_mark(line.text.text) for line in lines) if found)
        self.columns = Columns()
        self.attached = attached_numbers("\n".join(line.text.text for line in lines))
        self.in_table = ""  # the lines of the last table, for the footnote marks in them
        self.last: Placed | None = None
        self.item_number = ""  # of the last item of the list that is being read

    def blocks(self) -> Iterator[Placed]:
        """The blocks in order, as far as a page reaches."""
        at = 0
        while at < len(self.lines):
            for placed in self._next(at):
                self.last = placed
                if placed.block.kind is not BlockKind.ITEM:
                    self.item_number = ""
                elif placed.block.number.isalnum():
                    self.item_number = placed.block.number
                at = placed.last + 1
                yield placed

    def _next(self, at: int) -> list[Placed]:
        """The block or table rows that begin at a line."""
        if at in self.tables:
            return self._table(at)
        if at in self.figure_rows:
            return self._each_line(at, self.figure_rows[at], BlockKind.ROW)
        labels = self._labels(at)
        if len(labels) > 1:
            return labels
        note = self._note(at)
        if note:
            return [note]
        if self._is_item(at):
            return [self._item(at)]
        heading = self.headings.heading_at(at)
        if heading:
            return [Placed(heading[1], at, at + heading[0] - 1)]
        return [self._paragraph(at)]

    def _table(self, at: int) -> list[Placed]:
        end = self.tables[at]
        adjoins = self.last is not None and self.last.block.kind is BlockKind.TABLE_ROW
        before = self.columns if adjoins and self._as_wide(at, end) else Columns()
        number = self.last.block.table if self.last and adjoins else at + 1
        blocks, self.columns = read_table(self.rows[at:end], number, self.marks, before)
        self.in_table = "\n".join(line.line.raw for line in self.rows[at:end])
        if not blocks:
            return [self._block_of(at, end, BlockKind.PARAGRAPH)]
        placed = [Placed(block, at, end - 1) for block in blocks]
        return placed

    def _as_wide(self, at: int, end: int) -> bool:
        """Whether the rows of a table have as many cells as those of the table before it."""
        cells = len(self.last.block.cells) if self.last else 0
        return any(len(row.pieces) == cells + 1 for row in self.rows[at:end])

    def _each_line(self, at: int, end: int, kind: BlockKind) -> list[Placed]:
        return [self._block_of(i, i + 1, kind) for i in range(at, end)]

    def _labels(self, at: int) -> list[Placed]:
        """Lines such as "Seat: Vik" below each other, each with the lines that it goes on over."""
        starts: list[int] = []
        end = at
        while end < len(self.lines) and (end == at or (self.lines[end].gap == 0 and not self.lines[end].rule)):
            line = self.lines[end]
            if _LABEL.match(line.text.text) and not item_mark(line):
                starts.append(end)
            elif end == at or end - starts[-1] > 3 or not self._goes_on_label(end, starts[-1]):
                break
            end += 1
        return [self._block_of(a, b, BlockKind.PARAGRAPH) for a, b in pairwise([*starts, end])] if starts else []

    def _goes_on_label(self, at: int, label: int) -> bool:
        line = self.lines[at]
        deeper = line.indent > self.lines[label].indent
        return not item_mark(line) and (deeper or line.text.text[:1].islower() or self.breaks.is_full(at - 1, at))

    def _block_of(self, at: int, end: int, kind: BlockKind, *, cut: int = 0, number: str = "") -> Placed:
        first, *rest = (line.text for line in self.lines[at:end])
        start = first.offset(0)
        lines = (first.slice(cut, len(first.text)), *rest)
        return Placed(Block(kind, lines, start, number=number, indent=self.lines[at].indent), at, end - 1)

    def _note(self, at: int) -> Placed | None:
        """A footnote: under a table, or under a rule, or with a mark that only notes have."""
        line = self.lines[at]
        if line.text.text in self.attached and at + 1 < len(self.lines) and self.lines[at + 1].gap == 0:
            return self._note_under_its_number(at)
        found = note_mark(line.text.text)
        if found is None:
            return None
        mark, cut = found
        under = self.last is not None and self.last.block.kind in (BlockKind.TABLE_ROW, BlockKind.NOTE)
        marked = under and (not mark or mark in self.in_table)
        below_rule = line.rule and mark and not mark[0].isalpha() and mark[0] != "*"
        follows = self.last is not None and self.last.block.kind is BlockKind.NOTE and line.gap == 0 and mark[:1] != "*"
        if not (marked or below_rule or follows or (mark and (mark[0] in "†‡¹²³⁴⁵⁶⁷⁸⁹" or mark.startswith("[^")))):
            return None
        if mark.startswith("*"):
            self.in_table = self.in_table.replace(mark, "")
        end = at + 1
        while end < len(self.lines) and not self._begins_block(end) and note_mark(self.lines[end].text.text) is None:
            end += 1
        return self._block_of(at, end, BlockKind.NOTE, cut=cut, number=mark)

    def _note_under_its_number(self, at: int) -> Placed:
        """A footnote whose number, which prose has behind a word, stands on a line of its own."""
        end = at + 2
        while end < len(self.lines) and not self._begins_block(end) and self.lines[end].text.text not in self.attached:
            end += 1
        placed = self._block_of(at + 1, end, BlockKind.NOTE, number=self.lines[at].text.text)
        return replace(placed, first=at)

    def _is_item(self, at: int) -> bool:
        """The line begins a list item."""
        found = item_mark(self.lines[at])
        if found is None:
            return False
        mark = found[0]
        if is_sure_mark(mark):
            return True
        before = self.lines[at - 1] if at else None
        parted = before is None or self.lines[at].gap > self.setting.spacing or self.lines[at].rule
        follows = self.last is not None and self.last.last == at - 1 and self.last.block.kind is BlockKind.ITEM
        leads = before is not None and before.text.text.endswith((":", ";"))
        leads |= self.last is not None and self.last.block.kind is BlockKind.HEADING and not is_number_mark(mark)
        if not is_number_mark(mark):
            return parted or follows or leads or (before is not None and self.lines[at].indent > before.indent)
        return self._is_numbered_item(at, parted=parted, follows=follows, leads=leads)

    def _is_numbered_item(self, at: int, *, parted: bool, follows: bool, leads: bool) -> bool:
        """A line with a number is an item, not a heading, where a list goes on, or is led up to, or it reads on."""
        line = self.lines[at]
        deeper = at > 0 and line.indent > self.lines[at - 1].indent
        if leads or (follows and not parted):
            return True
        if not (parted or deeper):
            return False
        own = numbering_of(line.text.text)
        if own is None or line.text.text[0] == "(" or self._follows_number(at):
            return True
        if is_capitals(own.title):
            return False
        nearby = self._sibling_after(at, own.value, own.style)
        return nearby or self.headings.heading_at(at) is None

    def _follows_number(self, at: int) -> bool:
        """The number is the next after that of the last item of this list that has one."""
        own, last = numbering_of(self.lines[at].text.text), numbering_of(f"{self.item_number}. X")
        return own is not None and last is not None and own.value == last.value + 1

    def _sibling_after(self, at: int, value: int, style: str) -> bool:
        """The next line has the next number of the same kind: nothing stands under this one."""
        if at + 1 >= len(self.lines):
            return False
        following = numbering_of(self.lines[at + 1].text.text)
        return following is not None and following.value == value + 1 and following.style == style

    def _item(self, at: int) -> Placed:
        first = self.lines[at]
        mark, cut = item_mark(first) or ("", 0)
        end = at + 1
        while end < len(self.lines) and self._item_goes_on(end, first):
            end += 1
        return self._block_of(at, end, BlockKind.ITEM, cut=cut, number=mark.strip("().") or mark)

    def _item_goes_on(self, at: int, first: Line) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if line.gap > self.setting.spacing or line.rule or at in self.tables or at in self.figure_rows:
            return False
        if item_mark(line) or self.headings.heading_at(at):
            return False
        if line.indent > first.indent or self.setting.spacing:
            return not self._begins_under_title(at, first)
        return (
            line.indent == first.indent
            and (line.text.text[:1].islower() or not before.ends_sentence)
            and (self.breaks.is_full(at - 1, at))
        )

    def _begins_under_title(self, at: int, first: Line) -> bool:
        """The item has a title on its first line, broken off early, and this line begins its text."""
        title, text = self.lines[at - 1], self.lines[at].text.text
        return (
            title is first
            and not self.setting.spacing
            and not title.text.text.endswith((",", ";", "-"))
            and (text[:1].isupper() or text[:1].isdigit())
            and self.breaks.is_short(at - 1, 0.6)
        )

    def _begins_block(self, at: int) -> bool:
        """The line begins a new block: for its distance, its shape, or because the line before was broken early."""
        line, before = self.lines[at], self.lines[at - 1]
        if line.gap > self.setting.spacing or line.rule:
            return True
        if at in self.tables or at in self.figure_rows:
            return True
        found = item_mark(line)
        if found and (is_sure_mark(found[0]) or (self.setting.spacing == 0 and self._opens_list(at))):
            return True
        if not self.setting.wrapped:
            goes_on = line.text.text[:1].islower() or OPEN_END.search(before.text.text) is not None
            return before.ends_sentence or not goes_on
        if not before.ends_sentence:
            return False
        if is_capitals(line.text.text) and self.headings.heading_at(at):
            return True
        if self.setting.spacing or line.text.text[:1].islower():
            return False
        deeper = 2 <= line.indent - before.indent <= 10
        if deeper or self.breaks.is_short(at - 1, 0.72):
            return True
        return self.breaks.is_short(at - 1, 0.85) and self.headings.heading_at(at) is not None

    def _opens_list(self, at: int) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if line.indent > before.indent or before.text.text.endswith((":", ";")):
            return True
        after = item_mark(self.lines[at + 1]) if at + 1 < len(self.lines) and self.lines[at + 1].gap == 0 else None
        mark = item_mark(line)
        return after is not None and mark is not None and after[0] == mark[0] and not is_number_mark(mark[0])

    def _paragraph(self, at: int) -> Placed:
        end = at + 1
        while end < len(self.lines) and not self._begins_block(end):
            end += 1
        if self._is_continued_item(at):
            return self._block_of(at, end, BlockKind.ITEM)
        numbered = _PARAGRAPH_NUMBER.match(self.lines[at].text.text)
        if numbered:
            return self._block_of(at, end, BlockKind.PARAGRAPH, cut=numbered.end(), number=numbered["number"])
        placed = self._block_of(at, end, BlockKind.CAPTION if self._is_caption(at, end) else BlockKind.PARAGRAPH)
        return replace(placed, block=replace(placed.block, apart=self._is_broken_on_purpose(at, end)))

    def _is_continued_item(self, at: int) -> bool:
        """A paragraph set as deep as the words of the list item before it."""
        last = self.last
        if last is None or last.block.kind is not BlockKind.ITEM or last.last != at - 1:
            return False
        return self.lines[at].indent > last.block.indent and self.lines[at].gap <= self.setting.spacing + 1

    def _is_caption(self, at: int, end: int) -> bool:
        text = self.lines[at].text.text
        over_table = end in self.tables or end in self.figure_rows
        return is_caption(text) and end - at <= 3 and (over_table or not self.lines[end - 1].ends_sentence)

    def _is_broken_on_purpose(self, at: int, end: int) -> bool:
        """Short lines, each of which begins with a capital and ends without a mark: a title page, an address."""
        if not 2 <= end - at <= 8 or self.setting.spacing or not self.setting.wrapped:
            return False
        return all(
            self.breaks.is_short(i, 0.85)
            and not re.search(r"[.;]$", self.lines[i].text.text)
            and (self.lines[i + 1].text.text[0].isupper() or not self.lines[i + 1].text.text[0].isalpha())
            for i in range(at, end - 1)
        )
