"""The many ways in which reports announce plans, and what sounds like a plan and is none."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Action, Modality

HEAD = "KESTRIA CUSTOMS SERVICE\nAnnual Report 2018\n\nThe Service has 900 officers.\n\n"


def plans(text: str) -> list[Action]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    return [a for a in facts.actions if a.modality is Modality.PLANNED]


def told(text: str) -> str:
    """The words of all plans of a text."""
    return " | ".join(f"{plan.description} [{plan.due.key if plan.due else ''}]" for plan in plans(text))


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        # verbs of intention, of promise and of imminence
        ("The Agency expects to complete the migration by September 2019.", "complete the migration", "2019-09"),
        ("The Service is about to sign an agreement with Norvania.", "sign an agreement", "2019"),
        ("The Service is going to review its penalty scheme.", "review its penalty scheme", "2019"),
        ("The code remains to be completed in 2019.", "code remains to be completed", "2019"),
        ("The Agency needs to renew its fleet by 2020, and has applied for funds.", "renew its fleet", "2020"),
        ("The Service has pledged to answer every complaint.", "answer every complaint", "2019"),
        ("We look forward to opening the bridge post in May 2019.", "opening the bridge post", "2019-05"),
        ("The Agency is seeking to raise the share of green-lane imports to 60% by 2020.", "raise the share", "2020"),
        ("The Agency is working towards a paperless transit system by 2020.", "paperless transit system", "2020"),
        ("The Service plans a second kennel.", "plans a second kennel", "2019"),
        # of several times the first, not that of the next verb
        ("The quays in Ost will be opened by March 2019, Vest by June 2019.", "quays in Ost", "2019-03"),
        ("The Agency will test kiosks by the end of 2020 and mean to drop forms by May 2021.", "test kiosks", "2020"),
        # what a relative clause plans is said of
        ("Pilots praise the new quay, which the Agency plans to open in 2020.", "new quay, which the Agency", "2020"),
        # times inside the verb, two verbs of which one has its own time
        ("The Service will in future test all imported toys.", "test all imported toys", "2019"),
        ("The Service will by June 2019 open a help desk.", "open a help desk", "2019-06"),
        ("The Service will not only publish figures but also open its data.", "publish figures", "2019"),
        ("Work on the pier is to begin in 2019 and to be completed in 2021.", "be completed in 2021", "2021"),
        ("Repair of the quay will start in April 2019.", "Repair of the quay will start", "2019-04"),
        # the future seen from the past, what is awaited, what will be ready
        ("It was announced that a border force would be set up by 1 July 2019.", "border force would be", "2019-07-01"),
        ("Completion of the quay is expected in August 2019.", "Completion of the quay is expected", "2019-08"),
        ("The pact is expected to enter into force on 1 April 2019.", "enter into force", "2019-04-01"),
        ("The scheme is likely to be extended to barges in 2019.", "extended to barges", "2019"),
        ("The annex should be ready by August 2019.", "annex should be ready", "2019-08"),
        ("The window goes live on 15 October 2019.", "goes live", "2019-10-15"),
        # nouns that announce
        ("Plans for 2019 include a new laboratory in Marren.", "include a new laboratory", "2019"),
        ("There are plans to replace the old cutter in 2020.", "replace the old cutter", "2020"),
        ("The Service has plans for a further berth.", "plans for a further berth", "2019"),
        ("Preparations are under way for the launch of a portal in 2019.", "launch of a portal", "2019"),
        ("Our next step is the introduction of body cameras.", "introduction of body cameras", "2019"),
        ("The next step will be to test the seals with ten carriers.", "test the seals", "2019"),
        ("The goal for 2019 is 500 trusted traders.", "500 trusted traders", "2019"),
        ("Among the tasks for 2019 is the renewal of the fleet.", "renewal of the fleet", "2019"),
        ("The coming year will bring the opening of a post at Sund.", "opening of a post at Sund", "2019"),
        # a plan begins with its part of the sentence
        ("Under the Act on Ports, red tape and seals shall be done away with by May 2019.", "Under the Act", "2019-05"),
        # said in passing of a noun
        ("The Board bought a patrol boat, to be delivered in March 2020.", "to be delivered", "2020-03"),
        ("A study of the merger, due in March 2019, is being made.", "study of the merger, due in March", "2019-03"),
        # lists
        (
            "The Service has set itself two tasks for 2020:\n\no to open a kennel;\no with Sund, to dredge a lake.",
            "with Sund, to dredge a lake",
            "2020",
        ),
        ("In the plan for 2019-2021 are:\n\n- the purchase of six barges;", "purchase of six barges", "2019-2021"),
        ("In 2019-2020:\n\n- the department aims to recover 3 million crowns.", "recover 3 million", "2019-2020"),
    ],
)
def test_a_plan_is_found_in_its_words(text: str, words: str, due: str) -> None:
    found = [plan for plan in plans(text) if words in plan.description]
    assert [plan.due.key for plan in found if plan.due is not None] == [due], told(text)


@pytest.mark.parametrize(
    "text",
    [
        # intentions of the past, and what was given up
        "The Service had planned to open a laboratory in 2018 but lacked the money.",
        "The Service intended to hire 120 guards in 2018.",
        "The project was meant to be completed by 2020, but was abandoned.",
        "Plans to move the office were dropped.",
        # what a body is there for
        "The aim of the scheme is to speed up clearance.",
        "The mission of the Service is to protect society.",
        "The functions of the Service are:\n\n(a) to collect duties;\n\n(b) to protect the borders.",
        "The unit's duties are:\n\n* collecting excise\n* licensing warehouses",
        "In 2018 the Service had two tasks:\n\no to open a laboratory;\no to train brokers;",
        # rules, and what a text says of itself
        "A trader who fails to declare will be fined.",
        "Goods that are not cleared within 30 days will be sold at auction.",
        "Duty is to be paid before goods are released.",
        "The tariff provides that duty will be charged at 5%.",
        "This report will describe the work of the Service.",
        # what others foresee, and what nobody does
        "Analysts foresee a rise in oil prices next year.",
        "Trade is likely to grow in 2019.",
        "If the bill were passed, ten posts would be added in 2019.",
        "The target for 2018 was 900 audits.",
        "Our plans for 2018 were ambitious.",
    ],
)
def test_what_sounds_like_a_plan_and_is_none(text: str) -> None:
    assert plans(text) == [], told(text)


def test_a_sentence_that_counts_what_its_list_tells_is_no_plan_itself() -> None:
    text = "The Service has set itself two tasks for 2019:\n\no to open a kennel;\no to dredge the harbour."
    assert [plan.description for plan in plans(text)] == ["to open a kennel", "to dredge the harbour"]


def test_what_was_only_intended_is_not_done_either() -> None:
    facts = read_report(f"{HEAD}The Service intended to hire 120 guards in 2018.\n".encode(), "kestria.txt")
    assert not any(action.description == "hire 120 guards" for action in facts.actions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("With the Harbour Control System entering into service, ten posts were linked.", "entering into service"),
        ("The law was changed, with the Harbour Control System going into use in May.", "going into use"),
    ],
)
def test_what_with_and_a_participle_tell_was_done(text: str, words: str) -> None:
    facts = read_report(f"{HEAD}{text}\n".encode(), "kestria.txt")
    (done,) = [a for a in facts.actions if words in a.description and a.description.startswith("the Harbour")]
    assert done.modality is Modality.ACTUAL
    assert len(done.acts_on) == 1
