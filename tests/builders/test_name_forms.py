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


def test_a_row_of_fields_behind_a_country_is_no_name() -> None:
    found = all_labels(
        things_of("It covers Norland, Tax and Customs Authority staff and others. NCO No. 3 was bought.")
    )
    assert not any(label.startswith(("Norland, Tax", "NCO No")) for label in found)


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
        ("The Prints, Tapes, and Songs Act 1988 passed.", "Prints, Tapes, and Songs Act 1988", "LegalInstrument"),
        ("It is in the Audit, Training, and Welfare Branch.", "Audit, Training, and Welfare Branch", "CustomsUnit"),
        ("So said the Ushr, Tax and Customs Board.", "Ushr, Tax and Customs Board", "CustomsAdministration"),
        ("The Kolbe Docks, Customs and Zones Board met.", "Kolbe Docks, Customs and Zones Board", "PublicBody"),
        ("XCO No. 14-2031 concerns depots.", "XCO No. 14-2031", "LegalInstrument"),
        ("It is based in Mok-gu, near the port.", "Mok-gu", "Place"),
        ("A team in Lund-on-Sea issues rulings.", "Lund-on-Sea", "Place"),
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


@pytest.mark.parametrize(
    ("sentence", "label", "kind"),
    [
        ("Data were sent to Statistics Belgium in May.", "Statistics Belgium", "PublicBody"),
        ("The Harbours and Wharves Authority was set up.", "Harbours and Wharves Authority", "PublicBody"),
        ("A new scanner stands at the Vintrup border crossing.", "Vintrup border crossing", "CustomsHouse"),
        ("The Tariff College (TC), Ostrow, trained 30 officers.", "Ostrow", "Place"),
        ("The Mutual Recognition Arrangement (MRA) with Chile was signed.", "Mutual Recognition Arrangement with Chile",
         "CooperationAgreement"),
        ("Brisk Customs, a programme of shorter queues, began.", "Brisk Customs", "Programme"),
        ("Ships of Jasim bin Tarif Port were searched.", "Jasim bin Tarif Port", "Port"),
        ("The European Prosecutor's Office was asked.", "European Prosecutor's Office", "PublicBody"),
        ("Phase II of the Clear Harbour Project began.", "Clear Harbour Project", "Project"),
        ("The Statute of 1794 applies.", "Statute of 1794", "LegalInstrument"),
        ("OSTROW, 4 March. A ship was searched.", "Ostrow", "Place"),
    ],
)  # fmt: skip
def test_names_of_several_shapes(sentence: str, label: str, kind: str) -> None:
    assert cls(named(things_of(sentence), label)) == kind


def test_a_country_after_an_adjective_is_no_agency() -> None:
    things = things_of("Trade with Mainland Norway and Eastern Poland grew.")
    assert not any(cls(e) == "PublicBody" for e in things.entities.values())


def test_goods_before_their_weight() -> None:
    things = things_of("Seized were quinine 12 kg, betel leaf 3 tonnes and, in all, 15 tonnes.")
    assert cls(named(things, "quinine")) == "GoodsCategory"
    assert cls(named(things, "betel leaf")) == "GoodsCategory"
    assert "in all" not in all_labels(things)


TABLE = """Revenue by head (EUR million)

  Head of revenue        2019      2020
  Beacon levy            12.0      13.5
  Excise duty on candles  4.1       4.4
  QRT                     7.7       8.0
  Other receipts          1.0       1.2
  Total taxes            24.8      27.1
"""


def test_taxes_head_the_rows_of_a_table() -> None:
    things = things_of("The year went well.\n\n" + TABLE)
    assert {cls(named(things, x)) for x in ("beacon levy", "excise duty on candles", "QRT")} == {"TaxType"}
    assert not {"Other receipts", "Total taxes", "total taxes"} & all_labels(things)


def test_a_heading_names_a_thing_after_its_kind() -> None:
    things = things_of("The year went well.\n\n2. PROGRAMMES\n\n2.1 Programme: Clear Harbour\n\nIt went on.")
    assert cls(named(things, "Clear Harbour")) == "Programme"


def test_words_for_goods_that_only_tell_another_noun_or_are_denied() -> None:
    found = all_labels(things_of("Wheat consumption fell. No timber was found. Cotton was weighed."))
    assert "cotton" in {label.lower() for label in found}
    assert not {"wheat", "timber"} & {label.lower() for label in found}
