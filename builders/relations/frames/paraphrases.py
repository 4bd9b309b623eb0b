"""What else English says for the words of a frame: "with a grant from" for "with a loan from"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from customs_kg.builders.english.words import noun_lemma
from customs_kg.ontology.wordings import alternations, word_classes

Phrase = tuple[str, ...]
_SLOT = "_"  # in an alternation: whichever slot of the frame stands there ("launch _" is said of "Y launch X")
_NOT_QUITE = ("vice-", "deputy-", "ex-", "former-", "non-", "sub-", "co-")


@lru_cache(maxsize=4096)
def stands_for(word: str) -> frozenset[str]:
    """Every word of a frame that this word of a text can fill, itself among them.

    Its singular, the last word of a name, the last part of a compound ("dual-leadership"), and what is interchangeable
    with one of these.

    >>> sorted(stands_for("loans") & {"grant", "loan", "treaty"})
    ['grant', 'loan']
    """
    own = {word}
    if " " in word:  # a name: "signed the *Border Cooperation Agreement* with A"
        own.add(word.rpartition(" ")[2])
        own.add(word.partition(" of ")[0].rpartition(" ")[2])  # "took over the *control of depots* from A"
    for form in [form for form in own if len(form) > 4 and form.endswith("s")]:
        own.update((form[:-1], noun_lemma(form)))
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


def paraphrases(pattern: str, predicate: str = "") -> Iterator[str]:
    """The pattern of a property's frame, and what it becomes with each alternative of a phrase in it.

    >>> "Y play host to X" in set(paraphrases("Y host X"))
    True
    """
    yield pattern
    words = pattern.split()
    for at, word in enumerate(words):
        for phrase, others, properties in _phrases_at(word, *words[at + 1 : at + 2]):
            if properties and predicate not in properties:
                continue
            slot = _slot_of(phrase, words[at : at + len(phrase)])
            if slot is not None and tuple(words[at + len(phrase) :][:1]) == ("charge",):
                break  # "is placed in charge of A" is no part of it
            if slot is not None:
                for other in others:
                    filled = (slot if part == _SLOT else part for part in other)
                    yield " ".join((*words[:at], *filled, *words[at + len(phrase) :]))
                break


def _slot_of(phrase: Phrase, words: Sequence[str]) -> str | None:
    """The slot that stands where the phrase has one, "" where it has none; None: the words are not the phrase's.

    >>> _slot_of(("carry", "out", "_"), ("carry", "out", "Y"))
    'Y'
    """
    slot = ""
    if len(words) != len(phrase):
        return None
    for part, word in zip(phrase, words, strict=True):
        if part == _SLOT and word in ("X", "Y"):
            slot = word
        elif part != word:
            return None
    return slot


_Alternatives = tuple[Phrase, Sequence[Phrase], Sequence[str]]


@cache
def _phrases_at(first: str, second: str = "") -> Sequence[_Alternatives]:
    """The phrases that can begin with two words, one of them perhaps a slot."""
    return [row for row in _phrases().get(first, ()) if row[0][1:2] in ((), (second,), (_SLOT,))]


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, Sequence[_Alternatives]]:
    """Each phrase with its alternatives and the properties they are for, by its first word, longer ones first."""
    found: dict[str, list[_Alternatives]] = {}
    for group in alternations():
        phrases = [tuple(phrase.split()) for phrase in group.phrases]
        for phrase in phrases:
            others = [other for other in phrases if other != phrase]
            found.setdefault(phrase[0], []).append((phrase, others, group.properties))
    return {word: sorted(rows, key=lambda row: (-len(row[0]), row)) for word, rows in found.items()}
