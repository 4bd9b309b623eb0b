"""The slots of frames: which things a clause puts where a frame of the lexicon has X and Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.companions import companions
from customs_kg.builders.relations.frames import ANY_VERB, Frame, frames_by_verb, match_from, match_words
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.roles import agents, beside, listed_under, objects, phrase_end, subjects
from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality

# "established an awareness of A" establishes no A
_IDEA = re.compile(
    r"\b(?:awareness|sense|idea|culture|spirit|image|understanding|concept|need|lack|absence) (?:of|for) (?:the )?\W?$"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with its passage's words and mentions."""

    parsed: Parsed
    n: int
    clause: Clause
    text: str
    mentions: Sequence[Mention]
    modality: Modality


def frame_proposals(text: str, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """What the clauses of a passage propose by the frames of their verbs."""
    for scene in scenes(text, parsed, mentions):
        for frame in frames_of(scene.clause):
            for first, second in _ends(scene, frame):
                yield proposal_of(scene, frame, first, second)


def scenes(text: str, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Scene]:
    """The clauses that state something, each with its modality."""
    parsed = _without_openings(parsed, mentions)
    for n, clause in enumerate(parsed.clauses):
        modality = clause_modality(parsed.clauses, n)
        if modality is Modality.PLANNED and is_attribute(parsed, clause):
            modality = Modality.ACTUAL
        if modality is not None:
            yield Scene(parsed, n, clause, text, mentions, modality)


def _without_openings(parsed: Parsed, mentions: Sequence[Mention]) -> Parsed:
    """The same with subjects that do not take in what opens the sentence: "With A and B *the service* signed ..."."""
    clauses = tuple(_without_opening(parsed, clause, mentions) for clause in parsed.clauses)
    return parsed if clauses == parsed.clauses else replace(parsed, clauses=clauses)


def _without_opening(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> Clause:
    if clause.subject is None or clause.subject[0] or parsed.tokens[0].tag != "IN" or clause.role is Role.RELATIVE:
        return clause
    last = clause.subject[1] - 1
    named = outermost([m for m in mentions if m.start < parsed.tokens[last].end <= m.end])
    start = next((i for i in range(1, last + 1) if named and parsed.tokens[i].start >= named[0].start), None)
    if start is None and parsed.tokens[last - 1].tag in ("DT", "PRP$") and parsed.tokens[last].is_noun:
        start = last - 1
    before = parsed.tokens[start - 1] if start else None
    if start is None or before is None or before.tag in ("IN", "CC", ","):
        return clause
    return replace(clause, subject=(start, last + 1))


def is_attribute(parsed: Parsed, clause: Clause) -> bool:
    """A participle right behind its noun tells what is so already: "will use the system built by A"."""
    if clause.role is not Role.REDUCED or clause.form is not Form.PARTICIPLE or clause.head is None:
        return False
    return clause.group[0] > 0 and parsed.tokens[clause.group[0] - 1].is_noun


def frames_of(clause: Clause) -> tuple[Frame, ...]:
    """The frames that the verb of a clause can fill."""
    by_verb = frames_by_verb()
    return (*by_verb.get(clause.lemma, ()), *by_verb.get(ANY_VERB, ()))


def proposal_of(scene: Scene, frame: Frame, first: Mention, second: Mention, suffix: str = "") -> Proposal:
    """The edge of a frame whose grammatical subject is `first`."""
    subject, target = (first, second) if frame.subject_first else (second, first)
    words = scene.parsed.stretch(scene.clause.group)
    return Proposal(subject, frame.predicate, target, scene.modality, frame.name + suffix, words)


def _ends(scene: Scene, frame: Frame) -> list[tuple[Mention, Mention]]:
    """The pairs of mentions in the two slots of a frame, in the order of the frame."""
    parsed, n, clause, text, mentions = scene.parsed, scene.n, scene.clause, scene.text, scene.mentions
    if frame.passive and not clause.passive:  # "A stations X in Y" fills "X be stationed in Y"
        left, right = objects(parsed, n, (), text, mentions), after_words(scene, frame) if frame.words else []
    elif is_bare(scene, frame) and clause.passive and not frame.passive:  # the agent stands after "by"
        left = agents(parsed, clause, text, mentions)
        right = subjects(parsed, n, text, mentions) or listed_under(parsed, clause, text, mentions)
        left = [*left, *companions(parsed, clause, text, mentions, frame.predicate)]
    elif frame.passive == clause.passive or (frame.verb == ANY_VERB and not frame.passive):
        left, right = subjects(parsed, n, text, mentions), after_words(scene, frame)
        if not frame.passive and frame.verb != ANY_VERB:
            left = [*left, *companions(parsed, clause, text, mentions, frame.predicate)]
    else:
        return []
    right = [m for m in right if not _IDEA.search(text[: m.start])]
    return [(a, b) for a in left for b in right if a.thing != b.thing]


def is_bare(scene: Scene, frame: Frame) -> bool:
    """Whether the verb alone, with its particle, makes the frame, so that it has a plain passive."""
    after = [t.lower for t in scene.parsed.tokens[scene.clause.group[1] :][: len(frame.words)]]
    return frame.verb != ANY_VERB and frame.is_bare and tuple(after) == frame.words


def after_words(scene: Scene, frame: Frame) -> list[Mention]:
    """The mentions after the words of the frame."""
    parsed, clause = scene.parsed, scene.clause
    first = clause.group[1]
    if frame.verb == ANY_VERB:
        behind = clause.subject is not None and clause.role is not Role.RELATIVE
        first = clause.subject[1] if behind and clause.subject else clause.group[0]
    if not frame.words:
        return objects(parsed, scene.n, (), scene.text, scene.mentions)
    following = [t.lower for t in parsed.tokens[first : clause.extent[1]]]
    stops = {c.group[0] - first for c in parsed.clauses if c.group[0] > first and c is not clause}
    taken = match_words(frame.words, following, stops)
    if taken is None:
        return _before_subject(scene, frame)
    return objects(parsed, scene.n, frame.words, scene.text, scene.mentions, start=first + taken)


def _before_subject(scene: Scene, frame: Frame) -> list[Mention]:
    """What a frame's preposition governs before the subject: "Under the Act, we ...", "of which we ..."."""
    parsed, clause = scene.parsed, scene.clause
    if clause.subject is None:
        return []
    before = parsed.tokens[: clause.subject[0]]
    if (
        clause.role is Role.RELATIVE
        and len(before) > 1
        and before[-1].tag in ("WDT", "WP")
        and before[-2].lower == frame.words[-1]
    ):
        return beside(before[-2].start, scene.text, scene.mentions) if _inner_words(scene, frame) else []
    opening = match_from(frame.words, [t.lower for t in before])
    if opening is None and len(frame.words) > 1 and before and before[0].lower == frame.words[-1]:
        opening = 1 if _inner_words(scene, frame) else None  # "With A we signed an agreement"
    if opening is None or clause.role is not Role.MAIN or opening >= len(before):
        return []
    begin, end = before[opening].start, before[phrase_end(parsed, opening, len(before)) - 1].end
    return outermost([m for m in scene.mentions if begin <= m.start and m.end <= end])


def _inner_words(scene: Scene, frame: Frame) -> bool:
    """Whether the words of a frame but its last preposition stand after the verb."""
    following = [t.lower for t in scene.parsed.tokens[scene.clause.group[1] : scene.clause.extent[1]]]
    return len(frame.words) < 2 or match_words(frame.words[:-1], following) is not None
