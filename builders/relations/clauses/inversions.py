"""Clauses whose subject stands behind the verb: "Beneath it there are A and B", "Attached to the A are B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.frames.frames import reduced_at
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.80")
_BELOW = re.compile(r"(?:Directly |Immediately )?(?:[Bb]eneath|[Uu]nder|[Bb]elow) (?:the |its |our )?")
_SAID = re.compile(r"(?:[A-Z][a-z]+ly )?(?P<words>[A-Z]?[a-z]+(?:ed|ate|le|al)? (?:to|under|with)) (?:the |its |our )?")
_VERB = re.compile(
    r"(?: \([^()]*\))?(?: there)? (?:are|is|were|was|come|comes|came|stand|stands|work|works|operate|operates|sit|sits|"
    r"fall|falls)(?: also)? "
)
_ENDS = re.compile(r"[.;]|\b(?:which|who|whose|that|where|while)\b")
_GOVERNED = re.compile(r"\b(?:of|in|by|for|under|with|from|at|to) (?:the |its |our )?$")
_BELONGS = tuple(CK + name for name in ("reportsToBody", "unitOfAdministration", "componentOf"))


def inversion_claims(passage: Passage, things: Things) -> Iterator[Proposal]:
    """What the words before the verb say of the bodies behind it."""
    if passage.is_cell:
        return
    mentions = things.in_passage(passage.index)
    yield from _below(passage.text, mentions, things)
    yield from _said_of(passage.text, mentions, things)


def _below(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    opened = _BELOW.match(text)
    for whole in (m for m in mentions if opened and m.start == opened.end()):
        for body in _behind_verb(text, whole, mentions, things):
            for predicate in _BELONGS:
                if admits(predicate, body, whole, things):
                    words = (0, body.start)
                    yield Proposal(body, predicate, whole, Modality.STANDING, "inverted-below", words, _SURE)
                    break


def _said_of(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    said = _SAID.match(text)
    if said is None or _BELOW.match(text):
        return
    for whole in (m for m in mentions if m.start == said.end()):
        behind = _behind_verb(text, whole, mentions, things)
        for frame, _ in reduced_at(said["words"].lower().split()) if behind else ():
            for body in behind:
                subject, target = (body, whole) if frame.subject_first else (whole, body)
                rule = f"{frame.name}-inverted"
                yield Proposal(subject, frame.predicate, target, Modality.STANDING, rule, (0, body.start), _SURE)


def _behind_verb(text: str, whole: Mention, mentions: Sequence[Mention], things: Things) -> list[Mention]:
    """The bodies in the row behind the verb that follows a mention, without those that a preposition governs."""
    verb = _VERB.match(text, whole.end)
    if verb is None:
        return []
    end = _ENDS.search(text, verb.end())
    stop = end.start() if end else len(text)
    row = outermost([m for m in mentions if verb.end() <= m.start < stop and m.how != "pronoun"])
    return [m for m in row if is_body(m, things) and not _GOVERNED.search(text[: m.start])]
