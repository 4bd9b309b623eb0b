"""`customs-kg export`: the graph in another syntax."""

from __future__ import annotations

from pathlib import Path

from customs_kg.graph.store import read_graph
from customs_kg.graph.turtle import write_nquads, write_turtle
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, RDF


def run_export(folder: Path, form: str) -> str:
    """The graph of this folder, sorted; in N-Quads it is one graph that bears the IRI of its report.

    Raises:
        InputError: The folder holds no readable graph, or none about a report.
    """
    triples = read_graph(folder)
    if form == "turtle":
        return write_turtle(triples).decode("utf-8")
    reports = sorted(
        str(t.subject).strip("<>")
        for t in triples
        if t.predicate.value == RDF + "type" and str(t.object) == f"<{CK}AnnualReport>"
    )
    if not reports:
        raise InputError(f"the graph in {folder} describes no annual report; build it again with `customs-kg build`")
    return write_nquads(triples, reports[0]).decode("utf-8")
