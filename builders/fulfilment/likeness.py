"""How much a sentence is about what a plan is about: the words that both have, rare ones counting more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

_FEW = 10  # sentences: in a short text a word that two of them have still tells something
_BEHIND = 0.4  # what a word counts that only the sentence before has


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each word tells: the logarithm of the share of sentences that have it (inverse document frequency)."""

    sentences: int
    having: Mapping[str, int]

    def __call__(self, word: str) -> float:
        """The weight of a word, from 0 upwards."""
        return log((self.sentences + _FEW) / (self.having.get(word, 0) + 0.5))


def rarity(sentences: Iterable[frozenset[str]]) -> Rarity:
    """The weights of words in the sentences of reports."""
    held, having = 0, Counter[str]()
    for words in sentences:
        held += 1
        having.update(words)
    return Rarity(held, having)


def weighted(words: frozenset[str], behind: frozenset[str], weight: Rarity) -> dict[str, float]:
    """What each word of a text tells, those that stand only in what it refers back to counting less."""
    found = {word: weight(word) * _BEHIND for word in behind}
    return found | {word: weight(word) for word in words}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two weighted sets of words, 0 to 1."""
    lengths = sqrt(sum(w * w for w in one.values())) * sqrt(sum(w * w for w in other.values()))
    # summed in the order of the words: the same to the last digit each time
    return sum(one[word] * other[word] for word in sorted(one.keys() & other.keys())) / lengths if lengths else 0.0
