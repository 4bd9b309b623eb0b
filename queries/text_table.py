"""Rows of cells as aligned columns of text, some rows at a time."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

_LONGEST_WORD = 20
_MEASURED = 1000  # rows whose cells decide how wide the columns are

Cells = Sequence[str]


def lay_out_table(names: Cells, rows: Iterable[Cells], *, width: int) -> Iterator[str]:
    """The lines of a table under a header; long cells are wrapped, never cut, so that a row is about `width` wide.

    The first rows decide the widths, so that no more than those are held; a longer word further down widens its
    column from there on. Without rows there are no lines.
    """
    left = iter(rows)
    measured = list(islice(left, _MEASURED))
    if not measured:
        return
    places = range(len(names))
    widths = _fit(
        [_column_width(names[i], measured, i) for i in places], [_floor(names[i], measured, i) for i in places], width
    )
    yield from _lay_out(names, widths)
    yield "  ".join("-" * w for w in widths)
    for row in measured:
        yield from _lay_out(row, widths)
    for row in left:
        widths = [max(widths[i], _floor("", [row], i)) for i in places]
        yield from _lay_out(row, widths)


def _column_width(name: str, rows: Sequence[Cells], place: int) -> int:
    return max(_display_width(name), *(_display_width(row[place]) for row in rows))


def _floor(name: str, rows: Sequence[Cells], place: int) -> int:
    """The width below which a column would break words, within reason."""
    words = [word for text in (name, *(row[place] for row in rows)) for word in text.split()]
    return min(max(map(_display_width, words), default=0), _LONGEST_WORD)


def _fit(widths: list[int], floors: list[int], total: int) -> list[int]:
    """Narrower columns where the sum is too wide: the widest gives first, none goes below its floor."""
    fitted = [min(width, total) for width in widths]
    room = total - 2 * (len(widths) - 1)
    while sum(fitted) > room:
        loose = [i for i in range(len(fitted)) if fitted[i] > floors[i]]
        if not loose:
            break
        fitted[max(loose, key=lambda i: fitted[i])] -= 1
    return fitted


def _lay_out(row: Cells, widths: list[int]) -> list[str]:
    columns = [textwrap.wrap(cell, w, break_on_hyphens=False) or [""] for cell, w in zip(row, widths, strict=True)]
    height = max((len(column) for column in columns), default=0)
    lines = []
    for i in range(height):
        parts = [column[i] if i < len(column) else "" for column in columns]
        padded = [part + " " * (w - _display_width(part)) for part, w in zip(parts, widths, strict=True)]
        lines.append("  ".join(padded).rstrip())
    return lines


def _display_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
