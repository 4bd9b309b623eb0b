"""Pages of words to one text: running lines left out, headings marked, paragraphs apart, tables in columns."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from customs_kg.builders.inputs.pdf_rows import is_row, set_out
from customs_kg.builders.inputs.pdf_words import TextLine, Word, lines_of, reading_lines

_EDGE = 0.12  # of the height of a page: where running lines stand
_HEADING_SIZE = 1.15  # of the height of the body
_END = re.compile(r"[.!?:;][\"'”’)\]]*$")


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
    text = _Text(setting)
    for page in lines:
        text.begin_page()
        for line, level in _with_whole_headings(page, levels, setting):
            text.add(line, level)
    return text.whole(), tuple(text.pages)


class _Text:
    """A text that grows line by line, with blank lines between its paragraphs."""

    def __init__(self, setting: _Setting) -> None:
        self.pages: list[int] = []  # where each page begins
        self._setting = setting
        self._parts: list[str] = []
        self._length = 0
        self._last: TextLine | None = None  # the line before, unless that is a heading
        self._page_begins = False

    def begin_page(self) -> None:
        """What follows stands on the next page."""
        self.pages.append(self._length)
        self._page_begins = True

    def add(self, line: TextLine, level: int) -> None:
        """A line of the body (level 0) or a heading."""
        if self._parts:
            apart = level or self._last is None or self._ends_paragraph(self._last, line)
            self._put("\n\n" if apart else "\n")
        if self._page_begins:
            self.pages[-1] = self._length
        self._put(f"{'#' * min(level, 6)} {line.text}" if level else set_out(line, self._setting.size))
        self._last = None if level else line
        self._page_begins = False

    def whole(self) -> str:
        """The text so far."""
        return "".join(self._parts) + ("\n" if self._parts else "")

    def _put(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _ends_paragraph(self, before: TextLine, line: TextLine) -> bool:
        """A paragraph ends between two lines: for their distance, their size, or because the first ended early."""
        ended = bool(_END.search(before.text))
        differ = abs(before.size - line.size) > 0.12 * max(before.size, line.size)
        if self._page_begins or before.column != line.column:
            return ended or differ
        step = before.bottom - line.bottom
        if is_row(before) and is_row(line):
            return step > 2.6 * self._setting.pitch
        wide = step > 1.3 * max(self._setting.pitch * line.size / self._setting.size, 0.1)
        first = line.words[0]
        had_room = before.right + first.right - first.left < before.edges[1] - line.size
        return wide or differ or (ended and had_room)


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
    text = line.text
    short = len(text) <= 100 and len(text.split()) <= 16
    return short and not text.endswith((".", ",", ";", ":")) and any(ch.isalpha() for ch in text) and not is_row(line)
