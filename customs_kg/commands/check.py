"""`customs-kg check`: what is wrong in a built graph, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.queries.tables import shorten


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The outcome of all checks: text for people, and how many faults there are."""

    text: str
    findings: int


@dataclass(frozen=True, slots=True)
class _Part:
    """The outcome of one check: its faults, a line each, and notes on what is no fault."""

    name: str
    faults: tuple[str, ...]
    notes: tuple[str, ...] = ()
    verdict: str = "ok"


def run_check(folder: Path, *, verbose: bool = False) -> CheckReport:
    """Shapes, quotations and logical consistency of the graph in this folder; `verbose` lists mere remarks.

    Raises:
        InputError: The folder holds no readable graph.
    """
    graph = KnowledgeGraph.open(folder)
    parts = (_check_shapes(graph, verbose), _check_quotations(graph), _check_logic(graph), _list_disagreements(graph))
    lines = [line for part in parts for line in _write(part)]
    findings = sum(len(part.faults) for part in parts)
    lines.append(f"{findings} findings" if findings else "nothing is wrong")
    return CheckReport("\n".join(lines) + "\n", findings)


def _write(part: _Part) -> Iterable[str]:
    verdict = f"{len(part.faults)} findings" if part.faults else part.verdict
    yield f"{part.name}: {verdict}"
    yield from (f"  {line}" for line in (*part.faults, *part.notes))


def _check_shapes(graph: KnowledgeGraph, verbose: bool) -> _Part:
    from customs_kg.graph.shacl import Finding, validate

    def line(finding: Finding) -> str:
        path = f" {shorten(finding.path)}" if finding.path else ""
        return f"{shorten(finding.focus)}{path}: {finding.message} [{finding.shape}]"

    found = validate(graph.triples)
    faults = tuple(line(finding) for finding in found if finding.severity == "violation")
    notes = [f"warning: {line(finding)}" for finding in found if finding.severity == "warning"]
    remarks = [f"remark: {line(finding)}" for finding in found if finding.severity == "info"]
    if remarks and not verbose:
        remarks = [f"{len(remarks)} remarks (see them with --verbose)"]
    return _Part("shapes (SHACL)", faults, (*notes, *remarks))


def _check_quotations(graph: KnowledgeGraph) -> _Part:
    found = graph.misquotations()
    return _Part("quotations", tuple(f"{shorten(f.subject)}: {f.message}" for f in found))


def _check_logic(graph: KnowledgeGraph) -> _Part:
    import pyoxigraph as ox

    from customs_kg.graph.reasoning import check_consistency

    outcome = check_consistency(ox.serialize(graph.triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    faults = (outcome.reason,) if outcome.status == "inconsistent" else ()
    notes = (outcome.reason,) if outcome.status == "skipped" else ()
    part_only = f", {outcome.left_out} triples left out for size" if outcome.left_out else ""
    verdict = f"{outcome.status}, {outcome.checked} triples with the ontology{part_only}"
    return _Part(f"logic ({outcome.reasoner})", faults, notes, "skipped" if outcome.status == "skipped" else verdict)


def _list_disagreements(graph: KnowledgeGraph) -> _Part:
    found = graph.discrepancies()
    notes = tuple(f"{d.type}: {d.comment}" for d in found)
    return _Part("disagreements within the report", (), notes, f"{len(found)}, kept as the report states them")
