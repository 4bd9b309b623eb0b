from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from customs_kg.graph.identifiers import evidence_iri, mint_thing, period_iri
from customs_kg.graph.index import GraphIndex
from customs_kg.graph.model import Entity, Modality, Period, ReportFacts, ReportText, Section, Span
from customs_kg.graph.statements import claim_iri
from customs_kg.graph.triples import report_triples
from customs_kg.ontology.errors import InputError
from customs_kg.ontology.iris import CK, CKT, DCTERMS, FOAF, ID, OA, PROV, RDF, RDFS, SKOS, UNIT, XSD
from tests.graph.sample import (
    AGENCY,
    CIGARETTES,
    DINAR,
    GATE,
    GUILD,
    HEAD_OFFICE,
    LANTERN,
    PERSON,
    PORT,
    SHA256,
    TERRITORY,
    TEXT,
    TRADE_VALUE,
    sample_facts,
    span_of,
)


@pytest.fixture(scope="module")
def facts() -> ReportFacts:
    return sample_facts()


@pytest.fixture(scope="module")
def triples(facts: ReportFacts) -> list[Triple]:
    return report_triples(facts)


@pytest.fixture(scope="module")
def index(triples: list[Triple]) -> GraphIndex:
    return GraphIndex(triples)


def _has(triples: list[Triple], subject: str, predicate: str, value: str) -> bool:
    return Triple(NamedNode(subject), NamedNode(predicate), NamedNode(value)) in triples


def test_there_are_no_blank_nodes_and_no_repeated_triples(triples: list[Triple]) -> None:
    assert not any(isinstance(node, BlankNode) for t in triples for node in (t.subject, t.object))
    assert len(set(triples)) == len(triples)


def test_the_same_facts_give_the_same_list(triples: list[Triple], facts: ReportFacts) -> None:
    backwards = replace(
        facts,
        entities=facts.entities[::-1],
        claims=facts.claims[::-1],
        observations=facts.observations[::-1],
        actions=facts.actions[::-1],
    )
    assert report_triples(backwards) == triples


def test_every_node_that_is_pointed_at_in_the_project_is_described(triples: list[Triple]) -> None:
    described = {t.subject for t in triples}
    pointed = {t.object for t in triples if isinstance(t.object, NamedNode)}
    ours = {node for node in pointed if node.value.startswith((ID, "https://w3id.org/customs-kg/evidence/"))}
    assert ours <= described


def test_an_entity_has_its_class_and_labels(index: GraphIndex) -> None:
    assert index.values(GUILD, RDF + "type") == [CK + "SupervisedAssociation"]
    assert index.values(GUILD, SKOS + "prefLabel") == ["Guild of <script>alert(1)</script> Brokers"]
    assert index.values(GUILD, RDFS + "label") == index.values(GUILD, SKOS + "prefLabel")
    assert index.values(AGENCY, SKOS + "altLabel") == ["the Service"]
    assert index.values(GATE, SKOS + "hiddenLabel") == ["Harbor\\Gate"]
    assert index.values(PORT, DCTERMS + "description") == ['The only "deep-water" port.']


def test_labels_are_english(triples: list[Triple]) -> None:
    labels = [t.object for t in triples if t.predicate.value in (SKOS + "prefLabel", SKOS + "altLabel")]
    assert {label.language for label in labels if isinstance(label, Literal)} == {"en"}
    assert len(labels) > 14


def test_a_person_and_a_concept_get_their_second_class(index: GraphIndex) -> None:
    assert index.values(PERSON, RDF + "type") == [FOAF + "Person", CK + "DomainEntity"]
    assert index.values(CIGARETTES, RDF + "type") == [SKOS + "Concept", CK + "GoodsCategory"]
    assert index.values(LANTERN, RDF + "type") == [CK + "Operation"]


def test_a_territory_has_a_code_and_a_match(index: GraphIndex) -> None:
    assert index.values(TERRITORY, CK + "territoryCode") == ["XRU"]
    assert index.values(TERRITORY, SKOS + "notation") == []
    assert index.values(TERRITORY, SKOS + "exactMatch") == [
        "http://publications.europa.eu/resource/authority/country/XRU"
    ]


def test_the_edge_of_an_actual_or_standing_claim_is_asserted(triples: list[Triple]) -> None:
    assert _has(triples, HEAD_OFFICE, CK + "supervises", GUILD)
    assert _has(triples, LANTERN, CK + "conductedBy", AGENCY)


def test_the_edge_of_a_planned_claim_exists_only_in_its_claim(
    triples: list[Triple], index: GraphIndex, facts: ReportFacts
) -> None:
    planned = next(c for c in facts.claims if c.modality is Modality.PLANNED)
    assert not _has(triples, GATE, CK + "coversPlace", PORT)
    assert index.value(claim_iri(planned, SHA256), RDF + "object") == PORT


@pytest.mark.parametrize("modality", [Modality.PLANNED, Modality.NORMATIVE])
def test_a_fact_claimed_and_planned_is_asserted_once(facts: ReportFacts, modality: Modality) -> None:
    claim = facts.claims[0]
    both = replace(facts, claims=(claim, replace(claim, modality=modality)))
    only = replace(facts, claims=(replace(claim, modality=modality),))
    edge = (claim.subject, claim.predicate, claim.object)
    assert _has(report_triples(both), *edge)
    assert not _has(report_triples(only), *edge)


def test_every_assertion_of_the_text_has_modality_confidence_rule_source_and_evidence(
    index: GraphIndex,
) -> None:
    stated = index.instances(*(CK + cls for cls in ("Claim", "Observation", "Accomplishment", "Commitment", "Target")))
    assert len(stated) == 6 + 5 + 2 + 2 + 1
    for node in stated:
        assert index.value(node, CK + "modality").startswith(CKT + "modality-")
        assert 0 <= Decimal(index.value(node, CK + "confidence")) <= 1
        assert index.value(node, CK + "rule")
        assert index.value(node, PROV + "wasGeneratedBy") == f"{ID}extraction-{SHA256[:12]}"
        assert index.quotations(node)


def test_a_figure_is_whole(index: GraphIndex, facts: ReportFacts) -> None:
    figure = facts.observations[4]
    read = {
        name: index.values(figure.iri, CK + name)
        for name in (
            "ofIndicator",
            "value",
            "roundingHalfWidth",
            "statedValue",
            "unit",
            "breakdown",
            "qualifier",
        )
    }
    assert read == {
        "ofIndicator": [mint_thing("indicator", "", "mass of goods seized")],
        "value": ["7.50"],
        "roundingHalfWidth": ["0.005"],
        "statedValue": ["7.50 tonnes"],
        "unit": [UNIT + "TONNE"],
        "breakdown": [CIGARETTES],
        "qualifier": [CKT + "qualifier-over"],
    }


def test_values_are_decimals_without_exponent(triples: list[Triple]) -> None:
    values = [t.object for t in triples if t.predicate.value in (CK + "value", CK + "roundingHalfWidth")]
    assert len(values) == 2 * (5 + 1)
    for value in values:
        assert isinstance(value, Literal)
        assert value.datatype.value == XSD + "decimal"
        assert re.fullmatch(r"-?\d+(\.\d+)?", value.value)


def test_a_scale_word_is_an_integer_exponent(triples: list[Triple], facts: ReportFacts) -> None:
    node = NamedNode(facts.observations[0].iri)
    assert Triple(node, NamedNode(CK + "statedExponent"), Literal("9", datatype=NamedNode(XSD + "integer"))) in triples
    decimal = NamedNode(XSD + "decimal")
    assert Triple(node, NamedNode(CK + "value"), Literal("4210000000", datatype=decimal)) in triples


def test_a_change_names_its_base_period_and_a_result_its_operation(index: GraphIndex, facts: ReportFacts) -> None:
    change, result = facts.observations[2], facts.observations[3]
    assert index.values(change.iri, CK + "basePeriod") == [ID + "period-2019"]
    assert index.values(result.iri, CK + "resultOf") == [LANTERN]


def test_a_computed_figure_is_a_derived_observation_without_evidence(facts: ReportFacts) -> None:
    first, second = facts.observations[:2]
    total = replace(first, iri=ID + "obs-0123456789ab", computed_from=(first.iri, second.iri), evidence=())
    index = GraphIndex(report_triples(replace(facts, observations=(*facts.observations, total))))
    assert index.values(total.iri, RDF + "type") == [CK + "DerivedObservation"]
    assert index.values(total.iri, CK + "computedFrom") == sorted([first.iri, second.iri])
    assert index.values(total.iri, CK + "evidence") == []


def test_a_commitment_has_what_an_accomplishment_may_not_have(index: GraphIndex) -> None:
    plans, done = index.instances(CK + "Commitment"), index.instances(CK + "Accomplishment")
    only_plans = ("due", "dueBasis", "hasTarget", "continuesAction")
    found = Counter(name for plan in plans for name in only_plans if index.values(plan, CK + name))
    assert found == {"due": 2, "dueBasis": 2, "hasTarget": 1, "continuesAction": 1}
    assert not any(index.values(result, CK + name) for result in done for name in only_plans)
    assert len(done) == 2


def test_an_accomplishment_that_goes_on_from_another_says_nothing_of_it(facts: ReportFacts) -> None:
    done = replace(facts.actions[1], continues=facts.actions[0].iri)
    index = GraphIndex(report_triples(replace(facts, actions=(facts.actions[0], done))))
    assert index.values(done.iri, CK + "continuesAction") == []


def test_a_target_is_a_figure_with_the_evidence_of_its_commitment(index: GraphIndex) -> None:
    (target,) = index.instances(CK + "Target")
    (plan,) = (p for p in index.instances(CK + "Commitment") if index.value(p, CK + "hasTarget"))
    assert index.value(plan, CK + "hasTarget") == target
    assert Decimal(index.value(target, CK + "value")) == -20
    assert index.value(target, CK + "measureKind") == CKT + "kind-target-change"
    assert index.values(target, CK + "evidence") == index.values(plan, CK + "evidence")


def test_both_figures_stay_and_the_discrepancy_joins_them(index: GraphIndex, facts: ReportFacts) -> None:
    (node,) = index.instances(CK + "Discrepancy")
    pair = [o.iri for o in facts.observations if o.indicator == TRADE_VALUE]
    assert index.values(node, CK + "involves") == sorted(pair)
    assert sorted(index.value(iri, CK + "value") for iri in pair) == ["4210000000", "4230000000"]
    assert index.value(node, CK + "discrepancyType") == CKT + "discrepancy-conflict"
    assert index.value(node, RDFS + "comment").startswith("Trade value in 2020")


def test_every_quotation_is_verbatim_with_its_line_breaks(index: GraphIndex, facts: ReportFacts) -> None:
    training = index.quotations(facts.actions[1].iri)
    assert [q.exact for q in training] == ['Rudolf "Red" O\'Hara trained all dog\r\nhandlers in Ruritania']
    for span in index.instances(CK + "EvidenceSpan"):
        quotation = index.quotation(span)
        assert TEXT[quotation.start : quotation.end] == quotation.exact


def test_a_span_has_one_selector_of_each_kind_with_its_context(index: GraphIndex) -> None:
    spans = index.instances(CK + "EvidenceSpan")
    assert len(index.instances(OA + "TextPositionSelector")) == len(spans)
    for span in spans:
        assert index.values(span, OA + "hasSelector") == [f"{span}-pos", f"{span}-quote"]
        quotation = index.quotation(span)
        assert TEXT[: quotation.start][-32:] == index.value(f"{span}-quote", OA + "prefix")
        assert TEXT[quotation.end :][:32] == index.value(f"{span}-quote", OA + "suffix")


def test_context_is_left_out_at_the_edges_of_the_text(facts: ReportFacts) -> None:
    whole = replace(facts.entities[0], mentions=(Span(0, len(TEXT)),))
    index = GraphIndex(report_triples(replace(facts, entities=(whole, *facts.entities[1:]))))
    quote = f"{evidence_iri(SHA256, Span(0, len(TEXT)))}-quote"
    assert index.value(quote, OA + "exact") == TEXT
    assert index.values(quote, OA + "prefix") == index.values(quote, OA + "suffix") == []


def test_offsets_are_non_negative_integers(triples: list[Triple]) -> None:
    kinds = {
        t.object.datatype.value
        for t in triples
        if t.predicate.value in (OA + "start", OA + "end") and isinstance(t.object, Literal)
    }
    assert kinds == {XSD + "nonNegativeInteger"}


def test_a_span_names_the_things_in_it(index: GraphIndex) -> None:
    sentence = evidence_iri(SHA256, span_of("Operation “Lantern” led to 120 seizures of cigarettes"))
    own = evidence_iri(SHA256, span_of("cigarettes"))
    assert index.values(sentence, CK + "mentions") == [CIGARETTES, LANTERN]
    assert index.values(own, CK + "mentions") == [CIGARETTES]


def test_a_span_lies_in_the_innermost_section(facts: ReportFacts) -> None:
    inner = Section(3, "", "Harbours", facts.sections[2].span, facts.sections[2].heading, parent=2)
    span = facts.actions[2].evidence[0]
    index = GraphIndex(report_triples(replace(facts, sections=(*facts.sections, inner))))
    assert index.values(evidence_iri(SHA256, span), CK + "inSection") == [ID + "section-xr-2020-03-harbours"]


def test_a_span_before_the_first_section_is_in_none(facts: ReportFacts) -> None:
    early = replace(facts.entities[0], mentions=(Span(0, 9),))
    index = GraphIndex(report_triples(replace(facts, entities=(early,), claims=(), observations=(), actions=())))
    assert index.values(evidence_iri(SHA256, Span(0, 9)), CK + "inSection") == []


def test_sections_carry_title_number_and_order(index: GraphIndex, facts: ReportFacts) -> None:
    node = ID + "section-xr-2020-01-control"
    assert index.values(node, DCTERMS + "title") == ["CONTROL"]
    assert index.values(node, RDFS + "label") == ["II. CONTROL"]
    assert index.values(node, CK + "sectionOrder") == ["1"]
    assert index.values(node, CK + "sectionOf") == [facts.report.iri]


def test_a_section_without_title_still_has_an_iri(facts: ReportFacts) -> None:
    bare = replace(facts.sections[0], number="", title="")
    index = GraphIndex(report_triples(replace(facts, sections=(bare, *facts.sections[1:]))))
    assert ID + "section-xr-2020-00-untitled" in index.instances(CK + "ReportSection")


def test_the_text_is_pinned_by_its_digest(triples: list[Triple], index: GraphIndex, facts: ReportFacts) -> None:
    node = f"{ID}text-xr-2020-en-{SHA256[:12]}"
    digest = Literal(SHA256, datatype=NamedNode(XSD + "hexBinary"))
    assert Triple(NamedNode(node), NamedNode(CK + "sha256"), digest) in triples
    assert index.values(node, DCTERMS + "title") == ["ruritania.txt"]
    assert index.values(node, CK + "textOf") == [facts.report.iri]
    assert index.values(facts.report.iri, CK + "reportBy") == [AGENCY]


def test_periods_are_half_open_days_in_utc(triples: list[Triple]) -> None:
    node = NamedNode(ID + "period-2021-h1")
    moment = NamedNode(XSD + "dateTime")
    for name, value in (("periodStart", "2021-01-01T00:00:00Z"), ("periodEnd", "2021-07-01T00:00:00Z")):
        assert Triple(node, NamedNode(CK + name), Literal(value, datatype=moment)) in triples


def test_an_open_period_has_one_edge(facts: ReportFacts) -> None:
    since = Period("since-2010", "since 2010", facts.report.period.start, None)
    index = GraphIndex(report_triples(replace(facts, periods=(since,))))
    assert index.values(period_iri(since), CK + "periodStart") == ["2020-01-01T00:00:00Z"]
    assert index.values(period_iri(since), CK + "periodEnd") == []


def test_a_linked_period_that_nobody_dated_is_named_all_the_same(facts: ReportFacts) -> None:
    linked = replace(facts.entities[0], links=((CK + "occursDuring", ID + "period-1999"),))
    index = GraphIndex(report_triples(replace(facts, entities=(linked,))))
    assert index.values(ID + "period-1999", RDF + "type") == [CK + "Period"]
    assert index.label(ID + "period-1999") == "1999"


def test_a_currency_beyond_the_vocabulary_is_named_by_iso_4217(index: GraphIndex) -> None:
    assert index.label(DINAR) == "Bahraini Dinar"
    assert index.values(DINAR, SKOS + "notation") == ["BHD"]


def test_two_reports_share_what_they_both_name(facts: ReportFacts) -> None:
    other_text = ReportText("second.txt", TEXT + "\n", "0" * 64)
    renamed = tuple(replace(e, label=f"{e.label} again") if e.iri == AGENCY else e for e in facts.entities)
    second = replace(facts, text=other_text, entities=renamed)
    index = GraphIndex(report_triples(facts, second))
    assert index.values(AGENCY, SKOS + "prefLabel") == ["Ruritania Customs"]
    assert index.values(AGENCY, SKOS + "altLabel") == ["Ruritania Customs again", "the Service"]
    assert len(index.instances(CK + "ReportText")) == 2
    assert len(index.instances(CK + "Claim")) == 12
    assert index.things() == GraphIndex(report_triples(facts)).things()


@pytest.mark.parametrize(
    "unsafe",
    ["id/x", "http://a b", 'http://a/"', "http://a/<b>", "http://a/é", "http://a/{}", "http://a/\n", ""],
)
def test_an_unsafe_iri_is_refused(facts: ReportFacts, unsafe: str) -> None:
    bad = Entity(unsafe, CK + "Port", "port")
    with pytest.raises(InputError, match="cannot be an IRI"):
        report_triples(replace(facts, entities=(bad,)))


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_a_figure_that_is_no_number_is_refused(facts: ReportFacts, number: str) -> None:
    bad = replace(facts.observations[0], value=Decimal(number))
    with pytest.raises(InputError, match="finite"):
        report_triples(replace(facts, observations=(bad,)))


@pytest.mark.parametrize("span", [Span(-1, 3), Span(5, 5), Span(7, 3), Span(0, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused(facts: ReportFacts, span: Span) -> None:
    bad = replace(facts.claims[0], evidence=(span,))
    with pytest.raises(InputError, match="outside ruritania"):
        report_triples(replace(facts, claims=(bad,)))


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        (date(2013, 4, 1), date(2014, 4, 1), "year ended 31 March 2014"),
        (date(2013, 10, 1), date(2014, 10, 1), "year ended 30 September 2014"),
        (date(2014, 1, 1), date(2015, 1, 1), ""),
        (date(2013, 4, 1), date(2013, 7, 1), ""),
        (None, date(2014, 4, 1), ""),
    ],
)
def test_a_fiscal_year_is_also_named_by_the_day_on_which_it_ends(start: date, end: date, name: str) -> None:
    facts = sample_facts()
    period = Period("made-up", "made up", start, end)
    index = GraphIndex(report_triples(replace(facts, periods=(period,))))
    found = index.value(period_iri(period), SKOS + "altLabel")
    assert (found or "") == name
