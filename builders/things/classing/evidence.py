"""The class of a name from the company that it keeps throughout a report.

What it does, what is done to it and the words beside it, as the lexicon knows them of each class: a name that "flags"
and is "rolled out" is a system's, one that officers "join" and that "trains" them a body's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_verb, verb_lemma
from customs_kg.builders.things.known.candidates import Candidate, Reading
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.known.word_shapes import is_capital
from customs_kg.ontology.lexicon import context_words

_BE = frozenset("be is are was were been being am".split())
_AUXILIARIES = _BE | frozenset("has have had do does did having".split())
_SUBORDINATORS = frozenset("while whereas because although though if unless that when where once".split())
_PARTICLES = frozenset("up out off on over down live online offline into part".split())
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


@lru_cache(maxsize=1)
def _known() -> dict[tuple[str, str], tuple[str, ...]]:
    """The classes by place and words.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    known: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in context_words():
        known[entry.place, entry.words] = (*known.get((entry.place, entry.words), ()), entry.cls)
    return known


def _votes(tokens: Sequence[Token], first: int, last: int) -> Counter[str]:
    """What the words beside one mention say."""
    first, last = _row(tokens, first, last)
    votes: Counter[str] = Counter()
    before = tokens[first - 1] if first else None
    behind_preposition = before is not None and before.tag in ("IN", "TO") and before.lower not in _SUBORDINATORS
    acts = [] if behind_preposition else _verbs_after(tokens, last)
    for place, words in (*acts, *_verb_before(tokens, first)):
        votes.update(dict.fromkeys(_known().get((place, words), ()), SURE))
    votes.update(_beside(tokens, first, last))
    return votes


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


def _verbs_after(tokens: Sequence[Token], last: int) -> list[tuple[str, str]]:
    """What a name does, or what is done to it, by the verb after it."""
    at = _after_insertion(tokens, last)
    passive = False
    while at < len(tokens) and (tokens[at].lower in _AUXILIARIES or tokens[at].tag in ("MD", "RB", "TO")):
        passive = tokens[at].lower in _BE or (passive and tokens[at].tag == "RB")
        at += 1
    if at >= len(tokens) or not tokens[at].text.islower() or not tokens[at].is_verb:
        return []
    token = tokens[at]
    if passive and token.tag not in ("VBN", "VBD", "VBG"):
        return []
    if at == last and token.tag in ("VBG", "VBN"):
        return []
    place = "undergoes" if passive and token.tag != "VBG" else "does"
    return [(place, words) for words in _with_particle(tokens, at)]


def _after_insertion(tokens: Sequence[Token], last: int) -> int:
    """Past a short form in brackets and a comma with "which"."""
    at = last + (last < len(tokens) and tokens[last].text == '"')
    if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
        at += 3
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower in ("which", "that", "who"):
        at += 2
    elif at < len(tokens) and tokens[at].lower in ("which", "that", "who"):
        at += 1
    elif at + 2 < len(tokens) and tokens[at].lower == "and" and tokens[at + 1].tag == "PRP$" and tokens[at + 2].is_noun:
        at += 3  # "X *and its director* were fined"
    return at


def _with_particle(tokens: Sequence[Token], at: int) -> list[str]:
    """The verb at a token, alone and with the particle after it: "switched *off*", "went *live*"."""
    lemma = verb_lemma(tokens[at].text)
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    longer = " ".join(t.lower for t in tokens[at + 1 : at + 3])
    phrases = [lemma, f"{lemma} {after}", f"{lemma} {longer}"]
    known = [p for p in phrases[1:] if ("does", p) in _known() or ("undergoes", p) in _known()]
    return known or ([] if after in _PARTICLES else [lemma])


def _verb_before(tokens: Sequence[Token], first: int) -> list[tuple[str, str]]:
    """What is done to a name by the verb before it: "rolled out *X*", "we consulted the *X*"."""
    at = first - 1
    while at > 0 and (tokens[at].tag in ("DT", "PRP$") or tokens[at].text == '"'):
        at -= 1
    if at >= 1 and tokens[at].lower in _PARTICLES and can_be_verb(tokens[at - 1].lower):
        return [("undergoes", f"{verb_lemma(tokens[at - 1].text)} {tokens[at].lower}")]
    if at >= 0 and tokens[at].text.islower() and tokens[at].is_verb and tokens[at].lower not in _AUXILIARIES:
        verb = verb_lemma(tokens[at].text)
        return [("undergoes", f"who {verb}" if tokens[at - 1].lower == "who" else verb)]
    if at >= 1 and tokens[at].lower == "by":
        return [("does", verb_lemma(verb)) for verb in _passive_before(tokens, at)]
    return []


def _passive_before(tokens: Sequence[Token], by: int) -> list[str]:
    """The participle that "by" goes with; left out in the later members of a row: "A is led by X and B *by* Y"."""
    if tokens[by - 1].tag in ("VBN", "VBD"):
        return [tokens[by - 1].text]
    if not tokens[by - 1].is_noun:
        return []
    earlier = (i for i in range(by - 2, 0, -1) if tokens[i].lower == "by" and tokens[i - 1].tag in ("VBN", "VBD"))
    first = next(earlier, 0)
    return [tokens[first - 1].text] if first and not any(t.text in ".;" for t in tokens[first:by]) else []


def _beside(tokens: Sequence[Token], first: int, last: int) -> dict[str, int]:
    """The classes by the longest known words right before a name, and by the noun right after it."""
    votes: Counter[str] = Counter()
    at = first
    while at > 0 and (tokens[at - 1].lower in ("the", "our", "its", "a") or tokens[at - 1].text == '"'):
        at -= 1
    for size in (4, 3, 2, 1):
        words = " ".join(t.lower for t in tokens[max(0, at - size) : at])
        if classes := _known().get(("follows", words)):
            votes.update(dict.fromkeys(classes, SURE if " " in words or words in _LOCATIVE else 1))
            break
    if last < len(tokens) and tokens[last].text.islower():
        votes.update(dict.fromkeys(_known().get(("precedes", tokens[last].lower), ()), SURE))
    return dict(votes)
