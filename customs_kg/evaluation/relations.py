"""Relations against an annotation: are the two things joined, by words at that place, as fact or as plan?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product

from customs_kg.evaluation.annotation import CORE, SECONDARY, AnnotatedRelation
from customs_kg.evaluation.built import BuiltEdge, BuiltThing
from customs_kg.evaluation.measure import Measure, Measured, Miss
from customs_kg.evaluation.places import AnnotatedText
from customs_kg.evaluation.things import ThingMatches

_DENIED = "negated"
_KEEPS_OFFICE = "has_representative_office_in"  # the office may stand for the body that keeps it
_UNSURE = frozenset({"possible", "reported"})  # as fact or as plan, both will do


class _Edges:
    """The edges of a graph by the pair of things that they join."""

    def __init__(
        self, edges: Sequence[BuiltEdge], things: Sequence[BuiltThing], matches: ThingMatches, text: AnnotatedText
    ) -> None:
        self._by_ends: dict[frozenset[str], list[BuiltEdge]] = defaultdict(list)
        for edge in edges:
            self._by_ends[edge.ends].append(edge)
        self._offices = {thing for thing in things if "RepresentativeOffice" in thing.classes}
        self._matches = matches
        self._text = text

    def ends(self, wanted: AnnotatedRelation) -> tuple[set[BuiltThing], set[BuiltThing]]:
        """What the two ends of an annotated relation may be."""
        subjects, objects = (
            {t for label in end for t in self._matches.of(label)} for end in (wanted.subject, wanted.object)
        )
        return (subjects | self._offices if wanted.predicate == _KEEPS_OFFICE else subjects), objects

    def joining(self, wanted: AnnotatedRelation) -> list[BuiltEdge]:
        """The edges between the ends, in either direction."""
        pairs = {frozenset((one.iri, other.iri)) for one, other in product(*self.ends(wanted)) if one != other}
        return [edge for pair in pairs for edge in self._by_ends.get(pair, ())]

    def proved(self, wanted: AnnotatedRelation) -> list[BuiltEdge]:
        """Those of them whose evidence is at an annotated place."""
        return [
            edge
            for edge in self.joining(wanted)
            if any(self._text.proves(evidence, place) for evidence, place in product(edge.evidence, wanted.places))
        ]


def measure_relations(
    edges: Sequence[BuiltEdge],
    annotated: Sequence[AnnotatedRelation],
    things: Sequence[BuiltThing],
    matches: ThingMatches,
    text: AnnotatedText,
) -> Measured:
    """How many relations are linked, with that evidence, as fact or plan; how many denied ones are not asserted."""
    by_ends = _Edges(edges, things, matches, text)
    measures: dict[str, Measure] = {}
    misses: list[Miss] = []
    stated = [relation for relation in annotated if relation.modality != _DENIED]
    for importance in (CORE, SECONDARY):
        rows = [relation for relation in stated if relation.importance == importance]
        linked = [relation for relation in rows if by_ends.joining(relation)]
        proved = [relation for relation in linked if by_ends.proved(relation)]
        fitting = [relation for relation in proved if _fits(relation, by_ends.proved(relation))]
        name = f"relations.{importance}"
        measures[f"{name}.ends_linked"] = Measure(len(linked), len(rows))
        measures[f"{name}.linked_with_that_evidence"] = Measure(len(proved), len(rows))
        measures[f"{name}.modality_right"] = Measure(len(fitting), len(rows))
        for relation in rows:
            if relation not in proved:
                reason = _reason(relation in linked, by_ends.ends(relation))
                misses.append(Miss(f"relation {importance}", f"{_name(relation)}{reason}"))
            elif relation not in fitting:
                misses.append(Miss("relation modality", f"{_name(relation)}: {relation.modality}"))
    denied = [relation for relation in annotated if relation.modality == _DENIED]
    asserted = [r for r in denied if not all(_is_ahead(edge) or "negat" in edge.modality for edge in by_ends.proved(r))]
    measures["relations.denied_and_not_asserted"] = Measure(len(denied) - len(asserted), len(denied))
    misses += [Miss("relation asserted though denied", _name(relation)) for relation in asserted]
    return Measured(measures, tuple(misses))


def confirmed_edges(
    edges: Sequence[BuiltEdge],
    annotated: Sequence[AnnotatedRelation],
    things: Sequence[BuiltThing],
    matches: ThingMatches,
    text: AnnotatedText,
) -> set[str]:
    """The IRIs of the assertions that join what an annotated relation joins, by words at its place."""
    by_ends = _Edges(edges, things, matches, text)
    return {edge.iri for relation in annotated if relation.modality != _DENIED for edge in by_ends.proved(relation)}


def _is_ahead(edge: BuiltEdge) -> bool:
    return "planned" in edge.modality or "normative" in edge.modality


def _fits(wanted: AnnotatedRelation, edges: Sequence[BuiltEdge]) -> bool:
    """A plan is nowhere stated as a fact there, a fact not as a plan only."""
    all_ahead = all(_is_ahead(edge) for edge in edges)
    return wanted.modality in _UNSURE or (all_ahead if wanted.modality == "planned" else not all_ahead)


def _reason(linked: bool, ends: tuple[set[BuiltThing], set[BuiltThing]]) -> str:
    if linked:
        return " (linked elsewhere)"
    return "" if all(ends) else " (an end is missing)"


def _name(relation: AnnotatedRelation) -> str:
    return f"{relation.subject[0]} -- {relation.predicate} -- {relation.object[0]}"
