"""Words with their part of speech: Penn tags, those of closed classes by list, the rest by the tagger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from customs_kg.builders.english.tagger import tag_words
from customs_kg.builders.english.words import (
    can_be_noun,
    is_base_verb,
    is_english,
    noun_lemma,
    penn_tags,
    verb_lemma,
)

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|'s\b|[^\W_]+(?:[.,]\d+)*(?:[-/'.&](?!s\b)[^\W_]+)*|\.{3}|[^\w\s]|_")
_MODALS = frozenset("will shall would should can could may might must ought".split())
_BE_OR_HAVE = frozenset("be am is are was were been being have has had having".split())
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


class Token(NamedTuple):
    """A word or mark at `[start, end)` of a reading text, with its Penn tag. One is made for every word: a tuple."""

    text: str
    start: int
    end: int
    tag: str
    lower: str  # the word in lower case, which every rule looks at

    @property
    def lemma(self) -> str:
        """The base form by the word's tag."""
        if self.tag.startswith("V") or self.tag == "MD":
            return verb_lemma(self.text)
        return noun_lemma(self.text) if self.tag.startswith("NN") else self.lower

    @property
    def is_noun(self) -> bool:
        """A common or proper noun."""
        return self.tag in _NOUN_TAGS

    @property
    def is_verb(self) -> bool:
        """Any form of a verb but a modal."""
        return self.tag in _VERB_TAGS


_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


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
    fixed = [piece.given or _fixed_tag(pieces, i, all_capitals=capitals) for i, piece in enumerate(pieces)]
    tags = tag_words(_as_written(pieces, all_capitals=capitals), fixed)
    return tuple(_corrected([Token(w, s, e, tag, w.lower()) for (w, s, e, _), tag in zip(pieces, tags, strict=True)]))


def _as_written(pieces: Sequence[_Piece], *, all_capitals: bool) -> list[str]:
    """The words as they would stand inside a sentence, without the capital at its head; of a name, the last."""
    words = [piece.word.split()[-1] if piece.given else piece.word for piece in pieces]
    if all_capitals:
        return [word.lower() for word in words]
    first = next((i for i, word in enumerate(words) if word[0].isalnum()), None)
    if first is not None and not pieces[first].given:
        words[first] = words[first].lower()
    return words


def _words(text: str, start: int, end: int) -> list[_Piece]:
    return [_Piece(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def _fixed_tag(pieces: Sequence[_Piece], at: int, *, all_capitals: bool) -> str:
    """The tag that a word has by its form, or by its form in this place; nothing where it may have several."""
    word = pieces[at].word
    if tag := _own_tag(word):
        return tag
    if not at and word in _NAME_LIKE:
        return "MD"
    if not word[0].isupper():
        return ""
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
    return len(pieces) > 2 and "".join(piece.word for piece in pieces if not piece.given).isupper()


def _corrected(tokens: list[Token]) -> list[Token]:
    """Tags set right from the words beside them, one pass from left to right."""
    fixed: list[Token] = []
    before: Token | None = None  # the nearest to the left that is no adverb
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        tag = (
            _attribute_tag(tokens, i)
            or _head_tag(tokens, i)
            or _tag_by_neighbours(tokens, i)
            or _verb_tag(token, before, fixed[-1] if fixed else None, after)
            or token.tag
        )
        fixed.append(token if tag == token.tag else token._replace(tag=tag))
        before = before if tag == "RB" else fixed[-1]
    return fixed


def _attribute_tag(tokens: Sequence[Token], at: int) -> str:
    """What stands before a noun as an attribute though it could be a verb: "Sown and harvested fields", "key quays"."""
    token = tokens[at]
    if at and token.lower != "key":
        return ""
    following = tokens[at + 1 : at + 4]
    tags = [t.tag for t in following]
    if token.lower == "key" and token.tag in ("VB", "VBP") and following and (following[0].is_noun or tags[0] == "JJ"):
        return "JJ"
    paired = len(following) == 3 and tags[0] == "CC" and tags[1] in ("VBN", "VBD", "JJ") and following[2].is_noun
    return "JJ" if at == 0 and token.tag in ("VBN", "VBD") and paired else ""


def _tag_by_neighbours(tokens: Sequence[Token], at: int) -> str:
    """As in "two *rounds* were held", "A and B *mean* to open"."""
    token = tokens[at]
    if not at or at + 1 >= len(tokens):
        return ""
    if token.tag == "VBZ" and _is_several(tokens[at - 1]) and can_be_noun(token.lower):
        return "NNS"
    return "VBP" if token.lower == "mean" and tokens[at + 1].tag == "TO" and tokens[at - 1].is_noun else ""


_REACH = 20  # words within which the verb of a subject is looked for


def _head_tag(tokens: Sequence[Token], at: int) -> str:
    """The noun that a seeming present is before the verb of its clause: "the Lowfield *centre* in A held 40"."""
    token = tokens[at]
    if token.tag not in ("VB", "VBP") or not at or not tokens[at - 1].is_noun or not can_be_noun(token.lower):
        return ""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in ("IN", "CD", "("):
        return ""
    for later in tokens[at + 1 : at + _REACH]:
        if later.tag in (",", ";", ":", "WDT", "WP", "CC") or later.lower == "that":
            return ""
        if later.tag in ("MD", "VBD", "VBZ") or later.lower in _BE_OR_HAVE:
            return "NN"
    return ""


def _tag_behind(token: Token, previous: Token, after: Token | None) -> str:
    """The noun or attribute that a seeming verb is behind a preposition, another verb or a determiner."""
    plural = "NNS" if token.lower.endswith("s") else "NN"
    noun = can_be_noun(token.lower)
    if previous.lower in _NOUN_FOLLOWS and token.tag == "VBZ" and noun:
        return plural  # "from sheds"
    before_noun = after is not None and after.is_noun
    after_verb = previous.is_verb and previous.lower not in _AUXILIARIES
    if after_verb and before_noun and noun and token.tag in ("VB", "VBP", "VBZ"):
        return plural  # "plans port layout"
    return "VBN" if token.tag == "VBD" and previous.tag in _BEFORE_NOUN and before_noun else ""


_AUXILIARIES = {
    "be": "VB", "am": "VBP", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG",
    "have": "VBP", "has": "VBZ", "had": "VBD", "having": "VBG",
    "do": "VBP", "does": "VBZ", "did": "VBD", "doing": "VBG", "done": "VBN",
}  # fmt: skip
_NOUN_FOLLOWS = frozenset("of from in on by with for at under into between through during per among against".split())
_BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "JJR", "JJS", "IN", "CD", "WP$"})
_ATTRIBUTES = _BEFORE_NOUN - {"IN", "CD"}


def _verb_tag(token: Token, before: Token | None, previous: Token | None, after: Token | None) -> str:
    """The tag that the words beside a word leave it, or nothing where they say no more than the tagger."""
    lower = token.lower
    if token.tag in ("NNP", "CD", "DT", "POS", "MD", "CC", "IN", "PRP", "PRP$") or not token.text[0].isalpha():
        return ""
    if lower in _AUXILIARIES:
        return _AUXILIARIES[lower]
    if before is not None and before.tag in ("MD", "TO") and is_base_verb(lower):
        return _tag_after_to(token, previous, after) if before.tag == "TO" else "VB"
    if previous is not None and previous.tag in ("DT", "PRP$", "POS") and lower.endswith("ing") and after is not None:
        return "VBG" if after.is_noun or after.tag.startswith("JJ") else "NN"
    if previous is not None and previous.tag in _ATTRIBUTES and can_be_noun(lower):
        if token.tag in ("VB", "VBP", "VBZ"):
            return "NNS" if lower.endswith("s") else "NN"
        return ""
    if token.is_verb and previous is not None and (tag := _tag_behind(token, previous, after)):
        return tag
    if token.tag in ("NN", "NNS", "JJ", "RB") and after is not None and _opens_object(after):
        return _tag_before_object(token, previous, before, after)
    return ""


def _is_several(token: Token) -> bool:
    """A number that is neither one nor a year."""
    return token.tag == "CD" and token.lower not in ("one", "1") and not (len(token.text) == 4 and token.text.isdigit())


def _opens_object(after: Token) -> bool:
    """A word that begins a noun phrase of its own, so that no noun goes right before it in the same phrase."""
    return (after.tag == "DT" and after.lower not in ("both", "all", "that", "this", "no")) or after.tag == "PRP$"


def _tag_after_to(token: Token, previous: Token | None, after: Token | None) -> str:
    """An infinitive, unless "to" is a preposition: "to search vessels", but "access to market data"."""
    if token.tag.startswith("VB") or not can_be_noun(token.lower) or after is None or not after.is_noun:
        return "VB"
    sure = previous is not None and previous.tag in ("TO", "RB") and after.tag != "NNP"
    return "VB" if sure and _likely_verb(token.lower) else ""


def _tag_before_object(token: Token, previous: Token | None, before: Token | None, after: Token) -> str:
    """The verb that a word must be which seems a noun and has a noun phrase right behind it: "checks every cart"."""
    tags = penn_tags(token.lower)
    if previous is None:
        return "VB" if "VB" in tags else ""
    if before is None or before.tag in _BEFORE_NOUN:
        return ""
    if "VBZ" in tags:
        return "VBZ"
    if token.tag == "RB":
        return ""
    plural = before.tag in ("NNS", "NNP", "PRP", "CC", ",", "WDT", "WP", "TO") or before.lower == "that"
    return "VBP" if "VBP" in tags and (plural or previous.tag == "RB") else ""


def _likely_verb(lower: str) -> bool:
    return not can_be_noun(lower) or lower.endswith(("ize", "ise", "ify", "ate", "en"))
