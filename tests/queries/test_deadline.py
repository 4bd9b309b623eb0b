"""Waiting for work that may never end."""

import threading
from collections.abc import Iterator
from itertools import count, islice

import pyoxigraph as ox
import pytest

from customs_kg.ontology.errors import InputError
from customs_kg.queries.deadline import within
from customs_kg.queries.run import RowStream, Solutions, Statements, TripleStream, Truth, run_query, stream_query

LONG = "SELECT (COUNT(*) AS ?n) WHERE { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(3)) + " }"


@pytest.mark.parametrize("seconds", [None, 60.0])
def test_items_come_in_order(seconds: float | None) -> None:
    assert list(within(seconds, lambda: range(100))) == list(range(100))


def test_an_error_of_the_work_is_raised_after_what_came_before() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise KeyError("lost")

    items = within(None, failing)
    assert next(items) == 1
    with pytest.raises(KeyError, match="lost"):
        next(items)


def test_work_that_does_not_come_back_is_given_up() -> None:
    end = threading.Event()

    def hanging() -> Iterator[int]:
        yield 1
        end.wait()

    items = within(0.05, hanging)
    assert next(items) == 1
    with pytest.raises(TimeoutError):
        next(items)
    end.set()


def test_work_that_nobody_waits_for_any_more_ends() -> None:
    ended = threading.Event()

    def endless() -> Iterator[int]:
        try:
            yield from count()
        finally:
            ended.set()

    items = within(None, endless)
    assert list(islice(items, 3)) == [0, 1, 2]
    items.close()  # type: ignore[attr-defined]
    assert ended.wait(60)


@pytest.fixture(scope="module")
def many() -> ox.Store:
    """Two hundred triples: three of them in any order are eight million rows."""
    store = ox.Store()
    node = ox.NamedNode("https://example.org/n")
    store.extend(ox.Quad(node, node, ox.Literal(str(n))) for n in range(200))
    return store


def test_a_query_that_takes_too_long_is_given_up(many: ox.Store) -> None:
    with pytest.raises(InputError, match=r"stopped after 0\.001 s .* LIMIT"):
        run_query(many, LONG, timeout=0.001)


def test_a_stream_gives_the_first_rows_before_the_last(many: ox.Store) -> None:
    stream = stream_query(many, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert isinstance(stream, RowStream)
    assert len(list(islice(stream.rows, 2000))) == 2000


def test_an_answer_in_time_is_the_answer(many: ox.Store) -> None:
    for query in ("SELECT ?c { ?a ?b ?c } ORDER BY ?c", "ASK { ?a ?b ?c }", "CONSTRUCT WHERE { ?a ?b ?c }"):
        assert run_query(many, query, timeout=60) == run_query(many, query)
    kinds = [type(run_query(many, query)) for query in ("SELECT * {}", "ASK {}", "DESCRIBE <x:x>")]
    assert kinds == [Solutions, Truth, Statements]
    assert isinstance(stream_query(many, "CONSTRUCT WHERE { ?a ?b ?c }"), TripleStream)


def test_a_malformed_query_is_refused_before_any_row(many: ox.Store) -> None:
    with pytest.raises(InputError, match="line 1, column"):
        stream_query(many, "SELECT ?x {", timeout=60)
