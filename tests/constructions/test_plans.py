"""Ways of stating a plan, and sentences about plans, duties and the future that state none."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Action, Modality

HEAD = "NORLAND CUSTOMS SERVICE\nAnnual Report 2018\n\n1. Introduction\n\nIn 2018 all went well.\n\n2. Results\n\n"


def plans(text: str) -> list[Action]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "norland.txt")
    return [a for a in facts.actions if a.modality is Modality.PLANNED]


@pytest.mark.parametrize(
    "text",
    [
        "Parliament authorized the hiring of 200 guards by the end of 2019.",
        "The Cabinet has approved the purchase of four boats in 2019.",
        "The Ministry funded the renovation of two piers by June 2019.",
        "The Act obliges 47 bodies to accept electronic forms by December 2019.",
        "By the end of 2019 all brokers must be registered.",
        "By 2020 all declarations will be electronic.",
        "From 2020 on the seal will be compulsory.",
        "The second phase, to begin in 2019, covers exports.",
        "Next year brings the rollout of the new tariff system.",
        "The deadline for the connection of all ports is June 2019.",
        "The two services agreed to exchange lists by May 2019.",
        "In 2019 the queue at Holm shall not exceed 20 cars.",
        "From June 2019 the share of errors must not rise above 2 per cent.",
        "Our goal for 2019 is not more than 40 complaints.",
        "Customs anticipates closing the old pier during 2019.",
        "The Minister wants the new quay to be ready by June 2019.",
        "It is the ambition of the Service to replace all boats by 2020.",
        "The night patrols should begin in 2019.",
        "We have set ourselves the goal of emptying the sheds by June 2019.",
        "The Service has pledged to closing two piers in 2019.",
        "The new Harbour Act will apply from 3 June 2019.",
        "The Act does away with the toll as from 1 January 2020.",
        "Lighthouse dues are abolished with effect from 1 January 2020.",
        "The Service has until June 2019 to submit the accounts.",
    ],
)
def test_a_plan_has_its_year(text: str) -> None:
    assert [a.due is not None and a.due.key[:4] in ("2019", "2020") for a in plans(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "It will be remembered that the port burned in 2016.",
        "Parliament authorized the hiring of 200 guards.",
        "The board approved the accounts of 2017.",
        "The Act obliges importers to keep books.",
        "All brokers must be registered.",
        "The second phase, which began in 2018, covers exports.",
        "The two services agreed to exchange lists in 2017.",
        "The deadline for the connection of all ports was June 2018.",
        "The queue at Holm did not exceed 20 cars.",
        "The share of errors must not rise.",
        "The price was not more than 40 crowns.",
        "Customs anticipates a quiet year.",
        "We expect traffic to grow in 2019.",
        "It is the duty of the Service to open letters.",
        "The night patrols should have begun in 2017.",
        "The boats were on order for years.",
        "Skippers have until June 2019 to register.",
        "The toll has applied from 1 January 2016.",
    ],
)
def test_what_states_no_plan(text: str) -> None:
    assert plans(text) == []


@pytest.mark.parametrize(
    "text",
    ["A third boat is on order.", "All stations shall strive to empty their sheds.", "It is our aim to buy a boat."],
)
def test_under_an_outlook_no_time_need_be_named(text: str) -> None:
    assert len(plans(f"All went well.\n\n3. Outlook\n\n{text}")) == 1
