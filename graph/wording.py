"""Words for people: labels of the ontology's terms, and plain words where a code would otherwise show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from customs_kg.ontology.iris import CK, CKT
from customs_kg.ontology.vocabulary import load_terms

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_PLAIN = {
    CKT + "kind-level": "value",
    CKT + "kind-multiple": "times",
    CKT + "kind-yoy-percent": "change on the year before, in percent",
    CKT + "kind-yoy-percentage-point": "change on the year before, in percentage points",
    CKT + "kind-yoy-absolute": "change on the year before",
    CKT + "kind-change-absolute": "change",
    CKT + "discrepancy-rounding": "the same, rounded differently",
    CKT + "discrepancy-adjacent-rounding": "they differ in the last digit",
    CKT + "discrepancy-conflict": "they contradict each other",
    CKT + "discrepancy-sum-mismatch": "the parts do not add up",
    CKT + "discrepancy-unit-variant": "the same number with another unit",
    CKT + "discrepancy-scope-difference": "not of the same scope",
    CKT + "discrepancy-date-conflict": "told with two times",
    CKT + "discrepancy-statement-conflict": "told in two ways",
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
        terms = load_terms()
        groups = (terms.classes, terms.properties, terms.codes, terms.units)
        labels = {iri: term.label for group in groups for iri, term in group.items() if term.label}
        inverses = {
            iri: labels[term.inverse]
            for iri, term in terms.properties.items()
            if term.inverse and term.inverse in labels
        }
        inverses.update({iri: term.label for iri, term in terms.properties.items() if term.is_symmetric})
        above = {
            local_name(iri): frozenset(local_name(parent) for parent in term.superclasses)
            for iri, term in terms.classes.items()
        }
        return cls(labels, inverses, above)

    def label(self, iri: str) -> str:
        """The word for a term; without one, the last part of its IRI with its words apart."""
        return _PLAIN.get(iri) or self.labels.get(iri) or spell(iri)

    def inverse(self, iri: str) -> str:
        """The wording of a property read from its object."""
        return self.inverses.get(iri) or f"← {self.label(iri)}"

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
