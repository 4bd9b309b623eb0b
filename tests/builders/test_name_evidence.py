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
