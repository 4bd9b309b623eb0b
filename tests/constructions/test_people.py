"""A body's people as the subject, alone and in a row with others: each body does what its people do."""

from __future__ import annotations

import pytest

from tests.builders.test_relations import NCS, claims_of

ALONE = (
    "NCS investigators {verb}.",
    "The NCS's investigators {verb}.",
    "Investigators of the NCS {verb}.",
)
IN_A_ROW = (
    "NCS officers and the Harbour Police {verb}.",
    "The NCS's officers and the Harbour Police {verb}.",
    "The Harbour Police and NCS officers {verb}.",
    "Officers of the NCS and the Harbour Police {verb}.",
    "Officers of the NCS and of the Harbour Police {verb}.",
    "Officers from the NCS and agents from the Harbour Police {verb}.",
    "The NCS's officers and those of the Harbour Police {verb}.",
    "NCS officers, the Coast Guard and the Harbour Police {verb}.",
    "Officers of the NCS, the Coast Guard and the Harbour Police {verb}.",
)
VERBS = (
    ("ran Operation Tern", "conductedBy", "Operation Tern"),
    ("use the Cargo Portal", "operates", "Cargo Portal"),
    ("assisted the Marine Unit", "supports", "Marine Unit"),
)


def _edges(prose: str, predicate: str, other: str) -> set[str]:
    """The bodies that a property joins with a thing."""
    claims = claims_of(prose)
    return {a if b == other else b for a, name, b in claims if name == predicate and other in (a, b)}


@pytest.mark.parametrize(("verb", "predicate", "other"), VERBS)
@pytest.mark.parametrize("template", ALONE)
def test_people_act_for_their_body(template: str, verb: str, predicate: str, other: str) -> None:
    assert _edges(template.format(verb=verb), predicate, other) == {NCS}


@pytest.mark.parametrize(("verb", "predicate", "other"), VERBS)
@pytest.mark.parametrize("template", IN_A_ROW)
def test_people_in_a_row_with_other_bodies(template: str, verb: str, predicate: str, other: str) -> None:
    assert {NCS, "Harbour Police"} <= _edges(template.format(verb=verb), predicate, other)
