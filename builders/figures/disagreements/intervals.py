"""The interval test: whether two figures of one thing can both be right, given their rounding and qualifiers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from customs_kg.builders.quantities.units import NUM, unit_table
from customs_kg.graph.model import DiscrepancyType, Observation, Qualifier
from customs_kg.ontology.iris import UNIT

PERCENT = UNIT + "PERCENT"
_ENDLESS = Decimal("Infinity")


@lru_cache(maxsize=1024)
def dimension_of(unit: str) -> str:
    """What a unit measures: units that convert into one another share it; currencies and counts are each their own."""
    known = unit_table().by_iri.get(unit)
    return known.kind if known and known.kind not in ("Currency", "Dimensionless") else unit


@lru_cache(maxsize=1024)
def factor_of(unit: str) -> Decimal:
    """What turns a value in a unit into the common one of its dimension."""
    known = unit_table().by_iri.get(unit)
    return known.factor if known and known.kind not in ("Currency", "Dimensionless") else Decimal(1)


def relation_of(
    a: Observation, b: Observation, factor_a: Decimal = Decimal(1), factor_b: Decimal = Decimal(1)
) -> DiscrepancyType | None:
    """How two figures of one thing disagree, or None where they do not.

    The factors turn their units into a common one. Bounds ("over", "nearly") agree with whatever they allow.
    """
    value_a, value_b = a.value * factor_a, b.value * factor_b
    if value_a == value_b:
        return None
    if Qualifier.EXACT is not a.qualifier or Qualifier.EXACT is not b.qualifier:
        low_a, high_a = bounds_of(a, factor_a)
        low_b, high_b = bounds_of(b, factor_b)
        return None if low_a <= high_b and low_b <= high_a else DiscrepancyType.CONFLICT
    distance = abs(value_a - value_b)
    reach = a.half_width * factor_a + b.half_width * factor_b
    if distance < reach:
        return DiscrepancyType.ROUNDING
    if distance == reach:
        counted = all(_is_counted(o) for o in (a, b))
        return DiscrepancyType.CONFLICT if counted else DiscrepancyType.ADJACENT_ROUNDING
    rounded = max(a.half_width, _rounding(a)) * factor_a + max(b.half_width, _rounding(b)) * factor_b
    return DiscrepancyType.ROUNDING if distance <= rounded else DiscrepancyType.CONFLICT


def _is_counted(o: Observation) -> bool:
    """Whether things were counted to the last one, so that nothing was rounded: 155, not 150 or 1.55 million."""
    return o.unit == NUM and o.exponent == 0 and o.value == o.value.to_integral_value() and o.value % 10 != 0


def bounds_of(o: Observation, factor: Decimal = Decimal(1)) -> tuple[Decimal, Decimal]:
    """The lowest and highest value that a figure with its qualifier allows."""
    if o.value < 0:  # "fell by over 10%": the words speak of the size of the fall
        low, high = bounds_of(replace(o, value=-o.value), factor)
        return -high, -low
    value, half = o.value * factor, o.half_width * factor
    step = _last_digit(o.value) * factor
    if o.qualifier in (Qualifier.OVER, Qualifier.AT_LEAST):
        return value - half, _ENDLESS
    if o.qualifier in (Qualifier.UNDER, Qualifier.AT_MOST):
        return -_ENDLESS, value + half
    if o.qualifier is Qualifier.NEARLY:
        return value - step, value + half
    if o.qualifier is Qualifier.AROUND:
        return value - max(half, step / 2), value + max(half, step / 2)
    return value - half, value + half


def _last_digit(value: Decimal) -> Decimal:
    """One unit of the last digit that is not zero: 1000 for 66,000."""
    _, digits, exponent = value.normalize().as_tuple()
    return Decimal(1).scaleb(int(exponent)) if digits != (0,) else Decimal(0)


def _rounding(o: Observation) -> Decimal:
    """Half a unit of the last digit that is not zero, where two or more zeros may have come from rounding."""
    step = _last_digit(o.value)
    if o.unit == PERCENT:
        return Decimal(0)
    return step / 2 if step >= 200 * o.half_width and not o.computed_from else Decimal(0)


def significant_digits(o: Observation) -> int:
    """How many digits of a figure are not zeros at its end."""
    return len(o.value.normalize().as_tuple().digits)
