"""Forms of verbs, and the small closed sets of words that verb groups turn on."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_verb, verb_lemma


class Form(StrEnum):
    """The form of a verb group."""

    PAST = "past"
    PRESENT = "present"
    PERFECT = "perfect"
    FUTURE = "future"  # will, shall, is to, intends to
    OBLIGATION = "obligation"  # should, must
    POSSIBLE = "possible"  # may, might, could, would
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"  # past participle without an auxiliary


FINITE = frozenset({Form.PAST, Form.PRESENT, Form.PERFECT, Form.FUTURE, Form.OBLIGATION, Form.POSSIBLE})
SUBORDINATORS = frozenset(
    "while although because since if when whereas unless though once until before after as whether".split()
)
CLAUSE_OPENERS = SUBORDINATORS - {"as"}  # "as" stands before a noun as often
CONJUNCTIONS = CLAUSE_OPENERS - {"since", "before", "after", "until"}  # these are prepositions as well
CATENATIVES = frozenset(
    "continue strive endeavour endeavor seek aim intend plan begin start try help need want hope propose commit "
    "dedicate undertake resolve pledge vow attempt manage work expect mean prepare remain decide agree".split()
)
# what they govern was done where they are past: "went on to run", "had to run", "chose to run", "used to run"
ACHIEVING = frozenset("go come proceed get choose opt use dare hasten rush happen turn have".split())
_LEADS_ON = {"go": "on", "turn": "out"}  # the word that must stand behind some of them


def achieves(lemma: str, words: Sequence[str]) -> bool:
    """Whether a verb with the words behind it lends its form to an infinitive or to "in" and a gerund.

    >>> achieves("go", ["on"]), achieves("go", []), achieves("succeed", ["in"]), achieves("have", [])
    (True, False, True, True)
    """
    if lemma in ("succeed", "persist"):
        return list(words) == ["in"]
    if lemma == "prove":
        return list(words) in ([], ["able"])
    wanted = [_LEADS_ON[lemma]] if lemma in _LEADS_ON else []
    return lemma in ACHIEVING and list(words) == wanted


# what they govern was not done, unless they are denied themselves: "failed to run", "never failed to run"
OMITTING = frozenset("fail cease neglect omit decline refuse forget".split())
BE = frozenset("be am is are was were been being".split())
HAVE = frozenset("have has had having".split())
BE_OR_HAVE = BE | HAVE
HEDGES = frozenset("expect mean suppose propose consider estimate believe schedule".split())


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries: token positions `[start, end)`, the content verb at `verb`."""

    start: int
    end: int
    verb: int
    form: Form
    passive: bool
    negated: bool
    hedged: bool = False


def word_before(tokens: Sequence[Token], i: int) -> Token | None:
    """The token to the left, adverbs left out."""
    j = i - 1
    while j >= 0 and tokens[j].tag == "RB":
        j -= 1
    return tokens[j] if j >= 0 else None


def is_irregular_past(token: Token) -> bool:
    """A past form that is neither regular nor the base form: "fell", "led"."""
    lower = token.lower
    if token.tag in ("NNP", "JJ", "NN", "NNS", "DT", "IN", "CD") or lower.endswith(("ed", "ing", "s")):
        return False
    return can_be_verb(lower) and verb_lemma(lower) != lower


def can_be_participle(token: Token) -> bool:
    """Whether the word can be a past participle where an auxiliary stands before it."""
    if token.tag in ("NNP", "DT", "CD", "IN", "JJR"):
        return False
    lower = token.lower
    if token.tag == "VBN" and lower.endswith("ed"):
        return True  # "trialled" is in no list of verbs
    if not can_be_verb(lower) or lower.endswith("ing"):
        return False
    return (
        token.tag == "VBN"
        or lower.endswith(("ed", "en"))
        or (verb_lemma(lower) != lower and not lower.endswith("s"))
        or lower in SAME_PARTICIPLE
    )


SAME_PARTICIPLE = frozenset(
    "cut put set read hit let shut split spread cost beat burst upset become run come overcome".split()
)


def relative_before(tokens: Sequence[Token], verb: int) -> bool:
    """The verb is that of a relative clause ("officers who went back over them")."""
    previous = word_before(tokens, verb)
    return previous is not None and (previous.tag in ("WDT", "WP") or previous.lower == "that")


RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_EXPLAINED = 15  # tokens that an explanation between commas has at most


def relative_before_explained(tokens: Sequence[Token], closing: int) -> int | None:
    """The relative word before a subject that is explained up to a comma: "*which* the A, a branch of the B, built".

    Or of which some are named: "in *which* nine bodies, the A and the B among them, take part".
    """
    reach = range(closing - 1, max(closing - _EXPLAINED, 0), -1)
    if [t.lower for t in tokens[closing - 2 : closing]] == ["among", "them"]:
        word = next((j for j in reach if tokens[j].tag in RELATIVE_TAGS or tokens[j].is_verb), 0)
    else:
        opening = next((j for j in reach if tokens[j].tag == "," or tokens[j].is_verb), 0)
        if tokens[opening].tag != "," or tokens[opening + 1].tag not in ("DT", "PRP$"):
            return None
        words = range(opening - 1, 0, -1)
        word = next((j for j in words if not (tokens[j].is_noun or tokens[j].tag in ("DT", "JJ", "POS", "PRP$"))), 0)
    return word if tokens[word].tag in RELATIVE_TAGS else None
