"""Words of English: base forms and the parts of speech a word can have, from lemminflect's tables (MIT)."""

from __future__ import annotations

import re
from functools import lru_cache

from customs_kg.builders.english.tables import lemmas_of, pasts_of

_PLURAL_ONLY = frozenset("customs goods statistics headquarters news series species means premises works arms".split())


_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=1024)
def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case: a pattern that needs one of others need not be tried."""
    return frozenset(_LETTERS.findall(text.lower()))


def is_english(word: str) -> bool:
    """Whether English has this word, in any form."""
    return bool(lemmas_of(word.lower()))


@lru_cache(maxsize=100_000)
def can_be_verb(word: str) -> bool:
    """Whether the word can be a form of a verb."""
    return "VERB" in lemmas_of(word.lower()) or "AUX" in lemmas_of(word.lower())


@lru_cache(maxsize=100_000)
def can_be_noun(word: str) -> bool:
    """Whether the word can be a noun."""
    return "NOUN" in lemmas_of(word.lower())


@lru_cache(maxsize=100_000)
def is_base_verb(word: str) -> bool:
    """Whether the word can be the base form of a verb."""
    lower = word.lower()
    return lower in lemmas_of(lower).get("VERB", ()) or lower in ("be", "have", "do")


@lru_cache(maxsize=100_000)
def verb_lemma(word: str) -> str:
    """The base form of a verb form; the word itself where it is unknown."""
    lower = word.lower()
    found = lemmas_of(lower).get("VERB") or lemmas_of(lower).get("AUX")
    if found:
        return next((f for f in found if f != lower), found[0]) if lower.endswith(("ed", "ing")) else found[0]
    for ending, put in (("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("s", "")):
        if lower.endswith(ending) and is_base_verb(lower[: -len(ending)] + put):
            return lower[: -len(ending)] + put
    doubled = next((n for n in (2, 3) if lower.endswith(("ed", "ing")[n - 2]) and len(lower) > n + 3), 0)
    if doubled and lower[-doubled - 1] == lower[-doubled - 2] and lemmas_of(lower[: -doubled - 1]):
        return lower[: -doubled - 1]  # "trialled", "trialling"
    return lower


_AGAIN_OR_TOGETHER = re.compile(r"(?:re-|co-(?!op(?!t)|ord))(?=[a-z]{3})")


def without_prefix(verb: str) -> str:
    """The verb that is done again or together, and "co-operate" as it is written most: "co-finance" is to finance.

    >>> without_prefix("re-establish"), without_prefix("co-operate"), without_prefix("reform")
    ('establish', 'cooperate', 'reform')
    """
    if verb.startswith(("co-oper", "co-ordin")):
        return verb.replace("co-", "co", 1)
    return _AGAIN_OR_TOGETHER.sub("", verb, count=1) if "-" in verb else verb


@lru_cache(maxsize=100_000)
def noun_lemma(word: str) -> str:
    """The singular of a noun in lower case; nouns that have only a plural keep it."""
    lower = word.lower()
    if lower in _PLURAL_ONLY or len(lower) < 4:
        return lower
    found = lemmas_of(lower).get("NOUN") or lemmas_of(lower).get("PROPN")
    if found:
        return found[0]
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower


_SAME_PAST = frozenset(
    "cut put set read hit let shut split spread cost beat burst upset bet bid cast hurt quit broadcast".split()
)
_PAST_AS_BASE = frozenset("become run come overcome".split())  # their participle is the base form


@lru_cache(maxsize=100_000)
def penn_tags(word: str) -> tuple[str, ...]:
    """The Penn tags that a word of an open class can have; none where the tables do not know it or it is of no such.

    >>> penn_tags("reports"), penn_tags("seized")
    (('NNS', 'VBZ'), ('VBD', 'VBN'))
    """
    lower = word.lower()
    found = lemmas_of(lower)
    if not found or any(kind not in _OPEN for kind in found) or lower in _PARTICLES:
        return ()
    tags: list[str] = []
    if "NOUN" in found:
        tags += ["NN"] if lower in found["NOUN"] and lower not in _PLURAL_ONLY else ["NNS"]
        tags += ["NN"] if lower in found["NOUN"] and lower in ("headquarters", "news", "series", "means") else []
    if "VERB" in found:
        tags += _verb_tags(lower, found["VERB"])
        tags += ["NN"] if lower.endswith("ing") and "NN" not in tags else []
    if "ADJ" in found:
        tags.append("JJ" if lower in found["ADJ"] else "JJS" if lower.endswith("st") else "JJR")
        tags += ["VBN"] if lower.endswith("ed") and "VBN" not in tags and "VERB" in found else []
    if "ADV" in found:
        tags.append("RB" if lower in found["ADV"] else "RBS" if lower.endswith("st") else "RBR")
    return tuple(dict.fromkeys(tags))


_OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_PARTICLES = frozenset(
    "in on off over up down out past near like round around about by through across along under above below "
    "inside outside behind between beyond that worth next to but plus minus opposite aboard".split()
)


def _verb_tags(lower: str, lemmas: tuple[str, ...]) -> list[str]:
    tags: list[str] = []
    if lower in lemmas:
        tags += ["VB", "VBP"]
        tags += ["VBD", "VBN"] if lower in _SAME_PAST else ["VBN"] if lower in _PAST_AS_BASE else []
    if any(lemma != lower for lemma in lemmas):
        tags += ["VBG"] if lower.endswith("ing") else ["VBZ"] if lower.endswith("s") else _past_tags(lower, lemmas)
    return tags


def _past_tags(lower: str, lemmas: tuple[str, ...]) -> list[str]:
    """Whether a form is a past, a participle or both: "fell" is only the one, "taken" only the other."""
    if lower.endswith("ed"):
        return ["VBD", "VBN"]
    forms = [form for lemma in lemmas if (form := pasts_of(lemma))]
    tags = [tag for n, tag in enumerate(("VBD", "VBN")) if any(lower in form[n] for form in forms)]
    return tags or ["VBD", "VBN"]
