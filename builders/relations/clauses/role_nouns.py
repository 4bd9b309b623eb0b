"""Nouns of a role that a clause or an apposition fills: "its head being A", "whose director is A", "B's seat is A".

The frame "X be head of Y" says the same the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.document import Passage
from customs_kg.builders.relations.clauses.owned_roles import frames_of_role, owner_of, possessor_of
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.slots import proposal_of
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention

_LINKS = frozenset("be become include remain".split())
_CALLED = frozenset("call name know dub title entitle".split())  # "the successor to A is called B"
_ACTS = frozenset("act function serve".split())  # "serves as its secretariat"
_OWNERS = frozenset({"PRP$", "WP$"})


def role_noun_claims(passage: Passage, scenes: Sequence[Scene]) -> Iterator[Proposal]:
    """What a passage says of who or what fills a role of something."""
    if passage.is_cell:
        return
    for scene in scenes:
        named = scene.clause.passive and scene.clause.lemma in _CALLED
        if (named or scene.clause.lemma in _LINKS) and scene.clause.subjects:
            yield from _filled_by_complement(scene)
        if scene.clause.lemma in _LINKS or scene.clause.lemma in _ACTS:
            yield from _filled_by_subject(scene)


def _filled_by_complement(scene: Scene) -> Iterator[Proposal]:
    parsed, clause, role = scene.parsed, scene.clause, scene.clause.subjects[0]
    frames = frames_of_role(parsed, role)
    if not frames or len(clause.subjects) > 1:
        return
    fillers = headed_by(parsed, clause.objects, scene.mentions) or (_names_behind(scene) if clause.passive else [])
    for owner in owner_of(parsed, role, scene.text, scene.mentions):
        for frame in frames:
            for filler in fillers:
                if filler.thing != owner.thing:
                    yield replace(proposal_of(scene, frame, filler, owner), rule=frame.name + "-role")


def _names_behind(scene: Scene) -> list[Mention]:
    """The name right behind "is called", "is known as"."""
    start = scene.parsed.stretch(scene.clause.group)[1]
    return [m for m in scene.named if re.fullmatch(r"(?: as)?(?: the)? \"?", scene.text[start : m.start])]


def _filled_by_subject(scene: Scene) -> Iterator[Proposal]:
    """As in "A has been *its chairman* since May", "A acts as *the B's secretariat*"."""
    parsed, clause = scene.parsed, scene.clause
    behind_as = [p for a in clause.prepositional if a.preposition == "as" for p in a.phrases]
    fillers = scene.subject_rows[0] if scene.subject_rows else ()
    for role in behind_as if clause.lemma in _ACTS else clause.objects[:1]:
        for owner in possessor_of(parsed, role, scene.text, scene.mentions) if fillers else ():
            for frame in frames_of_role(parsed, role):
                for filler in fillers:
                    if filler.thing != owner.thing:
                        yield replace(proposal_of(scene, frame, filler, owner), rule=frame.name + "-role")
