"""Partners: those who sign an agreement together, or run an operation together, cooperate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.relations.proposals import Proposal
from customs_kg.ontology.iris import CK

_LESS = Decimal("0.05")  # for the step from signing to cooperating
_ONE_PLACE = 60  # characters within which two mentions of an agreement are of one act
_IN_TURN = re.compile(r"\b(?:until|later|then|subsequently|formerly|previously|in turn)\b")  # one after the other


def partners(proposals: Sequence[Proposal], text: str) -> Iterator[Proposal]:
    """What several claims of a passage with this text say together: who cooperates."""
    yield from _co_signatories(proposals)
    yield from _co_workers(proposals, text)


def _co_workers(proposals: Sequence[Proposal], text: str) -> Iterator[Proposal]:
    """Those whom one clause names for one undertaking: the first of them cooperates with the others.

    Not so those who had it one after the other ("run by A until 2016 and then by B").
    """
    groups: dict[tuple[str, tuple[int, int]], list[Proposal]] = {}
    for p in proposals:
        at_a_place = p.rule.endswith(("-at", "-in"))  # who tries a thing out does not work with who had it made
        if p.predicate == CK + "conductedBy" and p.rule.startswith("frame-") and not at_a_place:
            groups.setdefault((p.subject.thing, p.words), []).append(p)
    for group in groups.values():
        first = min(group, key=lambda p: (p.object.how != "understood", p.object.start))
        for other in group:
            in_turn = _IN_TURN.search(text, first.object.end, max(first.object.end, other.object.start))
            if other.object.thing != first.object.thing and not in_turn:
                rule = "co-workers" + ("-understood" if first.object.how == "understood" else "")
                sure = min(first.confidence, other.confidence) - _LESS
                yield replace(other, subject=first.object, predicate=CK + "cooperatesWith", rule=rule, confidence=sure)


def _co_signatories(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """That the signatories of an agreement cooperate, from those that a clause's verb and its "with" name."""
    signed = [p for p in proposals if p.predicate == CK + "signatory"]
    for by in signed:
        if "with" in by.rule or "row" in by.rule:
            continue
        for other in signed:
            same = abs(by.subject.start - other.subject.start) < _ONE_PLACE and by.subject.thing == other.subject.thing
            if same and ("with" in other.rule or "row" in other.rule) and by.object.thing != other.object.thing:
                sure = min(p.confidence for p in (by, other)) - _LESS
                rule = "co-signatories" + ("-understood" if by.rule.endswith("understood") else "")
                yield replace(
                    by,
                    subject=by.object,
                    predicate=CK + "cooperatesWith",
                    object=other.object,
                    modality=by.said or by.modality,
                    rule=rule,
                    confidence=sure,
                )
