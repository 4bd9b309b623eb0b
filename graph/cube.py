"""The figures of a report as W3C Data Cubes: data sets whose structures stand in ontology/cube.ttl."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from customs_kg.graph.literals import describe, english, iri
from customs_kg.graph.model import Observation, Report, ReportFacts
from customs_kg.graph.sources import extraction_iri, text_iri
from customs_kg.graph.wording import local_name
from customs_kg.ontology.iris import CKT, ID, PROV, QB, RDF, RDFS

_TITLES = {
    "whole": "Figures stated in {}",
    "part": "Figures of parts stated in {}",
    "computed": "Figures computed from {}",
}


def cube_triples(facts: ReportFacts) -> Iterator[Triple]:
    """The data sets of a report that hold a figure, and to which of them each figure belongs."""
    report = facts.report
    for structure in sorted({_structure(figure) for figure in facts.observations}):
        yield from describe(
            _data_set(report, structure),
            (RDF + "type", iri(QB + "DataSet")),
            (RDFS + "label", english(_TITLES[structure].format(report.title))),
            (QB + "structure", iri(f"{CKT}structure-{structure}")),
            (PROV + "wasDerivedFrom", iri(text_iri(facts))),
            (PROV + "wasGeneratedBy", iri(extraction_iri(facts.text.sha256))),
        )
    for figure in facts.observations:
        yield from describe(figure.iri, (QB + "dataSet", iri(_data_set(report, _structure(figure)))))


def _structure(figure: Observation) -> str:
    if figure.computed_from:
        return "computed"
    return "part" if figure.breakdown else "whole"


def _data_set(report: Report, structure: str) -> str:
    return f"{ID}figures-{local_name(report.iri).removeprefix('report-')}-{structure}"
