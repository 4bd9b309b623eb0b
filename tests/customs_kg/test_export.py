"""`customs-kg export`: every format from the command line, to the screen, a file, a folder and an archive."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, parse

from customs_kg.cli import cli
from customs_kg.graph.exports import FORMATS, FOUR_TABLES, ONE_FILE
from customs_kg.graph.exports.table_files import csv_files
from customs_kg.graph.triples import report_triples
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.summary import write_summary
from tests.graph.sample import sample_facts

TRIPLES = report_triples(sample_facts())
RDF_FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "jsonld-framed": RdfFormat.JSON_LD,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build folder of the invented report. Tests only read it."""
    folder = tmp_path_factory.mktemp("sample") / "kg"
    KnowledgeGraph(TRIPLES, {"summary.json": write_summary([sample_facts()])}).save(folder)
    return folder


def export(built: Path, *arguments: object) -> Result:
    return CliRunner().invoke(cli, ["export", *map(str, arguments), "--graph", str(built)])


def test_the_formats_are_those_that_this_file_knows() -> None:
    assert set(FORMATS) == {*RDF_FORMATS, "graphml", "gexf", *FOUR_TABLES}


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_rdf_on_the_screen_is_the_graph(built: Path, form: str) -> None:
    result = export(built, form)
    assert result.exit_code == 0
    assert {quad.triple for quad in parse(result.stdout_bytes, format=RDF_FORMATS[form])} == set(TRIPLES)


@pytest.mark.parametrize("form", ONE_FILE)
def test_a_file_holds_what_the_screen_shows(built: Path, form: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    result = export(built, form, "-o", target)
    assert (result.exit_code, result.output) == (0, "")
    assert target.read_bytes() == export(built, form).stdout_bytes
    assert list(tmp_path.iterdir()) == [target]


def test_networks_read_back_from_files(built: Path, tmp_path: Path) -> None:
    export(built, "gexf", "-o", tmp_path / "g.gexf")
    export(built, "graphml", "-o", tmp_path / "g.graphml")
    gexf = nx.read_gexf(tmp_path / "g.gexf")
    graphml = nx.read_graphml(tmp_path / "g.graphml", edge_key_type=str, force_multigraph=True)
    assert set(gexf) == set(graphml)
    assert gexf.number_of_edges() == graphml.number_of_edges() > 0


def test_csv_fills_a_folder(built: Path, tmp_path: Path) -> None:
    assert export(built, "csv", "-o", tmp_path / "a" / "tables").exit_code == 0
    assert {p.name: p.read_bytes() for p in (tmp_path / "a" / "tables").iterdir()} == csv_files(TRIPLES)


def test_csv_fills_an_archive(built: Path, tmp_path: Path) -> None:
    assert export(built, "csv", "-o", tmp_path / "tables.ZIP").exit_code == 0
    archive = zipfile.ZipFile(tmp_path / "tables.ZIP")
    assert {name: archive.read(name) for name in archive.namelist()} == csv_files(TRIPLES)


def test_parquet_fills_a_folder_that_pandas_reads(built: Path, tmp_path: Path) -> None:
    import pandas as pd  # type: ignore[import-untyped]

    assert export(built, "parquet", "-o", tmp_path / "tables").exit_code == 0
    figures = pd.read_parquet(io.BytesIO((tmp_path / "tables" / "figures.parquet").read_bytes()))
    assert len(figures) == len(sample_facts().observations)


@pytest.mark.parametrize("form", FOUR_TABLES)
def test_tables_need_a_place(built: Path, form: str) -> None:
    result = export(built, form)
    assert result.exit_code == 2
    assert result.stderr == f"customs-kg: {form} is four tables: name a folder or a .zip file for them with -o\n"


@pytest.mark.parametrize("form", ["csv", "gexf"])
def test_a_place_that_cannot_be_written_is_one_line(built: Path, form: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    result = export(built, form, "-o", tmp_path / "file" / "below")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "cannot write" in result.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_a_write_that_fails_half_way_leaves_the_former_file(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "graph.gexf"
    target.write_bytes(b"former")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = export(built, "gexf", "-o", target)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"graph.gexf": b"former"}


def test_an_unknown_format_lists_those_there_are(built: Path) -> None:
    result = export(built, "docx")
    assert result.exit_code == 2
    assert all(form in result.stderr for form in FORMATS)


def test_the_help_names_every_format() -> None:
    shown = CliRunner().invoke(cli, ["export", "--help"]).stdout
    assert all(form in shown for form in FORMATS)


@pytest.mark.parametrize(("statements", "word"), [("rdf12", b"rdf:reifies <<( "), ("owl", b"owl:annotatedSource")])
def test_claims_are_exported_in_another_form(built: Path, statements: str, word: bytes) -> None:
    result = export(built, "turtle", "--statements", statements)
    assert result.exit_code == 0
    assert result.stdout_bytes.count(word) == {"rdf12": 6, "owl": 5}[statements]
    assert word not in export(built, "turtle").stdout_bytes


@pytest.mark.parametrize(("form", "statements"), [("rdfxml", "rdf12"), ("trig", "owl"), ("csv", "rdf12")])
def test_a_format_that_cannot_hold_that_form_of_claims_is_refused(built: Path, form: str, statements: str) -> None:
    result = export(built, form, "--statements", statements)
    assert result.exit_code == 2
    assert f"--statements {statements} can be written as turtle" in result.stderr
