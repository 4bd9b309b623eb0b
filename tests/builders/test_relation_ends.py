"""Which things a relation can join: laws and their signers, bridges, facilities, firms, mandates, staff elsewhere."""

import pytest

from tests.builders.test_relations import Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    (
        "The Tariff Act of 2011, signed by President Anna Berg on 3 May, took effect.",
        ("Tariff Act of 2011", "signedBy", "Anna Berg"),
    ),
    ("President Anna Berg signed the Ports Act of 2014 in March.", ("Ports Act of 2014", "signedBy", "Anna Berg")),
    (
        "The Ostby Bridge, which links Rotterdam with Ghent, was repaired.",
        ("Ostby Bridge", "connectsPlace", "Rotterdam"),
    ),
    ("The Ostby Bridge, which links Rotterdam with Ghent, was repaired.", ("Ostby Bridge", "connectsPlace", "Ghent")),
    ("The Helvar Tunnel between Rotterdam and Ghent was closed.", ("Helvar Tunnel", "connectsPlace", "Ghent")),
    (
        "Project Sparrow was shown at the Vestby Mail Centre in May.",
        ("Project Sparrow", "carriedOutAt", "Vestby Mail Centre"),
    ),
    (
        "Detector dogs are trained at the Vestby Training Centre.",
        ("detector dog", "carriedOutAt", "Vestby Training Centre"),
    ),
    ("Rubber gloves made by Helvar Latex Ltd were detained.", ("disposable gloves", "producedBy", "Helvar Latex Ltd")),
    ("Our mandate rests on the Customs Act 1999.", ("Norland Customs Service", "mandatedBy", "Customs Act 1999")),
    (
        "The Revenue Board draws its powers from the Revenue Ordinance 2003.",
        ("Revenue Board", "mandatedBy", "Revenue Ordinance 2003"),
    ),
    (
        "The Revenue Bureau stands under the dual leadership of NCS and the Ministry of Justice.",
        ("Revenue Bureau", "reportsToBody", "Ministry of Justice"),
    ),
    ("The Vestby Mail Centre is accredited to ISO 17025.", ("Vestby Mail Centre", "implements", "ISO 17025")),
    ("The Coastal Office supervises the Port of Halmo.", ("Coastal Office", "supervises", "Port of Halmo")),
    (
        "The Border System was built together with Helvar Software Ltd.",
        ("Border System", "developedBy", "Helvar Software Ltd"),
    ),
]

NOT_STATED: list[tuple[str, Edge]] = [
    (
        "The Tariff Act of 2011, not yet signed by President Anna Berg, was debated.",
        ("Tariff Act of 2011", "signedBy", "Anna Berg"),
    ),
    ("The Ostby Bridge does not link Rotterdam with Ghent.", ("Ostby Bridge", "connectsPlace", "Rotterdam")),
    (
        "Project Sparrow was never shown at the Vestby Mail Centre.",
        ("Project Sparrow", "carriedOutAt", "Vestby Mail Centre"),
    ),
    ("Operation Tern was carried out in Vestby.", ("Operation Tern", "carriedOutAt", "Vestby")),
    ("The Customs Act 1999 was published by the Revenue Board.", ("Revenue Board", "mandatedBy", "Customs Act 1999")),
    ("The Tariff Act of 2011 was signed in Vestby.", ("Tariff Act of 2011", "signedBy", "Norland Customs Service")),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_what_a_property_can_join_is_joined(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(("text", "edge"), NOT_STATED)
def test_what_is_denied_or_of_another_kind_is_not_joined(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("NCS co-operated with the World Bank.", ("Norland Customs Service", "cooperatesWith", "World Bank")),
        ("The Marine Unit is a section of the National Police.", ("Marine Unit", "reportsToBody", "National Police")),
        ("Peter Hallam directs the Audit Division.", ("Audit Division", "headedBy", "Peter Hallam")),
        (
            "The Port Board is chaired by the Director of Ports and the Trade Office.",
            ("Port Board", "headedBy", "Trade Office"),
        ),
        ("Peter Hallam took command of the Marine Unit.", ("Marine Unit", "headedBy", "Peter Hallam")),
    ],
)
def test_spellings_sections_and_persons_in_command(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "The Trade Office, headed by Director Eva Lund, and the Port Office, whose staff grew, shared the task.",
            ("Trade Office", "headedBy", "Port Office"),
        ),
        (
            "At the invitation of Mr. Paul Reed, the Secretary General of the World Customs Organization, Mr. Jon "
            "Falk, visited Rotterdam in May.",
            ("Paul Reed", "holds", "Secretary General of the World Customs Organization"),
        ),
        (
            "The African Continental Free Trade Area, the agreement on which was signed in May, grew.",
            ("African Continental Free Trade Area", "signatory", "Norland Customs Service"),
        ),
    ],
)
def test_ends_that_stand_near_and_are_not_meant(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)


def test_who_left_a_post_held_it() -> None:
    claims = claims_of("Eva Lund has led the Port Office as Acting Director since Jon Falk stepped down in 2011.")
    assert claims["Jon Falk", "holds", "Acting Director"].modality == "actual"


@pytest.mark.parametrize(
    ("text", "edges", "member"),
    [
        ("Kenya, Norway and Ghana, members of the Harbour Union, grew.", ["Kenya", "Norway", "Ghana"], True),
        ("Kenya and Norway, the two founders of the Harbour Union, grew.", ["Kenya", "Norway"], False),
        ("Acting under an accord with Kenya, members of the Harbour Union are let in.", [], True),
    ],
)
def test_an_apposition_of_several_is_said_of_each(text: str, edges: list[str], member: bool) -> None:
    found = {s for s, p, o in claims_of(text) if o == "Harbour Union" and (p == "memberOf" or not member)}
    assert found == set(edges)


@pytest.mark.parametrize(
    ("text", "edge", "stated"),
    [
        (
            "The Dekla System was replaced by the Ostby Portal, built by Helvar Software Ltd.",
            ("Ostby Portal", "developedBy", "Helvar Software Ltd"),
            True,
        ),
        (
            "The Dekla System was replaced by the Ostby Portal, built by Helvar Software Ltd.",
            ("Dekla System", "developedBy", "Helvar Software Ltd"),
            False,
        ),
        (
            "Operation Wren was followed by Operation Tern, led by the Coast Guard and aimed at cigarettes.",
            ("Operation Tern", "targetsGoods", "cigarettes"),
            True,
        ),
        (
            "The Dekla System was tested by the Marine Unit, praised by the World Bank, and bought by Kenya.",
            ("Kenya", "operates", "Dekla System"),
            True,
        ),
    ],
)
def test_a_participle_behind_an_agent_tells_of_it(text: str, edge: Edge, stated: bool) -> None:
    assert (edge in claims_of(text)) is stated


@pytest.mark.parametrize(
    "text",
    [
        "The Pallet Scheme operates at 15 locations in three countries, including Kenya, Ghana and Norway.",
        "The Pallet Scheme was tried out at two airports in Kenya and Ghana.",
        "The Pallet Scheme, which runs at 15 ports in Kenya and Ghana, grew.",
    ],
)
def test_places_that_hold_sites_without_a_name(text: str) -> None:
    assert {("Pallet Scheme", "coversPlace", "Kenya"), ("Pallet Scheme", "coversPlace", "Ghana")} <= set(
        claims_of(text)
    )


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Dues of 40 million dollars were paid. They consisted of import VAT (30 million) and excise (10 million).",
            ("Norland Customs Service", "collects", "import VAT"),
        ),
        (
            "The Harbour Service (HS) forms part of a portfolio and is accountable to the Minister of Trade.",
            ("Harbour Service", "answersTo", "Minister of Trade"),
        ),
        (
            "Operation Night Express was led by the Coast Guard.",
            ("Operation Night Express", "conductedBy", "Coast Guard"),
        ),
        ("Operation Tern was run by ICE in May.", ("Operation Tern", "conductedBy", "ICE")),
        (
            "Travellers were checked by SmartGate, built by Helvar Software Ltd.",
            ("SmartGate", "developedBy", "Helvar Software Ltd"),
        ),
    ],
)
def test_verbs_and_names_that_look_like_others(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize("opening", ["In May", "In Kenya", "Under the Ostby Plan", "At the Harbour Forum"])
def test_an_opening_phrase_is_in_no_row_with_the_subject(opening: str) -> None:
    found = set(claims_of(f"{opening}, NCS and the Coast Guard signed the Tern Agreement."))
    assert ("Tern Agreement", "signatory", "Norland Customs Service") in found
    assert ("Tern Agreement", "signatory", "Coast Guard") in found


def test_bodies_that_agree_to_do_something_agree() -> None:
    claims = claims_of("NCS and the Coast Guard agreed to recognise inspections made by one another.")
    assert ("Norland Customs Service", "cooperatesWith", "Coast Guard") in claims


def test_what_was_tried_and_not_adopted_is_not_in_use() -> None:
    claims = claims_of("Body-worn cameras, tested at the Border School in Rotterdam, have not been adopted.")
    assert ("Norland Customs Service", "operates", "body-worn camera") not in claims


def test_the_subject_of_a_relative_clause_may_be_explained() -> None:
    claims = claims_of(
        "Operation Tern, which the Coast Guard, a branch of the Harbour Ministry, conducted with the Ostby Police, "
        "led to arrests and was praised by the World Bank."
    )
    assert ("Operation Tern", "conductedBy", "Coast Guard") in claims
    assert ("Coast Guard", "reportsToBody", "Harbour Ministry") in claims
    assert ("Coast Guard", "reportsToBody", "Ostby Police") not in claims
    assert ("Operation Tern", "conductedBy", "Norland Customs Service") not in claims


@pytest.mark.parametrize(
    ("text", "tax"),
    [
        ("Revenue of $9.4 billion was collected, $3.1 billion of it in duties.", "duties"),
        ("NCS collected $11.8 billion in duties, taxes and fees.", "duties"),
        ("The year brought $0.6 billion through the fuel levy.", "fuel levy"),
        ("Sales tax remained the largest single source with $16 million.", "sales tax"),
    ],
)
def test_what_is_told_beside_money_is_collected(text: str, tax: str) -> None:
    assert ("Norland Customs Service", "collects", tax) in claims_of(text)


@pytest.mark.parametrize("text", ["Evasion cost $3 million in duties.", "The duties of officers, taxes aside, grew."])
def test_what_was_lost_or_is_an_office_is_not_collected(text: str) -> None:
    assert ("Norland Customs Service", "collects", "duties") not in claims_of(text)
