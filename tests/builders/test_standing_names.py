"""Bodies that a report calls by their noun alone, with sentences of the project's own."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

_BEFORE = "The Harbour Department keeps the Dekla System. The Harbour Department has 90 staff. "


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (_BEFORE + "Trade fell in May. Rain was heavy. Operation Tern was run by the department.",
         ("Operation Tern", "conductedBy", "Harbour Department")),
        (_BEFORE + "Operation Tern was run by the department, the Dog Unit and the Coast Guard Bureau.",
         ("Operation Tern", "conductedBy", "Harbour Department")),
        ("The Harbour Department keeps the Dekla System. The Department is led by Anna Berg.",
         ("Harbour Department", "headedBy", "Anna Berg")),
        ("The Service is led by Anna Berg.", (NCS, "headedBy", "Anna Berg")),
        ("Excise duty is not ours; it is a matter for the Tax Office.", ("Tax Office", "collects", "excise duty")),
    ],
)  # fmt: skip
def test_a_noun_alone_means_the_body_that_ends_with_it(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("The Harbour Department keeps the Dekla System. The Department is led by Anna Berg.",
         (NCS, "headedBy", "Anna Berg")),
        ("The Harbour Board met the Trade Board. Operation Tern was run by the board.",
         ("Operation Tern", "conductedBy", "Harbour Board")),
    ],
)  # fmt: skip
def test_it_means_no_other(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
