"""Names by what introduces, numbers, owns or trades: ships, editions, firms, fields of posts, goods with a form."""

import pytest

from customs_kg.ontology.iris import CK, FOAF
from tests.builders.test_things import all_labels, labels, named, things_of


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The ferry Silver Tune was searched at the quay.", "Silver Tune", "EquipmentType"),
        ("Officers boarded the trawler Two Brothers by night.", "Two Brothers", "EquipmentType"),
        ("Its module Orlo Cargo went into trial.", "Orlo Cargo", "InformationSystem"),
        ("A third action, Frostnatt, was aimed at dealers in wine.", "Frostnatt", "Operation"),
        ("Our new app, Mbuni, answers questions of travellers.", "Mbuni", "ServicePlatform"),
        ("Tarn IV took over from Tarn III, a patrol boat of 1988.", "Tarn IV", "EquipmentType"),
        (
            'The operation "Quiet Reef 2018" ended. Officers will repeat "Quiet Reef 2019".',
            "Quiet Reef 2019",
            "Operation",
        ),
        ("Seals came from Sonna Maria and Beck Logistics in March.", "Beck Logistics", "Company"),
        ("Goods of Vellmar Cargo were held.", "Vellmar Cargo", "Company"),
        ("Ostrau Ports was paid for the quay.", "Ostrau Ports", "Company"),
        ("Marl Data Center, Inc. runs the servers.", "Marl Data Center, Inc", "Company"),
        (
            "It is based on Normative Instruction RXB No. 2,114 of the ministry.",
            "Normative Instruction RXB No. 2,114",
            "LegalInstrument",
        ),
        ("He chairs the Technical Committee No. 4 of the region.", "Technical Committee No. 4", "PublicBody"),
        ("The New Port Charges Review, a programme of two years, began.", "New Port Charges Review", "Programme"),
        (
            "Under the Marine Health Law, the declaration system for crews was revived.",
            "Marine Health Law",
            "LegalInstrument",
        ),
        ("We used 12 eGates in the hall.", "eGates", "EquipmentType"),
        ("A Fisheries, Trade and Transit Agreement was signed.", "Fisheries, Trade and Transit Agreement", "Agreement"),
        (
            "It met the Commissioner for Fisheries and Customs Union in May.",
            "Commissioner for Fisheries and Customs Union",
            "Post",
        ),
        ("It was told by Her Majesty's Fisheries Office.", "Her Majesty's Fisheries Office", "PublicBody"),
        ("A duty was laid on copper cathodes from abroad.", "copper cathodes", "GoodsCategory"),
        ("Heroin trafficking rose and carpet seizures fell.", "carpet", "GoodsCategory"),
    ],
)
def test_what_a_name_is(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("The matter went to Justice Grace Nzomo of the Orlo Law Courts.", "Grace Nzomo"),
        ("Berit Haugvall was put in charge of the Audit Division.", "Berit Haugvall"),
    ],
)
def test_persons_before_bodies(prose: str, label: str) -> None:
    assert named(things_of(prose), label).cls == FOAF + "Person"


def test_a_name_before_a_body_is_no_part_of_it() -> None:
    found = all_labels(things_of("The dog Sissa of the Canine Training Center found 3 kg of cocaine."))
    assert "Canine Training Center" in found
    assert not any("Sissa of" in label for label in found)


def test_a_unit_of_a_national_body_and_that_body() -> None:
    things = things_of("It was run with the Serious Fraud Group of New Zealand Police.")
    assert named(things, "Serious Fraud Group").iri != named(things, "New Zealand Police").iri


def test_an_agreement_with_a_body_whose_name_has_and() -> None:
    found = things_of("It will sign a memorandum of understanding with the Board of Ports and Rails in May.")
    whole = named(found, "memorandum of understanding with the Board of Ports and Rails")
    assert "memorandum of understanding" in labels(whole)


@pytest.mark.parametrize(
    ("prose", "unwanted"),
    [
        ("The Minister of Finance and Shipping opened it.", "Finance and Shipping"),
        ("In Tarn 3 were seized.", "Tarn 3"),
        ("Officers kept 12 kilograms of ketamine out of the country.", "ketamine out"),
        ("The duty on steel billets rose.", "steel"),
    ],
)
def test_what_is_no_name(prose: str, unwanted: str) -> None:
    assert unwanted not in all_labels(things_of(prose))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        (
            "Four offices do it: the Audit Office (AO), Sea and Air Operations (SAO) and the Office of Trade.",
            "Sea and Air Operations",
            "PublicBody",
        ),
        ("It works with the Joint Maritime Task Force West (JMTF-West) in May.", "JMTF-West", "CoordinationMechanism"),
        ("It is led by the Undersecretariat of Customs (Sunova). In May Sunova moved.", "Sunova", "PublicBody"),
        ("A fee is paid over to the Ring Road Fund.", "Ring Road Fund", "PublicBody"),
        ("It applies the Marine Access Fund to the works.", "Marine Access Fund", "Programme"),
        ("Carriers such as Postvik and VLD Road file early.", "VLD Road", "Company"),
        ("The Fast Gate Norland pilot began in May.", "Fast Gate Norland", "Project"),
    ],
)
def test_bodies_in_rows_and_brackets(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_a_place_in_brackets_is_no_short_form() -> None:
    school = named(
        things_of("The Customs Training College (Ostrow) in the town of Ostrow grew."), "Customs Training College"
    )
    assert labels(school) == {"Customs Training College"}


def test_what_follows_a_comma_with_a_verb_is_in_no_row_of_places() -> None:
    things = things_of("Images are read in Tarn Tower, and Kentrady runs the queue.")
    assert not [e for e in things.entities.values() if e.label == "Kentrady" and e.cls == CK + "Place"]


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("Barlow Cement, Tarnol and 30 other firms hold the status.", "Tarnol", "Company"),
        ("Data of Vellink, Portis and several other systems are kept.", "Portis", "InformationSystem"),
        ("The Project on Port Safety for Small Ferries in the Inner Isles Region ended.",
         "Project on Port Safety for Small Ferries in the Inner Isles Region", "Project"),
        ("The B2C export pilot of the service was closed.", "B2C export pilot", "Project"),
        ("It opened a customs office in the Winter Village.", "customs office in the Winter Village", "CustomsHouse"),
        ("The fifth meeting of the Coral Steering Group was held in Tarn.",
         "fifth meeting of the Coral Steering Group", "Meeting"),
    ],
)  # fmt: skip
def test_names_by_their_kind_and_place(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_the_parties_of_an_agreement_are_named_too() -> None:
    things = things_of("The Transit and Storage Agreement between Norway and the United Kingdom is in force.")
    assert "Transit and Storage Agreement" in labels(
        named(things, "Transit and Storage Agreement between Norway and the United Kingdom")
    )
    assert {"Norway", "United Kingdom"} <= all_labels(things)


@pytest.mark.parametrize(
    ("prose", "unwanted"),
    [
        ("Officers handled 120 smuggling cases.", "smuggling"),
        ("The mode is used in all customs districts.", "customs districts"),
        ("A joint operation led to nine arrests.", "joint operation"),
        ("Posts stand along the land border and at international airports.", "land border"),
        ("Unpaid taxes of 3 million were recovered.", "unpaid taxes"),
    ],
)
def test_any_one_of_a_kind_is_no_thing(prose: str, unwanted: str) -> None:
    assert unwanted not in all_labels(things_of(prose))
