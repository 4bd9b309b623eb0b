"""Accomplishments and commitments in invented prose: periods, due dates, targets, repeats."""

from decimal import Decimal

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Action, DueBasis, MeasureKind, Modality

OPENING = (
    "NORLAND CUSTOMS SERVICE\nAnnual Report 2020\n\n1. OVERVIEW\n\n"
    "The Norland Customs Service (NCS) collects revenue for the Republic.\n\n"
)


def plans_of(prose: str) -> list[Action]:
    actions = read_report((OPENING + prose + "\n").encode(), "norland.txt").actions
    return [a for a in actions if a.modality is Modality.PLANNED]


@pytest.mark.parametrize(
    "prose",
    [
        "The revenue target for 2021 has been fixed at EUR 400 million.",
        "The NCS has set itself a revenue target of EUR 400 million for 2021.",
    ],
)
def test_a_figure_that_is_set_as_a_target_is_a_commitment(prose: str) -> None:
    (plan,) = plans_of(prose)
    assert plan.target is not None
    assert (plan.target.value, plan.target.kind) == (Decimal(400_000_000), MeasureKind.TARGET_LEVEL)
    assert plan.due is not None
    assert plan.due.label == "2021"


def test_a_figure_that_is_merely_set_is_none() -> None:
    assert plans_of("The fee was set at EUR 40 in 2020.") == []


@pytest.mark.parametrize(
    ("prose", "due", "basis"),
    [
        ("The NCS will open the Northgate Targeting Centre in May 2021.", "2021-05", DueBasis.STATED),
        ("The NCS will open the Northgate Targeting Centre.", "2021", DueBasis.AFTER_REPORT),
    ],
)
def test_when_a_plan_is_due(prose: str, due: str, basis: DueBasis) -> None:
    (plan,) = plans_of(prose)
    assert plan.due is not None
    assert (plan.due.key, plan.due_basis) == (due, basis)


def test_a_plan_said_twice_is_one_commitment() -> None:
    said = "The NCS will open the Northgate Targeting Centre in May 2021."
    (plan,) = plans_of(f"{said}\n\n2. OUTLOOK\n\n{said}")
    assert len(plan.evidence) == 2


def test_no_actor_and_no_thing_twice() -> None:
    (plan,) = plans_of("The NCS will open the Northgate Targeting Centre and staff the Northgate Targeting Centre.")[:1]
    assert len(set(plan.actor)) == len(plan.actor)
    assert len(set(plan.acts_on)) == len(plan.acts_on)


def test_a_time_before_a_relative_clause_is_that_of_the_sentence_around_it() -> None:
    prose = "In May 2023 the Harbour Laboratory, whose construction the NCS will accelerate, will go into operation."
    dues = {plan.description: (plan.due.label if plan.due else "", plan.due_basis) for plan in plans_of(prose)}
    assert [due for words, due in dues.items() if "go into" in words] == [("May 2023", DueBasis.STATED)]
    assert [basis for words, (_, basis) in dues.items() if "go into" not in words] == [DueBasis.AFTER_REPORT]


def actors_of(prose: str) -> set[tuple[str, ...]]:
    facts = read_report((OPENING + prose + "\n").encode(), "norland.txt")
    labels = {e.iri: e.label for e in facts.entities}
    return {tuple(labels[i] for i in a.actor) for a in facts.actions if a.acts_on}


@pytest.mark.parametrize(
    "prose",
    [
        "Officers seized 12.7 million cigarettes and 40 kilograms of heroin.",
        "Inspectors at the port of Ostby intercepted two shipments of ivory.",
        "Detector dogs also found 200 kilograms of tobacco.",
        "Frontline officers stopped 12 tonnes of tobacco.",
        "In May two teams destroyed counterfeit goods.",
    ],
)
def test_what_officers_do_their_agency_does(prose: str) -> None:
    assert actors_of(prose) == {("Norland Customs Service",)}


@pytest.mark.parametrize(
    "prose",
    [
        "Danish officers seized 40 kilograms of heroin.",
        "Officers from twelve states studied the tariff on tobacco.",
        "Officers attended a course on heroin.",
        "The Coast Guard moved in. Officers seized 40 kilograms of heroin.",
        "Smugglers hid 40 kilograms of heroin in a lorry.",
        "The collection of the fuel levy was transferred to the Tax Office in 2017.",
    ],
)
def test_what_others_do_the_agency_does_not(prose: str) -> None:
    assert ("Norland Customs Service",) not in actors_of(prose)


@pytest.mark.parametrize(
    ("prose", "doers"),
    [
        ("The NCS reduced the number of parcels from Peru, which was welcomed on all sides.", 0),
        ("The Ostby Laboratory was praised in the press.", 0),
        ("The Ostby Laboratory was enlarged in May.", 1),
    ],
)
def test_what_the_public_thinks_is_no_doing_of_the_agency(prose: str, doers: int) -> None:
    facts = read_report((OPENING + prose + "\n").encode(), "norland.txt")
    labels = {entity.iri: entity.label for entity in facts.entities}
    acted_on = [a for a in facts.actions if any(labels[o] in ("Peru", "Ostby Laboratory") for o in a.acts_on)]
    assert len([a for a in acted_on if a.actor]) == doers
