"""Write which questions, shapes, checks and rules use each term: `python scripts/term_usage.py`.

The result, ontology/usage/terms.ttl, says it in Turtle by dcterms:isReferencedBy; the page of the ontology shows it. A
term counts as used where its name stands, messages of shapes apart. A class that stands nowhere is used through one
above it, or under it: what is asked of those is asked of it too. A property between things that stands nowhere is used
through ck:Claim: the rules on claims hold for each property that a claim names.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from customs_kg.ontology.files import ontology_files, read_ontology_file
from customs_kg.ontology.iris import BASE, CK, DCTERMS, PREFIXES, RDFS
from customs_kg.ontology.statements import Statements
from customs_kg.ontology.vocabulary import load_terms
from customs_kg.queries.library import list_questions

TARGET = Path(__file__).resolve().parents[1] / "ontology" / "usage" / "terms.ttl"
_NAME = re.compile(r"\bck:([A-Za-z]\w*)")
_MESSAGE = re.compile(r'sh:message "(?:[^"\\]|\\.)*"@en')
_SHAPE = re.compile(r"^cks:(\w+) a sh:NodeShape.*?^(?=cks:|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class User:
    """A question, shape, check or rule; `said` is its question or its comment."""

    kind: str
    name: str
    said: str = ""

    @property
    def iri(self) -> str:
        """Its IRI, under the base of the project."""
        return f"{BASE}{self.kind}/{self.name}"


@dataclass(frozen=True, slots=True)
class Usage:
    """Who uses a term. `through` is the local name of another term, where the term itself stands nowhere."""

    users: tuple[User, ...]
    through: str = ""


@cache
def term_usage() -> Mapping[str, Usage]:
    """The IRI of each class and property of the ontology to its use, sorted."""
    direct: dict[str, set[User]] = {}
    for user, text in _texts():
        for name in _NAME.findall(text):
            direct.setdefault(CK + name, set()).add(user)
    terms = load_terms()
    own = sorted(iri for iri in (*terms.classes, *terms.properties) if iri.startswith(CK))
    return {iri: _usage(direct, iri) for iri in own}


def _usage(direct: Mapping[str, set[User]], iri: str) -> Usage:
    for used in (iri, *_nearby(iri)):
        if used in direct:
            users = [user for user in direct[used] if used == iri or used != CK + "Claim" or user.kind != "question"]
            return Usage(tuple(sorted(users)), "" if used == iri else used.removeprefix(CK))
    return Usage(())


def _nearby(iri: str) -> list[str]:
    """Terms by which one is used as well, the nearest first."""
    terms = load_terms()
    if iri in terms.properties:
        return [CK + "Claim"] if terms.properties[iri].is_object else []
    said = Statements.read({"customs-kg.ttl": read_ontology_file("customs-kg.ttl")})
    found: list[str] = []
    waiting = [iri]
    while waiting:
        above = [cls for cls in said.all(waiting.pop(0), RDFS + "subClassOf") if cls.startswith(CK)]
        found.extend(above)
        waiting.extend(above)
    return [*found, *terms.subclasses(iri)]


def _texts() -> Iterator[tuple[User, str]]:
    """Everything that may use a term, with its text."""
    for question in list_questions():
        yield User("question", question.name, f"CQ {question.number:02}. {question.text}"), question.sparql
    for text in ontology_files("shapes").values():
        yield from ((User("shape", shape[1]), shape[0]) for shape in _SHAPE.finditer(_MESSAGE.sub("", text)))
    for folder, kind in (("checks", "check"), ("rules", "rule")):
        for path, text in ontology_files(folder, ".rq").items():
            yield User(kind, Path(path).stem), text


def write_usage() -> str:
    """The Turtle of the usage of all terms."""
    usage = term_usage()
    lines = [
        "# Written by scripts/term_usage.py: the questions, shapes, checks and rules that use each term.",
        f"@prefix ck: <{CK}> .",
        f"@prefix dcterms: <{DCTERMS}> .",
        f"@prefix rdfs: <{RDFS}> .",
        f"@prefix skos: <{PREFIXES['skos']}> .",
    ]
    lines += [f"@prefix {kind}: <{BASE}{kind}/> ." for kind in ("check", "question", "rule", "shape")]
    lines.append("")
    for iri, used in usage.items():
        users = " ,\n        ".join(f"{user.kind}:{user.name}" for user in used.users)
        note = f' ;\n    skos:editorialNote "Used through {used.through}."@en' if used.through else ""
        lines.append(f"ck:{iri.removeprefix(CK)} dcterms:isReferencedBy {users}{note} .")
    said = sorted({user for used in usage.values() for user in used.users if user.said})
    lines += [""] + [f'question:{user.name} rdfs:label "{user.said}"@en .' for user in said]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the file."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(write_usage(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET.name}: {len(term_usage())} terms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
