"""The annotated passages are sound: what they quote stands in them; most of the constructions are read."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent / "passages"
FILES = sorted(FOLDER.glob("*.jsonl"))


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


def test_most_constructions_are_read() -> None:
    scores = passage_scores()
    counts = scores.counted(FOLDER / "constructions.jsonl")
    stated = [row for kind, row in counts.items() if kind != "denied"]
    assert sum(hits for hits, _ in stated) >= scores.FLOORS["constructions"] * sum(of for _, of in stated)


def passage_scores() -> ModuleType:
    """The script that measures the passages."""
    path = FOLDER.parents[1] / "scripts" / "passage_scores.py"
    spec = importlib.util.spec_from_file_location("passage_scores", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module
