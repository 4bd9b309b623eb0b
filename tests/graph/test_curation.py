"""Corrections by a person, on the facts of an invented report and on whole builds."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path, PurePath

import pytest
from click.testing import CliRunner, Result

from customs_kg import KnowledgeGraph
from customs_kg.cli import cli
from customs_kg.graph.curation import REJECTED, Correction, CorrectionKind, curate
from customs_kg.graph.curation_file import curation_name, read_corrections
from customs_kg.graph.model import Entity, ReportFacts
from customs_kg.graph.statements import claim_iri
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, ID
from tests.graph.sample import AGENCY, GATE, GUILD, HEAD_OFFICE, LANTERN, PORT, SEIZURES, TERRITORY, sample_facts

ACCEPT, REJECT, RENAME, MERGE, RETYPE = CorrectionKind
REPORT = """Kelp Coast Customs Administration
Annual Report 2018

1. The year

The Kelp Coast Customs Administration launched Operation Heron. Operation Heron led to the seizure of 412 boats in 2018.
The Kelp Coast Customs Administration reports to the Ministry of Tides.
"""


def curated(*corrections: Correction) -> ReportFacts:
    return curate(sample_facts(), corrections).facts


def thing(facts: ReportFacts, iri: str) -> Entity | None:
    return next((entity for entity in facts.entities if entity.iri == iri), None)


def named_by_statements(facts: ReportFacts) -> set[str]:
    named = {iri for claim in facts.claims for iri in (claim.subject, claim.object)}
    named |= {iri for o in facts.observations for iri in (o.indicator, o.agent, o.result_of, *o.breakdown) if iri}
    return named | {iri for action in facts.actions for iri in (*action.actor, *action.acts_on)}


def test_a_renamed_thing_keeps_its_former_name_and_its_iri() -> None:
    gate = thing(curated(Correction(RENAME, GATE, "Harbour Gate")), GATE)
    assert gate is not None
    assert (gate.label, gate.alt_labels) == ("Harbour Gate", ("Harbour\\Gate",))


def test_a_retyped_thing_has_the_class() -> None:
    gate = thing(curated(Correction(RETYPE, GATE, CK + "Programme")), GATE)
    assert gate is not None
    assert gate.cls == CK + "Programme"


def test_a_rejected_thing_takes_its_statements_with_it() -> None:
    facts = curated(Correction(REJECT, LANTERN))
    assert thing(facts, LANTERN) is None
    assert LANTERN in named_by_statements(sample_facts())
    assert LANTERN not in named_by_statements(facts)
    assert {u.reason for u in facts.unread if u.kind == REJECTED} == {"rejected by a person"}


def test_a_rejected_claim_leaves_its_things() -> None:
    before = sample_facts()
    claim = next(c for c in before.claims if c.predicate == CK + "supervises")
    facts = curated(Correction(REJECT, claim_iri(claim, before.text.sha256), reason="a slip of the pen"))
    assert [c for c in before.claims if c not in facts.claims] == [claim]
    assert thing(facts, GUILD) is not None
    assert [u.reason for u in facts.unread if u.kind == REJECTED] == ["a slip of the pen"]


def test_a_rejected_figure_takes_its_discrepancy_along() -> None:
    before = sample_facts()
    discrepancy = before.discrepancies[0]
    facts = curated(Correction(REJECT, discrepancy.involves[0]))
    assert discrepancy.involves[0] not in {o.iri for o in facts.observations}
    assert discrepancy.iri not in {d.iri for d in facts.discrepancies}


def test_an_accepted_fact_is_sure() -> None:
    before = sample_facts()
    claim = min(before.claims, key=lambda c: c.confidence)
    iri = claim_iri(claim, before.text.sha256)
    sure = [c for c in curated(Correction(ACCEPT, iri)).claims if c.confidence == Decimal(1)]
    assert [claim_iri(c, before.text.sha256) for c in sure] == [iri]


def test_merged_things_are_one_in_every_statement() -> None:
    facts = curated(Correction(MERGE, PORT, TERRITORY))
    kept = thing(facts, TERRITORY)
    assert kept is not None
    assert thing(facts, PORT) is None
    assert "port of Strelsau" in kept.alt_labels
    assert PORT not in named_by_statements(facts)
    assert not [c for c in facts.claims if c.subject == c.object]  # the port within the territory
    assert any(c.object == TERRITORY and c.predicate == CK + "coversPlace" for c in facts.claims)


def test_a_claim_may_be_named_by_its_iri_after_a_merge() -> None:
    merge = Correction(MERGE, HEAD_OFFICE, AGENCY)
    merged = curated(merge)
    claim = next(c for c in merged.claims if c.predicate == CK + "supervises")
    after = curate(sample_facts(), [merge, Correction(REJECT, claim_iri(claim, merged.text.sha256))])
    assert claim not in after.facts.claims
    assert after.idle == ()


def test_merges_in_a_circle_are_refused() -> None:
    with pytest.raises(InputError, match="into itself"):
        curated(Correction(MERGE, GUILD, PORT), Correction(MERGE, PORT, GUILD))


def test_a_correction_of_nothing_is_told() -> None:
    correction = Correction(ACCEPT, ID + "system-xr-no-such-thing")
    result = curate(sample_facts(), [correction])
    assert result.idle == (correction,)
    assert result.facts == sample_facts()


@pytest.mark.parametrize("correction", [Correction(REJECT, AGENCY), Correction(MERGE, AGENCY, GUILD)])
def test_the_agency_of_the_report_stays(correction: Correction) -> None:
    with pytest.raises(InputError, match="whose report this is"):
        curated(correction)


def test_every_form_of_an_iri_is_read() -> None:
    text = f"""
    [[correction]]
    accept = "id:a-b"
    [[correction]]
    merge = "a-b"
    into = "{ID}c-d"
    because = "one boat"
    [[correction]]
    retype = "id:a"
    to = "ck:Campaign"
    [[correction]]
    rename = "id:a"
    to = " The  Heron "
    """
    assert read_corrections(text.encode(), "x") == (
        Correction(ACCEPT, ID + "a-b"),
        Correction(MERGE, ID + "a-b", ID + "c-d", "one boat"),
        Correction(RETYPE, ID + "a", CK + "Campaign"),
        Correction(RENAME, ID + "a", "The Heron"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("correction = 3", "only [[correction]] tables were expected"),
        ('name = "x"', "x.toml holds name"),
        ("[[correction]]\nreject =", "cannot be read"),
        ('[[correction]]\nbecause = "x"', "correction 1 of x.toml: one of accept, reject"),
        ('[[correction]]\nreject = "id:a"\naccept = "id:a"', "one of accept, reject"),
        ('[[correction]]\nreject = "id:a"\ninto = "id:b"', "into is not known beside reject"),
        ('[[correction]]\nmerge = "id:a"', "merge needs into"),
        ('[[correction]]\nrename = "id:a"\nto = " "', "rename needs to"),
        ('[[correction]]\nreject = "id:a b"', "is no IRI"),
        ("[[correction]]\nreject = 7", "every value must be text"),
        ('[[correction]]\nretype = "id:a"\nto = "ck:Boat"', "ck:Boat is no class of things"),
    ],
)
def test_a_bad_file_is_told_in_one_line(text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read_corrections(text.encode(), "x.toml")
    assert told in str(caught.value)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "kelp.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def correct(report: Path, text: str) -> None:
    report.with_name(curation_name(PurePath(report))).write_text(text, encoding="utf-8")


def check(folder: Path) -> Result:
    return CliRunner().invoke(cli, ["check", "--graph", str(folder)])


def test_corrections_survive_a_rebuild_and_check_verifies_them(report: Path, tmp_path: Path) -> None:
    plain = KnowledgeGraph.build(report)
    heron, ministry = (plain.entity(name).thing.iri for name in ("Operation Heron", "Ministry of Tides"))
    (claim,) = (c for c in plain.facts[0].claims if ministry in (c.subject, c.object))
    correct(
        report,
        f'[[correction]]\nrename = "{heron}"\nto = "Operation Grey Heron"\n'
        f'[[correction]]\nreject = "{claim_iri(claim, plain.facts[0].text.sha256)}"\n',
    )
    KnowledgeGraph.build(report).save(tmp_path / "kg")
    graph = KnowledgeGraph.build(report)
    graph.save(tmp_path / "kg")
    assert graph.entity("Operation Grey Heron").thing.iri == heron
    assert claim not in graph.facts[0].claims
    assert b"Operation Grey Heron" in (tmp_path / "kg" / "graph.html").read_bytes()
    result = check(tmp_path / "kg")
    assert "corrections: all 2 hold" in result.output
    assert result.exit_code == 0


def test_check_tells_a_correction_that_no_longer_has_an_effect(report: Path, tmp_path: Path) -> None:
    correct(report, '[[correction]]\nreject = "id:claim-0123456789ab"\n')
    KnowledgeGraph.build(report).save(tmp_path / "kg")
    summary = json.loads((tmp_path / "kg" / "summary.json").read_bytes())
    assert summary["corrections without effect"] == [ID + "claim-0123456789ab"]
    result = check(tmp_path / "kg")
    assert "reject id:claim-0123456789ab: the report gives nothing of this IRI" in result.output
    assert result.exit_code == 1


def test_check_tells_a_graph_that_is_not_as_corrected(report: Path, tmp_path: Path) -> None:
    heron = KnowledgeGraph.build(report).entity("Operation Heron").thing.iri
    correct(report, f'[[correction]]\nrename = "{heron}"\nto = "Operation Grey Heron"\n')
    KnowledgeGraph.build(report).save(tmp_path / "kg")
    graph = tmp_path / "kg" / "graph.ttl"
    graph.write_bytes(graph.read_bytes().replace(b"Grey Heron", b"Blue Heron"))
    result = check(tmp_path / "kg")
    assert "it is not in the graph under the name Operation Grey Heron" in result.output
    assert result.exit_code == 1


def test_a_retyped_thing_of_a_build_keeps_the_rules_of_the_ontology(report: Path, tmp_path: Path) -> None:
    heron = KnowledgeGraph.build(report).entity("Operation Heron").thing.iri
    correct(report, f'[[correction]]\nretype = "{heron}"\nto = "InformationSystem"\n')
    graph = KnowledgeGraph.build(report)
    graph.save(tmp_path / "kg")
    assert graph.entity("Operation Heron").thing.classes == ("InformationSystem",)
    assert SEIZURES not in {o.result_of for o in graph.facts[0].observations}
    assert check(tmp_path / "kg").exit_code == 0


def test_a_bad_file_of_corrections_stops_the_build(report: Path, tmp_path: Path) -> None:
    correct(report, '[[correction]]\nreject = "id:x"\ninto = "id:y"\n')
    result = CliRunner().invoke(cli, ["build", str(report), "-o", str(tmp_path / "kg")])
    assert result.exit_code == 2
    assert "correction 1 of" in result.output
    assert not (tmp_path / "kg").exists()
