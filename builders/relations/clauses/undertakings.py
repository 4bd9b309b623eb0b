"""Who takes part in what a clause is set in: "in Operation A, the B seized ...", "as part of the A Programme"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.clauses.together import actors, partners_of
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_UNDERSTOOD = Decimal("0.65")
_SET_IN = re.compile(
    r"\b(?:in|during|through|throughout|as (?:a )?part of|within|"
    r"(?:with)?in (?:the )?(?:course|framework|frame|context|scope|setting) of|"
    r"under(?: the (?:umbrella|banner|heading|aegis|name|auspices) of)?)"
    r"(?: (?:the|its|our|their))?(?: (?:joint|special|national|annual))?(?: [a-z]+)?\W*$",
    re.I,
)
_UNDERTAKINGS = tuple(CK + name for name in "Operation Campaign".split())
_TELLS = frozenset("be have remain become appear belong include interest invest".split())


def undertaking_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """That those who act in a clause take part in the operation that it is set in; the agency where nobody is named."""
    if passage.is_cell:
        return
    mentions = things.in_passage(passage.index)
    named = outermost([m for m in mentions if m.how != "pronoun" and _is_undertaking(m, things)])
    if not named:
        return
    for scene in scenes:
        if scene.clause.lemma in _TELLS or scene.clause.role is Role.REDUCED:
            continue
        for undertaking in named:
            if _is_setting(scene, undertaking):
                yield from _of_actors(scene, undertaking, things)
                yield from _of_places(scene, undertaking, things)
            elif _is_subject(scene, undertaking):
                yield from _of_places(scene, undertaking, things, of_subject=True)


def _is_undertaking(mention: Mention, things: Things) -> bool:
    return things.is_a(mention, *_UNDERTAKINGS)


def _is_setting(scene: Scene, undertaking: Mention) -> bool:
    """A phrase of this clause says "in" or "during" before the undertaking."""
    before = scene.text[max(0, undertaking.start - 60) : undertaking.start]
    if not _SET_IN.search(before):
        return False
    for argument in scene.clause.prepositional:
        start, end = scene.parsed.stretch((argument.phrases[0].start, argument.phrases[-1].end))
        if start <= undertaking.start and undertaking.end <= end + 1:
            return True
    if scene.clause.role is not Role.MAIN or scene.n != _main_behind(scene, undertaking):
        return False
    return not any(_is_unsaid(scene.parsed, clause, undertaking) for clause in scene.parsed.clauses[: scene.n])


def _is_subject(scene: Scene, undertaking: Mention) -> bool:
    """As in "*Operation A* netted six gangs in B", "at the B Facility *Operation A* led to arrests"."""
    clause = scene.clause
    if clause.passive or clause.subject is None or clause.role not in (Role.MAIN, Role.CONJUNCT):
        return False
    start, end = scene.parsed.stretch(clause.subject)
    return start <= undertaking.start and undertaking.end <= end


def _is_unsaid(parsed: Parsed, clause: Clause, undertaking: Mention) -> bool:
    """Whether the mention stands in what is not stated: "*Far from joining in A*, B stayed away"."""
    start, end = parsed.stretch(clause.extent)
    return (clause.negated or clause.hedged) and start <= undertaking.start < end


def _main_behind(scene: Scene, undertaking: Mention) -> int | None:
    """The first main clause whose verb stands behind a mention, where no other finite verb stands before it."""
    for n, clause in enumerate(scene.parsed.clauses):
        if clause.finite and clause.role is Role.MAIN:
            return n if scene.parsed.tokens[clause.group[0]].start > undertaking.end else None
    return None


def _of_actors(scene: Scene, undertaking: Mention, things: Things) -> Iterator[Proposal]:
    words = scene.parsed.stretch(scene.clause.group)
    words = (min(words[0], undertaking.start), max(words[1], undertaking.start))
    for actor in [*actors(scene, things), *partners_of(scene, things)]:
        understood = actor.how == "understood"
        yield Proposal(
            undertaking,
            CK + "participant",
            actor,
            scene.modality,
            f"setting-{scene.clause.lemma}" + ("-understood" if understood else ""),
            words,
            _UNDERSTOOD if understood else _SURE,
        )


_WHERE = (
    (CK + "coversPlace", (CK + "Place",)),
    (CK + "carriedOutAt", (CK + "CustomsHouse", CK + "OperationsCenter", CK + "EducationalInstitution")),
)
_AT = re.compile(r"\b(?:in|at|off|near|on|around|outside|inside|along|across|throughout) (?:the )?(?:port of )?$", re.I)


def _of_places(scene: Scene, undertaking: Mention, things: Things, *, of_subject: bool = False) -> Iterator[Proposal]:
    """Where what was done in the operation happened: "*Two labs in A* were closed during B", "seized *at A*"."""
    start, end = scene.parsed.stretch(scene.clause.extent)
    for place in outermost([m for m in scene.mentions if start <= m.start and m.end <= end and m.how != "pronoun"]):
        predicate = next((p for p, classes in _WHERE if things.is_a(place, *classes)), "")
        told = _AT.search(scene.text[max(start, place.start - 40) : place.start]) is not None
        if not (predicate and told) or (of_subject and _is_within_other(scene, place)):
            continue
        words = (min(place.start, undertaking.start), max(place.end, undertaking.end))
        rule = f"setting-{scene.clause.lemma}-place"
        yield Proposal(undertaking, predicate, place, scene.modality, rule, words, _UNDERSTOOD)


def _is_within_other(scene: Scene, place: Mention) -> bool:
    """Whether a place stands in a clause within that of the scene: "Operation A, *planned in B*, netted six gangs"."""
    start, end = scene.parsed.stretch(scene.clause.extent)
    others = (scene.parsed.stretch(c.extent) for c in scene.parsed.clauses if c is not scene.clause)
    return any(start <= left <= place.start < right <= end and right - left < end - start for left, right in others)
