"""Parts of a sum that only their verb tells, and what a sum is the cost of."""

from __future__ import annotations

import pytest

from tests.builders.test_figures import reading_of
from tests.builders.test_scope_of_figures import names_of


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("Tolls made up EUR 8 million of the total.", "8000000", "tolls"),
        (
            "Sales taxes gave EUR 6 million, while road tolls accounted for the balance of EUR 3 million.",
            "3000000",
            "road tolls",
        ),
        ("Wharf dues accounted for EUR 7 million, the Light Levy (LL) for EUR 2 million.", "2000000", "Light Levy"),
        ("Wharf dues accounted for EUR 7 million and fees for the remaining EUR 1 million.", "1000000", "fees"),
        ("Rail contributed 9 tonnes of the total and barges 4 tonnes.", "9", "rail"),
        ("Calls received: 402, of which 61% were short.", "402", "calls received"),
        ("Parcels opened: 812, of which 14 held seeds.", "812", "parcels opened"),
        ("We made 15 checks, up from ten, and 116 orders were in force.", "10", "checks"),
        # costs
        ("The Toll Net was launched in May at a cost of EUR 9 million.", "9000000", "cost of Toll Net"),
        ("Developed with the Guild at a cost of EUR 9 million, the crane is in use.", "9000000", "cost of crane"),
        ("A second crane was bought out of the Fund for EUR 27 million.", "27000000", "cost of second crane"),
        ("The depot was built by the Guild and cost EUR 18 million.", "18000000", "cost of depot"),
        ("The new gate cost EUR 3 million.", "3000000", "cost of new gate"),
        ("The plan will be drawn up with the bank at a cost of EUR 4 million.", "4000000", "cost of plan"),
    ],
)
def test_the_verb_tells_a_part_of_a_sum_or_a_cost(text: str, value: str, label: str) -> None:
    assert reading_of(text, value).label == label


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        (
            "Veridia was host to the Fair of the Port Guild (FPG), attended by 161 guests.",
            "161",
            "guests (attended by) (Fair of the Port Guild)",
        ),
        ("The Toll Board, whose 20 members meet in May, was heard.", "20", "members meet (Toll Board)"),
        ("Together with the Grain Guild we held 16 talks.", "16", "talks held (Grain Guild)"),
        ("Furs in 19 crates, sent by 9 states, came in.", "9", "states (sent by) (furs)"),
        ("The staff numbered 88, of whom 51 were men.", "51", "male staff"),
        ("Exports and imports with Norland reached EUR 9 million.", "9000000", "trade with Norland"),
        ("Of the 62 officers 22 were women.", "22", "female staff"),
    ],
)
def test_a_figure_has_the_names_that_its_sentence_gives(text: str, value: str, name: str) -> None:
    assert any(name in other for other in names_of(text, value)), names_of(text, value)
