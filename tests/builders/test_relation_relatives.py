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


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Operation Heron, run each year with the Police Agency and the Football League, ended.",
            ("Operation Heron", "conductedBy", "Police Agency"),
        ),
        (
            "The Harbour Authority opened in May. The Tallo Agency exchanges records with it under the Border Plan.",
            ("Tallo Agency", "cooperatesWith", "Harbour Authority"),
        ),
        (
            "The Dog Unit, which looks after the Vestby Kennels, is headed by Ms Neo Pule.",
            ("Dog Unit", "headedBy", "Neo Pule"),
        ),
        (
            "The Advance Cargo System is powered by the Risk Engine System.",
            ("Advance Cargo System", "basedOn", "Risk Engine System"),
        ),
        (
            "The NCS acts as secretariat to the National Facilitation Committee.",
            ("National Facilitation Committee", "secretariatAt", NCS),
        ),
    ],
)
def test_clause_with_a_word_in_between_states(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


def test_whom_a_relative_clause_says_was_helped_is_not_the_agency() -> None:
    claims = claims_of("The raid was led by the Navy, which the Air Force helped with two planes.")
    assert ("Air Force", "supports", "Navy") in claims
    assert ("Air Force", "supports", NCS) not in claims


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("The Customs College is a residential school located in Vestby.", ("Customs College", "locatedIn", "Vestby")),
        ("The Risk Engine System is a tool used by the Dog Unit.", ("Dog Unit", "operates", "Risk Engine System")),
        (
            "The Safe Trade Programme is a pilot run by the Harbour Authority.",
            ("Safe Trade Programme", "conductedBy", "Harbour Authority"),
        ),
        ("Operation Tern was a joint effort led by the Navy.", ("Operation Tern", "conductedBy", "Navy")),
        ("The Sea Unit is one of three units stationed at Kolbe Port.", ("Sea Unit", "locatedIn", "Kolbe Port")),
        ("The Excise Code is a law enforced by the Excise Unit.", ("Excise Unit", "implements", "Excise Code")),
    ],
)
def test_participle_behind_what_something_is_speaks_of_it(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "The Kolbe Office is not a facility run by the Harbour Authority.",
            ("Kolbe Office", "conductedBy", "Harbour Authority"),
        ),
        (
            "The Sea Unit is a user of the Coastal Radar System run by the Navy.",
            ("Sea Unit", "headedBy", "Navy"),
        ),
    ],
)
def test_participle_behind_what_something_is_not_says_nothing(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "In the World Customs Organization (WCO) Peru chaired the Audit Committee until June.",
            ("Audit Committee", "headedBy", "Peru"),
        ),
        (
            "Cameras cover 38 gates, while the Sea Unit, part of the Port Division, scores lists in the PNR System.",
            ("Sea Unit", "operates", "PNR System"),
        ),
        (
            "Having been approved by the Trade Council, the Kolbe Bonded Zone and the Vestby Bonded Zone are ready.",
            ("Kolbe Bonded Zone", "establishedBy", "Trade Council"),
        ),
        ("The Cargo Portal links the Tax Agency with the Coast Guard.", ("Coast Guard", "operates", "Cargo Portal")),
        (
            "The Airport Programme was extended from Kolbe Airport to Vestby Airport.",
            ("Airport Programme", "coversPlace", "Kolbe Airport"),
        ),
    ],
)
def test_subject_behind_an_opening_or_a_bracket(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


def test_what_is_approved_is_founded_by_nobody_for_that() -> None:
    claims = claims_of("The Smart Lock Project was approved by the World Bank.")
    assert ("Smart Lock Project", "establishedBy", "World Bank") not in claims
