"""Definite nouns that refer back: "the system", "this body"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.english.token import Token
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.known.classes import ck, load_heads
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import is_subject
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

RESOLVED = Decimal("0.7")
# begins with letters, not with a boundary, so that most of a text is passed over
_DEFINITE = re.compile(r"([Tt](?<!\w.)h(?:e|is|at)) (?:(same|said|above|new) )?([A-Za-z][a-z]{2,})\b(?!-)")
_FOLLOWS = frozenset({"VBZ", "VBD", "VBP", "MD", "VBN", "RB", "POS", ",", ".", ";", ")", ":", "CC", "TO", "WRB"})
_PREPOSITIONS = frozenset("in at since during by until from into under as through before after via".split())
_FOLLOWING_WORDS = _PREPOSITIONS | {"itself"}
_UNIT_NOUNS = frozenset("unit team group force".split())
_BODY_NOUNS = _UNIT_NOUNS | frozenset(
    "body institution entity organ agency authority organisation organization".split()
)
_GENERAL = {
    "facility": ck("OperationsCenter EducationalInstitution CustomsHouse Port Place CustomsUnit"),
    "instrument": ck("NormativeDocument"),
    "initiative": ck("Endeavour"),
    "undertaking": ck("Endeavour"),
}
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


def definite_references(discourse: Discourse, n: int, taken: Sequence[Mention]) -> Iterator[Mention]:
    """The references of passage `n` by a definite noun to one thing; `taken` are those found otherwise."""
    reading = discourse.readings[n]
    for m in _DEFINITE.finditer(reading.text):
        free = all(m.end() <= x.start or x.end <= m.start() for x in (*discourse.named[n], *taken))
        if not free or not stands_alone(reading, m, discourse.named[n]):
            continue
        pointed, noun = m.group(1).lower() != "the" or m.group(2) is not None, m.group(3)
        if noun[0].isupper() and not pointed:
            continue  # "the Act" is read as the head of a name
        if m.group(2) == "new" and _speaks_of_end(discourse, n, m.start()):
            continue
        thing = _referent(discourse, n, m.start(), noun.lower(), pointed=pointed)
        if thing and thing != discourse.agency:
            yield Mention(reading.index, m.start(), m.end(), thing, "head", RESOLVED)


_ENDED = re.compile(
    r"\b(?:replac|repeal|abolish|supersed|retir|decommission|phas|switched off|withdr[ae]w|dissol|clos|old\b|former\b|"
    r"until)"
)


def _speaks_of_end(discourse: Discourse, n: int, at: int) -> bool:
    """Whether what was named before may be the old one: "A *was repealed*. The new law ..."."""
    before = discourse.readings[n - 1].text if n else ""
    return bool(_ENDED.search(before) or _ENDED.search(discourse.readings[n].text, 0, at))


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
        others = mentions if k else [m for m in mentions if not acts_on(discourse.readings[n], m, at)]
        spoken_of = {m.thing: m for m in others if noun not in _UNIT_NOUNS or m.thing != discourse.agency}
        own = [t for t in spoken_of if _is_called(discourse.entities[t], noun)]
        kin = own or ([t for t in spoken_of if _is_kind(discourse.entities[t], noun, pointed=pointed)] if k < 2 else [])
        if kin:
            return kin[0] if len(kin) == 1 else ""
    return ""


def acts_on(reading: Reading, mention: Mention, at: int) -> bool:
    """Whether a mention is the subject of the clause that an offset stands in: "*A* was replaced by the act"."""
    between = reading.tokens[reading.token_at(mention.end) : reading.token_at(at + 1)]
    return is_subject(reading, mention) and not any(t.tag in (",", ";", ":", "CC", "WDT", "WP") for t in between)


def _is_called(entity: Entity, noun: str) -> bool:
    """Whether a name ends with the noun, in the same number: "the units" are no one unit."""
    several = noun != stem(noun) and not noun.endswith("ss")
    return ends_with(entity, noun) and (not several or _last_word(entity) != stem(_last_word(entity)))


def _last_word(entity: Entity) -> str:
    return _UNDATED.sub("", _OF.split(entity.label)[0]).split()[-1].casefold()


def ends_with(entity: Entity, noun: str) -> bool:
    """Whether a name of several words ends with the noun, or its part before "of" or its year."""
    words = _UNDATED.sub("", _OF.split(entity.label)[0]).split()
    return (len(words) > 1 or " " in entity.label) and stem(words[-1]) == stem(noun)


def _is_kind(entity: Entity, noun: str, *, pointed: bool) -> bool:
    """Whether the class that a noun names is that of the entity, or of its kind; for bodies only behind "this"."""
    terms, cls = load_terms(), load_heads().longest([noun], "name")[0]
    if noun in _GENERAL and terms.is_any(entity.cls, _GENERAL[noun]):
        return True
    if cls == _COMPANY and not noun.endswith("s"):
        return entity.cls == _COMPANY
    if terms.is_any(entity.cls, _OTHER_BODIES):
        return pointed and noun in _BODY_NOUNS
    if not cls or noun.endswith("s") or terms.is_any(cls, _VAGUE) or not cls.startswith(CK):
        return False
    return terms.is_a(entity.cls, cls) or (cls in terms.classes and terms.kind_of(entity.cls) == terms.kind_of(cls))


def is_body(entity: Entity) -> bool:
    """Whether an entity is a body, an organization or a unit."""
    return load_terms().is_any(entity.cls, _BODIES)
