"""The country of a report as its first lines show it, before the report is read: for its money and fiscal years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from customs_kg.builders.reading.front_matter import front_matter

_SHORT_NAMES = {"u.s.": "us", "us": "us", "u.k.": "gb", "uk": "gb"}  # in capitals only
_OPENING = 3000  # characters; a report says whose it is at once
_STATE = r"(?i:kingdom|government|republic|state|sultanate|commonwealth|federation|principality)"
_PARTNER = re.compile(
    r"\b(?:with|and|from|to|by|between|alongside|like|unlike|signed)(?: the)? $", re.I
)  # somebody else's
_KIND = r"(?i:unified|national|state|federal|central|general|inland|internal|royal)"
_SERVICE = r"(?:[Cc]ustoms|CUSTOMS|Revenue|REVENUE|Border|BORDER|Tax|TAX)\b"


def home_territory(text: str) -> str:
    """ISO 3166-1 alpha-2 code, in lower case, of the country whose customs service the opening names; or empty.

    "China Customs", "U.S. Customs and Border Protection", "the Customs Service of Ghana" name one, and so does "Kingdom
    of Bahrain" over the title; a country that is only mentioned does not count.
    """
    opening = re.sub(r"\s+", " ", text[:_OPENING])
    lower = opening.lower()
    codes = {name: code for name, code in _country_codes().items() if name in lower}
    if not codes:
        return ""
    votes: Counter[str] = Counter()
    *of_service, of_state = _patterns(codes)
    for match in (match for pattern in of_service for match in pattern.finditer(opening)):
        if not _PARTNER.search(opening[: match.start()]):
            votes[codes[match["name"].lower()]] += 1
    for line in front_matter(text):
        for match in of_state.finditer(line):
            votes[codes[match["name"].lower()]] += 2
    return min(votes, key=lambda code: (-votes[code], code)) if votes else ""


@cache
def country_words() -> frozenset[str]:
    """The lower-case words of the English names of countries: a title that has "NORWAY" has lost no space.

    >>> "norway" in country_words()
    True
    """
    return frozenset(word for name in _country_codes() for word in re.findall(r"[^\W\d_]+", name))


def _patterns(countries: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """One of these countries before and behind the word for its service, and behind the word for a state."""
    written = {name: re.escape(name) for name in sorted(countries, key=lambda n: (-len(n), n))}
    exact = [form.upper() for name, form in written.items() if name in _SHORT_NAMES]
    alternatives = "|".join((*exact, *(f"(?i:{form})" for name, form in written.items() if len(name) > 2)))
    names = f"(?:{alternatives})"
    return (
        re.compile(rf"(?<!\w)(?P<name>{names})(?:'s|'S|\u2019s)? (?:{_KIND} )?{_SERVICE}"),
        re.compile(rf"{_SERVICE}(?: \w+){{0,4}}? (?:of|OF) (?:[Tt]he |THE )?(?P<name>{names})(?!\w)"),
        re.compile(rf"(?<!\w){_STATE} (?i:of (?:the )?)(?P<name>{names})(?!\w)"),
    )


@cache
def _country_codes() -> Mapping[str, str]:
    """The codes of all countries by their English names in lower case."""
    from babel.core import Locale

    codes = {
        str(name).lower(): code.lower()
        for code, name in Locale("en").territories.items()
        if re.fullmatch(r"[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "ZZ", "QO", "XA", "XB")
    }
    return codes | _SHORT_NAMES | {"united states of america": "us"}
