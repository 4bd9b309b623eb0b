"""Names whose form runs on past their capitals: numbered laws, lists inside names, persons by the words beside them."""

import pytest

from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK, FOAF
from tests.builders.test_things import all_labels, named, things_of


def cls(entity: Entity) -> str:
    return entity.cls.removeprefix(CK).removeprefix(FOAF)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Goods were valued under Directive (EU) 2017/814 of the Council.", "Directive (EU) 2017/814"),
        ("Ministerial Order No. 77/2015 entered into force.", "Ministerial Order No. 77/2015"),
        ("Decree No. 12 of 4 May 2011 sets the fees.", "Decree No. 12 of 4 May 2011"),
        ("The rules stand in Regulation 9 of 2016.", "Regulation 9 of 2016"),
        ("It was held under the Excise Control Act, 1988 and appealed.", "Excise Control Act, 1988"),
        ("The Spirits (Licensing) (No. 3) Act 2009 was repealed.", "Spirits (Licensing) (No. 3) Act 2009"),
        ("The Restraint of Piracy and Control of Ships Act passed.", "Restraint of Piracy and Control of Ships Act"),
    ],
)  # fmt: skip
def test_laws_keep_their_number(sentence: str, label: str) -> None:
    assert cls(named(things_of(sentence), label)) == "LegalInstrument"


def test_a_number_of_other_things_is_no_part_of_a_law() -> None:
    things = things_of("By Ministerial Order 12 scanners were bought.")
    assert "Ministerial Order" in all_labels(things)


@pytest.mark.parametrize(
    ("sentence", "label", "kind"),
    [
        ("It wrote to the Ministry of Fish, Wood and Mines.", "Ministry of Fish, Wood and Mines", "PublicBody"),
        ("The Board of Weights, Tests and Rules (BWTR) met.", "Board of Weights, Tests and Rules", "PublicBody"),
        ("Valuation, Origin and Routing (VOR) was formed.", "Valuation, Origin and Routing", ""),
        ("The Manager, Border Operations was named.", "Manager, Border Operations", "Post"),
        ("The Ombudsman General's Office was asked.", "Ombudsman General's Office", "PublicBody"),
        ("The Importers' Forum met in May.", "Importers' Forum", "Meeting"),
    ],
)  # fmt: skip
def test_commas_and_apostrophes_inside_names(sentence: str, label: str, kind: str) -> None:
    things = things_of(sentence)
    assert not kind or cls(named(things, label)) == kind
    assert kind or not any(x in all_labels(things) for x in ("Origin", "Routing", "Valuation"))


def test_bodies_in_a_row_stay_apart() -> None:
    found = all_labels(things_of("The Ministry of Health, Parliament and the Treasury agreed."))
    assert "Ministry of Health" in found
    assert not any("Parliament and" in label for label in found)


def test_the_currency_before_an_amount_is_no_name() -> None:
    found = all_labels(things_of("The Harbour Levy USD 40 million and the Road Toll EUR 3 million were paid."))
    assert "Harbour Levy" in found
    assert not any("USD" in label or "EUR" in label for label in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "The team was led by Mirel Tosca for two years.",
        "Mirel Tosca, who took office in May, left in June.",
        "Mirel Tosca, a retired judge, was heard.",
        "In succession to Mirel Tosca a lawyer was chosen.",
        "Vice-President Mirel Tosca spoke.",
        "Shri M. Tosca and Commander Mirel Tosca spoke.",
        "Mirel Tosca was appointed in March.",
    ],
)
def test_persons_by_the_words_beside_them(sentence: str) -> None:
    assert cls(named(things_of(sentence), "Mirel Tosca")) == "Person"


def test_a_title_that_is_a_post_is_a_thing_and_a_rank_is_none() -> None:
    things = things_of("Director-General Mirel Tosca met Captain Ulla Brink.")
    assert cls(named(things, "Director-General")) == "Post"
    assert "Captain" not in all_labels(things)
    assert cls(named(things, "Ulla Brink")) == "Person"


def test_a_title_may_only_open_the_name_of_a_place() -> None:
    things = things_of("The ship lay at the Queen Ottilie Wharf.")
    assert cls(named(things, "Queen Ottilie Wharf")) == "Place"


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("A treaty binds the Principality of Veltania.", "Principality of Veltania"),
        ("Veltania sent two ships. The Customs Service of Veltania was thanked.", "Veltania"),
        ("Goods came from Veltania, Ostrow and Quill Mora.", "Ostrow"),
        ("Two offices were opened in Veltania. For Veltania it was a good year.", "Veltania"),
    ],
)
def test_places_known_from_elsewhere_in_the_report(sentence: str, label: str) -> None:
    assert cls(named(things_of(sentence), label)) == "Place"


def test_what_a_system_replaces_is_a_system() -> None:
    things = things_of("MERIDA, our clearance system, replaced KORBEX in June.")
    assert cls(named(things, "KORBEX")) == "InformationSystem"


def test_words_that_only_explain_a_name_are_no_thing() -> None:
    found = all_labels(
        things_of("Merida, a customs declaration system, was moved. MERIDA is the national clearance system.")
    )
    assert "national clearance system" not in found
