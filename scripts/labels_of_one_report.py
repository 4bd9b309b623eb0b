"""Words and names of ontology/ that occur in one report at hand only, and what it costs to take them all away.

    python scripts/labels_of_one_report.py [--shared ../shared] [--cost]

A lexicon that was fitted to single reports would lose much with them. `--cost` reads every annotated report with and
without these labels, in processes of their own, and fails when a measure falls by more than five points on average.
The reports at hand are those of tests/reports and, with `--shared`, the development reports and the China Customs
report of 2016 with its reading in tests/readings.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import TypeVar

from customs_kg.builders.english.words import verb_lemma
from customs_kg.ontology import lexicon, registry, wordings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the reading of the real report is put together by tests/readings
LIMIT = 5.0  # points
MEASURES = (
    "entities.core.found", "entities.core.found_and_class_right", "figures.found", "figures.unit_right",
    "figures.measure_kind_right", "figures.period_right", "figures.meaning_right",
    "relations.core.linked_with_that_evidence", "commitments.found",
)  # fmt: skip
_Entry = TypeVar("_Entry", registry.RegistryEntry, registry.IndicatorEntry)
LOADERS = (
    (lexicon, "head_nouns"),
    (registry, "registry"),
    (lexicon, "action_verbs"),
    (wordings, "frames"),
    (registry, "indicators"),
)


def main() -> int:
    """Print the labels; 1 when taking them away costs too much."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, help="folder with the annotated reports that are not in the project")
    options.add_argument("--cost", action="store_true")
    options.add_argument("--without", type=Path, help=argparse.SUPPRESS)
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        reports = annotated_reports(arguments.shared, Path(folder))
        if arguments.without is not None:
            print(json.dumps(scores(reports, set(json.loads(arguments.without.read_text(encoding="utf-8"))))))
            return 0
    words = [vocabulary_of(report.read_text(encoding="utf-8")) for report, _ in reports]
    lonely = {kind: [x for x in labels if sum(occurs(x, w) for w in words) == 1] for kind, labels in label_lists()}
    for kind, labels in lonely.items():
        print(f"{kind}: {len(labels)} in one report only\n  " + "; ".join(labels))
    if not arguments.cost:
        return 0
    return cost(arguments.shared, {label for labels in lonely.values() for label in labels})


def annotated_reports(shared: Path | None, folder: Path) -> list[tuple[Path, Path]]:
    """The texts that have an annotation, each with it; the one made up from offsets is written into the folder."""
    folders = [ROOT / "tests" / "reports", *([shared / "score" / "dev"] if shared else [])]
    texts = sorted(text for folder in folders for text in folder.glob("*.txt"))
    pairs = [(text, text.with_suffix(".json")) for text in texts if text.with_suffix(".json").exists()]
    return [*pairs, real_report(shared, folder)] if shared else pairs


def real_report(shared: Path, folder: Path) -> tuple[Path, Path]:
    """The China Customs report of 2016 and its reading."""
    from tests.readings.rehydrate import main as rehydrate

    report, annotation = shared / "report" / "china-customs-2016.txt", folder / "china-customs-2016.json"
    rehydrate([str(ROOT / "tests" / "readings" / annotation.name), str(report), str(annotation)])
    return report, annotation


def label_lists() -> Iterator[tuple[str, list[str]]]:
    """Every label of the lexicon and the registry, by kind."""
    yield "head nouns", sorted({head.words for head in lexicon.head_nouns()})
    yield "names of well-known things", sorted({label for entry in registry.registry() for label in entry.labels})
    yield "verbs of actions", sorted({verb.verb for verb in lexicon.action_verbs()})
    yield "frames of relations", sorted({frame.pattern for frame in wordings.frames()})
    yield (
        "phrases of indicators",
        sorted({x for i in registry.indicators() for x in (i.label, *i.alt_labels, *i.hidden_labels)}),
    )


def vocabulary_of(text: str) -> str:
    """The base forms of a text's words in order, between blanks."""
    return " " + " ".join(base(word) for word in re.findall(r"[^\W_]+", text)) + " "


@cache
def base(word: str) -> str:
    """A word without case and ending."""
    lower = word.lower()
    return verb_lemma(lower.removesuffix("s") if len(lower) > 3 and not lower.endswith("ss") else lower)


def occurs(label: str, vocabulary: str) -> bool:
    """Whether the words of a label stand in a text; of a frame, each of its words somewhere."""
    if {"X", "Y"} <= set(label.split()):
        words = [word for word in label.split() if word not in ("X", "Y", "be", "any")]
        return all(f" {base(word)} " in vocabulary for word in words)
    return vocabulary_of(label) in vocabulary


def cost(shared: Path | None, labels: set[str]) -> int:
    """Print each measure with and without these labels; 1 when one falls too far."""
    full, bare = (measured(shared, without) for without in (set[str](), labels))
    worst = 0.0
    print(f"\nwithout these {len(labels)} labels")
    for name in MEASURES:
        fall = 100 * (full[name] - bare[name])
        worst = max(worst, fall)
        print(f"  {name:44} {full[name]:.3f} -> {bare[name]:.3f}   {-fall:+5.1f} points")
    return 1 if worst > LIMIT else 0


def measured(shared: Path | None, without: Iterable[str]) -> Mapping[str, float]:
    """The mean of each measure over all reports, read by a process of its own without these labels."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "labels.json")
        file.write_text(json.dumps(sorted(without)), encoding="utf-8")
        command = [sys.executable, __file__, "--without", str(file), *(["--shared", str(shared)] if shared else [])]
        result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    means: dict[str, float] = json.loads(result.stdout)
    return means


def scores(reports: Sequence[tuple[Path, Path]], without: set[str]) -> dict[str, float]:
    """The mean of each measure. To be called before the builders read the lexicon."""
    take_away(without)
    from customs_kg.builders.pipeline import read_report
    from customs_kg.evaluation.annotation import read_annotation
    from customs_kg.evaluation.measures import evaluate
    from customs_kg.evaluation.places import AnnotatedText
    from customs_kg.graph.withholding import withhold_faults

    found: dict[str, list[float]] = {name: [] for name in MEASURES}
    for report, annotation_file in reports:
        data = report.read_bytes()
        text = AnnotatedText(data.decode("utf-8-sig"))
        annotation = read_annotation(annotation_file, text)
        triples = withhold_faults([read_report(data, report.name)]).triples
        for name, measure in evaluate(triples, annotation, text).measures.items():
            if name in found and measure.ratio is not None:
                found[name].append(measure.ratio)
    return {name: fmean(values) for name, values in found.items()}


def take_away(labels: set[str]) -> None:
    """Make the lexicon give its entries without these labels."""
    heads, verbs, frames = lexicon.head_nouns(), lexicon.action_verbs(), wordings.frames()
    entries = [_without(entry, labels) for entry in registry.registry() if entry.label not in labels]
    indicators = [_without(entry, labels) for entry in registry.indicators() if entry.label not in labels]
    kept = (
        tuple(head for head in heads if head.words not in labels),
        tuple(entries),
        tuple(verb for verb in verbs if verb.verb not in labels),
        tuple(frame for frame in frames if frame.pattern not in labels),
        tuple(indicators),
    )
    for (module, name), values in zip(LOADERS, kept, strict=True):
        setattr(module, name, lambda values=values: values)


def _without(entry: _Entry, labels: set[str]) -> _Entry:
    return replace(
        entry,
        alt_labels=tuple(label for label in entry.alt_labels if label not in labels),
        hidden_labels=tuple(label for label in entry.hidden_labels if label not in labels),
    )


if __name__ == "__main__":
    sys.exit(main())
