"""Answers as text, CSV, SPARQL JSON results and Turtle."""

from __future__ import annotations

import csv
import io
import json
import textwrap
import unicodedata
from typing import TYPE_CHECKING

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import PREFIXES, XSD
from customs_kg.queries.run import Answer, Solutions, Statements, Truth

if TYPE_CHECKING:
    from customs_kg.queries.run import Term

FORMATS = ("table", "csv", "json", "turtle")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMERIC = frozenset(XSD + name for name in ("decimal", "integer", "double", "float", "nonNegativeInteger"))
_LONGEST_FIRST = tuple(sorted(PREFIXES.items(), key=lambda item: -len(item[1])))
_LONGEST_WORD = 20


def write_answer(answer: Answer, form: str, *, width: int = 120) -> str:
    """The answer in one of `FORMATS`, ending with a line break.

    Raises:
        InputError: The form does not suit the kind of query (CSV of a CONSTRUCT, Turtle of a SELECT).
    """
    if form == "table":
        return to_text(answer, width=width)
    if form == "json" and not isinstance(answer, Statements):
        return to_json(answer)
    if form == "csv" and isinstance(answer, Solutions):
        return to_csv(answer)
    if form == "turtle" and isinstance(answer, Statements):
        return to_turtle(answer)
    kind = {Solutions: "SELECT", Truth: "ASK", Statements: "CONSTRUCT or DESCRIBE"}[type(answer)]
    raise InputError(f"a {kind} has no {form} form; {_suitable(answer)}")


def to_text(answer: Answer, *, width: int = 120) -> str:
    """Aligned columns; long cells are wrapped, never cut, so that a row is about `width` characters wide."""
    if isinstance(answer, Truth):
        return "yes\n" if answer.value else "no\n"
    if isinstance(answer, Statements):
        return to_turtle(answer)
    if not answer.rows:
        return "no rows\n"
    cells = [[" ".join(plain(term).split()) for term in row] for row in answer.rows]
    columns = list(enumerate(answer.columns))
    widths = [_column_width(name, cells, i) for i, name in columns]
    widths = _fit(widths, [_floor(name, cells, i) for i, name in columns], width)
    lines = [*_lay_out(list(answer.columns), widths), "  ".join("-" * w for w in widths)]
    for row in cells:
        lines.extend(_lay_out(row, widths))
    return "\n".join(lines) + "\n"


def to_csv(answer: Solutions) -> str:
    """RFC 4180 with a header row; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_inert(name) for name in answer.columns])
    for row in answer.rows:
        writer.writerow(["" if term is None else _csv_cell(term) for term in row])
    return out.getvalue()


def to_json(answer: Solutions | Truth) -> str:
    """SPARQL 1.1 Query Results JSON Format (W3C, 2013)."""
    if isinstance(answer, Truth):
        return json.dumps({"head": {}, "boolean": answer.value}) + "\n"
    bindings = [
        {name: _json_term(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    whole = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def to_turtle(answer: Statements) -> str:
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


def _suitable(answer: Answer) -> str:
    if isinstance(answer, Solutions):
        return "use table, csv or json"
    return "use table or json" if isinstance(answer, Truth) else "use table or turtle"


def _column_width(name: str, cells: list[list[str]], place: int) -> int:
    return max(_display_width(name), *(_display_width(row[place]) for row in cells))


def _floor(name: str, cells: list[list[str]], place: int) -> int:
    """The width below which a column would break words, within reason."""
    words = [word for text in (name, *(row[place] for row in cells)) for word in text.split()]
    return min(max(map(_display_width, words), default=0), _LONGEST_WORD)


def _fit(widths: list[int], floors: list[int], total: int) -> list[int]:
    """Narrower columns where the sum is too wide: the widest gives first, none goes below its floor."""
    fitted = [min(width, total) for width in widths]
    room = total - 2 * (len(widths) - 1)
    while sum(fitted) > room:
        loose = [i for i in range(len(fitted)) if fitted[i] > floors[i]]
        if not loose:
            break
        fitted[max(loose, key=lambda i: fitted[i])] -= 1
    return fitted


def _lay_out(row: list[str], widths: list[int]) -> list[str]:
    columns = [textwrap.wrap(cell, w, break_on_hyphens=False) or [""] for cell, w in zip(row, widths, strict=True)]
    height = max(len(column) for column in columns)
    lines = []
    for i in range(height):
        parts = [column[i] if i < len(column) else "" for column in columns]
        padded = [part + " " * (w - _display_width(part)) for part, w in zip(parts, widths, strict=True)]
        lines.append("  ".join(padded).rstrip())
    return lines


def _display_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
