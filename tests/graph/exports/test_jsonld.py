"""JSON-LD: what pyld, Oxigraph and rdflib read is the graph that went in."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pyld.jsonld  # type: ignore[import-untyped]
import pytest
import rdflib
from pyoxigraph import RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from customs_kg.graph.bridges import to_rdflib
from customs_kg.graph.exports.jsonld import write_framed_jsonld, write_jsonld
from customs_kg.graph.index import GraphIndex
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.context import load_context
from customs_kg.ontology.iris import CK, ID, RDF
from tests.graph.exports.two_reports import two_reports
from tests.graph.hostile import hostile_facts
from tests.graph.sample import AGENCY, GATE, GUILD, HEAD_OFFICE, PORT, TRADE_VALUE, sample_facts

WRITERS = {"flat": write_jsonld, "framed": write_framed_jsonld}
GRAPHS = {
    "sample": report_triples(sample_facts()),
    "hostile": report_triples(hostile_facts()),
    "two reports": report_triples(*two_reports()),
}


def nodes(data: bytes) -> dict[str, dict[str, Any]]:
    """The nodes on the first level, by the end of their IRI."""
    return {node["@id"]: node for node in json.loads(data)["@graph"]}


def short(iri: str) -> str:
    return f"id:{iri.removeprefix(ID)}"


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", GRAPHS)
def test_pyld_reads_every_triple_and_its_lexical_form(form: str, name: str) -> None:
    quads: Any = pyld.jsonld.to_rdf(json.loads(WRITERS[form](GRAPHS[name])), {"format": "application/n-quads"})
    assert {quad.triple for quad in parse(quads, format=RdfFormat.N_QUADS)} == set(GRAPHS[name])


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", GRAPHS)
def test_oxigraph_reads_the_same_triples(form: str, name: str) -> None:
    read = parse(WRITERS[form](GRAPHS[name]), format=RdfFormat.JSON_LD)
    assert {quad.triple for quad in read} == set(GRAPHS[name])


@pytest.mark.filterwarnings("ignore:.*Dataset:DeprecationWarning")  # rdflib's own use of what it deprecates
@pytest.mark.parametrize("form", WRITERS)
def test_rdflib_reads_the_same_graph(form: str) -> None:
    read = rdflib.Graph().parse(data=WRITERS[form](GRAPHS["sample"]), format="json-ld")
    expected = rdflib.Graph().parse(data=to_rdflib(GRAPHS["sample"]).serialize(format="nt"), format="nt")
    assert isomorphic(read, expected)


def test_the_flat_form_is_what_the_compaction_of_the_standard_gives() -> None:
    document = json.loads(write_jsonld(GRAPHS["hostile"]))
    compacted: Any = pyld.jsonld.compact(pyld.jsonld.expand(document), document["@context"])
    assert {n["@id"]: n for n in compacted["@graph"]} == nodes(write_jsonld(GRAPHS["hostile"]))


def test_the_context_stands_in_the_file_so_that_nothing_is_fetched() -> None:
    assert json.loads(write_jsonld(GRAPHS["sample"]))["@context"] == load_context()


def test_every_node_of_the_flat_form_stands_once() -> None:
    written = json.loads(write_jsonld(GRAPHS["two reports"]))["@graph"]
    assert len({node["@id"] for node in written}) == len(written)


def test_terms_are_plain_words_and_numbers_keep_their_digits() -> None:
    written = nodes(write_jsonld(GRAPHS["sample"]))
    office = written[short(HEAD_OFFICE)]
    assert office["@type"] == "CustomsHeadquarters"
    assert office["prefLabel"] == "Head Office"
    assert office["supervises"] == short(GUILD)
    assert {"7.50", "4210000000"} <= {node.get("value") for node in written.values()}


def test_framed_things_hold_their_claims_figures_and_actions_with_the_words() -> None:
    written = nodes(write_framed_jsonld(GRAPHS["sample"]))
    claims = written[short(HEAD_OFFICE)]["claims"]
    assert {claim["predicate"] for claim in claims} == {"ck:headquartersOf", "ck:supervises"}
    for claim in claims:  # both are proved by the same words
        exact = "".join(selector.get("exact", "") for selector in claim["evidence"]["hasSelector"])
        assert exact.startswith("Head Office manages")
    assert len(written[short(TRADE_VALUE)]["figures"]) == 2
    assert [action["@type"] for action in written[short(GATE)]["actions"]] == ["Accomplishment"]
    assert [action["@type"] for action in written[short(PORT)]["actions"]] == ["Commitment"]
    assert {action["actionType"] for action in written[short(AGENCY)]["ownActions"]} == {"ckt:action-reduce"}


def test_framed_forms_write_each_thing_and_statement_out_once() -> None:
    seen: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if value.get("@id", "").startswith("id:") and len(value) > 1:
                seen.append(value["@id"])
            for member in value.values():
                walk(member)
        elif isinstance(value, list):
            for member in value:
                walk(member)

    walk(json.loads(write_framed_jsonld(GRAPHS["two reports"]))["@graph"])
    assert (
        len(seen)
        == len(set(seen))
        == len({t.subject for t in GRAPHS["two reports"] if str(t.subject).startswith(f"<{ID}")})
    )


def test_framed_things_come_first() -> None:
    written = json.loads(write_framed_jsonld(GRAPHS["sample"]))["@graph"]
    things = [short(iri) for iri in GraphIndex(GRAPHS["sample"]).things()]
    assert [node["@id"] for node in written[: len(things)]] == things


@pytest.mark.parametrize("form", WRITERS)
def test_an_unknown_predicate_and_language_survive(form: str) -> None:
    from pyoxigraph import Literal, NamedNode

    subject = NamedNode(AGENCY)
    strange = [
        Triple(subject, NamedNode("https://example.org/p"), NamedNode("https://example.org//x")),
        Triple(
            subject, NamedNode("https://example.org/p"), Literal("1.0", datatype=NamedNode("https://example.org/t"))
        ),
        Triple(subject, NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"), Literal("Zoll", language="de")),
        Triple(subject, NamedNode(CK + "value"), Literal("no decimal")),
        Triple(subject, NamedNode(RDF + "type"), NamedNode("https://example.org/C")),
    ]
    graph = [*GRAPHS["sample"], *strange]
    assert {q.triple for q in parse(WRITERS[form](graph), format=RdfFormat.JSON_LD)} == set(graph)


def test_the_bytes_do_not_depend_on_the_order_of_the_triples() -> None:
    facts = sample_facts()
    turned = report_triples(replace(facts, entities=facts.entities[::-1], claims=facts.claims[::-1]))
    for write in WRITERS.values():
        assert write(turned[::-1]) == write(GRAPHS["sample"])
