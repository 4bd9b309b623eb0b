"""What came as another thing of its kind ended came in its place."""

import pytest

from tests.builders.test_relations import Edge, claims_of

NEW, OLD = "Cargo Clearance System", "Manifest System"
REPLACES: Edge = (NEW, "replaces", OLD)


@pytest.mark.parametrize(
    "prose",
    [
        f"The {OLD} was shut down once the {NEW} had come online.",
        f"When the {NEW} was rolled out, the {OLD} was withdrawn.",
        f"The {NEW} entered service in 2016, when the {OLD} was decommissioned.",
        f"Following the go-live of the {NEW}, the {OLD} was scrapped.",
        f"The {OLD} was withdrawn, and the {NEW} took its place.",
        f"The functions of the {OLD} were assumed by the {NEW}.",
        f"The {OLD} was discontinued upon the introduction of the new {NEW}.",
    ],
)
def test_one_thing_ends_as_another_begins(prose: str) -> None:
    found = claims_of(prose)
    assert REPLACES in found, sorted(found)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "With the entry into force of the Transit Act 2019, the Transit Ordinance 1954 lapsed.",
            ("Transit Act 2019", "replaces", "Transit Ordinance 1954"),
        ),
        (
            "After the Harbour Agency was established, the Harbour Office was dissolved.",
            ("Harbour Agency", "replaces", "Harbour Office"),
        ),
    ],
)
def test_laws_and_bodies_come_in_place_of_others(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


@pytest.mark.parametrize(
    "prose",
    [
        f"The {OLD} will be switched off when the {NEW} goes live.",
        f"The {NEW}, intended to replace the {OLD}, was delivered in May.",
        f"The {NEW}, meant to oust the {OLD}, was sent to the Guild.",
    ],
)
def test_what_is_to_end_is_to_be_replaced(prose: str) -> None:
    found = claims_of(prose)
    assert found[REPLACES].modality == "planned"


@pytest.mark.parametrize(
    "prose",
    [
        f"The {OLD} was not shut down when the {NEW} went live.",
        f"The {OLD} was closed for a day and the {NEW} was opened to brokers.",
        f"The {OLD} was phased in when the {NEW} went live.",
        f"The {OLD} was praised after the introduction of the {NEW}.",
    ],
)
def test_what_goes_on_is_not_replaced(prose: str) -> None:
    assert REPLACES not in claims_of(prose)


def test_an_operation_that_follows_another_replaces_none() -> None:
    found = claims_of("Operation Tern ended when Operation Lark was launched.")
    assert ("Operation Lark", "replaces", "Operation Tern") not in found
