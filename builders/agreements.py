"""Partners of an agreement: those who sign one together cooperate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.proposals import Proposal
from customs_kg.ontology.iris import CK

_LESS = Decimal("0.05")  # for the step from signing to cooperating
_ONE_PLACE = 12  # characters within which two proposals are of one mention of the agreement


def co_signatories(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
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
                    rule=rule,
                    confidence=sure,
                )
