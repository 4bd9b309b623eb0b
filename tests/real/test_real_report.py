"""What is read out of the 2016 report, held against a reading by hand (tests/readings)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest

from customs_kg.graph.model import Action, Entity, MeasureKind, Modality, Observation, ReportFacts, Span
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms
from tests.readings import load

pytestmark = pytest.mark.shared

# Things of the hand-made lists that are not found. The test fails when one of them is found, so the list stays true.
KNOWN_MISSES: dict[str, frozenset[str]] = {
    "agencies": frozenset(),
    "operations": frozenset(),
    # typed by "pilot", the last noun it knows after the quotation; typed as a way of working
    "programmes": frozenset({"One declaration, step-by-step dispositions", "Green Passage for agricultural products"}),
    "agreements": frozenset(),
    "metrics": frozenset({"free trade zone negotiations"}),  # its indicator keeps the words of the report, "FTZs"
}


def fold(name: str) -> frozenset[str]:
    """The telling words of a name."""
    words = re.findall(r"[a-z0-9]+", name.lower().replace("centre", "center"))
    return frozenset(w.rstrip("s") for w in words if w not in {"the", "a", "an", "of", "and", "for", "in", "on", "to"})


def labels(entity: Entity) -> list[frozenset[str]]:
    return [fold(name) for name in (entity.label, *entity.alt_labels, *entity.hidden_labels)]


def is_found(item: dict[str, Any], entities: Iterable[Entity]) -> bool:
    """One of the item's names and one of its classes belong to one entity."""
    terms = load_terms()
    names = [fold(name) for name in (item["label"], *item.get("aliases", []))]
    return any(
        set(names) & set(labels(entity)) and any(terms.is_a(entity.cls, CK + cls) for cls in item["classes"])
        for entity in entities
    )


def required(kind: str) -> list[dict[str, Any]]:
    groups = load("five-kinds")[kind]
    lists = [groups] if "required" in groups else list(groups.values())
    return [item for group in lists for item in group["required"]]


@pytest.mark.parametrize("kind", ["agencies", "operations", "programmes", "agreements"])
def test_things_of_each_kind_are_those_of_a_reading_by_hand(real: ReportFacts, kind: str) -> None:
    missed = {item["label"] for item in required(kind) if not is_found(item, real.entities)}
    assert missed == KNOWN_MISSES[kind]


def overlaps(span: Span, place: list[int]) -> bool:
    return span.start < place[1] and place[0] < span.end


def test_metrics_are_those_of_a_reading_by_hand(real: ReportFacts) -> None:
    indicators = {entity.iri: entity for entity in real.entities}
    missed = set()
    for item in required("metrics"):
        names = [fold(name) for name in (item["label"], *item["aliases"])]
        observed = [o for o in real.observations if any(overlaps(s, at) for s in o.evidence for at in item["figures"])]
        aimed_at = [
            a.target
            for a in real.actions
            if a.target and any(overlaps(s, at) for s in a.evidence for at in item["figures"])
        ]
        measured = [*(o.indicator for o in observed), *(target.indicator for target in aimed_at)]
        told = [words for indicator in measured for words in labels(indicators[indicator])]
        if not any(len(name & words) >= min(2, len(name), len(words)) for name in names for words in told):
            missed.add(item["label"])
    assert missed == KNOWN_MISSES["metrics"]


def at_place(observations: Iterable[Observation], place: list[int]) -> list[Observation]:
    return [o for o in observations if any(place[0] <= s.start < place[1] for s in o.evidence)]


def test_the_fifteen_figures_of_the_closing_table(real: ReportFacts) -> None:
    rows = load("sections")["closing_table"]
    indicators = {entity.iri: entity for entity in real.entities}
    assert len(rows) == 15
    for row in rows:
        found = at_place(real.observations, row["at"])
        assert [o.value for o in found] == [Decimal(str(row["value"]))], row
        told = frozenset[str]().union(*labels(indicators[found[0].indicator]))
        assert len(fold(row["means"]) & told) >= min(2, len(fold(row["means"]))), row
        assert found[0].period.key == "2016"
        assert found[0].kind is MeasureKind.LEVEL


def by_label(real: ReportFacts, label: str) -> Entity:
    return next(entity for entity in real.entities if fold(label) in labels(entity))


def test_the_four_associations_are_supervised_by_the_headquarters(real: ReportFacts) -> None:
    headquarters = by_label(real, "General Administration of Customs")
    supervised = {c.object for c in real.claims if c.subject == headquarters.iri and c.predicate == CK + "supervises"}
    names = {
        "Customs Institute of China", "Customs Brokers Association of China", "Port Society of China",
        "Association of Bonded Areas and Export Processing Zones of China",
    }  # fmt: skip
    associations = {e.iri: e.label for e in real.entities if e.cls == CK + "SupervisedAssociation"}
    assert {associations[iri] for iri in supervised if iri in associations} == names


def test_national_sword_2016_has_its_five_results(real: ReportFacts) -> None:
    operation = by_label(real, "National Sword 2016")
    values = {o.value for o in real.observations if o.result_of == operation.iri and o.kind is MeasureKind.LEVEL}
    wanted = [Decimal(2633), Decimal(52_930_000_000), Decimal(366_000), Decimal("4.9"), Decimal(76)]
    assert [v for v in wanted if v not in values] == []


def due_in(actions: Iterable[Action], key: str) -> list[Action]:
    return [a for a in actions if a.due is not None and a.due.key == key]


def test_both_commitments_due_in_the_first_half_of_2017(real: ReportFacts) -> None:
    things = {entity.iri: entity.label for entity in real.entities}
    found = due_in(real.actions, "2017-h1")
    assert {a.modality for a in found} == {Modality.PLANNED}
    acted_on = {fold(things[iri]) for a in found for iri in a.acts_on}
    assert fold("National Targeting Center") in acted_on
    assert fold("tax collection and management center") in acted_on
    assert len(found) == 2


def test_no_plan_is_stated_as_done(real: ReportFacts) -> None:
    """No edge that holds for a thing of 2017 only, and no accomplishment whose period lies after the report's."""
    end = real.report.period.end
    assert end is not None
    late = [
        a
        for a in real.actions
        if a.modality is not Modality.PLANNED and a.period and a.period.start and a.period.start >= end
    ]
    assert late == []


def test_the_disagreements_of_the_report_are_found_and_no_other_conflict(real: ReportFacts) -> None:
    places = {o.iri: o.evidence for o in real.observations}
    parts = {o.iri: o.computed_from for o in real.observations}
    found = []
    for d in real.discrepancies:
        nodes = {*d.involves, *(p for n in d.involves for p in parts.get(n, ()))}
        found.append((d.type.value, [s for n in nodes for s in places.get(n, ())]))
    hand = load("china-customs-2016")
    facts = {m["fact_id"]: [m["at"], *m.get("also_at", [])] for m in hand["metrics"] if m.get("fact_id")}
    for item in hand["inconsistencies"]:
        spots = [facts[f] for f in item.get("facts", []) if f in facts]
        hits = [
            kind
            for kind, spans in found
            if sum(any(overlaps(s, at) for s in spans for at in at_) for at_ in spots) >= 2
        ]
        if item.get("verdict") == "consistent_sum":
            assert hits == [], item["description"]
        elif spots:
            assert hits, item["description"]
    hard = [kind for kind, _ in found if kind in ("conflict", "sum-mismatch")]
    assert len(hard) == 2
