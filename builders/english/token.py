"""A word with its part of speech."""

from __future__ import annotations

from typing import NamedTuple

from customs_kg.builders.english.words import noun_lemma, verb_lemma

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


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
