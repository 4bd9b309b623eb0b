"""Relations of sentences whose subject is a pronoun or a definite noun."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    (
        "As Controller of Customs, Eva Lund answers to the Minister of Trade, Jon Falk. She chairs the Port Board.",
        ("Port Board", "headedBy", "Eva Lund"),
    ),
    (
        "Mr Jon Falk handed over to Ms Eva Lund. She heads the Audit Division.",
        ("Audit Division", "headedBy", "Eva Lund"),
    ),
    (
        "Ms Eva Lund met the Director, Mr Jon Falk. He heads the Audit Division.",
        ("Audit Division", "headedBy", "Jon Falk"),
    ),
    (
        "Four Detention Orders were issued in May. They bar tobacco from Peru.",
        ("Detention Orders", "targetsGoods", "tobacco"),
    ),
    (
        "We launched the Traveller Portal in May. Its cost was met by the World Bank.",
        ("World Bank", "supports", "Traveller Portal"),
    ),
    (
        "The Harbour Programme's costs were borne by the World Bank.",
        ("World Bank", "supports", "Harbour Programme"),
    ),
    (
        "Cases came through the Ostby Centre, which is led not by the Coast Guard but by the Police Agency. The two "
        "agencies jointly ran Operation Tern.",
        ("Operation Tern", "conductedBy", "Police Agency"),
    ),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_reference_is_resolved(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "As Controller of Customs, Eva Lund answers to the Minister of Trade, Jon Falk. She chairs the Port Board.",
            ("Port Board", "headedBy", "Jon Falk"),
        ),
        (
            "Eva Lund and Jon Falk opened the fair. She chairs the Port Board.",
            ("Port Board", "headedBy", "Eva Lund"),
        ),
        (
            "We launched the Traveller Portal in May. Its cost was met by the World Bank.",
            ("World Bank", "supports", NCS),
        ),
        (
            "Goods were kept under Detention Orders in May. They bar tobacco.",
            ("Detention Orders", "targetsGoods", "tobacco"),
        ),
    ],
)
def test_reference_is_left_open(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
