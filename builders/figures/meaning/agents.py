"""Whose figure it is, and the operation that it results from."""

from __future__ import annotations

import re

from customs_kg.builders.document import Document
from customs_kg.builders.english.nominals import phrase_to, words_of_label
from customs_kg.builders.figures.context.case import PRONOUNS, Measured
from customs_kg.builders.figures.context.scene import Scene
from customs_kg.builders.quantities.quantity import Quantity
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_UNITS = (
    "EnforcementForce",
    "CustomsDistrict",
    "SubAdministration",
    "CustomsUnit",
    "CustomsHeadquarters",
    "OperationsCenter",
)
_RESULTS = ("Operation", "Campaign", "OperationSeries")
_SCOPES = (
    *_UNITS,
    "CustomsHouse",
    "EducationalInstitution",
    "RepresentativeOffice",
    "SupervisingOffice",
    "PublicBody",
    "CustomsAdministration",
    "Port",
    "Place",
    "CustomsTerritory",
    "SpecialControlArea",
    "PilotFreeTradeZone",
    "TransportCorridor",
)
_OF_WHICH = re.compile(r", of (?:which|whom)\b")
_ACCORDING = re.compile(
    r"\b(?:according to|as (?:told|reported|counted) by|figures? of) (?:the |our )?$", re.IGNORECASE
)
_REACH = 24  # characters that hold what the pattern above finds
_TELLING = frozenset("put give say state report estimate place set tell announce quote note count".split())
_ENDS = frozenset({"WDT", "WP", "WRB", ",", ";", ":", "(", ")", "."})
_LONGEST_ACTOR = 8  # words
_BODIES = ("CustomsAdministration", "PublicBody", "InternationalOrganization", "CustomsDistrict", "SubAdministration")


def agent_of(things: Things, scene: Scene, quantity: Quantity, *, again: bool = False) -> str:
    """The body that is the subject of the figure's clause; the administration where none is, or its headquarters.

    `again` tells that a pronoun stands for what a figure before measures: "the year before it had been 30 tons".
    """
    clause = scene.clause_before(scene.before(quantity))
    if clause is None or clause.subject is None or clause.passive or (again and clause.lemma == "be"):
        return things.agency
    start, end = scene.parsed.stretch(clause.subject)
    for mention in things.in_passage(scene.passage.index):
        if start <= mention.start and mention.end <= end and _class_of(things, mention) in _BODIES:
            return mention.thing if mention.end >= end - 1 and mention.thing != things.headquarters else things.agency
    return things.agency


def actor_of(scene: Scene, quantity: Quantity) -> str:
    """Who or what did it, where that is not the administration or its staff: "the helpdesk took 31,000 calls".

    The subject of the active clause of which a figure is part of the predicate, or what a relative before the figure
    stands for ("the pilot, in which nine firms take part"); empty where there is none.
    """
    first = scene.before(quantity)
    if (related := _related(scene, first)) is not None:
        return related
    clause = scene.clause_before(first)
    if clause is None or clause.passive or not clause.finite or scene.in_brackets(quantity.start):
        return ""
    run = scene.subject_of(clause)
    if run is None or run[1] - run[0] > _LONGEST_ACTOR or any(i in scene.places.values() for i in range(*run)):
        return ""
    words = [t for i, t in enumerate(scene.tokens[run[0] : run[1]], run[0]) if i not in scene.stops or t.tag == "CD"]
    words = [t for t in words if t.tag not in ("CC", "RB", ",")]
    if len(words) == 1 and words[0].start in scene.resolved:
        return scene.resolved[words[0].start]
    telling = any(t.is_noun and t.lower not in PRONOUNS for t in words)
    return words_of_label(words) if telling and not scene.names_body(words) else ""


def _related(scene: Scene, first: int) -> str | None:
    """As in "the pilot, in which nine firms take part", "dogs which found 40 kg": the noun before a relative."""
    tokens = scene.tokens
    at = next((i for i in range(first - 1, max(-1, first - _LONGEST_ACTOR), -1) if tokens[i].tag in _ENDS), -1)
    if at < 1 or tokens[at].lower not in ("which", "who", "that", "whom", "where"):
        return None
    end = at - (tokens[at - 1].tag == "IN")
    end -= end > 0 and tokens[end - 1].tag == ","
    phrase = phrase_to(tokens, end)
    if phrase is None or phrase.end != end or any(i in scene.stops for i in range(phrase.start, phrase.end)):
        return None
    words = tokens[phrase.start : phrase.end]
    return "" if scene.names_body(words) else words_of_label(words)


def _class_of(things: Things, mention: Mention) -> str:
    entity = things.entities.get(mention.thing)
    return entity.cls.removeprefix(CK) if entity else ""


def named_in(things: Things, scene: Scene, quantity: Quantity, stretch: tuple[int, int], words: str) -> frozenset[str]:
    """The labels of the bodies and places, other than the administration, that a stretch or these words name.

    Whoever only tells a figure ("the Minister put the take at 5 tons") or has a part of it ("9 tons, of which Orle
    took 4") is not among them.
    """
    own = (things.agency, things.headquarters)
    parts = _OF_WHICH.search(scene.text, quantity.end, stretch[1])
    stretch = (stretch[0], parts.start() if parts else stretch[1])
    found = (
        m
        for m in things.in_passage(scene.passage.index)
        if ((stretch[0] <= m.start and m.end <= stretch[1]) or scene.text[m.start : m.end] in words)
        and m.thing not in own
        and m.how != "pronoun"
    )
    kept = (m for m in found if _class_of(things, m) in _SCOPES and not _tells(scene, m))
    known = frozenset(things.entities[m.thing].label for m in kept)
    return known or _places(scene, stretch)


def _places(scene: Scene, stretch: tuple[int, int]) -> frozenset[str]:
    """The proper nouns that a preposition of place puts before or after a figure: "the post at Orla"."""
    tokens = scene.tokens
    inside = range(max(1, scene.token_at(stretch[0])), scene.token_at(stretch[1] - 1) + 1)
    return frozenset(
        token.text
        for i, token in zip(inside, tokens[inside.start : inside.stop], strict=False)
        if stretch[0] <= token.start < stretch[1]
        and i not in scene.stops
        and tokens[i - 1].lower in ("at", "in", "from")
        and token.tag == "NNP"
        and token.text[0].isupper()
    )


def _tells(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is the source of a figure, or stands in the subject of a verb of telling."""
    if _ACCORDING.search(scene.text, max(0, mention.start - _REACH), mention.start):
        return True
    at = scene.token_at(mention.start)
    clause = scene.clause_of_subject(at)
    return clause is not None and clause.lemma in _TELLING


def bodies_in(things: Things, index: int) -> tuple[tuple[int, int], ...]:
    """Where a passage names the administration or a unit of it: what they did counts for every figure."""
    own = (things.agency, things.headquarters)
    return tuple((m.start, m.end) for m in things.in_passage(index) if m.thing in own or _class_of(things, m) in _UNITS)


def own_in(things: Things, index: int) -> tuple[tuple[int, int], ...]:
    """Where a passage names the administration itself."""
    own = (things.agency, things.headquarters)
    return tuple((m.start, m.end) for m in things.in_passage(index) if m.thing in own)


def resolved_pronouns(things: Things, index: int) -> dict[int, str]:
    """What the pronouns of a passage stand for, where that is not the administration itself."""
    own = (things.agency, things.headquarters)
    return {
        m.start: things.entities[m.thing].label
        for m in things.in_passage(index)
        if m.how == "pronoun" and m.thing not in own and m.thing in things.entities
    }


def _is_drive(things: Things, mention: Mention) -> bool:
    """Whether a mention names an operation or campaign, and does not only describe some."""
    return mention.how not in ("description", "head", "pronoun") and _class_of(things, mention) in _RESULTS


def _stands_for_drive(things: Things, mention: Mention) -> bool:
    """As in "It led to 57 arrests": a pronoun for an operation."""
    return mention.how == "pronoun" and _class_of(things, mention) in _RESULTS


def result_of(document: Document, things: Things, scene: Scene, quantity: Quantity, measured: Measured) -> str | None:
    """The operation that a figure results from: named before it in the sentence, or in the sentence before."""
    for mention in reversed(things.in_passage(scene.passage.index)):
        if mention.end <= quantity.start and (_is_drive(things, mention) or _stands_for_drive(things, mention)):
            return mention.thing
    index = scene.passage.index
    if not measured.verb or index == 0:
        return None
    before = document.passages[index - 1]
    if before.segment.paragraph != scene.passage.segment.paragraph:
        return None
    named = [m for m in things.in_passage(index - 1) if _is_drive(things, m)]
    return named[-1].thing if named else None
