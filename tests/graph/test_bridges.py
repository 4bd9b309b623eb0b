from __future__ import annotations

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.graph.bridges import to_owlready, to_rdflib
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.iris import CK, ID, OWL, RDF, XSD
from tests.graph.sample import AGENCY, GATE, LANTERN, PORT, sample_facts


@pytest.fixture(scope="module")
def triples() -> list[Triple]:
    return report_triples(sample_facts())


def test_rdflib_gets_every_triple_in_its_lexical_form(triples: list[Triple]) -> None:
    graph = to_rdflib(triples)
    assert len(graph) == len(triples)
    forms = {str(value) for value in graph.objects(None, rdflib.URIRef(CK + "value"))}
    assert forms == {"4210000000", "4230000000", "3.5", "120", "7.50", "-20"}


@pytest.mark.parametrize("form", ["2633", "0.50", "007"])
def test_rdflib_does_not_rewrite_a_decimal(form: str) -> None:
    decimal = NamedNode(XSD + "decimal")
    graph = to_rdflib([Triple(NamedNode(ID + "x"), NamedNode(CK + "value"), Literal(form, datatype=decimal))])
    (value,) = graph.objects()
    assert str(value) == form
    assert isinstance(value, rdflib.Literal)
    assert value.datatype == rdflib.XSD.decimal


def test_rdflib_knows_the_prefixes(triples: list[Triple]) -> None:
    graph = to_rdflib(triples)
    rows = graph.query("SELECT ?o { ?o a ck:Operation ; ck:conductedBy ?a . ?a skos:prefLabel ?name }")
    assert [str(row[0]) for row in rows] == [LANTERN]  # type: ignore[index]


def test_owlready_navigates_the_graph_as_objects(triples: list[Triple], capfd: pytest.CaptureFixture[str]) -> None:
    world = to_owlready(triples)
    lantern = world[LANTERN]
    assert [thing.iri for thing in lantern.conductedBy] == [AGENCY]
    assert lantern in world[CK + "Operation"].instances()
    assert {thing.iri for thing in world[CK + "Place"].instances()} >= {PORT}
    assert "WARNING" not in capfd.readouterr().err


def test_owlready_answers_by_the_inverse_that_no_triple_states(triples: list[Triple]) -> None:
    world = to_owlready(triples)
    assert not [t for t in triples if t.predicate.value == CK + "conducts"]
    assert [thing.iri for thing in world[AGENCY].conducts] == [LANTERN]


def test_owlready_does_not_see_a_planned_edge(triples: list[Triple]) -> None:
    assert list(to_owlready(triples)[GATE].coversPlace) == []


def test_the_declaration_of_individuals_stays_in_the_copy(triples: list[Triple]) -> None:
    before = list(triples)
    to_owlready(triples)
    assert triples == before
    assert not any(t.object == NamedNode(OWL + "NamedIndividual") for t in triples if t.predicate.value == RDF + "type")
