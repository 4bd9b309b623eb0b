"""The verb that says what was done to a counted thing, or the words that its clause says of it."""

from __future__ import annotations

import re
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import (
    NounPhrase,
    complement_at,
    phrase_from,
    phrase_to,
    with_complements,
    words_of_label,
)
from customs_kg.builders.english.participles import past_participle
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.figures.context.case import LIGHT_VERBS, MEASURING_VERBS, Case, Measured
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.reading.segments import SegmentKind

_COMPOSING = frozenset("include comprise consist compose contain cover divide split sort group".split())
_HOLDING = frozenset(
    "involve carry contain hold bear transport hide conceal bring comprise include total number".split()
)
_VALUING = frozenset("value estimate involve total amount cost price".split())
_PLACES = frozenset({"from", "of", "in"})
_MEMBERS = frozenset("members participants users subscribers holders signatories branches partners".split())
_BOUNDING = frozenset("begin start open end close finish".split())  # a year or a period, with so many of a thing
_TIMES = frozenset("year quarter month half period season".split())
_COMPARING = frozenset("exceed surpass beat miss outstrip top overshoot undershoot".split())
_DRIVES = frozenset("campaign operation programme program action drive exercise project initiative scheme unit".split())
_AUXILIARIES = frozenset("were was are is been had have has be being".split())
_DEFINITE = frozenset({"our", "its", "the", "these", "those", "their", "all"})
_PARTICLES = frozenset("out off up down through away back".split())
_PREDICATE_STOPS = frozenset({",", ";", ".", ":", "(", ")"})
IN_ALL = re.compile(
    r"\b(?:(?:an?|the) (?:(?:grand|overall|combined|record) )?total of|in (?:all|total),?)\s*$", re.IGNORECASE
)
_LEAD_VERB = re.compile(r"\b(\w+ed|\w+en|made|took|gave|brought|held|found|saw|won|paid|sent)\b[^:]{0,20}:?$")


def without_verb(scene: Scene, phrase: NounPhrase) -> NounPhrase:
    """The phrase cut before a finite verb that was taken for a noun ("two colleges train recruits")."""
    for clause in scene.by_end:
        if clause.finite and phrase.start < clause.group[0] < phrase.end:
            return NounPhrase(phrase.start, clause.group[0], clause.group[0] - 1)
    return phrase


def predicate(scene: Scene, at: int, most: int = 10) -> str:
    """The words of a predicate from a token on, to the next mark, time or figure."""
    end = at
    tokens = scene.tokens
    while end < len(tokens) and end - at < most and (end not in scene.stops or tokens[end].tag == "RB"):
        token = tokens[end]
        joins = token.lower in ("which", "while", "although", "and", "that", "or", "but") and end > at
        if token.tag in _PREDICATE_STOPS or joins:
            break
        end += 1
    said = [t for i, t in enumerate(tokens[at:end], at) if t.lower not in _AUXILIARIES and i not in scene.stops]
    return words_of_label(said)


def with_verb(case: Case, counted: Measured) -> Measured:
    """The counted thing with the verb that says what was done to it."""
    scene = case.scene
    governed = _is_governed(case)
    if (owned := _owned(case, counted)) is not None:
        return owned
    verb, tail = relative_participle(scene, case.following)
    if verb and not governed:
        main = clause_of_verb(scene, case.at)
        if main and main != verb:  # "trains bound for Arlen were cleared"
            return replace(counted, verb=main, tail=" ".join(p for p in (counted.tail, verb, tail) if p))
        return replace(counted, verb=verb, tail=" ".join(p for p in (counted.tail, tail) if p))
    direct = scene.clause_before(case.first)
    if direct is not None and _reaches(case, direct) and _is_active(scene, direct):
        return _as_object(case, counted, direct)
    if not governed and _opens_part(case) and (clause := scene.clause_after(case.at)) is not None:
        return as_subject(scene, counted, clause)
    clause = scene.clause_of_subject(case.at)
    joined = _joined_object(case, direct)
    if joined is not None:
        return replace(counted, verb=joined)
    if clause is not None and not (governed and clause.subject and clause.subject[0] < case.first):
        habit = not clause.passive or clause.form is Form.PRESENT
        if habit and case.first and case.tokens[case.first - 1].lower in _DEFINITE:
            return counted  # "our 37 offices are open": all of them, whatever is said of them
        return as_subject(scene, counted, clause)
    if direct is None or scene.in_brackets(case.quantity.start):
        return replace(counted, verb=_lead_verb(case))
    return _as_object(case, counted, direct)


def _owned(case: Case, counted: Measured) -> Measured | None:
    """As in "the scheme's 510 members are happy", "the unit, whose 62 dogs bark": all that belongs to something."""
    before = case.tokens[case.first - 1] if case.first else None
    if before is None or not (before.lower == "whose" or before.tag == "POS"):
        return None
    owner = phrase_to(case.tokens, case.first - 1)
    words = case.tokens[owner.start : owner.end] if owner is not None else ()
    if before.lower == "whose":
        return counted
    timed = owner is not None and any(i in case.scene.stops for i in range(owner.start, owner.end))
    if not words or timed or case.scene.names_body(words) or counted.tail:
        return counted
    return replace(counted, tail=f"of {words_of_label(words)}", known=False)


def clause_of_verb(scene: Scene, at: int) -> str:
    """The participle of the passive clause whose subject holds a token, but for one that says little."""
    clause = scene.clause_of_subject(at)
    passive = clause is not None and clause.finite and clause.passive and clause.lemma not in LIGHT_VERBS
    return scene.tokens[clause.verb].lower if passive and clause is not None else ""


def _is_governed(case: Case) -> bool:
    """Whether a preposition that is no particle of a verb stands before the figure; "a total of" governs nothing."""
    at = case.first - 1
    if at < 0 or case.tokens[at].tag not in ("IN", "TO") or IN_ALL.search(case.text_before):
        return False
    clause = case.scene.clause_before(case.first)
    return not (clause is not None and clause.group[1] == at and case.tokens[at].lower in _PARTICLES)


def _is_active(scene: Scene, clause: Clause) -> bool:
    """An active finite verb; also a participle right after a pronoun ("we seized")."""
    after_pronoun = clause.group[0] > 0 and scene.tokens[clause.group[0] - 1].tag == "PRP"
    return (clause.finite and not clause.passive) or (clause.form is Form.PARTICIPLE and after_pronoun)


def _reaches(case: Case, clause: Clause) -> bool:
    """Whether a verb, or its particle, stands right before the figure."""
    end = clause.group[1]
    particle = end < case.first and case.tokens[end].lower in _PARTICLES
    return end + particle == case.first


def _joined_object(case: Case, clause: Clause | None) -> str | None:
    """The verb of a figure that is the second object of a verb: "seized 11 tonnes of tobacco and 74m cigarettes"."""
    if (
        clause is None
        or not _is_active(case.scene, clause)
        or not case.before
        or case.tokens[case.first - 1].tag not in ("CC", ",")
    ):
        return None
    last = case.scene.before(case.before[-1].quantity)
    same = last >= clause.group[1] and case.scene.clause_before(last) is clause
    return case.before[-1].measured.verb or None if same else None


def _opens_part(case: Case) -> bool:
    """Whether the figure opens its part of a sentence, so that a verb to its right may be its own.

    Before it stands a mark, "and", "in all", a time, or a phrase that opens the sentence: "In Sund 46 were held".
    """
    last, tokens = case.first - 1, case.tokens
    if last < 0 or last in case.scene.stops or tokens[last].tag in ("CC", ",", ";", ":"):
        return True
    fronted = tokens[0].tag == "IN" and tokens[last].is_noun and case.scene.clause_before(case.first) is None
    return fronted or IN_ALL.search(case.text_before) is not None


def as_subject(scene: Scene, counted: Measured, clause: Clause) -> Measured:
    """The counted thing as the subject of a clause: "cases were investigated", "watchdogs posted staff"."""
    tokens = scene.tokens
    bare_row = scene.passage.segment.kind is SegmentKind.ROW or clause.group[1] >= len(tokens) - 1
    if clause.passive or (clause.form is Form.PAST and bare_row and tokens[clause.verb].lower.endswith("ed")):
        if clause.lemma in LIGHT_VERBS:
            return counted
        verb = tokens[clause.verb].lower
        at = clause.group[1]
        if at < len(tokens) and tokens[at].lower in _PARTICLES:
            verb, at = f"{verb} {tokens[at].lower}", at + 1
        if at < len(tokens) and tokens[at].tag == "JJ" and clause.lemma == "find":  # "were found guilty"
            verb, at = f"{verb} {tokens[at].lower}", at + 1
        return replace(counted, verb=verb, tail=counted.tail or _tail_after(scene, at))
    if counted.tail or clause.lemma in _COMPARING:
        return counted
    verb, tail = relative_participle(scene, clause.subject[0] if clause.subject else clause.group[0])
    if verb:
        return replace(counted, verb=verb, tail=tail)
    said = predicate(scene, clause.group[1] if clause.lemma == "be" else clause.verb)
    return replace(counted, tail="" if re.search(r"\brecord\b", said) else said)


def _tail_after(scene: Scene, at: int) -> str:
    """The complement after a participle: "placed under coercive measures", "located in Guangdong"."""
    end = complement_at(scene.tokens, at, scene.stops)
    return words_of_label(scene.tokens[at:end]) if end is not None and scene.tokens[at].lower != "of" else ""


def _as_object(case: Case, counted: Measured, clause: Clause) -> Measured:
    scene, tokens = case.scene, case.tokens
    if holder := _holder(case, clause):
        return replace(counted, tail=f"{counted.tail} ({holder})".strip(), known=False)
    joined = tokens[case.first - 1].tag in ("CC", ",") and case.before
    if joined and clause.lemma in _COMPOSING and (whole := _of_subject(case, clause)):
        return replace(counted, tail=counted.tail or whole, known=False)
    if joined and scene.places[case.before[-1].quantity.start] >= clause.group[1]:
        return replace(counted, verb=case.before[-1].measured.verb)
    if governor := _governor(case, clause):
        return replace(counted, tail=" ".join(p for p in (counted.tail, f"({governor})") if p), known=False)
    if clause.lemma in _COMPOSING:
        return replace(counted, tail=counted.tail or _of_subject(case, clause))
    counts = clause.lemma in ("count", "number") and not (clause.subject and tokens[clause.subject[0]].lower == "we")
    if counts or (clause.lemma == "have" and counted.noun.split()[-1] in _MEMBERS):
        whole = counted.tail or _of_subject(case, clause)
        return replace(counted, tail=whole, known=counted.known and not whole)
    if clause.lemma in LIGHT_VERBS or (clause.passive and not _is_active(scene, clause)):
        return counted
    between = tokens[clause.group[1] : case.first]
    particle = next((t.lower for t in between[:1] if t.lower in _PARTICLES), "")
    if any(t.tag == "IN" for t in between[bool(particle) :]):
        return counted
    verb = " ".join(p for p in (past_participle(tokens[clause.verb].text), particle) if p)
    return replace(counted, verb=verb, tail=" ".join(p for p in (counted.tail, _by_subject(case, clause)) if p))


def _holder(case: Case, clause: Clause) -> str:
    """As in "134 cases involving 61 million sticks", "six vessels carrying 201 people": what holds the things."""
    if clause.form is not Form.GERUND or clause.lemma not in _HOLDING or clause.group[1] != case.first:
        return ""
    end = clause.group[0] - (case.tokens[clause.group[0] - 1].tag == "," and clause.group[0] > 1)
    phrase = phrase_to(case.tokens, end)
    return words_of_label(case.tokens[phrase.start : phrase.end]) if phrase is not None and phrase.end == end else ""


def _governor(case: Case, clause: Clause) -> str:
    """As in "training classes for over 200 personnel": what a figure in a prepositional phrase belongs to."""
    scene, tokens, at = case.scene, case.tokens, case.first - 1
    if not _is_governed(case) or at < clause.group[1]:
        return ""
    phrase = phrase_to(tokens, at)
    if phrase is not None and phrase.start >= clause.group[1] - 1:
        return _governing_noun(case, phrase, clause)
    if at != clause.group[1] or (clause.lemma in MEASURING_VERBS and clause.form not in (Form.GERUND, Form.PARTICIPLE)):
        return ""
    run = scene.subject_of(clause)
    if clause.lemma in _BOUNDING and tokens[at].lower == "with":
        return ""
    if run is None or scene.names_body(tokens[run[0] : run[1]]):
        return f"{tokens[clause.verb].lower} {tokens[at].lower}" if clause.lemma not in LIGHT_VERBS else ""
    if all(i in scene.stops for i in range(*run)):  # "fuel worth 3 million was found on 14 boats"
        run = scene.stretch_before(run[1], over_figures=True) or run
    subject = [t for i, t in enumerate(tokens[run[0] : run[1]], run[0]) if i not in scene.stops][-8:]
    return f"{words_of_label(subject)} {tokens[clause.verb].lower} {tokens[at].lower}"


def _governing_noun(case: Case, phrase: NounPhrase, clause: Clause) -> str:
    if clause.lemma in _BOUNDING and case.tokens[phrase.head].lemma in _TIMES:  # "closed the year with 41 boats"
        return ""
    words = words_of_label(case.tokens[phrase.start : phrase.end])
    base = next((r for r in reversed(case.before) if case.scene.places[r.quantity.start] < phrase.end), None)
    placed = base is not None and case.scene.places[base.quantity.start] >= clause.group[1]
    if (
        placed
        and base is not None
        and base.measured.rule == "counted"
        and case.tokens[phrase.start - 1].lower in _PLACES
    ):
        words = base.measured.noun  # "18 couriers from Norland with 44 kg of khat"
    if base is not None and base.measured.verb and base.measured.verb not in words:
        return f"{words} {base.measured.verb}"
    beside = phrase.start > 0 and case.tokens[phrase.start - 1].lower == "with"
    if base is None and clause.lemma not in LIGHT_VERBS and not clause.passive and not beside:
        return f"{words} {past_participle(case.tokens[clause.verb].text)}"
    return words


def _of_subject(case: Case, clause: Clause) -> str:
    run = case.scene.subject_of(clause)
    if run is None:
        return ""
    inner = case.tokens[run[0] : run[1]]
    if all(t.lower in ("they", "these", "it") for t in inner):
        base = case.last_level()
        return f"(of {base.measured.noun})" if base is not None and base.measured.noun else ""
    return "" if case.scene.names_body(inner) else f"of {words_of_label(inner[:10])}"


def _by_subject(case: Case, clause: Clause) -> str:
    """A subject that is no part of the customs staff narrows what is counted: "guests handled by Frontdesk"."""
    run = case.scene.subject_of(clause)
    if run is None or clause.passive:
        return ""
    inner = case.tokens[run[0] : run[1]]
    name = len(inner) == 1 and inner[0].is_noun and inner[0].text[:1].isupper()
    plain_name = name and not case.scene.names_body(inner)
    heads = {t.lemma for t in inner if t.is_noun}
    drive = bool(heads & _DRIVES) or any(w.lower() in _DRIVES for t in inner for w in t.text.split())
    if not (plain_name or (drive and not any(i in case.scene.places.values() for i in range(*run)))):
        return ""
    kept = [t for i, t in enumerate(inner, run[0]) if i not in case.scene.stops]
    return f"by {words_of_label(kept[:18])}"


def relative_participle(scene: Scene, at: int) -> tuple[str, str]:
    """The participle after the noun phrase at a token, and its complement: "cases filed", "bars which were found"."""
    tokens = scene.tokens
    phrase = phrase_from(tokens, at)
    if phrase is None:
        return "", ""
    end = with_complements(tokens, without_verb(scene, phrase), scene.stops).end
    for clause in scene.clauses:
        if not end <= clause.group[0] <= end + 2 or clause.lemma in LIGHT_VERBS | _VALUING:
            continue
        reduced = clause.form is Form.PARTICIPLE and clause.group[0] == end and not _is_main(scene, clause)
        if reduced or (clause.role is Role.RELATIVE and clause.passive):
            return tokens[clause.verb].lower, _tail_after(scene, clause.group[1])
    return "", ""


def _is_main(scene: Scene, clause: Clause) -> bool:
    """Whether a participle is the only verb of its sentence and has an object: it is a past tense then."""
    after = scene.tokens[clause.group[1]].tag if clause.group[1] < len(scene.tokens) else "."
    return not any(c.finite for c in scene.clauses) and after in ("DT", "CD", "NN", "NNS", "NNP", "PRP$")


def _lead_verb(case: Case) -> str:
    """The verb of the words that a list item continues: "The agency assessed:"."""
    match = _LEAD_VERB.search(case.scene.passage.segment.lead.text)
    return past_participle(match[1]) if match and match[1] not in ("been", "included", "made") else ""
