"""The triples of some Turtle texts, by subject and predicate, and the line where a term is described."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import RDF

_NIL = RDF + "nil"


@dataclass(frozen=True, slots=True)
class Statements:
    """Triples as strings: IRIs and literal values as they are, blank nodes as `_:` and a label.

    `english` holds the literals without a language and in English only.
    """

    sources: Mapping[str, str]
    objects: Mapping[tuple[str, str], tuple[str, ...]]
    english: Mapping[tuple[str, str], tuple[str, ...]]
    subjects: Mapping[tuple[str, str], tuple[str, ...]]

    @classmethod
    def read(cls, sources: Mapping[str, str]) -> Statements:
        """The statements of these Turtle texts, by file name.

        Raises:
            OntologyError: A text is not Turtle; the message names file and line.
        """
        objects: dict[tuple[str, str], set[str]] = defaultdict(set)
        english: dict[tuple[str, str], set[str]] = defaultdict(set)
        subjects: dict[tuple[str, str], set[str]] = defaultdict(set)
        for triple in (t for name, text in sources.items() for t in parse_turtle(name, text)):
            subject, predicate = _string(triple.subject), triple.predicate.value
            if isinstance(triple.object, Literal):
                if triple.object.language in (None, "en"):
                    english[subject, predicate].add(triple.object.value)
                continue
            objects[subject, predicate].add(_string(triple.object))
            subjects[predicate, _string(triple.object)].add(subject)
        return cls(dict(sources), _sorted(objects), _sorted(english), _sorted(subjects))

    def instances(self, cls: str) -> tuple[str, ...]:
        """The IRIs that are typed with this class itself, sorted."""
        return tuple(s for s in self.subjects.get((RDF + "type", cls), ()) if not s.startswith("_:"))

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The IRIs, blank nodes and English literals that this subject has for a predicate, sorted."""
        key = (subject, predicate)
        return (*self.objects.get(key, ()), *self.english.get(key, ()))

    def one(self, subject: str, predicate: str) -> str | None:
        """The first IRI or blank node of a predicate, or None."""
        return next(iter(self.objects.get((subject, predicate), ())), None)

    def text(self, subject: str, predicate: str) -> str:
        """The first English literal of a predicate, or nothing."""
        return next(iter(self.english.get((subject, predicate), ())), "")

    def items(self, head: str) -> tuple[str, ...]:
        """The members of an RDF list, in order."""
        found: list[str] = []
        node: str | None = head
        while node and node != _NIL:
            found.extend(self.all(node, RDF + "first"))
            node = self.one(node, RDF + "rest")
        return tuple(found)

    def error(self, iri: str, fault: str) -> OntologyError:
        """The error that a term breaks a rule, with the file and line where it is described."""
        name = re.split(r"[#/]", iri)[-1]
        opening = re.compile(rf"^(?:[\w-]*:{re.escape(name)}|<{re.escape(iri)}>)\s", re.MULTILINE)
        for file, text in self.sources.items():
            if found := opening.search(text):
                line = text.count("\n", 0, found.start()) + 1
                return OntologyError(f"ontology/{file}, line {line}: {name} {fault}.")
        return OntologyError(f"<{iri}> {fault}.")


def parse_turtle(name: str, text: str) -> list[Triple]:
    """The triples of one Turtle text.

    Raises:
        OntologyError: It is not Turtle; the message names file and line.
    """
    try:
        return [
            Triple(q.subject, q.predicate, q.object)
            for q in parse(text.encode(), format=RdfFormat.TURTLE, rename_blank_nodes=True)
        ]
    except SyntaxError as error:
        fault = re.sub(r"^Parser error at line .*?: ", "", error.msg)
        raise OntologyError(
            f"ontology/{name}, line {error.lineno}: this is not Turtle ({fault}); mend it or the line before."
        ) from error


def _string(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _sorted(found: Mapping[tuple[str, str], set[str]]) -> dict[tuple[str, str], tuple[str, ...]]:
    return {key: tuple(sorted(values)) for key, values in found.items()}
