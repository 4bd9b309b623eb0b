"""Lines of a page to lines of text: indents kept, the cells of a table row in columns of characters."""

from __future__ import annotations

import re
from itertools import pairwise

from customs_kg.builders.inputs.pdf_words import TextLine, Word

_WIDE_GAP = 1.8  # heights of a word between two cells of a table
_COLUMN = 0.45  # heights of a word for one column of characters
_DEEPEST_INDENT = 8
_ITEM = re.compile(r"(?:[-*•▪●○◦·‣–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$")


def is_row(line: TextLine) -> bool:
    """Whether a line has cells."""
    return len(_cells(line)) > 1


def set_out(line: TextLine, size: float) -> str:
    """The line with its indent; cells stand in columns of characters, those that end in a figure flush right.

    Args:
        line: A line of the body or of a table.
        size: The height of the words of the body, which gives the width of a column of characters.
    """
    left, unit = line.edges[0], _COLUMN * size
    first, *others = _cells(line)
    start = max(round((first[0].left - left) / unit), 0)
    text = " " * (start if others else min(start, _DEEPEST_INDENT)) + " ".join(word.text for word in first)
    for cell in others:
        words = " ".join(word.text for word in cell)
        start = round((cell[0].left - left) / unit)
        if words[-1:].isdigit():
            start = round((cell[-1].right - left) / unit) - len(words)
        text = text.ljust(max(len(text) + 3, start)) + words
    return text


def _cells(line: TextLine) -> list[list[Word]]:
    """The words of a line, cut where the distance is wider than between words."""
    cells: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.left - before.right > _WIDE_GAP * max(before.size, word.size):
            cells.append([word])
        else:
            cells[-1].append(word)
    if not any(ch.isdigit() for cell in cells[1:] for word in cell for ch in word.text) and _is_spread(line):
        return [list(line.words)]
    if len(cells) > 1 and len(cells[0]) == 1 and _ITEM.match(cells[0][0].text):
        cells[:2] = [cells[0] + cells[1]]  # a bullet and its text are no two cells
    return cells


def _is_spread(line: TextLine) -> bool:
    """Whether all words of a line stand about equally far apart, as in a narrow column set flush on both sides."""
    gaps = [word.left - before.right for before, word in pairwise(line.words)]
    return len(gaps) > 1 and min(gaps) > 0.5 * max(gaps)
