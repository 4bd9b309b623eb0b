"""What a report only repeats, or takes back, is not what it says."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report

HEAD = (
    "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\nThe Veridia Customs Service met the Harbour Police."
    "\n\n"
)


def joined_with_police(text: str) -> bool:
    facts = read_report((HEAD + text + "\n").encode(), "veridia.txt")
    labels = {entity.iri: entity.label for entity in facts.entities}
    return any("Harbour Police" in (labels.get(c.subject), labels.get(c.object)) for c in facts.claims)


@pytest.mark.parametrize(
    "text",
    [
        "It has been said in the press that the Service cooperates with the Harbour Police; it does not.",
        "Rumour has it that the Service cooperates with the Harbour Police.",
        "It is claimed by traders that the Service cooperates with the Harbour Police.",
        "Some brokers believe that the Service cooperates with the Harbour Police.",
        "The Service cooperates with the Harbour Police, but this is not so.",
        "That the Service cooperates with the Harbour Police was printed in May, which is untrue.",
    ],
)
def test_hearsay_and_what_is_taken_back_give_no_claim(text: str) -> None:
    assert not joined_with_police(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Service cooperates with the Harbour Police.",
        "The Service cooperates with the Harbour Police; it does not work with the Coast Guard.",
        "It is said in chapter 3 how many boats we have; the Service cooperates with the Harbour Police.",
    ],
)
def test_what_the_report_says_itself_stays(text: str) -> None:
    assert joined_with_police(text)


def test_what_stands_behind_a_semicolon_is_not_of_the_verb_before_it() -> None:
    text = "Two rounds of talks were held with the Coast Guard; with the Harbour Police no round was held."
    assert not joined_with_police(text)
