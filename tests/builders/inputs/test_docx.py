"""Word: styles become structure, what is not the text is left out, and hostile archives are refused."""

from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_kg.builders.inputs.docx import read_docx
from customs_kg.ontology.errors import InputError
from tests.builders.inputs.documents import Part, as_docx

GOOD = as_docx([Part("title", "Report"), Part("heading", "Work"), Part("paragraph", "Officers searched two ships.")])


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rezipped(change: dict[str, bytes]) -> bytes:
    """A good document with some parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {**dict.fromkeys(old.namelist()), **dict.fromkeys(change)}:
            new.writestr(name, change.get(name) or old.read(name))
    return out.getvalue()


def test_styles_become_structure() -> None:
    document: Any = docx.Document()
    document.add_heading("Ruritania Customs", 0)
    document.add_heading("1. Control", 2)
    document.add_paragraph("First item", style="List Bullet")
    document.add_paragraph("Second item", style="List Bullet")
    document.add_paragraph("Numbered", style="List Number")
    document.add_paragraph("Numbered too", style="List Number")
    document.add_paragraph("Plain\twords\nafter a break")
    assert read_docx(saved(document), "x.docx").split("\n") == [
        "# Ruritania Customs", "", "## 1. Control", "", "  - First item", "  - Second item", "  1. Numbered",
        "  2. Numbered too", "", "Plain words", "after a break", "",
    ]  # fmt: skip


def test_a_table_with_merged_cells_keeps_its_columns() -> None:
    document: Any = docx.Document()
    table = document.add_table(3, 3)
    for y, row in enumerate((("Kind", "2018", "2019"), ("Sea", "1", "22"), ("", "3", "4"))):
        for x, words in enumerate(row):
            table.cell(y, x).text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    assert [line.split() for line in read_docx(saved(document), "x.docx").strip().split("\n")] == [
        ["Kind", "2018", "2019"], ["Sea", "1", "22"], ["Sea", "3", "4"],
    ]  # fmt: skip


def test_headers_deleted_words_boxes_and_contents_are_left_out_and_insertions_kept() -> None:
    document: Any = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Running head"
    document.sections[0].footer.paragraphs[0].text = "Running foot"
    paragraph = document.add_paragraph("Kept ")
    for xml in (
        "<w:del {0}><w:r><w:delText>deleted</w:delText></w:r></w:del>",
        "<w:ins {0}><w:r><w:t>inserted </w:t></w:r></w:ins>",
        "<w:r {0}><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
        "<w:smartTag {0}><w:r><w:t>tagged</w:t></w:r></w:smartTag>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    contents = (
        '<w:sdt {0}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Chapter ... 3</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    control = "<w:sdt {0}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    for xml in (contents, control):
        document.element.body.insert(0, parse_xml(xml.format(nsdecls("w"))))
    assert read_docx(saved(document), "x.docx") == "In a control.\n\nKept inserted tagged\n"


def test_an_archive_that_unpacks_to_too_much_is_refused_unread() -> None:
    bomb = rezipped({"word/media/image1.xml": b"\0" * (65 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(InputError, match=r"^x\.docx unpacks to more than 64 MB"):
        read_docx(bomb, "x.docx")


def test_entities_that_multiply_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    body = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "lol">{entities}]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&e8;</w:t></w:r></w:p></w:body></w:document>"
    )
    try:
        text = read_docx(rezipped({"word/document.xml": body.encode()}), "x.docx")
    except InputError as error:
        assert str(error).startswith("x.docx")
    else:
        assert len(text) < 1000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 and no more", "is no Word document"),
        (rezipped({"word/document.xml": b"<not closed"}), "is a damaged Word document"),
        (rezipped({"[Content_Types].xml": b"<x/>"}), "is a damaged Word document"),
    ],
)
def test_what_is_damaged_is_one_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=rf"^x\.docx {words}") as caught:
        read_docx(data, "x.docx")
    assert "\n" not in str(caught.value)


def test_another_kind_of_archive_is_named() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("report.txt", "words")
    with pytest.raises(InputError, match=r"^x\.zip is a ZIP archive but no Word document"):
        read_docx(out.getvalue(), "x.zip")


@settings(max_examples=60)
@given(st.data())
def test_no_change_of_bytes_brings_more_than_an_input_error(data: st.DataObject) -> None:
    whole = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_docx(bytes(whole), "x.docx")
    except InputError as error:
        assert str(error).startswith("x.docx")


def test_without_its_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(InputError, match=r"^x\.docx is a Word document, which needs an extra: .*-kg\[docx\]'\.$"):
        read_docx(GOOD, "x.docx")
