"""`customs-kg build`: reports to a folder with the graph, the page and the summary."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from customs_kg.graph.files import GRAPH_FILE, PAGE_FILE, SUMMARY_FILE, check_replaceable, lock_build
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.ontology.integrity import check_vocabulary
from customs_kg.options import DEFAULT_GRAPH
from customs_kg.reports import read_reports, report_files
from customs_kg.summary import describe_build, write_summary
from customs_kg.terminal import Progress


def run_build(
    reports: Sequence[Path],
    folder: Path,
    *,
    encoding: str | None = None,
    processes: int = 1,
    as_json: bool = False,
    progress: Progress | None = None,
) -> str:
    """Read the reports, or the bundled digest when there are none, and write the build folder whole.

    Args:
        reports: Files to read, and folders of them.
        folder: Folder to write; a former build there is replaced in one step.
        encoding: That of text files that do not state their own; UTF-8 if None.
        processes: How many reports are read at once.
        as_json: For programs: what summary.json holds.
        progress: Where the steps are named as they go, for a person who waits.

    Returns:
        What was found, for people or as JSON.

    Raises:
        InputError: A report cannot be used.
        OntologyError: The vocabulary was edited and breaks a rule.
        OutputError: The folder cannot be written, another build writes to it, or the graph is faulty and would
            replace a former build.
    """
    progress = progress or Progress()
    check_replaceable(folder)
    check_vocabulary()
    paths = report_files(reports)
    names = [path.name for path in paths] or ["the bundled digest"]
    with lock_build(folder):
        reports_read = read_reports(paths, encoding, processes=processes)
        read = []
        for number, name in enumerate(names, 1):
            of_all = f" ({number} of {len(names)})" if len(names) > 1 else ""
            with progress.step(f"reading {name}{of_all}"):
                read.append(next(reports_read))
        with progress.step("writing the graph and the page"):
            graph = KnowledgeGraph.of_reports(read)
            graph.save(folder)
    if as_json:
        return write_summary(graph.facts).decode("utf-8")
    written = ", ".join(str(folder / name) for name in (GRAPH_FILE, PAGE_FILE, SUMMARY_FILE))
    there = "" if str(folder) == DEFAULT_GRAPH else f" --graph {shlex.quote(str(folder))}"
    steps = ", ".join(f"customs-kg {command}{there}" for command in ("view", "show", "ask"))
    return f"{describe_build(graph.facts)}Wrote {written}\nNext: {steps}\n"
