"""Grid of noun phrases that state a relation without a verb of their own, in the places where a sentence can have them.

Each construction is put into every fourth place, another four for the next one, so that all of them meet in the grid.
"""

from collections.abc import Mapping

import pytest

from tests.builders.test_relations import Edge, claims_of

PLACES = (
    "{NP} drew much praise.",
    "The report praises {np}.",
    "The audit examined {np} in the spring.",
    "Little is known of {np}.",
    "It was a good year for {np} with few storms.",
    "Thanks to {np}, costs fell by 3 per cent.",
    "The audit examined two farms, a bridge and {np}.",
    "One matter ({np}) was praised.",
    "There was one more matter - {np}.",
    "The winners were:\n\n- {np}\n- two farms",
    "The review covered several matters, including {np}.",
    "After a look at {np} the auditors left.",
    "A survey shows that {np} drew little attention.",
    "{NP} will be reviewed in 2021.",
)
STEP = 4

STATED: list[tuple[str, list[Edge]]] = [
    # nouns of a doing, with a further phrase between its two sides
    (
        "the transfer of the Statistics Unit from the Ministry of Finance to the Coast Guard",
        [("Statistics Unit", "reportsToBody", "Coast Guard")],
    ),
    (
        "the launch of the Safe Cargo Programme by Tarkin Customs in Kenya",
        [
            ("Safe Cargo Programme", "conductedBy", "Tarkin Customs"),
            ("Safe Cargo Programme", "coversPlace", "Kenya"),
        ],
    ),
    (
        "exports of cigarettes and footwear to Kenya and Vietnam",
        [("cigarettes", "exportedTo", "Kenya"), ("footwear", "exportedTo", "Vietnam")],
    ),
    ("Norway's shipments of footwear to Kenya", [("footwear", "exportedTo", "Kenya")]),
    ("an interface between the Corvus System and the Manifest System",
     [("Corvus System", "connectedTo", "Manifest System")]),
    ("the connection of the Corvus System to the Manifest System",
     [("Corvus System", "connectedTo", "Manifest System")]),
    ("the exchange of data between Tarkin Customs and the Coast Guard",
     [("Tarkin Customs", "cooperatesWith", "Coast Guard")]),
    ("the close cooperation of Tarkin Customs and the Coast Guard",
     [("Tarkin Customs", "cooperatesWith", "Coast Guard")]),
    ("the World Bank's donation of patrol boats to the Coast Guard", [("World Bank", "supports", "Coast Guard")]),
    ("the admission of Tarkin Customs to the World Customs Organization",
     [("Tarkin Customs", "memberOf", "World Customs Organization")]),
    ("Kenya's entry into the Lisgar Economic Community",
     [("Kenya", "memberOf", "Lisgar Economic Community")]),
    ("Tarkin Customs' seat on the Border Coordination Committee",
     [("Tarkin Customs", "participatesInMechanism", "Border Coordination Committee")]),
    ("Tarkin Customs' representation in Kenya", [("Tarkin Customs", "representedIn", "Kenya")]),
    ("the extension of the Safe Cargo Programme to Kenya", [("Safe Cargo Programme", "coversPlace", "Kenya")]),
    # what tells of a name behind it: in brackets, of several, behind "itself" and "as", with "by" for "of"
    ("the Statistics Unit (part of the Ministry of Finance)",
     [("Statistics Unit", "reportsToBody", "Ministry of Finance")]),
    ("the Statistics Unit (based in Lisgar)", [("Statistics Unit", "locatedIn", "Lisgar")]),
    ("the Statistics Unit, itself part of the Ministry of Finance,",
     [("Statistics Unit", "reportsToBody", "Ministry of Finance")]),
    ("the Statistics Unit and the Chemistry Laboratory, both part of the Ministry of Finance,",
     [("Statistics Unit", "reportsToBody", "Ministry of Finance"),
      ("Chemistry Laboratory", "reportsToBody", "Ministry of Finance")]),
    ("the Coast Guard as the operator of the Corvus System", [("Coast Guard", "operates", "Corvus System")]),
    ("the Safe Cargo Programme, a joint initiative by Tarkin Customs and the Coast Guard,",
     [("Safe Cargo Programme", "conductedBy", "Tarkin Customs"),
      ("Safe Cargo Programme", "conductedBy", "Coast Guard")]),
    ("Hallam Data Inc., the developer of the Corvus System,", [("Corvus System", "developedBy", "Hallam Data Inc")]),
    # where something is: a part or a kind of the place stands before its name
    ("the Statistics Unit on the outskirts of Lisgar", [("Statistics Unit", "locatedIn", "Lisgar")]),
    ("the Statistics Unit in downtown Lisgar", [("Statistics Unit", "locatedIn", "Lisgar")]),
    ("the Statistics Unit at the port of Lisgar", [("Statistics Unit", "locatedIn", "Lisgar")]),
    ("Operation Deep Net along the border with Vietnam", [("Operation Deep Net", "coversPlace", "Vietnam")]),
    # names inside names, places of compounds
    ("the Ministry of Finance's Regional Office", [("Regional Office", "reportsToBody", "Ministry of Finance")]),
    ("the Department of Agriculture's Chemistry Laboratory",
     [("Chemistry Laboratory", "reportsToBody", "Department of Agriculture")]),
    ("the Operations Centre of Tarkin Customs",
     [("Operations Centre of Tarkin Customs", "unitOfAdministration", "Tarkin Customs")]),
    ("the Lisgar-based Statistics Unit", [("Statistics Unit", "locatedIn", "Lisgar")]),
    # where somebody has rooms
    ("the World Bank's headquarters in Lisgar", [("World Bank", "locatedIn", "Lisgar")]),
    ("Hallam Data Inc.'s plant in Lisgar", [("Hallam Data Inc", "locatedIn", "Lisgar")]),
    ("guests from the Statistics Unit in Lisgar and its guide",
     [("Statistics Unit", "locatedIn", "Lisgar")]),
    # roles: in a compound, with some of many, with "as", two nouns
    ("World Bank members Kenya and Vietnam",
     [("Kenya", "memberOf", "World Bank"), ("Vietnam", "memberOf", "World Bank")]),
    ("members of the World Bank such as Kenya and Vietnam",
     [("Kenya", "memberOf", "World Bank"), ("Vietnam", "memberOf", "World Bank")]),
    ("the World Bank's member states, among them Kenya and Vietnam,",
     [("Kenya", "memberOf", "World Bank"), ("Vietnam", "memberOf", "World Bank")]),
    ("the Border Coordination Committee, among whose members are Tarkin Customs and the Coast Guard,",
     [("Tarkin Customs", "participatesInMechanism", "Border Coordination Committee"),
      ("Coast Guard", "participatesInMechanism", "Border Coordination Committee")]),
    ("Statistics Unit chief Mary Olwen", [("Statistics Unit", "headedBy", "Mary Olwen")]),
    ("the Lisgar Conference, with Tarkin Customs as host,", [("Lisgar Conference", "hostedBy", "Tarkin Customs")]),
    ("the Quay Project, with the World Bank as its main sponsor,", [("World Bank", "supports", "Quay Project")]),
    ("the Coast Guard's parent ministry, the Ministry of Transport,",
     [("Ministry of Transport", "supervises", "Coast Guard")]),
    ("the Ministry of Transport, the parent body of the Coast Guard,",
     [("Ministry of Transport", "supervises", "Coast Guard")]),
    ("the Safe Cargo Programme, the World Bank's flagship programme,",
     [("Safe Cargo Programme", "conductedBy", "World Bank")]),
    ("Tarkin Customs' newly opened Chemistry Laboratory",
     [("Chemistry Laboratory", "unitOfAdministration", "Tarkin Customs")]),
    # what brackets hold alone
    ("the Statistics Unit (Ministry of Finance)", [("Statistics Unit", "reportsToBody", "Ministry of Finance")]),
    ("the Lisgar Conference (Ostby, 4-6 May)", [("Lisgar Conference", "locatedIn", "Ostby")]),
    ("the Border Coordination Committee (Tarkin Customs, the Coast Guard and others)",
     [("Tarkin Customs", "participatesInMechanism", "Border Coordination Committee"),
      ("Coast Guard", "participatesInMechanism", "Border Coordination Committee")]),
]  # fmt: skip

NOT_STATED: list[tuple[str, Edge]] = [
    ("the launch of the Safe Cargo Programme by Tarkin Customs in Kenya",
     ("Safe Cargo Programme", "conductedBy", "Kenya")),
    ("the World Bank's donation of patrol boats to the Coast Guard", ("World Bank", "supports", "patrol boat")),
    ("the transfer of the Statistics Unit from the Ministry of Finance to the Coast Guard",
     ("Statistics Unit", "reportsToBody", "Ministry of Finance")),
    ("plans for the admission of Kenya to the Lisgar Economic Community",
     ("Kenya", "memberOf", "Lisgar Economic Community")),
    ("talks on the connection of the Corvus System to the Manifest System",
     ("Corvus System", "connectedTo", "Manifest System")),
    ("the Ministry of Transport, the parent body of the Coast Guard,",
     ("Ministry of Transport", "reportsToBody", "Coast Guard")),
    ("the Ministry of Justice, the Statistics Unit in Lisgar and others",
     ("Ministry of Justice", "locatedIn", "Lisgar")),
    ("work begun by Tarkin Customs in Lisgar", ("Tarkin Customs", "locatedIn", "Lisgar")),
    ("a dog school opened by the Statistics Unit in Lisgar", ("Statistics Unit", "locatedIn", "Lisgar")),
    ("the Coast Guard (Sea Police)", ("Coast Guard", "reportsToBody", "Sea Police")),
]  # fmt: skip


# what is set off, or said of a thing known by its name, holds whatever is denied of it or may become of it
HOLDS_ANYWAY: list[tuple[str, Edge]] = [
    ("The Corvus System, run by the Statistics Unit, {told}.", ("Statistics Unit", "operates", "Corvus System")),
    ("The Lisgar Agreement, signed by Kenya, {told}.", ("Lisgar Agreement", "signatory", "Kenya")),
    ("The Border Coordination Committee with Kenya Customs {told}.",
     ("Kenya Customs", "participatesInMechanism", "Border Coordination Committee")),
    ("The anti-dumping duty on footwear {told}.", ("anti-dumping duty", "targetsGoods", "footwear")),
    ("The Statistics Unit (part of the Ministry of Finance) {told}.",
     ("Statistics Unit", "reportsToBody", "Ministry of Finance")),
]  # fmt: skip
NEVER: list[tuple[str, Edge]] = [
    ("The Lisgar Agreement with Kenya was not signed.", ("Lisgar Agreement with Kenya", "signatory", "Kenya")),
    ("The anti-dumping duty on footwear was not imposed.", ("anti-dumping duty", "targetsGoods", "footwear")),
    ("No agreement with Kenya was reviewed.", ("Norland Customs Service", "cooperatesWith", "Kenya")),
    ("Operation Tolvane with the Coast Guard did not take place.", ("Operation Tolvane", "participant", "Coast Guard")),
    ("Operation Tolvane with the Coast Guard may take place.", ("Operation Tolvane", "participant", "Coast Guard")),
]


@pytest.mark.parametrize(("prose", "edge"), HOLDS_ANYWAY)
def test_what_is_set_off_holds_in_a_denied_clause(prose: str, edge: Edge) -> None:
    for told in ("was not reviewed", "may be reviewed"):
        assert _has(edge, claims_of(prose.format(told=told))), told


@pytest.mark.parametrize(("prose", "edge"), NEVER)
def test_what_never_came_about_is_not_stated(prose: str, edge: Edge) -> None:
    assert not _has(edge, claims_of(prose))


def _sentences(phrase: str, first: int) -> list[str]:
    capital = phrase[0].upper() + phrase[1:]
    return [PLACES[n % len(PLACES)].format(np=phrase, NP=capital) for n in range(first, first + len(PLACES), STEP)]


@pytest.mark.parametrize(("at", "phrase", "edges"), [(n, *row) for n, row in enumerate(STATED)])
def test_noun_phrase_states_it_wherever_it_stands(at: int, phrase: str, edges: list[Edge]) -> None:
    sentences = _sentences(phrase, at)
    missing = [(s, edge) for s in sentences for edge in edges if not _has(edge, claims_of(s))]
    assert missing == []


@pytest.mark.parametrize(("at", "phrase", "edge"), [(n, *row) for n, row in enumerate(NOT_STATED)])
def test_noun_phrase_does_not_state_it(at: int, phrase: str, edge: Edge) -> None:
    assert [s for s in _sentences(phrase, at) if _has(edge, claims_of(s))] == []


def _has(edge: Edge, found: Mapping[Edge, object]) -> bool:
    """Whether an edge was read; what joins two alike may be read the other way round."""
    turned = (edge[2], edge[1], edge[0])
    return edge in found or (edge[1] in ("connectedTo", "cooperatesWith") and turned in found)
