"""The taxes of which a report says what they yielded: those that its agency collects.

"Receipts were made up of A and B", "A brought in X million", "X million of A", a row of a table of revenue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.english.token import Token
from customs_kg.builders.parse import Parsed
from customs_kg.builders.quantities.quantity import QuantityForm
from customs_kg.builders.relations.clauses.agentless import agency_at, is_body
from customs_kg.builders.relations.frames.agents import by_phrase
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.subjects import subjects
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality, Span
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.65")


def _is_own(clause: Clause, parsed: Parsed, mentions: Sequence[Mention], things: Things) -> bool:
    """No body but the agency is named in the clause."""
    start, end = parsed.stretch(clause.extent)
    inside = [m for m in mentions if start <= m.start and m.end <= end and m.thing != things.agency]
    return not any(is_body(m, things) for m in inside)


_REVENUE = frozenset("revenue revenues receipts collections takings income money proceeds yield".split())
_WHOLES = frozenset("they it this that these total sum amount taxes duties".split())
_MADE_UP = frozenset("make raise come consist comprise include derive stem be account draw".split())
_YIELDS = frozenset("bring yield raise contribute produce generate account be make remain".split())


def revenue_claims(passage: Passage, parsed: Parsed, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """The taxes that a sentence on revenue tells apart, as those that the agency collects.

    "Receipts were made up of A and B", "X million was raised from A", "A and B are the sources of this money",
    "A brought in X million".
    """
    mentions = things.in_passage(passage.index)
    if passage.is_cell or not any(_is_tax(m, things) for m in mentions):
        return
    yield from _beside_sums(passage, parsed, things)
    for scene in scenes:
        if by_phrase(parsed, scene.clause) is not None or not _is_own(scene.clause, parsed, mentions, things):
            continue
        for tax in _revenue_taxes(scene, things):
            words = parsed.stretch(scene.clause.group)
            agency = agency_at(scene, things)
            yield Proposal(agency, CK + "collects", tax, scene.modality, "revenue-collects-understood", words)


def _is_tax(mention: Mention, things: Things) -> bool:
    return things.is_a(mention, CK + "TaxType") and mention.how != "pronoun"


def _revenue_taxes(scene: Scene, things: Things) -> list[Mention]:
    parsed, clause = scene.parsed, scene.clause
    if clause.subject is None:
        return []
    taxes = [m for m in scene.mentions if _is_tax(m, things)]
    after = parsed.tokens[clause.group[1] : clause.extent[1]]
    begin = parsed.tokens[clause.group[1] - 1].end
    end = parsed.tokens[clause.extent[1] - 1].end
    subject = parsed.tokens[slice(*clause.subject)]
    if clause.lemma in _MADE_UP and _opens_with(after):
        parts = [m for m in taxes if begin <= m.start and m.end <= end]
        several = len({m.thing for m in parts}) > 1 and _is_whole(subject)
        if several or _speaks_of_revenue(subject) or _is_sum(subject):
            return parts
    is_source = any(t.lower in ("source", "sources") for t in after)
    if (
        clause.lemma in _YIELDS
        and not clause.passive
        and (is_source or (clause.lemma not in ("be", "remain") and _has_sum(after)))
    ):
        heads = subjects(parsed, scene.n, scene.text, scene.mentions)
        return [m for m in heads if _is_tax(m, things)]
    return []


def _speaks_of_revenue(tokens: Sequence[Token]) -> bool:
    return any(t.lower in _REVENUE for t in tokens)


def _is_whole(tokens: Sequence[Token]) -> bool:
    """A word for what was told before, which only its parts show to be revenue: "*They* consisted of A and B"."""
    return bool(tokens) and tokens[-1].lower in _WHOLES


def _is_sum(tokens: Sequence[Token]) -> bool:
    """The subject is an amount of money alone."""
    return bool(tokens) and tokens[-1].tag == "CD" and _has_sum(tokens)


def _has_sum(tokens: Sequence[Token]) -> bool:
    return any(t.tag == "CD" and re.search(r"[^\W\d_]{2,}|[$€£¥]", t.text) for t in tokens)


def _opens_with(after: Sequence[Token]) -> bool:
    """The words after the verb lead to what the sum is made of: "of", "up of", "from"."""
    return bool({"of", "from"} & {t.lower for t in after[:3]})


_TO_SUM = re.compile(
    r"(?:[\s,:–-]|\([^)]*\)|\b(?:on|imports?|at|the|border|of|was|were|is|are|has|had|been|total(?:l?ed)?|amount(?:ed|ing)?|to|"
    r"reached|came|stood|brought|in|yielded|raised|made|up|contributed|rose|fell|grew|increased|accounted|for|worth|"
    r"with|net|about|some|around|over|nearly|almost|collected|collections?|receipts|revenue|duties|duty)\b)*"
)
_FROM_SUM = re.compile(r"(?:\s|\b(?:of|in|from|was|were|came|as|net|the|it|them|through|by way)\b)*(?:the )?")
# what is said of a sum that was not collected, or not by the agency
_NOT_COLLECTED = re.compile(
    r"\b(?:evad|evas|exempt|refund|waive|defraud|lost|loss|smuggl|unpaid|arrear|owe|fine|seiz|undeclared|repaid|drawback|"
    r"uncollect|suspend|relie|avoid|budget|target|forecast|expect|estimat)",
    re.I,
)


def _beside_sums(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """The taxes that stand beside a sum of money: "A NZ$5 million", "A of 5 billion yen", "EUR 5 billion of A"."""
    if _NOT_COLLECTED.search(passage.text) or any(is_body(m, things) for m in _collectors(passage, things)):
        return
    sums = [q for q in passage.quantities if q.form is QuantityForm.MONEY]
    for tax in (m for m in things.in_passage(passage.index) if _is_tax(m, things)):
        behind = any(q.start >= tax.end and _TO_SUM.fullmatch(passage.text, tax.end, q.start) for q in sums)
        before = any(q.end <= tax.start and _FROM_SUM.fullmatch(passage.text, q.end, tax.start) for q in sums)
        if not (behind or before) or not _is_done(parsed, tax):
            continue
        agency = Mention(passage.index, tax.start, tax.end, things.agency, "understood", _SURE)
        rule = "revenue-beside-sum-understood"
        yield Proposal(agency, CK + "collects", tax, Modality.ACTUAL, rule, (tax.start, tax.end), _SURE)


def _collectors(passage: Passage, things: Things) -> list[Mention]:
    """Who else may have collected what a passage tells of: not those for whom it was collected."""
    others = (m for m in things.in_passage(passage.index) if m.thing != things.agency)
    return [m for m in others if _FOR_OTHERS.search(passage.text, 0, m.start) is None]


_FOR_OTHERS = re.compile(r"\b(?:for|on behalf of) (?:the )?(?:[\w.'&() -]{2,60}\()?$")


def _is_done(parsed: Parsed, mention: Mention) -> bool:
    """Whether no clause around a mention denies what it says or puts it in the future."""
    around = [
        n
        for n, clause in enumerate(parsed.clauses)
        if parsed.stretch(clause.extent)[0] <= mention.start < parsed.stretch(clause.extent)[1]
    ]
    return all(
        clause_modality(parsed.clauses, n) in (Modality.ACTUAL, Modality.STANDING)
        for n in around
        if parsed.clauses[n].finite
    )


_UNION = re.compile(r"\b(?:Union|Organi[sz]ation)\b")  # its members collect
_UNIT_BEHIND = re.compile(r"\s*\([^()]*\)$")


def table_revenue_claims(document: Document, things: Things) -> Iterator[tuple[Proposal, tuple[Span, ...]]]:
    """The taxes that head the rows of a table of revenue, each with its row."""
    taxes = {} if _UNION.search(things.entities[things.agency].label) else things.by_label(CK + "TaxType")
    for passage in document.passages:
        segment = passage.segment
        if not passage.is_cell or segment.row is None:
            continue
        tax = taxes.get(label_key(_UNIT_BEHIND.sub("", segment.head)))
        around = f"{segment.caption} {segment.stub} {segment.topic} {segment.column}"
        if tax is None or _REVENUE.isdisjoint(w.strip(".,:;()") for w in around.lower().split()):
            continue
        ends = [Mention(passage.index, 0, 0, thing, "understood", _SURE) for thing in (things.agency, tax)]
        rule = "revenue-row-understood"
        yield Proposal(ends[0], CK + "collects", ends[1], Modality.ACTUAL, rule, (0, 0), _SURE), (segment.row,)
