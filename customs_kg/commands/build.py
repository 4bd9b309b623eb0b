"""`customs-kg build`: reports to a folder with the graph, the page and the summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from customs_kg.graph.files import GRAPH_FILE, PAGE_FILE, SUMMARY_FILE, check_replaceable, lock_build
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.ontology.integrity import check_vocabulary
from customs_kg.reports import read_reports, report_files
from customs_kg.summary import describe_build


def run_build(
    reports: Sequence[Path],
    folder: Path,
    *,
    encoding: str | None = None,
    processes: int = 1,
    progress: TextIO | None = None,
) -> str:
    """Read the reports, or the bundled digest when there are none, and write the build folder whole.

    Args:
        reports: Files to read, and folders of them.
        folder: Folder to write; a former build there is replaced in one step.
        encoding: That of text files that do not state their own; UTF-8 if None.
        processes: How many reports are read at once.
        progress: Where the steps are named as they go, for a person who waits.

    Returns:
        What was found, for people.

    Raises:
        InputError: A report cannot be used.
        OntologyError: The vocabulary was edited and breaks a rule.
        OutputError: The folder cannot be written, another build writes to it, or the graph is faulty and would
            replace a former build.
    """
    check_replaceable(folder)
    check_vocabulary()
    paths = report_files(reports)
    with lock_build(folder):
        _say(progress, f"reading {', '.join(path.name for path in paths) or 'the bundled digest'} ...")
        read = []
        for report in read_reports(paths, encoding, processes=processes):
            read.append(report)
            _say(progress, f"read {report.facts.text.name} ({len(read)} of {len(paths) or 1})")
        _say(progress, "writing the graph and the page ...")
        graph = KnowledgeGraph.of_reports(read)
        graph.save(folder)
    written = ", ".join(str(folder / name) for name in (GRAPH_FILE, PAGE_FILE, SUMMARY_FILE))
    return f"{describe_build(graph.facts)}Wrote {written}\n"


def _say(progress: TextIO | None, words: str) -> None:
    if progress is not None:
        progress.write(f"{words}\n")
        progress.flush()
