"""Verbs without an auxiliary: past, present, gerund, participle, and the bare verbs of a row or list item."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.insertions import insertion_before
from customs_kg.builders.english.past_surroundings import is_second_finite
from customs_kg.builders.english.past_verbs import past_form
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import (
    BE_OR_HAVE,
    CATENATIVES,
    CLAUSE_OPENERS,
    FINITE,
    SAME_PARTICIPLE,
    SUBORDINATORS,
    Form,
    VerbGroup,
    word_before,
)
from customs_kg.builders.english.words import can_be_noun, can_be_verb, is_base_verb, penn_tags, verb_lemma

_PARTICLES = frozenset("up out off down on over".split())
_REACH = 240  # words that a rule looks over at most: no clause goes on for longer


def bare_group(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> VerbGroup | None:
    """A verb without an auxiliary: past, present, gerund, participle, or a conjunct in the base form."""
    token = tokens[i]
    if token.tag not in OPEN_TAGS or not token.text[0].isalpha() or not can_be_verb(token.lower):
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
    if token.lower in SAME_PARTICIPLE and not token.tag.startswith("VBD") and _may_follow(tokens, i, previous, before):
        return VerbGroup(i, i + 1, i, Form.PARTICIPLE, True, False)
    if token.tag in ("NN", "NNS") and _is_present(tokens, i, previous, after, before):
        return VerbGroup(i, i + 1, i, Form.PRESENT, False, False)
    if not token.is_verb:
        return None
    form = _bare_form(tokens, i, previous, after, before)
    return VerbGroup(i, i + 1, i, form, form is Form.PARTICIPLE, False) if form else None


def _is_present(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> bool:
    """Whether a seeming noun is a verb in the present."""
    if tokens[i].tag == "NNS" and (
        _goes_on_presents(tokens[i], previous, _no_adverb(tokens, i + 1), before, tokens[i - 2] if i > 1 else None)
        or _turns_present(tokens, i, previous, before)
        or _ends_relative_subject(tokens, i)
    ):
        return True
    return _behind_which(tokens, i) or _behind_insertion(tokens, i, before) or _is_only_verb(tokens, i, before)


def _is_only_verb(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """A seeming plural right behind the name that opens a sentence without another verb: "The A *exchanges* data"."""
    if tokens[i].tag == "NN":  # "The A and the B *report* to C"
        row = any(t.tag == "CC" for t in tokens[:i]) and tokens[i - 1].tag == "NNP"
        to = i + 1 < len(tokens) and tokens[i + 1].tag == "TO" and is_base_verb(tokens[i].lower)
        return row and to and not before and tokens[-1].tag == "." and not any(t.tag in _FINITE for t in tokens)
    opens = i == 1 or (i == 2 and tokens[0].tag == "DT")
    if not opens or before or tokens[i - 1].tag != "NNP" or tokens[-1].tag != "." or i + 1 >= len(tokens):
        return False
    if "VBZ" not in penn_tags(tokens[i].lower) or tokens[i + 1].tag not in _OF_OBJECT - {"IN", "CD"}:
        return False
    return not any(t.tag in _FINITE for t in tokens)


def _is_subject(tokens: Sequence[Token], i: int) -> bool:
    """A noun that looks like a verb opens the sentence: "*Work* on the pier will start", "*Plans* for A exist"."""
    if i + 1 >= len(tokens) or tokens[i + 1].tag != "IN":
        return False
    for token in tokens[i + 1 : i + 1 + _REACH]:
        if token.tag in (",", "CC", ";", ":", "WDT", "WP") or token.lower in SUBORDINATORS:
            return False
        if token.tag in ("MD", "VBZ") or token.lower in BE_OR_HAVE:
            return True
    return False


def _bare_form(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> Form | None:
    match tokens[i].tag:
        case "VBG":
            return Form.GERUND if _is_gerund(tokens, i, previous, after) else None
        case "VBD" | "VBN":
            return past_form(tokens, i, previous, after, before)
        case "VBZ":
            sure = previous is not None and previous.tag == "JJ" and not can_be_noun(tokens[i].lower)
            if previous is None or is_second_finite(tokens, i, before) or _is_noun_at_head(tokens, i):
                return None
            return Form.PRESENT if sure or _ends_subject(previous) else None
        case _:
            return _base_form(tokens, i, previous, after, before)


def _is_noun_at_head(tokens: Sequence[Token], i: int) -> bool:
    """A seeming verb behind an adjective that opens the sentence: "Joint *patrols* with A led to arrests"."""
    if i != 1 or not can_be_noun(tokens[1].lower) or "JJ" not in penn_tags(tokens[0].lower) or len(tokens) < 3:
        return False
    rest = tokens[2 : 2 + _REACH]
    end = next((k for k, t in enumerate(rest) if t.tag in (",", ";", ":")), len(rest))
    return rest[0].tag == "IN" and any(t.tag in ("VBD", "VBN", "MD") or t.lower in BE_OR_HAVE for t in rest[:end])


def _no_adverb(tokens: Sequence[Token], start: int) -> Token | None:
    """The first token from a place on that is no adverb: "reports *directly* to"."""
    return next((t for t in tokens[start : start + 3] if t.tag != "RB"), None)


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


def _turns_present(tokens: Sequence[Token], i: int, previous: Token | None, before: Sequence[VerbGroup]) -> bool:
    """A seeming plural behind what was: "was set up in 2009 *and reports to* the Board", not "audits and reports"."""
    after = _no_adverb(tokens, i + 1)
    if previous is None or previous.tag != "CC" or i < 2 or after is None or after.tag != "TO":
        return False
    told = any(g.form in FINITE for g in before) and tokens[i - 2].tag in ("NNP", "CD", ")")
    return told and "VBZ" in penn_tags(tokens[i].lower) and not any(t.tag in _FINITE for t in tokens[i + 1 :])


def _ends_relative_subject(tokens: Sequence[Token], i: int) -> bool:
    """A seeming plural right behind the singular subject of a relative clause: "which the Board *shares* with"."""
    if "VBZ" not in penn_tags(tokens[i].lower) or tokens[i - 1].tag not in ("NN", "NNP"):
        return False
    start = i - 1
    while start > 0 and (tokens[start].is_noun or tokens[start].tag in ("DT", "JJ", "PRP$")):
        start -= 1
    after = tokens[i + 1].tag if i + 1 < len(tokens) else "."
    return tokens[start].tag == "WDT" and after in ("IN", "TO", "DT", ",", ".", "PRP$", "CC")


def _behind_which(tokens: Sequence[Token], i: int) -> bool:
    """A seeming noun right behind the "which" that is its subject: "both of which *report* to A", "that *issues* A"."""
    if i + 1 >= len(tokens) or i < 2:
        return False
    if tokens[i - 1].lower in ("which", "who", "that") and tokens[i].tag == "NNS":
        singular = tokens[i - 2].tag in ("NN", "NNP", ",", ")")
        return singular and "VBZ" in penn_tags(tokens[i].lower) and tokens[i + 1].tag in _OF_OBJECT
    if tokens[i - 1].tag not in ("WDT", "WP"):
        return False
    return is_base_verb(tokens[i].lower) and tokens[i + 1].tag in _OF_OBJECT


def _behind_insertion(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """A seeming plural that is the only verb, behind what two commas put in: "A, a member of B, *exchanges* data"."""
    if "VBZ" not in penn_tags(tokens[i].lower) or i + 1 >= len(tokens) or tokens[i + 1].tag not in _OF_OBJECT:
        return False
    last = max((g.end for g in before if g.form in FINITE), default=0)
    apart = any(t.lower in CLAUSE_OPENERS for t in tokens[last:i])  # ", *while* the A, part of B, scores"
    if tokens[i - 1].tag != "," or (last and not apart) or any(t.tag in _FINITE for t in tokens[i:]):
        return False
    return insertion_before(tokens, i, before) is not None


_OF_OBJECT = frozenset("IN TO DT PRP$ NN NNS NNP CD JJ".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())


def _opens_with_passive(tokens: Sequence[Token], i: int) -> bool:
    """A participle that looks like a base form opens the sentence: "Set up by A", "Put out by A", "Run by A"."""
    if tokens[i].lower not in SAME_PARTICIPLE:
        return False
    after = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower in _PARTICLES else i + 1
    words = [t.lower for t in tokens[after : after + 4]]  # "by", "in 2016," "in May 2016 by"
    return words[:1] == ["by"] or (words[:1] == ["in"] and not {",", "by"}.isdisjoint(words[2:]))


def _may_follow(tokens: Sequence[Token], i: int, previous: Token | None, before: Sequence[VerbGroup]) -> bool:
    """Where "put", "run" or "set" is a participle: between a comma and a preposition, also as "run jointly with".

    Behind what two commas put in, and with an object of its own, it is the verb: "The unit, opened in May, *set up a*".
    """
    first = (
        i + 3 if i + 2 < len(tokens) and tokens[i + 1].lower in ("each", "every") else i + 1
    )  # "run *each year* with"
    following = [t for t in tokens[first : first + 5] if t.tag != "RB"]
    if previous is None or not following or previous.tag != "," or following[0].tag not in ("IN", "RP"):
        return False
    behind = following[1].tag if len(following) > 1 else "."
    own_object = following[0].tag == "RP" and behind in ("DT", "CD", "PRP$", "NNP", "NN", "NNS", "JJ")
    return not own_object or insertion_before(tokens, i, before) is None


OPEN_TAGS = frozenset({"NN", "NNS", "JJ", "VB", "VBP", "VBD", "VBN", "VBZ", "VBG"})
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


_ALONE = frozenset("that those these this all both each".split())
_NO_SUBJECT = frozenset({"DT", "PRP$", "POS", "IN", "TO", "JJ", "WP$"})


def _ends_subject(previous: Token) -> bool:
    """Whether a finite verb can stand behind this word; "those", "each", "all" can be subjects."""
    return previous.tag not in _NO_SUBJECT or previous.lower in _ALONE


def _base_form(
    tokens: Sequence[Token], i: int, previous: Token | None, after: Token | None, before: Sequence[VerbGroup]
) -> Form | None:
    """Of a verb in its base form: an order or list item, a conjunct of an infinitive, what "let" governs, a present."""
    if previous is None:
        return Form.INFINITIVE if after is not None and after.tag not in (":", "IN", "VBD", "VBZ", "MD") else None
    if not _ends_subject(previous):
        return None
    if previous.tag == "," and _resumes_plural(tokens, i, before):
        return Form.PRESENT
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
    if is_second_finite(tokens, i, before) or _ends_fronted_name(tokens, i, previous, after):
        return None
    return Form.PRESENT


def _resumes_plural(tokens: Sequence[Token], i: int, before: Sequence[VerbGroup]) -> bool:
    """Behind what two commas put in after a plural: "The teams, formed in 2005, *bring* together 40 officers"."""
    if tokens[i].tag not in ("VB", "VBP"):
        return False
    opening = insertion_before(tokens, i, before)
    if opening is None or opening == 0:
        return False
    head = tokens[opening - 1]
    in_row = head.is_noun and any(t.lower == "and" for t in tokens[max(0, opening - _IN_ROW) : opening])
    return head.tag in ("NNS", "NNPS") or (head.tag == "NNP" and head.text.endswith("s")) or in_row


_IN_ROW = 5  # tokens in which two subjects are joined


def _ends_fronted_name(tokens: Sequence[Token], i: int, previous: Token, after: Token | None) -> bool:
    """The noun of a name that opens the sentence behind "in": "In the HARC *team* the service sits"."""
    fronted = tokens[0].lower == "in" and i <= _SHORT_NAME and previous.tag == "NNP" and can_be_noun(tokens[i].lower)
    return fronted and after is not None and after.tag in ("DT", "PRP", "NNP", "(", "PRP$")


_SHORT_NAME = 4  # tokens


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
