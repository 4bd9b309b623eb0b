"""All measures of a built graph against an annotation of its report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Triple

from customs_kg.evaluation.annotation import Annotation
from customs_kg.evaluation.built import BuiltGraph, read_built
from customs_kg.evaluation.discrepancies import measure_discrepancies
from customs_kg.evaluation.figures import measure_figures
from customs_kg.evaluation.measure import Measure, Measured, Miss
from customs_kg.evaluation.places import AnnotatedText
from customs_kg.evaluation.plans import measure_plans
from customs_kg.evaluation.relations import measure_relations
from customs_kg.evaluation.things import ThingMatches, measure_things


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Measures by name, in a fixed order, and what was missed or found too much."""

    measures: Mapping[str, Measure]
    misses: tuple[Miss, ...]


def evaluate(triples: Iterable[Triple], annotation: Annotation, text: AnnotatedText) -> Evaluation:
    """How a graph that was built from a text compares with the annotation of that text."""
    built = read_built(triples)
    matches = ThingMatches(built.things, annotation.things)
    return _joined(
        (
            measure_things(built.things, annotation.things, matches),
            measure_figures(built.figures, annotation.figures, text),
            measure_relations(built.edges, annotation.relations, built.things, matches, text),
            measure_plans(built.plans, annotation.plans, text),
            measure_discrepancies(built.discrepancies, annotation.inconsistencies, text),
            _measure_evidence(built, text),
        )
    )


def _measure_evidence(built: BuiltGraph, text: AnnotatedText) -> Measured:
    """How many quotations are the words at their place, and how many assertions have a quotation."""
    exact = sum(text.raw[start:end] == words for start, end, words in built.quotations)
    proved = sum(spans > 0 for spans in built.assertions.values())
    return Measured(
        {
            "evidence.exact": Measure(exact, len(built.quotations)),
            "assertions.with_evidence": Measure(proved, len(built.assertions)),
        },
        (),
    )


def _joined(parts: Sequence[Measured]) -> Evaluation:
    return Evaluation(
        {name: measure for part in parts for name, measure in part.measures.items()},
        tuple(miss for part in parts for miss in part.misses),
    )
