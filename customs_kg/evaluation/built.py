"""What a built graph holds, in the form in which it is compared with an annotation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, product

from pyoxigraph import RdfFormat, Triple, parse

from customs_kg.evaluation.comparison import fold_name, telling_words, unit_class, years_in
from customs_kg.evaluation.places import Place
from customs_kg.graph.index import GraphIndex
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import CK, RDF, RDFS, SKOS
from customs_kg.ontology.vocabulary import Terms, load_terms

_LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", RDFS + "label")
_NO_THINGS = frozenset("Assertion EvidenceSpan ReportSection ReportText AnnualReport Period ControlledTerm".split())


@dataclass(frozen=True, slots=True)
class BuiltThing:
    """A thing with its folded names and the local names of its classes and their superclasses."""

    iri: str
    names: frozenset[str]
    classes: frozenset[str]


@dataclass(frozen=True, slots=True)
class BuiltFigure:
    """A figure, or the target of a commitment with the commitment's words and due date."""

    iri: str
    value: Decimal
    unit: str  # its class, see `comparison.unit_class`; empty without a unit
    kind: str  # code of the measure kind: "level", "yoy-percent" ...
    period: str  # its name, and its limits where the name has no year
    meanings: tuple[frozenset[str], ...]  # one for each label of the indicator
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class BuiltEdge:
    """Two things that some assertion joins: a claim, a reported action, a tenure."""

    iri: str  # of the assertion
    ends: frozenset[str]
    modality: str  # code, empty for a tenure
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class BuiltPlan:
    """A commitment. `due` shows the years, `last_day` is the last day of its due period."""

    iri: str
    due: str
    last_day: date | None
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class BuiltDiscrepancy:
    """A discrepancy with the evidence of each assertion that it involves, those behind computed ones included."""

    type: str
    involved: int
    evidence: tuple[tuple[str, Place], ...]  # (assertion, place)


@dataclass(frozen=True, slots=True)
class BuiltGraph:
    """All of these, sorted by IRI."""

    things: tuple[BuiltThing, ...]
    figures: tuple[BuiltFigure, ...]
    edges: tuple[BuiltEdge, ...]
    plans: tuple[BuiltPlan, ...]
    discrepancies: tuple[BuiltDiscrepancy, ...]
    quotations: tuple[tuple[int, int, str], ...]  # start, end and the words of each evidence span
    assertions: Mapping[str, int]  # each with how many evidence spans it has


def read_built(triples: Iterable[Triple]) -> BuiltGraph:
    """What a graph holds, with the labels that the ontology and the registry give its nodes."""
    return _Reader(triples).read()


class _Reader:
    def __init__(self, triples: Iterable[Triple]) -> None:
        own = tuple(triples)
        texts = ontology_files().values()
        known = (quad.triple for text in texts for quad in parse(text, format=RdfFormat.TURTLE))
        self._graph = GraphIndex(own)
        self._all = GraphIndex(chain(own, known))
        self._terms = load_terms()
        self._classes = {
            node: _local_classes(self._terms, self._graph.values(node, RDF + "type")) for node in self._graph.subjects()
        }
        self._evidence = {node: self._places(node) for node in self._classes}

    def read(self) -> BuiltGraph:
        kinds = {"Claim", "Observation", "Commitment", "Accomplishment"}
        asserted = self._of(lambda classes: bool(classes & kinds) and "DerivedObservation" not in classes)
        return BuiltGraph(
            things=tuple(
                BuiltThing(node, self._names(node), self._classes[node])
                for node in self._of(lambda classes: "DomainEntity" in classes and not classes & _NO_THINGS)
            ),
            figures=tuple(self._figures()),
            edges=(*self._claims(), *self._actions(), *self._tenures()),
            plans=tuple(self._plan(node) for node in self._of(lambda classes: "Commitment" in classes)),
            discrepancies=tuple(self._discrepancy(node) for node in self._of(lambda classes: "Discrepancy" in classes)),
            quotations=tuple(
                (q.start, q.end, q.exact)
                for q in map(self._graph.quotation, self._of(lambda classes: "EvidenceSpan" in classes))
            ),
            assertions={node: len(self._evidence[node]) for node in asserted},
        )

    def _of(self, wanted: Callable[[frozenset[str]], bool]) -> list[str]:
        return sorted(node for node, classes in self._classes.items() if wanted(classes))

    def _places(self, node: str) -> tuple[Place, ...]:
        return tuple((quotation.start, quotation.end) for quotation in self._graph.quotations(node))

    def _labels(self, node: str) -> list[str]:
        return sorted({label for name in _LABELS for label in self._all.values(node, name)})

    def _names(self, node: str) -> frozenset[str]:
        return frozenset(map(fold_name, self._labels(node)))

    def _figures(self) -> Iterable[BuiltFigure]:
        plan_of = self._inverse("hasTarget")
        for node in self._of(lambda classes: "DerivedObservation" not in classes):
            value = self._graph.value(node, CK + "value")
            if not value:
                continue
            plans = plan_of.get(node, ())
            due = next((due for plan in plans if (due := self._graph.value(plan, CK + "due"))), "")
            evidence = self._evidence[node] or tuple(place for plan in plans for place in self._evidence[plan])
            unit = self._graph.value(node, CK + "unit")
            yield BuiltFigure(
                iri=node,
                value=abs(Decimal(value)),
                unit=unit_class(_local(unit), *map(fold_name, self._labels(unit))) if unit else "",
                kind=_local(self._graph.value(node, CK + "measureKind")).lower(),
                period=self._period(self._graph.value(node, CK + "refPeriod") or due)[0],
                meanings=self._meanings(node),
                evidence=evidence,
            )

    def _meanings(self, node: str) -> tuple[frozenset[str], ...]:
        indicator = self._graph.value(node, CK + "ofIndicator") or self._graph.value(node, CK + "targetIndicator")
        parts = self._graph.values(node, CK + "breakdown")
        narrowed = frozenset().union(*(telling_words(label) for part in parts for label in self._labels(part)))
        return tuple(telling_words(label) | narrowed for label in self._labels(indicator))

    def _claims(self) -> Iterable[BuiltEdge]:
        for node in self._of(lambda classes: "Claim" in classes):
            ends = (self._graph.value(node, RDF + "subject"), self._graph.value(node, RDF + "object"))
            yield BuiltEdge(node, frozenset(ends), self._modality(node), self._evidence[node])

    def _actions(self) -> Iterable[BuiltEdge]:
        for node in self._of(lambda classes: "ReportedAction" in classes):
            pairs = product(self._graph.values(node, CK + "actor"), self._graph.values(node, CK + "actsOn"))
            for pair in pairs:
                yield BuiltEdge(node, frozenset(pair), self._modality(node), self._evidence[node])

    def _tenures(self) -> Iterable[BuiltEdge]:
        for node in self._of(lambda classes: "Tenure" in classes):
            holder = self._graph.value(node, CK + "tenureOf")
            held = [self._graph.values(node, CK + name) for name in ("tenurePost", "tenureOrganization")]
            for thing in chain(*held):
                yield BuiltEdge(node, frozenset((holder, thing)), "", self._evidence[node])

    def _plan(self, node: str) -> BuiltPlan:
        due, last_day = self._period(self._graph.value(node, CK + "due"))
        return BuiltPlan(node, due, last_day, self._evidence[node])

    def _discrepancy(self, node: str) -> BuiltDiscrepancy:
        involved = set(self._graph.values(node, CK + "involves"))
        involved |= {part for one in involved for part in self._graph.values(one, CK + "computedFrom")}
        evidence = tuple((one, place) for one in sorted(involved) for place in self._evidence[one])
        return BuiltDiscrepancy(_local(self._graph.value(node, CK + "discrepancyType")), len(involved), evidence)

    def _modality(self, node: str) -> str:
        return _local(self._graph.value(node, CK + "modality"))

    def _period(self, node: str) -> tuple[str, date | None]:
        """The words that show the years of a period, and its last day."""
        if not node:
            return "", None
        words = " ".join((_local(node), *sorted(self._names(node))))
        first, end = (self._day(node, name) for name in ("periodStart", "periodEnd"))
        last = end - timedelta(days=1) if end and end.day == 1 else end
        return (words if years_in(words) else f"{words} {first or ''} {last or ''}"), last

    def _day(self, node: str, name: str) -> date | None:
        value = self._graph.value(node, CK + name)
        return date.fromisoformat(value[:10]) if value else None

    def _inverse(self, name: str) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for node in sorted(self._classes):
            for target in self._graph.values(node, CK + name):
                found[target].append(node)
        return found


def _local(iri: str) -> str:
    """The last part of an IRI.

    >>> _local("https://w3id.org/customs-kg/ontology#Claim")
    'Claim'
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _local_classes(terms: Terms, classes: Iterable[str]) -> frozenset[str]:
    """The local names of classes and of their superclasses among our own."""
    known = {cls: terms.classes[cls].superclasses if cls in terms.classes else () for cls in classes}
    above = {parent for parents in known.values() for parent in parents if parent.startswith(CK)}
    return frozenset(_local(cls) for cls in above.union(known))
