"""What nouns say for verbs, verbs that stand for one another, partners of a thing, what an undertaking is meant for."""

import pytest

from customs_kg.ontology.wordings import nominals
from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # nouns with both sides
    (
        "The launch of Operation Heron by the Coast Guard drew praise.",
        ("Operation Heron", "conductedBy", "Coast Guard"),
    ),
    ("The Coast Guard's launch of Operation Heron drew praise.", ("Operation Heron", "conductedBy", "Coast Guard")),
    (
        "Since the formation of the Dog Unit by the Ministry of Trade, finds rose.",
        ("Dog Unit", "establishedBy", "Ministry of Trade"),
    ),
    ("Peru's participation in Operation Heron was warmly welcomed.", ("Operation Heron", "participant", "Peru")),
    ("The attendance of Peru at the Harbour Forum was a first.", ("Harbour Forum", "participant", "Peru")),
    ("Funding for the Quay Project came largely from the World Bank.", ("World Bank", "supports", "Quay Project")),
    (
        "A grant of EUR 2 million from the World Bank to the Quay Project was used up.",
        ("World Bank", "supports", "Quay Project"),
    ),
    (
        "Technical assistance for the Quay Project was provided by the World Bank.",
        ("World Bank", "supports", "Quay Project"),
    ),
    ("Ties between the Coast Guard and the Border Police grew.", ("Coast Guard", "cooperatesWith", "Border Police")),
    (
        "The partnership of the Coast Guard with the Border Police grew.",
        ("Coast Guard", "cooperatesWith", "Border Police"),
    ),
    (
        "It was found by a joint patrol of the Coast Guard and the Border Police.",
        ("Coast Guard", "cooperatesWith", "Border Police"),
    ),
    # verbs that stand for one another
    ("The Coast Guard kicked off Operation Heron in May.", ("Operation Heron", "conductedBy", "Coast Guard")),
    ("Operation Heron was set in motion by the Coast Guard.", ("Operation Heron", "conductedBy", "Coast Guard")),
    ("The Coast Guard pressed on with Operation Heron.", ("Operation Heron", "conductedBy", "Coast Guard")),
    ("The Ministry of Trade stood up the Dog Unit in 2012.", ("Dog Unit", "establishedBy", "Ministry of Trade")),
    (
        "The Dog Unit was brought into existence by the Ministry of Trade.",
        ("Dog Unit", "establishedBy", "Ministry of Trade"),
    ),
    ("Peru welcomed the Harbour Forum in June.", ("Harbour Forum", "locatedIn", "Peru")),
    ("Peru sent delegates to the Harbour Forum.", ("Harbour Forum", "participant", "Peru")),
    ("Operation Heron homed in on cocaine.", ("Operation Heron", "targetsGoods", "cocaine")),
    ("Cocaine was dealt with by Operation Heron.", ("Operation Heron", "targetsGoods", "cocaine")),
    ("The World Bank put money into the Quay Project.", ("World Bank", "supports", "Quay Project")),
    ("The Coast Guard makes use of the Dekla System.", ("Coast Guard", "operates", "Dekla System")),
    ("The NCS joined hands with the Coast Guard.", (NCS, "cooperatesWith", "Coast Guard")),
    # subjects behind a fronted phrase without a comma
    ("In Ostby the service held the Harbour Forum.", ("Harbour Forum", "hostedBy", NCS)),
    ("During the summer the service launched Operation Heron.", ("Operation Heron", "conductedBy", NCS)),
    # a verb in a chain, one without an object behind it
    ("The NCS has continued to share intelligence with the Coast Guard.", (NCS, "cooperatesWith", "Coast Guard")),
    (
        "Operation Heron, which the Coast Guard carried out in May, is over.",
        ("Operation Heron", "conductedBy", "Coast Guard"),
    ),
    ("The Quay Project, which the World Bank funds, is over.", ("World Bank", "supports", "Quay Project")),
    # partners of the thing
    ("Operation Heron was run hand in hand with the Coast Guard.", ("Operation Heron", "conductedBy", "Coast Guard")),
    (
        "Together with the Coast Guard we searched ships in Operation Heron.",
        ("Operation Heron", "participant", "Coast Guard"),
    ),
    (
        "Operation Heron, a partnership with the Coast Guard, is over.",
        ("Operation Heron", "participant", "Coast Guard"),
    ),
    # what it is meant for
    (
        "The NCS launched Operation Heron to stop the smuggling of cocaine and tobacco.",
        ("Operation Heron", "targetsGoods", "tobacco"),
    ),
    (
        "Operation Heron was launched by the NCS to curb the trade in cocaine.",
        ("Operation Heron", "targetsGoods", "cocaine"),
    ),
    (
        "Smuggling of cocaine and tobacco was the target of Operation Heron.",
        ("Operation Heron", "targetsGoods", "cocaine"),
    ),
    # who acts for whom
    ("Excise duty is collected for the Ministry of Trade.", (NCS, "supports", "Ministry of Trade")),
    ("The Harbour Group is staffed by the Coast Guard.", ("Coast Guard", "supports", "Harbour Group")),
]

NOT_STATED: list[tuple[str, Edge]] = [
    (
        "The planned launch of Operation Heron by the Coast Guard was dropped.",
        ("Operation Heron", "conductedBy", "Coast Guard"),
    ),
    (
        "The partnership of the Coast Guard with the Border Police was not renewed.",
        ("Coast Guard", "cooperatesWith", "Border Police"),
    ),
    (
        "The lack of cooperation between the Coast Guard and the Border Police hurt.",
        ("Coast Guard", "cooperatesWith", "Border Police"),
    ),
    (
        "The Harbour Forum was held together with the Coast Guard, at the port of Ostby.",
        ("Coast Guard", "locatedIn", "Ostby"),
    ),
    ("The Harbour Forum was given by the Coast Guard in Ostby.", ("Coast Guard", "locatedIn", "Ostby")),
    ("Officers were sent to the Coast Guard by the Border Police.", ("Coast Guard", "supports", "Border Police")),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_what_is_stated(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(("prose", "edge"), NOT_STATED)
def test_what_is_not_stated(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


def test_the_lexicon_says_each_nominal_with_two_sides() -> None:
    patterns = [n.pattern for n in nominals()]
    assert patterns
    assert all({"X", "Y"} < set(p.split()) and len(p.split()) == 5 for p in patterns)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Peru exhibited at the Harbour Forum and was present at the Ostby Fair.",
            ("Harbour Forum", "participant", "Peru"),
        ),
        ("The NCS cooperated in May 2019 with the Coast Guard.", (NCS, "cooperatesWith", "Coast Guard")),
    ],
)
def test_first_of_two_verbs_and_what_a_date_parts(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "The NCS ran Operation Heron with the Coast Guard, while the Border Police held a drill.",
        "The NCS ran Operation Heron with the Coast Guard; the Border Police had a drill.",
    ],
)
def test_a_row_of_partners_ends_where_another_clause_begins(prose: str) -> None:
    ends = {edge[2] for edge in claims_of(prose) if edge[0] == "Operation Heron"}
    assert "Coast Guard" in ends
    assert "Border Police" not in ends


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Under a grant of EUR 3.2 million from Japan, the Quay Project hired staff.",
            ("Japan", "supports", "Quay Project"),
        ),
        ("Through the Dekla System, the Coast Guard traces parcels.", ("Coast Guard", "operates", "Dekla System")),
        ("Thanks to its three drones, the Coast Guard found tea.", ("Coast Guard", "operates", "drone")),
        ("To search parcels the Coast Guard deployed drones.", ("Coast Guard", "operates", "drone")),
        ("Liaison with the Coast Guard was stepped up.", (NCS, "cooperatesWith", "Coast Guard")),
        (
            "The Harbour Forum, which the Coast Guard chaired and hosted in Ostby, ended.",
            ("Harbour Forum", "hostedBy", "Coast Guard"),
        ),
        (
            "Operation Heron, a special action that targets solid waste, ended.",
            ("Operation Heron", "targetsGoods", "solid waste"),
        ),
        ("The Quay Project, a pilot which Peru and Chile have run, grew.", ("Quay Project", "conductedBy", "Chile")),
        ("The Quay Project pilot with Peru has entered its third phase.", ("Quay Project", "participant", "Peru")),
        (
            "The Coast Guard ran a special action called Operation Heron in May.",
            ("Operation Heron", "conductedBy", "Coast Guard"),
        ),
        ("Among those attending the Harbour Forum were Peru and Chile.", ("Harbour Forum", "participant", "Chile")),
        ("The NCS works with Japan's Coast Guard.", (NCS, "cooperatesWith", "Coast Guard")),
    ],
)
def test_what_is_fronted(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "With a loan from Japan, the Coast Guard built the Dekla System.",
            ("Coast Guard", "supports", "Dekla System"),
        ),
        ("The NCS works with Japan's Coast Guard.", (NCS, "cooperatesWith", "Japan")),
        ("Traders file reports through the Dekla System.", (NCS, "operates", "Dekla System")),
        ("Goods seized at Ostby and stored there were few.", (NCS, "locatedIn", "Ostby")),
    ],
)
def test_what_is_fronted_is_not_said_of_all(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Supervision of the Ostby Customs House was transferred to the Northern Directorate.",
            ("Northern Directorate", "supervises", "Ostby Customs House"),
        ),
        (
            "The Transit Unit is responsible for the enforcement of the Sugar Act 2020.",
            ("Transit Unit", "implements", "Sugar Act 2020"),
        ),
        (
            "The running of the Cargo Tracking System fell to the Transit Unit.",
            ("Transit Unit", "operates", "Cargo Tracking System"),
        ),
        (
            "The Transit Unit took over the maintenance of the Cargo Tracking System in May.",
            ("Transit Unit", "operates", "Cargo Tracking System"),
        ),
        (
            "Information for Operation Tern came from the Coast Guard.",
            ("Coast Guard", "supports", "Operation Tern"),
        ),
    ],
)
def test_doer_is_told_by_the_verb_of_the_noun(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


@pytest.mark.parametrize(
    "prose",
    [
        "Enforcement of the Sugar Act 2020 is not in the hands of the Transit Unit.",
        "The enforcement of the Sugar Act 2020 may be entrusted to the Transit Unit.",
    ],
)
def test_what_does_not_or_may_fall_to_somebody_is_left_out(prose: str) -> None:
    assert ("Transit Unit", "implements", "Sugar Act 2020") not in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "A trial of the Gate System was conducted at the Ostby Customs House.",
            ("Ostby Customs House", "operates", "Gate System"),
        ),
        (
            "The introduction of the Gate System at the Port of Ostby took place in June.",
            ("Gate System", "coversPlace", "Port of Ostby"),
        ),
    ],
)
def test_trials_and_introductions_are_at_places(prose: str, edge: Edge) -> None:
    found = claims_of(prose)
    assert edge in found, sorted(found)


def test_who_set_up_a_joint_body_does_not_work_with_those_who_house_it() -> None:
    found = claims_of("A joint conference set up by the State Council, with its office at the Coast Guard, met.")
    assert ("State Council", "cooperatesWith", "Coast Guard") not in found
    found = claims_of("A joint patrol by the Coast Guard and the Border Police found tobacco.")
    assert ("Coast Guard", "cooperatesWith", "Border Police") in found
