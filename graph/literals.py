"""RDF terms from plain values, each in one fixed lexical form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import XSD

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[!#-;=?-\[\]_a-z~]+", re.IGNORECASE)
_LANGUAGE = "en"

Value = NamedNode | Literal


@lru_cache(maxsize=4096)
def iri(value: str) -> NamedNode:
    """An absolute IRI that every RDF syntax, SPARQL text and file format takes as it is.

    Raises:
        InputError: The IRI is relative or holds a blank, a quote, a bracket or a character outside ASCII.
    """
    if not _IRI.fullmatch(value):
        raise InputError(f"{value!r} cannot be an IRI of the graph: mint it with customs_kg.graph.identifiers.")
    return NamedNode(value)


def english(words: str) -> Literal:
    """Words for people, tagged as English."""
    return Literal(words, language=_LANGUAGE)


def plain(words: str) -> Literal:
    """An xsd:string."""
    return Literal(words)


def decimal(value: Decimal) -> Literal:
    """An xsd:decimal with the digits of the value, never with an exponent: 4.21E+9 is 4210000000.

    Raises:
        InputError: The value is infinite or not a number.
    """
    if not value.is_finite():
        raise InputError(f"A figure of the graph must be a finite number, not {value}.")
    return Literal(format(value, "f"), datatype=NamedNode(XSD + "decimal"))


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def offset(value: int) -> Literal:
    """An xsd:nonNegativeInteger, as Web Annotation asks for `oa:start` and `oa:end`."""
    return Literal(str(value), datatype=NamedNode(XSD + "nonNegativeInteger"))


def midnight(day: date) -> Literal:
    """The first moment of a day in UTC: reasoners know xsd:dateTime, not xsd:date."""
    return Literal(f"{day.isoformat()}T00:00:00Z", datatype=NamedNode(XSD + "dateTime"))


def hexadecimal(digits: str) -> Literal:
    """An xsd:hexBinary."""
    return Literal(digits, datatype=NamedNode(XSD + "hexBinary"))


def describe(subject: str, *pairs: tuple[str, Value]) -> Iterator[Triple]:
    """One triple for each (predicate IRI, value) of this subject."""
    node = iri(subject)
    for predicate, value in pairs:
        yield Triple(node, iri(predicate), value)
