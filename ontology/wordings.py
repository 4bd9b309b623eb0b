"""Wordings: how English states the properties of the ontology, as typed entries of the lexicon (`lexicon-*.ttl`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.ontology.iris import CK, CKL
from customs_kg.ontology.lexicon import statements_of_words
from customs_kg.ontology.statements import Statements


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """A pattern of words that states a property, with X for its subject and Y for its object."""

    predicate: str
    pattern: str


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A preposition that states a property between things of two classes; `forward` says that the first is its subject.

    The classes are those of the thing before the preposition and of the one behind it.
    """

    predicate: str
    preposition: str
    before: str
    behind: str
    forward: bool
    pattern: str


@dataclass(frozen=True, slots=True, order=True)
class Alternation:
    """Phrases of which a pattern that holds one implies the others, for some properties; an empty tuple is all."""

    phrases: tuple[str, ...]
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which classes the wording of a property can speak of; an empty tuple admits all.

    `alike` says that it joins only things of one kind, as a system and the system that it replaces. `names` are words
    of which a public body's name must hold one to be the object. Where the same words of a report state another of
    the properties `yields_to` between the same two things, this one is left out. Where the frames of `framed_as`
    speak of things that only this property can join, they state this one.
    """

    predicate: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    alike: bool = False
    names: tuple[str, ...] = ()
    yields_to: frozenset[str] = frozenset()
    framed_as: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """The patterns that state properties, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words()
    return tuple(sorted(Frame(s, t) for (s, p), texts in said.english.items() if p == CKL + "frame" for t in texts))


@lru_cache(maxsize=1)
def nominals() -> tuple[Frame, ...]:
    """The nouns that state properties, with the prepositions of both sides ("launch of X by Y"), sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words().english.items()
    return tuple(sorted(Frame(s, t) for (s, p), texts in said if p == CKL + "nominal" for t in texts))


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """What prepositions between things of two classes state, sorted.

    Raises:
        OntologyError: the lexicon is malformed, or a phrase does not have the form `X:Class of Y:Class`.
    """
    return phrases_in(statements_of_words())


def phrases_in(said: Statements) -> tuple[Phrase, ...]:
    """The phrases of these statements, sorted.

    Raises:
        OntologyError: as `phrases`.
    """
    return tuple(
        sorted(_phrase(said, s, t) for (s, p), texts in said.english.items() if p == CKL + "phrase" for t in texts)
    )


def _phrase(said: Statements, predicate: str, pattern: str) -> Phrase:
    parts = re.fullmatch(r"([XY]):([A-Za-z]+) ([a-z]+) ([XY]):([A-Za-z]+)", pattern)
    if parts is None or parts[1] == parts[4]:
        raise said.error(predicate, f'has the malformed phrase "{pattern}"; write it as "X:Class of Y:Class"')
    return Phrase(predicate, parts[3], CK + parts[2], CK + parts[5], parts[1] == "X", pattern)


@lru_cache(maxsize=1)
def word_classes() -> tuple[tuple[str, ...], ...]:
    """The classes of single words that stand for one another in the patterns of frames, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    return _groups("interchangeable")


@lru_cache(maxsize=1)
def alternations() -> tuple[Alternation, ...]:
    """The alternations of the lexicon, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words()
    found = ((s, texts) for (s, p), texts in said.english.items() if p == CKL + "alternative")
    return tuple(sorted(Alternation(texts, said.all(s, CKL + "of")) for s, texts in found))


def _groups(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(texts for (_, p), texts in statements_of_words().english.items() if p == CKL + name))


@lru_cache(maxsize=1)
def selections() -> tuple[Selection, ...]:
    """The selections of properties, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words()
    names = ("selectsSubject", "selectsObject", "yieldsTo")
    chosen = sorted({subject for (subject, predicate) in said.objects for n in names if predicate == CKL + n})
    return tuple(
        Selection(
            p,
            said.all(p, CKL + names[0]),
            said.all(p, CKL + names[1]),
            said.text(p, CKL + "alike") == "true",
            said.all(p, CKL + "bodyNamed"),
            frozenset(said.all(p, CKL + "yieldsTo")),
            said.all(p, CKL + "framedAs"),
        )
        for p in chosen
    )
