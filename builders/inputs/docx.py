"""Word documents (.docx) to prose: headings, paragraphs, lists and tables as their styles say.

Headers, footers, text boxes, deleted words and the table of contents are left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from customs_kg.builders.inputs.extras import missing_extra
from customs_kg.builders.inputs.prose import Piece, PieceKind, cell_text, collapse, write_prose
from customs_kg.ontology.errors import InputError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pict", f"{_MC}AlternateContent"})
_HEADING = re.compile(r"(?i)heading (?P<level>[1-9])$")
_MAX_PART = 64 * 1024 * 1024
_MAX_WHOLE = 512 * 1024 * 1024  # of all parts unpacked, pictures among them


def read_docx(data: bytes, name: str) -> str:
    """The prose of a Word document.

    Raises:
        InputError: python-docx is not installed; the bytes are no Word document or a damaged one; it unpacks to
            more than any report needs.
    """
    try:
        import docx
    except ModuleNotFoundError:
        raise missing_extra(name, "a Word document", "docx") from None
    _check_archive(data, name)
    try:
        reader = _Reader(docx.Document(io.BytesIO(data)))
        return write_prose(reader.pieces())
    except Exception as error:  # a damaged file fails in any of the libraries below with any error of theirs
        raise InputError(
            f"{name} is a damaged Word document ({type(error).__name__}): open it in Word and save it again."
        ) from error


def _check_archive(data: bytes, name: str) -> None:
    """Refuse what is no Word document, and archives that unpack to more than they should."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise InputError(
            f"{name} is no Word document ({error}): expected a .docx file; save the report again."
        ) from error
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise InputError(f"{name} is a ZIP archive but no Word document: expected .docx; unpack it first.")
    # No more is ever unpacked than the archive declares: zipfile stops there.
    largest = max(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if largest > _MAX_PART or sum(entry.file_size for entry in entries) > _MAX_WHOLE:
        raise InputError(
            f"{name} unpacks to more than {_MAX_PART // 2**20} MB of text or {_MAX_WHOLE // 2**20} MB in all: "
            "expected one report; save it without its pictures or as text."
        )


class _Reader:
    """Reads the body of one document."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbers: Counter[tuple[str, int]] = Counter()
        self._formats = _number_formats(document)

    def pieces(self) -> Iterator[Piece]:
        """The pieces of the body in order."""
        return self._of(self._document.element.body)

    def _of(self, container: Any) -> Iterator[Piece]:
        for element in container:
            if element.tag == f"{_W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag == f"{_W}sdt" and not _is_contents(element):
                for content in element.findall(f"{_W}sdtContent"):
                    yield from self._of(content)
            elif element.tag in (f"{_W}ins", f"{_W}moveTo", f"{_W}customXml", f"{_W}smartTag"):
                yield from self._of(element)

    def _paragraph(self, element: Any) -> Iterator[Piece]:
        text = _words(element)
        if not text.strip():
            return
        style = self._style(element)
        level = self._heading_level(element, style)
        number = self._numbering(element, style)
        if level:
            yield Piece(PieceKind.HEADING, collapse(text), level)
        elif number is not None:
            yield self._item(text, *number)
        elif style.lower().startswith("toc "):
            return
        else:
            yield Piece(PieceKind.PARAGRAPH, text, deeper=text[0].isspace() or _value(element, "pPr/ind", "left") > "0")

    def _item(self, text: str, number_id: str, depth: int) -> Piece:
        for key in [key for key in self._numbers if key[0] == number_id and key[1] > depth]:
            del self._numbers[key]
        self._numbers[number_id, depth] += 1
        bulleted = self._formats.get((number_id, depth), "bullet") == "bullet"
        mark = "-" if bulleted else f"{self._numbers[number_id, depth]}."
        return Piece(PieceKind.ITEM, collapse(text), min(depth + 1, 6), mark)

    def _style(self, element: Any) -> str:
        identifier = _value(element, "pPr/pStyle")
        for style in self._document.styles:
            if identifier and style.style_id == identifier:
                return str(style.name)
        return ""

    def _heading_level(self, element: Any, style: str) -> int:
        if style.lower() == "title":
            return 1
        match = _HEADING.match(style)
        if match:
            return int(match["level"])
        outline = _value(element, "pPr/outlineLvl")
        return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else 0

    def _numbering(self, element: Any, style: str) -> tuple[str, int] | None:
        """The list that a paragraph is an item of, and how deep; None for what is no item."""
        number_id, depth = _value(element, "pPr/numPr/numId"), _value(element, "pPr/numPr/ilvl")
        if number_id == "0":
            return None
        if not number_id and not style.lower().startswith(("list bullet", "list number")):
            return None
        if not number_id:
            number_id = style
            self._formats[number_id, 0] = "decimal" if style.lower().startswith("list number") else "bullet"
        return number_id, int(depth) if depth.isdigit() else 0

    def _table(self, element: Any) -> Iterator[Piece]:
        rows: list[list[list[Piece]]] = []
        above: list[list[Piece]] = []
        for row in element.iter(f"{_W}tr"):
            if _owner(row) is not element:
                continue
            cells: list[list[Piece]] = []
            for cell in row.findall(f"{_W}tc"):
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
                pieces = above[len(cells)] if goes_on and len(cells) < len(above) else list(self._of(cell))
                across = _value(cell, "tcPr/gridSpan")
                wide = min(int(across), 100) - 1 if across.isdigit() else 0
                cells.extend([pieces, *[[] for _ in range(wide)]])
            rows.append(cells)
            above = cells
        if len(rows) < 2 or any(len(cell) > 4 or not all(p.is_short for p in cell) for row in rows for cell in row):
            for row in rows:
                for cell in row:
                    yield from cell
            return
        texts = tuple(tuple(cell_text(cell) for cell in row) for row in rows)
        yield Piece(PieceKind.TABLE, rows=texts)


def _owner(row: Any) -> Any:
    """The table that a row belongs to."""
    return next(ancestor for ancestor in row.iterancestors() if ancestor.tag == f"{_W}tbl")


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they show."""
    words: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == f"{_W}t":
            words.append(element.text or "")
        elif element.tag == f"{_W}tab" and element.getparent().tag == f"{_W}r":
            words.append(" ")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            words.append("\n" if element.get(f"{_W}type") in (None, "textWrapping") else " ")
        elif element.tag == f"{_W}noBreakHyphen":
            words.append("-")
        else:
            waiting.extend(reversed(element))
    return "".join(words)


def _is_contents(element: Any) -> bool:
    gallery = element.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")
    return gallery is not None and gallery.get(f"{_W}val") == "Table of Contents"


def _value(element: Any, path: str, attribute: str = "val") -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return "" if found is None else str(found.get(f"{_W}{attribute}", ""))


def _number_formats(document: Any) -> dict[tuple[str, int], str]:
    """How the items of each list are numbered, by list and depth: "bullet", "decimal" ..."""
    parts = [part for part in document.part.package.iter_parts() if str(part.partname) == "/word/numbering.xml"]
    formats: dict[tuple[str, int], str] = {}
    for part in parts:
        abstract = {a.get(f"{_W}abstractNumId"): a for a in part.element.findall(f"{_W}abstractNum")}
        for number in part.element.findall(f"{_W}num"):
            kind = abstract.get(_value(number, "abstractNumId"))
            for level in () if kind is None else kind.findall(f"{_W}lvl"):
                key = (number.get(f"{_W}numId"), int(level.get(f"{_W}ilvl", "0")))
                formats[key] = _value(level, "numFmt")
    return formats
