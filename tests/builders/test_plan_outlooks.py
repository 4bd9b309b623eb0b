"""Plans by a time ahead, by what was charged or decided, under headings that look ahead; when plans are due."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Action, Modality

HEAD = "KESTRIA CUSTOMS SERVICE\nAnnual Report 2018\n\nThe Service has 900 officers.\n\n"


def plans(text: str) -> list[Action]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    return [a for a in facts.actions if a.modality is Modality.PLANNED]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # charged with, asked to, decided
        ("The Directorate of Audit has been tasked to review all warehouses by June 2019.", "2019-06"),
        ("The Minister has asked the Service to draft a new penal code by May 2019.", "2019-05"),
        ("The laboratory was instructed to buy two spectrometers in 2020.", "2020"),
        ("The Board approved a plan to build a kennel in 2019.", "2019"),
        ("Parliament took the decision to close the post at Ull in 2020.", "2020"),
        # what goes on, what is awaited, what is aimed for, what is arranged
        ("Work on the transit module continues into 2020.", "2020"),
        ("Its second module is now expected in June 2019.", "2019-06"),
        ("A decision on the contract is awaited in January 2019.", "2019-01"),
        ("The Service aims for a compliance rate of 98 per cent by 2021.", "2021"),
        ("The Service is determined to halve waiting times.", "2019"),
        ("Next year the laboratory moves to Larn.", "2019"),
        ("The remaining six offices follow in 2020.", "2020"),
        ("By 2022 all offices are to have fibre connections.", "2022"),
        ("From January 2019 declarations will have to be lodged online.", "2019-01"),
        ("As from 1 March 2019, paper forms will no longer be accepted.", "2019-03-01"),
        ("Two more scanners have been ordered for delivery in August 2019.", "2019-08"),
        ("A pact with Norvania is expected to be signed by the end of 2019, beside the six signed so far.", "2019"),
        ("To learn what traders think, a survey will be commissioned from a firm.", "2019"),
        ("Tenders were let so that all five boats can be replaced in 2020.", "2020"),
        ("It is intended to convert the yard into a school by May 2019.", "2019-05"),
        ("Scanners, through which 15 per cent of lorries pass, are expected to check 72 per cent by 2023.", "2023"),
        ("The contract foresees delivery of six drones in 2020.", "2020"),
        ("The law obliges us to publish all rulings from 2020.", "2020"),
        ("The laboratory closes at the end of 2019.", "2019"),
        # parts of the year to come, and years that belong to names and other plans
        ("The Service will sign two pacts in the first half of the year.", "2019-h1"),
        ("A shared desk is to be tested at Larn from August.", "2019-08"),
        ("The Service will open an office in the first quarter to prepare for the regatta of 2021.", "2019-q1"),
    ],
)
def test_a_time_ahead_makes_a_plan(text: str, due: str) -> None:
    assert [plan.due.key if plan.due else "" for plan in plans(text)] == [due]


@pytest.mark.parametrize(
    "text",
    [
        "The economy is expected to grow by 3 per cent in 2019.",
        "Growth of trade is expected in 2019.",
        "Visitors are expected to reach 5 million in 2019.",
        "It is not intended to close the yard in 2019.",
        "The Act obliges firms to keep files until 2025.",
        "If traders agree, a fee will be charged.",
        "Prices of fuel will rise in 2019 because of the war.",
        "The plan to open a kennel was dropped in May.",
        "It has been decided not to raise the fee for parcels in 2019.",
        "The financial year starts in April and ends in March of the following year.",
        "The kennel, which was due to open in 2017, opened in May 2018.",
        "The strategic plan runs from 2016 to 2020.",
        "Fuel is exempt from duty until 2025.",
        "The agreement with Norvania is valid until 2023.",
        "The unit is tasked with fighting drugs.",
        "The Directorate of Audit has been tasked to check accounts.",
        "The Service signed a pact, which will replace that of 2001.",
        "In 2019 the exemption for small parcels will lapse.",
        "Whoever fails to declare goods will be fined.",
        "Those who do not pay will be sued.",
        "The budget of the Service for 2019 is KR 45 million.",
        "Our objectives\n\nThe Board was set up:\n\n  - to collect revenue;\n  - to protect society.",
        "Our mission\n\n- to collect revenue\n- to protect society",
        "Results\n\nIn the past year we have:\n\n> moved the laboratory;\n> hired 20 analysts in June.",
    ],
)
def test_a_time_ahead_alone_makes_none(text: str) -> None:
    assert [plan.description for plan in plans(text)] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Outlook\n\nNext year we will:\n\n> move the laboratory;\n> hire 20 analysts;\n> publish rulings.", 3),
        (
            "Next steps\n\nWe undertake to bring the club to 60 firms in 2019, to open the Larn post in May 2019 and "
            "to end a pact.",
            3,
        ),
        ("Next steps\n\nThe Agency intends to collect KR 2 million; to bring in e-seals; and to close the post.", 3),
        ("The year ahead\n\nThe Directorate of Audit has been tasked to prepare traders for the pact.", 1),
        ("Zones will be studied and tested thoroughly.", 1),
        ("Work programme\n\nReturns of KR 13 million must be secured. All posts must be fitted with cameras.", 2),
        (
            "Tasks for 2020\n\nThe following was laid down by the board in May:\n\n"
            "  - to dig a pond before the frost sets in;\n  - to sign an accord on tides;\n  - to hire 12 pilots.",
            3,
        ),
        ("Outlook\n\nIt is proposed\n - to buy a ship, for which KR 3 million was set aside;\n - to dig a pond.", 2),
    ],
)
def test_rows_and_lists_of_plans_are_read_one_by_one(text: str, count: int) -> None:
    assert len(plans(text)) == count


def test_who_is_asked_acts() -> None:
    (plan,) = plans("The Ministry of Trade has asked the Central Laboratory to test all toys by May 2019.")
    assert [actor.rpartition("/")[2] for actor in plan.actor] == ["unit-xx-central-laboratory"]


def test_a_second_plan_of_a_sentence_has_not_the_month_of_the_first() -> None:
    text = "A code shall be drafted in May 2019, and 40 men will be trained."
    assert [plan.due.key for plan in plans(text) if plan.due and "trained" in plan.description] == ["2019"]
