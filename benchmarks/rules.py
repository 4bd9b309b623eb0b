"""How long the rules of ontology/rules take in Oxigraph and in rdflib: `python benchmarks/rules.py [GRAPH.ttl]`.

Default: the graph of the bundled digest. Loading is included on both sides; both run until no rule adds a triple.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import rdflib
from rdflib.plugins.sparql import prepareQuery

from customs_kg.graph.bridges import to_rdflib
from customs_kg.graph.rules import infer
from customs_kg.graph.store import ontology_triples
from customs_kg.graph.turtle import read_triples
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import ONTOLOGY, PREFIXES


def infer_in_rdflib(graph: rdflib.Graph) -> int:
    """The number of triples that the rules add in rdflib."""
    dataset = rdflib.Dataset()
    for triple in graph:
        dataset.default_graph.add(triple)
    for triple in to_rdflib(ontology_triples()):
        dataset.graph(rdflib.URIRef(ONTOLOGY)).add(triple)
    rules = [prepareQuery(text, initNs=PREFIXES) for text in ontology_files("rules", ".rq").values()]
    before = len(dataset.default_graph)
    while True:
        fresh = {t for rule in rules for t in (dataset.query(rule).graph or ())} - set(dataset.default_graph)
        for triple in fresh:
            dataset.default_graph.add(triple)
        if not fresh:
            return len(dataset.default_graph) - before


def main() -> None:
    """Print both times and their ratio."""
    path = sys.argv[1] if len(sys.argv) > 1 else ""
    triples = read_triples(Path(path).read_bytes(), path) if path else list(KnowledgeGraph.build().triples)
    start = time.perf_counter()
    added = len(infer(triples))
    quick = time.perf_counter() - start
    start = time.perf_counter()
    same = infer_in_rdflib(to_rdflib(triples))
    slow = time.perf_counter() - start
    print(f"{len(triples)} triples, {added} inferred by Oxigraph in {quick:.2f} s, {same} by rdflib in {slow:.2f} s")
    print(f"ratio {slow / quick:.1f}")


if __name__ == "__main__":
    main()
