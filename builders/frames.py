"""Frames: how the lexicon says that English states a relation ("X be headquarters of Y")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.builders.english import can_be_verb, verb_lemma
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.lexicon import frames

_FILLERS = frozenset("the a an its their his her this that own also main major key national".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """A relation's wording, taken apart.

    `subject_first` says that the grammatical subject is the subject of the triple. `words` are the words that
    must stand between the verb and the second slot, the last of them usually a preposition.
    """

    predicate: str
    verb: str
    passive: bool
    words: tuple[str, ...]
    subject_first: bool

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
    for entry in frames():
        frame = parse_frame(entry.predicate, entry.pattern)
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
    passive = verb == "be" and bool(words) and words[0].endswith(("ed", "en", "up")) and can_be_verb(words[0])
    if passive:
        verb, words = verb_lemma(words[0]), words[1:]
    return Frame(predicate, verb, passive, tuple(words), first == "X")


def match_words(words: Sequence[str], following: Sequence[str]) -> int | None:
    """How many of the following words the frame's words take up, articles and the like let pass; None: no match."""
    at = 0
    for word in words:
        while (
            at < len(following)
            and following[at] != word
            and (following[at] in _FILLERS or following[at].endswith("ly"))
        ):
            at += 1
        if at >= len(following) or following[at] != word:
            return None
        at += 1
    return at
