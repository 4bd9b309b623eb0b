"""The examples that terms carry are for people: no reading depends on them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import SKOS

import customs_kg.ontology
from customs_kg.reports import read_digest

HOME = Path(customs_kg.ontology.__file__).parent
BUILD = """
import sys
from pathlib import Path
from customs_kg.ontology import files

if len(sys.argv) > 3:
    files.files = lambda package: Path(sys.argv[3])
from customs_kg import KnowledgeGraph

KnowledgeGraph.build(sys.argv[1]).save(sys.argv[2])
"""


@pytest.fixture
def without_examples(tmp_path: Path) -> Path:
    """The folder of the ontology, with no skos:example in any file."""
    copy = shutil.copytree(HOME, tmp_path / "ontology")
    gone = 0
    for path in copy.glob("*.ttl"):
        graph = rdflib.Graph().parse(path, format="turtle")
        gone += len(list(graph.triples((None, SKOS.example, None))))
        if (None, SKOS.example, None) in graph:
            graph.remove((None, SKOS.example, None))
            graph.serialize(path, format="turtle")
    assert gone > 100
    return copy


def built(report: Path, folder: Path, *ontology: Path) -> str:
    command = [sys.executable, "-c", BUILD, str(report), str(folder), *map(str, ontology)]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / "graph.ttl").read_text(encoding="utf-8")


def test_a_graph_is_the_same_without_them(without_examples: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes(read_digest().data)
    assert built(report, tmp_path / "with") == built(report, tmp_path / "without", without_examples)
