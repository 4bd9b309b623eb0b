"""The written page: self-contained, inert, and the same on every build. What it does in a browser: page_browser/."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from customs_kg.graph.page import write_page
from customs_kg.graph.page_script import join_modules
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import write_turtle
from customs_kg.graph.view import build_view
from customs_kg.ontology.errors import OntologyError
from tests.graph.hostile import PAYLOADS, hostile_facts
from tests.graph.made_up import made_up_facts
from tests.graph.sample import TEXT, sample_facts

PAGE = files("customs_kg.graph").joinpath("page")
MODULES = {
    entry.name.removesuffix(".js"): entry.read_text(encoding="utf-8")
    for entry in PAGE.iterdir()
    if entry.name.endswith(".js")
}


class _Reader(HTMLParser):
    """Elements with their attributes, and the text of scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.raw and self.elements and self.elements[-1][0] in ("script", "style"):
            tag, attrs, text = self.raw[-1]
            self.raw[-1] = (tag, attrs, text + data)

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", {}))


def _read(page: bytes) -> _Reader:
    reader = _Reader()
    reader.feed(page.decode("utf-8"))
    return reader


def _block(page: bytes, name: str) -> dict[str, object]:
    text = next(text for _, attrs, text in _read(page).raw if attrs.get("id") == name)
    value = json.loads(text)
    if isinstance(value, str):
        value = json.loads(gzip.decompress(base64.b64decode(value)))
    assert isinstance(value, dict)
    return value


@pytest.fixture(scope="module")
def page() -> bytes:
    return write_page(build_view([sample_facts()]))


@pytest.fixture(scope="module")
def hostile() -> bytes:
    return write_page(build_view([hostile_facts()]))


def test_it_is_a_whole_document(page: bytes) -> None:
    text = page.decode("utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>Ruritania Customs annual report 2020</title>" in text


def test_it_asks_nothing_of_anywhere(page: bytes) -> None:
    for tag, attrs in _read(page).elements:
        assert not {"src", "srcset", "action", "data", "poster"} & set(attrs), tag
        assert tag != "link"
        assert (attrs.get("href") or "#").startswith("#"), tag
    assert not re.search(rb"url\(|@import", PAGE.joinpath("page.css").read_bytes())


def test_the_policy_allows_exactly_its_scripts_and_styles(page: bytes) -> None:
    reader = _read(page)
    policy = next(a["content"] for t, a in reader.elements if t == "meta" and a.get("http-equiv"))
    hashes = {
        "script": [_hash(text) for tag, attrs, text in reader.raw if tag == "script" and "type" not in attrs],
        "style": [_hash(text) for tag, _, text in reader.raw if tag == "style"],
    }
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == hashes["script"]
    assert rules["style-src"].split() == hashes["style"]
    assert len(hashes["script"]) == 2


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode()}'"


def test_no_inline_handler_and_no_inline_style(hostile: bytes) -> None:
    for _, attrs in _read(hostile).elements:
        assert not [name for name in attrs if name.startswith("on") or name == "style"]


def test_markup_in_names_adds_no_element(page: bytes, hostile: bytes) -> None:
    tags = [tag for tag, _ in _read(hostile).elements if tag in ("script", "img", "svg", "style", "iframe")]
    assert tags == [tag for tag, _ in _read(page).elements if tag in ("script", "img", "svg", "style", "iframe")]


def test_markup_in_names_arrives_as_text(hostile: bytes) -> None:
    things = _table(_block(hostile, "kg")["things"])
    labels = " ".join(str(thing["label"]) for thing in things)
    assert all(payload in labels for payload in PAYLOADS)


def _table(table: object) -> list[dict[str, object]]:
    assert isinstance(table, dict)
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def test_every_statement_is_in_the_data_and_in_the_page_without_scripts(page: bytes) -> None:
    facts = sample_facts()
    data = _block(page, "kg")
    sizes = [len(_table(data[name])) for name in ("things", "facts", "figures", "actions")]
    assert sizes == [len(facts.entities), len(facts.claims), len(facts.observations), len(facts.actions)]
    text = page.decode("utf-8")
    plain = text[text.index("<noscript>") : text.index("</noscript>")]
    assert plain.count("<dd>") == sum(sizes[1:])
    assert "Rudolf &#34;Red&#34; O&#39;Hara trained all dog handlers in Ruritania." in plain


def test_pyvis_holds_every_thing_and_every_link(page: bytes) -> None:
    network = _block(page, "kg-network")
    nodes, edges, options = network["nodes"], network["edges"], network["options"]
    assert isinstance(nodes, list)
    assert isinstance(edges, list)
    assert isinstance(options, dict)
    assert [node["id"] for node in nodes] == list(range(14))
    assert all("x" in node and "y" in node and "title" not in node for node in nodes)
    assert options["physics"] == {"enabled": False}
    pairs = [(edge["from"], edge["to"]) for edge in edges]
    assert len(pairs) > len(set(pairs)), "several links between the same two things must all be there"
    assert any(edge["dashes"] for edge in edges)


def test_the_turtle_inside_is_the_graph(page: bytes) -> None:
    packed = _block(page, "kg")["turtle"]
    assert isinstance(packed, str)
    assert gzip.decompress(base64.b64decode(packed)) == write_turtle(report_triples(sample_facts()))


def test_two_builds_give_the_same_bytes(page: bytes) -> None:
    assert write_page(build_view([sample_facts()])) == page


def test_marks_count_as_scripts_count() -> None:
    facts = sample_facts()
    shifted = TEXT.replace("Trade value:", "😀 Trade value:")
    start = shifted.index("Trade value: BHD 4.23 billion")
    figure = replace(facts.observations[1], evidence=(type(facts.observations[1].evidence[0])(start, start + 29),))
    view = build_view([replace(facts, text=replace(facts.text, text=shifted), observations=(figure,))])
    data = _block(write_page(view), "kg")
    marks = _table(data["figures"])[0]["marks"]
    assert isinstance(marks, list)
    at, start, end = marks[0]
    sentence = str(_table(data["sentences"])[at]["text"])
    units = sentence.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "Trade value: BHD 4.23 billion"


@pytest.mark.parametrize("things", [0, 1, 2])
def test_few_things_and_none(things: int) -> None:
    page = write_page(build_view([made_up_facts(things)]))
    assert len(_table(_block(page, "kg")["things"])) == max(things, 1)


def test_no_report_at_all() -> None:
    assert write_page(build_view([])).startswith(b"<!DOCTYPE html>")


def test_our_code_and_the_page_keep_their_weight(page: bytes) -> None:
    assert len(join_modules(MODULES, "main").encode()) <= 121_000
    assert len(write_page(build_view([made_up_facts(900)]))) <= 1_500_000
    assert len(page) <= 700_000


@pytest.mark.parametrize("name", sorted(MODULES))
def test_modules_never_parse_markup_or_reach_out(name: str) -> None:
    banned = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|WebSocket"
    )
    assert not re.search(banned, MODULES[name])
    assert MODULES[name].startswith("/**"), "each module says what it is for"


# Modules into one script.


def test_what_is_needed_comes_first_and_once() -> None:
    script = join_modules(
        {
            "main": 'import { b } from "./b.js";\nimport { a as first } from "./a.js";\nb(first);\n',
            "a": "export const a = 1;\n",
            "b": 'import { a } from "./a.js";\nexport function b(x) {\n  return a + x;\n}\n',
        },
        "main",
    )
    assert script.index("$a = ") < script.index("$b = ") < script.index("$main = ")
    assert script.count("const $a = ") == 1
    assert "const{a:first}=$a;" in script
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)


@pytest.mark.parametrize(
    ("modules", "reason"),
    [
        ({"main": 'import { a } from "./a.js";\n', "a": 'import { m } from "./main.js";\n'}, "circle"),
        ({"main": 'import { a } from "./a.js";\n'}, "no module a.js"),
        ({"main": "export default 1;\n"}, "cannot join"),
        ({"main": 'import * as a from "./a.js";\n', "a": ""}, "cannot join"),
        ({"main": "const text = `one\n  two`;\n"}, "more than one line"),
    ],
)
def test_what_cannot_be_joined_is_said(modules: dict[str, str], reason: str) -> None:
    with pytest.raises(OntologyError, match=reason):
        join_modules(modules, "main")


def test_what_only_readers_need_stays_behind() -> None:
    text = """/** What it is. */
const a = /** @type {number} */ (1); // a note

/**
 * @param {number} x
 */
function f(x) {
  return `${x} // no note`;
}
"""
    script = join_modules({"main": text}, "main")
    assert "\nconst a=(1);\nfunction f(x){\nreturn `${x} // no note`;\n}\n" in script


def test_every_module_of_the_page_is_joined() -> None:
    script = join_modules(MODULES, "main")
    assert all(f"const ${name} = " in script for name in MODULES)


# WCAG contrast of the style sheet's colours, in both themes.


CSS = PAGE.joinpath("page.css").read_text(encoding="utf-8")
THEMES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    for block in re.findall(r":root(?:\[data-theme=\"dark\"\])? \{(.*?)\}", CSS, re.DOTALL)
]


def test_there_are_two_themes_and_dark_is_said_twice_alike() -> None:
    light, dark = THEMES
    system = re.search(r":root:not\(\[data-theme=\"light\"\]\) \{(.*?)\}", CSS, re.DOTALL)
    assert system is not None
    assert dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", system.group(1))) == dark
    assert set(light) == set(dark)


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("paper", ["paper", "card"])
def test_text_and_marks_stand_out(theme: dict[str, str], paper: str) -> None:
    for name in ("ink", "soft", "accent"):
        assert _contrast(theme[name], theme[paper]) >= 4.5, name
    for name in ("agency", "operation", "programme", "agreement", "metric", "other"):
        assert _contrast(theme[name], theme[paper]) >= 3, name


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_text_on_colour_stands_out(theme: dict[str, str]) -> None:
    assert _contrast(theme["accent-ink"], theme["accent"]) >= 4.5
    assert _contrast(theme["ink"], theme["marked"]) >= 4.5
    assert _contrast(theme["warn"], theme["paper"]) >= 4.5
    assert _contrast(theme["ink"], theme["warn-paper"]) >= 4.5


def _contrast(a: str, b: str) -> float:
    bright, dim = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
