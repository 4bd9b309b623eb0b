"""The readings agree with themselves, the stored text and the scorer, and hold no sentence of it."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.readings import load
from tests.readings.rehydrate import check_text, main, read_text, rehydrate, words

FOLDED = str.maketrans("’“”–（），", '\'""-(),')
NAMES = ("china-customs-2016", "five-kinds", "sections")


def telling(text: str) -> set[str]:
    """The words of a text without endings, so that plural and singular agree."""
    return {word[:4] for word in re.findall(r"[a-z0-9]+", text.translate(FOLDED).casefold())}


def places(value: Any) -> Iterator[list[int]]:
    """Every `[start, end)` of a reading, at any depth."""
    if isinstance(value, dict):
        for part in value.values():
            yield from places(part)
    elif isinstance(value, list) and len(value) == 2 and all(type(part) is int for part in value):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from places(part)


def prose(value: Any, key: str = "") -> Iterator[str]:
    """Every string of a reading that is not the name of a thing."""
    if isinstance(value, str) and key not in {"label", "aliases", "subject", "object", "result_of", "title"}:
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from prose(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from prose(part, key)


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = re.findall(r"[a-z0-9]+", text.casefold())
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


@pytest.fixture(scope="module")
def text(report_path: Path) -> str:
    return read_text(report_path)


def test_every_end_of_a_relation_is_a_thing_of_the_reading() -> None:
    reading = load("china-customs-2016")
    things = [thing["label"] for thing in reading["entities"]]
    ends = {relation[end] for relation in reading["relations"] for end in ("subject", "object")}
    for relation in reading["relations"]:
        ends |= {*relation.get("subject_also", []), *relation.get("object_also", [])}
    assert len(set(things)) == len(things)
    assert ends <= set(things)


def test_every_disagreement_names_figures_of_the_reading() -> None:
    reading = load("china-customs-2016")
    figures = [figure["fact_id"] for figure in reading["metrics"] if "fact_id" in figure]
    assert len(set(figures)) == len(figures)
    assert all(set(item["facts"]) <= set(figures) for item in reading["inconsistencies"])
    assert Counter(item["verdict"] for item in reading["inconsistencies"])["contradiction"] == 2


def test_the_counts_of_the_reading_are_those_of_its_lists() -> None:
    reading = load("china-customs-2016")
    assert reading["meta"]["counts"] == {name: len(reading[name]) for name in reading["meta"]["counts"]}


def test_the_sum_of_subsidiaries_holds_and_that_of_transport_does_not() -> None:
    value = {figure.get("fact_id"): figure["value"] for figure in load("china-customs-2016")["metrics"]}
    parts = [value[name] for name in ("supervising-offices", "districts", "educational-institutions")]
    rows = [value[f"{name}-table"] for name in ("airplanes", "vessels", "vehicles", "carriages")]
    assert value["subsidiaries"] == 1 + sum(parts)
    assert value["transport-message"] == value["transport-ii"] != sum(rows)


def test_two_plans_are_due_in_the_first_half_of_the_year() -> None:
    due = Counter(plan["target_date"] for plan in load("china-customs-2016")["commitments"])
    assert due["2017-06"] == 2
    assert set(due) == {"2017", "2017-06"}


def test_the_fifteen_rows_are_figures_of_the_whole_reading() -> None:
    figures = [(f["value"], f["unit"], f["at"]) for f in load("china-customs-2016")["metrics"]]
    rows = [(row["value"], row["unit"], row["at"]) for row in load("sections")["closing_table"]]
    assert len(rows) == 15
    assert all(row in figures for row in rows)


def test_each_indicator_gathers_places_of_figures_and_leaves_none_out() -> None:
    metrics = load("five-kinds")["metrics"]["required"]
    gathered = {tuple(place) for indicator in metrics for place in indicator["figures"]}
    assert gathered == {tuple(figure["at"]) for figure in load("china-customs-2016")["metrics"]}


def test_sections_follow_each_other() -> None:
    sections = load("sections")["sections"]
    assert len(sections) == 14
    edges = [edge for section in sections for edge in (*section["heading"], section["end"])]
    assert edges == sorted(edges)


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="another text"):
        rehydrate(load("china-customs-2016"), "some other report")


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_places_stand_on_whole_words_of_the_stored_text(name: str, text: str) -> None:
    reading = load(name)
    check_text(reading, text)
    for start, end in places(reading):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not (text[start].isalnum() and start and text[start - 1].isalnum())
        assert not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


@pytest.mark.shared
def test_figures_stand_where_the_reading_says(text: str) -> None:
    for figure in load("china-customs-2016")["metrics"]:
        assert figure["stated_as"] in words(text, figure["at"]).translate(FOLDED)


@pytest.mark.shared
def test_things_are_named_where_the_reading_says(text: str) -> None:
    for thing in load("china-customs-2016")["entities"]:
        names = [telling(name) for name in (thing["label"], *thing["aliases"])]
        for place in [thing["at"], *thing.get("also_at", [])]:
            assert any(name & telling(words(text, place)) for name in names), thing["label"]


@pytest.mark.shared
def test_headings_stand_where_the_reading_says(text: str) -> None:
    for section in load("sections")["sections"]:
        printed = re.sub(r"\W", "", words(text, section["heading"])).casefold()
        assert printed == re.sub(r"\W", "", section["number"] + section["title"]).casefold()


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_of_the_report_is_kept(name: str, text: str) -> None:
    report = runs(text.translate(FOLDED), 8)
    assert [line for line in prose(load(name)) if runs(line, 8) & report] == []


@pytest.mark.shared
def test_the_scorer_reads_the_rehydrated_reading(report_path: Path, shared_dir: Path, tmp_path: Path) -> None:
    reading, gold = Path(__file__).with_name("china-customs-2016.json"), tmp_path / "gold.json"
    graph, scores = tmp_path / "graph.ttl", tmp_path / "scores.json"
    assert main([str(reading), str(report_path), str(gold)]) == 0
    graph.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    scorer = [sys.executable, str(shared_dir / "score" / "score.py"), "--graph", str(graph)]
    done = subprocess.run(
        [*scorer, "--text", str(report_path), "--gold", str(gold), "--json", str(scores)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(scores.read_text(encoding="utf-8"))["figures"]
    assert figures["figures.found"] == {"hit": 0, "of": 86, "ratio": 0.0}
    assert figures["contradictions.flagged"]["of"] == 2
    assert figures["consistent_sums.left_alone"]["hit"] == 1
