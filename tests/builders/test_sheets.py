"""What a sheet of labels says of the thing that heads it, with sentences of the project's own."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

_SYSTEM = "Dekla System\nOperator: Harbour Division\nDeveloper: Helvar Software Ltd\nReplaces: Ostby Portal"
_UNIT = "Dog Unit\nHead: Anna Berg\nReports to: Director of Enforcement"


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (_SYSTEM, ("Harbour Division", "operates", "Dekla System")),
        (_SYSTEM, ("Dekla System", "developedBy", "Helvar Software Ltd")),
        (_SYSTEM, ("Dekla System", "replaces", "Ostby Portal")),
        (_UNIT, ("Dog Unit", "headedBy", "Anna Berg")),
        (_UNIT, ("Dog Unit", "answersTo", "Director of Enforcement")),
    ],
)
def test_labels_speak_of_what_heads_their_sheet(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


def test_a_label_of_nothing_named_is_not_the_agency() -> None:
    assert (NCS, "headedBy", "Anna Berg") not in claims_of("Head: Anna Berg")
    assert (NCS, "headedBy", "Anna Berg") not in claims_of(_UNIT)
