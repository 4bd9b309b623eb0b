"""Claims as reifiers of RDF 1.2 and as axiom annotations of OWL 2: the same statements in another form."""

from __future__ import annotations

from io import BytesIO

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple, parse, serialize

from customs_kg.graph.statement_forms import to_owl, to_rdf12
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import to_quads, write_turtle
from customs_kg.ontology.iris import CK, DCTERMS, ID, ONTOLOGY, OWL, PREFIXES, RDF, RDFS
from tests.graph.sample import AGENCY, GATE, LANTERN, PORT, sample_facts

TRIPLES = report_triples(sample_facts())
CLAIMS = {t.subject for t in TRIPLES if t.object == NamedNode(CK + "Claim")}
EDGE = {NamedNode(RDF + name) for name in ("subject", "predicate", "object")}
REIFIES = NamedNode(RDF + "reifies")


def test_each_claim_is_the_reifier_of_its_edge() -> None:
    found = {t.subject: t.object for t in to_rdf12(TRIPLES) if t.predicate == REIFIES}
    stated = {
        claim: {t.predicate: t.object for t in TRIPLES if t.subject == claim and t.predicate in EDGE}
        for claim in CLAIMS
    }
    assert len(found) == 6
    assert found == {
        claim: Triple(*(edge[NamedNode(RDF + name)] for name in ("subject", "predicate", "object")))  # type: ignore[arg-type]
        for claim, edge in stated.items()
    }


def test_rdf12_changes_nothing_else() -> None:
    restated = set(to_rdf12(TRIPLES))
    assert {t for t in TRIPLES if t.predicate not in EDGE} == {t for t in restated if t.predicate != REIFIES}


def test_rdf12_is_read_and_queried_with_every_literal_as_written() -> None:
    turtle = write_turtle(to_rdf12(TRIPLES))
    read = [quad.triple for quad in parse(turtle, format=RdfFormat.TURTLE)]
    assert set(read) == set(to_rdf12(TRIPLES))
    store = Store()
    store.bulk_extend(to_quads(read))
    query = "SELECT ?words { ?claim rdf:reifies <<( ?s ck:coversPlace ?o )>> ; ck:modality ckt:modality-planned ; "
    query += "ck:evidence/oa:hasSelector/oa:exact ?words FILTER NOT EXISTS { ?s ck:coversPlace ?o } }"
    rows = [str(row["words"]) for row in store.query(query, prefixes=PREFIXES)]  # type: ignore[union-attr]
    assert len(rows) == 1 and "extend Harbour" in rows[0]


def _axioms() -> dict[BlankNode, dict[str, Triple]]:
    nodes: dict[BlankNode, dict[str, Triple]] = {}
    for triple in to_owl(TRIPLES):
        if isinstance(triple.subject, BlankNode) and triple.subject.value.startswith("claim-"):
            nodes.setdefault(triple.subject, {})[triple.predicate.value] = triple
    return nodes


def test_each_asserted_claim_annotates_its_edge_and_no_plan_does() -> None:
    axioms = _axioms()
    edges = {
        tuple(str(a[OWL + f"annotated{end}"].object) for end in ("Source", "Property", "Target"))
        for a in axioms.values()
    }
    assert len(axioms) == len(CLAIMS) - 1
    assert (f"<{LANTERN}>", f"<{CK}conductedBy>", f"<{AGENCY}>") in edges
    assert not [edge for edge in edges if edge[:2] == (f"<{GATE}>", f"<{CK}coversPlace>")]
    assert {ID + node.value for node in axioms} == {a[DCTERMS + "source"].object.value for a in axioms.values()}  # type: ignore[union-attr]


def test_an_annotation_quotes_the_report_and_says_how_sure_its_reading_is() -> None:
    told = {a[RDFS + "comment"].object for a in _axioms().values()}
    words = "“The port of Strelsau lies there” (CONTROL, characters 452-483): standing, confidence 0.75"
    start = sample_facts().text.text.index("The port of Strelsau")
    words = words.replace("452-483", f"{start}-{start + 31}")
    assert Literal(words, language="en") in told


def test_owl_is_one_ontology_with_the_terms_and_the_same_bytes_each_time() -> None:
    owl = to_owl(TRIPLES)
    kind = NamedNode(RDF + "type")
    assert [t.subject for t in owl if t.predicate == kind and t.object == NamedNode(OWL + "Ontology")] == [
        NamedNode(ID + "graph")
    ]
    assert set(TRIPLES) < set(owl)
    assert Triple(NamedNode(CK + "Operation"), kind, NamedNode(OWL + "Class")) in owl
    assert not [t for t in owl if t.subject == NamedNode(ONTOLOGY)]
    assert write_turtle(to_owl(TRIPLES[::-1])) == write_turtle(owl)


@pytest.mark.parametrize(("subject", "name", "target"), [(LANTERN, "conductedBy", AGENCY), (PORT, "within", None)])
def test_owlready_reads_the_annotations_at_their_edge(subject: str, name: str, target: str | None) -> None:
    import owlready2  # type: ignore[import-untyped]

    world = owlready2.World()
    data = serialize(to_owl(TRIPLES), format=RdfFormat.N_TRIPLES) or b""
    world.get_ontology(ID + "graph").load(fileobj=BytesIO(data))
    edge = world[subject], world[CK + name]
    value = world[target] if target else next(iter(getattr(world[subject], name)))
    comments = owlready2.comment[(*edge, value)] or []
    assert len(comments) == 1 and "confidence 0." in comments[0]
    world.close()


def test_owlready_loads_the_ntriples_of_a_graph_whole_with_decimals_to_15_digits() -> None:
    import owlready2

    world = owlready2.World()
    data = BytesIO(serialize(TRIPLES, format=RdfFormat.N_TRIPLES) or b"")
    loaded = world.get_ontology(ID + "graph").load(fileobj=data)
    header = 1  # owlready2 adds that this is an ontology
    assert len(loaded.graph) - header == len(TRIPLES)
    query = f"SELECT ?v {{ ?o <{CK}value> ?v }}"
    written = sorted(float(t.object.value) for t in TRIPLES if t.predicate.value == CK + "value")  # type: ignore[union-attr]
    assert sorted(f"{float(row[0]):.15g}" for row in world.sparql(query)) == sorted(f"{v:.15g}" for v in written)
    world.close()
