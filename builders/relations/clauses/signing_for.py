"""For whom somebody signs: "was signed by Mr. P *for A* and by Ms. Q *for B*", "P signed C *on behalf of A*"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Things
from customs_kg.ontology.iris import CK, FOAF

_SURE = Decimal("0.75")
_SIGNS = frozenset("conclude initial ink sign".split())
_FOR = re.compile(r",? ?(?:for|on behalf of|representing) (?:the |its |our )?$")
_CLEAR = re.compile(r"(?:behalf of|representing) (?:the |its |our )?$")
_SIGNED = (CK + "Agreement", CK + "PlanDocument")


def signing_claims(scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """That the body for which somebody signs is a signatory, as much as the hand that signs."""
    for scene in scenes:
        if scene.clause.lemma in _SIGNS:
            yield from _of_clause(scene, things)


def _of_clause(scene: Scene, things: Things) -> Iterator[Proposal]:
    signed = scene.subjects if scene.clause.passive else scene.direct
    signed = [m for m in signed if things.is_a(m, *_SIGNED)]
    words = scene.parsed.stretch(scene.clause.group)
    end = scene.parsed.tokens[scene.clause.extent[1] - 1].end
    behind = [m for m in scene.mentions if signed and words[1] <= m.start and m.end <= end]
    for party in (m for m in behind if is_body(m, things) or things.is_a(m, CK + "CustomsTerritory")):
        said = _FOR.search(scene.text, words[1], party.start)
        if said is not None and (_CLEAR.search(said.group()) or _follows_signer(scene, said.start(), things)):
            for paper in (m for m in signed if m.thing != party.thing):
                rule = f"{scene.clause.lemma}-for"
                yield Proposal(paper, CK + "signatory", party, scene.modality, rule, words, _SURE)


def _follows_signer(scene: Scene, at: int, things: Things) -> bool:
    """Whether "for" stands behind the person or post that signs, or behind what such a one signs."""
    signers = scene.mentions if scene.clause.passive else scene.subjects
    people = [m for m in signers if things.is_a(m, FOAF + "Person", CK + "Post")]
    return any(m.end == at for m in people) if scene.clause.passive else bool(people)
