"""Any text that can be decoded is read: without an error, in order, and back to its own characters."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from customs_kg.builders.document import Document, read_document
from customs_kg.builders.english.tokens import tag_text
from customs_kg.builders.parse import parse_passage
from customs_kg.builders.reading import text as text_module
from customs_kg.builders.reading.folding import fold
from customs_kg.builders.reading.segments import LONGEST, SegmentKind
from customs_kg.builders.reading.text import decode_report
from customs_kg.graph.model import ReportText
from customs_kg.ontology.errors import InputError

WORDS = st.sampled_from(
    (
        "the customs seized 12 3.5% RMB 2,400 million in 2019 and 2018/19 will have been (a) (1) [2] * - -- --- | || "
        "\t \f \x0b # ## PART A: I. II. 1. 2.1 Table 1. Note: Mr. U.S. no. e.g. \u2022 \uf0b7 \u00ad "
        "\u200b \u202e \u0001 "
        "\ufffd \ufb01 \u00b9 \u00e2\u20ac\u2122 n/a ... .... \u0661\u0662 \U0001f6c3 \u4e2d\u56fd "
        "\u2018x\u2019 \u201cSingle Window\u201d "
        "its-self anti- of to by; which: what? yes! ) ( ]"
    ).split(" ")
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
@example("\u00c5\u0089")  # one letter, read as two, which folds to an apostrophe and an n
def test_any_text_is_read_in_order_and_back_to_its_characters(text: str) -> None:
    document = document_of(text)
    last = 0
    for passage in document.passages:
        segment = passage.segment
        span = segment.span
        assert last <= span.start < span.end <= len(text)
        last = span.end
        rest = 3 if text[span.end - 1] in DAMAGED_LEADS else 0  # such a letter counts as the first of its characters
        stored = fold(text[span.start : span.end + rest]).text
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


LARGE = {
    "one paragraph without a break": "The cutters searched 14 yachts in 2019, and their crews left in August. " * 4000,
    "words without a full stop": "the cutters searched yachts and took the boats " * 6000,
    "lines without a full stop": "the cutters searched yachts and took the boats\n" * 6000,
    "ten thousand open brackets": "The boats " + "(" * 10_000 + " sailed.",
    "brackets that never close": "The boats " + "(the boats sailed " * 3000,
    "closing brackets": "The boats sailed " + ")" * 20_000,
    "a plan of two thousand parts": "The agency will " + ", ".join(f"open office {i}" for i in range(2000)) + ".",
    "semicolons": "The agency opened a port; " * 5000,
    "capitals": "THE BOATS AT SEA\n" * 5000,
    "numbered headings": "".join(f"{i}. Boats\n\nThey sail.\n\n" for i in range(3000)),
    "table rows": "        2019   2020\n" + "".join(f"Row{i}    {i}    {i}\n" for i in range(5000)),
    "columns of words": "".join(f"{'a' * (i % 7 + 1)}   south   east\n" for i in range(5000)),
    "column heads": "north   south   east\n" * 5000,
    "nested items": "".join(f"{' ' * (i % 90)}- open office {i}:\n" for i in range(5000)),
    "words broken at every line": "abc-\n" * 20_000,
    "soft hyphens": "ab\u00ad" * 50_000,
    "damaged quotes": "\u00e2\u20ac\u2122" * 20_000,
    "blanks": " " * 500_000 + "a" + " " * 500_000,
    "blank lines": "a" + "\n" * 200_000 + "b",
    "dots": "a" + "." * 100_000 + "b",
    "tabs": "a\t" * 20_000,
    "pipes": "|a" * 20_000,
    "stars": "**a " * 20_000,
    "quotes": "'\"" * 30_000,
    "one letter": "a" * 500_000,
    "one digit": "1" * 20_000,
    "page numbers": "".join(f"They sail and\n\n{i}\n\nrest in port {i}.\n" for i in range(3000)),
    "contents": "Contents\n" + "".join(f"{i}. Boats number {i} ..... {i}\n" for i in range(5000)),
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_awkward_texts_are_read_to_the_end(text: str) -> None:
    passages = document_of(text).passages
    assert max((len(passage.text) for passage in passages), default=0) <= LONGEST
    assert passages or text.startswith("Contents")


def test_a_sentence_of_two_thousand_words_is_parsed() -> None:
    clauses = "they searched the yacht that lay in the bay, took what they found to the north, "
    document = document_of("In the year " + clauses * 24 + "and went home.")
    sentence = document.passages[0]
    assert len(sentence.text) < 2000
    words = fold("In the year " + clauses * 125)
    parsed = parse_passage(replace(sentence, segment=sentence.segment._replace(text=words), words=tag_text(words.text)))
    assert len(parsed.tokens) > 2000
    assert len(parsed.clauses) >= 250


def test_sentences_of_five_thousand_letters_stay_whole() -> None:
    text = "The agency will " + ", ".join(f"open the office in town {n}" for n in range(180)) + "."
    assert 5000 < len(text) < LONGEST
    assert [passage.text for passage in document_of(text).passages] == [text]


def test_five_megabytes_of_one_line() -> None:
    line = "The boats went out to sea again" + " and caught nothing, went home" * 8 + ".\n"
    passages = document_of(line * (5_000_000 // len(line))).passages
    assert {passage.text for passage in passages} == {line.strip()}


def test_too_large_a_file_is_refused_with_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_module, "MAX_BYTES", 2**20)
    with pytest.raises(InputError, match=r"big\.txt has 1\.5 MB: .* at most 1 MB"):
        decode_report(b"abc " * (3 * 2**17), "big.txt")
