"""Tables in plain text: columns by alignment, dotted leaders, tabs or pipes; their rows with row and column heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from customs_kg.builders.blocks import Block, BlockKind, Cell, without_mark
from customs_kg.builders.folding import fold
from customs_kg.builders.lines import Line
from customs_kg.builders.text import EMPTY, MappedText, join_lines

_LEADER = re.compile(r"\s*\.{4,}\s*|(?<=\S) ?\.{3} ?(?=\S)|\s*(?:\. ){3,}\s*|\s*(?:…\s*){2,}|\s*_{4,}\s*")
_COLUMNS = re.compile(r"(?<=[^\s.?!;]) {2,}(?=\S)|(?<=\S) {3,}(?=\S)|(?<=\S)[ ]*\t[ \t]*(?=\S)|\u3000+")
_APART = re.compile(r"\S  |\t|[|…\u3000]|\.\.|\. \.|____")  # without any of these a line has one piece
_PIPES = re.compile(r"^\s*\|.*\||\|.*\||\S \| \S")
_MARK_ALONE = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]?|[-*•▪●–o]")
_MISSING = re.compile(r"(?i)^(?:n/?a|n\.a\.?|nil|none|-+|\.{2,}|:|\*|…|x|tbc|tbd|—|–|not available)$")
_YEAR = r"(?:fy\s*|cy\s*)?(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?"
_HEAD_CELL = re.compile(
    rf"(?i)^(?:[^\d]{{0,60}}|[a-z .%()]{{0,40}}\W?\(?{_YEAR}\)?[^\d]{{0,30}}(?:{_YEAR}[^\d]{{0,30}})?|"
    rf"[^\d]{{0,30}}'000[^\d]{{0,30}}|q[1-4]|h[12]|[a-z ]{{0,30}}\(?\d{{1,3}}(?:,000)? ?[a-z ]{{0,30}}\)|"
    rf"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{{0,6}}\W{{0,2}}(?:\d\d|{_YEAR})?)$"
)
_LABELS = re.compile(
    r"(?i)^(?:item|indicator|categor(?:y|ies)|type|kind|description|(?:fiscal |financial |calendar )?year|unit|name|"
    r"country|region|measure|quantity|goods|commodity|product|office|port|month|period|source|particulars|"
    r"details?|no\.?|\#|s/?n)s?\b.{0,30}$"
)
_TOTAL = re.compile(r"(?i)^(?:grand |sub-?)?totals?\b|^balance\b")
_OPEN_END = re.compile(r"(?i)(?:\b(?:and|or|of|the|for|to|in|on|by|with|from|at|per)|[,(/-])$")
_CURRENCY = re.compile(r"^(?:[A-Z]{3}|[A-Z]{1,2}\$|[$£€¥₹])$")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two gaps of a line: `[start, end)` in the line, `[left, right)` in columns of the page.

    `field` is its number where marks part the fields of the line, else -1.
    """

    start: int
    end: int
    left: int
    right: int
    field: int = -1


def pieces_of(raw: str) -> list[Piece]:
    """The pieces of a line; one where the line has no columns."""
    if not _APART.search(raw):
        stripped = raw.strip()
        return [_piece(raw, raw.index(stripped), raw.index(stripped) + len(stripped))] if stripped else []
    if "|" in raw and _PIPES.search(raw):
        return _fields(raw, "|")
    if "\t" in raw.strip() and not re.search(r"\t\t", raw.strip()):
        return _fields(raw, "\t")
    edges = [m.span() for m in _COLUMNS.finditer(raw)]
    if ".." in raw or ". ." in raw or "…" in raw or "____" in raw:
        edges = sorted({*edges, *(m.span() for m in _LEADER.finditer(raw))})
    pieces: list[Piece] = []
    at = len(raw) - len(raw.lstrip())
    for start, end in [*edges, (len(raw), len(raw))]:
        if start > at:
            pieces.append(_piece(raw, at, start))
        at = max(at, end)
    return _with_currency(pieces, raw)


def _piece(raw: str, start: int, end: int, field: int = -1) -> Piece:
    left = len(raw[:start].expandtabs()) if "\t" in raw else start
    return Piece(start, end, left, left + end - start, field)


def _fields(raw: str, mark: str) -> list[Piece]:
    """The fields between marks; empty ones are counted but not returned."""
    at, pieces = 0, []
    fields = raw.split(mark)
    skip = int(not fields[0].strip() and mark == "|")
    for number, part in enumerate(fields):
        stripped = part.strip()
        if stripped:
            start = at + len(part) - len(part.lstrip())
            pieces.append(Piece(start, start + len(stripped), start, start + len(stripped), number - skip))
        at += len(part) + 1
    return pieces


def _with_currency(pieces: Sequence[Piece], raw: str) -> list[Piece]:
    """A currency sign or percent sign set in a column of its own goes with its number."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and (
            (_CURRENCY.match(raw[last.start : last.end]) and raw[piece.start].isdigit() and len(joined) > 1)
            or (raw[piece.start : piece.end] == "%" and raw[last.end - 1].isdigit())
        ):
            joined[-1] = Piece(last.start, piece.end, last.left, piece.right)
        else:
            joined.append(piece)
    return joined


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line with its pieces and what it can be in a table."""

    line: Line
    pieces: tuple[Piece, ...]
    is_row: bool  # its cells hold figures or say that there is none
    is_head: bool  # its cells could be column heads

    def words(self, piece: Piece) -> str:
        """The characters of a piece."""
        return self.line.raw[piece.start : piece.end]

    def mapped(self, piece: Piece) -> MappedText:
        """The reading text of a piece."""
        return fold(self.words(piece), self.line.start + piece.start)


def table_line(line: Line) -> TableLine:
    """Reads a line as one of a table."""
    pieces = tuple(pieces_of(line.raw))
    if len(pieces) == 2 and _is_marked_prose(*(line.raw[p.start : p.end].strip() for p in pieces)):
        pieces = (_piece(line.raw, pieces[0].start, pieces[1].end),)
    words = [line.raw[p.start : p.end].strip() for p in pieces]
    values = sum(bool(re.search(r"\d", w) or _MISSING.match(w)) for w in words[1:])
    short = all(len(w) <= 48 for w in words[1:])
    is_row = len(pieces) > 1 and short and 2 * values >= len(pieces) - 1 and values > 0
    is_head = bool(pieces) and all(_HEAD_CELL.match(w) and not _MISSING.match(w) for w in words if w) and short
    return TableLine(line, pieces, is_row, is_head)


def _is_marked_prose(mark: str, words: str) -> bool:
    """A list item or footnote set off from its mark: "(d)  open two offices", "1  Staff on leave are counted."."""
    return bool(_MARK_ALONE.fullmatch(mark)) and len(re.findall(r"\b[a-z]{2,}", words)) >= 2


def table_end(lines: Sequence[TableLine], at: int, spacing: int, *, goes_on: bool) -> tuple[int, bool]:
    """Where the table that begins at this line ends; without a table, the next line where one may begin, and False.

    A table has two lines with figures in columns, or one where it goes on after a gap (`goes_on`), or three
    lines with the same columns of words.
    """
    if len(lines[at].pieces) < 2 and not _opens_group(lines, at, spacing):
        return at + 1, False
    end, rows, broken, letters = at, 0, at, False
    while end < len(lines) and (end == at or _adjoins(lines[end - 1], lines[end], spacing)):
        here = lines[end]
        alike = end > at and _same_columns(lines[end - 1], here)
        if len(here.pieces) < 2:
            if not (_opens_group(lines, end, spacing) or _ends_head(lines, end, at, spacing)):
                break
        elif not (here.is_row or here.is_head or end == at or alike):
            break
        rows += here.is_row and not _heads_only(here)
        letters |= here.is_row and any(ch.isalpha() for ch in here.line.raw)
        broken = broken if alike else end
        end += 1
    if (rows >= 2 and letters) or (rows >= 1 and goes_on) or (broken == at and end - at >= 3):
        return end, True
    return max(broken, at + 1) if end - broken >= 3 else max(end, at + 1), False


def _adjoins(before: TableLine, here: TableLine, spacing: int) -> bool:
    """No gap parts the lines, or only the blank line that parts all rows of the table."""
    if here.line.gap <= spacing:
        return True
    fields = (len(before.pieces), len(before.pieces) + 1) if before.is_head else (len(before.pieces),)
    return (
        here.line.gap <= spacing + 1
        and (before.is_row or before.is_head)
        and here.is_row
        and len(here.pieces) in fields
        and not (here.is_head and here.pieces[0].left > 8)
        and (_same_columns(before, here) or before.pieces[-1].right == here.pieces[-1].right)
    )


def _heads_only(line: TableLine) -> bool:
    """Years in columns and no row head."""
    return line.is_head and (
        line.pieces[0].left > 12 or bool(re.match(rf"(?i)^{_YEAR}$", line.words(line.pieces[0]).strip()))
    )


def _opens_group(lines: Sequence[TableLine], at: int, spacing: int) -> bool:
    """A short line over rows that are indented under it, or whose row head goes on in the next row."""
    here = lines[at]
    if at + 1 >= len(lines) or not here.pieces:
        return False
    after, text = lines[at + 1], here.line.text.text
    if after.line.gap > spacing or not after.is_row or _heads_only(after):
        return False
    if len(text) > 64 or text.endswith((".", ";")):
        return False
    deeper = after.line.indent > here.line.indent
    return deeper or bool(_OPEN_END.search(text)) or after.line.text.text[:1].islower()


def _ends_head(lines: Sequence[TableLine], at: int, first: int, spacing: int) -> bool:
    """The rest of the row head above: it begins small, in the column of row heads, right under a row."""
    here = lines[at]
    return (
        at > first
        and lines[at - 1].is_row
        and here.line.gap <= spacing
        and len(here.line.text.text) <= 48
        and here.line.text.text[:1].islower()
        and not here.line.text.text.endswith(".")
    )


def _same_columns(one: TableLine, two: TableLine) -> bool:
    """Two lines with columns that begin (or end) at the same places."""
    if len(one.pieces) != len(two.pieces) or len(two.pieces) < 2:
        return False
    pairs = zip(one.pieces, two.pieces, strict=True)
    return all(a.left == b.left or a.right == b.right or a.field == b.field >= 0 for a, b in pairs)


@dataclass(frozen=True, slots=True)
class Columns:
    """The lines of column heads of a table, from top to bottom."""

    lines: tuple[TableLine, ...] = ()

    def head_of(self, piece: Piece, order: int, count: int, extents: Sequence[tuple[int, int]]) -> str:
        """The head over a cell that is the `order`-th of `count` in its row; `extents` are the table's columns."""
        parts = [self._part(line, piece, order, count, extents, last=line is self.lines[-1]) for line in self.lines]
        return " ".join(part for part in parts if part)

    def _part(
        self, line: TableLine, piece: Piece, order: int, count: int, extents: Sequence[tuple[int, int]], *, last: bool
    ) -> str:
        heads = _column_pieces(line, extents, count)
        if not heads:
            return ""
        if piece.field >= 0 and any(head.field >= 0 for head in heads):
            found = next((head for head in heads if head.field == piece.field), None)
        elif len(heads) == count and (last or count == len(extents)):
            found = heads[order]
        else:
            found = _head_over(heads, piece, extents)
        return line.mapped(found).text if found else ""


def _column_pieces(line: TableLine, extents: Sequence[tuple[int, int]], count: int) -> list[Piece]:
    """The pieces of a line of column heads without the one over the row heads."""
    pieces = list(line.pieces)
    if pieces and pieces[0].field >= 0:
        return [piece for piece in pieces if piece.field > 0]
    edge = extents[0][0] if extents else 0
    if len(pieces) > max(count, len(extents)) or (
        pieces and pieces[0].right <= edge and len(pieces) > 1 and pieces[0].left <= 4
    ):
        return pieces[1:]
    return pieces


def _head_over(heads: Sequence[Piece], piece: Piece, extents: Sequence[tuple[int, int]]) -> Piece | None:
    """The head that overlaps the cell, else the one that spans its column, else the one whose edge is near."""
    over = [h for h in heads if min(h.right, piece.right) > max(h.left, piece.left)]
    if over:
        return max(over, key=lambda h: (min(h.right, piece.right) - max(h.left, piece.left), -h.left))
    spanning = _spanning(heads, piece, extents)
    if spanning:
        return spanning
    near = min(heads, key=lambda h: (abs(h.right - piece.right), h.left))
    return near if abs(near.right - piece.right) <= 6 else None


def _spanning(heads: Sequence[Piece], piece: Piece, extents: Sequence[tuple[int, int]]) -> Piece | None:
    """The head that stands over several columns, this cell's among them."""
    at = next((i for i, (left, right) in enumerate(extents) if left <= piece.left < right), None)
    if at is None or len(heads) >= len(extents):
        return None
    if len(heads) > 1 and len(extents) % len(heads) == 0:
        return heads[at * len(heads) // len(extents)]
    if len(heads) == 1:
        middle = (extents[0][0] + extents[-1][1]) / 2
        return heads[0] if abs((heads[0].left + heads[0].right) / 2 - middle) <= 6 else None
    return None


def _extents(rows: Iterable[TableLine]) -> list[tuple[int, int]]:
    """The columns of figures: stretches of the page that the cells of the rows cover."""
    merged: list[tuple[int, int]] = []
    for left, right in sorted((p.left, p.right) for row in rows for p in row.pieces[1:]):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(right, merged[-1][1]))
        else:
            merged.append((left, right))
    return merged


def _is_column_head(line: TableLine, *, first: bool, left: int) -> bool:
    """A line of column heads: above the rows, or among them where nothing stands in the column of row heads."""
    if not line.is_head or (len(line.pieces) < 2 and line.line.indent <= left + 8):
        return False
    words = line.words(line.pieces[0]).strip()
    at_left = line.pieces[0].left <= left + 2
    years = re.match(rf"(?i)^{_YEAR}$", words) and not any(ch.isalpha() for ch in line.line.raw)
    if not at_left or years:
        return True
    if len(line.pieces) == 2:
        cell = line.words(line.pieces[1])
        return first and (bool(_LABELS.match(words)) or not re.search(r"\d", cell))
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
    extents = _extents(body)
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
        first, cells = _row_pieces(line, extents)
        parts = [_unmarked(line.mapped(first))] if first else []
        indent = line.line.indent - left
        for held in waiting:
            words = held.line.text
            small = bool(parts) and parts[-1].text[:1].islower() and held is waiting[-1]
            if _OPEN_END.search(words.text) or small or (first is None and held is waiting[-1]):
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
                under=under,
                cells=_cells_of(line, cells, columns, extents, marks),
                table=number,
            )
        )
        above.append((indent, head.text, False))
    return rows


def _unmarked(head: MappedText) -> MappedText:
    """A row head without the mark of a list item."""
    mark = re.match(r"[-*•▪●·] +", head.text)
    return head.slice(mark.end(), len(head.text)) if mark else head


def _continues(line: TableLine, body: Sequence[TableLine], at: int) -> bool:
    """The line holds the rest of the row head above it."""
    small = line.line.text.text[:1].islower() and not re.match(r"of which\b", line.line.text.text)
    next_small = at + 1 < len(body) and body[at + 1].line.indent > line.line.indent
    return small and not next_small


def _with_longer_head(row: Block, line: TableLine) -> Block:
    head = join_lines([row.head, line.line.text], frozenset())
    return Block(
        row.kind, (*row.lines, line.line.text), row.start, head=head, under=row.under, cells=row.cells, table=row.table
    )


def _row_pieces(line: TableLine, extents: Sequence[tuple[int, int]]) -> tuple[Piece | None, tuple[Piece, ...]]:
    """The row head of a line, if it has one, and its cells."""
    first = line.pieces[0]
    if first.field > 0:
        return None, line.pieces
    inside = extents and first.left >= extents[0][0] and re.search(r"\d", line.words(first)) and first.field < 0
    return (None, line.pieces) if inside else (first, line.pieces[1:])


def _cells_of(
    line: TableLine, cells: Sequence[Piece], columns: Columns, extents: Sequence[tuple[int, int]], marks: frozenset[str]
) -> tuple[Cell, ...]:
    found: list[Cell] = []
    for order, piece in enumerate(cells):
        text = without_mark(line.mapped(piece), marks)
        text = text.slice(1, len(text.text)) if text.text.startswith(": ") else text
        if text.text:
            found.append(Cell(text or EMPTY, columns.head_of(piece, order, len(cells), extents)))
    return tuple(found)
