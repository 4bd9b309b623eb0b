"""`customs-kg check`: what is wrong in a built graph, and where."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.queries.tables import shorten
from customs_kg.terminal import Progress

if TYPE_CHECKING:
    from customs_kg.graph.accounts import Account
    from customs_kg.graph.shacl import Finding

_QUOTED = 2  # quotations shown with one finding
_LONGEST_QUOTATION = 160


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


def run_check(
    folder: Path, *, verbose: bool = False, as_json: bool = False, progress: Progress | None = None
) -> CheckReport:
    """Shapes, checks across nodes, quotations and logical consistency.

    Args:
        folder: A build.
        verbose: List mere remarks too.
        as_json: For programs: a list of the checks, each with its name, verdict, faults and notes.
        progress: Where the checks are named as they go, for a person who waits.

    Raises:
        InputError: The folder holds no readable graph.
    """
    progress = progress or Progress()
    graph = KnowledgeGraph.open(folder)
    steps: tuple[tuple[str, Callable[[], Sequence[_Part]]], ...] = (
        ("checking shapes", lambda: [_check_shapes(graph, verbose)]),
        ("checking across nodes", lambda: [_check_across(graph, verbose)]),
        ("comparing quotations", lambda: [_check_quotations(graph), *_check_corrections(graph)]),
        ("reasoning", lambda: [_check_logic(graph)]),
        ("listing disagreements", lambda: [_list_disagreements(graph)]),
    )
    parts: list[_Part] = []
    for words, step in steps:
        with progress.step(words):
            parts.extend(step())
    return _report(parts, as_json)


def _report(parts: Sequence[_Part], as_json: bool) -> CheckReport:
    if as_json:
        data = [{**asdict(part), "verdict": _verdict(part)} for part in parts]
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        return CheckReport(text, sum(len(part.faults) for part in parts))
    lines = [line for part in parts for line in _write(part)]
    faults = [fault for part in parts for fault in part.faults]
    lines.append(_count(faults) if faults else "nothing is wrong")
    return CheckReport("\n".join(lines) + "\n", len(faults))


def _count(faults: Sequence[str]) -> str:
    return "1 finding" if len(faults) == 1 else f"{len(faults)} findings"


def _verdict(part: _Part) -> str:
    return _count(part.faults) if part.faults else part.verdict


def _write(part: _Part) -> Iterable[str]:
    yield f"{part.name}: {_verdict(part)}"
    yield from (f"  {line}" for line in (*part.faults, *part.notes))


def _check_shapes(graph: KnowledgeGraph, verbose: bool) -> _Part:
    from customs_kg.graph.shacl import validate

    return _part_of("shapes (SHACL)", validate(graph.triples), graph, verbose)


def _check_across(graph: KnowledgeGraph, verbose: bool) -> _Part:
    from customs_kg.graph.crosschecks import cross_check

    return _part_of("checks across nodes (SPARQL)", cross_check(graph.triples), graph, verbose)


def _part_of(name: str, findings: Sequence[Finding], graph: KnowledgeGraph, verbose: bool) -> _Part:
    from customs_kg.graph.accounts import account_for

    told = [(account.finding.severity, _line(account)) for account in account_for(findings, graph.triples)]
    faults = tuple(line for severity, line in told if severity == "violation")
    notes = [f"warning: {line}" for severity, line in told if severity == "warning"]
    remarks = [f"remark: {line}" for severity, line in told if severity == "info"]
    if remarks and not verbose:
        counted = "1 remark" if len(remarks) == 1 else f"{len(remarks)} remarks"
        remarks = [f"{counted} (see {'it' if len(remarks) == 1 else 'them'} with --verbose)"]
    return _Part(name, faults, (*notes, *remarks))


def _line(account: Account) -> str:
    """The thing, the rule with what to do, and below it the words of the report."""
    finding = account.finding
    path = f", {account.property}" if account.property else ""
    lines = [f"{account.thing} ({shorten(finding.focus)}){path}: {finding.message} [{finding.shape}]"]
    for quotation in account.words[:_QUOTED]:
        words = textwrap.shorten(quotation.exact, _LONGEST_QUOTATION, placeholder=" ...")
        section = f"{quotation.section}, " if quotation.section else ""
        lines.append(f'    "{words}" ({section}characters {quotation.start}-{quotation.end})')
    return "\n".join(lines)


def _check_quotations(graph: KnowledgeGraph) -> _Part:
    found = graph.misquotations()
    return _Part("quotations", tuple(f"{shorten(f.subject)}: {f.message}" for f in found))


def _check_corrections(graph: KnowledgeGraph) -> tuple[_Part, ...]:
    """Nothing where nobody corrected anything."""
    checked = graph.corrections()
    faults = tuple(f"{c.correction.kind} {shorten(c.correction.iri)}: {c.fault} [{c.file}]" for c in checked if c.fault)
    verdict = "1 holds" if len(checked) == 1 else f"all {len(checked)} hold"
    return (_Part("corrections", faults, verdict=verdict),) if checked else ()


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
