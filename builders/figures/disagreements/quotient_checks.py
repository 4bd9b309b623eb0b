"""Shares and amounts of one that the two numbers given with them do not bear out: "105 of 420, or 35%"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, opening, relative_difference
from customs_kg.builders.figures.disagreements.intervals import PERCENT, bounds_of
from customs_kg.builders.figures.figure import StatedQuotient, StatedRate
from customs_kg.graph.model import Discrepancy, DiscrepancyType, MeasureKind, Observation

_MOST = 3  # a quotient so many times another was not meant for it: one of the numbers is of something else


def quotient_mismatches(
    observations: Sequence[Observation], stated: Sequence[StatedQuotient], labels: Mapping[str, str]
) -> Iterator[Discrepancy]:
    """The shares, and amounts of one, that lie beyond the rounding of what their two numbers make."""
    known = {o.iri: o for o in observations}
    for one in stated:
        result, dividend, divisor = (known[iri] for iri in (one.result, one.dividend, one.divisor))
        in_words = not any(ch.isdigit() for ch in result.stated)  # "about a third, 412"
        if in_words or (result.kind is MeasureKind.SHARE and result.unit != PERCENT):
            continue
        scale = Decimal(100) if result.unit == PERCENT else Decimal(1)
        low, high = bounds_of(result)
        (least, most), (fewest, many) = bounds_of(dividend), bounds_of(divisor)
        borne = low <= scale * most / fewest and scale * least / many <= high if fewest > 0 else True
        computed = scale * dividend.value / divisor.value
        small, large = sorted((result.value, computed))
        if not borne and large <= _MOST * small:
            comment = (
                f"{opening(labels, result, 'the figure')} is given as {result.stated}, "
                f"but {dividend.stated} by {divisor.stated} is {computed:,.2f}{' %' if scale > 1 else ''}."
            )
            difference = relative_difference([result.value, computed])
            yield discrepancy_of(DiscrepancyType.CONFLICT, (result, dividend, divisor), difference, comment)


def rate_mismatches(
    observations: Sequence[Observation], stated: Sequence[StatedRate], labels: Mapping[str, str]
) -> Iterator[Discrepancy]:
    """The averages of a day or month that no number of working days or months makes into the total of the year."""
    known = {o.iri: o for o in observations}
    for one in stated:
        rate, total = known[one.rate], known[one.total]
        (low, high), (least, most) = bounds_of(rate), bounds_of(total)
        if low <= 0 or (least <= high * one.most and low * one.fewest <= most):
            continue
        times = total.value / rate.value
        if one.fewest <= _MOST * times and times <= _MOST * one.most:
            yield average_mismatch(rate, total, labels)


def average_mismatch(rate: Observation, total: Observation, labels: Mapping[str, str]) -> Discrepancy:
    """That an average of a day, week or month does not make its total."""
    times = f"{total.value / rate.value:,.1f}"
    comment = f"{opening(labels, total, 'the total')}: {total.stated} is {times} times the average of {rate.stated}."
    return discrepancy_of(DiscrepancyType.CONFLICT, (rate, total), None, comment)
