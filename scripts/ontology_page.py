"""Write docs/ontology.html, the page of the ontology, by pyLODE: `python scripts/ontology_page.py`.

The page opens offline: style, icon and diagram are inside. To the classes and properties that pyLODE explains this
script adds the diagram of the main classes, the code lists and the units.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from ontology_diagram import draw

from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CKT
from customs_kg.ontology.vocabulary import CodeTerm, load_terms

TARGET = Path(__file__).resolve().parents[1] / "docs" / "ontology.html"
_CLASSES = '<div class="section" id="classes">'
_NAMESPACES = '<div id="namespaces">'
_CONTENTS = '<a href="#namespaces">Namespaces</a>'


class _Sorted(set[object]):
    """A set with an order."""

    def __iter__(self) -> Iterator[object]:
        return iter(sorted(super().__iter__(), key=str))


def page() -> str:
    """The page as HTML: the same text for the same ontology."""
    import pylode.utils  # type: ignore[import-untyped]
    from pylode.profiles.ontpub import OntPub  # type: ignore[import-untyped]
    from rdflib import Graph

    # pyLODE lists the classes of a union from a set, in another order each time.
    setattr(pylode.utils, "set", _Sorted)  # noqa: B010 (the module has no such name for a type checker)
    logging.getLogger().setLevel(logging.WARNING)  # pyLODE tells each step at INFO
    graph = Graph().parse(data=read_ontology_file("customs-kg.ttl"), format="turtle")
    written = str(OntPub(graph).make_html())
    diagram = f'<div class="section" id="diagram"><h2>Main Classes</h2>{draw()}</div>'
    added = ((_CLASSES, diagram), (_NAMESPACES, _codes()))
    for place, content in added:
        if written.count(place) != 1:
            raise SystemExit(f"pyLODE's page has no single {place}: mend scripts/ontology_page.py")
        written = written.replace(place, f"{content}\n{place}")
    written = written.replace(_CONTENTS, f'<a href="#codes">Code Lists and Units</a></h4></li><li><h4>{_CONTENTS}')
    return "\n".join(line.rstrip() for line in written.splitlines()) + "\n"


def _codes() -> str:
    terms = load_terms()
    listed = sorted(terms.codes.values(), key=lambda code: (code.scheme, code.iri))
    tables = [_table(scheme.removeprefix(CKT), list(codes)) for scheme, codes in groupby(listed, lambda c: c.scheme)]
    units = [unit for unit in terms.units.values() if unit.iri.startswith(CKT)]
    return "\n".join(
        ['<div class="section" id="codes"><h2>Code Lists and Units</h2>', *tables, _table("unit", units), "</div>"]
    )


def _table(name: str, codes: list[CodeTerm]) -> str:
    rows = "\n".join(
        f"<tr><td><code>ckt:{escape(code.iri.removeprefix(CKT))}</code></td><td>{escape(code.label)}</td>"
        f"<td>{escape(code.definition)}</td></tr>"
        for code in codes
    )
    return f'<h3 id="code-{name}">{escape(name.replace("-", " "))}</h3><table>\n{rows}\n</table>'


def main() -> int:
    """Write the page."""
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote docs/{TARGET.name}, {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
