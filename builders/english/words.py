"""Words of English: base forms and the parts of speech a word can have, from lemminflect's tables (MIT)."""

from __future__ import annotations

from functools import lru_cache

_PLURAL_ONLY = frozenset("customs goods statistics headquarters news series species means premises works arms".split())


@lru_cache(maxsize=100_000)
def _lemmas(lower: str) -> dict[str, tuple[str, ...]]:
    from lemminflect import getAllLemmas  # imported here: it loads its tables, a quarter of a second

    return dict(getAllLemmas(lower))


def is_english(word: str) -> bool:
    """Whether English has this word, in any form."""
    return bool(_lemmas(word.lower()))


@lru_cache(maxsize=100_000)
def can_be_verb(word: str) -> bool:
    """Whether the word can be a form of a verb."""
    return "VERB" in _lemmas(word.lower()) or "AUX" in _lemmas(word.lower())


@lru_cache(maxsize=100_000)
def can_be_noun(word: str) -> bool:
    """Whether the word can be a noun."""
    return "NOUN" in _lemmas(word.lower())


@lru_cache(maxsize=100_000)
def is_base_verb(word: str) -> bool:
    """Whether the word can be the base form of a verb."""
    lower = word.lower()
    return lower in _lemmas(lower).get("VERB", ()) or lower in ("be", "have", "do")


@lru_cache(maxsize=100_000)
def verb_lemma(word: str) -> str:
    """The base form of a verb form; the word itself where it is unknown."""
    lower = word.lower()
    found = _lemmas(lower).get("VERB") or _lemmas(lower).get("AUX")
    if found:
        return next((f for f in found if f != lower), found[0]) if lower.endswith(("ed", "ing")) else found[0]
    for ending, put in (("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("s", "")):
        if lower.endswith(ending) and is_base_verb(lower[: -len(ending)] + put):
            return lower[: -len(ending)] + put
    return lower


@lru_cache(maxsize=100_000)
def noun_lemma(word: str) -> str:
    """The singular of a noun in lower case; nouns that have only a plural keep it."""
    lower = word.lower()
    if lower in _PLURAL_ONLY or len(lower) < 4:
        return lower
    found = _lemmas(lower).get("NOUN") or _lemmas(lower).get("PROPN")
    if found:
        return found[0]
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower
