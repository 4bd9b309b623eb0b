"""Tables: CSV read by the standard library and by pandas, Parquet by pandas, each compared with the graph."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pandas as pd  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.graph.exports.table_files import csv_files, graph_frames, parquet_files, zip_files
from customs_kg.graph.exports.tables import Cell, ColumnKind, Table, graph_tables
from customs_kg.graph.index import GraphIndex
from customs_kg.graph.records import read_figures, read_plans
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK
from tests.graph.exports.two_reports import two_reports
from tests.graph.hostile import hostile_facts
from tests.graph.sample import CASES, GATE, GUILD, LANTERN, PORT, TERRITORY, sample_facts, span_of

SAMPLE = report_triples(sample_facts())
GRAPHS = {"sample": SAMPLE, "hostile": report_triples(hostile_facts()), "two reports": report_triples(*two_reports())}
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows_of(name: str, graph: str = "sample") -> dict[str, dict[str, Cell]]:
    """The rows of a table by IRI."""
    (table,) = [table for table in graph_tables(GRAPHS[graph]) if table.name == name]
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return {str(row["iri"]): row for row in rows}


def read_back(text: str, kind: ColumnKind) -> Cell:
    """A CSV cell as the value that was written."""
    text = text.removeprefix("'")
    if kind is ColumnKind.LIST:
        return tuple(text.split(" | ")) if text else ()
    if kind is ColumnKind.TRUTH:
        return {"true": True, "false": False, "": None}[text]
    if kind is ColumnKind.INTEGER:
        return int(text) if text else None
    return text or None


def as_read(cell: Cell) -> Cell:
    """CSV makes no difference between an empty text and none."""
    return None if cell == "" else cell


@pytest.mark.parametrize("graph", GRAPHS)
def test_csv_comes_back_as_the_tables(graph: str) -> None:
    files = csv_files(GRAPHS[graph])
    for table in graph_tables(GRAPHS[graph]):
        header, *rows = csv.reader(io.StringIO(files[f"{table.name}.csv"].decode("utf-8"), newline=""))
        assert header == list(table.columns)
        kinds = list(table.columns.values())
        back = [tuple(read_back(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in rows]
        assert back == [tuple(as_read(cell) for cell in row) for row in table.rows]


@pytest.mark.parametrize("graph", GRAPHS)
def test_pandas_reads_the_csv_with_the_same_numbers(graph: str) -> None:
    figures = pd.read_csv(io.BytesIO(csv_files(GRAPHS[graph])["figures.csv"]), dtype_backend="numpy_nullable")
    expected = {iri: Decimal(str(row["value"])) for iri, row in rows_of("figures", graph).items()}
    assert {iri: Decimal(str(value)) for iri, value in zip(figures["iri"], figures["value"], strict=True)} == expected


@pytest.mark.parametrize("graph", GRAPHS)
def test_parquet_comes_back_as_the_frames(graph: str) -> None:
    frames = graph_frames(GRAPHS[graph])
    files = parquet_files(GRAPHS[graph])
    assert set(files) == {f"{name}.parquet" for name in frames}
    for name, frame in frames.items():
        back: Any = pd.read_parquet(io.BytesIO(files[f"{name}.parquet"]))
        for column in frame.columns:
            if str(frame.dtypes[column]) == "object":
                back[column] = [list(cell) for cell in back[column]]
        pd.testing.assert_frame_equal(back, frame)


def test_frames_have_types_for_notebooks() -> None:
    figures: Any = graph_frames(SAMPLE)["figures"]
    types = {name: str(figures[name].dtype) for name in ("value", "start", "derived", "indicator")}
    assert types == {"value": "float64", "start": "Int64", "derived": "boolean", "indicator": "string"}
    assert set(figures["period_start"].dt.year) == {2020}
    assert figures["value"].max() == 4230000000


def test_an_empty_graph_gives_empty_tables_with_their_columns() -> None:
    frames = graph_frames([])
    assert [len(frame) for frame in frames.values()] == [0, 0, 0, 0]
    assert list(frames["plans"].columns)[:2] == ["iri", "actors"]
    assert csv_files([])["facts.csv"].startswith(b"iri,subject,relation,object,")


def test_every_thing_claim_figure_and_plan_is_a_row() -> None:
    index = GraphIndex(SAMPLE)
    assert set(rows_of("things")) == set(index.things())
    assert set(rows_of("facts")) == set(index.instances(CK + "Claim"))
    assert set(rows_of("figures")) == {figure.iri for figure in read_figures(index)}
    assert set(rows_of("plans")) == {plan.iri for plan in read_plans(index)}


def test_a_thing_has_its_names_and_where_it_is_first_named() -> None:
    thing = rows_of("things")[LANTERN]
    assert (thing["label"], thing["class"], thing["aliases"]) == ("Lantern 2020", "operation", ("Operation “Lantern”",))
    assert thing["section"] == "FOREWORD"
    assert thing["quotation"] == "Operation “Lantern”"
    assert rows_of("things")[TERRITORY]["code"] == "XRU"


def test_a_fact_names_both_ends_and_its_words() -> None:
    (fact,) = [row for row in rows_of("facts").values() if row["object_iri"] == GUILD]
    assert (fact["subject"], fact["relation"]) == ("Head Office", "supervises")
    assert (fact["modality"], fact["confidence"]) == ("standing", "0.95")
    assert str(fact["quotation"]).startswith("Head Office manages")


def test_a_figure_has_value_unit_kind_period_and_place() -> None:
    (change,) = [row for row in rows_of("figures").values() if row["indicator_iri"] == CASES]
    assert {name: change[name] for name in ("value", "unit", "kind", "period_end", "base_period")} == {
        "value": "3.5", "unit": "percent", "kind": "yoy-percent", "period_end": "2021-01-01", "base_period": "2019",
    }  # fmt: skip
    assert change["start"] == span_of("cases rose by 3.5 percent").start


def test_a_plan_has_its_due_date_and_target() -> None:
    plans = list(rows_of("plans").values())
    (extend,) = [row for row in plans if row["due_basis"] == "stated"]
    (cut,) = [row for row in plans if row["target"]]
    assert extend["acts_on"] == ("port of Strelsau", "Harbour\\Gate")
    assert (extend["due"], extend["due_end"], extend["target_value"]) == ("first half of 2021", "2021-07-01", None)
    assert (cut["target"], cut["target_value"], cut["target_kind"]) == ("one fifth", "-20", "target-change")
    assert {GATE, PORT} <= set(rows_of("things"))


def test_rows_stand_in_the_order_of_the_report() -> None:
    starts = [row["start"] for row in rows_of("figures").values()]
    assert starts == sorted(starts, key=lambda start: int(str(start)))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=20))
def test_no_text_becomes_a_formula_and_none_is_lost(words: str) -> None:
    from customs_kg.graph.exports import table_files

    table = Table("t", {"a": ColumnKind.TEXT, "b": ColumnKind.DECIMAL}, ((words, words),))
    _, (text, number) = csv.reader(io.StringIO(table_files._csv(table).decode("utf-8"), newline=""))
    assert not text.startswith(FORMULAS)
    assert text.removeprefix("'") == words or text == words
    assert not number.startswith(FORMULAS) or Decimal(number) is not None


@pytest.mark.parametrize("start", FORMULAS)
def test_a_name_that_looks_like_a_formula_starts_with_an_apostrophe(start: str) -> None:
    facts = sample_facts()
    entity = replace(facts.entities[3], label=f"{start}cmd|' /C calc'!A0")
    graph = report_triples(replace(facts, entities=(*facts.entities[:3], entity, *facts.entities[4:])))
    rows = list(csv.DictReader(io.StringIO(csv_files(graph)["things.csv"].decode("utf-8"), newline="")))
    (label,) = [row["label"] for row in rows if row["iri"] == LANTERN]
    assert label == f"'{start}cmd|' /C calc'!A0"


def test_a_negative_number_stays_a_number() -> None:
    rows = list(csv.DictReader(io.StringIO(csv_files(SAMPLE)["plans.csv"].decode("utf-8"), newline="")))
    assert "-20" in {row["target_value"] for row in rows}


def test_an_archive_holds_the_files_and_no_time_of_day() -> None:
    files = csv_files(SAMPLE)
    data = zip_files(files)
    assert data == zip_files(dict(reversed(files.items())))
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("missing", ["pandas", "pyarrow"])
def test_without_its_libraries_parquet_names_the_extra(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(InputError, match=rf"{missing} is not installed: .*customs-kg\[pandas\]"):
        parquet_files(SAMPLE)
