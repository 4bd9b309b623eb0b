"""Shares of a whole: "30 per cent of trade", "in 96 percent of the cases", "13 and 21% of imports respectively"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import (
    phrase_from,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.token import Token
from customs_kg.builders.figures.context.case import (
    LIGHT_VERBS,
    Case,
    Measured,
)
from customs_kg.builders.figures.meaning.nouns import changed_thing
from customs_kg.builders.figures.meaning.predicates import predicate, relative_participle
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.quantities.quantity import QuantityForm

_MAKING_UP = frozenset("be have make represent constitute comprise account form cover contribute supply equal".split())
_BACKWARD = frozenset("amount total sum number figure value volume revenue".split())
_EQUALS = re.compile(
    r"(?:\b(?:equivalent|equal|corresponding|amounting) to|, or|\bi\.e\.,?|\baccounting for|\brepresenting)\s*$", re.I
)
_OR_COUNT = re.compile(r"(?:(?:, or|,| \() ?[\d.,]*\d)?[,)] (?=of )")  # "25 percent, or 318, of the samples"
_ONE_THING_IN = re.compile(r"[\w-]+ (?P<noun>[A-Za-z-]{3,}(?: [A-Za-z-]{3,}){0,2}?) (?:in|out of) (?!every\b$)")


def share_of(case: Case) -> Measured | None:
    """As in "30 per cent of trade runs through them", "in 96 percent of the cases seen"."""
    if case.quantity.form not in (QuantityForm.PERCENT, QuantityForm.FRACTION):
        return None
    if case.is_change:
        return changed_thing(case) if case.measure.form == "noun-after" else None
    if (inside := _ONE_THING_IN.match(case.quantity.stated)) is not None:
        clause = case.scene.clause_of_subject(case.at)
        said = predicate(case.scene, clause.group[0] if clause else case.following)
        return Measured(inside["noun"].lower(), tail=said, prefix="share of", rule="share", known=False)
    at = case.scene.after(case.run()[-1])
    if (count := _OR_COUNT.match(case.scene.text, case.run()[-1].end)) is not None:
        return _plain_share(case, case.scene.token_at(count.end()))
    if at < len(case.tokens) and case.quantity.form is QuantityForm.FRACTION and len(case.run()) == 1:
        bare = case.tokens[at].tag in ("DT", "PRP$", "NNS")  # "half the ferries", "six in ten firms"
        if bare or case.quantity.stated.lower().startswith("every "):
            return _plain_share(case, at - 1)
    if at >= len(case.tokens) or case.tokens[at].lower != "of":
        return None
    return _respective_share(case, at) if len(case.run()) > 1 else _plain_share(case, at)


def _plain_share(case: Case, at: int) -> Measured | None:
    tokens = case.tokens
    phrase = phrase_from(tokens, at + 1)
    if phrase is None or (phrase.head in case.scene.stops and tokens[phrase.head].lower != "time"):
        return None
    noun = words_of_label(tokens[phrase.start : phrase.end])
    base = case.last_level()
    if (
        noun in _BACKWARD
        and tokens[at + 1].lower in ("the", "this", "that", "these", "its", "their")
        and base is not None
    ):
        noun = base.measured.label
    if noun == "time" and (said_of := subject_measured(case)) is not None:
        return replace(said_of, prefix="share of time of", rule="share", known=False)
    full = with_complements(tokens, phrase, case.scene.stops)
    tail = words_of_label(tokens[phrase.end : full.end])
    clause = case.scene.clause_of_subject(case.at)
    verb = ""
    if clause is not None:
        said = predicate(case.scene, clause.group[1] if clause.lemma == "be" else clause.verb)
    else:
        verb = relative_participle(case.scene, at + 1)[0]
        clause = case.scene.clause_before(case.first)
        said = _whole_clause(case, clause) if clause and _after_preposition(case) else ""
        if base is not None and base in case.before and _EQUALS.search(case.text_before):
            said, clause = f"({base.measured.label})", None
        if clause is not None and not said and not verb and case.scene.links(clause.group[1], case.first):
            makes_up = clause.lemma in _MAKING_UP
            verb = "" if makes_up else past_participle(tokens[clause.verb].text)
            said = _subject_of_share(case, clause) if makes_up else ""
    if not said and not verb and full.end < len(tokens) and tokens[full.end].tag in ("VBN", "VBD"):
        said = predicate(case.scene, full.end)  # "92 per cent of calls answered in time"
    return Measured(noun, verb, " ".join(p for p in (tail, said) if p), "share of", "share", known=False)


def _respective_share(case: Case, at: int) -> Measured | None:
    """As in "A and B made up 31 % and 22 % of trade, respectively": the share of the one that has the same place."""
    phrase = phrase_from(case.tokens, at + 1)
    clause = case.scene.clause_before(case.scene.before(case.run()[0]))
    run = case.scene.subject_of(clause) if clause else None
    if phrase is None or run is None:
        return None
    full = with_complements(case.tokens, phrase, case.scene.stops)
    noun = words_of_label(case.tokens[phrase.start : full.end])
    base = case.last_level()
    bare = phrase.size == 1 and case.tokens[phrase.head].lemma in _BACKWARD
    if bare and base is not None and not base.is_change:
        noun = (case.earlier[-1] if case.earlier else base).measured.noun
    parts = _coordinated(case, *run)
    named = parts[case.place_in_run()] if len(parts) == len(case.run()) else list(case.tokens[slice(*run)])
    return Measured(noun, tail=f"({words_of_label(named)})", prefix="share of", rule="share", known=False)


def _coordinated(case: Case, start: int, end: int) -> list[list[Token]]:
    """The members of a row: "A, B and C"."""
    parts: list[list[Token]] = [[]]
    for token in case.tokens[start:end]:
        if token.tag in (",", "CC"):
            parts.append([])
        elif token.tag != "DT":
            parts[-1].append(token)
    return [part for part in parts if part]


def _after_preposition(case: Case) -> bool:
    """As in "in only 2 per cent of cases"."""
    at = case.first - 1
    while at > 0 and case.tokens[at].tag == "RB":
        at -= 1
    return at >= 0 and case.tokens[at].tag == "IN"


def _subject_of_share(case: Case, clause: Clause) -> str:
    """As in "electronic declarations were 98 percent of the total"."""
    run = case.scene.subject_of(clause)
    if run is None and clause.form.value == "gerund":  # "they are our main partners, making up 41% of the total"
        main = next((c for c in reversed(case.scene.by_end) if c.finite and c.group[1] <= clause.group[0]), None)
        said = predicate(case.scene, main.group[1] if main.lemma == "be" else main.verb) if main else ""
        return f"({said})" if said else ""
    return f"({words_of_label(case.tokens[run[0] : run[1]])})" if run else ""


def _whole_clause(case: Case, clause: Clause) -> str:
    run = case.scene.subject_of(clause)
    start = run[0] if run else clause.group[0]
    if run and clause.lemma in LIGHT_VERBS:
        return f"({words_of_label(case.tokens[run[0] : run[1]])})"
    kept = [
        t
        for i, t in enumerate(case.tokens[start : case.first - 1], start)
        if t.tag not in (")", "(") and i not in case.scene.stops
    ]
    return f"({words_of_label(kept[:16])})" if kept else ""
