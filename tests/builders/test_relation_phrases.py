"""Relations that noun phrases state: prepositions, possessives, brackets, names within names."""

from __future__ import annotations

import pytest

from customs_kg.builders.things.classes import ck
from customs_kg.ontology.iris import CK
from customs_kg.ontology.lexicon import phrases
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
            ("East African Community", "collects", "common external tariff"),
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
