"""Answers as text, CSV, SPARQL JSON results, Turtle and N-Triples, whole or in parts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import PREFIXES, XSD
from customs_kg.queries.run import Answer, AnswerStream, RowStream, Solutions, Statements, TripleStream, Truth
from customs_kg.queries.text_table import lay_out_table

if TYPE_CHECKING:
    from customs_kg.queries.run import Term

FORMATS = ("table", "csv", "json", "turtle", "ntriples")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMERIC = frozenset(XSD + name for name in ("decimal", "integer", "double", "float", "nonNegativeInteger"))
_LONGEST_FIRST = tuple(sorted(PREFIXES.items(), key=lambda item: -len(item[1])))


def write_answer(answer: Answer | AnswerStream, form: str, *, width: int = 120) -> str:
    """The answer in one of `FORMATS`, ending with a line break.

    Raises:
        InputError: The form does not suit the kind of query (CSV of a CONSTRUCT, Turtle of a SELECT).
    """
    return "".join(stream_answer(answer, form, width=width))


def stream_answer(answer: Answer | AnswerStream, form: str, *, width: int = 120) -> Iterator[str]:
    """The same in parts, each as soon as its rows are there; of the forms, only Turtle holds the whole answer.

    Raises:
        InputError: The form does not suit the kind of query; raised at once, and while parts are taken where
            the answer is a stream that fails.
    """
    if isinstance(answer, Truth):
        if form in ("table", "json"):
            return iter([to_json(answer) if form == "json" else to_text(answer)])
    elif isinstance(answer, Solutions | RowStream):
        if form in ("table", "csv", "json"):
            return _row_parts(answer, form, width)
    elif form in ("table", "turtle"):
        return iter([to_turtle(answer)])
    elif form == "ntriples":
        return (f"{triple} .\n" for triple in answer.triples)
    kind = "ASK" if isinstance(answer, Truth) else "SELECT" if _has_rows(answer) else "CONSTRUCT or DESCRIBE"
    raise InputError(f"a {kind} has no {form} form; {_suitable(answer)}")


def to_text(answer: Answer, *, width: int = 120) -> str:
    """Aligned columns; long cells are wrapped, never cut, so that a row is about `width` characters wide."""
    if isinstance(answer, Truth):
        return "yes\n" if answer.value else "no\n"
    if isinstance(answer, Statements):
        return to_turtle(answer)
    return "".join(_text_parts(answer, width))


def to_csv(answer: Solutions | RowStream) -> str:
    """RFC 4180 with a header row; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    return "".join(_csv_parts(answer))


def to_json(answer: Solutions | RowStream | Truth) -> str:
    """SPARQL 1.1 Query Results JSON Format (W3C, 2013)."""
    if isinstance(answer, Truth):
        return json.dumps({"head": {}, "boolean": answer.value}) + "\n"
    return "".join(_json_parts(answer))


def _text_parts(answer: Solutions | RowStream, width: int) -> Iterator[str]:
    cells = ([" ".join(plain(term).split()) for term in row] for row in answer.rows)
    lines = lay_out_table(answer.columns, cells, width=width)
    first = next(lines, None)
    if first is None:
        yield "no rows\n"
        return
    yield f"{first}\n"
    yield from (f"{line}\n" for line in lines)


def _csv_parts(answer: Solutions | RowStream) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_inert(name) for name in answer.columns])
    yield out.getvalue()
    for row in answer.rows:
        out.seek(0)
        out.truncate()
        writer.writerow(["" if term is None else _csv_cell(term) for term in row])
        yield out.getvalue()


def _json_parts(answer: Solutions | RowStream) -> Iterator[str]:
    names = json.dumps(list(answer.columns), ensure_ascii=False)
    yield f'{{\n "head": {{"vars": {names}}},\n "results": {{"bindings": ['
    separator = "\n"
    for row in answer.rows:
        bound = {name: _json_term(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        yield f"{separator}  {json.dumps(bound, ensure_ascii=False)}"
        separator = ",\n"
    yield "\n ]}\n}\n"


def _row_parts(answer: Solutions | RowStream, form: str, width: int) -> Iterator[str]:
    if form == "table":
        return _text_parts(answer, width)
    return _csv_parts(answer) if form == "csv" else _json_parts(answer)


def to_turtle(answer: Statements | TripleStream) -> str:
    """Turtle as in graph.ttl: sorted, with the prefixes of the project."""
    from customs_kg.graph.turtle import write_turtle

    return write_turtle(answer.triples).decode("utf-8")


def plain(term: Term | None) -> str:
    """A term for people: a literal's text, an IRI with its prefix, nothing for None."""
    import pyoxigraph as ox

    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return term.value
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return str(term)


def shorten(iri: str) -> str:
    """The IRI with a prefix of the project, or in full where none fits.

    >>> shorten("https://w3id.org/customs-kg/ontology#Operation")
    'ck:Operation'
    """
    for prefix, base in _LONGEST_FIRST:
        if iri.startswith(base) and "/" not in iri[len(base) :]:
            return f"{prefix}:{iri[len(base) :]}"
    return iri


def _csv_cell(term: Term) -> str:
    import pyoxigraph as ox

    if isinstance(term, ox.Literal):
        return term.value if term.datatype.value in _NUMERIC else _inert(term.value)
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _inert(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA) else text


def _json_term(term: Term) -> dict[str, object]:
    import pyoxigraph as ox

    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    result: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        result["xml:lang"] = term.language
    elif term.datatype.value != XSD + "string":
        result["datatype"] = term.datatype.value
    return result


def _has_rows(answer: Answer | AnswerStream) -> bool:
    return isinstance(answer, Solutions | RowStream)


def _suitable(answer: Answer | AnswerStream) -> str:
    if _has_rows(answer):
        return "use table, csv or json"
    return "use table or json" if isinstance(answer, Truth) else "use table, turtle or ntriples"
