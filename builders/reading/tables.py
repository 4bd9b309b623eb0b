"""Tables in plain text: every row with its head, and every cell with the head of its column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from customs_kg.builders.reading.blocks import Block, BlockKind, Cell, without_mark
from customs_kg.builders.reading.table_lines import OPEN_END, YEAR, Piece, TableLine, is_rest
from customs_kg.builders.reading.text import MappedText, join_lines

_LABELS = re.compile(
    r"(?i)^(?:item|indicator|categor(?:y|ies)|type|kind|description|(?:fiscal |financial |calendar )?year|unit|name|"
    r"country|region|measure|quantity|goods|commodity|product|office|port|month|period|source|particulars|"
    r"details?|no\.?|\#|s/?n)s?\b.{0,30}$"
)
_TOTAL = re.compile(r"(?i)^(?:grand |sub-?)?totals?\b|^balance\b")


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of figures of a table stand on the page, and where the longest row head ends."""

    columns: tuple[tuple[int, int], ...]
    heads_end: int


def _grid(rows: Iterable[TableLine]) -> Grid:
    """The stretches of the page that the cells of the rows cover."""
    lines = [row for row in rows if len(row.pieces) > 1]
    merged: list[tuple[int, int]] = []
    for left, right in sorted((p.left, p.right) for row in lines for p in row.pieces[1:]):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return Grid(tuple(merged), max((row.pieces[0].right for row in lines), default=0))


@dataclass(frozen=True, slots=True)
class Columns:
    """The lines of column heads of a table, from top to bottom."""

    lines: tuple[TableLine, ...] = ()

    def head_of(self, piece: Piece, order: int, count: int, grid: Grid) -> str:
        """The head over a cell that is the `order`-th of `count` in its row."""
        parts = [self._part(line, piece, order, count, grid) for line in self.lines]
        return " ".join(part for part in parts if part)

    def stub(self, grid: Grid) -> str:
        """What stands over the row heads."""
        edge = grid.columns[0][0] if grid.columns else 0
        firsts = [(line, next(iter(line.pieces), None)) for line in self.lines]
        over = [(line, p) for line, p in firsts if p and (p.field == 0 or (p.field < 0 and p.right <= edge))]
        return " ".join(line.mapped(p).text for line, p in over if not _is_time(line, p))

    def _part(self, line: TableLine, piece: Piece, order: int, count: int, grid: Grid) -> str:
        heads = _column_pieces(line, count, grid)
        if not heads:
            return ""
        last = line is self.lines[-1]
        if line is not self.lines[0] and all(is_rest(line.words(head)) for head in heads):
            return _rest_over(line, heads, piece, grid)
        if piece.field >= 0 and any(head.field >= 0 for head in heads):
            found = next((head for head in heads if head.field == piece.field), None)
        elif len(heads) == count and (last or count == len(grid.columns)):
            found = heads[order]
        else:
            found = _head_over(heads, piece, grid)
        return line.mapped(found).text if found else ""


def _column_pieces(line: TableLine, count: int, grid: Grid) -> list[Piece]:
    """The pieces of a line of column heads without the one over the row heads."""
    pieces = list(line.pieces)
    if pieces and pieces[0].field >= 0:
        return [piece for piece in pieces if piece.field > 0]
    first = pieces[0] if len(pieces) > 1 else None
    edge = grid.columns[0][0] if grid.columns else 0
    dated = first is not None and len(pieces) == len(grid.columns) and _is_time(line, first)
    over_heads = first is not None and first.right <= edge and first.left < grid.heads_end and not dated
    return pieces[1:] if over_heads or len(pieces) > max(count, len(grid.columns)) else pieces


def _is_time(line: TableLine, piece: Piece) -> bool:
    """Whether a piece is a year, so that it stands over figures and not over the row heads."""
    return bool(re.match(rf"(?i)^{YEAR}$", line.words(piece).strip()))


def _head_over(heads: Sequence[Piece], piece: Piece, grid: Grid) -> Piece | None:
    """The head that overlaps the cell, else the one that spans its column, else the one whose edge is near."""
    over = [h for h in heads if min(h.right, piece.right) > max(h.left, piece.left)]
    if over:
        return max(over, key=lambda h: (min(h.right, piece.right) - max(h.left, piece.left), -h.left))
    spanning = _spanning(heads, piece, grid.columns)
    if spanning:
        return spanning
    near = min(heads, key=lambda h: (abs(h.right - piece.right), h.left))
    return near if abs(near.right - piece.right) <= 6 else None


def _rest_over(line: TableLine, heads: Sequence[Piece], piece: Piece, grid: Grid) -> str:
    """The rest of the head in the line above, "(billion" or "won)": it stands over its own column alone."""
    column = next(
        ((left, right) for left, right in grid.columns if left <= piece.left < right), (piece.left, piece.right)
    )
    over = [h for h in heads if min(h.right, column[1]) > max(h.left, column[0])]
    return line.mapped(over[0]).text if over else ""


def _spanning(heads: Sequence[Piece], piece: Piece, columns: Sequence[tuple[int, int]]) -> Piece | None:
    """The head that stands over several columns, this cell's among them."""
    at = next((i for i, (left, right) in enumerate(columns) if left <= piece.left < right), None)
    if at is None or len(heads) >= len(columns):
        return None
    if len(heads) > 1 and len(columns) % len(heads) == 0:
        return heads[at * len(heads) // len(columns)]
    if len(heads) == 1:
        middle = (columns[0][0] + columns[-1][1]) / 2
        return heads[0] if abs((heads[0].left + heads[0].right) / 2 - middle) <= 6 else None
    return None


def _is_column_head(line: TableLine, *, first: bool, left: int) -> bool:
    """A line of column heads: above the rows, or among them where nothing stands in the column of row heads."""
    if not line.is_head or (len(line.pieces) < 2 and line.line.indent <= left + 8):
        return False
    first_piece = next(iter(line.pieces))
    words = line.words(first_piece).strip()
    at_left = first_piece.left <= left + 2
    years = re.match(rf"(?i)^{YEAR}$", words) and not any(ch.isalpha() for ch in line.line.raw)
    if not at_left or years:
        return True
    if len(line.pieces) == 2:
        cell = line.words(line.pieces[1])
        aside = "?" if line.pieces[1].field >= 0 else ""
        dated = re.fullmatch(rf"(?i){YEAR}(?: ?\([^()\d]{{1,20}}\)){aside}", cell.strip())  # "2018 (kg)"
        return first and (bool(_LABELS.match(words)) or not re.search(r"\d", cell) or dated is not None)
    return first


def read_table(
    lines: Sequence[TableLine], number: int, marks: frozenset[str], before: Columns
) -> tuple[list[Block], Columns]:
    """The rows of a table, and its column heads, which a table that goes on on the next page takes over.

    `marks` are the footnote marks of the report, `before` the heads of the table that this one may go on.
    """
    left = min(line.line.indent for line in lines)
    of_words = not any(line.is_row for line in lines)
    heads: list[TableLine] = []
    groups: list[tuple[tuple[TableLine, ...], list[TableLine]]] = []
    for line in lines:
        opens = not groups or not groups[-1][1]
        if line is lines[0] if of_words else _is_column_head(line, first=opens, left=left):
            if groups and groups[-1][1]:
                groups.append(((), []))
                heads = []
            heads.append(line)
            groups = [*groups[:-1], (tuple(heads), [])]
        else:
            if not groups:
                groups.append(((), []))
            groups[-1][1].append(line)
    blocks: list[Block] = []
    columns = before
    for own, body in groups:
        columns = Columns(own) if own else columns
        blocks.extend(_rows(body, columns, number, marks, left))
    return blocks, columns


def _rows(body: Sequence[TableLine], columns: Columns, number: int, marks: frozenset[str], left: int) -> list[Block]:
    grid = _grid(body)
    rows: list[Block] = []
    above: list[tuple[int, str, bool]] = []
    waiting: list[TableLine] = []
    for at, line in enumerate(body):
        if len(line.pieces) < 2:
            if rows and _continues(line, body, at):
                rows[-1] = _with_longer_head(rows[-1], line)
            else:
                waiting.append(line)
            continue
        first, cells = _row_pieces(line, grid)
        parts = [_unmarked(line.mapped(first))] if first else []
        indent = line.line.indent - left
        for held in waiting:
            words = held.line.text
            small = bool(parts) and is_rest(parts[-1].text) and held is waiting[-1]
            if OPEN_END.search(words.text) or small or (first is None and held is waiting[-1]):
                parts.insert(len(parts) - 1 if first else len(parts), words)
                indent = held.line.indent - left
            else:
                above = [(i, h, g) for i, h, g in above if i < held.line.indent - left]
                above.append((held.line.indent - left, without_mark(words, marks).text.rstrip(": "), True))
        waiting = []
        head = without_mark(join_lines(parts, frozenset()), marks)
        total = bool(_TOTAL.match(head.text))
        above = [(i, h, g) for i, h, g in above if i < indent]
        under = tuple(h for _, h, group in above if group or not total)
        rows.append(
            Block(
                BlockKind.TABLE_ROW,
                (*(part for part in parts[:-1]), line.line.text),
                line.line.start + line.line.indent,
                head=head,
                stub=columns.stub(grid),
                under=under,
                cells=_cells_of(line, cells, columns, grid, marks),
                table=number,
            )
        )
        above.append((indent, head.text, False))
    return rows


def _unmarked(head: MappedText) -> MappedText:
    """A row head without the mark of a list item."""
    mark = re.match(r"(?:[-*•▪●·]|\(?(?:\d{1,2}|[a-z])[.)]) +(?=[^\W\d])", head.text)
    return head.slice(mark.end(), len(head.text)) if mark else head


def _continues(line: TableLine, body: Sequence[TableLine], at: int) -> bool:
    """The line holds the rest of the row head above it."""
    small = line.line.text.text[:1].islower() and not re.match(r"of which\b", line.line.text.text)
    next_small = at + 1 < len(body) and body[at + 1].line.indent > line.line.indent
    return small and not next_small


def _with_longer_head(row: Block, line: TableLine) -> Block:
    head = join_lines([row.head, line.line.text], frozenset())
    return replace(row, lines=(*row.lines, line.line.text), head=head)


def _row_pieces(line: TableLine, grid: Grid) -> tuple[Piece | None, tuple[Piece, ...]]:
    """The row head of a line, if it has one, and its cells."""
    first = line.pieces[0]
    if first.field > 0:
        return None, line.pieces
    inside = (
        grid.columns and first.left >= grid.columns[0][0] and first.field < 0 and re.search(r"\d", line.words(first))
    )
    return (None, line.pieces) if inside else (first, line.pieces[1:])


def _cells_of(
    line: TableLine, cells: Sequence[Piece], columns: Columns, grid: Grid, marks: frozenset[str]
) -> tuple[Cell, ...]:
    found: list[Cell] = []
    for order, piece in enumerate(cells):
        text = without_mark(line.mapped(piece), marks)
        text = text.slice(1, len(text.text)) if text.text.startswith(": ") else text
        if text.text:
            found.append(Cell(text, columns.head_of(piece, order, len(cells), grid)))
    return tuple(found)
