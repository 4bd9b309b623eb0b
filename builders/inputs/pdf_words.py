"""Words of a page to lines in reading order: columns apart, each from top to bottom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

_LEAST_LINES = 4  # of prose on either side of a gutter
_LEAST_LETTERS = 18  # in the median line of a column
_GUTTER = 0.45  # half the width of the narrowest gutter, in heights of a word
_LEAST_ROWS = 3  # of a table with a free strip
_LONGEST_FIGURE = 4  # words, its unit among them
_DEEPEST = 3  # columns within columns


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place on the page in points, from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool = False

    @property
    def size(self) -> float:
        """The height of its font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words beside each other, from left to right.

    `column` numbers the regions of a page in reading order; `edges` are the left and right end of the region.
    """

    words: tuple[Word, ...]
    column: int
    edges: tuple[float, float]

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """Its words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def bottom(self) -> float:
        """Where its median word stands."""
        return median(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The height of its median letter."""
        sizes = sorted(size for word in self.words for size in [word.size] * len(word.text))
        return sizes[len(sizes) // 2]

    @property
    def is_bold(self) -> bool:
        """Whether all its words with letters are set in bold."""
        return all(word.bold for word in self.words if any(ch.isalpha() for ch in word.text))


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one line, from top to bottom and left to right."""
    lines: list[list[Word]] = []
    edges: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (-(w.top + w.bottom), w.left)):
        for i in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
            low, high = edges[i]
            shared = min(high, word.top) - max(low, word.bottom)
            if shared > 0.5 * min(word.size, high - low):
                lines[i].append(word)
                break
        else:
            lines.append([word])
            edges.append((word.bottom, word.top))
    return [sorted(line, key=lambda w: (w.left, w.text)) for line in lines]


def reading_lines(words: Sequence[Word]) -> list[TextLine]:
    """All lines of a page in the order in which they are read."""
    lines: list[TextLine] = []
    for number, region in enumerate(_regions(list(words), 0)):
        edges = (min(word.left for word in region), max(word.right for word in region))
        lines.extend(TextLine(tuple(line), number, edges) for line in lines_of(region))
    return lines


def _regions(words: list[Word], depth: int) -> Iterator[list[Word]]:
    """Stretches of the page that are read one after the other."""
    gutter = _gutter(words) if depth < _DEEPEST else None
    if gutter is None:
        if words:
            yield words
        return
    waiting: list[Word] = []
    for part, is_columns in _without_rows(_bands(words, gutter), gutter):
        left, right = _sides(part, gutter)
        if not is_columns or not (_is_prose(left) and _is_prose(right)):
            waiting.extend(part)
            continue
        if waiting:
            yield waiting
            waiting = []
        left, tail = _without_tail(left, right)
        yield from _regions(left, depth + 1)
        yield from _regions(right, depth + 1)
        waiting.extend(tail)
    if waiting:
        yield waiting


def _gutter(words: Sequence[Word]) -> float | None:
    """Where a white strip parts two columns of prose, None where none does."""
    if len(words) < 4 * _LEAST_LINES:
        return None
    left, right = min(w.left for w in words), max(w.right for w in words)
    step = median(word.size for word in words)
    places = [left + 0.2 * (right - left) + i * step / 2 for i in range(int(1.2 * (right - left) / step) + 1)]
    free = zip(_free_words(words, places), places, strict=True)
    scored = [(count, x) for count, x in free if count >= 4 * _LEAST_LINES]
    for count in sorted({count for count, _ in scored}, reverse=True)[:3]:
        best = [x for found, x in scored if found == count]
        x = best[len(best) // 2]
        if any(is_columns and all(map(_is_prose, _sides(part, x))) for part, is_columns in _bands(words, x)):
            return x
    return None


def _bands(words: Sequence[Word], x: float) -> list[tuple[list[Word], bool]]:
    """The page cut into bands from top to bottom, and for each whether the strip at x runs through it free."""
    blocked = _blocked(words, x)
    depths = [-low for low, _ in blocked]
    bands: list[list[Word]] = [[] for _ in range(2 * len(blocked) + 1)]
    for word in words:
        middle = (word.top + word.bottom) / 2
        below = bisect_left(depths, -middle)
        inside = below < len(blocked) and middle <= blocked[below][1]
        bands[2 * below + inside].append(word)
    return [(band, number % 2 == 0) for number, band in enumerate(bands) if band]


def _blocked(words: Sequence[Word], x: float) -> list[tuple[float, float]]:
    """Lower and upper end of each stretch in which words stand across the strip at x, from top to bottom."""
    crossing = [(w.top, w.bottom) for w in words if w.left < x + _GUTTER * w.size and w.right > x - _GUTTER * w.size]
    blocked: list[tuple[float, float]] = []
    for top, bottom in sorted(crossing, reverse=True):
        if blocked and top > blocked[-1][0]:
            blocked[-1] = (min(blocked[-1][0], bottom), blocked[-1][1])
        else:
            blocked.append((bottom, top))
    return blocked


def _free_words(words: Sequence[Word], places: Sequence[float]) -> list[int]:
    """How many words stand beside the strip at each of these places where nothing crosses it."""
    import numpy as np

    boxes = np.array([(w.left, w.bottom, w.right, w.top) for w in words])
    margins = _GUTTER * (boxes[:, 3] - boxes[:, 1])
    left, right, middle = boxes[:, 0] - margins, boxes[:, 2] + margins, (boxes[:, 1] + boxes[:, 3]) / 2
    downwards = np.argsort(-boxes[:, 3], kind="stable")
    found: list[int] = []
    for x in places:
        crossing = downwards[(left[downwards] < x) & (right[downwards] > x)]
        if not crossing.size:
            found.append(len(words))
            continue
        tops, lows = boxes[crossing, 3], np.minimum.accumulate(boxes[crossing, 1])
        begins = np.append(True, tops[1:] <= lows[:-1])
        highs, lows = tops[begins], lows[np.append(begins[1:], True)]
        below = np.searchsorted(-lows, -middle)
        inside = (below < len(lows)) & (middle <= highs[np.minimum(below, len(highs) - 1)])
        found.append(int((~inside).sum()))
    return found


def _without_rows(bands: Iterable[tuple[list[Word], bool]], x: float) -> Iterator[tuple[list[Word], bool]]:
    """The bands, rows of a table that happen to leave the strip free as bands of their own, which are no columns."""
    for band, is_columns in bands:
        if not is_columns:
            yield band, False
            continue
        prose: list[Word] = []
        for is_row, group in groupby(lines_of(band), key=lambda line: _is_row(line, x)):
            lines = list(group)
            found = [word for line in lines for word in line]
            if is_row and len(lines) >= _LEAST_ROWS:
                yield from [(prose, True)] if prose else []
                yield found, False
                prose = []
            else:
                prose.extend(found)
        yield from [(prose, True)] if prose else []


def _is_row(line: Sequence[Word], x: float) -> bool:
    """A label on one side of the strip and a figure alone on the other."""
    left, right = _sides(line, x)
    label, figure = "".join(word.text for word in left), "".join(word.text for word in right)
    return any(map(str.isalpha, label)) and any(map(str.isdigit, figure)) and len(right) <= _LONGEST_FIGURE


def _sides(words: Sequence[Word], x: float) -> tuple[list[Word], list[Word]]:
    return [w for w in words if w.left + w.right < 2 * x], [w for w in words if w.left + w.right >= 2 * x]


def _is_prose(words: Sequence[Word]) -> bool:
    """Several lines of words, and not the cells of a table."""
    lines = lines_of(words)
    if len(lines) < _LEAST_LINES:
        return False
    lengths = [sum(len(word.text) + 1 for word in line) for line in lines]
    text = "".join(word.text for word in words)
    return median(lengths) >= _LEAST_LETTERS and sum(ch.isalpha() for ch in text) >= 0.7 * len(text)


def _without_tail(left: list[Word], right: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The left column, and what stands apart from it below the end of both: a heading over what follows."""
    lines = lines_of(left)
    bottoms = [median(word.bottom for word in line) for line in lines]
    pitch = median(a - b for a, b in pairwise(bottoms)) if len(bottoms) > 1 else 0.0
    end = min(word.bottom for word in right)
    for i in range(len(lines) - 1, 0, -1):
        if max(word.top for word in lines[i]) > end:
            break
        if bottoms[i - 1] - bottoms[i] > 1.4 * pitch:
            return [w for line in lines[:i] for w in line], [w for line in lines[i:] for w in line]
    return left, []
