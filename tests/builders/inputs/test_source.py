"""What kind of file it is and in which encoding: stated, never guessed; one clear line for the rest."""

from __future__ import annotations

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.builders.inputs import source as source_module
from customs_kg.builders.inputs.source import read_source_text
from customs_kg.ontology.errors import InputError
from tests.builders.inputs.documents import Part, as_docx, as_html, as_pdf

WORDS = "Café duties rose by 5 % in “Ruritania”.\r\n"
PARTS = [Part("title", "Report"), Part("paragraph", "Officers searched two ships in the harbour of Strelsau.")]


def test_utf8_is_stored_as_it_is_with_its_mark_and_line_ends() -> None:
    for data in (WORDS.encode(), codecs.BOM_UTF8 + WORDS.encode()):
        found = read_source_text(data, "x.txt")
        assert (found.data, found.original, found.pages) == (data, "", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)  # fmt: skip
def test_a_mark_states_the_encoding(mark: bytes, encoding: str) -> None:
    data = mark + WORDS.encode(encoding)
    found = read_source_text(data, "x.txt")
    assert found.data.decode() == WORDS
    assert found.original == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "mac-roman", "gb18030", "shift-jis"])
def test_other_bytes_are_refused_with_a_hint_and_read_when_named(encoding: str) -> None:
    words = "Café duties rose.\n" if encoding not in ("gb18030", "shift-jis") else "海関 duties rose.\n"
    data = words.encode(encoding)
    with pytest.raises(InputError, match=r"^x\.txt is not UTF-8 \(byte \d+ is 0x[0-9a-f]{2}\): .*--encoding"):
        read_source_text(data, "x.txt")
    assert read_source_text(data, "x.txt", encoding).data.decode() == words


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InputError, match=r"^x\.txt is not ASCII \(byte 3 is 0xc3\): .*another encoding"):
        read_source_text(WORDS.encode(), "x.txt", "ascii")


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "base64", "zip", "", "utf-8\0"])
def test_an_unknown_encoding_is_named(encoding: str) -> None:
    if encoding == "":
        assert read_source_text(WORDS.encode(), "x.txt", encoding).data == WORDS.encode()
        return
    with pytest.raises(InputError, match=r"^x\.txt: there is no encoding "):
        read_source_text(WORDS.encode(), "x.txt", encoding)


def test_a_mark_counts_for_more_than_a_name() -> None:
    data = codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le")
    assert read_source_text(data, "x.txt", "cp1252").data.decode() == WORDS


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "cp1252"),
        ("<META CHARSET=GB18030>", "gb18030"),
        ("", "utf-8"),
    ],
)
def test_html_states_its_encoding(head: str, encoding: str) -> None:
    page = f"<html><head>{head}</head><body><p>Café “duties”</p></body></html>"
    assert read_source_text(page.encode(encoding), "x.html").data.decode() == "Café “duties”\n"


@pytest.mark.parametrize("data", [as_html(PARTS), as_docx(PARTS), as_pdf(PARTS)], ids=["html", "docx", "pdf"])
def test_a_file_is_known_by_its_first_bytes_whatever_its_name(data: bytes) -> None:
    found = read_source_text(data, "report")
    assert "# Report" in found.data.decode().split("\n")
    assert found.original == hashlib.sha256(data).hexdigest()


def test_markdown_is_known_by_its_name_alone() -> None:
    source = b"Report\n======\n\nOfficers *searched* ships.\n"
    assert read_source_text(source, "x.md").data == b"# Report\n\nOfficers searched ships.\n"
    assert read_source_text(source, "x.txt").data == source


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "x.txt", "is empty"),
        (b" \r\n\t\n", "x.txt", "is empty"),
        (codecs.BOM_UTF16_LE, "x.txt", "is empty"),
        (b"words \0 words", "x.txt", r"is a binary file \(a zero byte at 6\)"),
        (b"words", "x.pdf", "is no PDF"),
        (b"words", "x.docx", "is no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.docx", r"is an encrypted or old Office file \(\.doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.doc", r"is an encrypted or old Office file"),
        (b"{\\rtf1 words}", "x.rtf", "is a rich text file"),
        (b"\x89PNG\r\n\x1a\n", "x.png", "is a picture"),
        (b"\x1f\x8b\x08\x00", "x.gz", "is a compressed file"),
        (b"<html><body><script>x</script></body></html>", "x.html", "holds no letters or figures"),
        (b"", "x.pdf", "is empty"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, name: str, words: str) -> None:
    with pytest.raises(InputError, match=rf"^{name.replace('.', chr(92) + '.')} {words}") as caught:
        read_source_text(data, name)
    assert "\n" not in str(caught.value)


def test_a_text_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MAX_BYTES", 3000)
    with pytest.raises(InputError, match=r"^x\.txt has 0\.0 MB: expected one report"):
        read_source_text(b"word " * 700, "x.txt")
    table = f"<table><tr><td>{'a' * 200}<td>b{'<tr><td>c<td>d' * 60}</table>"  # set out in columns it is longer
    with pytest.raises(InputError, match=r"^x\.html holds 0\.0 MB of text"):
        read_source_text(table.encode(), "x.html")


@given(st.binary(max_size=300), st.sampled_from(["x.txt", "x.md", "x.html", "x.pdf", "x.docx", "x"]))
def test_any_bytes_give_text_or_an_input_error(data: bytes, name: str) -> None:
    try:
        found = read_source_text(data, name)
    except InputError as error:
        assert str(error).startswith(name)
    else:
        assert found.data.decode("utf-8")
