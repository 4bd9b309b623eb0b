"""From the name of a format to its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pyoxigraph import Triple

from customs_kg.graph.exports.jsonld import write_framed_jsonld, write_jsonld
from customs_kg.graph.exports.networks import write_gexf, write_graphml
from customs_kg.graph.exports.rdf import write_nquads, write_ntriples, write_rdfxml, write_trig
from customs_kg.graph.exports.table_files import csv_files, parquet_files
from customs_kg.graph.turtle import write_turtle

_ONE_FILE: Mapping[str, Callable[[Iterable[Triple]], bytes]] = {
    "turtle": write_turtle,
    "trig": write_trig,
    "nquads": write_nquads,
    "ntriples": write_ntriples,
    "rdfxml": write_rdfxml,
    "jsonld": write_jsonld,
    "jsonld-framed": write_framed_jsonld,
    "graphml": write_graphml,
    "gexf": write_gexf,
}
_FOUR_TABLES: Mapping[str, Callable[[Iterable[Triple]], dict[str, bytes]]] = {
    "csv": csv_files,
    "parquet": parquet_files,
}


def export_file(triples: Sequence[Triple], form: str) -> bytes:
    """The graph in one of `customs_kg.graph.exports.ONE_FILE`, UTF-8."""
    return _ONE_FILE[form](triples)


def export_tables(triples: Sequence[Triple], form: str) -> dict[str, bytes]:
    """The graph in one of `customs_kg.graph.exports.FOUR_TABLES`, by file name.

    Raises:
        InputError: What the format needs is not installed.
    """
    return _FOUR_TABLES[form](triples)
