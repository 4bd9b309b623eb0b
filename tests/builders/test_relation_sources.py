"""What help, laws, agreements and expectations say of the agency and others, in invented prose."""

import pytest

from customs_kg.graph.model import Modality
from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # what a clause that opens with "to which" is about: not the agent right before it
    (
        "Operation Grey Heron, a blitz on mail coordinated by Europol, to which the NCS contributed, was extended.",
        (NCS, "supports", "Operation Grey Heron"),
    ),
    # through whom one answers
    ("The NCS answers to Parliament through the Minister of Finance.", (NCS, "answersTo", "Minister of Finance")),
    # one of the agreements that were spoken of
    ("Five agreements are in force, the latest being that with Brazil.", (NCS, "cooperatesWith", "Brazil")),
    ("The pact with Peru was signed in May; another with Chile followed.", (NCS, "cooperatesWith", "Chile")),
    # the agency by its common noun; a law under which things are granted or come to a sum
    ("Tonnage tax is levied by customs on behalf of the ports.", (NCS, "collects", "vessel tonnage tax")),
    (
        "Tariff preferences under the Norvik Trade Agreement have been granted since May.",
        (NCS, "implements", "Norvik Trade Agreement"),
    ),
    ("Duties under the Safeguards Act came to 40 million.", (NCS, "implements", "Safeguards Act")),
    # the seat from which a body works
    ("From its head office at Lorin Wharf in Varna the NCS serves eleven ports.", (NCS, "locatedIn", "Varna")),
    # whose officers work with whom
    (
        "Working side by side with the Coast Guard, officers seized 40 kilograms of heroin.",
        (NCS, "cooperatesWith", "Coast Guard"),
    ),
    # tips, trainers and training
    (
        "Acting on information from the Norvik Police, the Intelligence Division seized 200 bottles of spirits.",
        ("Norvik Police", "supports", "Intelligence Division"),
    ),
    (
        "On the basis of a tip from Norvik Customs, officers found 40 kilograms of cocaine.",
        ("Norvik Customs", "supports", NCS),
    ),
    (
        "The Lorin Centre opened in May. Trainers came from the Norvik Police and the Tax Board.",
        ("Tax Board", "supports", "Lorin Centre"),
    ),
    (
        "Training in valuation was given to 312 officers by the World Customs Organization.",
        ("World Customs Organization", "supports", NCS),
    ),
    # people abroad, whom "we" welcomed, arrangements in place
    ("Our attachés in Madrid, Lima and Accra answered 400 requests.", (NCS, "representedIn", "Lima")),
    ("Our two liaison officers in Brussels and Lyon handled 30 files.", (NCS, "representedIn", "Lyon")),
    ("We welcomed Mrs. Ada Moen as our new Deputy Commissioner.", ("Ada Moen", "holds", "Deputy Commissioner")),
    ("Arrangements are in place with Peru and Chile.", (NCS, "cooperatesWith", "Chile")),
    # several that are named behind their noun; a gift; what two relative clauses say
    (
        "Three agencies, the Food Agency, the Wildlife Bureau and the Tax Board, use the Cargo Platform.",
        ("Tax Board", "operates", "Cargo Platform"),
    ),
    (
        "The NCS took delivery of two boats, a gift of the Government of Japan.",
        ("Government of Japan", "supports", NCS),
    ),
    (
        "The Trade Council, which the Ministry of Trade chairs and to which the NCS belongs, met twice.",
        (NCS, "memberOf", "Trade Council"),
    ),
    # a team that a sentence is set in; the short form of the inner name that "of which" follows
    (
        "In the Fast Response Team (FRT) the NCS works beside the Coast Guard and the Wildlife Bureau.",
        ("Wildlife Bureau", "memberOf", "Fast Response Team"),
    ),
    (
        "In May Peru took the chair of the Board of the Southern Straits Union (SSU), of which it has been a member.",
        ("Peru", "memberOf", "Southern Straits Union"),
    ),
    # a verb left out
    (
        "Mr. Ivo Dahl leads the Trade Branch, Mrs. Ada Moen the Border Branch and Mr. Luis Mora the Legal Directorate.",
        ("Legal Directorate", "headedBy", "Luis Mora"),
    ),
    # who came for whom
    ("Mr. Ivo Dahl became Director in March, taking the place of Mrs. Ada Moen.", ("Ivo Dahl", "succeeds", "Ada Moen")),
    ("Mr. Ivo Dahl praises Mrs. Ada Moen, his predecessor, for her work.", ("Ivo Dahl", "succeeds", "Ada Moen")),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_sources_of_help_and_power(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Operation Grey Heron, a blitz on mail coordinated by Europol, to which the NCS contributed, was extended.",
            (NCS, "supports", "Europol"),
        ),
        ("Duties under the Safeguards Act were levied by the Tax Board.", (NCS, "implements", "Safeguards Act")),
        ("The Tax Board acted on information from the Coast Guard.", ("Coast Guard", "supports", NCS)),
        (
            "Mr. Ivo Dahl leads the Trade Branch and Mrs. Ada Moen the Border Branch.",
            ("Border Branch", "headedBy", "Ivo Dahl"),
        ),
        ("The Cargo Platform, which Delta Systems built, opened.", ("Delta Systems", "developedBy", NCS)),
        ("Danish attachés in Madrid and Lima answered.", (NCS, "representedIn", "Lima")),
        ("Mr. Ivo Dahl and Mrs. Ada Moen opened the post.", ("Ivo Dahl", "succeeds", "Ada Moen")),
    ],
)
def test_what_does_not_follow(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("The Cargo Platform is expected to replace TradeLink by 2022.", ("Cargo Platform", "replaces", "TradeLink")),
        ("A treaty with Chile is expected to be signed in 2022.", (NCS, "cooperatesWith", "Chile")),
    ],
)
def test_what_is_expected_is_planned(prose: str, edge: Edge) -> None:
    assert claims_of(prose)[edge].modality is Modality.PLANNED
