"""Noun phrases over Penn tags: where the phrase that begins or ends at a token goes, and how it is labelled."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from customs_kg.builders.english import can_be_noun
from customs_kg.builders.tokens import Token

_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "FW"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMPLEMENT_WORDS = frozenset(
    "of for in on from with to against under between along at within into without involving concerning off across".split()
)
_MEANS_WORDS = frozenset("value volume weight number air sea road rail land post mail truck train ship vessel".split())
_EMPTY_WORDS = frozenset("the a an its their our this these those that his her such".split())
_MARKS = frozenset("\"'`()[]{},;:.")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A run of tokens `[start, end)` (positions) whose main noun is at `head`."""

    start: int
    end: int
    head: int


def phrase_from(tokens: Sequence[Token], at: int, *, rows: bool = True) -> NounPhrase | None:
    """The noun phrase that begins at a token, without its complements; None where there is none.

    `rows`: whether "A, B and C" is one phrase.
    """
    start = at
    while start < len(tokens) and (tokens[start].tag in _DETERMINERS or _is_adverb_inside(tokens, start)):
        start += 1
    at, head = start, -1
    while at < len(tokens):
        if tokens[at].is_noun:
            head = at
        elif tokens[at].tag == "POS" and head >= 0:
            head = -1
        elif not _goes_on(tokens, at, head):
            break
        at += 1
    if head < 0:
        return None
    core = NounPhrase(start, head + 1, head)
    return _with_row(tokens, core) if rows else core


def _is_adverb_inside(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].tag == "RB" and after is not None and (after.tag in _BEFORE_NOUN or after.is_noun)


def _goes_on(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether a token that is no noun stands inside the phrase: an attribute before a noun to come."""
    token = tokens[at]
    if token.tag == '"':
        return head < 0 or _noun_ahead(tokens, at + 1)
    if token.tag in ("CC", ",") and head < 0:
        return at + 1 < len(tokens) and tokens[at + 1].tag in _BEFORE_NOUN and _noun_ahead(tokens, at + 1)
    if token.tag in ("VBN", "VBG") and head >= 0:
        compound = token.tag == "VBG" and can_be_noun(token.lower) and _follows_compound(tokens, head)
        return compound and at + 1 < len(tokens) and tokens[at + 1].is_noun
    if token.tag in _BEFORE_NOUN:
        return _noun_ahead(tokens, at)
    if token.tag == "RB":
        return _is_adverb_inside(tokens, at) and head < 0
    return False


def _follows_compound(tokens: Sequence[Token], head: int) -> bool:
    """ "customs training classes", but not "officers conducting inspections"."""
    return tokens[head].tag in ("NN", "NNP") or tokens[head].lower == "customs"


def _noun_ahead(tokens: Sequence[Token], at: int) -> bool:
    for token in tokens[at : at + 5]:
        if token.is_noun:
            return True
        if token.tag not in _BEFORE_NOUN and token.tag not in ("CC", '"', ",", "RB"):
            return False
    return False


def _with_row(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
    """Takes in "B and C" after "A," when a conjunction closes the row."""
    at, last, closed = phrase.end, phrase, False
    while at < len(tokens) and not closed:
        mark = tokens[at]
        closed = mark.tag == "CC" and mark.lower in ("and", "or", "&")
        if not closed and mark.tag != ",":
            break
        at += 1
        if mark.tag == "," and at < len(tokens) and tokens[at].lower in ("and", "or"):
            closed, at = True, at + 1
        if at < len(tokens) and tokens[at].tag in {"CD", "IN", "TO", "DT"} | _FINITE:
            return phrase
        following = phrase_from(tokens, at, rows=False)
        if following is None or following.start != at or _opens_clause(tokens, following):
            return phrase
        last, at = following, following.end
    return NounPhrase(phrase.start, last.end, last.head) if closed and last is not phrase else phrase


def _opens_clause(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a phrase after "and" is the object of a verb or the subject of a new clause, not part of the row."""
    first = tokens[phrase.start]
    after = tokens[phrase.end] if phrase.end < len(tokens) else None
    if first.tag in ("VBN", "VBG") and phrase.end - phrase.start > 1 and tokens[phrase.start + 1].tag == "CD":
        return True
    return after is not None and after.tag in ("CD", "$")


def phrase_to(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The noun phrase that ends before a token, with "of" complements inside it; None where there is none."""
    last = end
    while last > 0 and tokens[last - 1].tag in ('"', "''", "RB"):
        last -= 1
    if last > 0 and tokens[last - 1].tag == ")":
        last = _bracket_start(tokens, last - 1)
    if last == 0 or not tokens[last - 1].is_noun:
        return None
    start = _leftmost(tokens, last)
    while start >= 2 and tokens[start - 1].lower == "of" and tokens[start - 2].is_noun:
        start = _leftmost(tokens, start - 1)
    inner = start
    while inner < last and tokens[inner].tag in _DETERMINERS:
        inner += 1
    head = next((i for i in range(inner, last) if tokens[i].is_noun and _ends_core(tokens, i, last)), last - 1)
    return NounPhrase(inner, last, head)


def _ends_core(tokens: Sequence[Token], at: int, last: int) -> bool:
    return at + 1 == last or tokens[at + 1].tag in ("IN", "TO", "CC", ",")


def _bracket_start(tokens: Sequence[Token], at: int) -> int:
    while at > 0 and tokens[at].tag != "(":
        at -= 1
    return at


def _leftmost(tokens: Sequence[Token], end: int) -> int:
    start = end
    while start > 0:
        token = tokens[start - 1]
        inside = token.is_noun or token.tag in _BEFORE_NOUN or token.tag in ("POS", '"')
        if token.tag in ("VBN", "VBG") and start >= 2 and tokens[start - 2].tag in ("TO", "MD"):
            inside = False
        row = (
            token.lower in ("and", "or")
            and start >= 2
            and (tokens[start - 2].is_noun or tokens[start - 2].tag in _BEFORE_NOUN)
        )
        if token.tag in _DETERMINERS:
            return start - 1
        if not (inside or row):
            break
        start -= 1
    return start


def with_complements(
    tokens: Sequence[Token], phrase: NounPhrase, stops: Collection[int] = (), most: int = 2
) -> NounPhrase:
    """The phrase with the prepositional phrases after it; it ends before a token in `stops` (times, figures)."""
    end, count = phrase.end, 0
    while count < most and end + 1 < len(tokens) and end not in stops:
        word = tokens[end]
        by_means = word.lower == "by" and tokens[end + 1].lower in _MEANS_WORDS
        if not ((word.tag in ("IN", "TO") and word.lower in _COMPLEMENT_WORDS) or by_means):
            break
        inner = phrase_from(tokens, end + 1)
        if inner is None or any(i in stops for i in range(end, inner.end)) or inner.start - end > 3:
            break
        if word.lower == "with" and inner.end < len(tokens) and tokens[inner.end].is_verb:
            break
        end, count = inner.end, count + 1
    return NounPhrase(phrase.start, end, phrase.head)


def words_of_label(tokens: Sequence[Token]) -> str:
    """The tokens as a label: articles, possessives and quotation marks dropped, names kept as they are written."""
    out = ""
    for token in tokens:
        if token.lower in _EMPTY_WORDS or token.text in _MARKS - {","}:
            continue
        word = token.text if _keeps_case(token) else token.lower
        out += word if token.tag in (",", "POS") else f" {word}"
    return out.strip(" ,")


def _keeps_case(token: Token) -> bool:
    return token.tag.startswith("NNP") or any(ch.isupper() for ch in token.text[1:])
