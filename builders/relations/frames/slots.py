"""The slots of frames: which things a clause puts where a frame of the lexicon has X and Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.token import Token
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits, as_framed, headed_alike, properties_among
from customs_kg.builders.relations.frames.agents import listed_under
from customs_kg.builders.relations.frames.antecedents import in_apposition
from customs_kg.builders.relations.frames.companions import companions
from customs_kg.builders.relations.frames.exactness import says_so
from customs_kg.builders.relations.frames.frames import ANY_VERB, Frame, match_from, match_words
from customs_kg.builders.relations.frames.goods_rows import with_goods
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.owned import owners, receivers, sources
from customs_kg.builders.relations.frames.scene import OF_PLACE, Scene
from customs_kg.builders.relations.frames.second_slots import after_words
from customs_kg.builders.relations.frames.shifted import shifted_object
from customs_kg.builders.relations.frames.split_rows import with_others
from customs_kg.builders.relations.heads import STAFF, outermost
from customs_kg.builders.relations.proposals import Proposal, as_negotiated
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_ZONES = frozenset(CK + name for name in ("SpecialControlArea", "PilotFreeTradeZone"))
# "established an awareness of A" establishes no A
_IDEA = cued(
    "awareness sense idea culture spirit image understanding concept need lack absence",
    r"\b(?:awareness|sense|idea|culture|spirit|image|understanding|concept|need|lack|absence) (?:of|for) (?:the )?\W?$",
)
_GUESTS = frozenset("visit receive welcome host train tour".split())
_OF_PEOPLE = frozenset(CK + n for n in "supervises headedBy answersTo underLeadershipOf".split())
_IDEA_REACH = 30  # characters that the pattern above takes in
# what a participle behind a comma says of the noun right before it: who heads it, where it is, whom it belongs to
_OF_NEAREST = frozenset(CK + n for n in "headedBy locatedIn answersTo reportsToBody memberOf underLeadershipOf".split())
_OF_STAFF = re.compile(rf"\b(?:{'|'.join(sorted(STAFF))}) (?:of|from) (?:the )?$", re.IGNORECASE)


def frame_proposals(scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """What the clauses of a passage propose by the frames of their verbs.

    Where grammar leaves open which noun a clause speaks of, the nearest that the property admits is taken.
    """
    joining = properties_among(scenes[0].mentions, things) if scenes else frozenset()
    for scene in scenes:
        for frame in scene.frames:
            if frame.predicate in joining:
                yield from of_frame(scene, frame, things)


def of_frame(scene: Scene, frame: Frame, things: Things) -> list[Proposal]:
    """What a clause proposes by one frame, in the likeliest reading that the property admits."""
    for pairs in _ends(scene, frame):
        proposals = [as_framed(proposal_of(scene, frame, first, second), things) for first, second in pairs]
        proposals = [p for p in proposals if _suits(scene, frame, p, things)]
        proposals += [q for p in proposals for q in in_apposition(p, scene.text, scene.mentions, things)]
        admitted = [
            p for p in proposals if admits(p.predicate, p.subject, p.object, things) and says_so(scene, frame, p)
        ]
        if admitted := headed_alike(admitted, scene.text, things):
            return with_others(admitted, frame, scene.text, scene.mentions, things)
    return []


def _is_spot(mention: Mention, things: Things) -> bool:
    """Whether a mention is of a place that stands for no government."""
    return things.is_a(mention, CK + "Place") and not things.is_a(mention, CK + "CustomsTerritory", CK + "PlaceGroup")


def _suits(scene: Scene, frame: Frame, said: Proposal, things: Things) -> bool:
    """Whether a thing of the subject's class does what the frame says: whole bodies go after goods by taking them."""
    if said.predicate == CK + "targetsGoods" and things.is_a(said.subject, *_BODIES) and _is_aim_of_another(scene):
        return False
    entity = things.entities.get(said.subject.thing)
    cls = entity.cls if entity is not None else ""
    if frame.verb == ANY_VERB and said.predicate == CK + "implements":  # "in A, under B": no country carries out
        return cls != CK + "CustomsTerritory"
    if frame.verb == "approve" and said.predicate == CK + "establishedBy" and not frame.words:  # a zone alone
        return cls in _ZONES
    if said.predicate == CK + "cooperatesWith" and frame.verb in _GUESTS:  # "visited A", a town
        return not _is_spot(said.object, things) and not _is_spot(said.subject, things)
    if said.predicate == CK + "targetsGoods" and things.is_a(said.subject, CK + "PublicBody"):
        return frame.verb in _GOES_AFTER
    return True


def _is_aim_of_another(scene: Scene) -> bool:
    """Whether a clause says what another thing is for than its subject: "A launched the B *to stop C*"."""
    clause = scene.clause
    return clause.role is Role.PURPOSE and clause.head is not None and not scene.parsed.clauses[clause.head].passive


_BODIES = tuple(CK + n for n in "PublicBody CustomsUnit CoordinationMechanism".split())
# what an authority does to goods that it is after
_GOES_AFTER = frozenset(
    "ban combat confiscate crack detect fight hunt intercept outlaw prohibit recover seize stop tackle target "
    "uncover unearth".split()
)


def proposal_of(scene: Scene, frame: Frame, first: Mention, second: Mention, suffix: str = "") -> Proposal:
    """The edge of a frame whose grammatical subject is `first`."""
    subject, target = (first, second) if frame.subject_first else (second, first)
    words = scene.parsed.stretch(scene.clause.group)
    modality = as_negotiated(scene.clause, frame.predicate, scene.modality)
    return Proposal(subject, frame.predicate, target, modality, frame.name + suffix, words, said=scene.modality)


def _ends(scene: Scene, frame: Frame) -> Iterator[list[tuple[Mention, Mention]]]:
    """The pairs of mentions in the two slots of a frame, in the order of the frame; the likeliest reading first."""
    for left, right in _plain_ends(scene, frame):
        if frame.predicate == CK + "targetsGoods":
            yield _pairs(scene, with_goods(scene, left), with_goods(scene, right))
        else:
            yield _pairs(scene, left, right)


def _plain_ends(scene: Scene, frame: Frame) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """The rows of mentions in the two slots of a frame, before their pairs are made."""
    clause = scene.clause
    if frame.passive and not clause.passive:
        yield from _of_active(scene, frame)
    elif clause.passive and is_bare(scene, frame):  # the agent stands after "by"
        left = [*(scene.agents or _sources(scene, frame)), *_others(scene, frame)]
        listed = listed_under(scene.parsed, clause, scene.text, scene.mentions) if left else []
        rows = scene.nearest_rows if frame.predicate in _OF_NEAREST else scene.subject_rows
        for row in (*(rows if left else ()), listed):
            yield left, row
    elif frame.passive == clause.passive or (frame.verb == ANY_VERB and not frame.passive):
        behind = after_words(scene, frame) or owners(scene, frame) or receivers(scene, frame)
        joined = _others(scene, frame) if behind and not frame.passive and frame.verb != ANY_VERB else []
        rows = scene.nearest_rows if frame.predicate in _OF_NEAREST else scene.subject_rows
        if frame.predicate in OF_PLACE and frame.verb != ANY_VERB and is_shifted(scene):
            return  # "A opened in B *an office*" tells where the office is
        for row in (*rows, _sources(scene, frame)) if behind else ():
            spoken_of = _without_staff(scene, frame, row) if frame.predicate in OF_PLACE else row
            yield [*spoken_of, *joined], behind
    elif clause.passive:
        yield from _of_agent_and_phrase(scene, frame)
        yield scene.agents, owners(scene, frame) if scene.agents else []
        behind = behind_own_object(scene, frame)
        if behind:
            yield [*scene.agents, *owners_of_subject(scene)], behind


def _sources(scene: Scene, frame: Frame) -> list[Mention]:
    return sources(scene) if frame.predicate == CK + "supports" and frame.subject_first and not frame.passive else []


def _of_active(scene: Scene, frame: Frame) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """As in "A stations X in Y", "at Y, where A opened X", for the frame "X be stationed in Y"."""
    behind = after_words(scene, frame) if frame.words else []
    if not behind or is_of_subject(scene, behind[0]):
        return
    fronted = behind[0].end <= scene.parsed.stretch(scene.clause.group)[0]
    if fronted and frame.predicate in _OF_PEOPLE:
        return  # "Under the direction of A, B opened C" tells who directs B
    direct = [m for m in scene.direct if not is_modifier(scene.parsed, m)]
    yield [m for m in direct if fronted or m.start < behind[0].start or is_shifted(scene)], behind


def is_of_subject(scene: Scene, mention: Mention) -> bool:
    """Whether a mention stands between the head of a subject and its verb: "A, with its seat in *B*, comprises C"."""
    if scene.clause.subject is None:
        return False
    start, verb = (scene.parsed.stretch(part)[0] for part in (scene.clause.subject, scene.clause.group))
    return start < mention.start and mention.end <= verb


def is_shifted(scene: Scene) -> bool:
    """Whether the object of the clause stands behind another phrase: "A opened *in B* an office"."""
    return shifted_object(scene.parsed, scene.clause) is not None


def is_modifier(parsed: Parsed, mention: Mention) -> bool:
    """A name before the noun that is meant: "the A meeting"."""
    following = next(iter(_behind(parsed, mention)), None)
    return following is not None and following.start - mention.end <= 1 and following.is_noun


def _of_agent_and_phrase(scene: Scene, frame: Frame) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """As in "officers are seconded by A to B", for the frame "X second to Y" that says what A does to B."""
    if not frame.passive and frame.words and scene.agents and frame.predicate != CK + "locatedIn":
        yield scene.agents, after_words(scene, frame)


def behind_own_object(scene: Scene, frame: Frame) -> list[Mention]:
    """What the preposition of a frame governs whose noun is the subject of a passive.

    As in "an *office* is kept *in* A" for "X keep office in Y", "a *seat* was held *on* the A" for "X hold seat on Y",
    "the *chair of* A was taken by B" for "X take chair of Y".
    """
    clause, tokens = scene.clause, scene.parsed.tokens
    if frame.passive or len(frame.words) < 2 or frame.verb == ANY_VERB or clause.subject is None:
        return []
    phrase = clause.subjects[-1] if clause.subjects else None
    subject = tokens[clause.subject[0] : phrase.head + 1 if phrase else clause.subject[1]]
    nouns = " ".join(token.lower for token in subject).split()
    if match_words(frame.words[:-1], nouns) != len(nouns):
        return []
    if phrase is not None and tokens[phrase.head + 1].lower == frame.words[-1]:
        start, end = tokens[phrase.head + 1].end, tokens[clause.group[0]].start
        return [m for m in row_from(start + 1, scene.text, scene.mentions) if m.end <= end]
    taken = match_from(frame.words[-1:], scene.behind_verb)
    return (
        objects(scene.parsed, scene.n, frame.words, scene.text, scene.mentions, clause.group[1] + taken)
        if taken
        else []
    )


def owners_of_subject(scene: Scene) -> list[Mention]:
    """Whose the subject is: "*our* officers are posted to A", "officers *of A* are ..."."""
    clause, tokens = scene.clause, scene.parsed.tokens
    if clause.subject is None:
        return []
    start, end = scene.parsed.stretch(clause.subject)
    inside = outermost([m for m in scene.mentions if start <= m.start and m.end <= end])
    before = {t.end: t.lower for t in tokens[slice(*clause.subject)]}
    behind = {t.start: t.tag for t in tokens[slice(*clause.subject)]}
    return [
        m
        for m in inside
        if scene.text[m.start : m.end].lower() in ("our", "its", "their")
        or any(behind.get(m.end + k) == "POS" for k in (0, 1))
        or "of" in (before.get(m.start - 1), before.get(m.start - 5))  # "of A", "of the A"
    ]


def _others(scene: Scene, frame: Frame) -> list[Mention]:
    return companions(scene.parsed, scene.clause, scene.text, scene.mentions, frame.predicate)


def _without_staff(scene: Scene, frame: Frame, row: Sequence[Mention]) -> list[Mention]:
    """The mentions that are not said of their people alone: "*A* officers are stationed", "officers *of A* are"."""
    plain = [m for m in row if not STAFF.issuperset(t.lower for t in _behind(scene.parsed, m))]
    owned = frame.predicate == CK + "locatedIn"
    return [m for m in plain if not (owned and _OF_STAFF.search(scene.text, 0, m.start))]


def _behind(parsed: Parsed, mention: Mention) -> list[Token]:
    place = parsed.place_from(mention.end)
    return list(parsed.tokens[place : place + 1])


def _pairs(scene: Scene, left: Sequence[Mention], right: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    if not left or {m.thing for m in left} == {
        m.thing for m in right
    }:  # "several bodies, *including A and B*, are members of C"
        return []
    named = [m for m in right if not _IDEA.search(scene.text, max(0, m.start - _IDEA_REACH), m.start)]
    return [(a, b) for a in left for b in named if a.thing != b.thing]


def is_bare(scene: Scene, frame: Frame) -> bool:
    """Whether the frame has a passive here: "was run", "was put in place", "was dealt with by A".

    A preposition must have the agent right behind it: "was sent to B by A" is no passive of "A sent to B".
    """
    if frame.passive or frame.verb in (ANY_VERB, "be"):
        return False
    end = scene.clause.group[1]
    after = [t.lower for t in scene.parsed.tokens[end : end + len(frame.words) + 1]]
    agent = after[len(frame.words) :] == ["by"]
    return (frame.is_bare or agent) and tuple(after[: len(frame.words)]) == frame.words
