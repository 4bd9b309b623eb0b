"""What an assessment of a vocabulary asks for and a machine without a network can settle (after FOOPS!).

Nine of its tests need a public site (content negotiation, resolvable IRIs, registries) and stay for whoever publishes
the ontology; so do a DOI and a logo.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, DCTERMS, ONTOLOGY, OWL, RDFS, SKOS
from customs_kg.ontology.vocabulary import load_terms

BIBO = "http://purl.org/ontology/bibo/"
VANN = "http://purl.org/vocab/vann/"
RELEASED = Path(__file__).with_name("released-1.0.0.txt")
LEFT_TO_THE_PUBLISHER = {BIBO + "doi", "http://xmlns.com/foaf/0.1/logo"}

METADATA = {
    "minimal": (
        *(DCTERMS + name for name in ("title", "description", "license", "creator")),
        OWL + "versionIRI",
        VANN + "preferredNamespaceUri",
    ),
    "recommended": (
        VANN + "preferredNamespacePrefix",
        OWL + "versionInfo",
        DCTERMS + "created",
        DCTERMS + "bibliographicCitation",
    ),
    "detailed": (
        *(DCTERMS + name for name in ("publisher", "issued", "source", "modified")),
        BIBO + "status",
        *sorted(LEFT_TO_THE_PUBLISHER),
    ),
}


@cache
def header() -> dict[str, str]:
    """What the ontology says of itself, by predicate."""
    quads = parse(read_ontology_file("customs-kg.ttl").encode(), format=RdfFormat.TURTLE)
    return {q.predicate.value: str(getattr(q.object, "value", "")) for q in quads if q.subject == NamedNode(ONTOLOGY)}


@pytest.mark.parametrize("level", METADATA)
def test_metadata_of_each_level_is_there(level: str) -> None:
    missing = {name for name in METADATA[level] if not header().get(name)}
    assert missing == (LEFT_TO_THE_PUBLISHER if level == "detailed" else set())


def test_the_iri_is_persistent_and_open_and_its_version_lies_under_it() -> None:
    assert re.match(r"https://(w3id\.org|purl\.org|doi\.org)/", ONTOLOGY)
    assert header()[OWL + "versionIRI"] == f"{ONTOLOGY}/{header()[OWL + 'versionInfo']}"
    assert re.fullmatch(r"\d+\.\d+\.\d+", header()[OWL + "versionInfo"])
    assert header()[VANN + "preferredNamespaceUri"] == CK
    assert header()[VANN + "preferredNamespacePrefix"] == "ck"
    assert header()[OWL + "versionInfo"] in header()[DCTERMS + "bibliographicCitation"]


def test_the_licence_is_an_open_one_and_stands_beside_the_files() -> None:
    assert header()[DCTERMS + "license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "Attribution 4.0" in read_ontology_file("LICENSE")


@pytest.mark.parametrize("form", ["xml", "nt"])
def test_it_is_written_in_each_usual_form_without_loss(form: str) -> None:
    graph = Graph().parse(data=read_ontology_file("customs-kg.ttl"), format="turtle")
    again = Graph().parse(data=graph.serialize(format=form), format=form)
    assert isomorphic(again, graph) and len(graph) > 1500


def test_every_term_has_a_label_a_definition_and_its_source() -> None:
    said = list(parse(read_ontology_file("customs-kg.ttl").encode(), format=RdfFormat.TURTLE))
    terms = load_terms()
    own = [iri for iri in (*terms.classes, *terms.properties) if iri.startswith(CK)]
    for predicate in (RDFS + "label", SKOS + "definition", RDFS + "isDefinedBy"):
        told = {q.subject.value for q in said if q.predicate.value == predicate and isinstance(q.subject, NamedNode)}
        assert set(own) - told == set(), predicate


def test_it_reuses_terms_of_others_for_classes_and_properties() -> None:
    terms = load_terms()
    reused = {
        superclass.rsplit("#", 1)[0]
        for iri, term in terms.classes.items()
        if iri.startswith(CK)
        for superclass in term.superclasses
        if not superclass.startswith(CK)
    }
    assert {"http://www.w3.org/ns/org", "http://www.w3.org/ns/prov", "http://purl.org/linked-data/cube"} <= reused


def test_no_term_that_was_once_written_has_vanished() -> None:
    terms = load_terms()
    known = {*terms.classes, *terms.properties, *terms.codes, *terms.units}
    written = set(RELEASED.read_text(encoding="utf-8").split())
    assert len(written) > 400
    assert {iri for iri in written if iri not in known} == set(), "mark it owl:deprecated, do not take it away"
