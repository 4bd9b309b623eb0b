"""Figures whose noun is left out because one before names it: "40 were dismissed, 15 upheld", "that at Milo 22"."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.nominals import phrase_to, words_of_label
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured, Reading
from customs_kg.builders.figures.meaning.counted import noun_at
from customs_kg.builders.figures.meaning.of_which import done_with
from customs_kg.builders.figures.meaning.predicates import as_subject, predicate
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.quantities.units import NUM

_OF_THEM = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them|the)\b[^;:]{0,90}$", re.IGNORECASE)
_STAND_INS = frozenset({"that", "those", "one", "ones"})
_PLACING = frozenset("at in of for on by from to with under near among between".split())
_OPENERS = frozenset({",", ";", ":", "CC", "("})
_OF_NAMED = re.compile(
    r"(?:^|[;:,] )of (?:(?:the|all|our|its) (?P<noun>[a-z][^\d,;:.()]{2,40}), "
    r"|(?P<kind>(?!others|his|this|various|years)[a-z][a-z -]{2,40}[a-rt-z]s), "
    r"|(?:every|each) (?:[\d,]+|ten|twenty|fifty|hundred|thousand) (?P<things>[a-z][^\d,;:.()]{2,40}?),? )$",
    re.IGNORECASE,
)
_NEXT_PART = re.compile(
    r"(?: of (?:them|these|those))?,?(?: and)? (?P<noun>[^\d,;:.()]{3,40}) (?:in|on|at|with|from|by) "
)
_BROUGHT_TO = re.compile(
    r"(?<!be )(?<!been )(?<!was )(?<!were )\b(?:bring(?:s|ing)|brought|tak(?:es|ing)|took|rais(?:es|ing)|lift(?:s|ing))"
    r"(?: the| its| their| our)? (?!down|up|back|forward|together|out|in )(?P<noun>[a-z][^,;.\d]{2,50}) to\s*$"
)
_NUMBER_OF = re.compile(r"^(?:total )?(?:number|tally|count|total) of (?:such |the |all )?")
_BARE_TOTALS = frozenset({"number", "total", "tally", "count", "total number", "figure", "sum"})
_OF_PARTS = (QuantityForm.COUNT, QuantityForm.PERCENT, QuantityForm.FRACTION)
_OPENED_OF = re.compile(r"(?:^|[;,] )of (?:(?:the|all|our|its|these|those) )?$", re.IGNORECASE)
_UP_TO = re.compile(r"[^\d;:.()]{2,80}, ")
_MOST = 6  # words said of a part


def part_that_did(case: Case) -> Measured | None:
    """As in "of the 412 letters, 230 held money": a verb in the past right after a part is no attribute of a noun."""
    tokens, at = case.tokens, case.following
    if not case.before or case.is_relative or case.is_change or at >= len(tokens):
        return None
    base = case.before[-1]
    if base.quantity.unit != case.quantity.unit or base.is_change or base.measured.prefix:
        return None
    opened = _OPENED_OF.search(case.scene.text[: base.quantity.qualifier_start])
    if not opened or not _UP_TO.fullmatch(case.scene.text[base.quantity.end : case.quantity.qualifier_start]):
        return None
    attribute = at + 2 < len(tokens) and tokens[at + 1].is_noun and tokens[at + 2].tag in ("VBD", "VBP", "MD", "VBZ")
    if tokens[at].tag not in ("VBD", "VBN") or attribute or tokens[at].lower in ("was", "were", "had", "did"):
        return None
    said = predicate(case.scene, at, _MOST)
    tail = f"{base.measured.of_what} {said}".strip()
    plain = Measured(base.measured.noun, tail=tail, rule="of-which", confidence=RESOLVED, known=False)
    return plain if said else None


def part_of_named(case: Case) -> Measured | None:
    """As in "of the 61 appeals, 40 were dismissed, 15 upheld and 6 withdrawn", "of which we lost three"."""
    if case.quantity.form is not QuantityForm.COUNT or case.quantity.unit != NUM or case.is_change:
        return None
    base = _counted_before(case)
    if base is None or noun_at(case, case.following) is not None:
        return None
    of_what = base.measured.of_what
    plain = Measured(base.measured.noun, tail=of_what, rule="of-which", confidence=RESOLVED, known=False)
    if said := _said_after(case):
        return replace(plain, tail=f"{of_what} {said}".strip())
    clause = case.scene.clause_of_subject(case.at)
    if clause is not None and clause.subject and clause.subject[0] >= case.first - 1:
        bare = replace(plain, tail="")
        own = as_subject(case.scene, bare, clause)
        return replace(own, tail=f"{of_what} {own.tail}".strip()) if own != bare else None
    return _lost(case, plain, base)


def of_named_things(case: Case) -> Measured | None:
    """As in "of the travellers, 130 million came by air": things without their number, and what became of some."""
    named = _OF_NAMED.search(case.text_before)
    if named is None or case.quantity.form not in _OF_PARTS or case.is_change:
        return None
    said = predicate(case.scene, case.following, _MOST)
    noun = named["noun"] or named["kind"] or named["things"]
    prefix = "" if case.quantity.form is QuantityForm.COUNT else "share of"
    found = Measured(noun, tail=said, prefix=prefix, rule="of-which", confidence=RESOLVED, known=False)
    return found if said else None


def brought_to(case: Case) -> Measured | None:
    """As in "bringing the fleet to 24", "which brings the pacts in force to 11": what a verb of adding takes there."""
    match = _BROUGHT_TO.search(case.text_before) if case.text_before.rstrip().endswith(" to") else None
    if match is None or case.is_change or noun_at(case, case.following) is not None:
        return None
    noun = _NUMBER_OF.sub("", match["noun"])
    return None if noun in _BARE_TOTALS else Measured(noun, rule="brought", confidence=RESOLVED)


def next_part(case: Case) -> Measured | None:
    """As in "silk was found in 9 of them, tea in 4 and other goods in 2": the part that a noun alone tells."""
    if not case.before or case.before[-1].measured.rule != "of-which":
        return None
    last = case.before[-1]
    between = case.scene.text[last.quantity.end : case.quantity.qualifier_start]
    match = _NEXT_PART.fullmatch(between)
    if match is None or not last.measured.tail.startswith("(") or noun_at(case, case.following) is not None:
        return None
    return replace(last.measured, tail=f"({match['noun']})")


def _counted_before(case: Case) -> Reading | None:
    """The nearest count of named things: in the sentence, or before it where the figure opens the sentence."""
    opens = case.first == 0 or all(t.tag in ("RB", "IN", "DT", ",") for t in case.tokens[: case.first])
    opens |= bool(done_with(case))
    here = [r for r in case.before if _names(r)]
    there = [r for r in case.earlier if _names(r)] if opens or not case.before else []
    larger = [r for r in (*reversed(here), *reversed(there)) if r.quantity.value >= case.quantity.value]
    return larger[0] if larger else None


def _names(reading: Reading) -> bool:
    counted = reading.quantity.form is QuantityForm.COUNT and reading.quantity.unit == NUM
    return counted and not reading.is_change and bool(reading.measured.noun)


def _said_after(case: Case) -> str:
    """The participle, adjective or "not at all" after a figure: what became of the part."""
    at, tokens = case.following, case.tokens
    if at >= len(tokens) or not (_opens_part(case) and case.before):
        return ""
    told = tokens[at].tag in ("VBN", "JJ") or tokens[at].lower == "not"
    past = tokens[at].tag == "VBD" and tokens[at].lower not in ("was", "were", "had", "did")
    return predicate(case.scene, at, _MOST) if told or past else ""


def _opens_part(case: Case) -> bool:
    return case.first == 0 or case.tokens[case.first - 1].tag in _OPENERS


def _lost(case: Case, plain: Measured, base: Reading) -> Measured | None:
    """As in "of which we lost three", "opened nine inquiries and closed seven": the verb right before the figure."""
    verb = done_with(case)
    after = case.tokens[case.following] if case.following < len(case.tokens) else None
    ends = after is None or after.tag in (",", ".", ";", "CC", ")") or after.lower == "of"
    again = verb in base.measured.verb.split()  # "We opened 400 letters. Last year we opened 375"
    joined = base in case.before or again or _OF_THEM.search(case.text_before)
    return replace(plain, verb=verb) if verb and ends and joined else None


def that_of(case: Case) -> Measured | None:
    """As in "the post at Gorna has 41 people, that at Milo 22", "exports rose to X and those of tea to Y"."""
    if not case.before or case.is_change:
        return None
    base = case.before[-1]
    stood = _stand_in(case)
    if stood is None:
        return None
    at, end = stood
    word = case.tokens[at].lower
    if word not in _PLACING or base.is_change:
        return None
    place = words_of_label(case.tokens[at + 1 : end])
    if not place:
        return None
    whole = base.measured
    head, _, tail = f"{whole.noun} {whole.tail}".strip().partition(f" {word} ")
    if word == "of":
        noun = f"{head} of {place}" if tail else place
        return replace(whole, noun=noun, tail="", rule="gapped", confidence=RESOLVED, known=not tail)
    return replace(whole, noun=head, tail=f"{word} {place}", rule="gapped", confidence=RESOLVED, known=False)


def _stand_in(case: Case) -> tuple[int, int] | None:
    """The preposition after "that", "those" or "the one" before the figure, or of a bare place, and where it ends."""
    end = case.first
    while end > 0 and case.tokens[end - 1].lower in (
        "to",
        "from",
        "at",
        "was",
        "is",
        "were",
        "are",
        "has",
        "had",
        "by",
    ):
        end -= 1
    last = case.scene.places[case.before[-1].quantity.start]
    phrase = phrase_to(case.tokens, end)
    if phrase is None or phrase.end != end or phrase.start - 1 <= last:
        return None
    start = phrase.start
    while start - 1 > last and case.tokens[start - 1].tag in ("DT", "PRP$"):
        start -= 1
    at = start - 1
    stand_in = case.tokens[at - 1].lower in _STAND_INS
    first = at - 1 - (stand_in and case.tokens[at - 2].lower == "the") if stand_in else at
    if first - 1 < last or (case.tokens[first - 1].tag not in _OPENERS and case.tokens[first - 1].lower != "while"):
        return None
    word = case.tokens[at].lower
    opened = any(
        t.lower == word and i + 1 < last and case.tokens[i + 1].tag == "NNP" for i, t in enumerate(case.tokens[:last])
    )
    same = (f" {word} " in f" {case.before[-1].measured.label} " or opened) and end == case.first
    return (at, end) if stand_in or same else None
