"""Figures whose noun or unit is left out because a figure before has it, and ratios with the things between."""

from __future__ import annotations

import pytest

from customs_kg.builders.quantities.quantities import read_amounts
from tests.builders.test_figures import figures_of, reading_of


@pytest.mark.parametrize(
    ("sentence", "value", "label"),
    [
        ("Of the 61 appeals, 40 were dismissed, 15 upheld in part and 6 withdrawn.", "15", "appeals upheld in part"),
        ("The office opened 3,400 crates, of which 28 were sealed and 17 held back.", "17", "crates held back"),
        ("The court heard 14 cases, of which we lost three.", "3", "cases lost"),
        ("We began nine audits and closed seven of them.", "7", "audits closed"),
        ("We had hoped to vet 400 brokers; in the end 352 were vetted.", "352", "brokers vetted"),
        ("There are nine piers in the north and four in the south.", "4", "piers in south"),
        ("The post at Gorna employs 41 people, that at Milo 22.", "22", "people employed at Milo"),
        ("The depot in Arlen holds 90 lorries and the one in Sund 35.", "35", "lorries held in Sund"),
        ("Torvik hosts 118 traders and the Free Zone 53.", "53", "traders hosted (Free Zone)"),
        ("The number of lamps rose from 8 to 11 and that of whistles from 30 to 34.", "34", "whistles"),
    ],
)
def test_a_figure_without_its_noun_has_that_of_the_figure_before(sentence: str, value: str, label: str) -> None:
    assert reading_of(sentence, value).label == label


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Replies took 4.5 minutes on average, against 6.2 in 2013.", "6.2", "MIN"),
        ("The wait at Brod is 35 minutes, at Karlo 20 and at Selnica 12.", "12", "MIN"),
        ("Crews found 14 tonnes of khat, compared with 9 in 2013.", "9", "TONNE"),
        ("The vessel spent 2,410 patrol days at sea.", "2410", "DAY"),
        ("Staff received 385 training days.", "385", "DAY"),
    ],
)
def test_the_unit_is_that_of_the_figure_it_is_set_beside_or_of_its_noun(sentence: str, value: str, unit: str) -> None:
    assert reading_of(sentence, value).unit.endswith(f"/{unit}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Only one parcel in twenty is opened.", "5"),
        ("In 97 cases out of a hundred nobody waits.", "97"),
        ("Nine shipments out of ten pass untouched.", "90"),
        ("One lorry in 12 was weighed.", "8.3333"),
        ("Four in five of all claims are lodged at sea.", "80"),
        ("The Office clears nine crates in ten within a day.", "90"),
    ],
)
def test_a_ratio_may_name_its_things(text: str, value: str) -> None:
    (quantity,) = read_amounts(text).quantities
    assert str(quantity.value) == value
    assert quantity.form.value == "fraction"


@pytest.mark.parametrize(
    "text",
    ["One officer in five districts left.", "One crate in the port was lost.", "The two met, and so did the three."],
)
def test_no_ratio_and_no_part_where_nothing_is_left_out(text: str) -> None:
    assert all(q.form.value == "count" and q.value == 5 for q in read_amounts(text).quantities)


def test_a_change_by_one_figure_to_another_is_no_range() -> None:
    readings = figures_of("Arrears fell by EUR 3 million to EUR 9 million.")[1].readings
    assert [(str(r.value), r.kind.value) for r in readings.values()] == [
        ("-3000000", "yoy-absolute"),
        ("9000000", "level"),
    ]
    assert next(q.range_end for q in read_amounts("Delays were cut by two to three days.").quantities) is not None
