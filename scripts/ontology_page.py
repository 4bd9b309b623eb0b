"""Write docs/ontology.html, the page of the ontology, by pyLODE: `python scripts/ontology_page.py`.

The page opens offline: style, icon and diagram are inside. To the classes and properties that pyLODE explains this
script adds the diagram of the main classes, the code lists and the units, and for each term the questions and rules
that use it. What every term says alike (that this ontology defines it) is left out, and the style is made denser.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from ontology_diagram import draw
from term_usage import Usage, User, term_usage

from customs_kg.ontology.files import read_ontology_file
from customs_kg.ontology.iris import CKT
from customs_kg.ontology.vocabulary import CodeTerm, load_terms

TARGET = Path(__file__).resolve().parents[1] / "docs" / "ontology.html"
_CLASSES = '<div class="section" id="classes">'
_NAMESPACES = '<div id="namespaces">'
_TERM = re.compile(r'<div class="property entity" id="[^"]+">.*?</table>', re.DOTALL)
_IRI = re.compile(r"<code>([^<]+)</code>")
_DEFINED_BY = re.compile(r"\s*<tr>\s*<th>\s*<a [^>]*#isDefinedBy.*?</tr>", re.DOTALL)
_REPOSITORY = {"question": "../queries/{}.rq", "check": "../ontology/checks/{}.rq", "rule": "../ontology/rules/{}.rq"}
_STYLE = """<style>
    body { padding: 1.5em 2em 2em; line-height: 1.4 }
    #pylode { display: none }
    #content { width: auto !important; margin-right: 0 !important; overflow-wrap: anywhere }
    .entity sup { color: inherit !important; font-size: .7em; opacity: .6 }
    #toc { border-width: 0 0 0 1px; border-color: #b8c4d4 }
    h1, h2, h3 { background: transparent }
    #content { max-width: 62em }
    .entity { border: 0; border-top: 1px solid #b8c4d4; margin: 0; padding: .8em 0 1.2em }
    .entity h3 { border: 0; margin: 0 0 .3em; padding: 0 }
    .entity table { border-spacing: 0 }
    .entity th, .entity td { padding: .15em .8em .15em 0; vertical-align: top }
    .entity th { width: 9.5em; font-weight: normal }
    .entity td p, .entity td pre, .entity td ul { margin: 0 }
    .entity td pre { font: inherit; font-style: italic; white-space: normal }
    .entity td ul, #classes .entity td ul { padding: 0; list-style: none }
    .entity td ul li, #classes .entity td ul li { display: inline-block; margin: 0 1em 0 0 }
    .entity th .hover_property { color: #444; font-weight: normal; text-decoration: none; border: 0 }
    #diagram svg { max-width: 100%; height: auto }
    #codes table { border-spacing: 0 }
    #codes td { padding: .15em 1em .15em 0; vertical-align: top }
    dd { margin-bottom: 4px; padding-top: 2px }
    .through { color: #555 }
    @media (min-width: 70em) { body { padding-right: 16em } }
    @media (max-width: 69.99em) {
        #toc { position: static; width: auto; height: auto; max-height: 16em; border-width: 1px 0 0 }
    }
    @media (prefers-color-scheme: dark) {
        body, #toc { background: #14181f; color: #dfe5ec }
        h1, h2, h3, h4 { color: #8fc4ff }
        :link { color: #8fb8ff } :visited { color: #c3a6ff } code { color: #ffb0a0 }
        .entity th .hover_property, .through { color: #aab4c0 }
        #diagram svg { background: #fff }
    }
</style>
"""
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
    written = _TERM.sub(lambda block: _with_usage(block[0]), written).replace("</head>", f"{_STYLE}</head>", 1)
    written = written.replace(_CONTENTS, f'<a href="#codes">Code Lists and Units</a></h4></li><li><h4>{_CONTENTS}')
    return "\n".join(line.rstrip() for line in written.splitlines()) + "\n"


def _with_usage(block: str) -> str:
    """The description of a term in HTML with a row that tells what uses it."""
    found = _IRI.search(block)
    usage = term_usage().get(found[1]) if found else None
    if usage is None:
        return block
    row = f"<tr><th>Used By</th><td>{_users(usage)}</td></tr>\n"
    return _DEFINED_BY.sub("", block).replace("</table>", f"{row}</table>")


def _users(usage: Usage) -> str:
    through = f' <span class="through">(through {escape(usage.through)})</span>' if usage.through else ""
    return ", ".join(_user(user) for user in usage.users) + through


def _user(user: User) -> str:
    name = f"{user.kind} {escape(user.name)}"
    title = f' title="{escape(user.said)}"' if user.said else ""
    place = _REPOSITORY.get(user.kind)
    return f'<a href="{place.format(user.name)}"{title}>{name}</a>' if place else name


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
