"""Noun phrases over Penn tags: where the phrase that begins or ends at a token goes, and how it is labelled."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun

_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "FW"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMPLEMENT_WORDS = frozenset(
    "of for in on from with to against under between along at within into without involving concerning "
    "off across through via upon".split()
)
_MEANS_WORDS = frozenset("value volume weight number air sea road rail land post mail truck train ship vessel".split())
_EMPTY_WORDS = frozenset("the a an its their our this these those that his her such".split())
_LATIN = frozenset({"i.e.", "i.e", "e.g.", "e.g", "viz.", "~", "|"})
_PHRASAL = frozenset(
    "behalf terms part means favor favour respect front spite addition course case view order line all total".split()
)
_PRONOUNS = frozenset("it them us him her which whom that this these those".split())
_LOOSE = frozenset("respectively thus also still again however already now then only alone itself themselves".split())
_MOMENTS = frozenset("date time end moment start beginning close year-end".split())
_AMOUNTS = frozenset("value values worth weight total volume cost average price".split())
_KINDS = frozenset("kinds types sorts varieties categories".split())
_MARKS = frozenset("\"'`()[]{},;:.")


class NounPhrase(NamedTuple):
    """A run of tokens `[start, end)` (positions) whose main noun is at `head`."""

    start: int
    end: int
    head: int

    @property
    def size(self) -> int:
        """The number of its tokens."""
        return self.end - self.start


def phrase_from(tokens: Sequence[Token], at: int, *, rows: bool = True) -> NounPhrase | None:
    """The noun phrase that begins at a token, without its complements; None where there is none.

    `rows`: whether "A, B and C" is one phrase.
    """
    start = at
    while start < len(tokens) and _is_determiner(tokens, start):
        start += 1
    at, head = start, -1
    while at < len(tokens):
        if tokens[at].is_noun:
            head = at
        elif tokens[at].tag == "POS" and head >= 0:
            head = -1
        elif (at == start and tokens[at].tag in ("CC", ",")) or not _goes_on(tokens, at, head):
            break
        at += 1
    if head < 0:
        return None
    core = NounPhrase(start, head + 1, head)
    return _with_row(tokens, core) if rows else core


def _is_determiner(tokens: Sequence[Token], at: int) -> bool:
    pointing = (
        tokens[at].lower in ("that", "this", "these", "those") and at + 1 < len(tokens) and tokens[at + 1].is_noun
    )
    return tokens[at].tag in _DETERMINERS or pointing


def _goes_on(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether a token that is no noun stands inside the phrase: an attribute before a noun to come."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    if token.tag == '"':
        return head < 0 or _noun_ahead(tokens, at + 1)
    if token.tag == "CD":  # "Section 201 duties", but not a figure of its own
        return head == at - 1 and tokens[head].text[0].isupper() and after.is_noun
    if token.tag in ("CC", ",") and head < 0:
        return (after.tag in _BEFORE_NOUN or after.is_noun or after.tag == "RB") and _noun_ahead(tokens, at + 1)
    if token.tag in ("VBN", "VBG") and head >= 0 and "-" not in token.text:
        compound = token.tag == "VBG" and can_be_noun(token.lower) and _makes_compounds(tokens[head])
        return compound and after.is_noun
    if token.tag in _BEFORE_NOUN:
        return _noun_ahead(tokens, at)
    if token.tag == "RB" and head < 0:
        return after.tag in _BEFORE_NOUN or after.is_noun or (after.tag == "CC" and _noun_ahead(tokens, at + 2))
    if token.tag in ("VB", "VBP") and can_be_noun(token.lower):
        return after.is_noun and at > 0 and tokens[at - 1].tag in (*_BEFORE_NOUN, "CC", "IN", "CD")
    return False


def _makes_compounds(head: Token) -> bool:
    """As in "customs training classes", but not "officers conducting inspections"."""
    return head.tag in ("NN", "NNP") or head.lower == "customs"


def _noun_ahead(tokens: Sequence[Token], at: int) -> bool:
    for token in tokens[at : at + 6]:
        if token.is_noun:
            return True
        if token.tag not in _BEFORE_NOUN and token.tag not in ("CC", '"', ",", "RB", "VB"):
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
        following = _row_member(tokens, at, phrase)
        if following is None:
            return phrase
        last, at = following, following.end
    return NounPhrase(phrase.start, last.end, last.head) if closed and last is not phrase else phrase


def _row_member(tokens: Sequence[Token], at: int, phrase: NounPhrase) -> NounPhrase | None:
    """A further noun phrase of a row; not the object of a verb ("and recovered revenue"), not a new figure."""
    if at >= len(tokens) or tokens[at].tag in {"CD", "IN", "TO", "DT", "RB"} | _FINITE:
        return None
    if tokens[at].tag == "VBN" and tokens[phrase.start].tag != "VBN":
        return None
    found = phrase_from(tokens, at, rows=False)
    if found is None or found.start != at:
        return None
    after = tokens[found.end] if found.end < len(tokens) else None
    return None if after is not None and after.tag in ("CD", "$") else found


def phrase_to(tokens: Sequence[Token], end: int) -> NounPhrase | None:
    """The noun phrase that ends before a token, with "of" complements inside it; None where there is none."""
    last = end
    while last > 0 and tokens[last - 1].tag in ('"', "''", "RB"):
        last -= 1
    if last > 0 and tokens[last - 1].tag == ")":
        last = opening_bracket(tokens, last - 1)
    if last == 0 or not tokens[last - 1].is_noun:
        return None
    start = _leftmost(tokens, last)
    while start >= 2 and tokens[start - 1].lower == "of" and tokens[start - 2].is_noun:
        start = _leftmost(tokens, start - 1)
    inner = start
    while inner < last and tokens[inner].tag in _DETERMINERS:
        inner += 1
    head = next((i for i in range(inner, last) if tokens[i].is_noun and _ends_core(tokens, i, last)), last - 1)
    if tokens[head].lower in _PHRASAL and inner == head and inner > 0 and tokens[inner - 1].tag == "IN":
        return None
    return NounPhrase(inner, last, head)


def _ends_core(tokens: Sequence[Token], at: int, last: int) -> bool:
    return at + 1 == last or tokens[at + 1].tag in ("IN", "TO", "CC", ",")


def opening_bracket(tokens: Sequence[Token], at: int) -> int:
    """The position of the bracket that the one at `at` closes."""
    while at > 0 and tokens[at].tag != "(":
        at -= 1
    return at


def _leftmost(tokens: Sequence[Token], end: int) -> int:
    start = end
    while start > 0:
        token = tokens[start - 1]
        before = tokens[start - 2] if start >= 2 else None
        inside = token.is_noun or token.tag in _BEFORE_NOUN or token.tag in ("POS", '"')
        if token.tag in ("VBN", "VBG") and before is not None and before.tag in ("TO", "MD", "PRP", ","):
            inside = False
        row = token.lower in ("and", "or") and before is not None and (before.is_noun or before.tag in _BEFORE_NOUN)
        number = (
            token.tag == "CD"
            and before is not None
            and before.is_noun
            and tokens[start].is_noun
            and before.text[0].isupper()
        )
        adverb = token.tag == "RB" and tokens[start].tag in (*_BEFORE_NOUN, "CC") and start < end
        if token.tag in _DETERMINERS:
            return start - 1
        if not (inside or row or number or adverb):
            break
        start -= 1
    return start


def with_complements(
    tokens: Sequence[Token], phrase: NounPhrase, stops: Collection[int] = (), most: int = 2
) -> NounPhrase:
    """The phrase with the prepositional phrases after it; it ends before a token in `stops` (times, figures)."""
    end, count = phrase.end, 0
    while count < most and end + 1 < len(tokens) and end not in stops:
        inner = complement_at(tokens, end, stops)
        if inner is None or (tokens[end].lower == "with" and inner < len(tokens) and tokens[inner].is_verb):
            break
        end, count = inner, count + 1
    return NounPhrase(phrase.start, end, phrase.head)


def complement_at(tokens: Sequence[Token], at: int, stops: Collection[int] = ()) -> int | None:
    """Where the prepositional phrase that begins at a token ends; None where none that narrows a noun begins."""
    if at + 1 >= len(tokens):
        return None
    word = tokens[at]
    by_means = word.lower == "by" and tokens[at + 1].lower in _MEANS_WORDS
    if not ((word.tag in ("IN", "TO") and word.lower in _COMPLEMENT_WORDS) or by_means):
        return None
    inner = phrase_from(tokens, at + 1)
    if inner is None or any(i in stops for i in range(at, inner.end)) or inner.start - at > 3:
        return None
    if inner.size == 1 and tokens[inner.head].lower in _PHRASAL:
        return None
    if word.lower in ("at", "on", "by") and tokens[inner.head].lower in _MOMENTS:
        return None
    if word.lower == "with" and tokens[inner.head].lower in _AMOUNTS:
        return None
    return inner.end


def words_of_label(tokens: Sequence[Token]) -> str:
    """The tokens as a label: articles, possessives, quotation marks and dangling pronouns dropped, names kept."""
    kept = [t for t in tokens if t.lower not in _EMPTY_WORDS and t.text not in _MARKS - {","} and t.lower not in _LATIN]
    kept = [
        t
        for i, t in enumerate(kept)
        if not (t.lower in _PRONOUNS and t.tag in ("PRP", "DT", "IN", "WDT"))
        and not (
            t.tag in ("IN", "TO") and i + 1 < len(kept) and kept[i + 1].tag == "PRP" and kept[i + 1].lower in _PRONOUNS
        )
    ]
    kept = _without_kinds(kept)
    while kept and (kept[-1].tag in ("IN", "TO", "CC", ",") or (kept[-1].tag == "RB" and kept[-1].lower in _LOOSE)):
        kept.pop()
    while kept and (
        kept[0].tag in ("CC", ",") or (kept[0].lower in ("number",) and kept[1:2] and kept[1].lower == "of")
    ):
        kept = kept[2:] if kept[0].lower == "number" else kept[1:]
    out = ""
    for token in kept:
        word = token.text if _keeps_case(token) else token.lower
        out += word if token.tag in (",", "POS") else f" {word}"
    return out.strip(" ,")


def _without_kinds(tokens: list[Token]) -> list[Token]:
    """As in "different kinds of drugs" are drugs."""
    for i, token in enumerate(tokens[:3]):
        if token.lower in _KINDS and i + 2 < len(tokens) and tokens[i + 1].lower == "of":
            return tokens[i + 2 :]
    return tokens


def _keeps_case(token: Token) -> bool:
    return (token.start > 0 and token.text[0].isupper()) or any(map(str.isupper, token.text[1:]))
