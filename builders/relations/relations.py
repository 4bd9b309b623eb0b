"""Edges between things, as clauses and noun phrases state them.

A claim is made where the words of a frame stand between two things that the property's domain and range allow.
Nothing is made from what is denied, hedged or merely possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.stance import speaks_of_plans
from customs_kg.builders.english.tokens import tag_text
from customs_kg.builders.parse import Parsed, parse_passage
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.reading.text import EMPTY, Joiner, MappedText
from customs_kg.builders.relations.admission import admits, headed_alike, is_meant, most_exact
from customs_kg.builders.relations.clauses.appositions import with_apposed
from customs_kg.builders.relations.clauses.duties import duty_claims
from customs_kg.builders.relations.clauses.gapped import with_gapped
from customs_kg.builders.relations.clauses.help_received import help_claims
from customs_kg.builders.relations.clauses.hierarchy import hierarchy_claims
from customs_kg.builders.relations.clauses.inversions import inversion_claims
from customs_kg.builders.relations.clauses.leading_roles import leading_role_claims
from customs_kg.builders.relations.clauses.members import attendance_claims, member_claims
from customs_kg.builders.relations.clauses.openings import opening_claims
from customs_kg.builders.relations.clauses.owned_roles import owned_role_claims
from customs_kg.builders.relations.clauses.results import result_claims
from customs_kg.builders.relations.clauses.revenue import revenue_claims, table_revenue_claims
from customs_kg.builders.relations.clauses.role_nouns import role_noun_claims
from customs_kg.builders.relations.clauses.signing_for import signing_claims
from customs_kg.builders.relations.clauses.surroundings import surrounding_claims
from customs_kg.builders.relations.clauses.together import together_claims
from customs_kg.builders.relations.clauses.turnovers import turnover_claims
from customs_kg.builders.relations.clauses.under_laws import progress_claims, under_law_claims
from customs_kg.builders.relations.clauses.understood import understood_claims
from customs_kg.builders.relations.clauses.undertakings import undertaking_claims
from customs_kg.builders.relations.denied_ends import is_denied, is_unsaid
from customs_kg.builders.relations.frames.aims import aim_proposals
from customs_kg.builders.relations.frames.scene import Scene, read_scenes
from customs_kg.builders.relations.frames.slots import frame_proposals
from customs_kg.builders.relations.phrases.agreements import agreement_claims
from customs_kg.builders.relations.phrases.conversions import conversion_claims
from customs_kg.builders.relations.phrases.funding import funding_claims
from customs_kg.builders.relations.phrases.groups import group_claims
from customs_kg.builders.relations.phrases.labelled import labelled_claims
from customs_kg.builders.relations.phrases.partners import partners
from customs_kg.builders.relations.phrases.phrases import phrase_claims
from customs_kg.builders.relations.phrases.posted import posted_claims
from customs_kg.builders.relations.phrases.postings import posting_claims
from customs_kg.builders.relations.phrases.reduced import ellipses
from customs_kg.builders.relations.phrases.seats import seat_claims
from customs_kg.builders.relations.phrases.title_lines import title_claims
from customs_kg.builders.relations.phrases.unit_lines import unit_line_claims
from customs_kg.builders.relations.phrases.unit_lists import unit_list_claims
from customs_kg.builders.relations.phrases.unit_sets import unit_set_claims
from customs_kg.builders.relations.planned import in_plans
from customs_kg.builders.relations.posts.successions import succession_claims
from customs_kg.builders.relations.posts.table_heads import table_head_claims
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Claim, Modality, Span

_LIMIT = 600  # characters of one piece of evidence
_FAR = 200  # characters from which on its ends stand so far apart that more may come between them
_FAR_CONFIDENCE = Decimal("0.65")


def read_claims(
    document: Document,
    things: Things,
    parses: Sequence[Parsed],
    planned: Mapping[int, Sequence[tuple[int, int]]] | None = None,
) -> list[Claim]:
    """All claims of a report; one claim for each edge and modality, with all its spans.

    `planned` holds, by passage, the stretches of reading text that state plans.
    """
    found: list[tuple[Proposal, tuple[Span, ...]]] = []
    starts = {p.segment.text.offset(0): p.index for p in document.passages}
    for passage, parsed in zip(document.passages, parses, strict=True):
        mentions = things.in_passage(passage.index)
        if not mentions:
            continue
        scenes = list(read_scenes(passage.text, parsed, mentions))
        several = len({mention.thing for mention in mentions}) > 1
        stated = _between_mentions(passage, parsed, scenes, things) if several else []
        stated += ellipses(passage, mentions, things)
        before = document.passages[passage.index - 1] if passage.index else None
        stated += [*under_law_claims(passage, scenes, things), *progress_claims(passage, scenes, things)]
        stated += understood_claims(passage, parsed, scenes, things, before)
        stated += revenue_claims(passage, parsed, scenes, before, things)
        stated += [*agreement_claims(passage, parsed, scenes, things), *surrounding_claims(passage, scenes, things)]
        stated += [*opening_claims(passage.text, scenes, mentions, things), *seat_claims(passage, things)]
        stated += funding_claims(passage, scenes, things)
        if not passage.is_cell:
            stated += owned_role_claims(passage, parsed, before, things)
        stated += [*together_claims(passage, scenes, things), *help_claims(passage, scenes, things, before)]
        stated += [*undertaking_claims(passage, scenes, things), *turnover_claims(passage, scenes, things)]
        stated += posting_claims(passage.text, parsed, scenes, mentions, things)
        stated += [*posted_claims(passage.text, mentions, things), *group_claims(passage, things)]
        stated += [*unit_set_claims(document, passage, things), *unit_line_claims(passage, parsed, things)]
        stated += unit_list_claims(document, passage, things)
        stated += hierarchy_claims(document, passage, parsed, things)
        stated += succession_claims(document, passage, things)
        stated += [*labelled_claims(document, passage, things), *result_claims(passage, parsed, things)]
        stated = _planned_alike(
            [p for p in stated if not (is_denied(p, passage.text) or is_unsaid(p, parsed))], passage, parsed
        )
        stated = list(in_plans(stated, passage.text, (planned or {}).get(passage.index, ())))
        found.extend((p, (_evidence(passage.segment.text, p),)) for p in _allowed(stated, passage.text, things))
        lead = passage.segment.lead
        if lead.text and lead.offset(0) in starts:
            found.extend(_under_lead(passage, starts[lead.offset(0)], things))
    found.extend(table_revenue_claims(document, things))
    found.extend(title_claims(document, things))
    found.extend(table_head_claims(document, things))
    return _merged(found)


def _between_mentions(passage: Passage, parsed: Parsed, scenes: Sequence[Scene], things: Things) -> list[Proposal]:
    """What is said of two things that a passage names both; the agency is not understood here."""
    text, mentions = passage.text, things.in_passage(passage.index)
    framed = list(with_apposed(list(frame_proposals(scenes, things)), text, mentions, things))
    stated = with_gapped(framed, text, mentions, things)
    stated += aim_proposals(text, parsed, mentions, things)
    stated += with_apposed(list(phrase_claims(passage, parsed, things)), text, mentions, things)
    stated += [*duty_claims(scenes), *role_noun_claims(passage, scenes), *conversion_claims(text, scenes, mentions)]
    stated += [*member_claims(scenes, things), *attendance_claims(text, mentions)]
    stated += [*inversion_claims(passage, things), *signing_claims(scenes, things)]
    stated += leading_role_claims(text, parsed, scenes, mentions, things)
    return stated


def _planned_alike(stated: list[Proposal], passage: Passage, parsed: Parsed) -> list[Proposal]:
    """In a list of plans an item without a finite verb tells what will be: "Meeting hosted in A - May 2025"."""
    listed = passage.segment.kind is SegmentKind.ITEM
    if not listed or any(clause.finite for clause in parsed.clauses):
        return stated
    if not speaks_of_plans(passage.segment.lead.text or passage.segment.topic):
        return stated
    named = ("phrase-name-", "phrase-of-", "phrase-possessive-")
    return [p if p.rule.startswith(named) else replace(p, modality=Modality.PLANNED) for p in stated]


def _under_lead(passage: Passage, lead_index: int, things: Things) -> list[tuple[Proposal, tuple[Span, ...]]]:
    """What an item says together with the words that lead its list ("The agency collects: - import duty;")."""
    lead = passage.segment.lead
    shift = len(lead.text) + 1
    before, behind = (things.in_passage(index) for index in (lead_index, passage.index))
    if not before or not behind:
        return []
    joiner = Joiner()
    joiner.add(lead)
    joiner.add(passage.segment.text, blank=True)
    joined = joiner.joined()
    mentions = [
        *(m for m in before if m.end <= len(lead.text)),
        *(replace(m, start=m.start + shift, end=m.end + shift) for m in behind),
    ]
    whole = replace(
        passage,
        segment=passage.segment._replace(text=joined, lead=EMPTY),
        words=tag_text(joined.text),
        lead=(),
        quantities=tuple(replace(q, start=q.start + shift, end=q.end + shift) for q in passage.quantities),
        times=(),
    )
    parsed = parse_passage(whole, [(m.start, m.end) for m in mentions if m.how != "pronoun"])
    proposals = _allowed(frame_proposals(list(read_scenes(joined.text, parsed, mentions)), things), joined.text, things)
    return [
        (p, _split_evidence(joined, p, shift))
        for p in proposals
        if min(p.subject.start, p.object.start) < shift <= max(p.subject.start, p.object.start)
        and p.words[0] <= shift  # a verb inside the item speaks of a noun there
    ]


def _split_evidence(joined: MappedText, proposal: Proposal, shift: int) -> tuple[Span, ...]:
    """One span in the lead and one in the item."""
    places = [(m.start, m.end) for m in (proposal.subject, proposal.object)] + [proposal.words]
    first = [p for p in places if p[1] < shift]
    second = [p for p in places if p[0] >= shift]
    return tuple(joined.span(min(p[0] for p in part), max(p[1] for p in part)) for part in (first, second) if part)


def _allowed(proposals: Iterable[Proposal], text: str, things: Things) -> list[Proposal]:
    """The proposals whose ends the property can join, and what several of them say together."""
    fitting = [p for p in proposals if admits(p.predicate, p.subject, p.object, things)]
    admitted = [p for p in fitting if is_meant(p, text, things)]
    admitted = most_exact(headed_alike(admitted, text, things))
    return [*admitted, *(p for p in partners(admitted, text) if admits(p.predicate, p.subject, p.object, things))]


def _merged(found: Sequence[tuple[Proposal, tuple[Span, ...]]]) -> list[Claim]:
    """One claim for each edge and modality: all spans, the most confident rule."""
    grouped: dict[tuple[str, str, str, Modality], list[tuple[Decimal, str, tuple[Span, ...]]]] = {}
    for proposal, spans in found:
        key = (proposal.subject.thing, proposal.predicate, proposal.object.thing, proposal.modality)
        confidence = min(proposal.confidence, proposal.subject.confidence, proposal.object.confidence)
        if any(span.end - span.start > _FAR for span in spans):
            confidence = min(confidence, _FAR_CONFIDENCE)
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
