"""Pronouns for a row that was named before.

"A and B were opened. *They* are run by C", "D enforces *both of them*", "*Each* is headed by a director".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.english.words import can_be_verb
from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.builders.things.references.antecedents import is_agent, is_subject
from customs_kg.builders.things.references.definites import RESOLVED
from customs_kg.builders.things.references.discourse import Discourse
from customs_kg.builders.things.references.rows import Row, has_plural, has_rival, rows_of
from customs_kg.ontology.iris import FOAF

NUMBER = "two|three|four|five|six|seven|eight|nine|ten"
_PRONOUN = cued(
    "they them their both each all these two",
    rf"\b((?:[Aa]ll(?: (?:{NUMBER}))?|[Bb]oth|[Ee]ach) of (?:them|these(?! [a-z]+s\b))\b|[Tt]hey\b|[Tt]heir\b"
    r"|(?<!of )(?<!among )them\b)"
    rf"|(?:^|[,;] (?:and )?|and )([Bb]oth|[Ee]ach|[Aa]ll(?: (?:{NUMBER}))?|These|[Tt]he two)(?= [a-z])"
    r"|[a-z] (both|the two)(?=[.;,]|$)",
)
_BEFORE_VERB, _LAST = 2, 3  # groups of the pattern
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_OF_BODY = re.compile(r" of (?:the )?$")


def row_pronouns(discourse: Discourse, n: int) -> Iterator[Mention]:
    """The pronouns of passage `n` that stand for a row: one mention for each thing of it."""
    reading = discourse.readings[n]
    for m in _PRONOUN.finditer(reading.text):
        start, end = m.span(m.lastindex or 0)
        words = reading.text[start:end].lower().split()
        if m.lastindex == _BEFORE_VERB and not _is_before_verb(reading, end, several=words[0] != "each"):
            continue
        loose = words[0] in ("they", "them", "their", "these")
        for thing in _row_meant(discourse, n, start, size_said(words), loose=loose):
            yield Mention(reading.index, start, end, thing, "pronoun", RESOLVED)


def size_said(words: Sequence[str]) -> int:
    """How many things words say that there are, 0 where they leave it open.

    >>> size_said(["all", "three"]), size_said(["both"]), size_said(["they"])
    (3, 2, 0)
    """
    return next((SMALL[w] for w in words if w in SMALL), 2 if words[0] == "both" else 0)


def fits(row: Row, size: int) -> bool:
    """Whether a row has as many things as words say."""
    return len(row.things) == size if size else len(row.things) > 1


def _is_before_verb(reading: Reading, end: int, *, several: bool) -> bool:
    """Whether a finite verb follows, as behind a pronoun: "Each *answers* to A", not "Each office"."""
    following = next((t for t in reading.tokens[reading.token_at(end) :] if t.tag != "RB"), None)
    if following is None:
        return False
    if following.tag == "NNS" and several:
        return False
    return following.tag in _FINITE or (following.tag in ("NNS", "VBN", "VB", "NN") and can_be_verb(following.lower))


def _row_meant(discourse: Discourse, n: int, at: int, size: int, *, loose: bool) -> list[str]:
    """The only row before an offset or in the sentence before, of several the one that is the subject.

    One of the row is not who does something to it: "A and B left, and *C* joined them".
    """
    doer = next((m.thing for m in reversed(discourse.named[n]) if m.end <= at), "")
    doer = doer if _is_object(discourse.readings[n], at) else ""
    for k in (n, n - 1):
        if k < n and discourse.opens_paragraph(n):
            break
        end = at if k == n else len(discourse.readings[k].text)
        rows = [r for r in rows_of(discourse, k, end) if fits(r, size)]
        meant = [r for r in rows if len(rows) == 1 or r.is_subject]
        if len(meant) == 1 and doer not in meant[0].things:
            if loose and k < n and has_plural(discourse.readings[n], at, discourse.named[n]):
                return []  # "Had the goods been real, *their* price"
            known = not loose or (k < n and meant[0].is_subject)
            return meant[0].things if known or _is_alone(discourse, k, meant[0]) else []
        if rows:
            break
        if k < n and at < _OPENING and not doer and size in (0, 2):
            return (_two_people(discourse, k) if size else []) or _pair_of_subject(discourse, k)
    return []


_OPENING = 12  # characters before a pronoun that opens a sentence: "*Together* they"


def _is_object(reading: Reading, at: int) -> bool:
    """Whether a verb or preposition stands right before an offset."""
    before = reading.tokens[reading.token_at(at) - 1] if at else None
    return before is not None and (before.is_verb or before.tag in ("IN", "TO"))


def _is_alone(discourse: Discourse, k: int, row: Row) -> bool:
    """Whether nothing else in a sentence is several, neither another plural nor what it is about."""
    reading = discourse.readings[k]
    about = row.is_subject or any(is_subject(reading, m) for m in discourse.spoken_of(k))
    return about and not has_rival(reading, row, discourse.named[k], discourse.entities)


def _pair_of_subject(discourse: Discourse, k: int) -> list[str]:
    """The only two bodies of a sentence, one its subject: "*A* signed a pact with *B*. Both ..."."""
    before = discourse.readings[k]
    bodies = [x for x in discourse.named[k] if is_agent(discourse.entities, x.thing)]
    bodies = [x for x in bodies if not _OF_BODY.search(before.text, 0, x.start)]
    things = list(dict.fromkeys(x.thing for x in bodies))
    subject = any(is_subject(before, x) for x in bodies if x.thing == things[0])
    return things if len(things) == 2 and subject else []


def _two_people(discourse: Discourse, k: int) -> list[str]:
    """The only two persons of a sentence: "*Ms A* heads B and *Mr C* heads D. Both ..."."""
    entities = discourse.entities
    named = (m.thing for m in discourse.named[k] if m.thing in entities)
    people = list(dict.fromkeys(t for t in named if entities[t].cls == FOAF + "Person"))
    return people if len(people) == 2 else []
