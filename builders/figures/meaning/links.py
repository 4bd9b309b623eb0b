"""Figures that share what an earlier figure measures: changes, parts, second figures of the same thing."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import (
    phrase_to,
    words_of_label,
)
from customs_kg.builders.figures.context.case import (
    CHANGING_VERBS,
    LIGHT_VERBS,
    MEASURING_VERBS,
    PLAIN,
    PRONOUNS,
    RESOLVED,
    Case,
    Measured,
    Reading,
)
from customs_kg.builders.figures.context.measures import Relation
from customs_kg.builders.figures.meaning.nouns import complement_words
from customs_kg.builders.figures.meaning.predicates import as_subject, predicate
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.quantities.units import NUM

_SHARED_OUT = re.compile(r" of [^,;:.()]{2,60}, (?:or |i\.e\. )?")
_BACKWARD_NOUNS = frozenset("figure figures number total average level rate year share percentage".split())
_RECORDING = frozenset("record see show register post enjoy experience report suffer achieve have mark".split())
_COMPARING = re.compile(
    r"\b(?:against|compared (?:with|to)|up from|down from|versus|instead of|rather than)(?: the| only)? $",
    re.IGNORECASE,
)
_LONGEST_ASIDE = 3  # words before the figure: "up by"
_BRINGS_TOTAL = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|took|taking|raising|raised) (?:the|their|its) (?:\w+ )?(?:total|number"
    r"|tally|count)\b[^,;]* to\s*$",
    re.I,
)


def change_of_before(case: Case) -> Measured | None:
    """As in "an increase of 5%", "(up 5%)", "4 times that of 2015": a change of the figure before."""
    partner = _respective(case) if case.is_change else None
    if not case.is_change or (case.measure.own_subject and partner is None):
        return None
    base = partner or _counted_level(case) or case.last_level()
    if partner is None and _has_subject(case, base):
        return subject_measured(case)
    directed = case.measure.form == "direction" and (base is None or base not in case.before)
    if directed and (aside := _named_over_comma(case)) is not None:
        return aside
    if base is None or (base.measure.goal and not case.before):
        return subject_measured(case)
    confidence = min(base.measured.confidence, PLAIN if base in case.before else RESOLVED)
    return replace(base.measured, confidence=confidence, form=base.quantity.form)


def _counted_level(case: Case) -> Reading | None:
    """As in "1,734 people (46% women), 62 fewer than in 2013": a change in number is one of the count before."""
    if case.quantity.form is not QuantityForm.COUNT or case.quantity.unit != NUM:
        return None
    counts = [r for r in case.before if not r.is_change and r.quantity.unit == NUM and not r.measured.prefix]
    return next((r for r in reversed(counts) if r.quantity.form is QuantityForm.COUNT), None)


def _named_over_comma(case: Case) -> Measured | None:
    """As in "fuel levies, up 4 per cent, brought in X": what stands before the comma has changed."""
    at = case.first
    while at > 0 and case.tokens[at - 1].tag not in (",", "(", ";", ".", ":"):
        at -= 1
    if at < 2 or case.first - at > _LONGEST_ASIDE or case.tokens[at - 1].tag != ",":
        return None
    phrase = phrase_to(case.tokens, at - 1)
    if phrase is None or phrase.end != at - 1 or any(i in case.scene.stops for i in range(phrase.start, phrase.end)):
        return None
    return Measured(words_of_label(case.tokens[phrase.start : phrase.end]), rule="aside", confidence=RESOLVED)


def _has_subject(case: Case, base: Reading | None) -> bool:
    """As in "exports were up 5%": the clause of the change has a subject of its own, after the figure before."""
    if case.measure.form == "more" and base in case.before:
        return False
    clause = case.scene.clause_before(case.first)
    if clause is None or not (_records(case, clause) or case.scene.links(clause.group[1], case.first)):
        return False
    run = case.scene.subject_of(clause)
    if run is None or (base in case.before and base is not None and case.scene.places[base.quantity.start] >= run[0]):
        return False
    return not all(t.lower in PRONOUNS or t.tag in ("DT", "RB") for t in case.tokens[run[0] : run[1]])


def _records(case: Case, clause: Clause) -> bool:
    """As in "exports recorded a growth of 9 percent"."""
    between = range(clause.group[1], case.first)
    bare = not any(i in case.scene.places.values() or case.tokens[i].tag in (",", ";") for i in between)
    return bare and case.measure.form == "noun" and clause.lemma in _RECORDING


def _respective(case: Case) -> Reading | None:
    """The partner of a figure in "A and B rose by x and y respectively": lists are matched from their ends."""
    if not case.is_respective:
        return None
    run = case.run()
    levels = [r for r in case.before if not r.is_change and r.quantity.start < run[0].start]
    place = case.place_in_run()
    return levels[len(levels) - len(run) + place] if len(levels) >= len(run) > 1 else None


def gapped_change(case: Case) -> Measured | None:
    """As in "duties rose 3 percent and fees 5": a change whose subject has no verb of its own."""
    return gapped(case) if case.measure.form == "gapped" else None


def gapped(case: Case) -> Measured | None:
    """As in "freight totalled 5 million tons and lorries 12,000": the verb is that of the figure before."""
    by = case.measure.form == "gapped" and case.tokens[case.first - 1].lower == "by"
    end = case.first - 1 if by or _repeats_preposition(case) else case.first
    phrase = phrase_to(case.tokens, end)
    if phrase is None or not case.before or (case.is_change and case.measure.form != "gapped") or phrase.end != end:
        return None
    last = case.scene.places[case.before[-1].quantity.start]
    start = max([phrase.start, *(i + 1 for i in range(last, end) if case.tokens[i].tag in ("CC", ",", ";"))])
    if start <= last or start >= end or not _is_joined(case, start):
        return None
    words = words_of_label(case.tokens[start : phrase.end])
    base = case.before[-1].measured
    if base.rule == "counted" and base.verb and case.quantity.unit == case.before[-1].quantity.unit == NUM:
        return replace(base, tail=f"({words})", rule="gapped", confidence=RESOLVED, known=False)
    if words in ("remaining", "rest", "other", "others"):
        words = predicate(case.scene, case.following)
    if base.prefix == "share of" and case.is_relative:
        return replace(base, verb="", tail=f"({words})", rule="gapped", confidence=RESOLVED, known=False)
    if base.rule == "of-which" and base.tail.startswith("(") and case.quantity.unit == case.before[-1].quantity.unit:
        return replace(base, tail=f"({words})")  # "tea had 9 of the boats, rum 7"
    whole = base.tail if base.rule in ("part-of-sum", "gapped") and base.tail.startswith("(") else ""
    return Measured(words, tail=whole, rule="gapped", confidence=RESOLVED, known=not whole)


def _repeats_preposition(case: Case) -> bool:
    """As in "exports accounted for 2 million and imports for 3 million": the preposition of the gapped verb."""
    clause = case.scene.clause_before(case.first)
    if case.first == 0 or clause is None or clause.group[1] >= case.first:
        return False
    word = case.tokens[case.first - 1].lower
    return word in ("for", "to", "at") and case.tokens[clause.group[1]].lower == word


def _is_joined(case: Case, start: int) -> bool:
    """Whether a phrase is in a row with what stands before it: after a mark or "and"."""
    at = start - 1
    while at > 0 and case.tokens[at].tag in ("DT", "PRP$", "RB", "PDT", "JJ", "IN"):
        at -= 1
    return at < 0 or case.tokens[at].tag in (",", ";", ":", "CC", "(") or case.tokens[at].lower in ("while", "whereas")


def _amount_of_share(case: Case) -> Measured | None:
    """As in "half of the fees, $3 million, came from X": what the share is of, as far as it is that share."""
    share = case.before[-1] if case.before else None
    if share is None or share.measured.prefix != "share of" or case.is_relative or case.is_change:
        return None
    between = case.scene.text[share.quantity.end : case.quantity.qualifier_start]
    if not _SHARED_OUT.fullmatch(between):
        return None
    said = share.measured
    whole = not said.verb and not said.tail  # nothing tells the part from its whole
    return replace(said, prefix="part of" if whole else "", rule="part", confidence=RESOLVED, known=False)


def as_before(case: Case) -> Measured | None:
    """A second figure of the same thing: "(96 percent in 2017)", "down from 99 percent", "and 8% on goods"."""
    if case.before and case.measure.relation in (Relation.OLD_LEVEL, Relation.NEW_LEVEL) and case.before[-1].is_change:
        return replace(case.before[-1].measured, confidence=RESOLVED, rule="as-before")
    if (share := _row_compared(case) or _bare_share(case) or _amount_of_share(case)) is not None:
        return share
    if case.is_change:
        base = case.last_level()
        return replace(base.measured, confidence=RESOLVED, rule="as-before") if base in case.before and base else None
    base = case.comparable()
    if base is not None and base not in case.before and _has_own_words(case):
        return None
    if base is None:
        return None
    again = replace(base.measured, confidence=RESOLVED, rule="as-before")
    if base not in case.before and (whose := _opened_with(case)):
        return replace(again, tail=f"{again.tail} ({whose})".strip(), known=False)
    return _repeated(case, again)


def _opened_with(case: Case) -> str:
    """As in "With 4 billion, Norway came first": the subject that a figure at the head of its sentence is said of."""
    if case.first != 1 or case.tokens[0].lower not in ("with", "at") or not case.text_after.startswith(", "):
        return ""
    clause = next((c for c in case.scene.clauses if c.finite and c.subject and c.subject[0] > case.at), None)
    return words_of_label(case.tokens[clause.subject[0] : clause.subject[1]]) if clause and clause.subject else ""


def _row_compared(case: Case) -> Measured | None:
    """As in "14 hours for imports and 2 for exports, against 16 and 3": rows are matched place by place."""
    run = case.run()
    levels = [r for r in case.before if not r.is_change and r.quantity.start < run[0].start]
    if not 1 < len(run) <= len(levels) or not _COMPARING.search(case.scene.text[: run[0].qualifier_start]):
        return None
    pair = levels[len(levels) - len(run) + case.place_in_run()]
    return replace(pair.measured, confidence=RESOLVED, rule="as-before")


def _has_own_words(case: Case) -> bool:
    """Whether the clause of the figure names things of its own, so that it does not speak of the sentence before."""
    clause = case.scene.clause_before(case.first)
    run = case.scene.subject_of(clause) if clause is not None else None
    if clause is None:
        return False
    if clause.lemma not in MEASURING_VERBS | LIGHT_VERBS | CHANGING_VERBS:
        return True
    if run is None:
        return False
    subject = [t for i, t in enumerate(case.tokens[run[0] : run[1]], run[0]) if i not in case.scene.stops]
    own = any(t.is_noun and t.lower not in _BACKWARD_NOUNS for t in subject) and subject[0].tag not in ("PRP$", "DT")
    return own and not any(t.lower in PRONOUNS for t in subject) and not case.scene.names_body(subject)


def _repeated(case: Case, base: Measured) -> Measured:
    """What an earlier figure measures, narrowed by the words beside this one."""
    if named := _with_named(case):
        return replace(base, verb="", tail=f"({named})", known=False)
    if _BRINGS_TOTAL.search(case.text_before):
        total = replace(base, noun=base.noun.removeprefix("new "), verb="", tail="", rule="total")
        same = total.label == base.label
        return replace(total, tail="(total)" if same else "", known=not same)
    tail = complement_words(case, case.following) if case.before or case.quantity.form is QuantityForm.COUNT else ""
    if case.quantity.form is not QuantityForm.COUNT:
        scope = base.tail[: base.tail.index(")") + 1] if base.tail.startswith("(") and ")" in base.tail else ""
        return replace(base, tail=f"{scope} {tail}".strip(), known=False) if tail else base
    if adjective := _lone_adjective(case):
        whole = next((r.measured for r in case.before if r.measured.noun == base.noun and r.measured.known), base)
        return replace(base, tail=f"{whole.tail} {adjective}".strip(), known=False)
    counted = Measured(base.noun, tail=base.of_what, rule="as-before", confidence=RESOLVED)
    clause = case.scene.clause_of_subject(case.at)
    if clause is not None:
        own = as_subject(case.scene, replace(counted, tail=""), clause)
        return replace(own, tail=f"{counted.tail} {own.tail}".strip())
    gapped_verb = next((r.measured.verb for r in reversed(case.before) if r.measured.noun == base.noun), "")
    return replace(counted, verb=gapped_verb, tail=f"{counted.tail} {tail}".strip(), known=False) if tail else base


def _bare_share(case: Case) -> Measured | None:
    """As in "12,000 trips were watched; only 2 per cent gave cause for alarm": of the things counted before."""
    clause = case.scene.clause_of_subject(case.at)
    start = clause.subject[0] if clause is not None and clause.subject is not None else len(case.tokens)
    opens = start >= case.first or all(t.tag in ("RB", "JJ", "DT") for t in case.tokens[start : case.first])
    base = case.whole()
    if (
        case.quantity.form is not QuantityForm.PERCENT
        or not opens
        or clause is None
        or clause.subject is None
        or base is None
    ):
        return None
    said = predicate(case.scene, clause.group[0])
    noun = base.measured.noun
    return (
        Measured(noun, tail=said, prefix="share of", rule="share", confidence=RESOLVED, known=False) if said else None
    )


def _lone_adjective(case: Case) -> str:
    """As in "4,000 employees, 1,800 male and 2,200 female"."""
    at = case.following
    if at >= len(case.tokens) or case.tokens[at].tag not in ("JJ", "NN", "VBN", "RB"):
        return ""
    after = case.tokens[at + 1].tag if at + 1 < len(case.tokens) else "."
    return case.tokens[at].lower if after in (",", ".", ";", ":", "CC", ")") else ""


def _with_named(case: Case) -> str:
    """As in "followed by Norway with 12 percent"."""
    if case.first < 2 or case.tokens[case.first - 1].lower != "with":
        return ""
    phrase = phrase_to(case.tokens, case.first - 1)
    if phrase is None or case.tokens[phrase.head].lemma in ("year", "quarter", "month", "period"):
        return ""
    return words_of_label(case.tokens[phrase.start : phrase.end])
