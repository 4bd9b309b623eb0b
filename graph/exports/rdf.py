"""N-Triples, N-Quads, TriG and RDF/XML, sorted: equal graphs give equal bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from customs_kg.graph.exports.reports import report_quads
from customs_kg.graph.turtle import prefixes_for, sort_triples, without_prefixes, write_prefixes
from customs_kg.ontology.iris import PREFIXES

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROOT = re.compile(rb"<rdf:RDF\b[^>]*>")


def write_ntriples(triples: Iterable[Triple]) -> bytes:
    """N-Triples (UTF-8), sorted."""
    return serialize(sort_triples(triples), format=RdfFormat.N_TRIPLES) or b""


def write_nquads(triples: Iterable[Triple]) -> bytes:
    """N-Quads (UTF-8): one graph per report, named by it, sorted."""
    return serialize(_sorted_quads(triples), format=RdfFormat.N_QUADS) or b""


def write_trig(triples: Iterable[Triple]) -> bytes:
    """TriG (UTF-8): one graph per report, named by it, sorted and with the prefixes of the project."""
    quads = _sorted_quads(triples)
    prefixes = prefixes_for([quad.triple for quad in quads])
    body = serialize(quads, format=RdfFormat.TRIG, prefixes=prefixes) or b""
    return write_prefixes(prefixes) + without_prefixes(body).replace(b"\n\t\t", b"\n        ").replace(
        b"\n\t", b"\n    "
    )


def write_rdfxml(triples: Iterable[Triple]) -> bytes:
    """RDF/XML (UTF-8), sorted.

    XML 1.0 has no way to write control characters such as a form feed: U+FFFD stands for them in literals.
    """
    body = serialize(sort_triples(triples), format=RdfFormat.RDF_XML, prefixes=PREFIXES) or b""
    names = "".join(f' xmlns:{name}="{iri}"' for name, iri in sorted(PREFIXES.items()))
    rooted = _ROOT.sub(f"<rdf:RDF{names}>".encode(), body, count=1)
    # A bare carriage return would be read back as a line feed.
    return _NO_XML.sub("\ufffd", rooted.decode("utf-8").replace("\r", "&#xD;")).encode("utf-8") + b"\n"


def _sorted_quads(triples: Iterable[Triple]) -> list[Quad]:
    quads = report_quads(sort_triples(triples))
    return sorted(quads, key=lambda quad: _graph_name(quad))  # stable: triples keep their order in each graph


def _graph_name(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
