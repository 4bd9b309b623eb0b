"""The view model: what the page knows, and that every statement leads to its exact words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_kg.graph.identifiers import mint_statement, mint_thing
from customs_kg.graph.layout import place
from customs_kg.graph.model import (
    Action,
    Assessment,
    Claim,
    FulfilmentStatus,
    Modality,
    Observation,
    Period,
    ReportFacts,
    Section,
    Span,
)
from customs_kg.graph.passages import locate, read_passages
from customs_kg.graph.statements import claim_iri
from customs_kg.graph.view import build_view, kind_of
from customs_kg.graph.view_model import Kind, View, pairs_of
from customs_kg.graph.wording import Wording
from customs_kg.ontology.iris import CK, ID
from tests.graph import sample
from tests.graph.made_up import made_up_facts


@pytest.fixture(scope="module")
def facts() -> ReportFacts:
    return sample.sample_facts()


@pytest.fixture(scope="module")
def view(facts: ReportFacts) -> View:
    return build_view([facts])


def _thing(view: View, iri: str) -> int:
    return [thing.id for thing in view.things].index(iri.removeprefix(ID))


def test_every_entity_and_statement_is_in_the_view_under_its_iri(facts: ReportFacts, view: View) -> None:
    assert {ID + thing.id for thing in view.things} == {entity.iri for entity in facts.entities}
    claims = {claim_iri(claim, facts.text.sha256) for claim in facts.claims}
    assert {ID + fact.id for fact in view.facts} == claims
    assert [ID + figure.id for figure in view.figures] == [o.iri for o in facts.observations]
    assert [ID + action.id for action in view.actions] == [a.iri for a in facts.actions]


def test_marks_hold_the_words_of_the_evidence(facts: ReportFacts, view: View) -> None:
    stated: list[Claim | Observation | Action] = [*facts.claims, *facts.observations, *facts.actions]
    for shown, told in zip(view.statements, stated, strict=True):
        words = [view.sentences[m.passage].text[m.start : m.end] for m in shown.basis.marks]
        assert words == [" ".join(facts.text.text[s.start : s.end].split()) for s in told.evidence]


def test_a_sentence_is_whole_stands_once_and_folds_its_line_breaks(view: View) -> None:
    texts = [sentence.text for sentence in view.sentences]
    assert 'Rudolf "Red" O\'Hara trained all dog handlers in Ruritania.' in texts
    assert len(texts) == len(set(texts))
    assert [s.offset for s in view.sentences] == sorted(s.offset for s in view.sentences)


def test_neighbouring_sentences_are_linked_only_inside_a_section(view: View) -> None:
    for before, after in zip(view.sentences, view.sentences[1:], strict=False):
        assert not after.linked or before.section == after.section
    assert [s.linked for s in view.sentences].count(True) == len(view.sentences) - 3


def test_statements_and_things_know_their_sections(view: View) -> None:
    lantern = view.things[_thing(view, sample.LANTERN)]
    port = view.things[_thing(view, sample.PORT)]
    assert [view.sections[at].title for at in lantern.sections] == ["FOREWORD"]
    assert [view.sections[at].title for at in port.sections] == ["CONTROL", "PLANS"]


@pytest.mark.parametrize(
    ("cls", "kind"),
    [
        ("CustomsAdministration", Kind.AGENCY),
        ("CustomsHeadquarters", Kind.AGENCY),
        ("SupervisedAssociation", Kind.AGENCY),
        ("InternationalOrganization", Kind.AGENCY),
        ("Operation", Kind.OPERATION),
        ("OperationSeries", Kind.OPERATION),
        ("Programme", Kind.PROGRAMME),
        ("Reform", Kind.PROGRAMME),
        ("Project", Kind.PROGRAMME),
        ("CooperationAgreement", Kind.AGREEMENT),
        ("TradeAgreement", Kind.AGREEMENT),
        ("Indicator", Kind.METRIC),
        ("Port", Kind.OTHER),
        ("LegalInstrument", Kind.OTHER),
        ("NoSuchClass", Kind.OTHER),
    ],
)
def test_the_kind_of_a_class_follows_the_ontology(cls: str, kind: Kind) -> None:
    assert kind_of(CK + cls, Wording.of_ontology()) is kind


def test_words_are_for_people(view: View) -> None:
    by_id = {fact.object: fact for fact in view.facts}
    conducted = by_id[_thing(view, sample.AGENCY)]
    assert {fact.predicate for fact in view.facts} >= {"conducted by", "supervises"}
    assert conducted.inverse != conducted.predicate
    assert view.figures[2].kind == "change on the year before, in percent"
    assert view.figures[0].value == "4210000000"
    assert view.plans[0].due == "first half of 2021"
    assert view.plans[0].due_by == "2021-07-01"
    assert ("code", "XRU") in view.things[_thing(view, sample.TERRITORY)].traits
    assert any(value == "2020" for _, value in view.things[_thing(view, sample.LANTERN)].traits)


def test_wording_without_an_ontology_reads_iris() -> None:
    bare = Wording()
    assert bare.label(CK + "headquartersOf") == "headquarters of"
    assert bare.inverse(CK + "headquartersOf") == "← headquarters of"
    assert Wording.of_ontology().inverse(CK + "conductedBy") == "conducts"


def test_plans_and_results_are_apart(view: View) -> None:
    assert all(plan.basis.modality == "planned" for plan in view.plans)
    assert {*view.plans, *view.results} == set(view.actions)
    assert not set(view.plans) & set(view.results)


def test_a_thing_that_only_a_statement_names_is_shown_too(facts: ReportFacts) -> None:
    unknown = mint_thing("indicator", "", "parcels opened")
    stray = replace(facts.observations[0], indicator=unknown)
    view = build_view([replace(facts, observations=(stray,))])
    thing = view.things[_thing(view, unknown)]
    assert (thing.label, thing.kind) == ("indicator parcels opened", Kind.METRIC)


def test_two_reports_share_a_thing_and_keep_their_own_sentences(facts: ReportFacts) -> None:
    year = Period("2021", "2021", date(2021, 1, 1), date(2022, 1, 1))
    later = replace(facts, report=replace(facts.report, iri=facts.report.iri + "-2", period=year))
    view = build_view([facts, later])
    assert len(view.sources) == 2
    assert len(view.things) == len(facts.entities)
    assert len(view.sections) == 2 * len(facts.sections)
    assert {sentence.source for sentence in view.sentences} == {0, 1}
    for figure in view.figures[len(facts.observations) :]:
        assert all(view.sentences[mark.passage].source == 1 for mark in figure.basis.marks)


def test_links_count_the_statements_of_a_thing(view: View) -> None:
    for index, thing in enumerate(view.things):
        pairs = {id(s) for s in view.statements for pair in pairs_of(s) if index in pair}
        assert thing.links >= len(pairs)
    assert view.things[_thing(view, sample.AGENCY)].links == 10


def test_a_pair_never_joins_a_thing_with_itself(facts: ReportFacts) -> None:
    claim = facts.claims[0]
    view = build_view([replace(facts, claims=(replace(claim, object=claim.subject),))])
    assert pairs_of(view.facts[0]) == []


def test_the_view_is_the_same_on_every_build(facts: ReportFacts) -> None:
    assert build_view([facts]) == build_view([sample.sample_facts()])


@pytest.mark.parametrize("things", [0, 1, 2, 40])
def test_few_things_and_none(things: int) -> None:
    view = build_view([made_up_facts(things)])
    assert len(view.things) == max(things, 1)
    assert len({(thing.x, thing.y) for thing in view.things}) == len(view.things)


def test_planned_claims_stay_planned(view: View, facts: ReportFacts) -> None:
    planned = [c for c in facts.claims if c.modality is Modality.PLANNED]
    assert len([f for f in view.facts if f.basis.modality == "planned"]) == len(planned) == 1


# Sentences of a stored text, and spans in them.


def test_wrapped_and_double_spaced_prose_is_one_sentence() -> None:
    text = "The office kept\n\nits books in\n\nvery good order. It\n\nclosed at noon."
    assert [p.text for p in read_passages(text, ())] == [
        "The office kept its books in very good order.",
        "It closed at noon.",
    ]


def test_rows_stand_alone() -> None:
    text = "12 ports\n\nBHD4 million of duty\n\n3,000 parcels\n"
    assert [p.text for p in read_passages(text, ())] == ["12 ports", "BHD4 million of duty", "3,000 parcels"]


def test_a_wrapped_line_that_opens_with_a_name_is_no_row() -> None:
    lines = [
        "The office will carry out in full what was laid down by the",
        "National Congress, by the Central Committee in its third,",
        "Fourth and fifth sessions, and by the Conference.",
    ]
    assert [p.text for p in read_passages("\n\n".join(lines), ())] == [" ".join(lines)]


def test_dots_that_lead_to_a_value_do_not_end_a_sentence() -> None:
    assert [p.text for p in read_passages("Tax collection ........ RMB 9 billion", ())] == [
        "Tax collection ........ RMB 9 billion"
    ]


def test_a_long_row_among_short_ones_is_a_row_too() -> None:
    rows = ["12 ports", "733 parcels and letters that arrived or left by the mail", "9,000 declarations", "4 ships"]
    assert [p.text for p in read_passages("\n\n".join(rows), ())] == rows


def test_list_items_stand_alone() -> None:
    text = "It did this:\n- opened a port;\n- closed a gate.\n"
    assert [p.text for p in read_passages(text, ())] == ["It did this:", "- opened a port;", "- closed a gate."]


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Order No. 5 was signed by Dr. Black of the U.S. Treasury. It holds."
    assert [p.text for p in read_passages(text, ())] == [
        "Order No. 5 was signed by Dr. Black of the U.S. Treasury.",
        "It holds.",
    ]


def test_headings_are_apart_and_the_deepest_section_holds() -> None:
    text = "ONE\nFirst words.\nTwo\nSecond words.\n"
    sections = (
        Section(0, "", "ONE", Span(0, len(text)), Span(0, 3)),
        Section(1, "", "Two", Span(17, len(text)), Span(17, 20), parent=0),
    )
    passages = read_passages(text, sections)
    assert [(p.text, p.section, p.heading) for p in passages] == [
        ("ONE", 0, True),
        ("First words.", 0, False),
        ("Two", 1, True),
        ("Second words.", 1, False),
    ]


@given(st.text(alphabet="aB3. \n\r\t“é😀", max_size=80), st.data())
def test_a_span_is_found_whatever_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    passages = read_passages(text, ())
    marks = locate(text, passages, Span(start, end))
    found = "".join(passages[m.passage].text[m.start : m.end] for m in marks)
    assert "".join(found.split()) == "".join(text[start:end].split())


@given(st.text(alphabet="aB3. \n\r\t“é😀", max_size=80))
def test_passages_lose_no_word(text: str) -> None:
    assert "".join("".join(p.text for p in read_passages(text, ())).split()) == "".join(text.split())


# Positions of the whole map.


def test_every_thing_has_a_place_of_its_own() -> None:
    things = [f"t{n}" for n in range(60)]
    links = [(things[n], things[n // 3]) for n in range(1, 50)]
    placed = place(things, links)
    assert set(placed) == set(things)
    assert len(set(placed.values())) == len(things)


def test_the_order_of_the_input_does_not_matter() -> None:
    things = [f"t{n}" for n in range(30)]
    links = [(things[n], things[(n * 7) % 30]) for n in range(30)]
    turned = [(b, a) for a, b in reversed(links)]
    assert place(things, links) == place(things[::-1], turned)


@pytest.mark.parametrize(
    ("things", "links"), [([], []), (["a"], []), (["a"], [("a", "a")]), (["a", "b"], [("a", "b"), ("b", "a")])]
)
def test_the_smallest_graphs(things: list[str], links: list[tuple[str, str]]) -> None:
    placed = place(things, links)
    assert sorted(placed) == things
    assert len(set(placed.values())) == len(things)


def test_a_plan_knows_what_a_later_report_says_became_of_it() -> None:
    earlier = sample.sample_facts()
    plan = next(action for action in earlier.actions if action.modality is Modality.PLANNED)
    words = earlier.actions[0].evidence
    assessment = Assessment(
        mint_statement("assessment", "x"), plan.iri, FulfilmentStatus.LATE, Decimal("0.8"), words, "test", "Late."
    )
    report = replace(earlier.report, iri=earlier.report.iri + "-later")
    later = replace(earlier, report=report, assessments=(assessment,), actions=(), claims=(), observations=())
    view = build_view([earlier, replace(later, discrepancies=())])
    told = [action.outcomes for action in view.actions if action.outcomes]
    assert [[verdict for verdict, _ in outcomes] for outcomes in told] == [["met late"]]
    assert all(marks for outcomes in told for _, marks in outcomes)
