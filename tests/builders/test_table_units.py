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
