"""The whole RDF of a build, from what was read out of its reports. Names and shapes: ontology/customs-kg.ttl.

The sorted list made here is the only source of what is written: no literal passes through a store on its way
to disk. There are no blank nodes and no timestamps, so equal facts give equal triples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from pyoxigraph import Triple

from customs_kg.graph.cube import cube_triples
from customs_kg.graph.identifiers import period_iri
from customs_kg.graph.literals import describe, english, iri, midnight, plain
from customs_kg.graph.model import Entity, Period, ReportFacts
from customs_kg.graph.sources import evidence_triples, source_triples
from customs_kg.graph.statements import statement_triples
from customs_kg.graph.turtle import sort_triples
from customs_kg.graph.units import unit_triples
from customs_kg.ontology.iris import CK, DCTERMS, ID, RDF, RDFS, SKOS
from customs_kg.ontology.vocabulary import load_terms

_PERIOD = ID + "period-"


def report_triples(*reports: ReportFacts) -> list[Triple]:
    """Everything that these reports say, sorted, each triple once.

    A thing that several reports name keeps the class and label of the first; further labels become altLabels.

    Raises:
        InputError: An IRI is unsafe, a figure is not finite, or a span lies outside its text.
    """
    found: set[Triple] = set()
    for entity in _merged(entity for facts in reports for entity in facts.entities):
        found.update(_entity(entity))
    for facts in reports:
        found.update(_periods(facts))
        found.update(triple for unit in _units(facts) for triple in unit_triples(unit))
        found.update(source_triples(facts))
        found.update(statement_triples(facts))
        found.update(cube_triples(facts))
        found.update(evidence_triples(facts))
    return sort_triples(found)


def _merged(entities: Iterable[Entity]) -> Iterator[Entity]:
    by_iri: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_iri[entity.iri].append(entity)
    for first, *others in by_iri.values():
        known = (first, *others)
        yield replace(
            first,
            alt_labels=tuple(label for e in known for label in (e.label, *e.alt_labels)),
            hidden_labels=tuple(label for e in known for label in e.hidden_labels),
            description=next((e.description for e in known if e.description), ""),
            notation=next((e.notation for e in known if e.notation), ""),
            exact_match=tuple(match for e in known for match in e.exact_match),
            links=tuple(link for e in known for link in e.links),
        )


def _entity(entity: Entity) -> Iterator[Triple]:
    notation = CK + "territoryCode" if entity.cls == CK + "CustomsTerritory" else SKOS + "notation"
    alternatives = set(entity.alt_labels) - {entity.label}
    yield from describe(
        entity.iri,
        *((RDF + "type", iri(cls)) for cls in _types(entity.cls)),
        (SKOS + "prefLabel", english(entity.label)),
        (RDFS + "label", english(entity.label)),
        *((SKOS + "altLabel", english(label)) for label in alternatives),
        *((SKOS + "hiddenLabel", english(x)) for x in set(entity.hidden_labels) - alternatives - {entity.label}),
        *((SKOS + "exactMatch", iri(match)) for match in entity.exact_match),
        *((predicate, iri(value)) for predicate, value in entity.links),
        *([(DCTERMS + "description", english(entity.description))] if entity.description else []),
        *([(notation, plain(entity.notation))] if entity.notation else []),
    )


def _types(cls: str) -> list[str]:
    """The class, and what SKOS tools and readers of the ontology must see without inference."""
    terms = load_terms()
    concept = [SKOS + "Concept"] if terms.is_a(cls, SKOS + "Concept") else []
    foreign = [CK + "DomainEntity"] if terms.is_a(cls, CK + "DomainEntity") and not cls.startswith(CK) else []
    return [cls, *concept, *foreign]


def _periods(facts: ReportFacts) -> Iterator[Triple]:
    known = {period_iri(period): period for period in _used_periods(facts)}
    for period in known.values():
        yield from _period(period)
    linked = {value for entity in facts.entities for _, value in entity.links if value.startswith(_PERIOD)}
    for bare in linked - known.keys():  # a link to a stretch that nobody dated: named, so that a shape reports it
        yield from describe(bare, (RDF + "type", iri(CK + "Period")), (RDFS + "label", english(bare[len(_PERIOD) :])))


def _used_periods(facts: ReportFacts) -> Iterator[Period]:
    yield facts.report.period
    yield from facts.periods
    for observation in facts.observations:
        yield from (period for period in (observation.period, observation.base_period) if period)
    for action in facts.actions:
        yield from (period for period in (action.period, action.due) if period)


def _period(period: Period) -> Iterator[Triple]:
    closing = _closing(period)
    yield from describe(
        period_iri(period),
        (RDF + "type", iri(CK + "Period")),
        (RDFS + "label", english(period.label)),
        *([(SKOS + "altLabel", english(closing))] if closing else []),
        *([(CK + "periodStart", midnight(period.start))] if period.start else []),
        *([(CK + "periodEnd", midnight(period.end))] if period.end else []),
    )


def _closing(period: Period) -> str:
    """Another name of a fiscal year, from the day on which it ends: "year ended 31 March 2019"; empty for others."""
    if period.start is None or period.end is None or (period.start.month, period.start.day) == (1, 1):
        return ""
    last = period.end - timedelta(1)
    whole = last == date(period.start.year + 1, period.start.month, period.start.day) - timedelta(1)
    return f"year ended {last.day} {last:%B} {last.year}" if whole else ""


def _units(facts: ReportFacts) -> Iterator[str]:
    for observation in facts.observations:
        yield observation.unit
    for action in facts.actions:
        if action.target:
            yield action.target.unit
