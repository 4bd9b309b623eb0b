"""The slots of frames: which things a clause puts where a frame of the lexicon has X and Y."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import EVENTS, clause_modality
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.antecedents import in_apposition, noun_behind_comma, subject_rows
from customs_kg.builders.relations.companions import companions
from customs_kg.builders.relations.frames import ANY_VERB, Frame, frames_at_hand, match_from, match_words, words_at_hand
from customs_kg.builders.relations.heads import STAFF, outermost, row_before
from customs_kg.builders.relations.proposals import Proposal, as_negotiated
from customs_kg.builders.relations.roles import (
    agents,
    beside,
    listed_under,
    objects,
    phrase_end,
    relative_object,
    subjects,
)
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF

_PERSONAL = frozenset((FOAF + "Person", CK + "Post"))
# "established an awareness of A" establishes no A
_IDEA = re.compile(
    r"\b(?:awareness|sense|idea|culture|spirit|image|understanding|concept|need|lack|absence) (?:of|for) (?:the )?\W?$"
)
# what a participle behind a comma says of the noun right before it: who heads it, where it is, whom it belongs to
_OF_NEAREST = frozenset(CK + n for n in "headedBy locatedIn answersTo reportsToBody memberOf underLeadershipOf".split())
_UNDER = frozenset("in under at with by".split())
_TIME = r"(?:,? (?:since|in|on|from|until) (?:[A-Z]?[a-z]+ )?(?:\d{1,2} )?(?:[A-Z][a-z]+|\d{4})(?: \d{4})?)"
# where something is: of the subject, so that no object stands between verb and preposition ("operates in A")
OF_PLACE = frozenset(CK + n for n in "locatedIn coversPlace within stationedIn accreditedTo originatesIn".split())
# what is done with words alone: where that is done, the thing itself need not be ("the treaty was signed in A")
_WORDED = frozenset(
    "adopt agree announce approve conclude confirm decide discuss draft endorse initial mention negotiate plan prepare "
    "present publish sign".split()
)


@cache
def _again(word: str) -> re.Pattern[str]:
    """Up to what stands behind the same preposition again."""
    return re.compile(
        rf"\s*(?:\([^()]{{1,30}}\))?{_TIME}?,?(?: and| or| as well as| but also| and also)?{_TIME}?,? {word} (?:the )?"
    )


_LIGHT = frozenset("make take give have".split())
_OTHER_VERB = frozenset("off down away over back".split())  # particles that make another verb


@dataclass(frozen=True)
class Scene:
    """A clause with its passage's words and mentions; who can fill its roles is read once, when it is asked for."""

    parsed: Parsed
    n: int
    clause: Clause
    text: str
    mentions: Sequence[Mention]
    modality: Modality
    at_hand: frozenset[str]  # the words of frames that the passage has

    @cached_property
    def frames(self) -> Sequence[Frame]:
        """The frames that its verb can fill in this passage."""
        found = frames_at_hand(self.clause.lemma, self.at_hand)
        following = [t.lower for t in self.parsed.tokens[self.clause.group[1] :][:1]]
        if self.clause.lemma == "use" and not self.clause.passive and following == ["to"]:
            return []  # "it used to stay"
        if following and _OTHER_VERB.issuperset(following):  # "called off" calls nothing
            found = [f for f in found if f.verb == ANY_VERB or f.words[:1] == tuple(following)]
        if self.clause.lemma in _LIGHT and _begins_set_phrase(self.parsed, self.clause.group[1]):
            found = [f for f in found if f.words]  # "makes use of A" makes no A
        worded = self.clause.lemma in _WORDED
        return [f for f in found if not (worded and f.verb == ANY_VERB and f.predicate in OF_PLACE)]

    @cached_property
    def subject_rows(self) -> tuple[Sequence[Mention], ...]:
        """Rows of mentions that can be its subject, the likeliest first."""
        return tuple(subject_rows(self.parsed, self.n, self.text, self.mentions))

    @cached_property
    def nearest_rows(self) -> tuple[Sequence[Mention], ...]:
        """The same, but for "A was built by B, headed by C" the noun right before the comma first."""
        row = noun_behind_comma(self.parsed, self.clause, self.text, self.mentions)
        return (row, *self.subject_rows) if row else self.subject_rows

    @cached_property
    def subjects(self) -> Sequence[Mention]:
        """The mentions that are its subject."""
        return subjects(self.parsed, self.n, self.text, self.mentions)

    @cached_property
    def behind_verb(self) -> Sequence[str]:
        """The words of the clause behind its verb group, in lower case."""
        return self.words_from(self.clause.group[1])

    @cached_property
    def behind_subject(self) -> Sequence[str]:
        """The words of the clause behind its subject, in lower case; all of them where it has none of its own."""
        return self.words_from(self.start_of_any)

    @cached_property
    def start_of_any(self) -> int:
        """Where the words begin of a frame that any verb fills: behind the subject."""
        behind = self.clause.subject is not None and self.clause.role not in (Role.RELATIVE, Role.CONJUNCT)
        return self.clause.subject[1] if behind and self.clause.subject else self.clause.group[0]

    @cached_property
    def before_subject(self) -> Sequence[str]:
        """The words before its subject, in lower case; none where it has no subject."""
        return [t.lower for t in self.parsed.tokens[: self.clause.subject[0]]] if self.clause.subject else []

    def words_from(self, first: int) -> Sequence[str]:
        """The words of the clause from a token on, in lower case."""
        return [t.lower for t in self.parsed.tokens[first : self.clause.extent[1]]]

    @cached_property
    def named(self) -> Sequence[Mention]:
        """The mentions by name or description that lie in no longer one."""
        return outermost([m for m in self.mentions if m.how != "pronoun"])

    @cached_property
    def direct(self) -> Sequence[Mention]:
        """The mentions after its verb."""
        return objects(self.parsed, self.n, (), self.text, self.mentions)

    @cached_property
    def agents(self) -> Sequence[Mention]:
        """The mentions after the "by" of a passive."""
        return agents(self.parsed, self.clause, self.text, self.mentions)


def frame_proposals(scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """What the clauses of a passage propose by the frames of their verbs.

    Where grammar leaves open which noun a clause speaks of, the nearest that the property admits is taken.
    """
    for scene in scenes:
        for frame in scene.frames:
            yield from _of_frame(scene, frame, things)


def aim_proposals(text: str, parsed: Parsed, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What goods an undertaking is meant for: "A was launched *to stop the smuggling of B*"."""
    at_hand = words_at_hand(token.lower for token in parsed.tokens)
    for n, clause in enumerate(parsed.clauses):
        if clause.role is not Role.PURPOSE or clause.negated or clause.head is None:
            continue
        modality = clause_modality(parsed.clauses, clause.head)
        if modality is not None:
            scene = Scene(parsed, n, clause, text, mentions, modality, at_hand)
            for frame in scene.frames:
                if frame.predicate == CK + "targetsGoods":
                    yield from _of_frame(scene, frame, things)


def _of_frame(scene: Scene, frame: Frame, things: Things) -> list[Proposal]:
    """What a clause proposes by one frame, in the likeliest reading that the property admits."""
    for pairs in _ends(scene, frame):
        proposals = [proposal_of(scene, frame, first, second) for first, second in pairs]
        proposals += [q for p in proposals for q in in_apposition(p, scene.text, scene.mentions, things)]
        admitted = [p for p in proposals if admits(p.predicate, p.subject, p.object, things)]
        if admitted := _headed_alike(admitted, things):
            return admitted
    return []


def _headed_alike(proposals: list[Proposal], things: Things) -> list[Proposal]:
    """Persons and posts head a thing together, not with a body: "headed by A, Director, and having 12 units"."""
    by_person = {p.subject.thing for p in proposals if things.entities[p.object.thing].cls in _PERSONAL}
    return [
        p
        for p in proposals
        if p.predicate != CK + "headedBy"
        or p.subject.thing not in by_person
        or things.entities[p.object.thing].cls in _PERSONAL
    ]


def read_scenes(text: str, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Scene]:
    """The clauses that state something, each with its modality."""
    parsed = _without_openings(parsed, mentions)
    at_hand = words_at_hand(word for token in parsed.tokens for word in _words(token))
    for n, clause in enumerate(parsed.clauses):
        modality = clause_modality(parsed.clauses, n)
        if modality is Modality.PLANNED and is_attribute(parsed, clause):
            modality = Modality.ACTUAL
        if modality is Modality.STANDING and _is_past_event(clause):
            modality = Modality.ACTUAL
        if modality is Modality.STANDING and parsed.tokens[clause.group[0]].lower == "be":
            modality = Modality.PLANNED  # "it is proposed that a unit be opened"
        if modality is not None:
            yield Scene(parsed, n, clause, text, mentions, modality, at_hand)


def _words(token: Token) -> list[str]:
    """A word, or those of a common noun that is one token because it is a mention: "liaison office"."""
    return token.lower.split() if token.text[-1:].islower() and token.text.split()[-1].islower() else [token.lower]


def _begins_set_phrase(parsed: Parsed, at: int) -> bool:
    """A bare noun and a preposition: "use of", "part in", "charge of"."""
    noun, after = (parsed.tokens[i] if i < len(parsed.tokens) else None for i in (at, at + 1))
    return noun is not None and after is not None and noun.tag == "NN" and after.lower in ("of", "in", "to", "for")


def _is_past_event(clause: Clause) -> bool:
    """A participle of what happened once: "A, *launched* in 2017, allows ..."."""
    return clause.role is Role.REDUCED and clause.form is Form.PARTICIPLE and clause.lemma in EVENTS


def _without_openings(parsed: Parsed, mentions: Sequence[Mention]) -> Parsed:
    """The same with subjects that do not take in what opens the sentence: "With A and B *the service* signed ..."."""
    clauses = tuple(_without_opening(parsed, clause, mentions) for clause in parsed.clauses)
    return parsed if clauses == parsed.clauses else replace(parsed, clauses=clauses)


def _without_opening(parsed: Parsed, clause: Clause, mentions: Sequence[Mention]) -> Clause:
    if clause.subject is None or clause.subject[0] or parsed.tokens[0].tag != "IN" or clause.role is Role.RELATIVE:
        return clause
    last = clause.subject[1] - 1
    named = outermost([m for m in mentions if m.start < parsed.tokens[last].end <= m.end])
    row = row_before(parsed, named[0], mentions) if named else []
    start = next((i for i in range(1, last + 1) if row and parsed.tokens[i].start >= row[0].start), None)
    if start is None and parsed.tokens[last - 1].tag in ("DT", "PRP$") and parsed.tokens[last].is_noun:
        start = last - 1
    before = parsed.tokens[start - 1] if start else None
    if start is None or before is None or before.tag in ("IN", "CC", ","):
        return clause
    return clause._replace(subject=(start, last + 1))


def is_attribute(parsed: Parsed, clause: Clause) -> bool:
    """A participle right behind its noun tells what is so already: "will use the system built by A"."""
    if clause.role is not Role.REDUCED or clause.form is not Form.PARTICIPLE or clause.head is None:
        return False
    return clause.group[0] > 0 and parsed.tokens[clause.group[0] - 1].is_noun


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
            yield _pairs(scene, _with_goods(scene, left), _with_goods(scene, right))
        else:
            yield _pairs(scene, left, right)


def _plain_ends(scene: Scene, frame: Frame) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """The rows of mentions in the two slots of a frame, before their pairs are made."""
    clause = scene.clause
    if frame.passive and not clause.passive:  # "A stations X in Y" fills "X be stationed in Y"
        behind = after_words(scene, frame) if frame.words else []
        direct = [m for m in scene.direct if not is_modifier(scene.parsed, m)] if behind else []
        yield [m for m in direct if m.start < behind[0].start], behind
    elif is_bare(scene, frame) and clause.passive and not frame.passive:  # the agent stands after "by"
        left = [*scene.agents, *_others(scene, frame)]
        listed = listed_under(scene.parsed, clause, scene.text, scene.mentions) if left else []
        rows = scene.nearest_rows if frame.predicate in _OF_NEAREST else scene.subject_rows
        for row in (*(rows if left else ()), listed):
            yield left, row
    elif frame.passive == clause.passive or (frame.verb == ANY_VERB and not frame.passive):
        behind = after_words(scene, frame)
        joined = _others(scene, frame) if behind and not frame.passive and frame.verb != ANY_VERB else []
        rows = scene.nearest_rows if frame.predicate in _OF_NEAREST else scene.subject_rows
        for row in rows if behind else ():
            spoken_of = _without_staff(scene, row) if frame.predicate in OF_PLACE else row
            yield [*spoken_of, *joined], behind
    elif clause.passive:
        yield from _of_agent_and_phrase(scene, frame)
        behind = behind_own_object(scene, frame)
        if behind:
            yield [*scene.agents, *owners_of_subject(scene)], behind


def is_modifier(parsed: Parsed, mention: Mention) -> bool:
    """A name before the noun that is meant: "the A meeting"."""
    following = next(iter(_behind(parsed, mention)), None)
    return following is not None and following.start - mention.end <= 1 and following.is_noun


def _of_agent_and_phrase(scene: Scene, frame: Frame) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """As in "officers are seconded by A to B", for the frame "X second to Y" that says what A does to B."""
    if not frame.passive and frame.words and scene.agents:
        yield scene.agents, after_words(scene, frame)


def behind_own_object(scene: Scene, frame: Frame) -> list[Mention]:
    """What the preposition of a frame governs whose noun is the subject of a passive.

    As in "an *office* is kept *in* A" for "X keep office in Y", "a *seat* was held *on* the A" for "X hold seat on Y".
    """
    clause, tokens = scene.clause, scene.parsed.tokens
    if frame.passive or len(frame.words) < 2 or frame.verb == ANY_VERB or clause.subject is None:
        return []
    phrase = clause.subjects[-1] if clause.subjects else None
    subject = tokens[clause.subject[0] : phrase.head + 1 if phrase else clause.subject[1]]
    nouns = " ".join(token.lower for token in subject).split()
    if match_words(frame.words[:-1], nouns) != len(nouns):
        return []
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
        or any(before.get(m.start - k) == "of" or before.get(m.start - k - 4) == "of" for k in (1,))
    ]


def _others(scene: Scene, frame: Frame) -> list[Mention]:
    return companions(scene.parsed, scene.clause, scene.text, scene.mentions, frame.predicate)


_TRADE_IN = re.compile(
    r" (?:the )?(?:[a-z-]+ )?(?:trade|traffic|trafficking|commerce|dealing) in "
    r"(?:illegal |illicit |counterfeit |smuggled )*"
)
_OF_GOODS = re.compile(r" (?:of|in) (?:the |illegal |illicit |counterfeit |smuggled )*")


def _traded(scene: Scene) -> list[Mention]:
    """The goods of a trade that is the object of a verb: "curb the illicit trade in *A and B*"."""
    start, end = scene.parsed.stretch((scene.clause.group[1] - 1, scene.clause.extent[1]))
    trade = _TRADE_IN.search(scene.text, start, end)
    return row_from(trade.end(), scene.text, scene.mentions) if trade else []


def _with_goods(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, and what an offence among them is of: "to curb the *smuggling* of *A, B and C*"."""
    found = list(mentions)
    for m in mentions:
        behind = _OF_GOODS.match(scene.text, m.end)
        row = row_from(behind.end(), scene.text, scene.mentions) if behind else []
        found += [n for n in row if n.start - m.end < 60 and n not in found]
    return found


def _without_staff(scene: Scene, row: Sequence[Mention]) -> list[Mention]:
    """The mentions that are not said of their people alone: "*Customs* officers are stationed in A"."""
    return [m for m in row if not STAFF.issuperset(t.lower for t in _behind(scene.parsed, m))]


def _behind(parsed: Parsed, mention: Mention) -> list[Token]:
    return [t for t in parsed.tokens if t.start >= mention.end][:1]


def _pairs(scene: Scene, left: Sequence[Mention], right: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    named = [m for m in right if not _IDEA.search(scene.text[: m.start])]
    return [(a, b) for a in left for b in named if a.thing != b.thing]


def is_bare(scene: Scene, frame: Frame) -> bool:
    """Whether the frame has a passive here: "was run", "was put in place", "was dealt with by A".

    A preposition must have the agent right behind it: "was sent to B by A" is no passive of "A sent to B".
    """
    if frame.passive or frame.verb in (ANY_VERB, "be"):
        return False
    after = [t.lower for t in scene.parsed.tokens[scene.clause.group[1] :][: len(frame.words) + 1]]
    agent = after[len(frame.words) :] == ["by"]
    return (frame.is_bare or agent) and tuple(after[: len(frame.words)]) == frame.words


def after_words(scene: Scene, frame: Frame) -> list[Mention]:
    """The mentions after the words of the frame."""
    parsed, clause = scene.parsed, scene.clause
    if not frame.words:
        return list(scene.direct) or (_traded(scene) if frame.predicate == CK + "targetsGoods" else [])
    first = scene.start_of_any if frame.verb == ANY_VERB else clause.group[1]
    following = scene.behind_subject if frame.verb == ANY_VERB else scene.behind_verb
    stops = {c.group[0] - first for c in parsed.clauses if c.group[0] > first and c is not clause}
    if frame.verb == "be" and not frame.passive and frame.words[0] not in _UNDER:  # "is *in charge* of A" is no charge
        stops |= {i for i, word in enumerate(following) if word in _UNDER}
    near = frame.predicate in OF_PLACE and not frame.passive and frame.verb not in ("be", ANY_VERB)
    taken = match_from(frame.words, following) if near else match_words(frame.words, following, stops)
    if taken is None:
        return _before_subject(scene, frame)
    found = objects(parsed, scene.n, frame.words, scene.text, scene.mentions, start=first + taken)
    if not found and frame.is_bare:
        found = relative_object(parsed, clause, scene.text, scene.mentions)
    return [*found, *_repeated(frame.words[-1], scene, found)]


def _repeated(word: str, scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """What stands behind the same preposition again: "belongs to A and to B", "at A, at B and at C"."""
    row: list[Mention] = []
    while found:
        last = row[-1] if row else found[-1]
        joined = _again(word).match(scene.text, last.end)
        following = next((m for m in scene.named if m.start == joined.end()), None) if joined else None
        if following is None:
            break
        row.append(following)
    return row


def _before_subject(scene: Scene, frame: Frame) -> list[Mention]:
    """What a frame's preposition governs before the subject: "Under the Act, we ...", "of which we ..."."""
    parsed, clause = scene.parsed, scene.clause
    if clause.subject is None:
        return []
    before = parsed.tokens[: clause.subject[0]]
    if (
        clause.role is Role.RELATIVE
        and len(before) > 1
        and before[-1].tag in ("WDT", "WP")
        and before[-2].lower == frame.words[-1]
    ):
        return _antecedent(scene, before[-2].start) if _inner_words(scene, frame) else []
    opening = match_from(frame.words, scene.before_subject)
    if opening is None and len(frame.words) > 1 and before and before[0].lower == frame.words[-1]:
        opening = 1 if _inner_words(scene, frame) else None  # "With A we signed an agreement"
    if opening is None or clause.role is not Role.MAIN or opening >= len(before):
        return []
    begin, end = before[opening].start, before[phrase_end(parsed, opening, len(before)) - 1].end
    return outermost([m for m in scene.mentions if begin <= m.start and m.end <= end])


def _antecedent(scene: Scene, end: int) -> list[Mention]:
    """What "to which" speaks of: the name right before, or the one that opens the phrase before ("the A group")."""
    near = beside(end, scene.text, scene.mentions)
    phrase = scene.clause.antecedent
    if near or phrase is None:
        return near
    start, stop = scene.parsed.stretch((phrase.start, phrase.end))
    return outermost([m for m in scene.mentions if start <= m.start and m.end <= stop])[-1:]


def _inner_words(scene: Scene, frame: Frame) -> bool:
    """Whether the words of a frame but its last preposition stand after the verb."""
    return len(frame.words) < 2 or match_words(frame.words[:-1], scene.behind_verb) is not None
