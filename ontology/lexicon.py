"""The lexicon: the words by which English names the classes of the ontology and its actions, as typed entries.

It lies in Turtle beside the ontology (`lexicon-*.ttl`), in annotation properties `ckl:`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import CKL
from customs_kg.ontology.statements import Statements

_HEAD_SCOPES = {"headNoun": "any", "nameHead": "name", "bareName": "alone", "firstWord": "first", "title": "title"}


@dataclass(frozen=True, slots=True, order=True)
class HeadNoun:
    """Words that give a phrase its class when they are its head.

    `scope` says where: "any" noun phrase, only in a capitalised "name", as a name "alone" ("Treasury"), as its "first"
    word ("Operation ..."), or as a "title" before a person's name.
    """

    words: str
    cls: str
    scope: str


@dataclass(frozen=True, slots=True, order=True)
class ContextWords:
    """Words that go with the names of a class.

    `place` says how: a verb of which they are the subject ("does") or the object ("undergoes"), words right before
    ("follows") or right after them ("precedes").
    """

    words: str
    cls: str
    place: str


@dataclass(frozen=True, slots=True, order=True)
class ActionVerb:
    """A verb, or a verb with its particle ("roll out"), that reports an action of this type."""

    verb: str
    action: str  # IRI of a code `ckt:action-*`


class Told(StrEnum):
    """With which times a verb tells of a change; the ends of the names of its properties in the lexicon."""

    ALWAYS = ""
    ON_DATE = "OnDate"  # only where some time stands with it
    SINCE = "Since"  # only where it says since when: "be in force"


@dataclass(frozen=True, slots=True, order=True)
class ChangeVerb:
    """A verb with its particle ("enter into force") that tells of a change of this kind.

    `of_object` says that what it is done to changes, else its subject.
    """

    verb: str
    change: str  # IRI of a code `ckt:change-*`
    of_object: bool
    told: Told = Told.ALWAYS


@lru_cache(maxsize=1)
def statements_of_words() -> Statements:
    """What the lexicon and the registry say, as it is written.

    Raises:
        OntologyError: a file is not Turtle.
    """
    sources = ontology_files()
    wanted = {n: t for n, t in sources.items() if n == "registry.ttl" or n.startswith("lexicon-")}
    return Statements.read(wanted)


@lru_cache(maxsize=1)
def head_nouns() -> tuple[HeadNoun, ...]:
    """All head nouns, sorted.

    Raises:
        OntologyError: the lexicon is malformed, or one head noun names two classes in one scope.
    """
    return _head_nouns(statements_of_words())


def _head_nouns(said: Statements) -> tuple[HeadNoun, ...]:
    found = [
        HeadNoun(words, subject, scope)
        for name, scope in _HEAD_SCOPES.items()
        for (subject, predicate), texts in sorted(said.english.items())
        if predicate == CKL + name
        for words in texts
    ]
    owner: dict[tuple[str, str], str] = {}
    for head in found:
        first = owner.setdefault((head.words, head.scope), head.cls)
        if first != head.cls:
            raise OntologyError(
                f'The head noun "{head.words}" names both <{first}> and <{head.cls}> in ontology/lexicon-classes.ttl:'
                " expected one class for each; take it from one of them."
            )
    return tuple(sorted(found))


@lru_cache(maxsize=1)
def context_words() -> tuple[ContextWords, ...]:
    """The words that go with names of a class, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    places = {CKL + name: name for name in ("does", "undergoes", "follows", "precedes")}
    said = statements_of_words().english.items()
    return tuple(sorted(ContextWords(w, s, places[p]) for (s, p), words in said if p in places for w in words))


@lru_cache(maxsize=1)
def action_verbs() -> tuple[ActionVerb, ...]:
    """The verbs that report actions, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words()
    return tuple(
        sorted(ActionVerb(verb, s) for (s, p), verbs in said.english.items() if p == CKL + "verb" for verb in verbs)
    )


@lru_cache(maxsize=1)
def change_verbs() -> tuple[ChangeVerb, ...]:
    """The verbs that tell of changes of status, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    sides = {"changes": True, "turns": False}
    kinds = {CKL + name + told: (of_object, told) for name, of_object in sides.items() for told in Told}
    said = statements_of_words().english.items()
    return tuple(sorted(ChangeVerb(verb, s, *kinds[p]) for (s, p), verbs in said if p in kinds for verb in verbs))


@lru_cache(maxsize=1)
def sole_words() -> Mapping[str, tuple[str, ...]]:
    """By property, the words that leave no room for a second value; by class, how names of what is sole begin.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    kinds = (CKL + "soleWith", CKL + "soleHead")
    return {s: words for (s, p), words in statements_of_words().english.items() if p in kinds}


@lru_cache(maxsize=1)
def change_nouns() -> Mapping[str, str]:
    """The nouns that tell of a change of status, with the IRI of the kind.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = statements_of_words().english.items()
    return {noun: s for (s, p), nouns in said if p == CKL + "nounOnDate" for noun in nouns}
