"""Figures that share what an earlier figure measures: changes, values, parts, second figures of the same thing."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.clauses import Clause
from customs_kg.builders.figure_case import GUESSED, LIGHT_VERBS, PLAIN, PRONOUNS, RESOLVED, Case, Measured, Reading
from customs_kg.builders.figure_counted import as_subject, noun_at, predicate, relative_participle, with_verb
from customs_kg.builders.figure_subjects import subject_measured
from customs_kg.builders.measures import Relation
from customs_kg.builders.nominals import (
    NounPhrase,
    complement_at,
    phrase_from,
    phrase_to,
    with_complements,
    words_of_label,
)
from customs_kg.builders.participles import done_to, past_participle
from customs_kg.builders.quantity import QuantityForm
from customs_kg.builders.scene import Scene

_MAKING_UP = frozenset("be have make represent constitute comprise account form cover contribute supply equal".split())
_BACKWARD = frozenset("amount total sum number figure value volume revenue".split())
_COLLECTIVE = frozenset(
    "force workforce staff fleet team network group body membership crew headcount corps complement pool stock population".split()
)
_WORTH = re.compile(
    r"\b(?:worth|valued at|worth of|involving|(?:with|at|to|for|of) an? (?:\w+ ){0,3}(?:value|cost|tune|amount)(?: (?:of|above|over|exceeding))?"
    r"|to the (?:value|tune|amount) of|(?:with|at) (?:the |their |its )?(?:\w+ ){0,2}value (?:of|at|estimated at|totall?ing))"
    r"(?: (?:about|an estimated|a total value of|a total of|value of|goods worth))?\s*$",
    re.I,
)
_INVOLVING_TOTAL = re.compile(
    r"\b(?:involving|involve[sd]?|with) (?:an? |the )?(?:[\w-]+ ){0,3}(?:value|worth|amount|sum|duty|duties|tax(?:es)?) of\s*$",
    re.I,
)
_INVOLVED_IN = re.compile(r"^ (?:was |were |is |are )?(?:involved|concerned|at stake) in\b")
_OF_WHICH_BEFORE = re.compile(r"\b(?:of|among) (?:which|whom|these|those|them),?\s*$", re.I)
_OF_WHICH_AFTER = re.compile(r"^,? of (?:which|whom|these|those|them)\b", re.I)
_BRINGS_TOTAL = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|took|taking|raising|raised) (?:the|their|its) (?:\w+ )?(?:total|number|tally|count)\b[^,;]* to\s*$",
    re.I,
)
_CHANGE_IN = re.compile(r"^(?: of)?[^.,;]{0,60}?\b(?:in|of|for) ")


def of_which(case: Case) -> Measured | None:
    """As in "11 of which were signed", "of whom 124.2 million arrived by air": a part of the figure before."""
    after = _OF_WHICH_AFTER.match(case.text_after)
    if not after and not _OF_WHICH_BEFORE.search(case.text_before):
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
    tail = predicate(case.scene, at)
    if base is None:
        return _existing(case, tail)
    prefix = "share of" if case.is_relative else ""
    return replace(
        base.measured, verb="", tail=tail or "(part)", prefix=prefix, rule="of-which", confidence=RESOLVED, known=False
    )


def _with_named(case: Case) -> str:
    """ "followed by Germany with 11.2 percent"."""
    if case.first < 2 or case.tokens[case.first - 1].lower != "with":
        return ""
    phrase = phrase_to(case.tokens, case.first - 1)
    return words_of_label(case.tokens[phrase.start : phrase.end]) if phrase else ""


def _existing(case: Case, tail: str) -> Measured | None:
    """As in "there are 94 of them": the thing that the clause before speaks of."""
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


# --- changes of what an earlier figure measures


def change_of_before(case: Case) -> Measured | None:
    """As in "an increase of 5%", "(up 5%)", "4 times that of 2015": a change of the figure before."""
    if not case.is_change or case.measure.own_subject:
        return None
    partner = _respective(case)
    base = partner or case.last_level()
    if partner is None and _has_subject(case, base):
        return subject_measured(case)
    if base is None or (base.measure.goal and not case.before):
        return subject_measured(case)
    confidence = min(base.measured.confidence, PLAIN if base in case.before else RESOLVED)
    return replace(base.measured, confidence=confidence)


def _has_subject(case: Case, base: Reading | None) -> bool:
    """As in "exports were up 5%": the clause of the change has a subject of its own, after the figure before."""
    if case.measure.form == "more" and base in case.before:
        return False
    clause = case.scene.clause_before(case.first)
    if clause is None or not case.scene.links(clause.group[1], case.first):
        return False
    run = case.scene.subject_of(clause)
    if run is None or (base in case.before and base is not None and case.scene.places[base.quantity.start] >= run[0]):
        return False
    return not all(t.lower in PRONOUNS or t.tag in ("DT", "RB") for t in case.tokens[run[0] : run[1]])


def _respective(case: Case) -> Reading | None:
    """The partner of a figure in "A and B rose by x and y respectively": lists are matched from their ends."""
    if not case.is_respective:
        return None
    run = case.run()
    levels = [r for r in case.before if not r.is_change and r.quantity.start < run[0].start]
    place = case.place_in_run()
    return levels[len(levels) - len(run) + place] if len(levels) >= len(run) > 1 else None


def changed_thing(case: Case) -> Measured | None:
    """As in "a growth of 5% in revenue", "a 5% increase in revenue"; else the figure before, or the subject."""
    match = _CHANGE_IN.match(case.text_after)
    if match:
        at = case.scene.token_at(case.quantity.end + match.end())
        phrase = phrase_from(case.tokens, at)
        if phrase is not None and not any(i in case.scene.stops for i in range(at, phrase.end)):
            full = with_complements(case.tokens, phrase, case.scene.stops)
            tail = words_of_label(case.tokens[phrase.end : full.end])
            return Measured(words_of_label(case.tokens[phrase.start : phrase.end]), tail=tail, rule="change-in")
    base = case.last_level()
    return base.measured if base is not None and base in case.before else subject_measured(case)


# --- values


def worth(case: Case) -> Measured | None:
    """As in "cases worth RMB52.93 billion", "involving a total value of": the value of the things before."""
    if case.quantity.form is not QuantityForm.MONEY or case.is_change:
        return None
    if match := _INVOLVED_IN.match(case.text_after):
        own = noun_at(case, case.scene.token_at(case.quantity.end + match.end()))
        if own is None:
            return None
        return replace(own, prefix="value of")
    match = _INVOLVING_TOTAL.search(case.text_before) or _WORTH.search(case.text_before)
    if not match:
        return None
    at = case.scene.token_at(match.start())
    at -= at > 1 and case.tokens[at - 1].tag == ","
    clause = case.scene.clause_before(at + 1)
    if clause is not None and at in range(clause.group[1], clause.group[1] + 2) and clause.lemma == "be":
        found = subject_measured(case)
        return replace(found, prefix="value of", rule="worth") if found else None
    return value_of(case, at)


def value_of(case: Case, at: int) -> Measured | None:
    """The value of the noun phrase before `at`, or of the counted things before."""
    scene = case.scene
    base = next(
        (r for r in reversed(case.before) if r.quantity.form in (QuantityForm.COUNT, QuantityForm.MEASURE)), None
    )
    phrase = phrase_to(scene.tokens, at)
    place = scene.places[base.quantity.start] if base else -1
    if (
        base is not None
        and not base.is_change
        and (phrase is None or phrase.start <= place + 1 or _unbroken(scene, place, at))
    ):
        return replace(base.measured, prefix="value of", rule="worth")
    if phrase is None:
        return replace(base.measured, prefix="value of", rule="worth", confidence=RESOLVED) if base else None
    counted = Measured(words_of_label(scene.tokens[phrase.start : phrase.end]))
    clause = scene.clause_of_subject(phrase.head)
    counted = as_subject(scene, counted, clause) if clause else _as_object_of(case, counted, phrase)
    return replace(counted, prefix="value of", rule="worth")


def _as_object_of(case: Case, counted: Measured, phrase: NounPhrase) -> Measured:
    clause = case.scene.clause_before(phrase.start)
    if clause is None or clause.passive or clause.group[1] + 2 < phrase.start:
        return counted
    return replace(counted, verb=past_participle(case.tokens[clause.verb].text))


def _unbroken(scene: Scene, start: int, end: int) -> bool:
    """Whether no mark but commas and no other figure stand between two positions."""
    marks = any(t.tag in (";", ".", ":") for t in scene.tokens[start + 1 : end])
    return not marks and not any(i in scene.places.values() for i in range(start + 1, end))


# --- "a staff force of 60,000", "an average of 15% on farm products"


def named_before_of(case: Case) -> Measured | None:
    """The noun that a figure stands after with "of" says what is measured."""
    tokens, first = case.tokens, case.first
    if first == 0 or tokens[first - 1].lower != "of":
        return None
    phrase = phrase_to(tokens, first - 1)
    if phrase is None or _OF_WHICH_BEFORE.search(case.text_before):
        return None
    head = tokens[phrase.head].lemma
    counted = noun_at(case, case.following)
    if case.measure.goal or head in ("goal", "target", "objective"):
        return counted or _aimed_at(case)
    if case.is_change:
        return changed_thing(case)
    if head in ("total", "sum", "maximum", "minimum", "record") and phrase.end - phrase.head == 1:
        return with_verb(case, counted) if counted else None
    if head in ("average", "mean", "median"):
        return _average(case, phrase)
    if head in ("value", "worth") and len(phrase) <= 2:
        return value_of(case, phrase.start)
    noun = words_of_label(tokens[phrase.start : phrase.end])
    if counted is not None and head not in _COLLECTIVE:
        return _counted_within(case, counted, phrase, noun)
    clause = case.scene.clause_of_subject(phrase.head)
    named = Measured(noun, rule="of")
    return replace(as_subject(case.scene, named, clause), rule="of") if clause else _with_action(case, named, phrase)


def _aimed_at(case: Case) -> Measured | None:
    """As in "above the goal of 94 percent": a goal is for the figure before, or for the subject."""
    base = case.last_level()
    found = subject_measured(case) if base is None or base not in case.before else base.measured
    if found is None and base is not None:
        found = base.measured
    return replace(found, rule="goal") if found else None


def _with_action(case: Case, named: Measured, phrase: NounPhrase) -> Measured:
    """As in "realized a net tax collection of X", "recovered tax revenue of X": the noun with what was done to it."""
    clause = case.scene.clause_before(phrase.start)
    if clause is None or clause.passive or case.scene.in_brackets(case.quantity.start):
        return named
    direct = all(t.tag in ("DT", "RB", "PRP$", "JJ") for t in case.tokens[clause.group[1] : phrase.start])
    verb = past_participle(case.tokens[clause.verb].text)
    telling = clause.lemma in (
        "recover",
        "refund",
        "waive",
        "save",
        "impose",
        "seize",
        "evade",
        "collect",
        "assess",
        "waste",
        "forgo",
        "exempt",
    )
    return replace(named, verb=verb) if direct and telling else named


def _counted_within(case: Case, counted: Measured, phrase: NounPhrase, noun: str) -> Measured:
    """As in "the detention of 26 shipments", "practices of 13 pilot reforms"."""
    if did := done_to(case.tokens[phrase.head].text):
        return replace(counted, verb=did, rule="of")
    verb = ""
    clause = case.scene.clause_of_subject(phrase.head)
    if clause is not None:
        verb = as_subject(case.scene, Measured(""), clause).verb
    return replace(
        counted, verb=verb, tail=" ".join(p for p in (counted.tail, f"({noun})") if p), rule="of", known=False
    )


def _average(case: Case, phrase: NounPhrase) -> Measured:
    """As in "an average of 15% on farm products": the average of what went before, for these."""
    tail = _complement(case, case.following)
    base = case.last_level()
    if base is not None and case.before:
        return replace(base.measured, prefix="average", tail=tail, rule="average", confidence=RESOLVED, known=False)
    noun = words_of_label(case.tokens[phrase.start : phrase.end])
    return Measured(noun, tail=tail, rule="average", confidence=RESOLVED)


def _complement(case: Case, at: int) -> str:
    end = complement_at(case.tokens, at, case.scene.stops)
    return words_of_label(case.tokens[at:end]) if end is not None else ""


# --- shares


def share_of(case: Case) -> Measured | None:
    """As in "28 per cent of processing trade runs through them", "in 96.8 percent of the cases checked"."""
    if case.quantity.form not in (QuantityForm.PERCENT, QuantityForm.FRACTION):
        return None
    if case.is_change:
        return changed_thing(case) if case.measure.form == "noun-after" else None
    tokens, at = case.tokens, case.following
    if at >= len(tokens) or tokens[at].lower != "of":
        return None
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
        said = _whole_clause(case, clause) if clause and case.first and tokens[case.first - 1].tag == "IN" else ""
        if clause is not None and not said and not verb and case.scene.links(clause.group[1], case.first):
            makes_up = clause.lemma in _MAKING_UP
            verb = "" if makes_up else past_participle(tokens[clause.verb].text)
            said = _subject_of_share(case, clause) if makes_up else ""
    return Measured(noun, verb, " ".join(p for p in (tail, said) if p), "share of", "share", known=False)


def _subject_of_share(case: Case, clause: Clause) -> str:
    """As in "electronic declarations were 98 percent of the total"."""
    run = case.scene.subject_of(clause)
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


# --- the rest


def gapped(case: Case) -> Measured | None:
    """As in "... totalled 3.98 billion tons, and vehicles and vessels 33.819 million": the verb is that of the figure before."""
    end = case.first - 1 if case.measure.form == "gapped" else case.first
    phrase = phrase_to(case.tokens, end)
    if phrase is None or not case.before or (case.is_change and case.measure.form != "gapped") or phrase.end != end:
        return None
    last = case.scene.places[case.before[-1].quantity.start]
    if phrase.start <= last:
        return None
    words = words_of_label(case.tokens[phrase.start : phrase.end])
    base = case.before[-1].measured
    if base.prefix == "share of" and case.is_relative:
        return replace(base, verb="", tail=f"({words})", rule="gapped", confidence=RESOLVED, known=False)
    return Measured(words, rule="gapped", confidence=RESOLVED)


def as_before(case: Case) -> Measured | None:
    """A second figure of the same thing: "(96.0 percent in FY 2017)", "down from 99.38 percent", "and 8.9% on goods"."""
    if case.before and case.measure.relation in (Relation.OLD_LEVEL, Relation.NEW_LEVEL) and case.before[-1].is_change:
        return replace(case.before[-1].measured, confidence=RESOLVED, rule="as-before")
    base = case.comparable()
    if base is None:
        return None
    if named := _with_named(case):
        return replace(base.measured, verb="", tail=f"({named})", confidence=RESOLVED, rule="as-before", known=False)
    if _BRINGS_TOTAL.search(case.text_before):
        total = replace(base.measured, noun=base.measured.noun.removeprefix("new "), verb="", tail="", rule="total")
        same = total.label == base.measured.label
        return replace(total, tail="(total)" if same else "", known=not same, confidence=RESOLVED)
    if case.quantity.form is QuantityForm.COUNT:
        clause = case.scene.clause_of_subject(case.at)
        counted = Measured(base.measured.noun, rule="as-before", confidence=RESOLVED)
        if clause is not None:
            return as_subject(case.scene, counted, clause)
        if tail := _complement(case, case.following):
            return replace(counted, tail=tail, known=False)
    elif tail := (_complement(case, case.following) if case.before else ""):
        return replace(base.measured, tail=tail, confidence=RESOLVED, rule="as-before", known=False)
    return replace(base.measured, confidence=RESOLVED, rule="as-before")
