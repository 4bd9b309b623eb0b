"""A text with headings, paragraphs and lists as files of other kinds, made with the libraries that write them."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A `title`, `heading`, `paragraph`, `item` or table `row` of a text, on one line.

    A row has its figure as `value` and says whether it is set deeper than the one it belongs to.
    """

    kind: str
    text: str
    value: str = ""
    deeper: bool = False


def parts_of(text: str) -> list[Part]:
    """The parts of a text in which two blank lines stand before a heading, a dash before an item, dots in a row."""
    parts: list[Part] = []
    for number, match in enumerate(re.finditer(r"(\n*)((?:[^\n]+\n)+)", text)):
        block = match[2].rstrip("\n")
        if re.match(r" +- ", block):
            items = re.split(r"(?:^|\n) +- ", block)[1:]
            parts.extend(Part("item", " ".join(item.split())) for item in items)
        elif " ....." in block:
            rows = [re.split(r" \.{3,} ", line) for line in block.split("\n")]
            parts.extend(Part("row", head.strip(), value, deeper=head.startswith(" ")) for head, value in rows)
        else:
            heading = len(match[1]) >= 2 and len(block) < 60
            parts.append(Part("heading" if heading else "paragraph" if number else "title", " ".join(block.split())))
    return parts


def as_html(parts: Sequence[Part]) -> bytes:
    """A page with a menu, a script and hidden words around the text."""
    body = "".join(_html_of(parts))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A page</title>'
        "<style>p { margin: 0 }</style></head><body><nav><a href='/'>Home page</a></nav><main>"
        f"{body}</main><script>var hidden = 'Customs seized 999 ships in 2016.';</script>"
        "<p hidden>Customs seized 998 ships in 2016.</p></body></html>"
    ).encode()


def _html_of(parts: Sequence[Part]) -> Iterator[str]:
    tags = {"title": "h1", "heading": "h2", "paragraph": "p", "item": "li"}
    around = {"item": "ul", "row": "table"}
    inside = ""
    for part in parts:
        if around.get(part.kind, "") != inside:
            yield f"</{inside}>\n" if inside else ""
            inside = around.get(part.kind, "")
            yield f"<{inside}>\n" if inside else ""
        if part.kind == "row":
            indent = "&nbsp;&nbsp;" * part.deeper
            yield f"<tr><td>{indent}{html.escape(part.text)}</td><td>{html.escape(part.value)}</td></tr>\n"
            continue
        tag = tags[part.kind]
        words = html.escape(part.text).split(" ")
        half = len(words) // 2  # emphasis and line ends in the source change nothing
        yield f"<{tag}>{' '.join(words[:half])}\n  <em>{words[half]}</em> {' '.join(words[half + 1 :])}</{tag}>\n"
    yield f"</{inside}>" if inside else ""


def as_markdown(parts: Sequence[Part]) -> bytes:
    """Markdown with front matter, long lines and escaped marks."""
    marks = {"title": "# ", "heading": "## ", "paragraph": "", "item": "* "}
    lines: list[str] = []
    for before, part in pairwise([Part("", ""), *parts]):
        words = re.sub(r"([*_<`\[|])|^(\d+)\.(?= )", _escaped, part.text)
        if part.kind == "row":
            lines += ["", "| | |", "|---|---|"] if before.kind != "row" else []
            lines.append(f"| {'&nbsp;' * 2 * part.deeper}{words} | {part.value} |")
        else:
            lines += ["", marks[part.kind] + words]
    return ("---\ntitle: A page\n---\n\n" + "\n".join(lines) + "\n").encode()


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\."


def as_docx(parts: Sequence[Part]) -> bytes:
    """A Word document with a running header and words in several runs."""
    import docx

    document: Any = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Annual report"
    table: Any = None
    for part in parts:
        if part.kind == "row":
            table = table or document.add_table(0, 2)
            cells = table.add_row().cells
            cells[0].text, cells[1].text = "  " * part.deeper + part.text, part.value
            continue
        table = None
        if part.kind in ("title", "heading"):
            document.add_heading(part.text, 0 if part.kind == "title" else 1)
            continue
        paragraph = document.add_paragraph(style="List Bullet" if part.kind == "item" else None)
        half = len(part.text) // 2
        paragraph.add_run(part.text[:half])
        paragraph.add_run(part.text[half:]).bold = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(parts: Sequence[Part], columns: int = 1, *, password: str = "") -> bytes:
    """A PDF in A4 with running headers, page numbers and justified text in one or more columns."""
    pdf = _Printed(format="A4")
    pdf.set_auto_page_break(auto=True, margin=25)
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password)  # noqa: S106  (a test)
    pdf.set_margins(20, 28, 20)
    pdf.set_font("Times", size=10)
    pdf.add_page()
    title, *rest = parts
    rows = [part for part in rest if part.kind == "row"]
    over = rest[rest.index(rows[0]) - 1] if rows else None
    pdf.set_font("Times", "B", 18)
    pdf.multi_cell(0, 9, title.text, new_x="LMARGIN", new_y="NEXT")
    pdf.ln(4)
    with pdf.text_columns(ncols=columns, gutter=8, text_align="JUSTIFY", line_height=1.2) as area:
        for part in rest:
            if part is not over and part.kind != "row":
                _print(pdf, area, part)
    if over is not None:
        pdf.add_page()
        pdf.set_font("Times", "B", 13)
        pdf.cell(0, 9, over.text, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Times", size=10)
        for row in rows:
            pdf.set_x(20 + 4 * row.deeper)
            pdf.cell(90 - 4 * row.deeper, 6, row.text)
            pdf.cell(60, 6, row.value, align="R", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def _print(pdf: Any, area: Any, part: Part) -> None:
    heading = part.kind == "heading"
    pdf.set_font("Times", "B" if heading else "", 13 if heading else 10)
    with area.paragraph(
        top_margin=6 if heading else 0, bottom_margin=2.5, text_align="LEFT" if heading else "JUSTIFY"
    ) as paragraph:
        paragraph.write(("- " if part.kind == "item" else "") + part.text)


def _printed_class() -> Any:
    from fpdf import FPDF

    class Printed(FPDF):
        """Pages with a header and a number."""

        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.set_y(12)
            self.cell(0, 5, "CUSTOMS ADMINISTRATION   ANNUAL REPORT", align="C")
            self.set_y(28)

        def footer(self) -> None:
            self.set_font("Helvetica", size=8)
            self.set_y(-15)
            self.cell(0, 5, str(self.page_no()), align="C")

    return Printed


def _Printed(**options: Any) -> Any:  # noqa: N802  (stands for a class that needs an import)
    return _printed_class()(**options)
