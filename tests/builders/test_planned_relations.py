"""What stands beside a plan stays as it is, and what a plan is about is planned."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report

HEAD = "KESTRIA CUSTOMS SERVICE\nAnnual Report 2018\n\nThe Kestria Customs Service has 900 officers.\n\n"


def modalities(text: str, *ends: str) -> set[str]:
    """How the edges between two things are told, by words of their labels."""
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    labels = {e.iri: e.label for e in facts.entities}
    return {
        c.modality.value
        for c in facts.claims
        if c.predicate.rpartition("#")[2] != "signatory"
        if all(any(end in labels.get(iri, "") for iri in (c.subject, c.object)) for end in ends)
    }


@pytest.mark.parametrize(
    ("text", "ends", "modality"),
    [
        # a thing still to come, with its place
        ("A National Scanning Centre in Marren will be opened in 2019.", ("Scanning Centre", "Marren"), "planned"),
        ("Plans for 2019 include a National Scanning Centre in Marren.", ("Scanning Centre", "Marren"), "planned"),
        ("The National Scanning Centre in Marren was opened in 2018.", ("Scanning Centre", "Marren"), "standing"),
        # one that is there, in a plan about something else
        ("Courses will be held at the Kelm Training Centre in Marren.", ("Training Centre", "Marren"), "standing"),
        # what an apposition says of a body holds, whatever the sentence tells
        (
            "What others used to do falls to the Port Board, an agency under the State Council.",
            ("Port Board", "State Council"),
            "standing",
        ),
        # partners of agreements to be made
        (
            "Mutual recognition arrangements with Japan and Peru are planned to be signed in 2019.",
            ("Kestria", "Peru"),
            "planned",
        ),
    ],
)
def test_the_modality_of_what_is_said_in_and_beside_plans(text: str, ends: tuple[str, str], modality: str) -> None:
    assert modalities(text, *ends) == {modality}
