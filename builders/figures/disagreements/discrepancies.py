"""Discrepancies: what they involve, of which kind, by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Discrepancy, DiscrepancyType, Observation


def discrepancy_of(
    kind: DiscrepancyType, involved: Iterable[Observation], difference: Decimal | None, comment: str
) -> Discrepancy:
    """The discrepancy of these figures; its IRI follows from them and the kind."""
    return discrepancy_between(kind, (o.iri for o in involved), comment, difference)


def discrepancy_between(
    kind: DiscrepancyType, involved: Iterable[str], comment: str, difference: Decimal | None = None
) -> Discrepancy:
    """The discrepancy of the assertions with these IRIs; its own follows from them and the kind."""
    iris = tuple(sorted(set(involved)))
    return Discrepancy(mint_statement("discrepancy", kind, *iris), iris, kind, difference, comment)


def relative_difference(values: Sequence[Decimal]) -> Decimal | None:
    """The difference between the largest and the smallest as a part of the largest, to five places."""
    largest = max(abs(v) for v in values)
    if not largest:
        return None
    return ((max(values) - min(values)) / largest).quantize(Decimal("0.00001"))


def opening(labels: Mapping[str, str], o: Observation, unknown: str) -> str:
    """How a comment begins: what a figure measures, by the labels of indicators, and when."""
    name = labels.get(o.indicator, unknown)
    return f"{name[:1].upper()}{name[1:]} ({o.period.label})"
