"""Contradictions between figures that a report words in two ways, and figures that only look alike."""

from __future__ import annotations

import pytest

from customs_kg.builders.figures.disagreements import twins as twins_module
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import DiscrepancyType

HEAD = "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\n"

TABLE = "Table 1. Resin\n\n               2013   2014\nResin seized (kg)   640    758\nBoats held           12     14\n"


def conflicts(text: str) -> list[str]:
    facts = read_report((HEAD + text + "\n").encode(), "veridia.txt")
    return [d.comment for d in facts.discrepancies if d.type is DiscrepancyType.CONFLICT]


@pytest.mark.parametrize(
    "text",
    [
        f"Guards brought in 785 kg of resin at the border.\n\n{TABLE}",
        "Officers seized 1,203 muskets.\n\nResults were good. In all, 1,230 muskets were kept off the market.",
        "THE THIRD QUARTER\n\nTolls in the quarter were EUR 410.3 million.\n\n"
        "THE YEAR\n\nTolls were EUR 401.3 million in the third quarter of 2014.",
        "The number of toys held on suspicion rose to 94.6 million.\n\nIn 2014, 96.4 million toys were held.",
    ],
)
def test_the_same_digits_in_another_order_contradict(text: str) -> None:
    assert len(conflicts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The average wait fell from 17 minutes to 14 minutes.",
        "Exports came to 785 boxes.\n\nImports came to 758 boxes.",
        "Officers seized 785 kg of resin in 2013.\n\nThey seized 758 kg of resin in 2014.",
        "All traders made 41,234,567 entries.\n\nWith the app, private people made 57,412 entries.",
        "Cards were used by 74% of visitors (Q2: 59%).",
        "Of the 76 items of the plan, 58 items were done.",
        "Fees came to EUR 9 million. Two thirds of the fees, or EUR 6 million, were paid by airlines.",
        "Tolls reached EUR 8 million. Nearly half of the tolls, EUR 3.9 million, came from lorries.",
    ],
)
def test_figures_of_two_things_or_times_do_not(text: str) -> None:
    assert conflicts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # other words for people, and for what was done
        "The Service employed 1,412 people at the end of 2014.\n\nThe staff numbered 1,388 at the end of 2014.",
        "The corps was 5,940 strong at the end of 2014.\n\nAt the end of 2014 the payroll stood at 6,210.",
        "Guards seized 412 tonnes of sugar in 2014.\n\nThe Minister put the year's sugar seizures at 398 tonnes.",
        # a word of standing on one side only
        "By the end of 2014, 90 bonded grain stores had been approved.\n\n"
        "Table 1. Stores\n\n                     2014\nBonded grain stores    93\nTea rooms               7\n",
        "At the end of 2014 there were 37 Trusted Salt Carriers (TSC).\n\nWe closed the year with 41 TSCs.",
        # a row of labels and figures
        "Ferry lines numbered 829 in 2014.\n\nStaff 4,922 / Ferry lines 845.",
        # units that convert into one another
        "In 2014, 1.86 tons of resin were seized.\n\n"
        "Table 1. Finds\n\n                          2014\nResin seized (kilograms)  1,680\n"
        "Boats held                   14\n",
        # sums of money without a noun
        "In 2014 forty-one million euros (EUR) were collected.\n\n"
        "The forty-three million euros which were collected in 2014 are the most ever.",
        "Guards apprehended 23,916 people along the river, 5 percent fewer than in 2013.\n\n"
        "Looking back, the head was proud: 24,531 apprehensions on the river and a good year.",
        # the figure beside a comparison is of its own year
        "We cleared 69 million visitors, twice the 34 million of the year before, and guards seized 1,203 guns.\n\n"
        "Results for 2014: 1,230 guns seized.",
    ],
)
def test_one_thing_in_two_wordings_contradicts(text: str) -> None:
    assert len(conflicts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The post at Orla employed 1,412 people.\n\nThe post at Brenna employed 1,388 people.",
        "The provisional take of tolls for 2014 was EUR 412 million.\n\nTolls came to EUR 405 million in 2014.",
        "At the end of 2014 there were 412 officers.\n\nIn 2014, 398 officers were trained.",
        "The target for checks was 2,500. Result: 2,441.\n\nThe target for calls was 2,300. Result: 2,420.",
        "At least 75 per cent of refund claims settled in 30 days. Result: 71.3 per cent.",
        "Operation Heron took 412 boats.\n\nOperation Egret took 398 boats.",
        "Scanners examined 61,250 crates at sea ports.\n\nAnnex\n\nCrates scanned at all ports: 65,120",
        "A record 5,312 passports were checked by hand; 5,213 were in order.\n\nPassports in order: 5,213",
        "Crates held at the request of shops numbered 3,118.\n\nCrates held ex officio: 3,181",
        "There were 402 seizures of guns.\n\nIn all, 431 guns were seized.",
    ],
)
def test_other_bodies_drives_and_standings_do_not(text: str) -> None:
    assert conflicts(text) == []


def test_a_contradiction_repeated_is_one() -> None:
    text = (
        "Resin exports of 46.2 tonnes were cleared.\n\nIn all, 46.2 tonnes of resin were exported.\n\n"
        "Table 1. Main exports\n\n          2014\nResin (t)   42.6\nCopra (t)  310.5\n"
    )
    assert len(conflicts(text)) <= 1


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("Guards seized 1,203 guns, up 18.5% from 1,109.", "8.5 %"),
        ("Tolls were EUR 120 million in 2014, a rise of 30 percent on the EUR 100 million of 2013.", "20.0 %"),
        ("The fleet numbered 412 lorries, 30 fewer than the 452 of 2013.", "-40"),
        ("Visitors came to 1.63 million, more than eight times the 246,000 of 2013.", "6.63 times"),
        ("The courts got 240 pleas, half as many as the 360 of 2013.", "0.67 times"),
        ("Tolls of EUR 940 million exceeded the target of EUR 900 million by 7.4 percent.", "4.4 %"),
        ("Tolls of EUR 940 million were EUR 60 million above the target of EUR 900 million.", "40,000,000"),
    ],
)
def test_a_change_that_does_not_follow_from_its_levels(text: str, computed: str) -> None:
    (comment,) = conflicts(text)
    assert computed in comment


@pytest.mark.parametrize(
    "text",
    [
        "Guards seized 1,203 guns, up 8.5% from 1,109.",
        "Tolls were EUR 1.2 billion in 2014, a rise of 21 percent on the EUR 1.0 billion of 2013.",  # rounding
        "Tolls were EUR 120 million, nearly 22 percent more than the EUR 100 million of 2013.",  # no exact change
        "The fleet numbered 412 lorries, 40 fewer than the 452 of 2013.",
        "Visitors came to 1.63 million, more than six times the 246,000 of 2013.",
        "The courts got 180 pleas, half as many as the 360 of 2013.",
        "Tolls of EUR 940 million exceeded the target of EUR 900 million by 4.4 percent.",
        "Tolls were EUR 120 million in 2014 and EUR 100 million in 2013. Tolls on rice rose by 45 percent.",
    ],
)
def test_a_change_that_follows_or_is_of_something_else(text: str) -> None:
    assert conflicts(text) == []


def test_a_shortfall_is_the_distance_from_a_target() -> None:
    text = "Tolls stood at EUR 92.8 million against a target of EUR 115.0 million, hence a shortfall of EUR {} million."
    assert conflicts(text.format("22.2")) == []
    assert len(conflicts(text.format("32.2"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tolls came to EUR 1,726 million, short of the EUR 1,790 million written into the budget.",
        "Spending was EUR 12.4 million, well below the budgeted EUR 13.1 million.",
        "Tolls hit a record of EUR 1,896 million, exceeding the annual budget of EUR 1,720 million.",
        "Paperless forms, 39.6% of the total in 2013, made up 83.4% a year later, well above the planned 80%.",
    ],
)
def test_what_was_planned_beside_what_came(text: str) -> None:
    assert conflicts(text) == []


def test_rows_of_labels_and_figures_between_strokes() -> None:
    rows = (
        "  Vans 14 | Licensed boats 837 | Calls in the year 5,237\n  Forms read 512,600 (+8.3 per cent) | Kennels 5\n"
    )
    assert len(conflicts(f"We had 873 licensed boats.\n\n2. At a glance, 31 December 2014\n\n{rows}")) == 1


def test_rows_of_labels_that_are_broken_behind_a_stroke() -> None:
    rows = (
        "The year in brief: wages EUR 24 million | licensed boats 837 |\nvans 14 | kennels 5 | calls\nanswered 5,237\n"
    )
    assert len(conflicts(f"We had 873 licensed boats.\n\n2. At a glance\n\n{rows}")) == 1


def test_a_leader_of_two_dots() -> None:
    rows = "  Lorries met .................... 489 million\n  Cases of smuggling by sea filed .. 2,313\n"
    assert len(conflicts(f"In all, 2,331 cases of smuggling by sea were filed.\n\n2. The year in brief\n\n{rows}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a second figure in brackets, and a row head, have the time that they name
        "Tolls declined by 8.9 per cent to EUR 45.6 million.\n\n2. Key facts\n\n"
        "  Tolls ....... EUR 45.6 million (2013: EUR 52.3 million)\n  Boats ....... 12\n",
        "Guards took 412 sacks in 2013.\n\n2. Key facts\n\n"
        "  Sacks taken, 2013 ..... 421\n  Sacks taken, 2014 ..... 977\n",
        # members of what has them
        "The Salt Carriers Scheme (SCS) had 1,702 members at the end of 2014.\n\nMembers of the SCS: 1,647.",
        # what a comparison names dates nothing behind it
        "Guards took 41 cartons, twice the catch of the previous year, besides 153 litres of rum.\n\n"
        "2. Key facts\n\n  Rum taken ....... 135 litres\n  Boats held ...... 12\n",
        "Inbound and outbound drivers under control were 655 million.\n\nDrivers under control, 653 million; dogs, 14.",
        "Guards worked through 36.5 million forms.\n\nTable 1. Work\n\n                 2014\nForms (million)  36.9\n"
        "Boats held         12\n",
        "Under the scheme 43 mills have been validated.\n\nMills validated as trusted carriers: 48.",
    ],
)
def test_more_of_one_thing_in_two_places(text: str) -> None:
    assert len(conflicts(text)) == 1


def test_a_list_of_many_figures_with_the_same_words_is_no_contradiction() -> None:
    rows = "".join(f"- {1000 + 7 * n} guns were seized.\n" for n in range(30))
    assert conflicts(f"Finds by post:\n\n{rows}") == []
    assert len(conflicts("Guards seized 1,203 guns.\n\nIn all, 1,230 guns were seized.")) == 1


def test_the_time_for_comparing_a_list_grows_with_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    compared = twins_module._are_twins

    def counted(*given: object, **named: object) -> bool:
        asked.append(1)
        return compared(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(twins_module, "_are_twins", counted)
    conflicts("".join(f"- Posts of kind {n} opened: {1000 + 7 * n}\n" for n in range(80)))
    assert len(asked) < 80  # of 3,160 pairs
    conflicts("Guards seized 1,203 guns.\n\nIn all, 1,230 guns were seized.")
    assert asked


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Operation Heron led to the arrest of 412 men.\n\nIn 2014, 420 men were arrested.", 1),
        ("Operation Heron led to the arrest of 112 men.\n\nIn 2014, 420 men were arrested.", 0),
        ("Operation Heron led to the arrest of 412 men.\n\nOperation Egret led to the arrest of 420 men.", 0),
    ],
)
def test_what_a_drive_and_a_year_brought_are_two_scopes(text: str, scopes: int) -> None:
    facts = read_report((HEAD + text + "\n").encode(), "veridia.txt")
    assert [d.type for d in facts.discrepancies] == [DiscrepancyType.SCOPE_DIFFERENCE] * scopes
