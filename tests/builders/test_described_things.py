"""Things that a report describes: goods, equipment, posts and places by what stands beside them."""

import pytest

from customs_kg.ontology.iris import CK
from tests.builders.test_things import things_of


def labels_of(text: str) -> set[str]:
    """Every label of every thing, in lower case."""
    return {x.lower() for e in things_of(text).entities.values() for x in (e.label, *e.alt_labels)}


def classes_of(text: str) -> dict[str, str]:
    """The local names of the classes by label."""
    found = things_of(text).entities.values()
    return {x: e.cls.removeprefix(CK) for e in found for x in (e.label, *e.alt_labels)}


@pytest.mark.parametrize(
    ("text", "goods", "also"),
    [
        ("The team looked for smuggled petrol on the coast.", "petrol", "smuggled petrol"),
        ("Officers found counterfeit sports merchandise at the stalls.", "sports merchandise", None),
        ("Duties apply to stainless steel pipes and quartz countertops.", "quartz countertops", None),
        ("The laboratory examined fake spare parts for lorries.", "spare parts", "fake spare parts"),
        ("Imported wire hangers were declared under another heading.", "wire hangers", "imported wire hangers"),
    ],
)
def test_goods_go_by_their_name_and_by_what_befell_them(text: str, goods: str, also: str | None) -> None:
    classes = classes_of(text)
    assert "GoodsCategory" in {cls for label, cls in classes.items() if goods in label}
    assert also is None or also in labels_of(text)


@pytest.mark.parametrize(
    ("text", "label", "cls"),
    [
        ("The new Raman analysers were issued to every post.", "Raman analysers", "EquipmentType"),
        ("The yard received computed tomography scanners.", "computed tomography scanners", "EquipmentType"),
        ("A logistics congress was held in the spring.", "logistics congress", "Meeting"),
        ("Officers took up sugar transshipment.", "sugar transshipment", "Offence"),
    ],
)
def test_head_nouns_of_the_customs_world_show_the_class(text: str, label: str, cls: str) -> None:
    assert {k.lower(): v for k, v in classes_of(text).items()}.get(label.lower()) == cls


@pytest.mark.parametrize(
    ("text", "label", "cls"),
    [
        ("The eight Hubs of Training and Research met in May.", "Hubs of Training and Research", "OperationsCenter"),
        ("It fell to the Bureau of Forms and Technology.", "Bureau of Forms and Technology", "PublicBody"),
        ("The Delayed Levy and Tax Scheme began in July.", "Delayed Levy and Tax Scheme", "Programme"),
        ("The Ostrow Customs and Tax Control Office moved.", "Ostrow Customs and Tax Control Office", "PublicBody"),
        ("The East Coast Trade and Transit Fund ended.", "East Coast Trade and Transit Fund", "Programme"),
        ("The Ministry of Forestry and Industry agreed.", "Ministry of Forestry and Industry", "PublicBody"),
        ("It helped the Trinidad and Tobago Customs Office.", "Trinidad and Tobago Customs Office", None),
    ],
)  # fmt: skip
def test_one_name_may_hold_an_and(text: str, label: str, cls: str | None) -> None:
    classes = classes_of(text)
    assert label in classes
    assert cls is None or classes[label] == cls


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The Collectorates of Arden and Cresk grew.", {"Collectorate of Arden", "Collectorate of Cresk"}),
        ("It serves Tarnay Wharves and Orlo Vey Airport.", {"Tarnay Wharves", "Orlo Vey Airport"}),
        ("The Ministry of Finance and the Ministry of Trade met.", {"Ministry of Finance", "Ministry of Trade"}),
        ("The port of Vell and Blue Bridge lie in the north.", {"Blue Bridge"}),
        ("Regional offices work at Ostrow and Mombasa.", {"Ostrow", "Mombasa"}),
    ],
)  # fmt: skip
def test_two_names_stay_two(text: str, labels: set[str]) -> None:
    assert labels <= set(classes_of(text))


@pytest.mark.parametrize(
    ("text", "label", "cls"),
    [
        ("It acts under the Excise Act, Cap. 41 of the laws.", "Excise Act, Cap. 41", "LegalInstrument"),
        ("It acts under the Ports Ordinance (Chapter 212).", "Ports Ordinance (Chapter 212)", "LegalInstrument"),
        ("It follows from section 12 of the Excise Act.", "section 12 of the Excise Act", "LegalInstrument"),
        ("A penalty rests on 19 U.S.C. 1497 alone.", "19 U.S.C. 1497", "LegalInstrument"),
        ("It was set up by Decree No. 77/QD-BTC in May.", "Decree No. 77/QD-BTC", "LegalInstrument"),
        ("It follows the Royal Decree of 3 May 2014.", "Royal Decree of 3 May 2014", "LegalInstrument"),
        ("She reports to the Comptroller, Enforcement.", "Comptroller, Enforcement", "Post"),
        ("She is Assistant Collector (Risk and Audit).", "Assistant Collector (Risk and Audit)", "Post"),
        ("She reports to the Deputy Controller for Border Security.", "Deputy Controller for Border Security", "Post"),
        ("The Silver Seal project ended in June.", "Silver Seal project", "Project"),
        ('They searched the vessel "Blue Tern" at sea.', "Blue Tern", "EquipmentType"),
        ('"Iron Gate 2017", an operation run by the Service, ended.', "Iron Gate 2017", "Operation"),
        ("The border post at Gorn was rebuilt.", "border post at Gorn", "CustomsHouse"),
        ("Customs stations in Gorn, Vell and Orlo opened.", "customs stations in Gorn, Vell and Orlo", "CustomsHouse"),
    ],
)  # fmt: skip
def test_what_follows_a_name_or_noun_belongs_to_it(text: str, label: str, cls: str) -> None:
    assert classes_of(text).get(label) == cls


def test_a_place_goes_by_where_it_lies_too() -> None:
    assert "gorn, kenya" in labels_of("The laboratory stands in Gorn, Kenya.")
    assert "gorn, vell" not in labels_of("The laboratory serves ships in Gorn, Vell and Orlo.")


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Director General Dr. Orlo Vey spoke.", "Orlo Vey", "Director General"),
        ("The stone was laid by the Finance Minister, Smt. Anira Velso.", "Anira Velso", "Finance Minister"),
        ("It was signed by Commissioner Dato' Rashun Belvar in May.", "Rashun Belvar", "Commissioner"),
    ],
)
def test_persons_behind_titles_of_many_countries(text: str, person: str, post: str) -> None:
    classes = classes_of(text)
    assert classes[post] == "Post"
    assert classes[person].endswith("Person")


@pytest.mark.parametrize(
    ("text", "label", "cls"),
    [
        ("A seminar on transit law was given in May.", "seminar on transit law", "Meeting"),
        ("Gornvik, Vellor and Orlova are grouped in one area.", "Orlova", "Place"),
        ("Gornvik and Vellor are equipped with cameras.", "Vellor", "Place"),
        ("TRASK 4.0 has been running since May.", "TRASK 4.0", ""),
        ("Customs Region 3 is run from Vell.", "Customs Region 3", "SubAdministration"),
        ("Operation Blue Net of the Port of Gorn ended.", "Operation Blue Net", "Operation"),
        ("The Minister for the Environment agreed.", "Minister for the Environment", "Post"),
        ("It uses the Cargo Permit System of the Norland Ports Authority.", "Cargo Permit System", "InformationSystem"),
        ("Goods pass the Inland Container Depot Ombrix.", "Inland Container Depot Ombrix", "CustomsHouse"),
        ("It hosted the Gulf Heads of Customs Conference.", "Gulf Heads of Customs Conference", "Meeting"),
        ("Trucks wait at the Orlova port of entry.", "Orlova port of entry", "Port"),
        ("The Appeals Panel of the Revenue Board met.", "Appeals Panel", "CoordinationMechanism"),
        ("The Section 12 Parcel Pilot began in May.", "Section 12 Parcel Pilot", "Project"),
        ("Tern Class patrol boats were ordered.", "Tern Class", "EquipmentType"),
    ],
)  # fmt: skip
def test_names_of_many_shapes(text: str, label: str, cls: str) -> None:
    assert classes_of(text).get(label, "") == cls


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Commissioner Edda Kieswell chairs the meeting.", "Edda Kieswell"),
        ("Commissioner Edda Kieswell APM reports to the Board.", "Edda Kieswell"),
        ("The Office of Trade, under Orlo Vekk, does the work. The office grew.", "Orlo Vekk"),
    ],
)
def test_persons_end_before_verbs_and_honours(text: str, person: str) -> None:
    assert classes_of(text)[person].endswith("Person")


def test_the_head_of_something_weighs_nothing() -> None:
    assert "agency" not in classes_of("The head of the agency spoke.")


@pytest.mark.parametrize("person", ["Troy Cresk", "Mark Reed", "Carol Wood"])
def test_given_names_may_be_english_words(person: str) -> None:
    assert classes_of(f"The Board met in May. {person}, its chairman, opened the session.")[person].endswith("Person")


def test_two_persons_whose_names_are_english_words_stay_two() -> None:
    assert {"Peter Small", "Jack Stone"} <= set(classes_of("The Board thanked Peter Small and Jack Stone."))


@pytest.mark.parametrize("mark", ["of which", "o/w", "thereof:"])
def test_a_tax_that_is_part_of_the_row_above_has_its_own_name(mark: str) -> None:
    table = f"Revenue (USD m)      2018   2017\nBorder taxes          900    800\n  {mark} amber levy   300    200\n"
    assert "amber levy" in labels_of(f"The year was long.\n\n{table}")
