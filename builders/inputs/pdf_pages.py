"""Pages of words to one text: running lines left out, headings marked, paragraphs apart, tables in columns."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from customs_kg.builders.inputs.pdf_words import TextLine, Word, lines_of, reading_lines

_EDGE = 0.12  # of the height of a page: where running lines stand
_WIDE_GAP = 1.8  # heights of a word between two cells of a table
_COLUMN = 0.45  # heights of a word for one column of characters
_HEADING_SIZE = 1.15  # of the height of the body
_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_ITEM = re.compile(r"^(?:[-*•▪●○◦·‣–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page, upright, and its size in points; `aside` are words that run in another direction."""

    words: tuple[Word, ...]
    width: float
    height: float
    aside: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the body of a file is set: the height of its words, the distance of its lines, and whether it is bold."""

    size: float
    pitch: float
    bold: bool


def write_pages(pages: Sequence[Page]) -> tuple[str, tuple[int, ...]]:
    """The text of the pages and the offset at which each begins."""
    kept = _without_running_lines(pages)
    lines = [_lines(page) for page in kept]
    setting = _setting(lines)
    levels = _heading_levels(lines, setting)
    text = ""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    last: TextLine | None = None
    for page in lines:
        joined = _with_whole_headings(page, levels, setting)
        starts.append(length)
        for number, (line, level) in enumerate(joined):
            text = _heading(line, level) if level else _written(line, joined, setting)
            if parts:
                gap = "\n\n" if last is None or _parts(last, line, setting, bool(level), number == 0) else "\n"
                length += len(gap)
                parts.append(gap)
                if number == 0:
                    starts[-1] = length
            parts.append(text)
            length += len(text)
            last = None if level else line
    return "".join(parts) + ("\n" if parts else ""), tuple(starts)


def _lines(page: Page) -> list[TextLine]:
    """The lines of a page in reading order, those in another direction after the others."""
    main = reading_lines(page.words)
    after = max((line.column for line in main), default=-1) + 1
    return [*main, *(replace(line, column=line.column + after) for line in reading_lines(page.aside))]


def _without_running_lines(pages: Sequence[Page]) -> list[Page]:
    """The pages without headers, footers and page numbers."""
    edges = [_edge_lines(page) for page in pages]
    masks = Counter(key for found in edges for key in {(mask, slot) for _, mask, slot, _ in found})
    slots = Counter(slot for found in edges for slot in {slot for _, _, slot, alone in found if alone})
    least = 3 if len(pages) > 4 else 2
    kept: list[Page] = []
    for page, found in zip(pages, edges, strict=True):
        running = {
            id(word)
            for words, mask, slot, alone in found
            if (masks[mask, slot] >= least and len(mask) <= 90) or (alone and slots[slot] >= max(4, 0.6 * len(pages)))
            for word in words
        }
        kept.append(replace(page, words=tuple(word for word in page.words if id(word) not in running)))
    return kept


def _edge_lines(page: Page) -> list[tuple[list[Word], str, int, bool]]:
    """The lines near the upper and lower edge: words, words without numbers, height, and whether it stands alone."""
    lines = lines_of(page.words)
    middles = [median((word.top + word.bottom) / 2 for word in line) for line in lines]
    found: list[tuple[list[Word], str, int, bool]] = []
    for i, (line, middle) in enumerate(zip(lines, middles, strict=True)):
        if _EDGE * page.height < middle < (1 - _EDGE) * page.height:
            continue
        text = " ".join(word.text for word in line)
        mask = re.sub(r"\d+", "#", re.sub(r"^[ivxlc]+$", "#", text.casefold()))
        inner = middles[i + 1 : i + 2] if middle > page.height / 2 else middles[max(i - 1, 0) : i]
        alone = len(text) <= 90 and all(abs(middle - other) > 1.6 * line[0].size for other in inner)
        found.append((line, mask, round(middle / 4), alone))
    return found


def _setting(pages: Iterable[Sequence[TextLine]]) -> _Setting:
    """The height and distance that most letters have."""
    sizes: Counter[float] = Counter()
    bold = letters = 0
    pitches: dict[float, list[float]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            count = sum(len(word.text) for word in line.words)
            sizes[round(line.size, 1)] += count
            letters += count
            bold += count if line.is_bold else 0
        for before, line in pairwise(lines):
            if before.column == line.column and before.bottom > line.bottom:
                pitches[round(line.size, 1)].append(before.bottom - line.bottom)
    if not sizes:
        return _Setting(10.0, 12.0, bold=False)
    size = max(sizes.items(), key=lambda item: (item[1], -item[0]))[0]
    usual = median(pitches[size]) if pitches[size] else 1.2 * size
    return _Setting(size, usual, bold=bold > 0.5 * letters)


def _heading_levels(pages: Iterable[Sequence[TextLine]], setting: _Setting) -> dict[float, int]:
    """The level of a heading by the height of its words, the largest first."""
    larger = sorted({round(line.size, 1) for page in pages for line in page if _is_large(line, setting)}, reverse=True)
    levels: dict[float, int] = {}
    top, level = math.inf, 0
    for size in larger:
        if size < 0.93 * top:  # fonts of one size differ by a little
            top, level = size, min(level + 1, 6)
        levels[size] = level
    return levels


def _is_large(line: TextLine, setting: _Setting) -> bool:
    return line.size >= _HEADING_SIZE * setting.size


def _with_whole_headings(
    lines: Sequence[TextLine], levels: dict[float, int], setting: _Setting
) -> list[tuple[TextLine, int]]:
    """The lines with the level of each heading (0 for the body), the lines of one heading joined."""
    joined: list[tuple[TextLine, int]] = []
    for line in lines:
        stands_out = _is_large(line, setting) or (line.is_bold and not setting.bold)
        level = levels.get(round(line.size, 1), max(levels.values(), default=0) + 1) if stands_out else 0
        before = joined[-1] if joined else None
        if before and level and before[1] == level and _goes_on(before[0], line):
            joined[-1] = (replace(line, words=(*before[0].words, *line.words)), level)
        else:
            joined.append((line, level))
    return [(line, level if level and _is_title(line) else 0) for line, level in joined]


def _goes_on(before: TextLine, line: TextLine) -> bool:
    last = before.words[-1]
    return before.column == line.column and last.bottom - line.words[0].bottom < 1.7 * line.size


def _is_title(line: TextLine) -> bool:
    text = _plain(line)
    short = len(text) <= 100 and len(text.split()) <= 16
    return short and not text.endswith((".", ",", ";", ":")) and any(ch.isalpha() for ch in text) and not _is_row(line)


def _heading(line: TextLine, level: int) -> str:
    return f"{'#' * min(level, 6)} {_plain(line)}"


def _plain(line: TextLine) -> str:
    return " ".join(word.text for word in line.words)


def _parts(before: TextLine, line: TextLine, setting: _Setting, is_heading: bool, new_page: bool) -> bool:
    """A paragraph ends between two lines."""
    if is_heading:
        return True
    if new_page or before.column != line.column:
        return bool(_END.search(_plain(before))) or _differ(before, line)
    step = before.bottom - line.bottom
    if _is_row(before) and _is_row(line):
        return step > 2.6 * setting.pitch
    return step > 1.3 * max(setting.pitch * line.size / setting.size, 0.1) or _differ(before, line)


def _differ(before: TextLine, line: TextLine) -> bool:
    return abs(before.size - line.size) > 0.12 * max(before.size, line.size)


def _is_row(line: TextLine) -> bool:
    return len(_cells(line)) > 1


def _cells(line: TextLine) -> list[list[Word]]:
    """The words of a line, cut where the distance is wider than between words."""
    cells: list[list[Word]] = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        if word.left - before.right > _WIDE_GAP * max(before.size, word.size):
            cells.append([word])
        else:
            cells[-1].append(word)
    if not any(ch.isdigit() for cell in cells[1:] for word in cell for ch in word.text) and _is_spread(line):
        return [list(line.words)]
    # A bullet and its text are no two cells.
    if len(cells) > 1 and _ITEM.match(" ".join(word.text for word in cells[0]) + " ") and len(cells[0]) == 1:
        cells[:2] = [cells[0] + cells[1]]
    return cells


def _is_spread(line: TextLine) -> bool:
    """Whether all words of a line stand about equally far apart, as in a narrow column set flush on both sides."""
    gaps = [word.left - before.right for before, word in pairwise(line.words)]
    return len(gaps) > 1 and min(gaps) > 0.5 * max(gaps)


def _written(line: TextLine, page: Sequence[tuple[TextLine, int]], setting: _Setting) -> str:
    """The line with its indent, the cells of a table row in columns of characters."""
    unit = _COLUMN * setting.size
    edge = min(other.left for other, _ in page if other.column == line.column)
    text = ""
    cells = _cells(line)
    for number, cell in enumerate(cells):
        words = " ".join(word.text for word in cell)
        start = round((cell[0].left - edge) / unit)
        if number and words[-1:].isdigit():
            start = round((cell[-1].right - edge) / unit) - len(words)
        if number == 0:
            start = start if len(cells) > 1 else min(start, 8)
            text = " " * max(start, 0) + words
        else:
            text = text.ljust(max(len(text) + 3, start)) + words
    return text
