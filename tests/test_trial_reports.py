"""The trial reports and their annotations agree: what is annotated stands in the text."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "reports"
REPORTS = sorted(path.stem for path in FOLDER.glob("*.json"))
VERDICTS = frozenset({"consistent_sum", "contradiction", "correction", "rounding", "trap"})


def collapsed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=REPORTS)
def annotated(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """The text with white space collapsed, and its annotation."""
    text = (FOLDER / f"{request.param}.txt").read_text(encoding="utf-8")
    annotation = json.loads((FOLDER / f"{request.param}.json").read_text(encoding="utf-8"))
    return collapsed(text), annotation


def words_of(text: str) -> set[str]:
    """The words of a text without case, soft hyphens and signs that join or part nothing."""
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    # words that were broken at the end of a line
    mended = re.sub(r"(?<=\w)[-‐] (?=[a-z])|(?<=[A-Z])- (?=[A-Z])", "", plain)
    found = {word for form in (plain, mended) for word in re.findall(r"[^\W_]+", form.casefold())}
    return found | {word.removesuffix("s") for word in found}


def names_of(entity: dict[str, Any]) -> list[str]:
    return [entity["label"], *entity.get("aliases", ())]


def test_every_quote_stands_once_in_the_text(annotated: tuple[str, dict[str, Any]]) -> None:
    """Or in a sentence that the text repeats."""
    text, annotation = annotated
    quotes = [row["quote"] for kind in ("metrics", "relations", "commitments") for row in annotation[kind]]
    quotes += [quote for row in annotation["inconsistencies"] for quote in row["quotes"]]
    assert len(quotes) > 50
    sentences = re.split(r"(?<=\.) (?=[A-Z])", text)
    repeated = [sentence for sentence in set(sentences) if len(sentence) > 40 and sentences.count(sentence) > 1]
    several = [quote for quote in quotes if text.count(quote) > 1]
    assert [quote for quote in several if not any(quote in sentence for sentence in repeated)] == []
    assert [quote for quote in quotes if quote not in text] == []


def test_the_words_of_every_entity_stand_in_the_text(annotated: tuple[str, dict[str, Any]]) -> None:
    """Not side by side in each case: "the offices of A and B" names the office of B."""
    text, annotation = annotated
    entities = annotation["entities"]
    missing = [e["label"] for e in entities if not any(words_of(n) <= words_of(text) for n in names_of(e))]
    assert missing == []


def test_every_relation_joins_two_annotated_entities(annotated: tuple[str, dict[str, Any]]) -> None:
    _, annotation = annotated
    known = {name for entity in annotation["entities"] for name in names_of(entity)}
    ends = [row[end] for row in annotation["relations"] for end in ("subject", "object")]
    assert [end for end in ends if end not in known] == []


def test_every_report_holds_a_contradiction_and_a_consistent_sum(
    annotated: tuple[str, dict[str, Any]],
) -> None:
    _, annotation = annotated
    verdicts = [row["verdict"] for row in annotation["inconsistencies"]]
    assert {"contradiction", "consistent_sum"} <= set(verdicts) <= VERDICTS
