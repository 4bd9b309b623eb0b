"""The unit of a bare number in a table: that of its column, its row or the caption, and whether it is a change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from customs_kg.builders.quantities.caption_units import ScaledUnit, caption_unit, in_caption_unit
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.quantities.units import NUM, PERCENT, POINT, CurrencyContext, unit_table

_PERCENT_HEAD = re.compile(r"(?<!\d)(?<!\d )%|\b(?:per ?cent|pct|percentage)\b(?! points?\b)|\bpp?ts?\b", re.I)
_POINT_HEAD = re.compile(r"\b(?:percentage points?|p\.p\.|pp)\b", re.I)

_LABEL_ASIDE = re.compile(r" \((?P<unit>[^():]{1,24})\)(?:(?: in [^:()]{1,16})?:)? ?$")
_UNIT_ASIDE = re.compile(r"[(,:%]|\bin\b")  # a row head that is a unit and nothing else tells of what is counted
_TIME_ALONE = re.compile(r"(?:full |whole |fiscal |financial |calendar )*(?:years?|months?|weeks?|days?)", re.I)


@dataclass(frozen=True, slots=True)
class Heads:
    """The words over and beside a cell that may give its unit."""

    column: str
    row: str
    stub: str  # what stands over the row heads
    caption: str


def with_unit_of_heads(quantity: Quantity, heads: Heads, currencies: CurrencyContext) -> Quantity:
    """A figure of a cell in the unit that the heads give; its own unit and scale stand.

    A percentage of the row ("Growth (%)") or of the column ("Share, %") has no scale from the others.
    """
    row = heads.row if _UNIT_ASIDE.search(heads.row) else ""
    told = (_not_time_alone(heads.column), row, _not_time_alone(heads.stub), heads.caption)
    stated = [_stated(words, currencies) for words in told]
    if quantity.form is QuantityForm.MULTIPLE:
        return quantity
    relative = next((s for s in stated[:2] if s and s.unit and s.unit.iri in (PERCENT, POINT)), None)
    chosen = relative or _first(stated)
    return in_caption_unit(quantity, chosen) if chosen else quantity


def _not_time_alone(words: str) -> str:
    """The words over a column, but for "Year" or "Month", which name it or its rows and no unit."""
    return "" if _TIME_ALONE.fullmatch(words.strip()) else words


def _first(stated: Iterable[ScaledUnit | None]) -> ScaledUnit | None:
    """The nearest head that says something; a scale alone takes the unit of a head that gives a unit alone."""
    told = [s for s in stated if s is not None]
    if not told or told[0].unit is not None:
        return told[0] if told else None
    lender = next((s for s in told[1:] if s.unit is not None and not s.exponent), None)
    return replace(told[0], unit=lender.unit) if lender else told[0]


def _stated(words: str, currencies: CurrencyContext) -> ScaledUnit | None:
    if _POINT_HEAD.search(words):
        return ScaledUnit(Decimal(1), 0, unit_table().by_iri[POINT])
    found = caption_unit(words, currencies)
    if found is None and _PERCENT_HEAD.search(words):
        return ScaledUnit(Decimal(1), 0, unit_table().by_iri[PERCENT])
    return found


def in_label_unit(text: str, quantity: Quantity, currencies: CurrencyContext) -> Quantity:
    """As in "Revenue (EUR million): 1,204", "vans (thousand) 8": a bare figure in the unit that its label gives."""
    aside = _LABEL_ASIDE.search(text[: quantity.qualifier_start])
    if aside is None or quantity.unit != NUM or quantity.form is not QuantityForm.COUNT:
        return quantity
    stated = _stated(f"({aside['unit']})", currencies)
    return in_caption_unit(quantity, stated) if stated else quantity


def is_unit(words: str, currencies: CurrencyContext) -> bool:
    """Whether words in brackets name a scale or unit and nothing else."""
    return caption_unit(f"({words})", currencies) is not None


def as_change(quantity: Quantity, levels: tuple[Decimal, ...], level_unit: str) -> Quantity:
    """A bare figure under "Change" as a percentage, in percentage points or in the unit of the levels in its row.

    `levels` are the values of the row before it, `level_unit` their unit: what fits them decides.
    """
    if quantity.unit != NUM or quantity.form is not QuantityForm.COUNT:
        return quantity
    if level_unit == PERCENT:
        return _in(quantity, POINT, QuantityForm.POINT)
    if len(levels) < 2:
        fraction = quantity.value != quantity.value.to_integral_value()
        return _in(quantity, PERCENT, QuantityForm.PERCENT) if fraction else quantity
    old, new = levels[-2:] if len(levels) > 1 else (Decimal(0), Decimal(0))
    size, slack = abs(quantity.value), quantity.half_width + Decimal("0.06")
    if old and new and abs(abs(new - old) - size) <= slack:
        return quantity
    pairs = [(old, new), (new, old)] if old and new else []
    fits = any(abs(abs((b - a) / a * 100) - size) <= slack for a, b in pairs)
    finer = size != size.to_integral_value() and all(level == level.to_integral_value() for level in levels)
    return _in(quantity, PERCENT, QuantityForm.PERCENT) if fits or finer else quantity


def _in(quantity: Quantity, unit: str, form: QuantityForm) -> Quantity:
    return replace(quantity, unit=unit, form=form, unit_label=unit_table().by_iri[unit].label)
