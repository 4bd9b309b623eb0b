"""The base IRIs. Everything that names a term or a thing starts from here."""

from __future__ import annotations

BASE = "https://w3id.org/customs-kg/"
ONTOLOGY = BASE + "ontology"
CK = ONTOLOGY + "#"
CKT = BASE + "term/"
CKL = BASE + "lexicon#"
ID = BASE + "id/"
EVIDENCE = BASE + "evidence/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
QB = "http://purl.org/linked-data/cube#"
QUDT = "http://qudt.org/schema/qudt/"
UNIT = "http://qudt.org/vocab/unit/"
QUANTITY_KIND = "http://qudt.org/vocab/quantitykind/"
FOAF = "http://xmlns.com/foaf/0.1/"
TIME = "http://www.w3.org/2006/time#"
DCAT = "http://www.w3.org/ns/dcat#"
VOID = "http://rdfs.org/ns/void#"

PREFIXES: dict[str, str] = {
    "ck": CK,
    "ckt": CKT,
    "ckl": CKL,
    "id": ID,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "org": ORG,
    "oa": OA,
    "qb": QB,
    "qudt": QUDT,
    "unit": UNIT,
    "foaf": FOAF,
    "time": TIME,
    "dcat": DCAT,
    "void": VOID,
}
