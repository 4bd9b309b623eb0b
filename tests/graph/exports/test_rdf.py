"""RDF syntaxes: read back by Oxigraph and by rdflib they are the graph that went in."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from customs_kg.graph.bridges import to_rdflib
from customs_kg.graph.exports.rdf import write_nquads, write_ntriples, write_rdfxml, write_trig
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.iris import CK, RDF
from tests.graph.exports.two_reports import LATER_REPORT, LIGHTHOUSE, two_reports
from tests.graph.hostile import hostile_facts
from tests.graph.sample import LANTERN, PORT, TERRITORY, sample_facts

Writer = Callable[[Iterable[Triple]], bytes]
SYNTAXES: dict[str, tuple[Writer, RdfFormat]] = {
    "nt": (write_ntriples, RdfFormat.N_TRIPLES),
    "nquads": (write_nquads, RdfFormat.N_QUADS),
    "trig": (write_trig, RdfFormat.TRIG),
    "xml": (write_rdfxml, RdfFormat.RDF_XML),
}
GRAPHS = {
    "sample": report_triples(sample_facts()),
    "hostile": report_triples(hostile_facts()),
    "two reports": report_triples(*two_reports()),
}
LATER = NamedNode(LATER_REPORT)
FIRST = NamedNode(sample_facts().report.iri)


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", GRAPHS)
def test_every_literal_comes_back_in_its_lexical_form(syntax: str, name: str) -> None:
    write, form = SYNTAXES[syntax]
    assert {quad.triple for quad in parse(write(GRAPHS[name]), format=form)} == set(GRAPHS[name])


@pytest.mark.filterwarnings("ignore:.*Dataset:DeprecationWarning")  # rdflib's own use of what it deprecates
@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("name", GRAPHS)
def test_rdflib_reads_the_same_graph(syntax: str, name: str) -> None:
    write, _ = SYNTAXES[syntax]
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=write(GRAPHS[name]), format=syntax)
    read = rdflib.Graph()
    for subject, predicate, value, _graph in dataset.quads():
        read.add((subject, predicate, value))
    # rdflib reads literals by value ("7.50" is "7.5"): the graph it is compared with goes the same way.
    expected = rdflib.Graph().parse(data=to_rdflib(GRAPHS[name]).serialize(format="nt"), format="nt")
    assert isomorphic(read, expected)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_order_of_the_triples_makes_no_difference(syntax: str) -> None:
    write, _ = SYNTAXES[syntax]
    shuffled = list(GRAPHS["two reports"])
    random.Random(7).shuffle(shuffled)  # noqa: S311  (not for secrets)
    assert write(shuffled) == write(GRAPHS["two reports"])


@pytest.mark.parametrize("syntax", ["trig", "xml"])
def test_prefixes_stand_in_the_same_order_in_every_process(syntax: str) -> None:
    code = (
        "import sys; from customs_kg.graph.exports import rdf; from customs_kg.graph.triples import report_triples; "
        "from tests.graph.sample import sample_facts; "
        f"sys.stdout.buffer.write(rdf.{SYNTAXES[syntax][0].__name__}(report_triples(sample_facts())))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "3"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout == SYNTAXES[syntax][0](GRAPHS["sample"])


def test_rdfxml_keeps_carriage_returns_and_marks_what_xml_cannot_write() -> None:
    facts = sample_facts()
    entity = replace(facts.entities[0], description="one\r\ntwo\x0cthree \x00<&>")
    triples = report_triples(replace(facts, entities=(entity, *facts.entities[1:])))
    values = {q.object.value for q in parse(write_rdfxml(triples), format=RdfFormat.RDF_XML)
              if isinstance(q.object, Literal)}  # fmt: skip
    assert "one\r\ntwo\ufffdthree \ufffd<&>" in values


def quads_of(triples: list[Triple]) -> set[Quad]:
    return set(parse(write_trig(triples), format=RdfFormat.TRIG))


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_one_report_is_one_graph_named_by_it(name: str) -> None:
    assert {quad.graph_name for quad in quads_of(GRAPHS[name])} == {FIRST}


def test_two_reports_are_two_graphs_and_nothing_beside_them() -> None:
    quads = quads_of(GRAPHS["two reports"])
    assert {quad.graph_name for quad in quads} == {FIRST, LATER}
    assert DefaultGraph() not in {quad.graph_name for quad in quads}


def test_each_graph_holds_what_its_report_says() -> None:
    quads = quads_of(GRAPHS["two reports"])
    graphs = {
        subject: {q.graph_name for q in quads if q.subject == NamedNode(subject) and q.predicate.value == RDF + "type"}
        for subject in (LANTERN, LIGHTHOUSE, PORT)
    }
    assert graphs == {LANTERN: {FIRST}, LIGHTHOUSE: {LATER}, PORT: {FIRST, LATER}}


def test_an_edge_stands_with_the_reports_that_claim_it() -> None:
    quads = quads_of(GRAPHS["two reports"])
    places = {
        name: {q.graph_name for q in quads if q.predicate == NamedNode(CK + name)} for name in ("within", "supervises")
    }
    assert places == {"within": {FIRST, LATER}, "supervises": {FIRST}}
    assert any(q.subject.value == PORT and q.object.value == TERRITORY for q in quads if q.graph_name == LATER)  # type: ignore[union-attr]  # the graph has no blank nodes


def test_each_graph_alone_describes_every_thing_it_speaks_of() -> None:
    quads = quads_of(GRAPHS["two reports"])
    for graph in (FIRST, LATER):
        own = [quad for quad in quads if quad.graph_name == graph]
        described = {quad.subject for quad in own}
        things = {q.object for q in own if q.predicate.value in (CK + "mentions", CK + "ofIndicator", CK + "refPeriod")}
        assert things <= described


def test_what_no_report_leads_to_stays_in_the_default_graph() -> None:
    stray = Triple(NamedNode("https://example.org/a"), NamedNode("https://example.org/b"), Literal("c"))
    assert Quad(stray.subject, stray.predicate, stray.object, DefaultGraph()) in quads_of(
        [*GRAPHS["two reports"], stray]
    )
