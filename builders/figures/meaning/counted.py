"""Counted things: the noun phrase after a figure, and the verb that says what was done to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.nominals import (
    NounPhrase,
    phrase_from,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.case import LIGHT_VERBS, PRONOUNS, Case, Measured
from customs_kg.builders.figures.meaning.predicates import predicate, without_verb
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.quantities.units import NUM

UNTELLING = re.compile(
    r"\b(?:results?|overview|performance|introduction|summary|highlights|statistics|data|annex|appendix"
    r"|foreword|message|figures?|glance|who we are|report|programme|program|plans?|outlook|priorities"
    r"|tasks|ahead|postscript)\b",
    re.IGNORECASE,
)
_SINCE = frozenset({"since", "after", "before"})
_BARE = frozenset("cases items offences offenses incidents violations operations units entries".split())
_ATTRIBUTES = ("JJ", "JJS", "JJR", "RBS", "VBN", "VBG")
_MOST_OF_RELATIVE = 6  # words
_MOST_OF_TAIL = 4  # words of a complement that a relative clause still narrows


def noun_at(case: Case, at: int) -> Measured | None:
    """The counted noun phrase that begins at a token, with its complements; None where there is none."""
    tokens, stops = case.tokens, case.scene.stops
    if at < len(tokens) and case.quantity.form is QuantityForm.MEASURE and tokens[at].lower in _SINCE:
        return _since(case, at)
    opening = _opening(case, at)
    if opening is None:
        return None
    at, prefix = opening
    inner = _over_whole(case, at)
    at, is_part = inner, inner != at
    phrase = phrase_from(tokens, at)
    phrase = _before_figure(case, phrase) if phrase is not None else None
    if phrase is None or phrase.start - at > 2 or any(i in case.scene.places.values() for i in range(at, phrase.end)):
        return None
    phrase = without_verb(case.scene, phrase)
    if phrase.size == 1 and (tokens[phrase.head].lower in PRONOUNS or phrase.head in stops):
        return None
    core = _core(case, [t for i, t in enumerate(tokens[phrase.start : phrase.end], phrase.start) if i not in stops], at)
    full = with_complements(tokens, phrase, stops)
    tail = words_of_label(tokens[phrase.end : full.end]) or _for_whom(case, phrase.end)
    if (did := _that_did(case, full.end)) and len(tail.split()) < _MOST_OF_TAIL:
        tail = f"{tail} {did}".strip()
    return Measured(core, tail=tail, prefix=prefix, known=not is_part) if core else None


def _before_figure(case: Case, phrase: NounPhrase) -> NounPhrase:
    """As in "14 kg of amber and 3 icons": the phrase up to the next figure of the row."""
    joins = [i for i in range(phrase.start + 1, phrase.end - 1) if case.tokens[i].tag in ("CC", ",")]
    cut = next((i for i in joins if i + 1 in case.scene.places.values()), None)
    return phrase if cut is None else NounPhrase(phrase.start, cut, cut - 1)


def _over_whole(case: Case, at: int) -> int:
    """As in "16 of the 22 licensing bodies": past the number of the whole, which both figures count."""
    tokens, inner = case.tokens, at
    if at == case.following or case.quantity.form is not QuantityForm.COUNT:
        return at
    while inner < len(tokens) and inner - at < 4 and tokens[inner].tag in ("DT", "PRP$", "NNP", "NN", "POS", "RB"):
        inner += 1
    number = inner in case.scene.places.values() and inner + 1 < len(tokens)
    return inner + 1 if number and (tokens[inner + 1].is_noun or tokens[inner + 1].tag in _ATTRIBUTES) else at


def _for_whom(case: Case, at: int) -> str:
    """As in "9 courses for 260 brokers": whom they are for, without the number."""
    tokens = case.tokens
    if at >= len(tokens) or tokens[at].lower != "for":
        return ""
    end = at + 1
    while end < len(tokens) and end - at < 5 and end not in case.scene.places.values():
        end += 1
    phrase = phrase_from(tokens, end + 1) if end in case.scene.places.values() else None
    return f"for {words_of_label(tokens[phrase.start : phrase.end])}" if phrase else ""


def _that_did(case: Case, at: int) -> str:
    """As in "31 parcels that infringed trade marks": the words of a relative clause that narrows what is counted."""
    tokens = case.tokens
    if at + 2 >= len(tokens) or tokens[at].lower not in ("that", "which", "who"):
        return ""
    clause = next((c for c in case.scene.clauses if c.group[0] == at + 1 and c.finite and not c.passive), None)
    if clause is None or clause.lemma in LIGHT_VERBS:
        return ""
    return f"that {predicate(case.scene, clause.group[0], _MOST_OF_RELATIVE)}"


def _opening(case: Case, at: int) -> tuple[int, str] | None:
    """Where the noun phrase of a figure begins after "of", "in" or "worth of", and the prefix of its label."""
    tokens, form = case.tokens, case.quantity.form
    if at >= len(tokens):
        return None
    word = tokens[at]
    if word.lower == "worth" and at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        return at + 2, "value of"
    if word.lower == "of" or (word.lower == "in" and form is not QuantityForm.COUNT):
        return (at + 1, "") if at not in case.scene.stops else None
    if form is QuantityForm.MONEY:
        return (at, "") if case.opens_row else None
    named = word.is_noun or word.tag in ("JJ", "VBN")
    return (at, "") if form is not QuantityForm.MEASURE or named else None


def _core(case: Case, words: Sequence[Token], at: int) -> str:
    """The words of a counted noun phrase, made full where the report shortens them."""
    core = words_of_label(words)
    if case.scene.is_time_unit(case.quantity) and at > case.following:
        core = f"{case.quantity.stated.split()[-1].lower()} of {core}"
    if core == "people" and case.first and case.tokens[case.first - 1].lower in ("our", "its"):
        core = "staff"
    return _narrowed(case, case.fuller(core))


def _narrowed(case: Case, noun: str) -> str:
    """Bare "cases", under the title "Against smuggling", are cases of that."""
    topic = case.scene.passage.segment.topic
    telling = topic and not UNTELLING.search(topic)
    return f"{noun} ({topic})" if noun in _BARE and telling and not case.before else noun


def _since(case: Case, at: int) -> Measured | None:
    """As in "over 30 years since the inception of the policy"."""
    tokens = case.tokens
    phrase = phrase_from(tokens, at + 1)
    if phrase is None:
        return None
    full = with_complements(tokens, phrase, case.scene.stops)
    unit = case.quantity.stated.split()[-1].lower()
    return Measured(unit, tail=words_of_label(tokens[at : full.end]), rule="duration")


def unit_noun(case: Case) -> Measured | None:
    """As in "103,221,300 TEUs": the unit is the thing counted."""
    if case.quantity.unit == NUM and case.quantity.form is QuantityForm.COUNT:
        return None
    if case.scene.is_time_unit(case.quantity) and any(
        t.is_verb for t in case.tokens[case.following : case.following + 1]
    ):
        return None
    words = re.sub(r"^[^A-Za-z]+|\b(?:million|billion|thousand|trillion)\b", "", case.quantity.stated).strip()
    counts = case.quantity.form in (QuantityForm.COUNT, QuantityForm.MEASURE)
    return Measured(words, rule="unit") if counts and words and case.opens_row else None
