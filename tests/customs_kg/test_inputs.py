"""`customs-kg build` on files of every kind, on folders and on what it cannot read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from customs_kg.cli import cli
from customs_kg.graph.index import GraphIndex
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.ontology.iris import CK
from tests.builders.inputs.documents import Part, as_docx, as_html, as_markdown, as_pdf

PARTS = [
    Part("title", "Ruritania Customs annual report 2020"),
    Part("heading", "1. Control"),
    Part("paragraph", "In 2020, Ruritania Customs seized 7.50 tonnes of tobacco. Revenue rose by 3.5 percent in 2020."),
    Part("heading", "2. Plans"),
    Part("paragraph", "In 2021, Ruritania Customs will open an office at the port of Strelsau."),
]
TEXT = "\n\n".join(part.text for part in PARTS) + "\n"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `customs-kg build` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli, ["build", *map(str, arguments)])


def figures(folder: Path) -> list[tuple[str, str]]:
    return sorted((f.stated, f.kind) for f in KnowledgeGraph.open(folder).figures())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.html", as_html(PARTS)), ("report.md", as_markdown(PARTS)), ("report.docx", as_docx(PARTS)),
        ("report.pdf", as_pdf(PARTS)), ("report.txt", TEXT.encode("utf-16")),
    ],
)  # fmt: skip
def test_every_kind_gives_the_figures_of_the_text(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / "plain.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_bytes(data)
    assert run("plain.txt", "-o", "plain").exit_code == 0
    result = run(name, "-o", "made")
    assert result.exit_code == 0, result.output
    assert figures(tmp_path / "made") == figures(tmp_path / "plain") != []
    assert KnowledgeGraph.open(tmp_path / "made").misquotations() == []


def test_the_evidence_of_a_pdf_has_pages_and_the_text_is_kept(run: Run, tmp_path: Path) -> None:
    data = as_pdf(PARTS)
    (tmp_path / "report.pdf").write_bytes(data)
    assert run("report.pdf").exit_code == 0
    graph = KnowledgeGraph.open(tmp_path / "kg")
    index = GraphIndex(graph.triples)
    spans = index.instances(CK + "EvidenceSpan")
    assert {tuple(index.values(span, CK + "page")) for span in spans} == {("1",)}
    (text,) = index.instances(CK + "ReportText")
    (stored,) = (tmp_path / "kg" / "text").iterdir()
    assert index.value(text, CK + "sha256").startswith(stored.stem)
    import hashlib

    assert index.value(text, CK + "originalSha256") == hashlib.sha256(data).hexdigest()
    shown = CliRunner().invoke(cli, ["show", "Ruritania Customs", "--graph", str(tmp_path / "kg")])
    assert "— 1. Control, page 1" in shown.stdout
    checked = CliRunner().invoke(cli, ["check", "--graph", str(tmp_path / "kg")])
    assert checked.exit_code == 0, checked.output


def test_a_folder_is_read_by_name_and_other_files_in_it_are_passed_over(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "below").mkdir(parents=True)
    (folder / "b-2020.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a-2021.html").write_bytes(as_html([Part(p.kind, p.text.replace("2020", "2021")) for p in PARTS]))
    (folder / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (folder / "~$b.docx").write_bytes(b"lock")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "below" / "c.txt").write_text(TEXT, encoding="utf-8")
    result = run("reports")
    assert result.exit_code == 0, result.output
    texts = json.loads((tmp_path / "kg" / "summary.json").read_text(encoding="utf-8"))["texts"]
    assert [text["name"] for text in texts] == ["a-2021.html", "b-2020.txt"]


def test_a_link_in_a_folder_is_not_followed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "reports").mkdir()
    try:
        (tmp_path / "reports" / "report.txt").symlink_to(tmp_path / "elsewhere.txt")
    except OSError:
        pytest.skip("this system lets nobody make links")
    result = run("reports")
    assert result.exit_code == 2
    assert "holds no report" in result.stderr


def test_an_encoding_can_be_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(TEXT.replace("office", "café").encode("cp1252"))
    refused = run("report.txt")
    assert (refused.exit_code, len(refused.stderr.splitlines())) == (2, 1)
    assert "--encoding" in refused.stderr
    assert run("report.txt", "--encoding", "cp1252").exit_code == 0
    assert "café" in next((tmp_path / "kg" / "text").iterdir()).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["missing.pdf", "empty.pdf", "folder", "scan.pdf", "locked.pdf", "old.doc", "bad.docx"]
)
def test_what_cannot_be_read_is_one_line_and_leaves_no_folder(run: Run, tmp_path: Path, name: str) -> None:
    from fpdf import FPDF

    blank = FPDF()
    blank.add_page()
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    (tmp_path / "scan.pdf").write_bytes(bytes(blank.output()))
    (tmp_path / "locked.pdf").write_bytes(as_pdf(PARTS, password="hush"))  # noqa: S106
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 500)
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04" + b"\0" * 500)
    result = run(name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr
    assert not (tmp_path / "kg").exists()


def test_a_bad_file_among_good_ones_is_found_before_the_work(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    result = run("good.txt", "bad.docx")
    assert result.exit_code == 2
    assert "bad.docx" in result.stderr


def test_the_library_takes_a_folder_and_an_encoding(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(TEXT.encode("utf-16-le"))
    graph = KnowledgeGraph.build(tmp_path, encoding="utf-16-le")
    assert [figure.stated for figure in graph.figures()] == ["7.50 tonnes", "3.5 percent"]
