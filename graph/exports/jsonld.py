"""JSON-LD 1.1 with the context of the project inside, so that it reads offline: flat, or framed by thing.

Numbers are strings with their type in the context, so that every literal keeps its lexical form.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.graph.index import GraphIndex
from customs_kg.graph.turtle import sort_triples
from customs_kg.ontology.context import Context, load_context
from customs_kg.ontology.iris import CK, OA, RDF, XSD

Node = dict[str, Any]
_ACTIONS = ("Accomplishment", "Commitment")


def write_jsonld(triples: Iterable[Triple]) -> bytes:
    """Every node once, sorted, its properties by their short names."""
    nodes = _Nodes(triples)
    return _document([nodes.node(subject) for subject in nodes.subjects])


def write_framed_jsonld(triples: Iterable[Triple]) -> bytes:
    """The things first, each with what is stated of it nested in it, down to the words of the report.

    A claim stands with its subject (`claims`), a figure with its indicator (`figures`), a result or plan with
    the first thing it acts on (`actions`) or else with its actor (`ownActions`); each of them holds the words that
    prove it. What belongs to no thing follows: the report, its text, its sections, periods. The triples are those
    of the graph.
    """
    found = list(triples)
    nodes, index = _Nodes(found), GraphIndex(found)
    frame = _Frame(nodes, _nested(index))
    things = [frame.write(thing) for thing in index.things()]
    rest = [frame.write(subject) for subject in nodes.subjects if subject not in frame.written]
    return _document([*things, *rest])


def _document(nodes: Sequence[Node]) -> bytes:
    document = {"@context": load_context(), "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class _Nodes:
    """Triples as JSON-LD nodes, one at a time."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._names = _Names(load_context())
        self._said: dict[str, list[Triple]] = defaultdict(list)
        for triple in sort_triples(triples):
            self._said[_name(triple.subject)].append(triple)
        self.subjects = list(self._said)

    def iri(self, iri: str) -> str:
        return self._names.iri(iri)

    def node(self, subject: str, write: Callable[[str], Any] | None = None, expand: Sequence[str] = ()) -> Node:
        """The node of a subject; objects of the properties in `expand` are given by `write`."""
        values: dict[str, list[Any]] = defaultdict(list)
        for triple in self._said[subject]:
            predicate, target = triple.predicate.value, triple.object
            if predicate == RDF + "type" and isinstance(target, NamedNode):
                values["@type"].append(self._names.term(target.value))
            elif write and predicate in expand and isinstance(target, NamedNode):
                values[self._names.term(predicate)].append(write(target.value))
            else:
                key, value = self._names.value(predicate, target)
                values[key].append(value)
        ordered = {key: found[0] if len(found) == 1 else found for key, found in values.items()}
        return {"@id": self._names.iri(subject), **ordered}

    def describes(self, iri: str) -> bool:
        return iri in self._said


class _Frame:
    """Writes nodes with what hangs on them inside them."""

    _INSIDE = (CK + "evidence", CK + "hasTarget", OA + "hasSelector")

    def __init__(self, nodes: _Nodes, nested: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._nodes = nodes
        self._nested = nested
        self.written: set[str] = set()

    def write(self, subject: str) -> Any:
        """The node with its claims, figures and actions; its IRI alone when it has no triples."""
        if not self._nodes.describes(subject):
            return {"@id": self._nodes.iri(subject)}
        self.written.add(subject)
        node = self._nodes.node(subject, self._inside, self._INSIDE)
        for name, members in self._nested.get(subject, {}).items():
            node[name] = [self.write(member) for member in members]
        return node

    def _inside(self, subject: str) -> Any:
        written = self.write(subject)
        return written["@id"] if written.keys() == {"@id"} else written


def _nested(index: GraphIndex) -> dict[str, dict[str, list[str]]]:
    """By thing and name of the backward property: the assertions that are written inside the thing."""
    nested: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in index.instances(CK + "Claim"):
        nested[index.value(claim, RDF + "subject")]["claims"].append(claim)
    for figure in index.instances(CK + "Observation", CK + "DerivedObservation"):
        nested[index.value(figure, CK + "ofIndicator")]["figures"].append(figure)
    for action in index.instances(*(CK + name for name in _ACTIONS)):
        thing, name = index.value(action, CK + "actsOn"), "actions"
        if not thing:
            thing, name = index.value(action, CK + "actor"), "ownActions"
        nested[thing][name].append(action)
    return nested


class _Names:
    """IRIs and values in the words of a context."""

    def __init__(self, context: Context) -> None:
        spaces = {n: v for n, v in context.items() if isinstance(v, str) and v.endswith(("/", "#"))}
        self._spaces = sorted(spaces.items(), key=lambda item: (-len(item[1]), item[0]))
        self._terms: dict[str, str] = {}
        self._definitions: dict[str, Mapping[str, str]] = {}
        for name, meaning in context.items():
            short = meaning.get("@id", "") if isinstance(meaning, dict) else str(meaning)
            if name.startswith("@") or name in spaces or not short:
                continue
            prefix, _, local = short.partition(":")
            iri = f"{spaces[prefix]}{local}"
            self._terms[iri] = name
            self._definitions[iri] = meaning if isinstance(meaning, dict) else {}

    def iri(self, iri: str) -> str:
        """A compact IRI where a prefix fits."""
        for prefix, space in self._spaces:
            rest = iri.removeprefix(space)
            if rest != iri and not rest.startswith("//"):
                return f"{prefix}:{rest}"
        return iri

    def term(self, iri: str) -> str:
        """The short name of a class or property, or its compact IRI."""
        return self._terms.get(iri) or self.iri(iri)

    def value(self, predicate: str, target: object) -> tuple[str, Any]:
        """The key and the value of one triple."""
        wanted = self._definitions.get(predicate, {})
        if isinstance(target, Literal):
            plain = target.language or target.datatype.value == XSD + "string"
            datatype = "" if plain else self.iri(target.datatype.value)
            kind = {"@language": target.language} if target.language else {"@type": datatype} if datatype else {}
            value, whole = target.value, {"@value": target.value, **kind}
        else:
            value, kind = self.iri(_name(target)), {"@type": "@id"}
            whole = {"@id": value}
        expected = {key: word for key, word in wanted.items() if key != "@id"}
        if expected == kind:
            return self.term(predicate), value
        # A term that says what its values are can hold no others: they go under the property's IRI.
        key = self.iri(predicate) if expected else self.term(predicate)
        return key, whole if kind else value


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
