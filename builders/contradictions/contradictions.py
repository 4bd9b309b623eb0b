"""Contradictions between what was built, figures aside: one event, or one plan, with two times."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.actions.changes import Changes
from customs_kg.builders.contradictions.events import event_conflicts
from customs_kg.builders.contradictions.plans import plan_conflicts
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Action, Discrepancy


def contradictions(things: Things, changes: Changes, actions: Sequence[Action], sha256: str) -> tuple[Discrepancy, ...]:
    """The contradictions of a report; `sha256` is the digest of its text."""
    return (*event_conflicts(things, changes, sha256), *plan_conflicts(things, actions, changes))
