"""Totals that a report gives with their parts: "9 units (i.e. 3 A, 4 B and 2 C)", "3 A and 4 B, 7 in all", tables."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document
from customs_kg.builders.figures.exclusive_parts import is_slip, parts_of_total, shares_of_whole
from customs_kg.builders.figures.figure import FigureReading, Key, StatedSum, Told, prose_by_passage
from customs_kg.builders.figures.list_sums import sums_in_lists, trade_balances
from customs_kg.builders.figures.part_sums import (
    WHOLE_HALVES,
    are_halves,
    larger_part,
    part_out_of,
    parts_and_rest,
    parts_of_colon,
    parts_of_named,
    parts_of_them,
    remainder,
    rows_of_tables,
)
from customs_kg.graph.model import MeasureKind

_LEVELS = frozenset({MeasureKind.LEVEL, MeasureKind.TARGET_LEVEL})
_OPENS_LIST = re.compile(
    r"(?P<bracket>\()?(?:i\.e\.,?|namely,?|that is,?|viz\.?,?)\s"
    r"|\b(?:made up of|consist(?:s|ed|ing) of|composed of|compris(?:es|ed|ing)"
    r"|(?:broken down|divided|split) (?:into|between))"
    r"\s",
    re.I,
)
_OF_WHICH = re.compile(r"\bof (?:which|whom),?\s|[,;(] of (?:these|them|those),?\s", re.I)
_NOUN_ALONE = re.compile(r" (?:are |were )?[\w-]+(?: (?!(?:in|of|at|on|for|from|with|who)\b)[\w-]+){0,2}(?=[.,;)]|$)")
_SUMMED_BEFORE = re.compile(
    r"\b(?:a (?:combined |grand )?total of|(?<=[,;] )total:?"
    r"|bringing the total to|add(?:s|ed|ing)? up to|sum(?:s|med|ming)? (?:up )?to"
    r"|together,?(?: (?:they|these|both|the (?:two|three|four)))?(?: (?:mak(?:e|ing)|made|giv(?:e|ing)|gave"
    r"|came to|come to|total(?:led)?|amount(?:ed)? to|reach(?:ed)?))?|altogether|in all|making"
    r"|together,? (?:they|these|both|the (?:two|three|four)) \w+(?: for| in)?)\s*$",
    re.I,
)
_SUMMED_AFTER = re.compile(r"^(?: [\w'-]+){0,3} (?:in all|in total|altogether|all told|together)\b", re.I)
_SLIP = Decimal("0.4")  # parts further from their total than this part of it were not all read
_TOTAL = re.compile(r"^(?:grand |sub-?|overall )?total\b|^(?:sum|altogether|in all)$", re.I)
_PART_OF_ROW = re.compile(r"^(?:of which|o/w|including|thereof|incl\.)", re.I)
_REACH = 90  # characters from a total to the words that open its list


def stated_sums(document: Document, told: Told, uses: Mapping[Key, str]) -> tuple[StatedSum, ...]:
    """The totals of a document that stand beside all of their parts, in order of their place."""
    shares = _shares_of_wholes(document, told, uses)
    rows = (StatedSum(uses[total], tuple(uses[k] for k in parts)) for total, parts in rows_of_tables(document, told))
    outside = (*sums_in_lists(document, told), *trade_balances(document, told))
    beyond = (StatedSum(uses[t], tuple(uses[k] for k in parts)) for t, parts in outside if _near(told, t, parts, 0))
    return (*_sums_in_sentences(document, told, uses), *_sums_in_tables(document, told, uses), *rows, *shares, *beyond)


def _shares_of_wholes(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedSum]:
    for index, keys in prose_by_passage(document, told, {MeasureKind.SHARE}).items():
        if whole := shares_of_whole(document.passages[index].text, keys, told):
            yield StatedSum("", tuple(uses[k] for k in whole))


def _sums_in_sentences(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedSum]:
    by_passage = prose_by_passage(document, told, _LEVELS)
    for index, keys in by_passage.items():
        text = document.passages[index].text
        for total in keys:
            yield from _sums_of(text, total, keys, told, uses)
        named = parts_of_named(text, keys, by_passage.get(index - 1, []), told)
        if named is not None and _near(told, named[0], named[1], 0):
            ends = _NOUN_ALONE.match(text, told[named[1][-1]].quantity.end) is not None
            whole = ends and _make_up(text, named[0], named[1], told)
            yield StatedSum(uses[named[0]], tuple(uses[k] for k in named[1]), whole=whole)
        all_told = parts_and_rest(text, keys, by_passage.get(index - 1, []), told)
        if all_told is not None and _near(told, all_told[0], all_told[1], 0):
            yield StatedSum(uses[all_told[0]], tuple(uses[k] for k in all_told[1]))


def _sums_of(text: str, total: Key, keys: Sequence[Key], told: Told, uses: Mapping[Key, str]) -> Iterator[StatedSum]:
    """The sum that a sentence makes of the parts of one of its figures, by the first build that it has."""
    later = [k for k in keys if k[1] > total[1]]
    earlier = [k for k in keys if k[1] < total[1]]
    larger = larger_part(text, told[total], later, told) or part_out_of(text, told[total], earlier, told)
    if larger is not None:
        yield StatedSum(uses[total], (uses[larger],), whole=False)
    found = _listed(text, told[total], later, told)
    if found is not None and _near(told, total, found[0], found[1]):
        yield StatedSum(uses[total], tuple(uses[k] for k in found[0]), found[1])
    elif (
        parts := _parts_of(text, told[total], later, told) or parts_of_them(text, told[total], later, told)
    ) and _near(told, total, parts, 0):
        yield StatedSum(uses[total], tuple(uses[k] for k in parts), whole=_make_up(text, total, parts, told))
    else:
        parts = _summed_up(text, total, earlier, told)
        parts = parts or parts_of_colon(text, told[total], later, told) or remainder(text, told[total], later, told)
        apart = None if parts else parts_of_total(text, total, later, told)
        parts, whole = apart or (parts, True)
        if parts and _near(told, total, parts, 0):
            yield StatedSum(uses[total], tuple(uses[k] for k in parts), whole=whole)


def _near(told: Told, total: Key, parts: Sequence[Key], plus: int) -> bool:
    """Whether parts add up to about their total."""
    whole = told[total].value
    return abs(sum((told[k].value for k in parts), Decimal(plus)) - whole) <= _SLIP * whole


def _parts_of(text: str, total: FigureReading, later: Sequence[Key], told: Told) -> list[Key]:
    """As in "2,418 posts, of which 1,506 were on land and 930 at sea": the figures of its unit in the list."""
    match = _OF_WHICH.search(text, total.quantity.end, total.quantity.end + _REACH)
    if match is None or any(key[1] < match.start() for key in later):
        return []
    end = min(
        (at for mark in (";", ". ", ")", " / ", " | ") if (at := text.find(mark, match.end())) >= 0), default=len(text)
    )
    parts = [k for k in later if k[1] < end and told[k].unit == total.unit and told[k].kind is total.kind]
    same = all(told[k].period == total.period for k in parts)
    return parts if len(parts) > 1 and same else []


def _make_up(text: str, total: Key, parts: Sequence[Key], told: Told) -> bool:
    """Whether parts leave none out: "1,506 men and 930 women", or but for one digit they come to their total."""
    added = sum((told[k].value for k in parts), Decimal(0))
    apart = len(parts) > 2 or are_halves(text, parts)
    return are_halves(text, parts, WHOLE_HALVES) or (apart and is_slip(added, told[total].value))


def _summed_up(text: str, total: Key, before: Sequence[Key], told: Told) -> list[Key]:
    """As in "3 boats, 4 vans and 2 lorries, 9 in all": the figures before, if no part of their row gives the total."""
    reading = told[total]
    start = reading.quantity.qualifier_start
    summed = _SUMMED_BEFORE.search(text, max(0, start - _REACH), start)
    summed = summed or _SUMMED_AFTER.match(text[reading.quantity.end :])
    row = [k for k in before if told[k].unit == reading.unit and told[k].period == reading.period]
    if not summed or len(row) < 2 or any(told[k].value >= reading.value for k in row):
        return []
    borne = any(sum((told[k].value for k in row[i:]), Decimal(0)) == reading.value for i in range(len(row) - 1))
    return row if not borne and _near(told, total, row, 0) else []


def _listed(text: str, total: FigureReading, later: list[Key], told: Told) -> tuple[list[Key], int] | None:
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


def _sums_in_tables(document: Document, told: Told, uses: Mapping[Key, str]) -> Iterator[StatedSum]:
    """The columns that end in a total."""
    columns: dict[tuple[int, str], list[Key]] = defaultdict(list)
    last: dict[tuple[int, str], int] = {}
    gapped: set[tuple[int, str]] = set()  # columns in which a row has no figure
    rows = {p.segment.paragraph for p in document.passages if p.is_cell}
    for key, reading in told.items():
        segment = document.passages[key[0]].segment
        if not document.passages[key[0]].is_cell or reading.kind is not MeasureKind.LEVEL:
            continue
        column = (segment.section, segment.column)
        between = range(last.get(column, segment.paragraph) + 1, segment.paragraph)
        if between and not rows.issuperset(between):  # another table
            columns[column].clear()
            gapped.discard(column)
        elif between:
            gapped.add(column)
        last[column] = segment.paragraph
        if _TOTAL.match(segment.head):
            parts = [k for k in columns[column] if told[k].unit == reading.unit]
            if len(parts) > 1 and len(parts) == len(columns[column]) and column not in gapped:
                yield StatedSum(uses[key], tuple(uses[k] for k in parts))
            columns[column].clear()
            gapped.discard(column)
        elif not _PART_OF_ROW.match(segment.head) and ": " not in segment.head:
            columns[column].append(key)
