"""The graph of things as a networkx MultiDiGraph: neighbourhoods, paths, degrees and positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from customs_kg.graph.index import GraphIndex
from customs_kg.graph.layout import place
from customs_kg.graph.wording import Wording
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, CKT, RDF

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Store, Triple

    Network = nx.MultiDiGraph[str]

_ACTIONS = (CK + "Accomplishment", CK + "Commitment")
_Edge = tuple[str, str, str, dict[str, Any]]


def to_networkx(source: Iterable[Triple] | Store) -> Network:
    """Things and what joins them.

    A node is the IRI of a thing, with `label`, `cls` (IRI) and `class_label`. An edge is keyed by the IRI of
    the assertion that states it and carries `kind`, `predicate` (IRI), `label`, `modality`, `planned`,
    `confidence` (0 to 1) and `evidence`, the quotations that prove it. There are three kinds: a "claim" joins
    its subject and object; an "action" each actor with each thing it acts on (its predicate is the type of
    action); a "figure" the agent, and the operation that it results from, with the indicator (its label is
    the figure as stated).
    Nodes and edges are in a stable order.
    """
    import networkx as nx

    index, words = GraphIndex(source), Wording.of_ontology()
    graph: Network = nx.MultiDiGraph()
    edges = sorted([*_claims(index, words), *_actions(index, words), *_figures(index)], key=lambda e: e[:3])
    named = {end for edge in edges for end in edge[:2]}
    for thing in sorted({*index.things(), *named}):
        cls = index.class_of(thing)
        graph.add_node(thing, label=index.label(thing), cls=cls, class_label=words.label(cls))
    for subject, value, assertion, facts in edges:
        graph.add_edge(subject, value, key=assertion, **facts)
    return graph


def neighbourhood(graph: Network, iri: str, depth: int = 1) -> Network:
    """The things at most `depth` edges away, whichever way the edges point, and all edges between them.

    Raises:
        InputError: The graph has no such thing.
    """
    import networkx as nx

    _require(graph, iri)
    near: Network = nx.ego_graph(graph, iri, radius=depth, undirected=True)
    return near


def shortest_path(graph: Network, first: str, last: str) -> list[str]:
    """The things on a shortest way between two, both included; edges may be walked backwards. Empty if none.

    Raises:
        InputError: The graph lacks one of the two.
    """
    import networkx as nx

    _require(graph, first)
    _require(graph, last)
    try:
        return list(nx.shortest_path(graph.to_undirected(as_view=True), first, last))
    except nx.NetworkXNoPath:
        return []


def degrees(graph: Network) -> list[tuple[str, int]]:
    """Each thing with its number of edges, most first, then by IRI."""
    return sorted(((node, int(degree)) for node, degree in graph.degree()), key=lambda pair: (-pair[1], pair[0]))


def layout(graph: Network) -> dict[str, tuple[int, int]]:
    """Where each thing stands, in whole pixels: the same for equal graphs."""
    return place(sorted(graph), sorted((a, b) for a, b in graph.edges()))


def _require(graph: Network, iri: str) -> None:
    if iri not in graph:
        raise InputError(f"The graph has no thing {iri}: look one up by name with KnowledgeGraph.entity.")


def _claims(index: GraphIndex, words: Wording) -> Iterator[_Edge]:
    for claim in index.instances(CK + "Claim"):
        subject, predicate, value = (index.value(claim, RDF + n) for n in ("subject", "predicate", "object"))
        facts = {
            "kind": "claim",
            "predicate": predicate,
            "label": words.label(predicate),
            **_basis(index, claim),
        }
        yield subject, value, claim, facts


def _actions(index: GraphIndex, words: Wording) -> Iterator[_Edge]:
    for action in index.instances(*_ACTIONS):
        kind = index.value(action, CK + "actionType")
        facts = {"kind": "action", "predicate": kind, "label": words.label(kind), **_basis(index, action)}
        for actor in index.values(action, CK + "actor"):
            for thing in index.values(action, CK + "actsOn"):
                yield actor, thing, action, facts


def _figures(index: GraphIndex) -> Iterator[_Edge]:
    for observation in index.instances(CK + "Observation", CK + "DerivedObservation"):
        indicator = index.value(observation, CK + "ofIndicator")
        stated = index.value(observation, CK + "statedValue")
        facts = {
            "kind": "figure",
            "predicate": CK + "ofIndicator",
            "label": stated,
            **_basis(index, observation),
        }
        for predicate in ("observedAgent", "resultOf"):
            for thing in index.values(observation, CK + predicate):
                yield thing, indicator, observation, facts


def _basis(index: GraphIndex, assertion: str) -> dict[str, Any]:
    modality = index.value(assertion, CK + "modality").removeprefix(CKT + "modality-")
    return {
        "modality": modality,
        "planned": modality == "planned",
        "confidence": float(index.value(assertion, CK + "confidence") or 0),
        "evidence": index.quotations(assertion),
    }
