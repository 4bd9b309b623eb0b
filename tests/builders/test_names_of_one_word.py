"""Names that are plain words of English: typed by the noun behind them, by what is told behind them, by their row."""

import pytest

from customs_kg.ontology.iris import CK
from tests.builders.test_things import all_labels, labels, things_of


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("In May the Lantern project was closed.", "Lantern", "Project"),
        ("Traders praise the Harvest initiative.", "Harvest", "PolicyInitiative"),
        ("Files are kept in the Owl database.", "Owl", "InformationSystem"),
        ("Some 12 firms joined the Springboard scheme.", "Springboard", "Programme"),
        ("The Meet-a-Mentor programme took in 12 people.", "Meet-a-Mentor", "Programme"),
        ("We opened the Doorway portal.", "Doorway", "ServicePlatform"),
        ("Neighbours in Trade is our programme for small firms.", "Neighbours in Trade", "Programme"),
        ("Swift Path to Market, an initiative of the port, helps growers.", "Swift Path to Market", "PolicyInitiative"),
        ("The Prize for Growers Scheme paid out 2 million.", "Prize for Growers Scheme", "Programme"),
        ("In the Vulture 2 and Vulture 3 operations 12 men were held.", "Vulture 2", "Operation"),
        ("The Night Strike operation lasted two weeks.", "Night Strike", "Operation"),
        ("Operations Viper and Raven dealt with fuel.", "Operation Raven", "Operation"),
        ("In operations Viper and Raven, 12 men were held.", "Raven", "Operation"),
        ("Under the code name Walrus, officers searched six sheds.", "Walrus", "Operation"),
        ("The sweep, called Clean Bridges, closed 14 shops.", "Clean Bridges", "Operation"),
        ('Operation "Grey Moth" went on.', "Operation Grey Moth", "Operation"),
        ("Systems in use: Osprey (cases), Heron (mail) and Plover (tests).", "Plover", "InformationSystem"),
        ("CargoEye 2 replaced the old portal.", "CargoEye 2", "ServicePlatform"),
        ("The system Vellmar 3.0 was released.", "Vellmar 3.0", "InformationSystem"),
        ("e-Licence went live in June.", "e-Licence", "InformationSystem"),
        ("The Freight Module of ASYCUDA World was tested.", "Freight Module", "InformationSystem"),
    ],
)
def test_plain_words_can_be_names(prose: str, label: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if label in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "absent"),
    [
        ("The Government project was closed.", "Government project"),
        ("The Treasury system is old.", "Treasury system"),
        ("The EU duties were cut in May.", "EU duties"),
        ("Lanterns were sold.", "Lanterns"),
        ("Officers in Trade met in May.", "Officers in Trade"),
        ("Growth to Market, he said, is slow.", "Growth to Market"),
        ("In operations Kenya and Ghana were helpful.", "Operation Ghana"),
        ("It bought Vellmar 3 lorries.", "Vellmar 3"),
    ],
)
def test_plain_words_are_no_names(prose: str, absent: str) -> None:
    assert absent not in all_labels(things_of(prose))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The Porters' League protested.", "Porters' League", "SupervisedAssociation"),
        ("The Civil Engineers Union protested.", "Civil Engineers Union", "SupervisedAssociation"),
        ("The Code of Conduct and the Dispute Charter were revised.", "Code of Conduct", "LegalInstrument"),
        ("River Vell and Lake Orno are watched.", "Lake Orno", "Place"),
        ("The Customs Modernisation and Risk Management Project ended.",
         "Customs Modernisation and Risk Management Project", "Project"),
        ("The QRTA duties were cut in May.", "QRTA duties", "TaxType"),
        ("The Transit Note System was tested.", "Transit Note System", "InformationSystem"),
        ("The Clerk's Medal for Courage was given to three.", "Clerk's Medal for Courage", "Event"),
        ("The Clerk of the Month Award was given to three.", "Clerk of the Month Award", "Event"),
        ("The Adviser to the Treasury spoke.", "Adviser to the Treasury", "Post"),
        ("The Ley de Puertos was changed.", "Ley de Puertos", "LegalInstrument"),
        ("The 2016 Harbour Regatta brought visitors.", "2016 Harbour Regatta", "Event"),
        ("The roads lead to the Greenfield and Orlo Checkpoints.", "Greenfield Checkpoint", "CustomsHouse"),
    ],
)  # fmt: skip
def test_words_that_belong_to_a_name(prose: str, label: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if label in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


def test_particles_and_initials_of_persons() -> None:
    found = all_labels(things_of("Mr P. van den Orlo met Mrs Anne-Lise d'Ombre in May."))
    assert {"P. van den Orlo", "Anne-Lise d'Ombre"} <= found
