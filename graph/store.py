"""A built graph in an Oxigraph store, for queries. The store is an index: it is never what gets written.

The terms of the ontology stand in a graph of their own, named by its IRI, and for queries in the default graph
beside the data as well: a union of graphs, made anew for each query, would take half as long again. The registry
of well-known bodies is left out: most of them no report names.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from customs_kg.graph.files import GRAPH_FILE, check_format, recover_build
from customs_kg.graph.turtle import read_triples, to_quads
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import ONTOLOGY
from customs_kg.ontology.vocabulary import VOCABULARY_FILES


def open_store(directory: Path, with_ontology: bool = True) -> Store:
    """The graph of a build folder, in memory.

    Raises:
        InputError: The folder or its graph is missing, or the graph is not Turtle.
    """
    return store_of(read_graph(directory), with_ontology)


def store_of(triples: Iterable[Triple], with_ontology: bool = True) -> Store:
    """These triples in memory, in the default graph, with those of the ontology among them for queries."""
    if not with_ontology:
        return _store(triples)
    terms = ontology_triples()
    return _store([*triples, *terms], terms)


def store_apart(triples: Iterable[Triple]) -> Store:
    """These triples in the default graph, those of the ontology in its own graph only: for rules and checks."""
    return _store(triples, ontology_triples())


def _store(triples: Iterable[Triple], terms: Iterable[Triple] = ()) -> Store:
    store = Store()
    store.bulk_extend(to_quads(triples))
    store.bulk_extend(to_quads(terms, NamedNode(ONTOLOGY)))
    return store


def read_graph(directory: Path) -> list[Triple]:
    """The triples of a build folder, each literal as it was written.

    Raises:
        InputError: The folder or its graph is missing, cannot be read, is of another version, or is not Turtle.
    """
    recover_build(directory)
    check_format(directory)
    path = directory / GRAPH_FILE
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            f"There is no graph at {path}: run customs-kg build first, or name its folder with --graph."
        ) from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    return read_triples(data, str(path))


def ontology_triples() -> list[Triple]:
    """The classes, properties, codes and units of the ontology, with their labels."""
    texts = (read_ontology_file(name) for name in VOCABULARY_FILES)
    return [quad.triple for text in texts for quad in parse(text, format=RdfFormat.TURTLE)]
