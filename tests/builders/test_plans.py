"""Plans in the forms that reports give them, and when they are due."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Action, Modality

HEAD = (
    "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\nIn 2014 we saw 300 boats. During 2014 the yard grew."
    "\n\n2. Outlook\n\n"
)


def plans(text: str) -> list[Action]:
    facts = read_report((HEAD + text + "\n").encode(), "veridia.txt")
    return [a for a in facts.actions if a.modality is Modality.PLANNED]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("It is proposed to sign the accord with Ombria by March 2015.", "2015-03"),
        ("The Service means to open a joint post at Vik in 2016.", "2016"),
        (
            "It is intended that in 2015:\n\n  - the old patrol boat be replaced by June 2016 with a larger one.",
            "2016-06",
        ),
        ("A further accord will be concluded by the middle of 2015.", "2015-h1"),
        ("Work plan\n\n1. Handbook of rulings published - 30 November 2015\n2. Six cadets - June 2015", "2015-11-30"),
        ("The Service wants to have nine patrol boats on the lake by the end of 2017.", "2017"),
        ("The share of parcels released on time, 91.3% in 2014, must be at least 95% in 2016.", "2016"),
        ("Waiting time at the bridge is to be no more than 40 minutes in 2016.", "2016"),
        ("Manual checks must fall to 5 per cent of parcels by June 2016.", "2016-06"),
        ("A third crane on the quay is due before the end of 2015 at a cost of EUR 1.2 million.", "2015"),
        ("In 2015, revenue will strive to reach EUR 1,750 million.", "2015"),
    ],
)
def test_a_plan_is_found_with_its_date(text: str, due: str) -> None:
    assert due in {a.due.key for a in plans(text) if a.due is not None}


def test_the_target_of_a_reduction_is_where_it_leads() -> None:
    (plan,) = plans("The Service aims to reduce the average wait from 17 minutes to 14 minutes by 2016.")
    assert plan.target is not None
    assert plan.target.stated == "14 minutes"


def test_what_was_proposed_and_refused_is_no_plan() -> None:
    assert plans("It was not proposed to sign the accord.") == []


def test_a_figure_set_for_a_time_to_come_is_a_target_and_a_rule_is_no_plan() -> None:
    (plan,) = plans("The share of parcels released on time, 91.3% in 2014, must be at least 95% in 2016.")
    assert plan.target is not None
    assert plan.target.stated == "95%"
    assert plan.description.startswith("The share of parcels")
    assert plans("Parcels must weigh less than 30 kg. The report is due to its author.") == []
