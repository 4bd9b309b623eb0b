"""What a frame's preposition governs before the subject: "Under the Act, we ...", "A, to which we belong"."""

from __future__ import annotations

import re

from customs_kg.builders.english.clauses import Role
from customs_kg.builders.relations.frames.agents import agents
from customs_kg.builders.relations.frames.antecedents import subject_rows
from customs_kg.builders.relations.frames.equated import equated
from customs_kg.builders.relations.frames.frames import Frame, match_from, match_words
from customs_kg.builders.relations.frames.objects import all_of_which
from customs_kg.builders.relations.frames.phrase_extents import beside, phrase_end
from customs_kg.builders.relations.frames.scene import OF_PLACE, Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Mention


def before_subject(scene: Scene, frame: Frame) -> list[Mention]:
    """What a frame's preposition governs before the subject: "Under the Act, we ...", "of which we ..."."""
    parsed, clause = scene.parsed, scene.clause
    if clause.subject is None:
        return []
    before = parsed.tokens[: clause.subject[0]]
    if clause.role is Role.RELATIVE and (said := _where_or_whose(scene, frame)) is not None:
        return said
    if (
        clause.role is Role.RELATIVE
        and len(before) > 1
        and before[-1].tag in ("WDT", "WP")
        and before[-2].lower == frame.words[-1]
    ):
        meant = _antecedent(scene, before[-2].start) if _inner_words(scene, frame) else []
        return [] if meant and before[-2].lower == "under" and _is_party(scene.text, meant[0]) else meant
    if clause.role is Role.RELATIVE and len(before) > 3 and before[-4].lower == frame.words[-1]:
        return all_of_which(parsed, len(before) - 1, scene.text, scene.mentions) if _inner_words(scene, frame) else []
    opening = match_from(frame.words, scene.before_subject)
    if opening is None and len(frame.words) > 1 and before and before[0].lower == frame.words[-1]:
        opening = 1 if _inner_words(scene, frame) else None  # "With A we signed an agreement"
    if opening is None or clause.role is not Role.MAIN or opening >= len(before):
        return []
    begin, end = before[opening].start, before[phrase_end(parsed, opening, len(before)) - 1].end
    return outermost([m for m in scene.mentions if begin <= m.start and m.end <= end])


def _is_party(text: str, mention: Mention) -> bool:
    """Whether a name is that of a party to what "under which" speaks of: "a *pact* was signed with A, under which"."""
    return _WITH_PARTY.search(text, 0, mention.start) is not None


_WITH_PARTY = re.compile(
    r"\b(?:memorandum|agreement|arrangement|protocol|contract|accord|treaty|understanding|deal|pact)\b"
    r"[^.;]{0,60}\b(?:with|between|by) (?:the )?$"
)


def _where_or_whose(scene: Scene, frame: Frame) -> list[Mention] | None:
    """What "where" or "under whose direction" stands for: "at A, *where* B was opened" for "X be opened in Y"."""
    clause, tokens = scene.clause, scene.parsed.tokens
    assert clause.subject is not None  # noqa: S101 # the caller tested it
    start = clause.subject[0]
    if tokens[start - 1].lower == "where" and frame.words[-1] in ("in", "at"):
        if frame.predicate in OF_PLACE and clause.objects and not (frame.passive or clause.passive):
            return []  # where "B opened C" C is there, not B
        return _antecedent(scene, tokens[start - 1].start) if _inner_words(scene, frame) else []
    whose = next((i for i in range(start - 1, max(start - 6, 0), -1) if tokens[i].tag == "WP$"), None)
    if whose is None or not whose or frame.words[-1] != "of":
        return None
    said = [tokens[whose - 1].lower, *(t.lower for t in tokens[whose + 1 : start]), "of"]
    return _antecedent(scene, tokens[whose - 1].start) if match_from(frame.words, said) == len(said) else None


def _antecedent(scene: Scene, end: int) -> list[Mention]:
    """What "to which" speaks of: the name right before, or the one that opens the phrase before ("the A group")."""
    near = beside(end, scene.text, scene.mentions)
    short = [m for m in scene.mentions if near and m.how == "acronym" and near[0].end <= m.start and m.end < end]
    if short:  # "the Board of the *A Union (AU)*, of which B is a member"
        return short[-1:]
    if near and (made := _made_by(scene, near[0], end)) is not None:
        return made
    phrase = scene.clause.antecedent
    if near or phrase is None:
        return near
    start, stop = scene.parsed.stretch((phrase.start, phrase.end))
    inside = outermost([m for m in scene.mentions if start <= m.start and m.end <= stop])[-1:]
    return inside or equated(scene.parsed, scene.n, scene.mentions)  # "The one to which B belongs is *A*"


def _made_by(scene: Scene, agent: Mention, end: int) -> list[Mention] | None:
    """What a participle whose agent stands before a comma speaks of: "*A*, a drive run by B, to which we gave"."""
    parsed = scene.parsed
    if "," in scene.text[agent.end : end]:
        for n, clause in enumerate(parsed.clauses):
            made = clause.role is Role.REDUCED and clause.passive and clause.group[1] <= scene.clause.group[0]
            if made and agent in agents(parsed, clause, scene.text, scene.mentions):
                return next(subject_rows(parsed, n, scene.text, scene.mentions), [])
    return None


def _inner_words(scene: Scene, frame: Frame) -> bool:
    """Whether the words of a frame but its last preposition stand after the verb."""
    return len(frame.words) < 2 or match_words(frame.words[:-1], scene.behind_verb) is not None
