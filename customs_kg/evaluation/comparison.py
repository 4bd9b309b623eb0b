"""Comparison forms: when two names, meanings, units or times count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SMALL = frozenset("the a an of and for in on &".split())
_SPELLINGS = (("centre", "center"), ("programme", "program"), ("isation", "ization"), ("authoris", "authoriz"))
_SAYS_NOTHING = frozenset(
    "number total amount growth rate annual increase change volume china custom under whose which with other were was "
    "have had has who that by from to as at is per so far it not".split()
)
_STEM = 5  # letters by which "seized" and "seizure", "import" and "imported" agree
# What tells a class of units, in the order in which they are tried; what none of them tells is a count.
_UNITS: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (name, frozenset(words.split()))
    for name, words in (
        ("percentage point", "pp ppt"),
        ("percent", "percent percentage pct %"),
        ("kelumbran dinar", "kd kelumbran"),
        ("US dollar", "usd us$ u.s. dollar dollars"),
        ("yuan", "cny rmb yuan renminbi"),
        ("euro", "eur euro euros"),
        ("dinar", "dinar dinars bhd iqd jod kwd lyd rsd tnd dzd"),
        ("rupee", "rupee rupees inr pkr lkr npr mur"),
        ("money", "currency money"),
        ("kilogram", "kg kilogram kilograms kilogramme kilogrammes kilogm"),
        ("tonne", "t ton tons tonne tonnes"),
        ("kilometre", "km kilometre kilometres kilometer kilometers kilom"),
        ("cubic metre", "m3 cubic"),
        ("metre", "m metre metres meter meters"),
        ("year", "yr year years"),
        ("day", "day days"),
        ("hour", "hr hour hours"),
        ("minute", "min minute minutes"),
    )
)


def fold_name(name: str) -> str:
    """A name without case, quotes, hyphens, articles, small words and plural endings.

    >>> fold_name("The “Customs Centres” of Albion")
    'custom center albion'
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    folded = "".join(c for c in folded if unicodedata.category(c) != "Cf")
    folded = re.sub(r"[-–—/,;:().]", " ", re.sub(r"[\"'“”‘’«»]", "", folded))
    return " ".join(_singular(_spell(word)) for word in folded.split() if word not in _SMALL)


def telling_words(label: str) -> frozenset[str]:
    """The words of a label that say what is meant, cut to a stem."""
    return frozenset(
        word.replace("seizure", "seized")[:_STEM] for word in fold_name(label).split() if word not in _SAYS_NOTHING
    )


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two meanings share two telling words, or one where there is but one."""
    return bool(other) and len(one & other) >= min(2, len(one), len(other))


def unit_class(*names: str) -> str:
    """What kind of unit the words of an annotation, or an IRI with its labels, speak of.

    >>> unit_class("PERCENT"), unit_class("million TEU"), unit_class("percentage points")
    ('percent', 'count', 'percentage point')
    """
    words = " ".join(names).replace("_", " ")
    words += re.sub(r"(?<=[a-z])(?=[A-Z])", " ", " " + words)
    words = re.sub(r"\bper[ -]+cent\b", "percent", words.lower())
    found = set(re.findall(r"[a-z0-9%.$]+", re.sub(r"\bper\b[ -]+[a-z0-9]+", " ", words)))
    if "percentage" in found and found & {"point", "points"}:
        return "percentage point"
    return next((name for name, marks in _UNITS if marks & found), "count")


def years_in(words: str) -> frozenset[str]:
    """The years that a time names, both of "2014/15".

    >>> sorted(years_in("FY2014/15"))
    ['2014', '2015']
    """
    found = re.findall(r"(?:19|20)\d\d", words)
    seasons = re.findall(r"((?:19|20)\d\d)/(\d\d)(?!\d)", words)
    return frozenset(found) | {first[:2] + second for first, second in seasons}


def same_words(names: Iterable[str]) -> frozenset[frozenset[str]]:
    """Folded names without the order of their words."""
    return frozenset(frozenset(name.split()) for name in names)


def _spell(word: str) -> str:
    for found, spelled in _SPELLINGS:
        word = word.replace(found, spelled)
    return word


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and re.search(r"(?:ss|sh|ch|x|zz)es$", word):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
