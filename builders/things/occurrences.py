"""Where the things of a report are named: at their candidates, and wherever else a label of theirs stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from customs_kg.builders.things.joining.clusters import Cluster
from customs_kg.builders.things.known.candidates import LIKELY, Candidate, Reading
from customs_kg.builders.things.known.classes import AGREEMENTS
from customs_kg.builders.things.known.gazetteer import Gazetteer
from customs_kg.builders.things.mentions import Mention, behind_stop
from customs_kg.builders.things.names.acronyms import is_acronym_like
from customs_kg.builders.things.overlaps import is_named_within
from customs_kg.graph.model import Entity


def named_mentions(
    readings: Sequence[Reading],
    clusters: Sequence[Cluster],
    of_candidate: Mapping[tuple[int, int, int, str], str],
    entities: Mapping[str, Entity],
) -> list[list[Mention]]:
    """The mentions by name: the candidates, and wherever else a label of theirs stands."""
    found: list[list[Mention]] = [[] for _ in readings]
    wholes: list[list[Candidate]] = [[] for _ in readings]  # those with names of other things inside
    for c in (m for cl in clusters for m in cl.members if m.passage >= 0):
        thing = of_candidate[c.passage, c.start, c.end, c.label]
        end = behind_stop(readings[c.passage].text, c.end)
        found[c.passage].append(Mention(c.passage, c.start, end, thing, c.how, c.confidence))
        if c.cls in AGREEMENTS and c.end - c.start == len(c.label):
            wholes[c.passage].append(c)
    again = Gazetteer((label, e.iri) for e in entities.values() for label in _findable(e))
    for n, reading in enumerate(readings):
        for m in again.find(reading.text):
            kind = reading.text.startswith((", namely ", ", i.e. "), m.end)  # "three ports, *namely* A, B and C"
            if not kind and all(m.end <= x.start or x.end <= m.start for x in found[n]):
                how = "acronym" if is_acronym_like(m.label) else "name"
                found[n].append(Mention(n, m.start, behind_stop(reading.text, m.end), m.target, how, LIKELY))
        found[n] += [p for whole in wholes[n] for p in _parties(whole, again, found[n], entities)]
        found[n].sort(key=lambda x: (x.start, -x.end, x.thing))
    return found


def _parties(
    whole: Candidate, names: Gazetteer, found: Sequence[Mention], entities: Mapping[str, Entity]
) -> Iterator[Mention]:
    """Those who are named in what an agreement is called: "the agreement with *A*"."""
    for m in names.find(whole.label[1:]):
        start, end = whole.start + 1 + m.start, whole.start + 1 + m.end
        how = "acronym" if is_acronym_like(m.label) else "name"
        party = Candidate(whole.passage, start, end, m.label, entities[m.target].cls, how, LIKELY)
        if is_named_within(party, whole) and all(
            end <= x.start or x.end <= start or x.start == whole.start for x in found
        ):
            yield Mention(whole.passage, start, end, m.target, how, LIKELY)


def _findable(entity: Entity) -> list[str]:
    """The labels that name the thing wherever they stand: no single lower-case words."""
    return [
        x
        for x in (entity.label, *entity.alt_labels)
        if " " in x.strip() or is_acronym_like(x) or (x[0].isupper() and len(x) > 3)
    ]
