"""Results in a notebook: frames, and tables of HTML in which nothing of a report is markup."""

import sys
from decimal import Decimal

import pyoxigraph as ox
import pytest

from customs_kg import KnowledgeGraph
from customs_kg.graph.notebook import Records, write_html
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import XSD
from customs_kg.queries.run import Solutions
from tests.graph.hostile import hostile_facts
from tests.graph.sample import TEXT, sample_facts


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.of_facts([(sample_facts(), TEXT.encode())])


def test_records_are_tuples_with_a_frame(graph: KnowledgeGraph) -> None:
    figures = graph.figures()
    frame = figures.to_frame()
    assert isinstance(figures, tuple)
    assert len(frame) == len(figures)
    assert frame["value"].tolist() == [float(figure.value) for figure in figures]
    assert frame["words"].tolist()[0] == figures[0].evidence[0].exact
    assert frame["section"].tolist()[0] == figures[0].evidence[0].section
    assert list(graph.discrepancies().to_frame()["figures"][0]) == [f.stated for f in graph.discrepancies()[0].figures]
    assert Records(()).to_frame().empty


def test_an_answer_becomes_a_frame_with_numbers_as_numbers() -> None:
    def typed(text: str, kind: str) -> ox.Literal:
        return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))

    row = (
        ox.NamedNode("https://example.org/x"),
        typed("2.50", "decimal"),
        typed("7", "integer"),
        ox.Literal("a"),
        None,
    )
    frame = Solutions(("iri", "decimal", "integer", "text", "unbound"), (row,)).to_frame()
    assert frame.iloc[0].tolist() == ["https://example.org/x", 2.5, 7, "a", None]
    assert [str(kind) for kind in frame.dtypes[["decimal", "integer"]]] == ["float64", "int64"]


def test_without_pandas_the_extra_is_named(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(InputError, match=r"customs-kg\[pandas\]"):
        graph.figures().to_frame()
    assert "<table>" in graph.figures()._repr_html_(), "a notebook shows it all the same"


def test_a_notebook_shows_no_markup_of_a_report() -> None:
    graph = KnowledgeGraph.of_facts([(hostile_facts(), TEXT.encode())])
    answer = graph.query("SELECT ?label { ?thing a ck:Operation ; skos:prefLabel ?label }")
    account = graph.entity(graph.query("SELECT ?t { ?t a ck:Operation }").rows[0][0].value)  # type: ignore[union-attr]
    for shown in (graph, graph.figures(), graph.plans(), graph.discrepancies(), answer, account):
        html = shown._repr_html_()  # type: ignore[union-attr]
        assert "&lt;" in html
        for tag in ("<script", "<img", "<svg"):
            assert tag not in html


def test_a_long_table_says_how_much_it_shows() -> None:
    html = write_html(["n"], [[n] for n in range(60)])
    assert html.count("<tr>") == 51
    assert "60 rows, the first 50 shown" in html
    assert "1 row<" in write_html(["n"], [[Decimal(1)]])


def test_a_graph_names_its_reports(graph: KnowledgeGraph) -> None:
    assert repr(graph).startswith("<KnowledgeGraph of Ruritania Customs annual report 2020: ")
    assert "<b>Ruritania Customs annual report 2020</b>" in graph._repr_html_()
