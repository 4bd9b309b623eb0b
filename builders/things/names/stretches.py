"""How far a stretch of capitalised words goes, with the initials, particles, numbers and editions inside it."""

from __future__ import annotations

import re

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun, is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import class_of_name
from customs_kg.builders.things.known.word_shapes import OPENERS, PARTICLES, is_capital
from customs_kg.builders.things.names.editions import bracketed, is_year, with_edition
from customs_kg.builders.things.names.foreign_names import foreign_end

_STANDING = frozenset(
    "agency service department ministry authority board bureau commission council committee revenue".split()
)
_OWN = frozenset("office department chamber chambers guard medal award awards prize cup trophy commendation".split())
_OF_MEMBERS = frozenset(  # what the many before an apostrophe have together: "Hauliers' League"
    "union league association federation society guild council forum alliance club fund handbook guide charter "
    "conference meeting convention cooperative network".split()
)
_FIRMS = frozenset("plc ltd gmbh".split())  # legal forms that are written small too
_PEOPLE = frozenset("women children people men attorney auditor comptroller commissioner general".split())
_FOR_PEOPLE = frozenset("affairs services welfare rights protection benefits".split())
_SHOUTED = frozenset("OF THE AND FOR IN ON TO BY".split())
GIVEN = frozenset({"Md", "Mohd", "Muhd", "Abd", "Ma", "Mhd", "Sk"})  # given names that are written short
_SORTS = frozenset("Type Category Class Form Level Tier Group Phase Schedule Step".split())
_FEASTS = frozenset("Games Olympics Olympic Paralympic Expo Exposition Cup Championship Championships".split())
BEFORE = frozenset("beyond across behind above without within towards under over against between".split())
_NUMBERED = re.compile(r"\d{1,4}[A-Z]?")


def stretch_end(reading: Reading, i: int) -> int:
    """The end of the capitalised words that token i opens."""
    tokens = reading.tokens
    end = max(i + 1, foreign_end(tokens, i))
    while end < len(tokens):
        token = tokens[end]
        if tokens[end - 1].end < token.start - 1:
            break
        if inside := bracketed(tokens, end) or _initial(tokens, end) or _opening_article(reading, i, end):
            end += inside
            continue
        if token.text in ("The", "Our", "We") or _leaves(tokens, end) or _is_number_sign(tokens, end):
            break
        plain = is_capital(token) and token.lower != "i" and not in_amount(reading, token)
        plain = plain or (token.text in _FIRMS and end > i + 1)
        if _particle(tokens, end):
            end += 2
        elif plain or _possessive(tokens, end) or is_season(tokens, end) or _is_noted(tokens, end):
            end += 1
        else:
            break
    if _tells_which(tokens, end):
        return stretch_end(reading, end + 1)
    last = with_edition(reading, i, end)
    numbered = last > end and tokens[i].lower == "section" and last < len(tokens)
    if numbered and is_capital(tokens[last]) and tokens[last].start == tokens[last - 1].end + 1:
        return stretch_end(reading, last)  # "Section 12 *Data Pilot*"
    return last


def _tells_which(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number inside a name tells which type is meant: "Entry Type *86* Test"."""
    if at + 1 >= len(tokens) or not _NUMBERED.fullmatch(tokens[at].text):
        return False
    tied = tokens[at - 1].end + 1 == tokens[at].start and tokens[at].end + 1 == tokens[at + 1].start
    sorted_ = tokens[at - 1].text in _SORTS and is_capital(tokens[at + 1])
    return tied and (sorted_ or (is_year(tokens[at].text) and tokens[at + 1].text in _FEASTS))  # "Tokyo *2020* Games"


def _initial(tokens: tuple[Token, ...], at: int) -> int:
    """The dot of an initial inside a name: "Ada *M.* Lund"; not of a letter that tells which: "class *B.*"."""
    if at + 1 >= len(tokens) or tokens[at].text != ".":
        return 0
    after = tokens[at + 1]
    if tokens[at - 1].text in GIVEN and after.start == tokens[at].end + 1 and is_capital(after):
        return 1
    if len(tokens[at - 1].text) != 1:
        return 0
    goes_on = tokens[at - 1].text.isupper() and after.start == tokens[at].end + 1 and is_capital(after)
    lettered = at > 1 and can_be_noun(tokens[at - 2].lower) and tokens[at - 2].text.islower()
    return int(goes_on and not lettered and after.lower not in OPENERS)


def _opening_article(reading: Reading, first: int, at: int) -> int:
    """The article behind a preposition that opens a name inside a sentence: "the *Beyond the Horizon* Plan"."""
    opens = at == first + 1 and reading.tokens[first].lower in BEFORE and reading.tokens[at].text in ("the", "a", "an")
    return int(opens and at + 1 < len(reading.tokens) and is_capital(reading.tokens[at + 1]))


def _particle(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a small word of another language ties two words of a name: "Rashid *bin* Salman", "Guardia *di* X"."""
    return (
        tokens[at].text in PARTICLES
        and at + 1 < len(tokens)
        and is_capital(tokens[at + 1])
        and not is_english(tokens[at - 1].text)
        and tokens[at - 1].lower not in OPENERS
    )


def _is_number_sign(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word only introduces a number: "*No.* 12"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].text in ("No", "Nos", "Nr") and (after == "." or after[:1].isdigit())


def _possessive(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether "'s" ties two words of a name: "Attorney General's Office"; not "Norland's Ministry"."""
    before = tokens[at - 1]
    if tokens[at].text not in ("'s", "'") or at + 1 >= len(tokens) or not is_capital(tokens[at + 1]):
        return False
    if tokens[at].text == "'" and not before.lower.endswith("s"):
        return False
    if _ends_body(tokens, at) or (before.lower in _STANDING and at > 1 and tokens[at - 2].lower in ("the", "this")):
        return False  # "the Agency*'s* Office of Audit"
    if tokens[at].text == "'" and tokens[at + 1].lower in _OF_MEMBERS:
        return True
    if class_of_name(before.text) or before.lower == "general":
        return tokens[at + 1].lower in _OWN
    return is_english(before.text) and before.lower not in _STANDING


def _ends_body(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a token follows the field of a body that owns what comes: "the Ministry of Finance*'s* Regional Office".

    Not where people are its field: "Ministry of Women*'s* Affairs".
    """
    first = at - 1
    while first > 1 and (is_capital(tokens[first - 1]) or tokens[first - 1].lower == "and"):
        first -= 1
    first -= tokens[first - 1].lower == "the"
    named = first > 1 and tokens[first - 1].lower in ("of", "for") and tokens[first - 2].lower in _STANDING | _OWN
    people = tokens[at - 1].lower in _PEOPLE or (tokens[at].text == "'" and tokens[at + 1].lower in _FOR_PEOPLE)
    return named and not people


def _leaves(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word begins something else: a line in capitals after one without, the label of a field ("From:")."""
    after = [t.text for t in tokens[at + 1 : at + 3]]
    shouts = tokens[at].text.isupper() and not tokens[at - 1].text.isupper() and any(w in _SHOUTED for w in after)
    return shouts or (tokens[at].lower in OPENERS and after[:1] == [":"])


def _is_noted(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a word that else points to a table or note is a noun inside a name: "Transit *Note* System"."""
    inside = at + 1 < len(tokens) and tokens[at].text in ("Note", "Notes", "Table") and is_capital(tokens[at + 1])
    return inside and is_capital(tokens[at - 1]) and tokens[at + 1].start == tokens[at].end + 1


def is_season(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a season is part of a name, as in "the *Winter* Games"."""
    season = at + 1 < len(tokens) and tokens[at].text in ("Winter", "Summer", "Spring", "Autumn")
    return season and is_capital(tokens[at + 1]) and tokens[at + 1].start == tokens[at].end + 1


def in_amount(reading: Reading, token: Token) -> bool:
    """Whether a word in capitals is the currency before an amount, or has the amount's digits: "*Rs.* 120", "*R58*"."""
    return any(
        q.start <= token.start
        and (token.end <= q.start + _before_digits(reading.text[q.start : q.end]) or token.text[-1].isdigit())
        and token.end <= q.end
        for q in reading.passage.quantities
    )


def _before_digits(text: str) -> int:
    m = re.search(r"\d", text)
    return m.start() if m else 0
