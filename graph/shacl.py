"""SHACL over the triples of a build: what breaks a shape of ontology/shapes, told in a person's words.

Shapes are SHACL Core (https://www.w3.org/TR/shacl/); pyshacl runs them on a plain rdflib graph in memory.
Checks that compare many nodes are SPARQL and stand in graph.crosschecks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import OWL, RDF, RDFS
from customs_kg.ontology.statements import parse_turtle
from customs_kg.ontology.vocabulary import load_terms

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SH = "http://www.w3.org/ns/shacl#"
_ONTOLOGY_SHAPES = "shapes/vocabulary.ttl"
_SEVERITIES = ("violation", "warning", "info")


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one shape or check.

    `severity` is "violation", "warning" or "info". `focus` is the IRI of the node at fault, `path` the IRI of
    the property or nothing, `message` says the rule and what to do, `shape` names the shape or check, `value`
    is the value at fault or nothing.
    """

    severity: str
    focus: str
    path: str
    message: str
    shape: str
    value: str = ""


def data_shapes() -> dict[str, str]:
    """The shapes for graphs of reports: Turtle by file name."""
    return {name: text for name, text in ontology_files("shapes").items() if name != _ONTOLOGY_SHAPES}


def ontology_shapes() -> dict[str, str]:
    """The shapes for the ontology itself: Turtle by file name."""
    return {_ONTOLOGY_SHAPES: ontology_files("shapes")[_ONTOLOGY_SHAPES]}


def validate(data: str | Iterable[Triple], *, shapes: Mapping[str, str] | None = None) -> list[Finding]:
    """What in a graph breaks its shapes: violations first, then by node, path, shape; empty if nothing does.

    Classes need not be in the data: superclasses and the properties that claims may use are taken from the
    installed ontology.

    Args:
        data: Turtle, or the triples themselves.
        shapes: Turtle of shapes by file name; those for graphs of reports by default.

    Raises:
        OntologyError: The data or a shape is not Turtle, or a shape cannot be run.
    """
    from pyshacl import validate as run_shacl
    from pyshacl.errors import ReportableRuntimeError
    from rdflib import Graph

    triples = parse_turtle("the graph", data) if isinstance(data, str) else data
    sources = data_shapes() if shapes is None else shapes
    shape_graph = _rdflib_graph(triple for name, text in sources.items() for triple in parse_turtle(name, text))
    graph = _rdflib_graph(triples)
    if shapes is None:
        _add_schema(graph)
    try:
        _, report, fault = run_shacl(graph, shacl_graph=shape_graph, inference="none", do_owl_imports=False)
    except (ReportableRuntimeError, re.error) as error:
        raise OntologyError(f"A shape under ontology/shapes cannot be run; mend it: {error}") from error
    if not isinstance(report, Graph):
        raise OntologyError(f"A shape under ontology/shapes cannot be run; mend it: {fault}")
    return sort_findings(_findings(report, shape_graph))


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once: violations first, then by node, path, shape, value and message."""
    return sorted(set(findings), key=_order)


def _order(finding: Finding) -> tuple[int, str, str, str, str, str]:
    rank = _SEVERITIES.index(finding.severity)
    return rank, finding.focus, finding.path, finding.shape, finding.value, finding.message


def _add_schema(graph: Graph) -> None:
    """Add what SHACL needs to know classes by: superclasses, and the properties that are stored edges."""
    from rdflib import URIRef

    terms = load_terms()
    for cls in terms.classes.values():
        for superclass in cls.superclasses - {cls.iri}:
            graph.add((URIRef(cls.iri), URIRef(RDFS + "subClassOf"), URIRef(superclass)))
    for term in terms.properties.values():
        if term.is_object and term.canonical:
            graph.add((URIRef(term.iri), URIRef(RDF + "type"), URIRef(OWL + "ObjectProperty")))


def _rdflib_graph(triples: Iterable[Triple]) -> Graph:
    from rdflib import Graph

    graph = Graph()
    for triple in triples:
        graph.add((_rdflib(triple.subject), _rdflib(triple.predicate), _rdflib(triple.object)))
    return graph


def _rdflib(term: object) -> Node:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        # Kept as written: rdflib would turn "2633"^^xsd:decimal into 2633.0.
        datatype = None if term.language else URIRef(term.datatype.value)
        return RdflibLiteral(term.value, lang=term.language, datatype=datatype, normalize=False)
    return BNode(str(term).removeprefix("_:"))


def _findings(report: Graph, shapes: Graph) -> Iterator[Finding]:
    from rdflib import URIRef

    def one(node: Node, name: str) -> str:
        found = report.value(node, URIRef(_SH + name))
        return "" if found is None else str(found)

    for result in report.objects(None, URIRef(_SH + "result")):
        path = report.value(result, URIRef(_SH + "resultPath"))
        source = report.value(result, URIRef(_SH + "sourceShape"))
        yield Finding(
            severity=one(result, "resultSeverity").removeprefix(_SH).lower(),
            focus=one(result, "focusNode"),
            path=str(path) if isinstance(path, URIRef) else "",
            message=one(result, "resultMessage"),
            shape=_shape_name(shapes, source),
            value=one(result, "value"),
        )


def _shape_name(shapes: Graph, source: Node | None) -> str:
    """The local name of the node shape that holds a shape."""
    from rdflib import URIRef

    node = source
    while node is not None and not isinstance(node, URIRef):
        node = next(iter(shapes.subjects(None, node)), None)
    return str(node).rsplit("/", 1)[-1] if node is not None else ""
