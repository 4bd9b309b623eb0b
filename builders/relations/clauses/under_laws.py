"""Laws that the report's own agency carries out: "Under the A, 121 measures were in force", "Work on A went on"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.relations.clauses.agentless import agency_at, is_body
from customs_kg.builders.relations.clauses.understood import undenied
from customs_kg.builders.relations.frames.agents import by_phrase
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.65")
_UNDER = re.compile(r"(?:Under|Pursuant to|By virtue of|In accordance with) (?:the )?")
_LAWS = (CK + "LegalInstrument", CK + "Agreement")
_UNDER_IN = re.compile(r"\b(?:under|pursuant to|in accordance with) (?:the )?$")
_COMES_TO = frozenset("come amount total number rise fall increase grow reach yield bring climb drop".split())


def under_law_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """As in "Under the A, 121 measures were in force", "Duties under the A were paid": the agency carries it out."""
    if passage.is_cell:
        return
    mentions = things.in_passage(passage.index)
    opening = _UNDER.match(passage.text)
    laws = [m for m in mentions if things.is_a(m, *_LAWS)]
    if not laws or any(is_body(m, things) and m.thing != things.agency for m in mentions):
        return
    for scene in undenied(passage.text, scenes):
        if scene.clause.role is not Role.MAIN or not scene.clause.finite:
            continue
        law = next((m for m in laws if opening and m.start == opening.end()), None) or _law_of_subject(scene, laws)
        if law is not None and not any(m.thing == things.agency for m in mentions):
            yield Proposal(
                agency_at(scene, things), CK + "implements", law, scene.modality, "under-law-understood",
                (0, scene.parsed.stretch(scene.clause.group)[1]), _SURE,
            )  # fmt: skip
            return


def progress_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """As in "Implementation of the A continued", "Progress was made with the roll-out of the A": by the agency."""
    mentions = things.in_passage(passage.index)
    said = next(iter(_CARRYING_OUT.finditer(passage.text)), None)
    if passage.is_cell or said is None or any(is_body(m, things) and m.thing != things.agency for m in mentions):
        return
    row = row_from(said.end(), passage.text, mentions)
    for scene in undenied(passage.text, scenes):
        if _goes_forward(scene, said.start()):
            agency = agency_at(scene, things)
            for target in row:
                yield Proposal(
                    agency, CK + "implements", target, scene.modality, "progress-understood", said.span(), _SURE
                )
            return


_CARRYING_OUT = cued(
    "implementation application enforcement roll rollout operationalisation operationalization",
    r"\b(?:[Ii]mplementation|[Aa]pplication|[Ee]nforcement|[Rr]oll-?out|[Oo]perationali[sz]ation) of "
    r"(?:the |its |our )?",
)
# how work goes forward: "continued", "is on track", "was completed", "entered its second year"
_GOES = frozenset(
    "accelerate achieve advance begin commence complete continue enter finalise finalize gather go intensify make near "
    "pass proceed progress reach resume start take".split()
)
_IS = frozenset("be remain stay".split())
_AT_WORK = cued(
    "track way underway progress ahead stage phase", r"\b(?:on track|under ?way|in progress|well ahead|stage|phase)\b"
)
_PROGRESS = frozenset("progress work headway advances strides".split())


def _goes_forward(scene: Scene, at: int) -> bool:
    """Whether a main clause says that what it speaks of, at this place or in a "progress" with it, goes forward."""
    clause = scene.clause
    if clause.role is not Role.MAIN or not clause.finite or not clause.subjects or clause.objects:
        return False
    head = scene.parsed.tokens[clause.subjects[0].head]
    if head.start != at and head.lower not in _PROGRESS:
        return False
    going = clause.lemma in _GOES and by_phrase(scene.parsed, clause) is None
    return going or (clause.lemma in _IS and _AT_WORK.search(scene.text, head.end) is not None)


def _law_of_subject(scene: Scene, laws: Sequence[Mention]) -> Mention | None:
    """The law under which is what was given, levied or came to a sum: "Concessions *under the A* were granted"."""
    clause = scene.clause
    if clause.subject is None or not (clause.passive or clause.lemma in _COMES_TO):
        return None
    if clause.passive and by_phrase(scene.parsed, clause) is not None:
        return None
    start, end = scene.parsed.stretch(clause.subject)
    return next((m for m in laws if start < m.start < end and _UNDER_IN.search(scene.text[: m.start])), None)
