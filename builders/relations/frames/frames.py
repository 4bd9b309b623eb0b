"""Frames: how the lexicon says that English states a relation ("X be headquarters of Y")."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.builders.english.time_phrases import time_phrase_at
from customs_kg.builders.english.verb_forms import SAME_PARTICIPLE
from customs_kg.builders.english.words import can_be_verb, verb_lemma, without_prefix
from customs_kg.builders.relations.frames.paraphrases import paraphrases, stands_for
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.wordings import frames

ANY_VERB = "any"  # in a frame: whatever the verb is ("X any in association with Y")
# articles, and what may stand before a noun or behind a verb without changing who does what to whom
_FILLERS = frozenset(
    "the a an its their his her this that own also main major key national direct joint close still now today already "
    "then again always once since thus too new first second third full trial pilot special general overall permanent "
    "regular technical financial senior chief active further additional two three four several".split()
)
_ARTICLES = frozenset("a an the".split())
# what a body is called in general, before the words that say whose it is: "a young institution directly under A"
_GENERAL = frozenset(
    "institution agency department body service organisation organization organ unit authority office division bureau "
    "directorate administration branch arm section entity centre center police force corps team command".split()
)
_OPENERS = frozenset("as a an the our its".split())
_PREPOSITIONS = frozenset("of in at on by for to from with under and or which that".split())
_GOVERNING = _PREPOSITIONS | frozenset(
    "into onto against over upon towards toward behind about between among through within as across along near around "
    "after before up out off down".split()
)
_PARTICLES = frozenset("up out off down on over in".split())
_COPULAS = frozenset("become remain stay".split())
_ACTS_AS = frozenset("act continue exist function operate serve work".split())
_REACH = 12  # words within which those of a frame begin
_ENDS = frozenset({";", ":", "which", "who", "that", "while"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A relation's wording, taken apart.

    `subject_first` says that the grammatical subject is the subject of the triple. `words` are the words that
    must stand between the verb and the second slot, the last of them usually a preposition. `reduced` is what is left
    of "X be ... Y" without the verb ("X, head office of Y").
    """

    predicate: str
    verb: str
    passive: bool
    words: tuple[str, ...]
    subject_first: bool
    reduced: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether the frame is a verb alone, with a particle ("carry out") or in a set phrase ("put in place").

        It has a plain passive then.
        """
        return not self.passive and (_PARTICLES.issuperset(self.words) or self.words[-1] not in _GOVERNING)

    @property
    def name(self) -> str:
        """The rule name that claims of this frame carry."""
        return "frame-" + "-".join((self.verb, *(("passive",) if self.passive else ()), *self.words))


@lru_cache(maxsize=1)
def frames_by_verb() -> Mapping[str, tuple[Frame, ...]]:
    """All frames of the lexicon by their verb, those with the most words first.

    Raises:
        OntologyError: a frame does not have the form `X verb ... Y`.
    """
    found: dict[str, list[Frame]] = {}
    for predicate, pattern in dict.fromkeys(
        (f.predicate, p) for f in frames() for p in paraphrases(f.pattern, f.predicate)
    ):
        frame = parse_frame(predicate, pattern)
        found.setdefault(frame.verb, []).append(frame)
    return {verb: tuple(sorted(fs, key=lambda f: (-len(f.words), f.name, f.predicate))) for verb, fs in found.items()}


def parse_frame(predicate: str, text: str) -> Frame:
    """A frame from its text.

    Raises:
        OntologyError: the text does not have the form `X verb ... Y` or `Y verb ... X`.

    >>> parse_frame("p", "X be composed of Y").passive
    True
    """
    first, *middle, last = text.split()
    if {first, last} != {"X", "Y"} or not middle:
        raise OntologyError(
            f'The frame "{text}" of {predicate} is malformed: expected "X verb ... Y" or "Y verb ... X"; mend it in '
            "lexicon-relations.ttl."
        )
    verb, *words = middle
    reduced = tuple(words) if verb == "be" else ()
    passive = verb == "be" and bool(words) and (words[0] == ANY_VERB or _is_participle(words[0]))
    if passive:
        verb, words = (words[0] if words[0] == ANY_VERB else verb_lemma(words[0])), words[1:]
    verb = without_prefix(verb)
    return Frame(predicate, verb, passive, tuple(words), first == "X", reduced)


def _is_participle(word: str) -> bool:
    if word in SAME_PARTICIPLE:
        return True
    own_form = word.endswith(("ed", "en")) or verb_lemma(word) != word
    return can_be_verb(word) and own_form and not word.endswith(("ing", "s"))


def frames_at_hand(lemma: str, at_hand: frozenset[str], following: Sequence[str] = ()) -> list[Frame]:
    """The frames of a verb, then those of any verb, all of whose words are at hand, in their order.

    What can be said with "be" can be said with "become", "remain" and "stay", and with "operates *as* a unit of".
    """
    as_be = _at_hand("be", at_hand) if lemma in _COPULAS or (lemma in _ACTS_AS and following[:1] == ("as",)) else ()
    return [*_at_hand(lemma, at_hand), *as_be, *_at_hand(ANY_VERB, at_hand)]


def _at_hand(verb: str, at_hand: frozenset[str]) -> Sequence[Frame]:
    known = _words_by_verb().get(verb)
    return _frames_in(verb, known & at_hand) if known is not None else ()


@lru_cache(maxsize=8192)
def _frames_in(verb: str, words: frozenset[str]) -> Sequence[Frame]:
    """The frames of a verb that have no words but these."""
    by_word = _frames_by_word()[verb]
    ranked = list(by_word.get("", ()))
    for word in words:
        ranked += [(rank, frame) for rank, frame in by_word.get(word, ()) if words.issuperset(frame.words)]
    ranked.sort()  # no two have the same rank
    return [frame for _, frame in ranked]


@lru_cache(maxsize=1)
def _frames_by_word() -> Mapping[str, Mapping[str, Sequence[tuple[int, Frame]]]]:
    """Frames with their ranks, by verb and by the longest of their words (the one found least, "" for none)."""
    found: dict[str, dict[str, list[tuple[int, Frame]]]] = {}
    for verb, frames_ in frames_by_verb().items():
        for rank, frame in enumerate(frames_):
            found.setdefault(verb, {}).setdefault(max(frame.words, key=len, default=""), []).append((rank, frame))
    return found


@lru_cache(maxsize=1)
def _words_by_verb() -> Mapping[str, frozenset[str]]:
    """All words of the frames of a verb."""
    return {verb: frozenset(word for f in frames_ for word in f.words) for verb, frames_ in frames_by_verb().items()}


@lru_cache(maxsize=1)
def reduced_frames() -> Mapping[str, tuple[Frame, ...]]:
    """The frames that also hold without their verb, by their first word; those with the most words first."""
    found = {frame for frames_ in frames_by_verb().values() for frame in frames_ if frame.reduced}
    by_word: dict[str, list[Frame]] = {}
    for frame in sorted(found, key=lambda f: (-len(f.reduced), f.reduced, f.predicate)):
        by_word.setdefault(frame.reduced[0], []).append(frame)
    return {word: tuple(frames_) for word, frames_ in by_word.items()}


def reduced_at(words: Sequence[str]) -> Iterator[tuple[Frame, int]]:
    """The frames without their verb that these words begin with, each with the number of words it takes."""
    start = next((i for i, word in enumerate(words) if not _is_filler(word)), None)
    if start is None:
        return
    reach = start + (3 if start and words[start - 1] in _ARTICLES else 1)  # "an optional feature of"
    for i in range(min(reach, len(words))):
        if i >= start and words[i] in _PREPOSITIONS and i > start:
            return
        candidates = _reduced_from(words[i])
        at_hand = words_at_hand(words) if candidates else frozenset()
        for frame in candidates:
            end = match_from(frame.reduced, words, i) if at_hand.issuperset(frame.reduced) else None
            if end is not None:
                yield frame, end
        if words[i] == "parent":
            return  # "the *parent body of* A" is no "body of A"


@lru_cache(maxsize=4096)
def _reduced_from(word: str) -> Sequence[Frame]:
    """The frames without their verb that a word of a text can begin."""
    return [frame for key in sorted(stands_for(word)) for frame in reduced_frames().get(key, ())]


def general_words(words: Sequence[str]) -> int:
    """How many words open with a general noun for a body that "of" does not follow: "as an institution", "a unit"."""
    for at, word in enumerate(words[:5]):
        if word in _GENERAL and at and words[0] in _OPENERS and words[at + 1 : at + 2] != ["of"]:
            return at + 1
    return 0


def words_at_hand(words: Iterable[str]) -> frozenset[str]:
    """Every word of a frame that these words of a text can stand for; see `_is_word`.

    >>> {"leadership", "of", "port"} <= words_at_hand(["dual-leadership", "of", "ports"])
    True
    """
    return frozenset().union(*map(_words_of_frames, words))


@lru_cache(maxsize=4096)
def _words_of_frames(word: str) -> frozenset[str]:
    """What a word, or each word of a name, can stand for in frames; nothing for most."""
    return frozenset().union(*(stands_for(part) for part in (word, *word.split()))) & _all_words()


@lru_cache(maxsize=1)
def _all_words() -> frozenset[str]:
    known = (frame for frames_ in frames_by_verb().values() for frame in frames_)
    return frozenset(word for frame in known for word in (*frame.words, *frame.reduced))


def match_words(words: Sequence[str], following: Sequence[str], stops: Collection[int] = ()) -> int | None:
    """How many of the following words it takes to reach the end of the frame's words; None: they are not there.

    A few words of an object may stand before the first ("send goods to") and behind a particle ("hand over goods
    to"), articles and the like between them; the search ends at `stops`, the places where other clauses begin, and at
    what denies ("takes *no* orders from").
    """
    first = words[0]
    if first in _PARTICLES and words[1:] in (("to",), ("for",)) and list(following[:1]) == [first]:
        behind = match_words(words[1:], following[1:], [stop - 1 for stop in stops])
        return None if behind is None else behind + 1
    for start, word in enumerate(following[:_REACH]):
        if word == "to" and start and following[start - 1] in _WITH_TO:
            continue  # "posted officers there, next to those of A"
        denied = word in _DENIES and _COUNTS_ON.isdisjoint(following[start + 1 : start + 2])
        if denied or start in stops or word in _ENDS:
            return None
        if word == first or first in stands_for(word):
            end = match_from(words, following, start)
            if end is not None:
                return end
    return None


_WITH_TO = frozenset("next close due prior thanks owing according up".split())  # prepositions that end in "to"
_DENIES = frozenset("no not neither nor never hardly without".split())
_COUNTS_ON = frozenset("fewer less more later longer only just".split())  # "has no fewer than five offices in"


def match_from(words: Sequence[str], following: Sequence[str], start: int = 0) -> int | None:
    """Where the frame's words end that begin at `start`, articles and the like let pass; None: they are not there."""
    at = start
    for word in words:
        while at < len(following) and (passed := _passed_at(following, at, word)):
            at += passed
        if at >= len(following) or not _is_word(following[at], word):
            return None
        at += 1
    return at


def _passed_at(following: Sequence[str], at: int, word: str) -> int:
    """How many words from a place on stand between those of a frame without changing it; 0: the frame's may come."""
    when = time_phrase_at(following, at)
    if when or _is_word(following[at], word):
        return when
    return int(_is_filler(following[at])) or _pairing_at(following, at) or _of_phrase_at(following, at, word)


def _pairing_at(following: Sequence[str], at: int) -> int:
    """How many words announce a pair: "belongs *both* to A and to B", "*not only* to A but also to B"."""
    return 1 if following[at] == "both" else 2 * (list(following[at : at + 2]) == ["not", "only"])


_OF_WORDS = 3  # words behind "of" at most


def _of_phrase_at(following: Sequence[str], at: int, wanted: str) -> int:
    """How many words say of what the noun before is, up to the wanted word: "confers powers *of search* on"."""
    if following[at] != "of" or at == 0:
        return 0
    ahead = following[at + 1 : at + 2 + _OF_WORDS]
    end = next((i for i, word in enumerate(ahead) if _is_word(word, wanted)), 0)
    return end + 1 if end and all(w.isalpha() and w.islower() and w not in _GOVERNING for w in ahead[:end]) else 0


def _is_word(found: str, wanted: str) -> bool:
    return found == wanted or wanted in stands_for(found)


def _is_filler(word: str) -> bool:
    return word in _FILLERS or word.endswith("ly")
