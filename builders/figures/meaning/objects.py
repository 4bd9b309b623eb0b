"""Figures that are the object of a verb: a changed thing, or an amount that only the verb explains."""

from __future__ import annotations

import re

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.nominals import (
    NounPhrase,
    complement_at,
    phrase_from,
    phrase_to,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.figures.context.case import (
    CHANGING_VERBS,
    GUESSED,
    LIGHT_VERBS,
    RESOLVED,
    Case,
    Measured,
)
from customs_kg.builders.figures.context.measures import Relation
from customs_kg.builders.figures.meaning.predicates import IN_ALL, predicate
from customs_kg.builders.figures.meaning.subject_words import subject_measured
from customs_kg.builders.quantities.quantity import QuantityForm

_MOST_OF_USE = 6  # words of what a sum was spent on
_ON_AVERAGE = re.compile(r" (?:on average|on the average|as a rule|at most|at least)")
_FIXING = frozenset("put set fix estimate place value assess peg reckon cap".split())
_INTO_TREASURY = re.compile(
    r"^ (?P<where>(?:in|on)?to (?:the )?(?:[\w-]+ ){0,2}"
    r"(?:treasury|exchequer|budget|coffers|purse|consolidated fund))\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset("in up out back over".split())
_CHANGE_OF = re.compile(
    r"\b(?P<noun>reduction|increase|rise|cut|decrease|fall|drop|extension|improvement|growth|shortening"
    r"|decline|gain|loss|surge|jump|slump) (?:(?:of|in) [^,;.]{3,80} (?:to|by|from)|(?:in|among) [^,;.]{3,60} of)\s*$",
    re.IGNORECASE,
)
_GROWTH_ALONE = re.compile(
    r"(?:^|[|;.:] )(?P<what>[^\W\d][^,;:.|\d]{2,60}),? (?:year-on-year |annual |yearly )*"
    r"(?:growth|increase|rise|decrease|decline|fall|drop|reduction)(?: rate)?:?\s*$",
    re.IGNORECASE,
)


def object_changed(case: Case) -> Measured | None:
    """As in "reducing waiting time by one third", "lowered its fee from 15% to 9%", "put the loss at 3 million"."""
    clause = case.scene.clause_before(case.first)
    fixed = clause is not None and clause.lemma in _FIXING and re.search(r"\bat (?:\w+ )?$", case.text_before)
    if clause is None or clause.passive or not (clause.lemma in CHANGING_VERBS or fixed):
        return None
    row = case.before[-1].measure.relation is Relation.OLD_LEVEL if case.before else False
    levels = case.measure.relation in (Relation.OLD_LEVEL, Relation.NEW_LEVEL) or row
    held = clause.lemma in ("keep", "hold", "limit") and not case.is_change
    if not (case.measure.form == "object" or levels or held or fixed):
        return None
    phrase = phrase_from(case.tokens, clause.group[1])
    if phrase is None or phrase.start - clause.group[1] > 2 or phrase.end > case.first:
        return None
    full = with_complements(case.tokens, phrase, case.scene.stops)
    full = full if full.end <= case.first else phrase
    tail = words_of_label(case.tokens[phrase.end : full.end])
    done = [t for t in case.tokens[full.end : case.first] if t.tag in ("VBN", "RB") and t.lower not in ("up", "down")]
    participle = words_of_label(done) if any(t.tag == "VBN" for t in done) else ""
    return Measured(
        words_of_label(case.tokens[phrase.start : phrase.end]), verb=participle, tail=tail, rule="object-changed"
    )


def named_change(case: Case) -> Measured | None:
    """As in "Reduction of the release time at the border to 35 minutes": the noun of a change says of what."""
    match = _CHANGE_OF.search(case.text_before)
    if match is None and case.is_change and (alone := _GROWTH_ALONE.search(case.text_before)):
        first, last = case.scene.token_at(alone.start("what")), case.scene.token_at(alone.end("what") - 1)
        return Measured(words_of_label(case.tokens[first : last + 1]), rule="named-change")
    if match is None:
        return None
    at = case.scene.token_at(match.end("noun"))
    phrase = phrase_from(case.tokens, at + 1)
    if phrase is None or phrase.end > case.first:
        return None
    full = with_complements(case.tokens, phrase, case.scene.stops)
    tail = words_of_label(case.tokens[phrase.end : min(full.end, case.first)])
    return Measured(words_of_label(case.tokens[phrase.start : phrase.end]), tail=tail, rule="named-change")


def bare_object(case: Case) -> Measured | None:
    """As in "recovered $12 million": nothing but the verb says what the amount is."""
    tokens = case.tokens
    if case.is_relative or case.is_change or case.quantity.form is QuantityForm.COUNT:
        return None
    following = tokens[case.following] if case.following < len(tokens) else None
    if (whole := _whole_amount(case)) is not None:
        return whole
    if (related := _of_relative(case)) is not None:
        return related
    direct = case.scene.clause_before(case.first)
    if direct is not None and direct.finite and not direct.passive and direct.group[1] == case.first:
        return _amount_of(case, direct)
    clause = case.scene.clause_of_subject(case.at)
    if clause is not None and clause.subject and clause.subject[0] >= case.first and not _is_antecedent(clause):
        said = predicate(case.scene, clause.verb)
        noun = case.quantity.stated.split()[-1].lower() if case.scene.is_time_unit(case.quantity) else "amount"
        return Measured(noun, tail=said, rule="predicate", confidence=GUESSED) if said else None
    if following is not None and following.tag in ("VBD", "VBZ", "VBP", "MD") and _opens(case):
        return Measured("amount", tail=predicate(case.scene, case.following), rule="predicate", confidence=GUESSED)
    clause = case.scene.clause_before(case.first)
    if clause is None or not case.scene.links(clause.group[1] + _has_particle(case, clause), case.first):
        return None
    return _amount_of(case, clause)


def _is_antecedent(clause: Clause) -> bool:
    """Whether the subject is what a relative word stands for: "brought in *4 million*, which is more than ..."."""
    return clause.antecedent is not None and clause.subject is not None and clause.antecedent.start == clause.subject[0]


def _whole_amount(case: Case) -> Measured | None:
    """As in "a total of 4 million was paid into the state treasury": the verb whose subject is the amount alone."""
    clause = next((c for c in case.scene.clauses if c.group[0] == case.following), None)
    if clause is None or not (clause.finite and clause.passive) or not IN_ALL.search(case.text_before):
        return None
    done = case.tokens[clause.verb].lower
    particle = case.tokens[clause.group[1]].lower if clause.group[1] < len(case.tokens) else ""
    if particle in _PARTICLES:
        done = f"{done} {particle}"
    behind = case.scene.text[case.tokens[clause.group[1] - 1 + (particle in _PARTICLES)].end :]
    if paid := _INTO_TREASURY.match(behind):
        where = paid["where"].split()
        return Measured("amount", verb=done, tail=f"{where[0]} {where[-1]}", rule="amount", confidence=RESOLVED)
    return Measured("amount", tail=predicate(case.scene, clause.group[0]), rule="amount", confidence=GUESSED)


def _for_what(case: Case) -> str:
    """As in "clearance took 14 hours on average for imports": the complement that tells this figure from the next."""
    match = _ON_AVERAGE.match(case.text_after)
    at = case.scene.token_at(case.quantity.end + (match.end() if match else 0))
    end = complement_at(case.tokens, at, case.scene.stops)
    told = end is not None and case.tokens[at].lower in ("for", "at", "in", "on")
    return words_of_label(case.tokens[at:end]) if told else ""


def _of_relative(case: Case) -> Measured | None:
    """As in "the 4 million which were raised", "3 million (USD 2 million) was repaid": the verb after the amount."""
    gloss = re.match(r" \([^()]{1,30}\)", case.text_after)
    at = case.scene.token_at(case.quantity.end + gloss.end()) if gloss else case.following
    related = at < len(case.tokens) and case.tokens[at].lower in ("which", "that")
    at += related
    clause = next((c for c in case.scene.clauses if c.group[0] == at), None)
    if clause is None or not clause.finite or not clause.passive or not (gloss or related):
        return None
    said = predicate(case.scene, clause.group[0])
    return Measured("amount", tail=said, rule="predicate", confidence=GUESSED) if said else None


def _is_active(case: Case, clause: Clause) -> bool:
    return not clause.passive or (
        case.tokens[clause.group[0]].tag == "VBD" and clause.lemma != "be" and clause.group[1] - clause.group[0] == 1
    )


def _opens(case: Case) -> bool:
    return case.first == 0 or case.tokens[case.first - 1].tag in (",", ";", ":", "CC")


def _has_particle(case: Case, clause: Clause) -> bool:
    return clause.group[1] < case.first and case.tokens[clause.group[1]].lower in _PARTICLES


def _gerund_bearer(case: Case, clause: Clause) -> Measured | None:
    """As in "a plan, spanning X", "scanners costing X": the noun before the gerund."""
    phrase = phrase_to(case.tokens, clause.group[0] - (case.tokens[clause.group[0] - 1].tag == ","))
    while phrase is not None and phrase.start > 1 and case.tokens[phrase.start - 1].tag == "IN":
        wider = phrase_to(case.tokens, phrase.start - 1)
        if wider is None:
            break
        phrase = NounPhrase(wider.start, phrase.end, wider.head)
    if phrase is None:
        return None
    words = words_of_label(case.tokens[phrase.start : phrase.end])
    if clause.lemma == "cost":
        return Measured("cost", tail=f"of {words}", rule="gerund")
    return Measured(words, tail=case.tokens[clause.verb].lower, rule="gerund", confidence=RESOLVED)


def _amount_of(case: Case, clause: Clause) -> Measured | None:
    """As in "recovered X": the amount recovered; "a plan, spanning X": the plan spanning."""
    if clause.lemma in LIGHT_VERBS or (case.measure.goal and case.comparable() is not None):
        return None
    particle = case.tokens[clause.group[1]] if clause.group[1] < case.first else None
    before = case.tokens[clause.group[0] - 1] if clause.group[0] else None
    gerund = clause.form.value == "gerund" and before is not None and (before.is_noun or before.tag == ",")
    if gerund and (bearer := _gerund_bearer(case, clause)) is not None:
        return bearer
    done = past_participle(case.tokens[clause.verb].lower)
    run = case.scene.subject_of(clause)
    subject = case.tokens[run[0] : run[1]] if run and _is_active(case, clause) else ()
    telling = bool(subject) and not case.scene.names_body(subject) and not any(t.tag == "PRP" for t in subject)
    stands = len(subject) > 0 and all(t.lower in ("it", "this", "they") for t in subject)
    if stands and case.scene.is_time_unit(case.quantity) and (said := subject_measured(case)) is not None:
        return said
    if telling and case.scene.is_time_unit(case.quantity):
        unit, what = case.quantity.stated.split()[-1].lower(), _for_what(case)
        tail = " ".join(p for p in (f"({words_of_label(subject[:8])} {done})", what) if p)
        return Measured(unit, tail=tail, rule="amount", confidence=RESOLVED)
    if case.scene.is_time_unit(case.quantity) and case.following < len(case.tokens):  # "logged 90 hours at sea"
        unit, where = (
            case.quantity.stated.split()[-1].lower(),
            complement_at(case.tokens, case.following, case.scene.stops),
        )
        tail = words_of_label(case.tokens[case.following : where]) if where is not None else ""
        return Measured(unit, verb=done, tail=tail, rule="amount", confidence=RESOLVED)
    if particle is not None and particle.lower in _PARTICLES:
        done = f"{done} {particle.lower}"
    if case.quantity.form is QuantityForm.MONEY and (paid := _INTO_TREASURY.search(case.text_after)):
        return Measured("revenue", verb=done, tail=paid["where"], rule="amount", confidence=RESOLVED, known=False)
    by = f"by {words_of_label(subject[:8])}" if telling and subject[len(subject) - 1].tag.startswith("NNP") else ""
    spent = case.following < len(case.tokens) and case.tokens[case.following].lower in ("for", "on", "towards")
    use = predicate(case.scene, case.following, _MOST_OF_USE) if spent else ""
    return Measured("amount", verb=done, tail=" ".join(p for p in (by, use) if p), rule="amount", confidence=GUESSED)
