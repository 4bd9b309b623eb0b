"""Sums that differ from the total given for them: by the lexicon's summands, or with the parts that a report names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, opening, relative_difference
from customs_kg.builders.figures.disagreements.intervals import relation_of
from customs_kg.builders.figures.figure import StatedSum
from customs_kg.builders.figures.indicators import load_indicators
from customs_kg.graph.identifiers import mint_statement
from customs_kg.graph.model import Discrepancy, DiscrepancyType, MeasureKind, Modality, Observation, Qualifier

_WHOLE = Decimal(100)  # percent


def lexicon_sums(
    observations: Sequence[Observation], labels: Mapping[str, str]
) -> tuple[list[Observation], list[Discrepancy]]:
    """The sums of figures that the lexicon makes summands of another, and where they differ from its figure."""
    table = load_indicators()
    levels: dict[tuple[str, str, str, str], dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for o in observations:
        if o.kind is MeasureKind.LEVEL and not o.breakdown:
            levels[o.agent, o.period.key, o.unit, o.qualifier if o.qualifier is Qualifier.UNDER else ""][
                o.indicator
            ].append(o)
    sums: list[Observation] = []
    mismatches: list[Discrepancy] = []
    for total in sorted({whole for entry in table.by_iri.values() for whole in entry.summand_of}):
        for by_indicator in levels.values():
            parts = [by_indicator.get(part, []) for part in table.summands(total)]
            stated = by_indicator.get(total, [])
            if not stated or not all(parts):
                continue
            derived = _sum(total, stated[0], [_finest(part) for part in parts])
            sums.append(derived)
            apart = [o for o in stated if relation_of(o, derived) is DiscrepancyType.CONFLICT]
            if apart:
                mismatches.append(_mismatch(apart, derived, labels))
    return sums, mismatches


def stated_mismatches(
    observations: Sequence[Observation], stated: Sequence[StatedSum], labels: Mapping[str, str]
) -> Iterator[tuple[tuple[Observation, ...], Discrepancy]]:
    """The totals that differ from the sum of the parts given with them, with that sum; of one part there is none."""
    known = {o.iri: o for o in observations}
    for one in stated:
        parts = [known[iri] for iri in one.parts]
        if not one.total:
            yield (), _beyond_whole(parts)
            continue
        total = known[one.total]
        added = _sum(total.indicator, total, parts)
        derived = replace(added, value=added.value + one.plus, stated=f"{added.value + one.plus:,f}")
        if len(parts) == 1:
            yield (), _larger_part(total, parts[0], labels)
            continue
        exceeds = one.whole or derived.value > total.value
        if exceeds and relation_of(total, derived) is DiscrepancyType.CONFLICT:
            yield (derived,), _mismatch([total], derived, labels)


def _beyond_whole(shares: Sequence[Observation]) -> Discrepancy:
    added = sum((o.value for o in shares), Decimal(0))
    stated = " and ".join(o.stated for o in sorted(shares, key=lambda o: o.evidence))
    comment = f"The shares of one whole ({shares[0].period.label}), {stated}, add up to {added:f} %."
    return discrepancy_of(DiscrepancyType.SUM_MISMATCH, shares, relative_difference([added, _WHOLE]), comment)


def _larger_part(total: Observation, part: Observation, labels: Mapping[str, str]) -> Discrepancy:
    comment = f"{opening(labels, total, 'the total')}: of {total.stated} there cannot be {part.stated}."
    difference = relative_difference([total.value, part.value])
    return discrepancy_of(DiscrepancyType.SUM_MISMATCH, (total, part), difference, comment)


def _finest(figures: Sequence[Observation]) -> Observation:
    """The least rounded of the figures of one indicator; those far smaller than the largest are of a part of it."""
    largest = max(o.value for o in figures)
    return min((o for o in figures if o.value * 3 >= largest), key=lambda o: (o.half_width, o.iri))


def _sum(total: str, stated: Observation, parts: Sequence[Observation]) -> Observation:
    """The sum of some figures as an observation of the whole."""
    value = sum((o.value for o in parts), Decimal(0))
    iris = tuple(sorted(o.iri for o in parts))
    return Observation(
        iri=mint_statement("obs", total, "sum", *iris),
        indicator=total,
        agent=stated.agent,
        period=stated.period,
        kind=MeasureKind.LEVEL,
        value=value,
        unit=stated.unit,
        stated=f"{value:,f}",
        exponent=0,
        half_width=sum((o.half_width for o in parts if not _is_count(o)), Decimal(0)),
        qualifier=next((o.qualifier for o in parts if o.qualifier is not Qualifier.EXACT), Qualifier.EXACT),
        modality=Modality.ACTUAL,
        confidence=min(o.confidence for o in parts),
        evidence=(),
        rule="sum-of-summands",
        computed_from=iris,
    )


def _is_count(o: Observation) -> bool:
    """A number of things given to the last one: it is not rounded."""
    return o.exponent == 0 and o.unit.endswith("NUM") and o.value == o.value.to_integral_value()


def _mismatch(apart: Sequence[Observation], derived: Observation, labels: Mapping[str, str]) -> Discrepancy:
    stated = " and ".join(sorted({o.stated for o in apart}))
    whole = f"{opening(labels, derived, 'the total')} is given as {stated}"
    comment = f"{whole}, but its parts add up to {derived.stated}."
    return discrepancy_of(
        DiscrepancyType.SUM_MISMATCH, (*apart, derived), relative_difference([apart[0].value, derived.value]), comment
    )
