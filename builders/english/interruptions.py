"""Words put in between a verb and what belongs to it: "was, in May, opened by A", "runs, among other things, B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import BE_OR_HAVE, can_be_participle

_ENUMERATOR = re.compile(r"[a-h]|[ivx]{1,4}|\d")
_REACH = 20  # words that an interruption has at most
_CLOSED_BY = {",": ",", "(": ")", "-": "-–—", "–": "-–—", "—": "-–—"}
_OPENS = frozenset("IN RB TO RBR RBS".split())
_OPENS_OBJECT = frozenset("DT NNP PRP$ CD NN NNS JJ".split())
_NO_VERB = frozenset("VBD VBZ VBP MD VBG".split())
_LINKING = frozenset("and or including such not particularly especially notably namely but plus then even".split())
_SUBORDINATES = frozenset("while when where whereas because although though if unless that since until".split())
_OF_TIME = frozenset(
    "year years month months week weeks day days decade decades quarter half time times season summer winter "
    "spring autumn spell turn while past moment period then now beginning start end outset".split()
)
_BEFORE_TIME = frozenset("in on at for since during from until by after before over throughout within".split())
_ADVERBS = frozenset("also still again later first long once twice soon now then already".split())


def uninterrupted(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a sentence without what comes between a verb and its participle, object or preposition.

    Only words that name nothing are left out: of time, manner and company.
    """
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        token, end = tokens[at], 0
        if token.text == "(":
            end = _behind_enumerator(tokens, at)
        if not end and kept and (token.text in _CLOSED_BY or token.lower in _BEFORE_TIME):
            end = _end_of_interruption(tokens, at)
        if end > at:
            at = end
        else:
            kept.append(token)
            at += 1
    return kept if len(kept) < len(tokens) else tokens


def _behind_enumerator(tokens: Sequence[Token], at: int) -> int:
    """Behind the number of an item inside a sentence, "(a)", "(iv)", "(2)"; 0 where none stands there."""
    if at + 3 >= len(tokens) or tokens[at + 2].text != ")":
        return 0
    apart = not at or tokens[at].start > tokens[at - 1].end
    return at + 3 if apart and _ENUMERATOR.fullmatch(tokens[at + 1].text) else 0


def _end_of_interruption(tokens: Sequence[Token], at: int) -> int:
    """Where an interruption that begins at a token ends; the token itself where none does."""
    marked = tokens[at].text in _CLOSED_BY
    before = tokens[at - 1]
    while before.tag == "RB" and at > 1 and tokens[at - 2].is_verb:
        before = tokens[at - 2]  # "was *also*, in May, opened"
    if marked and before.tag in ("IN", "RP", "TO") and at > 1 and tokens[at - 2].is_verb:
        before = tokens[at - 2]  # "works *with*, to this day, A"
    if not before.is_verb:
        return at
    auxiliary = before.lower in BE_OR_HAVE
    if marked:
        close = _closing(tokens, at)
        if close is None:
            return at
        fits = _is_aside(tokens[at + 1 : close]) and (
            _takes_participle(tokens, close + 1) if auxiliary else _takes_object(tokens, close + 1)
        )
        return close + 1 if fits else at
    return _end_of_time(tokens, at) if auxiliary else at


def _closing(tokens: Sequence[Token], at: int) -> int | None:
    marks = _CLOSED_BY[tokens[at].text]
    stop = min(len(tokens) - 1, at + _REACH + 2)
    return next((k for k in range(at + 2, stop) if tokens[k].text in marks), None)


def _is_aside(words: Sequence[Token]) -> bool:
    """A phrase with a preposition or an adverb, without a clause, a name or a conjunction of its own."""
    first = words[0]
    if first.tag not in _OPENS or first.lower in _SUBORDINATES or first.lower in _LINKING:
        return False
    if first.lower == "as" and len(words) == 2 and words[1].tag in ("VBN", "VBD"):
        return True  # "as planned"
    if first.lower == "as" and (words[1].is_verb or words[1].tag == "MD"):
        return not any(t.tag in ("NNP", "NNPS") for t in words)  # "as had been foreseen by traders"
    named = any(t.tag in ("NNP", "NNPS") and t.text not in MONTHS for t in words)
    return not (named or _counts(words)) and not any(
        t.tag in _NO_VERB or t.tag in (",", ";", ":", "WDT", "WP") for t in words
    )


def _counts(words: Sequence[Token]) -> bool:
    """As in "were cleared, *together with 40 boats*, 5% more than before": a figure is no mere time or manner."""
    dated = any(t.text in MONTHS or t.lower in _OF_TIME for t in words)
    return not dated and any(t.tag == "CD" and not (t.text.isdigit() and len(t.text) == 4) for t in words)


def _takes_participle(tokens: Sequence[Token], at: int) -> bool:
    """A participle goes on with the group of an auxiliary here, or "been" and one."""
    while at < len(tokens) and (tokens[at].tag == "RB" or tokens[at].lower in _ADVERBS):
        at += 1
    return at < len(tokens) and (can_be_participle(tokens[at]) or tokens[at].lower in ("been", "being"))


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    """A noun phrase that is no subject, or a preposition, goes on with a verb here."""
    if at >= len(tokens):
        return False
    rest = tokens[at : at + 8]
    finite = next((k for k, t in enumerate(rest) if t.tag in ("VBD", "VBZ", "VBP", "MD")), None)
    row = next((k for k, t in enumerate(rest) if t.tag in (",", "CC", "WDT", ".", "IN", "TO", ";")), len(rest))
    return tokens[at].tag in _OPENS_OBJECT | {"IN", "TO"} and (finite is None or row < finite)


def _end_of_time(tokens: Sequence[Token], at: int) -> int:
    """Where a phrase of time without marks ends between an auxiliary and its participle: "was *in May* opened"."""
    for end in range(at + 2, min(at + 7, len(tokens) - 1)):
        word = tokens[end - 1]
        if word.tag in (",", "CC", ";") or word.is_verb:
            return at
        timed = word.text in MONTHS or word.lower in _OF_TIME or (word.tag == "CD" and word.text[:4].isdigit())
        if timed and _takes_participle(tokens, end):
            return end
    return at
