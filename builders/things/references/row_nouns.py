"""Plural nouns for a row that was named before, and words for one of it.

"*The two boards*", "*these orders*", "*both services*", "*the former*", "*the second*".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.things.known.classes import ck, load_heads
from customs_kg.builders.things.known.gazetteer import stem
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.definites import RESOLVED, ends_with, is_body, stands_alone
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.builders.things.references.row_pronouns import NUMBER, fits, size_said
from customs_kg.builders.things.references.rows import BODY, family, family_of_class, has_rival, rows_of
from customs_kg.graph.model import Entity
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

# begins with letters, not with a boundary, so that most of a text is passed over
_NOUN = re.compile(
    r"[TtBbAaSs](?<!\w.)(?:(?<=[Tt])h(?:e|ese|ose)|(?<=[Bb])oth|(?<=[Aa])ll|(?<=[Ss])uch) (?:of )?"
    rf"(?:(?:the|these|those|said|same) )*(?:(?:{NUMBER}) )?(?:customs |border |new |national |neighbouring |public )?"
    r"([a-z]{3,}(?:s|ia|da))\b(?!-)"
)
_ONE = cued("former latter first second third", r"\b[Tt]he (former|latter|first|second|third)\b")
_ORDINAL = {"former": 0, "first": 0, "latter": 1, "second": 1, "third": 2}
_JOINED = re.compile(r"\s*(?:\([^)]*\))?,? (?:and|or|to|from|with) (?:the |its |our )?")
_ANY_BODY = frozenset("body agency authority administration service party organization institution entity".split())
_OF_PUBLIC = frozenset("agency authority administration service".split())
_ANY_LAND = frozenset("country state government side party".split())
_LAND = CK + "CustomsTerritory"
# whose nouns say too little of which are meant
_VAGUE = ck("GoodsCategory Offence CustomsFunction WorkingMethod PolicyPrinciple PolicyMeasure TaxType")
_VERBS = frozenset({"VBZ", "VBD", "VBP", "MD", "VBN"})


def row_nouns(discourse: Discourse, n: int) -> Iterator[Mention]:
    """The plural nouns of passage `n` that stand for a row: one mention for each thing of it."""
    reading = discourse.readings[n]
    for m in _NOUN.finditer(reading.text):
        words = m.group().lower().split()
        size = size_said(words)
        if (words[0] == "all" and not size) or not stands_alone(reading, m, discourse.named[n]):
            continue
        strict = words[0] == "the" and not size
        for thing in _row_of_kind(discourse, n, m.start(), stem(words[-1]), size, strict=strict):
            yield Mention(reading.index, *m.span(), thing, "head", RESOLVED)


def _row_of_kind(discourse: Discourse, n: int, at: int, noun: str, size: int, *, strict: bool) -> list[str]:
    """The only row of a kind in the nearest sentence that has one; of a number also so many things not in a row.

    Where `strict`, their names end with the noun, unless the sentence right before is about them.
    """
    entities = discourse.entities
    for k, mentions in enumerate(discourse.before(n, at)):
        end = at if k == 0 else len(discourse.readings[n - k].text)
        rows = [r for r in rows_of(discourse, n - k, end) if fits(r, size)]
        topic = k == 1 and not discourse.opens_paragraph(n)
        by_name = [strict and not (topic and r.is_subject) for r in rows]
        meant = [
            r.things
            for r, named in zip(rows, by_name, strict=True)
            if all(_is_one(entities[t], noun, strict=named) for t in r.things)
        ]
        if meant:
            return meant[0] if len(meant) == 1 else []
        kin = _kin(mentions, noun, size, entities) if size else []
        if k and len(kin) + 1 == size and noun in _ANY_BODY and _is_spoken_of(discourse, n - k):
            kin = [discourse.agency, *kin]  # "We signed a pact with A. *The two services* now ..."
        if kin and (k or len(kin) >= size):  # "A advises the two boards": not itself
            return kin if len(kin) == size else []
    return []


def _is_spoken_of(discourse: Discourse, k: int) -> bool:
    """Whether a passage refers to the agency without its name."""
    return any(m.thing == discourse.agency for m in discourse.references(k))


def _kin(mentions: Sequence[Mention], noun: str, size: int, entities: Mapping[str, Entity]) -> list[str]:
    """The things of a sentence that a noun can stand for; of more bodies than are counted the public ones."""
    kin = list(dict.fromkeys(m.thing for m in mentions if _is_one(entities[m.thing], noun, strict=False)))
    if len(kin) > size and noun in _OF_PUBLIC:  # a unit or an organization is no "agency"
        return [t for t in kin if load_terms().is_a(entities[t].cls, CK + "PublicBody")]
    return kin


def _is_one(entity: Entity, noun: str, *, strict: bool) -> bool:
    """Whether a noun in the plural can count an entity among others: by its name, else by its class."""
    if ends_with(entity, noun):
        return True
    if strict:
        return False
    if family(entity) == BODY and noun in _ANY_BODY:
        return True
    terms, cls = load_terms(), load_heads().longest([noun], "name")[0]
    if noun in _ANY_LAND:
        return entity.cls == _LAND
    if cls not in terms.classes or terms.is_any(cls, _VAGUE):
        return False
    return terms.is_a(entity.cls, cls) or (family(entity) != BODY and family(entity) == family_of_class(cls))


def ones_of_row(discourse: Discourse, n: int) -> Iterator[Mention]:
    """The words of passage `n` for one of a row by its place: "*The latter* is run by A"."""
    reading = discourse.readings[n]
    for m in _ONE.finditer(reading.text):
        at = reading.token_at(m.end())
        counted = m.group(1) not in ("former", "latter")
        if not stands_alone(reading, m, discourse.named[n]):
            continue
        if counted and not (at < len(reading.tokens) and reading.tokens[at].tag in _VERBS):
            continue
        row = _row_before(discourse, n, m.start(), counted=counted)
        if not row and m.group(1) == "latter" and (last := _last_named(discourse, n, m.start())):
            yield Mention(reading.index, *m.span(), last, "head", RESOLVED)
        place = _ORDINAL[m.group(1)]
        if place < len(row) and (counted or len(row) == 2):
            yield Mention(reading.index, *m.span(), row[place], "head", RESOLVED)


def _row_before(discourse: Discourse, n: int, at: int, *, counted: bool) -> list[str]:
    """The nearest row, or for "the former" any two that a word joins, before an offset or in the sentence before."""
    for k, mentions in enumerate(discourse.before(n, at)):
        if k and discourse.opens_paragraph(n - k + 1):
            return []
        end = at if k == 0 else len(discourse.readings[n - k].text)
        if rows := rows_of(discourse, n - k, end):
            if counted and (
                len(rows) > 1 or has_rival(discourse.readings[n - k], rows[0], mentions, discourse.entities)
            ):
                return []  # "two groups of men from A and B. *The first* ..."
            return rows[0].things
        if not counted and (pair := _joined_pair(mentions, discourse.readings[n - k].text)):
            return pair
        if k or len({m.thing for m in mentions}) > 1:
            return []
    return []


def _last_named(discourse: Discourse, n: int, at: int) -> str:
    """The body that ends the sentence before, which names another: "A answers to B, which also runs *C*"."""
    if discourse.opens_paragraph(n) or any(m.end <= at for m in discourse.named[n]):
        return ""
    text = discourse.readings[n - 1].text
    bodies = [m for m in discourse.named[n - 1] if is_body(discourse.entities[m.thing])]
    last = max(bodies, key=lambda m: m.end, default=None)
    several = len({m.thing for m in bodies}) > 1
    return last.thing if several and last is not None and not text[last.end :].strip(" .)") else ""


def _joined_pair(mentions: Sequence[Mention], text: str) -> list[str]:
    """The last two mentions with a word like "and" or "to" between them."""
    for first in reversed(mentions):
        second = next((m for m in mentions if m.start > first.end and m.thing != first.thing), None)
        if second is not None and _JOINED.fullmatch(text, first.end, second.start):
            return [first.thing, second.thing]
    return []
