"""Relations of relative clauses: "where", "under whose direction", participles behind an adverb."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    (
        "At Kolbe, where a Border Post is being established, traffic passes through a bypass.",
        ("Border Post", "locatedIn", "Kolbe"),
    ),
    (
        "Officers were sent to Vestby, where the Tallo Revenue Agency opened the Tallo Laboratory.",
        ("Tallo Laboratory", "locatedIn", "Vestby"),
    ),
    (
        "The Border Agency, under whose direction Operation Lynx was carried out, seized 40 weapons.",
        ("Operation Lynx", "conductedBy", "Border Agency"),
    ),
    (
        "The World Bank, with whose support the Smart Lock Project was started, left in May.",
        ("World Bank", "supports", "Smart Lock Project"),
    ),
    (
        "The Trader Portal, jointly built with 25 ministries, handled 12 million declarations.",
        ("Trader Portal", "developedBy", NCS),
    ),
    (
        "The Trader Portal, originally developed by Helvar Software Ltd, was closed.",
        ("Trader Portal", "developedBy", "Helvar Software Ltd"),
    ),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_relative_states(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Officers were sent to Vestby, where the Tallo Revenue Agency opened the Tallo Laboratory.",
            ("Tallo Revenue Agency", "locatedIn", "Vestby"),
        ),
        (
            "The Border Agency, under whose direction Operation Lynx was carried out, seized 40 weapons.",
            ("Operation Lynx", "conductedBy", NCS),
        ),
        (
            "At Kolbe, where no Border Post was established, traffic passes through a bypass.",
            ("Border Post", "locatedIn", "Kolbe"),
        ),
    ],
)
def test_relative_does_not_state(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
