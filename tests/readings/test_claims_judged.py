"""A hundred claims, each read against its words: how many of them are right, and the right ones are still made."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import ReportFacts
from tests.readings import load

CLAIMS = load("claims-judged")["claims"]
REPORTS = Path(__file__).resolve().parents[1] / "reports"
REAL = "china-customs-2016"
KEPT = 0.95  # of the right ones: a better name of a thing gives it another IRI


def right_edges(report: str) -> list[tuple[str, str, str]]:
    """The claims of a report that were judged right, by the last parts of their IRIs."""
    return [(c["subject"], c["predicate"], c["object"]) for c in CLAIMS if c["report"] == report and c["right"]]


def edges_of(facts: ReportFacts) -> set[tuple[str, str, str]]:
    """All claims of a report in the same form."""
    return {
        (c.subject.rsplit("/", 1)[-1], c.predicate.split("#")[-1], c.object.rsplit("/", 1)[-1]) for c in facts.claims
    }


def test_a_hundred_different_claims_of_several_reports_were_read() -> None:
    said = Counter((c["report"], c["subject"], c["predicate"], c["object"], c["modality"]) for c in CLAIMS)
    assert len(CLAIMS) == 100 and set(said.values()) == {1}
    assert sum(c["report"] == REAL for c in CLAIMS) == 50
    assert all(c["place"][0] < c["place"][1] and (c["right"] or c["why"]) for c in CLAIMS)


def test_enough_of_them_are_right() -> None:
    """Of the real report's and of the trial reports', which those who wrote the rules know."""
    for drawn in ([c["right"] for c in CLAIMS if (c["report"] == REAL) is real] for real in (True, False)):
        assert sum(drawn) >= 0.85 * len(drawn)


def test_the_right_ones_of_our_reports_are_still_made() -> None:
    wanted = {
        (report, *edge) for report in sorted({c["report"] for c in CLAIMS} - {REAL}) for edge in right_edges(report)
    }
    made: set[tuple[str, str, str, str]] = set()
    for report in sorted({report for report, *_ in wanted}):
        path = REPORTS / f"{report}.txt"
        made |= {(report, *edge) for edge in edges_of(read_report(path.read_bytes(), path.name))}
    assert len(wanted & made) >= KEPT * len(wanted), sorted(wanted - made)


@pytest.mark.shared
def test_the_right_ones_of_the_real_report_are_still_made(report_path: Path) -> None:
    wanted = set(right_edges(REAL))
    made = edges_of(read_report(report_path.read_bytes(), report_path.name))
    assert len(wanted & made) >= KEPT * len(wanted), sorted(wanted - made)
