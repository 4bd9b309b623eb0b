"""The unit that the words over and beside a table give: in brackets, between commas, before what is measured."""

import pytest

from customs_kg.builders.pipeline import read_report

CAPTIONS = [
    "Goods destroyed (pounds)",
    "Goods destroyed in pounds",
    "Table 4. Pounds destroyed",
    "Pounds of goods destroyed",
    "Goods destroyed, pounds, by fiscal year",
    "Goods destroyed (weight in pounds)",
    "Goods destroyed (by weight, in pounds)",
    "Weight of goods destroyed (lbs)",
]
HEADS = [
    "                    FY 2012      FY 2013",
    "Kind                FY 2012      FY 2013",
    "In pounds           FY 2012      FY 2013",
]


def _units(caption: str, head: str, rows: str) -> set[tuple[str, str]]:
    text = (
        "Border Agency of the United States\nAnnual Report 2013\n\nSpending was $3.1 billion. They took 4,310 pounds "
        f"of khat.\n\n{caption}\n\n{head}\n{rows}\n\nTrade grew.\n"
    )
    observations = read_report(text.encode(), "table.txt").observations
    return {(str(o.value), o.unit.rpartition("/")[2]) for o in observations}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("caption", CAPTIONS)
def test_pounds_over_a_table_are_weights_where_money_is_in_dollars(caption: str, head: str) -> None:
    units = _units(caption, head, "Khat                 31,204       35,804\nTobacco               3,960        4,320")
    assert {("31204", "LB"), ("35804", "LB"), ("3960", "LB"), ("4320", "LB")} <= units


def test_thousands_of_pounds_are_weights_too() -> None:
    units = _units(
        "Goods destroyed (in thousands of pounds)",
        HEADS[0],
        "Khat                    31           35\nTobacco                 14           16",
    )
    assert {("31000", "LB"), ("35000", "LB")} <= units


def test_a_table_without_a_unit_counts() -> None:
    units = _units("Goods destroyed", HEADS[1], "Khat                 31,204       35,804")
    assert {("31204", "NUM"), ("35804", "NUM")} <= units


def test_millions_of_pounds_of_goods_are_no_money() -> None:
    rows = "Khat                 31,204       35,804\nTobacco               3,960        4,320"
    text = (
        "Border Agency of the United States\nAnnual Report 2013\n\nMore than 5 million pounds of khat were burnt, or "
        f"$2 million.\n\nTable 1. Goods burnt, in pounds\n\n{HEADS[1]}\n{rows}\n\nTrade grew.\n"
    )
    observations = read_report(text.encode(), "table.txt").observations
    assert ("31204", "LB") in {(str(o.value), o.unit.rpartition("/")[2]) for o in observations}


@pytest.mark.parametrize(
    "over", ["Table 3.  Harbour dues                    Unit: EUR 100 million", "Dues (unit: EUR 100 million)"]
)
def test_a_unit_named_over_a_table_is_no_figure_and_no_word_of_what_it_measures(over: str) -> None:
    text = (
        f"NORLAND HARBOUR SERVICE\nAnnual Report 2018\n\n1. Dues\n\n{over}\n\n"
        "                     2017       2018\n   Total           1,590.7    2,242.1\n"
        "   Quays             562.2      750.5\n"
    )
    facts = read_report(text.encode(), "dues.txt")
    labels = {e.iri: e.label for e in facts.entities}
    total = {o.indicator for o in facts.observations if o.value in (159_070_000_000, 224_210_000_000)}
    assert len(facts.observations) == 4
    assert [("unit" in labels[i].lower(), "dues" in labels[i].lower()) for i in total] == [(False, True)]


def test_a_line_that_says_ten_thousand_tons_scales_what_stands_under_it() -> None:
    text = (
        "NORLAND HARBOUR SERVICE\nAnnual Report 2018\n\n1. Goods\n\nUnit: 10,000 tons\n\n"
        "                     2017       2018\n   Coal              562.2      750.5\n"
        "   Grain             112.2      150.5\n"
    )
    observations = read_report(text.encode(), "goods.txt").observations
    assert {(int(o.value), o.unit.rpartition("/")[2]) for o in observations} == {
        (5_622_000, "TONNE"), (7_505_000, "TONNE"), (1_122_000, "TONNE"), (1_505_000, "TONNE")
    }  # fmt: skip


@pytest.mark.parametrize(
    "heads",
    ["31.12.2017      31.12.2018", "31 December 2017      31 December 2018", "December 31, 2017   December 31, 2018"],
)
def test_days_stand_over_columns(heads: str) -> None:
    text = (
        "NORLAND HARBOUR SERVICE\nAnnual Report 2018\n\n1. Permits\n\nPermits were distributed as follows:\n"
        f"                     {heads}\n  Whole (WHO)             7 702                 8 105\n"
        "  Part (PAR)                598                   634\n  Total                   8 300                 8 739\n"
    )
    facts = read_report(text.encode(), "permits.txt")
    labels = {e.iri: e.label for e in facts.entities}
    assert {o.period.start.isoformat() for o in facts.observations if o.period.start} == {"2017-12-31", "2018-12-31"}
    assert "total permits" in {labels[o.indicator] for o in facts.observations}
