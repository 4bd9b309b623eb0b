"""Relations behind opening clauses, by aims, of parties to agreements, and of gifts of equipment."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # several subjects behind an opening clause
    (
        "To curb fraud, the Vell Police and the Audit Bureau began Operation Heron.",
        ("Operation Heron", "conductedBy", "Vell Police"),
    ),
    (
        "After training recruits, the Vell Police and the Audit Bureau began Operation Heron.",
        ("Operation Heron", "conductedBy", "Vell Police"),
    ),
    # aims
    (
        "In order to curb fuel smuggling, the Vell Police began Operation Heron.",
        ("Operation Heron", "targetsOffence", "fuel smuggling"),
    ),
    (
        "Operation Heron was begun with the aim of curbing fuel smuggling.",
        ("Operation Heron", "targetsOffence", "fuel smuggling"),
    ),
    (
        "With a view to stopping fuel smuggling, the Vell Police began Operation Heron.",
        ("Operation Heron", "targetsOffence", "fuel smuggling"),
    ),
    # parties
    (
        "A protocol between the Service, the Vell Police and the Audit Bureau took effect.",
        ("protocol between the Service, the Vell Police and the Audit Bureau", "signatory", NCS),
    ),
    (
        "A protocol between the Service, the Vell Police and the Audit Bureau took effect.",
        ("protocol between the Service, the Vell Police and the Audit Bureau", "signatory", "Audit Bureau"),
    ),
    (
        "The treaties with Ghana, Peru and Oman were prolonged.",
        ("treaties with Ghana, Peru and Oman", "signatory", "Oman"),
    ),
    (
        "The Mora Accord was initialled by Mr. Paul Kerr for the Vell Police.",
        ("Mora Accord", "signatory", "Vell Police"),
    ),
    ("The Service and Oman agreed to exchange files.", (NCS, "cooperatesWith", "Oman")),
    # what belongs to the verb behind the agency's noun
    ("Excise duty is levied by the Service on tobacco.", (NCS, "collects", "excise duty")),
    ("The Tarn Council advised the Service on origin.", ("Tarn Council", "supports", NCS)),
    # gifts
    ("The Service received four survey vessels from Oman.", ("Oman", "supports", NCS)),
    # one common word names a thing
    ("The Service uses the Sparrow system.", (NCS, "operates", "Sparrow")),
    # plans rest on papers
    ("The Heron Plan rests on the Mora Accord.", ("Heron Plan", "basedOn", "Mora Accord")),
    ("The Sparrow System was written by Vell Systems.", ("Sparrow System", "developedBy", "Vell Systems")),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_sentence_states(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "The Mora Forum, held under the auspices of the Tarn Council, drew together Ghana and Peru.",
            ("Mora Forum", "hostedBy", "Ghana"),
        ),
        (
            "The Service, in partnership with the Vell Police, brought together Ghana and Peru.",
            (NCS, "cooperatesWith", "Ghana"),
        ),
        ("The protocol between Ghana and Peru was prolonged.", ("protocol between Ghana and Peru", "signatory", NCS)),
        ("The Harbour Laboratory was built at the request of Oman.", ("Harbour Laboratory", "locatedIn", "Oman")),
        ("The Harbour Division has liaison desks in Lima and Quito.", ("Harbour Division", "locatedIn", "Lima")),
        ("The Service paid for the Border system.", (NCS, "operates", "Border")),
        (
            "The Service signed the Mora Accord with Ghana for the Vell Police.",
            ("Mora Accord", "signatory", "Vell Police"),
        ),
    ],
)
def test_sentence_does_not_state(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
