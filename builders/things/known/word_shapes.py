"""The shapes of words: capitals, acronyms, words that are no English."""

from __future__ import annotations

import re

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_english
from customs_kg.builders.things.known.classes import words_of_phrase

PARTICLES = frozenset(
    "van von de al bin binti bint der del della da di dos do das du des den el ibn la le ter ul y es sur zu der vom "
    "zum sin con sem com sans avec und pour para por".split()
)
_CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday fy note notes table annex figure chapter "
    "spring summer autumn winter rmb usd eur gbp".split()
)
OPENERS = frozenset(
    "neither either "
    "the a an this that these those all each every some any both no another such other our its their his "
    "her my your we it they he she i you in on at by for with from to of as since during after before "
    "under over between among through within into upon against along across despite besides beyond via "
    "per and or but nor so yet if when while where although because unless until whether once than also "
    "then thus hence however moreover furthermore meanwhile therefore nevertheless here there not only "
    "just even last next first second third one two three four five six seven eight nine ten eleven "
    "twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million what which who whom whose how why more most many much "
    "few several according following including regarding concerning dear "
    "had has have did does do should would could must is are was were cannot".split()
)
GIVEN_WORDS = frozenset(  # given names that are English words too, and open no other name
    "Basil Bob Bonnie Carol Cliff Colin Dale Daisy Drew Eve Frank Gene Glen Harry Holly Ivy Jack Jean Jimmy Josh "
    "Kelvin Lance Mark Mike Nick Norman Olive Peter Randy Reed Rob Robin Sue Tony Trevor Troy "
    "Victor Violet Wade Amir Billy Bobby Chuck Curt Deb Dolly Heather Jay Ken Kitty Lee Martin Matt Miles Morgan Patty "
    "Penny Ray Rex Rick Rosemary Sally Sandy Terry Tom Warren".split()
)
_COMPOUND = re.compile(r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+$")
_INNER_CAPITAL = re.compile(r"[a-z][-'’]?[A-Z]")
_AMOUNT = re.compile(r"[A-Z]{2,3}\d[\d.,]*[.,]\d|(?:RMB|USD|EUR|GBP|FY|Q|CNY)\d")
_CAPITALS = re.compile(r"[A-Z]{2,}[a-z]?[A-Z]*")


def is_capital(token: Token) -> bool:
    """Whether a word is written with a capital, or as "e-Seal" or "d'Orlo" is."""
    text = token.text
    if text.islower():
        return False
    shaped = text[0].isupper() or _INNER_CAPITAL.match(text) is not None
    return shaped and token.lower not in _CALENDAR and not _AMOUNT.match(text)


def is_compound_number(word: str) -> bool:
    """Whether a word is a number of two with a hyphen: "Fifty-one"."""
    return "-" in word and _COMPOUND.match(word.lower()) is not None


def is_acronym(word: str) -> bool:
    """Whether a word is made of capitals, an s of the plural aside."""
    plain = word[:-1] if word.endswith("s") else word
    return (len(plain) > 1 and plain.upper() == plain and sum(map(str.isupper, plain)) >= 2) or bool(
        _CAPITALS.fullmatch(plain)
    )


def is_proper(phrase: str) -> bool:
    """Whether no word of the phrase is an English one; rare verbs ("shanghai") do not count as English."""
    return all(
        w.lower() not in OPENERS and (not is_english(w) or (not can_be_noun(w) and can_be_verb(w)))
        for w in words_of_phrase(phrase)
    )
