"""Nouns of a role that a clause or an apposition fills: "its head being A", "whose director is A", "B's seat is A".

The frame "X be head of Y" says the same the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.document import Passage
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.frames import Frame, reduced_frames
from customs_kg.builders.relations.frames.paraphrases import stands_for
from customs_kg.builders.relations.frames.roles import beside, headed_by
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.slots import proposal_of
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality

_LINKS = frozenset("be become include remain".split())
_CALLED = frozenset("call name know dub title entitle".split())  # "the successor to A is called B"
_ACTS = frozenset("act function serve".split())  # "serves as its secretariat"
_OWNERS = frozenset({"PRP$", "WP$"})


def role_noun_claims(passage: Passage, parsed: Parsed, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """What a passage says of who or what fills a role of something."""
    if passage.is_cell:
        return
    mentions = things.in_passage(passage.index)
    for scene in scenes:
        named = scene.clause.passive and scene.clause.lemma in _CALLED
        if (named or scene.clause.lemma in _LINKS) and scene.clause.subjects:
            yield from _filled_by_complement(scene)
        if scene.clause.lemma in _LINKS or scene.clause.lemma in _ACTS:
            yield from _filled_by_subject(scene)
    yield from _filled_beside(passage, parsed, mentions)
    yield from _filled_before(passage, parsed, mentions)


def _filled_by_complement(scene: Scene) -> Iterator[Proposal]:
    parsed, clause, role = scene.parsed, scene.clause, scene.clause.subjects[0]
    frames = _frames_of_role(parsed, role)
    if not frames or len(clause.subjects) > 1:
        return
    fillers = headed_by(parsed, clause.objects, scene.mentions) or (_names_behind(scene) if clause.passive else [])
    for owner in _owner(parsed, role, scene.text, scene.mentions):
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
        for owner in _possessor(parsed, role, scene.text, scene.mentions) if fillers else ():
            for frame in _frames_of_role(parsed, role):
                for filler in fillers:
                    if filler.thing != owner.thing:
                        yield replace(proposal_of(scene, frame, filler, owner), rule=frame.name + "-role")


def _possessor(parsed: Parsed, role: NounPhrase, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Whose role it is by the words before its noun: "its", "A's"."""
    before = parsed.tokens[role.start : role.head]
    return _owner(parsed, role, text, mentions) if any(t.tag in ("PRP$", "POS") for t in before) else []


def _filled_before(passage: Passage, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """A name right before the noun and its owner: "A, *our training arm* in Milo", "A, *the B's portal*,"."""
    named = outermost([m for m in mentions if m.how != "pronoun"])
    for filler in named:
        opened = _OWNER_BEHIND.match(passage.text, filler.end)
        at = next((i for i, t in enumerate(parsed.tokens) if opened and t.start >= opened.end()), None)
        if at is None:
            continue
        head = _noun_behind_owner(parsed, at)
        role = NounPhrase(at, head + 1, head) if head is not None else None
        for owner in _possessor(parsed, role, passage.text, mentions) if role is not None else ():
            for frame in _frames_of_role(parsed, role) if role is not None else ():
                first, second = (filler, owner) if frame.subject_first else (owner, filler)
                if first.thing != second.thing:
                    words = (parsed.tokens[at].start, parsed.tokens[role.head].end) if role is not None else (0, 0)
                    yield Proposal(first, frame.predicate, second, Modality.STANDING, frame.name + "-before", words)


# a comma behind a name, and what its owner begins with
_OWNER_BEHIND = re.compile(r"['\"\s)]*(?:\([^()]*\))?,\s+(?=our\b|its\b|their\b|the\b|[A-Z])")
_MODIFIERS = frozenset("JJ JJR JJS NN NNS VBG VBN CD".split())


def _noun_behind_owner(parsed: Parsed, at: int) -> int | None:
    """The noun that heads a phrase which begins at a token with its owner; None: no owner is there."""
    tokens = parsed.tokens
    owned = next((i + 1 for i in range(at, min(at + 4, len(tokens))) if tokens[i].tag in ("PRP$", "POS")), None)
    if owned is None or any(t.tag in (",", ".", "IN", "CC") or t.is_verb for t in tokens[at : owned - 1]):
        return None
    end = owned
    while end < len(tokens) and tokens[end].tag in _MODIFIERS:
        end += 1
    return end - 1 if end > owned and tokens[end - 1].is_noun else None


def _frames_of_role(parsed: Parsed, role: NounPhrase) -> list[Frame]:
    """The frames "X be NOUN of Y" of the noun that heads a phrase, or of one that it stands for."""
    return [
        frame
        for noun in sorted(stands_for(parsed.tokens[role.head].lower))
        for frame in reduced_frames().get(noun, ())
        if frame.reduced in ((noun, "of"), (noun, "for"), (noun, "to"), (noun, "in"))
    ]


def _owner(parsed: Parsed, role: NounPhrase, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Whose role it is: "its", "whose", "A's" before the noun, "of A" behind it."""
    first = parsed.tokens[role.start]
    if first.tag == "WP$":
        return beside(first.start, text, [m for m in mentions if m.how != "pronoun"])
    if first.tag == "PRP$":
        return [m for m in mentions if m.start == first.start and m.how == "pronoun"]
    possessive = next((i for i in range(role.start, role.head) if parsed.tokens[i].tag == "POS"), None)
    if possessive is not None:
        return outermost([m for m in mentions if m.end == parsed.tokens[possessive].start])
    after = parsed.tokens[role.end : role.end + 3]
    if not after or after[0].lower not in ("of", "in", "to"):
        return []
    start = next((t.start for t in after[1:] if t.tag not in ("DT", "PRP$")), None)
    return outermost([m for m in mentions if m.start <= (start or -1) < m.end])


_TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir dame".split())


def _past_post(parsed: Parsed, at: int) -> int:
    """Behind "as Director" in "his successor as Director, A"."""
    if parsed.tokens[at].lower == "as" and at + 2 < len(parsed.tokens):
        return at + (2 if parsed.tokens[at + 1].is_noun else 3)
    return at


def _filled_beside(passage: Passage, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """A name right behind the noun: "whose commander A retired", "its director, A,"."""
    for at, token in enumerate(parsed.tokens[:-2]):
        if token.tag not in _OWNERS:
            continue
        noun = next((i for i in range(at + 1, min(at + 4, len(parsed.tokens))) if parsed.tokens[i].is_noun), None)
        if noun is None or noun + 5 >= len(parsed.tokens):
            continue
        role = NounPhrase(at, noun + 1, noun)
        named = _past_post(parsed, noun + 1)
        named += parsed.tokens[named].tag == ","
        named += parsed.tokens[named].lower in _TITLES
        start = parsed.tokens[named + (parsed.tokens[named].tag == ".")].start
        fillers = outermost([m for m in mentions if m.start == start and m.how != "pronoun"])
        words = (token.start, parsed.tokens[noun].end)
        for owner in _owner(parsed, role, passage.text, mentions):
            for frame in _frames_of_role(parsed, role):
                for filler in fillers:
                    first, second = (filler, owner) if frame.subject_first else (owner, filler)
                    if first.thing != second.thing:
                        yield Proposal(first, frame.predicate, second, Modality.STANDING, frame.name + "-beside", words)
