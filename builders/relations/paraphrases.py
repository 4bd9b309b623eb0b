"""What else English says for the words of a frame: "with a grant from" for "with a loan from"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from customs_kg.builders.english.words import noun_lemma
from customs_kg.ontology.lexicon import alternations, word_classes

Phrase = tuple[str, ...]
_NOT_QUITE = ("vice-", "deputy-", "ex-", "former-", "non-", "sub-", "co-")


@lru_cache(maxsize=4096)
def stands_for(word: str) -> frozenset[str]:
    """Every word of a frame that this word of a text can fill, itself among them.

    Its singular, the last part of a compound ("dual-leadership"), and what is interchangeable with either of these.

    >>> sorted(stands_for("loans") & {"grant", "loan", "treaty"})
    ['grant', 'loan']
    """
    own = {word}
    if len(word) > 4 and word.endswith("s"):
        own.update((word[:-1], noun_lemma(word)))
    if "-" in word and not word.startswith(_NOT_QUITE):
        own.update(word[at + 1 :] for at, mark in enumerate(word) if mark == "-")
    return frozenset(own.union(*(_classes().get(form, frozenset()) for form in own)))


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for words in word_classes():
        for word in words:
            found[word] = found.get(word, frozenset()) | frozenset(words)
    return found


def paraphrases(pattern: str) -> Iterator[str]:
    """A frame's pattern, and what it becomes with each alternative of a phrase in it.

    >>> "Y play host to X" in set(paraphrases("Y host X"))
    True
    """
    yield pattern
    words = pattern.split()
    for at, word in enumerate(words):
        for phrase, others in _phrases().get(word, ()):
            if words[at : at + len(phrase)] == list(phrase):
                yield from (" ".join((*words[:at], *other, *words[at + len(phrase) :])) for other in others)
                break


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, Sequence[tuple[Phrase, Sequence[Phrase]]]]:
    """Each phrase with its alternatives, by its first word, longer ones first."""
    found: dict[str, list[tuple[Phrase, Sequence[Phrase]]]] = {}
    for group in alternations():
        phrases = [tuple(phrase.split()) for phrase in group]
        for phrase in phrases:
            found.setdefault(phrase[0], []).append((phrase, [other for other in phrases if other != phrase]))
    return {word: sorted(rows, key=lambda row: (-len(row[0]), row)) for word, rows in found.items()}
