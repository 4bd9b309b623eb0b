"""Words that refer back: "we", "it", "its", "the Administration", "the Center"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from customs_kg.builders.english.words import can_be_verb
from customs_kg.builders.things.candidates import Reading
from customs_kg.builders.things.classes import ck
from customs_kg.builders.things.gazetteer import stem
from customs_kg.builders.things.mentions import Mention
from customs_kg.graph.model import Entity

RESOLVED = Decimal("0.7")
_SELF = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urselves)\b")
_THIRD = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir)\b")
_EMPTY_IT = re.compile(
    r"[Ii]t (?:is|was|will be|has been|should be|may be|appears|seems|follows)\b(?! (?:an?|the|one)\b)"
    r"[^.;,]{0,45}?\b(?:that|to)\b"
    r"|[Ii]t (?:is|was) (?:the|one)\b [^.;]{0,60}\bthat\b"
)
_AGENCY_WORDS = re.compile(
    r"\b[Tt]he (?:Administration|Agency|Authority|Service|Board|Bureau|Department|Directorate|Customs"
    r"|agency|administration|authority|service)(?! (?:of|for|on)\b)(?=[ ,.;:)']|$)"
)
_HEAD = re.compile(r"\b[Tt]he ([A-Z][a-z]+)(?= [a-z]|[,.;:)']|$)")
_AGENTS = ck(
    "PublicBody CustomsAdministration CustomsHeadquarters CustomsUnit EnforcementForce "
    "OperationsCenter SubAdministration InternationalOrganization CoordinationMechanism "
    "CustomsDistrict SupervisedAssociation"
)


def find_references(
    readings: Sequence[Reading], named: Sequence[Sequence[Mention]], entities: Mapping[str, Entity], agency: str
) -> list[list[Mention]]:
    """The references of each passage to a thing named before; `named` are the mentions by name."""
    found: list[list[Mention]] = []
    for n, reading in enumerate(readings):
        own = _self(reading, named[n], agency) + _agency_words(reading, named[n], agency)
        own += _heads(reading, n, readings, named, entities, own)
        own += _third_person(reading, n, readings, named, found, entities, agency)
        found.append(sorted(own, key=lambda m: (m.start, -m.end)))
    return found


def _free(start: int, end: int, *taken: Sequence[Mention]) -> bool:
    return all(end <= m.start or m.end <= start for group in taken for m in group)


def _reference(reading: Reading, m: re.Match[str], thing: str, how: str) -> Mention:
    return Mention(reading.index, m.start(), m.end(), thing, how, RESOLVED)


def _self(reading: Reading, named: Sequence[Mention], agency: str) -> list[Mention]:
    quotes = [m.span() for m in re.finditer(r'"[^"]*"', reading.text)]
    return [
        _reference(reading, m, agency, "pronoun")
        for m in _SELF.finditer(reading.text)
        if _free(m.start(), m.end(), named) and not any(a < m.start() < b for a, b in quotes)
    ]


def _agency_words(reading: Reading, named: Sequence[Mention], agency: str) -> list[Mention]:
    return [
        _reference(reading, m, agency, "head")
        for m in _AGENCY_WORDS.finditer(reading.text)
        if _free(m.start(), m.end(), named)
    ]


def _heads(
    reading: Reading,
    n: int,
    readings: Sequence[Reading],
    named: Sequence[Sequence[Mention]],
    entities: Mapping[str, Entity],
    taken: Sequence[Mention],
) -> list[Mention]:
    """References by head noun, "the Center": the last thing of this section whose name ends with that word."""
    found = []
    for m in _HEAD.finditer(reading.text):
        if not _free(m.start(), m.end(), named[n], taken):
            continue
        thing = _last_with_head(m.group(1), m.start(), n, readings, named, entities)
        if thing:
            found.append(_reference(reading, m, thing, "head"))
    return found


def _last_with_head(
    word: str,
    before: int,
    n: int,
    readings: Sequence[Reading],
    named: Sequence[Sequence[Mention]],
    entities: Mapping[str, Entity],
) -> str:
    section = readings[n].passage.segment.section
    wanted = stem(word)
    for k in range(n, max(-1, n - 6), -1):
        if readings[k].passage.segment.section != section:
            break
        for mention in sorted(named[k], key=lambda x: -x.start):
            if k == n and mention.start >= before:
                continue
            words = entities[mention.thing].label.split(" of ")[0].split()
            if (len(words) > 1 and stem(words[-1]) == wanted) or (
                len(words) == 1 and " of " in entities[mention.thing].label and stem(words[0]) == wanted
            ):
                return mention.thing
    return ""


def _third_person(
    reading: Reading,
    n: int,
    readings: Sequence[Reading],
    named: Sequence[Sequence[Mention]],
    resolved: Sequence[Sequence[Mention]],
    entities: Mapping[str, Entity],
    agency: str,
) -> list[Mention]:
    found: list[Mention] = []
    for m in _THIRD.finditer(reading.text):
        possessive = m.group().lower() in ("its", "their")
        if not possessive and (_EMPTY_IT.match(reading.text, m.start()) or not _as_subject(reading, m)):
            continue
        thing = _antecedent(reading, m, n, readings, named, [*resolved, found], entities, agency, possessive)
        if thing:
            found.append(_reference(reading, m, thing, "pronoun"))
    return found


def _as_subject(reading: Reading, m: re.Match[str]) -> bool:
    after = reading.token_at(m.end())
    while after < len(reading.tokens) and reading.tokens[after].tag == "RB":
        after += 1
    if after >= len(reading.tokens):
        return False
    token = reading.tokens[after]
    sure = token.tag in ("VBZ", "VBD", "VBP", "MD", "VBN", "VB", ",")
    return sure or (token.tag == "NNS" and can_be_verb(token.text))


def _antecedent(
    reading: Reading,
    m: re.Match[str],
    n: int,
    readings: Sequence[Reading],
    named: Sequence[Sequence[Mention]],
    resolved: Sequence[Sequence[Mention]],
    entities: Mapping[str, Entity],
    agency: str,
    possessive: bool,
) -> str:
    """The subject of this sentence before the pronoun, or of the sentence before, if it is an agent."""
    plural = m.group().lower() in ("they", "their")
    here = [x for x in (*named[n], *resolved[-1]) if x.end <= m.start() and _is_agent(entities, x.thing)]
    if here and (possessive or n == 0 or not _opens(reading, m)):
        return "" if plural else min(here, key=lambda x: x.start).thing
    if plural or n == 0:
        return ""
    before = readings[n - 1]
    if before.passage.segment.section != reading.passage.segment.section:
        return agency
    subject = [x for x in (*named[n - 1], *resolved[n - 1]) if _is_subject(before, x)]
    if subject:
        first = min(subject, key=lambda x: (x.start, -x.end))
        return first.thing if _is_agent(entities, first.thing) else ""
    return agency if _opens(reading, m) and _agent_of_section(n, readings, named, entities, agency) else ""


def _agent_of_section(
    n: int, readings: Sequence[Reading], named: Sequence[Sequence[Mention]], entities: Mapping[str, Entity], agency: str
) -> bool:
    """Whether the agency is the last body named as a subject in this section, other things left aside."""
    section = readings[n].passage.segment.section
    for k in range(n - 1, max(-1, n - 8), -1):
        if readings[k].passage.segment.section != section:
            return False
        acting = [x for x in named[k] if _is_agent(entities, x.thing) and _is_subject(readings[k], x)]
        if acting:
            return acting[0].thing == agency
    return False


def _opens(reading: Reading, m: re.Match[str]) -> bool:
    return m.start() < 3


def _is_agent(entities: Mapping[str, Entity], thing: str) -> bool:
    entity = entities.get(thing)
    return entity is not None and entity.cls in _AGENTS


def _is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention stands before the first verb of its sentence, not after a preposition."""
    first_verb = next((t.start for t in reading.tokens if t.tag in ("VBZ", "VBD", "VBP", "MD")), len(reading.text))
    at = reading.token_at(mention.start)
    while at > 0 and reading.tokens[at - 1].lower in ("the", "a", "an"):
        at -= 1
    return mention.start < first_verb and (at == 0 or reading.tokens[at - 1].tag not in ("IN", "TO"))
