"""What an operation was about by its results: goods seized in it, and who seized them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.scene import Scene, read_scenes
from customs_kg.builders.relations.frames.second_slots import after_words
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_SEIZES = frozenset(
    "seize detain confiscate intercept withhold impound forfeit capture net stop destroy uncover".split()
)
_FINDS = frozenset("discover find arrest expose crack break dismantle recover apprehend smash search take".split())
_FIGHTS = frozenset("tackle combat fight counter curb suppress disrupt target address eradicate".split())
# who only lends something to an operation, or takes part in it, does not run it
_LENDS = frozenset(
    "contribute supply support help assist join participate send lend second host attend observe".split()
)
_INSERTED = re.compile(r"[\"']?,? ?")
_NONE = re.compile(r"\b(?:no|without|neither|nor) (?:\w+ )?$")
_UNDERTAKING = (
    r" (?:(?:the|a|an|its|our|this|another) )?(?:(?:joint|special|national|international|regional) )*"
    r"(?:(?:operation|campaign|action|drive|exercise|crackdown|sweep) "
    r"(?:(?:called|dubbed|named|known as|codenamed) )?)?"
)
_WITHIN = r"(?:in|during|under|within|through|throughout|as part of|in the course of)"
_BY_WHAT = (  # what was found by these need not have been found by those who run it
    r"(?:with|by means of|following|thanks to|(?:as a |as the )?(?:result|consequence) of|"
    r"(?:with)?in (?:the )?(?:framework|context) of)"
)
_DURING = re.compile(rf"\b(?:{_WITHIN}|{_BY_WHAT}){_UNDERTAKING}[\"']?$", re.I)
_OPENING = re.compile(rf"^(?:{_WITHIN}|{_BY_WHAT}){_UNDERTAKING}\W?$", re.I)
_FRAME = re.compile(rf"^{_WITHIN}{_UNDERTAKING}\W?$", re.I)
_IN_WHICH = re.compile(
    r"[\"\s]*(?:\([^)]*\))?,? (?:in|during|under|through|by means of|in the (?:course|framework) of|as part of) which "
    r"(?:[^,;]|(?<=\d),(?=\d)){0,60}$"
)
_LABEL = re.compile(r"[\s\"]*(?:\([^)]*\))?\s*:")
_JOINTLY = re.compile(r"\bwith (?:the )?")
_UNDERSTOOD = Decimal("0.65")


def result_claims(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """The goods that an operation targets, as its seizures show, and that who seized them conducts it."""
    mentions = outermost(things.in_passage(passage.index))
    scenes: list[Scene] = []
    for operation in (m for m in mentions if _is(m, "Operation", things) or _is(m, "Campaign", things)):
        yield from _of_item(passage, operation, mentions, things)
        scenes = scenes or list(read_scenes(passage.text, parsed, mentions))
        for scene in scenes:
            if not _belongs(scene, operation) and not _is_during(scene, operation):
                continue
            words = parsed.stretch(scene.clause.group)
            yield from _found_in(scene, operation, things)
            acts = scene.clause.role in (Role.MAIN, Role.CONJUNCT) and not scene.clause.passive
            set_in_it = _FRAME.match(scene.text[: operation.start]) is not None
            lends = scene.clause.lemma in _LENDS or _takes_part(scene)
            if acts and not lends and (set_in_it or _is_during(scene, operation)):
                for actor in scene.subjects:
                    rule = "frame-act-in-operation"
                    yield Proposal(operation, CK + "conductedBy", actor, scene.modality, rule, words, _SURE)


def _found_in(scene: Scene, operation: Mention, things: Things) -> Iterator[Proposal]:
    """The goods seized in an operation, and the goods and offences that it was directed at."""
    lemma, words = scene.clause.lemma, scene.parsed.stretch(scene.clause.group)
    opens, during = _opens(scene.text, operation), _is_during(scene, operation)
    found = _patients(scene) if lemma in _SEIZES | _FIGHTS or (lemma in _FINDS and opens) or during else []
    found = [*found, *(_sought(scene) if opens else [])]
    for target in dict.fromkeys(found):
        name = "GoodsCategory" if _is(target, "GoodsCategory", things) else "Offence"
        stated = name == "GoodsCategory" or lemma not in _SEIZES | _FINDS
        if not stated or not _is(target, name, things) or _NONE.search(scene.text[: target.start]):
            continue
        predicate = "targetsGoods" if name == "GoodsCategory" else "targetsOffence"
        rule = f"results-{predicate}"
        yield Proposal(operation, CK + predicate, target, scene.modality, rule, words, _SURE)


def _sought(scene: Scene) -> list[Mention]:
    """What those who act in an operation go for: "In Operation A, officers *went after B*"."""
    hunts = (f for f in scene.frames if f.predicate == CK + "targetsGoods" and f.subject_first and not f.passive)
    return [] if scene.clause.passive else next((m for f in hunts if f.words and (m := after_words(scene, f))), [])


def _of_item(passage: Passage, operation: Mention, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """An item that an operation heads ("Operation A (May): patrols with B"): of the agency and those with it."""
    text = passage.text
    label = _LABEL.match(text, operation.end)
    if passage.segment.kind is not SegmentKind.ITEM or label is None or text[: operation.start].strip(" \"'"):
        return
    agency = Mention(passage.index, *label.span(), things.agency, "understood", _UNDERSTOOD)
    joint = _JOINTLY.search(text, label.end())
    partners = [m for m in row_from(joint.end(), text, mentions) if is_body(m, things)] if joint else []
    for actor in (agency, *partners):
        rule = "item-of-operation" + ("-understood" if actor.how == "understood" else "")
        yield Proposal(
            operation, CK + "conductedBy", actor, Modality.ACTUAL, rule, (operation.start, label.end()), _UNDERSTOOD
        )


def _is_during(scene: Scene, operation: Mention) -> bool:
    """Whether a clause of finding and seizing is set in the operation: "found 3 tonnes in A", "and, in A, found"."""
    if scene.clause.lemma not in _SEIZES | _FINDS | _FIGHTS or _takes_part(scene):
        return False
    if (found := _DURING.search(scene.text[: operation.start])) is None:
        return False
    start, end = scene.parsed.stretch((scene.clause.group[1] - 1, scene.clause.extent[1]))
    if scene.text[: found.start()].rstrip().endswith(","):
        verb = scene.parsed.stretch(scene.clause.group)[0]
        return operation.end < verb and _INSERTED.fullmatch(scene.text[operation.end : verb]) is not None
    return start < operation.start < end


def _takes_part(scene: Scene) -> bool:
    """Whether "take" is of a set phrase that tells of no find: "*took part* in A", "*took place* during A"."""
    following = [t.lower for t in scene.parsed.tokens[scene.clause.group[1] : scene.clause.group[1] + 3]]
    return scene.clause.lemma == "take" and not {"part", "place"}.isdisjoint(following)


def _is(mention: Mention, cls: str, things: Things) -> bool:
    return things.is_a(mention, CK + cls)


def _opens(text: str, operation: Mention) -> bool:
    """The sentence is set in the operation, or tells what came of it: "In Operation A, ...", "Following A, ..."."""
    return bool(_OPENING.match(text[: operation.start]))


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
    if _IN_WHICH.match(between):
        return True
    return scene.clause.form is Form.GERUND and bool(
        re.fullmatch(r"[\"\s]*(?:action|operation|campaign)?\s*,?\s*", between)
    )


def _patients(scene: Scene) -> Sequence[Mention]:
    """What was seized: the object; in a passive, or with "was" left out, the subject."""
    found = [] if scene.clause.passive else objects(scene.parsed, scene.n, (), scene.text, scene.mentions)
    if found or scene.clause.subject is None:
        return found
    start, end = scene.parsed.stretch(scene.clause.subject)
    of = [m for m in scene.mentions if re.fullmatch(r" of (?:the )?", scene.text[end : m.start])]  # "5 tons *of A*"
    return [m for m in scene.mentions if start <= m.start and m.end <= end] + of
