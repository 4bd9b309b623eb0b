"""Lines of tables in plain text: columns by alignment, dotted leaders, tabs or pipes, and where a table ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from customs_kg.builders.reading.folding import fold
from customs_kg.builders.reading.lines import Line
from customs_kg.builders.reading.text import MappedText

_LEADER = re.compile(
    r"\s*\.{4,}\s*|(?<=\S) ?\.{3} ?(?=\S)|(?<=[^\s.]) \.\. (?=[\d(A-Z$£€])"
    r"|\s*(?:\. ){3,}\s*|\s*(?:…\s*){2,}|\s*_{4,}\s*"
)
_COLUMNS = re.compile(r"(?<=[^\s.?!;]) {2,}(?=\S)|(?<=\S) {3,}(?=\S)|(?<=\S)[ ]*\t[ \t]*(?=\S)|\u3000+")
_APART = re.compile(r"  |[\t|…\u3000]|\. ?\.|____")  # without any of these a line has one piece
_PIPES = re.compile(r"^\s*\|.*\||\|.*\||\S \| \S")
_LABEL_AND_NUMBER = re.compile(r"[A-Za-z](?!.*\b(?:19|20)\d\d$).*\d")
_MARK_ALONE = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]?|[-*•▪●–o]")
_MISSING = re.compile(r"(?i)^(?:n/?a|n\.a\.?|nil|none|-+|\.{2,}|:|\*|…|x|tbc|tbd|—|–|not available)$")
YEAR = (  # "2013", "FY 2013/14", "FY13", "13/14"
    r"(?:(?:fy\s*|cy\s*)?(?:19|20)\d\d(?:\s?[/\u2013-]\s?\d{2,4})?|[fc]y\s?\d\d(?:\s?[/\u2013-]\s?\d\d)?\b"
    r"|\b\d\d\s?[/\u2013]\s?\d\d\b)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_DAY = (  # "31.12.2017", "31 December 2017", "as of June 30, 2017"
    r"(?:(?:as )?(?:at|of|on|end of|by) )?(?:\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\.?,?(?: (?:19|20)\d\d)?|"
    rf"{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d)"
)
_HEAD_CELL = re.compile(
    rf"(?i)^(?:[^\d]{{0,60}}|[a-z .%()]{{0,40}}\W?\(?{YEAR}\)?[^\d]{{0,30}}(?:{YEAR}[^\d]{{0,30}})?|"
    rf"[^\d]{{0,30}}'000[^\d]{{0,30}}|q[1-4]|h[12]|[a-z ]{{0,30}}\(?\d{{1,3}}(?:,000)? ?[a-z ]{{0,30}}\)|"
    rf"{_MONTH}\W{{0,2}}(?:\d\d|{YEAR})?|{_DAY})$"
)
_HEAD_TIME = re.compile(
    rf"(?i)\b(?:q[1-4]|h[12])\b|{YEAR}|'000|"
    rf"\b(?:\d{{1,2}}\s)?{_MONTH}\.?(?:\W{{0,2}}\d\d\b)?"
)
_EMPHASIZED = re.compile(r"(\*{1,3}|__)(?P<words>[^*_]+)\1")
_CAPTION = re.compile(r"\s*(?:Table|TABLE|Tab\.|Figure|FIGURE)\b(?! of)")
_VALUE = re.compile(r"^[^A-Za-z]*\d[^A-Za-z]*$")
OPEN_END = re.compile(r"(?i)(?:\b(?:and|or|of|the|for|to|in|on|by|with|from|at|per)|[,(/-])$")
_BULLET = re.compile(r"^(?:[-*•▪●○◦·‣o]|\(?(?:\d{1,2}|[a-z])[.)])$")
_CURRENCY = re.compile(r"^(?:[A-Z]{3}|[A-Z]{1,2}\$|[$£€¥₹])$")


class Piece(NamedTuple):
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
    if "|" in raw and _PIPES.search(raw) and not _is_row_of_labels(raw):
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
    return _with_currency(_with_bullet(pieces, raw), raw)


def _is_row_of_labels(raw: str) -> bool:
    """As in "Vans 14 | Boats 6": each field has its own label and number, so that the line is no row of a table.

    The last label may go on in the next line: "Vans 14 | Boats 6 | Fast".
    """
    *fields, last = [field.strip() for field in raw.split("|")]
    own = all(_LABEL_AND_NUMBER.match(field) for field in fields)
    return own and (bool(_LABEL_AND_NUMBER.match(last)) or (len(fields) > 1 and not re.search(r"\d", last)))


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


def _with_bullet(pieces: list[Piece], raw: str) -> list[Piece]:
    """The mark of a list item goes with its words, and so does what these lead up to with a colon."""
    if len(pieces) < 2 or not _BULLET.match(raw[pieces[0].start : pieces[0].end]):
        return pieces
    second = pieces[1]
    joined = [Piece(pieces[0].start, second.end, pieces[0].left, second.right), *pieces[2:]]
    if raw[second.end - 1] == ":" and len(joined) == 2:
        return [Piece(joined[0].start, joined[1].end, joined[0].left, joined[1].right)]
    return joined


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


class TableLine(NamedTuple):
    """A line with its pieces and what it can be in a table."""

    line: Line
    pieces: tuple[Piece, ...]
    is_row: bool  # its cells hold figures or say that there is none

    @property
    def is_head(self) -> bool:
        """Whether its cells could be column heads."""
        words = [self.words(piece).strip() for piece in self.pieces]
        plausible = all(_could_head(w) and not _MISSING.match(w) for w in words if w)
        return bool(words) and plausible and _are_short(words[1:])

    def words(self, piece: Piece) -> str:
        """The characters of a piece."""
        return self.line.raw[piece.start : piece.end]

    def mapped(self, piece: Piece) -> MappedText:
        """The reading text of a piece, without marks of emphasis."""
        text = fold(self.words(piece), self.line.start + piece.start)
        bold = _EMPHASIZED.fullmatch(text.text)
        return text.slice(bold.start("words"), bold.end("words")) if bold else text


def table_line(line: Line) -> TableLine:
    """Reads a line as one of a table."""
    pieces = tuple(pieces_of(line.raw))
    if (
        len(pieces) > 1
        and _CAPTION.match(line.raw)
        and not any(_VALUE.match(line.raw[p.start : p.end]) for p in pieces)
    ):
        pieces = (_piece(line.raw, pieces[0].start, pieces[-1].end),)
    if len(pieces) == 2 and _is_marked_prose(*(line.raw[p.start : p.end].strip() for p in pieces)):
        pieces = (_piece(line.raw, pieces[0].start, pieces[1].end),)
    words = [line.raw[p.start : p.end].strip() for p in pieces]
    values = sum(bool(re.search(r"\d", w) or _MISSING.match(w)) for w in words[1:])
    is_row = len(pieces) > 1 and _are_short(words[1:]) and 2 * values >= len(pieces) - 1 and values > 0
    return TableLine(line, pieces, is_row)


def _are_short(words: Sequence[str]) -> bool:
    return all(len(w) <= 48 for w in words)


def _could_head(words: str) -> bool:
    """Whether a cell could be a column head: without digits but those of times and scales."""
    if _HEAD_CELL.match(words):
        return True
    return len(words) <= 48 and not any(ch.isdigit() for ch in _HEAD_TIME.sub("", words))


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
        line.pieces[0].left > 12 or bool(re.match(rf"(?i)^{YEAR}$", line.words(line.pieces[0]).strip()))
    )


def _opens_group(lines: Sequence[TableLine], at: int, spacing: int) -> bool:
    """A short line over rows that are indented under it, or whose row head goes on in the next row."""
    here = lines[at]
    if at + 1 >= len(lines) or not here.pieces:
        return False
    after, text = lines[at + 1], here.line.text.text
    if after.line.gap > spacing or not after.is_row or _heads_only(after):
        return False
    if len(text) > 64 or text.endswith((".", ";")) or _CAPTION.match(text):
        return False
    deeper = after.line.indent > here.line.indent
    return deeper or bool(OPEN_END.search(text)) or is_rest(after.line.text.text)


def is_rest(head: str) -> bool:
    """The words go on with those above."""
    return head[:1].islower() or head[:1] == "("


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
