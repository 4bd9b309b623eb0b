"""What the lines of a report make together: headings, paragraphs, list items, rows of figures and table rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from customs_kg.builders.reading.text import EMPTY, MappedText


class BlockKind(StrEnum):
    """What a block of lines is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"  # what stands over a table
    NOTE = "note"  # a footnote, its mark left out
    ITEM = "item"  # of a list with marks or numbers
    ROW = "row"  # a line of a list of figures
    TABLE_ROW = "table-row"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell and the head of its column ("" where there is none)."""

    text: MappedText
    column: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    `number` is the printed number of a heading or item, `start` where the block begins in the stored text, its
    number included. A table row has its `head` (first cell), what stands over the row heads (`stub`), the heads of
    the rows it is indented under (`under`) and its other `cells`. `apart` says that the lines were broken on purpose.
    """

    kind: BlockKind
    lines: tuple[MappedText, ...]
    start: int
    number: str = ""
    indent: int = 0
    apart: bool = False
    head: MappedText = EMPTY
    stub: str = ""
    under: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    table: int = 0  # which table of the report a row belongs to


NOTE_MARK = re.compile(
    r"\*{1,3}|[†‡§]|\(\d{1,2}\)|\([a-z]\)|\[\d{1,2}\]|\[[a-z]\]|\[\^\w{1,12}\]:|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\d{1,2}[)/]|[a-z]/"
)
_AFTER_CELL = re.compile(
    r"(?<=[\w%.)/])(?:\*{1,3}|[†‡§]|\(\d{1,2}\)|\([a-z]\)|\[\d{1,2}\]|\[[a-z]\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\d)(?:[a-z]/|\d\)))$"
)
_APART = re.compile(r"(?<=[\w%.)]) (?:\*{1,3}|[†‡§]|\(\d{1,2}\)|\([a-z]\)|\[\d{1,2}\]|\[[a-z]\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|[a-z]/)$")
_IN_PROSE = re.compile(
    r"(?<=[\w%)\"'.,;])(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bft)(?<!\bdm)(?<!\bmm)[¹²³⁴⁵⁶⁷⁸⁹⁰]+"
    r"|(?<=[\w%)\"'.,;])\[(?:\d{1,2}|\^\w{1,12})\]"
    r"|(?<=[a-z0-9%)\"'.,;])(?:\*{1,3}|[†‡])(?=$|[\s,.;:)])"
)
_LINK = re.compile(r"(?P<open>!?\[)(?P<words>[^\[\]]{1,200})(?P<close>\]\([^()\s]{1,500}\))")
_ATTACHED = (
    re.compile(r"(\d(?<=[a-z]{3}.)\d?)(?=[\s,.;:]|$)"),
    re.compile(r"[.,;:)\"'](?<=[a-z]{3}.)(\d{1,2})(?=[\s,.;:]|$)"),
)
_EMPHASIS = re.compile(r"(?<!\S)(\*{1,3}|__)(?=[A-Z0-9a-z\"'(])(?P<words>[^*\n]{1,200}?)(?<=\S)\1(?=$|[\s,.;:)])")


def without_mark(text: MappedText, marks: frozenset[str]) -> MappedText:
    """A cell or row head without its footnote mark: one right behind the words, or one of `marks` after a blank."""
    found = _AFTER_CELL.search(text.text)
    if found is None:
        found = _APART.search(text.text)
        if found is None or found.group().strip() not in marks:
            return text
    inside = text.text.rfind("(", 0, found.start()) > text.text.rfind(")", 0, found.start())
    return text if inside and "(" not in found.group() else text.slice(0, found.start())


def attached_numbers(text: str) -> frozenset[str]:
    """Numbers that stand right behind a small word, as marks of footnotes do that have lost their raised place."""
    return frozenset(number for pattern in _ATTACHED for number in pattern.findall(text))


def without_marks(text: MappedText, numbers: frozenset[str] = frozenset()) -> MappedText:
    """A running text without footnote marks, marks of emphasis and addresses of links.

    `numbers` are the numbers of footnotes, which are taken away also where they stand right behind a word.
    """
    gone: list[tuple[int, int]] = []
    if _HAS_MARK.search(text.text):
        for match in (*_EMPHASIS.finditer(text.text), *_LINK.finditer(text.text)):
            gone += [(match.start(), match.start("words")), (match.end("words"), match.end())]
        inside = {place for stretch in gone for place in range(*stretch)}
        gone += [m.span() for m in _IN_PROSE.finditer(text.text) if m.start() not in inside]
    if numbers:
        found = [(m, m[1]) for pattern in _ATTACHED for m in pattern.finditer(text.text)]
        gone += [(m.end() - len(number), m.end()) for m, number in found if number in numbers]
    return text.without(_apart(gone)) if gone else text


def _apart(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, without those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


_HAS_MARK = re.compile(r"[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰\[_]")
