"""Nothing in the ontology is idle: every rule is broken by a fixture, rare terms are used by one.

That every term is used is checked in CI on the graph of the real report: scripts/unused_terms.py.
"""

from __future__ import annotations

import importlib.util
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import RdfFormat, serialize

from customs_kg.graph.crosschecks import cross_check
from customs_kg.graph.reasoning import check_consistency
from customs_kg.graph.shacl import validate
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.iris import CK
from customs_kg.ontology.statements import parse_turtle
from tests.graph.sample import sample_facts

ROOT = Path(__file__).resolve().parents[2]
RARE = parse_turtle("rare_terms.ttl", (ROOT / "tests" / "graph" / "rare_terms.ttl").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("unused_terms", ROOT / "scripts" / "unused_terms.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_shape_and_check_is_used(script: ModuleType) -> None:
    assert script.unused_shapes() == []


def test_a_term_that_nothing_uses_is_listed(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "_named_in_questions", set)
    monkeypatch.setattr(script, "_named_in_fixtures", set)
    found = script.unused_terms([report_triples(sample_facts())])
    assert CK + "supervises" not in found
    assert CK + "governs" in found and CK + "governedBy" in found
    assert CK + "Place" not in found and CK + "TransportCorridor" in found


def test_rare_terms_can_be_used_as_they_are_declared() -> None:
    assert [f for f in validate(RARE) if f.severity == "violation"] == []
    assert cross_check(RARE) == []


@pytest.mark.java
def test_rare_terms_do_not_contradict_the_ontology() -> None:
    written = BytesIO()
    serialize(RARE, written, RdfFormat.N_TRIPLES)
    assert check_consistency(written.getvalue()).status == "consistent"
