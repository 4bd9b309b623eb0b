"""What a person at a terminal sees, in a pseudo-terminal of the system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from customs_kg.graph.triples import report_triples
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.summary import write_summary
from customs_kg.terminal import bold_headings
from tests.graph.sample import TEXT, sample_facts

posix = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are of POSIX")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the invented report is built as kg/, and stands as report.txt."""
    folder = tmp_path_factory.mktemp("terminal")
    KnowledgeGraph(report_triples(sample_facts()), {"summary.json": write_summary([sample_facts()])}).save(
        folder / "kg"
    )
    (folder / "report.txt").write_text(TEXT, encoding="utf-8", newline="")
    return folder


def at_terminal(folder: Path, *arguments: str, **environment: str) -> tuple[str, int]:
    """What the command writes to a terminal of 24 lines, standard error included, and its exit code."""
    import pty

    ours, theirs = pty.openpty()
    base = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "PAGER", "LESS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "customs_kg", *arguments],
        cwd=folder,
        env={**base, "TERM": "xterm", "COLUMNS": "100", "LINES": "24", "PAGER": "sed s/^/paged:/", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n"), process.wait()


@posix
def test_headings_are_bold_unless_no_color_says_otherwise(built: Path) -> None:
    text, code = at_terminal(built, "show", "--class", "Operation")
    assert (text, code) == ("\x1b[1mOperation (1)\x1b[0m\n  Lantern 2020\n", 0)
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        text, code = at_terminal(built, "show", "--class", "Operation", **environment)
        assert (text, code) == ("Operation (1)\n  Lantern 2020\n", 0)


@posix
def test_what_is_longer_than_the_screen_goes_through_the_pager(built: Path) -> None:
    text, code = at_terminal(built, "query", "SELECT * { ?s ?p ?o } LIMIT 50", NO_COLOR="1")
    lines = text.splitlines()
    assert code == 0
    assert len(lines) >= 52
    assert all(line.startswith("paged:") for line in lines)


@posix
def test_what_fits_the_screen_does_not(built: Path) -> None:
    text, _ = at_terminal(built, "query", "SELECT ?s { ?s a ck:Operation }")
    assert "paged:" not in text
    assert len(text.splitlines()) == 3


@posix
def test_a_person_sees_what_is_being_done_and_it_goes_away(built: Path) -> None:
    text, code = at_terminal(built, "build", "report.txt", "-o", "made")
    assert code == 0
    assert "\rreading report.txt ..." in text
    assert "\rwriting the graph and the page ..." in text
    assert text.rpartition("\r")[2].startswith("Read ")
    text, code = at_terminal(built, "build", "report.txt", "-o", "made", "--quiet")
    assert (text, code) == ("", 0)


@posix
def test_words_of_a_report_cannot_command_the_terminal(built: Path) -> None:
    query = 'SELECT ?a { BIND("red \\u001B[31m bell \\u0007 up \\u009B1A" AS ?a) }'
    text, code = at_terminal(built, "query", query)
    assert code == 0
    assert not set("\x1b\x07\x9b") & set(text)
    assert "red \ufffd[31m" in text


@posix
def test_progress_stays_out_of_pipes(built: Path) -> None:
    command = [sys.executable, "-m", "customs_kg", "check"]
    done = subprocess.run(command, cwd=built, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "\x1b" not in done.stdout


def test_only_lines_at_the_margin_are_headings_whatever_the_parts_are() -> None:
    text = "Title\n\n  body\n\tbody\nnext"
    bold = "\x1b[1mTitle\x1b[0m\n\n  body\n\tbody\n\x1b[1mnext\x1b[0m"
    assert "".join(bold_headings([text])) == "".join(bold_headings(text)) == bold
