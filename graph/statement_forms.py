"""Claims in two other forms: reifiers of RDF 1.2, and axiom annotations of OWL 2 that Protégé shows at each edge.

The queries in ontology/forms say which node states which edge. They build no literal, so that each keeps the lexical
form in which it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal as OneOf

from pyoxigraph import BlankNode, NamedNode, QueryTriples, Triple

from customs_kg.graph.bridges import individuals, owl_terms
from customs_kg.graph.index import GraphIndex
from customs_kg.graph.literals import english
from customs_kg.graph.store import store_of
from customs_kg.graph.turtle import sort_triples
from customs_kg.graph.wording import Wording
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, DCTERMS, ID, ONTOLOGY, OWL, PREFIXES, RDF, RDFS

_EDGE_OF_CLAIM = frozenset(NamedNode(RDF + name) for name in ("subject", "predicate", "object"))
_TYPE, _LABEL, _COMMENT = (NamedNode(iri) for iri in (RDF + "type", RDFS + "label", RDFS + "comment"))
_AXIOM_SOURCE = NamedNode(DCTERMS + "source")

Form = OneOf["claims", "rdf12", "owl"]


def restate(triples: Sequence[Triple], form: Form) -> Sequence[Triple]:
    """The graph with its claims in this form; "claims" leaves it as it is."""
    if form == "claims":
        return triples
    return to_rdf12(triples) if form == "rdf12" else to_owl(triples)


def to_rdf12(triples: Iterable[Triple]) -> list[Triple]:
    """The graph with `rdf:reifies <<( s p o )>>` on each claim in the place of rdf:subject, predicate and object."""
    kept = sort_triples(triples)
    reified = _construct("rdf12", kept)
    return sort_triples([*(t for t in kept if t.predicate not in _EDGE_OF_CLAIM), *reified])


def to_owl(triples: Iterable[Triple]) -> list[Triple]:
    """The graph with the ontology as one OWL ontology, each edge annotated with the words that state it.

    The node of an annotation is blank, as owlready2 wants it, and named after its claim, to which dcterms:source leads.
    """
    kept = sort_triples(triples)
    axioms = [_blank(triple) for triple in _construct("owl", kept)]
    header = NamedNode(ID + "graph")
    about = [
        Triple(header, _TYPE, NamedNode(OWL + "Ontology")),
        Triple(header, _LABEL, english("Customs annual reports: graph with its ontology")),
    ]
    terms = _named_in_order(t for t in owl_terms() if t.subject != NamedNode(ONTOLOGY))
    return sort_triples([*kept, *individuals(kept), *axioms, *_comments(kept, axioms), *about, *terms])


def _construct(name: str, triples: Iterable[Triple]) -> list[Triple]:
    found = store_of(triples, with_ontology=False).query(read_ontology_file(f"forms/{name}.rq"), prefixes=PREFIXES)
    return list(found) if isinstance(found, QueryTriples) else []


def _blank(triple: Triple) -> Triple:
    node = BlankNode(str(triple.subject).strip("<>").removeprefix(ID))
    return Triple(node, triple.predicate, triple.object)


def _named_in_order(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples with blank nodes named by their first place, where a parser names them by chance."""
    names: dict[BlankNode, BlankNode] = {}

    def named(node: BlankNode) -> BlankNode:
        return names.setdefault(node, BlankNode(f"term{len(names)}"))

    for triple in triples:
        subject, value = triple.subject, triple.object
        yield Triple(
            named(subject) if isinstance(subject, BlankNode) else subject,
            triple.predicate,
            named(value) if isinstance(value, BlankNode) else value,
        )


def _comments(triples: Sequence[Triple], axioms: Iterable[Triple]) -> Iterator[Triple]:
    """One comment for each annotation: the words of the report, where they stand, and how sure their reading is."""
    index, wording = GraphIndex(triples), Wording.of_ontology()
    for axiom in axioms:
        if axiom.predicate == _AXIOM_SOURCE and isinstance(axiom.object, NamedNode):
            claim = axiom.object.value
            words = "; ".join(
                f"“{' '.join(q.exact.split())}” ({q.section}, characters {q.start}-{q.end})"
                for q in index.quotations(claim)
            )
            modality = wording.label(index.value(claim, CK + "modality"))
            told = f"{words}: {modality}, confidence {index.value(claim, CK + 'confidence')}"
            yield Triple(axiom.subject, _COMMENT, english(told))
