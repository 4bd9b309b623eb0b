"""Checks that compare many nodes of a graph at once: SPARQL files in ontology/checks that must find nothing.

SHACL would run such a check once for each node (12.6 s on 1,200 claims where one query takes 0.3 s).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store, Triple

from customs_kg.graph.shacl import Finding
from customs_kg.graph.store import store_apart
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import PREFIXES

_HEADER = re.compile(r"# (?P<message>\S.*)\n# Severity: (?P<severity>violation|warning|info)\n")


@dataclass(frozen=True, slots=True)
class Check:
    """A query whose every row is a fault: `?focus` has it, in its `?path`, with `?value`."""

    name: str
    severity: str
    message: str
    query: str


def load_checks() -> tuple[Check, ...]:
    """The checks of the installed ontology, sorted by name.

    Raises:
        OntologyError: A file lacks its header of a sentence and a severity.
    """
    return tuple(_check(name, text) for name, text in ontology_files("checks", ".rq").items())


def cross_check(triples: Iterable[Triple]) -> list[Finding]:
    """What these checks find in a graph: violations first, then by check, node, property and value.

    Raises:
        OntologyError: A check is malformed.
    """
    store = store_apart(triples)
    found = {finding for check in load_checks() for finding in _run(check, store)}
    return sorted(found, key=lambda f: (f.severity != "violation", f.shape, f.focus, f.path, f.value))


def _check(name: str, text: str) -> Check:
    header = _HEADER.match(text)
    if header is None:
        raise OntologyError(
            f'ontology/{name}: begin with "# " and one sentence, then "# Severity: violation" or warning.'
        )
    bare = name.rsplit("/", 1)[-1].removesuffix(".rq")
    return Check(bare, header["severity"], header["message"], text)


def _run(check: Check, store: Store) -> Iterator[Finding]:
    try:
        rows = store.query(check.query, prefixes=PREFIXES)
    except SyntaxError as error:
        raise OntologyError(f"ontology/checks/{check.name}.rq is not SPARQL: {error.msg}") from error
    if not isinstance(rows, QuerySolutions):
        raise OntologyError(f"ontology/checks/{check.name}.rq must be a SELECT query.")
    names = {variable.value for variable in rows.variables}
    for row in rows:
        focus, path, value = (_text(row, name) if name in names else "" for name in ("focus", "path", "value"))
        yield Finding(check.severity, focus, path, check.message, check.name, value)


def _text(row: QuerySolution, name: str) -> str:
    term = row[name]
    return term.value if isinstance(term, NamedNode | Literal) else str(term or "")
