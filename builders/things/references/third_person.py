"""Third-person pronouns: what "it", "its", "they", "both" stand for in a sentence, by its subject or the one before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.words import can_be_verb, is_base_verb
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import (
    can_be_it,
    is_agent,
    is_opening,
    is_subject,
    speaks_of_several,
)
from customs_kg.builders.things.references.definites import RESOLVED
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.builders.things.references.object_pronouns import (
    object_references,
    person_references,
    plural_before,
    undertaking_before,
)
from customs_kg.builders.things.references.only_one import is_done_to_things, is_said_of, only_one_before
from customs_kg.builders.things.references.some_of_them import some_of_them
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_THIRD = cued("it its they their", r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir)\b")
_EMPTY_IT = re.compile(
    r"[Ii]t (?:is|was|will be|has been|should be|may be|appears|seems|follows)\b(?! (?:an?|the|one)\b)"
    r"[^.;,]{0,45}?\b(?:that|to)\b"
    r"|[Ii]t (?:is|was) (?:the|one)\b [^.;]{0,60}\bthat\b"
)
_UNDER_IT = cued("it", r"^(?:Within|Under|Beneath|Below|In|Through|With|From|For) (it)\b(?=,| [A-Za-z\"])")
_OF_HEADQUARTERS = re.compile(
    r"(?:The |Our |Its )?[Hh]eadquarters (?:is|has|comprises|consists|houses|numbers|counts)\b"
)
_AS_OBJECT = cued(
    "it",
    r"\b(?:to|by|for|with|of|in|under|through|from|on|against) (it)\b"
    r"(?=[.,;:)]|$| (?:under|in|on|at|by|for|from|since|through|as|and|during|after|before|every|each)\b)",
)


def third_person_references(discourse: Discourse, n: int) -> list[Mention]:
    """The references of passage `n` by a pronoun of the third person, beside those it has so far."""
    reading = discourse.readings[n]
    found: list[Mention] = []
    for m in _THIRD.finditer(reading.text):
        possessive = m.group().lower() in ("its", "their")
        if not possessive and (_is_empty(reading, m) or not _as_subject(reading, m)):
            continue
        thing = _antecedent(discourse, n, m, [*discourse.spoken_of(n), *found], possessive=possessive)
        if thing and all(x.start != m.start() for x in discourse.resolved[n]):
            found.append(Mention(reading.index, m.start(), m.end(), thing, "pronoun", RESOLVED))
    for m in _UNDER_IT.finditer(reading.text):
        inside = m.group().startswith(("Within", "In"))
        thing = undertaking_before(discourse, n) if inside else ""
        thing = thing or _subject_before(discourse, n)
        thing = thing or (discourse.agency if n and _OF_HEADQUARTERS.match(discourse.readings[n - 1].text) else "")
        if thing and all(x.start != m.start(1) for x in found):
            found.append(Mention(reading.index, *m.span(1), thing, "pronoun", RESOLVED))
    found += some_of_them(discourse, n)
    if " it" in reading.text:
        found += _objects(discourse, n, found)
    found += person_references(discourse, n)
    return found


def _objects(discourse: Discourse, n: int, found: Sequence[Mention]) -> list[Mention]:
    """What "it" stands for behind a verb, and behind a preposition: there what one behind a verb stood for before."""
    reading, named = discourse.readings[n], discourse.named[n]
    here = sorted([*named, *found], key=lambda x: (x.start, -x.end))
    subject = _subject_before(discourse, n)
    before = undertaking_before(discourse, n) or subject or only_one_before(discourse, n)
    objects = object_references(reading, here, before, discourse.entities)
    for m in _AS_OBJECT.finditer(reading.text):
        thing = next((x.thing for x in objects if x.end <= m.start(1)), subject)
        if thing and all(x.thing != thing for x in named if x.end <= m.start(1)):
            objects.append(Mention(reading.index, *m.span(1), thing, "pronoun", RESOLVED))
    return objects


def _is_empty(reading: Reading, m: re.Match[str]) -> bool:
    """An "it" that stands for what follows, "it is hard *to say*", not "it is open *to brokers*"."""
    empty = _EMPTY_IT.match(reading.text, m.start())
    if empty is None or not empty.group().endswith("to"):
        return empty is not None
    at = reading.token_at(empty.end())
    token = reading.tokens[at] if at < len(reading.tokens) else None
    return token is None or (is_base_verb(token.lower) and not token.tag.startswith("NNP") and token.tag != "NNS")


def _subject_before(discourse: Discourse, n: int) -> str:
    """The subject of the sentence before in the paragraph, if "it" can stand for it."""
    if discourse.opens_paragraph(n):
        return ""
    subject = [x for x in discourse.spoken_of(n - 1) if is_subject(discourse.readings[n - 1], x)]
    first = min(subject, key=lambda x: (x.start, -x.end), default=None)
    if first is None or _is_of_several(first, subject):
        return ""
    if _is_we(discourse.readings[n - 1], first):
        return undertaking_before(discourse, n)
    return first.thing if can_be_it(discourse.entities, first.thing) else ""


def _is_we(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is the first person, of which nobody says "it" or "its"."""
    return reading.text[mention.start : mention.end].lower() in ("we", "our", "us", "ourselves")


def _is_of_several(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether the words of a mention stand for other things too: "*Both* are run by A"."""
    return any(m.start == mention.start and m.end == mention.end and m.thing != mention.thing for m in mentions)


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
    discourse: Discourse, n: int, m: re.Match[str], spoken_of: Sequence[Mention], *, possessive: bool
) -> str:
    """The subject of this sentence before the pronoun, or of the sentence before, if it can be spoken of so.

    `spoken_of` are the mentions of this sentence, those by reference that are found so far among them.
    """
    reading, entities = discourse.readings[n], discourse.entities
    plural = m.group().lower() in ("they", "their")
    opens = _opens(reading, m)
    if not plural and not possessive and not opens:
        own = [x for x in discourse.named[n] if x.end <= m.start() and is_subject(reading, x)]
        first = min(own, key=lambda x: (x.start, -x.end), default=None)
        if first is not None and not is_agent(entities, first.thing):
            place = load_terms().is_a(entities[first.thing].cls, CK + "Place")
            if place or can_be_it(entities, first.thing):
                return first.thing
    if not possessive and _follows_open_it(reading, m, spoken_of):
        return ""
    here = [x for x in spoken_of if x.end <= m.start() and is_agent(entities, x.thing) and not _is_we(reading, x)]
    if here and (possessive or n == 0 or not opens):
        about = [x for x in here if is_subject(reading, x)] or here  # not "Under A, B keeps *its* post"
        return "" if plural else min(about, key=lambda x: x.start).thing
    if plural and n and opens:
        return plural_before(discourse, n)
    if plural or n == 0:
        return ""
    if not discourse.same_section(n, n - 1):
        return discourse.agency
    return _from_before(discourse, n, m, possessive=possessive)


def _from_before(discourse: Discourse, n: int, m: re.Match[str], *, possessive: bool) -> str:
    """What the sentences before are about, else the only thing that the last of them names, else the agency."""
    reading = discourse.readings[n]
    if not possessive and is_done_to_things(reading, m.end()) and (made := undertaking_before(discourse, n)):
        return made
    topic = _topic_before(discourse, n)
    if topic is not None:
        return topic
    opens = _opens(reading, m)
    other = only_one_before(discourse, n) if possessive or opens else ""
    if other and is_said_of(other, reading, m.end(), discourse.entities):
        return other
    return discourse.agency if opens and _agent_of_section(discourse, n) else ""


_BACK = 3  # sentences that speak of several, over which a topic lasts


def _topic_before(discourse: Discourse, n: int) -> str | None:
    """The subject of the sentence before, "" where "it" cannot mean it; None where that has none that is known.

    Sentences of the section whose subject is several ("Some 400 officers were trained") are passed over.
    """
    entities = discourse.entities
    for k in range(n - 1, max(-1, n - 1 - _BACK), -1):
        before = discourse.readings[k]
        if not discourse.same_section(n, k):
            return None
        if turned := _turned_into(before, discourse.named[k], entities):
            return turned
        subject = [x for x in discourse.spoken_of(k) if is_subject(before, x)]
        if subject and all(_is_person(x, entities) for x in subject):
            continue  # "it" is nobody
        if subject:
            first = min(subject, key=lambda x: (x.start, -x.end))
            if _is_we(before, first):  # "We launched A. *Its* cost was ..."
                return undertaking_before(discourse, n) if k == n - 1 else None
            if _is_of_several(first, subject):
                return ""
            same = before.passage.segment.paragraph == discourse.readings[n].passage.segment.paragraph
            fits = is_agent(entities, first.thing) or (same and can_be_it(entities, first.thing))
            return first.thing if fits else ""
        if not speaks_of_several(before):
            return None
    return None


_BECAME = re.compile(r"\b(?:became|becomes|has become|was (?:renamed|named|called)|is now(?: called)?) (?:the )?$")


def _turned_into(reading: Reading, named: Sequence[Mention], entities: Mapping[str, Entity]) -> str:
    """What a sentence ends by saying that something became: "A became *the B*. It is led by ..."."""
    last = max(named, key=lambda x: (x.end, -x.start), default=None)
    if last is None or reading.text[last.end :].strip(" .\"'") or not can_be_it(entities, last.thing):
        return ""
    return last.thing if _BECAME.search(reading.text, 0, last.start) else ""


def _is_person(mention: Mention, entities: Mapping[str, Entity]) -> bool:
    return mention.thing in entities and entities[mention.thing].cls == FOAF + "Person"


def _agent_of_section(discourse: Discourse, n: int) -> bool:
    """Whether the agency is the last body named as a subject in this section, other things left aside."""
    for k in range(n - 1, max(-1, n - 8), -1):
        if not discourse.same_section(n, k):
            return False
        reading = discourse.readings[k]
        acting = [x for x in discourse.named[k] if is_agent(discourse.entities, x.thing) and is_subject(reading, x)]
        if acting:
            return acting[0].thing == discourse.agency
    return False


def _follows_open_it(reading: Reading, m: re.Match[str], spoken_of: Sequence[Mention]) -> bool:
    """An "it" before this one, of which it is not known what it stands for: this one stands for the same."""
    earlier = re.search(r"\b[Ii]t\b", reading.text[: m.start()])
    return earlier is not None and all(x.start != earlier.start() for x in spoken_of)


_TIME_FIRST = re.compile(r"(?:In|On|By|Since|During|Until|Last|This|At the (?:end|start) of)\b[^,;.]{1,40},? ")


def _opens(reading: Reading, m: re.Match[str]) -> bool:
    """At the head of the sentence, or behind a time or a phrase without a verb: "In June it seconded", "With A it"."""
    opening = reading.text[: m.start()]
    timed = _TIME_FIRST.fullmatch(opening) and re.search(r"\d{4}|year|month|week|quarter|spring|autumn", opening)
    return m.start() < 3 or bool(timed) or is_opening(reading, m.start())
