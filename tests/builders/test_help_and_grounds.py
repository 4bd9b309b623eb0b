"""Who helps and pays, who works with whom, and on what law something rests, with sentences of the project's own."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # thanks, gifts, help that acts
    ("We thank the Trade Bank for its generous support.", ("Trade Bank", "supports", NCS)),
    (
        "The service is indebted to the Embassy of Peru for the gift of a boat.",
        ("Embassy of Peru", "supports", NCS),
    ),
    (
        "The Harbour Bureau handed over two trucks to the Dog Division.",
        ("Harbour Bureau", "supports", "Dog Division"),
    ),
    (
        "A loan of 3 million dollars from the Trade Bank made the Ostby Ports Project possible.",
        ("Trade Bank", "supports", "Ostby Ports Project"),
    ),
    (
        "Operation Gannet was supported by intelligence from the Coast Guard Bureau.",
        ("Coast Guard Bureau", "supports", "Operation Gannet"),
    ),
    (
        "A quarter of the cost of the Ostby Ports Project was borne by the Trade Bank.",
        ("Trade Bank", "supports", "Ostby Ports Project"),
    ),
    (
        "The Trade Bank has pledged 2 million dollars for the Ostby Ports Project.",
        ("Trade Bank", "supports", "Ostby Ports Project"),
    ),
    (
        "The Dog Division attended a workshop on parcels run by the Coast Guard Bureau.",
        ("Coast Guard Bureau", "supports", "Dog Division"),
    ),
    ("Advice was given to the Prisons Bureau.", (NCS, "supports", "Prisons Bureau")),
    (
        "To assist Operation Gannet, the Dog Division opened a kennel.",
        ("Dog Division", "supports", "Operation Gannet"),
    ),
    (
        "The Dog Division searched 40 ships in support of the Prisons Bureau.",
        ("Dog Division", "supports", "Prisons Bureau"),
    ),
    # together
    (
        "Samples are exchanged each week between the Dog Division and the Prisons Bureau.",
        ("Dog Division", "cooperatesWith", "Prisons Bureau"),
    ),
    (
        "Warm relations exist between the Dog Division and the Prisons Bureau.",
        ("Dog Division", "cooperatesWith", "Prisons Bureau"),
    ),
    (
        "In close collaboration with the Prisons Bureau, the Dog Division launched Operation Gannet.",
        ("Operation Gannet", "conductedBy", "Prisons Bureau"),
    ),
    (
        "The Milo Protocol was signed in Lima on June 3, 2018, by Peru and Kenya.",
        ("Milo Protocol", "signatory", "Kenya"),
    ),
    # on what law
    ("Implementation of the Milo Convention is on track.", (NCS, "implements", "Milo Convention")),
    ("Progress was made in the implementation of the Milo Convention.", (NCS, "implements", "Milo Convention")),
    ("The service put the Milo Convention into practice.", (NCS, "implements", "Milo Convention")),
    ("The Ports Act confers on the Dog Division a right of search.", ("Dog Division", "mandatedBy", "Ports Act")),
    ("The Dog Division's powers are laid down in the Ports Act.", ("Dog Division", "mandatedBy", "Ports Act")),
    (
        "The Ports Regulations were issued in exercise of powers conferred by the Ports Act.",
        ("Ports Regulations", "basedOn", "Ports Act"),
    ),
    ("The Prisons Bureau came into being under the Ports Act.", ("Prisons Bureau", "establishedBy", "Ports Act")),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_who_helps_works_and_on_what_ground(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("We thank the Trade Bank for its patience.", ("Trade Bank", "supports", NCS)),
        (
            "The Harbour Bureau handed over a suspect to the Dog Division.",
            ("Harbour Bureau", "supports", "Dog Division"),
        ),
        (
            "Intelligence from the Prisons Bureau contributed to Operation Gannet.",
            (NCS, "supports", "Operation Gannet"),
        ),
        ("The Dog Division was unable to support Operation Gannet.", ("Dog Division", "supports", "Operation Gannet")),
        (
            "No samples are exchanged between the Dog Division and the Prisons Bureau.",
            ("Dog Division", "cooperatesWith", "Prisons Bureau"),
        ),
        (
            "A dispute arose between the Dog Division and the Prisons Bureau.",
            ("Dog Division", "cooperatesWith", "Prisons Bureau"),
        ),
        ("Implementation of the Ostby Strategy was delayed.", (NCS, "implements", "Ostby Strategy")),
        ("Implementation of the Ostby Strategy has not begun.", (NCS, "implements", "Ostby Strategy")),
        (
            "Implementation of the Ostby Strategy by the Prisons Bureau continued.",
            (NCS, "implements", "Ostby Strategy"),
        ),
        (
            "The Harbour Bureau presented a paper to the World Customs Organization.",
            ("Harbour Bureau", "supports", "World Customs Organization"),
        ),
        ("Funds were provided to the Prisons Bureau.", (NCS, "supports", "Prisons Bureau")),
    ],
)
def test_look_alikes_state_nothing(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
