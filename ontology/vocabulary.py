"""What the vocabulary says, as plain values: classes and their superclasses, properties, codes and units."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CK, OWL, QUDT, RDF, RDFS, SKOS, XSD
from customs_kg.ontology.statements import Statements

VOCABULARY_FILES = ("customs-kg.ttl", "terms.ttl", "cube.ttl", "units.ttl", "external.ttl")

_DATATYPES = (XSD, RDF + "langString")
_UNITS = frozenset({QUDT + "Unit", QUDT + "CurrencyUnit"})


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class. `superclasses` is the closure with the class itself; `kind` opens IRIs of its individuals."""

    iri: str
    label: str
    definition: str
    superclasses: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class PropertyTerm:
    """A property. Any one class of `domain` or `range` will do.

    `canonical` is false for the inverse of an edge: only the edge itself is stored.
    """

    iri: str
    label: str
    definition: str
    domain: frozenset[str]
    range: frozenset[str]
    inverse: str | None
    is_object: bool
    is_functional: bool
    is_symmetric: bool
    is_transitive: bool
    canonical: bool


@dataclass(frozen=True, slots=True)
class CodeTerm:
    """A code of a list (`scheme` is the IRI of the list) or a unit (`scheme` is empty).

    `is_exclusive` is true for a change that a thing goes through only once.
    """

    iri: str
    label: str
    alt_labels: tuple[str, ...]
    definition: str
    scheme: str
    is_exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """The vocabulary, each mapping by IRI, sorted."""

    classes: Mapping[str, ClassTerm]
    properties: Mapping[str, PropertyTerm]
    codes: Mapping[str, CodeTerm]
    units: Mapping[str, CodeTerm]

    def is_a(self, cls: str, superclass: str) -> bool:
        """Whether a class is this superclass or lies under it. An undeclared class is only itself."""
        known = self.classes.get(cls)
        return superclass in known.superclasses if known else cls == superclass

    def is_any(self, cls: str, wanted: Iterable[str]) -> bool:
        """Whether a class is one of these or lies under one."""
        return not self.superclasses(cls).isdisjoint(wanted)

    def superclasses(self, cls: str) -> frozenset[str]:
        """The IRIs of this class and every class over it. An undeclared class is only itself."""
        known = self.classes.get(cls)
        return known.superclasses if known else frozenset({cls})

    def subclasses(self, cls: str) -> tuple[str, ...]:
        """The IRIs of this class and every class under it, sorted."""
        return tuple(iri for iri, term in self.classes.items() if cls in term.superclasses)

    def allowed(self, predicate: str, subject_class: str, object_class: str) -> bool:
        """Whether the domain and the range of a property admit a pair of classes.

        For a data property `object_class` is the IRI of a datatype.

        Raises:
            OntologyError: No such property is declared.
        """
        term = self.properties.get(predicate)
        if term is None:
            raise OntologyError(f"<{predicate}> is not a property of ontology/customs-kg.ttl.")
        return self.is_any(subject_class, term.domain) and self.is_any(object_class, term.range)

    def kind_of(self, cls: str) -> str:
        """The coarse word that opens the IRI of an individual of this class: "agency", "place" ...

        Raises:
            OntologyError: The class is not declared or gives no word, as with classes of code lists.
        """
        term = self.classes.get(cls)
        if term is None or not term.kind:
            raise OntologyError(f"<{cls}> has no ck:iriKind in ontology/, nor has a superclass of it.")
        return term.kind

    def label(self, iri: str) -> str:
        """The English label of a class, property, code or unit, or its local name where it has none."""
        term = self.classes.get(iri) or self.properties.get(iri) or self.codes.get(iri) or self.units.get(iri)
        return term.label if term and term.label else iri.replace("#", "/").rsplit("/", 1)[-1]


@lru_cache(maxsize=1)
def load_terms() -> Terms:
    """The terms of the installed vocabulary.

    Raises:
        OntologyError: A file is malformed or breaks a rule; the message names file, line and term.
    """
    return read_terms({name: read_ontology_file(name) for name in VOCABULARY_FILES})


def read_terms(sources: Mapping[str, str]) -> Terms:
    """The terms of these Turtle texts, by file name.

    Raises:
        OntologyError: Malformed Turtle, an undeclared class, a cycle of superclasses, a property without
            exactly one domain and range, a term without label, or a label that two terms share.
    """
    said = Statements.read(sources)
    classes = {iri: _class(said, iri) for iri in said.instances(OWL + "Class")}
    object_properties = frozenset(said.instances(OWL + "ObjectProperty"))
    own = sorted(p for p in object_properties.union(said.instances(OWL + "DatatypeProperty")) if p.startswith(CK))
    inverses = {p: said.one(p, OWL + "inverseOf") for p in own}
    backward = {inverse: p for p, inverse in inverses.items() if inverse}
    properties = {
        p: _property(said, p, inverse=inverses[p] or backward.get(p), is_object=p in object_properties) for p in own
    }
    codes = {iri: _code(said, iri) for iri in said.instances(CK + "ControlledTerm")}
    units = {iri: _code(said, iri) for kind in sorted(_UNITS) for iri in said.instances(kind)}
    terms = Terms(classes, properties, codes, dict(sorted(units.items())))
    _check(said, terms)
    return terms


def _class(said: Statements, iri: str) -> ClassTerm:
    return ClassTerm(
        iri,
        said.text(iri, RDFS + "label"),
        said.text(iri, SKOS + "definition"),
        _closure(said, iri),
        _kind(said, iri),
    )


def _parents(said: Statements, iri: str) -> tuple[str, ...]:
    return (*said.all(iri, RDFS + "subClassOf"), *said.all(iri, CK + "alsoTyped"))


def _closure(said: Statements, iri: str) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [iri]
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        waiting.extend(_parents(said, cls))
        if iri in _parents(said, cls):
            raise said.error(iri, "is a superclass of itself; break the cycle")
    return frozenset(seen)


def _kind(said: Statements, iri: str) -> str:
    """The nearest ck:iriKind upwards, the class itself first."""
    waiting, seen = deque([iri]), {iri}
    while waiting:
        cls = waiting.popleft()
        if found := said.text(cls, CK + "iriKind"):
            return found
        fresh = [parent for parent in _parents(said, cls) if parent not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return ""


def _property(said: Statements, iri: str, *, inverse: str | None, is_object: bool) -> PropertyTerm:
    types = said.all(iri, RDF + "type")
    return PropertyTerm(
        iri,
        said.text(iri, RDFS + "label"),
        said.text(iri, SKOS + "definition"),
        _members(said, iri, RDFS + "domain"),
        _members(said, iri, RDFS + "range"),
        inverse,
        is_object,
        OWL + "FunctionalProperty" in types,
        OWL + "SymmetricProperty" in types,
        OWL + "TransitiveProperty" in types,
        canonical=inverse is None or bool(said.one(iri, OWL + "inverseOf")),
    )


def _members(said: Statements, iri: str, predicate: str) -> frozenset[str]:
    """The class that a domain or range names, or the classes of its owl:unionOf."""
    stated = said.all(iri, predicate)
    if len(stated) != 1:
        side = predicate.rsplit("#", 1)[-1]
        raise said.error(iri, f"has {len(stated)} {side}s; state exactly one rdfs:{side}")
    union = said.one(stated[0], OWL + "unionOf")
    return frozenset(said.items(union)) if union else frozenset(stated)


def _code(said: Statements, iri: str) -> CodeTerm:
    return CodeTerm(
        iri,
        said.text(iri, SKOS + "prefLabel"),
        said.all(iri, SKOS + "altLabel"),
        said.text(iri, SKOS + "definition"),
        said.one(iri, SKOS + "inScheme") or "",
        said.text(iri, CK + "exclusive") == "true",
    )


def _check(said: Statements, terms: Terms) -> None:
    """Rules that hold between terms."""
    for cls in terms.classes.values():
        _check_declared(said, terms, cls.iri, _parents(said, cls.iri))
    for term in terms.properties.values():
        _check_declared(said, terms, term.iri, (*sorted(term.domain), *sorted(term.range)))
        if term.inverse and term.inverse not in terms.properties:
            raise said.error(term.iri, f"has the undeclared inverse <{term.inverse}>; declare it")
    owner: dict[str, str] = {}
    labels = {iri: term.label for iri, term in terms.classes.items() if iri.startswith(CK)}
    labels |= {iri: term.label for iri, term in terms.properties.items()}
    for iri, label in labels.items():
        if not label:
            raise said.error(iri, "has no rdfs:label; give it one in English")
        first = owner.setdefault(label.casefold(), iri)
        if first != iri:
            raise said.error(iri, f'has the label "{label}" of <{first}>; change one of the two')


def _check_declared(said: Statements, terms: Terms, iri: str, used: tuple[str, ...]) -> None:
    for cls in used:
        if cls not in terms.classes and not cls.startswith(_DATATYPES):
            raise said.error(iri, f"names the unknown class <{cls}>; declare it or mend the name")
