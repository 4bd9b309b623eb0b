"""Places of a text: where words stand, and which stretch of text is evidence for which words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

Place = tuple[int, int]  # code points of the stored text, end exclusive

_SENTENCE_END = re.compile(r"[.!?。](?=\s)")
_LONGEST = 600  # characters: longer evidence proves nothing, unless its sentence is longer
_SLACK = 1.2  # by which evidence may exceed its sentence


def overlap(one: Place, other: Place) -> int:
    """How many characters two places share.

    >>> overlap((0, 4), (2, 9))
    2
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


class AnnotatedText:
    """A report's stored text, in which quotations are found whatever white space they have."""

    def __init__(self, raw: str) -> None:
        """Index the stored text (a byte-order mark taken off, carriage returns kept)."""
        self.raw = raw
        kept = [i for i, c in enumerate(raw) if not c.isspace() or (i > 0 and not raw[i - 1].isspace())]
        self._offsets = kept
        self._collapsed = "".join(" " if raw[i].isspace() else raw[i] for i in kept)
        self._stops = [match.end() for match in _SENTENCE_END.finditer(raw)]

    def find(self, quote: str) -> Iterator[Place]:
        """Every place at which a quotation stands, in order."""
        words = " ".join(quote.split())
        at = self._collapsed.find(words) if words else -1
        while at >= 0:
            yield self._offsets[at], self._offsets[at + len(words) - 1] + 1
            at = self._collapsed.find(words, at + 1)

    def proves(self, evidence: Place, place: Place) -> bool:
        """Whether evidence covers a third of the shorter of the two, and is hardly longer than its sentence."""
        shorter = min(evidence[1] - evidence[0], place[1] - place[0])
        if shorter <= 0 or 3 * overlap(evidence, place) < shorter:
            return False
        return evidence[1] - evidence[0] <= max(_LONGEST, _SLACK * self._sentence_length(place))

    def _sentence_length(self, place: Place) -> int:
        before = bisect_right(self._stops, place[0])
        after = bisect_left(self._stops, place[1])
        end = self._stops[after] if after < len(self._stops) else len(self.raw)
        return end - (self._stops[before - 1] if before else 0)
