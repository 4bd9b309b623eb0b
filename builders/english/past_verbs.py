"""Forms in -ed and irregular pasts without an auxiliary: a finite past, a participle or an attribute."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from customs_kg.builders.english.governed import explains_governed
from customs_kg.builders.english.insertions import insertion_before
from customs_kg.builders.english.object_gaps import leaves_object
from customs_kg.builders.english.past_surroundings import (
    CHANGES,
    OBJECT_TAGS,
    WITHOUT_OBJECT,
    ends_apposition,
    finite_after,
    finite_in_clause,
    has_finite,
    is_finite,
    names_subject,
    opens_second_clause,
    under_with,
)
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    BE_OR_HAVE,
    CLAUSE_OPENERS,
    FINITE,
    Form,
    VerbGroup,
    is_irregular_past,
)
from customs_kg.builders.english.words import penn_tags, verb_lemma

_REACH = 240  # words that a rule looks over at most: no clause goes on for longer
_MEASURING = frozenset("reach total exceed double triple halve number amount average surpass climb".split())
_TEMPORAL = frozenset("last this next each every that year yesterday today earlier later".split())


def past_form(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> Form | None:
    """Of an -ed form: finite past after a subject, a participle after a noun, or an attribute (None)."""
    takes_object = after is not None and after.tag in OBJECT_TAGS and after.lower not in _TEMPORAL
    if after is not None and after.tag == "VBN":  # "seized frozen goods"
        takes_object = i + 2 < len(tokens) and tokens[i + 2].is_noun
    past_only = "VBN" not in penn_tags(tokens[i].lower)
    opens_noun = after is not None and (after.is_noun or after.tag.startswith("JJ") or after.tag == "VBG")
    if previous is None:
        opening = _opening_form(tokens, i, after, takes_object=takes_object, opens_noun=opens_noun)
        return Form.PAST if past_only and i else opening  # "Then came the floods"
    if previous.tag in ("DT", "PRP$", "POS", "CD", "JJR", "JJS", "JJ") and not _stands_alone(previous, after):
        if previous.tag in ("CD", "JJ") and not opens_noun:
            return Form.PAST if takes_object or tokens[i].tag == "VBD" else Form.PARTICIPLE
        return None
    finite = past_only if previous.tag not in ("IN", "TO") else False
    if finite or (previous.is_verb and _closes_relative(tokens, i, before)):
        return Form.PAST
    if previous.tag in ("IN", "TO") or previous.is_verb:
        return None if opens_noun and previous.tag != "TO" else Form.PARTICIPLE
    if previous.tag == ",":
        return _after_comma(tokens, i, after, before, opens_noun=opens_noun)
    if previous.tag in ("CC", ";", ":"):
        return _past_in_row(tokens, i, after, before, opens_noun=opens_noun)
    if previous.lower in _SUBJECT_PRONOUNS or previous.tag in ("WDT", "WP") or leaves_object(tokens, i):
        return Form.PAST
    return _after_noun(tokens, i, after, before, takes_object=takes_object)


def _stands_alone(word: Token, after: Token | None) -> bool:
    """A pronoun, not the article of a noun: "*those* seized in May", "A and B, *each* run by C"."""
    governs = after is not None and after.tag in ("IN", "RP")
    return word.lower in _STAND_ALONE or (word.lower == "each" and governs)


_SUBJECT_PRONOUNS = frozenset("i we they he she it".split())
_STAND_ALONE = frozenset("those these all both each some this that many few others most".split())


def _closes_relative(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """As in "the ships that were searched increased": behind the verb of a relative comes that of the sentence."""
    if len(before) != 1 or before[0].end != i or before[0].form not in FINITE or before[0].start == 0:
        return False
    relative = tokens[before[0].start - 1].lower in ("that", "which", "who")
    return relative and verb_lemma(tokens[i].lower) in CHANGES | _MEASURING


def _opening_form(
    tokens: Sequence[Token], i: int, after: Token | None, *, takes_object: bool, opens_noun: bool
) -> Form | None:
    """At the head of a sentence: "Signed a treaty" goes on with an object, "Set up by X, it" does not."""
    if after is None:
        return None
    if takes_object and not has_finite(tokens, i + 1):
        return Form.PAST
    return None if opens_noun else Form.PARTICIPLE


# "co-chaired *by video* the meeting": how, not by whom
_CHANNELS = frozenset(
    "video videoconference video-conference telephone phone teleconference email e-mail mail post letter air sea road "
    "rail land water boat train car lorry truck ship plane means way virtue reason hand default".split()
)


def _has_agent(tokens: Sequence[Token], i: int) -> bool:
    """Whether "by" and somebody follow an -ed form: it is passive."""
    if verb_lemma(tokens[i].lower) in CHANGES:
        return False
    reach = tokens[i + 1 : i + 6]
    place = next((k for k, t in enumerate(reach) if t.lower == "by"), None)  # "signed by A", "signed in Amman by A"
    if place is None or (place and reach[0].tag != "IN") or any(t.tag == "," or t.is_verb for t in reach[:place]):
        return False
    agent = tokens[i + 2 + place] if i + 2 + place < len(tokens) else None
    if agent is not None and agent.lower in _CHANNELS:
        return False
    return agent is not None and (agent.tag in ("DT", "PRP$") or agent.is_noun)


def _after_noun(
    tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup], *, takes_object: bool
) -> Form:
    if (takes_object and opens_second_clause(tokens, i, after)) or _resolves(tokens, i):
        return Form.PAST
    if finite_in_clause(tokens, i, before, takes_object=takes_object) or names_subject(tokens, i):
        return Form.PARTICIPLE
    if _leads_to_verb(tokens, i, after, before) or (_wants_object(tokens, i) and explains_governed(tokens, i)):
        return Form.PARTICIPLE
    if takes_object:
        opens_noun = after is not None and (after.is_noun or after.tag == "DT")
        return Form.PAST if opens_noun or not under_with(tokens, i) else Form.PARTICIPLE
    if (
        finite_after(tokens, i)
        or ends_apposition(tokens, i)
        or under_with(tokens, i)
        or (before and before[-1].form in (Form.GERUND, Form.INFINITIVE) and tokens[i].tag == "VBN")
        or _has_agent(tokens, i)
    ):
        return Form.PARTICIPLE
    heading = tokens[-1].tag != "." and tokens[i].text.endswith("ed") and not before
    return Form.PARTICIPLE if heading and after is not None and after.tag == "IN" else Form.PAST


_RESOLVING = frozenset("agree decide choose pledge resolve promise hope decline refuse manage".split())


def _resolves(tokens: Sequence[Token], i: int) -> bool:
    """What one named resolves to do, whatever verbs follow: "A and B *agreed to* recognise checks made by C"."""
    to_do = i + 2 < len(tokens) and tokens[i + 1].tag == "TO" and tokens[i + 2].tag in ("VB", "VBP")
    return to_do and tokens[i - 1].tag == "NNP" and verb_lemma(tokens[i].lower) in _RESOLVING


def _after_comma(
    tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup], *, opens_noun: bool
) -> Form | None:
    if _has_agent(tokens, i):
        return Form.PARTICIPLE
    if _closes_insertion(tokens, i, before):
        return Form.PAST
    if _lacks_object(tokens, i, before):
        return Form.PARTICIPLE
    return _past_in_row(tokens, i, after, before, opens_noun=opens_noun)


def _wants_object(tokens: Sequence[Token], i: int) -> bool:
    return verb_lemma(tokens[i].lower) not in WITHOUT_OBJECT | CHANGES and "VBN" in penn_tags(tokens[i].lower)


def _lacks_object(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """A verb that wants an object and has none, behind a noun: "yielded A and B, *levied on* C", in no row of verbs."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or after.tag not in ("IN", "TO") or not tokens[i].lower.endswith("ed"):
        return False
    if not before or tokens[i - 1].tag != "," or not (tokens[i - 2].is_noun or tokens[i - 2].tag in (")", "CD")):
        return False
    rest = tokens[i + 1 : i + 1 + _REACH]
    row = any(a.tag == "CC" and b.tag in ("VBD", "VBN") for a, b in pairwise(rest))
    return not row and verb_lemma(tokens[i].lower) not in WITHOUT_OBJECT


def _past_in_row(
    tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup], *, opens_noun: bool
) -> Form | None:
    """An -ed form after a comma or "and": in a row with a past or a passive, else an attribute or a participle."""
    row = next((g for g in reversed(before) if g.form not in (Form.GERUND, Form.INFINITIVE)), None)
    if row is not None and row.passive and not opens_noun and tokens[i].tag == "VBN":
        return Form.PARTICIPLE
    if row is not None and not opens_noun and _goes_on_insertion(tokens, i, row):
        return Form.PARTICIPLE
    active = any(g.form in (Form.PAST, Form.PERFECT) and not g.passive for g in before)
    if (active or (row is not None and tokens[i].tag == "VBD")) and after is not None and after.lower != "by":
        return Form.PAST
    if row is None and not before and tokens[i].tag == "VBD" and opens_noun:
        return Form.PAST
    return None if opens_noun else Form.PARTICIPLE


def _leads_to_verb(tokens: Sequence[Token], i: int, after: Token | None, before: Sequence[VerbGroup]) -> bool:
    """A verb that lacks its object, with another verb behind a comma: "Goods *sent to* A, the B, reached C"."""
    if after is None or after.tag not in ("IN", "TO") or verb_lemma(tokens[i].lower) in WITHOUT_OBJECT | CHANGES:
        return False
    if before or not tokens[i].lower.endswith("ed"):
        return False
    rest = tokens[i + 1 : i + 1 + _REACH]
    end = next(
        (k for k, t in enumerate(rest) if t.tag in (";", ":", "CC", "WDT", "WP") or t.lower in CLAUSE_OPENERS), None
    )
    return any(a.tag == "," and is_finite(rest, k) for k, a in enumerate(rest[:end][:-1]))


def _goes_on_insertion(tokens: Sequence[Token], i: int, row: VerbGroup) -> bool:
    """In a row with the participle between two commas: "The unit, set up in 1998 *and staffed with* A, serves ..."."""
    opened = row.form is Form.PARTICIPLE and row.start > 1 and tokens[row.start - 1].tag == ","
    if not opened or tokens[i - 1].tag != "CC":
        return False
    rest = tokens[i + 1 : i + 1 + _REACH]
    end = next((k for k, t in enumerate(rest) if t.tag in (";", ":")), len(rest))
    return any(
        a.tag == "," and (b.tag in ("VBD", "VBZ", "VBP", "MD") or b.lower in BE_OR_HAVE or is_irregular_past(b))
        for a, b in pairwise(rest[:end])
    )


def _closes_insertion(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """The comma before this verb closes what another opened after the subject ("The unit, set up in 1998, serves")."""
    return insertion_before(tokens, i, before) is not None
