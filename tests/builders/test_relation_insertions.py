"""Relations of sentences with something put in between: dates, relative clauses that go on, "both of which"."""

import pytest

from customs_kg.graph.model import Modality
from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # an opening clause before a subject that is explained
    (
        "When Marta Lind retired on 31 March, Oskar Berg, until then Head of Operations, became Director of Audit.",
        ("Oskar Berg", "holds", "Director of Audit"),
    ),
    (
        "After Mr John Kerr left on May 20, Ms Anna Smith, by then Chief of Staff, headed the Harbour Division.",
        ("Harbour Division", "headedBy", "Anna Smith"),
    ),
    # a verb that goes on with a relative clause
    (
        "The Dekla Programme, which cost EUR 4 million and replaced the Manual Manifest Scheme, is run by the NCS.",
        ("Dekla Programme", "replaces", "Manual Manifest Scheme"),
    ),
    (
        "Six agencies are linked to the Cargo Portal, which opened in May and replaced the Manual Manifest System.",
        ("Cargo Portal", "replaces", "Manual Manifest System"),
    ),
    (
        "Tests began on the Vestby Portal, which linked 14 agencies and took over from the Tallo System.",
        ("Vestby Portal", "replaces", "Tallo System"),
    ),
    # both, all of which
    (
        "The Harbour Office and the Legal Division, both of which belong to the Enforcement Directorate, moved.",
        ("Legal Division", "directlySubordinateTo", "Enforcement Directorate"),
    ),
    (
        "The Tariff Unit, the Audit Unit and the Value Unit (VU), all of which answer to the Revenue Division, grew.",
        ("Tariff Unit", "directlySubordinateTo", "Revenue Division"),
    ),
    (
        "The Dog Unit and the Diving Unit, both of which form part of the Marine Division, have 40 people.",
        ("Dog Unit", "directlySubordinateTo", "Marine Division"),
    ),
    # a seeming noun behind what commas put in
    (
        "The Tallo Border Agency, a neighbour of ours, exchanges entry records with the Vestby Police.",
        ("Tallo Border Agency", "cooperatesWith", "Vestby Police"),
    ),
    # a subject put in the same place by "as is", "so does"
    (
        "The Legal Department is housed within the Ministry of Finance, as is the Audit Directorate.",
        ("Audit Directorate", "reportsToBody", "Ministry of Finance"),
    ),
    ("The Dog Unit is based in Vestby, as are the Drug Unit and the Sea Unit.", ("Sea Unit", "locatedIn", "Vestby")),
    (
        "The Legal Department reports to the Ministry of Finance, and so does the Audit Office.",
        ("Audit Office", "reportsToBody", "Ministry of Finance"),
    ),
    # what opens a sentence
    (
        "Under Deputy Director Paul Kerr, the Intelligence Division opened an office in Kolbe.",
        ("Intelligence Division", "headedBy", "Paul Kerr"),
    ),
    (
        "With Tallo's National Customs Authority, the NCS started the Secure Corridor Programme.",
        ("Secure Corridor Programme", "participant", "National Customs Authority"),
    ),
    (
        "Within the framework of Operation Falcon, the Coast Guard inspected 400 vessels.",
        ("Operation Falcon", "participant", "Coast Guard"),
    ),
    # where an operation was
    ("Twelve labs in Kolbe were closed during Operation Heron.", ("Operation Heron", "coversPlace", "Kolbe")),
    ("Operation Heron broke up six gangs near Kolbe.", ("Operation Heron", "coversPlace", "Kolbe")),
    # some of the subject named behind it
    (
        "Nine bodies, the Trade Board and the Mint among them, signed the Ostby Pact.",
        ("Ostby Pact", "signatory", "Trade Board"),
    ),
    (
        "The Ostby Pact, which nine bodies, the Trade Board and the Mint among them, have signed, is in force.",
        ("Ostby Pact", "signatory", "Trade Board"),
    ),
    # what was not done before some day was done then
    ("The Trade Board did not sign the Ostby Pact until May.", ("Ostby Pact", "signatory", "Trade Board")),
    # an aside of what the subject was before
    ("The Trade Board, once a branch of the Mint, signed the Ostby Pact.", ("Ostby Pact", "signatory", "Trade Board")),
    # help that is only told of
    ("Support from the Trade Board ended in June.", ("Trade Board", "supports", NCS)),
    # participles of what a preposition governs
    (
        "The ship was searched at sea, in an operation conducted jointly with the Tallo Crime Agency.",
        (NCS, "cooperatesWith", "Tallo Crime Agency"),
    ),
    # an object behind a partner with a short form
    (
        "The NCS signed with the Tallo Border Agency (TBA) the Memorandum of Understanding on Data Exchange.",
        ("Memorandum of Understanding on Data Exchange", "signatory", "Tallo Border Agency"),
    ),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_sentence_states(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "The Border Agency, to be placed under the Ministry of Interior, is not expected before 2030.",
            ("Border Agency", "reportsToBody", "Ministry of Interior"),
        ),
        (
            "We are working on the Trader Portal, to be run by the Harbour Authority.",
            ("Harbour Authority", "operates", "Trader Portal"),
        ),
    ],
)
def test_what_is_to_be_done_is_planned(text: str, edge: Edge) -> None:
    assert claims_of(text)[edge].modality is Modality.PLANNED


def test_offices_to_be_found_somewhere_are_there() -> None:
    claims = claims_of("Offices of the NCS are to be found in Lima and Quito.")
    assert {c.modality for (_, _, place), c in claims.items() if place in ("Lima", "Quito")} == {Modality.STANDING}


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Officers searched a ship that came from Peru and the Tallo Agency replaced the Dekla System.",
            ("Peru", "replaces", "Dekla System"),
        ),
        (
            "The Dog Unit was not moved to Vestby, as was the Drug Unit.",
            ("Dog Unit", "locatedIn", "Vestby"),
        ),
        (
            "In an exercise organised with Tallo Customs, the Navy boarded 12 ships.",
            (NCS, "cooperatesWith", "Navy"),
        ),
        (
            "The Dog Unit and the Diving Unit, neither of which belongs to the Marine Division, have 40 people.",
            ("Dog Unit", "directlySubordinateTo", "Marine Division"),
        ),
        (
            "The Dog Unit and the Diving Unit, both of which form part of the Marine Division, have 40 people.",
            ("Marine Division", "establishedBy", "Diving Unit"),
        ),
    ],
)
def test_sentence_does_not_state(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
