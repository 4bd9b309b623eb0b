"""What stands around a form in -ed: another finite verb before or behind it, an apposition, a "with"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    BE_OR_HAVE,
    CLAUSE_OPENERS,
    FINITE,
    Form,
    VerbGroup,
    is_irregular_past,
    relative_before,
)
from customs_kg.builders.english.words import can_be_noun, verb_lemma

_REACH = 240  # words that a rule looks over at most: no clause goes on for longer
OBJECT_TAGS = frozenset({"DT", "CD", "PRP$", "NNP", "PRP", "JJ", "NN", "NNS", "VBG", '"', "$", "JJR", "PDT"})
# what can be done without an object, so that a preposition may follow the past: "prices fell, *recovered* in May"
WITHOUT_OBJECT = frozenset(
    "work act serve report rise climb fall grow recover amount participate cooperate collaborate rely depend go "
    "come arrive depart travel contribute lead result succeed fail respond apply refer look call meet speak "
    "agree consist focus stay remain improve operate assist help continue begin start end stop move pass turn "
    "return sail fly run sit stand train negotiate consult vote join take make compare".split()
)
_FINITE_OR_INFINITIVE = FINITE | {Form.INFINITIVE}

# "increased by a third": by how much, not by whom
CHANGES = frozenset("increase decrease decline rise fall grow drop expand improve reduce shrink fluctuate".split())


def is_finite(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a verb that can be finite stands right behind a comma, with what it is about: no participle."""
    verb, after = tokens[comma + 1], tokens[comma + 2] if comma + 2 < len(tokens) else None
    if verb.tag in ("VBZ", "VBP", "MD") or verb.lower in BE_OR_HAVE or is_irregular_past(verb):
        return True
    return verb.tag in ("VBD", "VBN") and after is not None and (after.tag in OBJECT_TAGS or _changes_by(verb, after))


def _changes_by(verb: Token, after: Token) -> bool:
    return after.tag in ("IN", "TO") and verb_lemma(verb.lower) in CHANGES | WITHOUT_OBJECT


def is_second_finite(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """A seeming present that can be a noun, in a stretch with a finite verb of its own: "aims to raise AEO firms"."""
    if not can_be_noun(tokens[i].lower):
        return False
    start = i
    while start and tokens[start - 1].tag not in _BREAKS and tokens[start - 1].tag not in ("CC", "WDT", "WP", "WRB"):
        if tokens[start - 1].lower in _BREAKING_WORDS:
            break
        start -= 1
    return any(
        g.start >= start
        and (
            (g.form in FINITE and not relative_before(tokens, g.start)) or (g.start == 0 and g.form is Form.INFINITIVE)
        )
        for g in before
    )


_BREAKS = frozenset({",", ";", ":", ".", "(", ")"})

_BREAKING_WORDS = CLAUSE_OPENERS | {"that"}


def finite_in_clause(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup], *, takes_object: bool) -> bool:
    """A verb group stands between the last mark, conjunction or relative word and this form: it is a participle."""
    group = len(before) - 1
    for j in range(i - 1, max(i - 1 - _REACH, -1), -1):
        token = tokens[j]
        while group >= 0 and before[group].verb > j:
            group -= 1
        if group >= 0 and before[group].verb == j and before[group].form in _FINITE_OR_INFINITIVE:
            return not (takes_object and j and relative_before(tokens, j))
        if token.tag in _BREAKS or token.tag in ("WDT", "WP") or token.lower in _BREAKING_WORDS:
            return False
        if token.tag == "CC" and (tokens[j + 1].tag == "IN" or not (j + 1 < i and tokens[j - 1].is_noun)):
            return False
    return False


def opens_second_clause(tokens: Sequence[Token], i: int, after: Token | None) -> bool:
    """With an object, behind a noun phrase that "and" or "but" joins to a clause: "A ran B *and C opened D*"."""
    definite = after is not None and after.tag in ("DT", "NNP", "PRP$")
    if (
        not definite
        or tokens[i].lower in _NAMED
        or not tokens[i - 1].is_noun
        or verb_lemma(tokens[i].lower) in _TWOFOLD
    ):
        return False
    start = i - 1
    while start and (tokens[start].is_noun or tokens[start].tag in ("DT", "JJ", "PRP$")):
        start -= 1
    return tokens[start].tag == "CC" and start > 0 and tokens[start].lower in ("and", "but") and start < i - 1


_TWOFOLD = frozenset("give grant award offer pay send appoint elect".split())  # "and those *given the* task"


def names_subject(tokens: Sequence[Token], i: int) -> bool:
    """As in "a vessel *named* A patrols": the name of the subject stands between it and its verb."""
    named = tokens[i].lower in _NAMED and i + 1 < len(tokens) and tokens[i + 1].tag in ("NNP", '"')
    end = next((j for j in range(i + 1, min(len(tokens), i + 8)) if tokens[j].tag not in ("NNP", '"', "CD")), i)
    return named and end > i and finite_after(tokens, end - 1) and tokens[end].tag in ("MD", "VBD", "VBZ", "VBP")


_NAMED = frozenset("named called dubbed entitled titled christened".split())


def finite_after(tokens: Sequence[Token], i: int) -> bool:
    """A finite verb follows before the next mark: "cases filed last year were ...", not "repealed *and replaced* A"."""
    row = tokens[i + 1 : i + 4]
    if len(row) == 3 and row[0].lower == "and" and row[1].tag in ("VBD", "VBN") and row[2].tag in OBJECT_TAGS:
        return False
    for previous, token in pairwise(tokens[i : i + 1 + _REACH]):
        if token.tag in (",", ";", ":", "WDT", "WP") or token.lower == "that":
            return False
        if token.lower in ("being", "having") or (previous.tag == "TO" and token.lower in ("be", "have")):
            continue  # "failed *to be* a member"
        if token.tag in ("MD", "VBD", "VBZ") or token.lower in BE_OR_HAVE or is_irregular_past(token):
            return True
    return False


def ends_apposition(tokens: Sequence[Token], i: int) -> bool:
    """In what two commas put beside the subject: "the A, a campaign *organised* with B, brought ..."."""
    opening = next((j for j in range(i - 1, max(i - 12, 0), -1) if tokens[j].tag == ","), None)
    if opening is None or not tokens[opening - 1].is_noun or tokens[opening + 1].tag not in ("DT", "JJ", "NN"):
        return False
    fronted = tokens[0].tag in ("IN", "TO", "RB")
    if fronted or any(t.tag in ("VBD", "VBZ", "MD", "CC") for t in tokens[:opening]):
        return False
    return any(tokens[j].tag == "," and is_finite(tokens, j) for j in range(i + 1, min(i + 25, len(tokens) - 2)))


def under_with(tokens: Sequence[Token], i: int) -> bool:
    """Whether a "with" opens the stretch, as in "with 25 documents signed": no clause of its own."""
    commas = row = False
    for j in range(i - 1, max(i - 1 - _REACH, -1), -1):
        token = tokens[j]
        if token.lower == "with":
            if j and tokens[j - 1].lower in ("together", "along", "jointly"):
                return False
            return (j > 0 or not commas) and not _is_of_subject(tokens, j, i)
        if token.tag == "," and not row:
            return False  # a subject stands between the comma and the verb
        commas |= token.tag == ","
        row |= token.tag == "CC"
        if token.tag in (";", ":", ".", "MD") or token.lower in BE_OR_HAVE or token.tag in ("VBD", "WDT"):
            return False
    return False


def _is_of_subject(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """A "with" that belongs to the subject of the only verb there is: "Trade *with* A rose", "Talks with A opened"."""
    if at == 0 or not tokens[at - 1].is_noun or tokens[verb].tag not in ("VBD", "VBN"):
        return False
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.lower in BE_OR_HAVE for t in tokens[:at])
    return not finite and tokens[0].tag not in ("IN", "TO", "VBG", "VBN") and not has_finite(tokens, verb + 1)


def has_finite(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb that is finite by its tag follows."""
    reach = tokens[start : start + _REACH]
    return any(t.tag in ("MD", "VBZ", "VBP") or t.lower in BE_OR_HAVE for t in reach) or any(
        t.tag == "VBD" and (u.is_noun or u.tag in ("PRP", "CD", ")")) for u, t in pairwise(reach)
    )
