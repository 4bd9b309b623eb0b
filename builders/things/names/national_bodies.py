"""Bodies that are called by their country and a common noun: "Belgian customs", "Peru's customs authority"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.peoples import territory_of_adjective
from customs_kg.builders.things.known.candidates import FAIR, Candidate, Reading
from customs_kg.ontology.iris import CK

_KIND = r"(?:service|administration|authority|agency|department|directorate)"
_CUSTOMS = rf"(?:customs(?: {_KIND}| authorities)?|(?:tax|revenue) (?:and customs )?{_KIND})"
_FORCES = r"(?:coast ?guard|border (?:guard|agency|force|police)|navy)"
_BODY = rf"(?:(?P<customs>{_CUSTOMS})|{_FORCES})"
_CUES = "customs tax revenue border coast coastguard navy"
_BY_ADJECTIVE = cued(_CUES, rf"\b(?P<land>[A-Z][a-z]{{3,}}) {_BODY}(?![\w-])")
_BY_OWNER = cued(_CUES, rf"'s? {_BODY}(?![\w-])")
_NAMED = re.compile(r",? (?:the )?[A-Z]|,? \(")  # the name that the words only explain follows
_EXPLAINS = re.compile(r"[A-Z][\w&.-]*\)?, (?:the |that is the )$|[A-Z][\w-]+,? and $")  # or stands before
_TERRITORY = "/id/place-"


def national_bodies(reading: Reading) -> Iterator[Candidate]:
    """The customs services and forces of other countries that a passage names by what they are."""
    for m in _BY_ADJECTIVE.finditer(reading.text):
        explains = _EXPLAINS.search(reading.text, 0, m.start())
        if not explains and territory_of_adjective(m["land"]) and _stands_alone(reading, m.end()):
            yield _candidate(reading, m.start(), m.end(), m)
    for m in _BY_OWNER.finditer(reading.text):
        land = next((k for k in reading.known if k.end == m.start() and _TERRITORY in k.target), None)
        if land is not None and _stands_alone(reading, m.end()):
            yield _candidate(reading, land.start, m.end(), m)


def _stands_alone(reading: Reading, end: int) -> bool:
    """Whether no noun follows that the words only modify, and no name: "Belgian customs *territory*", ", *SUNAT*"."""
    at = reading.token_at(end)
    after = reading.tokens[at] if at < len(reading.tokens) else None
    modifies = after is not None and (after.is_noun or after.tag.startswith("JJ")) and reading.text[end] == " "
    return not modifies and _NAMED.match(reading.text, end) is None


def _candidate(reading: Reading, start: int, end: int, m: re.Match[str]) -> Candidate:
    cls, label = CK + ("CustomsAdministration" if m["customs"] else "PublicBody"), reading.text[start:end]
    return Candidate(reading.index, start, end, label, cls, "description", FAIR, core_end=end)
