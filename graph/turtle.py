"""Triples to sorted, prefixed Turtle, and back; every literal keeps its lexical form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import EVIDENCE, PREFIXES, RDF

_TYPE = RDF + "type"
_TEXT_OF_SPAN = re.compile(re.escape(EVIDENCE) + r"([0-9a-f]{12})/")


def sort_triples(triples: Iterable[Triple]) -> list[Triple]:
    """Each triple once: things before evidence, by subject, the class first, then by predicate and object."""
    return sorted(set(triples), key=_order)


def write_turtle(triples: Iterable[Triple]) -> bytes:
    """Turtle (UTF-8): the same bytes for the same triples in any order.

    Spans of the one text of a build are written `ev:c10-20`; with several texts each has its own prefix.
    """
    ordered = sort_triples(triples)
    prefixes = prefixes_for(ordered)
    body = serialize(ordered, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    statements = without_prefixes(body).replace(b"\n\t", b"\n    ").replace(b" .\n", b" .\n\n")
    return write_prefixes(prefixes) + statements.removesuffix(b"\n")


def prefixes_for(triples: Sequence[Triple]) -> dict[str, str]:
    """The prefixes of the project, and one for the spans of each text."""
    return {**PREFIXES, **_evidence_prefixes(triples)}


def write_prefixes(prefixes: Mapping[str, str]) -> bytes:
    """The header of a Turtle or TriG file, by name.

    The serialiser orders prefixes by a hash of its own: its header is replaced, so no byte depends on it.
    """
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))
    return header.encode() + b"\n"


def without_prefixes(body: bytes) -> bytes:
    """Turtle or TriG without its header."""
    return body[_end_of_header(body) :]


def read_triples(data: bytes, source: str) -> list[Triple]:
    """The triples of a Turtle file, in its order. `source` names the file in the error.

    Raises:
        InputError: The bytes are not Turtle, with the line where reading stopped.
    """
    try:
        return [quad.triple for quad in parse(data, format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        reason = re.sub(r"^Parser error at line.*?: ", "", str(error.args[0]))
        raise InputError(
            f"{source}, line {error.lineno}: not readable as Turtle ({reason}). "
            "The file was edited or cut short; build it again with customs-kg build."
        ) from error


def to_quads(triples: Iterable[Triple], graph: NamedNode | None = None) -> Iterable[Quad]:
    """The triples in the default graph, or in the named one."""
    name = graph or DefaultGraph()
    return (Quad(t.subject, t.predicate, t.object, name) for t in triples)


def _order(triple: Triple) -> tuple[bool, str, bool, str, str]:
    subject, predicate = triple.subject, triple.predicate.value
    name = subject.value if isinstance(subject, NamedNode) else str(subject)
    return (name.startswith(EVIDENCE), name, predicate != _TYPE, predicate, str(triple.object))


def _evidence_prefixes(triples: Sequence[Triple]) -> dict[str, str]:
    matches = (_TEXT_OF_SPAN.match(str(t.subject).removeprefix("<")) for t in triples)
    digests = sorted({match[1] for match in matches if match})
    if len(digests) == 1:
        return {"ev": f"{EVIDENCE}{digests[0]}/"}
    return {f"ev-{digest}": f"{EVIDENCE}{digest}/" for digest in digests}


def _end_of_header(body: bytes) -> int:
    """Where the prefix lines end; a literal cannot look like one, since its line breaks are escaped."""
    end = 0
    while body.startswith(b"@prefix ", end):
        end = body.index(b"\n", end) + 1
    return end
