"""What the surroundings of a clause say: "In A, the B found ...", "the post between A and B", "followed in the A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.stance import CREATES
from customs_kg.builders.relations.clauses.agentless import agency_at, is_agentless, is_body
from customs_kg.builders.relations.clauses.together import actors
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_UNDERSTOOD = Decimal("0.65")
_OPENS = re.compile(r"(?:In|At|On|Inside|Within) (?:the )?(?:port|town|city|province|island|district)?(?: of )?$")
_BETWEEN = re.compile(
    r",? (?:that lies |which lies |lying |situated |located |built )?(?:on the border )?between (?:the )?$"
)
_AND = re.compile(r" and (?:the )?$")
_MEANS = re.compile(r"\b(?:in|through|via|on|using|by means of|with the (?:aid|help) of) (?:the |its |our )?$")
_WITH = re.compile(r"\bwith (?:the |its |our )?$")
_WORKS_WITH = frozenset(  # what is done with a system: "parcels are tracked *with A*"
    "analyse analyze calculate check clear collect control detect file follow handle inspect lodge manage map match "
    "monitor plan process profile record register scan schedule score screen select store submit target trace track "
    "verify".split()
)
_FRONTED_MEANS = re.compile(
    r"^\W*(?:Through|Via|Using|Employing|By means of|By using|With the (?:aid|help|use) of|Thanks to|Equipped with|"
    r"Armed with|Aided by|Assisted by|Fitted with|Relying on|Drawing on) (?:the |its |our |their )?"
    r"(?:[a-z0-9-]+ ){0,3}$"
)
_WITH_EQUIPMENT = re.compile(
    r"\b(?:using|by means of|with the (?:aid|help|use) of|thanks to) (?:the |its |our |their )?(?:[a-z0-9-]+ ){0,3}$"
)
_ALL = frozenset("everything all this work works activities operations powers controls".split())
_RESTS = frozenset("rest base ground found govern rule root".split())
# what stands somewhere, so that the place which opens its sentence is where it is
_STANDING = tuple(CK + n for n in "CustomsHouse Port SpecialControlArea StationedOffice EducationalInstitution".split())

_IN_USE = tuple(CK + n for n in "InformationSystem EquipmentType".split())


def surrounding_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """Where things are, which systems the agency works with and which law, as what surrounds a clause says."""
    if passage.is_cell:
        return
    mentions = things.named_in(passage.index)
    yield from _between_places(passage.text, mentions, things)
    for scene in scenes:
        yield from _at_opening(scene, mentions, things)
        yield from _by_means(scene, mentions, things)
        yield from _rests_on(scene, mentions, things)
        yield from _in_service(scene, mentions, things)


def _between_places(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "the A Border Post between B and C": it is on the border of both."""
    for thing, first, second in zip(mentions, mentions[1:], mentions[2:], strict=False):
        opened, joined = text[thing.end : first.start], text[first.end : second.start]
        places = all(things.is_a(m, CK + "Place") for m in (first, second))
        if not (places and _BETWEEN.fullmatch(opened) and _AND.fullmatch(joined) and things.is_a(thing, *_STANDING)):
            continue
        for place in (first, second):
            yield Proposal(
                thing, CK + "locatedIn", place, Modality.STANDING, "phrase-between-locatedIn",
                (thing.end, first.start), _SURE,
            )  # fmt: skip


def _at_opening(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "In A, the B checked ...": what stands at a place and acts in a sentence set there is there.

    A system or device that acts there is in use there.
    """
    clause, first = scene.clause, next(iter(mentions), None)
    if clause.role is not Role.MAIN or first is None or not things.is_a(first, CK + "Place"):
        return
    if not _OPENS.fullmatch(scene.text[: first.start]) or not re.match(r",? (?:the |our )?", scene.text[first.end :]):
        return
    for row in scene.subject_rows[:1]:
        for subject in row:
            name = "locatedIn" if things.is_a(subject, *_STANDING) else "coversPlace"
            fits = name == "locatedIn" or (things.is_a(subject, *_IN_USE) and not clause.passive)
            if subject.start > first.end and fits:
                words, rule = (0, subject.start), f"opening-place-{name}"
                yield Proposal(subject, CK + name, first, scene.modality, rule, words, _SURE)


def _by_means(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "Parcels are followed in the A", "Using B, the C found ...": who works with a thing keeps it in service.

    Where nobody else acts this is the agency.
    """
    start, end = scene.parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
    fronted = scene.clause.role is Role.MAIN and scene.clause.finite and scene.n == 0
    within = [m for m in mentions if (0 if fronted else start) <= m.start < end]
    tools = [m for m in within if _is_tool(scene, m, start, things)]
    if not tools:
        return
    acting = actors(scene, things)
    bodies = [m for m in acting if m.how != "understood"]
    opened = 0 if fronted else scene.parsed.stretch(scene.clause.subject)[0] if scene.clause.subject else start
    others = [m for m in mentions if is_body(m, things) and m.thing != things.agency]
    for tool in tools:
        if (
            any(m.start <= tool.start < m.end for m in bodies)
            or _is_of_object(scene, tool)
            or _is_governed(scene, tool)
        ):
            continue
        other = any(opened <= m.start < max(tool.start, start) for m in others) or bool(scene.agents)
        understood = not bodies and not other and (bool(acting) or is_agentless(scene, things))
        for user in bodies or ([agency_at(scene, things)] if understood else []):
            rule = f"means-{scene.clause.lemma}-operates" + ("-understood" if understood else "")
            words = (min(start, tool.start), max(scene.parsed.stretch(scene.clause.group)[1], tool.start))
            sure = _UNDERSTOOD if understood else _SURE
            yield Proposal(user, CK + "operates", tool, scene.modality, rule, words, sure)


def _is_governed(scene: Scene, tool: Mention) -> bool:
    """As in "agreed *to work in the A*", "stopped *using B*": another verb, not stated itself, is said of the tool."""
    later = (c for c in scene.parsed.clauses[scene.n + 1 :] if c.head == scene.n)
    within = (
        c for c in later if c.negated or c.hedged or (c.role is Role.COMPLEMENT and c.form is not scene.clause.form)
    )
    return any(scene.parsed.tokens[c.group[0]].start < tool.start for c in within)


def _is_of_object(scene: Scene, tool: Mention) -> bool:
    """As in "launched *the A pilot in* the tool": the pilot is run in it, whoever works with it."""
    placed = (m for m in scene.direct if m.end <= tool.start)
    return scene.clause.lemma in CREATES and any(
        re.fullmatch(r"['\"\s)]*in (?:the |its |our )?", scene.text[m.end : tool.start]) for m in placed
    )


def _is_tool(scene: Scene, tool: Mention, verb: int, things: Things) -> bool:
    """Whether words before a system, or before equipment, say that something is done by means of it."""
    text, begin = scene.text, verb if tool.start > verb else 0
    if things.is_a(tool, CK + "InformationSystem"):
        worked = begin and scene.clause.lemma in _WORKS_WITH and _WITH.search(text, begin, tool.start)
        return bool(worked) or (_MEANS if begin else _FRONTED_MEANS).search(text, begin, tool.start) is not None
    equipped = things.is_a(tool, CK + "EquipmentType")
    return equipped and (_WITH_EQUIPMENT if begin else _FRONTED_MEANS).search(text, begin, tool.start) is not None


# what a system does that is in service, with the words behind the verb
_SERVES = frozenset("be become begin come enter go remain start".split())
_SERVING = re.compile(
    r" (?:now |already |still |fully |since |then |also )*(?:in (?:use|service|operation|place)|live|online|"
    r"operational|into (?:use|service|operation)|service|operation|operations)\b"
)


def _in_service(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "The A is in use at all ports", "A went live in May": a system of nobody else is the agency's."""
    clause = scene.clause
    if clause.lemma not in _SERVES or clause.passive or clause.role is Role.REDUCED:
        return
    start, end = scene.parsed.stretch(clause.group)
    serving = _SERVING.match(scene.text, end)
    if serving is None or any(_is_other(m, things) for m in mentions):
        return
    for system in (m for m in scene.subjects if things.is_a(m, CK + "InformationSystem")):
        rule = f"service-{clause.lemma}-operates-understood"
        agency = agency_at(scene, things)
        yield Proposal(agency, CK + "operates", system, scene.modality, rule, (start, serving.end()), _UNDERSTOOD)


def _is_other(mention: Mention, things: Things) -> bool:
    """A body that may have a system of its own, or another country: "*In Peru* the A went live"."""
    home = mention.thing.endswith(f"/place-int-{things.territory.lower()}")
    return mention.thing != things.agency and (
        is_body(mention, things) or (things.is_a(mention, CK + "CustomsTerritory") and not home)
    )


def _rests_on(scene: Scene, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "Everything rests on the A", "Our work is based on the A": the agency carries that law out."""
    clause = scene.clause
    if clause.subject is None or clause.lemma not in _RESTS:
        return
    words = [t.lower for t in scene.parsed.tokens[slice(*clause.subject)]]
    start, end = scene.parsed.stretch((clause.group[0], clause.extent[1]))
    law = next((m for m in mentions if start < m.start < end), None)
    if law is None or words[-1] not in _ALL or not things.is_a(law, CK + "LegalInstrument"):
        return
    if re.search(r"\b(?:on|upon|in|by) (?:the )?$", scene.text[start : law.start]):
        rule = f"rests-on-{clause.lemma}-understood"
        yield Proposal(
            agency_at(scene, things), CK + "implements", law, scene.modality, rule, (start, law.start), _UNDERSTOOD
        )
