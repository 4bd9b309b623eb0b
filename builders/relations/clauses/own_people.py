"""The agency's own people as those who act: "Officers at the port seized A", "detector dogs found B"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.english.clauses import Clause
from customs_kg.builders.english.token import Token
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.things.things import Mention, Things

_PEOPLE = frozenset(
    "officers inspectors officials staff teams investigators patrols crews dogs specialists analysts agents".split()
)
# what may be said of them without making them those of another body
_OWN = frozenset(
    "customs our frontline front-line uniformed duty border dog detector sniffer canine targeting rummage search "
    "examination inspection enforcement marine field special trained senior local the all several many other more "
    "two three four five six seven eight nine ten".split()
)
_AT = frozenset("at in on along near across throughout".split())
# what officers do or undergo for themselves
_OF_THEMSELVES = frozenset(
    "attend complete receive undergo graduate retire resign leave join learn study earn win die lose be have become "
    "come go arrive depart travel live feel need want wear bring number total average amount exceed volunteer take "
    "participate".split()
)
_OPENS = 5  # characters before the name that opens a sentence: an article


def are_own_people(parsed: Parsed, clause: Clause, mentions: Sequence[Mention], things: Things) -> bool:
    """Whether officers of whom no more is said than what they are act in a clause.

    No other body may be named before them in the sentence, nor open the sentence before.
    """
    if clause.passive or clause.subject is None or not clause.finite or clause.lemma in _OF_THEMSELVES:
        return False
    tokens = parsed.tokens[slice(*clause.subject)]
    if not _speaks_of_people(tokens):
        return False
    end = parsed.stretch(clause.subject)[1]
    passage = mentions[0].passage if mentions else 0
    before = [m for m in things.in_passage(passage - 1) if m.start < _OPENS] if passage else []
    helping = {t.start for k, t in enumerate(parsed.tokens) if _governor(parsed, k) in _HELPING}
    helpers = {m.thing for m in mentions if m.start in helping}
    named = [*before, *(m for m in mentions if m.start < end and m.thing not in helpers)]
    return not any(m.thing != things.agency and is_body(m, things) for m in named)


_HELPING = frozenset("with from alongside".split())  # "On a tip from A, officers", "Working with A, officers"


def _governor(parsed: Parsed, at: int) -> str:
    """The word before a token, an article aside."""
    at -= 1
    if at > 0 and parsed.tokens[at].tag in ("DT", "PRP$"):
        at -= 1
    return parsed.tokens[at].lower if at >= 0 else ""


def _speaks_of_people(tokens: Sequence[Token]) -> bool:
    """A noun for people with nothing that tells whose they are: no name, no "of", no adjective of a country."""
    head = next((i for i, t in enumerate(tokens) if t.lower.split()[-1] in _PEOPLE), None)
    if head is None or (head + 1 < len(tokens) and tokens[head + 1].lower not in _AT):
        return False
    before = [word for t in tokens[: head + 1] for word in t.lower.split()][:-1]
    return all(word in _OWN or word.isdigit() for word in before)
