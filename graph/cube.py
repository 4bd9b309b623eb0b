"""The figures of a text as W3C Data Cubes: data sets whose structures stand in ontology/cube.ttl."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from customs_kg.graph.literals import describe, english, iri
from customs_kg.graph.model import Observation, ReportFacts
from customs_kg.graph.sources import extraction_iri, text_iri
from customs_kg.ontology.iris import CKT, ID, PROV, QB, RDF, RDFS

_TITLES = {
    "whole": "Figures stated in {}",
    "part": "Figures of parts stated in {}",
    "computed": "Figures computed from {}",
}


def cube_triples(facts: ReportFacts) -> Iterator[Triple]:
    """The data sets of a text that hold a figure, and to which of them each figure belongs."""
    sha256, name = facts.text.sha256, facts.text.name
    for structure in sorted({_structure(figure) for figure in facts.observations}):
        yield from describe(
            _data_set(sha256, structure),
            (RDF + "type", iri(QB + "DataSet")),
            (RDFS + "label", english(_TITLES[structure].format(name))),
            (QB + "structure", iri(f"{CKT}structure-{structure}")),
            (PROV + "wasDerivedFrom", iri(text_iri(facts))),
            (PROV + "wasGeneratedBy", iri(extraction_iri(sha256))),
        )
    for figure in facts.observations:
        yield from describe(figure.iri, (QB + "dataSet", iri(_data_set(sha256, _structure(figure)))))


def _structure(figure: Observation) -> str:
    if figure.computed_from:
        return "computed"
    return "part" if figure.breakdown else "whole"


def _data_set(sha256: str, structure: str) -> str:
    return f"{ID}figures-{sha256[:12]}-{structure}"
