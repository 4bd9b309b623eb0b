"""Any text that can be decoded is read: without an error, in order, and back to its own characters."""

from __future__ import annotations

import hashlib
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from customs_kg.builders.document import Document, read_document
from customs_kg.builders.folding import fold
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.segments import SegmentKind
from customs_kg.graph.model import ReportText

WORDS = st.sampled_from(
    "the customs seized 12 3.5% RMB 2,400 million in 2019 and 2018/19 will have been (a) (1) [2] * - -- --- | || \t \f \x0b "
    "# ## PART A: I. II. 1. 2.1 Table 1. Note: Mr. U.S. no. e.g. \u2022 \uf0b7 \u00ad \u200b \u202e \u0001 \ufffd \ufb01 \u00b9 \u00e2\u20ac\u2122 n/a ... .... "
    "\u0661\u0662 \U0001f6c3 \u4e2d\u56fd \u2018x\u2019 \u201cSingle Window\u201d its-self anti- of to by; which: what? yes! ) ( ]".split(
        " "
    )
)
ENDS = st.sampled_from([" ", " ", " ", "  ", "    ", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\n\n\n"])
PATCHWORK = st.lists(st.tuples(WORDS, ENDS), min_size=1, max_size=120).map(
    lambda pairs: "".join(a + b for a, b in pairs)
)
DAMAGED_LEADS = {chr(code) for code in range(0xC2, 0xF5)}  # may begin one letter that was read as several
ANY = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Co", "Mn", "Nd", "Lo", "Po", "Zs", "Sc"]), max_size=120),
    PATCHWORK,
)


def document_of(text: str) -> Document:
    return read_document(ReportText("any.txt", text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(ANY)
def test_any_text_is_read_in_order_and_back_to_its_characters(text: str) -> None:
    document = document_of(text)
    last = 0
    for passage in document.passages:
        segment = passage.segment
        span = segment.span
        assert last <= span.start < span.end <= len(text)
        last = span.end
        stored = fold(text[span.start : span.end]).text
        assert is_within(letters(segment.text.text), letters(stored))
        if segment.kind is SegmentKind.CELL:
            assert segment.row is not None
            assert segment.row.start <= span.start < span.end <= segment.row.end
        parse_passage(passage)


@settings(deadline=None, max_examples=100)
@given(ANY)
def test_every_letter_of_a_segment_stands_where_it_says(text: str) -> None:
    for passage in document_of(text).passages:
        mapped = passage.segment.text
        offsets = mapped.offsets
        assert len(offsets) == len(mapped.text)
        assert offsets == sorted(offsets)
        for ch, offset in zip(mapped.text, offsets, strict=True):
            if ch.isascii() and ch.isalnum() and text[offset] not in DAMAGED_LEADS:
                assert ch in unicodedata.normalize("NFKC", text[offset])


@settings(deadline=None, max_examples=100)
@given(PATCHWORK)
def test_sections_cover_all_segments(text: str) -> None:
    document = document_of(text)
    for one, two in zip(document.sections, document.sections[1:], strict=False):
        assert one.span.start < one.span.end <= two.span.start
    for passage in document.passages:
        section = document.section(passage.segment.section)
        assert section.span.start <= passage.segment.span.start < passage.segment.span.end <= section.span.end


def letters(text: str) -> str:
    """The letters and digits that no wrong encoding can have made of several characters."""
    return "".join(ch for ch in text if ch.isalnum() and ch.isascii())


def is_within(inner: str, outer: str) -> bool:
    """The letters of the one come in the other in the same order."""
    rest = iter(outer)
    return all(ch in rest for ch in inner)
