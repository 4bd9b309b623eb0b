"""What decides the class and the extent of a name: rows of quotations, explanations, owners, seasons, verbs."""

import pytest

from customs_kg.ontology.iris import CK, FOAF
from tests.builders.test_things import all_labels, named, things_of

PERSON = FOAF + "Person"


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ('Three campaigns, "Blue Tide", "Clean Quay" and "Quiet Night", were run.', "Quiet Night", "Campaign"),
        ('The operations "Iron Lock" (May) and "Sea Wall" hit the trade.', "Sea Wall", "Operation"),
        ('We ran "Red Lantern" and "Low Tide" operations.', "Red Lantern", "Operation"),
        ("An order against Palm Vulcan barred its gloves.", "Palm Vulcan", "Company"),
        ("Ferro Atlantic, a trading house, was fined.", "Ferro Atlantic", "Company"),
        ("DHL Express Norland operates the shed.", "DHL Express Norland", "Company"),
        ("The Rapid Border Partnership (RBP), a scheme for carriers, grew.", "Rapid Border Partnership", "Programme"),
        ("The Rapid Border Partnership is a programme for carriers.", "Rapid Border Partnership", "Programme"),
        ("Ostrow Customs secured the 12th Winter Games.", "12th Winter Games", "Event"),
        ("It was found near Tarnby. Ostrowek is equipped with two scanners.", "Ostrowek", "Place"),
        ("Near Tarnby a gang was caught.", "Tarnby", "Place"),
        ("The Department of Art and Sound of the GAC met.", "Department of Art and Sound", "PublicBody"),
        (
            "The Norland Chamber of Commerce and Industry met.",
            "Norland Chamber of Commerce and Industry",
            "SupervisedAssociation",
        ),
        (
            "Ada Lund, Senior Official Performing the Duties of the Director, spoke.",
            "Senior Official Performing the Duties of the Director",
            "Post",
        ),
        (
            "Ines Palm became Acting Head Exercising the Functions of the Comptroller.",
            "Acting Head Exercising the Functions of the Comptroller",
            "Post",
        ),
        ("The Commissioner, Customs Services, met the press.", "Commissioner, Customs Services", "Post"),
        ("A 90-Day Special Crackdown was led by the Vice Bureau.", "90-Day Special Crackdown", "Operation"),
        (
            "It follows the SAFE Framework of Standards of the World Customs Organization.",
            "World Customs Organization",
            "InternationalOrganization",
        ),
    ],
)
def test_what_shows_the_class_of_a_name(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_who_takes_over_takes_over_from_a_person() -> None:
    things = things_of("Ada Lund, Director General, took over from Tom Reed.")
    assert {named(things, name).cls for name in ("Ada Lund", "Tom Reed")} == {PERSON}


def test_a_person_of_a_body_is_no_name_with_it() -> None:
    things = things_of("Winners were Zhang Gaoming of Ostrow Customs and Per Lund of the Ministry of Trade.")
    assert named(things, "Zhang Gaoming").cls == PERSON
    assert named(things, "Ostrow Customs").cls == CK + "CustomsAdministration"


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("The sum rose from R17.7 million to R58 million. Duty of R58 million was lost.", "R17.7"),
        ("The sum rose from R17.7 million to R58 million. Duty of R58 million was lost.", "Duty of R58"),
        ("It is told in the Travel Report and the Annual Report of the Service.", "Travel Report"),
        ("It rose in Fiscal Year (FY) 2019.", "Fiscal Year"),
        ("There is no such agreement with Dremia.", "agreement with Dremia"),
        ("The ports of entry were open.", "ports of entry"),
        ("Free trade agreements were discussed.", "free trade agreements"),
        ("Ostrow Customs and 16th Norland Games staff met.", "Ostrow Customs and 16th Norland Games"),
    ],
)
def test_what_names_nothing(prose: str, label: str) -> None:
    assert label not in all_labels(things_of(prose))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("We took over staff of Customs and Statistics Canada and others.", "Statistics Canada", "PublicBody"),
        ("We took over staff of Citizenship and Fisheries Canada.", "Citizenship and Fisheries Canada", "PublicBody"),
        ("The erstwhile Board of Excise and Customs was split.", "Board of Excise and Customs", "PublicBody"),
        (
            "It became an Executive Agency of the Ministry of Works and the Public Service.",
            "Ministry of Works and the Public Service",
            "PublicBody",
        ),
        ("See the Foundations for Trade and Growth Project.", "Foundations for Trade and Growth Project", "Project"),
        ("Pathways to Recovery, a program for migrants, was opened.", "Pathways to Recovery", "Programme"),
        ("We ran the Entry Type 42 Test in May.", "Entry Type 42 Test", "Project"),
        ("The Wenvale earthquake and the Ostrow dock strike came.", "Wenvale earthquake", "Event"),
        ("The Montego Bay regional office moved.", "Montego Bay regional office", "CustomsUnit"),
        ("Two schools, namely Vell Customs College and the Border College in Tarnau.", "Tarnau", "Place"),
        ("The Academy (NACI) at Sundabad, an accredited centre, trained many.", "Sundabad", "Place"),
        ("It lies along the Norlo-Vellan border.", "Norlo-Vellan border", "Place"),
        ("It was run with the Sashanta Seela Bal.", "Sashanta Seela Bal", "PublicBody"),
        ("The store moved to Tarnport West.", "Tarnport West", "Place"),
        ("It will add Bogara's El Mirador International Airport.", "Bogara", "Place"),
        ("We extended e-TARSIL to exports, and e-TARSIL was piloted.", "e-TARSIL", "InformationSystem"),
        ("Additional duty gave way to Combined GST (CGT).", "Combined GST", "TaxType"),
        (
            "A Memorandum of Understanding on the exchange of passenger data with Vell Customs was signed.",
            "Memorandum of Understanding on the exchange of passenger data",
            "Agreement",
        ),
        ("We hold ISO 9001:2015 and ISO/IEC 17025:2017.", "ISO/IEC 17025:2017", "LegalInstrument"),
        (
            "Scanners went to the Customs administration of Myanmar.",
            "customs administration of Myanmar",
            "CustomsAdministration",
        ),
        ("Two mobile X-ray scanners were donated.", "mobile X-ray scanners", "EquipmentType"),
        ("It collects tariffs, import VAT and excise.", "tariffs", "TaxType"),
        ('The initiative of "Smart Ports, Smart Roads" was agreed.', "Smart Ports, Smart Roads", "PolicyInitiative"),
        ("Three ports, namely Ningbo Meishan, Qinzhou and Haicang, opened.", "Ningbo Meishan", "Port"),
    ],
)
def test_names_by_what_stands_beside_them(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("Fifty-one Withhold Release Orders were in force.", "Fifty-one Withhold Release Orders"),
        ("Forty-six firearms were seized.", "forty-six firearms"),
        ("Preferential tariffs were cut.", "tariffs"),
        ("He went from Tarn to Vellmar.", "Tarn to Vellmar"),
        ('"Lodge at home, release at the port" was extended.', "port"),
    ],
)
def test_what_is_no_part_of_a_name(prose: str, label: str) -> None:
    assert label not in all_labels(things_of(prose))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        (
            "A memorandum on risk sharing with Vellian Customs was signed.",
            "memorandum on risk sharing with Vellian Customs",
            "Agreement",
        ),
        (
            "We signed a memorandum on sharing profiles between Tarnau and Ostrow.",
            "memorandum on sharing profiles between Tarnau and Ostrow",
            "Agreement",
        ),
        (
            "A treaty of mutual assistance with Ostmark began.",
            "treaty of mutual assistance with Ostmark",
            "Agreement",
        ),
        ("It replaced the protocol of 1989.", "protocol of 1989", "Agreement"),
        ("It rests on the decision of the Council of 3 April 2020.", "decision of 3 April 2020", "LegalInstrument"),
        ("Its two ports, Tarnau and Vellby, were dredged.", "Vellby", "Port"),
        ("We secured the Super Bowl LIII.", "Super Bowl LIII", "Event"),
        ("We secured the Tarnau 2020 Games.", "Tarnau 2020 Games", "Event"),
        ("Norland signed a treaty and Norland took part.", "Norland", "CustomsTerritory"),
    ],
)
def test_agreements_places_and_feasts(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_what_examples_follow_is_a_kind() -> None:
    assert "free zones" not in all_labels(things_of("Three free zones, namely Tarn, Vell and Orlo, were opened."))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        (
            "The Direction nationale de la recherche et des enquêtes fiscales (DNREF) seized it.",
            "Direction nationale de la recherche et des enquêtes fiscales",
            "PublicBody",
        ),
        ("The Alfândega do Porto de Viana intercepted a ship.", "Alfândega do Porto de Viana", "CustomsHouse"),
        ("The Sistema Integral de Controles lapsed.", "Sistema Integral de Controles", "InformationSystem"),
        ("Border Command North was merged.", "Border Command North", "CustomsUnit"),
        (
            "The Federal Authority for Identity, Nationality, Customs and Port Security acts.",
            "Federal Authority for Identity, Nationality, Customs and Port Security",
            "PublicBody",
        ),
        ("The Trade Data System (eTDS) began, and eTDS runs.", "eTDS", "InformationSystem"),
        ("The Ports Act 2008 is in force. Under the 2008 Act we act.", "2008 Act", "LegalInstrument"),
        ("Since May the deputy looks after Operations in both towns.", "Operations", "CustomsUnit"),
        ("It was supplied by Veld Network Services.", "Veld Network Services", "Company"),
        ("Tarnau airport and Vellby airport were closed.", "Vellby airport", "Port"),
        ("The Vaalim crossing was closed.", "Vaalim crossing", "CustomsHouse"),
    ],
)
def test_foreign_and_shortened_names(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_two_bodies_of_one_sentence_stay_apart() -> None:
    things = things_of("It serves the General Office of Customs and the Ministry of Public Security.")
    assert named(things, "Ministry of Public Security").cls == CK + "PublicBody"
