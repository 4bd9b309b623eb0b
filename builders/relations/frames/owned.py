"""Slots that no preposition of a frame marks: "provides *its* secretariat", "lent *us* a boat", "a grant *from A*"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.relations.frames.agents import by_phrase
from customs_kg.builders.relations.frames.frames import ANY_VERB, Frame, match_words
from customs_kg.builders.relations.frames.scene import GIVING, PROVIDING, Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention

_JOINS = re.compile(r"['\"]?(?: \([^()]*\))?,? ")  # before "whose"
_OPENS_OBJECT = frozenset("DT CD PRP$ JJ NN NNS NNP".split())


def owners(scene: Scene, frame: Frame) -> list[Mention]:
    """Whose the noun of a frame is that ends with "of": "provides *A's* secretariat" for "X provide secretariat of Y".

    The noun is the object of an active verb, the subject of a passive.
    """
    clause = scene.clause
    if frame.passive or frame.verb in (ANY_VERB, "be") or len(frame.words) < 2 or frame.words[-1] not in ("of", "for"):
        return []
    phrases = clause.subjects[-1:] if clause.passive else clause.objects[:1]
    return [owner for phrase in phrases for owner in _owner_in(scene, frame, phrase)]


def _owner_in(scene: Scene, frame: Frame, phrase: NounPhrase) -> Sequence[Mention]:
    tokens = scene.parsed.tokens[phrase.start : phrase.head + 1]
    at = next((i for i, t in enumerate(tokens) if t.tag in ("PRP$", "POS", "WP$")), None)
    if at is None:
        return ()
    nouns = [t.lower for t in tokens[at + 1 :]]
    if not nouns or match_words(frame.words[:-1], nouns) != len(nouns):
        return ()
    if tokens[at].tag == "WP$":
        before = tokens[at].start
        return outermost([m for m in scene.mentions if m.end < before and _JOINS.fullmatch(scene.text, m.end, before)])
    end = tokens[at].end if tokens[at].tag == "PRP$" else tokens[at].start
    return outermost([m for m in scene.mentions if m.end == end])


def receivers(scene: Scene, frame: Frame) -> list[Mention]:
    """Who is given something, right behind the verb and before what is given: "lent *us* a boat" for "X lend to Y".

    A frame may name what is given: "gives *us* the power" for "Y give power to X". Also "provided *us* with boats".
    """
    clause = scene.clause
    if clause.passive or clause.lemma not in GIVING | PROVIDING or frame.words[-1:] != ("to",):
        return []
    place = clause.group[1]
    tokens = scene.parsed.tokens[place : clause.extent[1]]
    first = tokens[0] if tokens else None
    if first is not None and first.tag == "DT":
        first = next(iter(tokens[1:2]), None)
    named = [m for m in scene.mentions if first is not None and m.start in (first.start, tokens[0].start)]
    for mention in outermost(named):
        given = [t for t in tokens if t.start >= mention.end]
        opens = given[:1] and (given[0].lower == "with" if clause.lemma in PROVIDING else given[0].tag in _OPENS_OBJECT)
        if opens and _is_named_by(frame, [t.lower for t in given]):
            return [mention]
    return []


def _is_named_by(frame: Frame, given: Sequence[str]) -> bool:
    """Whether the words for what is given are those that a frame has before "to", if it has any."""
    return len(frame.words) == 1 or match_words(frame.words[:-1], given[:_NEAR]) is not None


_HELP = frozenset(
    "advice aid assistance backing contribution contributions data donation donations expertise experts financing "
    "funding funds gift gifts grant grants help information instructors intelligence loan loans money sponsorship "
    "subsidies support surveillance training".split()
)
_FROM = re.compile(r" (?:of [^,;.]{3,30} )?(?:from|by|of|given by|provided by) (?:the )?")


def sources(scene: Scene) -> list[Mention]:
    """Whose help acts in a clause: "*A grant from B* made C possible", "C was backed by *surveillance from B*"."""
    tokens = scene.parsed.tokens
    if scene.clause.passive:
        phrase = by_phrase(scene.parsed, scene.clause)
        helping = [t for t in tokens[slice(*phrase)] if t.lower in _HELP][:1] if phrase else []
    else:
        helping = [t for p in scene.clause.subjects[:1] if (t := tokens[p.head]).lower in _HELP]
    said = _FROM.match(scene.text, helping[0].end) if helping else None
    return row_from(said.end(), scene.text, scene.mentions) if said else []


_NEAR = 4  # words in which what is given is named
