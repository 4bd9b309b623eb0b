"""What the words beside a name say of it: its verbs with what they act on, what governs it, what it owns.

Each saying is a place and words as the lexicon has them: ("does", "win tender"), ("follows", "buy from").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import BE, BE_OR_HAVE
from customs_kg.builders.english.words import can_be_verb, noun_lemma, verb_lemma
from customs_kg.ontology.lexicon import context_words

Saying = tuple[str, str]
_AUXILIARIES = BE_OR_HAVE | frozenset("do does did".split())
_HAVE = frozenset("has have had".split())
_PARTICLES = frozenset("up out off on over down live online offline into part".split())
_STOPS = frozenset(", ; : . ( ) and or but".split())
_REACH = 9  # words between a verb and the preposition that goes with it


@lru_cache(maxsize=1)
def known_sayings() -> dict[Saying, tuple[str, ...]]:
    """The classes that each saying speaks for.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    known: dict[Saying, tuple[str, ...]] = {}
    for entry in context_words():
        known[entry.place, entry.words] = (*known.get((entry.place, entry.words), ()), entry.cls)
    return known


def verbs_after(tokens: Sequence[Token], last: int) -> list[Saying]:
    """What a name does, or what is done to it, by the verb after it."""
    at = _after_insertion(tokens, last)
    passive = False
    had = -1
    while at < len(tokens) and (tokens[at].lower in _AUXILIARIES or tokens[at].tag in ("MD", "RB", "TO")):
        passive = tokens[at].lower in BE or (passive and tokens[at].tag == "RB")
        had = at + 1 if tokens[at].lower in _HAVE else had
        at += 1
    if had == at and (noun := _object(tokens, at)):
        return [("does", f"have {noun}")]
    if at >= len(tokens) or not tokens[at].text.islower() or not tokens[at].is_verb:
        return []
    token = tokens[at]
    if passive and token.tag not in ("VBN", "VBD", "VBG"):
        return []
    if at == last and token.tag in ("VBG", "VBN"):
        return []
    if passive and token.tag != "VBG":
        return [("undergoes", words) for words in _with_particle(tokens, at)]
    acted = ("does", f"{verb_lemma(token.text)} {_object(tokens, at + 1)}")
    return [acted] if acted in known_sayings() else [("does", words) for words in _with_particle(tokens, at)]


def _object(tokens: Sequence[Token], at: int) -> str:
    """The singular of the noun that ends the noun phrase at a token; "" for none."""
    noun = ""
    for token in tokens[at : at + 7]:
        if token.is_noun:
            noun = token.lower
        elif noun or token.tag[:2] not in ("DT", "CD", "JJ", "PR", "VB"):
            break
    return noun_lemma(noun) if noun else ""


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
    known = [p for p in phrases[1:] if ("does", p) in known_sayings() or ("undergoes", p) in known_sayings()]
    return known or ([] if after in _PARTICLES else [lemma])


def verb_before(tokens: Sequence[Token], first: int) -> list[Saying]:
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


def words_before(tokens: Sequence[Token], first: int) -> list[str]:
    """The known words right before a name, the longest, with an inflected verb at their head in its base form."""
    at = first
    while at > 0 and (tokens[at - 1].lower in ("the", "our", "its", "a") or tokens[at - 1].text == '"'):
        at -= 1
    for size in (4, 3, 2, 1):
        before = [t.lower for t in tokens[max(0, at - size) : at]]
        forms = [before, [verb_lemma(before[0]), *before[1:]]] if len(before) > 1 else [before]
        if found := [" ".join(words) for words in forms if ("follows", " ".join(words)) in known_sayings()]:
            return found[:1]
    return []


def governed_by(tokens: Sequence[Token], first: int) -> list[Saying]:
    """The verb before a name with the preposition between them: "*bought* twelve scanners *from* X"."""
    at = first - 1
    while at > 0 and tokens[at].tag in ("DT", "PRP$"):
        at -= 1
    if at < 2 or tokens[at].tag not in ("IN", "TO"):
        return []
    link = tokens[at].lower
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if tokens[i].text in _STOPS:
            return []
        if tokens[i].is_verb and tokens[i].lower not in _AUXILIARIES and tokens[i].text.islower():
            said = ("follows", f"{verb_lemma(tokens[i].text)} {link}")
            return [said] if said in known_sayings() else []
    return []


def words_behind(tokens: Sequence[Token], last: int) -> Iterator[Saying]:
    """The noun right after a name, and the noun that it has: "X *servers*", "X's *warehouse*"."""
    if last >= len(tokens):
        return
    if tokens[last].text.islower():
        yield "precedes", tokens[last].lower
    if tokens[last].tag == "POS" and (noun := _plain_object(tokens, last + 1)):
        yield "follows", f"{noun} of"


def _plain_object(tokens: Sequence[Token], at: int) -> str:
    """The noun that ends the noun phrase at a token, as it stands."""
    end = at
    while end < min(len(tokens), at + 4) and (tokens[end].is_noun or tokens[end].tag.startswith("JJ")):
        end += 1
    return tokens[end - 1].lower if end > at and tokens[end - 1].is_noun else ""
