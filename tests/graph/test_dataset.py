"""The description of a build in VoID and DCAT says what the build holds."""

from __future__ import annotations

import hashlib

from pyoxigraph import Literal, NamedNode, RdfFormat, Store, parse

from customs_kg.graph.dataset import describe_dataset
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import to_quads, write_turtle
from customs_kg.ontology.iris import CK, ID, ONTOLOGY, PREFIXES
from tests.graph.sample import AGENCY, SHA256, sample_facts

TRIPLES = report_triples(sample_facts())
FILE = write_turtle(TRIPLES)
DATASET = f"{ID}graph-{SHA256[:12]}"


def ask(pattern: str) -> list[str]:
    """The values of ?v, as strings."""
    store = Store()
    store.bulk_extend(to_quads(quad.triple for quad in parse(describe_dataset(TRIPLES, FILE), format=RdfFormat.TURTLE)))
    prefixes = {**PREFIXES, "spdx": "http://spdx.org/rdf/terms#"}
    found = [row["v"] for row in store.query(f"SELECT ?v {{ {pattern} }} ORDER BY ?v", prefixes=prefixes)]  # type: ignore[union-attr]
    return [v.value for v in found if isinstance(v, NamedNode | Literal)]


def test_it_counts_the_graph() -> None:
    assert ask("?d a void:Dataset, dcat:Dataset ; void:triples ?v") == [str(len(TRIPLES))]
    subjects = {t.subject for t in TRIPLES}
    assert ask(f"<{DATASET}> void:distinctSubjects ?v") == [str(len(subjects))]


def test_each_class_and_property_has_its_number() -> None:
    assert ask("?p void:class ck:Claim ; void:entities ?v") == ["6"]
    assert ask("?d void:propertyPartition ?p . ?p void:property ck:value ; void:triples ?v") == ["6"]
    used = {t.predicate for t in TRIPLES}
    assert len(ask("?p void:property ?v")) == len(used) == int(ask("?d void:properties ?v")[0])
    assert sum(map(int, ask("?p void:property ?q ; void:triples ?v"))) == len(TRIPLES)


def test_it_leads_to_the_report_the_ontology_and_the_file() -> None:
    assert ask("?d dcterms:source ?v") == [sample_facts().report.iri]
    assert ask("?d dcterms:subject ?v") == [AGENCY]
    assert ask("?d dcterms:conformsTo ?v") == [f"{ONTOLOGY}/1.0.0"]
    assert CK.rstrip("#") in ask("?d void:vocabulary ?v")
    assert ask("?d dcat:distribution/spdx:checksum/spdx:checksumValue ?v") == [hashlib.sha256(FILE).hexdigest()]
    assert ask("?d dcat:distribution/dcat:byteSize ?v") == [str(len(FILE))]


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert describe_dataset(TRIPLES[::-1], FILE) == describe_dataset(TRIPLES, FILE)


def test_several_texts_have_a_name_of_their_own() -> None:
    from dataclasses import replace

    facts = sample_facts()
    other = replace(facts, text=replace(facts.text, sha256="0" * 64), report=replace(facts.report, iri=ID + "report-x"))
    both = report_triples(facts, other)
    described = describe_dataset(both, write_turtle(both)).decode()
    assert f"graph-{SHA256[:12]} " not in described
    assert described.count(" a void:Dataset") + described.count("void:Dataset ,") >= 1
