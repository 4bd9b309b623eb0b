"""The country that the opening of a report shows."""

from __future__ import annotations

import pytest

from customs_kg.builders.reading.home_territory import home_territory


@pytest.mark.parametrize(
    ("opening", "code"),
    [
        ("KENYA REVENUE AUTHORITY\nAnnual Report", "ke"),
        ("U.S. Customs and Border Protection", "us"),
        ("The Customs Service of Ghana in 2012", "gh"),
        ("General Administration of Customs of the People's Republic; Japan Customs", "jp"),
        ("New Zealand Customs Service", "nz"),
        ("Trade with France and Germany rose.", ""),
        ("Atlantis Customs", ""),
        ("KINGDOM OF BAHRAIN\nCUSTOMS AFFAIRS", "bh"),
        ("GOVERNMENT OF INDIA\nCENTRAL BOARD OF TEA\nAnnual report", "in"),
        ("Customs of Atlantis. It works with the Australian Border Force and Fiji Customs.", ""),
        ("FINNISH CUSTOMS\nAnnual Report 2031", "fi"),
        ("The South African Revenue Service and the Dutch Customs met. The South African Revenue Service grew.", "za"),
        ("The Royal Malaysian Customs Department", "my"),
        ("Swiss Confederation\nFederal Office of Tea", "ch"),
        ("BOARD OF DUTIES, MALTA - ANNUAL REPORT", "mt"),
        ("The Government of the Hong Kong Special Administrative Region", "hk"),
        ("Customs of Atlantis. " + "It rained. " * 60 + "Norwegian Customs sent two dogs.", ""),
        ("", ""),
    ],
)
def test_home_territory_is_that_of_the_customs_service(opening: str, code: str) -> None:
    assert home_territory(opening) == code
