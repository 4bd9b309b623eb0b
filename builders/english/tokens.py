"""Words with their part of speech, from TextBlob's tagger and its lexicon with fallbacks of our own.

Tags are those of the Penn Treebank. The choice of tagger lives in this module alone.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, noun_lemma, verb_lemma

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|'s\b|[^\W_]+(?:[.,]\d+)*(?:[-/'.&](?!s\b)[^\W_]+)*|\.{3}|[^\w\s]|_")
_MODALS = frozenset("will shall would should can could may might must ought".split())
_BE = frozenset("be am is are was were been being".split())
_HAVE = frozenset("have has had having".split())
_DO = frozenset("do does did doing done".split())
_CLOSED = {
    "the": "DT", "a": "DT", "an": "DT", "this": "DT", "these": "DT", "those": "DT", "all": "DT", "each": "DT",
    "every": "DT", "no": "DT", "some": "DT", "any": "DT", "both": "DT", "another": "DT",
    "and": "CC", "or": "CC", "but": "CC", "nor": "CC", "to": "TO", "not": "RB", "n't": "RB", "never": "RB",
    "which": "WDT", "who": "WP", "whom": "WP", "whose": "WP$", "what": "WP", "where": "WRB", "when": "WRB",
    "it": "PRP", "they": "PRP", "we": "PRP", "he": "PRP", "she": "PRP", "them": "PRP", "us": "PRP",
    "its": "PRP$", "their": "PRP$", "our": "PRP$", "his": "PRP$", "her": "PRP$",
    "of": "IN", "in": "IN", "on": "IN", "at": "IN", "by": "IN", "for": "IN", "with": "IN", "from": "IN",
    "into": "IN", "over": "IN", "under": "IN", "upon": "IN", "through": "IN", "between": "IN", "among": "IN",
    "against": "IN", "during": "IN", "since": "IN", "until": "IN", "than": "IN", "as": "IN", "while": "IN",
    "because": "IN", "although": "IN", "if": "IN", "whether": "IN", "within": "IN", "without": "IN", "via": "IN",
    "towards": "IN", "toward": "IN", "along": "IN", "across": "IN", "per": "IN", "after": "IN", "before": "IN",
    "also": "RB", "further": "RB", "more": "JJR", "most": "JJS", "now": "RB", "so": "RB", "then": "RB",
    "customs": "NNS", "such": "JJ", "including": "VBG", "according": "VBG",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark at `[start, end)` of a reading text, with its Penn tag."""

    text: str
    start: int
    end: int
    tag: str
    lower: str = field(init=False, repr=False, compare=False)  # the word in lower case, which every rule looks at

    def __post_init__(self) -> None:
        """Sets the lower case."""
        object.__setattr__(self, "lower", self.text.lower())

    @property
    def lemma(self) -> str:
        """The base form by the word's tag."""
        if self.tag.startswith("V") or self.tag == "MD":
            return verb_lemma(self.text)
        return noun_lemma(self.text) if self.tag.startswith("NN") else self.lower

    @property
    def is_noun(self) -> bool:
        """A common or proper noun."""
        return self.tag.startswith("NN")

    @property
    def is_verb(self) -> bool:
        """Any form of a verb but a modal."""
        return self.tag.startswith("VB")


def read_tokens(text: str, merged: Sequence[tuple[int, int, str]] = ()) -> list[Token]:
    """The tokens of a reading text.

    `merged` are stretches (start, end, tag) that count as one token each: quantities (CD), names (NNP).
    They do not overlap.
    """
    pieces: list[tuple[str, int, int, str]] = []
    at = 0
    for start, end, tag in sorted(merged):
        pieces.extend(_words(text, at, start))
        pieces.append((text[start:end], start, end, tag))
        at = end
    pieces.extend(_words(text, at, len(text)))
    tags = _tags([piece[0] if not piece[3] else "Thing" for piece in pieces])
    tokens = [
        Token(word, start, end, fixed or _first_tag(word, tag, pieces, i))
        for i, ((word, start, end, fixed), tag) in enumerate(zip(pieces, tags, strict=True))
    ]
    return _corrected(tokens)


def _words(text: str, start: int, end: int) -> list[tuple[str, int, int, str]]:
    return [(m.group(), m.start(), m.end(), "") for m in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=1)
def _tagger() -> Callable[[list[str]], list[list[str]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # TextBlob leaves its lexicon file open
        from textblob.en import parser

        parser.find_tags(["warm"])
    found: Callable[[list[str]], list[list[str]]] = parser.find_tags
    return found


def _tags(words: list[str]) -> list[str]:
    return [tag for _, tag in _tagger()(words)] if words else []


def _first_tag(word: str, tag: str, pieces: Sequence[tuple[str, int, int, str]], at: int) -> str:
    lower = word.lower()
    if not word[0].isalnum() and not any(ch.isalnum() for ch in word):
        return word
    if lower == "'s":
        return "POS"
    if lower in _MODALS:
        return "MD"
    if lower in _CLOSED and not (word.isupper() and len(word) > 1 and lower not in ("a",)):
        return _CLOSED[lower]
    if word[0].isdigit() and not any(ch.isalpha() for ch in word):
        return "CD"
    starts = at == 0 or (pieces[at - 1][0] in {".", ":", '"', "("} and at < 2)
    if word[0].isupper() and not starts:
        return "NNP"
    if starts and tag.startswith("NNP") and lower.endswith("ing") and can_be_verb(lower):
        return "VBG"  # it opens the sentence, hence the capital
    return tag


def _corrected(tokens: list[Token]) -> list[Token]:
    """Tags set right from the words beside them, one pass from left to right."""
    fixed: list[Token] = []
    before: Token | None = None  # the nearest to the left that is no adverb
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        tag = _verb_tag(token, before, fixed[-1] if fixed else None, after) or token.tag
        fixed.append(token if tag == token.tag else Token(token.text, token.start, token.end, tag))
        before = before if tag == "RB" else fixed[-1]
    return fixed


def _verb_tag(token: Token, before: Token | None, previous: Token | None, after: Token | None) -> str:
    lower = token.lower
    if token.tag in ("NNP", "CD", "DT", "POS", "MD", "CC", "IN", "PRP", "PRP$") or not token.text[0].isalpha():
        return ""
    if lower in _BE or lower in _HAVE or lower in _DO:
        return _auxiliary_tag(lower)
    if before is not None and (before.tag == "MD" or before.tag == "TO") and is_base_verb(lower):
        if (
            before.tag == "TO"
            and can_be_noun(lower)
            and after is not None
            and after.is_noun
            and not token.tag.startswith("VB")
        ):
            return (
                "VB"
                if previous is not None and previous.tag in ("TO", "RB") and after.tag != "NNP" and _likely_verb(lower)
                else ""
            )
        return "VB"
    if previous is not None and previous.tag in ("DT", "PRP$", "POS") and lower.endswith("ing") and after is not None:
        return "VBG" if after.is_noun or after.tag.startswith("JJ") else "NN"
    if (
        previous is not None
        and previous.tag in ("DT", "PRP$", "POS", "JJ")
        and token.tag in ("VB", "VBP", "VBZ")
        and can_be_noun(lower)
    ):
        return "NNS" if lower.endswith("s") else "NN"
    if previous is not None and previous.lower in _NOUN_FOLLOWS and token.tag == "VBZ" and can_be_noun(lower):
        return "NNS"  # "from sheds"
    if lower.endswith("ed") and can_be_verb(lower) and token.tag.startswith(("NN", "VB")):
        return "VBN"
    if (
        token.tag == "VBZ"
        and can_be_noun(lower)
        and after is not None
        and after.tag in ("VBD", "VBP", "VBZ", "MD", "IN", ".")
    ):
        return "NNS" if after.tag != "IN" else ""
    return ""


_NOUN_FOLLOWS = frozenset("of from in on by with for at under into between through during per among against".split())


def _likely_verb(lower: str) -> bool:
    return not can_be_noun(lower) or lower.endswith(("ize", "ise", "ify", "ate", "en"))


def _auxiliary_tag(lower: str) -> str:
    return {
        "be": "VB", "am": "VBP", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG",
        "have": "VBP", "has": "VBZ", "had": "VBD", "having": "VBG",
        "do": "VBP", "does": "VBZ", "did": "VBD", "doing": "VBG", "done": "VBN",
    }[lower]  # fmt: skip
