"""What a clause says of whom: the noun phrases of a sentence, and which of them fill the places around a verb."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.token import Token

_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "FW", "VBD"})
_BEGINNING = _DETERMINERS | _MODIFIERS | {"PRP", "NN", "NNS", "NNP", "NNPS", "CD", "RB", '"'}
_STANDS_ALONE = frozenset(
    "both some all most each many few several those these this that much half none others".split()
)


class Argument(NamedTuple):
    """The noun phrases in a row after a preposition: "with A and B". `at` is the token of the preposition."""

    preposition: str
    at: int
    phrases: tuple[NounPhrase, ...]


def noun_phrases(tokens: Sequence[Token], barred: Collection[int]) -> list[NounPhrase]:
    """The noun phrases of a sentence in order, without complements; none takes in a token of `barred` (verbs)."""
    found: list[NounPhrase] = []
    i = 0
    while i < len(tokens):
        phrase = _phrase_at(tokens, i, barred) if tokens[i].tag in _BEGINNING else None
        if phrase is None:
            i += 1
        else:
            found.append(phrase)
            i = phrase.end
    return found


def _phrase_at(tokens: Sequence[Token], start: int, barred: Collection[int]) -> NounPhrase | None:
    if tokens[start].tag == "PRP" and start not in barred:
        return NounPhrase(start, start + 1, start)
    head, at = -1, start
    while at < len(tokens) and at not in barred:
        token = tokens[at]
        if token.is_noun and not (at > start and _begins_anew(tokens, at)):
            head = at
        elif token.tag == "POS" and head >= 0:
            head = -1
        elif not _is_inside(tokens, at, start, head):
            break
        at += 1
    if head >= 0:
        return NounPhrase(start, head + 1, head)
    while at > start and tokens[at - 1].tag not in ("CD", "JJ", "JJR", "JJS", "DT", "VBN"):
        at -= 1
    if at == start:
        return None
    if at - start == 2 and tokens[start].lower in ("these", "those") and tokens[at - 1].tag == "CD":
        at -= 1  # "of these *one in ten* was opened"
    last = tokens[at - 1]
    alone = (
        (last.tag == "CD" and not _is_day(tokens, start, at))
        or last.lower in _STANDS_ALONE
        or (last.tag[0] == "J" and tokens[start].tag == "DT")
    )
    return NounPhrase(start, at, at - 1) if alone and last.lower not in ("a", "an", "the") else None


def _is_day(tokens: Sequence[Token], start: int, end: int) -> bool:
    """The day of "January 20"."""
    return end - start == 1 and start > 0 and tokens[start - 1].text in MONTHS and len(tokens[start].text) < 3


def _begins_anew(tokens: Sequence[Token], at: int) -> bool:
    """A noun that begins a phrase of its own: a name with its article ("In A *the service* held"), or past a time."""
    named = tokens[at].lower.startswith(("the ", "our ", "its ", "their "))
    if tokens[at].tag == "NNP" and tokens[at].start - tokens[at - 1].end > 2:
        first = at - 2 if at > 1 and tokens[at - 2].tag == "DT" else at - 1
        return first > 0 and tokens[first - 1].tag == "IN"  # a short form stood between: "In the A (AA) *B* chaired"
    return named or _ends_date(tokens, at - 1) or (tokens[at].tag == "NNP" and _ends_span(tokens, at - 1))


def _ends_span(tokens: Sequence[Token], at: int) -> bool:
    """A time told without a date: "In *that same month* A joined B", "Last year A joined B"."""
    if at < 1:
        return False
    if tokens[at].lower == "review":
        return tokens[at - 1].lower == "under"  # "In the period under review A joined B"
    counted = tokens[at].lower.endswith("s") and tokens[at - 1].tag == "CD"  # "In each of the *four quarters* A held"
    return tokens[at].lower.removesuffix("s") in _SPANS and (counted or tokens[at - 1].lower in _WHICH_SPAN)


_SPANS = frozenset("year month week day quarter decade spring summer autumn winter season period time".split())
_WHICH_SPAN = frozenset("this that same last next previous following first second third fourth past reporting".split())


def _ends_date(tokens: Sequence[Token], at: int) -> bool:
    """A month or its year: what comes next is a phrase of its own ("On 1 April *the unit*")."""
    if at and tokens[at - 1].lower in _BEFORE_YEAR and _YEAR.fullmatch(tokens[at].text):
        return True  # "In 2019 *customs* collected"
    month = tokens[at] if tokens[at].tag != "CD" else tokens[at - 1] if at else tokens[at]
    return month.text in MONTHS


_YEAR = re.compile(r"(?:19|20)\d{2}")
_BEFORE_YEAR = frozenset("in since by until during from of".split())


def _is_inside(tokens: Sequence[Token], at: int, start: int, head: int) -> bool:
    """Whether a token that is no noun goes on with the phrase."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if token.tag in _DETERMINERS:
        return at == start or tokens[at - 1].tag in _DETERMINERS or tokens[at - 1].tag == '"'
    if token.tag == "CD":
        return head < 0 or (
            head == at - 1
            and tokens[head].text[0].isupper()
            and (tokens[head].tag != "NNS" or tokens[head].lower == "customs")
        )
    if token.tag in _MODIFIERS:
        inner = token.tag == "VBG" or (token.tag == "JJ" and head == at - 1 and tokens[head].tag == "NN")
        return head < 0 or (
            inner
            and after is not None
            and after.is_noun
            and (tokens[head].tag != "NNS" or tokens[head].lower == "customs")
        )
    if token.tag == '"':
        return True
    if head >= 0 or after is None:
        return False
    if token.tag in ("CC", ",") and at > start:
        joined = tokens[at - 1].tag in _MODIFIERS and after.tag in _MODIFIERS
        return joined and at + 2 < len(tokens) and (tokens[at + 2].is_noun or tokens[at + 2].tag in _MODIFIERS)
    return token.tag == "RB" and (after.tag in _MODIFIERS or after.tag == "CD")


def row_at(phrases: Sequence[NounPhrase], n: int, tokens: Sequence[Token]) -> tuple[NounPhrase, ...]:
    """The phrase `n` with those coordinated to it on the right: "A", "A and B", "A, B and C"."""
    row, k, closed = [phrases[n]], n, 1
    for k in range(n + 1, len(phrases)):
        start, end = phrases[k - 1].end, phrases[k].start
        if not 0 < end - start <= 2:
            break
        between = tokens[start:end]
        if not all(t.tag in (",", "CC") for t in between):
            break
        row.append(phrases[k])
        if between[-1].tag == "CC":
            closed = len(row)
            break
    return tuple(row[:closed])


class Places(NamedTuple):
    """The noun phrases of a sentence with what begins and ends where."""

    tokens: Sequence[Token]
    phrases: Sequence[NounPhrase]
    starts: dict[int, int]  # token -> the phrase that begins there
    ends: dict[int, int]  # token -> the phrase that ends before it

    def row_from(self, at: int) -> tuple[NounPhrase, ...]:
        """The phrases in a row from a token on; none where no phrase begins there."""
        n = self.starts.get(at)
        return () if n is None else row_at(self.phrases, n, self.tokens)


def places_of(tokens: Sequence[Token], barred: Collection[int]) -> Places:
    """The places of a sentence; `barred` are the tokens of its verb groups."""
    phrases = noun_phrases(tokens, barred)
    return Places(
        tokens, phrases, {p.start: n for n, p in enumerate(phrases)}, {p.end: n for n, p in enumerate(phrases)}
    )


def after_verb(places: Places, start: int, limit: int) -> tuple[tuple[NounPhrase, ...], tuple[Argument, ...]]:
    """The direct object and the prepositional arguments among the tokens `[start, limit)` behind a verb."""
    tokens, at = places.tokens, start
    objects: tuple[NounPhrase, ...] = ()
    arguments: list[Argument] = []
    while at < limit:
        token = tokens[at]
        row = tuple(p for p in places.row_from(at) if p.end <= limit) if at in places.starts else ()
        if row:
            if not objects and not arguments and token.lower not in _TEMPORAL:
                objects = _counted(places, row, limit)
            at = row[-1].end
        elif token.tag in ("IN", "TO", "RP") and (row := places.row_from(at + 1)) and row[0].end <= limit:
            row = tuple(p for p in row if p.end <= limit)
            if not (token.lower == "of" and at in places.ends):
                arguments.append(Argument(token.lower, at, row))
                objects = objects or _of_particle(tokens, arguments, start)
            at = row[-1].end
        else:
            at += 1
    return objects, tuple(arguments)


_PARTICLES = frozenset("up out off over down back away".split())
_TEMPORAL = frozenset("last next yesterday today tomorrow".split())


def _of_particle(tokens: Sequence[Token], arguments: list[Argument], start: int) -> tuple[NounPhrase, ...]:
    """The object of "carry out", "take up": its particle is no preposition."""
    first = arguments[0]
    if len(arguments) == 1 and first.at == start and first.preposition in _PARTICLES and tokens[start].tag != "TO":
        arguments.clear()
        return first.phrases
    return ()


def _counted(places: Places, row: tuple[NounPhrase, ...], limit: int) -> tuple[NounPhrase, ...]:
    """Of "412 kilograms of tobacco", the tobacco: an amount is the object only where nothing is counted."""
    last = row[-1]
    amount = places.tokens[last.head].tag == "CD" and len(row) == 1
    if amount and last.end < limit and places.tokens[last.end].lower == "of":
        counted = tuple(p for p in places.row_from(last.end + 1) if p.end <= limit)
        if counted and places.tokens[counted[0].start].tag not in ("DT", "PRP"):
            return counted
    return row
