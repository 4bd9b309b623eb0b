"""The registry: well-known things and indicators with fixed IRIs, and the names by which they go (`registry.ttl`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from customs_kg.ontology.iris import CK, CKL, RDF, SKOS
from customs_kg.ontology.lexicon import statements_of_words
from customs_kg.ontology.statements import Statements


@dataclass(frozen=True, slots=True, order=True)
class RegistryEntry:
    """A well-known thing with a fixed IRI. `hidden` labels are read but not shown."""

    iri: str
    cls: str
    label: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    code: str  # ISO 3166 alpha-3 of a customs territory, else empty
    exact_match: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Every spelling, the preferred one first."""
        return (self.label, *self.alt_labels, *self.hidden_labels)


@dataclass(frozen=True, slots=True, order=True)
class IndicatorEntry:
    """A well-known indicator and the phrases that name it. `stock` is None where the lexicon does not say."""

    iri: str
    label: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    unit_form: str
    stock: bool | None
    summand_of: tuple[str, ...]


@lru_cache(maxsize=1)
def registry() -> tuple[RegistryEntry, ...]:
    """The well-known things, sorted by IRI; indicators are not among them.

    Raises:
        OntologyError: the registry is malformed, or an entry has not exactly one class and label.
    """
    return _registry(statements_of_words())


def _registry(said: Statements) -> tuple[RegistryEntry, ...]:
    subjects = sorted({s for s, p in said.english if p == SKOS + "prefLabel"})
    entries = []
    for iri in subjects:
        classes = said.objects.get((iri, RDF + "type"), ())
        if CK + "Indicator" in classes or CK + "ControlledTerm" in classes:
            continue
        labels = said.english[iri, SKOS + "prefLabel"]
        if len(classes) != 1 or len(labels) != 1:
            raise said.error(iri, "has not exactly one class and one English skos:prefLabel; give it both")
        entries.append(
            RegistryEntry(
                iri,
                classes[0],
                labels[0],
                said.all(iri, SKOS + "altLabel"),
                said.all(iri, SKOS + "hiddenLabel"),
                said.text(iri, CK + "territoryCode"),
                said.all(iri, SKOS + "exactMatch"),
            )
        )
    return tuple(entries)


@lru_cache(maxsize=1)
def indicators() -> tuple[IndicatorEntry, ...]:
    """The well-known indicators, sorted by IRI.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words()
    return tuple(_indicator(said, iri) for iri in said.instances(CK + "Indicator"))


def _indicator(said: Statements, iri: str) -> IndicatorEntry:
    label = said.text(iri, SKOS + "prefLabel")
    if not label:
        raise said.error(iri, "has no English skos:prefLabel; give it one")
    stock = said.text(iri, CKL + "stock")
    return IndicatorEntry(
        iri,
        label,
        said.all(iri, SKOS + "altLabel"),
        said.all(iri, SKOS + "hiddenLabel"),
        said.text(iri, CKL + "unitForm"),
        None if not stock else stock == "true",
        said.all(iri, CK + "summandOf"),
    )
