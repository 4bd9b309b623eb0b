"""Triples by subject and predicate, for whoever walks a graph in Python instead of asking it in SPARQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store, Triple

from customs_kg.graph.wording import spell
from customs_kg.ontology.iris import CK, DCTERMS, ID, OA, RDF, RDFS, SKOS


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words of a report that prove something: `exact` is `text[start:end]` of the stored text, verbatim."""

    start: int
    end: int
    exact: str
    section: str  # title of the section, empty outside all of them
    text: str  # IRI of the stored text
    page: int | None = None  # of the file, from 1, where it has pages


class GraphIndex:
    """A read-only view of triples. IRIs and literals are given back as plain strings."""

    def __init__(self, source: Iterable[Triple] | Store) -> None:
        """Index these triples, or those in the default graph of a store."""
        self._values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._of_class: dict[str, list[str]] = defaultdict(list)
        for triple in _triples(source):
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                self._values[triple.subject.value][triple.predicate.value].append(triple.object.value)
                if triple.predicate.value == RDF + "type":
                    self._of_class[triple.object.value].append(triple.subject.value)

    def values(self, subject: str, predicate: str) -> list[str]:
        """All objects, sorted."""
        if subject not in self._values or predicate not in self._values[subject]:
            return []
        return sorted(self._values[subject][predicate])

    def value(self, subject: str, predicate: str) -> str:
        """The first object, or an empty string."""
        return next(iter(self.values(subject, predicate)), "")

    def subjects(self) -> list[str]:
        """Every node of which something is stated, sorted."""
        return sorted(self._values)

    def instances(self, *classes: str) -> list[str]:
        """The subjects stated to be of one of these classes (subclasses are not followed), sorted."""
        return sorted({subject for cls in classes for subject in self._of_class.get(cls, ())})

    def things(self) -> list[str]:
        """Everything in the customs world that the graph names, sorted: what has a preferred label."""
        return sorted(s for s, found in self._values.items() if s.startswith(ID) and SKOS + "prefLabel" in found)

    def label(self, iri: str) -> str:
        """The name of a node; without one, the last part of its IRI as words."""
        names = (self.value(iri, name) for name in (SKOS + "prefLabel", RDFS + "label", DCTERMS + "title"))
        return next((name for name in names if name), "") or spell(iri)

    def class_of(self, iri: str) -> str:
        """The most telling class of a thing."""
        general = (SKOS + "Concept", CK + "DomainEntity", "")
        return min(self.values(iri, RDF + "type"), key=lambda cls: (cls in general, cls), default=CK + "DomainEntity")

    def quotations(self, assertion: str) -> tuple[Quotation, ...]:
        """The words that prove an assertion, in the order of the text."""
        return tuple(sorted(self.quotation(span) for span in self.values(assertion, CK + "evidence")))

    def quotation(self, span: str) -> Quotation:
        """What an evidence span selects."""
        selectors = self.values(span, OA + "hasSelector")
        found = {name: self._selected(selectors, name) for name in ("start", "end", "exact")}
        section = self.value(span, CK + "inSection")
        return Quotation(
            int(found["start"] or 0),
            int(found["end"] or 0),
            found["exact"],
            self.value(section, DCTERMS + "title") if section else "",
            self.value(span, CK + "spanOf"),
            int(self.value(span, CK + "page") or 0) or None,
        )

    def _selected(self, selectors: Iterable[str], name: str) -> str:
        return next((value for selector in selectors for value in self.values(selector, OA + name)), "")


def _triples(source: Iterable[Triple] | Store) -> Iterable[Triple]:
    if isinstance(source, Store):
        return (q.triple for q in source.quads_for_pattern(None, None, None, DefaultGraph()))
    return source
