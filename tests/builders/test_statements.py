"""Statements in invented prose: who did what to which thing, done or planned."""

import pytest

from customs_kg.builders.actions.statements import find_statements
from customs_kg.builders.document import read_document
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.things.things import find_things
from customs_kg.graph.model import Modality

OPENING = (
    "NORLAND CUSTOMS SERVICE\nAnnual Report 2020\n\n1. OVERVIEW\n\n"
    "The Norland Customs Service (NCS) collects revenue for the Republic.\n\n"
)
NCS = "Norland Customs Service"
Stated = tuple[Modality, str, list[str], list[str]]


def statements_of(prose: str) -> list[Stated]:
    """Modality, code, actors and things acted on of each statement but that of the opening."""
    document = read_document(decode_report((OPENING + prose + "\n").encode(), "norland.txt"))
    things = find_things(document)
    parses = [
        parse_passage(p, [(m.start, m.end) for m in things.in_passage(p.index) if m.how != "pronoun"])
        for p in document.passages
    ]
    labels = {e.iri: e.label for e in things.entities.values()}
    return [
        (s.modality, s.action_type.rpartition("/")[2], [labels[a] for a in s.actor], [labels[a] for a in s.acts_on])
        for s in find_statements(document, things, parses)
        if "collects revenue" not in document.passages[s.passage].text
    ]


@pytest.mark.parametrize(
    ("prose", "acted_on"),
    [
        ("The NCS opened the Northgate Targeting Centre in May.", ["Northgate Targeting Centre"]),
        ("The Northgate Targeting Centre was opened at Ostby.", ["Northgate Targeting Centre"]),
        ("Negotiations with Peru were concluded in May.", []),
        (
            "The Northgate Targeting Centre, which the Coast Guard keeps in Ostby, is small.",
            ["Northgate Targeting Centre"],
        ),
        (
            "Pilots praise the Northgate Targeting Centre, which the NCS plans to rebuild.",
            ["Northgate Targeting Centre"],
        ),
        (
            "The Northgate Targeting Centre, an office which the NCS opened in May, is small.",
            ["Northgate Targeting Centre"],
        ),
        (
            "The Northgate Targeting Centre, an office that the NCS built in May, is small.",
            ["Northgate Targeting Centre"],
        ),
        ("The Coast Guard gave training to the Risk Directorate.", ["Risk Directorate"]),
        ("The NCS applied 40 laws on behalf of the Ministry of Trade.", []),
        ("Officers were stationed at the Northgate Targeting Centre.", []),
        ("Such new equipment as X-ray scanners had been purchased.", ["X-ray scanner"]),
    ],
)
def test_an_act_is_on_its_object_and_not_on_its_circumstances(prose: str, acted_on: list[str]) -> None:
    (stated,) = statements_of(prose)
    assert stated[3] == acted_on


@pytest.mark.parametrize(
    "prose",
    [
        "The NCS did not open the Northgate Targeting Centre.",
        "No agreement was signed with Peru.",
        "Talks with Peru opened, no agreement yet.",
        "The NCS might open the Northgate Targeting Centre.",
        "Fines of EUR 4,000 were imposed by the courts.",
        "The NCS intends to:",
    ],
)
def test_what_is_denied_hedged_or_done_by_others_is_no_act_of_the_agency(prose: str) -> None:
    assert statements_of(prose) == []


@pytest.mark.parametrize(
    ("prose", "modality"),
    [
        ("The NCS will open the Northgate Targeting Centre in 2021.", Modality.PLANNED),
        ("The Northgate Targeting Centre is to be opened in 2021.", Modality.PLANNED),
        ("Release of the Northgate System is planned for May 2021.", Modality.PLANNED),
        ("A protocol with Peru is expected to be signed in May 2021.", Modality.PLANNED),
        ("The NCS opened the Northgate Targeting Centre.", Modality.ACTUAL),
        ("The NCS operates the Northgate System.", Modality.STANDING),
    ],
)
def test_tense_and_words_of_planning_tell_the_modality(prose: str, modality: Modality) -> None:
    (stated,) = statements_of(prose)
    assert stated[0] is modality


@pytest.mark.parametrize(
    ("prose", "actors"),
    [
        ("By the Northgate Division 300 vessels were searched.", ["Northgate Division"]),
        ("In May 300 vessels were searched by the Northgate Division.", ["Northgate Division"]),
        ("In May 300 vessels were searched.", [NCS]),
        ("In May the Ministry of Trade opened the Harbour Trade Forum.", ["Ministry of Trade"]),
    ],
)
def test_the_actor_is_named_or_the_agency(prose: str, actors: list[str]) -> None:
    (stated,) = statements_of(prose)
    assert stated[2] == actors


@pytest.mark.parametrize(
    ("prose", "code"),
    [
        ("The NCS took part in the Harbour Trade Forum.", "action-participate"),
        ("The NCS put the Northgate System into service.", "action-put-into-operation"),
        ("The NCS rolled out the Northgate System.", "action-launch"),
        ("The NCS took steps in 2020 on the Northgate System.", "action-adopt"),
    ],
)
def test_the_verb_with_its_particle_gives_the_code(prose: str, code: str) -> None:
    (stated,) = statements_of(prose)
    assert stated[1] == code


def test_an_act_in_two_verbs_on_one_object_is_one() -> None:
    stated = statements_of("The NCS will finish the Northgate System and put it into service.")
    assert [s[3] for s in stated] == [["Northgate System"]]
