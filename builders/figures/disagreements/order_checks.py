"""Figures that belie the order in which words put them: "fell from 410 to 430"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, opening, relative_difference
from customs_kg.builders.figures.disagreements.intervals import bounds_of
from customs_kg.builders.figures.figure import StatedOrder
from customs_kg.graph.model import Discrepancy, DiscrepancyType, Observation


def order_mismatches(
    observations: Sequence[Observation], stated: Sequence[StatedOrder], labels: Mapping[str, str]
) -> Iterator[Discrepancy]:
    """The pairs whose larger figure, as the words have it, is the smaller one beyond all rounding."""
    known = {o.iri: o for o in observations}
    for order in stated:
        larger, smaller = known[order.larger], known[order.smaller]
        if bounds_of(larger)[1] < bounds_of(smaller)[0]:
            comment = (
                f"{opening(labels, larger, 'the figure')}: by its words {larger.stated} is more than {smaller.stated}."
            )
            difference = relative_difference([larger.value, smaller.value])
            yield discrepancy_of(DiscrepancyType.CONFLICT, (larger, smaller), difference, comment)
