"""Edges between things, as clauses and noun phrases state them.

A claim is made where the words of a frame stand between two things that the property's domain and range allow.
Nothing is made from what is denied, hedged or merely possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from customs_kg.builders.things import Mention, Things

from customs_kg.builders.clauses import Clause, Role
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.frames import Frame, frames_by_verb, match_words
from customs_kg.builders.parse import Parsed
from customs_kg.builders.phrases import phrase_claims
from customs_kg.builders.proposals import Proposal
from customs_kg.builders.stance import clause_modality
from customs_kg.builders.statements import object_stretch, outermost, prepositional_end, subject_heads
from customs_kg.builders.verb_forms import Form
from customs_kg.graph.model import Claim, Modality, Span
from customs_kg.ontology.lexicon import Selection, selections
from customs_kg.ontology.vocabulary import load_terms

_LIMIT = 600  # characters of one piece of evidence


@dataclass(frozen=True, slots=True)
class _Slot:
    """The mentions that can fill a slot of a frame."""

    mentions: tuple[Mention, ...]


def read_claims(document: Document, things: Things, parses: Sequence[Parsed]) -> list[Claim]:
    """All claims of a report; one claim for each edge, modality and rule, with all its spans."""
    proposals: list[tuple[int, Proposal]] = []
    for passage, parsed in zip(document.passages, parses, strict=True):
        mentions = things.in_passage(passage.index)
        if len(mentions) < 1:
            continue
        found = [*_frame_proposals(parsed, mentions), *phrase_claims(passage, parsed, things)]
        proposals.extend((passage.index, p) for p in _allowed(found, things))
    return _merged(document, proposals)


def _allowed(proposals: Iterable[Proposal], things: Things) -> Iterator[Proposal]:
    """The proposals whose ends the property's domain and range allow."""
    terms = load_terms()
    for proposal in proposals:
        subject = things.entities.get(proposal.subject.thing)
        target = things.entities.get(proposal.object.thing)
        if subject is None or target is None or subject.iri == target.iri:
            continue
        if terms.allowed(proposal.predicate, subject.cls, target.cls) and _selected(proposal, subject.cls, target.cls):
            yield proposal


@lru_cache(maxsize=1)
def _selections() -> Mapping[str, Selection]:
    return {selection.predicate: selection for selection in selections()}


def _selected(proposal: Proposal, subject_class: str, object_class: str) -> bool:
    """Whether the property's words can speak of things of these classes."""
    selection = _selections().get(proposal.predicate)
    if selection is None:
        return True
    terms = load_terms()
    pairs = ((subject_class, selection.subjects), (object_class, selection.objects))
    return all(not wanted or any(terms.is_a(cls, choice) for choice in wanted) for cls, wanted in pairs)


def _frame_proposals(parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    for n, clause in enumerate(parsed.clauses):
        modality = clause_modality(parsed.clauses, n)
        if modality is None:
            continue
        for frame in frames_by_verb().get(clause.lemma, ()):
            yield from _match(parsed, n, clause, frame, mentions, modality)


def _match(
    parsed: Parsed, n: int, clause: Clause, frame: Frame, mentions: Sequence[Mention], modality: Modality
) -> Iterator[Proposal]:
    subjects = _subjects(parsed, n, mentions)
    if frame.passive == clause.passive:
        ends = (subjects, _objects(parsed, n, clause, frame, mentions))
    elif clause.passive and not frame.words:  # the passive of an active frame: the agent stands after "by"
        ends = (_agents(parsed, clause, mentions), subjects)
    else:
        return
    for first in ends[0]:
        for second in ends[1]:
            subject, target = (first, second) if frame.subject_first else (second, first)
            yield Proposal(subject, frame.predicate, target, modality, frame.name, _verb_stretch(parsed, clause))


def _verb_stretch(parsed: Parsed, clause: Clause) -> tuple[int, int]:
    return parsed.stretch(clause.group)


def _subjects(parsed: Parsed, n: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of the clause's subject; a participle takes the noun before it, a means its clause's subject."""
    clause = parsed.clauses[n]
    if clause.subject is not None:
        return subject_heads(parsed, clause.subject, mentions)
    if clause.role is Role.REDUCED and clause.form is Form.PARTICIPLE:
        return _noun_before(parsed, clause, mentions)
    if clause.role is Role.REDUCED and clause.form is Form.GERUND:
        return _noun_before(parsed, clause, mentions) or _subject_of_head(parsed, clause, mentions)
    return _subject_of_head(parsed, clause, mentions)


def _subject_of_head(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    head = clause.head
    seen: set[int] = set()
    while head is not None and head not in seen:
        seen.add(head)
        source = parsed.clauses[head]
        if source.subject is not None:
            return [] if source.passive else subject_heads(parsed, source.subject, mentions)
        head = source.head
    return []


def _noun_before(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    """The mention that ends right before a participle ("the mechanism established by ...")."""
    start = parsed.tokens[clause.group[0]].start
    return outermost([m for m in mentions if 0 <= start - m.end <= 2])


def _objects(parsed: Parsed, n: int, clause: Clause, frame: Frame, mentions: Sequence[Mention]) -> list[Mention]:
    first = clause.group[1]
    following = [t.lower for t in parsed.tokens[first : clause.extent[1]]]
    taken = match_words(frame.words, following)
    if taken is None:
        return []
    start = first + taken
    if start >= clause.extent[1]:
        return []
    if not frame.words:
        begin, end = object_stretch(parsed, clause, n)
        limit = prepositional_end(parsed, start, clause.extent[1])
        end = min(end, parsed.tokens[limit - 1].end) if limit > start else begin
    else:
        limit = prepositional_end(parsed, start, clause.extent[1])
        begin = parsed.tokens[start].start
        end = parsed.tokens[limit - 1].end if limit > start else begin
    heads = [m for m in mentions if begin <= m.start and m.end <= end]
    return _coordinated(parsed, outermost(heads))


def _coordinated(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are objects in a row; one behind "of" is left to the noun before it, if that is a mention."""
    kept: list[Mention] = []
    for mention in mentions:
        before = [t for t in parsed.tokens if t.end <= mention.start]
        content = [t for t in before[-3:] if t.tag not in ("DT", "JJ", "PRP$")]
        if kept and content and content[-1].lower == "of" and mention.start - kept[-1].end < 12:
            continue
        kept.append(mention)
    return kept


def _agents(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> list[Mention]:
    for i in range(clause.group[1], min(clause.extent[1], clause.group[1] + 8)):
        if parsed.tokens[i].lower == "by":
            limit = prepositional_end(parsed, i + 1, len(parsed.tokens))
            if limit <= i + 1:
                return []
            start, end = parsed.tokens[i + 1].start, parsed.tokens[limit - 1].end
            return outermost([m for m in mentions if start <= m.start and m.end <= end])
    return []


def _merged(document: Document, proposals: Sequence[tuple[int, Proposal]]) -> list[Claim]:
    """One claim for each edge and modality: all spans, the most confident rule."""
    grouped: dict[tuple[str, str, str, Modality], list[tuple[Decimal, str, Span]]] = {}
    for index, proposal in proposals:
        passage = document.passages[index]
        span = _evidence(passage, proposal)
        key = (proposal.subject.thing, proposal.predicate, proposal.object.thing, proposal.modality)
        confidence = min(proposal.confidence, proposal.subject.confidence, proposal.object.confidence)
        grouped.setdefault(key, []).append((confidence, proposal.rule, span))
    claims: list[Claim] = []
    for (subject, predicate, target, modality), found in sorted(grouped.items()):
        confidence, rule, _ = max(found, key=lambda f: (f[0], f[1]))
        spans = tuple(sorted({span for _, _, span in found}))
        claims.append(Claim(subject, predicate, target, modality, confidence, spans, rule))
    return claims


def _evidence(passage: Passage, proposal: Proposal) -> Span:
    """From the first to the last of both ends and the words between them that license the claim."""
    places = [
        (proposal.subject.start, proposal.subject.end), (proposal.object.start, proposal.object.end), proposal.words
    ]  # fmt: skip
    start, end = min(p[0] for p in places), max(p[1] for p in places)
    if end - start > _LIMIT:
        start, end = min(p[0] for p in places[1:]), max(p[1] for p in places[1:])
    return passage.segment.text.span(start, end)
