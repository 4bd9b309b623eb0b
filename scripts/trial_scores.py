"""The measures of all annotated trial reports side by side: `python scripts/trial_scores.py [NAME ...]`.

Exit code 1 when the mean of a measure is below its floor.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean

from customs_kg import KnowledgeGraph
from customs_kg.evaluation.annotation import read_annotation
from customs_kg.evaluation.measure import Measure
from customs_kg.evaluation.measures import evaluate
from customs_kg.evaluation.places import AnnotatedText

REPORTS = Path(__file__).resolve().parents[1] / "tests" / "reports"
FLOORS: Mapping[str, float] = {
    "entities.core.found": 0.95,
    "entities.core.found_and_class_right": 0.93,
    "figures.found": 0.975,
    "figures.period_right": 0.96,
    "figures.meaning_right": 0.92,
    "relations.core.linked_with_that_evidence": 0.73,
    "commitments.found": 0.96,
    "evidence.exact": 1.0,
    "assertions.with_evidence": 1.0,
}
_WIDTH = 9


def main() -> int:
    """Print a column for each report and the mean; 1 when a mean is below its floor."""
    named = sys.argv[1:]
    reports = [path.with_suffix(".txt") for path in sorted(REPORTS.glob("*.json"))]
    chosen = [report for report in reports if not named or report.stem in named]
    columns = {report.stem: measures_of(report) for report in chosen}
    print(" " * 44 + " ".join(name[:_WIDTH].rjust(_WIDTH) for name in ("mean", *columns)))
    below = []
    for name in next(iter(columns.values()), {}):
        ratios = [column[name].ratio for column in columns.values()]
        mean = fmean([ratio for ratio in ratios if ratio is not None] or [1.0])
        print(f"{name:44}" + " ".join(shown(ratio) for ratio in (mean, *ratios)))
        below += [name] if mean < FLOORS.get(name, 0) else []
    for name in below:
        print(f"{name} is below {FLOORS[name]:.3f}", file=sys.stderr)
    return 1 if below and not named else 0


def measures_of(report: Path) -> Mapping[str, Measure]:
    """The measures of a report against the annotation beside it."""
    graph = KnowledgeGraph.build(report)
    text = AnnotatedText(report.read_bytes().decode("utf-8-sig"))
    return evaluate(graph.triples, read_annotation(report.with_suffix(".json"), text), text).measures


def shown(ratio: float | None) -> str:
    """A ratio in the width of a column."""
    return ("-" if ratio is None else f"{ratio:.3f}").rjust(_WIDTH)


if __name__ == "__main__":
    sys.exit(main())
