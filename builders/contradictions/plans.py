"""One plan that two places give two due dates: "will be opened by June", "will be opened by December"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from customs_kg.builders.actions.actions import content_words
from customs_kg.builders.actions.changes import Changes
from customs_kg.builders.contradictions.periods import When, rivals
from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.figures.disagreements.discrepancies import discrepancy_between
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Action, Discrepancy, DiscrepancyType, DueBasis, Modality
from customs_kg.ontology.vocabulary import load_terms

_LIMIT = re.compile(r"\b(?:by|before|until|within|end of|latest|later than)\b")
_NUMBER = re.compile(r"\d[\d.,]*")
_OF_TIME = content_words(
    f"{' '.join(MONTHS)} early late beginning quarter half first second third fourth spring summer"
)
_PLANNING = content_words("plan planned schedule scheduled intend intended expected will shall should aims service")


def plan_conflicts(things: Things, actions: Sequence[Action], changes: Changes) -> Iterator[Discrepancy]:
    """The commitments to do one thing that state dues with no day in common, unless they tell of a change."""
    spans = [change.span for _, change in changes.told if change.modality is Modality.PLANNED]
    plans: defaultdict[tuple[object, ...], list[Action]] = defaultdict(list)
    for action in actions:
        stated = action.due is not None and action.due_basis is DueBasis.STATED and action.target is None
        of_change = any(s.start < e.end and e.start < s.end for e in action.evidence for s in spans)
        if stated and action.acts_on and not of_change:
            plans[action.action_type, action.acts_on, _said(action)].append(action)
    for told in plans.values():
        if periods := rivals(When(a.due, _LIMIT.search(a.description) is not None) for a in told if a.due):
            involved = [action.iri for action in told if action.due in periods]
            times = " and ".join(period.label for period in periods)
            act = load_terms().label(told[0].action_type).capitalize()
            what = ", ".join(things.entities[thing].label for thing in told[0].acts_on)
            comment = f"{act} {what}: due {times}, which cannot both be right."
            yield discrepancy_between(DiscrepancyType.DATE_CONFLICT, involved, comment)


def _said(action: Action) -> tuple[frozenset[str], frozenset[str]]:
    """The words and numbers of a plan without those for when."""
    due = frozenset(_NUMBER.findall(action.due.label if action.due else ""))
    words = content_words(action.description) - _OF_TIME - _PLANNING
    return words, frozenset(_NUMBER.findall(action.description)) - due
