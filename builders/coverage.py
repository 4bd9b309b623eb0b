"""What gave nothing: sentences out of which no fact was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from customs_kg.builders.document import Document
from customs_kg.builders.figures.figures import Figures
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.graph.model import Action, Claim, Span, Unread

_SHORT = 25  # characters: a label ("Revenue.") is no sentence


def find_unread(
    document: Document, figures: Figures, actions: Sequence[Action], claims: Sequence[Claim]
) -> tuple[Unread, ...]:
    """The sentences and items that no figure, action or claim has evidence in."""
    spans = _joined(
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


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The stretches that the spans cover together, in order, none touching the next."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _touched(span: Span, joined: Sequence[Span]) -> bool:
    first = bisect_right(joined, span.start, key=lambda s: s.end)
    return first < len(joined) and joined[first].start < span.end
