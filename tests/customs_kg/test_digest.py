"""The bundled digest retells the real report: the same figures, in no sentence of the report's own."""

import re
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

DIGEST = files("customs_kg").joinpath("examples/china-customs-2016-digest.txt")
RUN = 8
CONNECTIVES = frozenset({"of", "and", "the", "for", "in", "on"})
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
NUMBER = re.compile(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s+(thousand|million|billion|trillion)\b)?")

Words = list[str]


@pytest.fixture(scope="module")
def digest() -> str:
    return DIGEST.read_text(encoding="utf-8")


def words_of(text: str) -> Words:
    """Words and numbers in order; punctuation, hyphens, line ends and the s of a genitive do not count."""
    return WORD.findall(re.sub(r"[’']s\b", "", text))


def runs_of(words: Words) -> dict[tuple[str, ...], Words]:
    """Every run of eight words, caseless, with the words as they are written."""
    windows = (words[i : i + RUN] for i in range(len(words) - RUN + 1))
    return {tuple(word.casefold() for word in window): window for window in windows}


def is_name(window: Words) -> bool:
    """A run within a name: capitalised words and connectives between them."""
    return all(word in CONNECTIVES or word[0].isupper() for word in window)


def copied_runs(original: str, retold: str) -> list[str]:
    known = runs_of(words_of(original))
    return [" ".join(w) for key, w in runs_of(words_of(retold)).items() if key in known and not is_name(w)]


def values_of(text: str) -> set[Decimal]:
    """The value of every number written in digits, the scale word after it included."""
    return {
        Decimal(whole.replace(",", "") + fraction) * SCALES.get(scale, 1)
        for whole, fraction, scale in NUMBER.findall(text)
    }


def sections_of(text: str) -> dict[str, str]:
    """Text of the digest by heading: the message under "0", chapters under their number."""
    parts = re.split(r"(?<=\n\n)(\d+)\. ", text)
    return {"0": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def test_copied_run_is_found_across_case_line_ends_and_hyphens() -> None:
    original = "officers opened thirty-one sealed\n\nboxes that the Harbour master had kept"
    assert copied_runs(original, "Thirty one sealed boxes that the harbour master") == [
        "Thirty one sealed boxes that the harbour master"
    ]
    assert copied_runs(original, "Officers opened one sealed box which the master had kept") == []


def test_long_name_is_no_copied_run() -> None:
    name = "the Association of Bonded Areas and Export Processing Zones of China"
    assert copied_runs(f"It manages {name}.", f"Others know {name}.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("RMB1,538.8 billion", "1538800000000"),
        ("1.5388 trillion yuan", "1538800000000"),
        ("2,633 cases", "2633"),
        ("59.3% more", "59.3"),
        ("3.98\nbillion tons", "3980000000"),
    ],
)
def test_number_is_read_with_its_scale(text: str, value: str) -> None:
    assert values_of(text) == {Decimal(value)}


def test_digest_names_agency_and_year_in_its_title(digest: str) -> None:
    title = digest.splitlines()[0]
    assert "China Customs" in title
    assert "2016" in title


def test_digest_has_the_message_twelve_chapters_and_the_table(digest: str) -> None:
    assert list(sections_of(digest)) == [str(number) for number in range(14)]
    assert len(re.findall(r"(?m)^ {0,2}\S.*?\.{4,} \S", sections_of(digest)["13"])) == 15


def test_digest_is_wrapped_prose(digest: str) -> None:
    assert max(len(line) for line in digest.splitlines()) <= 78
    assert "\t" not in digest
    assert digest.endswith("\n")
    assert "\n\n\n\n" not in digest


@pytest.mark.parametrize(
    ("chapter", "figures"),
    [
        ("0", ["24.33 trillion", "2.6%", "33.819 million", "fell by 1%", "2,633"]),
        ("2", ["33.819 million", "1 percentage point"]),
        ("3", ["1.95%", "1,538.8 billion"]),
        ("13", ["24.34 trillion", "1,538.814 billion", "27,071,500", "25,300"]),
    ],
)
def test_contradicting_figures_stay_in_their_chapters(digest: str, chapter: str, figures: list[str]) -> None:
    section = " ".join(sections_of(digest)[chapter].split())
    assert [figure for figure in figures if figure not in section] == []


@pytest.mark.shared
def test_digest_shares_no_run_of_eight_words_with_the_report(digest: str, report_path: Path) -> None:
    assert copied_runs(report_path.read_text(encoding="utf-8"), digest) == []


@pytest.mark.shared
def test_every_number_of_the_report_stands_in_the_digest(digest: str, report_path: Path) -> None:
    report = values_of(report_path.read_text(encoding="utf-8"))
    assert len(report) > 60
    assert sorted(report - values_of(digest)) == []
