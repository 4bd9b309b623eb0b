"""Constructions that state a relation: each is read with every wording."""

from __future__ import annotations

import pytest

from tests.constructions.readings import states
from tests.constructions.wordings import WORDINGS

STATED = (
    "{a} {past} {b}.",
    "{a} did {base} {b}.",
    "{a} never stopped {gerund} {b}.",
    "{a} never failed to {base} {b}.",
    "Not only did {a} {base} {b}, but it also grew.",
    "It is true that {a} {past} {b}.",
    "A survey of 2018 shows that {a} {past} {b}.",
    "Trade grew, and so did {a}, which {past} {b}.",
)  # fmt: skip


@pytest.mark.parametrize("template", STATED)
def test_relation_is_stated(template: str) -> None:
    assert {w.predicate: w.fill(template) for w in WORDINGS if not states(w, w.fill(template))} == {}
