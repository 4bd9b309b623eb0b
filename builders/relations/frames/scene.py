"""A clause as a scene: its verb, what can fill its roles, and the frames of the lexicon that it can be read by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from customs_kg.builders.english.clauses import Clause, Role
from customs_kg.builders.english.stance import EVENTS, expected_modality
from customs_kg.builders.english.token import Token
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.frames.agents import agents
from customs_kg.builders.relations.frames.antecedents import noun_behind_comma, subject_rows
from customs_kg.builders.relations.frames.frames import ANY_VERB, Frame, frames_at_hand, words_at_hand
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.subjects import subjects
from customs_kg.builders.relations.heads import outermost, row_before
from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

# where something is: of the subject, so that no object stands between verb and preposition ("operates in A")
OF_PLACE = frozenset(
    CK + n for n in "locatedIn signedAt coversPlace within stationedIn accreditedTo originatesIn".split()
)
# what is done with words alone: where that is done, the thing itself need not be ("the treaty was signed in A")
_WORDED = frozenset(
    "adopt agree announce approve conclude confirm decide discuss draft endorse initial mention negotiate plan prepare "
    "present publish sign".split()
)
GIVING = frozenset("give lend grant offer send hand award pay donate loan".split())  # somebody something
PROVIDING = frozenset("provide supply furnish".split())  # somebody with something
_LIGHT = frozenset("make take give have form play".split())
_LONGEST = 8  # words that a frame can have right behind its verb
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

    @cached_property
    def frames(self) -> Sequence[Frame]:
        """The frames that its verb can fill with the words of the clause and those before its subject."""
        following = tuple(t.lower for t in self.parsed.tokens[self.clause.group[1] : self.clause.group[1] + 1])
        found = frames_at_hand(self.clause.lemma, self._at_hand, following)
        if self.clause.lemma == "use" and not self.clause.passive and following == ("to",):
            return []  # "it used to stay"
        made_up = self.clause.lemma == "make" and following == ("up",)
        if made_up or (following and _OTHER_VERB.issuperset(following)):  # "called off" calls nothing
            found = [f for f in found if f.verb == ANY_VERB or f.words[:1] == following]
        if self.clause.lemma in _LIGHT and _begins_set_phrase(self.parsed, self.clause.group[1]):
            found = [f for f in found if f.words]  # "makes use of A" makes no A
        worded = self.clause.lemma in _WORDED
        return [f for f in found if not (worded and f.verb == ANY_VERB and f.predicate in OF_PLACE)]

    @property
    def _at_hand(self) -> frozenset[str]:
        """The words of frames that the clause has, its subject and what opens its sentence, and those left unsaid."""
        clause = self.clause
        phrases = (*clause.subjects, *clause.objects)
        first = min([clause.group[0], *(phrase.start for phrase in phrases)])
        if clause.subject is not None:
            opens = clause.role is Role.MAIN
            first = 0 if opens else max(0, min(first, clause.subject[0] - 4))  # "under whose lead B is run"
        last = max(clause.extent[1], clause.group[1] + _LONGEST, *(phrase.end for phrase in phrases))
        tokens = self.parsed.tokens[first:last]
        at_hand, unsaid = words_at_hand([token.lower for token in tokens]), _unsaid(clause, tokens)
        return at_hand | unsaid if unsaid else at_hand

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
        clause = self.clause
        if clause.subject is None or clause.role in (Role.RELATIVE, Role.CONJUNCT):
            return clause.group[0]
        inserted = any(clause.subject[1] <= c.group[0] < clause.group[0] for c in self.parsed.clauses)
        return clause.group[0] if inserted else clause.subject[1]  # "A, on which work began, is built with B"

    @cached_property
    def starts_of_others(self) -> Sequence[int]:
        """Where the other clauses of the sentence begin: their verbs, and the subjects of finite ones."""
        clauses = self.parsed.clauses
        verbs = [c.group[0] for c in clauses if c is not self.clause]
        return [*verbs, *(c.subject[0] for c in clauses if c.subject and c.finite)]

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


def read_scenes(text: str, parsed: Parsed, mentions: Sequence[Mention]) -> Iterator[Scene]:
    """The clauses that state something, each with its modality."""
    parsed = _without_openings(parsed, mentions)
    for n, clause in enumerate(parsed.clauses):
        modality = expected_modality(parsed.tokens, parsed.clauses, n)
        if modality is Modality.PLANNED and (is_attribute(parsed, clause) or _was_before(parsed, clause)):
            modality = Modality.ACTUAL
        if modality is None and _is_aside(parsed, clause):
            modality = Modality.ACTUAL
        if modality is Modality.STANDING and _is_past_event(clause):
            modality = Modality.ACTUAL
        if modality is Modality.STANDING and parsed.tokens[clause.group[0]].lower == "be":
            modality = Modality.PLANNED  # "it is proposed that a unit be opened"
        if modality is not None:
            yield Scene(parsed, n, clause, text, mentions, modality)


def _is_aside(parsed: Parsed, clause: Clause) -> bool:
    """Whether a participle is set off behind its noun, so that it holds whatever is denied: "A, *run by B*, is no"."""
    reduced = clause.role is Role.REDUCED and clause.form is Form.PARTICIPLE and clause.passive
    before = parsed.tokens[max(0, clause.group[0] - 2) : clause.group[0]]
    set_off = len(before) > 1 and before[1].text in (",", "(") and before[0].is_noun
    return reduced and set_off and not clause.negated and not clause.hedged and bool(clause.subjects)


def _was_before(parsed: Parsed, clause: Clause) -> bool:
    """Whether a participle set off behind its noun tells what was done before a plan: "A, *built by B*, will grow"."""
    return clause.lemma in EVENTS and clause.lemma not in _ON_OPENING and _is_aside(parsed, clause)


_ON_OPENING = frozenset("hold host try hand give".split())
_OWNING = frozenset({"PRP$", "POS", "WP$"})


def _unsaid(clause: Clause, tokens: Sequence[Token]) -> frozenset[str]:
    """The prepositions that a clause can do without: "*its* secretariat" is one of it, "gave us" is to us."""
    owned = not _OWNING.isdisjoint([t.tag for t in tokens])
    given = clause.lemma in GIVING | PROVIDING and not clause.passive
    placed = clause.role is Role.RELATIVE and any(t.lower == "where" for t in tokens)
    return frozenset([*(["of"] if owned else []), *(["to"] if given else []), *(["in", "at"] if placed else [])])


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
