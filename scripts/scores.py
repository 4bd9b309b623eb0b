"""Build the annotated development reports, score them, print the scores and fail below the thresholds.

    python scripts/scores.py --shared ../shared [--misses]

The scorer and the annotated reports are not part of this project; they stand in the folder named by --shared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from customs_kg import KnowledgeGraph

THRESHOLDS: Mapping[str, float] = {
    "evidence.exact": 1.0,
    "assertions.with_evidence": 1.0,
    "figures.found": 0.70,
    "figures.precision_against_annotation": 0.70,
    "entities.core.found": 0.70,
    "commitments.found": 0.60,
    "commitments.precision_against_annotation": 0.50,
}
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Score:
    """One measure: `hit` of `of`; `ratio` is None where there was nothing to find."""

    hit: int
    of: int
    ratio: float | None


def main() -> int:
    """Print all measures of all development reports; 1 when one is below its threshold."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True)
    options.add_argument("--misses", action="store_true", help="print what was not found too")
    arguments = options.parse_args()
    scorer = arguments.shared / "score"
    reports = sorted((scorer / "dev").glob("*.txt"))
    if not reports:
        print(f"no annotated reports in {scorer / 'dev'}", file=sys.stderr)
        return 2
    below = []
    for report in reports:
        print(f"\n{report.stem}", flush=True)
        scores = score(scorer / "score.py", report, misses=arguments.misses)
        below += [f"{report.stem}: {line}" for line in shortfalls(scores)]
    print("\n" + ("\n".join(["below the threshold:", *below]) if below else "all thresholds met"))
    return 1 if below else 0


def score(scorer: Path, report: Path, *, misses: bool) -> dict[str, Score]:
    """The measures of a report, by name; the scorer prints them as well."""
    with tempfile.TemporaryDirectory() as folder:
        KnowledgeGraph.build(report).save(Path(folder, "kg"))
        result = Path(folder, "scores.json")
        command = [sys.executable, str(scorer), "--graph", f"{folder}/kg/graph.ttl", "--json", str(result)]
        command += ["--text", str(report), "--gold", str(report.with_suffix(".json"))]
        command += ["--ontology", *map(str, sorted((ROOT / "ontology").glob("*.ttl")))]
        command += ["--misses"] if misses else []
        subprocess.run(command, check=True)
        figures = json.loads(result.read_text(encoding="utf-8"))["figures"]
    return {name: Score(**values) for name, values in figures.items()}


def shortfalls(scores: Mapping[str, Score]) -> list[str]:
    """A line for each measure that is below its threshold or missing."""
    lines = []
    for name, threshold in THRESHOLDS.items():
        found = scores.get(name)
        if found is None or found.ratio is None or found.ratio < threshold:
            lines.append(f"{name} is {found.ratio if found else 'missing'}, wanted {threshold:.3f}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
