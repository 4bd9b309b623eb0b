"""What two commas put in between a subject and its verb: "The unit, set up in 1998, serves ..."."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    CONJUNCTIONS,
    FINITE,
    RELATIVE_TAGS,
    SUBORDINATORS,
    Form,
    VerbGroup,
    relative_before,
    relative_before_explained,
)

_REACH = 60  # tokens that an insertion goes on for at most


def insertion_before(tokens: Sequence[Token], verb: int, before: Sequence[VerbGroup]) -> int | None:
    """The comma that opens what the comma right before a verb closes; None where that comma closes nothing.

    `before` are the verb groups to the left. A relative clause or a participle opens more surely than a noun does.
    """
    close = verb - 1
    while close > 0 and tokens[close].tag == "RB":
        close -= 1
    if close < 2 or tokens[close].tag != ",":
        return _dash_before(tokens, close) if close > 1 and tokens[close].text in DASHES else None
    return _comma_before(tokens, close, before)


def _comma_before(tokens: Sequence[Token], close: int, before: Sequence[VerbGroup]) -> int | None:
    finite = {g.start: g for g in before if g.form in FINITE}
    verbs = {g.start: g for g in before}
    weak: int | None = None
    for at in range(close - 1, max(close - _REACH, 0), -1):
        if tokens[at].tag in (";", ":"):
            break
        if at in finite and tokens[at].lower != "having" and not _is_embedded(tokens, at):
            break
        if tokens[at].tag != "," or not _may_end_subject(tokens[at - 1]) or _splits_date(tokens, at):
            continue
        if _closes_opening_clause(tokens, at, finite):
            break
        if _opens_surely(tokens, at + 1, close, verbs):
            at = _before_apposition(tokens, at)
            return at if _stands_behind_subject(tokens, at, before) else None
        if _opens_apposition(tokens[at + 1]) or _opens_aside(tokens, at + 1, close):
            weak = at if _stands_behind_subject(tokens, at, before) else weak
    return weak


DASHES = frozenset({"-", "\u2013", "\u2014"})


def _dash_before(tokens: Sequence[Token], close: int) -> int | None:
    """The dash that opens what a dash closes: "The unit *-* the largest of all - serves"; None where there is none."""
    for at in range(close - 1, max(close - _REACH, 0), -1):
        if tokens[at].tag in (";", ":"):
            return None
        if tokens[at].text in DASHES:
            return at if _may_end_subject(tokens[at - 1]) else None
    return None


def _opens_aside(tokens: Sequence[Token], at: int, close: int) -> bool:
    """An aside without a verb: "A, *and with it B*, runs", "A, *but not B*, runs", "A, *though small*, runs"."""
    if close - at > _ASIDE or at + 1 >= close:
        return False
    token, after = tokens[at], tokens[at + 1]
    if token.tag == "CC":
        return after.tag in ("IN", "RB", "TO")
    once = token.lower in _FORMERLY and after.tag in ("DT", "PRP$")  # "A, *once our agent*, runs"
    return once or (token.lower in CONJUNCTIONS and after.tag in ("JJ", "RB", "IN", "VBN"))


_FORMERLY = frozenset("once formerly previously now then still until".split())
_ASIDE = 8  # tokens that such an aside has at most


def _before_apposition(tokens: Sequence[Token], comma: int) -> int:
    """The comma before what explains the subject and is itself explained: "A*,* a drive led by B, which ..., ended"."""
    for at in range(comma - 1, max(comma - 20, 0), -1):
        if tokens[at].tag in (",", ";", ":"):
            explains = tokens[at].tag == "," and tokens[at + 1].lower in ("a", "an", "one")
            return at if explains and _may_end_subject(tokens[at - 1]) else comma
        if tokens[at].tag in ("VBZ", "VBP", "MD", "WDT", "WP"):
            return comma
    return comma


def _may_end_subject(token: Token) -> bool:
    return token.is_noun or token.tag in ("PRP", ")", "CD", '"', "DT", "VBN")


def _opens_surely(tokens: Sequence[Token], at: int, close: int, verbs: dict[int, VerbGroup]) -> bool:
    """A relative clause ("most of which ..."), a participle or a whole subordinate clause begins here."""
    token = tokens[at]
    for i in range(at, min(at + 4, len(tokens))):
        if tokens[i].tag in RELATIVE_TAGS:
            return True
        if tokens[i].tag == "," or i in verbs:
            break
    after_adverb = at + 1 if token.tag == "RB" else at
    group = verbs.get(after_adverb)
    if group is not None and (group.form in (Form.PARTICIPLE, Form.GERUND) or tokens[after_adverb].lower == "having"):
        return True
    if token.tag == "TO" and at in verbs:  # "A, *to be opened in May*, will serve"
        return True
    return token.lower in SUBORDINATORS and any(at < start < close for start in verbs)


def before_year(tokens: Sequence[Token], end: int) -> int:
    """Where the subject's words end before the year of a date: "that ended on September 30*, 2017,* began"."""
    at = end - 1
    while at > 2 and tokens[at].tag == ",":
        at -= 1
    dated = 2 < at < end - 1 and tokens[at].tag == "CD" and tokens[at - 1].tag == "," and _splits_date(tokens, at - 1)
    return at - 1 if dated else end


def _splits_date(tokens: Sequence[Token], comma: int) -> bool:
    """The comma of "September 30, 2017": it opens nothing."""
    return comma > 1 and tokens[comma + 1].tag == "CD" == tokens[comma - 1].tag and tokens[comma - 2].text in MONTHS


def _closes_opening_clause(tokens: Sequence[Token], comma: int, finite: Collection[int]) -> bool:
    """Before the comma stands a whole clause that opens the sentence: "*When A retired in May*, B, ..., became"."""
    start = next((i + 1 for i in range(comma - 1, -1, -1) if tokens[i].tag in (";", ":")), 0)
    opens = tokens[start].lower in SUBORDINATORS or tokens[start].tag == "WRB"
    return opens and any(start < at < comma and all(t.tag != "," for t in tokens[at:comma]) for at in finite)


def _opens_apposition(token: Token) -> bool:
    if token.lower in CONJUNCTIONS:
        return False
    return token.is_noun or token.tag in ("DT", "IN", "CD", "PRP$", "JJ", "RB", "PRP")


def _is_embedded(tokens: Sequence[Token], at: int) -> bool:
    """The finite verb is that of a relative or subordinate clause: its word stands within reach before it."""
    explained = tokens[at - 1].tag == "," and relative_before_explained(tokens, at - 1) is not None
    if explained or relative_before(tokens, at):
        return True
    for j in range(at - 1, max(at - 12, -1), -1):
        if tokens[j].tag in RELATIVE_TAGS or tokens[j].lower in SUBORDINATORS or tokens[j].lower == "that":
            return True
        if tokens[j].tag == ",":
            return False
    return False


def _stands_behind_subject(tokens: Sequence[Token], comma: int, before: Sequence[VerbGroup]) -> bool:
    """The words before the opening comma hold a noun phrase that no preposition governs: no mere "In 2016, ...",."""
    start = comma
    while start > 0 and tokens[start - 1].tag not in (",", ";", ":") and tokens[start - 1].lower not in _LINKS:
        start -= 1
    opening = tokens[start]
    if opening.tag in ("IN", "TO", "VBG", "VBN", "WRB") and opening.lower not in ("each",):
        return _has_free_phrase(tokens, start, comma)
    return opening.tag != "RB" or comma - start > 1


_LINKS = SUBORDINATORS | {"that", "and", "but"}


def _has_free_phrase(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Two noun phrases side by side after a preposition: "In 2016 *the unit*, ..."."""
    for i in range(start + 2, end):
        left, token = tokens[i - 1], tokens[i]
        if (left.is_noun or left.tag in ("CD", "PRP")) and token.tag in ("DT", "PRP$", "PRP"):
            return True
        if left.text in MONTHS and token.is_noun:
            return True
    return False
