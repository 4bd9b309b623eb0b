"""What gave nothing: sentences out of which no fact was read."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figures import Figures
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.graph.model import Action, Claim, Span, Unread

_SHORT = 25  # characters: a label ("Revenue.") is no sentence


def find_unread(
    document: Document, figures: Figures, actions: Sequence[Action], claims: Sequence[Claim]
) -> tuple[Unread, ...]:
    """The sentences and items that no figure, action or claim has evidence in."""
    spans = sorted(
        span
        for evidence in (
            *(o.evidence for o in figures.observations), *(a.evidence for a in actions), *(c.evidence for c in claims)
        )
        for span in evidence
    )  # fmt: skip
    unread: list[Unread] = []
    for passage in document.passages:
        segment = passage.segment
        if segment.kind not in (SegmentKind.SENTENCE, SegmentKind.ITEM) or len(passage.text) < _SHORT:
            continue
        if not _touched(segment.span, spans):
            unread.append(Unread("sentence", segment.span, "no figure, action or relation that the rules know"))
    return tuple(unread)


def _touched(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start < span.end and span.start < s.end for s in spans)
