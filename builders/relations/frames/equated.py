"""Whom a noun means that "is" equates with a name: "the body that runs A is *B*", "*B* was among those run by A"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.nominals import NounPhrase
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.things.things import Mention

_COPULAS = frozenset("be become remain".split())
_COUNT_IN = frozenset("include comprise number".split())  # "Those that joined A *included* B"
_SURE = (Form.PAST, Form.PERFECT, Form.PRESENT, Form.FUTURE)
_BETWEEN = frozenset("among one two three four five six several some of the thus also now".split())


def equated(parsed: Parsed, n: int, mentions: Sequence[Mention]) -> list[Mention]:
    """What the noun without a name is that clause `n` speaks of; nothing where no "is" tells."""
    clause = parsed.clauses[n]
    phrase = _common_noun(clause)
    if phrase is None or headed_by(parsed, [phrase], mentions):
        return []
    for other in parsed.clauses:
        if other is not clause and _tells(other):
            found = _other_side(parsed, clause, other, phrase)
            if found and (named := headed_by(parsed, found, mentions)):
                return named
    return []


def told_of_set(parsed: Parsed, run: tuple[int, int], mentions: Sequence[Mention]) -> list[Mention]:
    """The members that a relative clause tells of a noun: "three drives, *the largest of which is A*"."""
    for clause in parsed.clauses:
        of = clause.antecedent
        told = clause.role is Role.RELATIVE and clause.lemma == "be" and _tells(clause)
        if not told or of is None or not run[0] <= of.head < run[1] or not _is_partitive(parsed, clause):
            continue
        return headed_by(parsed, clause.objects, mentions) or headed_by(parsed, clause.subjects, mentions)
    return []


def _is_partitive(parsed: Parsed, clause: Clause) -> bool:
    """Whether "of which", "among whom" stands before the verb."""
    assert clause.antecedent is not None  # noqa: S101 # the caller tested it
    words = parsed.tokens[clause.antecedent.end : clause.group[0]]
    return any(w.lower in ("of", "among") and t.tag in ("WDT", "WP") for w, t in pairwise(words))


def what_is_meant(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """What "what" stands for as the object: "*What* A runs is B"."""
    if clause.subject is None or not clause.subject[0] or clause.passive:
        return []
    if parsed.tokens[clause.subject[0] - 1].lower != "what":
        return []
    said = next((c for c in parsed.clauses if c.group[0] >= clause.group[1]), None)
    behind = _behind(said) if said is not None and said.lemma == "be" and _tells(said) else ()
    return headed_by(parsed, behind, mentions)


def _common_noun(clause: Clause) -> NounPhrase | None:
    """The antecedent of a relative clause, the noun before a participle, the ranked before an infinitive."""
    if clause.role is Role.RELATIVE:
        return clause.antecedent
    if clause.role is Role.REDUCED or (clause.role is Role.COMPLEMENT and not clause.subject):
        return clause.subjects[0] if clause.subjects else None
    return None


def _tells(other: Clause) -> bool:
    sure = other.form in _SURE and not (other.negated or other.hedged or other.passive)
    return sure and other.lemma in _COPULAS | _COUNT_IN


def _other_side(parsed: Parsed, clause: Clause, other: Clause, phrase: NounPhrase) -> Sequence[NounPhrase]:
    """The phrases on the other side of "is" than the noun."""
    if other.group[1] <= phrase.start:  # "B is the one that", "B was among those that"
        between = parsed.tokens[other.group[1] : phrase.start]
        return other.subjects if other.lemma in _COPULAS and all(t.lower in _BETWEEN for t in between) else ()
    if other.group[0] < clause.group[1]:
        return ()
    if other.subject is not None and other.subject[0] <= phrase.start < other.subject[1]:
        return _behind(other)
    before = parsed.tokens[phrase.start - 1].lower if phrase.start else ""
    opens = before == "among" or (before == "of" and phrase.start > 1)
    return _behind(other) if opens and other.lemma in _COPULAS else ()


def _behind(other: Clause) -> Sequence[NounPhrase]:
    """The phrases behind a verb, its subject where that is turned round."""
    turned = other.subjects and other.subjects[0].start >= other.group[1]
    return other.subjects if turned else other.objects
