"""Words of English that peoples and their money are called by, from the names that babel has (CLDR)."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

_ENDINGS = ("an", "ese", "ish", "i", "ic", "ch", "er")
_SHORTEST = 4  # letters that a country's name and its adjective share at least
_IRREGULAR = {
    "American": "US",
    "British": "GB",
    "Caribbean": "",
    "Emirati": "AE",
    "European": "",
    "Filipino": "PH",
    "Philippine": "PH",
    "Roman": "",
    "Swiss": "CH",
}


@lru_cache(maxsize=1)
def language_names() -> frozenset[str]:
    """The names of languages, most of which say of what country something is: "Korean"."""
    from babel import Locale  # imported here: it reads its tables

    return frozenset(Locale("en").languages.values())


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """The codes of currencies, of today and of former times: "CHF"."""
    from babel import Locale

    return frozenset(Locale("en").currencies)


@lru_cache(maxsize=256)
def territory_of_adjective(word: str) -> str:
    """The two-letter code of the country that an adjective belongs to, or "".

    The country where the language of this name is spoken, else the one whose name has most letters in common with it.

    >>> territory_of_adjective("Dutch"), territory_of_adjective("Australian"), territory_of_adjective("Regional")
    ('NL', 'AU', '')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]

    from babel import Locale
    from babel.core import get_global

    english, subtags = Locale("en"), get_global("likely_subtags")
    spoken = {str(subtags.get(code, "")).rpartition("_")[2] for code, name in english.languages.items() if name == word}
    if len(spoken - {""}) == 1:
        return next(iter(spoken - {""}))
    if not word.endswith(_ENDINGS):
        return ""
    shared = {code: _shared(name, word) for code, name in english.territories.items() if len(code) == 2}
    longest = max(shared.values())
    nearest = [code for code, size in shared.items() if size == longest]
    return nearest[0] if longest >= _SHORTEST and len(nearest) == 1 else ""


def _shared(name: str, word: str) -> int:
    """How many letters two words have in common from their first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(name, word, strict=False)))
