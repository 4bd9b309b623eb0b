"""Relations that noun phrases state without a verb: "A of B", "A in B", "P, Q of B", "B's A", "A under B"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.stance import CREATES, EVENTS, clause_modality
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits, properties_among
from customs_kg.builders.relations.frames.shifted import shifted_object
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.phrases.brackets import bracket_claims
from customs_kg.builders.relations.phrases.compounds import compound_claims
from customs_kg.builders.relations.phrases.nested_names import nested_names
from customs_kg.builders.relations.phrases.nominals import NOT_DONE_VERBS, nominal_claims
from customs_kg.builders.relations.phrases.on_duty import is_on_duty
from customs_kg.builders.relations.phrases.prepositions import (
    between_neighbours,
    owned_alike,
    possessive,
    proposal,
)
from customs_kg.builders.relations.phrases.reduced import reduced_claims
from customs_kg.builders.relations.proposals import Proposal, as_negotiated
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_WHOSE_HEAD = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?,? whose (?:new |present |current |acting )?(?:head|director|director[- ]general|chief|"
    r"commander|commissioner|chair|chairman|chairwoman|chairperson|president|manager|leader|secretary|coordinator) "
    r"(?:is|was|has been|remains)(?: now| currently| since \d{4})?,? (?:the )?(?:[A-Z][a-z]{1,8}\.? ){0,2}"
)
_WITH = re.compile(rf"['\"\s)]*(?:\([^()]*\))?,? (?:with|has|had) (?:the )?{TITLE}")
_AT_ITS_HEAD = re.compile(
    r",? (?:at its head|at the (?:head|helm)|in the chair|presiding|in charge|in command|"
    r"as (?:its )?(?:head|director|chief|chair|chairman))\b"
)
_NONE = re.compile(
    r"\b(?:[Nn]o|[Nn]ot?|[Nn]either|[Nn]or|[Aa]ny|[Ww]ithout|[Aa]n?|[Ff]urther|[Nn]ew) (?:[a-z-]+ ){0,2}[\"']?$"
)
_SET_OFF = re.compile(r"""["']?(?: \([^()]*\))?(?:,| \()""")
# verbs that tell whether something came to be or goes on
_COMES_ABOUT = frozenset(
    "act agree apply arise arrange be begin come cease collect charge complete conduct continue cooperate cover do end "
    "enter exist expire fail finalise finalize form go happen have impose implement include involve lapse last levy "
    "make materialise materialize occur operate participate proceed reach realise realize remain resume run see seek "
    "serve settle stay suspend take target terminate use work".split()
)
_PRESUPPOSED = frozenset(
    CK + name
    for name in (
        "postIn headquartersOf unitOfAdministration componentOf conductedBy accreditedTo locatedIn memberOf issuedBy "
        "within stationedBy"
    ).split()
)


def phrase_claims(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """The relations between neighbouring mentions of a passage.

    What names presuppose ("the X of Y") stands; the rest has the modality of the clause around it, and nothing is
    made from a clause that is denied or merely possible.
    """
    mentions = things.in_passage(passage.index)
    joining = properties_among(mentions, things)
    stated = [*_stated(passage, things, joining), *nominal_claims(passage, mentions, joining)]
    for said in (said for said in stated if not is_on_duty(said, passage.text, things)):
        clause = _around(parsed, said.words)
        if clause is not None and _has_object(parsed, parsed.clauses[clause], said):
            continue
        if clause is None or (_is_presupposed(said) and not _comes_to_be(parsed, clause, said)):
            yield said
            continue
        if said.rule.startswith("nominal-") and parsed.clauses[clause].lemma in NOT_DONE_VERBS:
            continue
        modality = clause_modality(parsed.clauses, clause)
        if modality is not None:
            yield replace(said, modality=as_negotiated(parsed.clauses[clause], said.predicate, modality))
        elif parsed.clauses[clause].form is Form.INFINITIVE and not parsed.clauses[clause].negated:
            stands = said.rule.endswith("-reduced") or _was_habit(parsed, clause)
            yield said if stands else replace(said, modality=Modality.PLANNED)
        elif parsed.clauses[clause].finite and _holds_anyway(passage.text, parsed.clauses[clause], said):
            yield said


def _holds_anyway(text: str, clause: Clause, said: Proposal) -> bool:
    """Whether a phrase holds although its clause is denied or merely possible: "the A, run by B, was *not* reviewed".

    What commas or brackets set off does, and what is said of a thing known by its name, unless the clause tells whether
    that came to be ("the pact with B was not signed").
    """
    first = said.subject if said.subject.start < said.object.start else said.object
    if _NONE.search(text, 0, first.start) or clause.lemma in EVENTS or clause.lemma in _COMES_ABOUT:
        return False
    apposed = said.rule.endswith("-reduced") and _SET_OFF.match(text, first.end) is not None
    return apposed or (said.rule.startswith("phrase-") and first.how != "description")


def _has_object(parsed: Parsed, clause: Clause, said: Proposal) -> bool:
    """Whether what looks like an apposition is a verb with an object behind it: "A *opened in B* an office"."""
    active = said.rule.endswith("-reduced") and clause.finite and not clause.passive
    within = said.words[0] <= parsed.tokens[clause.verb].start < said.words[1]
    return active and within and shifted_object(parsed, clause) is not None


def _was_habit(parsed: Parsed, n: int) -> bool:
    """As in "what A *used to* do now falls to B"."""
    start = parsed.clauses[n].group[0]
    return start > 0 and parsed.tokens[start - 1].lower == "used"


_PRESUPPOSED_OF_NAMES = frozenset(CK + name for name in ("reportsToBody", "headedBy", "operates"))


def _is_presupposed(said: Proposal) -> bool:
    """Whether a name is used as if the relation were known: "the X of Y"."""
    if said.rule.startswith("nominal-"):
        return False
    of_name = said.rule.startswith(("phrase-of-", "phrase-name-", "phrase-possessive-", "phrase-whose-head"))
    return said.predicate in _PRESUPPOSED or (of_name and said.predicate in _PRESUPPOSED_OF_NAMES)


def _comes_to_be(parsed: Parsed, n: int, said: Proposal) -> bool:
    """Whether the clause tells that the thing is, or will be, made: "will build *a laboratory at A*"."""
    clause = parsed.clauses[n]
    planned = clause.form is Form.INFINITIVE or clause_modality(parsed.clauses, n) is Modality.PLANNED
    if clause.lemma not in CREATES or not planned or said.rule.startswith("phrase-name-"):
        return False
    if clause.passive and clause.subject is not None:
        start, end = parsed.stretch(clause.subject)
        return start <= said.subject.start < end
    return said.subject.start > parsed.tokens[clause.group[1] - 1].start


def _around(parsed: Parsed, words: tuple[int, int]) -> int | None:
    """The last clause whose words hold a stretch of the text."""
    holding = [
        n for n, clause in enumerate(parsed.clauses)
        if parsed.stretch(clause.extent)[0] <= words[0] and words[0] <= parsed.stretch(clause.extent)[1]
    ]  # fmt: skip
    return holding[-1] if holding else None


def _stated(passage: Passage, things: Things, joining: Container[str]) -> Iterator[Proposal]:
    """What the phrases of a passage propose, all as `standing`."""
    changes = CK + "StatusChange"  # "joined the A" holds the name of A
    named = [m for m in things.in_passage(passage.index) if m.how != "pronoun"]
    mentions = outermost([m for m in named if things.entities[m.thing].cls != changes])
    beside = [*between_neighbours(passage.text, mentions, things), *_possessives(passage, things)]
    yield from beside
    yield from owned_alike(beside, passage.text, mentions, things)
    yield from _nested(passage, things)
    yield from reduced_claims(passage, named, joining)
    if "(" in passage.text:
        yield from bracket_claims(passage.text, mentions, things)
    yield from _whose_head(passage.text, mentions, things)
    yield from compound_claims(passage.text, mentions)


def _possessives(passage: Passage, things: Things) -> Iterator[Proposal]:
    """What "its", "our" and "their" say of the name right behind them."""
    text, named = passage.text, things.named_in(passage.index)
    for owner in things.in_passage(passage.index):
        if owner.how == "pronoun" and text[owner.start : owner.end].lower() in ("its", "our", "their"):
            following = next((m for m in named if m.start >= owner.end), None)
            if following is not None:
                yield from possessive(owner, following, text[owner.end : following.start], things)


def _nested(passage: Passage, things: Things) -> Iterator[Proposal]:
    """A thing named inside the name of another: "Federal Customs Service of Russia", "Shanghai office"."""
    for ends in nested_names(passage.text, things.in_passage(passage.index), things):
        yield proposal(ends, "name")


def _whose_head(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "the A Office, whose head is B", "A, with B at its head"."""
    for body, head in pairwise(mentions):
        if not _WHOSE_HEAD.fullmatch(text[body.end : head.start]) and not (
            _WITH.fullmatch(text[body.end : head.start]) and _AT_ITS_HEAD.match(text, head.end)
        ):
            continue
        if admits(CK + "headedBy", body, head, things):
            yield proposal((body, CK + "headedBy", head), "whose-head")
