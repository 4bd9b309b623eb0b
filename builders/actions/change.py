"""One telling of a change of status, and what sets it apart from others of its kind on the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.words import words_in
from customs_kg.builders.parse import Parsed
from customs_kg.builders.things.things import Mention, Things
from customs_kg.builders.times.periods import Role, TimeExpression
from customs_kg.graph.model import Modality, Period, Span
from customs_kg.ontology.iris import CK, CKT, FOAF, SKOS
from customs_kg.ontology.lexicon import Told
from customs_kg.ontology.vocabulary import load_terms

_OF_NAME = ("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "CD")
_TELLS_NOTHING = frozenset(
    "also already then finally now just later recently officially formally successfully eventually ceremonially thus "
    "therefore however accordingly subsequently not only".split()
)
_LIMITS = frozenset("after before until till around about from between".split())  # "opened after May"
_PUT_OFF = frozenset(
    "postponed postponement delayed delay deferred rescheduled originally initially instead forward again anew".split()
)
_INDEFINITE = frozenset({"a", "an", "another"})
_SINGULAR = frozenset({"is", "was", "has"})
_NEAR = 20  # characters before a time that hold what limits it
_NAMING = re.compile(r"\w (?:at|in|of) (?:the )?[A-Z]")
_UNCHANGED = tuple(CK + name for name in ("CustomsTerritory", "Place", "GoodsCategory", "StatusChange", "Period"))
_OF_PERSONS = (CKT + "change-appointment", CKT + "change-departure")
_ACT_FOR_OTHERS = (FOAF + "Person", CK + "Post")


class Change(NamedTuple):
    """One change that a clause tells: its kind, the thing, its modality, when it occurs if said, the words.

    `apart` are the words that say of which part, place, side or turn of the thing it is told: "opened *to freight*",
    "the *second* phase". `dated` tells that its time is when it occurred, and not a limit or a time put off.
    """

    kind: str
    thing: str
    modality: Modality
    time: TimeExpression | None
    apart: frozenset[str]
    dated: bool
    span: Span
    introduced: bool = False  # the thing is told as new: "signed *a* Memorandum on A"

    @property
    def period(self) -> Period | None:
        """When it occurs, if that is said."""
        return self.time.core if self.time else None


def can_change(things: Things, mention: Mention, kind: str, told: Told) -> bool:
    """Whether a mention is of a thing that has a status: no goods, a person only in office, no place but one opened.

    What is only described may be another each time, unless the description names a place: "the post at A". What a date
    is to be told of has a name: it is no kind of work, and no pronoun.
    """
    entity = things.entities.get(mention.thing)
    if entity is None or (entity.cls == FOAF + "Person") != (kind in _OF_PERSONS):
        return False
    if mention.how == "description" and not _NAMING.search(entity.label):
        return False
    terms = load_terms()
    if told is Told.ALWAYS:
        return not terms.is_any(entity.cls, _UNCHANGED)
    named = mention.how != "pronoun" and not terms.is_a(entity.cls, SKOS + "Concept")
    return named and (terms.is_a(entity.cls, CK + "Port") or not terms.is_any(entity.cls, _UNCHANGED))


def is_dated(passage: Passage, time: TimeExpression | None, modality: Modality) -> bool:
    """Whether a time says when a change occurs, or by when it is to: not "after May", nor "in May instead of March"."""
    done_by = time is not None and time.role is Role.BY and modality is not Modality.PLANNED
    if time is None or done_by or not _PUT_OFF.isdisjoint(words_in(passage.text)):
        return False
    before = passage.text[max(0, time.start - _NEAR) : time.core_start].lower().split()[-2:]
    return time.role in (Role.SINCE, Role.BY) or _LIMITS.isdisjoint(before)


def set_apart_by(
    passage: Passage, parsed: Parsed, clause: Clause, verb: str, mention: Mention, things: Things
) -> frozenset[str]:
    """The words of a clause that say of which part, place, side or turn of a thing its verb is told.

    As those marked in "The *new* Dry Port was *again* opened *to freight* in May".
    """
    tokens = parsed.tokens
    at, end = parsed.place_from(mention.start), parsed.place_from(mention.end)
    told = [*_before(tokens, at, clause), *_behind(tokens, end), *_with_verb(tokens, clause, verb)]
    told += [t for t in tokens[end : clause.group[0]] if t.tag in _OF_NAME]
    words = {t.lower for t in told if not any(s.start <= t.start < s.end for s in passage.times)}
    made = clause.objects if clause.passive else ()  # "was appointed *head*"
    words |= {t.lower for p in made for t in tokens[p.start : p.end] if t.is_noun}
    words |= set(_phrases(passage, parsed, clause, verb, mention))
    return frozenset(words) | _doers(passage, parsed, clause, mention, things)


def is_introduced(parsed: Parsed, mention: Mention) -> bool:
    """Whether an indefinite article stands before a name: another may be meant each time."""
    start = _phrase_start(parsed.tokens, parsed.place_from(mention.start))
    return start > 0 and parsed.tokens[start - 1].lower in _INDEFINITE


def apart_in_phrase(parsed: Parsed, mention: Mention) -> frozenset[str]:
    """The words that say so in the phrase of a name: "the opening of the *second* Gate *hall*"."""
    start, end = parsed.place_from(mention.start), parsed.place_from(mention.end)
    before = parsed.tokens[_phrase_start(parsed.tokens, start) : start]
    return frozenset(t.lower for t in (*before, *_behind(parsed.tokens, end)))


def _with_verb(tokens: Sequence[Token], clause: Clause, verb: str) -> Iterator[Token]:
    """What says which turn of it a verb tells of: "was *first* opened", "opened *again*", "was *re-opened*"."""
    for at in range(*clause.extent):
        token = tokens[at]
        if token.lower in _TELLS_NOTHING or token.lower in verb.split():
            continue
        in_group = clause.group[0] <= at < clause.group[1] and not token.tag.startswith(("V", "MD", "TO"))
        again = at == clause.verb and token.lower.startswith("re-")
        if token.tag == "RB" or in_group or again:
            yield token


def _before(tokens: Sequence[Token], at: int, clause: Clause) -> Iterator[Token]:
    """What stands before a name: "the *second Asian* Forum", "the *first amendments* to the Code".

    A verb in the singular is not told of amendments: "the amendments to the Code, which *comes* into force".
    """
    start = _phrase_start(tokens, at)
    yield from tokens[start:at]
    while start and tokens[start - 1].tag in ("DT", "PRP$"):
        start -= 1
    singular = tokens[clause.group[0]].lower in _SINGULAR or tokens[clause.group[0]].tag == "VBZ"
    of_other = start > 1 and tokens[start - 1].tag in ("IN", "TO") and tokens[start - 2].is_noun
    if of_other and not (singular and tokens[start - 2].tag == "NNS"):
        yield from tokens[_phrase_start(tokens, start - 1) : start - 1]


def _phrase_start(tokens: Sequence[Token], end: int) -> int:
    while end and tokens[end - 1].tag in _OF_NAME:
        end -= 1
    return end


def _behind(tokens: Sequence[Token], end: int) -> Iterator[Token]:
    """What goes on from a name: "Gate *pilot*", "the Gate's *hall*"."""
    while end < len(tokens) and (tokens[end].is_noun or tokens[end].tag in ("POS", "CD")):
        yield tokens[end]
        end += 1


def _phrases(passage: Passage, parsed: Parsed, clause: Clause, verb: str, mention: Mention) -> Iterator[str]:
    """The words of phrases with a preposition that are no time, nor part of the verb or the name, nor who did it."""
    for argument in clause.prepositional:
        start = parsed.tokens[argument.at].start
        end = parsed.tokens[argument.phrases[-1].end - 1].end if argument.phrases else start
        of_name = mention.start < end and start < mention.end
        of_time = any(t.start < end and start < t.end for t in passage.times)
        if argument.preposition not in ("by", *verb.split()) and not (of_name or of_time):
            yield from (t.lower for p in argument.phrases for t in parsed.tokens[p.start : p.end] if t.tag != "DT")


def _doers(passage: Passage, parsed: Parsed, clause: Clause, mention: Mention, things: Things) -> frozenset[str]:
    """The nouns for those who do it, but for the agency of the report, and for persons, who act for others."""
    runs = [(p.start, p.end) for a in clause.prepositional if a.preposition == "by" for p in a.phrases]
    runs += [clause.subject] if clause.subject is not None and not clause.passive else []
    own = [(m.start, m.end) for m in things.in_passage(passage.index) if m is mention or _acts_for_agency(things, m)]
    own += [(t.start, t.end) for t in passage.times]
    nouns = [t for run in runs for t in parsed.tokens[slice(*run)] if t.is_noun]
    return frozenset(t.lower for t in nouns if not any(start <= t.start < end for start, end in own))


def _acts_for_agency(things: Things, mention: Mention) -> bool:
    entity = things.entities.get(mention.thing)
    return mention.thing == things.agency or (entity is not None and load_terms().is_any(entity.cls, _ACT_FOR_OTHERS))
