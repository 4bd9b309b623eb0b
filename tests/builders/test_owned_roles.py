"""Names beside the nouns of their roles: whose role it is may stand before the noun, behind it or in its place."""

import pytest

from tests.builders.test_relations import Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    (
        "The Cargo Ledger and its forerunner, the Manifest Database, ran side by side.",
        ("Cargo Ledger", "replaces", "Manifest Database"),
    ),
    (
        "The Harbour Risk Project is in its second year; its first component, the Seal Tracking System, is done.",
        ("Seal Tracking System", "componentOf", "Harbour Risk Project"),
    ),
    (
        "The Border Forum met twice. Its chair, the Director of the Coast Guard, opened both meetings.",
        ("Border Forum", "headedBy", "Director of the Coast Guard"),
    ),
    (
        "Operation Tern, an INTERPOL initiative, ran for ten days.",
        ("Operation Tern", "conductedBy", "INTERPOL"),
    ),
    (
        "Traders use the Cargo Ledger System (CLS). The Seal Tracking System, the latest CLS module, came in May.",
        ("Seal Tracking System", "componentOf", "Cargo Ledger System"),
    ),
    (
        "The chair of the Border Forum, Mary Walsh, opened the session.",
        ("Border Forum", "headedBy", "Mary Walsh"),
    ),
    (
        "The legal basis of the sugar tax, the Finance Act 2010, was amended.",
        ("sugar tax", "basedOn", "Finance Act 2010"),
    ),
    (
        "The Dog Unit's training arm, the Kennel School, took in 20 handlers.",
        ("Kennel School", "directlySubordinateTo", "Dog Unit"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_name_beside_the_noun_of_its_role(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


def test_headquarters_beside_its_noun_is_what_the_clause_speaks_of() -> None:
    found = claims_of("Its headquarters, the Central Customs Office, stands in Ostby.")
    assert ("Central Customs Office", "locatedIn", "Ostby") in found


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        # a row, no apposition
        (
            "The chair of the Border Forum, Mary Walsh and Jon Falk opened the session.",
            ("Border Forum", "headedBy", "Mary Walsh"),
        ),
        ("It met its neighbour, the Coast Guard.", ("Customs", "headedBy", "Coast Guard")),
    ],
)
def test_row_or_noun_of_no_role_states_nothing(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The Border Forum, set up in 2017, whose members include the Coast Guard, met twice.",
            ("Border Forum", "participant", "Coast Guard"),
        ),
        (
            "The Customs Academy, whose principal, Nora Field, took over in August, moved to Ostby.",
            ("Customs Academy", "headedBy", "Nora Field"),
        ),
        (
            "Approved by the State Council, the Free Zone of Ostby opened.",
            ("Free Zone of Ostby", "establishedBy", "State Council"),
        ),
    ],
)
def test_roles_behind_insertions_and_approvals(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)
