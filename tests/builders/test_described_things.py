"""Things that a report describes: goods, equipment, posts and places by what stands beside them."""

import pytest

from customs_kg.ontology.iris import CK
from tests.builders.test_things import things_of


def labels_of(text: str) -> set[str]:
    """Every label of every thing, in lower case."""
    return {x.lower() for e in things_of(text).entities.values() for x in (e.label, *e.alt_labels)}


def classes_of(text: str) -> dict[str, str]:
    """The local names of the classes by label."""
    found = things_of(text).entities.values()
    return {x: e.cls.removeprefix(CK) for e in found for x in (e.label, *e.alt_labels)}


@pytest.mark.parametrize(
    ("text", "goods", "also"),
    [
        ("The team looked for smuggled petrol on the coast.", "petrol", "smuggled petrol"),
        ("Officers found counterfeit sports merchandise at the stalls.", "sports merchandise", None),
        ("Duties apply to stainless steel pipes and quartz countertops.", "quartz countertops", None),
        ("The laboratory examined fake spare parts for lorries.", "spare parts", "fake spare parts"),
        ("Imported wire hangers were declared under another heading.", "wire hangers", "imported wire hangers"),
    ],
)
def test_goods_go_by_their_name_and_by_what_befell_them(text: str, goods: str, also: str | None) -> None:
    classes = classes_of(text)
    assert "GoodsCategory" in {cls for label, cls in classes.items() if goods in label}
    assert also is None or also in labels_of(text)


@pytest.mark.parametrize(
    ("text", "label", "cls"),
    [
        ("The new Raman analysers were issued to every post.", "Raman analysers", "EquipmentType"),
        ("The yard received computed tomography scanners.", "computed tomography scanners", "EquipmentType"),
        ("A logistics congress was held in the spring.", "logistics congress", "Meeting"),
        ("Officers took up sugar transshipment.", "sugar transshipment", "Offence"),
    ],
)
def test_head_nouns_of_the_customs_world_show_the_class(text: str, label: str, cls: str) -> None:
    assert {k.lower(): v for k, v in classes_of(text).items()}.get(label.lower()) == cls
