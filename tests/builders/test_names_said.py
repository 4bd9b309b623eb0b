"""Names by what is said of them: predicates, appositions with an article, other names, groups of persons, degrees."""

import pytest

from customs_kg.ontology.iris import CK, FOAF
from tests.builders.test_things import all_labels, labels, named, things_of


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The contractor was Velmo Norland.", "Velmo Norland", "Company"),
        ("Its new platform is Tarnlink, with 300 users.", "Tarnlink", "ServicePlatform"),
        ("Barco, SQL and Tarnal are the three largest exporters.", "Tarnal", "Company"),
        ("A new scanner, an Osprey M40 supplied by Rapiscan, was set up.", "Osprey M40", "EquipmentType"),
        ("It bought two launches, Kestrela and Marlina, in May.", "Marlina", "EquipmentType"),
        ("The laboratories of Varlo and Ostwo will be merged.", "Ostwo", "Place"),
        ("On board the bulk carrier Hill Spirit were 3 kg of cocaine.", "Hill Spirit", "EquipmentType"),
        ("The Norland Union of Cocoa Traders welcomed it.", "Norland Union of Cocoa Traders", "SupervisedAssociation"),
        ("The Happy Gateway Port campaign began.", "Happy Gateway Port", "Campaign"),
        ("Bands printed by the Central Paper Works are used.", "Central Paper Works", "Company"),
        ("Velmo Commodities and its director were fined.", "Velmo Commodities", "Company"),
        ("Plan Frontera Sur was carried out.", "Plan Frontera Sur", "PlanDocument"),
        ("It is based on Legislative Instrument 1480 of the year.", "Legislative Instrument 1480", "LegalInstrument"),
        ("Goods went to the Democratic People's Republic of Korea.", "North Korea", "CustomsTerritory"),
    ],
)
def test_what_is_said_of_a_name(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_another_name_of_a_body() -> None:
    agency = named(things_of("The Export Growth Agency, better known as Corva, paid for it."), "Export Growth Agency")
    assert "Corva" in labels(agency)


def test_a_degree_and_the_school_that_gives_it() -> None:
    found = all_labels(things_of("Ten officers hold the Diploma in Customs Law of the University of Ostrow."))
    assert {"Diploma in Customs Law", "University of Ostrow"} <= found


def test_an_act_with_its_number_in_brackets() -> None:
    act = named(things_of("The Ports Act, 2015 (Act 810) was amended."), "Ports Act, 2015")
    assert "Ports Act, 2015 (Act 810)" in labels(act)


def test_a_medal_named_after_a_post() -> None:
    assert "Commissioner's Medal" in all_labels(things_of("She was given the Commissioner's Medal in May."))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The Agreement on Road, Rail, and River Transport was signed.",
         "Agreement on Road, Rail, and River Transport", "Agreement"),
        ("It runs the Northern Coast and Harbours Campaign.", "Northern Coast and Harbours Campaign", "Campaign"),
        ("The Division for Legal Services was formed.", "Division for Legal Services", "CustomsUnit"),
        ("The Norwegian Mission to the European Union helped.",
         "Norwegian Mission to the European Union", "RepresentativeOffice"),
        ("The Coastal Transit Cooperation agreements go on.", "Coastal Transit Cooperation", "Agreement"),
        ('They joined "Green Heron", which was initiated by the office.', "Green Heron", "Operation"),
    ],
)  # fmt: skip
def test_names_with_and_for_and_to(prose: str, label: str, cls: str) -> None:
    assert named(things_of(prose), label).cls == CK + cls


def test_a_programme_goes_by_its_name_without_the_noun() -> None:
    things = things_of("Under the Careful Trader Programme 31 firms are known. Careful Trader status was given to 9.")
    assert "Careful Trader" in labels(named(things, "Careful Trader Programme"))


@pytest.mark.parametrize(
    ("prose", "unwanted"),
    [
        ("See Part B and the rest.", "Part B"),
        ("A carrier like ABX of the Border Five is known.", "ABX of the Border Five"),
        ('It holds that "speed and safety are not rivals" today.', "speed and safety are not rivals"),
        ("It is the largest law enforcement agency of the country.", "largest law enforcement agency"),
    ],
)
def test_what_a_reader_calls_no_thing(prose: str, unwanted: str) -> None:
    assert unwanted not in all_labels(things_of(prose))


def test_a_body_of_two_words_in_lower_case_is_a_thing() -> None:
    assert "central government" in all_labels(things_of("It was approved by the central government in May."))


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("Mr. David Hill opened the port.", "David Hill"),
        ("Ms. Anna Port, Deputy Commissioner, retired.", "Anna Port"),
        ("Commissioner Robert Lake spoke.", "Robert Lake"),
        ("Director General Elna Marsh opened the port.", "Elna Marsh"),
        ("Elna Marsh, who had led the Audit Division, retired.", "Elna Marsh"),
        ("Elna Marsh served as Director General.", "Elna Marsh"),
    ],
)
def test_a_surname_may_be_a_word_that_places_end_with(prose: str, name: str) -> None:
    assert named(things_of(prose), name).cls == FOAF + "Person"


@pytest.mark.parametrize(
    ("prose", "name"),
    [
        ("The Queen Ada Bridge was opened.", "Queen Ada Bridge"),
        ("President Kennedy Park was opened.", "President Kennedy Park"),
        ("Kolbe Hill became a town.", "Kolbe Hill"),
    ],
)
def test_a_place_called_after_somebody_is_no_person(prose: str, name: str) -> None:
    assert named(things_of(prose), name).cls != FOAF + "Person"


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("Boats were searched with Lithuania's customs service.", "Lithuania's customs service"),
        ("The Lithuanian customs service helped.", "Lithuanian customs service"),
        ("Officers of the Polish customs took part.", "Polish customs"),
        ("Kenya's revenue authority sent three trainers.", "Kenya's revenue authority"),
    ],
)
def test_customs_services_called_by_their_country(prose: str, label: str) -> None:
    assert named(things_of(prose), label).cls == CK + "CustomsAdministration"


@pytest.mark.parametrize(
    ("prose", "label"),
    [
        ("The Norwegian customs territory grew.", "Norwegian customs"),
        ("Special customs control was stepped up.", "Special customs"),
        ("An accord was signed with SUNAT, the Peruvian customs authority.", "Peruvian customs authority"),
        ("Belgian customs officers took part.", "Belgian customs"),
    ],
)
def test_words_that_only_modify_or_explain_are_no_service(prose: str, label: str) -> None:
    assert label not in all_labels(things_of(prose))
