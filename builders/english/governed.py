"""Participles that explain what a preposition governs: "*in an operation conducted* with A, B seized C"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token

_OPENS = frozenset({",", ";", ":", "("})
# prepositions that set no scene, so that no subject can stand behind what they govern without a comma
_CLOSE = frozenset("against despite of by from to with".split())


def explains_governed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form in -ed without an object stands behind the one noun of a phrase that a preposition opens.

    The phrase stands at the head of the sentence or behind a comma; behind "in" or "at" it has an article and one noun.
    """
    after = tokens[i + 1].tag if i + 1 < len(tokens) else "."
    if after not in ("IN", "TO", "RB", "RP", ",", "."):
        return False
    start = i
    while start and (tokens[start - 1].is_noun or tokens[start - 1].tag in ("JJ", "RB", "CD", "VBN")):
        start -= 1
    nouns = sum(t.is_noun for t in tokens[start:i])
    article = bool(start) and tokens[start - 1].tag in ("DT", "PRP$")
    place = start - 1 - article
    if not nouns or place < 0 or tokens[place].tag not in ("IN", "TO"):
        return False
    if place and tokens[place - 1].tag not in _OPENS:
        return False
    return tokens[place].lower in _CLOSE or (article and nouns == 1)
