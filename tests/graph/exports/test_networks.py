"""GraphML and GEXF read back by networkx are the graph that went in, with the types that Gephi reads."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx
import pytest
from pyoxigraph import Triple

from customs_kg.graph.exports.networks import portable_network, write_gexf, write_graphml
from customs_kg.graph.network import to_networkx
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.iris import CK, ID
from tests.graph.exports.two_reports import two_reports
from tests.graph.hostile import hostile_facts
from tests.graph.made_up import made_up_facts
from tests.graph.sample import GATE, GUILD, HEAD_OFFICE, LANTERN, sample_facts

GRAPHS = {
    "sample": report_triples(sample_facts()),
    "hostile": report_triples(hostile_facts()),
    "two reports": report_triples(*two_reports()),
    "two hundred things": report_triples(made_up_facts(200)),
}
GEXF = "{http://www.gexf.net/1.2draft}"
WRITERS: dict[str, Callable[[Iterable[Triple]], bytes]] = {"graphml": write_graphml, "gexf": write_gexf}


def read(form: str, data: bytes) -> Any:
    if form == "gexf":
        return nx.read_gexf(io.BytesIO(data), node_type=str)
    return nx.read_graphml(io.BytesIO(data), edge_key_type=str, force_multigraph=True)


def edges_of(graph: Any) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Edges by number, without what networkx adds for itself."""
    own = ("id", "networkx_key")
    return {k: (a, b, {n: v for n, v in d.items() if n not in own}) for a, b, k, d in graph.edges(keys=True, data=True)}


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", GRAPHS)
def test_networkx_reads_the_same_graph_back(form: str, name: str) -> None:
    expected: Any = portable_network(GRAPHS[name])
    back = read(form, WRITERS[form](GRAPHS[name]))
    assert isinstance(back, nx.MultiDiGraph)
    assert dict(back.nodes(data=True)) == dict(expected.nodes(data=True))
    assert edges_of(back) == edges_of(expected)


@pytest.mark.parametrize("name", GRAPHS)
def test_the_file_has_every_thing_and_every_edge(name: str) -> None:
    whole: Any = to_networkx(GRAPHS[name])
    portable: Any = portable_network(GRAPHS[name])
    assert {iri for _, iri in portable.nodes(data="iri")} == set(whole)
    expected = sorted((a.removeprefix(ID), b.removeprefix(ID), key) for a, b, key in whole.edges(keys=True))
    assert sorted((a, b, key) for a, b, key in portable.edges(data="assertion")) == expected


def test_an_edge_carries_what_it_rests_on() -> None:
    graph = portable_network(GRAPHS["sample"])
    (facts,) = graph.get_edge_data(HEAD_OFFICE.removeprefix(ID), GUILD.removeprefix(ID)).values()
    assert {name: facts[name] for name in ("kind", "predicate", "modality", "planned", "confidence")} == {
        "kind": "claim", "predicate": CK + "supervises", "modality": "standing", "planned": False, "confidence": 0.95,
    }  # fmt: skip
    assert facts["quotation"].startswith("Head Office manages")
    assert facts["section"] == "CONTROL"


def test_one_action_on_two_things_makes_two_edges_with_ids_of_their_own() -> None:
    tree = ET.fromstring(write_gexf(GRAPHS["sample"]))  # noqa: S314  (written by the test)
    ids = [edge.get("id") for edge in tree.iter(f"{GEXF}edge")]
    assert len(ids) == len(set(ids)) > 0
    planned = [d for _, _, d in portable_network(GRAPHS["sample"]).edges(data=True) if d["kind"] == "action"]
    assert len(planned) > len({facts["assertion"] for facts in planned})


def test_gephi_finds_labels_and_typed_attributes() -> None:
    tree = ET.fromstring(write_gexf(GRAPHS["sample"]))  # noqa: S314  (written by the test)
    labels = {node.get("id"): node.get("label") for node in tree.iter(f"{GEXF}node")}
    assert labels[LANTERN.removeprefix(ID)] == "Lantern 2020"
    types = {a.get("title"): a.get("type") for a in tree.iter(f"{GEXF}attribute")}
    assert (types["planned"], types["confidence"], types["class"], types["quotation"]) == (
        "boolean", "double", "string", "string",
    )  # fmt: skip
    graph = tree.find(f"{GEXF}graph")
    assert graph is not None
    assert graph.get("defaultedgetype") == "directed"


@pytest.mark.parametrize("form", WRITERS)
def test_the_bytes_hold_no_date_and_do_not_depend_on_order(form: str) -> None:
    data = WRITERS[form](GRAPHS["two reports"])
    assert data == WRITERS[form](GRAPHS["two reports"][::-1])
    assert b"lastmodified" not in data
    assert nx.__version__.encode() not in data


@pytest.mark.parametrize("form", WRITERS)
def test_a_backslash_and_markup_in_names_are_plain_text(form: str) -> None:
    graph = read(form, WRITERS[form](GRAPHS["sample"]))
    assert graph.nodes[GATE.removeprefix(ID)]["label"] == "Harbour\\Gate"
    assert graph.nodes[GUILD.removeprefix(ID)]["label"] == "Guild of <script>alert(1)</script> Brokers"
