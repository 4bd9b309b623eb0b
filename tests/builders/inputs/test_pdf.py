"""PDF: reading order, running lines, headings, tables, and files that cannot be read."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_kg.builders.inputs.pdf import read_pdf
from customs_kg.builders.inputs.pdf_pages import Page, write_pages
from customs_kg.builders.inputs.pdf_streams import check_streams
from customs_kg.builders.inputs.pdf_words import Word, reading_lines
from customs_kg.ontology.errors import InputError
from tests.builders.inputs.documents import Part, as_pdf

LONG = "Officers at the harbour inspected every parcel that came in from the islands during the season. "


def printed(draw: Callable[[Any], None], pages: int = 1, **options: Any) -> bytes:
    """A PDF of pages that are all drawn alike."""
    pdf = FPDF(unit="pt", format=(595, 842), **options)
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=10)
    for _ in range(pages):
        pdf.add_page()
        draw(pdf)
    return bytes(pdf.output())


def column(pdf: Any, left: float, top: float, words: str, lines: int, width: float = 220) -> None:
    """Numbered lines of words below each other."""
    for number in range(lines):
        pdf.text(left, top + 14 * number, f"{words} {number} " + "runs on over the whole width"[: int(width / 8)])


def lines_of(data: bytes) -> list[str]:
    return [line for line in read_pdf(data, "x.pdf")[0].split("\n") if line]


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(pdf: Any) -> None:
        for number in range(12):  # line by line across both columns, as a careless writer would
            pdf.text(50, 100 + 14 * number, f"Left line {number} of the first column here")
            pdf.text(320, 100 + 14 * number, f"Right line {number} of the second column")

    lines = lines_of(printed(draw))
    assert [line.split()[0] for line in lines] == ["Left"] * 12 + ["Right"] * 12


def test_a_title_over_two_columns_comes_first_and_a_note_below_them_last() -> None:
    def draw(pdf: Any) -> None:
        pdf.set_font("Helvetica", size=20)
        pdf.text(50, 80, "A title that runs over the whole of the page")
        pdf.set_font("Helvetica", size=10)
        column(pdf, 50, 120, "Left line", 10)
        column(pdf, 320, 113, "Right line", 10)  # the lines of the columns do not stand level
        pdf.text(50, 300, "A last line below both columns, which is printed over the whole width of the page again")

    lines = lines_of(printed(draw))
    assert lines[0] == "# A title that runs over the whole of the page"
    assert [line.split()[0] for line in lines[1:]] == ["Left"] * 10 + ["Right"] * 10 + ["A"]


def test_a_heading_between_two_pairs_of_columns_keeps_its_place() -> None:
    def draw(pdf: Any) -> None:
        column(pdf, 50, 100, "One", 8)
        column(pdf, 320, 100, "Two", 7)
        pdf.set_font("Helvetica", "B", 10)
        pdf.text(50, 250, "A short heading")
        pdf.set_font("Helvetica", size=10)
        pdf.text(50, 275, "A sentence that stands under the heading and runs over the gutter of the page.")
        column(pdf, 50, 300, "Three", 8)
        column(pdf, 320, 300, "Four", 8)

    starts = [line.split()[0] for line in lines_of(printed(draw))]
    assert starts == ["One"] * 8 + ["Two"] * 7 + ["#", "A"] + ["Three"] * 8 + ["Four"] * 8


def test_three_columns() -> None:
    def draw(pdf: Any) -> None:
        for number in range(10):
            for left, name in ((40, "First"), (225, "Second"), (410, "Third")):
                pdf.text(left, 100 + 14 * number, f"{name} column has a line {number}")

    starts = [line.split()[0] for line in lines_of(printed(draw))]
    assert starts == ["First"] * 10 + ["Second"] * 10 + ["Third"] * 10


def test_a_table_is_not_taken_for_columns() -> None:
    def draw(pdf: Any) -> None:
        pdf.text(50, 100, "Table 1. Seizures by kind")
        for number, row in enumerate((("", "2018", "2019"), ("Cigarettes", "1,200", "950"), ("Parcels", "88", "9,041"),
                                      ("Vessels searched", "7", "16"), ("Dogs", "12", "14"))):  # fmt: skip
            pdf.text(50, 120 + 14 * number, row[0])
            for cell, right in ((row[1], 350), (row[2], 500)):
                pdf.text(right - pdf.get_string_width(cell), 120 + 14 * number, cell)

    lines = lines_of(printed(draw))
    assert [line.split() for line in lines[2:]] == [
        ["Cigarettes", "1,200", "950"], ["Parcels", "88", "9,041"], ["Vessels", "searched", "7", "16"],
        ["Dogs", "12", "14"],
    ]  # fmt: skip
    ends = {line.rindex(line.split()[-2]) + len(line.split()[-2]) for line in lines[2:]}
    assert len(ends) == 1, "figures of one column end in one column of characters"


def test_running_lines_and_page_numbers_are_left_out() -> None:
    numbers = iter(range(1, 7))

    def draw(pdf: Any) -> None:
        number = next(numbers)
        pdf.text(50, 30, "Ruritania Customs Annual Report" if number % 2 else "Chapter on control")
        pdf.text(290, 825, f"{number}")
        column(pdf, 50, 130, f"Page{number} line", 5)

    text, pages = read_pdf(printed(draw, 6), "x.pdf")
    assert "Annual Report" not in text
    assert "Chapter" not in text
    assert [line.split()[0] for line in text.split("\n") if line] == [f"Page{n}" for n in range(1, 7) for _ in range(5)]
    assert [text[start:].split()[0] for start in pages] == [f"Page{n}" for n in range(1, 7)]


def test_what_stands_once_at_the_edge_of_a_page_stays() -> None:
    numbers = iter(range(1, 7))

    def draw(pdf: Any) -> None:
        number = next(numbers)
        pdf.text(50, 60, "Alpha Beta Gamma Delta Epsilon Zeta".split()[number - 1] + " begins at the top of this page")
        column(pdf, 50, 74, "Line", 5)

    text, _ = read_pdf(printed(draw, 6), "x.pdf")
    assert all(word in text for word in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"))


def test_a_sentence_over_two_pages_is_not_cut() -> None:
    numbers = iter((1, 2))

    def draw(pdf: Any) -> None:
        pdf.text(
            50, 400, ("The agency opened an office in" if next(numbers) == 1 else "Strelsau in the spring of 2020.")
        )

    text, pages = read_pdf(printed(draw, 2), "x.pdf")
    assert text == "The agency opened an office in\nStrelsau in the spring of 2020.\n"
    assert pages == (0, 31)


def test_larger_and_bold_lines_are_headings_by_rank() -> None:
    def draw(pdf: Any) -> None:
        for y, size, style, words in (
            (80, 24, "", "Annual Report"), (120, 16, "", "Control of goods"), (150, 10, "B", "At the harbour"),
        ):  # fmt: skip
            pdf.set_font("Helvetica", style, size)
            pdf.text(50, y, words)
        pdf.set_font("Helvetica", size=10)
        column(pdf, 50, 170, "Line", 6)

    assert lines_of(printed(draw))[:3] == ["# Annual Report", "## Control of goods", "### At the harbour"]


def test_a_large_sentence_is_no_heading() -> None:
    def draw(pdf: Any) -> None:
        pdf.set_font("Helvetica", size=16)
        pdf.text(50, 80, "We keep the harbour safe for everybody who sails.")
        pdf.set_font("Helvetica", size=10)
        column(pdf, 50, 120, "Line", 6)

    assert lines_of(printed(draw))[0] == "We keep the harbour safe for everybody who sails."


@pytest.mark.parametrize("turned", [90, 180, 270])
@pytest.mark.parametrize("shown", [0, 90, 270])
def test_a_page_that_is_printed_sideways_reads_the_same(turned: int, shown: int) -> None:
    import pypdfium2  # type: ignore[import-untyped]

    def draw(pdf: Any) -> None:
        with pdf.rotation(turned, 297, 421):
            column(pdf, 150, 300, "Line", 6)

    document = pypdfium2.PdfDocument(printed(draw))
    document[0].set_rotation(shown)
    turned_file = io.BytesIO()
    document.save(turned_file)
    expected = [f"Line {number} runs on over the whole width"[:34] for number in range(6)]
    assert [line[:34].rstrip() for line in lines_of(turned_file.getvalue())] == [line.rstrip() for line in expected]


def test_words_that_run_upwards_beside_a_text_do_not_disturb_it() -> None:
    def draw(pdf: Any) -> None:
        column(pdf, 80, 100, "Line", 6)
        with pdf.rotation(90, 40, 300):
            pdf.text(40, 300, "Sideways along the margin")

    assert [line.split()[0] for line in lines_of(printed(draw))] == ["Line"] * 6 + ["Sideways"]


def test_a_scan_has_no_text_and_says_so() -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("L", (200, 200), 128).save(picture, "PNG")

    def draw(pdf: Any) -> None:
        pdf.image(io.BytesIO(picture.getvalue()), 50, 50, 300, 300)

    with pytest.raises(InputError, match=r"^scan\.pdf holds no text on its 2 pages, .* run OCR on it first"):
        read_pdf(printed(draw, 2), "scan.pdf")


def test_a_password_is_asked_for_in_one_line() -> None:
    data = as_pdf([Part("title", "Secret report"), Part("paragraph", LONG)], password="hush")  # noqa: S106
    with pytest.raises(InputError, match=r"^x\.pdf is protected by a password: ") as caught:
        read_pdf(data, "x.pdf")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"])
def test_a_damaged_file_is_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^x\.pdf ") as caught:
        read_pdf(data, "x.pdf")
    assert "\n" not in str(caught.value)


@settings(max_examples=60)
@given(st.data())
def test_no_change_of_bytes_brings_more_than_an_input_error(data: st.DataObject) -> None:
    whole = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        if data.draw(st.booleans()):
            whole[at] = data.draw(st.integers(0, 255))
        else:
            del whole[at : at + data.draw(st.integers(1, 200))]
    try:
        text, pages = read_pdf(bytes(whole), "x.pdf")
    except InputError as error:
        assert str(error).startswith("x.pdf")
    else:
        assert all(0 <= start <= len(text) for start in pages)


GOOD = as_pdf([Part("title", "Report"), Part("heading", "1. Work"), Part("paragraph", LONG * 5)])

coordinates = st.floats(-50, 900, allow_nan=False, width=32)
boxes = st.builds(
    lambda text, x, y, width, height, bold: Word(text, x, y, x + width, y + height, bold),
    st.text("abc123.-", min_size=1, max_size=8), coordinates, coordinates,
    st.floats(0, 200, width=32), st.floats(0.5, 60, width=32), st.booleans(),
)  # fmt: skip


@given(st.lists(boxes, max_size=40))
def test_no_word_is_lost_or_doubled_whatever_the_layout(words: list[Word]) -> None:
    read = [word for line in reading_lines(words) for word in line.words]
    assert sorted(map(repr, read)) == sorted(map(repr, words))


@given(st.lists(st.lists(boxes, max_size=15), max_size=4))
def test_pages_begin_in_order_inside_the_text(pages: list[list[Word]]) -> None:
    text, starts = write_pages([Page(tuple(words), 595, 842) for words in pages])
    assert len(starts) == len(pages)
    assert list(starts) == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


def packed_page(size: int, filters: str = "/FlateDecode", passes: int = 1, kind: str = "") -> bytes:
    """A PDF of one page whose drawing unpacks to this many bytes."""
    body = b"BT (a) Tj ET\n" * (size // 13 + 1)
    for _ in range(passes):
        body = zlib.compress(body, 9)
    return (
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>\nendobj\n"
        b"4 0 obj\n<< /Length %d %s/Filter %s >>\nstream\n%s\nendstream\nendobj\n"
        b"trailer\n<< /Size 5 /Root 1 0 R >>\n%%%%EOF\n" % (len(body), kind.encode(), filters.encode(), body)
    )


@pytest.mark.parametrize(("filters", "passes"), [("/FlateDecode", 1), ("[/FlateDecode /FlateDecode]", 2), ("[/Fl]", 1)])
def test_a_small_file_that_unpacks_to_too_much_is_refused_unread(filters: str, passes: int) -> None:
    bomb = packed_page(40 * 1024 * 1024, filters, passes)
    assert len(bomb) < 256 * 1024
    with pytest.raises(InputError, match=r"^x\.pdf holds a part that unpacks to more than 32 MB"):
        read_pdf(bomb, "x.pdf")


def test_a_picture_may_be_larger_than_what_draws_a_page() -> None:
    check_streams(packed_page(40 * 1024 * 1024, kind="/Subtype /Image "), "x.pdf")
    with pytest.raises(InputError, match="128 MB"):
        check_streams(packed_page(130 * 1024 * 1024, kind="/Subtype/Image"), "x.pdf")


def test_the_word_stream_inside_a_part_is_not_taken_for_another() -> None:
    inner = b"<< /Filter /FlateDecode >>\nstream\n" + b"x" * 100
    check_streams(b"1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(inner, 0), "x.pdf")
