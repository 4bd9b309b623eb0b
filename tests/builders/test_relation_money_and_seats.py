"""Who pays for what, and where bodies have their seats, as nouns say it."""

from __future__ import annotations

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

WB = "World Bank"


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("The Customs Laboratory was built with a grant of USD 3 million from the World Bank.", "Customs Laboratory"),
        ("The Cargo Release System is being built with a World Bank loan.", "Cargo Release System"),
        ("The Border Academy opened with technical assistance from the World Bank.", "Border Academy"),
        ("Our Northgate Bridge Project ended, thanks to money from the World Bank.", "Northgate Bridge Project"),
        ("Two patrol boats will be bought with USD 8.5 million from the World Bank.", "patrol vessel"),
    ],
)
def test_money_of_a_donor_supports_what_it_is_spent_on(prose: str, edge: str) -> None:
    claims = claims_of(prose)
    assert (WB, "supports", edge) in claims, sorted(claims)
    assert not [e for e in claims if e[2] == WB and (e[1] == "developedBy" or e[0] == NCS)]


def test_money_that_was_not_given_supports_nothing() -> None:
    assert not claims_of("The Customs Laboratory was not built with a loan from the World Bank.")


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The secretariat of the Andean Customs Union is located in Lima.",
            ("Andean Customs Union", "locatedIn", "Lima"),
        ),
        (
            "The Border Committee, set up by the Ministry of Health, with its office at the Ministry of Trade, met.",
            ("Border Committee", "secretariatAt", "Ministry of Trade"),
        ),
        (
            "The Pacific Customs Union (PCU), with its seat in Lima, has 9 members.",
            ("Pacific Customs Union", "locatedIn", "Lima"),
        ),
        ("Headquarters are located in Lima, the capital.", (NCS, "locatedIn", "Lima")),
        ("Our head office is in Lima.", (NCS, "locatedIn", "Lima")),
        (
            "The River Customs League, whose secretariat is lodged at Lima, met twice.",
            ("River Customs League", "locatedIn", "Lima"),
        ),
    ],
)  # fmt: skip
def test_a_seat_is_where_its_owner_is(prose: str, edge: Edge) -> None:
    claims = claims_of(prose)
    assert edge in claims, sorted(claims)


def test_a_seat_that_is_denied_is_nowhere() -> None:
    claims = claims_of("The secretariat of the Andean Customs Union is not in Lima.")
    assert ("Andean Customs Union", "locatedIn", "Lima") not in claims


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The NCS consists of the Tariff Bureau, Tokyo Customs and Osaka Customs.",
            ("Osaka Customs", "reportsToBody", NCS),
        ),
        (
            "Arrangements have been concluded by the NCS with 20 countries, first with Peru in 2010, then with Chile.",
            (NCS, "cooperatesWith", "Peru"),
        ),
        (
            "Mutual recognition of AEOs is in force with eight partners, namely Peru, Chile and Kenya.",
            (NCS, "cooperatesWith", "Kenya"),
        ),
        ("A contract with Ghana was signed in May.", (NCS, "cooperatesWith", "Ghana")),
        (
            "The Tobacco Group counts among its members the Tax Office and the Coast Guard.",
            ("Coast Guard", "memberOf", "Tobacco Group"),
        ),
    ],
)  # fmt: skip
def test_lists_of_parts_partners_and_members(prose: str, edge: Edge) -> None:
    claims = claims_of(prose)
    assert edge in claims, sorted(claims)
