"""Whether a graph is as a person corrected it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from customs_kg.graph.curation import Correction, CorrectionKind
from customs_kg.graph.curation_file import read_corrections
from customs_kg.graph.files import CURATION_FOLDER, IDLE_CORRECTIONS, SUMMARY_FILE
from customs_kg.graph.index import GraphIndex
from customs_kg.ontology.iris import CK, RDF, SKOS


@dataclass(frozen=True, slots=True)
class CheckedCorrection:
    """A correction with its file in the build folder. `fault` says what is wrong, empty when the graph is so."""

    correction: Correction
    file: str
    fault: str


def check_corrections(index: GraphIndex, files: Mapping[str, bytes]) -> tuple[CheckedCorrection, ...]:
    """Every correction that a build folder keeps, held against its graph.

    Raises:
        InputError: A file with corrections cannot be read.
    """
    idle = _idle(files)
    return tuple(
        CheckedCorrection(c, name, _without_effect(c) if c.iri in idle else _fault(index, c))
        for name in sorted(files)
        if name.startswith(f"{CURATION_FOLDER}/")
        for c in read_corrections(files[name], name)
    )


def _idle(files: Mapping[str, bytes]) -> frozenset[str]:
    try:
        return frozenset(json.loads(files[SUMMARY_FILE])[IDLE_CORRECTIONS])
    except (KeyError, TypeError, ValueError):
        return frozenset()


def _without_effect(correction: Correction) -> str:
    return f"the report gives nothing of this IRI, so there was nothing to {correction.kind}"


def _fault(index: GraphIndex, correction: Correction) -> str:
    """What is wrong, or nothing."""
    iri, to = correction.iri, correction.to
    there = bool(index.values(iri, RDF + "type"))
    match correction.kind:
        case CorrectionKind.REJECT:
            return "it was rejected and is in the graph all the same" if there else ""
        case CorrectionKind.MERGE:
            kept = bool(index.values(to, RDF + "type"))
            return f"it was to be one with {to}, which is not so" if there or not kept else ""
        case CorrectionKind.RENAME:
            named = to in index.values(iri, SKOS + "prefLabel")
            return "" if named else f"it is not in the graph under the name {to}"
        case CorrectionKind.RETYPE:
            typed = to in index.values(iri, RDF + "type")
            return "" if typed else f"it is not in the graph as {to.removeprefix(CK)}"
        case CorrectionKind.ACCEPT:
            return "" if there else "it was accepted and is not in the graph"
