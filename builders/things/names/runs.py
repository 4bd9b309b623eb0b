"""Names by their shape: runs of capitalised words with the small words that tie them, divided where two names meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from customs_kg.builders.english.compounds import DOING
from customs_kg.builders.english.honours import is_honour
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import HOLDING, ck, class_of_name
from customs_kg.builders.things.known.word_shapes import OPENERS, is_capital, is_compound_number, is_proper
from customs_kg.builders.things.names.editions import is_year
from customs_kg.builders.things.names.inner_links import is_attached, is_told
from customs_kg.builders.things.names.joins import AIMED, BODIES, is_further_field, joins
from customs_kg.builders.things.names.stretches import BEFORE, in_amount, is_season, stretch_end
from customs_kg.ontology.iris import CK

_LINKS = frozenset({"of", "and", "for", "on", "in", "at", "against", "to", "with", "&"})
_LEADS_ON = frozenset(  # "Mission *to* Oman", "Protocol *to* the Tarn Convention"
    "Mission Delegation Ambassador Representation Embassy Envoy Observer Protocol Amendment Supplement".split()
)
_SYSTEMS = ck("InformationSystem ServicePlatform")
_WHERE = frozenset("near outside opposite aboard off".split())
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve first second third".split())
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)(?:/\d{1,3}(?:st|nd|rd|th))?$|[A-Z][a-z]+(?:teenth|tieth)$")
_MEASURED = re.compile(r"\d{1,4}-(?:Day|Week|Month|Year|Hour|Point|Step)$")  # "the *100-Day* Crackdown"
_YEARS = re.compile(
    r"(?:Fiscal|Financial|Calendar|Reporting|Tax|Administrative|Accounting|Budget|Business|Academic|School) "
    r"(?:Year|Period|Quarter)|(?:The )?Year (?:of )?\d{4}"
)
_OF_PAPERS = re.compile(r"(?:Part|Annex|Appendix|Table|Figure|Box|Chart|Volume) (?:[A-Z]|\d{1,2}|[IVX]+)|Work of \d{4}")


class NameRun(NamedTuple):
    """The tokens `[first, last)` are one name; `opens` says that it stands where any word has a capital."""

    first: int
    last: int
    opens: bool


class _Piece(NamedTuple):
    first: int
    last: int
    link: str  # the words that tie it to the piece before


def find_runs(reading: Reading) -> list[NameRun]:
    """The names of a passage, by shape alone; single words that open a sentence are among them."""
    if _shouts(reading.text):
        return []
    found: list[NameRun] = []
    words = [token.text for token in reading.tokens]
    i = 0
    while i < len(words):
        word = words[i]
        if (word.islower() and word[0].isalpha()) or not word[0].isalnum() or not _starts(reading, i):
            i += 1
            continue
        pieces, after = _pieces(reading, i)
        found.extend(r for r in _divided(reading, pieces) if not is_span_of_time(reading.words(r.first, r.last)))
        i = after
    return found


def runs_between(reading: Reading, first: int, last: int) -> list[NameRun]:
    """The names of the tokens `[first, last)`, which opens one, when what stands before belongs to another."""
    pieces, _ = _pieces(reading, first)
    return list(_divided(reading, [p for p in pieces if p.last <= last]))


def is_span_of_time(name: str) -> bool:
    """Whether a name only tells which year or part of a paper: "Fiscal Year", "Year of 2019", "Part B"."""
    return bool(_YEARS.match(name) or _OF_PAPERS.fullmatch(name))


def opens_sentence(reading: Reading, i: int) -> bool:
    """Whether a token stands where any word is written with a capital."""
    at = i
    while at > 0 and reading.tokens[at - 1].text in {'"', "("}:
        at -= 1
    if at == 0:
        return True
    before = reading.tokens[at - 1].text
    return before in {".", "!", "?"} or (before == ":" and i <= 6)


def _shouts(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    if capitals < 10:  # four in five of thirteen letters are more
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 12 and capitals > 0.8 * letters


def _starts(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    after = reading.tokens[i + 1] if i + 1 < len(reading.tokens) else None
    if i and reading.tokens[i - 1].tag == "DT" and is_season(reading.tokens, i):
        return True
    if token.text in ("Her", "His") and after is not None and after.text == "Majesty":
        return True
    counted = _ORDINAL.match(token.text) or _MEASURED.match(token.text)
    if counted and after is not None and (is_capital(after) or is_season(reading.tokens, i + 1)):
        return True
    if i and is_honour(token.text) and (reading.tokens[i - 1].text == "," or is_honour(reading.tokens[i - 1].text)):
        return False
    if (
        not is_capital(token)
        or in_amount(reading, token)
        or (
            token.lower in OPENERS
            and not _is_initials(token, after)
            and not _preposition_name(reading, i)
            and (opens_sentence(reading, i) or token.lower not in _NUMBERS or not _number_name(token, after))
        )
    ):
        return False
    if _tells_doer(reading, i):
        return False
    no_name = token.lower.endswith("ly") or token.lower in _WHERE or is_compound_number(token.text)
    return not (opens_sentence(reading, i) and no_name)


def _tells_doer(reading: Reading, i: int) -> bool:
    """Whether a token opens a name that only tells whose doing something is: "the *World* Bank-funded Project B"."""
    for token in reading.tokens[i : i + 5]:
        if "-" in token.text and DOING.search(token.text):
            return True
        if not is_capital(token):
            break
    return False


def _preposition_name(reading: Reading, i: int) -> bool:
    """Whether a preposition with a capital opens a name inside a sentence: "the *Beyond* the Horizon Plan"."""
    tokens = reading.tokens
    if (
        i + 2 >= len(tokens)
        or tokens[i].text.lower() not in BEFORE
        or tokens[i].text.isupper()
        or opens_sentence(reading, i)
    ):
        return False
    after = i + 2 if tokens[i + 1].text in ("the", "a", "an") else i + 1
    inside = i > 0 and (tokens[i - 1].tag in ("DT", "IN", "PRP$") or can_be_verb(tokens[i - 1].lower))
    return inside and is_capital(tokens[after])


def _is_initials(token: Token, after: Token | None) -> bool:
    """Capitals that only look like a small word: "*OR* Tambo Airport"."""
    return token.text.isupper() and len(token.text) > 1 and after is not None and after.text.istitle()


def _number_name(token: Token, after: Token | None) -> bool:
    """A number word with a capital inside a sentence: "the *Ten* Measures"."""
    return token.text[0].isupper() and len(token.text) > 2 and after is not None and is_capital(after)


def _pieces(reading: Reading, i: int) -> tuple[list[_Piece], int]:
    """The capitalised stretches from token i on that small words tie together, and the token after them."""
    pieces: list[_Piece] = []
    link = ""
    while True:
        end = stretch_end(reading, i)
        pieces.append(_Piece(i, end, link))
        at, words = _link(reading, end)
        if not words:
            return pieces, end
        i, link = at, words


def _link(reading: Reading, end: int) -> tuple[int, str]:
    """The small words after a stretch and the capitalised token that they lead to; no words for none."""
    tokens = reading.tokens
    if _governs(tokens, end):
        return end + 1, "governing"
    if end + 1 >= len(tokens) or tokens[end].lower not in _LINKS:
        return end, ""
    at = end + 1
    leads_on = tokens[end - 1].text in _LEADS_ON or is_attached(tokens, end) or is_told(reading, end)
    if tokens[end].lower == "to" and not leads_on and not _aims(reading, end):
        return end, ""
    words = tokens[end].lower
    articles = ("the", "a", "an") if words in ("on", "for", "against") else ("the",)
    if tokens[at].text in articles and at + 1 < len(tokens):
        at += 1
        words += " the"
    leads = (is_capital(tokens[at]) and not in_amount(reading, tokens[at])) or (
        bool(_ORDINAL.match(tokens[at].text)) and at + 1 < len(tokens) and is_capital(tokens[at + 1])
    )
    year = words == "of" and is_year(tokens[at].text)
    return (at, words) if leads or year else (end, "")


def _aims(reading: Reading, to: int) -> bool:
    """Whether "to" ties two English words of a name that explains what comes next: "*Alternatives to Detention*, a"."""
    tokens = reading.tokens
    before, after = tokens[to - 1], tokens[to + 1]
    if is_base_verb(after.lower) and _is_undertaking(tokens, to):
        return True
    plain = is_english(before.text) and is_english(after.text) and not class_of_name(before.text)
    alone = to < 2 or not (is_capital(tokens[to - 2]) or tokens[to - 2].lower in ("from", "of", "and"))
    return plain and alone and not before.text.isupper() and not class_of_name(after.text) and is_capital(before)


def _is_undertaking(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether what has an aim is named before a token: "*Alliance* to Stop Fraud", "*Plan of Steps* to Cut Delays"."""
    first = end
    while first > 0 and (is_capital(tokens[first - 1]) or (first < end and tokens[first - 1].lower == "of")):
        first -= 1
    name = " ".join(t.text for t in tokens[first:end])
    return class_of_name(name) in AIMED


def _governs(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether a name goes on with what its "-ing" word acts on: "Plan for Widening *the X*", "Performing *the X*"."""
    if end < 2 or end + 1 >= len(tokens) or tokens[end].text not in ("the", "a", "an"):
        return False
    gerund = tokens[end - 1].text
    after_link = gerund in HOLDING or tokens[end - 2].text in ("for", "on", "of", "against", "to")
    return gerund.endswith("ing") and gerund.istitle() and after_link and is_capital(tokens[end + 1])


def _divided(reading: Reading, pieces: list[_Piece]) -> Iterator[NameRun]:
    """The names that a row of pieces is made of."""
    opens = opens_sentence(reading, pieces[0].first)
    if opens and len(pieces) > 1 and pieces[0].last == pieces[0].first + 1 and not _can_open(reading, pieces):
        pieces, opens = pieces[1:], False
    first = pieces[0].first
    last = pieces[0].last
    for n, piece in enumerate(pieces[1:], start=1):
        left = reading.words(first, last)
        right = _row(reading, pieces, n)
        apart = piece.link.startswith(("and", "&")) and (
            (_known_apart(reading, first, last, piece) and not is_further_field(left, right))
            or _counted_apart(reading, first, last, piece)
        )
        whole = piece.link == "and" and _names_land_agency(reading, first, last, piece)
        whole = whole or is_told(reading, piece.first - 1)
        apart = apart or _is_module_of(reading, left, piece)
        if not whole and (apart or not joins(left, piece.link, right)):
            yield NameRun(first, last, opens)
            first, opens = piece.first, False
        last = piece.last
    yield NameRun(first, last, opens)


def _known_apart(reading: Reading, first: int, last: int, piece: _Piece) -> bool:
    """Whether a known name ends before the "and", or begins after it, and none holds both sides."""
    start, end = reading.tokens[first].start, reading.tokens[last - 1].end
    right, right_end = reading.tokens[piece.first].start, reading.tokens[piece.last - 1].end
    known = [m for m in reading.known if not m.label.islower()]
    if any(m.start <= end and m.end > right for m in known):
        return False
    return any((m.start >= start and m.end == end) or (m.start == right and m.end == right_end) for m in known)


def _is_module_of(reading: Reading, left: str, piece: _Piece) -> bool:
    """Whether a known system is what a part of it belongs to: "the Cargo Module *of Carvis World*"."""
    start, end = reading.tokens[piece.first].start, reading.tokens[piece.last - 1].end
    known = any((m.start, m.end) == (start, end) and "/system-" in m.target for m in reading.known)
    return known and piece.link.startswith("of") and class_of_name(left) in _SYSTEMS


def _names_land_agency(reading: Reading, first: int, last: int, piece: _Piece) -> bool:
    """Whether two fields and a country name one agency: "Citizenship *and* Immigration Canada"."""
    fields = reading.tokens[first].text, reading.tokens[piece.first].text
    if (last - first, piece.last - piece.first) != (1, 2) or any(class_of_name(f) or not is_english(f) for f in fields):
        return False
    land = reading.tokens[piece.last - 1]
    return any((m.start, m.end) == (land.start, land.end) and "/place-int" in m.target for m in reading.known)


def _counted_apart(reading: Reading, first: int, last: int, piece: _Piece) -> bool:
    """Whether the word before two names says that there are two: "the cutters *Tern and Petrel*", "between A and B"."""
    before = reading.tokens[first - 1] if first else None
    if before is None or piece.link != "and" or last - first > 2 or reading.words(first, last) == "Customs":
        return False
    acts = can_be_verb(before.text) and first > 1 and reading.tokens[first - 2].is_noun  # "the bureau *issues* A and B"
    counted = any(t.tag == "CD" for t in reading.tokens[max(0, first - 5) : first])
    if before.text == "," and counted and reading.tokens[first - 2].tag == "NNS":
        before = reading.tokens[first - 2]  # "two operations, *A and B*, were"
    several = bool(re.fullmatch("[a-z-]+s", before.text)) and before.tag != "VBZ" and not acts
    plural = several and can_be_noun(before.text) and before.text != "customs"
    return (plural or before.lower in ("between", "both")) and not class_of_name(reading.words(piece.first, piece.last))


def _can_open(reading: Reading, pieces: list[_Piece]) -> bool:
    word = reading.words(pieces[0].first, pieces[0].last)
    if pieces[1].link == "to" or is_told(reading, pieces[1].first - 1):
        return True
    if pieces[1].link.startswith("and"):
        if is_english(word) and not is_english(reading.tokens[pieces[1].last - 1].text):
            return False  # "*Wages* and Order No. 12"
        if is_english(word) and class_of_name(_row(reading, pieces, 1)) == CK + "Company":
            return False
        return class_of_name(_row(reading, pieces, 0, over_and=True)) != "" or not is_english(word)
    several = word.endswith("s") and is_english(word) and word not in ("Customs", "Headquarters")
    if pieces[1].link.startswith("of") and several:
        fields = reading.words(pieces[1].first, pieces[-1].last)  # "Centers of Excellence", not "Ships of the X"
        return pieces[1].link == "of" and class_of_name(word) in BODIES and not is_proper(fields)
    return bool(class_of_name(word)) or not is_english(word)


def _row(reading: Reading, pieces: list[_Piece], n: int, over_and: bool = False) -> str:
    """The words from piece n up to the next "and"."""
    end = n + 1
    while end < len(pieces) and (over_and or not pieces[end].link.startswith("and")):
        end += 1
    return reading.words(pieces[n].first, pieces[end - 1].last)
