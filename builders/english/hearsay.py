"""What a report repeats without saying it: hearsay, and statements that the end of the sentence takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.clause import Clause
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import words_in

_SAYING = "said|claimed|alleged|rumou?red|suggested|believed|assumed|supposed|feared|asserted"
_HEARSAY = re.compile(
    rf"\bit (?:is|was|has been|had been|is often|is sometimes) (?:\w+ )?(?:{_SAYING})\b"
    r"|\brumou?rs? (?:has|have|had) it\b|\brumou?rs?\b(?: \w+){0,3} that\b"
    r"|\b(?:some|many|critics|the press|newspapers|the media|people)(?: \w+){0,2}"
    r" (?:believe|believed|claim|claimed|say|said|think|thought|allege|alleged|assume|assumed)\b",
    re.IGNORECASE,
)
# one of them is in whatever the pattern above finds
_TELLING = frozenset(
    "said claimed alleged rumoured rumored suggested believed assumed supposed feared asserted rumour rumours rumor "
    "rumors believe claim say think thought allege assume".split()
)
_AT_END = 60  # characters at the end of a sentence that hold what denies it
_TAKEN_BACK = re.compile(
    r"[;,:.-] ?(?:(?:but|yet) )?(?:it|they|we|this|that|he|she)"
    r" (?:does|do|did|is|are|was|were|has|have|had|will|can)(?: not|n't)(?: so| true| the case| correct)? ?\.?$"
    r"|[;,:-] ?(?:(?:but|and) )?(?:which|this|that|it) (?:is|was) (?:untrue|false|wrong|incorrect|mistaken)"
    r" ?\.?$",
    re.IGNORECASE,
)


def without_hearsay(tokens: Sequence[Token], clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of a sentence, those hedged that only repeat what others say, or that its end denies."""
    words = " ".join([token.text for token in tokens])
    denied = _TAKEN_BACK.search(words, max(0, len(words) - _AT_END))
    if denied is None and _TELLING.isdisjoint(words_in(words)):
        return tuple(clauses)
    starts: list[int] = []
    at = 0
    for token in tokens:
        starts.append(at)
        at += len(token.text) + 1
    told = [(m.end(), _end(words, m.end())) for m in _HEARSAY.finditer(words)]
    if denied is not None:
        told.append((0, denied.start()))
    return tuple(
        c._replace(hedged=True) if any(start <= starts[c.verb] < end for start, end in told) else c for c in clauses
    )


def _end(words: str, start: int) -> int:
    """Where the part of a sentence that holds an offset ends."""
    end = words.find(";", start)
    return end if end >= 0 else len(words)
