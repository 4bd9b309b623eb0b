"""The bundled digest retells the report in other words: what is read out of both must be the same facts."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from customs_kg.evaluation.annotation import read_annotation
from customs_kg.evaluation.measures import evaluate
from customs_kg.evaluation.places import AnnotatedText
from customs_kg.graph.model import Modality, ReportFacts
from customs_kg.graph.withholding import withhold_faults
from customs_kg.reports import read_digest, read_facts
from tests.readings.rehydrate import main as rehydrate
from tests.real.test_real_report import is_found, required

pytestmark = pytest.mark.shared
READING = Path(__file__).parents[1] / "readings" / "china-customs-2016.json"


@pytest.fixture(scope="module")
def digest() -> ReportFacts:
    return read_facts(read_digest())


def values(facts: ReportFacts) -> Counter[tuple[Decimal, str]]:
    return Counter((o.value, o.unit) for o in facts.observations)


@pytest.mark.parametrize("way", ["report in digest", "digest in report"])
def test_figures_of_one_are_in_the_other(real: ReportFacts, digest: ReportFacts, way: str) -> None:
    first, second = (values(real), values(digest)) if way == "report in digest" else (values(digest), values(real))
    assert (first & second).total() >= 0.9 * first.total(), first - second


@pytest.mark.parametrize("kind", ["agencies", "operations", "programmes", "agreements"])
def test_things_that_a_reading_must_have_are_in_the_digest(digest: ReportFacts, kind: str) -> None:
    items = required(kind)
    missed = [item["label"] for item in items if not is_found(item, digest.entities)]
    assert len(missed) <= 0.25 * len(items), missed


def test_core_things_of_the_reading_are_in_the_digest(report_path: Path, tmp_path: Path) -> None:
    annotation, text = tmp_path / "reading.json", AnnotatedText(report_path.read_bytes().decode("utf-8-sig"))
    rehydrate([str(READING), str(report_path), str(annotation)])
    triples = withhold_faults([read_facts(read_digest())]).triples
    found = evaluate(triples, read_annotation(annotation, text), text).measures["entities.core.found"]
    assert found.hit >= 0.9 * found.of > 100, found


def test_both_make_about_as_many_plans(real: ReportFacts, digest: ReportFacts) -> None:
    counts = [sum(a.modality is Modality.PLANNED for a in facts.actions) for facts in (real, digest)]
    assert min(counts) >= 0.85 * max(counts)
    assert [sum(a.due is not None and a.due.key == "2017-h1" for a in facts.actions) for facts in (real, digest)] == [
        2,
        2,
    ]
