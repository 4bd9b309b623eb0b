"""Lists that name more or fewer things than the count beside them: "four ports: Sund, Holm and Vik"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, opening, relative_difference
from customs_kg.builders.figures.figure import StatedList
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Discrepancy, DiscrepancyType, Observation

_MOST = 2  # names more or fewer: a list further from the count is of something else


def list_mismatches(
    observations: Sequence[Observation], stated: Sequence[StatedList], labels: Mapping[str, str]
) -> Iterator[tuple[Observation, Discrepancy]]:
    """The counts that their lists do not bear out, each with the number of names as an observation at their place."""
    known = {o.iri: o for o in observations}
    for one in stated:
        total = known[one.total]
        named = Decimal(one.names)
        if not 0 < abs(named - total.value) <= _MOST:
            continue
        counted = replace(
            total,
            iri=mint_statement("obs", total.iri, "names", f"{one.evidence.start}-{one.evidence.end}"),
            value=named,
            stated=one.stated,
            evidence=(one.evidence,),
            rule="names-of-list",
        )
        comment = f"{opening(labels, total, 'the things')}: {total.stated} are told and {named} named."
        difference = relative_difference([total.value, named])
        yield counted, discrepancy_of(DiscrepancyType.SUM_MISMATCH, (total, counted), difference, comment)
