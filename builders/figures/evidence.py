"""The smallest stretch of a sentence that states a figure."""

from __future__ import annotations

import re

from customs_kg.builders.english.clause import Clause, Role
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity

LIMIT = 600  # characters that evidence may have
_PARTED = re.compile(r", (?:among|including|of|amongst) (?:which|whom) $")
_STROKES = "|\u2022\u00b7"


def evidence_stretch(scene: Scene, quantity: Quantity) -> tuple[int, int]:
    """The reading offsets of the clause that states a figure; the words between commas where that is too long."""
    if any(f" {stroke} " in scene.text for stroke in _STROKES):  # a row of labels and figures has no clauses
        return _between_marks(scene, quantity, _STROKES)
    at = scene.places[quantity.start]
    before = scene.clause_before(scene.before(quantity))
    governed = before is not None and before.finite and scene.links(before.group[1], scene.before(quantity))
    clause = before if governed else scene.clause_of_subject(at) or before
    if before is not None and clause is not None and _is_parted(scene, quantity, clause):
        clause = before
    if clause is None:
        return _between_marks(scene, quantity, ";")
    start, end = scene.parsed.stretch(clause.extent)
    if clause.subject is not None and (run := scene.subject_of(clause)) is not None:
        start = min(start, scene.tokens[min(run[0], clause.subject[0])].start)
    start, end = min(start, quantity.qualifier_start), max(end, quantity.end)
    if end - start > LIMIT:
        return _between_marks(scene, quantity, ",;:")
    return start, end


def _is_parted(scene: Scene, quantity: Quantity, clause: Clause) -> bool:
    """As in "heads 47 units, among which are A and B": the relative names parts and does not state the figure."""
    between = scene.text[quantity.end : scene.tokens[clause.group[0]].start]
    return clause.role is Role.RELATIVE and _PARTED.search(between) is not None


def _between_marks(scene: Scene, quantity: Quantity, marks: str) -> tuple[int, int]:
    text = scene.text
    start = max((text.rfind(mark, 0, quantity.qualifier_start) for mark in marks), default=-1) + 1
    ends = [found for mark in marks if (found := text.find(mark, quantity.end)) >= 0]
    end = min(ends, default=len(text))
    if end - start > LIMIT:
        start, end = max(start, quantity.start - LIMIT // 2), min(end, quantity.end + LIMIT // 3)
    while start < quantity.qualifier_start and text[start] == " ":
        start += 1
    return start, max(quantity.end, len(text[:end].rstrip()))
