"""Words for people: labels of the ontology's terms, and plain words where a code would otherwise show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from customs_kg.ontology.iris import CK, CKT

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PLAIN = {
    CKT + "kind-level": "value",
    CKT + "kind-average": "average",
    CKT + "kind-share": "share",
    CKT + "kind-multiple": "times",
    CKT + "kind-rank": "rank",
    CKT + "kind-yoy-percent": "change on the year before, percent",
    CKT + "kind-yoy-percentage-point": "change on the year before, percentage points",
    CKT + "kind-yoy-absolute": "change on the year before",
    CKT + "kind-change-percent": "change, percent",
    CKT + "kind-change-percentage-point": "change, percentage points",
    CKT + "kind-change-absolute": "change",
    CKT + "kind-target-level": "target",
    CKT + "kind-target-share": "target share",
    CKT + "kind-target-change": "target change",
    CKT + "discrepancy-rounding": "same figure, rounded differently",
    CKT + "discrepancy-adjacent-rounding": "differ in the last digit",
    CKT + "discrepancy-conflict": "contradict each other",
    CKT + "discrepancy-sum-mismatch": "parts do not add up",
    CKT + "discrepancy-unit-variant": "same number, different unit",
    CKT + "discrepancy-scope-difference": "not the same scope",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels by IRI, and the superclasses that decide what kind a thing is. Both may be empty."""

    labels: Mapping[str, str] = field(default_factory=dict)
    inverses: Mapping[str, str] = field(default_factory=dict)  # property IRI -> label of its inverse
    superclasses: Mapping[str, frozenset[str]] = field(default_factory=dict)  # transitive, local names

    @classmethod
    def of_ontology(cls) -> Wording:
        """The words of the packaged ontology."""
        return cls()

    def label(self, iri: str) -> str:
        """The word for a term; without one, the last part of its IRI with its words apart."""
        return _PLAIN.get(iri) or self.labels.get(iri) or spell(iri)

    def inverse(self, iri: str) -> str:
        """The wording of a property read from its object."""
        return self.inverses.get(iri, f"{self.label(iri)} (of)")

    def ancestry(self, cls_iri: str) -> tuple[str, ...]:
        """Local names of the class and all its superclasses, the class first."""
        name = local_name(cls_iri)
        return (name, *sorted(self.superclasses.get(name, frozenset()) - {name}))


def local_name(iri: str) -> str:
    """What follows the last `#` or `/`."""
    return re.split(r"[#/]", iri)[-1] or iri


def spell(iri: str) -> str:
    """The last part of an IRI as words, its coarse kind dropped.

    >>> spell("https://w3id.org/customs-kg/ontology#headquartersOf")
    'headquarters of'
    >>> spell("https://w3id.org/customs-kg/term/action-put-into-operation")
    'put into operation'
    """
    name = local_name(iri)
    if iri.startswith(CKT):
        name = name.partition("-")[2] or name
    words = _CAMEL.sub(" ", name) if iri.startswith(CK) else name
    return words.replace("-", " ").replace("_", " ").strip().lower() or iri
