"""Edges between things, as clauses and noun phrases state them.

A claim is made where the words of a frame stand between two things that the property's domain and range allow.
Nothing is made from what is denied, hedged or merely possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from customs_kg.builders.clauses import Clause, Role
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.frames import ANY_VERB, Frame, frames_by_verb, match_from, match_words
from customs_kg.builders.parse import Parsed, parse_passage
from customs_kg.builders.phrases import ellipses, phrase_claims
from customs_kg.builders.proposals import Proposal
from customs_kg.builders.roles import agents, beside, listed_under, objects, outermost, phrase_end, subjects
from customs_kg.builders.stance import clause_modality
from customs_kg.builders.text import EMPTY, MappedText
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
    """All claims of a report; one claim for each edge and modality, with all its spans."""
    found: list[tuple[Proposal, tuple[Span, ...]]] = []
    starts = {p.segment.text.offsets[0]: p.index for p in document.passages}
    for passage, parsed in zip(document.passages, parses, strict=True):
        mentions = things.in_passage(passage.index)
        if not mentions:
            continue
        stated = [*_frame_proposals(passage.text, parsed, mentions), *phrase_claims(passage, parsed, things)]
        stated += ellipses(passage, mentions, things)
        found.extend((p, (_evidence(passage.segment.text, p),)) for p in _allowed(stated, things))
        lead = passage.segment.lead
        if lead.text and lead.offsets[0] in starts:
            found.extend(_under_lead(passage, starts[lead.offsets[0]], things))
    return _merged(found)


def _under_lead(passage: Passage, lead_index: int, things: Things) -> list[tuple[Proposal, tuple[Span, ...]]]:
    """What an item says together with the words that lead its list ("The agency collects: - import duty;")."""
    lead = passage.segment.lead
    shift = len(lead.text) + 1
    joined = MappedText(
        f"{lead.text} {passage.text}", (*lead.offsets, lead.offsets[-1], *passage.segment.text.offsets)
    )  # fmt: skip
    mentions = [
        *(m for m in things.in_passage(lead_index) if m.end <= len(lead.text)),
        *(replace(m, start=m.start + shift, end=m.end + shift) for m in things.in_passage(passage.index)),
    ]
    whole = replace(passage, segment=replace(passage.segment, text=joined, lead=EMPTY), quantities=(), times=())
    parsed = parse_passage(whole, [(m.start, m.end) for m in mentions if m.how != "pronoun"])
    proposals = _allowed(_frame_proposals(joined.text, parsed, mentions), things)
    return [
        (p, _split_evidence(joined, p, shift))
        for p in proposals
        if min(p.subject.start, p.object.start) < shift <= max(p.subject.start, p.object.start)
    ]


def _split_evidence(joined: MappedText, proposal: Proposal, shift: int) -> tuple[Span, ...]:
    """One span in the lead and one in the item."""
    places = [(m.start, m.end) for m in (proposal.subject, proposal.object)] + [proposal.words]
    first = [p for p in places if p[1] < shift]
    second = [p for p in places if p[0] >= shift]
    return tuple(joined.span(min(p[0] for p in part), max(p[1] for p in part)) for part in (first, second) if part)


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


def _frame_proposals(text: str, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    for n, clause in enumerate(parsed.clauses):
        modality = clause_modality(parsed.clauses, n)
        if modality is None:
            continue
        scene = _Scene(parsed, n, clause, text, mentions, modality)
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
        left = agents(parsed, clause, text, mentions)
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
        return _before_subject(scene, frame)
    return objects(parsed, scene.n, frame.words, scene.text, scene.mentions, start=first + taken)


def _before_subject(scene: _Scene, frame: Frame) -> list[Mention]:
    """What a frame's preposition governs before the subject: "Under the Act, we ...", "of which we ..."."""
    parsed, clause = scene.parsed, scene.clause
    if clause.subject is None:
        return []
    before = parsed.tokens[: clause.subject[0]]
    if (
        clause.role is Role.RELATIVE
        and len(before) > 1
        and before[-1].tag in ("WDT", "WP")
        and before[-2].lower == frame.words[-1]
    ):
        following = [t.lower for t in parsed.tokens[clause.group[1] : clause.extent[1]]]
        inner = match_words(frame.words[:-1], following) if len(frame.words) > 1 else 0
        return [] if inner is None else beside(before[-2].start, scene.text, scene.mentions)
    opening = match_from(frame.words, [t.lower for t in before])
    if opening is None or clause.role is not Role.MAIN or opening >= len(before):
        return []
    begin, end = before[opening].start, before[phrase_end(parsed, opening, len(before)) - 1].end
    return outermost([m for m in scene.mentions if begin <= m.start and m.end <= end])


def _merged(found: Sequence[tuple[Proposal, tuple[Span, ...]]]) -> list[Claim]:
    """One claim for each edge and modality: all spans, the most confident rule."""
    grouped: dict[tuple[str, str, str, Modality], list[tuple[Decimal, str, tuple[Span, ...]]]] = {}
    for proposal, spans in found:
        key = (proposal.subject.thing, proposal.predicate, proposal.object.thing, proposal.modality)
        confidence = min(proposal.confidence, proposal.subject.confidence, proposal.object.confidence)
        grouped.setdefault(key, []).append((confidence, proposal.rule, spans))
    claims: list[Claim] = []
    for (subject, predicate, target, modality), said in sorted(grouped.items()):
        confidence, rule, _ = max(said, key=lambda f: (f[0], f[1]))
        spans = tuple(sorted({span for _, _, spans_ in said for span in spans_}))
        claims.append(Claim(subject, predicate, target, modality, confidence, spans, rule))
    return claims


def _evidence(text: MappedText, proposal: Proposal) -> Span:
    """From the first to the last of both ends and the words between them that license the claim."""
    places = [
        (proposal.subject.start, proposal.subject.end), (proposal.object.start, proposal.object.end), proposal.words
    ]  # fmt: skip
    start, end = min(p[0] for p in places), max(p[1] for p in places)
    if end - start > _LIMIT:
        start, end = min(p[0] for p in places[1:]), max(p[1] for p in places[1:])
    return text.span(start, end)
