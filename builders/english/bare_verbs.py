"""Verbs without an auxiliary: past, present, gerund, participle, and the bare verbs of a row or list item."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.tokens import Token
from customs_kg.builders.english.verb_forms import (
    BE,
    CATENATIVES,
    FINITE,
    HAVE,
    SAME_PARTICIPLE,
    SUBORDINATORS,
    Form,
    VerbGroup,
    can_be_participle,
    is_irregular_past,
    relative_before,
    word_before,
)
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, verb_lemma

_PARTICLES = frozenset("up out off down on over".split())
# "increased by a third": by how much, not by whom
_CHANGES = frozenset("increase decrease decline rise fall grow drop expand improve reduce shrink fluctuate".split())
_REACH = 240  # words that a rule looks over at most: no clause goes on for longer
_FINITE_OR_INFINITIVE = FINITE | {Form.INFINITIVE}


def bare_group(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """A verb without an auxiliary: past, present, gerund, participle, or a conjunct in the base form."""
    token = tokens[i]
    lower = token.lower
    if (
        not token.text[0].isalpha()
        or token.tag in ("NNP", "DT", "IN", "PRP", "PRP$", "CC", "CD", "RB", "WDT")
        or not can_be_verb(lower)
    ):
        return None
    previous = word_before(tokens, i)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if lower.endswith("ing"):
        return VerbGroup(i, i + 1, i, Form.GERUND, False, False) if _is_gerund(tokens, i, previous, after) else None
    if previous is None and _opens_with_passive(tokens, i):
        return VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)
    if can_be_participle(token) and (
        lower.endswith("ed")
        or token.tag in ("VBD", "VBN")
        or (lower in SAME_PARTICIPLE and _may_follow(previous, after))
    ):
        return _past_group(tokens, i, previous, after, before)
    if is_base_verb(lower) and _is_conjunct_base(tokens, i, previous, after, before):
        return VerbGroup(i, i + 1, i, Form.INFINITIVE, False, False)
    if token.tag in ("VBZ", "VBP", "VB", "NNS") and _is_present(tokens, i, previous, after, before):
        return VerbGroup(i, i + 1, i, Form.PRESENT, False, False)
    return None


def _may_follow(previous: Token | None, after: Token | None) -> bool:
    """Where "put", "run" or "set" is a participle: after a noun, or between a comma and a preposition."""
    if previous is None or after is None:
        return False
    return previous.is_noun or (previous.tag == "," and after.tag == "IN")


def _opens_with_passive(tokens: Sequence[Token], i: int) -> bool:
    """A participle that looks like a base form opens the sentence: "Set up by A", "Put out by A", "Run by A"."""
    if tokens[i].lower not in SAME_PARTICIPLE:
        return False
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower in _PARTICLES else i + 1
    return after < len(tokens) and (
        tokens[after].lower == "by"
        or (tokens[after].lower == "in" and after + 2 < len(tokens) and tokens[after + 2].tag == ",")
    )


def _is_gerund(tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None) -> bool:
    if previous is not None and previous.tag in ("DT", "PRP$", "JJ", "POS", "CD", "NNP"):
        return False
    if after is not None and can_be_noun(tokens[i].lower) and (after.is_noun or after.tag.startswith("VB")):
        return False
    if after is None or (
        after.tag in ("NN", "NNS")
        and (previous is None or previous.tag not in ("IN", "CC", ",", "NNS", "NN", "CD", "NNP", ")"))
    ):
        return False
    if previous is not None and can_be_noun(tokens[i].lower) and after.tag in (",", ".", "CC", "IN", ")", ";", ":"):
        return False
    return previous is None or previous.tag in (
        "IN",
        "CC",
        ",",
        "NNS",
        "NN",
        "TO",
        "CD",
        '"',
        "VBZ",
        "(",
        ":",
        "NNP",
        ")",
    )


def _past_group(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> VerbGroup | None:
    """An -ed form: finite past after a subject, a participle after a noun, or an attribute (None)."""
    past = VerbGroup(i, i + 1, i, Form.PAST, False, False)
    participle = VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)
    opens_noun = after is not None and (after.is_noun or after.tag.startswith("JJ") or after.tag == "VBG")
    if previous is None:
        return participle if after is not None and after.tag in ("IN", "TO", "RB") else None
    if (
        previous.tag in ("DT", "PRP$", "JJ", "JJR", "JJS", "IN", "POS", "CD")
        or previous.is_verb
        or previous.tag == "TO"
    ):
        return None if opens_noun or previous.tag in ("DT", "PRP$", "JJ", "POS") else participle
    if previous.tag in ("CC", ","):
        if previous.tag == "," and _has_agent(tokens, i):
            return participle
        if previous.tag == "," and _closes_insertion(tokens, i, before):
            return past
        return _past_in_row(i, after, before, opens_noun=opens_noun)
    subject = (
        previous.is_noun
        or previous.tag in ("PRP", ")", "WDT", "WP")
        or previous.lower in ("that", "these", "they", '"')
    )
    if not subject:
        return participle
    if previous.lower in ("i", "we", "they", "he", "she"):
        return past
    takes_object = after is not None and (
        after.tag in ("DT", "CD", "PRP$", "NNP", "PRP", "JJ", "NN", "NNS", "RB", "VBG", '"', "$", "TO", "JJR", "RP")
        or after.lower in ("up", "out", "down", "off")
    )
    if (
        _finite_in_clause(tokens, i, before, takes_object=takes_object)
        or (not takes_object and before and before[-1].form in (Form.GERUND, Form.INFINITIVE))
        or (not takes_object and _finite_after(tokens, i))
        or (_under_with(tokens, i) and not (opens_noun or (after is not None and after.tag == "DT")))
    ):
        return participle
    return past


def _has_agent(tokens: Sequence[Token], i: int) -> bool:
    """Whether "by" and somebody follow an -ed form: it is passive."""
    if i + 2 >= len(tokens) or tokens[i + 1].lower != "by" or verb_lemma(tokens[i].lower) in _CHANGES:
        return False
    return tokens[i + 2].tag in ("DT", "PRP$") or tokens[i + 2].is_noun


def _past_in_row(i: int, after: Token | None, before: Sequence[VerbGroup], *, opens_noun: bool) -> VerbGroup | None:
    """An -ed form after a comma or "and": in a row with a past or a passive, else an attribute or a participle."""
    row = next((g for g in reversed(before) if g.form not in (Form.GERUND, Form.INFINITIVE)), None)
    if row is not None and row.passive and not opens_noun:
        return VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)
    active = any(g.form in (Form.PAST, Form.PERFECT) and not g.passive for g in before)
    if active and after is not None and after.lower not in ("with", "by"):
        return VerbGroup(i, i + 1, i, Form.PAST, False, False)
    return None if opens_noun else VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)


def _closes_insertion(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """The comma before this verb closes what another opened after the subject ("The unit, set up in 1998, serves")."""
    reach = max(i - _REACH, 0)
    start = next((j + 1 for j in range(i - 1, reach - 1, -1) if tokens[j].tag in (";", ":")), 0)
    opened = next((j for j in range(start, min(i - 1, start + 16)) if tokens[j].tag == ","), None)
    if opened is None or opened == start or tokens[start].tag in ("IN", "RB", "VBG", "VBN"):
        return False
    if not (tokens[opened - 1].is_noun or tokens[opened - 1].tag in ("PRP", ")", "CD")) or opened - start > 14:
        return False
    for group in reversed(before):
        if group.verb < start:
            return True
        if group.form in FINITE and not relative_before(tokens, group.start):
            return False
    return True


_BREAKS = frozenset({",", ";", ":", ".", "(", ")"})
_BREAKING_WORDS = (SUBORDINATORS - {"as"}) | {"that"}


def _finite_in_clause(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup], *, takes_object: bool) -> bool:
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
        if token.tag == "CC" and not (j + 1 < i and tokens[j - 1].is_noun):
            return False
    return False


def _finite_after(tokens: Sequence[Token], i: int) -> bool:
    """A finite verb follows before the next mark: "the cases filed last year were ..."."""
    for token in tokens[i + 1 : i + 1 + _REACH]:
        if token.tag in (",", ";", ":", "WDT", "WP") or token.lower == "that":
            return False
        if token.tag in ("MD", "VBD", "VBZ") or token.lower in BE | HAVE or is_irregular_past(token):
            return True
    return False


def _under_with(tokens: Sequence[Token], i: int) -> bool:
    """Whether a "with" opens the stretch, as in "with 25 documents signed": no clause of its own."""
    commas = row = False
    for j in range(i - 1, max(i - 1 - _REACH, -1), -1):
        token = tokens[j]
        if token.lower == "with":
            return j > 0 or not commas
        if token.tag == "," and not row:
            return False  # a subject stands between the comma and the verb
        commas |= token.tag == ","
        row |= token.tag == "CC"
        if token.tag in (";", ":", ".", "MD") or token.lower in BE | HAVE or token.tag in ("VBD", "WDT"):
            return False
    return False


def _is_conjunct_base(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> bool:
    """A bare verb in a row that a modal or "to" began, or at the head of a list item."""
    noun = can_be_noun(tokens[i].lower)
    opens_object = after is not None and (
        after.tag in ("DT", "PRP$", "PRP", "CD") or after.lower in ("up", "out", "on", "forward")
    )
    weak_object = after is not None and (
        after.is_noun or after.tag.startswith("JJ") or after.tag in ("VBN", "VBG", '"', "RB", "TO", "IN")
    )
    if previous is None:
        return opens_object or (weak_object and (not noun or tokens[i].tag.startswith("VB")))
    in_row = any(
        g.form in (Form.FUTURE, Form.INFINITIVE, Form.OBLIGATION, Form.POSSIBLE) and not g.passive for g in before
    )
    after_mark = previous.tag in (",", "CC", ";") or (
        previous.lower == "as" and i >= 3 and tokens[i - 2].lower == "well"
    )
    if not (in_row and after_mark):
        return False
    if opens_object or (after is not None and after.tag == "TO" and verb_lemma(tokens[i].lower) in CATENATIVES):
        return True
    if not weak_object:
        return not noun and after is not None and after.tag in ("CC", ",")
    assert after is not None  # noqa: S101 # weak_object says so; for the type checker
    if after.tag in ("IN", "TO"):
        return not noun
    return (
        not noun
        or tokens[i].tag.startswith("VB")
        or (previous.tag == "," and not after.tag.startswith("VB"))
        or (after.tag.startswith("JJ") and not (i >= 2 and tokens[i - 2].is_noun and after.is_noun))
    )


def _is_present(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> bool:
    token = tokens[i]
    if previous is None or after is None:
        return False
    noun = can_be_noun(token.lower)
    if previous.tag == "," and _closes_insertion(tokens, i, before):
        if token.tag.startswith("VB"):
            return True
        if token.lower.endswith("s") and after.tag in ("TO", "DT", "PRP$"):  # "The unit, which ..., reports to"
            return True
    subject = (
        previous.is_noun or previous.tag in ("PRP", "WDT", "WP", ")", '"') or previous.lower in ("which", "who", "that")
    )
    if token.tag == "VBZ" and previous.tag in ("PRP", "WDT", "WP"):
        return True
    starts_object = after.tag in ("DT", "PRP$", "CD", "TO", "RB", "NNP", "JJ", "IN", "VBN", "PRP", '"', "NN", "NNS")
    if token.lower.endswith("s") and not token.lower.endswith("ss"):
        if previous.tag in (",", "CC") and any(g.form is Form.PRESENT for g in before):
            return starts_object and (not noun or after.tag in ("DT", "PRP$", "TO", "RB") or token.tag == "VBZ")
        sure = after.tag in ("DT", "PRP$", "TO", "RB") or previous.tag in ("PRP", "WDT", "WP")
        return subject and starts_object and (not noun or sure or (token.tag == "VBZ" and previous.tag not in ("NNS",)))
    plural = previous.tag in ("NNS", "NNPS", "PRP", "WDT", "WP") or previous.lower in ("they", "we")
    if previous.tag in (",", "CC") and any(g.form is Form.PRESENT for g in before):
        return token.tag == "VBP" and starts_object and not noun
    return (
        plural
        and starts_object
        and token.tag in ("VBP", "VB")
        and (not noun or after.tag in ("DT", "PRP$", "TO") or previous.tag == "PRP")
    )
