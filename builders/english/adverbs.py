"""Adverbs, and what stands like one before a verb: "A *in turn* ran B", "A and B *both* ran C"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.token import Token

_WORDS = frozenset("also further furthermore ever".split())
_SHARED_OUT = frozenset("both each all".split())  # "A and B *each* signed"
_PAIRS = frozenset(
    "in turn|in fact|at last|at first|in part|by then|by now|at once|of course|in effect|in practice|in addition|"
    "as usual|for example|for instance|at present|in future|in full|in person|in public|at length|in return|in time|"
    "once more|by contrast|in general|so far|on average".split("|")
)


def before_adverbs(tokens: Sequence[Token], end: int) -> int:
    """Where the words before a token end when the adverbs right before it are left out."""
    while end > 0:
        word = tokens[end - 1]
        if word.tag == "RB" or word.lower in _WORDS or _is_shared_out(tokens, end - 1):
            end -= 1
        elif end > 2 and f"{tokens[end - 2].lower} {word.lower}" in _PAIRS and _ends_phrase(tokens[end - 3]):
            end -= 2
        else:
            break
    return end


def _is_shared_out(tokens: Sequence[Token], at: int) -> bool:
    """A "both" or "each" that stands behind its noun: "the two *each* run B", "which *both* belong to B"."""
    return tokens[at].lower in _SHARED_OUT and at > 0 and _ends_phrase(tokens[at - 1])


def _ends_phrase(token: Token) -> bool:
    return token.is_noun or token.tag in ("PRP", "WDT", "WP", ")", "CD", ",")
