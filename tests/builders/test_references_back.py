"""What "it", "the Act", "the unit itself", "this company" stand for, with sentences of the project's own."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # a thing that the sentence before names without being about it
    (
        "Little is known of the Dekla System. It was built by Helvar Software Ltd.",
        ("Dekla System", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "The year began well for the Harbour Unit. In May, it was headed by Jon Falk.",
        ("Harbour Unit", "headedBy", "Jon Falk"),
    ),
    ("Much was expected of the Ostby Agreement. Norway signed it in May.", ("Ostby Agreement", "signatory", "Norway")),
    (
        "Trade was handled by the Dekla System. It replaced the Manifest System.",
        ("Dekla System", "replaces", "Manifest System"),
    ),
    # nouns
    (
        "The Ports Act 2004 was amended. The Act was passed by the National Assembly.",
        ("Ports Act 2004", "issuedBy", "National Assembly"),
    ),
    (
        "The Ports Act 2004 was amended. The National Assembly passed this Act.",
        ("Ports Act 2004", "issuedBy", "National Assembly"),
    ),
    ("The Harbour Unit grew. The unit itself is headed by Jon Falk.", ("Harbour Unit", "headedBy", "Jon Falk")),
    (
        "In 2018 Helvar Data Inc. grew. The company built the Dekla System.",
        ("Dekla System", "developedBy", "Helvar Data Inc"),
    ),
    # the words for the kind alone
    (
        "The Harbour Task Force was created in May. The Task Force is headed by Jon Falk.",
        ("Harbour Task Force", "headedBy", "Jon Falk"),
    ),
    (
        "The Steering Committee on Harbours met in May. The Steering Committee is headed by Jon Falk.",
        ("Steering Committee on Harbours", "headedBy", "Jon Falk"),
    ),
    # what is new, and nouns for many kinds
    (
        "The NCS rolled out the Dekla System in May. The new system was paid for by the World Bank.",
        ("World Bank", "supports", "Dekla System"),
    ),
    (
        "The NCS set up the Harbour Task Force. This new unit is headed by Jon Falk.",
        ("Harbour Task Force", "headedBy", "Jon Falk"),
    ),
    (
        "The NCS opened the Ostby Laboratory. The facility was paid for by the World Bank.",
        ("World Bank", "supports", "Ostby Laboratory"),
    ),
    # "its" is not what a phrase before the subject names, nor the first person
    (
        "Under the Harbour Council, the Ports Board moved to Ostby with its Quay Section.",
        ("Quay Section", "reportsToBody", "Ports Board"),
    ),
    ("The Ports Board grew. Its seat is in Oslo.", ("Ports Board", "locatedIn", "Oslo")),
    ("The Ports Board grew, its seat being in Oslo.", ("Ports Board", "locatedIn", "Oslo")),
    (
        "The Ports Board grew. Among its members are the Coast Police and the Ferry Agency.",
        ("Ferry Agency", "memberOf", "Ports Board"),
    ),
    # a part of what "which" stands for
    (
        "The NCS has three units, one of which, the Harbour Unit, is based in Oslo.",
        ("Harbour Unit", "locatedIn", "Oslo"),
    ),
    # what is done to no body, what is held
    (
        "The Port Board bought the Dekla System. It was built by Helvar Software Ltd.",
        ("Dekla System", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "The post of Director of Audit fell vacant in May. It has been held by Jon Falk since June.",
        ("Jon Falk", "holds", "Director of Audit"),
    ),
    # "it" twice
    (
        "We use the Dekla System. Helvar Software Ltd built it and the World Bank paid for it.",
        ("World Bank", "supports", "Dekla System"),
    ),
    # the full stop of a legal form inside a sentence
    ("Helvar Data Inc. built the Dekla System.", ("Dekla System", "developedBy", "Helvar Data Inc")),
]

NOT_STATED: list[tuple[str, Edge]] = [
    # "it" is what the sentence before is about, and the agency where that is named
    ("NCS works with the Harbour Unit. It was headed by Jon Falk.", ("Harbour Unit", "headedBy", "Jon Falk")),
    # two things may be meant
    (
        "Little is known of the Dekla System and the Manifest System. It was built by Helvar Software Ltd.",
        ("Dekla System", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "The Harbour Task Force met the Airport Task Force. The Task Force is headed by Jon Falk.",
        ("Airport Task Force", "headedBy", "Jon Falk"),
    ),
    (
        "The Ports Board grew. Its seat is in Oslo.",
        (NCS, "locatedIn", "Oslo"),
    ),
    (
        "The NCS has three units, one of which, the Harbour Unit, is based in Oslo.",
        (NCS, "locatedIn", "Oslo"),
    ),
    # the new one is not what went
    (
        "The Harbour Act was repealed in May. The new law is enforced by the Port Board.",
        ("Port Board", "implements", "Harbour Act"),
    ),
    # who does something is not whom it is done to
    (
        "The Ports Board met. The Harbour Unit and the Ferry Section assist it.",
        ("Ferry Section", "supports", "Harbour Unit"),
    ),
    # whom a pact is with is not under whom things are done
    (
        "A pact was signed with the Coast Police, under which the Coast Police will lend us two boats.",
        (NCS, "reportsToBody", "Coast Police"),
    ),
    # some others, not the agency
    ("The Ostby Agreement is new. It was joined by 12 towns.", ("Ostby Agreement", "signatory", NCS)),
    # no body's doing is said of a system
    (
        "Trade was handled by the Dekla System. It trained 40 officers from Norway.",
        ("Dekla System", "cooperatesWith", "Norway"),
    ),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_a_reference_stands_for_what_was_named(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(("text", "edge"), NOT_STATED)
def test_a_reference_is_no_guess(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
