"""Whether words and terms fit together: what a person who edits the lexicon or the registry must be told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from customs_kg.ontology import lexicon, registry, wordings
from customs_kg.ontology.iris import CK, CKL, RDF, SKOS
from customs_kg.ontology.statements import Statements
from customs_kg.ontology.vocabulary import Terms, load_terms

_OF_CLASSES = ("headNoun", "nameHead", "bareName", "firstWord", "title")
_LABELS = ("prefLabel", "altLabel", "hiddenLabel")


@lru_cache(maxsize=1)
def check_vocabulary() -> None:
    """Read the whole vocabulary, before any report is read.

    Raises:
        OntologyError: A file is not Turtle; a term breaks a rule of `vocabulary.read_terms`; words belong to an unknown
            class, property or code; a label names two things; an indicator is a summand of itself.
    """
    terms = load_terms()
    for read in (lexicon.head_nouns, registry.registry, lexicon.action_verbs, wordings.frames, registry.indicators):
        read()
    check_words(lexicon.statements_of_words(), terms)


def check_words(said: Statements, terms: Terms) -> None:
    """Hold the words of a lexicon and a registry against the terms.

    Raises:
        OntologyError: As `check_vocabulary`; the message names file, line, term and rule.
    """
    for name in _OF_CLASSES:
        _check_known(said, name, terms.classes, "class")
    for name in ("verb", "changes", "turns"):
        _check_known(said, name, terms.codes, "code of terms.ttl")
    _check_known(said, "frame", terms.properties, "property")
    _check_known(said, "phrase", terms.properties, "property")
    _check_phrases(said, terms)
    things = sorted({subject for subject, predicate in said.english if predicate == SKOS + "prefLabel"})
    for thing in things:
        for cls in said.all(thing, RDF + "type"):
            if cls not in terms.classes:
                raise said.error(thing, f"has the unknown class <{cls}>; declare it or mend the name")
    indicators = [thing for thing in things if CK + "Indicator" in said.all(thing, RDF + "type")]
    _check_labels(said, [thing for thing in things if thing not in indicators])
    _check_labels(said, indicators)
    _check_sums(said, indicators)


def _check_phrases(said: Statements, terms: Terms) -> None:
    """Prepositions join known classes that domain and range admit."""
    for phrase in wordings.phrases_in(said):
        ends = (phrase.before, phrase.behind) if phrase.forward else (phrase.behind, phrase.before)
        for cls in ends:
            if cls not in terms.classes:
                raise said.error(phrase.predicate, f'has a phrase "{phrase.pattern}" with the unknown class <{cls}>')
        if not terms.allowed(phrase.predicate, *ends):
            raise said.error(phrase.predicate, f'cannot join the classes of "{phrase.pattern}"; see domain and range')


def _check_known(said: Statements, name: str, known: Iterable[str], kind: str) -> None:
    for subject in sorted({s for s, predicate in said.english if predicate == CKL + name}):
        if subject not in known:
            raise said.error(subject, f"has words (ckl:{name}) but is no {kind}; declare it or mend the name")


def _check_labels(said: Statements, things: Iterable[str]) -> None:
    """One label names one thing; indicators may share one when their figures have different forms."""
    owner: dict[tuple[str, str], str] = {}
    for thing in things:
        form = said.text(thing, CKL + "unitForm")
        for label in _labels(said, thing):
            first = owner.setdefault((label.casefold(), form), thing)
            if first != thing:
                raise said.error(thing, f'has the label "{label}" of <{first}>; take it from one of the two')


def _labels(said: Statements, thing: str) -> Iterator[str]:
    for name in _LABELS:
        yield from said.english.get((thing, SKOS + name), ())


def _check_sums(said: Statements, indicators: Iterable[str]) -> None:
    for indicator in indicators:
        seen: set[str] = set()
        waiting = list(said.all(indicator, CK + "summandOf"))
        while waiting:
            whole = waiting.pop()
            if whole == indicator:
                raise said.error(indicator, "is a summand of itself (ck:summandOf); break the circle")
            if whole not in seen:
                seen.add(whole)
                waiting.extend(said.all(whole, CK + "summandOf"))
