"""What a figure measures: the noun phrase that it counts, the subject that it is said of, or the figure before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from customs_kg.builders.english.nominals import phrase_from, with_complements, words_of_label
from customs_kg.builders.figures.context.case import RESOLVED, Case, Measured, Reading
from customs_kg.builders.figures.context.measures import Measure, Relation
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.figures.meaning.asides import in_aside
from customs_kg.builders.figures.meaning.clause_words import in_clause, needed_for
from customs_kg.builders.figures.meaning.comparisons import compared_count
from customs_kg.builders.figures.meaning.costs import cost_of
from customs_kg.builders.figures.meaning.counted import noun_at, unit_noun
from customs_kg.builders.figures.meaning.ellipses import (
    brought_to,
    next_part,
    of_named_things,
    part_of_named,
    part_that_did,
    that_of,
)
from customs_kg.builders.figures.meaning.labelled import (
    HEADS,
    UNIT_NOUNS,
    in_series,
    is_unit_like,
    labelled,
    year_labelled,
)
from customs_kg.builders.figures.meaning.links import as_before, change_of_before, gapped, gapped_change
from customs_kg.builders.figures.meaning.listed import bracketed, listed, named_by_comma, part_apart
from customs_kg.builders.figures.meaning.nouns import complement_words, named_before_of
from customs_kg.builders.figures.meaning.objects import bare_object, named_change, object_changed
from customs_kg.builders.figures.meaning.of_which import of_which, part_named
from customs_kg.builders.figures.meaning.predicates import with_verb
from customs_kg.builders.figures.meaning.reported import fronted, given_for, shown_as
from customs_kg.builders.figures.meaning.shares import share_of
from customs_kg.builders.figures.meaning.shares_of_sum import part_of_total
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.figures.meaning.subjects import doubled, measuring_subject, said_of_subject
from customs_kg.builders.figures.meaning.values import worth
from customs_kg.builders.quantities.quantity import Quantity, QuantityForm
from customs_kg.builders.quantities.units import NUM

_OF_WHICH = re.compile(r"\b[Oo]f (?:which|whom|these|this|that)\b[^,;.:]*$")
_CHANGE_OF = re.compile(
    r"^(?:growth|increase|rise|decrease|decline|fall|drop|reduction)(?: rate)? (?:of|in) (?:number of )?", re.IGNORECASE
)
_CHANGE_BEHIND = re.compile(r"(?<=\w) growth(?: rate)?$", re.IGNORECASE)
_STANDING = frozenset({"this", "it", "that", "they"})
_PART_RULES = frozenset({"of-which", "gapped", "listed", "part-of-sum"})
_PER = re.compile(
    r"^(?: [\w'-]+){0,4}? (?:per|a|an|each|every) (?P<unit>day|week|month|hour|head|person|officer|employee|capita"
    r"|consignment|declaration|container)\b"
)
_TO_LEVEL = re.compile(r" to (?:a total of )?")
_WHOLE_OF = re.compile(r" of (?:the|its|our|their|those|these|all|[A-Z][\w' -]*'s?) (?:\w+ )?")
_LABEL_OF_PARTS = re.compile(r"^(?P<label>[^\W\d][^:.;,()]{1,40}):(?: \d| [^.;:]{0,60}$)?")


def read_measured(
    scene: Scene, quantity: Quantity, measure: Measure, before: Sequence[Reading], earlier: Sequence[Reading]
) -> Measured | None:
    """What a figure of the passage measures, or None.

    `before` are the figures read in the passage so far, `earlier` those of the sentences before in its paragraph.
    """
    case = Case(scene, quantity, measure, before, _wholes(scene, earlier))
    for reader in _READERS:
        found = reader(case)
        if found is not None and (found.noun or found.verb):
            if found.rule == "subject" and _OF_WHICH.search(case.text_before):  # "of which tolls gave X"
                found = replace(found, rule="part-of-sum")
            return _per_unit(case, _under_label(case, _scoped(case, _changed(case, _plain_number(found)))))
    return None


def _changed(case: Case, found: Measured) -> Measured:
    """As in "the growth of tolls was 9 percent", "toll growth reached 9 percent": the change is of the tolls."""
    noun = _CHANGE_OF.sub("", _CHANGE_BEHIND.sub("", found.noun)) if case.is_change else found.noun
    return replace(found, noun=noun) if noun and noun != found.noun else found


def _wholes(scene: Scene, earlier: Sequence[Reading]) -> Sequence[Reading]:
    """As in "dues came to X, of which tolls gave Y. This was 4% less": what "this" or "it" goes back to."""
    if not earlier or not any(scene.tokens[c.subject[0]].lower in _STANDING for c in scene.clauses if c.subject):
        return earlier
    wholes = [r for r in earlier if r.measured.rule not in _PART_RULES and not r.is_change]
    parts = [r for r in earlier if r.measured.rule in _PART_RULES]
    return wholes[:1] if parts and wholes and wholes[0] is earlier[0] else earlier


def _scoped(case: Case, found: Measured) -> Measured:
    """As in "their trade climbed to X: Y of exports": the details after a colon have the scope of the whole."""
    base = next((r for r in case.before if not r.is_change and not r.measured.known and "(" in r.measured.tail), None)
    if base is None or found.rule not in ("counted", "labelled") or base.quantity.unit != case.quantity.unit:
        return found
    if ":" not in case.scene.text[base.quantity.end : case.quantity.start] or "(" in found.tail:
        return found
    scope = base.measured.tail[base.measured.tail.index("(") :]
    return replace(found, tail=f"{found.tail} {scope}".strip(), known=False)


def _under_label(case: Case, found: Measured) -> Measured:
    """As in "By rail: 13,350 travellers", "Staff: 51 men, 37 women": a label narrows what is counted."""
    if found.rule != "counted" or case.quantity.form is not QuantityForm.COUNT or "(" in found.tail:
        return found
    if (whole := _whole_before_colon(case)) is not None:
        tail = f"{found.tail} (of {whole.measured.noun})".strip()
        return replace(found, verb="", tail=tail, known=False, confidence=min(found.confidence, RESOLVED))
    match = _LABEL_OF_PARTS.match(case.text_before)
    if match is None or any(q.start < match.end() for q in case.scene.passage.quantities):
        return found
    if any(c.finite and case.tokens[c.verb].start < match.end() for c in case.scene.clauses):
        return found  # "She spoke of a good year: 400 arrests and 12 tonnes of tea"
    label = match["label"].strip()
    if HEADS.fullmatch(label):
        return found
    tail = f"{found.tail} ({label[:1].lower()}{label[1:]})".strip()
    return replace(found, tail=tail, known=False, confidence=min(found.confidence, RESOLVED))


def _whole_before_colon(case: Case) -> Reading | None:
    """As in "88 staff: 51 men, 37 women": the count right before a colon, of which the figures after it are parts."""
    first = next(
        (r for r in reversed(case.before) if ":" in case.scene.text[r.quantity.end : case.quantity.start]), None
    )
    if first is None or first.is_change or first.quantity.form is not QuantityForm.COUNT:
        return None
    named = re.match(r"(?: [\w'-]+){1,4}: ", case.scene.text[first.quantity.end :])
    smaller = first.quantity.unit == case.quantity.unit and first.quantity.value >= case.quantity.value
    return first if named and smaller and first.measured.rule == "counted" else None


def _plain_number(found: Measured) -> Measured:
    """As in "the number of operators": the operators."""
    if found.noun in ("number", "total number") and found.tail.startswith("of "):
        return replace(found, noun=found.tail.removeprefix("of "), tail="")
    return found


def _per_unit(case: Case, found: Measured) -> Measured:
    """As in "12,000 travellers per day", "3 items a head": a rate is not the number itself."""
    match = _PER.match(case.text_after)
    if match is None or case.is_relative or "per" in found.tail.split():
        return found
    last = case.scene.token_at(case.quantity.end + match.start("unit"))
    if any(t.is_verb for t in case.tokens[case.following : last]):
        return found
    return replace(found, tail=f"{found.tail} per {match['unit']}".strip(), known=False)


def _strength(case: Case) -> Measured | None:
    """As in "the corps was 1,200 strong", "a 300-strong unit": how many people a body has."""
    return Measured("staff", rule="strength") if re.match(r"[ -]strong\b", case.text_after) else None


def _from_to(case: Case) -> Measured | None:
    """As in "grew from 73 to 96 firms": both levels measure one thing, and the noun may stand after the second."""
    if (
        case.before
        and case.before[-1].quantity.change_verb
        and _TO_LEVEL.fullmatch(case.scene.text[case.before[-1].quantity.end : case.quantity.qualifier_start])
    ):
        return case.before[-1].measured
    if case.measure.relation is Relation.NEW_LEVEL and case.before:
        last = case.before[-1]
        return last.measured if last.measure.relation is Relation.OLD_LEVEL else None
    following = next((q for q in case.scene.passage.quantities if q.start >= case.quantity.end), None)
    if (
        case.measure.relation is not Relation.OLD_LEVEL
        or following is None
        or case.quantity.form is not QuantityForm.COUNT
    ):
        return None
    subject = subject_measured(case)
    phrase = phrase_from(case.tokens, case.scene.after(following))
    counted = noun_at(case, case.scene.after(following))
    if subject is None or counted is None or phrase is None or case.tokens[phrase.head].lemma in UNIT_NOUNS:
        return None
    if not re.fullmatch(r"[^.;]{0,40}? to (?:\w+ )?", case.scene.text[case.quantity.end : following.start]):
        return None
    return replace(counted, tail=f"({subject.label})", known=False, rule="from-to")


def _counted(case: Case) -> Measured | None:
    """As in "320 boxes of fireworks", "12 tons of rice", "$6 million in duties"."""
    if case.is_relative or case.is_change:
        return None
    if case.quantity.form is QuantityForm.ORDINAL_RANK:
        return _ranked(case)
    counted = noun_at(case, case.following)
    if counted is None and (shared := _shared_noun(case)) is not None:
        return with_verb(case, shared)
    if counted is None:
        return unit_noun(case)
    if (part := _second_part(case, counted)) is not None:
        return part
    base = case.comparable() if case.measure.goal and counted.noun in ("budget", "plan") else None
    if base is not None:
        return replace(base.measured, rule="goal", confidence=RESOLVED)
    if is_unit_like(case) and (said := measuring_subject(case)) is not None:
        return said
    if case.before and _WHOLE_OF.fullmatch(case.scene.text[case.before[-1].quantity.end : case.quantity.start]):
        return counted  # "16 of the 22 bodies were ready": the 22 are bodies, ready or not
    said = with_verb(case, counted)
    return said if said.known or said.label != counted.label else replace(said, tail=f"{said.tail} (part)".strip())


def _shared_noun(case: Case) -> Measured | None:
    """As in "9,100 and 7,450 containers": the noun after the last figure of a row is that of all."""
    row = case.run()
    plain = all(q.form is QuantityForm.COUNT and q.unit == NUM for q in row)
    plain = plain and case.measure.relation is not Relation.OLD_LEVEL  # "up from ten, and 116 orders"
    return noun_at(case, case.scene.after(row[-1])) if plain and case.place_in_run() < len(row) - 1 else None


def _second_part(case: Case, counted: Measured) -> Measured | None:
    """As in "of whom 15 were men and 9 women": a second part of the same whole."""
    if not case.before or case.before[-1].measured.rule != "of-which" or len(case.run()) > 1:
        return None
    last = case.before[-1]
    joined = re.fullmatch(
        r"(?: [\w'-]+){1,5},? and ", case.scene.text[last.quantity.end : case.quantity.qualifier_start]
    )
    own_verb = case.scene.clause_after(case.at) is not None
    if not joined or own_verb:
        return None
    return replace(last.measured, tail=" ".join(p for p in (counted.noun, counted.tail) if p))


def _ranked(case: Case) -> Measured | None:
    """As in "the second largest source of revenue"."""
    phrase = phrase_from(case.tokens, case.following)
    if phrase is None:
        run = case.scene.stretch_before(case.first)
        found = subject_measured(case)
        if found is None and run is not None:
            named = [t for t in case.tokens[run[0] : run[1]] if not t.lower.startswith("rank")]
            found = Measured(words_of_label(named))
        placed = case.following < len(case.tokens) and case.tokens[case.following].lower in ("in", "among", "on")
        within = complement_words(case, case.following) if placed else ""  # "ranked 9th in the trade index"
        tail = " ".join(p for p in (found.tail, within) if p) if found else ""
        return replace(found, prefix="rank of", tail=tail, rule="rank", known=False) if found else None
    full = with_complements(case.tokens, phrase, case.scene.stops)
    words = words_of_label(case.tokens[phrase.start : full.end])
    return Measured(words, prefix="rank as", rule="rank", known=False)


_READERS: tuple[Callable[[Case], Measured | None], ...] = (
    in_series,
    of_which,
    part_named,
    _strength,
    _from_to,
    that_of,
    part_of_total,
    in_aside,
    bracketed,
    part_apart,
    next_part,
    brought_to,
    gapped_change,
    compared_count,
    change_of_before,
    cost_of,
    worth,
    named_before_of,
    year_labelled,
    labelled,
    listed,
    named_by_comma,
    part_that_did,
    given_for,
    shown_as,
    fronted,
    _counted,
    part_of_named,
    of_named_things,
    needed_for,
    share_of,
    doubled,
    named_change,
    object_changed,
    said_of_subject,
    gapped,
    bare_object,
    as_before,
    in_clause,
)
