"""Edges between things, as clauses and noun phrases state them.

A claim is made where the words of a frame stand between two things that the property's domain and range allow.
Nothing is made from what is denied, hedged or merely possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from customs_kg.builders.clauses import Clause
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.frames import ANY_VERB, Frame, frames_by_verb, match_words
from customs_kg.builders.parse import Parsed
from customs_kg.builders.phrases import phrase_claims
from customs_kg.builders.proposals import Proposal
from customs_kg.builders.roles import agents, listed_under, objects, subjects
from customs_kg.builders.stance import clause_modality
from customs_kg.builders.things import Mention, Things
from customs_kg.graph.model import Claim, Modality, Span
from customs_kg.ontology.lexicon import Selection, selections
from customs_kg.ontology.vocabulary import load_terms

_LIMIT = 600  # characters of one piece of evidence


@dataclass(frozen=True, slots=True)
class _Scene:
    """A clause with its passage's words and mentions."""

    parsed: Parsed
    n: int
    clause: Clause
    text: str
    mentions: Sequence[Mention]
    modality: Modality


def read_claims(document: Document, things: Things, parses: Sequence[Parsed]) -> list[Claim]:
    """All claims of a report; one claim for each edge, modality and rule, with all its spans."""
    proposals: list[tuple[int, Proposal]] = []
    for passage, parsed in zip(document.passages, parses, strict=True):
        mentions = things.in_passage(passage.index)
        if len(mentions) < 1:
            continue
        found = [*_frame_proposals(passage, parsed, mentions), *phrase_claims(passage, parsed, things)]
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


def _frame_proposals(passage: Passage, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    for n, clause in enumerate(parsed.clauses):
        modality = clause_modality(parsed.clauses, n)
        if modality is None:
            continue
        scene = _Scene(parsed, n, clause, passage.text, mentions, modality)
        for frame in (*frames_by_verb().get(clause.lemma, ()), *frames_by_verb().get(ANY_VERB, ())):
            yield from _match(scene, frame)


def _match(scene: _Scene, frame: Frame) -> Iterator[Proposal]:
    for first, second in _ends(scene, frame):
        subject, target = (first, second) if frame.subject_first else (second, first)
        yield Proposal(
            subject, frame.predicate, target, scene.modality, frame.name, scene.parsed.stretch(scene.clause.group)
        )


def _ends(scene: _Scene, frame: Frame) -> list[tuple[Mention, Mention]]:
    """The pairs of mentions in the two slots of a frame, in the order of the frame."""
    parsed, n, clause, text, mentions = scene.parsed, scene.n, scene.clause, scene.text, scene.mentions
    if frame.passive and not clause.passive:  # "A stations X in Y" fills "X be stationed in Y"
        left, right = objects(parsed, n, (), text, mentions), _after_words(scene, frame) if frame.words else []
    elif frame.passive == clause.passive or (frame.verb == ANY_VERB and not frame.passive):
        left, right = subjects(parsed, n, text, mentions), _after_words(scene, frame)
    elif not frame.words:  # the passive of an active frame: the agent stands after "by"
        left = agents(parsed, clause, mentions)
        right = subjects(parsed, n, text, mentions) or listed_under(parsed, clause, text, mentions)
    else:
        return []
    return [(a, b) for a in left for b in right if a.thing != b.thing]


def _after_words(scene: _Scene, frame: Frame) -> list[Mention]:
    """The mentions after the words of the frame."""
    parsed, clause = scene.parsed, scene.clause
    first = clause.group[1]
    if frame.verb == ANY_VERB:
        first = clause.subject[1] if clause.subject else clause.group[0]
    if not frame.words:
        return objects(parsed, scene.n, (), scene.text, scene.mentions)
    following = [t.lower for t in parsed.tokens[first : clause.extent[1]]]
    stops = {c.group[0] - first for c in parsed.clauses if c.group[0] > first and c is not clause}
    taken = match_words(frame.words, following, stops)
    if taken is None:
        return []
    return objects(parsed, scene.n, frame.words, scene.text, scene.mentions, start=first + taken)


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
