from __future__ import annotations

import random

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from customs_kg.graph.bridges import to_rdflib
from customs_kg.graph.exports.rdf import write_nquads
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import read_triples, sort_triples, write_turtle
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import EVIDENCE, ID, PREFIXES, XSD
from tests.graph.sample import SHA256, sample_facts

LEXICAL_FORMS = [
    ("5", "nonNegativeInteger"),
    ("-7", "int"),
    ("9223372036854775808", "long"),
    ("007", "integer"),
    ("+12", "integer"),
    ("0.50", "decimal"),
    ("1538.81400", "decimal"),
    ("2633", "decimal"),
    ("24330000000000.123456789", "decimal"),
    (".5", "decimal"),
    ("1.0E3", "double"),
    ("INF", "double"),
    ("1", "boolean"),
    ("0", "boolean"),
    ("true", "boolean"),
    ("2016-01-01T00:00:00Z", "dateTime"),
    ("2016-01-01T00:00:00", "dateTime"),
    ("2016-01-01T00:00:00.500+00:00", "dateTime"),
    ("2016", "gYear"),
    ("2016-01-01", "date"),
    ("P12M", "duration"),
    ("not a number", "integer"),
    ("ABCDEF01", "hexBinary"),
    ('tab\t, quote ", backslash \\, break\r\n, markup </script>', "string"),
]


def _statement(value: Literal) -> Triple:
    return Triple(NamedNode(ID + "thing"), NamedNode("https://example.org/says"), value)


@pytest.mark.parametrize(("form", "datatype"), LEXICAL_FORMS)
def test_a_literal_keeps_its_lexical_form(form: str, datatype: str) -> None:
    triple = _statement(Literal(form, datatype=NamedNode(XSD + datatype)))
    assert read_triples(write_turtle([triple]), "memory") == [triple]
    quads = parse(write_nquads([triple]), format=RdfFormat.N_QUADS)
    assert [quad.triple for quad in quads] == [triple]


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "en", "zh-hans"]))
def test_any_text_survives(text: str, language: str | None) -> None:
    triple = _statement(Literal(text, language=language))
    assert read_triples(write_turtle([triple]), "memory") == [triple]


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_decimal_survives(value: object) -> None:
    triple = _statement(Literal(format(value, "f"), datatype=NamedNode(XSD + "decimal")))
    assert read_triples(write_turtle([triple]), "memory") == [triple]


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_triples_makes_no_difference(chance: random.Random) -> None:
    triples = report_triples(sample_facts())
    shuffled = [*triples, triples[0]]
    chance.shuffle(shuffled)
    assert write_turtle(shuffled) == write_turtle(triples)


def test_the_turtle_of_a_build_reads_back_as_its_triples() -> None:
    triples = report_triples(sample_facts())
    data = write_turtle(triples)
    assert read_triples(data, "memory") == triples
    assert data == write_turtle(read_triples(data, "memory"))


def test_rdflib_reads_the_same_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)  # else it writes 2633 as 2633.0 as it reads
    triples = report_triples(sample_facts())
    assert isomorphic(rdflib.Graph().parse(data=write_turtle(triples), format="turtle"), to_rdflib(triples))


def test_prefixes_stand_sorted_before_everything() -> None:
    lines = write_turtle(report_triples(sample_facts())).decode().splitlines()
    header = [line for line in lines if line.startswith("@prefix")]
    assert header == sorted(header) == lines[: len(header)]
    assert len(header) == len(PREFIXES) + 1
    assert f"@prefix ev: <{EVIDENCE}{SHA256[:12]}/> ." in header
    assert "<https://w3id.org" not in "".join(lines[len(header) :])


def test_each_of_several_texts_has_its_own_prefix() -> None:
    spans = [NamedNode(f"{EVIDENCE}{digit * 12}/c0-5") for digit in "ab"]
    triples = [Triple(span, NamedNode("https://example.org/says"), Literal("x")) for span in spans]
    data = write_turtle(triples).decode()
    assert "ev-aaaaaaaaaaaa:c0-5 <https://example.org/says>" in data
    assert "ev-bbbbbbbbbbbb:c0-5 <https://example.org/says>" in data
    assert read_triples(data.encode(), "memory") == triples


def test_things_come_before_evidence() -> None:
    subjects = [str(t.subject) for t in sort_triples(report_triples(sample_facts()))]
    evidence = [s.startswith(f"<{EVIDENCE}") for s in subjects]
    assert evidence == sorted(evidence)
    assert any(evidence)


def test_no_triples_give_prefixes_alone() -> None:
    assert read_triples(write_turtle([]), "memory") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"ck:Observation ;", b"ck:Observation"),
        (b'@en ;\n    skos:prefLabel "cigarettes', b'\n    skos:prefLabel "cigarettes'),
        (b"a ck:Port ;", b"a ck:Port ; <a b>"),
        (b"\xe2\x80\x9c", b"\xff"),
    ],
)
def test_an_edited_file_is_refused_with_its_line(old: bytes, new: bytes) -> None:
    data = write_turtle(report_triples(sample_facts()))
    assert old in data
    line = data[: data.index(old)].count(b"\n") + 1
    with pytest.raises(InputError, match=r"kg/graph.ttl, line (\d+)") as raised:
        read_triples(data.replace(old, new, 1), "kg/graph.ttl")
    named = int(str(raised.value).split("line ")[1].split(":")[0])
    assert line <= named <= line + 2


def test_a_file_cut_short_is_refused_with_its_line() -> None:
    data = write_turtle(report_triples(sample_facts()))
    cut = data[: data.rindex(b'"') - 1]
    with pytest.raises(InputError, match=f"line {cut.count(bytes([10])) + 1}: .*build it again"):
        read_triples(cut, "kg/graph.ttl")
