"""What an operation was about by its results: goods seized in it, and who seized them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.roles import objects, subjects
from customs_kg.builders.relations.slots import Scene, read_scenes
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.75")
_SEIZES = frozenset(
    "seize detain confiscate intercept withhold impound forfeit capture net stop destroy uncover".split()
)
_FRAME = re.compile(
    r"^(?:In|During|Under|Within|Through|As part of|In the course of) (?:the )?(?:joint |special )*"
    r"(?:(?:operation|campaign|action|drive) )?\W?$"
)
_LABEL = re.compile(r"^[\s\"]*(?:\([^)]*\))?\s*:")


def result_claims(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """The goods that an operation targets, as its seizures show, and that who seized them conducts it."""
    mentions = outermost(things.in_passage(passage.index))
    scenes: list[Scene] = []
    for operation in (m for m in mentions if _is(m, "Operation", things) or _is(m, "Campaign", things)):
        scenes = scenes or list(read_scenes(passage.text, parsed, mentions))
        for scene in scenes:
            if not _belongs(scene, operation):
                continue
            words = parsed.stretch(scene.clause.group)
            if scene.clause.lemma in _SEIZES:
                for goods in (m for m in _patients(scene) if _is(m, "GoodsCategory", things)):
                    rule = "results-targetsGoods"
                    yield Proposal(operation, CK + "targetsGoods", goods, scene.modality, rule, words, _SURE)
            if scene.clause.role is Role.MAIN and not scene.clause.passive and _opens(scene.text, operation):
                for actor in subjects(parsed, scene.n, scene.text, mentions):
                    rule = "frame-act-in-operation"
                    yield Proposal(operation, CK + "conductedBy", actor, scene.modality, rule, words, _SURE)


def _is(mention: Mention, cls: str, things: Things) -> bool:
    return load_terms().is_a(things.entities[mention.thing].cls, CK + cls)


def _opens(text: str, operation: Mention) -> bool:
    """The sentence is set in the operation: "In Operation A, ..."."""
    return bool(_FRAME.match(text[: operation.start]))


def _belongs(scene: Scene, operation: Mention) -> bool:
    """Whether the clause tells of the operation: set in it, labelled with it, or a participle behind it."""
    start = scene.parsed.stretch(scene.clause.group)[0]
    if operation.end > start:
        return False
    if _opens(scene.text, operation) or (
        not scene.text[: operation.start].strip() and _LABEL.match(scene.text[operation.end :])
    ):
        return True
    between = scene.text[operation.end : start]
    return scene.clause.form is Form.GERUND and bool(
        re.fullmatch(r"[\"\s]*(?:action|operation|campaign)?\s*,?\s*", between)
    )


def _patients(scene: Scene) -> Sequence[Mention]:
    """What was seized: the object; in a passive, or with "was" left out, the subject."""
    found = [] if scene.clause.passive else objects(scene.parsed, scene.n, (), scene.text, scene.mentions)
    if found or scene.clause.subject is None:
        return found
    start, end = scene.parsed.stretch(scene.clause.subject)
    return [m for m in scene.mentions if start <= m.start and m.end <= end]
