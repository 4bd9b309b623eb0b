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
    ],
)
def test_words_that_name_no_thing(prose: str, label: str) -> None:
    assert not any(label in (e.label, *e.alt_labels) for e in things_of(prose).entities.values())
