"""Shapes over the triples of a build, without pyshacl: quick enough to run before each build is written.

`graph.shacl` runs the same shapes in pyshacl, the reference; tests hold the two to the same findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from customs_kg.graph.shacl import Finding, data_shapes, sort_findings
from customs_kg.graph.shapes import Shape, Term, describe, key_of, read_shapes
from customs_kg.ontology.iris import OWL, RDF, XSD
from customs_kg.ontology.vocabulary import Terms, load_terms

_TYPE = RDF + "type"
_EDGE = OWL + "ObjectProperty"
_KINDS = {"IRI": NamedNode, "Literal": Literal, "BlankNode": BlankNode}
_LEXICAL = {
    XSD + "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)",
    XSD + "integer": r"[+-]?\d+",
    XSD + "nonNegativeInteger": r"\+?\d+|-0+",
    XSD + "hexBinary": r"([0-9A-Fa-f]{2})*",
    XSD + "dateTime": r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?",
}
_NUMERIC = frozenset(XSD + name for name in ("decimal", "integer", "nonNegativeInteger", "double", "float", "int"))


def check_shapes(triples: Iterable[Triple]) -> list[Finding]:
    """What in a graph of reports breaks the shapes for it, as `graph.shacl.validate` says it.

    Raises:
        OntologyError: A shape is malformed or uses a part of SHACL that is not known here.
    """
    data = _Data(triples, load_terms())
    found = {
        finding
        for shape in read_shapes(data_shapes())
        for focus in data.targets(shape)
        for finding in _breaches(data, shape, focus)
    }
    return sort_findings(found)


class _Data:
    """A graph by subject, by object and by class."""

    def __init__(self, triples: Iterable[Triple], terms: Terms) -> None:
        kept = tuple(triples)
        self.about = describe(kept)
        self._terms = terms
        self._sources: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._members: dict[str, list[NamedNode]] = defaultdict(list)
        self._subjects: dict[str, set[NamedNode]] = defaultdict(set)
        for triple in kept:
            if not isinstance(triple.subject, NamedNode):
                continue
            self._subjects[triple.predicate.value].add(triple.subject)
            if isinstance(triple.object, NamedNode):
                self._sources[triple.object.value][triple.predicate.value].append(triple.subject)
                if triple.predicate.value == _TYPE:
                    self._members[triple.object.value].append(triple.subject)

    def targets(self, shape: Shape) -> set[NamedNode]:
        """The nodes that a shape is about."""
        classes = {c for target in shape.target_classes for c in (target, *self._terms.subclasses(target))}
        found = {node for cls in classes for node in self._members.get(cls, ())}
        return found.union(*(self._subjects.get(p, set()) for p in shape.target_subjects_of))

    def values(self, focus: Term, path: str) -> tuple[Term, ...]:
        """What a path leads to."""
        if path.startswith("^"):
            return tuple(self._sources.get(key_of(focus), {}).get(path[1:], ()))
        return self.about.get(key_of(focus), {}).get(path, ())

    def is_a(self, node: Term, cls: str) -> bool:
        """Whether a node has a class or one under it; stored edges are the properties that claims may use."""
        if cls == _EDGE and isinstance(node, NamedNode):
            known = self._terms.properties.get(node.value)
            return known is not None and known.is_object and known.canonical
        types = self.about.get(key_of(node), {}).get(_TYPE, ()) if not isinstance(node, Literal) else ()
        return any(self._terms.is_a(key_of(found), cls) for found in types)


def _breaches(data: _Data, shape: Shape, focus: Term) -> Iterator[Finding]:
    """Every breach of a shape and of the property shapes in it by one node."""
    path = shape.path if not shape.path.startswith("^") else ""
    values = data.values(focus, shape.path) if shape.path else (focus,)
    for at, value in (*_of_set(data, shape, values), *_of_values(data, shape, focus, values)):
        shown = value.value if isinstance(value, NamedNode | Literal) else str(value or "")
        yield Finding(shape.severity, key_of(focus), at or path, shape.message, shape.name, shown)
    for inner in shape.properties:
        for value in values:
            yield from _breaches(data, inner, value)


def _of_set(data: _Data, shape: Shape, values: tuple[Term, ...]) -> Iterator[tuple[str, Term | None]]:
    """What is wrong with the values taken together."""
    fitting = sum(1 for v in values if shape.qualified and not any(_breaches(data, shape.qualified[0], v)))
    for name, number in shape.numbers:
        count = fitting if name.startswith("qualified") else len(values)
        if name != "minLength" and (count < number if name.lower().endswith("mincount") else count > number):
            yield "", None
    for name, term in shape.terms:
        if name == "hasValue" and term not in values:
            yield "", None
    if "uniqueLang" in shape.flags:
        languages = [v.language.lower() for v in values if isinstance(v, Literal) and v.language]
        yield from (("", None) for language in sorted(set(languages)) if languages.count(language) > 1)


def _of_values(data: _Data, shape: Shape, focus: Term, values: tuple[Term, ...]) -> Iterator[tuple[str, Term | None]]:
    """What is wrong with each value."""
    for value in values:
        faulty = any(not _meets(data, name, term, focus, value) for name, term in shape.terms)
        faulty |= any(not _listed(name, members, value) for name, members in shape.lists)
        faulty |= any(name == "minLength" and len(_text(value)) < number for name, number in shape.numbers)
        faulty |= bool(shape.alternatives) and all(any(_breaches(data, one, value)) for one in shape.alternatives)
        faulty |= any(not any(_breaches(data, one, value)) for one in shape.excluded)
        if faulty:
            yield "", value
        if "closed" in shape.flags:
            allowed = {inner.path for inner in shape.properties}
            allowed.update(key_of(p) for name, ps in shape.lists if name == "ignoredProperties" for p in ps)
            about = data.about.get(key_of(value), {})
            yield from ((p, v) for p in about.keys() - allowed for v in about[p])


def _meets(data: _Data, name: str, term: Term, focus: Term, value: Term) -> bool:
    wanted = key_of(term)
    match name:
        case "class":
            return data.is_a(value, wanted)
        case "datatype":
            return isinstance(value, Literal) and value.datatype.value == wanted and _is_lexical(value)
        case "nodeKind":
            return isinstance(value, _KINDS[wanted.rpartition("#")[2]])
        case "pattern":
            return re.search(_text(term), _text(value)) is not None
        case "minInclusive":
            return _ordered(value, term, lambda one, limit: one >= limit)
        case "maxInclusive":
            return _ordered(value, term, lambda one, limit: one <= limit)
        case "lessThan":
            return all(_ordered(value, other, lambda one, two: one < two) for other in data.values(focus, wanted))
    return True  # sh:hasValue is about all values together


def _listed(name: str, members: tuple[Term, ...], value: Term) -> bool:
    if name == "in":
        return value in members
    if name == "languageIn":
        language = (value.language or "").lower() if isinstance(value, Literal) else ""
        return any(language == _text(m) or language.startswith(f"{_text(m)}-") for m in members)
    return True


def _text(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _is_lexical(value: Literal) -> bool:
    form = _LEXICAL.get(value.datatype.value)
    if form is None:
        return True
    exists = value.datatype.value != XSD + "dateTime" or _place(value) is not None  # there is no 30 February
    return exists and re.fullmatch(form, value.value) is not None


def _ordered(one: Term, two: Term, holds: Callable[[Decimal | float, Decimal | float], bool]) -> bool:
    """Whether two literals can be compared and this holds of them."""
    first, second = _place(one), _place(two)
    if first is None or second is None or first[0] != second[0]:
        return False
    return holds(first[1], second[1])


def _place(term: Term) -> tuple[str, Decimal | float] | None:
    """The scale that a literal belongs to and its place on it."""
    if not isinstance(term, Literal):
        return None
    try:
        if term.datatype.value in _NUMERIC:
            return "number", Decimal(term.value)
        if term.datatype.value == XSD + "dateTime":
            return "time", datetime.fromisoformat(term.value).timestamp()
    except (InvalidOperation, ValueError):
        return None
    return None
