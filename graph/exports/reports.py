"""Which report says what: the triples of a graph shared out over one named graph per report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from customs_kg.graph.index import GraphIndex
from customs_kg.ontology.iris import CK, OA, PROV, RDF

_Edge = tuple[str, str, str]
_ASSERTIONS = ("Claim", "Observation", "DerivedObservation", "Accomplishment", "Commitment", "Discrepancy")


def report_quads(triples: Sequence[Triple]) -> list[Quad]:
    """Each triple in the named graph of every report that says it; the name of a graph is that of its report.

    What a report says is its text, sections, spans and assertions, and all that these lead to. An edge between
    two things stands with the reports whose claims state it. A triple that no report leads to stays in the
    default graph. With one report, everything is in its graph.
    """
    index = GraphIndex(triples)
    reports = index.instances(CK + "AnnualReport")
    if len(reports) == 1:
        return [Quad(t.subject, t.predicate, t.object, NamedNode(reports[0])) for t in triples]
    owners = _owners(index)
    claimed = _claimed(index, owners)
    reached = _reached(triples, owners, claimed)
    quads: list[Quad] = []
    for triple in triples:
        subject = _name(triple.subject)
        edge = (subject, triple.predicate.value, _name(triple.object))
        holders = claimed.get(edge) or owners.get(subject) or reached.get(subject) or set()
        graphs: list[NamedNode | DefaultGraph] = [NamedNode(report) for report in sorted(holders)]
        quads.extend(
            Quad(triple.subject, triple.predicate, triple.object, graph) for graph in graphs or [DefaultGraph()]
        )
    return quads


def _owners(index: GraphIndex) -> dict[str, set[str]]:
    """The reports that each text, section, span and assertion belongs to."""
    owners: dict[str, set[str]] = defaultdict(set)
    for report in index.instances(CK + "AnnualReport"):
        owners[report].add(report)
    for kind, lead in (("ReportText", "textOf"), ("ReportSection", "sectionOf")):
        for node in index.instances(CK + kind):
            owners[node].update(index.values(node, CK + lead))
    for span in index.instances(CK + "EvidenceSpan"):
        _inherit(owners, span, index.values(span, CK + "spanOf"))
        for selector in index.values(span, OA + "hasSelector"):
            _inherit(owners, selector, [span])
    for activity in index.instances(PROV + "Activity"):
        _inherit(owners, activity, index.values(activity, PROV + "used"))
    # Derived figures rest on figures, discrepancies on both: hence the order of _ASSERTIONS.
    for assertion in (node for kind in _ASSERTIONS for node in index.instances(CK + kind)):
        for lead in ("evidence", "computedFrom", "involves"):
            _inherit(owners, assertion, index.values(assertion, CK + lead))
        for target in index.values(assertion, CK + "hasTarget"):
            _inherit(owners, target, [assertion])
    return owners


def _inherit(owners: dict[str, set[str]], node: str, sources: Iterable[str]) -> None:
    for source in sources:
        owners[node].update(owners.get(source, ()))


def _claimed(index: GraphIndex, owners: Mapping[str, set[str]]) -> dict[_Edge, set[str]]:
    """The reports whose claims state an edge."""
    claimed: dict[_Edge, set[str]] = defaultdict(set)
    for claim in index.instances(CK + "Claim"):
        subject, predicate, value = (index.value(claim, RDF + part) for part in ("subject", "predicate", "object"))
        claimed[(subject, predicate, value)].update(owners.get(claim, ()))
    return claimed


def _reached(
    triples: Iterable[Triple], owners: Mapping[str, set[str]], claimed: Mapping[_Edge, set[str]]
) -> dict[str, set[str]]:
    """The reports that lead to each other node, over edges that no claim limits to some of them."""
    leads: dict[str, list[tuple[str, set[str] | None]]] = defaultdict(list)
    for triple in triples:
        if isinstance(triple.object, NamedNode):
            edge = (_name(triple.subject), triple.predicate.value, triple.object.value)
            leads[edge[0]].append((edge[2], claimed.get(edge)))
    reached: dict[str, set[str]] = defaultdict(set)
    waiting = [(node, report) for node, reports in owners.items() for report in reports]
    while waiting:
        node, report = waiting.pop()
        for target, only in leads.get(node, ()):
            if target not in owners and report not in reached[target] and (only is None or report in only):
                reached[target].add(report)
                waiting.append((target, report))
    return reached


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
