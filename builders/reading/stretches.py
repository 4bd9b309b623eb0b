"""Stretches of lines that are a table or a run of figures, found before the blocks are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from customs_kg.builders.reading.lines import Line, Setting
from customs_kg.builders.reading.lists import item_mark
from customs_kg.builders.reading.table_lines import TableLine, table_end

_FIGURE_FIRST = re.compile(r"^(?:[A-Z]{3}\s?|US\$|[$£€¥₹])?\d[\d,. ]*\S*\s+\S")
_LABEL_FIGURE = re.compile(r"^[A-Z][^.:;]{2,60}:\s+[^a-z]{0,6}\d")
_NO_FIGURE_ROW = re.compile(r"[.;:] [A-Z]|^\d{1,2}(\.\d+)*[.)]\s|^\d{1,2}(?:\.\d{1,2})+ [A-Z][a-z]")
_LONGEST_ROW = 90  # characters
_FEWEST_ROWS = 3


def find_tables(rows: Sequence[TableLine], setting: Setting) -> dict[int, int]:
    """Where each table begins and ends, as positions of lines."""
    tables: dict[int, int] = {}
    at, last = 0, -1
    while at < len(rows):
        goes_on = at == last and rows[at].line.gap <= setting.spacing + 1
        if len(rows[at].pieces) == 2 and item_mark(rows[at].line) and not rows[at].is_row:
            at += 1
            continue
        end, found = table_end(rows, at, setting.spacing, goes_on=goes_on)
        if found:
            tables[at] = last = end
        at = end
    return tables


def find_figure_rows(lines: Sequence[Line], tables: Mapping[int, int], setting: Setting) -> dict[int, int]:
    """Where each run of lines begins and ends that state one figure each, outside of the tables."""
    inside = {i for start, end in tables.items() for i in range(start, end)}
    flags = [i not in inside and _is_figure_row(line) for i, line in enumerate(lines)]
    runs: dict[int, int] = {}
    at = 0
    while at < len(flags):
        end = at
        while end < len(flags) and flags[end] and (end == at or lines[end].gap <= setting.spacing + 1):
            end += 1
        if end - at >= _FEWEST_ROWS and not _runs_on_small(lines, end, setting):
            runs[at] = end
        at = max(end, at + 1)
    return runs


def _runs_on_small(lines: Sequence[Line], at: int, setting: Setting) -> bool:
    """The line under a run goes on with its last sentence."""
    return at < len(lines) and lines[at].gap <= setting.spacing and lines[at].text.text[:1].islower()


def _is_figure_row(line: Line) -> bool:
    """A line that states one figure, without a full stop."""
    text = line.text.text
    begins = _FIGURE_FIRST.match(text) or _LABEL_FIGURE.match(text)
    if len(text) > _LONGEST_ROW or text.endswith((".", ",")) or not begins:
        return False
    return not _NO_FIGURE_ROW.search(text)
