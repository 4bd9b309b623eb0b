from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, serialize

from customs_kg.graph.reasoning import check_consistency
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK
from customs_kg.ontology.statements import parse_turtle

from .sample import sample_facts

EXAMPLE = Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")
PREFIXES = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def ntriples(triples: list[Triple]) -> bytes:
    written = BytesIO()
    serialize(triples, written, RdfFormat.N_TRIPLES)
    return written.getvalue()


def example_with(fault: str = "") -> bytes:
    return ntriples(parse_turtle("example.ttl", PREFIXES + EXAMPLE + fault))


@pytest.mark.java
def test_ontology_with_the_example_is_consistent() -> None:
    result = check_consistency(example_with())
    assert (result.status, result.reasoner, result.unsatisfiable) == ("consistent", "HermiT", ())
    assert result.checked > 150
    assert result.left_out == 0


@pytest.mark.java
def test_ontology_with_the_sample_report_is_consistent() -> None:
    assert check_consistency(ntriples(report_triples(sample_facts()))).status == "consistent"


@pytest.mark.java
@pytest.mark.parametrize(
    "fault",
    [
        pytest.param("id:place-xr-strelsau a ck:Event .", id="an individual in two disjoint classes"),
        pytest.param("id:unit-xr-head-office a ck:CustomsHouse .", id="an individual in two siblings"),
        pytest.param("id:place-xr-strelsau ck:within id:period-2020 .", id="an object outside the range"),
        pytest.param("id:obs-000000000001 ck:value 2634.0 .", id="two values of a functional property"),
        pytest.param("id:agency-xr-x a ck:Operation ; ck:targetsGoods id:x . id:x a ck:TaxType .",
                     id="a concept of two kinds"),
    ],
)  # fmt: skip
def test_a_seeded_fault_is_inconsistent(fault: str) -> None:
    result = check_consistency(example_with(fault))
    assert result.status == "inconsistent"
    assert "contradict" in result.reason


@pytest.mark.java
def test_a_class_that_can_have_no_member_is_named() -> None:
    result = check_consistency(example_with("ck:Ghost a owl:Class ; rdfs:subClassOf ck:Place , ck:Event ."))
    assert result.status == "inconsistent"
    assert result.unsatisfiable == (CK + "Ghost",)
    assert CK + "Ghost" in result.reason


@pytest.mark.java
def test_a_large_graph_is_checked_in_part_by_whole_nodes() -> None:
    fault = "id:operation-xr-lantern-2020 a ck:Place ."  # among the things, which come first
    whole, part = check_consistency(example_with(fault)), check_consistency(example_with(fault), limit=80)
    assert part.status == "inconsistent"
    assert part.checked <= 80
    assert part.checked + part.left_out == whole.checked


def test_without_java_the_check_is_skipped_never_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("owlready2.JAVA_EXE", "no-such-java")
    result = check_consistency(example_with())
    assert (result.status, result.reasoner) == ("skipped", "HermiT")
    assert result.checked > 150
    assert "no Java runtime" in result.reason
    assert "owlrl, which knows fewer rules, found no contradiction" in result.reason


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("id:place-xr-strelsau a ck:Event .", ["Place", "Event", "place-xr-strelsau"]),
        ("id:unit-xr-head-office a ck:CustomsHouse .", ["CustomsHeadquarters", "CustomsHouse", "unit-xr-head-office"]),
        ("id:place-xr-strelsau ck:within id:period-2020 .", ["DomainEntity", "Period", "period-2020"]),
    ],
)
def test_without_java_owlrl_names_the_contradictions_it_knows(
    monkeypatch: pytest.MonkeyPatch, fault: str, words: list[str]
) -> None:
    monkeypatch.setattr("owlready2.JAVA_EXE", "no-such-java")
    result = check_consistency(example_with(fault))
    assert (result.status, result.reasoner) == ("inconsistent", "owlrl")
    assert [word for word in words if word not in result.reason] == []


def test_what_is_not_ntriples_is_refused() -> None:
    with pytest.raises(InputError, match=r"not N-Triples \(line 1\)"):
        check_consistency(b"ck:x a ck:y .")
