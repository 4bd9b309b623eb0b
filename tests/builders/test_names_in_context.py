"""Names that only the words beside them type: suppliers, crews, office holders, rows of places, systems."""

import pytest

from customs_kg.ontology.iris import CK, FOAF
from tests.builders.test_things import named, things_of


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The mobile scanners were supplied by Veltron in March.", "Veltron", CK + "Company"),
        ("A contract with Rapid Logic Ltd was signed.", "Rapid Logic Ltd", CK + "Company"),
        ("Nilson Freight, a forwarding company, was fined.", "Nilson Freight", CK + "Company"),
        ("The shipping line Corvex Marine joined the others.", "Corvex Marine", CK + "Company"),
        ("The MASTIFF team opened 30 cases.", "MASTIFF team", CK + "CustomsUnit"),
        ("The Blue Dolphin unit was set up in June.", "Blue Dolphin unit", CK + "CustomsUnit"),
        ("The Duty Relief division was set up in June.", "Duty Relief division", CK + "CustomsUnit"),
        ("It belongs to the Home Security portfolio.", "Home Security portfolio", CK + "PublicBody"),
        ("Its Excise section opened 30 cases.", "Excise section", CK + "CustomsUnit"),
        ("The Vintrup office was rebuilt.", "Vintrup office", CK + "CustomsUnit"),
        ("The Vintrup integrated border post was opened.", "Vintrup integrated border post", CK + "CustomsHouse"),
        ("They repaired the Vintrup scanner in May.", "Vintrup scanner", CK + "EquipmentType"),
        ("Beacon, our targeting system, compares importers.", "Beacon", CK + "InformationSystem"),
        ("MV Lady Greta was moored at Kolbe.", "MV Lady Greta", CK + "EquipmentType"),
        ("Colonel (Retd.) Ilya Branko opened the office.", "Ilya Branko", FOAF + "Person"),
        ("Siti binti Rahman fills the post of Director-General.", "Siti binti Rahman", FOAF + "Person"),
        ("Vera van Loon fills the post of Director-General.", "Vera van Loon", FOAF + "Person"),
        ("Joost de Witte has been Director General since May.", "Joost de Witte", FOAF + "Person"),
        ("The post is held by Ilya Branko.", "Ilya Branko", FOAF + "Person"),
        ("He answers to the State Secretary for Finance.", "State Secretary for Finance", CK + "Post"),
        ("Questions went to Ms Irena Bolk, Director, Customs.", "Director, Customs", CK + "Post"),
        (
            "A memorandum of understanding with Georgia was signed.",
            "memorandum of understanding with Georgia",
            CK + "Agreement",
        ),
        ("The MoU with Ukraine covers training.", "MoU with Ukraine", CK + "Agreement"),
        ("The ports of Ardan, Belmo and Cresk are full.", "Belmo", CK + "Port"),
        ("The provinces of Alva and Teruna were served.", "Alva", CK + "Place"),
        ("Cargowatch replaced the old manifest system.", "Cargowatch", CK + "InformationSystem"),
        ("In June we launched Trade Compass.", "Trade Compass", CK + "Programme"),
        (
            "The Trade Facilitation Agreement of the World Trade Organization was ratified.",
            "Trade Facilitation Agreement",
            CK + "TradeAgreement",
        ),
    ],
)
def test_words_beside_a_name_type_it(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == cls


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("A private company paid the fine.", "private company"),
        ("An MoU is to follow.", "MoU"),
        ("A raid turned up 2.3 tonnes of cocaine.", "turned up"),
        ("A system called Argus checks manifests.", "Argus checks manifests"),
        ("The Vintrup office building was repaired.", "Vintrup office"),
        ("The Geneva office of the World Health Organization helped.", "Geneva office"),
        ("The Duty Relief division manager left.", "Duty Relief division"),
        ("Today, our system, once slow, is fast.", "Today"),
    ],
)
def test_words_that_name_no_thing(prose: str, label: str) -> None:
    assert not any(label in (e.label, *e.alt_labels) for e in things_of(prose).entities.values())
