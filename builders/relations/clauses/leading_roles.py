"""Who has which role in something, as a phrase with "with" adds.

"A guards the coast, with B taking the lead", "A, with B as host, ...", "The A began in May, with B and C as sponsors".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.owned_roles import frames_of_role
from customs_kg.builders.relations.frames.frames import Frame
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF

_SURE = Decimal("0.75")
_WITH = re.compile(rf"(?:,\s|^)[Ww]ith (?:the )?{TITLE}$")
_OPENS_ROLE = re.compile(r",? with (?:the )?(?=[A-Z])")
_AS_ROLE = re.compile(
    r"['\"]?(?: \([^()]*\))? (?:acting |serving )?as (?:(?:its|the|an?|their|joint|main|lead|first|sole) )*([a-z-]+)"
    r"(?! (?:of|for|to|in)\b)"
)
_LEADING = re.compile(
    r" (?:taking|playing|assuming|having|in) (?:on |up )?(?:the |a )?(?:\w+ ){0,2}?"
    r"(?:lead|leading (?:role|part|position)|leadership|helm)\b|"
    r"(?:, [^,.;]{3,60},)? at (?:its|the|their) (?:head|helm)\b"
)


def leading_role_claims(
    text: str, parsed: Parsed, scenes: Sequence[Scene], mentions: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """The thing that the main clause is about, led by the body or person behind "with"."""
    if "ith " not in text:
        return
    yield from _role_claims(text, parsed, scenes, mentions, things)
    for leader in outermost([m for m in mentions if m.how != "pronoun"]):
        led, told = _WITH.search(text[: leader.start]), _LEADING.match(text, leader.end)
        if led is None or told is None:
            continue
        words = (led.start(), told.end())
        for subject, modality in _subject(scenes, led.start()) or _subject_behind(scenes, told.end()):
            for predicate in (CK + "headedBy", CK + "underLeadershipOf"):
                person = things.is_a(leader, FOAF + "Person", CK + "Post")
                if person == (predicate == CK + "headedBy") and admits(predicate, subject, leader, things):
                    yield Proposal(subject, predicate, leader, modality, "with-leader", words, _SURE)


def _subject_behind(scenes: Sequence[Scene], start: int) -> Sequence[tuple[Mention, Modality]]:
    """The one subject of a main clause that begins behind a place: "With A at its head, *B* ..."."""
    for scene in scenes:
        row = scene.subject_rows[0] if scene.subject_rows else ()
        if scene.clause.finite and scene.clause.role is Role.MAIN and row and row[0].start >= start:
            return [(row[0], Modality.STANDING)] if len(row) == 1 else ()
    return ()


def _role_claims(
    text: str, parsed: Parsed, scenes: Sequence[Scene], mentions: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """As in ", with A as host": said of the name right before, else of what the sentence is about."""
    for row, role, words in _with_roles(text, mentions):
        at = parsed.place_from(role)
        beside = [(m, Modality.STANDING) for m in outermost(mentions) if m.end == words[0]]
        things_led = [*beside, *_subject(scenes, words[0])]
        for frame in frames_of_role(parsed, NounPhrase(at, at + 1, at)):
            for filler in row:
                said = (
                    replace(_proposal(frame, filler, thing, words), modality=modality)
                    for thing, modality in things_led
                    if thing.thing != filler.thing
                )
                yield from [p for p in said if admits(p.predicate, p.subject, p.object, things)][:1]


def _with_roles(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Sequence[Mention], int, tuple[int, int]]]:
    """Names in a row, where the noun of their role begins, and the words that say so: ", *with A and B as hosts*"."""
    for opened in _OPENS_ROLE.finditer(text):
        row = row_from(opened.end(), text, mentions)
        said = _AS_ROLE.match(text, row[-1].end) if row else None
        if said is not None:
            yield row, said.start(1), (opened.start(), said.end())


def _proposal(frame: Frame, filler: Mention, thing: Mention, words: tuple[int, int]) -> Proposal:
    ends = (filler, thing) if frame.subject_first else (thing, filler)
    return Proposal(ends[0], frame.predicate, ends[1], Modality.STANDING, frame.name + "-with", words, _SURE)


def _subject(scenes: Sequence[Scene], before: int) -> Sequence[tuple[Mention, Modality]]:
    """The one subject of the last main clause before a place, with how it is said; none where it has several."""
    found = [
        (row, scene.modality)
        for scene in scenes
        if scene.clause.finite and scene.clause.role is Role.MAIN and not scene.clause.negated
        for row in scene.subject_rows[:1]
        if row and row[0].start < before
    ]
    if not found or len(found[-1][0]) > 1:
        return ()
    row, modality = found[-1]
    return [(row[0], Modality.PLANNED if modality is Modality.PLANNED else Modality.STANDING)]
