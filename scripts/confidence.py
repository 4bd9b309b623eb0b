"""Is a surer fact more often right? `python scripts/confidence.py REPORT GOLD [REPORT GOLD ...]`, reports and readings.

For relations, figures and plans: how many of each third by confidence the readings confirm. A relation is confirmed
when the reading joins its two ends by words there, a figure when its value stands there and all its aspects are right,
a plan when the reading has it. What a reading leaves out counts as wrong, so the shares are lower bounds; what matters
is that they fall. Exit code 1 when the best third is not ten points above the worst, over all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from customs_kg import KnowledgeGraph
from customs_kg.evaluation.annotation import Annotation, read_annotation
from customs_kg.evaluation.built import BuiltGraph, read_built
from customs_kg.evaluation.figures import confirmed_figures
from customs_kg.evaluation.places import AnnotatedText
from customs_kg.evaluation.plans import confirmed_plans
from customs_kg.evaluation.relations import confirmed_edges
from customs_kg.evaluation.things import ThingMatches
from customs_kg.graph.index import GraphIndex
from customs_kg.ontology.iris import CK, RDF

_WANTED = 0.10


@dataclass(frozen=True, slots=True)
class Judged:
    """One assertion: its kind, its confidence and whether the reading confirms it."""

    kind: str
    confidence: float
    right: bool


def main() -> int:
    """Print the table; 1 when confidence tells too little."""
    paths = [Path(name) for name in sys.argv[1:]]
    if not paths or len(paths) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    judged = [one for report, gold in zip(paths[::2], paths[1::2], strict=True) for one in judge(report, gold)]
    print(f"{'':12}{'assertions':>11}{'worst third':>14}{'middle':>14}{'best third':>14}")
    for kind in ("relation", "figure", "plan"):
        print_row(kind, [one for one in judged if one.kind == kind])
    worst, best = print_row("all", judged)
    return 0 if best - worst >= _WANTED else 1


def judge(report: Path, gold: Path) -> Iterator[Judged]:
    """Every assertion of a report's graph that has a confidence."""
    text = AnnotatedText(report.read_bytes().decode("utf-8-sig"))
    annotation, graph = read_annotation(gold, text), KnowledgeGraph.build(report)
    built, index = read_built(graph.triples), GraphIndex(graph.triples)
    right = set(confirmed(built, annotation, text))
    kinds = {"Claim": "relation", "Observation": "figure", "Commitment": "plan"}
    for cls, kind in kinds.items():
        for node in index.instances(CK + cls):
            if {index.class_of(index.value(node, RDF + end)) for end in ("subject", "object")} & {CK + "Tenure"}:
                continue  # readings name who holds a post, not the holding
            yield Judged(kind, float(index.value(node, CK + "confidence")), node in right)


def confirmed(built: BuiltGraph, annotation: Annotation, text: AnnotatedText) -> Iterable[str]:
    """The IRIs of the assertions that a reading confirms."""
    matches = ThingMatches(built.things, annotation.things)
    yield from confirmed_edges(built.edges, annotation.relations, built.things, matches, text)
    yield from confirmed_figures(built.figures, annotation.figures, text)
    yield from confirmed_plans(built.plans, annotation.plans, text)


def print_row(name: str, judged: Sequence[Judged]) -> tuple[float, float]:
    """One line of the table: shares of the worst and of the best third."""
    ranked = sorted(judged, key=lambda one: one.confidence)
    cuts = [round(len(ranked) * part / 3) for part in range(4)]
    thirds = [ranked[a:b] for a, b in pairwise(cuts)]
    shares = [sum(one.right for one in third) / max(1, len(third)) for third in thirds]
    print(f"{name:12}{len(ranked):11}" + "".join(f"{share:14.3f}" for share in shares))
    return shares[0], shares[-1]


if __name__ == "__main__":
    sys.exit(main())
