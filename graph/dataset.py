"""`void.ttl`: what a build holds, told in VoID and DCAT for catalogues and crawlers. No timestamps, no blank nodes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Triple

from customs_kg.graph.files import GRAPH_FILE
from customs_kg.graph.index import GraphIndex
from customs_kg.graph.literals import Value, describe, english, integer, iri, plain
from customs_kg.graph.store import ontology_triples
from customs_kg.graph.turtle import write_turtle
from customs_kg.graph.wording import local_name
from customs_kg.ontology.iris import (
    CK,
    DCAT,
    DCTERMS,
    EVIDENCE,
    ID,
    OA,
    ONTOLOGY,
    ORG,
    OWL,
    PREFIXES,
    PROV,
    QB,
    RDF,
    SKOS,
    VOID,
)

_TURTLE = "https://www.iana.org/assignments/media-types/text/turtle"
_TURTLE_FORMAT = "http://www.w3.org/ns/formats/Turtle"
_SPDX = "http://spdx.org/rdf/terms#"
_VOCABULARIES = (CK, SKOS, PROV, ORG, OA, QB)
_DIGEST_LENGTH = 12


def describe_dataset(triples: Sequence[Triple], graph_file: bytes) -> bytes:
    """Turtle (UTF-8) about a graph: its sources, size, vocabularies, classes and properties, and its file.

    Args:
        triples: The graph.
        graph_file: The bytes of graph.ttl, whose digest is given.
    """
    index = GraphIndex(triples)
    node = _dataset_iri(index)
    found = [*_dataset(index, triples, node), *_distribution(node, graph_file), *_partitions(triples, node)]
    return write_turtle(found)


def _dataset_iri(index: GraphIndex) -> str:
    """Named after the text, or after all texts of a build of several."""
    digests = sorted(index.value(text, CK + "sha256").lower() for text in index.instances(CK + "ReportText"))
    joined = digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    return f"{ID}graph-{joined[:_DIGEST_LENGTH]}"


def _dataset(index: GraphIndex, triples: Sequence[Triple], node: str) -> Iterator[Triple]:
    reports, texts = index.instances(CK + "AnnualReport"), index.instances(CK + "ReportText")
    titles = "; ".join(index.label(report) for report in reports)
    agencies = sorted({index.value(report, CK + "reportBy") for report in reports})
    periods = sorted({index.value(report, CK + "reportingPeriod") for report in reports})
    pairs: list[tuple[str, Value]] = [
        *((RDF + "type", iri(cls)) for cls in (VOID + "Dataset", DCAT + "Dataset")),
        (DCTERMS + "title", english(f"Knowledge graph of {titles}")),
        (DCTERMS + "description", english(f"What these reports state, each statement with its words: {titles}.")),
        (DCTERMS + "conformsTo", iri(_ontology_version())),
        (DCTERMS + "language", plain("en")),
        *((DCTERMS + "source", iri(report)) for report in reports),
        *((DCTERMS + "subject", iri(agency)) for agency in agencies),
        *((DCTERMS + "temporal", iri(period)) for period in periods),
        *((PROV + "wasDerivedFrom", iri(text)) for text in texts),
        *((VOID + "exampleResource", iri(agency)) for agency in agencies),
        *((VOID + "vocabulary", iri(vocabulary.rstrip("#"))) for vocabulary in _VOCABULARIES),
        (VOID + "feature", iri(_TURTLE_FORMAT)),
        *((VOID + "uriSpace", plain(space)) for space in (ID, EVIDENCE)),
        *((VOID + name, integer(count)) for name, count in _sizes(triples)),
    ]
    yield from describe(node, *pairs)


def _sizes(triples: Sequence[Triple]) -> Iterator[tuple[str, int]]:
    yield "triples", len(triples)
    yield "distinctSubjects", len({t.subject for t in triples})
    yield "distinctObjects", len({t.object for t in triples})
    yield "properties", len({t.predicate for t in triples})
    yield "classes", len({t.object for t in triples if t.predicate.value == RDF + "type"})


def _distribution(node: str, graph_file: bytes) -> Iterator[Triple]:
    file, checksum = f"{node}-turtle", f"{node}-turtle-sha256"
    yield from describe(node, (DCAT + "distribution", iri(file)))
    yield from describe(
        file,
        (RDF + "type", iri(DCAT + "Distribution")),
        (DCTERMS + "title", plain(GRAPH_FILE)),
        (DCAT + "mediaType", iri(_TURTLE)),
        (DCAT + "byteSize", integer(len(graph_file))),
        (_SPDX + "checksum", iri(checksum)),
    )
    yield from describe(
        checksum,
        (RDF + "type", iri(_SPDX + "Checksum")),
        (_SPDX + "algorithm", iri(_SPDX + "checksumAlgorithm_sha256")),
        (_SPDX + "checksumValue", plain(hashlib.sha256(graph_file).hexdigest())),
    )


def _partitions(triples: Iterable[Triple], node: str) -> Iterator[Triple]:
    """How many individuals each class has, and how many triples each property."""
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    for triple in triples:
        properties[triple.predicate.value] += 1
        if triple.predicate.value == RDF + "type" and isinstance(triple.object, NamedNode):
            classes[triple.object.value] += 1
    for term, count in classes.items():
        yield from _partition(node, "class", term, (VOID + "entities", integer(count)))
    for term, count in properties.items():
        yield from _partition(node, "property", term, (VOID + "triples", integer(count)))


def _partition(node: str, kind: str, term: str, size: tuple[str, Value]) -> Iterator[Triple]:
    part = f"{node}-{kind}-{_prefix(term)}-{local_name(term)}"
    yield from describe(node, (f"{VOID}{kind}Partition", iri(part)))
    yield from describe(part, (VOID + kind, iri(term)), size)


def _prefix(term: str) -> str:
    return next((name for name, base in sorted(PREFIXES.items()) if term.startswith(base)), "other")


def _ontology_version() -> str:
    version = NamedNode(OWL + "versionIRI")
    found = (t.object for t in ontology_triples() if t.subject == NamedNode(ONTOLOGY) and t.predicate == version)
    return next((v.value for v in found if isinstance(v, NamedNode)), ONTOLOGY)
