"""HTML to prose: headings, paragraphs, lists and tables as their elements say."""

from __future__ import annotations

import re
from typing import Any

from customs_kg.builders.inputs.extras import missing_extra
from customs_kg.builders.inputs.prose import Piece, PieceKind, cell_text, collapse, write_prose
from customs_kg.ontology.errors import InputError

_SKIPPED = frozenset(
    "head script style template noscript nav svg math canvas iframe object embed audio video button select textarea "
    "input form dialog".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "header hr html main p section summary ul ol menu dir tbody thead tfoot".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def read_html(text: str, name: str) -> str:
    """The prose of an HTML document; scripts, navigation and hidden elements are left out.

    Raises:
        InputError: lxml is not installed, or the document cannot be parsed.
    """
    try:
        from lxml import etree, html  # type: ignore[import-untyped]
    except ModuleNotFoundError:
        raise missing_extra(name, "HTML", "html") from None
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"{name} is not readable as HTML ({error}): save the report again as HTML or text.") from error
    if root is None:
        return ""
    reader = _Reader()
    _walk(root, reader)
    return write_prose(reader.pieces)


def _walk(root: Any, reader: _Reader) -> None:
    """Tell the reader of every element and text in order, without recursion: hostile files nest deeply."""
    waiting: list[tuple[Any, bool]] = [(root, True)]
    while waiting:
        element, begins = waiting.pop()
        if not begins:
            reader.end(element.tag)
            reader.text(element.tail or "")
            continue
        if not isinstance(element.tag, str) or _is_skipped(element):
            reader.text(element.tail or "")
            continue
        reader.start(element.tag, dict(element.attrib))
        reader.text(element.text or "")
        waiting.append((element, False))
        waiting.extend((child, True) for child in reversed(element))


def _is_skipped(element: Any) -> bool:
    hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return element.tag in _SKIPPED or hidden or bool(_HIDDEN.search(element.get("style") or ""))


class _Table:
    """A table as it is read: its rows of cells, each with the pieces in it."""

    def __init__(self) -> None:
        self.rows: list[list[tuple[list[Piece], int, int]]] = []

    def cells(self) -> list[list[Piece]]:
        return [pieces for row in self.rows for pieces, _, _ in row]

    @property
    def is_layout(self) -> bool:
        """Whether it arranges prose on a page and is no table of data."""
        cells = self.cells()
        return len(cells) < 2 or any(len(pieces) > 4 or not all(p.is_short for p in pieces) for pieces in cells)

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The words of each cell, those of merged cells in the first column or in every row that they reach."""
        grid: dict[tuple[int, int], str] = {}
        for y, row in enumerate(self.rows):
            x = 0
            for pieces, across, down in row:
                while (y, x) in grid:
                    x += 1
                words = cell_text(pieces)
                for dy in range(min(down, len(self.rows) - y)):
                    for dx in range(across):
                        grid[y + dy, x + dx] = "" if dx else words
                x += across
        width = max((x for _, x in grid), default=-1) + 1
        return tuple(tuple(grid.get((y, x), "") for x in range(width)) for y in range(len(self.rows)))


class _Reader:
    """Builds pieces from elements. One level of pieces is open for each table cell that is being read."""

    def __init__(self) -> None:
        self._levels: list[list[Piece]] = [[]]
        self._words: list[str] = []
        self._heading = 0
        self._lists: list[int | None] = []  # the number of the next item; None in a list without numbers
        self._mark = ""
        self._pre = 0
        self._tables: list[_Table] = []

    @property
    def pieces(self) -> list[Piece]:
        """What was read so far."""
        self._flush()
        return self._levels[0]

    def text(self, words: str) -> None:
        """Words inside an element or after it."""
        if words:
            self._words.append(words if self._pre else re.sub(r"[ \t\r\n\f]+", " ", words))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "br":
            self._words.append("\n")
        elif tag in _HEADINGS:
            self._flush()
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol", "menu", "dir"):
            self._flush()
            self._lists.append(_whole(attributes.get("start"), 1) if tag == "ol" else None)
        elif tag == "li":
            self._flush()
            self._mark = self._next_mark()
        elif tag == "pre":
            self._flush()
            self._pre += 1
        elif tag == "table":
            self._flush()
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._flush()
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(attributes)
        elif tag in _BLOCKS:
            self._flush()

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _HEADINGS:
            self._flush()
            self._heading = 0
        elif tag in ("ul", "ol", "menu", "dir"):
            self._flush()
            self._mark = ""
            if self._lists:
                self._lists.pop()
        elif tag == "li":
            self._flush()
            self._mark = ""
        elif tag == "pre":
            self._flush()
            self._pre -= 1
        elif tag in ("td", "th") and self._tables and len(self._levels) > 1:
            self._flush()
            self._levels.pop()
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in _BLOCKS:
            self._flush()

    def _next_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "-"
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}."

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._flush()
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        pieces: list[Piece] = []
        spans = (min(_whole(attributes.get(name), 1), 100) for name in ("colspan", "rowspan"))
        across, down = spans
        table.rows[-1].append((pieces, max(across, 1), max(down, 1)))
        self._levels.append(pieces)

    def _end_table(self) -> None:
        self._flush()
        table = self._tables.pop()
        if table.is_layout:
            for pieces in table.cells():
                self._levels[-1].extend(pieces)
        else:
            self._levels[-1].append(Piece(PieceKind.TABLE, rows=table.texts()))

    def _flush(self) -> None:
        """Close the paragraph, heading or item that was being read."""
        words = "".join(self._words)
        self._words.clear()
        text = words.strip("\n") if self._pre else "\n".join(collapse(line) for line in words.split("\n")).strip("\n")
        if not text.strip():
            return
        if self._heading:
            self._levels[-1].append(Piece(PieceKind.HEADING, text, self._heading))
        elif self._mark:
            self._levels[-1].append(Piece(PieceKind.ITEM, text, min(len(self._lists), 6), self._mark))
            self._mark = ""
        else:
            deeper = words.lstrip(" \n")[:1] in ("\u00a0", "\u2002", "\u2003")
            kind = PieceKind.LINES if self._pre else PieceKind.PARAGRAPH
            self._levels[-1].append(Piece(kind, text, deeper=deeper))


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,6}", text.strip()) else default
