"""Clauses that leave out who acts: passives without an agent, by which a report tells what its agency did."""

from __future__ import annotations

from decimal import Decimal

from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.stance import OPINIONS, clause_modality
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.relations.frames.agents import by_phrase
from customs_kg.builders.relations.frames.scene import Scene, is_attribute
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF

_SURE = Decimal("0.65")
_NO_PASSIVE = frozenset("be have do become come go remain".split()) | OPINIONS
_DITRANSITIVE = frozenset("give award grant send pay allot assign call name appoint elect declare".split())
_JOINED = frozenset("join use adopt sign ratify attend".split())
_PARTICLES = frozenset("up out off over down back".split())
BODIES = tuple(CK + n for n in "PublicBody CustomsUnit InternationalOrganization StationedOffice".split())


def is_agentless(scene: Scene, things: Things) -> bool:
    """A passive without "by" whose subject is none who acts; "was" may be left out ("Agreement signed with A")."""
    clause = scene.clause
    led_to = clause.lemma == "lead" and not clause.passive  # "A led to 12 arrests"
    if led_to or clause.lemma in _NO_PASSIVE or (clause.lemma == "design" and _before_infinitive(scene)):
        return False
    if not clause.passive and not (clause.form is Form.PAST and not _has_auxiliary(scene) and _ends_clause(scene)):
        return False
    if not clause.passive and clause.antecedent is not None and clause.antecedent in clause.objects:
        return False  # "A, which B *built*"
    if clause.role is Role.RELATIVE and _has_whose(scene):
        return False  # "A, under whose lead B was *run*"
    if clause.role is Role.REDUCED and any(c.negated and c.role is Role.MAIN for c in scene.parsed.clauses):
        return False  # "cameras, *tried* at a school, have not been adopted"
    planned = clause_modality(scene.parsed.clauses, scene.n) is Modality.PLANNED
    if (
        _by_some(scene)
        or _has_object(scene)
        or by_phrase(scene.parsed, clause if clause.passive else clause._replace(passive=True)) is not None
        or (planned and is_attribute(scene.parsed, clause))
    ):
        return False
    return not any(
        (is_body(m, things) and not _is_some(scene, m)) or (not clause.passive and _can_act(m, things))
        for m in scene.subjects
    )


def _before_infinitive(scene: Scene) -> bool:
    """Whether "to" follows: what is "*designed to* do" something is meant for it, whoever made it."""
    return [t.lower for t in scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 1]] == ["to"]


def _has_whose(scene: Scene) -> bool:
    start = scene.clause.subject[0] if scene.clause.subject else scene.clause.group[0]
    return any(t.tag == "WP$" for t in scene.parsed.tokens[max(0, start - 5) : start])


def _can_act(mention: Mention, things: Things) -> bool:
    """A country or a person, who may do what a body does: "*Peru* acceded to A" tells nothing of the agency."""
    return things.is_a(mention, FOAF + "Person", CK + "CustomsTerritory")


def _is_some(scene: Scene, mention: Mention) -> bool:
    """A body that is one of many: "*a customs office* was kept in A"."""
    before = scene.text[: mention.start].split()[-1:]
    return mention.how == "description" and before in (["a"], ["an"], ["A"], ["An"])


def _has_object(scene: Scene) -> bool:
    """What looks like a participle has an object: "A, the largest port, *employed* 1,412 people"."""
    if scene.clause.role is not Role.REDUCED or _has_auxiliary(scene) or scene.clause.lemma in _DITRANSITIVE:
        return False
    following = scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 1]
    return bool(following) and following[0].tag in ("CD", "DT", "PRP$")


def _by_some(scene: Scene) -> bool:
    """The agents of a passive are counted, not named: "by 74% of visitors", "joined *by 12 towns*"."""
    following = scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 3]
    if len(following) < 3 or following[0].lower != "by":
        return False
    joined = scene.clause.lemma in _JOINED and following[1].tag == "CD" and following[2].tag == "NNS"
    return following[2].lower == "of" or joined


def _has_auxiliary(scene: Scene) -> bool:
    return scene.clause.group[1] - scene.clause.group[0] > 1


def _ends_clause(scene: Scene) -> bool:
    """Nothing that could be an object follows the verb, nor its particle ("took over *the work*")."""
    following = scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 2]
    particle = bool(following) and following[0].lower in _PARTICLES
    if particle and len(following) > 1 and following[1].tag in ("DT", "PRP$", "NN", "NNS", "NNP", "CD"):
        return False
    return not following or following[0].tag in ("IN", "TO", ",", ";", "(", ".", "CC")


def is_body(mention: Mention, things: Things) -> bool:
    """Whether a mention is of a body, unit or organization, which can act."""
    return things.is_a(mention, *BODIES)


def agency_at(scene: Scene, things: Things) -> Mention:
    """The agency, as if it stood where the verb is."""
    start, end = scene.parsed.stretch(scene.clause.group)
    return Mention(scene.mentions[0].passage if scene.mentions else 0, start, end, things.agency, "understood", _SURE)
