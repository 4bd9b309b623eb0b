"""Whose doing a compound tells: "the A-led Operation B", "B, an A-funded project", "an A-based company, B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.english.compounds import DOING
from customs_kg.builders.english.words import verb_lemma
from customs_kg.builders.relations.frames.frames import Frame, frames_by_verb
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality

_SURE = Decimal("0.80")
_TO_NAME = re.compile(r"(?:[a-z-]+ ){0,4}[\"']?|(?:[a-z-]+ ){0,4}[a-z-]+, (?:the )?[\"']?")
_APPOSED = re.compile(r"['\"\s)]*(?:\([^()]*\))?, (?:an?|the|another|one) (?:[a-z-]+ ){0,3}")
_AGENTS = (("by",), ("in",), ("at",))


def compound_claims(text: str, named: Sequence[Mention]) -> Iterator[Proposal]:
    """What compounds of a name and a participle say of the names beside them; `named` lie in no other."""
    if "-" not in text:
        return
    for doer in named:
        said = DOING.match(text, doer.end)
        for thing in _told_of(text, doer, said.end() + 1, named) if said is not None else ():
            for frame in _frames(said[0][1:]) if said is not None else ():
                doing = frame.subject_first != frame.passive  # the doer is the subject of the triple
                ends = (doer, thing) if doing else (thing, doer)
                words = (doer.end, said.end() if said else doer.end)
                rule = f"{frame.name}-compound"
                yield Proposal(ends[0], frame.predicate, ends[1], Modality.STANDING, rule, words, _SURE)


def _told_of(text: str, doer: Mention, end: int, named: Sequence[Mention]) -> list[Mention]:
    """The name right behind the compound and its nouns, or else the one that it is in apposition to."""
    behind = [m for m in named if m.start >= end][:1]
    behind = [m for m in behind if _TO_NAME.fullmatch(text, end, m.start) and m.thing != doer.thing]
    return behind or [m for m in named if m.end < doer.start and _APPOSED.fullmatch(text, m.end, doer.start)]


def _frames(participle: str) -> list[Frame]:
    """The frames "X VERB Y" and "X be PARTICIPLE by Y" of a verb."""
    frames = frames_by_verb().get(verb_lemma(participle), ())
    return [f for f in frames if (f.words in _AGENTS if f.passive else not f.words)]
