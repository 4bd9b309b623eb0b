"""Things of one family that a sentence names in a row: "*A, B and C* were rebuilt", "we opened *A and B*"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import is_subject
from customs_kg.builders.things.references.definites import is_body
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import FOAF
from customs_kg.ontology.vocabulary import load_terms

BODY = "body"
_FAMILIES = {
    **dict.fromkeys("operation campaign programme project endeavour reform measure initiative".split(), "doing"),
    **dict.fromkeys(("legal", "agreement", "plan"), "text"),
}
_LINK = re.compile(r"(?:,|(,? (?:and|as well as)(?: also)?)) (?:the |its |our |an? )?")
_BRACKETED = re.compile(r" \([^()]*\)")
# what a plural beside a row is no rival of it for: "for *two years*"
_OF_TIME = frozenset("years months weeks days hours quarters times occasions terms customs".split())
_BRINGS_IN = re.compile(r"(?:,|:| -| \u2013|,? namely,?) (?:the |its |our )?")  # "two *boards*, the A and the B"
_PREPOSITION = re.compile(r"\b(of|in|at|to|from|for|on|between|around|near) (?:the |its |our )?$")


@dataclass(frozen=True, slots=True)
class Row:
    """Two or more things that "and" joins, and whether the sentence is about them."""

    members: tuple[Mention, ...]
    is_subject: bool

    @property
    def things(self) -> list[str]:
        """What the row names, in order, each once."""
        return list(dict.fromkeys(m.thing for m in self.members))


def family(entity: Entity) -> str:
    """What can stand in one row as equals: bodies of any sort, what is carried out, what is written."""
    if entity.cls == FOAF + "Person":
        return "person"
    return BODY if is_body(entity) else family_of_class(entity.cls)


def family_of_class(cls: str) -> str:
    """The family of what is no body and no person; "" for none."""
    terms = load_terms()
    kind = terms.kind_of(cls) if cls in terms.classes else ""
    return _FAMILIES.get(kind, kind)


def rows_of(discourse: Discourse, n: int, end: int) -> list[Row]:
    """The rows of passage `n` up to an offset, each as long as it goes, and those that it refers to."""
    reading, entities = discourse.readings[n], discourse.entities
    named = _apart([m for m in discourse.named[n] if m.end <= end and m.thing in entities], reading.text)
    found: list[Row] = []
    first = 0
    while first < len(named):
        last = _last_of_row(named, first, reading.text, entities)
        if last > first:
            found.append(Row(tuple(named[first : last + 1]), is_subject(reading, named[first])))
        first = last + 1
    return found or _referred_to(discourse, n, end)


def _referred_to(discourse: Discourse, n: int, end: int) -> list[Row]:
    """The rows that words of passage `n` stand for, which lie in one place: "*Both* are run by A"."""
    places: dict[tuple[int, int], list[Mention]] = {}
    for m in discourse.references(n):
        if m.end <= end:
            places.setdefault((m.start, m.end), []).append(m)
    several = [ms for ms in places.values() if len(ms) > 1]
    return [Row(tuple(ms), is_subject(discourse.readings[n], ms[0])) for ms in several]


def _apart(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The outermost mentions in order, each with a bracket behind it: "the *A (AA)* and the B"."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if found and mention.start < found[-1].end:
            continue
        bracket = _BRACKETED.match(text, mention.end)
        found.append(replace(mention, end=bracket.end()) if bracket else mention)
    return found


def _last_of_row(named: Sequence[Mention], first: int, text: str, entities: Mapping[str, Entity]) -> int:
    """Where the row ends that a mention begins, itself where it begins none."""
    kind = family(entities[named[first].thing])
    for last in range(first + 1, len(named)):
        link = _LINK.fullmatch(text, named[last - 1].end, named[last].start)
        if link is None or family(entities[named[last].thing]) != kind:
            break
        if link.group(1):
            return first if text.startswith("'", named[last].end) else last
    return first


def has_rival(reading: Reading, row: Row, named: Sequence[Mention], entities: Mapping[str, Entity]) -> bool:
    """Whether "they" could mean another plural: "A and B trained *400 officers*", "*posts* in A and B"."""
    first = row.members[0]
    before = _PREPOSITION.search(reading.text, 0, first.start)
    if before and (before.group(1) == "of" or family(entities[first.thing]) == "place"):
        return True
    plurals = _plurals(reading, named)
    return any(t.end > first.start or not _BRINGS_IN.fullmatch(reading.text, t.end, first.start) for t in plurals)


def has_plural(reading: Reading, end: int, named: Sequence[Mention]) -> bool:
    """Whether a plural that is no name stands before an offset."""
    return any(t.end <= end for t in _plurals(reading, named))


def _plurals(reading: Reading, named: Sequence[Mention]) -> Iterator[Token]:
    """The plurals of a sentence that are no names nor times."""
    for t in reading.tokens:
        if t.tag == "NNS" and t.lower not in _OF_TIME and not any(m.start <= t.start < m.end for m in named):
            yield t
