"""Which nouns a clause can speak of: its subject, the noun before "which" or a participle, and those further back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.objects import objects, some_of_which
from customs_kg.builders.relations.frames.subjects import is_effect, noun_before, subjects
from customs_kg.builders.relations.heads import is_pronoun_owner, outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK, FOAF

_APPOSED = re.compile(rf",? (?:the )?{TITLE}")
_APPOSED_AT_MOST = 16  # characters that the pattern above takes in
_BACK = 90  # characters from a relative word or participle back to the noun that it speaks of
_MOST = 4  # nouns that are looked at on the way back, and clauses in a row
_SEATS = frozenset("headquarters secretariat seat office".split())
_VERB_TAGS = frozenset("VBD VBZ VBP MD".split())


def subject_rows(parsed: Parsed, n: int, text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The rows of mentions that clause `n` can have as its subject, the likeliest first; none twice."""
    seen: list[list[Mention]] = []
    for row in _rows(parsed, n, text, mentions, frozenset()):
        if row and row not in seen:
            seen.append(row)
            yield row


def _rows(
    parsed: Parsed, n: int, text: str, mentions: Sequence[Mention], passed: frozenset[int]
) -> Iterator[list[Mention]]:
    clause = parsed.clauses[n]
    if clause.role is Role.RELATIVE and (part := some_of_which(parsed, clause, mentions)) is not None:
        yield part
        return
    yield subjects(parsed, n, text, mentions)
    if clause.role is Role.RELATIVE:
        if clause.subject is not None and clause.antecedent is not None and clause.antecedent not in clause.subjects:
            return  # "to which *B* contributed"
        yield from _of_relative(parsed, n, text, mentions, passed | {n})
    elif clause.form is Form.GERUND and clause.passive:
        yield _owner_of_seat(parsed, clause, mentions)
    elif (
        _is_participle(parsed, clause)
        and not is_effect(parsed, clause)
        and parsed.tokens[clause.group[0] - 1].tag != "CC"
    ):
        yield noun_before(parsed, clause, text, mentions)
        if clause.role is Role.REDUCED:
            yield from _further_back(parsed, clause.group[0], mentions)
    head = clause.head
    if clause.role is Role.PURPOSE and head is not None:  # "A was launched to ...", "B launched A to ..."
        about = subjects(parsed, head, text, mentions) if parsed.clauses[head].passive else []
        yield about or objects(parsed, head, (), text, mentions)
    if clause.role is Role.CONJUNCT and head is not None and head not in passed and len(passed) < _MOST:
        yield from _rows(parsed, head, text, mentions, passed | {n})


def _owner_of_seat(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """Whose seat an absolute clause places: "its secretariat being housed in A"."""
    tokens = parsed.tokens[max(0, clause.group[0] - 3) : clause.group[0]]
    if not tokens or tokens[-1].lower not in _SEATS:
        return []
    return [m for m in mentions if any(m.start == t.start and t.tag == "PRP$" for t in tokens)]


def noun_behind_comma(parsed: Parsed, clause: Clause, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention before the comma before a participle in a row with others ("..., headed by C"); else none."""
    if clause.role is not Role.CONJUNCT or not _is_participle(parsed, clause):
        return []
    return noun_before(parsed, clause, text, mentions) if parsed.tokens[clause.group[0] - 1].tag == "," else []


def _is_participle(parsed: Parsed, clause: Clause) -> bool:
    """A participle without an auxiliary, whatever it is in a row with."""
    alone = clause.group[1] - clause.group[0] == 1
    return alone and (
        clause.form in (Form.PARTICIPLE, Form.GERUND) or (clause.passive and clause.role is Role.CONJUNCT)
    )


def _of_relative(
    parsed: Parsed, n: int, text: str, mentions: Sequence[Mention], passed: frozenset[int]
) -> Iterator[list[Mention]]:
    """What an earlier "which" speaks of too ("A, for which B pays and which C runs"), then what is further back."""
    place = _relative_word(parsed, parsed.clauses[n])
    if place is None:
        return
    before = n - 1
    if before >= 0 and before not in passed and parsed.clauses[before].role is Role.RELATIVE:
        earlier = _relative_word(parsed, parsed.clauses[before])
        if earlier is not None and earlier == parsed.clauses[before].group[0] - 1:
            yield from _rows(parsed, before, text, mentions, passed)
        elif earlier is not None:
            yield from _further_back(parsed, earlier, mentions)
    yield from _further_back(parsed, place, mentions)


def _relative_word(parsed: Parsed, clause: Clause) -> int | None:
    """The position of the "which", "who" or "that" that opens a relative clause."""
    for i in range(clause.group[0] - 1, max(-1, clause.group[0] - 30), -1):
        if parsed.tokens[i].tag in ("WDT", "WP") or parsed.tokens[i].lower == "that":
            return i
    return None


def _further_back(parsed: Parsed, place: int, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The nouns before a word, the nearest first, as far as they can be of one phrase with it."""
    start = parsed.tokens[place].start
    limit = max((t.end for t in parsed.tokens[:place] if t.tag in _VERB_TAGS or t.tag in (";", ":")), default=0)
    named = [m for m in mentions if m.end <= start and m.how != "pronoun"]
    back = [m for m in outermost(named) if m.start >= max(limit, start - _BACK)]
    following: Mention | None = None
    for mention in reversed([m for m in back if not is_pronoun_owner(parsed, m)][-_MOST:]):
        if following is None or not _are_in_row(parsed, mention, following):  # "run by A, *and B*, led by C"
            yield [mention]
        following = mention


def _are_in_row(parsed: Parsed, first: Mention, second: Mention) -> bool:
    """Nothing but a comma and "and" stands between two mentions."""
    between = parsed.tokens[parsed.place_from(first.end) : parsed.place_from(second.start)]
    return any(t.tag == "CC" for t in between) and all(t.tag in (",", "CC", "DT") for t in between)


def in_apposition(proposal: Proposal, text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """The same of the post of a person, or the person in a post, that stands beside: "answers to A, the Minister"."""
    held = [end for end in (proposal.object, proposal.subject) if things.is_a(end, FOAF + "Person", CK + "Post")]
    for other in mentions if held else ():
        for end in held:
            if _is_beside(end, other, text) and _are_person_and_post(end, other, things):
                of_object = end is proposal.object
                yield replace(proposal, object=other) if of_object else replace(proposal, subject=other)


def _is_beside(mention: Mention, other: Mention, text: str) -> bool:
    first, second = (mention, other) if mention.start <= other.start else (other, mention)
    if not 0 <= second.start - first.end <= _APPOSED_AT_MOST:
        return False
    return _APPOSED.fullmatch(text, first.end, second.start) is not None


def _are_person_and_post(mention: Mention, other: Mention, things: Things) -> bool:
    both = (mention, other)
    return any(things.is_a(m, FOAF + "Person") for m in both) and any(things.is_a(m, CK + "Post") for m in both)
