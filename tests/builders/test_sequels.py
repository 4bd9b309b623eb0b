"""Reports of two years that somebody else wrote: how many outcomes of plans are found, and how many are right."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from customs_kg.builders.fulfilment.fulfilment import settle_plans
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import Assessment, ReportFacts, Span

FOLDER = Path(__file__).resolve().parents[1] / "sequels"
PAIRS = sorted(path.stem for path in FOLDER.glob("*.json"))
PLAIN = "defghijklmno"  # written as reports usually are
TABLED = "pqrs"  # with lists under headings, tables of targets, verdicts by figures
FOUND, STATUS_RIGHT, PRECISION = 0.72, 0.68, 0.92  # of all outcomes; of what is found


@dataclass(frozen=True)
class Tally:
    """Counts of outcomes: those of the reading, those found, those of the right status, and all that were made."""

    wanted: int
    found: int
    right: int
    made: int


def read_pair(name: str) -> tuple[ReportFacts, ReportFacts]:
    earlier, later = (read_report(p.read_bytes(), p.name) for p in sorted(FOLDER.glob(f"{name}-*.txt")))
    return earlier, settle_plans((earlier, later))[1]


def place(facts: ReportFacts, quote: str) -> Span:
    """Where words stand in the text, however its lines are broken."""
    found = re.search(r"\s+".join(map(re.escape, quote.split())), facts.text.text)
    assert found, quote
    return Span(found.start(), found.end())


def stands_at(spans: tuple[Span, ...], at: Span) -> bool:
    return any(span.start < at.end and at.start < span.end for span in spans)


def tally(name: str) -> Tally:
    earlier, later = read_pair(name)
    plans = {action.iri: action.evidence for action in earlier.actions}
    wanted = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["assessments"]
    left: list[Assessment] = list(later.assessments)
    right = 0
    for row in wanted:
        plan, outcome = place(earlier, row["plan_quote"]), place(later, row["outcome_quote"])
        hits = (a for a in left if stands_at(plans[a.commitment], plan) and stands_at(a.evidence, outcome))
        if hit := next(hits, None):
            left.remove(hit)
            right += hit.status.value == row["status"]
    return Tally(len(wanted), len(later.assessments) - len(left), right, len(later.assessments))


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return {name: tally(name) for name in PAIRS}


def test_two_years_name_their_agency_alike() -> None:
    for name in PAIRS:
        earlier, later = read_pair(name)
        assert earlier.report.agency == later.report.agency, name


def test_most_outcomes_of_plans_are_found_in_plain_reports(tallies: dict[str, Tally]) -> None:
    plain = [t for name, t in tallies.items() if name in PLAIN]
    assert len(plain) == len(PLAIN)
    wanted = sum(t.wanted for t in plain)
    assert sum(t.found for t in plain) >= FOUND * wanted
    assert sum(t.right for t in plain) >= STATUS_RIGHT * wanted
    assert sum(t.found for t in plain) >= PRECISION * sum(t.made for t in plain)


def test_most_of_what_lists_and_figures_tell_is_found_with_the_right_verdict(tallies: dict[str, Tally]) -> None:
    tabled = [t for name, t in tallies.items() if name in TABLED]
    assert len(tabled) == len(TABLED)
    assert sum(t.right for t in tabled) >= 0.87 * sum(t.wanted for t in tabled)
    assert sum(t.found for t in tabled) >= 0.95 * sum(t.made for t in tabled)


def test_hard_ones_are_found_now_and_then(tallies: dict[str, Tally]) -> None:
    hard = [t for name, t in tallies.items() if name not in PLAIN + TABLED]
    assert sum(t.found for t in hard) >= 0.2 * sum(t.wanted for t in hard)
    assert sum(t.found for t in hard) >= 0.5 * sum(t.made for t in hard)


def test_a_headquarters_in_the_title_is_that_of_the_service() -> None:
    facts = read_pair("d")[0]
    classes = {e.label: e.cls.rpartition("#")[2] for e in facts.entities}
    assert facts.report.agency.endswith("agency-cn-china-customs")
    assert classes["General Administration of Customs of China"] == "CustomsHeadquarters"
