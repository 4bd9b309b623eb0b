"""Words that refer back: "we", "it", "its", "the Administration", "the Center"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.definites import RESOLVED, definite_references, ends_with, is_body
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.builders.things.references.posts import post_references
from customs_kg.builders.things.references.row_nouns import ones_of_row, row_nouns
from customs_kg.builders.things.references.row_pronouns import row_pronouns
from customs_kg.builders.things.references.standing_names import (
    head_noun,
    own_heads,
    standing_names,
    standing_references,
)
from customs_kg.builders.things.references.third_person import third_person_references
from customs_kg.graph.model import Entity

_SELF = cued("we our us ourselves", r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urselves)\b")
_AGENCY_WORDS = cued(
    "administration agency authority service board bureau department directorate customs",
    r"\b[Tt]he (?:Administration|Agency|Authority|Service|Board|Bureau|Department|Directorate|Customs"
    r"|agency|administration|authority|service)(?! of\b)(?=[ ,.;:)']|$)",
)
_SAYS_WHICH = re.compile(r" (?:for|on)\b")
_VERBS = (
    r"(?:has|have|had|is|are|was|were|will|shall|also|and the|[a-z]+(?:s|ed)|took|sits?|holds?|held|led|ran|began|"
    r"made|found|built|set|put|gave|met|won|paid|kept|brought|joined|[a-z]+ly)\b"
)

_AUXILIARIES = (  # and pasts that no noun follows as an attribute
    r"(?:has|have|had|is|are|was|were|will|shall|also|issued|opened|signed|seized|collected|handled|processed|"
    r"introduced|launched|checked|found|made|took|began|ran)\b"
)

# "Customs *brokers are* licensed": what stands before an auxiliary is no verb
_NO_NOUN = r"(?! [a-z]+s (?:is|are|was|were|has|have|had|will|would|can|may|must|should)\b)"
_QUOTED = re.compile(r'"[^"]*"')


@lru_cache(maxsize=4)
def _alone(word: str) -> re.Pattern[str]:
    """A word as the name of the one who acts: at the head of a clause, before a verb, or after "by"."""
    return re.compile(
        r"(?:(?:^|[.;:,(]\s+|\b(?:In|Since|During|By|Until) (?:[A-Z][a-z]+ )?\d{4} |"
        rf"\b(?:that|which|while|and|as|when|where|whom|because|since) )({word})(?= {_VERBS}){_NO_NOUN}"
        rf"|\b(?:by|with|to|between) ({word})(?=[ ,.;)](?!(?:[A-Z]|officers?|duty|duties|law)))"
        rf"|\b({word})(?='s? | officers?\b)"
        rf"|(?:\b(?:of|which|together|between|by|with|through)|,) ({word})(?=,? (?:and )?the [A-Z])"
        rf"|\bby ({word.lower()})(?=[.;,]| (?:on|in|at|since|for|from|during|before|after|under)\b)"
        rf"|\b(?:^The|the) ({word.lower()})(?= {_AUXILIARIES})"
        rf"|\b(?:to|by|with|from) the ({word.lower()})(?=[.;]| (?:on|in|at|since|for|during|before|after|under)\b))"
    )


_HEAD = re.compile(r"[Tt](?<!\w.)he ([A-Z][a-z]+)(?= [a-z]|[,.;:)']|$)")


def find_references(
    readings: Sequence[Reading], named: Sequence[Sequence[Mention]], entities: Mapping[str, Entity], agency: str
) -> list[list[Mention]]:
    """The references of each passage to a thing named before; `named` are the mentions by name."""
    found: list[list[Mention]] = []
    discourse = Discourse(readings, named, found, entities, agency)
    standing = standing_names(named, entities, agency)
    others = {head_noun(e.label) for iri, e in entities.items() if iri != agency and is_body(e)}
    words = _own_words(readings, entities.get(agency))
    for n, reading in enumerate(readings):
        own = _self(reading, named[n], agency) + _agency_words(discourse, n, others)
        own += _bare_words(reading, named[n], agency, words)
        own += _heads(discourse, n, own)
        own += definite_references(discourse, n, own)
        own += _of_rows(discourse, n, own)
        own += post_references(discourse, n, own)
        own += standing_references(reading, [*named[n], *own], standing)
        found.append(own)
        found[n] = sorted([*own, *third_person_references(discourse, n)], key=lambda m: (m.start, -m.end))
    return found


def _free(start: int, end: int, *taken: Sequence[Mention]) -> bool:
    return all(end <= m.start or m.end <= start for group in taken for m in group)


def _reference(reading: Reading, m: re.Match[str], thing: str, how: str) -> Mention:
    return Mention(reading.index, m.start(), m.end(), thing, how, RESOLVED)


def _of_rows(discourse: Discourse, n: int, taken: Sequence[Mention]) -> list[Mention]:
    """The references to a row of things or to one of it, where no other mention stands."""
    found = [*row_pronouns(discourse, n), *row_nouns(discourse, n), *ones_of_row(discourse, n)]
    return [m for m in found if _free(m.start, m.end, discourse.named[n], taken)]


def _self(reading: Reading, named: Sequence[Mention], agency: str) -> list[Mention]:
    found = list(_SELF.finditer(reading.text))
    quotes = [m.span() for m in _QUOTED.finditer(reading.text)] if found else []
    return [
        _reference(reading, m, agency, "pronoun")
        for m in found
        if _free(m.start(), m.end(), named) and not any(a < m.start() < b for a, b in quotes)
    ]


_ANY_BODY = frozenset("administration agency authority service customs".split())


def _agency_words(discourse: Discourse, n: int, others: Collection[str]) -> list[Mention]:
    """The agency by its noun, `others` being the nouns of other bodies.

    Another body whose name ends with that noun, where the agency's does not, comes first.
    """
    reading, agency = discourse.readings[n], discourse.agency
    heads = own_heads(discourse.entities.get(agency))
    found = []
    for m in _AGENCY_WORDS.finditer(reading.text):
        noun = m.group().split()[-1]
        if _SAYS_WHICH.match(reading.text, m.end()) and not _is_own_or_acts(reading, m, heads):
            continue
        own = stem(noun.lower()) in heads
        other = noun[0].isupper() and not own and _last_with_head(discourse, n, m.start(), noun)
        alone = noun.lower() in _ANY_BODY or (noun != "Board" and stem(noun.lower()) not in others)
        around = (x for x in discourse.named[n] if not _names_as_party(reading, x, m.start()))
        if _free(m.start(), m.end(), list(around)) and not other and (own or alone):
            found.append(_reference(reading, m, agency, "head"))
    return found


def _is_own_or_acts(reading: Reading, m: re.Match[str], heads: Collection[str]) -> bool:
    """Whether "on" and "for" behind a body's noun go with the verb: "was collected by the agency *on* fuel".

    So where the noun with a capital is that of the agency's name ("advised the Service *on* origin").
    """
    noun = m.group().split()[-1]
    acts = reading.text.endswith("by ", 0, m.start())
    return acts or (noun[0].isupper() and stem(noun.lower()) in heads)


_AS_PARTY = re.compile(r"(?:\b(?:between|and)|,) $")


def _names_as_party(reading: Reading, whole: Mention, at: int) -> bool:
    """Whether a description tells of a party at an offset: "an agreement between *the Service* and A"."""
    inside = whole.how == "description" and whole.start < at < whole.end
    return (
        inside and " between " in reading.text[whole.start : at] and _AS_PARTY.search(reading.text, 0, at) is not None
    )


# what money does: "Revenue rose", "revenue from A"
_OF_MONEY = re.compile(
    r" (?:rose|rises|fell|falls|grew|grows|increased|decreased|declined|dropped|amounted|totall?ed|reached|stood|came|"
    r"exceeded|is expected|was (?:\d|up|down|collected|raised)|is (?:collected|raised)|has (?:risen|fallen|grown))\b"
)
_IS_NAME = re.compile(
    r"(?:[a-z,;] |\d{4} )Revenue (?:also |has |is |was )?[a-z]+(?:ed|s|t)\b|\bRevenue's\b|"
    r"(?:^|\. )Revenue (?:is (?:the|an?|part|headed|responsible)|was (?:set up|established|founded)|employs?|signed|"
    r"opened|launched|seized|runs?|administers|operates)\b"
)


def _own_words(readings: Sequence[Reading], entity: Entity | None) -> list[str]:
    """The common nouns that the agency goes by: "Customs", and "Revenue" where its name and the prose say so."""
    if entity is None or "Revenue" not in entity.label.split():
        return ["Customs"]
    said = any(_IS_NAME.search(reading.text) for reading in readings)
    return ["Customs", "Revenue"] if said else ["Customs"]


def _bare_words(reading: Reading, named: Sequence[Mention], agency: str, words: Sequence[str]) -> list[Mention]:
    """A common noun for the agency: "Customs belongs to the A", "was signed by Customs"."""
    return [
        Mention(reading.index, *m.span(m.lastindex or 0), agency, "head", RESOLVED)
        for word in words
        if word in reading.text or f"by {word.lower()}" in reading.text or f"he {word.lower()} " in reading.text
        for m in _alone(word).finditer(reading.text)
        if _free(*m.span(m.lastindex or 0), named) and not (word == "Revenue" and _is_money(reading.text, m))
    ]


def _is_money(text: str, m: re.Match[str]) -> bool:
    return _OF_MONEY.match(text, m.end()) is not None or text[: m.end()].endswith("revenue")


def _heads(discourse: Discourse, n: int, taken: Sequence[Mention]) -> list[Mention]:
    """References by head noun, "the Center": the last thing of this section whose name ends with that word."""
    found = []
    reading = discourse.readings[n]
    for m in _HEAD.finditer(reading.text):
        if not _free(m.start(), m.end(), discourse.named[n], taken):
            continue
        thing = _last_with_head(discourse, n, m.start(), m.group(1))
        if thing:
            found.append(_reference(reading, m, thing, "head"))
    return found


def _last_with_head(discourse: Discourse, n: int, at: int, word: str) -> str:
    for k in range(n, max(-1, n - 6), -1):
        if not discourse.same_section(n, k):
            break
        for mention in sorted(discourse.named[k], key=lambda x: -x.start):
            if k == n and mention.start >= at:
                continue
            if ends_with(discourse.entities[mention.thing], word):
                return mention.thing
    return ""
