"""Relations that noun phrases state: prepositions, possessives, brackets, names within names."""

from __future__ import annotations

import pytest

from customs_kg.builders.things.known.classes import ck
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.wordings import phrases
from tests.builders.test_relations import NCS, Edge, claims_of


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The Fair Trade Agreement of the World Trade Organization took effect in 2017.",
            ("Fair Trade Agreement of the World Trade Organization", "issuedBy", "World Trade Organization"),
        ),
        (
            "The common external tariff of the East African Community stands at 35%.",
            ("common external tariff", "issuedBy", "East African Community"),
        ),
        (
            "The Trade Facilitation Programme of the Ministry of Commerce ended.",
            ("Trade Facilitation Programme of the Ministry of Commerce", "conductedBy", "Ministry of Commerce"),
        ),
        (
            "The Budget Bureau of the Ministry of Finance paid for the building.",
            ("Budget Bureau of the Ministry of Finance", "reportsToBody", "Ministry of Finance"),
        ),
        (
            "The Green Lane Scheme at Northgate Port covered 214 importers.",
            ("Green Lane Scheme", "coversPlace", "Northgate Port"),
        ),
        (
            "The Cargo Release System with Peru and Chile carried 20,000 messages.",
            ("Cargo Release System", "coversPlace", "Chile"),
        ),
        (
            "The Dog School in Hillford trained 40 dogs.",
            ("Dog School", "locatedIn", "Hillford"),
        ),
        (
            "The Port of Dunmore is old. The Appraisal Office (Port of Dunmore) heard 300 appeals.",
            ("Appraisal Office", "locatedIn", "Port of Dunmore"),
        ),
        (
            "Its Board of Directors met six times.",
            ("Board of Directors", "reportsToBody", NCS),
        ),
        (
            "The World Bank's Logistics Programme paid for the scanners.",
            ("Logistics Programme", "conductedBy", "World Bank"),
        ),
    ],
)  # fmt: skip
def test_a_noun_phrase_joins_two_things(prose: str, edge: Edge) -> None:
    claims = claims_of(prose)
    assert edge in claims, sorted(claims)


@pytest.mark.parametrize(
    "prose",
    [
        "An arrangement was signed with the Chile Customs Service (CCS) in Quito.",
        "The protocol initialled with the Chile Customs Service in Quito covers smuggling.",
    ],
)
def test_where_something_was_signed_is_not_where_the_partner_is(prose: str) -> None:
    assert ("Chile Customs Service", "locatedIn", "Quito") not in claims_of(prose)


def test_brackets_that_say_more_than_a_place_locate_nothing() -> None:
    claims = claims_of("The Appraisal Office (which has moved from Dunmore to new rooms) heard 300 appeals.")
    assert ("Appraisal Office", "locatedIn", "Dunmore") not in claims


def test_phrases_join_classes_that_prepositions_are_known_for() -> None:
    of = {(p.before, p.predicate, p.behind) for p in phrases() if p.preposition == "of" and p.forward}
    assert (CK + "CustomsHeadquarters", CK + "headquartersOf", CK + "CustomsAdministration") in of
    assert not any(p.behind in ck("Place") for p in phrases() if p.predicate == CK + "reportsToBody")


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "Answerable to the Minister of Finance for revenue and to the Ministry of Trade for tariffs, the NCS grew.",
            (NCS, "reportsToBody", "Ministry of Trade"),
        ),
        (
            "As an institution directly under the Council of State, the NCS has four directorates.",
            (NCS, "reportsToBody", "Council of State"),
        ),
        (
            "A member of the World Customs Organization since 1974, the NCS hosted two workshops.",
            (NCS, "memberOf", "World Customs Organization"),
        ),
        (
            "As a department of the Ministry of Finance, the NCS collects duties.",
            (NCS, "reportsToBody", "Ministry of Finance"),
        ),
        (
            "Subordinate to the Ministry of Finance, the Customs Laboratory tested 300 samples.",
            ("Customs Laboratory", "reportsToBody", "Ministry of Finance"),
        ),
    ],
)
def test_what_opens_a_sentence_speaks_of_its_subject(prose: str, edge: Edge) -> None:
    assert claims_of(prose)[edge].modality is Modality.STANDING


def test_an_opening_that_denies_states_nothing_and_one_of_the_past_is_past() -> None:
    denied = claims_of("Not part of the Home Office, the Border Unit reports to the NCS.")
    assert ("Border Unit", "reportsToBody", "Home Office") not in denied
    past = claims_of("Part of the Home Office until 2010, the Border Unit reports to the NCS.")
    assert past["Border Unit", "reportsToBody", "Home Office"].modality is Modality.ACTUAL


@pytest.mark.parametrize(
    ("prose", "partner"),
    [
        ("With the Veterinary Service the mode of single inspection was introduced.", "Veterinary Service"),
        ("Five truck lanes were added with the Causeway Authority.", "Causeway Authority"),
        (
            "Targeting, piloted with the Ministry of Transport, assessed 2 million loads.",
            "Ministry of Transport",
        ),
        ("Peru thus became the fourth partner, after Chile, Kenya and Japan.", "Peru"),
        ("Peru thus became the fourth partner, after Chile, Kenya and Japan.", "Japan"),
        ("Our main partners are the Coast Guard and the Border Police.", "Border Police"),
    ],
)
def test_who_works_with_an_agency_that_is_not_named(prose: str, partner: str) -> None:
    assert (NCS, "cooperatesWith", partner) in claims_of(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "The vessel was registered with the Harbour Authority.",
        "The list was compared with the Harbour Authority.",
        "The hall was not built with the Harbour Authority.",
        "Peru is a partner of the Harbour Authority.",
    ],
)
def test_other_words_with_somebody_make_no_partner(prose: str) -> None:
    assert not [edge for edge in claims_of(prose) if edge[1] == "cooperatesWith"]


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The National Institute of Customs (NIC), Hillford, ran courses. The Dog School is in Hillford.",
            ("National Institute of Customs", "locatedIn", "Hillford"),
        ),
        ("The declaration was signed at Lima, Peru.", ("Lima", "within", "Peru")),
        ("The Air Wing (AW), with Ilsabet Morrane at its head, grew.", ("Air Wing", "headedBy", "Ilsabet Morrane")),
        ("The Air Wing, whose head is Ilsabet Morrane, grew.", ("Air Wing", "headedBy", "Ilsabet Morrane")),
        ("Lima was chosen. In Lima, Peru took the chair.", None),
        ("We visited Lima, Peru and Chile.", None),
    ],
)
def test_places_and_heads_that_stand_beside(prose: str, edge: Edge | None) -> None:
    claims = claims_of(prose)
    assert edge in claims if edge else not [e for e in claims if e[1] in ("within", "locatedIn")]


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "- Operation Reef Watch (2-20 May): joint patrols with the Sundmark Police Service; two boats stopped",
            ("Operation Reef Watch", "conductedBy", "Sundmark Police Service"),
        ),
        (
            "- Operation Reef Watch (2-20 May): 300 parcels opened",
            ("Operation Reef Watch", "conductedBy", NCS),
        ),
        (
            "The Dunmore Customs House discovered 3 tonnes of gold in Operation Golden Hinge.",
            ("Operation Golden Hinge", "conductedBy", "Dunmore Customs House"),
        ),
        (
            "The NCS seized 87 pieces of ivory during Operation Grey Heron.",
            ("Operation Grey Heron", "targetsGoods", "ivory"),
        ),
        (
            "It stopped 30 cartons of textiles and, in Operation Grey Heron, seized 87 pieces of ivory.",
            ("Operation Grey Heron", "targetsGoods", "ivory"),
        ),
    ],
)
def test_operations_belong_to_those_who_act_in_them(prose: str, edge: Edge) -> None:
    claims = claims_of(prose)
    assert edge in claims, sorted(claims)


def test_what_was_not_found_or_was_found_elsewhere_is_no_target() -> None:
    claims = claims_of("It stopped 30 cartons of textiles and, in Operation Grey Heron, found no ivory.")
    assert not [edge for edge in claims if edge[:2] == ("Operation Grey Heron", "targetsGoods")]
    led = claims_of("Operation Lantern, mounted by the Coast Guard, led to 63 arrests.")
    assert ("Operation Lantern", "conductedBy", NCS) not in led


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The Valuation Office (VO), a small independent body directly under the Council of State, hears appeals.",
            ("Valuation Office", "reportsToBody", "Council of State"),
        ),
        (
            "The Coast Guard, a component of the Ministry of Defence, has nine boats.",
            ("Coast Guard", "reportsToBody", "Ministry of Defence"),
        ),
        ("The Mountain Guard, a corps of the NCS, has 600 men.", ("Mountain Guard", "reportsToBody", NCS)),
        (
            "The Audit Bureau accepts the dual leadership of the NCS and the Ministry of Finance.",
            ("Audit Bureau", "reportsToBody", "Ministry of Finance"),
        ),
        (
            "Operation Grey Heron with focus on the smuggling of food, tobacco and ivory began.",
            ("Operation Grey Heron", "targetsGoods", "ivory"),
        ),
    ],
)
def test_an_apposition_says_whose_a_body_is(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


def test_a_row_ends_where_a_verb_stands() -> None:
    claims = claims_of("Helped by the Home Office, officers of the Audit Bureau mounted Operation Grey Heron.")
    assert not [e for e in claims if e[0] == "Operation Grey Heron" and e[2] == "Home Office"]
    claims = claims_of("The Audit Bureau, led by Ilsabet Morrane, while the Home Office runs the ports, grew.")
    assert not [e for e in claims if e[0] == "Audit Bureau" and e[2] == "Home Office"]
