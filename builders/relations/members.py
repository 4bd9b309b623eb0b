"""Members that a clause names among others: "has among its members A and B", "counts A among its members"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.scene import Scene
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_COUNTS = frozenset("have count number include list reckon".split())
_ROLES = frozenset("members parties participants signatories partners units founders sponsors".split())
# what a member is of a body, an operation or an agreement, in the order in which it is tried: subject first?
_MEMBERSHIPS = (("memberOf", True), ("participant", False), ("signatory", False), ("cooperatesWith", True))
_SURE = Decimal("0.85")


_AMONG_THOSE = re.compile(
    r"\b[Aa]mong(?:st)? (?:those|the (?:[a-z]+ )?(?:participants|attendees|delegates|guests|speakers|visitors))"
    r" (?:attending|taking part in|participating in|present at|at|in|of|who attended|who took part in) (?:the )?"
)
_WERE = re.compile(r"['\"\s)]*(?:\([^()]*\))?(?: (?:in|at) [A-Z]\w+)? (?:were|was|are|is) (?:the )?")


def attendance_claims(text: str, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """Who takes part in what, as in "Among those attending the A were B and C"."""
    for said in _AMONG_THOSE.finditer(text):
        for event in (m for m in mentions if m.start == said.end()):
            were = _WERE.match(text, event.end)
            for member in row_from(were.end(), text, mentions) if were else ():
                yield Proposal(
                    event, CK + "participant", member, Modality.ACTUAL, "among-those-participant", said.span(), _SURE
                )


def member_claims(scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """Who is a member of what, by clauses that count members."""
    for scene in scenes:
        if scene.clause.lemma not in _COUNTS or scene.clause.passive:
            continue
        for argument in scene.clause.prepositional:
            head = scene.parsed.tokens[argument.phrases[0].head]
            if argument.preposition == "among" and head.lower in _ROLES:
                named = row_from(head.end, scene.text, scene.mentions) or list(scene.direct)
                yield from _memberships(scene, named, things)


def _memberships(scene: Scene, members: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    words = scene.parsed.stretch(scene.clause.group)
    for whole in next(iter(scene.subject_rows), ()):
        for member in members:
            for name, member_first in _MEMBERSHIPS:
                subject, target = (member, whole) if member_first else (whole, member)
                if admits(CK + name, subject, target, things):
                    rule = f"counted-{scene.clause.lemma}-{name}"
                    yield Proposal(subject, CK + name, target, scene.modality, rule, words, _SURE)
                    break
