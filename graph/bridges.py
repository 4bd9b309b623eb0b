"""The graph in the hands of other Python libraries: rdflib and owlready2."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from customs_kg.graph.store import ontology_triples
from customs_kg.graph.turtle import sort_triples
from customs_kg.ontology.iris import CK, ID, ONTOLOGY, OWL, PREFIXES, QB, RDF, XSD

if TYPE_CHECKING:
    import rdflib

# Classes of properties in a data cube: to OWL a property that is an individual too would be two things.
CUBE_ROLES = frozenset(NamedNode(f"{QB}{role}Property") for role in ("Attribute", "Dimension", "Measure"))
_CUBE_LAYOUT = frozenset(NamedNode(QB + name) for name in ("attribute", "dimension", "measure"))


def to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    """An rdflib graph with the prefixes of the project; each literal keeps its lexical form."""
    import rdflib

    graph = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


def to_owlready(triples: Iterable[Triple]) -> Any:
    """An owlready2 World with the ontology and the graph, individuals declared as such.

    owlready2 keeps decimals as floats: read it, reason over it, and write the graph from elsewhere.
    """
    import owlready2  # type: ignore[import-untyped]

    world = owlready2.World()
    data = sort_triples([*triples, *individuals(triples)])
    for iri, content in ((ONTOLOGY, owl_terms()), (ID, data)):
        statements = serialize(content, format=RdfFormat.N_TRIPLES) or b""
        world.get_ontology(iri).load(fileobj=BytesIO(statements))
    return world


def owl_terms() -> list[Triple]:
    """The ontology as OWL tools can take it: no property is an individual beside."""
    return [t for t in ontology_triples() if t.object not in CUBE_ROLES and t.predicate not in _CUBE_LAYOUT]


def individuals(triples: Iterable[Triple]) -> list[Triple]:
    """The declarations as individuals of all that have a class of the ontology."""
    declared, kind = NamedNode(OWL + "NamedIndividual"), NamedNode(RDF + "type")
    return [
        Triple(t.subject, kind, declared)
        for t in triples
        if t.predicate == kind and isinstance(t.object, NamedNode) and t.object.value.startswith(CK)
    ]


def _node(term: Any) -> Any:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if not isinstance(term, Literal):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == XSD + "string" else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
