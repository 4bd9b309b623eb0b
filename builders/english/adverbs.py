"""Adverbs, and what stands like one before a verb: "A *in turn* ran B", "A and B *both* ran C"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.months import MONTH
from customs_kg.builders.english.token import Token

_UNIT = r"(?:year|month|quarter|week|decade|season|half|period|summer|winter|spring|autumn|time)s?"
_WHICH = (
    r"(?:(?:whole|entire|course of the|end of the|early|late|first|second|third|fourth|last|past|same|previous|"
    r"following|reporting|current|fiscal|financial|calendar|tax|two|three|four|five|ten) )*"
)
# a time that stands between a subject and its verb: "A *in fiscal year 2018* ran B", "A *this year* ran B"
_TIME = re.compile(
    rf"(?:(?:in|during|throughout|over|since|by|until|within|for|on|at) (?:(?:the|this|that|its|our|their) )?{_WHICH}"
    rf"(?:{_UNIT}(?: (?:of )?\d{{4}})?|(?:\d{{1,2}} )?{MONTH.lower()}(?: \d{{4}})?|\d{{4}})(?: under review)?"
    rf"|(?:this|last|each|every) {_UNIT})$"
)
_OPENS_TIME = frozenset("in during throughout over since by until within for on at this last each every".split())
_TIME_LENGTH = 7  # tokens that such a time has at most
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


def before_time(tokens: Sequence[Token], end: int) -> int:
    """Where the words before a token end when a time between a subject, or "and", and its verb is left out."""
    start = max(0, end - _TIME_LENGTH)
    if end - start < _SHORTEST or not (tokens[end - 1].is_noun or tokens[end - 1].tag == "CD"):
        return end
    words = [t.lower for t in tokens[start:end]]
    for k, word in enumerate(words[:-1]):
        if word in _OPENS_TIME and _TIME.match(" ".join(words[k:])):
            at = start + k
            before = tokens[at - 1] if at else None
            stands = before is not None and (before.is_noun or before.tag in ("PRP", ")", "CC", "WDT", "WP"))
            return at if stands else end
    return end


_SHORTEST = 3  # tokens: a subject and "this year"


def _is_shared_out(tokens: Sequence[Token], at: int) -> bool:
    """A "both" or "each" that stands behind its noun: "the two *each* run B", "which *both* belong to B"."""
    return tokens[at].lower in _SHARED_OUT and at > 0 and _ends_phrase(tokens[at - 1])


def _ends_phrase(token: Token) -> bool:
    return token.is_noun or token.tag in ("PRP", "WDT", "WP", ")", "CD", ",")
