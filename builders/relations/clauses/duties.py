"""Whose work a doing is: "operation of A rests with B", "B is charged with the operation of A".

The noun of doing is read as the verb that it is made of, by that verb's frames.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from customs_kg.builders.english.deverbal import verbs_of
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.relations.frames.frames import Frame, frames_by_verb, match_from
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.second_slots import after_words
from customs_kg.builders.relations.frames.slots import is_bare, proposal_of
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import is_short_form, row_from
from customs_kg.builders.things.things import Mention
from customs_kg.ontology.iris import CK

# verbs that only say that something is done: "B undertook the operation of A"
_LIGHT = frozenset(
    "achieve assume begin carry commence complete conduct continue ensure finalise finalize finish handle lead oversee "
    "perform provide resume start take undertake".split()
)


def duty_claims(scenes: Sequence[Scene]) -> Iterator[Proposal]:
    """Whose work a doing is: "operation of A rests with B", "B is responsible for the operation of A"."""
    for scene in scenes:
        subject = scene.clause.subjects[-1] if scene.clause.subjects else None
        if subject is not None:
            yield from _left_to(scene, subject, scenes)
            yield from _taken_up(scene)
            yield from _handed_on(scene)


def _frames(noun: str) -> Iterator[Frame]:
    """The frames of the verbs that a noun of doing is made of."""
    for verb, *particle in verbs_of(noun):
        for frame in frames_by_verb().get(verb, ()):
            if frame.words[: len(particle)] == tuple(particle) and len(frame.words) <= len(particle) + 1:
                yield frame


def _noun(scene: Scene, head: int) -> str:
    """The noun that heads a phrase: its first word where the whole phrase is one mention ("supervision of A")."""
    return scene.parsed.tokens[head].lower.split(" ")[0]


def _behind_of(scene: Scene, head: int) -> Sequence[Mention]:
    """What a noun of doing is done to: the mentions behind "of"."""
    noun, start = _noun(scene, head), scene.parsed.tokens[head].start
    behind = scene.text[start + len(noun) :]
    if not behind.startswith(" of ") or not verbs_of(noun):
        return []
    named = [m for m in scene.mentions if not is_short_form(m, scene.text)]
    return row_from(start + len(noun) + 4, scene.text, named)


def _left_to(scene: Scene, subject: NounPhrase, scenes: Sequence[Scene]) -> Iterator[Proposal]:
    """The subject is the doing: "supervision of A lies with B", "was carried out by B"."""
    done = _behind_of(scene, subject.head) or _chaired_before(scene, subject, scenes)
    if not done:
        return
    doers: list[Mention] = []
    for frame in scene.frames:
        if frame.predicate == CK + "competentFor" and not frame.subject_first and not doers:
            if frame.passive == scene.clause.passive:
                doers = after_words(scene, frame)
        elif frame.predicate == CK + "competentFor" and scene.clause.passive and is_bare(scene, frame) and not doers:
            doers = list(scene.agents)
    if scene.clause.passive and scene.clause.lemma in _LIGHT and not doers:
        doers = list(scene.agents)
    yield from _done_by(scene, subject.head, doers, done)


def _taken_up(scene: Scene) -> Iterator[Proposal]:
    """The doing is what the subject has to do: "B is charged with the operation of A", "B began operation of A"."""
    clause = scene.clause
    heads = [p.head for p in clause.objects] if clause.lemma in _LIGHT and not clause.passive else []
    for frame in scene.frames:
        if frame.predicate != CK + "competentFor" or not frame.subject_first or frame.passive != clause.passive:
            continue
        taken = match_from(frame.words, scene.behind_verb) if frame.words else 0
        if taken is not None:
            behind = clause.group[1] + taken
            phrases = [*clause.objects, *(p for a in clause.prepositional for p in a.phrases)]
            heads += [p.head for p in phrases if p.start <= behind <= p.head or p.start == behind]
    for head in dict.fromkeys(heads):
        if done := _behind_of(scene, head):
            yield from _done_by(scene, head, scene.subject_rows[0] if scene.subject_rows else (), done)


def _chaired_before(scene: Scene, subject: NounPhrase, scenes: Sequence[Scene]) -> Sequence[Mention]:
    """What "the chair" is of by the words before: "B chaired *A* until June, when *the chair* passed to C"."""
    noun = scene.parsed.tokens[subject.head].lower
    if noun not in _CHAIRS or subject.end != subject.head + 1:
        return []
    earlier = [s for s in scenes if s.n < scene.n and s.clause.lemma in _CHAIRING and not s.clause.passive]
    return earlier[-1].direct if earlier else []


_CHAIRS = frozenset("chair chairmanship presidency lead leadership command".split())
_CHAIRING = frozenset("chair lead head command".split())
_HANDS = frozenset("assign cede delegate entrust give hand leave pass transfer".split())


def _handed_on(scene: Scene) -> Iterator[Proposal]:
    """The doing is what somebody gives to another: "A handed the chair of B *to C*", "entrusted C *with* it"."""
    clause = scene.clause
    if clause.lemma not in _HANDS or clause.passive:
        return
    receivers = [p for a in clause.prepositional if a.preposition == "to" for p in a.phrases]
    doers = headed_by(scene.parsed, receivers, scene.mentions)
    for phrase in clause.objects if doers else ():
        if done := _behind_of(scene, phrase.head):
            yield from _done_by(scene, phrase.head, doers, done)


def _done_by(scene: Scene, head: int, doers: Sequence[Mention], done: Sequence[Mention]) -> Iterator[Proposal]:
    for frame in _frames(_noun(scene, head)):
        if frame.is_bare:
            for doer in doers:
                for thing in done:
                    if doer.thing != thing.thing:
                        yield proposal_of(scene, frame, doer, thing, "-duty")
