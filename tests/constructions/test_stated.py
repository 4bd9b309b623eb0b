"""Constructions that state a relation: each is read with every wording."""

from __future__ import annotations

import pytest

from tests.constructions.readings import states
from tests.constructions.wordings import WORDINGS

STATED = (
    "{a} {past} {b}.",
    # between subject and verb
    "{a} - the largest of all - {past} {b}.",
    "{a}, and with it {c}, {past} {b}.",
    "{c}, and with it {a}, {past} {b}.",
    "{a}, but not {c}, {past} {b}.",
    "{a}, though small, {past} {b}.",
    "{a} in turn {past} {b}.",
    "{a} in fiscal year 2018 {past} {b}.",
    "{a} this year {past} {b}.",
    "{a} throughout the year {past} {b}.",
    "During the period under review {a} {past} {b}.",
    # several subjects
    "Several bodies, among them {a}, {past} {b}.",
    "Several bodies, notably {a}, {past} {b}.",
    "All bodies, including {a}, {past} {b}.",
    "{c} together with {a} {past} {b}.",
    "{c} and {a} each {past} {b}.",
    "Not only {a} but also {c} {past} {b}.",
    "Not only {c} but also {a} {past} {b}.",
    "{a} as well as {c} {past} {b}.",
    "{c} as well as {a} {past} {b}.",
    "{c}, as well as {a}, {past} {b}.",
    "{c} and {a} both {past} {b}.",
    "First {a} and then {c} {past} {b}.",
    # chains of verbs
    "{a} did {base} {b}.",
    "{a} went on to {base} {b}.",
    "{a} came to {base} {b}.",
    "{a} had to {base} {b}.",
    "{a} chose to {base} {b}.",
    "{a} managed to {base} {b}.",
    "{a} used to {base} {b}.",
    "{a} proceeded to {base} {b}.",
    "{a} proved able to {base} {b}.",
    "{a} was proud to {base} {b}.",
    "{a} was forced to {base} {b}.",
    "{a} took the opportunity to {base} {b}.",
    "{a} had the honour to {base} {b}.",
    "{a} succeeded in {gerund} {b}.",
    "{a} has since {perfect} {b}.",
    "{a} has ever since {perfect} {b}.",
    "{a} never stopped {gerund} {b}.",
    "{a} never failed to {base} {b}.",
    # verbs in a row
    "{a} both grew and {past} {b}.",
    "Not only did {a} grow, it also {past} {b}.",
    "Not only did {a} {base} {b}, but it also grew.",
    "{a} grew and in June 2018 {past} {b}.",
    "{a} was founded in 1998 and since 2004 has {perfect} {b}.",
    # participles whose doer is the subject of the main clause
    "After {gerund} {b}, {a} was praised.",
    "Shortly after {gerund} {b}, {a} was praised.",
    "While {gerund} {b}, {a} was praised.",
    "{a} was praised after {gerund} {b}.",
    "{a} was praised for {gerund} {b}.",
    "Traders thanked {a} for {gerund} {b}.",
    "{a}, having {perfect} {b}, was praised.",
    # content that is vouched for
    "It is true that {a} {past} {b}.",
    "A survey of 2018 shows that {a} {past} {b}.",
)  # fmt: skip


@pytest.mark.parametrize("template", STATED)
def test_relation_is_stated(template: str) -> None:
    assert {w.predicate: w.fill(template) for w in WORDINGS if not states(w, w.fill(template))} == {}
