"""The quick check of shapes says what pyshacl says (each seeded fault of test_shacl is held to that too)."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.graph.conformance import check_shapes
from customs_kg.graph.shacl import validate
from customs_kg.graph.shapes import read_shapes
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import CK, XSD
from customs_kg.ontology.statements import parse_turtle

from .sample import sample_facts

EXAMPLE = sorted(parse_turtle("example", Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")), key=str)
HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n<urn:s> a sh:NodeShape ; "


def test_a_clean_graph_has_no_finding() -> None:
    assert check_shapes(report_triples(sample_facts())) == []


@pytest.mark.parametrize("first", range(7))
def test_taking_away_one_in_seven_statements_gives_the_findings_of_pyshacl(first: int) -> None:
    kept = [triple for place, triple in enumerate(EXAMPLE) if place % 7 != first]
    findings = check_shapes(kept)
    assert len(findings) >= 15
    assert findings == validate(kept)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("confidence", Literal("high", datatype=NamedNode(XSD + "decimal"))),
        ("confidence", Literal("0.5e0", datatype=NamedNode(XSD + "double"))),
        ("confidence", NamedNode("urn:high")),
        ("value", Literal("+.5", datatype=NamedNode(XSD + "decimal"))),
        ("periodStart", Literal("2020-02-30T00:00:00Z", datatype=NamedNode(XSD + "dateTime"))),
        ("periodStart", Literal("2020-01-01T00:00:00+05:00", datatype=NamedNode(XSD + "dateTime"))),
        ("periodStart", Literal("2020-01-01", datatype=NamedNode(XSD + "date"))),
        ("statedValue", Literal("2,633", language="en")),
        ("sha256", Literal("0123456789abcdef" * 4, datatype=NamedNode(XSD + "string"))),
        ("evidence", Literal("some words")),
        ("dueBasis", Literal("none", language="en")),
    ],
)
def test_values_of_other_kinds_are_found_as_pyshacl_finds_them(name: str, value: Literal | NamedNode) -> None:
    predicate = NamedNode(CK + name)
    changed = [Triple(t.subject, predicate, value) if t.predicate == predicate else t for t in EXAMPLE]
    assert changed != EXAMPLE
    assert check_shapes(changed) == validate(changed)


def test_every_shape_of_the_ontology_is_read() -> None:
    sources = {n: t for n, t in ontology_files("shapes").items() if n != "shapes/vocabulary.ttl"}
    assert len(read_shapes(sources)) == sum(text.count("a sh:NodeShape") for text in sources.values())


@pytest.mark.parametrize(
    ("shape", "message"),
    [
        ("sh:targetClass <urn:C> ; sh:equals <urn:p> .", "sh:equals"),
        ("sh:property [ sh:path ( <urn:p> <urn:q> ) ; sh:minCount 1 ] .", "neither a property nor the inverse"),
    ],
)
def test_a_part_of_shacl_that_is_not_known_is_refused(shape: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        read_shapes({"new.ttl": HEAD + shape})
