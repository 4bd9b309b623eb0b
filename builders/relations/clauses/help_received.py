"""What help came from whom: "Acting on a tip from A, B seized ...", "Funding came from A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.words import words_in
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.agentless import agency_at, is_body
from customs_kg.builders.relations.clauses.together import actors
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_UNDERSTOOD = Decimal("0.65")
_TIP = re.compile(
    r"\b(?:acting (?:up)?on|on|following|after|based on|thanks to|guided by|alerted by|led by|with|upon) "
    r"(?:the basis of )?(?:an? |the |its )?(?:[a-z-]+ )?"
    r"(?:information|intelligence|tips?|tip-offs?|warnings?|alerts?|leads?|data|request)"
    r"(?: (?:shared|provided|supplied|passed on|passed|received|given|furnished|sent|obtained))? (?:by|from) (?:the )?",
    re.I,
)
# what is had, in apposition: "took delivery of two boats, a gift of A"
_GIFT = re.compile(r", (?:both |all )?(?:an? |the )?(?:gifts?|donations?|presents?) (?:of|from) (?:the )?", re.I)
# what those who had it were taught or given: "attended courses run by A", "benefited from training given by A"
_TAUGHT = re.compile(
    r"\b(?:training|courses?|workshops?|seminars?|assistance|support|advice|guidance|sessions?|programmes?|programs?)"
    r"(?: (?:on|in|for) [a-z' -]{3,40}?)? (?:given|provided|delivered|conducted|run|offered|organi[sz]ed|held|"
    r"facilitated|arranged|hosted|sponsored|funded|financed|mounted|rendered|extended) by (?:the )?"
)
_TAKES = frozenset("attend benefit complete enjoy get join obtain participate receive take undergo".split())
# what each of the patterns needs
_TIPS = frozenset("information intelligence tip tips warning warnings alert alerts lead leads data request".split())
_TEACHING = frozenset(
    "training course courses workshop workshops seminar seminars assistance support advice guidance session sessions "
    "programme programmes program programs".split()
)
_GIFTS = frozenset("gift gifts donation donations present presents".split())
_CAME = frozenset("come flow arrive".split())
_HELP = frozenset(
    "funding funds money support help aid assistance trainers experts lecturers instructors equipment advice "
    "financing finance grants loans credit intelligence information tips data expertise training vessels "
    "aircraft".split()
)

_GIVEN = frozenset("support help aid assistance funding financing backing sponsorship".split())  # told of by itself


def help_claims(
    passage: Passage, scenes: Sequence[Scene], things: Things, before: Passage | None = None
) -> Iterator[Proposal]:
    """Who helped whom by a passage; `before` is the sentence before it, whose subject help can be for."""
    if passage.is_cell:
        return
    mentions, words = things.in_passage(passage.index), words_in(passage.text)
    for said in _TIP.finditer(passage.text) if not _TIPS.isdisjoint(words) else ():
        donors = [m for m in row_from(said.end(), passage.text, mentions)[:1] if is_body(m, things)]
        scene = _acting(scenes, said.start())
        if donors and scene is not None:
            yield from _helped(scene, donors[0], said.span(), things, "tip")
    for said in _GIFT.finditer(passage.text) if not _GIFTS.isdisjoint(words) else ():
        donors = [m for m in row_from(said.end(), passage.text, mentions)[:1] if m.thing != things.agency]
        scene = _acting(scenes, said.start())
        if donors and scene is not None:
            yield from _helped(scene, donors[0], said.span(), things, "gift")
    for said in _TAUGHT.finditer(passage.text) if not _TEACHING.isdisjoint(words) else ():
        donors = [m for m in row_from(said.end(), passage.text, mentions)[:2] if is_body(m, things)]
        scene = _acting(scenes, said.start())
        if scene is not None and scene.clause.lemma in _TAKES and not scene.clause.passive:
            for donor in (m for m in donors if m.thing != things.agency):
                yield from _helped(scene, donor, said.span(), things, "training")
    for scene in scenes:
        yield from _came_from(scene, things, before)
        yield from _told_of(scene, things)


def _acting(scenes: Sequence[Scene], start: int) -> Scene | None:
    """The main clause that the words of help belong to: the one they stand in or open."""
    main = [s for s in scenes if s.clause.finite and s.clause.role in (Role.MAIN, Role.CONJUNCT)]
    behind = [s for s in main if s.parsed.stretch(s.clause.group)[0] > start]
    around = [s for s in main if s.parsed.stretch(s.clause.extent)[0] <= start < s.parsed.stretch(s.clause.extent)[1]]
    return next(iter(around), None) or next(iter(behind), None)


def _helped(scene: Scene, donor: Mention, words: tuple[int, int], things: Things, kind: str) -> Iterator[Proposal]:
    for actor in actors(scene, things):
        if actor.thing != donor.thing:
            understood = actor.how == "understood"
            rule = f"{kind}-from" + ("-understood" if understood else "")
            sure = _UNDERSTOOD if understood else _SURE
            yield Proposal(donor, CK + "supports", actor, scene.modality, rule, words, sure)


def _came_from(scene: Scene, things: Things, before: Passage | None) -> Iterator[Proposal]:
    """As in "Trainers came from A and B": help for what the sentence before is about, else for the agency."""
    clause = scene.clause
    if clause.lemma not in _CAME or clause.passive or not clause.subjects:
        return
    if scene.parsed.tokens[clause.subjects[0].head].lower not in _HELP:
        return
    words = scene.parsed.stretch(clause.group)
    source = next((a for a in clause.prepositional if a.preposition == "from"), None)
    row = row_from(scene.parsed.tokens[source.at].end, scene.text, scene.mentions) if source is not None else []
    for donor in (m for m in row if m.thing != things.agency):
        agency = agency_at(scene, things)
        topic = _purpose(scene, words[0], things) or _topic(before, things)
        helped = (
            Mention(agency.passage, agency.start, agency.end, topic, "understood", _UNDERSTOOD) if topic else agency
        )
        helped = helped if admits(CK + "supports", donor, helped, things) else agency
        if helped.thing != donor.thing:
            yield Proposal(donor, CK + "supports", helped, scene.modality, "came-from-understood", words, _UNDERSTOOD)


def _told_of(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "*Support from A* ended in June", "*assistance by A* was vital": help for the agency, if for no other."""
    clause, tokens = scene.clause, scene.parsed.tokens
    if not clause.subjects or not clause.finite or clause.negated or clause.lemma in _CAME:
        return
    head = clause.subjects[0].head
    link = tokens[head + 1] if head + 1 < len(tokens) else tokens[head]
    if tokens[head].lower not in _GIVEN or link.lower not in ("from", "by"):
        return
    verb = scene.parsed.stretch(clause.group)[0]
    if _purpose(scene, verb, things):
        return
    row = [m for m in row_from(link.end, scene.text, scene.mentions) if m.end <= verb and is_body(m, things)]
    agency, words = agency_at(scene, things), (tokens[head].start, link.end)
    for donor in (m for m in row if m.thing != agency.thing):
        if admits(CK + "supports", donor, agency, things):
            yield Proposal(donor, CK + "supports", agency, scene.modality, "help-from-understood", words, _UNDERSTOOD)


def _purpose(scene: Scene, end: int, things: Things) -> str:
    """What the help is said to be for: "Intelligence *for A* came from B"."""
    named = [m for m in scene.mentions if m.end <= end and m.thing in things.entities]
    return next((m.thing for m in named if re.search(r"\b(?:for|to|behind|on) (?:the )?$", scene.text[: m.start])), "")


def _topic(before: Passage | None, things: Things) -> str:
    """What the sentence before opens with, an article aside."""
    if before is None:
        return ""
    opening = re.match(r"(?:The |Our |Its |A |An )?", before.text)
    start = opening.end() if opening else 0
    return next((m.thing for m in things.in_passage(before.index) if m.start in (0, start)), "")
