"""Writes the graph page: one HTML file that asks nothing of the network.

pyvis holds the things, links and options of the drawing and lends its copy of vis-network; the template,
the styles and the scripts are ours. Names and sentences are untrusted: the template escapes, data go in a
JSON block without `<`, and a Content-Security-Policy allows only scripts and styles whose hashes it holds.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from customs_kg.graph.page_script import join_modules
from customs_kg.graph.passages import Mark
from customs_kg.graph.view_model import Action, Fact, Figure, Kind, View, pairs_of
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import EVIDENCE, ID

if TYPE_CHECKING:
    from pyvis.network import Network  # type: ignore[import-untyped]  # it has none

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_PACKED_FROM = 200_000  # characters of JSON
_SHAPES: Mapping[Kind, str] = {
    Kind.AGENCY: "dot",
    Kind.OPERATION: "star",
    Kind.PROGRAMME: "triangle",
    Kind.AGREEMENT: "diamond",
    Kind.METRIC: "square",
    Kind.OTHER: "dot",
}
_COLOURS: Mapping[Kind, str] = {
    Kind.AGENCY: "#2f6db3",
    Kind.OPERATION: "#8b3fa0",
    Kind.PROGRAMME: "#2c7a4b",
    Kind.AGREEMENT: "#8a6d00",
    Kind.METRIC: "#b3541e",
    Kind.OTHER: "#5b6470",
}


def write_page(view: View) -> bytes:
    """The page of a view, as UTF-8. Equal views give equal bytes.

    Raises:
        OntologyError: The installed pyvis does not carry vis-network where it is expected.
    """
    from jinja2 import DictLoader, Environment

    style, script, library = _asset("page.css"), _script(), _library()
    net = _network(view)
    net.templateEnv = Environment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=DictLoader({"template.html": _asset("template.html")}),
    )
    net.path = "template.html"
    net.templateEnv.filters["block"] = _block
    net.templateEnv.globals["page"] = {
        "policy": _policy(scripts=(library, script), styles=(style,)),
        "style": Markup(style),  # noqa: S704  (our own file)
        "script": Markup(script),  # noqa: S704  (our own files)
        "library": Markup(library),  # noqa: S704  (out of the installed pyvis)
        "data": _block(_data(view)),
        "options": net.options,
        "subtitle": _subtitle(view),
        "plain": _plain_facts(view),
    }
    html: str = net.generate_html()
    return html.encode("utf-8")


def _network(view: View) -> Network:
    """Everything that can be drawn, in pyvis; ids are numbers, and no title is given, as it may be markup."""
    from pyvis.network import Network

    heading = view.sources[0].title if len(view.sources) == 1 else f"{len(view.sources)} customs reports"
    net = Network(directed=True, cdn_resources="in_line", heading=heading)
    net.options = {"physics": {"enabled": False}, "layout": {"improvedLayout": False}}
    for number, thing in enumerate(view.things):
        shape, colour = _SHAPES[thing.kind], _COLOURS[thing.kind]
        net.add_node(number, label=thing.label, shape=shape, color=colour, x=thing.x, y=thing.y)
    for number, (a, b, planned, statement) in enumerate(_links(view)):
        net.add_edge(a, b, id=f"e{number}", dashes=planned, statement=statement)
    return net


def _links(view: View) -> Iterable[tuple[int, int, bool, str]]:
    """What is drawn as a line: from, to, whether only planned, and the id of the statement."""
    for statement in view.statements:
        planned = statement.basis.modality == "planned"
        for a, b in pairs_of(statement):
            if a != b:
                yield a, b, planned, statement.id


def _wording(statement: Fact | Figure | Action) -> str:
    if isinstance(statement, Fact):
        return statement.predicate
    return statement.stated if isinstance(statement, Figure) else statement.action


def _data(view: View) -> dict[str, object]:
    tables: tuple[tuple[str, Sequence[Any]], ...] = (
        ("sources", view.sources),
        ("sections", view.sections),
        ("sentences", view.sentences),
        ("things", view.things),
        ("facts", view.facts),
        ("figures", view.figures),
        ("actions", view.actions),
        ("discrepancies", view.discrepancies),
    )
    texts = [sentence.text for sentence in view.sentences]
    return {
        "base": ID,
        "evidence_base": EVIDENCE,
        "turtle": _pack(view.turtle) if view.turtle else "",
        **{name: _table(rows, texts) for name, rows in tables},
    }


def _table(rows: Sequence[Any], texts: Sequence[str]) -> dict[str, list[Any]]:
    """Dataclasses as column names and rows; a dataclass inside one becomes columns of its own."""
    flat = [_flatten(row, texts) for row in rows]
    return {"columns": list(flat[0]) if flat else [], "rows": [list(row.values()) for row in flat]}


def _flatten(row: Any, texts: Sequence[str]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if is_dataclass(value):
            cells.update(_flatten(value, texts))
        else:
            cells[field.name] = _plain(value, texts)
    return cells


def _plain(value: Any, texts: Sequence[str]) -> Any:
    if isinstance(value, str):
        return value.removeprefix(EVIDENCE)
    if isinstance(value, Mark):
        text = texts[value.passage]
        return [value.passage, _units(text[: value.start]), _units(text[: value.end])]
    return [_plain(one, texts) for one in value] if isinstance(value, tuple) else value


def _units(text: str) -> int:
    """The length in UTF-16 code units, which is how scripts count."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def _block(value: object) -> Markup:
    """JSON that stands in a script element as it is: no `<`, `>` or `&`, ASCII only.

    Long JSON is packed, and stands there as one string.
    """
    text = json.dumps(value, ensure_ascii=True, sort_keys=False, separators=(",", ":"))
    if len(text) > _PACKED_FROM:
        text = json.dumps(_pack(text))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704  (escaped above)


def _pack(text: str) -> str:
    """The text in gzip (no time in it) and base64."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 9, mtime=0)).decode("ascii")


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(_hash(text) for text in scripts)}",
            f"style-src {' '.join(_hash(text) for text in styles)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _asset(name: str) -> str:
    return files("customs_kg.graph").joinpath("page", name).read_text(encoding="utf-8")


def _script() -> str:
    folder = files("customs_kg.graph").joinpath("page")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".js"))
    return _inert(join_modules({name.removesuffix(".js"): _asset(name) for name in names}, "main"))


def _library() -> str:
    """vis-network out of the installed pyvis, without the line that names a source map."""
    try:
        text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyError(f"the installed pyvis has no {_VIS}; install pyvis 0.3.2") from error
    lines = text.replace("\r\n", "\n").split("\n")
    return _inert("\n".join(line for line in lines if not line.startswith("//# sourceMappingURL=")))


def _inert(script: str) -> str:
    """The script, known not to close its own element."""
    if "</script" in script.lower() or "<!--" in script:
        raise OntologyError("a script of the page holds `</script` or `<!--`, which would end its element early")
    return script


def _subtitle(view: View) -> str:
    sources = "; ".join(dict.fromkeys(" · ".join(filter(None, (s.agency, s.period))) for s in view.sources))
    counts = [
        _counted(len(view.things), "thing"),
        _counted(len(view.facts), "relation"),
        _counted(len(view.figures), "figure"),
        _counted(len(view.results), "result"),
        _counted(len(view.plans), "plan"),
    ]
    return f"{sources} · {', '.join(counts)}"


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


def _plain_facts(view: View) -> list[dict[str, Any]]:
    """Every statement in words under the sentence that states it, for a reader without scripts."""
    by_sentence: dict[str, list[str]] = {}
    for statement in view.statements:
        said = dict.fromkeys(view.sentences[mark.passage].text for mark in statement.basis.marks)
        subject, value = _ends(statement, view)
        how = statement.kind if isinstance(statement, Figure) else _wording(statement)
        words = f"{subject} – {how} – {value} ({statement.basis.modality})"
        by_sentence.setdefault(" … ".join(said), []).append(words)
    return [{"sentence": sentence, "facts": facts} for sentence, facts in by_sentence.items()]


def _ends(statement: Fact | Figure | Action, view: View) -> tuple[str, str]:
    if isinstance(statement, Fact):
        return view.things[statement.subject].label, view.things[statement.object].label
    if isinstance(statement, Figure):
        parts = ", ".join(view.things[part].label for part in statement.breakdown)
        name = view.things[statement.indicator].label
        return f"{name} ({parts})" if parts else name, f"{statement.stated}, {statement.period}"
    actors = ", ".join(view.things[actor].label for actor in statement.actors)
    return actors, statement.description
