"""What breaks a rule of the ontology stays out of the graph and is counted, and only that."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from customs_kg.graph.model import Claim, Entity, Modality, ReportFacts
from customs_kg.graph.triples import report_triples
from customs_kg.graph.withholding import SoundGraph, withhold_faults
from customs_kg.ontology.iris import CK, CKT

from .sample import AGENCY, CIGARETTES, GATE, GUILD, HEAD_OFFICE, LANTERN, PORT, SEIZURES, sample_facts, span_of

FACTS = sample_facts()
WORDS = (span_of("The port of Strelsau lies there"),)


def claim(subject: str, name: str, target: str, confidence: str = "0.50") -> Claim:
    return Claim(subject, CK + name, target, Modality.STANDING, Decimal(confidence), WORDS, "verb-pattern")


def with_claims(*claims: Claim) -> ReportFacts:
    return replace(FACTS, claims=(*FACTS.claims, *claims))


def with_first_figure(**changes: object) -> ReportFacts:
    first, *others = FACTS.observations
    return replace(FACTS, observations=(replace(first, **changes), *others))  # type: ignore[arg-type]


def shapes_in(sound: SoundGraph) -> list[str]:
    fresh = sound.reports[0].unread[len(FACTS.unread) :]
    assert all(u.kind == "statement" for u in fresh)
    return [u.reason.rpartition("[")[2].rstrip("]") for u in fresh]


def test_sound_facts_are_left_as_they_are() -> None:
    sound = withhold_faults([FACTS])
    assert sound.reports == (FACTS,)
    assert (sound.triples, sound.faults) == (report_triples(FACTS), ())


@pytest.mark.parametrize(
    ("faulty", "rules"),
    [
        (claim(PORT, "conductedBy", AGENCY), ["domain-broken"]),
        (claim(LANTERN, "conductedBy", CIGARETTES + "-unheard-of"), ["range-broken"]),
        (claim(GUILD, "headquartersOf", AGENCY), ["domain-broken"]),
        (claim(GATE, "noSuchProperty", PORT), ["Claim"]),
        (claim(PORT, "hostsRepresentation", HEAD_OFFICE), ["Claim"]),
        (claim(PORT, "within", PORT), ["cycle"]),
    ],
)
def test_a_claim_that_breaks_a_rule_is_dropped_with_its_edge(faulty: Claim, rules: list[str]) -> None:
    sound = withhold_faults([with_claims(faulty)])
    assert sound.reports[0].claims == FACTS.claims
    assert sound.triples == report_triples(FACTS)
    assert shapes_in(sound) == rules


def test_an_edge_that_two_rules_find_in_the_same_words_is_one_claim() -> None:
    first, *others = FACTS.claims
    surer = replace(first, confidence=Decimal("0.99"), rule="by-phrase")
    sound = withhold_faults([replace(FACTS, claims=(first, surer, *others))])
    assert sound.reports[0].claims == (surer, *others)
    assert (sound.reports[0].unread, sound.faults) == (FACTS.unread, ())


def test_of_two_values_where_one_can_be_the_surer_stays() -> None:
    other = Entity(AGENCY + "-of-the-south", CK + "CustomsAdministration", "Customs of the South")
    rival = claim(HEAD_OFFICE, "headquartersOf", other.iri)
    facts = with_claims(rival)
    sound = withhold_faults([replace(facts, entities=(*facts.entities, other))])
    assert sound.reports[0].claims == FACTS.claims
    assert len(shapes_in(sound)) == 1
    surer = replace(rival, confidence=Decimal("0.99"))
    kept = withhold_faults([replace(with_claims(surer), entities=(*FACTS.entities, other))]).reports[0].claims
    assert surer in kept and len(kept) == len(FACTS.claims)


@pytest.mark.parametrize(
    "facts",
    [with_first_figure(confidence=Decimal("1.2")), with_first_figure(indicator=PORT), with_first_figure(stated="")],
)
def test_a_figure_that_breaks_a_rule_goes_with_the_discrepancy_of_two(facts: ReportFacts) -> None:
    sound = withhold_faults([facts])
    assert sound.reports[0].observations == FACTS.observations[1:]
    assert sound.reports[0].discrepancies == ()
    assert sound.faults == ()


def test_an_action_that_breaks_a_rule_goes_and_nothing_continues_it() -> None:
    launch, *others = FACTS.actions
    sound = withhold_faults([replace(FACTS, actions=(replace(launch, action_type=CKT + "kind-level"), *others))])
    left = sound.reports[0].actions
    assert [a.iri for a in left] == [a.iri for a in others]
    assert [a.continues for a in left] == [None] * len(others)


def test_a_faulty_target_goes_and_its_commitment_stays() -> None:
    *others, cut = FACTS.actions
    assert cut.target is not None
    facts = replace(FACTS, actions=(*others, replace(cut, target=replace(cut.target, indicator=PORT))))
    left = withhold_faults([facts]).reports[0].actions
    assert left == (*others, replace(cut, target=None))


def test_a_thing_at_fault_goes_with_all_that_names_it() -> None:
    crate = replace(next(e for e in FACTS.entities if e.iri == SEIZURES), label="")
    facts = replace(FACTS, entities=tuple(crate if e.iri == SEIZURES else e for e in FACTS.entities))
    sound = withhold_faults([facts])
    assert SEIZURES not in {e.iri for e in sound.reports[0].entities}
    assert [o.indicator for o in sound.reports[0].observations] == [
        o.indicator for o in FACTS.observations if o.indicator != SEIZURES
    ]
    assert sound.faults == ()


def test_what_cannot_be_dropped_is_told() -> None:
    facts = replace(FACTS, report=replace(FACTS.report, agency=GUILD))
    sound = withhold_faults([facts])
    assert {f.focus for f in sound.faults} >= {FACTS.report.iri}
