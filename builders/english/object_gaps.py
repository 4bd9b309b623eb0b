"""Verbs whose object is the relative word before them: "what A *funded* was B", "the three that A *levied* are"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import BE_OR_HAVE

_RELATIVE = frozenset("what which that whom".split())
_OPENS_CONTENT = frozenset("fact news view idea report claim belief hope extent proof sign evidence ground".split())
_OF_SUBJECT = frozenset("DT JJ PRP$ POS NN NNS NNP NNPS PRP".split())
_REACH = 8  # words of the subject before the verb, and of what follows it up to the main verb


def leaves_object(tokens: Sequence[Token], verb: int) -> bool:
    """Whether an -ed form behind a noun is the verb of a relative clause that lacks its object: no participle."""
    if verb + 1 >= len(tokens) or tokens[verb + 1].lower == "by":
        return False
    word = next((k for k in range(verb - 1, max(verb - _REACH, -1), -1) if tokens[k].tag not in _OF_SUBJECT), None)
    if word is None or word == verb - 1 or tokens[word].lower not in _RELATIVE:
        return False
    before = tokens[word - 1] if word else None
    if tokens[word].lower != "what" and (before is None or not _is_antecedent(before)):
        return False
    return _is_closed_by_verb(tokens[verb + 1 : verb + 1 + _REACH])


def _is_antecedent(token: Token) -> bool:
    nominal = token.is_noun or token.tag in ("CD", ",") or token.lower in ("those", "these", "all", "first", "only")
    return nominal and token.lower not in _OPENS_CONTENT


def _is_closed_by_verb(following: Sequence[Token]) -> bool:
    """A finite verb follows before any other noun that it could have as its subject without a preposition.

    A comma may stand right before it: "A, an office that B *opened in May, is* small".
    """
    for k, token in enumerate(following):
        if _is_finite(token):
            return token.tag not in ("VBG", "VBN", "VB")
        if k == 0 and token.tag not in ("IN", "RB", "TO"):
            return False
        if token.tag in (",", ";", ":", "CC"):
            return token.tag == "," and any(_is_finite(t) for t in following[k + 1 : k + 2])
    return False


def _is_finite(token: Token) -> bool:
    return token.tag == "MD" or token.lower in BE_OR_HAVE or token.tag in ("VBZ", "VBD")
