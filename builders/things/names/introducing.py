"""The class of a name from the noun that introduces it: "the *operation* X", "a second *action*, X, was"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import (
    ck,
    class_of_description,
    class_of_name,
    load_heads,
    words_of_phrase,
)

_NAMING = frozenset("named called known titled entitled dubbed codenamed as the".split())
_ORDINALS = frozenset("first second third fourth fifth last next".split())
_MADE = ck("EquipmentType InformationSystem ServicePlatform")
PRESENTED = _MADE | ck("Operation Campaign Programme Project Reform Company PublicBody PolicyInitiative")


def noun_before(reading: Reading, first: int) -> str:
    """The class of the noun that introduces a name: "the *operation* X", "a *programme* known as the X"."""
    tokens = reading.tokens
    at = first
    while at > 0 and (tokens[at - 1].text in ('"', ",") or (tokens[at - 1].lower in _NAMING and at > 1)):
        at -= 1
    words = [t.text for t in tokens[max(0, at - 4) : at]]
    if (at < first and tokens[at].text == "," and first - at < 2) or not words or not tokens[at - 1].is_noun:
        return ""
    if tokens[at - 1].text[0].isupper():
        return load_heads().longest(words[-1:], "first")[0]
    return class_of_description(words)[0] or made_thing(tokens, at)


def made_thing(tokens: Sequence[Token], at: int) -> str:
    """The class of a ship, animal or system by a noun that only heads names: "the *ferry* X", "its *module* X"."""
    owned = at > 1 and tokens[at - 1].tag == "NN" and tokens[at - 1].text.islower()
    owned = owned and any(t.tag in ("DT", "PRP$", "POS") for t in tokens[max(0, at - 4) : at])
    cls = class_of_name(tokens[at - 1].text.title()) if owned else ""
    return cls if cls in _MADE else ""


def presented(reading: Reading, first: int, last: int) -> str:
    """The class of the noun that a name stands behind between commas: "A second action, *X*, was aimed at ..."."""
    tokens = reading.tokens
    first -= first > 0 and tokens[first - 1].text in ("a", "an", "the")  # "a new scanner, an *X* supplied by ..."
    closes = last < len(tokens) and (tokens[last].text in (",", ".", "(") or tokens[last].tag == "VBN")
    if first < 3 or not closes or tokens[first - 1].text != ",":
        return ""
    noun = first - 2
    if tokens[noun].tag != "NN" or tokens[noun].text[0].isupper():
        return ""
    start = noun
    while start > 0 and noun - start < 4 and (can_modify(tokens[start - 1]) or tokens[start - 1].lower in _ORDINALS):
        start -= 1
    opener = tokens[start - 1] if start else None
    before = tokens[start - 2] if start > 1 else None
    free = before is None or before.tag not in ("IN", "TO") or before.lower in ("with", "by", "for", "of", "through")
    if opener is None or opener.tag not in ("DT", "PRP$", "POS") or not free:
        return ""
    cls = name_class([t.text for t in tokens[start : noun + 1]])
    return cls if cls in PRESENTED else ""


def predicated(reading: Reading, first: int) -> str:
    """The class of the noun that a name is said to be: "the contractor was *X*", "its new platform is *X*"."""
    tokens = reading.tokens
    if first < 3 or tokens[first - 1].lower not in ("is", "was", "remains", "became") or tokens[first - 2].tag != "NN":
        return ""
    start = first - 2
    while start > 0 and first - start < 6 and can_modify(tokens[start - 1]):
        start -= 1
    opens = start < 2 or tokens[start - 2].text in (".", ",", ";") or tokens[start - 2].tag in ("CC", "IN")
    if not start or tokens[start - 1].tag not in ("DT", "PRP$") or not opens:
        return ""
    cls = name_class([t.text for t in tokens[start : first - 1]])
    return cls if cls in PRESENTED else ""


def name_class(words: list[str]) -> str:
    """The class of a noun by itself, be it in lower case or in a name."""
    heads = load_heads()
    opened = [w for word in words for w in words_of_phrase(word)]
    return heads.longest(opened, "any")[0] or heads.longest(opened, "name")[0]


def can_modify(token: Token) -> bool:
    """Whether a word can stand in a noun phrase."""
    return token.tag.startswith(("NN", "JJ", "VBG", "VBN")) or token.lower in ("and", "operation", "control")
