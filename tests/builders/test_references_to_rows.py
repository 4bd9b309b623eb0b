"""What "they", "both", "each of them", "these acts", "the latter" stand for: a row that was named before."""

import pytest

from tests.builders.test_relations import Edge, claims_of

BUILT = "The Dekla System and the Tollo Platform were renewed in May."
RULED = "The Harbour Act and the Ferry Ordinance came into force in 2012."
PLACED = "The Harbour Unit and the Ferry Section moved in May."

STATED: list[tuple[str, tuple[Edge, ...]]] = [
    (
        f"{BUILT} They were built by Helvar Software Ltd.",
        (
            ("Dekla System", "developedBy", "Helvar Software Ltd"),
            ("Tollo Platform", "developedBy", "Helvar Software Ltd"),
        ),
    ),
    (
        "We opened the Dekla System and the Tollo Platform in May. Helvar Software Ltd built them.",
        (
            ("Dekla System", "developedBy", "Helvar Software Ltd"),
            ("Tollo Platform", "developedBy", "Helvar Software Ltd"),
        ),
    ),
    (
        "We use the Dekla System and the Tollo Platform, both built by Helvar Software Ltd.",
        (
            ("Dekla System", "developedBy", "Helvar Software Ltd"),
            ("Tollo Platform", "developedBy", "Helvar Software Ltd"),
        ),
    ),
    (
        f"{BUILT} The Coast Police uses both of them.",
        (("Coast Police", "operates", "Dekla System"), ("Coast Police", "operates", "Tollo Platform")),
    ),
    (
        f"{RULED} The Port Board enforces both.",
        (("Port Board", "implements", "Harbour Act"), ("Port Board", "implements", "Ferry Ordinance")),
    ),
    (
        f"{RULED} These laws are enforced by the Port Board.",
        (("Port Board", "implements", "Harbour Act"), ("Port Board", "implements", "Ferry Ordinance")),
    ),
    (
        f"{RULED} The two acts replaced the Quay Order 1980.",
        (("Harbour Act", "replaces", "Quay Order 1980"), ("Ferry Ordinance", "replaces", "Quay Order 1980")),
    ),
    (
        f"{PLACED} Each answers to the Director of Operations.",
        (
            ("Harbour Unit", "answersTo", "Director of Operations"),
            ("Ferry Section", "answersTo", "Director of Operations"),
        ),
    ),
    (
        f"{PLACED} The units report to the Director of Operations.",
        (
            ("Harbour Unit", "answersTo", "Director of Operations"),
            ("Ferry Section", "answersTo", "Director of Operations"),
        ),
    ),
    (
        "The Harbour Unit, the Ferry Section and the Quay Office moved in May. All three use the Dekla System.",
        (("Harbour Unit", "operates", "Dekla System"), ("Quay Office", "operates", "Dekla System")),
    ),
    # a second reference goes on with the row of the first
    (
        f"{RULED} Both are short. The Port Board enforces them.",
        (("Port Board", "implements", "Harbour Act"), ("Port Board", "implements", "Ferry Ordinance")),
    ),
    (f"{BUILT} The Coast Police uses the former.", (("Coast Police", "operates", "Dekla System"),)),
    (f"{BUILT} The second is run by the Coast Police.", (("Coast Police", "operates", "Tollo Platform"),)),
    # in the same sentence, of the row and of what it has
    (
        "We handed 40 boats to the Coast Police and the Port Board, and they were pleased. Both use the Dekla System.",
        (("Coast Police", "operates", "Dekla System"), ("Port Board", "operates", "Dekla System")),
    ),
    (
        "The Coast Police and the Port Board moved. Their headquarters are now in Oslo.",
        (("Coast Police", "locatedIn", "Oslo"), ("Port Board", "locatedIn", "Oslo")),
    ),
    # the last of two that are not in a row
    (
        "The NCS answers to the Ministry of Ports, which also runs the Port Board. The latter uses the Dekla System.",
        (("Port Board", "operates", "Dekla System"),),
    ),
    # one thing, and who acts on it
    (
        "The Ferry Ordinance was short. The Harbour Act was replaced by the said ordinance.",
        (("Ferry Ordinance", "replaces", "Harbour Act"),),
    ),
    (
        "The Ferry Ordinance came in 2012. The Ministry of Ports implements it.",
        (("Ministry of Ports", "implements", "Ferry Ordinance"),),
    ),
]

NOT_STATED: list[tuple[str, Edge]] = [
    # some or none of them
    (f"{RULED} One of them is enforced by the Port Board.", ("Port Board", "implements", "Harbour Act")),
    (f"{RULED} None of them is enforced by the Port Board.", ("Port Board", "implements", "Harbour Act")),
    (f"{RULED} The Port Board enforces the former.", ("Port Board", "implements", "Ferry Ordinance")),
    # another plural, or another kind
    (
        "We gave 40 tablets to the Harbour Unit and the Ferry Section. They were built by Helvar Software Ltd.",
        ("Harbour Unit", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "Our attachés sit in Norway and Chile. They are answerable to the Director of Operations.",
        ("Director of Operations", "supervises", "Norway"),
    ),
    (f"{PLACED} Both acts are enforced by the Port Board.", ("Port Board", "implements", "Harbour Unit")),
    (f"{PLACED} The three units use the Dekla System.", ("Harbour Unit", "operates", "Dekla System")),
    (
        "We trained two groups of men from the Coast Police and the Port Board. The first was headed by Jon Falk.",
        ("Coast Police", "headedBy", "Jon Falk"),
    ),
    # the doer is not what is done to
    (
        "The Coast Police and the Port Board met in May. The Port Board supervises them.",
        ("Port Board", "supervises", "Coast Police"),
    ),
    # only the last of them
    (
        "The Dekla System and the Tollo Platform, the latter built by Helvar Software Ltd, are in use.",
        ("Dekla System", "developedBy", "Helvar Software Ltd"),
    ),
    # what came of a gift is the giver's doing
    (
        "Norway lent boats to the Coast Police and the Port Board, enabling the latter to begin Operation Tern.",
        ("Coast Police", "supports", "Port Board"),
    ),
]


@pytest.mark.parametrize(("text", "edges"), STATED)
def test_a_reference_stands_for_the_row(text: str, edges: tuple[Edge, ...]) -> None:
    assert claims_of(text).keys() >= set(edges)


@pytest.mark.parametrize(("text", "edge"), NOT_STATED)
def test_a_reference_is_not_to_the_row(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
