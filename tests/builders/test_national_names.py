"""The agency under the adjective of its country."""

import pytest

from customs_kg.builders.english.peoples import territory_of_adjective
from customs_kg.builders.pipeline import read_report


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Danish", "DK"),
        ("Norwegian", "NO"),
        ("Belgian", "BE"),
        ("Austrian", "AT"),
        ("Kenyan", "KE"),
        ("Regional", ""),
        ("Main", ""),
        ("Joint", ""),
    ],
)
def test_adjectives_belong_to_countries(word: str, code: str) -> None:
    assert territory_of_adjective(word) == code


@pytest.mark.parametrize(
    ("country", "own", "other"),
    [("Denmark", "Danish", "Swedish"), ("Kenya", "Kenyan", "Ugandan"), ("Norway", "Norwegian", "Finnish")],
)
def test_the_agency_goes_by_the_adjective_of_its_country(country: str, own: str, other: str) -> None:
    text = (
        f"Customs Administration of {country}\nAnnual Report 2019\n\n1. The year\n\n"
        f"In 2019 {own} Customs opened offices. It met {other} Customs. {own} Customs joined Operation Tern.\n"
    )
    facts = read_report(text.encode(), "report.txt")
    named = {label: e.iri for e in facts.entities for label in (e.label, *e.alt_labels)}
    assert named[f"{own} Customs"] == facts.report.agency != named[f"{other} Customs"]
