"""How single passages of many administrations are read: `python scripts/passage_scores.py [--misses] [FILE ...]`.

Each line of a file in tests/passages is a passage, read as a report of its own under the name of its agency, with the
relations that a reader takes from it. Printed are, for each kind of relation, how many are linked with that evidence
and as fact or plan; then the relations that the passages deny and the reading does not assert, and the share of each
file. Exit code 1 when the share of a file is below its floor.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from customs_kg.builders.pipeline import read_report
from customs_kg.evaluation.annotation import CORE, AnnotatedRelation
from customs_kg.evaluation.built import read_built
from customs_kg.evaluation.measure import Measured, Miss
from customs_kg.evaluation.places import AnnotatedText
from customs_kg.evaluation.relations import measure_relations
from customs_kg.evaluation.things import ThingMatches
from customs_kg.graph.triples import report_triples

PASSAGES = Path(__file__).resolve().parents[1] / "tests" / "passages"
FLOORS = {"bodies": 0.44, "constructions": 0.84, "endeavours": 0.43, "unseen": 0.47}
_RIGHT = "relations.core.modality_right"
_KEPT_OUT = "relations.denied_and_not_asserted"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a report, and its annotated relations by kind; "denied" are those that it does not state."""

    name: str
    text: str
    relations: tuple[AnnotatedRelation, ...]


def main() -> int:
    """Print a row for each kind of relation and each file; 1 when too few of a file are read."""
    named = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    by_file = {file.stem: counted(file) for file in named or sorted(PASSAGES.glob("*.jsonl"))}
    kinds = sorted({kind for counts in by_file.values() for kind in counts})
    for kind in kinds:
        rows = [counts[kind] for counts in by_file.values() if kind in counts]
        print(shown(kind, sum(row[0] for row in rows), sum(row[1] for row in rows)))
    low = []
    for name, counts in by_file.items():
        stated = [row for kind, row in counts.items() if kind != "denied"]
        hits, total = sum(row[0] for row in stated), sum(row[1] for row in stated)
        print(shown(f"all that are stated: {name}", hits, total))
        low += [name] if hits < FLOORS.get(name, 0) * total else []
    return 1 if low else 0


def counted(file: Path) -> dict[str, list[int]]:
    """How many relations of each kind are read, of how many, in the passages of a file; misses are printed if asked."""
    counts: dict[str, list[int]] = {}
    for passage in read_passages(file):
        found = list(measured(passage))
        for kind, read in found:
            measure = read.measures[_KEPT_OUT if kind == "denied" else _RIGHT]
            row = counts.setdefault(kind, [0, 0])
            row[0], row[1] = row[0] + measure.hit, row[1] + measure.of
        if "--misses" in sys.argv:
            print_misses(passage, [miss for _, read in found for miss in read.misses])
    return counts


def read_passages(file: Path) -> Iterator[Passage]:
    """The passages of a file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row: Mapping[str, Any] = json.loads(line)
        text = f"{row['agency']}\nAnnual Report 2018\n\n{row['text']}\n"
        places = AnnotatedText(text)
        stated = tuple(relation(r, places, r["quote"], r.get("modality", "asserted")) for r in row["relations"])
        denied = tuple(relation(r, places, row["text"], "negated") for r in row.get("not", ()))
        yield Passage(row["id"], text, stated + denied)


def relation(row: Mapping[str, str], text: AnnotatedText, quote: str, modality: str) -> AnnotatedRelation:
    """An annotated relation from its row, at the place of its quotation."""
    ends = (row["subject"],), (row["object"],)
    return AnnotatedRelation(ends[0], row.get("class", ""), ends[1], modality, CORE, tuple(text.find(quote)))


def measured(passage: Passage) -> Iterator[tuple[str, Measured]]:
    """How the relations of each kind are read."""
    built = read_built(report_triples(read_report(passage.text.encode(), f"{passage.name}.txt")))
    matches = ThingMatches(built.things, ())
    text = AnnotatedText(passage.text)
    for wanted in passage.relations:
        kind = "denied" if wanted.modality == "negated" else wanted.predicate
        yield kind, measure_relations(built.edges, [wanted], built.things, matches, text)


def print_misses(passage: Passage, misses: Sequence[Miss]) -> None:
    """The relations of a passage that are not read, below its text."""
    if misses:
        print(f"\n{passage.name}: {passage.text.splitlines()[-1]}")
        for miss in misses:
            print(f"    {miss.kind}: {miss.what}")


def shown(kind: str, hits: int, total: int) -> str:
    """A row of the table."""
    return f"{kind:32} {hits:4} of {total:4}  {hits / total if total else 1:.3f}"


if __name__ == "__main__":
    sys.exit(main())
