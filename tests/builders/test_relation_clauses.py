"""Relations in clauses of every build: passive, relative, participle, coordinated, with a list."""

from decimal import Decimal

import pytest

from customs_kg.graph.model import Modality
from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # those who do one thing work together: people of two bodies, agents that "and" joins
    (
        "Officers of the Danish Customs Agency and of the Coast Guard jointly searched 40 vessels.",
        ("Danish Customs Agency", "cooperatesWith", "Coast Guard"),
    ),
    (
        "Officers of the Border Police and agents of the Coast Guard made 300 arrests.",
        ("Border Police", "cooperatesWith", "Coast Guard"),
    ),
    (
        "A shipment of ivory was seized at Ostby by the Coast Guard, the Border Police and the Wildlife Bureau.",
        ("Coast Guard", "cooperatesWith", "Wildlife Bureau"),
    ),
    # a country stands for its services where something is exchanged or agreed
    ("Origin data are exchanged with Peru, Chile and Brazil through a hub.", (NCS, "cooperatesWith", "Brazil")),
    (
        "In that same month Ostland Customs launched Operation Tern.",
        ("Operation Tern", "conductedBy", "Ostland Customs"),
    ),
    # participles in a row between two commas, the second with a form that could be a past; two agents, each with "by"
    (
        "The Halden Centre, founded in 2004 and staffed with inspectors lent by the Norvik Police, had grown by June.",
        ("Norvik Police", "supports", "Halden Centre"),
    ),
    (
        "The Halden Centre, founded in 2004 and staffed with trainers lent by the Norvik Police and by Sweden's Coast "
        "Guard Agency, has moved.",
        ("Coast Guard Agency", "supports", "Halden Centre"),
    ),
    # a verb like a participle behind such commas, with an object of its own
    (
        "The Border Unit, charged with guarding the coast, set up a Coast Guard Post in Varna.",
        ("Coast Guard Post", "establishedBy", "Border Unit"),
    ),
    # a participle that wants an object is none of the verbs of the clause before it
    (
        "Goods tax brought in 6.12 billion and excise duties, levied on spirits and cars, 3.21 billion.",
        ("excise duty", "targetsGoods", "spirits"),
    ),
    # what surrounds a clause: the place that opens it, the system that the work is done in, the law it rests on
    ("In Zambia, the North Border Post scanned vans.", ("North Border Post", "locatedIn", "Zambia")),
    (
        "Officers learn at the Kolbe Border Post between Zambia and Zimbabwe.",
        ("Kolbe Border Post", "locatedIn", "Zimbabwe"),
    ),
    ("Parcels under bond are followed in the Parcel Movement System.", (NCS, "operates", "Parcel Movement System")),
    ("All our work is based on the Border Code.", (NCS, "implements", "Border Code")),
    # a row of subjects behind what opens the sentence
    (
        "Under Operation Blue Jay the NCS and the Fisheries Protection Agency stopped 46 boats.",
        ("Operation Blue Jay", "conductedBy", NCS),
    ),
    # "they" for two that the sentence before joins; "to which" behind a phrase that a name opens; "with" again
    (
        "The Narcotics Section works with the Border Police. Together they ran Operation Tern.",
        ("Operation Tern", "conductedBy", "Border Police"),
    ),
    (
        "The NCS chairs the Northern Five group, to which New Zealand and Canada also belong.",
        ("Canada", "memberOf", "Northern Five"),
    ),
    (
        "Agreements with Peru in 2010, then with Chile, are in force.",
        (NCS, "cooperatesWith", "Chile"),
    ),
    # a participle with the form of its verb, behind a comma
    (
        "Operation Grey Heron, run jointly with the Coast Guard, turned to ports.",
        ("Operation Grey Heron", "conductedBy", "Coast Guard"),
    ),
    # the same preposition again
    (
        "Norland belongs to the Northern Trade Union (NTU) and to the Eastern Customs Community.",
        ("Norland", "memberOf", "Eastern Customs Community"),
    ),
    (
        "The Narcotics Section works hand in glove with the Border Police.",
        ("Narcotics Section", "cooperatesWith", "Border Police"),
    ),
    # a verb behind an inserted relative clause
    (
        "The Agency, which was founded in 1998 by the Ministry of Trade, reports to the Ministry of Finance.",
        (NCS, "reportsToBody", "Ministry of Finance"),
    ),
    # participles before the subject, after a noun and its place, behind a comma, in a row
    (
        "Set up by the Ministry of Trade in 2001, the Border Advisory Board meets twice a year.",
        ("Border Advisory Board", "establishedBy", "Ministry of Trade"),
    ),
    (
        "The Training College in Ostby, financed in part by the World Bank, taught 200 officers.",
        ("World Bank", "supports", "Training College"),
    ),
    (
        "The Risk Directorate (RD), headed by Mr. John Smith, has 12 officers.",
        ("Risk Directorate", "headedBy", "John Smith"),
    ),
    (
        "The Ostby Single Window was written by the Legal Department, led by Mrs. Anna Bell, and paid for by Japan.",
        ("Legal Department", "headedBy", "Anna Bell"),
    ),
    (
        "The Ostby Single Window was written by the Legal Department, led by Mrs. Anna Bell, and paid for by Japan.",
        ("Japan", "supports", "Ostby Single Window"),
    ),
    (
        "In Operation Blue Jay, mounted with the Border Police and assisted by the Coast Guard, drugs were found.",
        ("Coast Guard", "supports", "Operation Blue Jay"),
    ),
    # lists behind a counted noun
    (
        "The Border Advisory Board is made up of the heads of three agencies, among them the Ministry of Health and "
        "the Border Police.",
        ("Border Police", "memberOf", "Border Advisory Board"),
    ),
    # who heads, who comes after whom, what replaces what
    ("The Ostby Single Window replaced the Dekla System in May.", ("Ostby Single Window", "replaces", "Dekla System")),
    (
        "The Norland Customs Service functions under the Ministry of Finance.",
        (NCS, "reportsToBody", "Ministry of Finance"),
    ),
    (
        "The Cargo System is linked to the Dekla System.",
        ("Cargo System", "connectedTo", "Dekla System"),
    ),
    # "it" for what is run or built, as subject and behind a preposition; "its" before a name
    (
        "The Ostby Gateway System went live in May. It was paid for by the World Bank.",
        ("World Bank", "supports", "Ostby Gateway System"),
    ),
    (
        "Operation Lantern ran in May. INTERPOL lent analysts to it.",
        ("INTERPOL", "supports", "Operation Lantern"),
    ),
    ("Travellers were pleased with our new Ostby Gateway System.", (NCS, "operates", "Ostby Gateway System")),
    # "Customs" alone is the agency
    (
        "Customs sits on the Harbour Trade Forum.",
        (NCS, "participatesInMechanism", "Harbour Trade Forum"),
    ),
    # the agent and the phrase of one passive
    (
        "Twelve officials were seconded by the Coast Guard to the Border Police.",
        ("Coast Guard", "supports", "Border Police"),
    ),
    # a person and the post beside
    ("The service answers to Ms Jane Doe, the Minister of Trade.", (NCS, "answersTo", "Minister of Trade")),
    # an absolute clause, an apposition with an adjective, a circumstance further on
    (
        "The Harbour Board is chaired by the Coast Guard, its secretariat being housed in Ostby.",
        ("Harbour Board", "locatedIn", "Ostby"),
    ),
    (
        "The Advance Notice Scheme, an optional feature of the Cargo System, was used by 200 firms.",
        ("Advance Notice Scheme", "componentOf", "Cargo System"),
    ),
    (
        "The Risk Centre is to be set up in Ostby by June 2021, under the Risk Directorate.",
        ("Risk Centre", "directlySubordinateTo", "Risk Directorate"),
    ),
    # a second "which" speaks of what the first one does; the kind of a partner before its name; numbered versions
    (
        "The Harbour Scheme, for which Parliament approved EUR 3 million, which is managed by Ms Jane Doe, grew.",
        ("Harbour Scheme", "headedBy", "Jane Doe"),
    ),
    (
        "The Cargo System was built with the software house Larkfield Agency.",
        ("Cargo System", "developedBy", "Larkfield Agency"),
    ),
    (
        "The Cargo System was upgraded to version 4.4 on 8 July with help from UNCTAD.",
        ("United Nations Conference on Trade and Development", "supports", "Cargo System"),
    ),
    (
        "The Agreement on Customs Cooperation with Chile entered into force.",
        ("Agreement on Customs Cooperation with Chile", "signatory", "Chile"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_clauses_state_relations(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        # a participle after "and" speaks of what the first one does, not of the noun before "and"
        (
            "In Operation Blue Jay, mounted with the Border Police and assisted by the Coast Guard, drugs were found.",
            ("Coast Guard", "supports", "Border Police"),
        ),
        # a tax does not take the place of a system
        ("The Harbour Tax replaced the Dekla System.", ("Harbour Tax", "replaces", "Dekla System")),
        # what is moved somewhere is not where the mover is
        ("The NCS moved 12 officers to Lima.", (NCS, "locatedIn", "Lima")),
        # firms, not those who visit them, belong to it
        (
            "Inspectors of the Border Police and of the Coast Guard visited 40 firms belonging to the Fair Way "
            "Programme.",
            ("Border Police", "componentOf", "Fair Way Programme"),
        ),
        # how much something grew by is no agent
        (
            "The Risk Directorate, set up in 1998, increased by the end of the year.",
            ("Risk Directorate", "headedBy", ""),
        ),
    ],
)
def test_clauses_do_not_state_relations_of_the_wrong_noun(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


def test_a_replacement_to_come_is_a_plan() -> None:
    claims = claims_of("The Ostby Single Window is to replace the Dekla System by June 2021.")
    assert claims["Ostby Single Window", "replaces", "Dekla System"].modality is Modality.PLANNED


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        ("Data are exchanged under agreements with Peru, Chile and Brazil.", (NCS, "cooperatesWith", "Brazil")),
        ("Customs and the Coast Guard run a joint post in Ostby.", (NCS, "cooperatesWith", "Coast Guard")),
        ("Liaison officers are posted in Madrid, Nairobi and Lima.", (NCS, "representedIn", "Nairobi")),
        (
            "Ten officers were seconded to the World Customs Organization.",
            (NCS, "supports", "World Customs Organization"),
        ),
        ("Under the Measures Act 2001, 121 measures were in force.", (NCS, "implements", "Measures Act 2001")),
        ("The breakdown includes customs duty of 936.5 million euros.", (NCS, "collects", "customs duty")),
        ("In 2020 this meant EUR 11.9 billion of excise duty.", (NCS, "collects", "excise duty")),
        (
            "2. REVENUE\n\nTable 1. Revenue collected (EUR million)\n\n"
            "Tax             2019     2020\nCustoms duty    120.5    130.1\nExcise duty     220.4    210.9\n",
            (NCS, "collects", "excise duty"),
        ),
    ],
)
def test_the_agency_is_understood(prose: str, edge: Edge) -> None:
    claims = claims_of(prose)
    assert edge in claims
    assert claims[edge].confidence <= Decimal("0.70")


@pytest.mark.parametrize(
    "prose",
    [
        "EUR 11.9 million of excise duty was evaded.",
        "EUR 11.9 million of excise duty was paid to the Tax Office.",
        "The target for 2021 is EUR 11.9 million of excise duty.",
        "Without an agreement with Peru no data are exchanged.",
        "With Peru no agreement has been signed.",
        "The Ministry of Trade signed an agreement with Peru.",
        "A letter was concluded with Chile, whereas the pact under discussion with Peru has still not been signed.",
    ],
)
def test_the_agency_is_not_understood(prose: str) -> None:
    claims = claims_of(prose)
    assert not [edge for edge in claims if edge[1] == "collects" and edge[2] == "excise duty"]
    assert (NCS, "cooperatesWith", "Peru") not in claims
