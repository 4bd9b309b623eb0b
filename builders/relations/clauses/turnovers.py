"""What came as another thing went: "A was switched off after B had gone live", "With the launch of B, A lapsed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
# what is done to a thing that ends, and what it does itself, with particles
_ENDED = frozenset(
    "abandon abolish annul close decommission discontinue disband dissolve drop phase repeal rescind retire revoke "
    "scrap shut switch terminate withdraw".split()
)
_ENDS = frozenset("cease end expire lapse retire".split())
_OFF = frozenset("off out down".split())  # without which what is phased or switched need not end
_NEEDS_PARTICLE = frozenset("phase switch shut".split())
_BEGUN = frozenset(
    "adopt bring commission create deploy enact establish form found inaugurate install introduce launch open put roll "
    "set".split()
)
_BEGINS = frozenset("begin come commence enter go open start take".split())
_STARTS = frozenset("live online force operation effect service use operational being existence out up".split())
_TWO_WORDS = frozenset("bring come enter go put roll set take".split())
_WHEN = frozenset("when once after as since upon because".split())
_INTRODUCED = cued(
    "introduction launch commissioning adoption entry coming commencement enactment arrival advent opening "
    "establishment creation live roll rollout deployment implementation promulgation start installation",
    r"\b(?:with|following|after|upon|on|since|as a result of|because of|due to|by) (?:the )?(?:[a-z-]+ )?"
    r"(?:introduction|launch|commissioning|adoption|(?:entry|coming) into (?:force|effect|operation|service)|"
    r"commencement|enactment|arrival|advent|opening|establishment|creation|go-live|roll-?out|deployment|"
    r"implementation|promulgation|start|installation) of (?:the |a |an |its |our )?(?:new )?['\"]?",
    re.I,
)
_PARTICLE_REACH = 3
_NONE_REPLACES = (CK + "Operation", CK + "Campaign", CK + "Event")  # one ends and another begins


def turnover_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """That what began when another thing of its kind ended came in its place."""
    if passage.is_cell:
        return
    for ended in scenes:
        old = _subjects(ended, _ENDED, _ENDS, _NEEDS_PARTICLE, _OFF)
        if not old:
            continue
        for begun in scenes:
            new = _subjects(begun, _BEGUN, _BEGINS, _TWO_WORDS, _STARTS) if _joined(ended, begun) else []
            new = new or (_takers(begun) if begun.n == ended.n + 1 else [])
            yield from _replacing(new, old, ended, begun, things)
        yield from _replacing(_introduced(ended), old, ended, ended, things)


def _replacing(
    new: Sequence[Mention], old: Sequence[Mention], ended: Scene, begun: Scene, things: Things
) -> Iterator[Proposal]:
    words = ended.parsed.stretch(ended.clause.group)
    planned = Modality.PLANNED in (ended.modality, begun.modality)
    modality = Modality.PLANNED if planned else Modality.ACTUAL
    for one in new:
        for other in old:
            if one.thing != other.thing and not things.is_a(one, *_NONE_REPLACES):
                rule = f"turnover-{ended.clause.lemma}"
                yield Proposal(one, CK + "replaces", other, modality, rule, words, _SURE)


def _subjects(
    scene: Scene, undergone: frozenset[str], done: frozenset[str], short: frozenset[str], particles: frozenset[str]
) -> Sequence[Mention]:
    """What a clause says ended, or began; `short` are the verbs that say so with one of the particles only."""
    clause = scene.clause
    if clause.lemma not in (undergone if clause.passive else done) or clause.negated or clause.role is Role.REDUCED:
        return []
    following = [t.lower for t in scene.parsed.tokens[clause.group[1] : clause.group[1] + _PARTICLE_REACH]]
    if clause.lemma in short and particles.isdisjoint(following):
        return []
    return [m for m in next(iter(scene.subject_rows), ()) if m.how != "description"]


def _joined(ended: Scene, begun: Scene) -> bool:
    """Whether one of two clauses that stand beside each other tells when or after what the other was."""
    first, second = sorted((ended, begun), key=lambda s: s.n)
    if second.n - first.n != 1 or first.clause.subject is None or second.clause.subject is None:
        return False
    tokens = first.parsed.tokens
    opening = first.clause.subject[0] > 0 and tokens[first.clause.subject[0] - 1].lower in _WHEN
    return opening or tokens[second.clause.subject[0] - 1].lower in _WHEN


def _takers(scene: Scene) -> Sequence[Mention]:
    """What took the place of what the clause before says ended: "A was withdrawn, and *B* took its place"."""
    clause = scene.clause
    takes = clause.lemma == "take" and not clause.passive and not clause.negated and clause.subject is not None
    behind = [t.lower for t in scene.parsed.tokens[clause.group[1] : clause.group[1] + 2]]
    return next(iter(scene.subject_rows), ()) if takes and behind in _ITS_PLACE else []


_ITS_PLACE = (["its", "place"], ["their", "place"], ["over", "its"], ["over", "their"])


def _introduced(ended: Scene) -> list[Mention]:
    """What the introduction is of with which something ended: "With the *launch of A*, B was closed"."""
    start, end = ended.parsed.stretch(ended.clause.extent)
    found = next((f for f in _INTRODUCED.finditer(ended.text) if f.start() == 0 or start < f.start() < end), None)
    return outermost([m for m in ended.mentions if found and m.start == found.end()])
