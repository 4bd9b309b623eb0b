"""Members that a clause names among others: "has among its members A and B", "counts A among its members"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.words import words_in
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_COUNTS = frozenset("have count number include list reckon".split())
_ROLES = frozenset("members parties participants signatories partners units founders sponsors".split())
# what a member is of a body, an operation or an agreement, in the order in which it is tried: subject first?
_MEMBERSHIPS = (("memberOf", True), ("participant", False), ("signatory", False), ("cooperatesWith", True))
_SURE = Decimal("0.85")


_AMONG_THOSE = cued(
    "among amongst",
    r"\b[Aa]mong(?:st)? (?:those|(?:the |its |our |their )?(?:[A-Z]\w+(?: [A-Z]\w+){0,3}'s )?(?:[a-z]+ )?"
    r"(?:participants|attendees|delegates|guests|speakers|visitors|partners|members|signatories|parties|founders))"
    r" (?:attending|taking part in|participating in|present at|at|in|of|to|who attended|who took part in) (?:the )?",
)
_AMONG_ITS = cued(  # "Among *its* members are A and B"
    "among amongst",
    r"\b[Aa]mong(?:st)? (its|their) (?:[a-z]+ )?(?:participants|partners|members|signatories|parties|founders)"
    r" (?:are|is|were|was) (?:the )?",
)
_WERE = re.compile(r"['\"\s)]*(?:\([^()]*\))?(?: (?:in|at) [A-Z]\w+)? (?:were|was|are|is) (?:the )?")


_WITH = re.compile(r"\b[Ww]ith (?:the )?")
_TAKING_PART = re.compile(
    r"['\"\s)]*(?:\([^()]*\))? (?:all |both |also )?(?:taking part|participating|joining in|in attendance|present)\b"
)
_ATTENDING = frozenset("taking participating joining attendance present".split())  # one is in what the pattern finds
_BESIDE = re.compile(r",? (?:the )?")


def attendance_claims(text: str, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """Who takes part in what or is of what, among others: "With B taking part, A ran", "Among its members are B"."""
    for said in _WITH.finditer(text) if not _ATTENDING.isdisjoint(words_in(text)) else ():
        row = row_from(said.end(), text, mentions)
        parts = ((n, _TAKING_PART.match(text, m.end)) for n, m in enumerate(row, 1))
        count, part = next(((n, found) for n, found in parts if found), (0, None))
        if part is None:
            continue
        behind = (m for m in mentions if m.start > part.end() and _BESIDE.fullmatch(text, part.end(), m.start))
        before = (m for m in mentions if m.end <= said.start() and _BESIDE.fullmatch(text, m.end, said.start()))
        for event in (*behind, *before):
            for member in row[:count]:
                words = (said.start(), part.end())
                yield Proposal(event, CK + "participant", member, Modality.ACTUAL, "with-participant", words, _SURE)
    yield from _among_members(text, mentions)


def _among_members(text: str, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """As in "Among those attending the A were B and C", "Among its members are B and C"."""
    for said in _AMONG_THOSE.finditer(text):
        for event in (m for m in mentions if m.start == said.end()):
            were = _WERE.match(text, event.end)
            for member in row_from(were.end(), text, mentions) if were else ():
                yield from _as_member(member, event, Modality.ACTUAL, said.span())
    for said in _AMONG_ITS.finditer(text):
        for whole in (m for m in mentions if (m.start, m.end) == said.span(1)):
            for member in row_from(said.end(), text, mentions):
                yield from _as_member(member, whole, Modality.STANDING, said.span())


def _as_member(member: Mention, whole: Mention, modality: Modality, words: tuple[int, int]) -> Iterator[Proposal]:
    """The ways in which one can be of another, of which what fits is kept."""
    for name, member_first in _MEMBERSHIPS[:3]:
        ends = (member, whole) if member_first else (whole, member)
        yield Proposal(ends[0], CK + name, ends[1], modality, f"among-those-{name}", words, _SURE)


_SITS = frozenset("act cooperate co-operate collaborate meet serve sit stand work".split())
_SET_IN = re.compile(r"(?:In|On|Within) (?:the )?")
_GOES_ON = re.compile(r"['\"\s)]*(?: (?:team|group|committee|unit|body|forum|network|task force))?,? ")
_AT_ITS_SIDE = re.compile(r" (?:beside|alongside|side by side with|together with|next to) (?:the )?")


def _side_by_side(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "In the A team it sits beside B and C": all of them are of that team."""
    text, words = scene.text, scene.parsed.stretch(scene.clause.group)
    opening, beside = _SET_IN.match(text), _AT_ITS_SIDE.match(text, words[1])
    whole = next((m for m in scene.named if opening and m.start == opening.end()), None)
    subject = scene.parsed.stretch(scene.clause.subject)[0] if scene.clause.subject else 0
    if whole is None or beside is None or not _GOES_ON.match(text, whole.end, subject):
        return
    for member in (*next(iter(scene.subject_rows), ()), *row_from(beside.end(), text, scene.mentions)):
        for name in ("memberOf", "participatesInMechanism", "componentOf"):
            if admits(CK + name, member, whole, things):
                rule = f"side-by-side-{name}"
                yield Proposal(member, CK + name, whole, scene.modality, rule, (0, beside.end()), _SURE)
                break


def member_claims(scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """Who is a member of what, by clauses that count members or set them side by side."""
    for scene in scenes:
        if scene.clause.lemma in _SITS and not scene.clause.passive:
            yield from _side_by_side(scene, things)
        if scene.clause.lemma not in _COUNTS or scene.clause.passive:
            continue
        for argument in scene.clause.prepositional:
            head = scene.parsed.tokens[argument.phrases[0].head]
            if argument.preposition == "among" and head.lower in _ROLES:
                named = row_from(head.end, scene.text, scene.mentions) or list(scene.direct)
                yield from _memberships(scene, named, things)
        for phrase in scene.clause.objects:
            head = scene.parsed.tokens[phrase.head]
            listed = _NAMELY.match(scene.text, head.end) if head.lower in _ROLES else None
            if listed is not None:
                yield from _memberships(scene, row_from(listed.end(), scene.text, scene.mentions), things)


# "has three members*:* A, B and C", "counts 12 members, *among them* A"
_NAMELY = re.compile(
    r"(?::|,? (?:namely|that is|i\.e\.|including|notably|among (?:them|which|whom)(?: are)?)[,:]?) (?:the )?"
)


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
