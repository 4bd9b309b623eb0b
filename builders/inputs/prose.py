"""Structured prose to the plain text that is stored: headings marked, paragraphs wrapped, tables in columns.

What has structure in the file (a heading of HTML, a list item of Word) keeps it in a form that the layout step
reads without guessing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

INDENT = "\u2003"  # before the words of a cell that is set in

_WIDTH = 78
_COLUMN_GAP = "   "
_SHORTEST_LINE = 12
_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2002\u2003\u2007\u202f]+")
# Words that would make a wrapped line look like a list item, a heading, a note or a rule.
_MARK = re.compile(r"[^\w\s]{1,6}|[^\w\s]?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,5})[.):]|o|[=#*_|\u2022\u25aa].*")
_NUMBER = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*(?:[A-Za-z]{1,3}\d?)?")


class PieceKind(StrEnum):
    """What a piece of prose is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    LINES = "lines"  # set line by line on purpose


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading (with its `level` from 1), paragraph, list item (with its `mark` and depth as `level`) or table."""

    kind: PieceKind
    text: str = ""
    level: int = 1
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    deeper: bool = False  # set in by blanks of its own

    @property
    def is_short(self) -> bool:
        """Whether it can stand in a cell of a table of figures."""
        return self.kind in (PieceKind.PARAGRAPH, PieceKind.LINES) and len(self.text) <= 300


def collapse(text: str) -> str:
    """The text with each run of blanks, line ends included, as one space and none at its ends."""
    return _BLANKS.sub(" ", text).strip(" ")


def cell_text(pieces: Sequence[Piece]) -> str:
    """The words of a table cell on one line, with `INDENT` where it is set in."""
    words = " ".join(collapse(piece.text) for piece in pieces)
    return f"{INDENT}{words}" if pieces and pieces[0].deeper else words


def write_prose(pieces: Iterable[Piece]) -> str:
    """The pieces as plain text, parted by blank lines; items of one list stand together."""
    written = [(piece, lines) for piece in pieces if (lines := list(_lines(piece)))]
    parts: list[str] = []
    for (before, _), (piece, lines) in pairwise([(Piece(PieceKind.PARAGRAPH), [""]), *written]):
        together = before.kind is piece.kind is PieceKind.ITEM
        parts.extend([] if together or not parts else [""])
        parts.extend(lines)
    return "\n".join(parts) + "\n" if parts else ""


def _lines(piece: Piece) -> Iterator[str]:
    if piece.kind is PieceKind.TABLE:
        yield from _table_lines(piece.rows)
    elif piece.kind is PieceKind.LINES:
        yield from (line.rstrip() for line in piece.text.split("\n") if line.strip())
    elif piece.kind is PieceKind.HEADING:
        title = collapse(piece.text)
        yield from [f"{'#' * min(max(piece.level, 1), 6)} {title}"] if title else []
    elif piece.kind is PieceKind.ITEM:
        indent = "  " * piece.level
        hang = indent + " " * (len(piece.mark) + 1)
        for number, line in enumerate(_wrapped(piece.text, _WIDTH - len(hang))):
            yield f"{hang}{line}" if number else f"{indent}{piece.mark} {line}"
    else:
        yield from _wrapped(piece.text, _WIDTH)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of this width; line ends in it stay."""
    for part in text.split("\n"):
        yield from _broken(collapse(part).split(" "), max(width, 40))


def _broken(words: Sequence[str], width: int) -> list[str]:
    lines: list[list[str]] = []
    for word in words:
        if lines and sum(map(len, lines[-1])) + len(lines[-1]) + len(word) <= width:
            lines[-1].append(word)
        elif word:
            lines.append([word])
            # A line must not begin with what looks like a mark: the word before comes along.
            while len(lines) > 1 and _MARK.fullmatch(lines[-1][0]) and len(lines[-2]) > 1:
                lines[-1].insert(0, lines[-2].pop())
    while len(lines) > 1 and len(" ".join(lines[-1])) < _SHORTEST_LINE and len(lines[-2]) > 1:
        lines[-1].insert(0, lines[-2].pop())
    return [" ".join(line) for line in lines]


def _table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns apart from each other by three blanks, those of figures set flush right."""
    cells = [[_cell(cell, first=not x) for x, cell in enumerate(row)] for row in rows if any(map(collapse, row))]
    if not cells:
        return
    count = max(len(row) for row in cells)
    filled = [[*row, *[""] * (count - len(row))] for row in cells]
    columns = [list(column) for column in zip(*filled, strict=True)]
    kept = [column for column in columns if any(column)]
    if len(kept) == 1:
        yield from (line for cell in kept[0] if cell for line in _broken(cell.split(" "), _WIDTH))
        return
    set_out = [_set_out(column, flush_right=number > 0 and _is_numeric(column)) for number, column in enumerate(kept)]
    yield from (_COLUMN_GAP.join(row).rstrip() for row in zip(*set_out, strict=True))


def _cell(text: str, *, first: bool) -> str:
    """The words of a cell; a row that begins with an indent stands under the one above it."""
    words = collapse(text)
    return f"  {words}" if first and words and text.startswith(INDENT) else words


def _set_out(column: Sequence[str], *, flush_right: bool) -> list[str]:
    width = max(map(len, column))
    return [cell.rjust(width) if flush_right else cell.ljust(width) for cell in column]


def _is_numeric(column: Sequence[str]) -> bool:
    body = [cell for cell in column[1:] if cell] or [cell for cell in column if cell]
    return sum(bool(_NUMBER.fullmatch(cell)) for cell in body) * 2 >= len(body)
