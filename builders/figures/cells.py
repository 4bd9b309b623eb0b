"""Figures in table cells: the row head says what is measured, the column head when or of what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.figures.case import PLAIN, Measured
from customs_kg.builders.figures.dating import running_period
from customs_kg.builders.figures.measures import Measure, Relation, read_measure
from customs_kg.builders.quantities.numerals import SCALES
from customs_kg.builders.quantities.quantities import find_quantities
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.times.calendar_periods import shifted
from customs_kg.builders.times.periods import PeriodContext, find_periods
from customs_kg.graph.model import Period
from customs_kg.ontology.iris import UNIT

NUM = UNIT + "NUM"
_CHANGE_HEAD = re.compile(
    r"\b(?:change|growth|increase|decrease|variation|year[- ]on[- ]year|y-?o-?y|% ?\+/-|\+/-)", re.I
)
_SHARE_HEAD = re.compile(r"\b(?:share|proportion|percentage|rate)\b|^%$", re.I)
_SCALE = re.compile(rf"\b({'|'.join(SCALES)}|mn|bn|tn)s?\b|'000\b", re.I)
_SHORT = {"mn": 6, "bn": 9, "tn": 12, "'000": 3}
_GOAL_COLUMN = re.compile(r"^(?:annual )?(?:targets?|budget(?:ed)?|plan(?:ned)?|forecast|estimate[ds]?|goals?)$", re.I)
_ACTUAL_COLUMN = re.compile(r"^(?:actuals?|outturn|results?|reali[sz]ed|achieved|amount|value|number|total)$", re.I)
_TOTAL = re.compile(r"^(?:grand )?total$", re.I)
_COUNT_WORDS = frozenset("number numbers count total no no. items pieces units cases persons people".split())
_ASIDE = re.compile(r"\(([^()]*)\)")
_PREPOSITION = re.compile(r"^(?:of which:? |with |to |from |by |in |for |of |through |via |at )", re.I)


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a cell; `opens` where its row may hold rows that follow ("Foreign trade", "with Japan")."""

    quantity: Quantity
    measure: Measure
    measured: Measured
    period: Period
    base: Period | None
    opens: bool


def read_cell(
    passage: Passage,
    quantity: Quantity,
    head_before: str,
    reporting: Period,
    running: Period,
    marks: Mapping[str, Quantity],
) -> Cell | None:
    """The figure of a cell, or None where its row has no head.

    `head_before` is the last row head that began no phrase of its own; `marks` as in `Course`.
    """
    segment = passage.segment
    if re.search(r"\d\s?$", passage.text[: quantity.start]) and quantity.stated.startswith("("):
        return None  # the mark of a footnote
    head = _ASIDE.sub(lambda m: "" if _is_unit(m[1]) else m[0], segment.head).strip(" :.")
    asides = [
        note
        for part in (segment.head, segment.column, segment.caption)
        for note in _ASIDE.findall(part)
        if not note.isdigit()
    ]
    head, _, last = head.rpartition(", ") if _is_unit(head.rpartition(", ")[2]) and ", " in head else (head, "", "")
    notes = " ".join(re.sub(r"^(?:in|of|unit:?) ", "", note) for note in [last, *asides] if note)
    column = _ASIDE.sub("", segment.column).strip()
    if not head:
        head, column = column, ""
    if not head:
        return None
    if _TOTAL.match(head) and (whole := _caption_topic(segment.caption)):
        head = f"total {whole}"
    scaled = _with_unit(_scaled(quantity, notes), notes, marks)
    measure = _measure(passage.text, quantity, column, scaled)
    period, rest = _column_period(column, reporting, running)
    if _GOAL_COLUMN.match(rest):
        measure, rest = replace(measure, goal=True), ""
    measured = _measured(head, "" if _CHANGE_HEAD.search(rest) or _ACTUAL_COLUMN.match(rest) else rest, head_before)
    base = shifted(period, -1) if measure.relation is Relation.CHANGE else None
    return Cell(scaled, measure, measured, period, base, opens=not _PREPOSITION.match(head) and ":" not in segment.head)


def _caption_topic(caption: str) -> str:
    """What a table is about: "Table 2. Revenue by type (in euros)" gives "revenue"."""
    bare = _ASIDE.sub("", caption)
    bare = re.sub(r"^(?:table|tab\.|figure|annex|box) ?[\dA-Z]*(?:\.\d+)?[.:)]?\s*", "", bare, flags=re.I)
    return _lowered(re.sub(r"\s+(?:by|per|in|for|during)\s.*$", "", bare).strip(" .:"))


def _is_unit(words: str) -> bool:
    bare = re.sub(r"^(?:in|of) ", "", _SCALE.sub("", re.sub(r"^(?:in|unit:?) ", "", words)).strip(" ,."))
    if not bare or bare.lower() in _COUNT_WORDS or bare.isdigit():
        return True
    trials = (f"1 {bare}", f"{bare} 1")
    return len(bare.split()) < 4 and any(q.unit != NUM for trial in trials for q in find_quantities(trial))


def _scaled(quantity: Quantity, notes: str) -> Quantity:
    match = _SCALE.search(notes)
    if (
        quantity.exponent
        or match is None
        or quantity.form in (QuantityForm.PERCENT, QuantityForm.POINT, QuantityForm.MULTIPLE)
    ):
        return quantity
    word = match[0].lower().rstrip("s")
    power = _SHORT.get(word) or SCALES.get(word, 0)
    value = Decimal(format(quantity.value.scaleb(power), "f"))
    return replace(
        quantity, value=value, exponent=power, half_width=Decimal(format(quantity.half_width.scaleb(power), "f")),
        stated=f"{quantity.stated} ({match[0]})",
    )  # fmt: skip


def _with_unit(quantity: Quantity, notes: str, marks: Mapping[str, Quantity]) -> Quantity:
    """The unit that the heads give in brackets ("USD million", "tonnes", "%") to a bare number."""
    if quantity.unit != NUM or quantity.form is not QuantityForm.COUNT or not notes:
        return quantity
    bare = re.sub(r"^(?:of|in) ", "", _SCALE.sub("", notes).strip(" ,."))
    for trial in (f"{bare} 1", f"1 {bare}", f"1{bare}"):
        for found in find_quantities(trial) if bare else ():
            if found.unit != NUM:
                return replace(quantity, unit=found.unit, form=found.form, unit_label=found.unit_label)
    money = next(
        (marks[word] for word in re.findall(r"[^\W\d_]+|[$£€¥]", notes) if word in marks and len(word) < 8), None
    )
    return replace(quantity, unit=money.unit, form=money.form, unit_label=money.unit_label) if money else quantity


def _measure(text: str, quantity: Quantity, column: str, scaled: Quantity) -> Measure:
    measure = read_measure(text, quantity)
    relative = scaled.form in (QuantityForm.PERCENT, QuantityForm.POINT)
    if measure.relation is Relation.CHANGE:
        return measure
    if _CHANGE_HEAD.search(column) or (relative and re.match(r"^\s*[-+\u2212]", text)):
        return Measure(Relation.CHANGE, -1 if quantity.value < 0 else 1, yearly=True, form="column")
    return measure


def _column_period(column: str, reporting: Period, running: Period) -> tuple[Period, str]:
    times = [t for t in find_periods(column, PeriodContext(reporting)) if not t.relative]
    if not times:
        return running, column
    rest = column[: times[0].start] + column[times[-1].end :]
    return running_period(times, times[0].core), rest.strip(" ,:-")


def _measured(head: str, column: str, head_before: str) -> Measured:
    parent, _, own = head.rpartition(": ")
    words = _lowered(own or head)
    tail = _lowered(column)
    if _PREPOSITION.match(words) and (parent or head_before):
        return Measured(
            _lowered(parent or head_before),
            tail=" ".join(p for p in (re.sub(r"^of which:? ", "", words, flags=re.I), tail) if p),
            confidence=PLAIN,
        )
    if parent:
        return Measured(words, tail=" ".join(p for p in (tail, f"({_lowered(parent)})") if p), confidence=PLAIN)
    return Measured(words, tail=tail, confidence=PLAIN)


def _lowered(words: str) -> str:
    """A head as a label: its first letter small unless the word has another capital."""
    first = words.split(" ")[0] if words else ""
    return words[:1].lower() + words[1:] if first[1:].islower() or len(first) == 1 else words
