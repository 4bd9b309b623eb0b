"""Invented facts in any number, for tests of size: a report's shape (few hubs, many leaves) and nothing else."""

from __future__ import annotations

import hashlib
import random
from datetime import date
from decimal import Decimal

from customs_kg.graph.identifiers import mint_statement, mint_thing
from customs_kg.graph.model import (
    Action,
    Claim,
    DueBasis,
    Entity,
    MeasureKind,
    Modality,
    Observation,
    Period,
    Qualifier,
    Report,
    ReportFacts,
    ReportText,
    Section,
    Span,
)
from customs_kg.ontology.iris import CK, CKT, UNIT

_CLASSES = ("CustomsUnit", "Operation", "Programme", "CooperationAgreement", "Indicator", "Place", "InformationSystem")
_SHARES = (12, 4, 14, 6, 34, 18, 12)
_WORDS = ("harbour", "lantern", "parcel", "tariff", "granite", "window", "northern", "audit", "swift", "orchard")
_PREDICATES = ("conductedBy", "coversPlace", "supports", "locatedIn", "supervises", "implements", "targetsGoods")
_YEAR = Period("2020", "2020", date(2020, 1, 1), date(2021, 1, 1))
_NEXT = Period("2021", "2021", date(2021, 1, 1), date(2022, 1, 1))
_SECTIONS = 8


def made_up_facts(things: int, seed: int = 1) -> ReportFacts:
    """About 1.6 claims, 0.4 figures and 0.3 actions a thing, spread over eight sections (fewer for few things)."""
    chance = random.Random(seed)  # noqa: S311  (not for secrets)
    entities = tuple(_entity(number, chance) for number in range(things))
    text, spans, sections = _text(max(things, 1))
    claims = tuple(_claim(entities, spans, chance) for _ in range(round(things * 1.6) if things > 1 else 0))
    metrics = [e for e in entities if e.cls == CK + "Indicator"]
    figures = [_figure(entities, metrics, spans, n, chance) for n in range(round(things * 0.4))] if metrics else []
    actions = [_action(entities, spans, n, chance) for n in range(round(things * 0.3))]
    agency = entities[0].iri if entities else mint_thing("agency", "xr", "Nobody")
    return ReportFacts(
        Report(mint_thing("report", "xr", "made up", "2020"), "Made-up annual report 2020", agency, "xr", _YEAR),
        ReportText("made-up.txt", text, hashlib.sha256(text.encode()).hexdigest()),
        sections if things else (),
        entities,
        tuple({(c.subject, c.predicate, c.object): c for c in claims}.values()),
        tuple(figures),
        tuple(actions),
        (),
        (),
    )


def _entity(number: int, chance: random.Random) -> Entity:
    cls = "CustomsAdministration" if number == 0 else chance.choices(_CLASSES, _SHARES)[0]
    words = " ".join(chance.sample(_WORDS, chance.randint(1, 4)))
    return Entity(mint_thing("thing", "xr", f"{words} {number}"), CK + cls, f"{words} {number}".capitalize())


def _text(lines: int) -> tuple[str, list[Span], tuple[Section, ...]]:
    parts: list[str] = []
    spans: list[Span] = []
    sections: list[Section] = []
    at = 0
    each = -(-lines // _SECTIONS)
    for line in range(lines):
        if line % each == 0:
            heading = f"{len(sections) + 1}. PART {len(sections) + 1}\n"
            sections.append(
                Section(
                    len(sections),
                    str(len(sections) + 1),
                    f"PART {len(sections) + 1}",
                    Span(at, at),
                    Span(at, at + len(heading) - 1),
                )
            )
            parts.append(heading)
            at += len(heading)
        sentence = f"In this year the office number {line} of the invented land kept its books in very good order.\n"
        spans.append(Span(at + 5, at + len(sentence) - 2))
        parts.append(sentence)
        at += len(sentence)
    ends = [*(s.span.start for s in sections[1:]), at]
    whole = tuple(
        Section(s.order, s.number, s.title, Span(s.span.start, end), s.heading)
        for s, end in zip(sections, ends, strict=True)
    )
    return "".join(parts), spans, whole


def _pick(entities: tuple[Entity, ...], chance: random.Random) -> Entity:
    return entities[int(chance.random() ** 3 * len(entities))]


def _claim(entities: tuple[Entity, ...], spans: list[Span], chance: random.Random) -> Claim:
    modality = chance.choices((Modality.ACTUAL, Modality.STANDING, Modality.PLANNED), (5, 3, 2))[0]
    confidence = Decimal(chance.randint(60, 99)) / 100
    subject, value = chance.choice(entities), _pick(entities, chance)
    span = (chance.choice(spans),)
    return Claim(subject.iri, CK + chance.choice(_PREDICATES), value.iri, modality, confidence, span, "made-up")


def _figure(
    entities: tuple[Entity, ...], metrics: list[Entity], spans: list[Span], number: int, chance: random.Random
) -> Observation:
    kind = chance.choice((MeasureKind.LEVEL, MeasureKind.LEVEL, MeasureKind.YOY_PERCENT, MeasureKind.SHARE))
    level = kind is MeasureKind.LEVEL
    value = Decimal(chance.randint(1, 900000)) if level else Decimal(chance.randint(-300, 900)) / 10
    unit = UNIT + ("NUM" if level else "PERCENT")
    stated = f"{value:,}" if level else f"{value} percent"
    return Observation(
        mint_statement("obs", str(number)), chance.choice(metrics).iri, _pick(entities, chance).iri, _YEAR, kind, value,
        unit, stated, 0, Decimal("0.5"), Qualifier.EXACT, Modality.ACTUAL, Decimal("0.95"), (chance.choice(spans),),
        "made-up",
    )  # fmt: skip


def _action(entities: tuple[Entity, ...], spans: list[Span], number: int, chance: random.Random) -> Action:
    planned = chance.random() < 0.4
    about = chance.choice(entities)
    return Action(
        mint_statement("commitment" if planned else "accomplishment", str(number)), (_pick(entities, chance).iri,),
        CKT + chance.choice(("action-launch", "action-expand", "action-reduce")), (about.iri,),
        f"kept {about.label} in good order", Modality.PLANNED if planned else Modality.ACTUAL, Decimal("0.9"),
        (chance.choice(spans),), "made-up", period=None if planned else _YEAR, due=_NEXT if planned else None,
        due_basis=DueBasis.AFTER_REPORT if planned else DueBasis.NONE,
    )  # fmt: skip
