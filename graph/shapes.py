"""The shapes of ontology/shapes as plain values, for `graph.conformance`: the part of SHACL Core that they use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import RDF
from customs_kg.ontology.statements import parse_turtle

_SH = "http://www.w3.org/ns/shacl#"
_NIL = RDF + "nil"

_NUMBERS = frozenset("minCount maxCount minLength qualifiedMinCount qualifiedMaxCount".split())
_TERMS = frozenset("class datatype nodeKind hasValue pattern minInclusive maxInclusive lessThan".split())
_LISTS = frozenset("in languageIn ignoredProperties".split())
_FLAGS = frozenset("closed uniqueLang".split())
_DESCRIPTIVE = frozenset(
    "path property severity message targetClass targetSubjectsOf or not qualifiedValueShape".split()
)

Term = object  # a pyoxigraph NamedNode, Literal or BlankNode
Described = Mapping[str, Mapping[str, tuple[Term, ...]]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: where it applies, what it asks for, and the words that say so.

    `name` is that of the node shape that holds it. `path` is an IRI, with "^" before it where it is walked
    backwards, or nothing on a node shape. `numbers`, `terms` and `lists` are its parameters by local name.
    """

    name: str
    path: str
    severity: str
    message: str
    numbers: tuple[tuple[str, int], ...]
    terms: tuple[tuple[str, Term], ...]
    lists: tuple[tuple[str, tuple[Term, ...]], ...]
    flags: frozenset[str]
    properties: tuple[Shape, ...]
    alternatives: tuple[Shape, ...]  # sh:or
    excluded: tuple[Shape, ...]  # sh:not
    qualified: tuple[Shape, ...]  # sh:qualifiedValueShape, one at most
    target_classes: tuple[str, ...]
    target_subjects_of: tuple[str, ...]


def read_shapes(sources: Mapping[str, str]) -> tuple[Shape, ...]:
    """The node shapes of these Turtle texts, by file name, sorted by IRI.

    Raises:
        OntologyError: A text is not Turtle, or a shape uses a part of SHACL that is not known here.
    """
    described = describe(triple for name, text in sources.items() for triple in parse_turtle(name, text))
    node_shape = NamedNode(_SH + "NodeShape")
    roots = sorted(s for s, found in described.items() if node_shape in found.get(RDF + "type", ()))
    return tuple(_shape(described, root, root.rsplit("/", 1)[-1]) for root in roots)


def describe(triples: Iterable[Triple]) -> dict[str, dict[str, tuple[Term, ...]]]:
    """The objects of each predicate of each subject; IRIs as they are, blank nodes as `_:` and a label."""
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        found[key_of(triple.subject)][triple.predicate.value].append(triple.object)
    return {s: {p: tuple(values) for p, values in about.items()} for s, about in found.items()}


def key_of(term: Term) -> str:
    """What stands for a node in mappings."""
    return term.value if isinstance(term, NamedNode) else str(term)


def _shape(described: Described, node: str, name: str) -> Shape:
    about = {p.removeprefix(_SH): v for p, v in described.get(node, {}).items() if p.startswith(_SH)}
    known = _NUMBERS | _TERMS | _LISTS | _FLAGS | _DESCRIPTIVE
    if unknown := sorted(about.keys() - known):
        raise OntologyError(f"The shape {name} uses sh:{unknown[0]}, which graph.conformance does not know.")

    def within(parameter: str) -> tuple[Shape, ...]:
        return tuple(_shape(described, key_of(inner), name) for inner in about.get(parameter, ()))

    alternatives = [member for head in about.get("or", ()) for member in _items(described, head)]
    severity = next((key_of(v) for v in about.get("severity", ())), _SH + "Violation")
    return Shape(
        name,
        _path(described, about.get("path", ())),
        severity.removeprefix(_SH).lower(),
        next((v.value for v in about.get("message", ()) if isinstance(v, Literal)), ""),
        tuple((p, int(v.value)) for p in sorted(_NUMBERS & about.keys()) for v in about[p] if isinstance(v, Literal)),
        tuple((p, v) for p in sorted(_TERMS & about.keys()) for v in about[p]),
        tuple((p, _items(described, about[p][0])) for p in sorted(_LISTS & about.keys())),
        frozenset(p for p in _FLAGS & about.keys() if Literal(True) in about[p]),
        within("property"),
        tuple(_shape(described, key_of(member), name) for member in alternatives),
        within("not"),
        within("qualifiedValueShape"),
        tuple(sorted(key_of(v) for v in about.get("targetClass", ()))),
        tuple(sorted(key_of(v) for v in about.get("targetSubjectsOf", ()))),
    )


def _path(described: Described, stated: tuple[Term, ...]) -> str:
    if not stated or isinstance(stated[0], NamedNode):
        return key_of(stated[0]) if stated else ""
    inverse = described[key_of(stated[0])].get(_SH + "inversePath", ())
    if len(inverse) != 1 or not isinstance(inverse[0], NamedNode):
        raise OntologyError("A path of a shape is neither a property nor the inverse of one.")
    return f"^{inverse[0].value}"


def _items(described: Described, head: Term) -> tuple[Term, ...]:
    found: list[Term] = []
    node = key_of(head)
    while node != _NIL:
        found.extend(described[node][RDF + "first"])
        node = key_of(described[node][RDF + "rest"][0])
    return tuple(found)
