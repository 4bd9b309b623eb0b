"""What a clause says does not hold of the ends that words beside them leave out."""

import pytest

from tests.builders.test_relations import Edge, claims_of

LEFT_OUT: list[tuple[str, Edge]] = [
    (
        "The Northern Directorate supervises seven offices, but not the Sound Office.",
        ("Northern Directorate", "supervises", "Sound Office"),
    ),
    (
        "The Border Forum was attended by the Coast Guard, but not by the Border Police.",
        ("Border Forum", "participant", "Border Police"),
    ),
    ("Neither Peru nor Chile attended the Border Forum.", ("Border Forum", "participant", "Chile")),
    ("Neither Peru nor Chile attended the Border Forum.", ("Border Forum", "participant", "Peru")),
    ("Chile, unlike Peru, joined the Border Forum.", ("Peru", "memberOf", "Border Forum")),
    ("The Seal System, though not built by Helvar Ltd, uses its chips.", ("Seal System", "developedBy", "Helvar Ltd")),
    (
        "The Sound Office is a unit of the Western Division, not of the Northern Directorate.",
        ("Sound Office", "directlySubordinateTo", "Northern Directorate"),
    ),
    (
        "All offices except the Sound Office report to the Western Division.",
        ("Sound Office", "answersTo", "Western Division"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), LEFT_OUT)
def test_left_out_end_has_no_such_relation(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


def test_other_ends_keep_theirs() -> None:
    found = claims_of("The Border Forum was attended by the Coast Guard, but not by the Border Police.")
    assert any({edge[0], edge[2]} == {"Border Forum", "Coast Guard"} for edge in found), sorted(found)
    found = claims_of("Not only Peru but also Chile attended the Border Forum.")
    assert ("Border Forum", "participant", "Chile") in found, sorted(found)
