"""Labels that name their owner, what stands behind a heading name, who pays by the sums that others received."""

import pytest

from tests.builders.test_relations import Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    ("- Parent body of the Dog Unit: Ministry of Trade", ("Dog Unit", "reportsToBody", "Ministry of Trade")),
    ("- Head of the Dog Unit: Ms Nora Field", ("Dog Unit", "headedBy", "Nora Field")),
    ("- Operation Tern: led by the Dog Unit", ("Operation Tern", "conductedBy", "Dog Unit")),
    (
        "The Harbour Project received USD 5 million from the World Bank and EUR 1 million from Japan.",
        ("Japan", "supports", "Harbour Project"),
    ),
    ("With World Bank money, the Harbour Project bought scanners.", ("World Bank", "supports", "Harbour Project")),
    (
        "Responsibility for the Ostby Border Post lies with the Eastern Directorate.",
        ("Ostby Border Post", "directlySubordinateTo", "Eastern Directorate"),
    ),
    ("The chairmanship of the Border Forum passed from Peru to Chile.", ("Border Forum", "headedBy", "Chile")),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_label_sum_or_office_states_the_relation(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


def test_sums_that_traders_paid_support_nobody() -> None:
    found = claims_of("The NCS received 50 requests from Japan and fines of EUR 2 million from Helvar Software Ltd.")
    assert not [edge for edge in found if edge[1] == "supports" and edge[0] == "Japan"]


def test_words_behind_a_colon_inside_a_sentence_are_of_no_name_before_it() -> None:
    found = claims_of("Low values went through the Cargo System: under the Tariff Act 2010 they are free.")
    assert ("Cargo System", "basedOn", "Tariff Act 2010") not in found
