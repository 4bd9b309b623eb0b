from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions

from customs_kg.graph.store import ontology_triples, open_store, read_graph, store_apart, store_of
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import write_turtle
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, ONTOLOGY, RDFS
from tests.graph.sample import AGENCY, sample_facts


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "kg"
    folder.mkdir()
    (folder / "graph.ttl").write_bytes(write_turtle(report_triples(sample_facts())))
    return folder


def test_for_queries_the_terms_stand_among_the_data_and_in_a_graph_of_their_own(built: Path) -> None:
    store = open_store(built)
    described = {q.subject for q in store.quads_for_pattern(None, None, None, DefaultGraph())}
    assert {t.subject for t in read_graph(built)} < described
    for graph in (DefaultGraph(), NamedNode(ONTOLOGY)):
        assert list(store.quads_for_pattern(NamedNode(CK + "Claim"), None, None, graph))
    answer = store.query(f"ASK {{ ?f a/<{RDFS}subClassOf>+ <{CK}Endeavour> }}")
    assert answer, "no union of graphs need be asked for"


def test_for_checks_the_data_stand_in_the_default_graph_and_the_terms_beside_it(built: Path) -> None:
    store = store_apart(read_graph(built))
    data = list(store.quads_for_pattern(None, None, None, DefaultGraph()))
    terms = list(store.quads_for_pattern(None, None, None, NamedNode(ONTOLOGY)))
    assert {q.triple.subject for q in data} == {t.subject for t in read_graph(built)}
    assert len(data) == len(read_graph(built))
    assert NamedNode(CK + "Claim") in {q.subject for q in terms}
    assert len(store) == len(data) + len(terms)


def test_the_ontology_can_be_left_out(built: Path) -> None:
    assert len(open_store(built, with_ontology=False)) == len(read_graph(built))


def test_a_store_answers_sparql() -> None:
    store = store_of(report_triples(sample_facts()), with_ontology=False)
    answer = store.query(f"SELECT ?t {{ ?t <{CK}conductedBy> <{AGENCY}> }}")
    assert isinstance(answer, QuerySolutions)
    assert [str(row["t"]) for row in answer] == ["<https://w3id.org/customs-kg/id/operation-xr-lantern-2020>"]


def test_the_terms_are_those_of_the_project() -> None:
    described = {t.subject for t in ontology_triples()}
    assert {NamedNode(CK + name) for name in ("Observation", "evidence", "CustomsAdministration")} <= described


def test_what_is_read_keeps_its_lexical_forms(built: Path) -> None:
    assert read_graph(built) == report_triples(sample_facts())


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: p.write_bytes(b"x")])
def test_a_folder_without_a_graph_says_what_to_do(tmp_path: Path, make: object) -> None:
    folder = tmp_path / "kg"
    assert callable(make)
    make(folder)
    with pytest.raises(InputError, match=r"no graph at .*run customs-kg build first"):
        open_store(folder)


def test_a_damaged_graph_names_file_and_line(built: Path) -> None:
    data = (built / "graph.ttl").read_bytes()
    (built / "graph.ttl").write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match=r"graph\.ttl, line \d+: not readable as Turtle"):
        open_store(built)


def test_a_folder_in_the_place_of_the_graph_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        open_store(tmp_path)


def test_a_build_that_stands_aside_is_put_back_when_opened(built: Path) -> None:
    built.rename(built.with_name(".kg.customs-kg-old"))
    assert len(open_store(built, with_ontology=False)) == len(report_triples(sample_facts()))
