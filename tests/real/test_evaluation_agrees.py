"""Our measures are those of the scorer that stands beside the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from customs_kg import KnowledgeGraph
from customs_kg.evaluation.annotation import read_annotation
from customs_kg.evaluation.measures import evaluate
from customs_kg.evaluation.places import AnnotatedText

pytestmark = pytest.mark.shared


@pytest.mark.parametrize("name", ["cbp-style", "china-customs-2009"])
def test_measures_are_those_of_the_scorer(
    shared_dir: Path, pytestconfig: pytest.Config, tmp_path: Path, name: str
) -> None:
    report, gold = (shared_dir / "score" / "dev" / f"{name}.{ending}" for ending in ("txt", "json"))
    graph = KnowledgeGraph.build(report)
    graph.save(tmp_path / "kg")
    ontology = sorted((pytestconfig.rootpath / "ontology").glob("*.ttl"))
    command = [sys.executable, str(shared_dir / "score" / "score.py"), "--graph", str(tmp_path / "kg" / "graph.ttl")]
    command += ["--text", str(report), "--gold", str(gold), "--json", str(tmp_path / "scores.json"), "--ontology"]
    subprocess.run([*command, *map(str, ontology)], check=True, stdout=subprocess.DEVNULL)
    scores = json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))["figures"]
    text = AnnotatedText(report.read_bytes().decode("utf-8-sig"))
    measures = evaluate(graph.triples, read_annotation(gold, text), text).measures
    assert {name: {"hit": m.hit, "of": m.of, "ratio": m.ratio} for name, m in measures.items()} == scores
