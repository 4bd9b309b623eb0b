"""Figures of tables: what is measured, when, in which unit and of what kind, in many layouts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from customs_kg.builders.figures.figure import FigureReading
from customs_kg.graph.model import MeasureKind
from tests.builders.test_figures import figures_of

PIPES = """| Levy (million tala) | Q3 2013 | Q2 2014 | Q3 2014 | % of total, Q3 2014 |
|---|---:|---:|---:|---:|
| Wharf levy | 4.10 | 4.35 | 4.68 | 60 |
| **Total** | **7.00** | **7.37** | **7.60** | **100** |
"""
CHANGES = """Table 1. Traffic

Item                          2013      2014    Change
Barges ('000)                1,200     1,320      10.0
Wagons                       8,400     8,385       -15
Paid on time (%)              91.0      93.5       2.5
Buses                          310       300      -3.2
"""
TARGETS = """Table 2. Performance

Measure                      Target   2014   2013   Variance
Audits closed                   120    112     98         -8
Released within a day (%)        90   92.5   88.0       +2.5
"""
YEARS_DOWN = """  Fiscal year     Tolls paid (USD bn)    Visitors
  2012/13                        2.10       8,000
  2013/14                        2.31       9,500
"""
SHORT_YEARS = """  Item                 Target 13/14   Actual 13/14   Actual 12/13
  Boats hired                    120            112             98
"""
FISCAL_YEARS = """  Item                 FY13   FY14
  Boats hired           98    112
"""
QUARTERS_DOWN = """    Quarter      Manifests    Fees (SR million)
    First          118,400                412.6
    Second         124,750                438.9
    Year           243,150                851.5
"""
IN_CAPTION = """Table 3. Dues, thousand tonnes

                 2013     2014
Grain           1,200    1,300
Ore, share (%)     40       42
"""


def cells(table: str) -> dict[tuple[str, str, MeasureKind], FigureReading]:
    return {(r.label, r.period.key, r.kind): r for r in figures_of(table)[1].readings.values()}


LEVEL, SHARE, PERCENT = MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.YOY_PERCENT


@pytest.mark.parametrize(
    ("table", "cell", "value", "unit"),
    [
        (PIPES, ("wharf levy", "2013-q3", LEVEL), "4100000", "unit-wst"),
        (PIPES, ("wharf levy", "2014-q3", LEVEL), "4680000", "unit-wst"),
        (PIPES, ("wharf levy share", "2014-q3", SHARE), "60", "PERCENT"),
        (CHANGES, ("barges", "2014", LEVEL), "1320000", "NUM"),
        (CHANGES, ("barges", "2014", PERCENT), "10", "PERCENT"),
        (CHANGES, ("buses", "2014", PERCENT), "-3.2", "PERCENT"),
        (CHANGES, ("wagons", "2014", MeasureKind.YOY_ABSOLUTE), "-15", "NUM"),
        (CHANGES, ("paid on time", "2014", MeasureKind.YOY_POINT), "2.5", "unit-percentage-point"),
        (TARGETS, ("audits closed", "2014", MeasureKind.TARGET_LEVEL), "120", "NUM"),
        (TARGETS, ("audits closed", "2014", MeasureKind.CHANGE_ABSOLUTE), "-8", "NUM"),
        (TARGETS, ("released within a day", "2014", MeasureKind.TARGET_SHARE), "90", "PERCENT"),
        (TARGETS, ("released within a day", "2014", MeasureKind.CHANGE_POINT), "2.5", "unit-percentage-point"),
        (YEARS_DOWN, ("tolls paid", "2013-14", LEVEL), "2310000000", "unit-usd"),
        (YEARS_DOWN, ("visitors", "2012-13", LEVEL), "8000", "NUM"),
        (SHORT_YEARS, ("boats hired", "2012-13", LEVEL), "98", "NUM"),
        (SHORT_YEARS, ("boats hired", "2013-14", MeasureKind.TARGET_LEVEL), "120", "NUM"),
        (FISCAL_YEARS, ("boats hired", "fy2013", LEVEL), "98", "NUM"),
        (QUARTERS_DOWN, ("manifests", "2014-q2", LEVEL), "124750", "NUM"),
        (QUARTERS_DOWN, ("fees", "2014-q1", LEVEL), "412600000", "unit-sr"),
        (QUARTERS_DOWN, ("fees", "2014", LEVEL), "851500000", "unit-sr"),
        (IN_CAPTION, ("grain", "2014", LEVEL), "1300000", "TONNE"),
        (IN_CAPTION, ("ore, share", "2013", SHARE), "40", "PERCENT"),
    ],
)
def test_a_cell_takes_period_unit_and_kind_from_the_heads_around_it(
    table: str, cell: tuple[str, str, MeasureKind], value: str, unit: str
) -> None:
    found = cells(table)
    assert cell in found, sorted(found)
    assert (found[cell].value, found[cell].unit.rsplit("/", 1)[-1]) == (Decimal(value), unit)


def test_a_total_is_of_what_the_table_or_its_section_is_about() -> None:
    rows = "            2013   2014\nEast port    1.5    1.7\nWest port    2.5    2.3\nAll two      4.0    4.0\n"
    table = f"Table 4. Wharf dues by port, 2014 (EUR million)\n\n{rows}"
    assert ("total wharf dues", "2014", LEVEL) in cells(table)


SCALE_OVER_HEADS = """Rand thousand            2013     2014     Change
Wharf duty               1,400    1,540    + 10.0%
Stamp duty                 210      190    - 9.5%
"""
MONTHS = """                         January  February  March   Year
Lorries                  1,200    1,300     1,500   4,000
Fees (EUR thousand)       12.5     13.5      14.0    40.0
"""
BASE_OVER_COLUMN = """Goods                 Number     Value          Change
                                 (EUR million)  over 2013
Amber                     22      31.4          +11.0%
Ivory                     17      12.9           -2.5%
"""
RATIOS = """Goods                 2013       2014       Ratio to previous year
Amber                  412.5      206.3      50%
Ivory                   10.1       20.2     200%
"""


@pytest.mark.parametrize(
    ("table", "value", "unit", "period"),
    [
        (SCALE_OVER_HEADS, "1540000", "unit-zar", "2014"),
        (MONTHS, "14000.0", "unit-eur", "2014-03"),
        (MONTHS, "40000.0", "unit-eur", "2014"),
        (MONTHS, "4000", "NUM", "2014"),
        (BASE_OVER_COLUMN, "22", "NUM", "2014"),
        (BASE_OVER_COLUMN, "-2.5", "PERCENT", "2014"),
    ],
)
def test_a_head_gives_a_scale_a_month_a_year_or_what_a_change_is_from(
    table: str, value: str, unit: str, period: str
) -> None:
    found = [r for r in figures_of(table)[1].readings.values() if r.value == Decimal(value)]
    assert [(r.unit.rsplit("/", 1)[-1], r.period.key) for r in found] == [(unit, period)]


def test_a_ratio_to_the_year_before_is_a_multiple_and_no_share() -> None:
    readings = figures_of(RATIOS)[1].readings.values()
    assert {r.kind for r in readings if r.stated.endswith("%")} == {MeasureKind.MULTIPLE}


STACKED = """Table 4-2. Lots held, by kind

                              2013                  2014
                        Lots     Value       Lots      Value
                                 (million             (million
                                 euros)               euros)
  Footwear               120      1,400       133      1,520
  Total                  208      1,610       230      1,823
"""


def test_a_unit_in_the_lines_under_a_head_is_that_of_its_column_alone() -> None:
    found = cells(STACKED)
    assert str(found["footwear lots", "2013", LEVEL].value) == "120"
    assert found["footwear lots", "2013", LEVEL].unit.endswith("/NUM")
    assert str(found["footwear", "2014", LEVEL].value) == "1520000000"
    assert found["footwear", "2014", LEVEL].unit.endswith("unit-eur")


def test_the_number_of_a_table_is_no_word_of_its_topic() -> None:
    assert ("total lots held lots", "2014", LEVEL) in cells(STACKED)
