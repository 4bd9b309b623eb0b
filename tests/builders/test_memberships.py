"""Since when somebody belongs to a body, and who takes the lead in what somebody does."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.ontology.iris import CK

HEAD = "KESTRIA CUSTOMS SERVICE\nAnnual Report 2018\n\nThe Service has 900 officers.\n\n"


def claims(text: str, predicate: str) -> list[tuple[str, str]]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    labels = {entity.iri: entity.label for entity in facts.entities}
    return [(labels[c.subject], labels[c.object]) for c in facts.claims if c.predicate == CK + predicate]


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The Service joined the World Customs Organization in 1983.", "since-1983"),
        ("The Service has been a member of the World Trade Organization since 2004.", "since-2004"),
        ("The Service joined the Larn Customs Union (LCU) in May 1999.", "since-1999-05"),
    ],
)
def test_a_membership_begins_when_somebody_joined(text: str, since: str) -> None:
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    found = [e for e in facts.entities if e.cls == CK + "Tenure"]
    assert [value.rpartition("period-")[2] for e in found for _, value in e.links] == [since]
    assert since in {period.key for period in facts.periods}


def test_what_a_member_did_in_a_year_is_no_beginning() -> None:
    assert claims("As a member of the World Customs Organization in 2016 the Service gave a talk.", "tenureOf") == []


@pytest.mark.parametrize(
    ("text", "led"),
    [
        (
            "The Coast Patrol guards the harbours, with the Ministry of Fisheries taking the lead.",
            [("Coast Patrol", "Ministry of Fisheries")],
        ),
        (
            "The Coast Patrol inspects ships, with the Ministry of Trade playing a major leading role.",
            [("Coast Patrol", "Ministry of Trade")],
        ),
        ("The Coast Patrol guards the harbours, with the Ministry of Fisheries taking part.", []),
        ("The Coast Patrol guards no harbours, and the Ministry of Fisheries takes the lead.", []),
    ],
)
def test_who_takes_the_lead_leads_what_the_sentence_is_about(text: str, led: list[tuple[str, str]]) -> None:
    assert claims(text, "underLeadershipOf") == led
