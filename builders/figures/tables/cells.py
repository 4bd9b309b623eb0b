"""Figures in table cells: the row head says what is measured, the column head when or of what, or the other way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from customs_kg.builders.document import Passage
from customs_kg.builders.figures.context.case import PLAIN, Measured
from customs_kg.builders.figures.context.measures import Measure, Relation, read_measure
from customs_kg.builders.figures.tables.cell_periods import Row, column_period, latest_in_row, time_beside, timed_head
from customs_kg.builders.figures.tables.cell_units import Heads, as_change, is_unit, with_unit_of_heads
from customs_kg.builders.figures.time_counts import in_described_time
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.quantities.units import CurrencyContext
from customs_kg.builders.times.calendar_periods import shifted
from customs_kg.builders.times.periods import PeriodContext, find_periods
from customs_kg.graph.model import Period

_CHANGE_HEAD = re.compile(r"\b(?:change|growth|increase|decrease|variation|year[- ]on[- ]year|y-?o-?y)\b|\+/-|±", re.I)
_RATIO_HEAD = re.compile(
    r"\bratio\b.* (?:year|period|month|quarter|\d{4})\b|\b(?:per ?cent|percentage|%) of (?:the )?(?:preceding|previous"
    r"|prior|last) (?:year|period|month|quarter)\b|^index\b",
    re.I,
)
_VARIANCE_HEAD = re.compile(
    r"\b(?:variance|deviation|shortfall|surplus|difference)\b|\bvs\.? (?:target|budget|plan)", re.I
)
_GOAL_COLUMN = re.compile(
    r"^(?:annual |revised |original |approved )?(?:targets?|budget(?:ed)?|plan(?:ned)?|forecast|estimate[ds]?|goals?"
    r"|(?:budget|revised) estimates?|standard|objective|benchmark)$",
    re.I,
)
_ACTUAL_COLUMN = re.compile(
    r"^(?:actuals?|outturn|results?|reali[sz](?:ed|ation)|achieve(?:d|ment)|performance|amount|value|number|total"
    r"|outcomes?|attained|reached|delivered|obtained)$",
    re.I,
)
_OF_WHOLE = re.compile(r"^(?:share|proportion)?\s*(?:of|in) (?:the )?(?:grand )?total\b|^(?:share|proportion)$", re.I)
_TOTAL = re.compile(
    r"^(?:grand |overall )?totals?$|^all(?: (?:two|three|four|five|six|seven|eight|nine|ten|\d+|of them))?$"
    r"|^(?:sum|altogether|in all)$",
    re.I,
)
_ASIDE = re.compile(r"\(([^()]*)\)")
_UNIT_TAIL = re.compile(r"\s*(?<!\d)(?:,? in)?(?:,? (?:in )?)?%|,? in (?:per ?cent|percent|percentage points?)\b", re.I)
_PREPOSITION = re.compile(r"^(?:(?:of which|o/w|thereof):? |with |to |from |by |in |for |of |through |via |at )", re.I)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a cell; `opens` where its row may hold rows that follow ("Foreign trade", "with Japan")."""

    quantity: Quantity
    measure: Measure
    measured: Measured
    period: Period
    base: Period | None
    opens: bool


def read_cell(passage: Passage, quantity: Quantity, row: Row) -> Cell | None:
    """The figure of a cell, or None where neither its row nor its column has a head."""
    segment = passage.segment
    if re.search(r"\d\s?$", passage.text[: quantity.start]) and quantity.stated.startswith("("):
        return None  # the mark of a footnote
    head, column = _without_units(segment.head, row.currencies), _without_units(segment.column, row.currencies)
    period, column, stated = column_period(column, row)
    if (timed := timed_head(head, segment.stub, row, period, stated=stated)) is not None:
        (period, head), stated = timed, True
    if (beside := time_beside(passage, quantity, row)) is not None:
        period, stated = beside, True
    if not head:
        head, column = column or _topic(segment.caption, segment.topic), ""
    if not head:
        return None
    if _TOTAL.match(head) and (whole := _topic(segment.caption, segment.topic)):
        head = f"total {whole}"
    heads = Heads(segment.column, segment.head, segment.stub, segment.caption or segment.topic)
    scaled = in_described_time(with_unit_of_heads(quantity, heads, row.currencies), head)
    measure = _measure(passage, quantity, column, scaled)
    if measure.relation is Relation.CHANGE:
        scaled = _as_change(passage, quantity, scaled, row)
    if _GOAL_COLUMN.match(column):
        measure, column = replace(measure, goal=True), ""
    if scaled.form is QuantityForm.PERCENT and _OF_WHOLE.search(column):
        column = "share"
    plain = measure.relation is Relation.CHANGE or _ACTUAL_COLUMN.match(column)
    measured = _measured(head, "" if plain else column, row.head_before)
    measured = replace(measured, topic=_topic(segment.caption, segment.topic))
    period = period if stated else latest_in_row(row) or period
    base = shifted(period, -1) if measure.relation is Relation.CHANGE and measure.form != "short" else None
    opens = not _PREPOSITION.match(head) and ":" not in segment.head
    return Cell(scaled, measure, measured, period, base, opens)


# --- heads


def _without_units(words: str, currencies: CurrencyContext) -> str:
    """A head without the units and footnote numbers in it: "Growth, in %" is "Growth"."""
    bare = _ASIDE.sub(lambda m: "" if m[1].isdigit() or is_unit(m[1], currencies) else m[0], words)
    before, _, last = bare.rpartition(", ")
    bare = before if before and is_unit(last, currencies) else bare
    bare = _UNIT_TAIL.sub("", bare) if len(bare.strip(" %")) > 1 else bare
    return "" if is_unit(bare, currencies) else re.sub(r"\s+", " ", bare).strip(" :.,-")


def _topic(caption: str, title: str) -> str:
    """What a table is about: "Table 2. Revenue by type (in euros)" gives "revenue"; without a caption, the title."""
    for words in (caption, title):
        bare = re.sub(
            r"^(?i:table|tab\.|figure|annex|appendix|box)\b ?(?:\d+|[A-Z](?![a-z])|[IVX]+\b)?(?:[.-]\d+)*[.:)]?\s*",
            "",
            _ASIDE.sub("", words),
        )
        bare = _AS_FOLLOWS.sub("", bare)
        if times := find_periods(bare, _ANY):
            bare = bare[: times[0].start]
        bare = re.sub(r"\s+(?:by|per|in|for|during)\s.*$", "", bare).strip(" .:,-")
        if bare and not _GENERAL.search(bare):
            return _lowered(bare)
    return ""


# the verb of a sentence that leads a table: "Permits *were distributed as follows*"
_AS_FOLLOWS = re.compile(r"\s(?:is|are|was|were|has|have|had|came|come|can|stood|break|breaks|developed|fell)\s.*$")
_ANY = PeriodContext(Period("2000", "2000", None, None))
_GENERAL = re.compile(
    r"^(?:statistics|key (?:figures|indicators|results|facts)|(?:main )?(?:results|figures|indicators|data|tables?)"
    r"|performance|overview|summary|at a glance|annex|the year in (?:figures|numbers|brief)|how we performed)$",
    re.I,
)  # fmt: skip


def _measured(head: str, column: str, head_before: str) -> Measured:
    parent, _, own = head.rpartition(": ")
    words = _lowered(own or head)
    tail = _lowered(column)
    if _PREPOSITION.match(words) and (parent or head_before):
        return Measured(
            _lowered(parent or head_before),
            tail=" ".join(p for p in (re.sub(r"^(?:of which|o/w|thereof):? ", "", words, flags=re.I), tail) if p),
            confidence=PLAIN,
        )
    if parent:
        return Measured(words, tail=" ".join(p for p in (tail, f"({_lowered(parent)})") if p), confidence=PLAIN)
    return Measured(words, tail=tail, confidence=PLAIN)


def _lowered(words: str) -> str:
    """A head as a label: its first letter small unless the word has another capital."""
    if words.isupper() and len(words) > 6:
        return words.lower()
    first = words.split(" ")[0] if words else ""
    return words[:1].lower() + words[1:] if first[1:].islower() or len(first) == 1 else words


# --- kind


def _measure(passage: Passage, quantity: Quantity, column: str, scaled: Quantity) -> Measure:
    measure = read_measure(passage.text, quantity)
    relative = scaled.form in (QuantityForm.PERCENT, QuantityForm.POINT)
    if measure.relation is Relation.CHANGE:
        return measure
    sign = -1 if quantity.value < 0 else 1
    if _VARIANCE_HEAD.search(column):
        return Measure(Relation.CHANGE, sign, form="short")
    if scaled.form is QuantityForm.PERCENT and _RATIO_HEAD.search(column):
        return replace(measure, form="ratio")
    signed = relative and re.match(r"^\s*[-+\u2212]", passage.text)
    if _CHANGE_HEAD.search(column) or signed:
        return Measure(Relation.CHANGE, sign, yearly=True, form="column")
    return measure


def _as_change(passage: Passage, quantity: Quantity, scaled: Quantity, row: Row) -> Quantity:
    """A change in the unit that its column states, or else in the one that fits the levels before it in the row."""
    own = Heads(passage.segment.column, "", "", "")
    told = with_unit_of_heads(quantity, own, row.currencies)
    if told.unit != quantity.unit or told.exponent != quantity.exponent:
        return told
    before = [p for p in row.cells if p.index < passage.index and len(p.quantities) == 1]
    levels = tuple(p.quantities[0].value for p in before)
    fitted = as_change(quantity, levels, scaled.unit if scaled.unit != quantity.unit else "")
    return fitted if fitted.unit != quantity.unit else scaled
