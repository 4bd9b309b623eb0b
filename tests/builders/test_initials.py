"""Short forms that nobody defines."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.builders.things.joining.initials import abbreviates

_TITLE = "Coral Revenue Authority\nAnnual Report 2018\n\n"


def _labels(text: str) -> dict[str, set[str]]:
    facts = read_report((_TITLE + text + "\n").encode(), "report.txt")
    return {e.label: set(e.alt_labels) for e in facts.entities}


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("MPIB", "Marine Pollution Inspection Board"),
        ("NARA", "Nauru Revenue Authority"),
        ("CCS", "Customs and Commerce Service"),
        ("GBCT", "General Bureau of Customs of Tessin"),
    ],
)
def test_openings_of_words_abbreviate_a_name(acronym: str, name: str) -> None:
    assert abbreviates(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [("MPB", "Marine Pollution Inspection Board"), ("CA", "Coral Authority"), ("NRSA", "Nauru Revenue Authority")],
)
def test_other_letters_do_not(acronym: str, name: str) -> None:
    assert not abbreviates(acronym, name)


def test_the_agency_of_the_title_goes_by_its_initials() -> None:
    labels = _labels("In May the CRA opened a laboratory at Port Ellis. The CRA employs 210 officers.")
    assert "CRA" in labels["Coral Revenue Authority"]
    assert "CRA" not in labels


def test_initials_of_two_names_join_neither() -> None:
    labels = _labels("The Marine Response Bureau met the Mineral Registration Bureau. The MRB was opened in May.")
    assert all("MRB" not in alternatives for alternatives in labels.values())
