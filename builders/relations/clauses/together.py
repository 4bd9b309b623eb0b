"""With whom a clause says that something was done, whatever its verb: "lanes were added with A", "ran B with C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.arguments import Argument
from customs_kg.builders.english.words import noun_lemma
from customs_kg.builders.relations.clauses.agentless import agency_at, is_agentless, is_body
from customs_kg.builders.relations.clauses.own_people import are_own_people
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.slots import is_modifier
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_UNDERSTOOD = Decimal("0.65")
# verbs whose "with" brings in no partner
_APART = frozenset(
    "be comply compare compete confuse contrast deal differ disagree dispense replace rest lie remain charge entrust "
    "fill equip provide supply vest tamper trade tie stay happen coincide conflict merge part break "
    "file lodge register deposit appeal acquaint concern associate identify reside have do interfere".split()
)
_OPEN_WITH = frozenset("begin start end open close conclude".split())  # "began *with A*" tells what came first
# "in accordance with A": what the noun before says is no partnership
_NO_PARTNER = frozenset(
    "accordance line compliance keeping conformity connection regard respect contrast comparison contact dispute "
    "conflict competition trouble debate patience problem problems problem's dealing dealings litigation".split()
)


def together_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """Who worked with whom, by the "with" of a clause and the bodies on both sides of it."""
    if passage.is_cell:
        return
    for scene in scenes:
        yield from _among_subjects(scene, things)
        yield from _between_bodies(scene, things)
        for argument in _partner_phrases(scene):
            yield from _of_argument(scene, argument, things)


def partners_of(scene: Scene, things: Things) -> list[Mention]:
    """The bodies that a clause says something was done with."""
    phrases = [phrase for argument in _partner_phrases(scene) for phrase in argument.phrases]
    return [m for m in headed_by(scene.parsed, phrases, scene.mentions) if is_body(m, things)]


def _partner_phrases(scene: Scene) -> list[Argument]:
    """The phrases of a clause that begin with "with" or "alongside", where these can bring in a partner."""
    clause = scene.clause
    if clause.lemma in _APART:
        return []
    opened = clause.group[0] if clause.lemma in _OPEN_WITH else len(scene.parsed.tokens)
    return [
        argument
        for argument in clause.prepositional
        if argument.preposition in ("with", "alongside") and not _says_no_partner(scene, argument)
        if argument.at < opened or clause.objects
    ]


def _says_no_partner(scene: Scene, argument: Argument) -> bool:
    return argument.at > 0 and scene.parsed.tokens[argument.at - 1].lower in _NO_PARTNER


def _of_argument(scene: Scene, argument: Argument, things: Things) -> Iterator[Proposal]:
    named = headed_by(scene.parsed, argument.phrases, scene.mentions)
    states = scene.clause.lemma in _RECIPROCAL
    others = [m for m in named if is_body(m, things) or (states and _is_state(m, things))]
    if not others:
        return
    group, at = scene.clause.group, scene.parsed.tokens[argument.at]
    words = (min(scene.parsed.tokens[group[0]].start, at.start), max(scene.parsed.tokens[group[1] - 1].end, at.end))
    joined = {m.thing for m in others}
    for undertaking in _worked_on(scene, things):
        for other in (m for m in others if is_body(m, things)):
            rule = f"clause-{scene.clause.lemma}-with-participant"
            yield Proposal(undertaking, CK + "participant", other, scene.modality, rule, words, _SURE)
    for actor in (a for a in actors(scene, things) if a.thing not in joined):
        understood = actor.how == "understood"
        rule = f"clause-{scene.clause.lemma}-with" + ("-understood" if understood else "")
        for other in others:
            modality = Modality.PLANNED if scene.clause.lemma in _MEANS_TO else scene.modality
            yield Proposal(
                actor, CK + "cooperatesWith", other, modality, rule, words, _UNDERSTOOD if understood else _SURE
            )


def _is_state(mention: Mention, things: Things) -> bool:
    """A country or customs territory, which stands for its services where things are exchanged or agreed."""
    return things.is_a(mention, CK + "CustomsTerritory")


def _worked_on(scene: Scene, things: Things) -> list[Mention]:
    """The events and undertakings that a clause is about: "*the seminar* was held with A", "ran *the drive* with A"."""
    about = next(iter(scene.subject_rows), ()) if scene.clause.passive else scene.direct
    about = [m for m in about if not is_modifier(scene.parsed, m)]
    return [m for m in about if things.is_a(m, *_UNDERTAKINGS)]


_UNDERTAKINGS = (CK + "Endeavour", CK + "Event")
_MEANS_TO = frozenset("want plan intend hope mean wish aim".split())  # "With A we want to ..."
_RECIPROCAL = frozenset(
    "exchange share agree meet cooperate co-operate collaborate negotiate coordinate co-ordinate consult liaise "
    "team partner sign conclude initial".split()
)
# what two bodies that are the subject of one verb do as one: "A and B dismantled a ring"
_DONE_AS_ONE = frozenset(
    "arrest check inspect destroy detain dismantle intercept patrol raid rescue search seize uncover".split()
)
_RAIDS = frozenset("seizures seizure arrests arrest raids raid searches search checks".split())  # "made 12 arrests"
_JOINT = frozenset("joint jointly together forces tandem concert unison".split())  # "join forces"


def _among_subjects(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "A and B exchanged files", "B was seized by A and C", "A and B opened a joint post": they work together."""
    clause = scene.clause
    if not _is_joint(scene):
        return
    row = _joint_agents(scene) if clause.passive else next(iter(scene.subject_rows), ())
    states = clause.lemma in _RECIPROCAL and any(is_body(m, things) for m in row)  # "the agency and Tarn agreed"
    row = [m for m in row if is_body(m, things) or (states and _is_state(m, things))] if len(row) > 1 else ()
    if len(row) < 2:
        return
    words = scene.parsed.stretch(clause.group)
    for other in row[1:]:
        if other.thing != row[0].thing:
            modality = Modality.PLANNED if clause.lemma in _MEANS_TO else scene.modality
            rule = f"clause-{clause.lemma}-mutual"
            yield Proposal(row[0], CK + "cooperatesWith", other, modality, rule, words, _SURE)


def _between_bodies(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "Files are exchanged between A and B", "Close contacts exist between A and B"."""
    clause, tokens = scene.clause, scene.parsed.tokens
    about = {noun_lemma(tokens[phrase.head].lower) for phrase in clause.subjects}
    if clause.lemma not in _RECIPROCAL and about.isdisjoint(_MUTUAL):
        return
    for argument in (a for a in clause.prepositional if a.preposition == "between"):
        row = [m for m in headed_by(scene.parsed, argument.phrases, scene.mentions) if is_body(m, things)]
        words = (scene.parsed.stretch(clause.group)[0], tokens[argument.at].end)
        for other in row[1:]:
            if other.thing != row[0].thing:
                rule = f"clause-{clause.lemma}-between"
                yield Proposal(row[0], CK + "cooperatesWith", other, scene.modality, rule, words, _SURE)


# what two have with each other: "*Contacts* between A and B were kept up"
_MUTUAL = frozenset(
    "alliance collaboration consultation contact co-operation cooperation coordination dialogue discussion exchange "
    "exercise liaison link meeting operation partnership patrol relation relationship talks tie visit".split()
)


def _is_joint(scene: Scene) -> bool:
    """Whether the verb, or a word of its clause, says of two who act that they act as one."""
    clause, tokens = scene.clause, scene.parsed.tokens
    if clause.lemma in _RECIPROCAL or clause.lemma in _DONE_AS_ONE:
        return True
    made = clause.lemma == "make" and any(tokens[p.head].lower in _RAIDS for p in clause.objects)
    joint = _JOINT.intersection([t.lower for t in tokens[slice(*clause.extent)]])
    return made or (bool(joint) and not (joint == {"together"} and _is_sum(scene)))


def _is_sum(scene: Scene) -> bool:
    """Whether "together" adds up what each has or did: "A and B together *employ 900 officers*"."""
    tokens = scene.parsed.tokens
    return any(t.tag == "CD" for p in scene.clause.objects for t in tokens[p.start : p.head + 1])


def _joint_agents(scene: Scene) -> Sequence[Mention]:
    """Those behind "by" that "and" joins; without it, what follows a comma may be the subject of another clause."""
    row = scene.agents
    return row if len(row) > 1 and re.search(r"\band\b", scene.text[row[-2].end : row[-1].start]) else ()


def actors(scene: Scene, things: Things) -> list[Mention]:
    """Those who act in a clause: the agency in a passive without an agent."""
    if scene.clause.passive:
        agents = [m for m in scene.agents if is_body(m, things)]
        return agents or ([agency_at(scene, things)] if is_agentless(scene, things) else [])
    row = next(iter(scene.subject_rows), ())
    return [m for m in row if is_body(m, things)] or _own_people(scene, things)


def _own_people(scene: Scene, things: Things) -> list[Mention]:
    """The agency where its people act, also in what opens their sentence: "Working with A, *officers* seized B"."""
    clause = scene.clause
    head = scene.parsed.clauses[clause.head] if clause.head is not None and not clause.finite else clause
    own = are_own_people(scene.parsed, head, scene.mentions, things)
    return [agency_at(scene, things)] if own else []
