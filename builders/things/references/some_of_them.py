"""Some of what was counted before: "Eight *of them* concerned A; *another* was directed at B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.definites import RESOLVED
from customs_kg.builders.things.references.discourse import Discourse

_OF_THEM = cued("them these", r"\b(?:of|among) (them|these(?! [a-z]+s\b))\b(?= [a-z]|,)")
# what goes on with one or more of the same behind a mark
_ANOTHER = re.compile(
    r"(?:;|,| and|,? while) "
    r"(one|another|others|two|three|a second|a third|the (?:first|second|latest|last|other|others))"
    r"(?= (?:is|are|was|were|has|have|had|[a-z]+(?:ed|s))\b)"
)


def some_of_them(discourse: Discourse, n: int) -> list[Mention]:
    """What "of them" and a following "another" stand for: the things that a number counts before, in the plural."""
    reading = discourse.readings[n]
    first = _OF_THEM.search(reading.text)
    if first is None:
        return []
    thing = _counted(reading, [m for m in discourse.named[n] if m.end <= first.start()])
    if not thing and not discourse.opens_paragraph(n):
        thing = _counted(discourse.readings[n - 1], discourse.named[n - 1])
    if not thing:
        return []
    spans = [first.span(1), *(m.span(1) for m in _ANOTHER.finditer(reading.text, first.end()))]
    return [Mention(reading.index, *span, thing, "pronoun", RESOLVED) for span in spans]


def _counted(reading: Reading, mentions: Sequence[Mention]) -> str:
    """The last thing whose plural stands right behind a number, "13 new *Withhold Orders*"."""
    for mention in sorted(mentions, key=lambda m: -m.start):
        words = reading.text[mention.start : mention.end].split()
        at = reading.token_at(mention.start)
        before = [t.tag for t in reading.tokens[max(0, at - 2) : at]]
        counted = before[-1:] == ["CD"] or before == ["CD", "JJ"]
        if words[-1].endswith("s") and not words[-1].endswith("ss") and counted:
            return mention.thing
    return ""
