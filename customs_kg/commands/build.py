"""`customs-kg build`: reports to a folder with the graph, the page and the summary."""

from __future__ import annotations

import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from customs_kg.graph.files import check_replaceable
from customs_kg.graph.model import ReportFacts
from customs_kg.ontology.errors import InputError
from customs_kg.summary import describe_build

DIGEST = "china-customs-2016-digest.txt"


def run_build(reports: Sequence[Path], folder: Path, *, progress: TextIO | None = None) -> str:
    """Read the reports, or the bundled digest when there are none, and write the build folder whole.

    Args:
        reports: Files to read.
        folder: Folder to write; a former build there is replaced in one step.
        progress: Where the steps are named as they go, for a person who waits.

    Returns:
        What was found, for people.

    Raises:
        InputError: A report cannot be used.
        OutputError: The folder cannot be written.
    """
    check_replaceable(folder)
    sources = [read_source(path) for path in reports] or [read_digest()]
    facts = []
    for name, data in sources:
        _say(progress, f"reading {name} ...")
        facts.append(_read_facts(data, name))
    _say(progress, "writing the graph and the page ...")
    started = time.perf_counter()
    _write(folder, facts, sources)
    _say(progress, f"written in {time.perf_counter() - started:.1f} s")
    page = folder / "graph.html"
    return f"{describe_build(facts)}Wrote {folder / 'graph.ttl'}, {page} and {folder / 'summary.json'}\n"


def read_source(path: Path) -> tuple[str, bytes]:
    """The name and bytes of a report.

    Raises:
        InputError: It is missing, a folder, empty or unreadable.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; name the report files in it, such as {path}/report.txt")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"there is no file {path}; give the path of a report as text") from None
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    if not data.strip():
        raise InputError(f"{path} is empty; a report as UTF-8 text was expected")
    return path.name, data


def read_digest() -> tuple[str, bytes]:
    """The name and bytes of the bundled digest of the China Customs report of 2016."""
    return DIGEST, files("customs_kg").joinpath("examples", DIGEST).read_bytes()


def _read_facts(data: bytes, name: str) -> ReportFacts:
    from customs_kg.builders.pipeline import read_report

    return read_report(data, name)


def _write(folder: Path, facts: Sequence[ReportFacts], sources: Sequence[tuple[str, bytes]]) -> None:
    from customs_kg.graph.files import GRAPH_FILE, PAGE_FILE, SUMMARY_FILE, TEXT_FOLDER, write_build
    from customs_kg.graph.page import write_page
    from customs_kg.graph.triples import report_triples
    from customs_kg.graph.turtle import write_turtle
    from customs_kg.graph.view import build_view
    from customs_kg.summary import write_summary

    contents = {
        GRAPH_FILE: write_turtle(report_triples(*facts)),
        PAGE_FILE: write_page(build_view(facts)),
        SUMMARY_FILE: write_summary(facts),
        **{f"{TEXT_FOLDER}/{name}": data for name, data in sources},
    }
    write_build(folder, contents)


def _say(progress: TextIO | None, words: str) -> None:
    if progress is not None:
        progress.write(f"{words}\n")
        progress.flush()
