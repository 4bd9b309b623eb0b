"""Figures of two scopes: one said of a wider and a narrower thing, two of things of which one takes in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_of, relative_difference
from customs_kg.builders.figures.disagreements.intervals import significant_digits
from customs_kg.builders.figures.indicators import load_indicators, stems
from customs_kg.graph.model import Discrepancy, DiscrepancyType, MeasureKind, Observation


def scope_differences(observations: Sequence[Observation], labels: Mapping[str, str]) -> Iterator[Discrepancy]:
    """One figure said of a wider and of a narrower thing, or two figures of things of which one takes in the other."""
    words = {iri: stems(label) for iri, label in labels.items()}
    broader = load_indicators().broader
    same: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    related: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for o in (o for o in observations if o.kind is MeasureKind.LEVEL):
        if significant_digits(o) >= 3:
            same[o.agent, o.period.key, o.unit, o.value].append(o)
        for indicator in {o.indicator, *broader.get(o.indicator, ())}:
            related[o.agent, o.period.key, o.unit, indicator].append(o)
    for group in same.values():
        for a, b in combinations(group, 2):
            if _nested(words.get(a.indicator, frozenset()), words.get(b.indicator, frozenset())):
                yield scope_difference(a, b, labels)
    for key, group in related.items():
        wide = [o for o in group if o.indicator == key[-1]]
        yield from (scope_difference(a, b, labels) for a in wide for b in group if b.indicator != a.indicator)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one phrase has all words of another and more."""
    return (one < other or other < one) and min(len(one), len(other)) > 1


def scope_difference(a: Observation, b: Observation, labels: Mapping[str, str]) -> Discrepancy:
    """That two figures are of two scopes: both may be right."""
    first, second = sorted((a, b), key=lambda o: (labels[o.indicator], o.iri))
    one, other = (f"{o.stated} is the figure of {labels[o.indicator]}" for o in (first, second))
    comment = f"{one}, {other}: two scopes."
    difference = None if a.value == b.value else relative_difference([a.value, b.value])
    return discrepancy_of(DiscrepancyType.SCOPE_DIFFERENCE, (a, b), difference, comment)
