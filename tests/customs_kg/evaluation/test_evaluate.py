"""`customs-kg evaluate`: a report against a reading by hand, on a text made up here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from customs_kg.cli import cli

REPORT = """Kelp Coast Customs Administration
Annual Report 2018

1. The year

The Kelp Coast Customs Administration seized 412 boats in 2018. Revenue was 30 million euros.

2. Outlook

In 2019 the Kelp Coast Customs Administration will open a National Boat Centre.
"""
READING: dict[str, list[dict[str, Any]]] = {
    "entities": [
        {"label": "Kelp Coast Customs Administration", "kind": "agency"},
        {"label": "Sea Serpent Board", "kind": "agency"},
    ],
    "metrics": [
        {"subject": "boats seized", "value": 412, "unit": "boats", "period": "2018", "kind": "level",
         "quote": "seized 412 boats in 2018"},
        {"subject": "revenue", "value": 31000000, "unit": "EUR", "period": "2018", "kind": "level",
         "quote": "Revenue was 30 million euros"},
    ],
    "relations": [],
    "commitments": [
        {"action": "open a centre", "target_date": "2019",
         "quote": "the Kelp Coast Customs Administration will open a National Boat Centre"}
    ],
    "inconsistencies": [],
}  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    report, gold = tmp_path / "report.txt", tmp_path / "reading.json"
    report.write_text(REPORT, encoding="utf-8")
    gold.write_text(json.dumps(READING), encoding="utf-8")
    return report, gold


def run(report: Path, gold: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["evaluate", str(report), "--gold", str(gold), *options])


def test_what_is_found_and_what_is_missed(files: tuple[Path, Path]) -> None:
    result = run(*files, "--format", "json", "--misses")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.output)
    measures = answer["measures"]
    assert measures["entities.core.found"] == {"hit": 1, "of": 2, "ratio": 0.5}
    assert measures["figures.found"] == {"hit": 1, "of": 2, "ratio": 0.5}
    assert measures["figures.unit_right"]["hit"] == measures["figures.period_right"]["hit"] == 1
    assert measures["figures.precision_against_annotation"] == {"hit": 1, "of": 2, "ratio": 0.5}
    assert measures["commitments.found"]["ratio"] == measures["commitments.due_year_right"]["ratio"] == 1
    assert measures["relations.core.ends_linked"] == {"hit": 0, "of": 0, "ratio": None}
    assert measures["evidence.exact"]["ratio"] == 1
    assert {"kind": "entity core", "what": "Sea Serpent Board"} in answer["misses"]


def test_the_table_lists_misses_only_when_asked(files: tuple[Path, Path]) -> None:
    plain, full = run(*files).output, run(*files, "--misses").output
    assert "entities.core.found                              1 of 2     0.500" in plain
    assert "Sea Serpent Board" not in plain
    assert "entity core (1)\n  Sea Serpent Board" in full


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is not JSON"),
        ("[]", "is no annotation"),
        (
            json.dumps({**READING, "entities": [{"label": "Kelp"}]}),
            "row 1 of entities cannot be read: 'kind' is missing",
        ),
        (json.dumps({**READING, "metrics": [{**READING["metrics"][0], "value": "many"}]}), "row 1 of metrics"),
        (
            json.dumps({**READING, "commitments": [{"action": "open a centre"}]}),
            "row 1 of commitments cannot be read: it says neither by `quote` nor by `at`",
        ),
    ],
)
def test_a_bad_annotation_gets_one_line(files: tuple[Path, Path], content: str, told: str) -> None:
    files[1].write_text(content, encoding="utf-8")
    result = run(*files)
    assert result.exit_code == 2
    assert told in result.output
    assert result.output.count("\n") == 1


def test_an_annotation_of_another_text_is_refused(files: tuple[Path, Path]) -> None:
    files[0].write_text("Board of Trams\n\nThe trams ran late.\n", encoding="utf-8")
    result = run(*files)
    assert result.exit_code == 2
    assert "it is of another text" in result.output


def test_a_missing_annotation_gets_one_line(files: tuple[Path, Path], tmp_path: Path) -> None:
    result = run(files[0], tmp_path / "none.json")
    assert result.exit_code == 2
    assert "cannot read the annotation" in result.output
