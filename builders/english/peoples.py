"""Words of English that peoples and their money are called by, from the names that babel has (CLDR)."""

from __future__ import annotations

from functools import lru_cache


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
