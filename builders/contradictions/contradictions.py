"""Contradictions between what was built, figures aside: one event or plan with two times, two of what is sole."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.actions.changes import Changes
from customs_kg.builders.contradictions.events import event_conflicts
from customs_kg.builders.contradictions.plans import plan_conflicts
from customs_kg.builders.contradictions.statements import statement_conflicts
from customs_kg.builders.document import Document
from customs_kg.builders.things.things import Things
from customs_kg.graph.model import Action, Claim, Discrepancy


def contradictions(
    document: Document, things: Things, claims: Sequence[Claim], changes: Changes, actions: Sequence[Action]
) -> tuple[Discrepancy, ...]:
    """The contradictions of a report."""
    sha256 = document.text.sha256
    return (
        *event_conflicts(things, changes, sha256),
        *plan_conflicts(things, actions, changes),
        *statement_conflicts(document, things, claims, sha256),
    )
