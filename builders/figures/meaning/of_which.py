"""Parts of the figure before: "11 of which were signed", "of whom 12 million came by sea", "there are 60 of them"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.nominals import (
    phrase_from,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.figures.context.case import (
    GUESSED,
    LIGHT_VERBS,
    MEASURING_VERBS,
    PRONOUNS,
    RESOLVED,
    Case,
    Measured,
)
from customs_kg.builders.figures.meaning.counted import noun_at
from customs_kg.builders.figures.meaning.predicates import predicate
from customs_kg.builders.quantities.quantity import QuantityForm

_OF_WHICH_BEFORE = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them|this|that|it),?\s*$", re.I)
_REACH = 24  # characters that hold what the pattern above finds
_OF_WHICH_AFTER = re.compile(r"^,? of (?:which|whom|these|those|them)\b", re.I)
_OF_IT = re.compile(r"^ of it\b")
_NAMED_PART = re.compile(
    r"\b[Oo]f (?:which|this|that|these|it|whom)"
    r" (?P<noun>(?!(?:in|at|by|from|on|for|to|with|only|some|about|over|against|up|down|double|and|or|was|were|is) )"
    r"(?![^,;:.()\d]*\baccount)[A-Za-z][^,;:.()\d]{2,50}?)(?:,| for| with)? $"
)
_HOLDING = frozenset("account hold have house represent receive handle take include contain employ".split())
_PARTICLES = frozenset("out off up down back on".split())


def of_which(case: Case) -> Measured | None:
    """As in "11 of which were signed", "of whom 12 million came by sea": a part of the figure before."""
    after = _OF_WHICH_AFTER.match(case.text_after)
    if after is None and case.text_before.endswith(", "):  # "39 million was paid, 33 million of it in dues"
        after = _OF_IT.match(case.text_after)
    if after and _is_of_next(case, case.quantity.end + after.end()):
        after = None
    before = case.text_before
    if not after and not _OF_WHICH_BEFORE.search(before, max(0, len(before) - _REACH)):
        return None
    base = case.whole()
    verb_next = case.following < len(case.tokens) and case.tokens[case.following].tag in (
        "VBN",
        "VBD",
        "VBZ",
        "VBP",
        "MD",
    )
    own = None if after or verb_next else noun_at(case, case.following)
    if not after and (named := _what_they_were(case)) is not None:
        return named
    if own is not None:
        clause = case.scene.clause_of_subject(case.at) or case.scene.clause_after(case.at)
        said = predicate(case.scene, clause.group[0]) if clause else ""
        whole = f"(of {base.measured.label})" if base and not said else ""
        return replace(
            own,
            tail=" ".join(p for p in (own.tail, said, whole) if p),
            rule="of-which",
            confidence=RESOLVED,
            known=False,
        )
    at = case.scene.token_at(case.quantity.end + after.end()) if after else case.following
    if after and base is not None and (part := _sum_named(case, at)) is not None:
        return part
    tail = predicate(case.scene, at)
    if base is None:
        return _existing(case, tail)
    prefix = "share of" if case.is_relative else ""
    verb = done_with(case) if after else ""
    told = " ".join(p for p in (tail, _whose_part(case) if after else "") if p) or ("" if verb else "(part)")
    placed = at < len(case.tokens) and case.tokens[at].tag == "IN"  # "412 were held, of which 78 at sea"
    verb = verb or (base.measured.verb if placed and base in case.before else "")
    tail = f"{base.measured.of_what} {told}".strip()
    return replace(
        base.measured, verb=verb, tail=tail, prefix=prefix, rule="of-which", confidence=RESOLVED, known=False
    )


def _what_they_were(case: Case) -> Measured | None:
    """As in "of which 14 were free ports": things with a name of their own, not "were new" or "were opened"."""
    tokens, at = case.tokens, case.following + 1
    if at >= len(tokens) or tokens[case.following].lower not in ("were", "are"):
        return None
    phrase = phrase_from(tokens, at)
    named = phrase is not None and phrase.start == at and (phrase.size > 1 or tokens[at].start + 20 < tokens[at].end)
    if not named or phrase is None or not (tokens[phrase.head].tag == "NNS" or tokens[at].text.endswith("s")):
        return None
    noun = noun_at(case, at)
    return replace(noun, rule="of-which", confidence=RESOLVED, known=False) if noun is not None else None


def part_named(case: Case) -> Measured | None:
    """As in "revenue came to 9 million, of which tolls on lorries 3 million": the part has a name of its own."""
    match = _NAMED_PART.search(case.text_before)
    if match is None or case.is_change or case.is_relative or not case.before:
        return None
    first, last = case.scene.token_at(match.start("noun")), case.scene.token_at(match.end("noun") - 1)
    if any(c.finite and first <= c.group[0] <= last for c in case.scene.clauses):
        return None
    own = noun_at(case, case.following) if case.quantity.form is QuantityForm.COUNT else None
    return None if own else Measured(match["noun"], rule="part-of-sum", confidence=RESOLVED)


def _sum_named(case: Case, at: int) -> Measured | None:
    """As in "9 million, 3 million of it tolls on lorries": what a part of a sum was."""
    if case.quantity.form is not QuantityForm.MONEY or at >= len(case.tokens):
        return None
    at += case.tokens[at].lower == "in"  # "33 million of it in dues"
    phrase = phrase_from(case.tokens, at)
    placed = phrase is not None and (case.tokens[at].tag.startswith("NNP") or at in case.scene.stops)
    if phrase is None or phrase.start != at or placed:
        return None
    full = with_complements(case.tokens, phrase, case.scene.stops)
    return Measured(words_of_label(case.tokens[at : full.end]), rule="part-of-sum", confidence=RESOLVED)


def _is_of_next(case: Case, at: int) -> bool:
    """As in "calls received: 402, of which 61% were short", "9 tons, of which Orle took 4": the part comes after it."""
    opening = case.tokens[case.scene.token_at(at)] if at < len(case.scene.text) else None
    if case.text_after.startswith(",") and opening is not None and (opening.is_noun or opening.tag == "DT"):
        return True
    following = next((q for q in case.scene.passage.quantities if q.start >= at), None)
    return following is not None and following.qualifier_start - at <= 2


def _whose_part(case: Case) -> str:
    """As in "beer accounted for 611 of them", "the Orle centre held 274 of them": whose the part is."""
    clause = case.scene.clause_before(case.first)
    run = case.scene.subject_of(clause) if clause is not None else None
    beside = case.first > 0 and case.tokens[case.first - 1].tag == "IN"
    if clause is None or run is None or not (beside or (clause.lemma in _HOLDING and not clause.passive)):
        return ""
    words = case.tokens[run[0] : run[1]]
    if beside and (case.scene.names_body(words) or any(t.tag == "PRP" for t in words)):  # "we took steps in 11 of them"
        return f"({words_of_label(case.tokens[clause.verb : case.first - 1])})" if not clause.passive else ""
    did = f" {case.tokens[clause.verb].lower}" if beside and clause.lemma not in _HOLDING else ""
    return "" if any(t.tag == "PRP" for t in words) else f"({words_of_label(words[:8])}{did})"


def done_with(case: Case) -> str:
    """The participle of an active verb right before a figure, with its particle: "closed", "sent back"."""
    clause = case.scene.clause_before(case.first)
    if clause is None or clause.passive or clause.lemma in LIGHT_VERBS | MEASURING_VERBS:
        return ""
    between = case.tokens[clause.group[1] : case.first]
    if any(t.tag != "RP" and t.lower not in _PARTICLES for t in between):
        return ""
    return " ".join([past_participle(case.tokens[clause.verb].text), *(t.lower for t in between)])


def _existing(case: Case, tail: str) -> Measured | None:
    """As in "there are 60 of them": the thing that the clause before speaks of."""
    for clause in sorted(
        (c for c in case.scene.clauses if c.finite and c.group[1] < case.first), key=lambda c: c.group, reverse=True
    ):
        at = clause.group[1]
        while at < case.first and (at in case.scene.stops or case.tokens[at].tag in (",", "IN", "RB")):
            at += 1
        phrase = phrase_from(case.tokens, at)
        if phrase is None or phrase.end > case.first or case.tokens[phrase.start].lower in PRONOUNS:
            continue
        words = case.tokens[phrase.start : phrase.end]
        noun = words_of_label([t for t in words if t.lower not in ("first", "last", "second")])
        return Measured(noun, tail=predicate(case.scene, phrase.end), rule="antecedent", confidence=GUESSED)
    return Measured("", tail=tail, rule="of-which", confidence=GUESSED) if tail else None
