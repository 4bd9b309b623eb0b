"""Stored text to blocks: headings, paragraphs, list items, rows of figures and table rows.

Works from line ends, blank lines, indents and column gaps alone; knows no report. Running headers, footers and
page numbers are dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from customs_kg.builders.text import EMPTY, MappedText, fold


class BlockKind(StrEnum):
    """What a block of lines is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list with marks or numbers
    ROW = "row"  # a line of a list of figures
    TABLE_ROW = "table-row"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, with its place and the number of blank lines before it."""

    raw: str
    start: int
    gap: int

    @property
    def indent(self) -> int:
        """Blanks before the first character."""
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def text(self) -> MappedText:
        """The line's reading form."""
        return fold(self.raw, self.start)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell and the head of its column ("" where there is none)."""

    text: MappedText
    column: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together.

    `number` is the printed number of a heading or item. A table row has its `head` (first cell), the heads of
    the rows it is indented under (`under`) and its other `cells`.
    """

    kind: BlockKind
    lines: tuple[MappedText, ...]
    number: str = ""
    breaks: bool = False  # set apart from the block before it by more than the usual line distance
    head: MappedText = EMPTY
    under: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()


_PAGE_NUMBER = re.compile(r"^\W*(page\s+)?(\d{1,4}|[ivxl]{1,6})(\s*(of|/)\s*\d{1,4})?\W*$", re.I)
_RULE = re.compile(r"^[\W_]{3,}$")
_NUMBERED = re.compile(
    r"^(?P<number>(?:part|chapter|section|annex|appendix|schedule)\s+(?:[A-Z]\b|\d+|[IVXLC]+\b|[a-z]+)|"
    r"(?:annex|appendix)(?=[.:])|"
    r"[IVXLC]{1,6}|[A-Z]|\d{1,2}(?:\.\d{1,2}){0,3})(?P<mark>[.):]|\s*-|)\s+(?P<title>\S.*)$",
    re.I,
)
_ITEM = re.compile(r"^(?P<mark>[-*•▪●◦·o]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_FIGURE_FIRST = re.compile(r"^(?:[A-Z]{3}\s?|US\$|[$£€¥₹])?\d[\d,. ]*\S*\s+\S")
_LEADER = re.compile(r"\s*\.{3,}\s*|\s*(?:\. ){3,}\s*")
_COLUMNS = re.compile(r"(?<=[^\s.?!;]) {2,}(?=\S)|(?<=\S) {3,}(?=\S)|\t+|\s\|\s")
_OPEN_WORDS = frozenset("to and or of the a an for with by in on will shall are is from that which as".split())
_LABEL_VALUE = re.compile(r"^[A-Z][^.:;]{2,60}:\s+[^a-z]{0,6}\d")


def read_lines(text: str) -> list[Line]:
    """The lines of a stored text that are not blank, running headers and page numbers left out."""
    lines: list[Line] = []
    gap = 0
    for match in re.finditer(r"[^\r\n\f\v\x85\u2028\u2029]*(\r\n|[\r\n\f\v\x85\u2028\u2029]|$)", text):
        raw = match.group()[: len(match.group()) - len(match[1])]
        if raw.strip() and fold(raw).text:
            lines.append(Line(raw.rstrip(), match.start(), gap))
            gap = 0
        elif match[1]:
            gap += 1
    return _without_running_lines(lines)


def _without_running_lines(lines: Sequence[Line]) -> list[Line]:
    """Drops page numbers, and short lines that come back with nothing but a number changed."""
    masks = [re.sub(r"\d+", "#", fold(line.raw).text) for line in lines]
    counts = Counter(masks)
    usual = _usual_gap(lines)
    kept: list[Line] = []
    carried = 0
    for line, mask in zip(lines, masks, strict=True):
        apart = line.gap > usual or line is lines[0]
        running = counts[mask] >= 3 and len(mask) < 80 and re.search(r"[A-Za-z]{3}.*[^.!?:;,]$", mask) and apart
        if (_PAGE_NUMBER.match(line.raw.strip()) and apart) or running:
            carried += line.gap
            continue
        kept.append(Line(line.raw, line.start, max(line.gap, carried)))
        carried = 0
    return kept


def _usual_gap(lines: Sequence[Line]) -> int:
    """Blank lines between two lines of one paragraph: 0, or 1 in a text set with double spacing."""
    gaps = Counter(min(line.gap, 1) for line in lines[1:])
    return 1 if gaps[1] > 2 * gaps[0] and len(lines) > 20 else 0


def read_blocks(text: str) -> list[Block]:
    """The blocks of a stored text in order."""
    lines = read_lines(text)
    usual = _usual_gap(lines)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        taken, found = _next_block(lines, at, usual)
        blocks.extend(found)
        at += taken
    return _joined_over_pages(blocks)


def _next_block(lines: Sequence[Line], at: int, usual: int) -> tuple[int, list[Block]]:
    """How many lines the block at `at` takes, and the block or table rows they make."""
    breaks = at == 0 or lines[at].gap > usual
    table = _table_length(lines, at, usual)
    if table:
        return table, _table_rows(lines[at : at + table])
    rows = _figure_rows(lines, at, usual)
    if rows:
        return rows, [Block(BlockKind.ROW, (line.text,), breaks=breaks) for line in lines[at : at + rows]]
    heading = _heading(lines, at, usual)
    if heading:
        return heading[0], [heading[1]]
    item = _ITEM.match(lines[at].raw.strip())
    if item and (breaks or _item_before(lines, at)):
        return _item(lines, at, usual, item["mark"])
    end = at + 1
    while end < len(lines) and not _starts_block(lines, end, usual):
        end += 1
    return end - at, [Block(BlockKind.PARAGRAPH, tuple(x.text for x in lines[at:end]), breaks=breaks)]


def _starts_block(lines: Sequence[Line], at: int, usual: int) -> bool:
    if lines[at].gap > usual:
        return True
    if (
        usual == 0
        and _ITEM.match(lines[at].raw.strip())
        and (lines[at].indent > lines[at - 1].indent or lines[at - 1].raw.rstrip().endswith((":", ";")))
    ):
        return True
    stripped = lines[at].raw.strip()
    return bool(
        _table_length(lines, at, usual)
        or _figure_rows(lines, at, usual)
        or (
            (_is_capitals(stripped) and lines[at - 1].raw.rstrip().endswith((".", "!", "?")))
            and _heading(lines, at, usual)
        )
    )


def _item_before(lines: Sequence[Line], at: int) -> bool:
    return at > 0 and (
        lines[at].indent > lines[at - 1].indent
        or bool(_ITEM.match(lines[at - 1].raw.strip()))
        or lines[at - 1].raw.rstrip().endswith((":", ";", "and", "or", ",", "."))
    )


def _item(lines: Sequence[Line], at: int, usual: int, mark: str) -> tuple[int, list[Block]]:
    first = lines[at]
    body = first.text
    cut = len(_ITEM.match(body.text).group()) if _ITEM.match(body.text) else 0  # type: ignore[union-attr] # the same pattern, tested in the condition
    parts = [body.slice(cut, len(body.text))]
    end = at + 1
    while (
        end < len(lines)
        and lines[end].gap <= usual
        and not _ITEM.match(lines[end].raw.strip())
        and (lines[end].indent > first.indent or usual == 1)
        and not _heading(lines, end, usual)
    ):
        parts.append(lines[end].text)
        end += 1
    block = Block(BlockKind.ITEM, tuple(parts), number=mark.strip("()."), breaks=first.gap > usual)
    return end - at, [block]


def _is_capitals(text: str) -> bool:
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) >= 3 and sum(ch.isupper() for ch in letters) >= 0.9 * len(letters)


def _heading(lines: Sequence[Line], at: int, usual: int) -> tuple[int, Block] | None:
    """The heading that begins at this line and the number of lines it takes, if there is one."""
    text = lines[at].text.text
    if len(text) > 90 or _RULE.match(text) or _LABEL_VALUE.match(text):
        return None
    marked = text.startswith("#") or (
        at + 1 < len(lines) and bool(re.match(r"^(={3,}|-{3,}|~{3,})$", lines[at + 1].raw.strip()))
    )
    body = text.lstrip("# ")
    numbered = _NUMBERED.match(body)
    number = numbered["number"] if numbered and _is_number(numbered) else ""
    title = numbered["title"] if numbered and number else body
    apart = at == 0 or lines[at].gap > usual
    alone = usual == 0 and apart and (at + 1 == len(lines) or lines[at + 1].gap > usual or marked)
    capitals = _is_capitals(title) and not re.search(r"\d[\d,.]*\s*$", title)
    if not (
        marked
        or _looks_like_title(title, number=bool(number), capitals=capitals, alone=alone, last=at + 1 == len(lines))
    ):
        return None
    if not (capitals or marked or alone or (number and apart)):
        return None
    end = at + 1
    while capitals and end < len(lines) and lines[end].gap <= usual and _is_capitals(lines[end].text.text):
        if _NUMBERED.match(lines[end].text.text) and _is_number(_NUMBERED.match(lines[end].text.text)):
            break
        end += 1
    parts = [line.text for line in lines[at:end]]
    if number or text.startswith("#"):
        cut = parts[0].text.index(title)
        parts[0] = parts[0].slice(cut, len(parts[0].text))
    taken = end - at
    if end < len(lines) and re.match(r"^(={3,}|-{3,}|~{3,})$", lines[end].raw.strip()):
        taken += 1
    return taken, Block(BlockKind.HEADING, tuple(parts), number=number, breaks=True)


def _is_number(match: re.Match[str] | None) -> bool:
    """A heading number: with its mark, or a word such as PART before it, or several levels ("2.1")."""
    if match is None:
        return False
    number = match["number"]
    if re.match(r"(?i)(part|chapter|section|annex|appendix|schedule)\b", number):
        return bool(match["mark"]) or bool(re.search(r"\s([A-Z]|\d+|[IVXLC]+)$", number))
    if not number.isdigit() and "." not in number and number != number.upper():
        return False
    return bool(match["mark"].strip()) or "." in number


def _looks_like_title(title: str, *, number: bool, capitals: bool, alone: bool, last: bool) -> bool:
    if not title[:1].isupper() and not title[:1].isdigit():
        return False
    if title.endswith((".", ",", ";", ":")) and not re.search(r"\b[A-Z]\.$", title):
        return False
    words = title.split()
    if capitals or number:
        return len(words) <= 14
    if words[-1].lower() in _OPEN_WORDS:
        return False
    return (
        alone and not last and len(words) <= 9 and not re.search(r"[.?!;]\s|\d[\d,]{3,}", title) and title[0].isupper()
    )


def _figure_rows(lines: Sequence[Line], at: int, usual: int) -> int:
    """How many lines from here each state one figure in a row of such lines; 0 unless there are three."""
    end = at
    while end < len(lines) and (end == at or lines[end].gap <= usual + 1):
        text = lines[end].text.text
        if text.endswith((".", ",")) or len(text) > 90 or re.search(r"[.;:] [A-Z]|^\d{1,2}(\.\d+)*[.)]\s", text):
            break
        if not (_FIGURE_FIRST.match(text) or _LABEL_VALUE.match(text)):
            break
        end += 1
    runs_on = end < len(lines) and lines[end].gap <= usual and lines[end].text.text[:1].islower()
    return end - at if end - at >= 3 and not runs_on else 0


def _cells(raw: str) -> list[tuple[int, int]]:
    """The `(start, end)` of the cells of a line; one where the line has no columns."""
    edges = sorted({m.span() for m in _LEADER.finditer(raw)} | {m.span() for m in _COLUMNS.finditer(raw)})
    cells: list[tuple[int, int]] = []
    at = len(raw) - len(raw.lstrip())
    for start, end in edges:
        if start <= at:
            at = max(at, end)
            continue
        cells.append((at, start))
        at = end
    if at < len(raw):
        cells.append((at, len(raw)))
    return cells


def _table_length(lines: Sequence[Line], at: int, usual: int) -> int:
    """How many lines from here make a table (two lines with columns, figures in them); 0 where none begins."""
    end, wide, figures = at, 0, 0
    while end < len(lines) and (end == at or lines[end].gap <= usual):
        cells = _cells(lines[end].raw)
        if len(cells) < 2 or (len(cells) == 2 and _ITEM.match(lines[end].raw.strip())):
            break
        wide += 1
        figures += any(re.search(r"\d", lines[end].raw[s:e]) for s, e in cells[1:])
        end += 1
    if (
        wide >= 2
        and figures >= 2
        and any(len(_cells(x.raw)) >= 2 and re.match(r"\s*[A-Za-z]", x.raw) for x in lines[at:end])
    ):
        return end - at
    return 0


def _table_rows(lines: Sequence[Line]) -> list[Block]:
    heads = [line for line in lines if _is_table_head(line)]
    body = [line for line in lines if not _is_table_head(line)]
    columns = _column_heads(heads)
    first = _cells(body[0].raw)[0][0] if body else 0
    left = min((_cells(line.raw)[0][0] for line in body), default=first)
    rows: list[Block] = []
    above: list[tuple[int, str]] = []
    for line in body:
        cells = _cells(line.raw)
        indent = cells[0][0] - left
        above = [(i, h) for i, h in above if i < indent]
        head = fold(line.raw[slice(*cells[0])], line.start + cells[0][0])
        rest = tuple(Cell(fold(line.raw[s:e], line.start + s), _column_of((s, e), columns)) for s, e in cells[1:])
        rows.append(Block(BlockKind.TABLE_ROW, (line.text,), head=head, under=tuple(h for _, h in above), cells=rest))
        above.append((indent, head.text))
    return rows


def _is_table_head(line: Line) -> bool:
    """Column heads: years, fiscal years or words, and no figure."""
    cells = [line.raw[s:e].strip() for s, e in _cells(line.raw)]
    return all(
        re.fullmatch(r"(?i)(fy\s*)?(19|20)\d\d([/-]\d{2,4})?|[^\d]+|[a-z ]*\(?(fy\s*)?(19|20)\d\d([/-]\d{2,4})?\)?", c)
        for c in cells
    )


def _column_heads(lines: Iterable[Line]) -> list[tuple[int, int, str]]:
    heads: list[tuple[int, int, str]] = []
    for line in lines:
        heads.extend((s, e, fold(line.raw[s:e]).text) for s, e in _cells(line.raw))
    return heads


def _column_of(cell: tuple[int, int], columns: Sequence[tuple[int, int, str]]) -> str:
    """The head over this cell: the one that overlaps it, else the one whose right edge is nearest."""
    over = [c for c in columns if min(c[1], cell[1]) > max(c[0], cell[0])]
    near = sorted(over or columns, key=lambda c: (abs(c[1] - cell[1]), c[0]))
    if not near or (not over and abs(near[0][1] - cell[1]) > 6):
        return ""
    return near[0][2]


def _joined_over_pages(blocks: Sequence[Block]) -> list[Block]:
    """Joins a paragraph that a page break cut in the middle of a sentence."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if (
            last is not None
            and block.kind == last.kind == BlockKind.PARAGRAPH
            and not re.search(r"[.!?:][\"')\]]*$", last.lines[-1].text)
            and len(last.lines[-1].text) > 40
        ):
            joined[-1] = Block(BlockKind.PARAGRAPH, last.lines + block.lines, breaks=last.breaks)
        else:
            joined.append(block)
    return joined
