"""Who leads what a sentence is about, as a phrase with "with" adds: "A guards the coast, with B taking the lead"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.english.clauses import Role
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_WITH = re.compile(r", with (?:the )?$")
_LEADING = re.compile(
    r" (?:taking|playing|assuming|having|in) (?:on |up )?(?:the |a )?(?:\w+ ){0,2}?"
    r"(?:lead|leading (?:role|part|position)|leadership|helm)\b"
)


def leading_role_claims(
    text: str, scenes: Sequence[Scene], mentions: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """The thing that the main clause is about, under the leadership of the body behind "with"."""
    if ", with " not in text:
        return
    for leader in outermost([m for m in mentions if m.how != "pronoun"]):
        led, told = _WITH.search(text[: leader.start]), _LEADING.match(text, leader.end)
        if led is None or told is None:
            continue
        for subject in _subject(scenes, led.start()):
            if admits(CK + "underLeadershipOf", subject, leader, things):
                words = (led.start(), told.end())
                yield Proposal(
                    subject, CK + "underLeadershipOf", leader, Modality.STANDING, "with-leader", words, _SURE
                )


def _subject(scenes: Sequence[Scene], before: int) -> Sequence[Mention]:
    """The one subject of the last main clause before a place; none where it has several."""
    rows = [
        scene.subject_rows[0]
        for scene in scenes
        if scene.clause.finite and scene.clause.role is Role.MAIN and not scene.clause.negated and scene.subject_rows
    ]
    found = [row for row in rows if row and row[0].start < before]
    return found[-1] if found and len(found[-1]) == 1 else ()
