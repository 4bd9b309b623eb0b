"""Figures of lists and asides: the name stands right before the figure, or before the brackets that hold it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import NounPhrase, complement_at, phrase_to, words_of_label
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import can_be_noun
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured, Reading
from customs_kg.builders.figures.meaning.predicates import predicate
from customs_kg.builders.quantities.quantity import QuantityForm

_MARKS = frozenset({",", ";", ":", "(", ")", "."})
_OPENING = frozenset(
    "include comprise be contain cover see show record name namely including among with follow".split()
)
_OPENERS = frozenset("included include includes including comprised were was are namely among".split())
_MOST = 9  # words of a name
_APART = re.compile(
    r"(?:,|\(|-) ?(?:or|i\.e\.|that is(?: to say)?|that is|equivalent to|equal to|representing|corresponding to"
    r"|accounting for|being|making up|amounting to)?,?\s*$",
    re.I,
)
_GENERAL_WHOLE = frozenset("total whole amount sum number figure value volume them these those".split())


def listed(case: Case) -> Measured | None:
    """As in "Finds: grain 120 kg, fruit 44 kg", "(air 62%, sea 38%)", "oil gave X, gas Y and coal Z"."""
    if case.is_change or case.first == 0 or not _ends_item(case):
        return None
    start = _item_start(case)
    words = case.tokens[start : case.first]
    if not words or len(words) > _MOST or words[0].tag in ("IN", "TO"):
        return None
    if not (words[-1].is_noun or _is_plural(words[-1])):
        return None
    if any(c.finite and start <= c.group[0] < case.first - _is_plural(words[-1]) for c in case.scene.by_end):
        return None
    lead = _lead(case, start)
    if lead is None:
        return None
    noun = words_of_label([t for t in words if t.tag not in ("CC", "RB")])
    prefix = "share of" if case.quantity.form is QuantityForm.PERCENT else ""
    tail = f"({lead})" if lead else ""
    return Measured(noun, tail=tail, prefix=prefix, rule="listed", confidence=RESOLVED, known=not (lead or prefix))


def named_by_comma(case: Case) -> Measured | None:
    """As in "audits completed, 417; dogs, 12", "made up of tariffs, EUR 3 million; excise, EUR 2 million"."""
    tokens, first = case.tokens, case.first
    if case.is_change or first < 2 or tokens[first - 1].tag != "," or not _ends_item(case):
        return None
    start = first - 1
    while start > 0 and tokens[start - 1].tag not in _MARKS and start - 1 not in case.scene.stops:
        if tokens[start - 1].is_verb and tokens[start - 1].tag not in ("VBN", "VBD"):
            break
        start -= 1
    ends = {case.scene.after(q) for q in case.scene.passage.quantities}
    opened = start == 0 or tokens[start - 1].tag in (";", ":") or start - 1 in ends
    first_of_row = not opened and re.match(r"^\s*;", case.text_after) is not None
    words: Sequence[Token] = tokens[start : first - 1]
    if not (opened or first_of_row) or any(
        c.finite and start < c.group[0] < first and not _ends(case, c) for c in case.scene.by_end
    ):
        return None
    if first_of_row:
        words = _after_preposition(words)
    while words and words[0].tag in ("CC", "DT"):
        words = words[1:]
    noun = words_of_label(words)
    if not noun or words[0].tag in ("IN", "TO", "RB", "PRP") or not any(t.is_noun for t in words) or len(words) > _MOST:
        return None
    return Measured(noun, rule="listed", confidence=RESOLVED)


def _ends(case: Case, clause: Clause) -> bool:
    """A form in -ed at the end of a name: "audits completed,"."""
    return clause.group[1] == case.first - 1 and clause.group[1] - clause.group[0] == 1


def _after_preposition(words: Sequence[Token]) -> Sequence[Token]:
    """The last noun phrase of the words before the first item: "composed of tariffs"."""
    at = max((i for i, t in enumerate(words) if t.lower == "of" and i and words[i - 1].is_verb), default=-1)
    return words[at + 1 :] if at >= 0 else words


def _ends_item(case: Case) -> bool:
    """Whether nothing of the item follows its figure."""
    after = case.tokens[case.following] if case.following < len(case.tokens) else None
    return after is None or after.tag in _MARKS or after.lower in ("and", "or")


def _is_plural(token: Token) -> bool:
    """A plural that was taken for a verb: "meat products 84"."""
    return token.tag == "VBZ" and can_be_noun(token.lower)


def _item_start(case: Case) -> int:
    """Where the words before a figure begin: after a mark, a verb, or "and" behind another figure."""
    tokens, scene, at = case.tokens, case.scene, case.first
    while at > 0 and tokens[at - 1].tag not in _MARKS and at - 1 not in scene.stops:
        if at - 1 in scene.ends and tokens[at - 1].tag == "CC":
            break
        verb = tokens[at - 1].is_verb and tokens[at - 1].tag != "VBN"
        if (verb and not (at == case.first and _is_plural(tokens[at - 1]))) or tokens[at - 1].lower in _OPENERS:
            break
        at -= 1
    return at


def _lead(case: Case, start: int) -> str | None:
    """What the items of a list are: the words before its colon, its whole, or ""; None where there is no list."""
    tokens = case.tokens
    if start == 0:
        return "" if not any(c.finite for c in case.scene.clauses) else None
    opener = tokens[start - 1]
    last = case.before[-1] if case.before else None
    if opener.tag in (",", ";", "CC") and last is not None:
        return _lead_of(last)
    if opener.tag in (":", "("):
        return _before_list(case, start - 1)
    if opener.lower in _OPENING or opener.lemma in _OPENING or opener.lower in _OPENERS:
        clause = case.scene.clause_before(start)
        run = case.scene.subject_of(clause) if clause else None
        return words_of_label(tokens[run[0] : run[1]][:8]) if run else ""
    return None


def _lead_of(last: Reading) -> str | None:
    """The lead of the item before; other figures before make no list, but "oil gave X, gas Y" does."""
    if last.measured.rule in ("listed", "labelled"):
        return last.measured.tail.removeprefix("(").removesuffix(")") if last.measured.rule == "listed" else ""
    return "" if last.measured.rule in ("subject", "gapped") and last.measured.prefix != "share of" else None


def _before_list(case: Case, mark: int) -> str:
    """The words before the colon or bracket of a list; of a figure before it, what that measures."""
    whole = next((r for r in reversed(case.before) if case.scene.places[r.quantity.start] < mark), None)
    if whole is not None and not whole.is_change:
        return whole.measured.label
    start = mark
    while start > 0 and case.tokens[start - 1].tag not in _MARKS:
        start -= 1
    return words_of_label(
        [t for i, t in enumerate(case.tokens[start:mark], start) if i not in case.scene.stops][:_MOST]
    )


def bracketed(case: Case) -> Measured | None:
    """As in "Excise on beer (down 7%)", "cruise calls (61)": alone in brackets, of the words before them."""
    inside = case.scene.in_brackets(case.quantity.start)
    if inside is None or not re.fullmatch(
        r"(?:up|down|by|[+\-\u2212])?\s*", case.scene.text[inside[0] : case.quantity.qualifier_start]
    ):
        return None
    if case.scene.text[case.quantity.end : inside[1]].strip():
        return None
    opening = next((i for i in range(case.first - 1, -1, -1) if case.tokens[i].tag == "("), 0)
    figures = {case.scene.after(q): q for q in case.scene.passage.quantities}
    phrase = phrase_to(case.tokens, opening)
    first = (
        phrase.start - (case.tokens[phrase.start - 1].tag not in _MARKS) if phrase is not None and phrase.start else 0
    )
    if phrase is None or phrase.end != opening or any(first <= at <= opening for at in figures):
        return None
    full = _with_phrases_before(case, phrase)
    if any(full.start <= place < opening for place in case.scene.places.values()):
        return None
    words = [t for t in case.tokens[full.start : full.end] if t.tag != "DT"]
    prefix = "" if case.is_change or case.quantity.form is not QuantityForm.PERCENT else "share of"
    return Measured(words_of_label(words), prefix=prefix, rule="bracketed", confidence=RESOLVED, known=not prefix)


def _with_phrases_before(case: Case, phrase: NounPhrase) -> NounPhrase:
    """A phrase with those that it completes: "excise on beer"."""
    while phrase.start > 1 and case.tokens[phrase.start - 1].tag == "IN":
        wider = phrase_to(case.tokens, phrase.start - 1)
        if wider is None or wider.end != phrase.start - 1:
            break
        phrase = NounPhrase(wider.start, phrase.end, wider.head)
    return phrase


def part_apart(case: Case) -> Measured | None:
    """As in "8,130 travellers (38%)", "CHF 118 million, or 30 per cent of the total": what the figure before it is."""
    if case.quantity.form not in (QuantityForm.PERCENT, QuantityForm.FRACTION) or case.is_change or not case.before:
        return None
    base = case.before[-1]
    if base.is_change or base.quantity.form in (QuantityForm.PERCENT, QuantityForm.MULTIPLE, QuantityForm.POINT):
        return None
    between = case.scene.text[base.quantity.end : case.quantity.qualifier_start]
    if not _APART.search(between) or re.search(r"[;:.] ", between) or len(between) > 70:
        return None
    tail = base.measured.tail
    if (of_what := _whole_named(case)) and of_what not in base.measured.label:
        tail = f"{tail} of {of_what}".strip()
    after = case.tokens[case.following] if case.following < len(case.tokens) else None
    if between.endswith(", ") and after is not None and after.tag in ("VBD", "VBN", "VBZ", "VBP"):
        tail = f"{tail} {predicate(case.scene, case.following)}".strip()  # "of the 31 cars, 7 per cent carried arms"
    return replace(base.measured, tail=tail, prefix="share of", rule="part", confidence=RESOLVED, known=False)


def _whole_named(case: Case) -> str:
    """The noun after "of" where it is no bare "total"."""
    at = case.following
    if at + 1 >= len(case.tokens) or case.tokens[at].lower != "of":
        return ""
    end = complement_at(case.tokens, at, case.scene.stops)
    words = [t for t in case.tokens[at + 1 : end or at + 1] if t.tag != "DT"]
    return "" if not words or words[0].lemma in _GENERAL_WHOLE else words_of_label(words)
