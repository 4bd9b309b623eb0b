"""Bodies that a report calls by their noun alone throughout: "the department" for the one department it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.names.acronyms import is_acronym_like
from customs_kg.builders.things.references.definites import RESOLVED, is_body, stands_alone
from customs_kg.graph.model import Entity

_NOUNS = "department division bureau directorate board ministry commission secretariat force branch unit centre center"
_NOUN = cued(_NOUNS, rf"\b[Tt]he ({_NOUNS.replace(' ', '|')})\b(?!-)", re.I)
_MORE = 2  # times as often as the next body of that noun
_OF = re.compile(r" (?:of|for|on) ")


@dataclass(frozen=True, slots=True)
class _Standing:
    thing: str
    first: int  # the passage that names it first


def head_noun(label: str) -> str:
    """The stem of the noun that heads a name: "Port *Authority* of Milo"."""
    words = _OF.split(label)[0].split()
    return stem(words[-1]) if words else ""


def own_heads(entity: Entity | None) -> frozenset[str]:
    """The stems of the nouns that the names of a body end with, short forms aside."""
    labels = (entity.label, *entity.alt_labels) if entity is not None else ()
    return frozenset(head_noun(label) for label in labels if not is_acronym_like(label))


def standing_names(
    named: Sequence[Sequence[Mention]], entities: Mapping[str, Entity], agency: str
) -> Mapping[str, _Standing]:
    """By the stem of a noun, the body that it alone means in this report: the agency, or the one named most often."""
    counts: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    for n, mentions in enumerate(named):
        for mention in mentions:
            entity = entities[mention.thing]
            if mention.how != "pronoun" and mention.thing != agency and is_body(entity) and " " in entity.label:
                first.setdefault(mention.thing, n)
                counts.setdefault(head_noun(entity.label), Counter())[mention.thing] += 1
    taken = own_heads(entities.get(agency))
    found = {noun: _Standing(agency, 0) for noun in taken}
    for noun, bodies in counts.items():
        (thing, often), *others = sorted(bodies.items(), key=lambda row: (-row[1], row[0]))
        if noun not in taken and all(often >= _MORE * other for _, other in others):
            found[noun] = _Standing(thing, first[thing])
    return found


def standing_references(
    reading: Reading, taken: Sequence[Mention], standing: Mapping[str, _Standing]
) -> Iterator[Mention]:
    """The places of a passage where a noun alone means its body; `taken` are the mentions found otherwise."""
    for m in _NOUN.finditer(reading.text):
        body = standing.get(stem(m.group(1).lower()))
        listed = reading.text[m.end() :].startswith(", ")  # "by the department, the A and the B"
        if body is None or body.first > reading.index or not (listed or stands_alone(reading, m, taken)):
            continue
        if all(m.end() <= x.start or x.end <= m.start() for x in taken):
            yield Mention(reading.index, m.start(), m.end(), body.thing, "head", RESOLVED)
