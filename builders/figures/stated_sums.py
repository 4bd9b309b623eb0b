"""Totals that a report gives with all of their parts: "9 units (i.e. 3 A, 4 B and 2 C)", a table with a total row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figure import FigureReading, Key, StatedSum
from customs_kg.graph.model import MeasureKind

_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.TARGET_LEVEL})
_OPENS_LIST = re.compile(
    r"(?P<bracket>\()?(?:i\.e\.,?|namely,?|that is,?|viz\.?,?)\s|\b(?:made up of|consist(?:s|ed|ing) of|composed of)\s",
    re.I,
)
_TOTAL = re.compile(r"^(?:grand |sub-?|overall )?total\b|^(?:sum|altogether|in all)$", re.I)
_PART_OF_ROW = re.compile(r"^(?:of which|including|thereof|incl\.)", re.I)
_REACH = 90  # characters from a total to the words that open its list


def stated_sums(
    document: Document, told: Mapping[Key, FigureReading], uses: Mapping[Key, str]
) -> tuple[StatedSum, ...]:
    """The totals of a document that stand beside all of their parts, in order of their place."""
    return (*_sums_in_sentences(document, told, uses), *_sums_in_tables(document, told, uses))


def _sums_in_sentences(
    document: Document, told: Mapping[Key, FigureReading], uses: Mapping[Key, str]
) -> Iterator[StatedSum]:
    by_passage: dict[int, list[Key]] = defaultdict(list)
    for key, reading in told.items():
        if reading.kind in _LEVELS and not document.passages[key[0]].is_cell:
            by_passage[key[0]].append(key)
    for index, keys in by_passage.items():
        text = document.passages[index].text
        for total in keys:
            found = _listed(text, told[total], [k for k in keys if k[1] > total[1]], told)
            if found is not None:
                yield StatedSum(uses[total], tuple(uses[k] for k in found[0]), found[1])


def _listed(
    text: str, total: FigureReading, later: list[Key], told: Mapping[Key, FigureReading]
) -> tuple[list[Key], int] | None:
    """The figures that open the items of the list after a total, and how many items have no figure of their own."""
    match = _OPENS_LIST.search(text, total.quantity.end, total.quantity.end + _REACH)
    if match is None or any(key[1] < match.start() for key in later):
        return None
    end = _list_end(text, match)
    starts = {s: k for k in later for s in (told[k].quantity.qualifier_start, k[1]) if told[k].unit == total.unit}
    items = _items(text, match.end(), end, frozenset(starts))
    parts = [starts[start] for start, _ in items if start in starts]
    bare = [item for start, item in items if start not in starts]
    named = all(re.match(r"(?:the |an? )?[A-Z]", item) for item in bare)
    return (parts, len(bare)) if len(parts) > 1 and named and (not bare or total.quantity.exponent == 0) else None


def _list_end(text: str, match: re.Match[str]) -> int:
    """Where a list ends: at the bracket that closes it, or at the end of its sentence part."""
    opened = match["bracket"] or text[: match.start()].count("(") > text[: match.start()].count(")")
    ends = [text.find(mark, match.end()) for mark in ((")",) if opened else (";", ". ", ", and this"))]
    return min((end for end in ends if end >= 0), default=len(text.rstrip(".")))


def _items(text: str, start: int, end: int, figures: frozenset[int]) -> list[tuple[int, str]]:
    """The items of a list, with where they begin: after each comma, and after "and" where a figure follows."""
    breaks = [(m[0][0] in ",;", start + m.end()) for m in re.finditer(r"[,;](?: and)? | and ", text[start:end])]
    places = [start, *(at for mark, at in breaks if mark or at in figures)]
    return [(a, text[a:b]) for a, b in zip(places, [*places[1:], end], strict=True)]


# --- tables


def _sums_in_tables(
    document: Document, told: Mapping[Key, FigureReading], uses: Mapping[Key, str]
) -> Iterator[StatedSum]:
    """The columns that end in a total."""
    columns: dict[tuple[int, str], list[Key]] = defaultdict(list)
    last: dict[tuple[int, str], int] = {}
    for key, reading in told.items():
        segment = document.passages[key[0]].segment
        if not document.passages[key[0]].is_cell or reading.kind is not MeasureKind.LEVEL:
            continue
        column = (segment.section, segment.column)
        if segment.paragraph - last.get(column, segment.paragraph) > 1:
            columns[column].clear()  # a row without a figure in this column, or another table
        last[column] = segment.paragraph
        if _TOTAL.match(segment.head):
            parts = [k for k in columns[column] if told[k].unit == reading.unit]
            if len(parts) > 1 and len(parts) == len(columns[column]):
                yield StatedSum(uses[key], tuple(uses[k] for k in parts), 0)
            columns[column].clear()
        elif not _PART_OF_ROW.match(segment.head) and ": " not in segment.head:
            columns[column].append(key)
