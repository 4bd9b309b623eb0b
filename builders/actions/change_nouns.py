"""Changes of status that nouns tell, with their dates: "the opening of A in May", "since the launch of B on 3 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from customs_kg.builders.actions.ahead import is_ahead
from customs_kg.builders.actions.change import Change, apart_in_phrase, can_change, is_dated
from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.cued import CuedPattern, cued
from customs_kg.builders.english.words import words_in
from customs_kg.builders.parse import Parsed
from customs_kg.builders.things.things import Mention, Things
from customs_kg.builders.times.periods import TimeExpression
from customs_kg.graph.model import Modality
from customs_kg.ontology.lexicon import Told, change_nouns

_UNSURE = frozenset("planned proposed expected scheduled possible envisaged intended before without not no".split())
_BETWEEN = re.compile(r"(?: \([^()]{2,20}\))?,? ?")


def noun_changes(document: Document, passage: Passage, parsed: Parsed, things: Things) -> Iterator[Change]:
    """The changes of a passage that a noun tells of a thing named behind it, with the time right behind that."""
    text = passage.text
    for noun in _nouns().finditer(text):
        mention = _named_at(passage, things, noun.end())
        time = _time_behind(passage, mention) if mention else None
        kind = change_nouns()[noun[1].lower()]
        if mention is None or time is None or not can_change(things, mention, kind, Told.ON_DATE):
            continue
        if not _UNSURE.isdisjoint(words_in(text[max(0, noun.start() - 30) : noun.start()])):
            continue
        modality = Modality.PLANNED if is_ahead(time.core, document.reporting) else Modality.ACTUAL
        apart = apart_in_phrase(parsed, mention) - {*noun[1].lower().split(), "the", "official", "formal"}
        span = passage.segment.text.span(noun.start(1), time.end)
        yield Change(kind, mention.thing, modality, time, apart, is_dated(passage, time, modality), span)


def _named_at(passage: Passage, things: Things, offset: int) -> Mention | None:
    """The longest name that begins at an offset."""
    found = [m for m in things.in_passage(passage.index) if m.start <= offset < m.end and m.how != "pronoun"]
    return max(found, key=lambda m: m.end, default=None)


def _time_behind(passage: Passage, mention: Mention) -> TimeExpression | None:
    times = (t for t in passage.times if t.start >= mention.end and not t.in_name)
    time = next(times, None)
    return time if time and _BETWEEN.fullmatch(passage.text, mention.end, time.start) else None


@lru_cache(maxsize=1)
def _nouns() -> CuedPattern:
    words = sorted(change_nouns(), key=len, reverse=True)
    cues = " ".join(part for word in words for part in re.split(r"[ -]", word))
    return cued(cues, rf"\b({'|'.join(words)}) of (?:the |our |its |their |a |an )?(?=\w)", re.IGNORECASE)
