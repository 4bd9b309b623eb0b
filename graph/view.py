"""Builds the view of the graph that the page shows, from what was read out of one report or several.

Every name in it is already a word for people, and every statement carries marks: which sentence, from where
to where.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from customs_kg.graph import model
from customs_kg.graph.identifiers import evidence_iri, period_iri
from customs_kg.graph.layout import place
from customs_kg.graph.passages import Mark
from customs_kg.graph.statements import claim_iri
from customs_kg.graph.triples import report_triples
from customs_kg.graph.turtle import write_turtle
from customs_kg.graph.view_model import (
    Action,
    Basis,
    Discrepancy,
    Fact,
    Figure,
    Kind,
    Source,
    Thing,
    View,
    pairs_of,
    takers_of,
)
from customs_kg.graph.view_text import ViewText
from customs_kg.graph.wording import Wording, spell
from customs_kg.ontology.iris import CK, CKT, ID

_KIND_OF_CLASS: Mapping[str, Kind] = {
    "PublicBody": Kind.AGENCY,
    "CustomsUnit": Kind.AGENCY,
    "StationedOffice": Kind.AGENCY,
    "Association": Kind.AGENCY,
    "InternationalOrganization": Kind.AGENCY,
    "IntergovernmentalGrouping": Kind.AGENCY,
    "CoordinationMechanism": Kind.AGENCY,
    "Operation": Kind.OPERATION,
    "OperationSeries": Kind.OPERATION,
    "Endeavour": Kind.PROGRAMME,
    "Agreement": Kind.AGREEMENT,
    "Indicator": Kind.METRIC,
}


def build_view(reports: Sequence[model.ReportFacts], *, wording: Wording | None = None) -> View:
    """The view of one report or several, things with the same IRI taken as one.

    An IRI that a statement names and no entity describes gets a thing whose label is read off the IRI.
    """
    words = wording or Wording.of_ontology()
    texts = ViewText(reports)
    entities = _entities(reports)
    index = {iri: number for number, iri in enumerate(entities)}
    facts = tuple(_fact(c, r, texts, words, index) for r, f in enumerate(reports) for c in f.claims)
    figures = tuple(_figure(o, r, texts, words, index) for r, f in enumerate(reports) for o in f.observations)
    outcomes = _outcomes(reports, texts, words)
    actions = tuple(
        replace(_action(a, r, texts, words, index), outcomes=tuple(outcomes.get(a.iri, ())))
        for r, f in enumerate(reports)
        for a in f.actions
    )
    things = _things(entities, reports, texts, words, (facts, figures, actions))
    return View(
        tuple(_source(f, entities) for f in reports),
        texts.sections,
        texts.sentences(),
        things,
        facts,
        figures,
        actions,
        tuple(_discrepancy(d, words) for f in reports for d in f.discrepancies),
        write_turtle(report_triples(*reports)).decode("utf-8"),
    )


def _entities(reports: Sequence[model.ReportFacts]) -> dict[str, model.Entity | None]:
    """Every IRI that is a thing, sorted, with the first entity that describes it (None when only named)."""
    found: dict[str, model.Entity | None] = {}
    for facts in reports:
        for entity in facts.entities:
            found.setdefault(entity.iri, entity)
    for facts in reports:
        for iri in _named(facts):
            found.setdefault(iri, None)
    return dict(sorted(found.items()))


def _named(facts: model.ReportFacts) -> Iterable[str]:
    yield facts.report.agency
    for claim in facts.claims:
        yield from (claim.subject, claim.object)
    for observation in facts.observations:
        yield from (observation.indicator, observation.agent, *observation.breakdown)
        yield from filter(None, [observation.result_of])
    for action in facts.actions:
        yield from (*action.actor, *action.acts_on)
        yield from filter(None, [action.target.indicator if action.target else None])


def short(iri: str) -> str:
    """The id of an IRI on the page: the tail of a thing's IRI, else the whole IRI."""
    return iri.removeprefix(ID)


def _source(facts: model.ReportFacts, entities: Mapping[str, model.Entity | None]) -> Source:
    agency = entities.get(facts.report.agency)
    label = agency.label if agency else spell(facts.report.agency)
    report = facts.report
    return Source(short(report.iri), report.title, label, report.period.label, facts.text.name, facts.text.sha256)


def _basis(stated: model.Claim | model.Observation | model.Action, report: int, texts: ViewText) -> Basis:
    return Basis(
        stated.modality.value,
        str(stated.confidence),
        tuple(evidence_iri(texts.digest(report), span) for span in stated.evidence),
        texts.marks(report, stated.evidence),
        texts.sections_of(report, stated.evidence),
    )


def _fact(claim: model.Claim, report: int, texts: ViewText, words: Wording, index: Mapping[str, int]) -> Fact:
    return Fact(
        short(claim_iri(claim, texts.digest(report))),
        _basis(claim, report, texts),
        index[claim.subject],
        words.label(claim.predicate),
        words.inverse(claim.predicate),
        index[claim.object],
    )


def _figure(seen: model.Observation, report: int, texts: ViewText, words: Wording, index: Mapping[str, int]) -> Figure:
    return Figure(
        id=short(seen.iri),
        basis=_basis(seen, report, texts),
        indicator=index[seen.indicator],
        agent=index[seen.agent],
        result_of=index[seen.result_of] if seen.result_of else None,
        breakdown=tuple(index[iri] for iri in seen.breakdown),
        period=seen.period.label,
        kind=words.label(f"{CKT}kind-{seen.kind.value}"),
        measure=seen.kind.value,
        value=format(seen.value, "f"),
        unit=words.label(seen.unit),
        stated=seen.stated,
        qualifier=seen.qualifier.value,
        base_period=seen.base_period.label if seen.base_period else "",
        source=report,
    )


def _action(done: model.Action, report: int, texts: ViewText, words: Wording, index: Mapping[str, int]) -> Action:
    target = done.target
    return Action(
        id=short(done.iri),
        basis=_basis(done, report, texts),
        planned=done.modality is model.Modality.PLANNED,
        actors=tuple(index[iri] for iri in done.actor),
        action=_doing(done, words),
        acts_on=tuple(index[iri] for iri in done.acts_on),
        description=done.description,
        period=done.period.label if done.period else "",
        due=done.due.label if done.due else "",
        due_by=done.due.end.isoformat() if done.due and done.due.end else "",
        due_basis=done.due_basis.value,
        target=target.stated if target else "",
        target_indicator=index[target.indicator] if target else None,
        continues=short(done.continues) if done.continues else "",
        source=report,
    )


def _outcomes(
    reports: Sequence[model.ReportFacts], texts: ViewText, words: Wording
) -> dict[str, list[tuple[str, tuple[Mark, ...]]]]:
    """What later reports say became of commitments, by IRI: the verdict and the words that it rests on."""
    found: dict[str, list[tuple[str, tuple[Mark, ...]]]] = defaultdict(list)
    for report, facts in enumerate(reports):
        for assessment in facts.assessments:
            verdict = words.label(f"{CKT}fulfilment-{assessment.status.value}")
            found[assessment.commitment].append((verdict, texts.marks(report, assessment.evidence)))
    return found


def _doing(done: model.Action, words: Wording) -> str:
    """What is done, as words between who does it and to what."""
    return "acts on" if done.acts_on and done.action_type == f"{CKT}action-other" else words.label(done.action_type)


def _discrepancy(found: model.Discrepancy, words: Wording) -> Discrepancy:
    difference = "" if found.relative_difference is None else format(found.relative_difference, "f")
    return Discrepancy(
        short(found.iri),
        words.label(f"{CKT}discrepancy-{found.type.value}"),
        difference,
        found.comment,
        tuple(short(iri) for iri in found.involves),
    )


def _things(
    entities: Mapping[str, model.Entity | None],
    reports: Sequence[model.ReportFacts],
    texts: ViewText,
    words: Wording,
    statements: tuple[tuple[Fact, ...], tuple[Figure, ...], tuple[Action, ...]],
) -> tuple[Thing, ...]:
    iris = tuple(entities)
    takers = takers_of(*statements)
    links = Counter(thing for _, things in takers for thing in set(things))
    spots = place(iris, [(iris[a], iris[b]) for group in statements for one in group for a, b in pairs_of(one)])
    sections: dict[int, set[int]] = defaultdict(set)
    for basis, things in takers:
        for thing in things:
            sections[thing].update(basis.sections)
    mentions = _mentions(reports, texts)
    periods = _period_labels(reports)
    made: list[Thing] = []
    for number, (iri, entity) in enumerate(entities.items()):
        marks, mentioned = mentions.get(iri, ((), ()))
        shown = entity or model.Entity(iri, _class_of_bare(number, statements[1]), periods.get(iri) or spell(iri))
        made.append(
            Thing(
                id=short(iri),
                label=shown.label,
                aliases=tuple(dict.fromkeys((*shown.alt_labels, *shown.hidden_labels))),
                kind=kind_of(shown.cls, words),
                cls=words.label(shown.cls),
                description=shown.description,
                traits=_traits(shown, words, periods),
                sections=tuple(sorted(sections[number] | set(mentioned))),
                marks=marks,
                links=links[number],
                x=spots[iri][0],
                y=spots[iri][1],
            )
        )
    return tuple(made)


def _traits(entity: model.Entity, words: Wording, periods: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    links = ((words.label(predicate), periods.get(value) or words.label(value)) for predicate, value in entity.links)
    codes = [("code", entity.notation)] if entity.notation else []
    return (*links, *codes)


def _period_labels(reports: Sequence[model.ReportFacts]) -> dict[str, str]:
    """The labels of the periods that reports, figures, actions and events name, by IRI."""
    found: list[model.Period | None] = []
    for facts in reports:
        found.extend((facts.report.period, *facts.periods))
        for seen in facts.observations:
            found.extend((seen.period, seen.base_period))
        for done in facts.actions:
            found.extend((done.period, done.due))
    return {period_iri(period): period.label for period in found if period}


def kind_of(cls_iri: str, words: Wording) -> Kind:
    """The kind of a thing of this class: that of the nearest class that has one, else other."""
    return next((_KIND_OF_CLASS[name] for name in words.ancestry(cls_iri) if name in _KIND_OF_CLASS), Kind.OTHER)


def _class_of_bare(number: int, figures: tuple[Figure, ...]) -> str:
    """The class of a thing that no entity describes: an indicator when a figure counts it."""
    return CK + ("Indicator" if any(figure.indicator == number for figure in figures) else "DomainEntity")


def _mentions(
    reports: Sequence[model.ReportFacts], texts: ViewText
) -> dict[str, tuple[tuple[Mark, ...], tuple[int, ...]]]:
    found: dict[str, tuple[tuple[Mark, ...], tuple[int, ...]]] = {}
    for report, facts in enumerate(reports):
        for entity in facts.entities:
            marks, sections = found.get(entity.iri, ((), ()))
            found[entity.iri] = (
                marks + texts.marks(report, entity.mentions),
                sections + texts.sections_of(report, entity.mentions),
            )
    return found
