"""Compounds of a name and a participle, descriptions beside names, rows said of as one."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # whose doing a compound tells
    ("The INTERPOL-led Operation Tern targeted cocaine.", ("Operation Tern", "conductedBy", "INTERPOL")),
    ("The INTERPOL-led Operation Tern targeted cocaine.", ("Operation Tern", "targetsGoods", "cocaine")),
    (
        "The Harbour Cranes Project, a World Bank-funded project, ended in May.",
        ("World Bank", "supports", "Harbour Cranes Project"),
    ),
    # what is said of a description holds of the name beside it
    (
        "Our laboratory in Ostby, the Science Directorate, examined 9,000 samples.",
        ("Science Directorate", "locatedIn", "Ostby"),
    ),
    (
        "The crackdown on smuggled petroleum, code-named Clean Tank, closed 200 pumps.",
        ("Clean Tank", "targetsGoods", "petroleum"),
    ),
    # rows
    (
        "The Parcel Bureau and the Cargo Bureau, both of the Intelligence Branch, made 120 arrests.",
        ("Parcel Bureau", "componentOf", "Intelligence Branch"),
    ),
    (
        "Agreements with Peru and Chile were signed.",
        ("agreements with Peru and Chile", "signatory", "Peru"),
    ),
    # goods with what tells their state or origin, labels in brackets, a new unit of somebody
    ("The anti-dumping duty on cheap steel was raised.", ("anti-dumping duty", "targetsGoods", "cheap steel")),
    ("Cotton from Peru was stopped.", ("cotton", "importedFrom", "Peru")),
    (
        "The Revenue Directorate (head: Ms Nora Field) moved to Ostby.",
        ("Revenue Directorate", "headedBy", "Nora Field"),
    ),
    (
        "The Ministry of Trade's new Quota Division has 24 staff.",
        ("Quota Division", "reportsToBody", "Ministry of Trade"),
    ),
    (
        "Vice-chair of the Tariff Policy Group since 2016, Peru hosted its session.",
        ("Peru", "memberOf", "Tariff Policy Group"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_compound_apposition_or_row_states_the_relation(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("The forum brought together Fiji and Tonga in Apia.", ("Tonga", "within", "Apia")),
        ("The Parcel Bureau met the Cargo Bureau of the Coast Guard.", ("Parcel Bureau", "componentOf", "Coast Guard")),
        ("A risk-led approach by the Coast Guard helped the NCS.", (NCS, "headedBy", "Coast Guard")),
    ],
)
def test_neighbours_that_only_look_so_are_left_apart(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)
