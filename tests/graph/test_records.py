from __future__ import annotations

from decimal import Decimal

import pytest

from customs_kg.graph.index import GraphIndex
from customs_kg.graph.records import read_disagreements, read_figures, read_plans
from customs_kg.graph.triples import report_triples
from tests.graph.sample import TEXT, sample_facts


@pytest.fixture(scope="module")
def index() -> GraphIndex:
    return GraphIndex(report_triples(sample_facts()))


def test_figures_come_in_the_order_of_the_text(index: GraphIndex) -> None:
    figures = read_figures(index)
    assert [f.stated for f in figures] == [
        "BHD 4.21 billion",
        "3.5 percent",
        "120",
        "BHD 4.23 billion",
        "7.50 tonnes",
    ]
    assert [f.value for f in figures] == [Decimal(v) for v in ("4210000000", "3.5", "120", "4230000000", "7.50")]


def test_a_figure_speaks_in_names(index: GraphIndex) -> None:
    figure = read_figures(index)[4]
    assert (figure.indicator, figure.agent, figure.period) == (
        "mass of goods seized",
        "Ruritania Customs",
        "2020",
    )
    assert (figure.kind, figure.qualifier, figure.breakdown) == ("level", "over", ("cigarettes",))
    assert read_figures(index)[3].unit == "Bahraini Dinar"
    assert read_figures(index)[2].result_of == "Lantern 2020"
    assert not figure.derived


def test_a_figure_leads_to_its_words(index: GraphIndex) -> None:
    for figure in read_figures(index):
        (quotation,) = figure.evidence
        assert TEXT[quotation.start : quotation.end] == quotation.exact
        assert quotation.section in ("FOREWORD", "CONTROL")


def test_plans_name_their_due_date_and_target(index: GraphIndex) -> None:
    extend, cut = read_plans(index)
    assert (extend.due, extend.due_basis, extend.target) == ("first half of 2021", "stated", "")
    assert set(extend.acts_on) == {"Harbour\\Gate", "port of Strelsau"}
    assert extend.target_value is None
    assert (cut.due, cut.due_basis) == ("2021", "reporting-year-plus-one")
    assert (cut.target, cut.target_value) == ("one fifth", Decimal(-20))


def test_a_disagreement_holds_its_figures(index: GraphIndex) -> None:
    (found,) = read_disagreements(index)
    assert found.type == "conflict"
    assert found.relative_difference == Decimal("0.0047")
    assert [f.stated for f in found.figures] == ["BHD 4.21 billion", "BHD 4.23 billion"]
