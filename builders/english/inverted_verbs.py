"""Verbs whose auxiliary stands before the subject: "Never did A run B", "Had A run B, ...", "Has A run B?"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import HAVE, Form, VerbGroup, can_be_participle
from customs_kg.builders.english.words import can_be_noun, is_base_verb

_DO = {"did": Form.PAST, "does": Form.PRESENT, "do": Form.PRESENT}
_MODALS = {
    "will": Form.FUTURE, "shall": Form.FUTURE, "should": Form.OBLIGATION, "must": Form.OBLIGATION,
    "would": Form.POSSIBLE, "could": Form.POSSIBLE, "can": Form.POSSIBLE, "may": Form.POSSIBLE, "might": Form.POSSIBLE,
}  # fmt: skip
CAN_BE_INVERTED = HAVE.union(_DO, _MODALS)  # auxiliaries that can stand before their subject
_DENYING = frozenset("never nor neither hardly scarcely rarely seldom little nowhere barely".split())
_TURNING = frozenset("only so thus such also".split())  # these turn the order round and deny nothing
_EDGES = frozenset({",", ";", ":", "(", "CC"})
_LONGEST = 14  # tokens of a subject between an auxiliary and its verb
_BEHIND_VERB = frozenset("DT PRP$ NNP CD PRP IN TO RP".split())
_INSIDE = frozenset(
    {"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "CC", "IN", "PRP", "RB", "VBN", "VBG"}
)


def inverted_group(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """The verb of the auxiliary at token `i`, where a subject stands between the two; None where it is no such.

    What a condition puts first ("Had A run B, ...") is hedged; what a denying word does ("Nor did A ...") negated.
    """
    word = tokens[i].lower
    form = _DO.get(word) or _MODALS.get(word) or (Form.PERFECT if word in HAVE else None)
    if form is None or i + 2 >= len(tokens) or tokens[i + 1].tag not in ("DT", "PRP$", "NN", "NNS", "NNP", "PRP", "JJ"):
        return None
    opening = _opening(tokens, i)
    if opening is None:
        return None
    verb = _verb_behind(tokens, i, participle=word in HAVE)
    if verb is None:
        return None
    supposed = not opening and tokens[-1].tag != "?" and word in ("had", "should")
    return VerbGroup(verb, verb + 1, verb, form, False, _denies(opening), supposed)


def _opening(tokens: Sequence[Token], i: int) -> list[str] | None:
    """The words of its part of the sentence before an auxiliary that stands before its subject; None for others."""
    start = i
    while start and tokens[start - 1].tag not in _EDGES - {"CC"}:
        start -= 1
    words = [t.lower for t in tokens[start:i]]
    if words and words[0] in ("and", "but"):
        words = words[1:]
    if not words:
        return [] if i == 0 else None
    turned = words[0] in _DENYING | _TURNING | {"not"} or words[:2] in (["in", "no"], ["at", "no"], ["under", "no"])
    subject = any(
        t.is_noun and u.tag not in ("NN", "NNS", "IN")
        for t, u in zip(tokens[start:i], tokens[start + 1 : i], strict=False)
    )
    return words if turned and not subject else None


def _denies(opening: Sequence[str]) -> bool:
    if not opening:
        return False
    if opening[0] == "not":
        return opening[1:2] not in (["only"], ["just"], ["merely"], ["until"])
    return opening[0] in _DENYING or opening[1:2] == ["no"]


def _verb_behind(tokens: Sequence[Token], i: int, *, participle: bool) -> int | None:
    """Where the verb stands behind the subject of an auxiliary."""
    for j in range(i + 2, min(len(tokens), i + _LONGEST)):
        token, before = tokens[j], tokens[j - 1]
        behind_noun = before.is_noun or before.tag in ("PRP", "RB", "CD", ")")
        if behind_noun and (can_be_participle(token) if participle else _is_base(tokens, j)):
            return j
        if token.tag not in _INSIDE:
            return None
    return None


def _is_base(tokens: Sequence[Token], j: int) -> bool:
    token = tokens[j]
    if not is_base_verb(token.lower) or token.tag in ("NNP", "DT", "NNS", "IN"):
        return False
    following = tokens[j + 1].tag if j + 1 < len(tokens) else "."
    return token.is_verb or not can_be_noun(token.lower) or following in _BEHIND_VERB
