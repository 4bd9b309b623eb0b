"""The class of a name from the company that it keeps throughout a report.

What it does, what is done to it and the words beside it, as the lexicon knows them of each class: a name that "flags"
and is "rolled out" is a system's, one that officers "join" and that "trains" them a body's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from customs_kg.builders.english.token import Token
from customs_kg.builders.things.classing.sayings import (
    governed_by,
    known_sayings,
    verb_before,
    verbs_after,
    words_before,
    words_behind,
)
from customs_kg.builders.things.known.candidates import Candidate, Reading
from customs_kg.builders.things.known.classes import ck
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.known.word_shapes import is_capital
from customs_kg.builders.things.names.introducing import name_class
from customs_kg.ontology.iris import CK

_SUBORDINATORS = frozenset("while whereas because although though if unless that when where once".split())
_BODIES = ck("PublicBody EnforcementForce Company SupervisedAssociation")
_LOCATIVE = frozenset("in at near outside".split())
SURE = 2  # what a verb, or more words than one, counts; one word beside a name counts one


def evidence_of(found: Iterable[Candidate], readings: Sequence[Reading]) -> dict[str, Counter[str]]:
    """What speaks for each class, by the label keys of the names."""
    votes: dict[str, Counter[str]] = {}
    for c in found:
        if c.passage >= 0:
            reading = readings[c.passage]
            first, last = reading.token_at(c.start), reading.token_at(c.end - 1) + 1
            votes.setdefault(label_key(c.label), Counter()).update(_votes(reading.tokens, first, last))
    return votes


def likely_class(votes: Mapping[str, int], least: int) -> str:
    """The class that most speaks for, "" where less than `least` does or two are even."""
    ranked = sorted(votes.items(), key=lambda v: (-v[1], v[0]))
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _votes(tokens: Sequence[Token], first: int, last: int) -> Counter[str]:
    """What the words beside one mention say."""
    first, last = _row(tokens, first, last)
    votes: Counter[str] = Counter()
    before = tokens[first - 1] if first else None
    behind_preposition = before is not None and before.tag in ("IN", "TO") and before.lower not in _SUBORDINATORS
    acts = [] if behind_preposition else verbs_after(tokens, last)
    sure = [*acts, *verb_before(tokens, first), *governed_by(tokens, first), *words_behind(tokens, last)]
    for saying in sure:
        votes.update(dict.fromkeys(known_sayings().get(saying, ()), SURE))
    for words in words_before(tokens, first):
        weight = SURE if " " in words or words in _LOCATIVE else 1
        votes.update(dict.fromkeys(known_sayings()["follows", words], weight))
    if kind := (_kind(tokens, first - 1, -1) or _kind(tokens, last, 1)):
        votes.update({kind: SURE})
    return votes


def _kind(tokens: Sequence[Token], at: int, step: int) -> str:
    """The class of a body in lower case that "and" ties to a name: "the *police* and X", "X and the *ministry*"."""
    if not 0 < at < len(tokens) - 2 or tokens[at].lower not in ("and", "or"):
        return ""
    if step < 0:
        opener = next((i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].tag in ("DT", "PRP$")), at)
        ends = [at] if opener < at - 1 and tokens[at - 1].text.islower() else []
    else:
        opener = at + 1
        plain = [i for i in range(at + 2, min(len(tokens), at + 5)) if not tokens[i].text.islower()]
        ends = list(range(at + 3, plain[0] + 1 if plain else min(len(tokens), at + 5) + 1))
        ends = ends if tokens[opener].tag in ("DT", "PRP$") else []
    classes = (name_class([t.text for t in tokens[opener + 1 : end]]) for end in reversed(ends))
    found = next((cls for cls in classes if cls in _BODIES), "")
    return CK + "PublicBody" if found == CK + "EnforcementForce" else found


def _row(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The row of names joined by "and" or "or" that holds a name: "*Tarn, Vell and Orlo* supplied ..."."""
    start, end, joined = first, last, False
    while start > 1 and (at := _before_article(tokens, start)) and _in_name(tokens[at - 1]):
        joined = joined or tokens[at].text != ","
        start = at
        while start > 0 and _in_name(tokens[start - 1]):
            start -= 1
    while end + 2 < len(tokens) and tokens[end].text in (",", "and", "or", "&") and _after_article(tokens, end + 1):
        joined = joined or tokens[end].text != ","
        end = _after_article(tokens, end + 1)
        while end < len(tokens) and _in_name(tokens[end]):
            end += 1
    return (start, end) if joined else (first, last)


def _before_article(tokens: Sequence[Token], start: int) -> int:
    """The position of the comma or "and" before a name and its article; 0 for none."""
    at = start - 2 if tokens[start - 1].lower == "the" else start - 1
    return at if at > 0 and tokens[at].text in (",", "and", "or", "&") else 0


def _after_article(tokens: Sequence[Token], at: int) -> int:
    """The position of the name at a token, an article passed over; 0 for none."""
    at = at + 1 if tokens[at].lower == "the" and at + 1 < len(tokens) else at
    return at if _in_name(tokens[at]) else 0


def _in_name(token: Token) -> bool:
    return is_capital(token) and token.tag not in ("DT", "IN", "PRP", "PRP$")
