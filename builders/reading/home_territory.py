"""The country of a report as its first lines show it, before the report is read: for its money and fiscal years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from customs_kg.builders.english.peoples import territory_of_adjective
from customs_kg.builders.reading.front_matter import front_matter

_SHORT_NAMES = {"u.s.": "us", "us": "us", "u.k.": "gb", "uk": "gb"}  # in capitals only
_OTHER_NAMES = {"united states of america": "us", "hong kong": "hk", "macao": "mo", "macau": "mo", "korea": "kr"}
_OPENING = 3000  # characters; a report says whose it is at once
_AT_ONCE = 500  # characters within which one mention is enough
_STATE = r"(?i:kingdom|government|republic|state|sultanate|commonwealth|federation|principality)"
_PARTNER = re.compile(
    r"\b(?:with|and|from|to|by|between|alongside|like|unlike|signed)(?: the)? $", re.I
)  # somebody else's
_KIND = r"(?i:unified|national|state|federal|central|general|inland|internal|royal)"
_SERVICE = r"(?:[Cc]ustoms|CUSTOMS|Revenue|REVENUE|Border|BORDER|Tax|TAX)\b"
_ADJECTIVE = re.compile(
    r"(?<!\w)(?P<name>(?:(?:[A-Z][a-z]+|[A-Z]{4,}) )?(?:[A-Z][a-z]{3,}|[A-Z]{4,}))(?= (?:" + _KIND + r" )?"
    r"(?:" + _SERVICE + r"|(?i:confederation|republic|government)\b))"
)  # "Australian Border Force", "Swiss Confederation"


def home_territory(text: str) -> str:
    """ISO 3166-1 alpha-2 code, in lower case, of the country whose customs service the opening names; or empty.

    "China Customs", "U.S. Customs and Border Protection", "the Customs Service of Ghana" name one, and so does "Kingdom
    of Bahrain" over the title; a country that is only mentioned does not count.
    """
    opening = re.sub(r"\s+", " ", text[:_OPENING])
    lower = opening.lower()
    codes = {name: code for name, code in _country_codes().items() if name in lower}
    front = front_matter(text)
    votes = _votes_of_adjectives(opening, front)
    if codes:
        *of_service, of_state, set_off = _patterns(codes)
        for match in (match for pattern in of_service for match in pattern.finditer(opening)):
            if not _PARTNER.search(opening[: match.start()]):
                votes[codes[match["name"].lower()]] += 2 if match.start() < _AT_ONCE else 1
        for match in (match for line in front for p in (of_state, set_off) for match in p.finditer(line)):
            votes[codes[match["name"].lower()]] += 2
    likeliest = min(votes, key=lambda code: (-votes[code], code), default="")
    return likeliest if votes[likeliest] > 1 else ""


def _votes_of_adjectives(opening: str, front: Iterable[str]) -> Counter[str]:
    """How often a country's adjective stands before the word for its service or state, title lines counted again."""
    votes: Counter[str] = Counter()
    for text in (opening, *front):
        for match in _ADJECTIVE.finditer(text):
            code = _of_adjective(match["name"].title())
            if code and not _PARTNER.search(text[: match.start()]):
                votes[code] += 2 if match.start() < _AT_ONCE else 1
    return votes


def _of_adjective(words: str) -> str:
    """The code of "South African", "Royal Malaysian"; the last word counts where both are no adjective."""
    if (last := words.rpartition(" ")[2]) == "African" and last != words:
        return territory_of_adjective(words).lower()
    return (territory_of_adjective(words) or territory_of_adjective(last)).lower()


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
        re.compile(rf"(?:^|[,(\u2013\u2014-] ?)(?P<name>{names})(?= ?[,):\u2013\u2014-]|$| (?i:special) )"),
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
    return codes | _SHORT_NAMES | _OTHER_NAMES
