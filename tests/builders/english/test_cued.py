"""Patterns that are tried only where one of their words stands find as much as they would if they were always tried."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import customs_kg.builders
from customs_kg.builders.english.cued import CuedPattern, cued

REPORTS = sorted(Path(__file__).parents[2].joinpath("reports").glob("*.txt"))


@cache
def _patterns() -> dict[str, CuedPattern]:
    """All patterns of the package by module and name."""
    modules = [
        import_module(m.name) for m in pkgutil.walk_packages(customs_kg.builders.__path__, "customs_kg.builders.")
    ]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, CuedPattern)
    }


@cache
def _texts() -> tuple[str, ...]:
    """The paragraphs of some reports, each in one line."""
    paragraphs = [p for report in REPORTS[::8] for p in report.read_text(encoding="utf-8").split("\n\n")]
    return tuple(" ".join(paragraph.split()) for paragraph in paragraphs)


@pytest.mark.parametrize("name", sorted(_patterns()))
def test_whatever_a_pattern_finds_holds_one_of_its_words(name: str) -> None:
    pattern = _patterns()[name]
    found = [text for text in _texts() if pattern.pattern.search(text)]
    assert [text for text in found if not pattern.is_cued(text)] == []


def test_a_word_is_a_cue_in_any_case_and_beside_any_mark() -> None:
    pattern = cued("twenty thirty", r"(?i)twenty")
    assert [bool(pattern.search(text)) for text in ("Twenty-one", "(TWENTY)", "plenty")] == [True, True, False]


def test_a_pattern_looks_between_two_offsets() -> None:
    pattern = cued("of", r"of (\w)")
    text = "of a, of b, of c"
    found = pattern.search(text, 3, 10)
    assert found is not None and found[1] == "b"
    assert [m[1] for m in pattern.finditer(text)] == ["a", "b", "c"]
