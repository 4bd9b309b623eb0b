"""Small words that stand inside a name and not between two: "Secretary *to* the Treasury"."""

from __future__ import annotations

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, class_of_name
from customs_kg.builders.things.known.word_shapes import is_capital
from customs_kg.builders.things.names.contexts import explanation, noun_after
from customs_kg.builders.things.names.stretches import stretch_end

_ATTACHED = frozenset("Secretary Adviser Advisor Assistant Counsel Counsellor Aide".split())
_SERVED = frozenset("Treasury Cabinet Government Board Council Commission President Minister Parliament Crown".split())
_INNER = frozenset("in to for at on".split())
_NAMED_SO = ck("Programme Project Campaign PolicyInitiative Reform Operation InformationSystem ServicePlatform")


def is_attached(tokens: tuple[Token, ...], to: int) -> bool:
    """Whether "to" tells whom a post serves: "Secretary *to* the Treasury"."""
    served = [t.text for t in tokens[to + 1 : to + 3]]
    return tokens[to - 1].text in _ATTACHED and served[:1] == ["the"] and served[-1] in _SERVED


def is_told(reading: Reading, link: int) -> bool:
    """Whether what stands behind says that a small word is inside a name: "*Steps to Trade*, an initiative of"."""
    tokens = reading.tokens
    if tokens[link].lower not in _INNER or not is_capital(tokens[link - 1]) or not is_capital(tokens[link + 1]):
        return False
    last = stretch_end(reading, link + 1)
    words = [t.text for t in (tokens[link - 1], *tokens[link + 1 : last])]
    plain = all(is_english(w) for w in words) and not any(m.start == tokens[link + 1].start for m in reading.known)
    if not plain or class_of_name(words[0]) or len(words) > 4:
        return False
    return (noun_after(reading, last)[0] or explanation(reading, last)) in _NAMED_SO
