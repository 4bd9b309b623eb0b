"""What the rules infer: what a person expects, what rdflib infers from the same rules, and never a plan as a fact."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, Triple
from rdflib.plugins.sparql import prepareQuery

from customs_kg.graph.bridges import to_rdflib
from customs_kg.graph.rules import infer
from customs_kg.graph.store import ontology_triples
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import ONTOLOGY, PREFIXES
from customs_kg.ontology.statements import parse_turtle

from .sample import sample_facts

EXAMPLE = Path(__file__).with_name("example.ttl").read_text(encoding="utf-8")
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
CHAIN = """
id:a ck:directlySubordinateTo id:b . id:b ck:subordinateTo id:c . id:c ck:directlySubordinateTo id:d .
id:x ck:within id:y . id:y ck:within id:z .
id:part ck:componentOf id:whole . id:whole ck:componentOf id:all .
id:one ck:editionOf id:drive ; ck:occursDuring id:p1 . id:p1 ck:periodStart "2019-01-01T00:00:00Z"^^xsd:dateTime .
id:two ck:editionOf id:drive ; ck:occursDuring id:p2 . id:p2 ck:periodStart "2020-01-01T00:00:00Z"^^xsd:dateTime .
id:three ck:editionOf id:drive ; ck:occursDuring id:p3 . id:p3 ck:periodStart "2022-01-01T00:00:00Z"^^xsd:dateTime .
id:us ck:cooperatesWith id:them .
id:gate a ck:ServicePlatform ; ck:basedOn id:plan .
"""
EXPECTED = """
id:a ck:subordinateTo id:b , id:c , id:d . id:b ck:subordinateTo id:d . id:c ck:subordinateTo id:d .
id:d ck:hasSubordinate id:a . id:b ck:hasDirectSubordinate id:a .
id:x ck:within id:z . id:z ck:contains id:x . id:part ck:componentOf id:all . id:all ck:hasComponent id:part .
id:one ck:nextEdition id:two . id:two ck:nextEdition id:three . id:three ck:previousEdition id:two .
id:them ck:cooperatesWith id:us . id:gate a ck:InformationSystem , ck:DomainEntity , prov:Entity .
id:plan ck:basisOf id:gate .
"""


def turtle(text: str) -> set[Triple]:
    return set(parse_turtle("test", HEAD + text))


def test_what_a_person_expects_is_inferred() -> None:
    inferred = set(infer(turtle(CHAIN)))
    assert turtle(EXPECTED) - inferred == set()
    assert not inferred & turtle(CHAIN)
    assert not inferred & turtle("id:one ck:nextEdition id:three . id:a ck:directlySubordinateTo id:c , id:d .")


def test_what_is_only_planned_is_not_inferred() -> None:
    graph = parse_turtle("example", EXAMPLE)
    planned = turtle("id:place-xr-strelsau ck:coveredBy id:operation-xr-lantern-2020 .")
    assert planned & set(infer(graph)) == set()


@pytest.mark.parametrize("rule", ontology_files("rules", ".rq"))
def test_each_rule_says_what_it_does_and_adds_something(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = ontology_files("rules", ".rq")[rule]
    assert text.startswith("# ") and text.splitlines()[0].endswith(".")
    monkeypatch.setattr("customs_kg.graph.rules.ontology_files", lambda *_: {rule: text})
    assert infer(turtle(CHAIN))


def _infer_in_rdflib(graph: rdflib.Graph) -> set[tuple[str, ...]]:
    """The triples that the same rules add in rdflib, as strings."""
    dataset = rdflib.Dataset()
    for triple in graph:
        dataset.default_graph.add(triple)
    for triple in to_rdflib(ontology_triples()):
        dataset.graph(rdflib.URIRef(ONTOLOGY)).add(triple)
    rules = [prepareQuery(text, initNs=PREFIXES) for text in ontology_files("rules", ".rq").values()]
    found: set[tuple[str, ...]] = set()
    while True:
        fresh = {t for rule in rules for t in (dataset.query(rule).graph or ())} - set(dataset.default_graph)
        if not fresh:
            return found
        found |= {tuple(str(node) for node in triple) for triple in fresh}
        for triple in fresh:
            dataset.default_graph.add(triple)


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib uses its own deprecated names in a query
@pytest.mark.parametrize("triples", [turtle(CHAIN), report_triples(sample_facts())], ids=["chain", "report"])
def test_rdflib_infers_the_same(triples: list[Triple]) -> None:
    inferred = infer(triples)
    edges = {
        (t.subject.value, t.predicate.value, t.object.value)
        for t in inferred
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode)
    }
    found = _infer_in_rdflib(to_rdflib(triples))
    assert len(found) == len(inferred)
    assert edges <= found  # what is no edge is a number, whose form a store changes


@pytest.mark.parametrize(("text", "message"), [("CONSTRUC {}", "is not SPARQL"), ("ASK {}", "must be a CONSTRUCT")])
def test_a_malformed_rule_is_named(monkeypatch: pytest.MonkeyPatch, text: str, message: str) -> None:
    monkeypatch.setattr("customs_kg.graph.rules.ontology_files", lambda *_: {"rules/broken.rq": text})
    with pytest.raises(OntologyError, match=f"rules/broken.rq {message}"):
        infer([])
