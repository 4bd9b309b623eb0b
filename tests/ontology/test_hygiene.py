"""The hygiene queries find nothing in the vocabulary, and each finds the fault that it is there for."""

from __future__ import annotations

from functools import cache

import pytest
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store
from rdflib import Graph

from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import OWL, PREFIXES, RDF
from customs_kg.ontology.statements import Statements, parse_turtle

QUERIES = ontology_files("hygiene", ".rq")
HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

# query, Turtle that is added, what the query then names
FAULTS = [
    ("label-missing", "ck:Ghost a owl:Class .", "Ghost"),
    ("label-missing", 'ckt:unit-ghost a qudt:Unit ; skos:prefLabel "fantôme"@fr .', "unit-ghost"),
    ("label-repeated", 'ck:Place rdfs:label "spot"@en .', "Place"),
    ("label-shared", 'ck:Ghost a owl:Class ; rdfs:label "Place"@en .', "Ghost"),
    ("label-shared", 'ckt:kind-ghost skos:inScheme ckt:kind ; skos:prefLabel "share"@en .', "kind-ghost"),
    ("definition-missing", "ck:Ghost a owl:Class .", "Ghost"),
    ("definition-missing", 'ck:Place skos:definition "Some part of the world."@en .', "Place"),
    ("definition-shared", 'ck:Ghost skos:definition "A bounded part of the world."@en .', "Ghost"),
    ("definition-form", 'ck:Ghost skos:definition "what nobody saw."@en .', "Ghost"),
    ("definition-form", 'ck:Ghost skos:definition "What nobody saw"@en .', "Ghost"),
    ("definition-form", 'ck:Ghost skos:definition "What  nobody saw."@en .', "Ghost"),
    ("definition-repeats-label", 'ck:Ghost rdfs:label "grey ghost"@en ; skos:definition "A grey ghost."@en .', "Ghost"),
    ("defined-elsewhere", "ck:Ghost a owl:Class .", "Ghost"),
    ("example-missing", "ck:Ghost a owl:Class .", "Ghost"),
    ("names-differ-by-case", "ck:PLACE a owl:Class .", "PLACE"),
    ("name-of-class", "ck:ghost_ship a owl:Class .", "ghost_ship"),
    ("name-of-class", "<https://w3id.org/customs-kg/ontology#Ghost.ttl> a owl:Class .", "Ghost.ttl"),
    ("name-of-property", "ck:Haunts a owl:ObjectProperty .", "Haunts"),
    ("name-of-code", "ckt:ghost a ck:ControlledTerm ; skos:inScheme ckt:kind .", "ghost"),
    ("domain-or-range-missing", "ck:haunts a owl:ObjectProperty ; rdfs:domain ck:Place .", "haunts"),
    ("domain-or-range-missing", "ck:within rdfs:domain ck:Event .", "within"),
    ("inverse-faulty", "ck:within owl:inverseOf ck:hosts .", "within"),
    ("inverse-faulty", "ck:hosts owl:inverseOf ck:hostedBy .", "hosts"),
    ("inverse-faulty", "ck:cooperatesWith owl:inverseOf ck:cooperatesWith .", "cooperatesWith"),
    ("inverse-faulty", "ck:hosts rdfs:range ck:Place .", "hostedBy"),
    ("symmetric-faulty", "ck:collects a owl:SymmetricProperty .", "collects"),
    ("hierarchy-circle", "ck:Place rdfs:subClassOf ck:Port .", "Place"),
    ("hierarchy-circle", "ck:subordinateTo rdfs:subPropertyOf ck:directlySubordinateTo .", "subordinateTo"),
    ("hierarchy-circle", "ck:DomainEntity owl:equivalentClass owl:Thing .", "DomainEntity"),
    ("superclass-missing", "ck:Ghost a owl:Class .", "Ghost"),
    ("class-unused", "ck:Ghost a owl:Class ; rdfs:subClassOf ck:Place .", "Ghost"),
    ("siblings-not-disjoint", "ck:Ghost a owl:Class ; rdfs:subClassOf ck:CustomsUnit .", "Ghost"),
    ("siblings-not-disjoint", "ck:Ghost a owl:Class ; rdfs:subClassOf prov:Entity .", "Ghost"),
    ("outside-term-undeclared", "ck:Place rdfs:subClassOf <http://example.org/Area> .", "Area"),
    ("outside-term-undeclared", 'ck:Place <http://example.org/note> "x" .', "note"),
    ("outside-term-redefined", 'prov:Entity skos:definition "A thing."@en .', "Entity"),
    ("outside-term-redefined", "prov:Entity rdfs:subClassOf ck:Place .", "Entity"),
    ("outside-term-of-two-kinds", "dcterms:subject a owl:AnnotationProperty .", "subject"),
    ("own-term-undeclared", "ck:Place rdfs:subClassOf ck:Ghost .", "Ghost"),
    ("own-term-undeclared", 'ckt:action-ghost ckl:verb "haunt"@en .', "action-ghost"),
    ("web-import", "<https://w3id.org/customs-kg/ontology> owl:imports <http://www.w3.org/ns/org#> .", "ontology"),
    ("profile-datatype", "ck:confidence rdfs:range xsd:date .", "confidence"),
    ("profile-not-simple", "ck:within a owl:AsymmetricProperty .", "within"),
    ("equivalence-to-outside", "ck:Place owl:equivalentClass dcterms:Location .", "Place"),
    ("cube-measure-missing", "ckt:structure-ghost a qb:DataStructureDefinition .", "structure-ghost"),
    ("cube-dimension-faulty", "ckt:structure-ghost qb:component [ qb:dimension ck:unit ] .", "unit"),
    ("cube-dimension-faulty", "ckt:structure-ghost qb:component [ qb:attribute ck:value ] .", "value"),
    ("cube-dimension-faulty", "ck:haunts a qb:DimensionProperty .", "haunts"),
    ("cube-dimension-faulty", "ckt:structure-ghost qb:component [ qb:dimension ck:modality ] .", "modality"),
    ("cube-component-optional", "[] qb:component [ qb:measure ck:value ; qb:componentRequired false ] .", "value"),
    ("cube-component-optional", "[] qb:component [ qb:attribute ck:unit ] .", "unit"),
    ("deprecated-without-successor", "ck:Place owl:deprecated true .", "Place"),
    ("deprecated-without-successor", "ck:Place owl:deprecated true ; dcterms:isReplacedBy ck:Ghost .", "Place"),
]


@cache
def _quads() -> tuple[Quad, ...]:
    terms = (t for name, text in ontology_files().items() for t in parse_turtle(name, text))
    shapes = (t for name, text in ontology_files("shapes").items() for t in parse_turtle(name, text))
    named = NamedNode("https://w3id.org/customs-kg/shape/")
    return (
        *(Quad(t.subject, t.predicate, t.object) for t in terms),
        *(Quad(t.subject, t.predicate, t.object, named) for t in shapes),
    )


def rows(query: str, fault: str = "") -> list[tuple[str, str]]:
    store = Store()
    store.bulk_extend(_quads())
    store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in parse_turtle("fault", HEAD + fault))
    found = store.query(query, prefixes=PREFIXES)
    assert isinstance(found, QuerySolutions)
    return sorted((str(row["term"]), str(row["note"])) for row in found)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_the_vocabulary_is_clean(name: str) -> None:
    assert rows(QUERIES[name]) == []


def test_every_query_has_a_seeded_fault() -> None:
    assert {f"hygiene/{name}.rq" for name, _, _ in FAULTS} == QUERIES.keys()


@pytest.mark.parametrize(("name", "fault", "term"), FAULTS)
def test_a_seeded_fault_is_found(name: str, fault: str, term: str) -> None:
    found = {found for found, _ in rows(QUERIES[f"hygiene/{name}.rq"], fault)}
    assert [iri for iri in found if iri.rstrip(">").endswith(term)]


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_says_its_rule_in_a_sentence(name: str) -> None:
    first, second, *_ = QUERIES[name].splitlines()
    assert first.startswith("# ") and first.endswith(".")
    assert second.startswith(("SELECT", "PREFIX"))


@pytest.mark.parametrize("name", [*ontology_files(), *ontology_files("shapes")])
def test_rdflib_and_oxigraph_read_the_same_number_of_triples(name: str) -> None:
    text = (ontology_files("shapes") if "/" in name else ontology_files())[name]
    assert len(Graph().parse(data=text, format="turtle")) == len(set(parse_turtle(name, text)))


def test_disjoint_groups_have_the_members_that_were_reasoned_over() -> None:
    said = Statements.read({"customs-kg.ttl": ontology_files()["customs-kg.ttl"]})
    groups = said.subjects[RDF + "type", OWL + "AllDisjointClasses"]
    sizes = sorted(len(said.items(said.one(group, OWL + "members") or "")) for group in groups)
    assert sizes == [3, 6, 6, 8, 9, 17]
