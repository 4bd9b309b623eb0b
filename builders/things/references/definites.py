"""Definite nouns that refer back: "the system", "this body", "the two agencies", "the latter"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, load_heads
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

RESOLVED = Decimal("0.7")
# the two begin with letters, not with a boundary, so that most of a text is passed over
_DEFINITE = re.compile(r"([Tt](?<!\w.)h(?:e|is|at)) (?:(?:same|said|above) )?([A-Za-z][a-z]{2,})\b(?!-)")
_TWO = re.compile(
    r"[TtBb](?<!\w.)(?:(?<=[Tt])he(?:se)?|(?<=[Bb])oth) (?:two )?"
    r"([a-z]+s|bodies|agencies|authorities|countries|parties)\b"
)
_LATTER = cued("latter former", r"\b[Tt]he (latter|former)\b(?! [a-z]+s?\b(?<!is|as))")
_FOLLOWS = frozenset({"VBZ", "VBD", "VBP", "MD", "VBN", "RB", "POS", ",", ".", ";", ")", ":", "CC", "TO", "WRB"})
_PREPOSITIONS = frozenset("in at since during by until from into under as through before after via".split())
_FOLLOWING_WORDS = _PREPOSITIONS | {"itself"}
_BODY_NOUNS = frozenset("body institution entity organ agency authority organisation organization".split())
_PAIRED = frozenset("body agency authority administration service side party organisation organization unit".split())
_OF_PUBLIC = frozenset(stem(noun) for noun in "agency authority administration service".split())
_BODIES = ck(
    "PublicBody CustomsUnit InternationalOrganization IntergovernmentalGrouping CoordinationMechanism StationedOffice "
    "Association Company"
)
# whose nouns say too little of which one is meant
_VAGUE = ck("GoodsCategory Offence CustomsFunction Post WorkingMethod PolicyPrinciple PolicyMeasure Place CustomsHouse")
_COMPANY = CK + "Company"
_OTHER_BODIES = _BODIES - {_COMPANY}
_UNDATED = re.compile(r"(?:,? \(?(?:No\.? ?)?\d[\d/–-]*\)?)+$")  # "Customs Act *2004*"
_OF = re.compile(r" (?:of|for|on|with) ")


def definite_references(discourse: Discourse, n: int, taken: Sequence[Mention]) -> list[Mention]:
    """The references of passage `n` by a definite noun; `taken` are those found otherwise."""
    return [*_single(discourse, n, taken), *_pairs(discourse, n, taken), *_last_of_two(discourse, n, taken)]


def _reference(reading: Reading, start: int, end: int, thing: str) -> Mention:
    return Mention(reading.index, start, end, thing, "head", RESOLVED)


def _free(start: int, end: int, *groups: Sequence[Mention]) -> bool:
    return all(end <= m.start or m.end <= start for group in groups for m in group)


def _single(discourse: Discourse, n: int, taken: Sequence[Mention]) -> Iterator[Mention]:
    reading = discourse.readings[n]
    for m in _DEFINITE.finditer(reading.text):
        if not _free(m.start(), m.end(), discourse.named[n], taken) or not stands_alone(reading, m, discourse.named[n]):
            continue
        pointed, noun = m.group(1).lower() != "the", m.group(2)
        if noun[0].isupper() and not pointed:
            continue  # "the Act" is read as the head of a name
        thing = _referent(discourse, n, m.start(), noun.lower(), pointed=pointed)
        if thing and thing != discourse.agency:
            yield _reference(reading, m.start(), m.end(), thing)


def stands_alone(reading: Reading, m: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Nothing behind the noun says which one is meant: no "of", no second noun, no name in apposition."""
    following = _token_after(reading, m.end())
    if following is None:
        return True
    named = any(m.end() <= x.start <= m.end() + 6 for x in mentions)
    return not named and (following.tag in _FOLLOWS or following.lower in _FOLLOWING_WORDS)


def _token_after(reading: Reading, end: int) -> Token | None:
    at = reading.token_at(end)
    return reading.tokens[at] if at < len(reading.tokens) else None


def _referent(discourse: Discourse, n: int, at: int, noun: str, *, pointed: bool) -> str:
    """The nearest thing that this noun can stand for, where there is just one in its sentence."""
    for k, mentions in enumerate(discourse.before(n, at)):
        spoken_of = {m.thing: m for m in mentions}
        own = [t for t in spoken_of if ends_with(discourse.entities[t], noun)]
        kin = own or ([t for t in spoken_of if _is_kind(discourse.entities[t], noun, pointed=pointed)] if k < 2 else [])
        if kin:
            return kin[0] if len(kin) == 1 else ""
    return ""


def ends_with(entity: Entity, noun: str) -> bool:
    """Whether a name of several words ends with the noun, or its part before "of" or its year."""
    words = _UNDATED.sub("", _OF.split(entity.label)[0]).split()
    return (len(words) > 1 or " " in entity.label) and stem(words[-1]) == stem(noun)


def _is_kind(entity: Entity, noun: str, *, pointed: bool) -> bool:
    """Whether the class that a noun names is that of the entity, or of its kind; for bodies only behind "this"."""
    terms, cls = load_terms(), load_heads().longest([noun], "name")[0]
    if cls == _COMPANY and not noun.endswith("s"):
        return entity.cls == _COMPANY
    if terms.is_any(entity.cls, _OTHER_BODIES):
        return pointed and noun in _BODY_NOUNS
    if not cls or noun.endswith("s") or terms.is_any(cls, _VAGUE) or not cls.startswith(CK):
        return False
    return terms.is_a(entity.cls, cls) or (cls in terms.classes and terms.kind_of(entity.cls) == terms.kind_of(cls))


def _pairs(discourse: Discourse, n: int, taken: Sequence[Mention]) -> Iterator[Mention]:
    """As in "the two agencies", "both services": the two bodies that the words before name."""
    reading = discourse.readings[n]
    for m in _TWO.finditer(reading.text):
        counted = "two" in m.group() or m.group().lower().startswith("both")
        if not counted or stem(m.group(1)) not in {stem(w) for w in _PAIRED}:
            continue
        if not _free(m.start(), m.end(), discourse.named[n], taken):
            continue
        for thing in _two_bodies(discourse, n, m.start(), stem(m.group(1))):
            yield _reference(reading, m.start(), m.end(), thing)


def _two_bodies(discourse: Discourse, n: int, at: int, noun: str) -> list[str]:
    for mentions in discourse.before(n, at):
        bodies = list(dict.fromkeys(m.thing for m in mentions if is_body(discourse.entities[m.thing])))
        if len(bodies) > 2 and noun in _OF_PUBLIC:  # a unit or an organization is no "agency"
            bodies = [t for t in bodies if load_terms().is_a(discourse.entities[t].cls, CK + "PublicBody")]
        if bodies:
            return bodies if len(bodies) == 2 else []
    return []


def is_body(entity: Entity) -> bool:
    """Whether an entity is a body, an organization or a unit."""
    return load_terms().is_any(entity.cls, _BODIES)


def _last_of_two(discourse: Discourse, n: int, taken: Sequence[Mention]) -> Iterator[Mention]:
    """As in "the latter", "the former": of two that a sentence joins, the second and the first."""
    reading = discourse.readings[n]
    for m in _LATTER.finditer(reading.text):
        if not _free(m.start(), m.end(), discourse.named[n], taken):
            continue
        pair = _joined_pair(discourse, n, m.start())
        if pair:
            yield _reference(reading, m.start(), m.end(), pair[m.group(1) == "latter"].thing)


_JOINED = re.compile(r"\s*(?:\([^)]*\))?,? (?:and|or|to|from|with) (?:the |its |our )?")


def _joined_pair(discourse: Discourse, n: int, at: int) -> tuple[Mention, Mention] | None:
    """The last two mentions with "and" between them, before an offset or in the sentence before."""
    for k, mentions in enumerate(discourse.before(n, at)):
        text = discourse.readings[n - k].text
        for first in reversed(mentions):
            second = next((m for m in mentions if m.start > first.end and m.thing != first.thing), None)
            if second is not None and _JOINED.fullmatch(text[first.end : second.start]):
                return first, second
        if mentions:
            return None
    return None
