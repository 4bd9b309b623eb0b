"""The lexicon: the words by which English names the things of the ontology, as typed entries.

It lies in Turtle beside the ontology (`lexicon-*.ttl`, `registry.ttl`), in annotation properties `ckl:`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.files import ontology_files
from customs_kg.ontology.iris import CK, CKL, RDF, SKOS
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
class RegistryEntry:
    """A well-known thing with a fixed IRI. `hidden` labels are read but not shown."""

    iri: str
    cls: str
    label: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    code: str  # ISO 3166 alpha-3 of a customs territory, else empty
    exact_match: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """Every spelling, the preferred one first."""
        return (self.label, *self.alt_labels, *self.hidden_labels)


@dataclass(frozen=True, slots=True, order=True)
class ActionVerb:
    """A verb, or a verb with its particle ("roll out"), that reports an action of this type."""

    verb: str
    action: str  # IRI of a code `ckt:action-*`


@dataclass(frozen=True, slots=True, order=True)
class ChangeVerb:
    """A verb with its particle ("enter into force") that tells of a change of this kind.

    `of_object` says that what it is done to changes, else its subject.
    """

    verb: str
    change: str  # IRI of a code `ckt:change-*`
    of_object: bool


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
class IndicatorEntry:
    """A well-known indicator and the phrases that name it. `stock` is None where the lexicon does not say."""

    iri: str
    label: str
    alt_labels: tuple[str, ...]
    hidden_labels: tuple[str, ...]
    unit_form: str
    stock: bool | None
    summand_of: tuple[str, ...]


@lru_cache(maxsize=1)
def _statements() -> Statements:
    sources = ontology_files()
    wanted = {n: t for n, t in sources.items() if n == "registry.ttl" or n.startswith("lexicon-")}
    return Statements.read(wanted)


def statements_of_words() -> Statements:
    """What the lexicon and the registry say, as it is written.

    Raises:
        OntologyError: a file is not Turtle.
    """
    return _statements()


@lru_cache(maxsize=1)
def head_nouns() -> tuple[HeadNoun, ...]:
    """All head nouns, sorted.

    Raises:
        OntologyError: the lexicon is malformed, or one head noun names two classes in one scope.
    """
    return _head_nouns(_statements())


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
    said = _statements().english.items()
    return tuple(sorted(ContextWords(w, s, places[p]) for (s, p), words in said if p in places for w in words))


@lru_cache(maxsize=1)
def registry() -> tuple[RegistryEntry, ...]:
    """The well-known things, sorted by IRI; indicators are not among them.

    Raises:
        OntologyError: the registry is malformed, or an entry has not exactly one class and label.
    """
    return _registry(_statements())


def _registry(said: Statements) -> tuple[RegistryEntry, ...]:
    subjects = sorted({s for s, p in said.english if p == SKOS + "prefLabel"})
    entries = []
    for iri in subjects:
        classes = said.objects.get((iri, RDF + "type"), ())
        if CK + "Indicator" in classes or CK + "ControlledTerm" in classes:
            continue
        labels = said.english[iri, SKOS + "prefLabel"]
        if len(classes) != 1 or len(labels) != 1:
            raise said.error(iri, "has not exactly one class and one English skos:prefLabel; give it both")
        entries.append(
            RegistryEntry(
                iri,
                classes[0],
                labels[0],
                said.all(iri, SKOS + "altLabel"),
                said.all(iri, SKOS + "hiddenLabel"),
                said.text(iri, CK + "territoryCode"),
                said.all(iri, SKOS + "exactMatch"),
            )
        )
    return tuple(entries)


@lru_cache(maxsize=1)
def action_verbs() -> tuple[ActionVerb, ...]:
    """The verbs that report actions, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = _statements()
    return tuple(
        sorted(ActionVerb(verb, s) for (s, p), verbs in said.english.items() if p == CKL + "verb" for verb in verbs)
    )


@lru_cache(maxsize=1)
def change_verbs() -> tuple[ChangeVerb, ...]:
    """The verbs that tell of changes of status, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    kinds = {CKL + "changes": True, CKL + "turns": False}
    said = _statements().english.items()
    return tuple(sorted(ChangeVerb(verb, s, kinds[p]) for (s, p), verbs in said if p in kinds for verb in verbs))


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """The patterns that state properties, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = _statements()
    return tuple(sorted(Frame(s, t) for (s, p), texts in said.english.items() if p == CKL + "frame" for t in texts))


@lru_cache(maxsize=1)
def nominals() -> tuple[Frame, ...]:
    """The nouns that state properties, with the prepositions of both sides ("launch of X by Y"), sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = _statements().english.items()
    return tuple(sorted(Frame(s, t) for (s, p), texts in said if p == CKL + "nominal" for t in texts))


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """What prepositions between things of two classes state, sorted.

    Raises:
        OntologyError: the lexicon is malformed, or a phrase does not have the form `X:Class of Y:Class`.
    """
    return phrases_in(_statements())


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


@dataclass(frozen=True, slots=True, order=True)
class Alternation:
    """Phrases of which a pattern that holds one implies the others, for some properties; an empty tuple is all."""

    phrases: tuple[str, ...]
    properties: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def alternations() -> tuple[Alternation, ...]:
    """The alternations of the lexicon, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = _statements()
    found = ((s, texts) for (s, p), texts in said.english.items() if p == CKL + "alternative")
    return tuple(sorted(Alternation(texts, said.all(s, CKL + "of")) for s, texts in found))


def _groups(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(texts for (_, p), texts in _statements().english.items() if p == CKL + name))


@lru_cache(maxsize=1)
def indicators() -> tuple[IndicatorEntry, ...]:
    """The well-known indicators, sorted by IRI.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = _statements()
    return tuple(_indicator(said, iri) for iri in said.instances(CK + "Indicator"))


def _indicator(said: Statements, iri: str) -> IndicatorEntry:
    label = said.text(iri, SKOS + "prefLabel")
    if not label:
        raise said.error(iri, "has no English skos:prefLabel; give it one")
    stock = said.text(iri, CKL + "stock")
    return IndicatorEntry(
        iri,
        label,
        said.all(iri, SKOS + "altLabel"),
        said.all(iri, SKOS + "hiddenLabel"),
        said.text(iri, CKL + "unitForm"),
        None if not stock else stock == "true",
        said.all(iri, CK + "summandOf"),
    )


@dataclass(frozen=True, slots=True)
class Selection:
    """Which classes the wording of a property can speak of; an empty tuple admits all.

    `alike` says that it joins only things of one kind, as a system and the system that it replaces. `names` are words
    of which a public body's name must hold one to be the object. Where the same words of a report state another of
    the properties `yields_to` between the same two things, this one is left out. Where the frames of `framed_as`
    speak of things that only this property can join, they state this one ("" for none).
    """

    predicate: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    alike: bool = False
    names: tuple[str, ...] = ()
    yields_to: frozenset[str] = frozenset()
    framed_as: str = ""


@lru_cache(maxsize=1)
def selections() -> tuple[Selection, ...]:
    """The selections of properties, sorted.

    Raises:
        OntologyError: the lexicon is malformed.
    """
    said = _statements()
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
            next(iter(said.all(p, CKL + "framedAs")), ""),
        )
        for p in chosen
    )
