"""HTML and Markdown: structure becomes text that the layout step reads as it was meant."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.builders.inputs.html import read_html
from customs_kg.builders.inputs.markdown import read_markdown
from customs_kg.builders.reading.layout import read_blocks
from customs_kg.ontology.errors import InputError


def read(body: str) -> str:
    return read_html(f"<html><head><title>not this</title></head><body>{body}</body></html>", "x.html")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, " ".join(line.text for line in block.lines)) for block in read_blocks(text)]


def test_headings_paragraphs_and_items_keep_their_kind() -> None:
    text = read(
        "<h1>Ruritania Customs</h1><h2>1. Control of the<br>harbour</h2><p>Officers searched two ships.</p>"
        "<ul><li>first thing</li><li>second thing</li></ul><ol start='4'><li>fourth thing</li></ol>"
    )
    assert text.split("\n") == [
        "# Ruritania Customs", "", "## 1. Control of the harbour", "", "Officers searched two ships.", "",
        "  - first thing", "  - second thing", "  4. fourth thing", "",
    ]  # fmt: skip
    assert [kind for kind, _ in kinds(text)] == ["heading", "heading", "paragraph", "item", "item", "item"]


def test_blanks_and_inline_marks_do_not_matter() -> None:
    source = "<p>One\n   <b>bold</b>\t<i>word</i>,&nbsp;then &amp; &lt;more&gt;</p>"
    assert read(source) == "One bold word, then & <more>\n"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('x')</script>", "<style>p {}</style>", "<nav><p>Menu</p></nav>", "<p hidden>x</p>",
        "<p style='display : none'>x</p>", "<div aria-hidden='true'><p>x</p></div>", "<!-- x -->",
        "<template><p>x</p></template>", "<noscript>x</noscript>", "<svg><text>x</text></svg>", "<?php x ?>",
    ],
)  # fmt: skip
def test_what_a_reader_does_not_see_is_left_out(hidden: str) -> None:
    assert read(f"<p>before</p>{hidden}<p>after</p>") == "before\n\nafter\n"


def test_words_after_a_hidden_element_stay() -> None:
    assert read("<p>one <script>x</script>two <!-- y -->three</p>") == "one two three\n"


def test_a_table_keeps_its_columns() -> None:
    text = read(
        "<table><caption>Table 1. Seizures</caption><thead><tr><th></th><th>2018</th><th>2019</th></tr></thead>"
        "<tbody><tr><td>Cigarettes, million</td><td>48.2</td><td>1,155.7</td></tr>"
        "<tr><td>&nbsp;&nbsp;of which by sea</td><td></td><td>9.0</td></tr></tbody></table>"
    )
    assert text == (
        "Table 1. Seizures\n\n"
        "                      2018      2019\n"
        "Cigarettes, million   48.2   1,155.7\n"
        "  of which by sea                9.0\n"
    )
    rows = [block for block in read_blocks(text) if block.kind.value == "table-row"]
    assert [(cell.column, cell.text.text) for cell in rows[0].cells] == [("2018", "48.2"), ("2019", "1,155.7")]
    assert [(cell.column, cell.text.text) for cell in rows[1].cells] == [("2019", "9.0")]


def test_merged_cells_do_not_shift_the_others() -> None:
    text = read(
        "<table><tr><th rowspan=2>Kind</th><th colspan=2>Cases</th></tr><tr><th>2018</th><th>2019</th></tr>"
        "<tr><td>Sea</td><td>1</td><td>22</td></tr></table>"
    )
    assert [line.split() for line in text.strip().split("\n")] == [["Kind", "Cases"], ["Kind", "2018", "2019"],
                                                                  ["Sea", "1", "22"]]  # fmt: skip


def test_a_table_that_only_arranges_a_page_is_prose() -> None:
    left = "<td><h2>Left</h2><p>Words of the left side.</p></td>"
    text = read(f"<table><tr>{left}<td><p>Right side.</p></td></tr></table>")
    assert text == "## Left\n\nWords of the left side.\n\nRight side.\n"


def test_wrapped_lines_never_begin_with_what_looks_like_a_mark() -> None:
    words = "Seizures rose from 9 to 12. In the year before they had been 15. Then came - as said - A. B. Smith * o"
    for start in range(60):
        text = read(f"<p>{'x' * (start + 1)} {words} {words}</p>")
        assert {kind for kind, _ in kinds(text)} == {"paragraph"}, text
        assert " ".join(text.split()) == f"{'x' * (start + 1)} {words} {words}"


def test_preformatted_lines_stay_lines() -> None:
    assert read("<pre>Cases      12\nShips   1,200</pre>") == "Cases      12\nShips   1,200\n"


def test_deep_nesting_is_no_trouble() -> None:
    assert "deep" in read("<div>" * 20_000 + "deep" + "</div>" * 20_000) or read("<div>" * 20_000 + "deep") == ""
    assert "inner" in read("<table><tr><td>" * 60 + "inner" + "</td></tr></table>" * 60)


def test_nothing_is_fetched_and_no_entity_is_read_from_a_file() -> None:
    text = read_html(
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>a &x; b</p></body></html>', "x.html"
    )
    assert text.split()[0] in ("a", "]>")
    assert "etc" not in text


@given(st.text(alphabet=st.sampled_from("<>/ abtdrlih1\"='&;\n-!"), max_size=200))
def test_any_tags_give_text(source: str) -> None:
    assert isinstance(read_html(source, "x.html"), str)


def test_markdown_reads_as_its_html() -> None:
    source = (
        "---\ntitle: not this\n---\n# Report\n\nIt *rose* by\n[a link](http://example.org) twice.\n\n* one\n* two\n\n"
        "| | 2018 |\n|---|---:|\n| Cases | 12 |\n"
    )
    assert read_markdown(source, "x.md").split("\n") == [
        "# Report", "", "It rose by a link twice.", "", "  - one", "  - two", "", "        2018", "Cases     12", "",
    ]  # fmt: skip


def test_a_rule_in_markdown_is_no_front_matter() -> None:
    assert read_markdown("Words.\n\n---\n\nMore words.\n", "x.md") == "Words.\n\nMore words.\n"


@pytest.mark.parametrize(("module", "reader", "extra"), [("lxml", read_html, "html"),
                                                         ("markdown_it", read_markdown, "markdown")])  # fmt: skip
def test_without_its_library_the_extra_is_named(
    module: str, reader: object, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"^x\.y is .*, which needs an extra: .*'customs-kg\[{extra}\]'\.$"):
        reader("<p>x</p>", "x.y")  # type: ignore[operator]
