"""Wordings of the lexicon: what customs administrations say with verbs of their own."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # where something is tried out, added, signed, moved to, or what it links
    (
        "The green lane reform was first piloted at the Ostby Customs House.",
        ("green lane reform", "conductedBy", "Ostby Customs House"),
    ),
    ("The Kennel School will move into new premises in Ostby.", ("Kennel School", "locatedIn", "Ostby")),
    (
        "The Memorandum on Data Exchange, signed in Ostby, covers airlines.",
        ("Memorandum on Data Exchange", "signedAt", "Ostby"),
    ),
    (
        "On 3 May the NCS and Kolbe Customs sealed the Harbour Agreement at Vestby.",
        ("Harbour Agreement", "signedAt", "Vestby"),
    ),
    (
        "The NCS concluded a memorandum of understanding with Kolbe Customs in Lima.",
        ("memorandum of understanding with Kolbe Customs", "signedAt", "Lima"),
    ),
    (
        "The Cooperation Agreement between the NCS and Kolbe Customs was initialled.",
        ("Cooperation Agreement between the NCS and Kolbe Customs", "signatory", "Kolbe Customs"),
    ),
    (
        "The Transit Agreement between the Kolbe Revenue Authority and the NCS entered into force.",
        ("Transit Agreement between the Kolbe Revenue Authority and the NCS", "signatory", NCS),
    ),
    ("The Smart Seals Project links the port of Ostby with Vestby.", ("Smart Seals Project", "coversPlace", "Ostby")),
    ("The NCS opened a liaison post in Lima.", (NCS, "representedIn", "Lima")),
    # who gets the money, the information, the work
    ("The fuel levy is paid over to the Road Safety Agency.", ("fuel levy", "earmarkedFor", "Road Safety Agency")),
    (
        "The Harbour Section acted on information supplied by the Coast Guard.",
        ("Coast Guard", "supports", "Harbour Section"),
    ),
    ("The NCS shares this task with the Food Safety Agency.", (NCS, "cooperatesWith", "Food Safety Agency")),
    # who took part, and what was gone after
    ("The NCS took an active part in Operation Lark.", ("Operation Lark", "participant", NCS)),
    ("The Coast Guard teamed up with us in Operation Lark.", ("Operation Lark", "participant", "Coast Guard")),
    (
        "With the participation of Peru, Operation Lark uncovered 4 tonnes of mercury.",
        ("Operation Lark", "participant", "Peru"),
    ),
    ("As a result of Operation Lark, 40 tonnes of mercury were seized.", ("Operation Lark", "targetsGoods", "mercury")),
    ("In Operation Lark, officers hunted for ivory.", ("Operation Lark", "targetsGoods", "ivory")),
    ("Gold smuggling was combated through Operation Lark.", ("Operation Lark", "targetsOffence", "gold smuggling")),
    ("Operation Lark removed fake cigarettes worth 3 million.", ("Operation Lark", "targetsGoods", "cigarettes")),
    ("Excise duty is leviable on beer.", ("excise duty", "targetsGoods", "beer")),
    ("Motor vehicles are liable to excise duty.", ("excise duty", "targetsGoods", "motor vehicles")),
    # whose goods are meant, where the goods have no name
    (
        "Anti-dumping duties were imposed on hollow sections exported from Peru and Chile.",
        ("anti-dumping duty", "aimedAt", "Chile"),
    ),
    ("The Transit Act 2019 bars goods made or assembled in Peru.", ("Transit Act 2019", "aimedAt", "Peru")),
    ("The anti-dumping measures against Peru were extended.", ("anti-dumping measures", "aimedAt", "Peru")),
    # what units are there for, and what an authority takes
    ("The Dog Section ran Operation Lark to stop ivory.", ("Operation Lark", "targetsGoods", "ivory")),
    ("The Dog Section detected 4 kg of ivory.", ("Dog Section", "targetsGoods", "ivory")),
    ("We seized 4 tonnes of mercury.", (NCS, "targetsGoods", "mercury")),
    # what a new thing is for, and what is in service
    (
        "The NCS introduced the Cargo Clearance System to supersede the Manifest System.",
        ("Cargo Clearance System", "replaces", "Manifest System"),
    ),
    ("The Cargo Clearance System has been in service since 2011.", (NCS, "operates", "Cargo Clearance System")),
    ("The Cargo Clearance System went live in May.", (NCS, "operates", "Cargo Clearance System")),
    # whose work it is, where one "by" serves two verbs
    (
        "The Cargo Clearance System was conceived, coded and tested by Helvar Software Ltd.",
        ("Cargo Clearance System", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "Operation Lark was initiated and carried out by the Harbour Section.",
        ("Operation Lark", "conductedBy", "Harbour Section"),
    ),
    (
        "Programmers of the Harbour Section wrote the Cargo Clearance System.",
        ("Cargo Clearance System", "developedBy", "Harbour Section"),
    ),
    (
        "With the help of the Seal Tracking System, officers selected 12 containers.",
        (NCS, "operates", "Seal Tracking System"),
    ),
    # a new name, and what came of a merger
    ("We moved from ASYCUDA++ to ASYCUDA World.", ("ASYCUDA", "replaces", "ASYCUDA++")),
    ("In 2015 the Harbour Office became the Harbour Agency.", ("Harbour Agency", "replaces", "Harbour Office")),
    (
        "The Port Agency resulted from the merger of the Harbour Office and the Quay Office.",
        ("Port Agency", "replaces", "Quay Office"),
    ),
    # law, and what is part of what
    ("The NCS is preparing for the Transit Act 2019.", (NCS, "implements", "Transit Act 2019")),
    (
        "The Seal Project is the first strand and a building block of the Secure Trade Programme.",
        ("Seal Project", "componentOf", "Secure Trade Programme"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_wording_states_the_relation(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The NCS does not share this task with the Food Safety Agency.",
            (NCS, "cooperatesWith", "Food Safety Agency"),
        ),
        ("We took part in Operation Lark.", ("Operation Lark", "conductedBy", NCS)),
        ("The Harbour Agency stores mercury.", ("Harbour Agency", "targetsGoods", "mercury")),
        ("The Harbour Agency deals with mercury.", ("Harbour Agency", "targetsGoods", "mercury")),
        ("The Cargo Clearance System has not gone live.", (NCS, "operates", "Cargo Clearance System")),
        ("In Peru the Cargo Clearance System went live in May.", (NCS, "operates", "Cargo Clearance System")),
        (
            "In May the Harbour Agency said that the Cargo Clearance System was in use.",
            (NCS, "operates", "Cargo Clearance System"),
        ),
        (
            "The Cargo Clearance System is designed to replace the Manifest System.",
            ("Cargo Clearance System", "developedBy", NCS),
        ),
        (
            "Four agencies, including the Coast Guard and the Food Safety Agency, are members of the Harbour Council.",
            ("Coast Guard", "reportsToBody", "Food Safety Agency"),
        ),
        ("Excise duty is charged on parcels from outside Peru.", ("excise duty", "aimedAt", "Peru")),
        ("The Transit Act 2019 governs trains bound for Peru.", ("Transit Act 2019", "aimedAt", "Peru")),
        ("Operation Lark took place in May; 3 kg of tea were seized.", ("Operation Lark", "targetsGoods", "tea")),
        ("With Operation Lark no ivory was found.", ("Operation Lark", "targetsGoods", "ivory")),
        ("The Harbour Office became an agency of the Port Council.", ("Port Council", "replaces", "Harbour Office")),
        (
            "The Cargo Clearance System was built and operated by Helvar Software Ltd.",
            ("Cargo Clearance System", "developedBy", NCS),
        ),
        (
            "The Cargo Clearance System was built, and the Seal Tracking System was tested by Helvar Software Ltd.",
            ("Cargo Clearance System", "developedBy", "Helvar Software Ltd"),
        ),
        (
            "With the help of the Seal Tracking System, officers selected 12 containers.",
            ("Seal Tracking System", "supports", NCS),
        ),
        (
            "The Harbour Section runs a laboratory at the Port of Ostby.",
            ("Harbour Section", "operates", "Port of Ostby"),
        ),
        (
            "The green lane reform was piloted by the NCS at the Ostby Customs House.",
            (NCS, "cooperatesWith", "Ostby Customs House"),
        ),
    ],
)
def test_what_is_denied_or_only_a_place_is_left_out(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("Three officers were merely seconded to Calgary for a pilot.", (NCS, "representedIn", "Calgary")),
        ("NCS officers are deployed at 30 ports and at the head office in Calgary.", (NCS, "representedIn", "Calgary")),
        (
            "At the Risk Forum in Ostby, liaison officers from Mexico sit beside analysts.",
            ("Mexico", "memberOf", "Risk Forum"),
        ),
        (
            "The NCS launched the Release Pilot in the Cargo Clearance System.",
            (NCS, "operates", "Cargo Clearance System"),
        ),
    ],
)
def test_who_is_there_for_a_time_or_at_home_is_not_represented(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


def test_a_pilot_in_a_system_rests_on_it() -> None:
    found = claims_of("The NCS launched the Release Pilot in the Cargo Clearance System.")
    assert ("Release Pilot", "basedOn", "Cargo Clearance System") in found


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("Our office in Calgary has 12 staff.", (NCS, "locatedIn", "Calgary")),
        ("The Cargo Portal uses the Seal Tracking System.", ("Cargo Portal", "basedOn", "Seal Tracking System")),
        ("The Port of Ostby uses the Seal Tracking System.", ("Seal Tracking System", "coversPlace", "Port of Ostby")),
        (
            "The container scanner was bought from Helvar Software Ltd in May.",
            ("container scanner", "developedBy", "Helvar Software Ltd"),
        ),
        (
            "The proceeds of the fuel levy go to the Road Safety Agency.",
            ("fuel levy", "earmarkedFor", "Road Safety Agency"),
        ),
        (
            "The NCS shares its expertise with the Coast Guard.",
            (NCS, "cooperatesWith", "Coast Guard"),
        ),
    ],
)
def test_use_purchase_and_offices_state_relations(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


def test_what_is_designed_to_replace_is_yet_to_do_so() -> None:
    found = claims_of("The Cargo Clearance System is designed to replace the Manifest System.")
    assert found["Cargo Clearance System", "replaces", "Manifest System"].modality == "planned"
