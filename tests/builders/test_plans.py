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
        # things that will do something by a time stated, whoever sees to it
        ("Harbour Phase Two will connect both free zones by June 2016.", "2016-06"),
        ("Mutual recognition shall cover the whole island by 30 June 2015.", "2015-06-30"),
        ("Six more dogs are to join the kennel.", "2015"),
        ("The accord, as amended, comes into force on 1 July 2015.", "2015-07-01"),
        # bound, foreseen, put off
        ("The Ministry of Ports has bound itself to publish its tolls each spring.", "2015"),
        ("Tolls of EUR 1,480 million are expected for 2015.", "2015"),
        ("Tolls of EUR 880 million are the goal for 2016.", "2016"),
        ("A take of EUR 68.1 million is aimed at in 2015.", "2015"),
        ("Parliament has set the Service a target of EUR 6,214 million for 2015.", "2015"),
        ("Release 2 of the window, first due in January 2014, is now scheduled for October 2015.", "2015-10"),
        ("The Service will close the archive no later than December 2015.", "2015-12"),
        ("The Harbour Window must have replaced the old forms by the end of 2016.", "2016"),
        ("From 2015 onwards the share of duties retained goes up to 25%.", "2015"),
        ("Drive Lagoon will be launched by the Service in May.", "2015-05"),
        # one plan with its details
        (
            "It is planned to equip the corps with 3 drones, which are to be built abroad, before the end of 2015.",
            "2015",
        ),
        # items of a list that announces plans
        ("The Service will:\n\n  (a) put lamps into use at all posts by May 2016.", "2016-05"),
        (
            "Plans for 2015\n\n  - Stamps on spirits: jointly with the Ministry, from the second half of 2015.",
            "2015-h2",
        ),
        (
            "Plans\n\n  - every box from the south will, so the Minister has vowed, be weighed by the end of 2016.",
            "2016",
        ),
    ],
)
def test_a_plan_is_found_with_its_date(text: str, due: str) -> None:
    assert due in {a.due.key for a in plans(text) if a.due is not None}


def test_the_whole_of_which_a_plan_takes_a_part_is_no_target() -> None:
    (plan,) = plans("Plans\n\n  - Of the 40 scanners, the Service will replace the two oldest in 2016.")
    assert plan.target is None or plan.target.value != 40


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


@pytest.mark.parametrize(
    "text",
    [
        "The rise is to be attributed mainly to cheap oil.",
        "Drive Heron, which was planned at the yard in Vik, took 40 boats.",
        "Parliament had set the Service a target of EUR 1,400 million for 2014.",
        "Traders will benefit from the new rules in 2015.",
        "Smugglers will face prison in 2015.",
        "The lamp is to be found at every post.",
        "Forms must be filed by every trader.",
    ],
)
def test_what_lies_ahead_and_is_no_plan(text: str) -> None:
    assert plans(text) == []


def test_the_words_that_announce_what_follows_are_no_plan() -> None:
    (plan,) = plans("It is proposed that the following be done in 2015. A yard will be opened at Vik.")
    assert "yard" in plan.description
