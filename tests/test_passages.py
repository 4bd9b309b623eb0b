"""The annotated passages are sound: what they quote stands in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FILES = sorted((Path(__file__).parent / "passages").glob("*.jsonl"))


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_quotations_are_verbatim_and_names_differ(file: Path) -> None:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) > 100
    misquoted = [row["id"] for row in rows for r in row["relations"] if r["quote"] not in row["text"]]
    assert misquoted == []


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_every_passage_states_a_relation_of_a_known_class(file: Path) -> None:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert all(row["relations"] for row in rows)
    assert {r["modality"] for row in rows for r in row["relations"]} <= {"asserted", "planned", "past"}
