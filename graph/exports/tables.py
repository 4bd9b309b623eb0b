"""The graph as four tables: things, facts, figures and plans, a row each, names beside IRIs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Triple

from customs_kg.graph.index import GraphIndex
from customs_kg.graph.wording import Wording
from customs_kg.ontology.iris import CK, CKT, DCTERMS, OA, RDF, RDFS, SKOS


class ColumnKind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    LIST = "list"  # texts
    INTEGER = "integer"
    DECIMAL = "decimal"  # the digits of the graph, as text
    DAY = "day"  # ISO 8601
    TRUTH = "truth"


Cell = str | int | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; `columns` gives the name and kind of each column in order."""

    name: str
    columns: Mapping[str, ColumnKind]
    rows: tuple[tuple[Cell, ...], ...]


_TEXT, _LIST, _DECIMAL = ColumnKind.TEXT, ColumnKind.LIST, ColumnKind.DECIMAL
_INTEGER, _DAY, _TRUTH = ColumnKind.INTEGER, ColumnKind.DAY, ColumnKind.TRUTH
_PLACE = {
    "report": _TEXT, "section": _TEXT, "page": _INTEGER, "start": _INTEGER, "end": _INTEGER, "quotation": _TEXT,
}  # fmt: skip
_THINGS = {
    "iri": _TEXT, "label": _TEXT, "class": _TEXT, "class_iri": _TEXT, "aliases": _LIST, "description": _TEXT,
    "code": _TEXT, "same_as": _LIST, **_PLACE,
}  # fmt: skip
_FACTS = {
    "iri": _TEXT, "subject": _TEXT, "relation": _TEXT, "object": _TEXT, "subject_iri": _TEXT, "relation_iri": _TEXT,
    "object_iri": _TEXT, "modality": _TEXT, "confidence": _DECIMAL, **_PLACE,
}  # fmt: skip
_FIGURES = {
    "iri": _TEXT, "indicator": _TEXT, "agent": _TEXT, "period": _TEXT, "period_start": _DAY, "period_end": _DAY,
    "kind": _TEXT, "value": _DECIMAL, "unit": _TEXT, "stated": _TEXT, "qualifier": _TEXT,
    "rounding_half_width": _DECIMAL, "base_period": _TEXT, "breakdown": _LIST, "result_of": _TEXT, "derived": _TRUTH,
    "indicator_iri": _TEXT, "agent_iri": _TEXT, "unit_iri": _TEXT, "modality": _TEXT, "confidence": _DECIMAL, **_PLACE,
}  # fmt: skip
_PLANS = {
    "iri": _TEXT, "actors": _LIST, "action": _TEXT, "acts_on": _LIST, "description": _TEXT, "due": _TEXT,
    "due_start": _DAY, "due_end": _DAY, "due_basis": _TEXT, "target": _TEXT, "target_kind": _TEXT,
    "target_value": _DECIMAL, "target_unit": _TEXT, "continues_iri": _TEXT, "confidence": _DECIMAL, **_PLACE,
}  # fmt: skip


def graph_tables(triples: Iterable[Triple]) -> tuple[Table, ...]:
    """The tables `things`, `facts`, `figures` and `plans`.

    The place of a row is its first quotation: title of the report, section, page where the text has pages, and
    offsets; `quotation` has all of them, joined by " | ". That of a thing is the shortest that names it.
    Periods are half-open: `period_end` is the first day after. Values are in base units.
    """
    index = GraphIndex(triples)
    words = _Words(index, Wording.of_ontology())
    plans = index.instances(CK + "Commitment")
    figures = index.instances(CK + "Observation", CK + "DerivedObservation")
    return (
        _table("things", _THINGS, _things(words)),
        _table("facts", _FACTS, _in_order(_fact(words, node) for node in index.instances(CK + "Claim"))),
        _table("figures", _FIGURES, _in_order(_figure(words, node) for node in figures)),
        _table("plans", _PLANS, _in_order(_plan(words, node) for node in plans)),
    )


def _table(name: str, columns: Mapping[str, ColumnKind], rows: Iterable[dict[str, Cell]]) -> Table:
    return Table(name, columns, tuple(tuple(row[column] for column in columns) for row in rows))


def _in_order(rows: Iterable[dict[str, Cell]]) -> list[dict[str, Cell]]:
    """In the order of the reports; what has no place comes last."""
    return sorted(
        rows, key=lambda row: (row["start"] is None, str(row["report"]), int(str(row["start"] or 0)), str(row["iri"]))
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The graph in words: labels of things and codes, and places in the reports."""

    index: GraphIndex
    wording: Wording

    def value(self, node: str, name: str) -> str:
        return self.index.value(node, CK + name)

    def label(self, iri: str) -> str:
        return self.index.label(iri) if iri else ""

    def labels(self, node: str, name: str) -> tuple[str, ...]:
        return tuple(self.index.label(iri) for iri in self.index.values(node, CK + name))

    def code(self, node: str, name: str, scheme: str) -> str:
        return self.value(node, name).removeprefix(f"{CKT}{scheme}-")

    def unit(self, iri: str) -> str:
        return (self.index.value(iri, RDFS + "label") or self.wording.label(iri)) if iri else ""

    def day(self, period: str, edge: str) -> str | None:
        return self.value(period, edge)[:10] or None

    def basis(self, node: str) -> dict[str, Cell]:
        """Modality, confidence and place of an assertion."""
        spans = sorted(self.index.values(node, CK + "evidence"), key=self.order)
        return {
            "modality": self.code(node, "modality", "modality"),
            "confidence": self.value(node, "confidence"),
            **self.place(spans),
        }

    def place(self, spans: list[str]) -> dict[str, Cell]:
        if not spans:
            return dict.fromkeys(_PLACE)
        first = self.index.quotation(spans[0])
        return {
            "report": self.label(self.index.value(first.text, CK + "textOf")),
            "section": first.section,
            "page": first.page,
            "start": first.start,
            "end": first.end,
            "quotation": " | ".join(self.index.quotation(span).exact for span in spans),
        }

    def order(self, span: str) -> tuple[str, int, int]:
        selectors = self.index.values(span, OA + "hasSelector")
        edges = [next((int(v) for s in selectors for v in self.index.values(s, OA + e)), 0) for e in ("start", "end")]
        return self.value(span, "spanOf"), edges[0], edges[1]


def _things(words: _Words) -> Iterator[dict[str, Cell]]:
    index = words.index
    first: dict[str, tuple[tuple[str, int, int], str]] = {}
    for span in index.instances(CK + "EvidenceSpan"):
        text, start, end = words.order(span)
        for thing in index.values(span, CK + "mentions"):
            rank = (text, end - start, start)  # a span that is the name itself, before one that holds it
            first[thing] = min(first.get(thing, (rank, span)), (rank, span))
    for thing in index.things():
        cls = index.class_of(thing)
        yield {
            "iri": thing,
            "label": index.label(thing),
            "class": words.wording.label(cls),
            "class_iri": cls,
            "aliases": tuple(index.values(thing, SKOS + "altLabel")),
            "description": index.value(thing, DCTERMS + "description"),
            "code": index.value(thing, CK + "territoryCode") or index.value(thing, SKOS + "notation"),
            "same_as": tuple(index.values(thing, SKOS + "exactMatch")),
            **words.place([first[thing][1]] if thing in first else []),
        }


def _fact(words: _Words, node: str) -> dict[str, Cell]:
    subject, relation, target = (words.index.value(node, RDF + part) for part in ("subject", "predicate", "object"))
    return {
        "iri": node,
        "subject": words.label(subject),
        "relation": words.wording.label(relation),
        "object": words.label(target),
        "subject_iri": subject,
        "relation_iri": relation,
        "object_iri": target,
        **words.basis(node),
    }


def _figure(words: _Words, node: str) -> dict[str, Cell]:
    value = words.value
    period, indicator, agent = value(node, "refPeriod"), value(node, "ofIndicator"), value(node, "observedAgent")
    return {
        "iri": node,
        "indicator": words.label(indicator),
        "agent": words.label(agent),
        "period": words.label(period),
        "period_start": words.day(period, "periodStart"),
        "period_end": words.day(period, "periodEnd"),
        **_amount(words, node, prefix=""),
        "stated": value(node, "statedValue"),
        "qualifier": words.code(node, "qualifier", "qualifier"),
        "rounding_half_width": value(node, "roundingHalfWidth"),
        "base_period": words.label(value(node, "basePeriod")),
        "breakdown": words.labels(node, "breakdown"),
        "result_of": words.label(value(node, "resultOf")),
        "derived": bool(value(node, "computedFrom")),
        "indicator_iri": indicator,
        "agent_iri": agent,
        "unit_iri": value(node, "unit"),
        **words.basis(node),
    }


def _plan(words: _Words, node: str) -> dict[str, Cell]:
    due, target = words.value(node, "due"), words.value(node, "hasTarget")
    return {
        "iri": node,
        "actors": words.labels(node, "actor"),
        "action": words.wording.label(words.value(node, "actionType")),
        "acts_on": words.labels(node, "actsOn"),
        "description": words.value(node, "description"),
        "due": words.label(due),
        "due_start": words.day(due, "periodStart") if due else None,
        "due_end": words.day(due, "periodEnd") if due else None,
        "due_basis": words.value(node, "dueBasis"),
        "target": words.value(target, "statedValue") if target else "",
        **_amount(words, target, prefix="target_"),
        "continues_iri": words.value(node, "continuesAction"),
        **words.basis(node),
    }


def _amount(words: _Words, node: str, prefix: str) -> dict[str, Cell]:
    """Kind, value and unit of a figure or target; empty without one."""
    get: Callable[[str], str] = (lambda name: words.value(node, name)) if node else (lambda _: "")
    return {
        f"{prefix}kind": get("measureKind").removeprefix(f"{CKT}kind-"),
        f"{prefix}value": get("value") or None,
        f"{prefix}unit": words.unit(get("unit")),
    }
