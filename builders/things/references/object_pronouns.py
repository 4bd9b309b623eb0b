"""Pronouns that are no subjects of a body: "it" behind a verb, "he" and "she"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import can_be_it, is_agent, is_subject
from customs_kg.builders.things.references.definites import RESOLVED
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import FOAF

_OBJECT_IT = cued("it", r"\b[a-z]+(?:s|ed|ing|n|t|d|e)? (it)\b(?! (?:is|was|will|has|had|would|can|could|may)\b)")


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
        doers = {x.thing for x in earlier if not _is_verb_between(reading, x.end, m.start())}
        choices = [x.thing for x in earlier if is_subject(reading, x) and x.thing not in doers] + [before]
        thing = next((t for t in choices if t and t != acting and can_be_it(entities, t)), "")
        if thing:
            found.append(Mention(reading.index, *m.span(1), thing, "pronoun", RESOLVED))
    return found


def _is_verb_between(reading: Reading, start: int, end: int) -> bool:
    """Whether a finite verb or a mark stands between two offsets: not "*A and B* assist it"."""
    between = reading.tokens[reading.token_at(start) : reading.token_at(end)]
    return any(t.tag in ("VBZ", "VBD", "VBP", "MD", ",", ";", ":") for t in between)


def undertaking_before(discourse: Discourse, n: int) -> str:
    """The only thing that is run, built or signed and that the sentence before names in the same paragraph."""
    if discourse.opens_paragraph(n):
        return ""
    entities = discourse.entities
    things = dict.fromkeys(x.thing for x in discourse.named[n - 1] if x.thing in entities)
    made = [t for t in things if can_be_it(entities, t) and not is_agent(entities, t)]
    return made[0] if len(made) == 1 else ""


_COUNTED = re.compile(
    r"(?:^|, )(?:(?:The|These|All|Both|Our|Its|Some|Several|Many) )?(?:(?:\d{1,3}|[A-Za-z]+(?:teen|ty)?) )?$"
)


def plural_before(discourse: Discourse, n: int) -> str:
    """The one thing with a plural name that is the subject of the sentence before in the paragraph: "they"."""
    if discourse.opens_paragraph(n):
        return ""
    before = discourse.readings[n - 1]
    subject = [x for x in discourse.named[n - 1] if is_subject(before, x)]
    plural = [x for x in subject if _is_plural(before, x) and _COUNTED.search(before.text, 0, x.start)]
    return plural[0].thing if plural and len({x.thing for x in subject}) == 1 else ""


def _is_plural(reading: Reading, mention: Mention) -> bool:
    """A name whose main noun is plural: "Withhold Release *Orders*", "*Centers* of Excellence"."""
    words = re.split(r" (?:of|for|on|in) ", reading.text[mention.start : mention.end])[0].split()
    last = words[-1]
    return last.endswith("s") and not last.endswith("ss") and last.lower() not in _SINGULAR and len(last) > 3


_SINGULAR = frozenset("customs affairs operations logistics services works series news forces statistics".split())
_PERSONAL = cued("he she his her him", r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_ENDS_OBJECT = re.compile(r"[.,;:)]|$| (?:as|in|on|at|from|with|by|for|to|and|or|until|when|after|before)\b")


def person_references(discourse: Discourse, n: int) -> list[Mention]:
    """Whom "he", "she" or "him" means: the only person named before in the sentence, else in the one before.

    Of several there it is the one who is the subject; those whose title is of the other sex are left out, and so is the
    person who does what is done to "him": "A left. *B* succeeded him".
    """
    found = []
    reading, entities = discourse.readings[n], discourse.entities
    for m in _PERSONAL.finditer(reading.text):
        here = [x for x in discourse.named[n] if x.end <= m.start() and _is_person(x, entities)]
        doer = here[-1].thing if here and _is_object(reading, m) else ""
        people = [p for p in _persons(reading, here, m.group(), entities) if p != doer]
        if not people and n and discourse.same_section(n, n - 1):
            before, earlier = discourse.readings[n - 1], discourse.spoken_of(n - 1)
            people = _persons(before, earlier, m.group(), entities)
            if len(people) > 1:
                people = _first_of(before, earlier, m.group(), entities)
        if len(people) == 1:
            found.append(Mention(reading.index, *m.span(), people[0], "pronoun", RESOLVED))
    return found


def _first_of(reading: Reading, mentions: Sequence[Mention], pronoun: str, entities: Mapping[str, Entity]) -> list[str]:
    """The person whom a sentence is about: the first of its subject, where "and" joins no other to that one."""
    subject = sorted((x for x in mentions if is_subject(reading, x)), key=lambda x: x.start)
    people = _persons(reading, subject, pronoun, entities)
    first = next((x for x in subject if people and x.thing == people[0]), None)
    joined = first is not None and re.match(r"(?:,[^,]{1,60},)? and\b", reading.text[first.end :])
    return people[:1] if not joined else people


def _is_object(reading: Reading, m: re.Match[str]) -> bool:
    """Whether a pronoun is what a verb acts on: "him", and "her" before no noun."""
    word = m.group().lower()
    return word == "him" or (word == "her" and _ENDS_OBJECT.match(reading.text, m.end()) is not None)


_MALE = re.compile(r"\b(?:Mr|Sir)\.? $")
_FEMALE = re.compile(r"\b(?:Mrs|Ms|Miss|Dame)\.? $")


def _is_person(mention: Mention, entities: Mapping[str, Entity]) -> bool:
    return mention.thing in entities and entities[mention.thing].cls == FOAF + "Person"


def _persons(reading: Reading, mentions: Sequence[Mention], pronoun: str, entities: Mapping[str, Entity]) -> list[str]:
    other = _MALE if pronoun.lower() in ("she", "her") else _FEMALE
    people = [m for m in mentions if _is_person(m, entities)]
    barred = {m.thing for m in people if other.search(reading.text, 0, m.start)}
    return list(dict.fromkeys(m.thing for m in people if m.thing not in barred))
