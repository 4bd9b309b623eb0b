"""SPARQL over a built graph: parameters bound as RDF terms, results as values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, ID, PREFIXES, XSD
from customs_kg.queries.deadline import within
from customs_kg.queries.library import Parameter, ParameterType, Question

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped]
    import pyoxigraph as ox

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
    Row = tuple[Term | None, ...]

_LARGEST_BATCH = 1024
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer of a SELECT: one tuple a row, in the order of `columns`; None is unbound."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def to_frame(self) -> pd.DataFrame:
        """A pandas frame: numbers as numbers, other literals as text, IRIs in full, None where unbound.

        >>> kg.query("SELECT ?name ?value { ?figure ck:value ?value }").to_frame()["value"].max().item()
        4230000000.0

        Raises:
            InputError: pandas is not installed.
        """
        from customs_kg.graph.notebook import make_frame

        return make_frame(self.columns, [[_value(term) for term in row] for row in self.rows])

    def _repr_html_(self) -> str:
        from customs_kg.graph.notebook import write_html
        from customs_kg.queries.tables import plain

        return write_html(self.columns, [[plain(term) for term in row] for row in self.rows])


@dataclass(frozen=True, slots=True)
class Truth:
    """The answer of an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Statements:
    """The answer of a CONSTRUCT or DESCRIBE, each triple once, in the order in which they were found."""

    triples: tuple[ox.Triple, ...]


Answer = Solutions | Truth | Statements


@dataclass(frozen=True, slots=True)
class RowStream:
    """The answer of a SELECT while it comes: its rows can be taken once."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class TripleStream:
    """The answer of a CONSTRUCT or DESCRIBE while it comes, unsorted; a triple may come more than once."""

    triples: Iterator[ox.Triple]


AnswerStream = RowStream | Truth | TripleStream


def run_query(
    store: ox.Store, sparql: str, *, bindings: Mapping[str, Term] | None = None, timeout: float | None = None
) -> Answer:
    """What the query answers over the default graph of the store; GRAPH names another.

    Args:
        store: The graph, and the ontology if its terms are asked for.
        sparql: A SPARQL 1.1 query; the prefixes of the project need no declaration.
        bindings: Variable name without "?" to the term in its place; each must stand in the outer SELECT.
        timeout: Seconds after which to give up; None for never. The engine cannot be interrupted: it goes on in
            a thread of its own until it has an answer or the process ends.

    Raises:
        InputError: The query is malformed (with line and column), fails while it runs, or runs out of time.
    """
    if timeout is None:
        return _collect(_read_stream(_evaluate(store, sparql, bindings)))
    return _collect(stream_query(store, sparql, bindings=bindings, timeout=timeout))


def stream_query(
    store: ox.Store, sparql: str, *, bindings: Mapping[str, Term] | None = None, timeout: float | None = None
) -> AnswerStream:
    """The same, the rows or triples one after the other as they are found; none is kept.

    The waiting can be interrupted from the keyboard even where `timeout` is None.

    Raises:
        InputError: The query is malformed. While rows are taken: it fails, or runs out of time.
    """
    return _read_stream(_in_time(timeout, lambda: _evaluate(store, sparql, bindings)))


def _in_time(timeout: float | None, work: Callable[[], Iterable[Any]]) -> Iterator[Any]:
    try:
        yield from within(timeout, work)
    except TimeoutError:
        raise InputError(
            f"the query was stopped after {timeout:g} s without an end; narrow it, add LIMIT, or allow more time"
        ) from None


def _evaluate(store: ox.Store, sparql: str, bindings: Mapping[str, Term] | None) -> Iterator[Any]:
    """The columns of a SELECT, the truth of an ASK or None for triples; then rows or triples, some at a time."""
    import pyoxigraph as ox

    substitutions = {ox.Variable(name): term for name, term in (bindings or {}).items()}
    try:
        result = store.query(sparql, prefixes=PREFIXES, substitutions=substitutions or None)
        if isinstance(result, ox.QueryBoolean):
            yield Truth(bool(result))
        elif isinstance(result, ox.QueryTriples):
            yield None
            yield from _batches(result)
        else:
            yield tuple(variable.value for variable in result.variables)
            yield from _batches(map(tuple, result))
    except SyntaxError as error:
        raise InputError(_syntax_message(str(error), sparql)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"the query failed while it ran: {error}") from error


def _batches(items: Iterable[Any]) -> Iterator[list[Any]]:
    """One item first, then more and more at a time: the first is seen at once, and many cost little."""
    left, size = iter(items), 1
    while batch := list(islice(left, size)):
        yield batch
        size = min(2 * size, _LARGEST_BATCH)


def _read_stream(parts: Iterator[Any]) -> AnswerStream:
    head = next(parts)
    if isinstance(head, Truth):
        return head
    items = (item for batch in parts for item in batch)
    return TripleStream(items) if head is None else RowStream(head, items)


def _collect(stream: AnswerStream) -> Answer:
    if isinstance(stream, Truth):
        return stream
    if isinstance(stream, TripleStream):
        return Statements(tuple(dict.fromkeys(stream.triples)))
    return Solutions(stream.columns, tuple(stream.rows))


def run_question(store: ox.Store, question: Question, values: Mapping[str, str] | None = None) -> Solutions:
    """The rows that answer a question of the library, one column for each of its columns.

    Args:
        store: The graph with the ontology.
        question: From `library.load_question`.
        values: Parameter name to what the asker typed; those left out take their defaults.

    Raises:
        InputError: A parameter is unknown, cannot be read as its type, or names nothing in the graph.
    """
    typed = dict(values or {})
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in typed:
        if name not in known:
            names = ", ".join(known) or "none"
            raise InputError(f"question {question.name!r} has no parameter {name!r}; it takes: {names}")
    bindings = {}
    for parameter in question.parameters:
        text = typed.get(parameter.name, parameter.default)
        if text:
            bindings[parameter.name] = bind(store, parameter, text)
    answer = run_query(store, question.sparql, bindings=bindings)
    if not isinstance(answer, Solutions):
        raise InputError(f"{question.name}.rq: a question must be a SELECT")
    return _keep_columns(answer, tuple(column.name for column in question.columns))


def bind(store: ox.Store, parameter: Parameter, text: str) -> Term:
    """The RDF term that this text stands for.

    Raises:
        InputError: The text cannot be read as the parameter's type.
    """
    import pyoxigraph as ox

    readers: dict[ParameterType, Callable[[str], Term]] = {
        ParameterType.WORDS: lambda value: ox.Literal(words_pattern(value)),
        ParameterType.PERIOD: lambda value: ox.NamedNode(f"{ID}period-{_read_key(parameter, value)}"),
        ParameterType.CLASS: lambda value: ox.NamedNode(CK + _read_name(parameter, value)),
        ParameterType.THING: lambda value: _read_thing(store, value),
        ParameterType.NUMBER: lambda value: ox.Literal(
            _read_number(parameter, value), datatype=ox.NamedNode(XSD + "decimal")
        ),
        ParameterType.TEXT: ox.Literal,
    }
    return readers[parameter.type](text.strip())


def words_pattern(text: str) -> str:
    r"""A regular expression for any of the alternatives, as whole words, in singular or plural.

    >>> words_pattern("trade value | TEU")
    '(?:^|\\W)(?:trade[\\s-]+value|teu)(?:s|es)?(?:\\W|$)'
    """
    alternatives = [part.lower().split() for part in text.split("|") if part.strip()]
    joined = "|".join(r"[\s-]+".join(_escape(word) for word in words) for words in alternatives)
    return rf"(?:^|\W)(?:{joined})(?:s|es)?(?:\W|$)"


def _escape(word: str) -> str:
    # not re.escape: in the dialect of the engine some of its backslashes are errors
    return "".join(char if char.isalnum() else "." for char in word)


def _read_key(parameter: Parameter, text: str) -> str:
    key = text.lower().removeprefix("period-")
    if not re.fullmatch(r"[a-z0-9-]+", key):
        raise InputError(f"parameter {parameter.name}: {text!r} is no period; want a key like 2016, 2017-h1, fy2019")
    return key


def _read_name(parameter: Parameter, text: str) -> str:
    name = text.removeprefix("ck:").removeprefix(CK)
    if not re.fullmatch(r"[A-Za-z]\w*", name):
        raise InputError(f"parameter {parameter.name}: {text!r} is no class; want a name like Operation")
    return name


def _read_number(parameter: Parameter, text: str) -> str:
    plain = text.replace(",", "")
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", plain):
        raise InputError(f"parameter {parameter.name}: {text!r} is no number")
    return plain


def _read_thing(store: ox.Store, text: str) -> Term:
    import pyoxigraph as ox

    from customs_kg.queries.things import find_thing

    return ox.NamedNode(find_thing(store, text).iri)


def _value(term: Term | None) -> str | int | float | None:
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode | ox.BlankNode):
        return term.value
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term)
    kind = term.datatype.value.removeprefix(XSD)
    if kind in ("decimal", "double", "float"):
        return float(term.value)
    return int(term.value) if kind in ("integer", "nonNegativeInteger") else term.value


def _keep_columns(answer: Solutions, columns: tuple[str, ...]) -> Solutions:
    places = [answer.columns.index(name) for name in columns]
    return Solutions(columns, tuple(dict.fromkeys(tuple(row[i] for i in places) for row in answer.rows)))


def _syntax_message(message: str, sparql: str) -> str:
    found = _POSITION.match(message)
    if found is None:
        return f"the query is not SPARQL 1.1: {' '.join(message.split())}"
    line, column, rest = int(found[1]), int(found[2]), " ".join(found[3].split())
    lines = sparql.splitlines()
    near = lines[line - 1][max(0, column - 21) : column + 19].strip() if line <= len(lines) else ""
    expected = rest if len(rest) <= 120 else rest[:117] + "..."
    return f"the query is not SPARQL 1.1: line {line}, column {column}, near {near!r}: {expected}"
