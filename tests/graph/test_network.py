from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest
from pyoxigraph import Triple

from customs_kg.graph.network import degrees, layout, neighbourhood, shortest_path, to_networkx
from customs_kg.graph.statements import claim_iri
from customs_kg.graph.store import store_of
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, CKT, ID
from tests.graph.sample import (
    AGENCY,
    CIGARETTES,
    GATE,
    GUILD,
    HEAD_OFFICE,
    LANTERN,
    PERSON,
    PORT,
    SHA256,
    TERRITORY,
    TRADE_VALUE,
    sample_facts,
)

if TYPE_CHECKING:
    from customs_kg.graph.network import Network


@pytest.fixture(scope="module")
def triples() -> list[Triple]:
    return report_triples(sample_facts())


@pytest.fixture(scope="module")
def network(triples: list[Triple]) -> Network:
    return to_networkx(triples)


def test_the_nodes_are_the_things_and_nothing_else(network: Network) -> None:
    assert set(network) == {entity.iri for entity in sample_facts().entities}
    assert network.nodes[LANTERN] == {
        "label": "Lantern 2020",
        "cls": CK + "Operation",
        "class_label": "operation",
    }


def test_a_concept_keeps_its_telling_class(network: Network) -> None:
    assert network.nodes[CIGARETTES]["cls"] == CK + "GoodsCategory"


def test_every_claim_is_an_edge_with_its_evidence(network: Network) -> None:
    for claim in sample_facts().claims:
        edge = network.edges[claim.subject, claim.object, claim_iri(claim, SHA256)]
        assert edge["kind"] == "claim"
        assert edge["predicate"] == claim.predicate
        assert edge["modality"] == claim.modality.value
        assert edge["planned"] is (claim.modality.value == "planned")
        assert edge["confidence"] == float(claim.confidence)
        assert [(q.start, q.end) for q in edge["evidence"]] == [(s.start, s.end) for s in claim.evidence]
    kinds = [facts["kind"] for _, _, facts in network.edges(data=True)]
    assert kinds.count("claim") == len(sample_facts().claims)


def test_an_edge_quotes_the_report(network: Network) -> None:
    (edge,) = network.get_edge_data(LANTERN, CIGARETTES).values()
    (quotation,) = edge["evidence"]
    assert quotation.exact == "Operation “Lantern” led to 120 seizures of cigarettes"
    assert quotation.section == "FOREWORD"
    assert edge["label"] == "targets goods"


def test_an_action_joins_its_actor_with_each_thing(network: Network) -> None:
    plan = sample_facts().actions[2]
    for thing in (GATE, PORT):
        edge = network.edges[AGENCY, thing, plan.iri]
        assert (edge["kind"], edge["predicate"], edge["planned"]) == ("action", CKT + "action-expand", True)
    assert network.degree(PERSON) == 0


def test_a_figure_joins_agent_and_operation_with_the_indicator(network: Network) -> None:
    seizures = sample_facts().observations[3]
    for end in (AGENCY, LANTERN):
        assert network.edges[end, seizures.indicator, seizures.iri]["label"] == "120"
    assert len(network.get_edge_data(AGENCY, TRADE_VALUE)) == 2


def test_a_store_gives_the_same_network(network: Network, triples: list[Triple]) -> None:
    other = to_networkx(store_of(triples))
    assert {node: other.nodes[node] for node in other} == {node: network.nodes[node] for node in network}
    assert sorted(other.edges(keys=True)) == sorted(network.edges(keys=True))


def test_the_order_of_triples_makes_no_difference(network: Network, triples: list[Triple]) -> None:
    other = to_networkx(triples[::-1])
    assert list(other.nodes) == list(network.nodes)
    assert list(other.edges(keys=True)) == list(network.edges(keys=True))


def test_the_neighbourhood_follows_edges_both_ways(network: Network) -> None:
    assert set(neighbourhood(network, GUILD, 0)) == {GUILD}
    assert set(neighbourhood(network, GUILD)) == {GUILD, HEAD_OFFICE}
    assert set(neighbourhood(network, GUILD, 2)) == {GUILD, HEAD_OFFICE, AGENCY}
    near = neighbourhood(network, PORT)
    assert set(near) == {PORT, TERRITORY, GATE, AGENCY}
    assert near.number_of_edges() == sum(a in near and b in near for a, b in network.edges())


def test_a_path_walks_edges_backwards(network: Network) -> None:
    path = shortest_path(network, GUILD, PORT)
    assert (path[0], path[-1]) == (GUILD, PORT)
    assert len(path) == 4
    assert all(network.has_edge(a, b) or network.has_edge(b, a) for a, b in nx.utils.pairwise(path))
    assert shortest_path(network, GUILD, GUILD) == [GUILD]
    assert shortest_path(network, GUILD, PERSON) == []


def test_an_unknown_thing_is_refused(network: Network) -> None:
    for call in (
        lambda: neighbourhood(network, ID + "nobody"),
        lambda: shortest_path(network, GUILD, ID + "nobody"),
        lambda: shortest_path(network, ID + "nobody", GUILD),
    ):
        with pytest.raises(InputError, match=r"no thing .*nobody"):
            call()


def test_degrees_start_with_the_best_connected(network: Network) -> None:
    ranked = degrees(network)
    assert ranked[0] == (AGENCY, network.degree(AGENCY))
    assert [d for _, d in ranked] == sorted((d for _, d in ranked), reverse=True)
    assert sum(d for _, d in ranked) == 2 * network.number_of_edges()


def test_positions_are_whole_numbers_one_place_each(network: Network, triples: list[Triple]) -> None:
    places = layout(network)
    assert set(places) == set(network)
    assert len(set(places.values())) == len(places)
    assert all(isinstance(x, int) and isinstance(y, int) for x, y in places.values())
    assert layout(to_networkx(triples[::-1])) == places


def test_an_empty_graph_has_no_positions() -> None:
    assert layout(to_networkx([])) == {}
