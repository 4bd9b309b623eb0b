"""Members of what has one name in the plural, units that a sentence counts, and places behind one preposition."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    (
        "The Green Path Programme, the best known of the Trusted Trader Programmes, grew by a fifth.",
        ("Green Path Programme", "componentOf", "trusted trader programme"),
    ),
    (
        "The work is done by six Regional Centres, among them the Ostby Centre and the Vestby Centre.",
        ("Vestby Centre", "componentOf", "Regional Centres"),
    ),
    (
        "The Coastal Levy Act (CLA), which is Title IV of the Shipping Recovery Act of 2014, was amended.",
        ("Coastal Levy Act", "componentOf", "Shipping Recovery Act of 2014"),
    ),
    (
        "The Wharf Safety Act forms Chapter 5 of the Harbour Reform Act.",
        ("Wharf Safety Act", "componentOf", "Harbour Reform Act"),
    ),
    (
        "The Regional Centres, of which the Ostby Centre is the largest, opened in May.",
        ("Ostby Centre", "componentOf", "Regional Centres"),
    ),
    (
        "Three directorates do the work: the Risk Directorate, the Revenue Directorate and the Trade Directorate.",
        ("Trade Directorate", "unitOfAdministration", NCS),
    ),
    (
        "Two offices, namely the Harbour Office and the Parcel Office, carry out all checks.",
        ("Harbour Office", "reportsToBody", NCS),
    ),
    ("Among the directorates is the Risk Directorate.", ("Risk Directorate", "unitOfAdministration", NCS)),
    ("Of our nine divisions, the Dog Division is the smallest.", ("Dog Division", "unitOfAdministration", NCS)),
    ("The newest of the sections is the Parcel Section.", ("Parcel Section", "unitOfAdministration", NCS)),
    (
        "The Risk Directorate is one of the six directorates that make up the agency.",
        ("Risk Directorate", "unitOfAdministration", NCS),
    ),
    (
        "Headquarters consists of 12 departments, among them the Risk Department and the Trade Department.",
        ("Trade Department", "unitOfAdministration", NCS),
    ),
    (
        "The structure comprises the Risk Directorate, the Trade Directorate and 14 ports.",
        ("Trade Directorate", "unitOfAdministration", NCS),
    ),
    (
        "There are two branches: the Risk Branch, with Eva Lund at its head, and the Dog Branch, which has 40 dogs.",
        ("Dog Branch", "unitOfAdministration", NCS),
    ),
    (
        "The Dog Branch is one of the two branches of the Field Directorate; the other is the Sea Branch.",
        ("Sea Branch", "directlySubordinateTo", "Field Directorate"),
    ),
    (
        "Within the Field Directorate, the Dog Branch has 40 dogs.",
        ("Dog Branch", "directlySubordinateTo", "Field Directorate"),
    ),
    (
        "The Dog Branch operates as a unit of the Field Directorate.",
        ("Dog Branch", "directlySubordinateTo", "Field Directorate"),
    ),
    (
        "The Dog Branch was folded into the Field Directorate.",
        ("Dog Branch", "directlySubordinateTo", "Field Directorate"),
    ),
    ("The Dog Branch, one of 14 branches, has 40 dogs.", ("Dog Branch", "unitOfAdministration", NCS)),
    ("The Dog Branch in Cologne is a section of the Trade Directorate.", ("Dog Branch", "locatedIn", "Cologne")),
    ("The Dog Branch in Mobile, Alabama, has 40 dogs.", ("Dog Branch", "locatedIn", "Mobile")),
    ("The Dog Branch works from bases at Callao and Quito.", ("Dog Branch", "locatedIn", "Quito")),
    ("The Noses Workshop took place from 3 to 7 June 2018 in Quito.", ("Noses Workshop", "locatedIn", "Quito")),
    ("The Noses Workshop, held in May in Quito, drew 40 handlers.", ("Noses Workshop", "locatedIn", "Quito")),
    ("The Ostby Centre works around the clock in Quito.", ("Ostby Centre", "locatedIn", "Quito")),
    # members that more is said of; what a body works through, is given, gains
    (
        "The NCS does its work through two offices: the Harbour Office (HO), whose head, Eva Lund, came in May; and "
        "the Office of Wharves, which has 40 boats.",
        ("Office of Wharves", "reportsToBody", NCS),
    ),
    (
        "The NCS performs its duties through the Harbour Office and the Office of Wharves.",
        ("Office of Wharves", "reportsToBody", NCS),
    ),
    ("The NCS was given a Dog Branch.", ("Dog Branch", "unitOfAdministration", NCS)),
    ("In May the NCS gained a Dog Branch.", ("Dog Branch", "unitOfAdministration", NCS)),
    # a possessive is of the whole row
    ("The NCS's Dog Branch, Sea Wing and Risk Unit grew.", ("Risk Unit", "unitOfAdministration", NCS)),
    ("The Agency's Office of Wharves and Risk Unit grew.", ("Office of Wharves", "reportsToBody", NCS)),
    ("Our Dog Branch and Risk Unit grew.", ("Risk Unit", "unitOfAdministration", NCS)),
    # behind the place of a unit, in brackets, side by side in a line
    (
        "The Dog Branch at Quito, an arm of the Field Directorate, grew.",
        ("Dog Branch", "directlySubordinateTo", "Field Directorate"),
    ),
    (
        "The Dog Squad (Field Directorate) found two tonnes of tobacco.",
        ("Dog Squad", "directlySubordinateTo", "Field Directorate"),
    ),
    (
        "The Field Directorate (Dog Squad) found two tonnes of tobacco.",
        ("Dog Squad", "directlySubordinateTo", "Field Directorate"),
    ),
    (
        "The Dog Branch, that is, the canine arm of the Field Directorate, grew.",
        ("Dog Branch", "directlySubordinateTo", "Field Directorate"),
    ),
    ("Source: Dog Branch, Norland Customs Service", ("Dog Branch", "unitOfAdministration", NCS)),
    ("Norland Customs Service - Dog Branch, 12 Wharf Road", ("Dog Branch", "unitOfAdministration", NCS)),
    (
        "Norland sits on the Quota Panel Group, a technical group of the European Commission.",
        ("Quota Panel Group", "componentOf", "European Commission"),
    ),
    ("Of the 900 employees, 120 work in the Dog Division.", ("Dog Division", "unitOfAdministration", NCS)),
    ("Officers at the Port of Callao, Lima, found two tonnes of tobacco.", ("Port of Callao", "within", "Lima")),
    (
        "Under Chief Inspector Eva Lund, the Harbour Office cleared 500 ships.",
        ("Harbour Office", "headedBy", "Eva Lund"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_member_unit_or_place_is_told_by_its_company(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


@pytest.mark.parametrize(
    "prose",
    [
        # of another body, not as many as are counted, owned by somebody
        "Two departments of the Ministry of Trade do the work: the Tariff Department and the Quota Department.",
        "Three offices do the work: the Harbour Office and the Parcel Office.",
        "The Coast Guard has a staff of 900, of whom 120 serve in the Risk Directorate.",
        "Among the directorates that took part is the Risk Directorate.",
        "The Risk Directorate is one of the directorates that attended.",
        "The Risk Directorate was formed in May 2017, when our staff rose.",
        "The Ministry of Trade's two offices, namely the Harbour Office and the Parcel Office, carry out checks.",
        "Two offices do the work: the Ostby Office, whose head came from the Parcel Office; and others.",
        "Participants: Dog Branch, Norland Customs Service",
        "The Dog Branch, Norland Customs Service and others took part.",
    ],
)
def test_units_of_others_or_not_all_of_them_are_not_the_agencys(prose: str) -> None:
    assert not [
        edge for edge in claims_of(prose) if edge[1] in ("unitOfAdministration", "reportsToBody") and edge[2] == NCS
    ]


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The Sound Office is one of the nine offices of the Western Division.",
            ("Sound Office", "componentOf", "Western Division"),
        ),
        (
            "Operation Tern, the largest operation of the Western Division, closed in May.",
            ("Operation Tern", "conductedBy", "Western Division"),
        ),
    ],
)
def test_one_of_somebodys_is_that_bodys(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


def test_law_denied_to_be_a_provision_is_no_part() -> None:
    found = claims_of("The Wharf Safety Act is not Chapter 5 of the Harbour Reform Act.")
    assert ("Wharf Safety Act", "componentOf", "Harbour Reform Act") not in found


def test_one_of_the_partners_is_no_part() -> None:
    found = claims_of("The Coast Guard is one of the partners of the Western Division.")
    assert {edge[1] for edge in found} <= {"cooperatesWith"}


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Among the Agency's partners in Operation Tern are Europol and the Border Police.",
            ("Operation Tern", "participant", "Border Police"),
        ),
        (
            "Among the members of the Border Forum were Peru and Chile.",
            ("Border Forum", "participant", "Chile"),
        ),
    ],
)
def test_partners_and_members_behind_among(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


_PROSE = "1. The year\n\nThe year was calm, and few boats came in. Nothing else was told of it.\n\n2. "
_ITEMS = "\n\n- Dog Branch: 40 dogs\n- Office of Wharves\n- Risk Unit (12 officers)\n"


@pytest.mark.parametrize(
    "above",
    [
        "Organisational structure",
        "Our directorates",
        "Head office\n\nThe head office is made up as follows:",
        "Work\n\nThe Service has the following units:",
    ],
)
def test_units_are_listed_where_the_structure_is_told(above: str) -> None:
    found = claims_of(_PROSE + above + _ITEMS)
    assert ("Risk Unit", "unitOfAdministration", NCS) in found
    assert ("Office of Wharves", "reportsToBody", NCS) in found


@pytest.mark.parametrize("above", ["Partners", "Visits\n\nThe fair was attended by the following units:"])
def test_other_lists_tell_of_no_structure(above: str) -> None:
    assert ("Risk Unit", "unitOfAdministration", NCS) not in claims_of(_PROSE + above + _ITEMS)


def test_what_has_no_article_of_its_own_may_still_be_no_unit() -> None:
    found = claims_of("The NCS's Dog Branch and Harbour Police grew.")
    assert not [edge for edge in found if edge[0] == "Harbour Police" and edge[2] == NCS]


@pytest.mark.parametrize("column", ["Head", "Director", "Officer in charge"])
def test_a_table_tells_who_heads_its_units(column: str) -> None:
    rows = "| Dog Division | Eva Lund | 40 |\n| Sea Division | Jon Falk | 9 |"
    table = f"| Division | {column} | Staff |\n|---|---|---|\n{rows}"
    found = claims_of(f"{_PROSE}Staff\n\n{table}\n\nThe Dog Division and the Sea Division grew.")
    assert ("Sea Division", "headedBy", "Jon Falk") in found
    assert ("Dog Division", "unitOfAdministration", NCS) in found


def test_a_table_of_other_persons_tells_of_no_head() -> None:
    table = "| Division | Winner | Staff |\n|---|---|---|\n| Dog Division | Ms Eva Lund | 40 |"
    found = claims_of(f"{_PROSE}Staff\n\n{table}\n\nThe Dog Division grew.")
    assert ("Dog Division", "headedBy", "Eva Lund") not in found


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        # several titled persons, one with a remark
        (
            "The Quota Panel Committee comprises Ms Eva Lund (chair), Mr Jon Falk and Dr Ida Berg.",
            ("Ida Berg", "memberOf", "Quota Panel Committee"),
        ),
        ("Mr Jon Falk and Ms Eva Lund sit on the Quota Committee.", ("Eva Lund", "memberOf", "Quota Committee")),
        (
            "The Quota Committee has three members: Ms Eva Lund, Mr Jon Falk and Dr Ida Berg.",
            ("Jon Falk", "memberOf", "Quota Committee"),
        ),
        ("Ms Eva Lund was named to the Quota Committee.", ("Eva Lund", "memberOf", "Quota Committee")),
        (
            "The Tern Task Force, an alliance of the NCS, the Coast Guard and the Harbour Police, made arrests.",
            ("Harbour Police", "memberOf", "Tern Task Force"),
        ),
        # the shared preposition of a clause without its verb
        (
            "The Dog Branch reports to Ms Eva Lund, the Sea Branch and the Risk Branch to Mr Jon Falk.",
            ("Sea Branch", "answersTo", "Jon Falk"),
        ),
        # places that share a "with"
        (
            "With headquarters in Quito and offices in Callao, the NCS employs 400 officers.",
            (NCS, "locatedIn", "Callao"),
        ),
        ("The NCS has offices at Quito and Callao.", (NCS, "locatedIn", "Callao")),
        ("The Dog Branch shares a campus in Quito with the Coast Guard.", ("Dog Branch", "locatedIn", "Quito")),
    ],
)
def test_members_and_places_in_rows(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


def test_who_shares_a_preposition_with_another_is_not_of_the_first() -> None:
    found = claims_of("The Dog Branch reports to Ms Eva Lund, the Sea Branch and the Risk Branch to Mr Jon Falk.")
    assert not [edge for edge in found if edge[0] == "Dog Branch" and edge[2] != "Eva Lund"]
