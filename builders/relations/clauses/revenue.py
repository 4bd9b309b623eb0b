"""The taxes of which a report says what they yielded: those that its agency collects.

"Receipts were made up of A and B", "A brought in X million", "X million of A", a row of a table of revenue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.token import Token
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.clauses.collectors import collector
from customs_kg.builders.relations.clauses.tax_sums import is_tax, taxes_beside_sums
from customs_kg.builders.relations.frames.agents import by_phrase
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.known.labels import label_key
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality, Span
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.65")


_REVENUE = frozenset("revenue revenues receipts collections takings income money proceeds yield".split())
_WHOLES = frozenset("they it this that these total sum amount taxes duties".split())
_MADE_UP = frozenset("make raise come consist comprise include derive stem be account draw".split())
_YIELDS = frozenset(
    "account accrue be bring come contribute earn enter find flow generate give make net produce raise remain "
    "yield".split()
)


def revenue_claims(
    passage: Passage, parsed: Parsed, scenes: Sequence[Scene], before: Passage | None, things: Things
) -> Iterator[Proposal]:
    """The taxes that a sentence on revenue tells apart, as those that the agency or its department collects.

    "Receipts were made up of A and B", "X million was raised from A", "A and B are the sources of this money",
    "A brought in X million"; `before` is the sentence before it.
    """
    mentions = things.in_passage(passage.index)
    if passage.is_cell or not any(is_tax(m, things) for m in mentions):
        return
    for tax in taxes_beside_sums(passage, parsed, things):
        if body := collector(passage, scenes, before, (tax.start, tax.end), things):
            rule = "revenue-beside-sum-understood"
            yield Proposal(body, CK + "collects", tax, Modality.ACTUAL, rule, (tax.start, tax.end), _SURE)
    for scene in scenes:
        if by_phrase(parsed, scene.clause) is not None:
            continue
        words = parsed.stretch(scene.clause.group)
        for tax in _revenue_taxes(scene, things):
            if body := collector(passage, scenes, before, words, things):
                yield Proposal(body, CK + "collects", tax, scene.modality, "revenue-collects-understood", words, _SURE)


def _revenue_taxes(scene: Scene, things: Things) -> list[Mention]:
    """The taxes that a clause makes parts of a sum or of revenue, and those of which it tells what they yielded."""
    parsed, clause = scene.parsed, scene.clause
    after = parsed.tokens[clause.group[1] : clause.extent[1]]
    if clause.subject is not None and clause.lemma in _MADE_UP and _opens_with(after):
        subject = parsed.tokens[slice(*clause.subject)]
        begin, end = parsed.tokens[clause.group[1] - 1].end, parsed.tokens[clause.extent[1] - 1].end
        parts = [m for m in scene.mentions if is_tax(m, things) and begin <= m.start and m.end <= end]
        several = len({m.thing for m in parts}) > 1 and _is_whole(subject)
        if several or _speaks_of_revenue(subject) or _is_sum(subject):
            return parts
    is_source = any(t.lower in ("source", "sources") for t in after)
    yields = clause.lemma in _YIELDS and not clause.passive
    if yields and (is_source or (clause.lemma not in ("be", "remain") and _has_sum(after))):
        return [m for m in scene.subjects if is_tax(m, things)]
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
