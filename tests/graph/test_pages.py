"""Page numbers: from the text of a PDF to its spans, tables and sentences on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.graph.conformance import check_shapes
from customs_kg.graph.exports.tables import graph_tables
from customs_kg.graph.index import GraphIndex
from customs_kg.graph.model import ReportFacts, ReportText
from customs_kg.graph.triples import report_triples
from customs_kg.graph.view import build_view
from customs_kg.ontology.iris import CK, XSD
from tests.graph.sample import TEXT, sample_facts, span_of

SECOND = TEXT.index("II. CONTROL")
THIRD = TEXT.index("III. PLANS")


def paged_facts() -> ReportFacts:
    """The sample with a section on each page, taken out of a file."""
    facts = sample_facts()
    return replace(facts, text=replace(facts.text, pages=(0, SECOND, THIRD), original_sha256="ab" * 32))


@pytest.mark.parametrize(
    ("pages", "offset", "page"),
    [
        ((), 5, None), ((0,), 0, 1), ((0, 10, 20), 9, 1), ((0, 10, 20), 10, 2), ((0, 10, 20), 99, 3),
        ((0, 10, 10), 10, 3), ((4, 10), 0, 1),
    ],
)  # fmt: skip
def test_a_character_stands_on_the_last_page_that_began(pages: tuple[int, ...], offset: int, page: int | None) -> None:
    assert ReportText("x", "", "", pages=pages).page_at(offset) == page


def test_every_span_has_the_page_on_which_it_begins() -> None:
    index = GraphIndex(report_triples(paged_facts()))
    for span in index.instances(CK + "EvidenceSpan"):
        start = index.quotation(span).start
        assert index.quotation(span).page == 1 + (start >= SECOND) + (start >= THIRD)
    (text,) = index.instances(CK + "ReportText")
    assert index.values(text, CK + "originalSha256") == ["ab" * 32]


def test_a_text_without_pages_has_none_and_no_original() -> None:
    index = GraphIndex(report_triples(sample_facts()))
    assert not any(index.values(span, CK + "page") for span in index.instances(CK + "EvidenceSpan"))
    (text,) = index.instances(CK + "ReportText")
    assert index.values(text, CK + "originalSha256") == []


def test_the_tables_have_the_page() -> None:
    figures = next(table for table in graph_tables(report_triples(paged_facts())) if table.name == "figures")
    at = list(figures.columns).index("page")
    start = list(figures.columns).index("start")
    assert {row[at] for row in figures.rows if row[start] == span_of("Trade value: BHD 4.23 billion").start} == {2}
    assert {row[at] for row in figures.rows} == {1, 2}


def test_the_sentences_of_the_page_have_it() -> None:
    view = build_view([paged_facts()])
    assert {s.page for s in view.sentences} == {1, 2, 3}
    assert all(s.page == 1 + (s.offset >= SECOND) + (s.offset >= THIRD) for s in view.sentences)
    assert {s.page for s in build_view([sample_facts()]).sentences} == {None}


@pytest.mark.parametrize("number", ["0", "-1"])
def test_pages_are_counted_from_one(number: str) -> None:
    triples = report_triples(paged_facts())
    assert check_shapes(triples) == []
    wrong = Literal(number, datatype=NamedNode(XSD + "integer"))
    page = NamedNode(CK + "page")
    changed = [Triple(t.subject, page, wrong) if t.predicate == page else t for t in triples]
    assert {finding.path for finding in check_shapes(changed)} == {page.value}
