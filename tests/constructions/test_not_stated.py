"""Constructions that deny a relation, ask for it, suppose it or only plan it: none of them states that it is so."""

from __future__ import annotations

import pytest

from tests.constructions.readings import states
from tests.constructions.wordings import WORDINGS

NOT_STATED = (
    "{a} did not {base} {b}.",
    "{a} never {past} {b}.",
    "{a} hardly ever {past} {b}.",
    "{a} no longer {present} {b}.",
    "{a} has not yet {perfect} {b}.",
    "{a} has yet to {base} {b}.",
    "{a} cannot {base} {b}.",
    "{a} failed to {base} {b}.",
    "{a} refused to {base} {b}.",
    "{a} ceased to {base} {b}.",
    "{a} stopped {gerund} {b}.",
    "{a} gave up {gerund} {b}.",
    "{a} avoided {gerund} {b}.",
    "{a} denies having {perfect} {b}.",
    "{a} denied that it {past} {b}.",
    "{a} was unable to {base} {b}.",
    "{a} tried to {base} {b}.",
    "{a} sought to {base} {b}.",
    "{a} hoped to {base} {b}.",
    "{a} planned to {base} {b}.",
    "{a} was asked to {base} {b}.",
    "{a} was to have {perfect} {b}.",
    "{a} would {base} {b}.",
    "{a} should have {perfect} {b}.",
    "{a} considered {gerund} {b}.",
    "{a} decided against {gerund} {b}.",
    "{a} dreamt of {gerund} {b}.",
    "{a} ran the risk of {gerund} {b}.",
    "{a} has no intention of {gerund} {b}.",
    "{a} refrained from {gerund} {b}.",
    "{a} grew without {gerund} {b}.",
    "{a} grew instead of {gerund} {b}.",
    "Far from {gerund} {b}, {a} grew.",
    "{a} grew with a view to {gerund} {b}.",
    "{a} came close to {gerund} {b}.",
    "{a} almost {past} {b}.",
    "Neither {a} nor {c} {past} {b}.",
    "{a} neither grew nor {past} {b}.",
    "{a} has not grown or {perfect} {b}.",
    "Never did {a} {base} {b}.",
    "{c} did not grow, nor did {a} {base} {b}.",
    "Had {a} {perfect} {b}, trade would have grown.",
    "Should {a} {base} {b}, trade will fall.",
    "Trade will fall unless {a} {present} {b}.",
    "Trade would recover if {a} {past} {b}.",
    "It is unclear whether {a} {past} {b}.",
    "It was as though {a} {past} {b}.",
    "It is not true that {a} {past} {b}.",
    "It is unlikely that {a} {past} {b}.",
    "Nobody believes that {a} {past} {b}.",
    "Traders hope that {a} {present} {b}.",
    "The suggestion that {a} {past} {b} was rejected.",
    "Reports that {a} {past} {b} are false.",
    "A request that {a} {base} {b} was turned down.",
    "Has {a} {perfect} {b}?",
)  # fmt: skip


@pytest.mark.parametrize("template", NOT_STATED)
def test_nothing_is_stated(template: str) -> None:
    assert {w.predicate: w.fill(template) for w in WORDINGS if states(w, w.fill(template))} == {}
