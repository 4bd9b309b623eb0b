"""Names of many kinds at many places of a sentence, and what the words around a name without a head make of it."""

from collections.abc import Iterator

import pytest

from customs_kg.ontology.iris import CK
from tests.builders.test_things import all_labels, labels, things_of

PLACES = {
    "subject": "{Name} was praised in May.",
    "object": "The report praises {name} for its results.",
    "agent": "Much was changed by {name} in the course of the year.",
    "behind a preposition": "Questions about {name} were raised twice.",
    "end": "Traders have come to know {name}.",
    "between commas": "One matter, {name}, took most of the time.",
    "in brackets": "One matter ({name}) took most of the time.",
    "behind a colon": "One subject took most of the time: {name}.",
    "in a row": "The debate covered wages, leave, {name} and overtime.",
    "behind and": "Wages and {name} were discussed.",
    "behind an adverb": "Meanwhile, {name} was praised.",
    "with a short form": "Officers praised {name} (XQZT) in May.",
    "in an item": "The year was quiet.\n\n- praise for {name}\n- leave for all\n",
}
NAMES = {
    "Valuation and Origin Division": "CustomsUnit",
    "Ministry of Finance and Economic Planning": "PublicBody",
    "Direction Générale des Douanes et Accises": "PublicBody",
    "Association of Enterprises with Foreign Investment": "SupervisedAssociation",
    "Lumen Technologies plc": "Company",
    "Vintrup Tarling A/S": "Company",
    "Women in Trade Programme": "Programme",
    "Special Campaign against Fraud and Counterfeiting": "Campaign",
    "Regulation (EU) No 952/2013": "LegalInstrument",
    "Council Directive 2008/118/EC": "LegalInstrument",
    "Department of Trade Appropriations Act of 2013": "LegalInstrument",
    "23rd Governing Council of the Ring Union": "Meeting",
    "Accounts Receivable Ledger": "InformationSystem",
    "Taxpayers' Day": "Event",
}


def _cases() -> Iterator[tuple[str, str, str]]:
    for name, cls in NAMES.items():
        for frame in PLACES.values():
            article = "" if cls == "Company" or name[0] == "R" or "Directive" in name else "the "
            words = article + name
            yield frame.format(name=words, Name=words[0].upper() + words[1:]), name, cls


@pytest.mark.parametrize(("prose", "name", "cls"), list(_cases()))
def test_a_name_is_found_whole_wherever_it_stands(prose: str, name: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if name in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "name", "cls"),
    [
        ("Regulatory Weighing arrested two men.", "Regulatory Weighing", "PublicBody"),
        ("Fair Wind led to 12 arrests.", "Fair Wind", "Operation"),
        ("Simplified Leave has 40 members.\n\nMembers of Simplified Leave wait less.", "Simplified Leave", "Programme"),
        ("KESTRA and the police searched it. KESTRA arrested two men.", "KESTRA", "PublicBody"),
        ("A pilot called Eyes at the Border ran in May.", "Eyes at the Border", "Project"),
        ("Under Beyond the Fence, importers pay each month.", "Beyond the Fence", "Programme"),
        ("A new office was opened in Saint-Orv.", "Saint-Orv", "Place"),
        ("Two operations, Green Oar and Deep Lamp, were mounted.", "Deep Lamp", "Operation"),
        ("It keeps liaison offices in Orv and Tarling.", "liaison office in Tarling", "RepresentativeOffice"),
    ],
)
def test_a_name_without_a_head_by_the_words_around_it(prose: str, name: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if name in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "absent"),
    [
        ("Third-quarter revenue rose.", "Third-quarter"),
        ("Simplified Leave was praised.", "Simplified Leave"),  # nothing tells what it is
        ("ERRATUM. It rained.", "ERRATUM"),
    ],
)
def test_what_names_nothing(prose: str, absent: str) -> None:
    assert absent not in all_labels(things_of(prose))


SAID = {
    "Company": (
        "Orlo Velmar|Harbour Nine|Tarling Sculpt",
        "{n} won the tender for twelve scanners.|The agency bought twelve scanners from {n}.|"
        "The chief executive of {n} was arrested.|The app, developed by {n}, was withdrawn.|"
        "The container belonged to {n}.|"
        "A box consigned to {n} was opened.|{n}'s warehouse was searched.",
    ),
    "PublicBody": (
        "Northern Bequests|KESTRA|Fair Weights",
        "The agency cooperates with {n} in the control of parcels.|A joint team with {n} was set up.|"
        "The police and {n} searched it.|{n} and the ministry share an office.|Audits by {n} showed it.|"
        "{n} issued 300 permits.|The agency trained with {n} and shared the range with {n}.",
    ),
    "InformationSystem": (
        "Corvast|NORTRACK|Velmora Online",
        "Traders lodge their declarations through {n}.|An outage of {n} lasted six hours.|"
        "{n}, which processes all declarations, grew.|Brokers submitted their manifests via {n}.|"
        "{n} cross-checks each line.|{n} has 300 users.",
    ),
    "Programme": (
        "Simplified Leave|Fair Lantern|Sure Tally",
        "{n} has 40 members.|Enrolment in {n} rose.|Importers applied to {n} in May.|Two firms were expelled from {n}.",
    ),
    "Place": (
        "Cobbler Corners|Saint-Orv|Petite Rivière",
        "A new office was opened in {n}.|Officers at {n} found it.|A flood closed {n} for a week.|"
        "The mayor of {n} came.|A lorry was driven to {n} by night.",
    ),
}


@pytest.mark.parametrize(
    ("prose", "name", "cls"),
    [
        (frame.format(n=name), name, cls)
        for cls, (names, frames) in SAID.items()
        for name in names.split("|")
        for frame in frames.split("|")
    ],
)
def test_what_is_said_of_a_name_makes_its_class(prose: str, name: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if name in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


DESCRIBED = {
    "risk management centre": "OperationsCenter",
    "inspection plaza": "OperationsCenter",
    "sniffer-dog base": "OperationsCenter",
    "mobile scanner unit": "CustomsUnit",
    "cybercrime cell": "CustomsUnit",
    "accessibility plan": "PlanDocument",
    "business continuity plan": "PlanDocument",
    "commissioner of complaints": "Post",
    "registrar of ships": "Post",
}


@pytest.mark.parametrize(
    "frame", ["A new {d} was opened.", "The {d} grew.", "It has set up a {d}.", "It paid for its {d}."]
)
@pytest.mark.parametrize(("described", "cls"), DESCRIBED.items())
def test_what_has_no_name_is_found_by_its_head(frame: str, described: str, cls: str) -> None:
    if cls == "Post" and "paid" in frame:
        frame = "There is now a {d}."
    found = [e for e in things_of(frame.format(d=described)).entities.values() if described in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The paper Form K-12 was dropped.", "Form K-12", "LegalInstrument"),
        ("The riots of April 3, 2015 closed it.", "riots of April 3, 2015", "Event"),
        ("The blockades of May and June 2015 closed it.", "blockades of May and June 2015", "Event"),
        ("A decision signed in Tarling on May 4, 2012 made it so.", "decision of May 4, 2012", "Agreement"),
        ("Per Lund, head of the Appeals Division, left.", "head of the Appeals Division", "Post"),
        ("It works with the City of Vell and Tarling County.", "City of Vell", "Place"),
        ("It works with the City of Vell and Tarling County.", "Tarling County", "Place"),
        ("Smuggling rings were broken up.", "smuggling rings", "Offence"),
        ("There are three holding centres, in Vell, Orlo and Tarling.", "holding centres", "OperationsCenter"),
        ("Fairway dues were raised.", "fairway dues", "TaxType"),
    ],
)
def test_descriptions_with_dates_places_and_fields(prose: str, label: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if label in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "absent"),
    [
        ("Of 40 people 12 were liaison officers.", "were liaison officers"),
        ("The risk management centre worked for a year.", "risk management centre for a year"),
        ("It passed the land border at night.", "land border"),
        ("The director of the bank left.", "director of the bank"),
    ],
)
def test_descriptions_that_are_none(prose: str, absent: str) -> None:
    assert absent not in all_labels(things_of(prose))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("Ten airports, and three more, among them Tarling Orv, have kiosks.", "Tarling Orv", "Place"),
        ("Forty firms took part, among them Velmar and Orlo Tiles.", "Velmar", "Company"),
        ("Under the 2014-2018 Strategic Plan, posts were cut.", "2014-2018 Strategic Plan", "PlanDocument"),
        ("The Orlo District is small.", "Orlo District", "Place"),
        ('Three drives were run: "Grey Fence 2014" was the first.', "Grey Fence 2014", "Operation"),
    ],
)
def test_members_of_a_group_spans_of_plans_and_districts(prose: str, label: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if label in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("The Alliance to Combat Fraud met in May.", "Alliance to Combat Fraud", "IntergovernmentalGrouping"),
        ("It adopted the Strategy to Ease and Speed Trade.", "Strategy to Ease and Speed Trade", "PolicyInitiative"),
        ("The Task Force to Protect Relics met.", "Task Force to Protect Relics", "CoordinationMechanism"),
        ("A Plan of Steps to Shorten Queues was adopted.", "Plan of Steps to Shorten Queues", "PlanDocument"),
        ("Centers of Excellence and Expertise. They moved.", "Centers of Excellence and Expertise", "OperationsCenter"),
        ("Director Kim Orv of the Velmar Customs and Minister Tarn met.", "Velmar Customs", "CustomsAdministration"),
        (
            "Director Per Lund of the Ministry of Fish and the Interior left.",
            "Ministry of Fish and the Interior",
            "PublicBody",
        ),
        ("The Service will launch CADRE Release 2 in May.", "CADRE Release 2", "InformationSystem"),
        ("It moved to Corvast Version 3.1 in May.", "Corvast Version 3.1", "InformationSystem"),
        ("NORDIS Phase Two will connect both zones.", "NORDIS Phase Two", "Project"),
        ("The 12th/13th Sessions of the Harbour Council met.", "12th/13th Sessions of the Harbour Council", "Meeting"),
        ("The Protocol to the Tarn Convention was adopted.", "Protocol to the Tarn Convention", "Agreement"),
        ("The Protocol to the Tarn Convention was adopted.", "Tarn Convention", "Agreement"),
        ("Per Lund, State Secretary for Fees and Customs, left.", "State Secretary for Fees and Customs", "Post"),
        ("The Border Guard, whose Chief, Ada Falk, left, grew.", "Chief", "Post"),
        (
            "The two special commissioners' offices in Vell and Orlo assist it.",
            "Orlo special commissioner's office",
            "SupervisingOffice",
        ),
        ("The liaison offices, located in Oman and Kenya, closed.", "liaison office in Kenya", "RepresentativeOffice"),
    ],
)
def test_names_with_aims_fields_owners_and_stages(prose: str, label: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if label in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "absent"),
    [
        ('"Trade is moving from carts to trains," writes the director.', "Trade is moving from carts to trains"),
        ('"Seldom has so much been weighed in one hall," he adds.', "Seldom has so much been weighed in one hall"),
        ("Offices of the Ring Union. They closed.", "Offices of the Ring Union"),
        ("Director Kim Orv of the Velmar Customs and Minister Tarn met.", "of the Velmar Customs"),
        ("The Alliance to Combat Fraud met in May.", "Combat Fraud"),
        ("The Border Guard, whose Chief, Ada Falk, left, grew.", "Chief, Ada Falk"),
    ],
)
def test_speech_and_torn_names_are_no_things(prose: str, absent: str) -> None:
    assert absent not in all_labels(things_of(prose))


@pytest.mark.parametrize(
    ("prose", "label", "cls"),
    [
        ("A decision on the mutual recognition of traders was signed in Rome.",
         "decision on the mutual recognition of traders", "Agreement"),
        ("The arrangement with Peru, signed in May, is the newest.", "arrangement with Peru", "Agreement"),
        ("It will sign an arrangement with Oman.", "arrangement with Oman", "Agreement"),
        ("A deal with Velmar Customs came into force.", "deal with Velmar Customs", "Agreement"),
        ("A letter of exchange on statistics was concluded.", "letter of exchange on statistics", "Agreement"),
        ("Duties under Section 201 of the Trade Act took effect.",
         "duties under Section 201 of the Trade Act", "TaxType"),
        ("Steel and tin duties assessed under Section 9 brought in $2 million.", "Steel and tin duties", "TaxType"),
        ("Duties on tin imposed under Section 9 rose.", "Section 9 duties", "TaxType"),
        ("In May, anti-dumping measures were imposed on tin.", "anti-dumping measures", "TaxType"),
        ("A freight targeting centre is to be opened.", "freight targeting centre", "OperationsCenter"),
    ],
)  # fmt: skip
def test_what_is_signed_levied_or_told_by_its_work(prose: str, label: str, cls: str) -> None:
    found = [e for e in things_of(prose).entities.values() if label in labels(e)]
    assert [e.cls for e in found] == [CK + cls]


@pytest.mark.parametrize(
    ("prose", "absent"),
    [
        ("A decision on leave was taken.", "decision on leave"),
        ("The agency has not signed such an arrangement with Oman.", "arrangement with Oman"),
        ("An arrangement with the Coast Guard allows patrols.", "arrangement with the Coast Guard"),
        ("A team targeting gangs met.", "team targeting gangs"),
    ],
)
def test_what_is_not_signed_names_nothing(prose: str, absent: str) -> None:
    assert absent not in all_labels(things_of(prose))
