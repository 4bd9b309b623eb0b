import csv
import io
import json
from itertools import count, islice

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, XSD
from customs_kg.queries.run import Answer, RowStream, Solutions, Statements, TripleStream, Truth
from customs_kg.queries.tables import stream_answer, to_csv, to_json, to_text, write_answer

DECIMAL = ox.NamedNode(XSD + "decimal")
TRIPLE = ox.Triple(ox.NamedNode(CK + "a"), ox.NamedNode(CK + "b"), ox.Literal("c"))
SOLUTIONS = Solutions(
    ("thing", "value", "note"),
    (
        (ox.NamedNode(CK + "Operation"), ox.Literal("-5.20", datatype=DECIMAL), ox.Literal("two\n\nlines")),
        (ox.BlankNode("b0"), None, ox.Literal("国家", language="zh")),
    ),
)
cells = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)


def test_tables_text_is_aligned_and_shortens_iris() -> None:
    lines = to_text(SOLUTIONS).splitlines()
    assert lines[0].split() == ["thing", "value", "note"]
    assert lines[2].split() == ["ck:Operation", "-5.20", "two", "lines"]
    start = lines[0].index("note")
    assert lines[2][start:] == "two lines"
    assert lines[3][start:] == "国家"


@given(st.lists(cells, min_size=1, max_size=4), st.integers(20, 160))
def test_tables_text_wraps_and_loses_no_word(row: list[str], width: int) -> None:
    columns = tuple(f"c{i}" for i in range(len(row)))
    text = to_text(Solutions(columns, (tuple(ox.Literal(cell) for cell in row),)), width=width)
    kept = "".join(char for char in text if not char.isspace())
    for cell in row:
        for word in cell.split():
            if len(word) <= 4:
                assert word in kept


def test_tables_text_keeps_to_the_width() -> None:
    answer = Solutions(("a", "b"), ((ox.Literal("word " * 40), ox.Literal("other " * 40)),))
    assert max(len(line) for line in to_text(answer, width=60).splitlines()) <= 60


def test_tables_text_of_nothing_and_of_truth() -> None:
    assert to_text(Solutions(("a",), ())) == "no rows\n"
    assert to_text(Truth(True)) == "yes\n"
    assert to_text(Truth(False)) == "no\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_tables_csv_makes_formulas_inert(start: str) -> None:
    cell = f'{start}HYPERLINK("x")'
    (_, row) = csv.reader(io.StringIO(to_csv(Solutions(("a",), ((ox.Literal(cell),),))), newline=""))
    assert row == ["'" + cell]


def test_tables_csv_keeps_negative_numbers_numbers() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(SOLUTIONS), newline="")))
    assert rows[0] == ["thing", "value", "note"]
    assert rows[1] == [CK + "Operation", "-5.20", "two\n\nlines"]
    assert rows[2][1:] == ["", "国家"]


@given(st.lists(cells, min_size=1, max_size=4))
def test_tables_csv_reads_back(row: list[str]) -> None:
    columns = tuple(f"c{i}" for i in range(len(row)))
    text = to_csv(Solutions(columns, (tuple(ox.Literal(cell) for cell in row),)))
    (_, back) = csv.reader(io.StringIO(text, newline=""))
    assert [cell.removeprefix("'") for cell in back] == [cell.removeprefix("'") for cell in row]


def test_tables_json_is_what_the_standard_reads() -> None:
    text = to_json(SOLUTIONS)
    back = ox.parse_query_results(text, format=ox.QueryResultsFormat.JSON)
    assert isinstance(back, ox.QuerySolutions)
    assert [v.value for v in back.variables] == ["thing", "value", "note"]
    rows = [tuple(row[name] for name in SOLUTIONS.columns) for row in back]
    assert rows[0] == SOLUTIONS.rows[0]
    assert rows[1][1:] == SOLUTIONS.rows[1][1:]
    assert json.loads(to_json(Truth(True)))["boolean"] is True


def test_tables_turtle_reads_back() -> None:
    text = write_answer(Statements((TRIPLE,)), "turtle")
    assert [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)] == [TRIPLE]
    assert "ck:a ck:b" in text


@pytest.mark.parametrize(
    ("answer", "form", "says"),
    [
        (SOLUTIONS, "turtle", "use table, csv or json"),
        (Truth(True), "csv", "use table or json"),
        (Statements((TRIPLE,)), "csv", "use table, turtle or ntriples"),
        (Statements((TRIPLE,)), "json", "use table, turtle or ntriples"),
    ],
)
def test_tables_form_that_does_not_suit_names_those_that_do(answer: Answer, form: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        write_answer(answer, form)


# --- in parts


def _endless(taken: list[int]) -> RowStream:
    """Rows without end, which notes how many of them were asked for."""
    return RowStream(("n",), ((taken.append(n) or ox.Literal(str(n)),) for n in count()))  # type: ignore[func-returns-value]


@pytest.mark.parametrize("form", ["csv", "json"])
def test_tables_parts_come_while_rows_come(form: str) -> None:
    taken: list[int] = []
    parts = stream_answer(_endless(taken), form)
    text = "".join(islice(parts, 4))
    assert "2" in text
    assert len(taken) == 3


def test_tables_text_holds_no_more_rows_than_it_measures() -> None:
    taken: list[int] = []
    lines = list(islice(stream_answer(_endless(taken), "table"), 3000))
    assert (lines[2], lines[-1]) == ("0\n", "2997\n")
    assert len(taken) <= 3000


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_tables_streams_and_answers_look_the_same(form: str) -> None:
    stream = RowStream(SOLUTIONS.columns, iter(SOLUTIONS.rows))
    assert write_answer(stream, form) == write_answer(SOLUTIONS, form)


def test_tables_triples_come_as_lines_that_read_back() -> None:
    text = write_answer(TripleStream(iter([TRIPLE, TRIPLE])), "ntriples")
    assert len(text.splitlines()) == 2
    assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)} == {TRIPLE}
