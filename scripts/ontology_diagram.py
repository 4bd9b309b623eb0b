"""Draw the main classes of the ontology: `python scripts/ontology_diagram.py` writes docs/ontology.svg.

Where a class stands is said here; its name and the names of edges come from the ontology, and an edge that the
ontology does not allow is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import Terms, load_terms

TARGET = Path(__file__).resolve().parents[1] / "docs" / "ontology.svg"
_WIDTH, _HEIGHT, _BOX, _LINE = 1180, 640, (170, 40), 13


@dataclass(frozen=True, slots=True)
class Box:
    """A class at the centre (x, y), in pixels; `group` decides its colour."""

    name: str
    x: int
    y: int
    group: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A property between two drawn classes, or the arrow to a superclass where `name` is empty."""

    source: str
    name: str
    target: str


BOXES = (
    Box("AnnualReport", 110, 50, "source"),
    Box("ReportText", 110, 150, "source"),
    Box("ReportSection", 110, 250, "source"),
    Box("EvidenceSpan", 350, 150, "source"),
    Box("Assertion", 600, 150, "assertion"),
    Box("Claim", 600, 250, "assertion"),
    Box("Observation", 600, 550, "assertion"),
    Box("Discrepancy", 350, 550, "assertion"),
    Box("Accomplishment", 600, 350, "assertion"),
    Box("Commitment", 600, 450, "assertion"),
    Box("Target", 870, 450, "assertion"),
    Box("FulfilmentAssessment", 350, 350, "assertion"),
    Box("Period", 350, 450, "time"),
    Box("DomainEntity", 1070, 150, "thing"),
    Box("Indicator", 870, 550, "thing"),
    Box("CustomsAdministration", 1070, 50, "thing"),
    Box("CustomsUnit", 1070, 250, "thing"),
    Box("Operation", 1070, 400, "thing"),
    Box("LegalInstrument", 1070, 550, "thing"),
)
EDGES = (
    Edge("AnnualReport", "reportBy", "CustomsAdministration"),
    Edge("ReportText", "textOf", "AnnualReport"),
    Edge("EvidenceSpan", "spanOf", "ReportText"),
    Edge("EvidenceSpan", "inSection", "ReportSection"),
    Edge("Assertion", "evidence", "EvidenceSpan"),
    Edge("Claim", "", "Assertion"),
    Edge("Discrepancy", "involves", "Observation"),
    Edge("Observation", "ofIndicator", "Indicator"),
    Edge("Accomplishment", "actsOn", "DomainEntity"),
    Edge("Commitment", "continuesAction", "Accomplishment"),
    Edge("Commitment", "hasTarget", "Target"),
    Edge("Target", "targetIndicator", "Indicator"),
    Edge("FulfilmentAssessment", "assesses", "Commitment"),
    Edge("Commitment", "due", "Period"),
    Edge("CustomsAdministration", "", "DomainEntity"),
    Edge("CustomsUnit", "", "DomainEntity"),
    Edge("Operation", "conductedBy", "CustomsUnit"),
    Edge("LegalInstrument", "governs", "Operation"),
)
_NOTE = (
    "Dashed: is a kind of. Yellow: assertions; green: things. "
    "A claim names one edge between two things with rdf:subject, rdf:predicate and rdf:object."
)
_COLOURS = {"source": "#e8eef7", "assertion": "#fdf1dc", "thing": "#e6f3e8", "time": "#f3e8f3"}


def draw() -> str:
    """The diagram as SVG: the same text for the same ontology.

    Raises:
        OntologyError: A class or property is unknown, or an edge breaks a domain or range.
    """
    terms, boxes = load_terms(), {box.name: box for box in BOXES}
    body = [*(line for edge in EDGES for line in _edge(terms, boxes, edge)), *(_box(terms, box) for box in BOXES)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
            f' font-size="{_LINE}" role="img" aria-label="Main classes of the ontology">',
            '<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="8" markerHeight="8"'
            ' orient="auto"><path d="M0 0L10 5L0 10z" fill="#444"/></marker>'
            '<marker id="above" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="10" markerHeight="10"'
            ' orient="auto"><path d="M0 0L10 5L0 10z" fill="#fff" stroke="#444"/></marker></defs>',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            *body,
            f'<text x="20" y="{_HEIGHT - 14}" fill="#444">{escape(_NOTE)}</text>',
            "</svg>\n",
        ]
    )


def _box(terms: Terms, box: Box) -> str:
    label = terms.classes[CK + box.name].label
    width, height = _BOX
    return (
        f'<rect x="{box.x - width // 2}" y="{box.y - height // 2}" width="{width}" height="{height}" rx="6"'
        f' fill="{_COLOURS[box.group]}" stroke="#444"/>'
        f'<text x="{box.x}" y="{box.y + 4}" text-anchor="middle">{escape(label)}</text>'
    )


def _edge(terms: Terms, boxes: dict[str, Box], edge: Edge) -> Iterator[str]:
    source, target = boxes[edge.source], boxes[edge.target]
    _refuse_wrong(terms, edge)
    (x1, y1), (x2, y2) = _rim(source, target), _rim(target, source)
    marker, dash = ("arrow", "") if edge.name else ("above", ' stroke-dasharray="4 3"')
    yield f'<path d="M{x1} {y1}L{x2} {y2}" stroke="#444" fill="none"{dash} marker-end="url(#{marker})"/>'
    if edge.name:
        label = escape(terms.properties[CK + edge.name].label)
        x, y = (x1 + x2) // 2, (y1 + y2) // 2
        halo = 'stroke="#fff" stroke-width="4" paint-order="stroke" fill="#222"'
        yield f'<text x="{x}" y="{y + 4}" text-anchor="middle" {halo}>{label}</text>'


def _refuse_wrong(terms: Terms, edge: Edge) -> None:
    ends = CK + edge.source, CK + edge.target
    right = terms.allowed(CK + edge.name, *ends) if edge.name else terms.is_a(*ends)
    if not right:
        raise OntologyError(f"ontology_diagram.py draws {edge.source} {edge.name or 'under'} {edge.target}: not so.")


def _rim(box: Box, other: Box) -> tuple[int, int]:
    """Where the line between the centres of two boxes leaves the first."""
    dx, dy = other.x - box.x, other.y - box.y
    half_width, half_height = _BOX[0] / 2, _BOX[1] / 2
    scale = min(half_width / abs(dx) if dx else 9.0, half_height / abs(dy) if dy else 9.0)
    return round(box.x + dx * scale), round(box.y + dy * scale)


def main() -> int:
    """Write the diagram."""
    TARGET.write_text(draw(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET.relative_to(TARGET.parents[1])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
