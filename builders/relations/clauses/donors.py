"""Help that other organizations gave where nobody is named who had it: "A trained 310 officers"."""

from __future__ import annotations

from collections.abc import Iterator

from customs_kg.builders.relations.clauses.agentless import BODIES, agency_at
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_GIVES = frozenset("support assist train fund finance aid donate equip lend sponsor help hand provide present".split())


def donor_claims(scene: Scene, things: Things) -> Iterator[Proposal]:
    """What another organization did for nobody named, it did for the agency: "A trained 310 officers"."""
    clause = scene.clause
    taught = clause.passive and clause.subject is not None and (_is_help(scene) or _is_paid_for(scene, things))
    if not (taught or (clause.lemma in _GIVES and not clause.passive)) or clause.subject is None:
        return
    if clause.lemma == "provide" and scene.modality is Modality.STANDING:
        return  # "A provides the list of goods": what a body does as a rule need be no help
    start, end = scene.parsed.stretch((clause.group[1] - 1, clause.extent[1]))
    if clause.antecedent is not None and clause.antecedent in clause.objects:
        return  # "A, which B *helped*"
    others = [m for m in scene.mentions if m.thing != things.agency and start < m.start < end]
    if any(_is_helped(m, things) for m in others if not (taught and m in scene.agents)):
        return
    agency, words = agency_at(scene, things), scene.parsed.stretch(clause.group)
    for donor in scene.agents if taught else scene.subjects:
        if _is_other_body(donor, things):
            rule = f"frame-{clause.lemma}-understood"
            yield Proposal(donor, CK + "supports", agency, scene.modality, rule, words)


def _is_help(scene: Scene) -> bool:
    """What is given is help: "*Training* in valuation was given to 312 officers by A"."""
    subject = scene.clause.subjects[:1]
    return any(scene.parsed.tokens[p.head].lower in _HELP for p in subject) and scene.clause.lemma in _GIVEN


def _is_paid_for(scene: Scene, things: Things) -> bool:
    """As in "The scanners were financed by A", "Two boats were donated by B": what is given to nobody who is named."""
    clause = scene.clause
    behind = [t.lower for t in scene.parsed.tokens[clause.group[1] : clause.group[1] + 1]]
    paid = clause.lemma in _PAYS or (clause.lemma == "pay" and behind == ["for"])
    return paid and not any(_is_helped(m, things) for m in scene.subjects)


_PAYS = frozenset("fund finance sponsor donate lend subsidise subsidize train".split())
_HELP = frozenset("training support assistance funding help aid courses course advice equipment workshops".split())
_GIVERS = tuple(CK + n for n in "PublicBody InternationalOrganization IntergovernmentalGrouping".split())
_GIVEN = frozenset("give provide offer deliver supply fund finance organise organize run sponsor conduct hold".split())


def _is_helped(mention: Mention, things: Things) -> bool:
    """A thing that help can be for: a body, an undertaking, a system."""
    return things.is_a(mention, *BODIES, CK + "Endeavour", CK + "InformationSystem")


def _is_other_body(mention: Mention, things: Things) -> bool:
    return mention.thing != things.agency and things.is_a(mention, *_GIVERS)
