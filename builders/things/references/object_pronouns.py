"""Pronouns that are no subjects of a body: "it" behind a verb, "he" and "she"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import can_be_it, is_agent, is_subject, opens_paragraph
from customs_kg.builders.things.references.definites import RESOLVED
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import FOAF

_OBJECT_IT = re.compile(r"\b[a-z]+(?:s|ed|ing|n|t|d|e)? (it)\b(?! (?:is|was|will|has|had|would|can|could|may)\b)")


def object_references(
    reading: Reading, here: Sequence[Mention], before: str, entities: Mapping[str, Entity]
) -> list[Mention]:
    """What "it" stands for behind a verb: the first subject of the sentence that does not act here, or the one before.

    As in "A ended, with B *leading it*", "The tax is run by A; B *collects it*".
    """
    found = []
    for m in _OBJECT_IT.finditer(reading.text):
        at = reading.token_at(m.start())
        if not reading.tokens[at].is_verb or not all(m.end(1) <= x.start or x.end <= m.start(1) for x in here):
            continue
        earlier = [x for x in here if x.end <= m.start()]
        acting = earlier[-1].thing if earlier else ""
        choices = [x.thing for x in earlier if is_subject(reading, x)] + [before]
        thing = next((t for t in choices if t and t != acting and can_be_it(entities, t)), "")
        if thing:
            found.append(Mention(reading.index, *m.span(1), thing, "pronoun", RESOLVED))
    return found


def undertaking_before(
    n: int, readings: Sequence[Reading], named: Sequence[Sequence[Mention]], entities: Mapping[str, Entity]
) -> str:
    """The only thing that is run, built or signed and that the sentence before names in the same paragraph."""
    if opens_paragraph(readings, n):
        return ""
    things = dict.fromkeys(x.thing for x in named[n - 1] if x.thing in entities)
    made = [t for t in things if can_be_it(entities, t) and not is_agent(entities, t)]
    return made[0] if len(made) == 1 else ""


_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")


def person_references(
    reading: Reading,
    n: int,
    readings: Sequence[Reading],
    named: Sequence[Sequence[Mention]],
    entities: Mapping[str, Entity],
) -> list[Mention]:
    """Whom "he" or "she" means: the only person named before in the sentence, else the last of the one before."""
    found = []
    section = reading.passage.segment.section
    for m in _PERSONAL.finditer(reading.text):
        people = _persons([x for x in named[n] if x.end <= m.start()], entities)
        if not people and n and readings[n - 1].passage.segment.section == section:
            people = _persons(named[n - 1], entities)
        if len(people) == 1:
            found.append(Mention(reading.index, *m.span(), people[0], "pronoun", RESOLVED))
    return found


def _persons(mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> list[str]:
    people = [m.thing for m in mentions if m.thing in entities and entities[m.thing].cls == FOAF + "Person"]
    return list(dict.fromkeys(people))
