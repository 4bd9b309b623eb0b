"""What follows from a graph and its ontology, by rules written as SPARQL in ontology/rules and run by Oxigraph.

Inferred triples are for those who query without property paths. A build never holds them: each edge of a build rests
on a claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import QueryTriples, Store, Triple

from customs_kg.graph.store import store_apart
from customs_kg.graph.turtle import sort_triples, to_quads
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import PREFIXES


def infer(triples: Iterable[Triple]) -> list[Triple]:
    """The triples that the rules add to a graph, sorted; the rules run until none adds anything.

    Raises:
        OntologyError: A rule is not a CONSTRUCT query.
    """
    kept = set(triples)
    store, found = store_apart(kept), set[Triple]()
    rules = ontology_files("rules", ".rq")
    while True:
        fresh = {triple for name, rule in rules.items() for triple in _apply(store, name, rule)} - kept - found
        if not fresh:
            return sort_triples(found)
        found |= fresh
        store.bulk_extend(to_quads(fresh))


def _apply(store: Store, name: str, rule: str) -> Iterable[Triple]:
    try:
        answer = store.query(rule, prefixes=PREFIXES)
    except SyntaxError as error:
        raise OntologyError(f"ontology/{name} is not SPARQL: {error.msg}") from error
    if not isinstance(answer, QueryTriples):
        raise OntologyError(f"ontology/{name} must be a CONSTRUCT query.")
    return answer
