"""Verbs without an auxiliary: past, present, gerund, participle, and the bare verbs of a row or list item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.english.insertions import insertion_before
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
    is_irregular_past,
    relative_before,
    word_before,
)
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, penn_tags, verb_lemma

_PARTICLES = frozenset("up out off down on over".split())
# "increased by a third": by how much, not by whom
_CHANGES = frozenset("increase decrease decline rise fall grow drop expand improve reduce shrink fluctuate".split())
_REACH = 240  # words that a rule looks over at most: no clause goes on for longer
_FINITE_OR_INFINITIVE = FINITE | {Form.INFINITIVE}


def bare_group(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """A verb without an auxiliary: past, present, gerund, participle, or a conjunct in the base form."""
    token = tokens[i]
    if token.tag not in _OPEN_TAGS or not token.text[0].isalpha() or not can_be_verb(token.lower):
        return None
    previous = word_before(tokens, i)
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.lower == "live" and previous is not None and verb_lemma(previous.text) == "go":
        return None  # "goes live"
    if previous is None and can_be_noun(token.lower) and _is_subject(tokens, i):
        return None
    if previous is None and _opens_with_passive(tokens, i):
        return VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)
    if is_base_verb(token.lower) and _is_conjunct_base(tokens, i, previous, after, before):
        return VerbGroup(i, i + 1, i, Form.INFINITIVE, False, False)
    if token.lower in SAME_PARTICIPLE and not token.tag.startswith("VBD") and _may_follow(tokens, i, previous):
        return VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)
    if token.tag == "NNS" and _goes_on_presents(token, previous, after, before, tokens[i - 2] if i > 1 else None):
        return VerbGroup(i, i + 1, i, Form.PRESENT, False, False)
    if token.tag == "NNS" and _ends_relative_subject(tokens, i):
        return VerbGroup(i, i + 1, i, Form.PRESENT, False, False)
    if not token.is_verb:
        return None
    form = _bare_form(tokens, i, previous, after, before)
    return VerbGroup(i, i + 1, i, form, form is Form.PARTICIPLE, False) if form else None


def _is_subject(tokens: Sequence[Token], i: int) -> bool:
    """A noun that looks like a verb opens the sentence: "*Work* on the pier will start", "*Plans* for A exist"."""
    if i + 1 >= len(tokens) or tokens[i + 1].tag != "IN":
        return False
    for token in tokens[i + 1 : i + 1 + _REACH]:
        if token.tag in (",", "CC", ";", ":", "WDT", "WP") or token.lower in SUBORDINATORS:
            return False
        if token.tag in ("MD", "VBZ") or token.lower in BE | HAVE:
            return True
    return False


def _bare_form(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> Form | None:
    match tokens[i].tag:
        case "VBG":
            return Form.GERUND if _is_gerund(tokens, i, previous, after) else None
        case "VBD" | "VBN":
            return _past_form(tokens, i, previous, after, before)
        case "VBZ":
            sure = previous is not None and previous.tag == "JJ" and not can_be_noun(tokens[i].lower)
            if previous is None or _is_second_finite(tokens, i, before):
                return None
            return Form.PRESENT if sure or _ends_subject(previous) else None
        case _:
            return _base_form(tokens, i, previous, after, before)


def _goes_on_presents(
    token: Token,
    previous: Token | None,
    after: Token | None,
    before: Sequence[VerbGroup],
    earlier: Token | None,
) -> bool:
    """A seeming plural in a row with a verb: "examines complaints *and reports to* the Board"."""
    if previous is None or previous.tag != "CC" or after is None or "VBZ" not in penn_tags(token.lower):
        return False
    row = next((g for g in reversed(before) if g.form in FINITE), None)
    if row is None or row.form is not Form.PRESENT or row.passive:
        return False
    return after.tag == "TO" or (earlier is not None and earlier.tag == "PRP" and after.tag != "CC")


def _ends_relative_subject(tokens: Sequence[Token], i: int) -> bool:
    """A seeming plural right behind the singular subject of a relative clause: "which the Board *shares* with"."""
    if "VBZ" not in penn_tags(tokens[i].lower) or tokens[i - 1].tag not in ("NN", "NNP"):
        return False
    start = i - 1
    while start > 0 and (tokens[start].is_noun or tokens[start].tag in ("DT", "JJ", "PRP$")):
        start -= 1
    after = tokens[i + 1].tag if i + 1 < len(tokens) else "."
    return tokens[start].tag == "WDT" and after in ("IN", "TO", "DT", ",", ".", "PRP$")


def _opens_with_passive(tokens: Sequence[Token], i: int) -> bool:
    """A participle that looks like a base form opens the sentence: "Set up by A", "Put out by A", "Run by A"."""
    if tokens[i].lower not in SAME_PARTICIPLE:
        return False
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower in _PARTICLES else i + 1
    return after < len(tokens) and (
        tokens[after].lower == "by"
        or (tokens[after].lower == "in" and after + 2 < len(tokens) and tokens[after + 2].tag == ",")
    )


def _has_agent(tokens: Sequence[Token], i: int) -> bool:
    """Whether "by" and somebody follow an -ed form: it is passive."""
    if verb_lemma(tokens[i].lower) in _CHANGES:
        return False
    reach = tokens[i + 1 : i + 6]
    place = next((k for k, t in enumerate(reach) if t.lower == "by"), None)  # "signed by A", "signed in Amman by A"
    if place is None or (place and reach[0].tag != "IN") or any(t.tag == "," or t.is_verb for t in reach[:place]):
        return False
    agent = tokens[i + 2 + place] if i + 2 + place < len(tokens) else None
    return agent is not None and (agent.tag in ("DT", "PRP$") or agent.is_noun)


def _may_follow(tokens: Sequence[Token], i: int, previous: Token | None) -> bool:
    """Where "put", "run" or "set" is a participle: between a comma and a preposition, also as "run jointly with"."""
    after = next((t for t in tokens[i + 1 :] if t.tag != "RB"), None)
    return previous is not None and after is not None and previous.tag == "," and after.tag in ("IN", "RP")


_OPEN_TAGS = frozenset({"NN", "NNS", "JJ", "VB", "VBP", "VBD", "VBN", "VBZ", "VBG"})
_BARE_ROW = (Form.FUTURE, Form.INFINITIVE, Form.OBLIGATION, Form.POSSIBLE)


def _is_conjunct_base(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> bool:
    """A bare verb, whatever its tag, in a row that a modal or "to" began, or at the head of a list item."""
    if after is None:
        return False
    opens_object = after.tag in ("DT", "PRP$", "PRP", "CD") or after.lower in ("up", "out", "on", "forward")
    if previous is None:
        return opens_object and not (after.tag == "CD" and tokens[i].text[0].isupper())
    after_mark = previous.tag in (",", "CC", ";") or (
        previous.lower == "as" and i >= 3 and tokens[i - 2].lower == "well"
    )
    if not after_mark or not any(g.form in _BARE_ROW and not g.passive for g in before):
        return False
    noun = can_be_noun(tokens[i].lower)
    if opens_object or (after.tag == "TO" and verb_lemma(tokens[i].lower) in CATENATIVES):
        return True
    if after.tag in ("IN", "TO", "CC", ","):
        return not noun and tokens[i].tag != "JJ"
    opens_noun = after.is_noun or after.tag.startswith("JJ") or after.tag in ("VBN", "VBG", '"', "RB")
    return opens_noun and tokens[i].is_verb and not _is_noun_in_row(tokens, i, previous, after)


def _is_noun_in_row(tokens: Sequence[Token], i: int, previous: Token, after: Token) -> bool:
    """Seemingly a verb, but a noun before a noun: "risk prevention *and control mechanisms*"."""
    return (
        previous.tag == "CC" and i >= 2 and tokens[i - 2].tag == "NN" and after.is_noun and can_be_noun(tokens[i].lower)
    )


_NO_SUBJECT = frozenset({"DT", "PRP$", "POS", "IN", "TO", "JJ", "WP$"})


def _ends_subject(previous: Token) -> bool:
    """Whether a finite verb can stand behind this word; "those", "these", "all" can be subjects."""
    return previous.tag not in _NO_SUBJECT or previous.lower in ("that", "those", "these", "this", "all", "both")


def _base_form(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> Form | None:
    """Of a verb in its base form: an order or list item, a conjunct of an infinitive, what "let" governs, a present."""
    if previous is None:
        return Form.INFINITIVE if after is not None and after.tag not in (":", "IN", "VBD", "VBZ", "MD") else None
    if not _ends_subject(previous):
        return None
    if previous.tag in (",", "CC", ";") or (previous.lower == "as" and tokens[i - 2].lower == "well"):
        row = next((g for g in reversed(before) if g.form not in (Form.GERUND, Form.PARTICIPLE)), None)
        if after is not None and _is_noun_in_row(tokens, i, previous, after):
            return None
        if row is None:
            return Form.PRESENT if tokens[i].tag == "VBP" and previous.tag == "," else None
        return Form.PRESENT if row.form is Form.PRESENT and not row.passive else Form.INFINITIVE
    last = before[-1] if before else None
    if last is not None and verb_lemma(tokens[last.verb].text) in _WITH_BARE and last.end < i and previous.is_noun:
        return Form.INFINITIVE
    if _is_second_finite(tokens, i, before):
        return None
    return Form.PRESENT


_WITH_BARE = frozenset("let make help see".split())


def _is_gerund(tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None) -> bool:
    """A participle or gerund that has a place of its own, not one that stands before a noun or is one."""
    if previous is not None and previous.tag in ("DT", "PRP$", "JJ", "POS", "CD", "WP$"):
        return False
    if after is None:
        return False
    if previous is None:
        return not (can_be_noun(tokens[i].lower) and after.lower == "of")
    attribute = after.tag in ("NN", "NNS") and can_be_noun(tokens[i].lower) and previous.tag not in ("IN", "CC", ",")
    return not attribute


_TEMPORAL = frozenset("last this next each every that year yesterday today earlier later".split())
_OBJECT_TAGS = frozenset({"DT", "CD", "PRP$", "NNP", "PRP", "JJ", "NN", "NNS", "VBG", '"', "$", "JJR", "PDT"})


def _past_form(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> Form | None:
    """Of an -ed form: finite past after a subject, a participle after a noun, or an attribute (None)."""
    takes_object = after is not None and after.tag in _OBJECT_TAGS and after.lower not in _TEMPORAL
    if after is not None and after.tag == "VBN":  # "seized frozen goods"
        takes_object = i + 2 < len(tokens) and tokens[i + 2].is_noun
    past_only = "VBN" not in penn_tags(tokens[i].lower)
    opens_noun = after is not None and (after.is_noun or after.tag.startswith("JJ") or after.tag == "VBG")
    if previous is None:
        opening = _opening_form(tokens, i, after, takes_object=takes_object, opens_noun=opens_noun)
        return Form.PAST if past_only and i else opening  # "Then came the floods"
    if previous.tag in ("DT", "PRP$", "POS", "CD", "JJR", "JJS", "JJ") and previous.lower not in _STAND_ALONE:
        if previous.tag in ("CD", "JJ") and not opens_noun:
            return Form.PAST if takes_object or tokens[i].tag == "VBD" else Form.PARTICIPLE
        return None
    if previous.tag in ("IN", "TO") or previous.is_verb:
        return None if opens_noun and previous.tag != "TO" else Form.PARTICIPLE
    if past_only:
        return Form.PAST
    if previous.tag == ",":
        return _after_comma(tokens, i, after, before, opens_noun=opens_noun)
    if previous.tag in ("CC", ";", ":"):
        return _past_in_row(tokens, i, after, before, opens_noun=opens_noun)
    if previous.lower in _SUBJECT_PRONOUNS or previous.tag in ("WDT", "WP"):
        return Form.PAST
    return _after_noun(tokens, i, after, before, takes_object=takes_object)


_SUBJECT_PRONOUNS = frozenset("i we they he she it".split())
_STAND_ALONE = frozenset("those these all both some this that many few others most".split())


def _opening_form(
    tokens: Sequence[Token], i: int, after: Token | None, *, takes_object: bool, opens_noun: bool
) -> Form | None:
    """At the head of a sentence: "Signed a treaty" goes on with an object, "Set up by X, it" does not."""
    if after is None:
        return None
    if takes_object and not _has_finite(tokens, i + 1):
        return Form.PAST
    return None if opens_noun else Form.PARTICIPLE


def _has_finite(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb that is finite by its tag follows."""
    reach = tokens[start : start + _REACH]
    return any(t.tag in ("MD", "VBZ", "VBP") or t.lower in BE | HAVE for t in reach) or any(
        t.tag == "VBD" and (u.is_noun or u.tag in ("PRP", "CD", ")")) for u, t in pairwise(reach)
    )


def _after_noun(
    tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup], *, takes_object: bool
) -> Form:
    if _finite_in_clause(tokens, i, before, takes_object=takes_object) or _names_subject(tokens, i):
        return Form.PARTICIPLE
    if takes_object:
        opens_noun = after is not None and (after.is_noun or after.tag == "DT")
        return Form.PAST if opens_noun or not _under_with(tokens, i) else Form.PARTICIPLE
    if (
        _finite_after(tokens, i)
        or _ends_apposition(tokens, i)
        or _under_with(tokens, i)
        or (before and before[-1].form in (Form.GERUND, Form.INFINITIVE) and tokens[i].tag == "VBN")
        or _has_agent(tokens, i)
    ):
        return Form.PARTICIPLE
    heading = tokens[-1].tag != "." and tokens[i].text.endswith("ed") and not before
    return Form.PARTICIPLE if heading and after is not None and after.tag == "IN" else Form.PAST


def _after_comma(
    tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup], *, opens_noun: bool
) -> Form | None:
    if _has_agent(tokens, i):
        return Form.PARTICIPLE
    if _closes_insertion(tokens, i, before):
        return Form.PAST
    return _past_in_row(tokens, i, after, before, opens_noun=opens_noun)


def _past_in_row(
    tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup], *, opens_noun: bool
) -> Form | None:
    """An -ed form after a comma or "and": in a row with a past or a passive, else an attribute or a participle."""
    row = next((g for g in reversed(before) if g.form not in (Form.GERUND, Form.INFINITIVE)), None)
    if row is not None and row.passive and not opens_noun and tokens[i].tag == "VBN":
        return Form.PARTICIPLE
    active = any(g.form in (Form.PAST, Form.PERFECT) and not g.passive for g in before)
    if (active or (row is not None and tokens[i].tag == "VBD")) and after is not None and after.lower != "by":
        return Form.PAST
    if row is None and not before and tokens[i].tag == "VBD" and opens_noun:
        return Form.PAST
    return None if opens_noun else Form.PARTICIPLE


def _closes_insertion(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """The comma before this verb closes what another opened after the subject ("The unit, set up in 1998, serves")."""
    return insertion_before(tokens, i, before) is not None


def _is_second_finite(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
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
        if token.tag == "CC" and (tokens[j + 1].tag == "IN" or not (j + 1 < i and tokens[j - 1].is_noun)):
            return False
    return False


def _names_subject(tokens: Sequence[Token], i: int) -> bool:
    """As in "a vessel *named* A patrols": the name of the subject stands between it and its verb."""
    named = tokens[i].lower in _NAMED and i + 1 < len(tokens) and tokens[i + 1].tag in ("NNP", '"')
    end = next((j for j in range(i + 1, min(len(tokens), i + 8)) if tokens[j].tag not in ("NNP", '"', "CD")), i)
    return named and end > i and _finite_after(tokens, end - 1) and tokens[end].tag in ("MD", "VBD", "VBZ", "VBP")


_NAMED = frozenset("named called dubbed entitled titled christened".split())


def _finite_after(tokens: Sequence[Token], i: int) -> bool:
    """A finite verb follows before the next mark: "cases filed last year were ...", not "repealed *and replaced* A"."""
    row = tokens[i + 1 : i + 4]
    if len(row) == 3 and row[0].lower == "and" and row[1].tag in ("VBD", "VBN") and row[2].tag in _OBJECT_TAGS:
        return False
    for token in tokens[i + 1 : i + 1 + _REACH]:
        if token.tag in (",", ";", ":", "WDT", "WP") or token.lower == "that":
            return False
        if token.tag in ("MD", "VBD", "VBZ") or token.lower in BE | HAVE or is_irregular_past(token):
            return True
    return False


def _ends_apposition(tokens: Sequence[Token], i: int) -> bool:
    """In what two commas put beside the subject: "the A, a campaign *organised* with B, brought ..."."""
    opening = next((j for j in range(i - 1, max(i - 12, 0), -1) if tokens[j].tag == ","), None)
    if opening is None or not tokens[opening - 1].is_noun or tokens[opening + 1].tag not in ("DT", "JJ", "NN"):
        return False
    if any(t.tag in ("VBD", "VBZ", "MD", "CC", "IN") for t in tokens[:opening]):
        return False
    closing = next((j for j in range(i + 1, min(i + 25, len(tokens) - 2)) if tokens[j].tag == "," and
                    tokens[j + 1].tag in ("VBD", "VBZ", "MD")), None)  # fmt: skip
    return closing is not None


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
