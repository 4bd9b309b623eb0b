"""Items of a list of plans that are no clauses: "Release of A by 30 June", "Two more scanners"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from customs_kg.builders.actions.action_types import action_codes
from customs_kg.builders.actions.ahead import Horizon
from customs_kg.builders.actions.prospects import added_plans
from customs_kg.builders.actions.statement import Statement
from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.stance import speaks_of_plans
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import Segment, SegmentKind
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CKT

_TO_COME = re.compile(r"\b(?:(?:19|20)\d\d|next|coming|ahead|outlook|future|tasks?|plans?|agenda)\b", re.I)


def _is_participle(parsed: Parsed, clause: Clause) -> bool:
    """As in "Handbook published - 30 November": a form in -ed that ends its phrase and has no object."""
    start, end = clause.group
    after = parsed.tokens[end].tag if end < len(parsed.tokens) else "."
    bare = end - start == 1 and parsed.tokens[start].lower.endswith("ed") and clause.form is Form.PAST
    return bare and after in (":", "-", ",", ".", "IN", ";", "(", "CD")


def _is_announced(segment: Segment) -> bool:
    return speaks_of_plans(segment.lead.text or segment.topic)


def _is_to_come(segment: Segment) -> bool:
    """Whether a list stands under a heading of what a year is to bring: "Tasks for 2020", not "Our objectives"."""
    return speaks_of_plans(segment.topic) and _TO_COME.search(segment.topic) is not None


def bare_item(passage: Passage, parsed: Parsed, things: Things, *, stated: bool) -> list[Statement]:
    """An item of a list or section that announces plans, where no plan was `stated` by its clauses.

    One with a finite verb is a plan only where that verb looks ahead or orders ("put cameras into use").
    """
    segment, first = passage.segment, next(iter(parsed.clauses), None)
    opens = first is not None and first.group[0] == 0 and parsed.tokens[0].lower == "to"  # whatever leads the list
    if segment.kind is not SegmentKind.ITEM or not (_is_announced(segment) or (opens and _is_to_come(segment))):
        return []
    finite = [c for c in parsed.clauses if c.finite and not _is_participle(parsed, c)]
    if opens and not stated:
        finite = []  # "to open it before the year is out"
    orders = bool(finite) and finite[0].group[0] == 0 and finite[0].form in (Form.PRESENT, Form.PAST)
    looks_ahead = any(c.form is Form.FUTURE and not (c.negated or c.hedged) for c in finite)
    if len(parsed.tokens) < 3 or (finite and (stated or not (orders or looks_ahead))):
        return []
    verb = parsed.clauses[0].lemma if parsed.clauses else ""
    return [_plan(passage, things, (0, len(passage.text.rstrip(" .;,"))), verb, "action-list-item")]


def added_items(
    passage: Passage, parsed: Parsed, things: Things, horizon: Horizon, stated: Sequence[Statement]
) -> list[Statement]:
    """The plans that a passage tells in passing of a noun, outside of those that its clauses state."""
    if not horizon.times:
        return []
    plans = [s.stretch for s in stated if s.modality is Modality.PLANNED]
    added = list(added_plans(passage, parsed, horizon.times))
    free = [(a, b) for a, b in added if not any(start < b and a < end for start, end in plans)]
    return [_plan(passage, things, stretch, "", "action-added") for stretch in free]


def _plan(passage: Passage, things: Things, stretch: tuple[int, int], verb: str, rule: str) -> Statement:
    inside = [m for m in things.in_passage(passage.index) if stretch[0] <= m.start and m.end <= stretch[1]]
    acts_on = tuple(dict.fromkeys(m.thing for m in outermost(inside) if m.thing != things.agency))
    code = action_codes().get(verb, CKT + "action-other")
    actor = (things.agency,)
    return Statement(passage.index, Modality.PLANNED, verb, code, actor, acts_on, stretch, Decimal("0.75"), rule)
