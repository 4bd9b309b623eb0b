"""`customs-kg evaluate`: how the reading of a report compares with a reading by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from customs_kg.evaluation.annotation import read_annotation
from customs_kg.evaluation.measure import Measure, Miss
from customs_kg.evaluation.measures import Evaluation, evaluate
from customs_kg.evaluation.places import AnnotatedText
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.ontology.errors import InputError
from customs_kg.reports import read_facts, read_source

_LONGEST = 160  # characters of a miss


def run_evaluate(report: Path, gold: Path, form: str, *, misses: bool = False, encoding: str | None = None) -> str:
    """The measures of a report against its annotation, as a table for people or as JSON.

    Raises:
        InputError: The report or the annotation cannot be used, or they do not belong together.
    """
    source = read_source(report, encoding)
    text = AnnotatedText(source.data.decode("utf-8-sig"))
    annotation = read_annotation(gold, text)
    if annotation.is_elsewhere:
        raise InputError(f"no words of the annotation {gold} stand in {report}: it is of another text")
    graph = KnowledgeGraph.of_facts([(read_facts(source), source.data)])
    evaluation = evaluate(graph.triples, annotation, text)
    return _as_json(evaluation, misses) if form == "json" else _as_table(evaluation, misses)


def _as_table(evaluation: Evaluation, misses: bool) -> str:
    lines = [f"{name:44} {m.hit:5} of {m.of:<5} {_share(m)}".rstrip() for name, m in evaluation.measures.items()]
    return "\n".join((*lines, *(_missed(evaluation.misses) if misses else ()))) + "\n"


def _share(measure: Measure) -> str:
    return "" if measure.ratio is None else f"{measure.ratio:.3f}"


def _missed(misses: Iterable[Miss]) -> Iterable[str]:
    for kind, group in groupby(sorted(misses, key=lambda miss: miss.kind), key=lambda miss: miss.kind):
        rows = [" ".join(miss.what.split())[:_LONGEST] for miss in group]
        yield f"\n{kind} ({len(rows)})"
        yield from (f"  {row}" for row in rows)


def _as_json(evaluation: Evaluation, misses: bool) -> str:
    content: dict[str, object] = {
        "measures": {name: {"hit": m.hit, "of": m.of, "ratio": m.ratio} for name, m in evaluation.measures.items()}
    }
    if misses:
        content["misses"] = [{"kind": miss.kind, "what": miss.what} for miss in evaluation.misses]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
