"""Persons: a name with a title before it, or with a post beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from customs_kg.builders.english.honours import is_honour
from customs_kg.builders.english.words import is_english
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import class_of_name, load_heads, words_of_phrase
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.known.word_shapes import OPENERS, PARTICLES, is_capital
from customs_kg.builders.things.names.person_contexts import LANDMARKS, is_person_shaped, shows_person
from customs_kg.builders.things.names.runs import NameRun
from customs_kg.builders.things.names.shapes import is_personal
from customs_kg.builders.things.names.signers import is_signature
from customs_kg.builders.things.names.stretches import GIVEN
from customs_kg.ontology.iris import CK

_POST = CK + "Post"
_SHIP = CK + "EquipmentType"
_RETIRED = re.compile(r" \((?:Retd|Rtd|Ret|Retired|retd|rtd|retired)\.?\)")  # "Colonel *(Retd.)* Per Lund"
_TO_POST = frozenset(
    "then the our its acting former a new at that time previously formerly until currently now who is was "
    "deputy".split()
)
_ALSO_POSTS = frozenset(
    "president minister commissioner director chairman secretary ambassador governor chancellor comptroller "
    "general".split()
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The tokens `[first, last)` are a person's name; `title_first` is where the titles before it begin."""

    first: int
    last: int
    title_first: int


def find_persons(reading: Reading, runs: list[NameRun]) -> list[PersonName]:
    """The persons that a passage names with a title or a post."""
    capitals = [i for i, token in enumerate(reading.tokens) if token.text[0].isupper()]
    found = [p for i in capitals if (p := _titled(reading, i)) is not None]
    taken = [(p.title_first, p.last) for p in found]
    for run in [half for whole in runs for half in _halves(reading, whole)]:
        if any(a < run.last and run.first < b for a, b in taken):
            continue
        bare = _without_honours(reading, run)
        if person := _after_post(reading, bare) or _signed(reading, bare) or _beside_post(reading, bare):
            found.append(person)
        elif bare.last < run.last:
            found.append(PersonName(bare.first, bare.last, run.first))
    if not found and is_signature(reading):
        found.append(PersonName(0, len(reading.tokens), 0))
    return _outermost(found)


def _halves(reading: Reading, run: NameRun) -> list[NameRun]:
    """A run and, where "and" ties it together, the names before and behind it: "Minister A and B"."""
    ties = [i for i in range(run.first + 1, run.last - 1) if reading.tokens[i].lower == "and"]
    if len(ties) != 1 or class_of_name(reading.words(run.first, run.last)) not in ("", _POST):
        return [run]
    return [run, NameRun(run.first, ties[0], run.opens), NameRun(ties[0] + 1, run.last, opens=False)]


def _without_honours(reading: Reading, run: NameRun) -> NameRun:
    """The run without a rank before and honours after a person's name: "*DC* Per Lund", "Anna Brekke *MP*"."""
    first, last = run.first, run.last
    tokens = reading.tokens
    while last - first > 2 and is_honour(tokens[last - 1].text):
        last -= 1
    while last - first > 2 and tokens[first].text.isupper() and 1 < len(tokens[first].text) < 5:
        first += 1
    personal = is_personal(reading.words(first, last))
    return NameRun(first, last, run.opens) if personal else run


def _signed(reading: Reading, run: NameRun) -> PersonName | None:
    """The person of a signature whose post follows in the same row of capitals: "*Per Lund* Chief Commissioner"."""
    for at in range(run.first + 2, run.last):
        post = is_english(reading.tokens[at].text) and class_of_name(reading.words(at, run.last)) == _POST
        if post and is_personal(reading.words(run.first, at)):
            return PersonName(run.first, at, run.first)
    return None


def _outermost(found: list[PersonName]) -> list[PersonName]:
    """Of two that overlap, the one whose titles begin first."""
    kept: list[PersonName] = []
    for person in sorted(found, key=lambda p: (p.title_first, -p.last)):
        if not kept or person.title_first >= kept[-1].last:
            kept.append(person)
    return kept


def _titled(reading: Reading, i: int) -> PersonName | None:
    """A title at token i, more titles, and the name after them."""
    at = i
    if i and _opens_ship(reading.tokens[i - 1].text):
        return None  # "MV *Lady Lund*"
    while size := _title_size(reading, at):
        at += size
    if at == i:
        return None
    titles = {t.lower.rstrip(".") for t in reading.tokens[i:at]}
    last = _name_end(reading, at, surname=not titles.isdisjoint(_OF_PEOPLE))
    while last - at > 1 and is_honour(reading.tokens[last - 1].text):
        last -= 1
    proper = not any(is_english(t.text) for t in reading.tokens[at:last])
    proper = proper or not titles.isdisjoint(_PERSONAL)
    proper = proper or (last - at > 1 and not is_english(reading.tokens[last - 1].text))  # "Justice *Grace Orlo*"
    if last == at or not (proper or _free_after(reading, last)) or _goes_on(reading, i, last):
        return None
    words = [t.text for t in reading.tokens[i:at] if t.text != "."]
    only_post = all(w.lower() in _ALSO_POSTS for w in words) or class_of_name(" ".join(words)) == _POST
    if only_post and all(is_english(t.text) for t in reading.tokens[at:last]):
        return None
    while i and _widens_post(reading, i, at):
        i -= 1  # "*Executive* Assistant Commissioner"
    return PersonName(at, last, i)


def _opens_ship(word: str) -> bool:
    """Whether capitals open the name of a ship: "MV"."""
    return word.isupper() and load_heads().longest([word], "first")[0] == _SHIP


_PERSONAL = frozenset("mr mrs ms miss".split())  # nobody else has these
# after which no place is called, as one is after a queen or a president: "Commissioner Robert *Lake*"
_OF_PEOPLE = _PERSONAL | frozenset(
    "dr prof professor hon eng commissioner director secretary inspector comptroller controller collector "
    "superintendent chairman chairwoman chairperson".split()
)


def _widens_post(reading: Reading, i: int, name: int) -> bool:
    """Whether the capitalised word before a post and a person's name belongs to the post."""
    before = reading.tokens[i - 1]
    fits = is_capital(before) and is_english(before.text) and before.end + 1 == reading.tokens[i].start
    posts = class_of_name(reading.words(i, name)) == _POST and class_of_name(reading.words(i - 1, name)) == _POST
    return fits and posts and before.lower not in OPENERS


def _goes_on(reading: Reading, first: int, last: int) -> bool:
    """Whether the title and the name only open the name of something else: "Queen Ada Wharf"."""
    tokens = reading.tokens
    adjacent = last < len(tokens) and tokens[last].start == tokens[last - 1].end + 1 and is_capital(tokens[last])
    return adjacent and class_of_name(reading.words(first, last + 1)) not in ("", _POST)


def _name_end(reading: Reading, first: int, *, surname: bool) -> int:
    """The end of a person's name that begins at token `first`, initials with their dots included.

    With `surname` its last word may be one that places end with: "Ms. Ada *Hill*".
    """
    tokens = reading.tokens
    last = first
    while last < len(tokens) and last < first + 7 and _in_name(reading, last, first, surname=surname):
        last += 1
        short = len(tokens[last - 1].text) == 1 or tokens[last - 1].text in GIVEN
        dotted = last + 1 < len(tokens) and tokens[last].text == "." and short
        if dotted and (tokens[last + 1].text[0].isupper() or tokens[last + 1].text in PARTICLES):
            last += 1
    return last


def _free_after(reading: Reading, last: int) -> bool:
    return last >= len(reading.tokens) or reading.tokens[last].lower not in ("of", "for")


def _title_size(reading: Reading, at: int) -> int:
    titles = load_heads().scopes["title"]
    tokens = reading.tokens
    if at >= len(tokens) or not tokens[at].text[0].isupper():
        return 0
    if stem(words_of_phrase(tokens[at].text)[0]) not in load_heads().titles:
        return 0
    for size in (3, 2, 1):
        words = tokens[at : at + size]
        if len(words) < size or not all(w.text[0].isupper() for w in words):
            continue
        if tuple(stem(w) for t in words for w in words_of_phrase(t.text)) in titles:
            after = tokens[at + size] if at + size < len(tokens) else None
            dotted = after is not None and after.text in (".", "'") and after.start == words[-1].end
            retired = _RETIRED.match(reading.text, tokens[at + size + dotted - 1].end)
            return reading.token_at(retired.end() - 1) + 1 - at if retired else size + dotted
    return 0


def _in_name(reading: Reading, at: int, first: int, *, surname: bool) -> bool:
    """Whether a capitalised word goes on with a person's name: no head noun of a post or body begins there."""
    token = reading.tokens[at]
    if token.lower in PARTICLES and at > first:
        return True
    if not is_capital(token) or not token.text[0].isalpha() or any(ch.isdigit() for ch in token.text):
        return False
    if at > first and token.start > reading.tokens[at - 1].end + 1:
        return False
    rest = [t.text for t in reading.tokens[at : at + 2] if is_capital(t)]
    starts_post = class_of_name(" ".join(rest)) == _POST or class_of_name(token.text) == _POST
    head = class_of_name(token.text) if is_english(token.text) else ""
    return not starts_post and (not head or (surname and at > first and head in LANDMARKS))


def _after_post(reading: Reading, run: NameRun) -> PersonName | None:
    """The person whose post opens the run: "Vice Chair *Ada Lovelace*"."""
    for at in range(run.last - 2, run.first, -1):
        named = is_person_shaped(reading, at, run.last) and not class_of_name(reading.words(at, run.last))
        if named and class_of_name(reading.words(run.first, at)) == _POST:
            return PersonName(at, run.last, run.first)
    return None


def _beside_post(reading: Reading, run: NameRun) -> PersonName | None:
    """Two or three capitalised words with a post after or before them: "Ada Lovelace, Head of ..."."""
    size = run.last - run.first
    name = reading.words(run.first, run.last)
    if shows_person(reading, run):
        return PersonName(run.first, run.last, run.first)
    if not 2 <= size <= 4 or class_of_name(name) or any(ch.isdigit() for ch in name) or name.isupper():
        return None
    english = is_english(reading.tokens[run.last - 1].text) and is_english(reading.tokens[run.first].text)
    if english and not (run.opens and _post_follows(reading, run.last)):
        return None
    return (
        PersonName(run.first, run.last, run.first)
        if _post_follows(reading, run.last) or _post_precedes(reading, run.first)
        else None
    )


def _post_follows(reading: Reading, last: int) -> bool:
    """Whether a post stands after a name, honours passed over: "Per Lund, PhD, Director General"."""
    tokens = reading.tokens
    if last + 1 >= len(tokens):
        return False
    at = last
    while at + 1 < len(tokens) and is_honour(tokens[at + (tokens[at].text == ",")].text):
        at += 1 + (tokens[at].text == ",")
    if at >= len(tokens) or (at == last and tokens[at].text not in (",", "(")):
        return False
    at += tokens[at].text in (",", "(")
    while at < len(tokens) and tokens[at].lower in _TO_POST and not tokens[at].text[0].isupper():
        at += 1
    if at + 2 < len(tokens) and tokens[at + 1].tag == "POS":
        at += 2
    words = [t.text for t in tokens[at : at + 4]]
    posts = any(class_of_name(" ".join(words[:n])) == _POST for n in range(1, len(words) + 1))
    return posts and words[0][0].isupper()


def _post_precedes(reading: Reading, first: int) -> bool:
    tokens = reading.tokens
    at = first - 1
    if at < 1 or tokens[at].text not in (",", ":"):
        return False
    words = [t.text for t in tokens[max(0, at - 8) : at]]
    return any(class_of_name(" ".join(words[n:])) == _POST and words[n][0].isupper() for n in range(len(words)))
