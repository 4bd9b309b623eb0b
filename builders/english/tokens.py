"""Words with their part of speech: Penn tags, those of closed classes by list, the rest by the tagger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from customs_kg.builders.english.corrections import corrected
from customs_kg.builders.english.tagger import tag_words
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import is_english

_TITLE = r"\b(?:Mr|Mrs|Ms|Dr|Hon|Prof|Gen|Col|Maj|Capt|Lt|Shri|Smt)\.(?= )"
_PLAIN = r"[a-z]++(?![^\W_]|[-./'&]|,\d)"  # most words, which need not be tried for all that follows
_TOKEN = re.compile(
    _PLAIN + "|" + _TITLE + r"|(?:[A-Za-z]\.){2,}|'s\b|[^\W_]+(?:[.,]\d+)*(?:[-/'.&](?!s\b)[^\W_]+)*|\.{3}|[^\w\s]|_"
)
_MODALS = frozenset("will shall would should can could may might must ought cannot".split())
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
    "inter": "RB", "alia": "RB", "customs": "NNS", "such": "JJ", "including": "VBG", "according": "VBG",
}  # fmt: skip
_CLOSED |= dict.fromkeys(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion".split(),
    "CD",
)


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A reading text with its words, each looked at once: names are found in `tokens`, clauses read from `merged`."""

    text: str
    pieces: tuple[_Piece, ...]  # the words as they stand
    tokens: tuple[Token, ...]  # the words with their tags

    def merged(self, stretches: Sequence[tuple[int, int, str]]) -> tuple[Token, ...]:
        """The tokens where each stretch (start, end, tag) is one: a quantity (CD), a name (NNP).

        The stretches do not overlap. The words beside them are tagged in their light, the others keep their tags.
        """
        return _tokens_of(_with_stretches(self, sorted(stretches))) if stretches else self.tokens


class _Piece(NamedTuple):
    """A word or mark, or a stretch that counts as one and has its tag from the start."""

    word: str
    start: int
    end: int
    given: str = ""


def tag_text(text: str) -> TaggedText:
    """The words of a reading text with their tags."""
    pieces = _words(text, 0, len(text))
    return TaggedText(text, tuple(pieces), _tokens_of(pieces))


def read_tokens(text: str, merged: Sequence[tuple[int, int, str]] = ()) -> tuple[Token, ...]:
    """The tokens of a reading text; `merged` are the stretches that count as one token each."""
    return tag_text(text).merged(merged)


def _with_stretches(tagged: TaggedText, stretches: Sequence[tuple[int, int, str]]) -> list[_Piece]:
    """The pieces outside the stretches, in order with the stretches; a word that one cuts is cut."""
    pieces: list[_Piece] = []
    text, old, at, i = tagged.text, tagged.pieces, 0, 0
    for start, end, tag in (*stretches, (len(text), len(text), "")):
        while i < len(old) and old[i].end <= start:
            pieces.extend(old[i : i + 1] if old[i].start >= at else _words(text, at, old[i].end))
            i += 1
        if i < len(old) and old[i].start < start:
            pieces.extend(_words(text, max(at, old[i].start), start))
        while i < len(old) and old[i].end <= end:
            i += 1
        if tag:
            pieces.append(_Piece(text[start:end], start, end, tag))
        at = end
    return pieces


def _tokens_of(pieces: Sequence[_Piece]) -> tuple[Token, ...]:
    capitals = _all_capitals(pieces)
    fixed = [
        given or _own_tag(word) or (_tag_of_capital(pieces, i, all_capitals=capitals) if word[0].isupper() else "")
        for i, (word, _, _, given) in enumerate(pieces)
    ]
    tags = tag_words(_as_written(pieces, all_capitals=capitals), fixed)
    return tuple(corrected([Token(w, s, e, tag, w.lower()) for (w, s, e, _), tag in zip(pieces, tags, strict=True)]))


def _as_written(pieces: Sequence[_Piece], *, all_capitals: bool) -> list[str]:
    """The words as they would stand inside a sentence, without the capital at its head; of a name, the last."""
    words = [word.split()[-1] if given else word for word, _, _, given in pieces]
    if all_capitals:
        return [word.lower() for word in words]
    first = next((i for i, word in enumerate(words) if word[0].isalnum()), None)
    if first is not None and not pieces[first].given:
        words[first] = words[first].lower()
    return words


def _words(text: str, start: int, end: int) -> list[_Piece]:
    return [_Piece(m.group(), *m.span()) for m in _TOKEN.finditer(text, start, end)]


def _tag_of_capital(pieces: Sequence[_Piece], at: int, *, all_capitals: bool) -> str:
    """The tag that a word with a capital has in this place; nothing where it may have several."""
    word = pieces[at].word
    if not at and word in _NAME_LIKE:
        return "MD"
    if at == 0 or (pieces[at - 1].word in {".", ":", '"', "("} and at < 2):
        return "" if is_english(word.lower()) else "NNP"
    return "" if len(word) > 1 and word.isupper() and all_capitals else "NNP"


_NAME_LIKE = frozenset({"May", "Will", "Might"})  # modals at the head of a sentence, names inside it


@lru_cache(maxsize=50_000)
def _own_tag(word: str) -> str:
    """The tag that a word has wherever it stands, or nothing."""
    lower = word.lower()
    if not any(ch.isalnum() for ch in word):
        return word
    if lower == "'s":
        return "POS"
    if lower in _MODALS and word not in _NAME_LIKE:
        return "MD"
    if lower in _CLOSED and not (word.isupper() and len(word) > 1 and lower not in ("a",)):
        return _CLOSED[lower]
    return "CD" if word[0].isdigit() and not any(ch.isalpha() for ch in word) else ""


def _all_capitals(pieces: Sequence[_Piece]) -> bool:
    words = [word for word, _, _, given in pieces if not given]
    return len(pieces) > 2 and not any(map(str.islower, words)) and "".join(words).isupper()
