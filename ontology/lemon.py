"""The lexicon as OntoLex-Lemon: each word that Turtle teaches the builder as an entry with its sense.

In the files of the lexicon a word is one literal, which is easy to edit: `ck:Port ckl:headNoun "seaport"@en`. Written
out, each is an `ontolex:LexicalEntry` with a canonical form that denotes the class, action or relation; the frame of a
relation is the `synsem:SyntacticFrame` of its verb or preposition. Labels of indicators and well-known things are SKOS.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from customs_kg.ontology.iris import BASE, CKL, RDF, RDFS
from customs_kg.ontology.lexicon import statements_of_words

ONTOLEX = "http://www.w3.org/ns/lemon/ontolex#"
LIME = "http://www.w3.org/ns/lemon/lime#"
SYNSEM = "http://www.w3.org/ns/lemon/synsem#"
LEXINFO = "http://www.lexinfo.net/ontology/3.0/lexinfo#"
PREFIXES = {"ontolex": ONTOLEX, "lime": LIME, "synsem": SYNSEM, "lexinfo": LEXINFO}
LEXICON = BASE + "lexicon/en"

# property of the lexicon to the part of speech of its words
_PARTS = {
    "headNoun": "noun",
    "nameHead": "noun",
    "bareName": "properNoun",
    "firstWord": "noun",
    "title": "noun",
    "verb": "verb",
    "changes": "verb",
    "turns": "verb",
    "frame": "verb",
    "phrase": "adposition",
}


def lexicon_triples() -> tuple[Triple, ...]:
    """The words for classes, actions and relations in OntoLex-Lemon, sorted, without blank nodes.

    Raises:
        OntologyError: A file of the lexicon is malformed.
    """
    found: set[Triple] = {
        _edge(LEXICON, RDF + "type", LIME + "Lexicon"),
        _text(LEXICON, LIME + "language", "en", tagged=False),
    }
    for (term, predicate), words in statements_of_words().english.items():
        name = predicate.removeprefix(CKL)
        if name in _PARTS and predicate.startswith(CKL):
            found.update(triple for word in words for triple in _entry(term, name, word))
    return tuple(sorted(found, key=str))


def _entry(term: str, name: str, words: str) -> Iterator[Triple]:
    written = _preposition(words) if name == "phrase" else _verb(words) if name == "frame" else words
    part = "adposition" if " any " in words else _PARTS[name]  # "X any with support of Y": behind any verb
    entry = f"{LEXICON}/{part}-{_slug(written)}"
    several = " " in written
    yield _edge(LEXICON, LIME + "entry", entry)
    yield _edge(entry, RDF + "type", ONTOLEX + ("MultiwordExpression" if several else "Word"))
    yield _edge(entry, LEXINFO + "partOfSpeech", LEXINFO + part)
    yield _edge(entry, ONTOLEX + "canonicalForm", entry + "-form")
    yield _edge(entry + "-form", RDF + "type", ONTOLEX + "Form")
    yield _text(entry + "-form", ONTOLEX + "writtenRep", written)
    yield _edge(entry, ONTOLEX + "denotes", term)
    if name in ("frame", "phrase"):
        frame = f"{LEXICON}/frame-{_slug(words)}"
        yield _edge(entry, SYNSEM + "synBehavior", frame)
        yield _edge(frame, RDF + "type", SYNSEM + "SyntacticFrame")
        yield _text(frame, RDFS + "label", words)


def _verb(frame: str) -> str:
    """What stands between the slots of a frame: "X be based on Y" gives "be based on"."""
    return re.sub(r"^[XY] | [XY]$|\bany ", "", frame)


def _preposition(phrase: str) -> str:
    """What stands between the slots of a phrase: "X:Post of Y:PublicBody" gives "of"."""
    return phrase.split(" ")[1]


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _edge(subject: str, predicate: str, target: str) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), NamedNode(target))


def _text(subject: str, predicate: str, words: str, *, tagged: bool = True) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), Literal(words, language="en" if tagged else None))
