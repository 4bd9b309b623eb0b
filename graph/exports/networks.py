"""GraphML and GEXF: the things and what joins them, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pyoxigraph import Triple

from customs_kg.graph.index import Quotation
from customs_kg.graph.network import to_networkx
from customs_kg.ontology.iris import ID

if TYPE_CHECKING:
    from customs_kg.graph.network import Network

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def portable_network(triples: Iterable[Triple]) -> Network:
    """The graph of `to_networkx` with what a file can hold: strings, numbers, truth values, and unique edges.

    A node is named by the end of its IRI, which it keeps as `iri`; an edge by its number, since one action may
    join many things. Its quotations are one string, white space collapsed, with the title of their sections.
    """
    import networkx as nx

    graph = to_networkx(triples)
    portable: Network = nx.MultiDiGraph()
    for node, facts in graph.nodes(data=True):
        portable.add_node(_short(node), iri=node, **{_key(k): _plain(v) for k, v in facts.items()})
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, assertion, facts) in enumerate(edges):
        quotations: tuple[Quotation, ...] = facts["evidence"]
        kept = {name: _plain(value) for name, value in facts.items() if name != "evidence"}
        words = " | ".join(_plain(quotation.exact) for quotation in quotations)
        sections = " | ".join(sorted({_plain(quotation.section) for quotation in quotations}))
        portable.add_edge(
            _short(source), _short(target), f"e{number}",
            **kept, assertion=assertion, quotation=words, section=sections,
        )  # fmt: skip
    return portable


def write_graphml(triples: Iterable[Triple]) -> bytes:
    """GraphML (UTF-8), the same bytes for the same graph whatever XML library is installed."""
    from networkx.readwrite.graphml import write_graphml_xml

    out = io.BytesIO()
    write_graphml_xml(portable_network(triples), out)
    return out.getvalue() + b"\n"


def write_gexf(triples: Iterable[Triple]) -> bytes:
    """GEXF 1.2 (UTF-8), without the date on which it was written."""
    from networkx.readwrite.gexf import GEXFWriter

    graph = portable_network(triples)
    for _source, _target, key, facts in graph.edges(keys=True, data=True):
        facts["id"] = key
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(graph)
    meta = next(element for element in writer.xml if element.tag == "meta")
    meta.attrib.pop("lastmodifieddate", None)
    for creator in meta:
        creator.text = "customs-kg"
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue() + b"\n"


def _key(name: str) -> str:
    return {"cls": "class"}.get(name, name)


def _short(iri: str) -> str:
    return iri.removeprefix(ID)


def _plain(value: Any) -> Any:
    """Strings on one line and without what XML cannot write."""
    return _NO_XML.sub("\ufffd", " ".join(value.split())) if isinstance(value, str) else value
