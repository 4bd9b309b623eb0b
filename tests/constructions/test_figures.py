"""Ways of stating an amount, each with several things counted: value, kind and the words that say what it measures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import MeasureKind, Observation

HEAD = "NORLAND CUSTOMS SERVICE\nAnnual Report 2018\n\n1. Introduction\n\nIn 2018 all went well.\n\n2. Results\n\n"
THINGS = [("toys", "detained"), ("seals", "checked"), ("fishing vessels", "boarded"), ("rulings", "issued")]
LEVELS = [
    "The share of {n} that were {v} grew to [78] percent.",
    "The number of {n} which were {v} fell by 12 percent to [78].",
    "412 {n} were {v} at Nelby and [78] at Torvik.",
    "At Nelby, 412 {n} were {v}, at Torvik [78].",
    "Altogether 412 {n} were {v}, of which [78] at airports.",
    "We {v} 412 {n}. Last year we {v} [78].",
    "- {n} {v}: 412 (last year [78])",
    "The year in figures: [78] {n} {v}; 27 boats; 2,300 staff",
    "Key figures: [78] {n} {v} / 27 boats / 2,300 staff",
]
CHANGES = [
    ("In 2018 twice as many {n} were {v} as in 2017.", "2"),
    ("Three times as many {n} were {v} as in 2017.", "3"),
    ("In 2018, 9 percent more {n} were {v} than in 2017.", "9"),
    ("In all, 37 fewer {n} were {v} than in 2017.", "-37"),
]


def observations(text: str) -> list[tuple[Observation, str]]:
    facts = read_report(f"{HEAD}{text}\n".encode(), "norland.txt")
    labels = {entity.iri: " ".join((entity.label, *entity.alt_labels)) for entity in facts.entities}
    return [(o, labels.get(o.indicator, "")) for o in facts.observations]


@pytest.mark.parametrize("frame", LEVELS)
@pytest.mark.parametrize(("noun", "verb"), THINGS)
def test_a_figure_names_what_is_counted_and_what_was_done(frame: str, noun: str, verb: str) -> None:
    text = frame.format(n=noun, v=verb).replace("[", "").replace("]", "")
    labels = [label for o, label in observations(text) if o.value == 78]
    assert len(labels) == 1
    assert verb in labels[0]
    assert noun.split()[0] in labels[0]


@pytest.mark.parametrize(("frame", "value"), CHANGES)
@pytest.mark.parametrize(("noun", "verb"), THINGS)
def test_a_comparison_of_counts_is_a_change(frame: str, value: str, noun: str, verb: str) -> None:
    found = [(o, label) for o, label in observations(frame.format(n=noun, v=verb)) if o.value == Decimal(value)]
    assert len(found) == 1
    assert found[0][0].kind not in (MeasureKind.LEVEL, MeasureKind.SHARE)
    assert noun.split()[0] in found[0][1]
    assert verb in found[0][1]


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("Dues rose 3 percent and fuel levies 5 percent.", "5", "levies"),
        ("Dues rose by 3 percent, fuel levies by 5 and fees by 9.", "9", "fees"),
        ("Dues rose 3 percent, while fuel levies fell 5.", "-5", "levies"),
        ("Tea rose by 3 percent, but coffee 7 percent.", "7", "coffee"),
    ],
)
def test_a_second_rate_without_a_verb_is_a_change_of_its_own_subject(text: str, value: str, word: str) -> None:
    found = [(o, label) for o, label in observations(text) if o.value == Decimal(value)]
    assert len(found) == 1
    assert found[0][0].kind is MeasureKind.YOY_PERCENT
    assert word in found[0][1]


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        ("Revenue came to $155 million, of which excise on beer $48 million.", "48000000", "excise"),
        ("Revenue came to $155 million, $48 million of it tolls on lorries.", "48000000", "tolls"),
        ("Of the 310 kg of amber, 90 kg came by air.", "90", "amber"),
        ("Of the 412 letters, 230 held money.", "230", "letters"),
        ("A team of twelve divers searched 300 ships.", "12", "divers"),
    ],
)
def test_a_part_has_a_name_of_its_own_or_that_of_its_whole(text: str, value: str, word: str) -> None:
    assert [word in label for o, label in observations(text) if o.value == Decimal(value)] == [True]


@pytest.mark.parametrize(
    ("text", "value", "word"),
    [
        (
            "In 2018 560 lorries were cleared, together with 184 sea crates, 22 per cent more than in 2017.",
            "184",
            "crates",
        ),
        ("We keep 168 zones, of which 156 are bonded parks.", "156", "bonded parks"),
        ("Revenue of $39 million was collected, $33 million of it in tolls.", "33000000", "tolls"),
        ("Trade grew by 21 percent. Osland, with which trade grew by 19.7%, came first.", "19.7", "Osland"),
    ],
)
def test_a_part_and_a_partner_are_named(text: str, value: str, word: str) -> None:
    assert [word.lower() in label.lower() for o, label in observations(text) if o.value == Decimal(value)] == [True]


@pytest.mark.parametrize(
    ("text", "value", "kind", "unit"),
    [
        ("Uptime was 93 percent (target: 97).", "97", MeasureKind.TARGET_SHARE, "PERCENT"),
        ("Uptime was 93 percent, against a goal of 97.", "97", MeasureKind.TARGET_SHARE, "PERCENT"),
        ("Uptime was 93 percent (89 in 2017).", "89", MeasureKind.SHARE, "PERCENT"),
        ("The wait was 14 minutes (16 in 2017; target: 11).", "11", MeasureKind.TARGET_LEVEL, "MIN"),
        ("Women made up 38 percent (12 captains among them).", "12", MeasureKind.LEVEL, "NUM"),
    ],
)
def test_a_bare_number_set_beside_a_figure_has_its_unit(text: str, value: str, kind: MeasureKind, unit: str) -> None:
    found = [o for o, _ in observations(text) if o.value == Decimal(value)]
    assert [(o.kind, o.unit.rpartition("/")[2]) for o in found] == [(kind, unit)]


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("We opened the yard on 3 March 2018, and seizures of amber numbered 412.", "412", "2018"),
        ("The ship was stopped on 3 March 2018, and 412 kg of amber were found.", "412", "2018-03-03"),
        ("There were 96 guards on 30 June 2018, and dogs numbered 412.", "412", "2018-06-30"),
    ],
)
def test_a_day_behind_a_verb_is_not_of_the_next_subject(text: str, value: str, period: str) -> None:
    assert [o.period.key for o, _ in observations(text) if o.value == Decimal(value)] == [period]


@pytest.mark.parametrize(
    ("text", "value", "kind", "word"),
    [
        ("We cleared amber worth $7 million, or 12 percent more than in 2017.", "7000000", MeasureKind.LEVEL, "amber"),
        ("Imports were $7 million, or 12 percent, more than in 2017.", "7000000", MeasureKind.YOY_ABSOLUTE, "imports"),
        (
            "Ferries carried 6 million people, a quarter below the 8 million of 2017.",
            "-25",
            MeasureKind.YOY_PERCENT,
            "",
        ),
        ("We took in $7 million, which is 12 percent more than in 2017.", "7000000", MeasureKind.LEVEL, "revenue"),
        ("The $7 million which harbour tolls yielded went to schools.", "7000000", MeasureKind.LEVEL, "tolls"),
    ],
)
def test_a_level_is_told_from_the_change_beside_it(text: str, value: str, kind: MeasureKind, word: str) -> None:
    found = [(o, label) for o, label in observations(text) if o.value == Decimal(value)]
    assert [o.kind for o, _ in found] == [kind]
    assert word in found[0][1]
