"""List what of the ontology nothing uses: `python scripts/unused_terms.py [GRAPH.ttl ...]`; exit code 1 if any.

A class, property or code is used by a fact of a built graph, by a fixture of the tests or by a question of the
library; a class also through a class under it, the inverse of an edge through the edge. A shape or check is used by a
fixture that breaks it. The bundled digest and the invented reports of the tests are built for it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from customs_kg.graph.crosschecks import load_checks
from customs_kg.graph.shacl import data_shapes, ontology_shapes
from customs_kg.graph.turtle import read_triples
from customs_kg.knowledge_graph import KnowledgeGraph
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import CK, CKT
from customs_kg.ontology.vocabulary import Terms, load_terms

ROOT = Path(__file__).resolve().parents[1]
_NAME = re.compile(r"\b(ckt?):([A-Za-z][\w-]*)")
_IN_PYTHON = re.compile(r'\b(CKT?) \+ "([A-Za-z][\w-]*)"')
_SHAPE = re.compile(r"^cks:(\w+) a sh:NodeShape", re.MULTILINE)
_BASES = {"ck": CK, "ckt": CKT, "CK": CK, "CKT": CKT}


def unused_terms(graphs: Iterable[Sequence[Triple]]) -> list[str]:
    """The IRIs of classes, properties and codes that nothing uses, sorted."""
    terms = load_terms()
    used = {node.value for graph in graphs for triple in graph for node in triple if isinstance(node, NamedNode)}
    used |= _named_in_fixtures() | _named_in_questions()
    used |= {CK + "ControlledTerm"} if used & terms.codes.keys() else set()
    known = [*terms.classes, *terms.properties, *terms.codes]
    return sorted(iri for iri in known if iri.startswith((CK, CKT)) and not _is_used(terms, iri, used))


def unused_shapes() -> list[str]:
    """The names of shapes, checks and hygiene queries that no fixture breaks, sorted."""
    texts = (*data_shapes().values(), *ontology_shapes().values())
    names = {name for text in texts for name in _SHAPE.findall(text)}
    names |= {check.name for check in load_checks()}
    names |= {path.rsplit("/", 1)[-1].removesuffix(".rq") for path in ontology_files("hygiene", ".rq")}
    fixtures = "".join(path.read_text(encoding="utf-8") for path in _test_files(".py"))
    return sorted(name for name in names if f'"{name}"' not in fixtures)


def _is_used(terms: Terms, iri: str, used: set[str]) -> bool:
    if iri in terms.classes:
        return not used.isdisjoint(terms.subclasses(iri))
    if iri in terms.properties:
        return not used.isdisjoint({iri, terms.properties[iri].inverse or iri})
    return iri in used


def _named_in_fixtures() -> set[str]:
    turtle = {_BASES[p] + name for path in _test_files(".ttl") for p, name in _NAME.findall(path.read_text("utf-8"))}
    python = {
        _BASES[p] + name
        for path in _test_files(".py")
        if "graph" in path.parts or "queries" in path.parts
        for p, name in _IN_PYTHON.findall(path.read_text("utf-8"))
    }
    return turtle | python


def _named_in_questions() -> set[str]:
    paths = (ROOT / "queries").rglob("*.rq")
    return {_BASES[p] + name for path in paths for p, name in _NAME.findall(path.read_text(encoding="utf-8"))}


def _test_files(suffix: str) -> list[Path]:
    return sorted((ROOT / "tests").rglob(f"*{suffix}"))


def _graphs(files: Sequence[str]) -> Iterator[Sequence[Triple]]:
    for file in files:
        yield read_triples(Path(file).read_bytes(), file)
    yield KnowledgeGraph.build().triples
    for report in sorted((ROOT / "tests" / "reports").glob("*.txt")):
        yield KnowledgeGraph.build(report).triples


def main(files: Sequence[str]) -> int:
    """Print what is unused, a line each."""
    found = [f"term {iri}" for iri in unused_terms(_graphs(files))] + [f"shape {name}" for name in unused_shapes()]
    print("\n".join(found) if found else "every term, shape and check is used")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
