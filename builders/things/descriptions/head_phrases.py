"""Noun phrases in lower case whose head noun the lexicon knows: "the tax collection and management *center*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, class_of_description, load_heads, words_of_phrase
from customs_kg.builders.things.known.word_shapes import is_acronym, is_compound_number
from customs_kg.builders.things.names.runs import opens_sentence
from customs_kg.ontology.iris import CK

EMPTY = frozenset(
    "new further such relevant related various other several major key overall great different good own "
    "current specific long certain necessary effective main important existing respective corresponding "
    "more less many first second third last next whole entire full large larger big bigger small same "
    "similar additional better best strong sound special annual multiple following above complete general "
    "said successive fundamental innovative concerned tested signed high low traditional applicable respective "
    "newly brand establish advanced modern newest latest term pragmatic practical underlying basic "
    "working innovated improved largest biggest oldest smallest leading busiest sole entire sum".split()
)
_BE = frozenset("was were is are been".split())
_PAIRS = frozenset(
    frozenset(pair.split())
    for pair in (
        "import export",
        "inward outward",
        "science technology",
        "entry exit",
        "inbound outbound",
        "inland border",
    )
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `[first, last)` are a noun phrase whose last `head` words show the class."""

    first: int
    last: int
    cls: str
    head: int


_COUNT = ck("OperationsCenter InformationSystem Programme Project CustomsUnit EquipmentType")
_DEALS = frozenset("arrangement decision deal understanding".split())
_ABOUT = re.compile(r" (?:on|with|between) (?!which\b)")
_SIGNED = re.compile(
    r"[^.;:]{0,160}?\b(?:signed|initialled|(?:was|were|been|be) concluded|(?:came|entered?|enters) into force)\b"
)
_SIGNING = re.compile(r"\b(?:sign(?:ed|s|ing)?|conclud(?:e|ed|es|ing)|initialled)\b[^.;:]{0,40}$")
_HEAD_TAGS = frozenset("NN NNS NNP NNPS VB VBP VBZ".split())


def noun_phrases(reading: Reading) -> list[Phrase]:
    """The lower-case noun phrases with a head noun of the lexicon, without articles and empty adjectives."""
    found = []
    tokens = reading.tokens
    for i, token in enumerate(tokens):
        if (
            token.tag not in _HEAD_TAGS
            or not _can_head(reading, i)
            or (i + 1 < len(tokens) and _goes_on(tokens, i + 1))
        ):
            continue
        if token.lower in _DEALS and _is_agreed(reading, i):
            first = _first_modifier(reading, i)
            found.append(Phrase(_without_empty(tokens, first, i, 1), i + 1, CK + "Agreement", 1))
            continue
        before_of = i + 1 < len(tokens) and tokens[i + 1].lower == "of"
        if not before_of and not load_heads().may_end(words_of_phrase(token.text)[-1]):
            continue
        first = _first_modifier(reading, i)
        if whole := _head_with_of(tokens, first, i):
            found.append(whole)
            continue
        words = [w for t in tokens[first : i + 1] for w in words_of_phrase(t.text)]
        cls, size = class_of_description(words)
        if cls and not token.text.isupper():
            found.append(Phrase(_without_empty(tokens, first, i, size), i + 1, cls, size))
    return found


def _is_agreed(reading: Reading, i: int) -> bool:
    """Whether what is on or with something is signed: "sign an *arrangement* with X", "a *decision* on Y was signed".

    Not where its own words already show a class: "a mutual recognition *arrangement*".
    """
    token = reading.tokens[i]
    if not _ABOUT.match(reading.text, token.end):
        return False
    words = [w for t in reading.tokens[max(0, i - 3) : i + 1] for w in words_of_phrase(t.text)]
    told = class_of_description(words)[0] or class_of_description([words[-1]])[0]
    signed = _SIGNED.match(reading.text, token.end) or _SIGNING.search(reading.text, 0, token.start)
    return signed is not None and not told


def _head_with_of(tokens: Sequence[Token], first: int, head: int) -> Phrase | None:
    """The phrase of a head noun that holds an "of" itself: "a joint *memorandum of understanding*"."""
    end = head + 3
    if end > len(tokens) or tokens[head + 1].lower != "of":
        return None
    words = [w for t in tokens[first:end] for w in words_of_phrase(t.text)]
    cls, size = class_of_description(words)
    if not cls or "of" not in words[-size:]:
        return None
    return Phrase(_without_empty(tokens, first, head, size - 2), end, cls, size)


def _without_empty(tokens: Sequence[Token], first: int, head: int, size: int) -> int:
    """Where a phrase begins without adjectives that tell nothing; the head noun's own words stay."""
    while first < head and sum(len(words_of_phrase(t.text)) for t in tokens[first : head + 1]) > size:
        if tokens[first].lower not in EMPTY and not _is_stray_verb(tokens, first):
            break
        first += 1
    return first


def _can_head(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if not token.text[0].isalpha() or (token.text[0].isupper() and not opens_sentence(reading, i)):
        return False
    return token.is_noun or (
        token.tag in ("VB", "VBP", "VBZ")
        and can_be_noun(token.lower)
        and i > 0
        and reading.tokens[i - 1].tag in ("NN", "JJ", "VBG", "DT")
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next word belongs to the same phrase, so that it and not this one is the head."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag == "JJ" and "-" in token.text and after is not None and after.tag in ("NN", "NNS"):
        return True
    if token.tag in ("NN", "NNS") and token.text[0].islower():
        return not (
            is_base_verb(token.lower) and token.tag == "NN" and at + 1 < len(tokens) and tokens[at + 1].tag == "DT"
        )
    return False


def _first_modifier(reading: Reading, head: int) -> int:
    tokens = reading.tokens
    i = head
    while i > 0:
        if _modifies(reading, i - 1):
            i -= 1
        elif tokens[i - 1].lower == "and" and (left := _across_and(reading, i - 1, head)) < i - 1:
            i = left
        else:
            break
    return i


def _modifies(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    before = reading.tokens[i - 1] if i else None
    if token.end != reading.tokens[i + 1].start - 1 or not token.text[0].isalnum():
        return False
    if token.text == "Customs" or token.lower == "x-ray":
        return True
    if is_compound_number(token.text) or token.lower in _BE:
        return False
    if token.text[0].isupper() and any(ch.isdigit() for ch in token.text):
        return False
    if token.text[0].isupper() and not (opens_sentence(reading, i) or is_acronym(token.text)):
        return False
    if token.tag == "NNS" and before is not None and before.tag in ("WDT", "WP", "PRP") and can_be_verb(token.lower):
        return False  # "which *monitors* risk management"
    if "-" in token.text and token.tag[:2] in ("NN", "JJ", "VB"):
        return True
    if token.tag == "VBG":
        after = reading.tokens[i + 1]
        known = before is None and class_of_description([token.text, after.text])[1] > 1  # "*Smuggling* rings"
        return (
            known
            or _tells_which(reading.tokens, i)
            or (
                can_be_noun(token.lower)
                and before is not None
                and (before.tag in ("DT", "JJ", "NN", "PRP$", "CD", "POS"))
            )
        )
    if token.tag in ("VBN", "VBD"):
        return before is None or before.tag in ("DT", "JJ", "IN", "PRP$", "CD", "POS", "CC", "VB", "VBG", ",")
    return token.is_noun or (token.tag.startswith("JJ") and token.tag != "JJR")


def _tells_which(tokens: Sequence[Token], i: int) -> bool:
    """Whether an "-ing" word stands inside "a freight *targeting* centre": what is acted on would have an article."""
    if i < 2 or tokens[i - 1].tag != "NN" or tokens[i - 2].tag not in ("DT", "JJ") or tokens[i + 1].tag != "NN":
        return False
    return class_of_description([tokens[i + 1].text])[0] in _COUNT


def _across_and(reading: Reading, at: int, head: int) -> int:
    """Where the modifiers left of an "and" begin, when they share the head: "tax collection and management center"."""
    tokens = reading.tokens
    i = at
    while i > 0 and _modifies_before_and(reading, i - 1, at):
        i -= 1
    if i == at or at - i > 4 or at + 1 >= head or tokens[at + 1].lower in EMPTY:
        return at
    if frozenset((tokens[at - 1].lower, tokens[at + 1].lower)) in _PAIRS:
        return i
    before = tokens[i - 1] if i else None
    adjectives = tokens[at - 1].tag == tokens[at + 1].tag == "JJ"
    held = before is None or before.tag in ("DT", "PRP$", "POS", "NNP") or before.lower == "of" or adjectives
    parallel = tokens[at + 1].tag[:2] in (tokens[at - 1].tag[:2], tokens[i].tag[:2])
    alone = tokens[at - 1].tag != "NNS" and not class_of_description([tokens[at - 1].text])[0]
    return _across_comma(tokens, i) if held and parallel and alone else at


def _across_comma(tokens: Sequence[Token], i: int) -> int:
    """Where "the A, B and C charges" begins, B being the token i."""
    row = i > 2 and tokens[i - 1].text == "," and tokens[i - 2].is_noun and tokens[i - 3].tag in ("DT", "VBG")
    return i - 2 if row else i


def _modifies_before_and(reading: Reading, i: int, at: int) -> bool:
    token = reading.tokens[i]
    if (
        (token.tag == "NNS" and token.lower != "customs")
        or token.text[0].isupper()
        or token.end != reading.tokens[i + 1].start - 1
    ):
        return False
    if token.tag == "VBG":
        return i == at - 1 and can_be_noun(token.lower) and reading.tokens[i - 1].tag in ("DT", "JJ", "NN")
    return token.is_noun or token.tag == "JJ"


def _is_stray_verb(tokens: Sequence[Token], i: int) -> bool:
    """A verb that the tagger took for a noun: "to *step* ...", "also *update* ..."."""
    before = tokens[i - 1] if i else None
    if before is None:
        after = tokens[i + 1] if i + 1 < len(tokens) else None  # an item's verb: "*test* mobile kiosks"
        return is_base_verb(tokens[i].lower) and after is not None and after.tag == "JJ" and "-" not in after.text
    return (before.tag in ("TO", "MD") or before.lower in ("also", "further", "jointly")) and is_base_verb(
        tokens[i].lower
    )
