"""What came in the place of what, where both stand behind the verb: "migrated from A to B", "through the merger of A".

Names that a thing had before are read too: "formerly the A, the B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.english.cued import cued
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.phrase_extents import headed_by
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_FROM = re.compile(
    r"\b(?:migrat|mov|switch|chang|transition|convert|upgrad|pass)(?:e|es|ed|ing|ion|s)? (?:over |up |[a-z]+ ){0,3}?"
    r"from (?:the |our |its |an? )?(?:old |former )?$"
)
_TO = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?,? (?:in [A-Za-z0-9 ]{3,14} )?(?:to|onto) (?:the |our |its |an? )?(?:new |[a-z]+-based )*"
)
_MERGER = cued(
    "merger amalgamation fusion union combination consolidation joining",
    r"\b(?:by|through|from|out of|with|of|following|after) (?:the |an? )?"
    r"(?:merger|amalgamation|fusion|union|combination|consolidation|joining) of (?:the )?",
)
_COMES = frozenset("arise be come create emerge establish form result set spring stem".split())
_BEFORE = re.compile(r"(?:Formerly|Previously|Originally)(?: known as| called| named)? (?:the )?")
_THEN = re.compile(r"['\"\s)]*(?:\([^()]*\))?, (?:the |our )?")
# "What used to be the A is now the B"
_WHAT_WAS = cued(
    "what", r"(?:^|[.;] )[Ww]hat (?:was|used to be|had been)(?: until then| formerly| once| called)? (?:the )?$"
)
_IS_NOW = re.compile(
    r"(?: \([^()]*\))?(?: until [^,.;]{3,20})?,? (?:is|became|has become|was) (?:now |then |today )?"
    r"(?:renamed |known as |called )?(?:the |our )?"
)
_ASIDE = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?(?:,| \()\s?(?:formerly|previously|originally|until recently|until then)"
    r"(?: known as| called| named)? (?:the )?"
)


def conversion_claims(text: str, scenes: Sequence[Scene], mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """The edges from what is there now to what it was before."""
    named = outermost([m for m in mentions if m.how != "pronoun"])
    yield from _renamed(text, named)
    for scene in scenes:
        words = scene.parsed.stretch(scene.clause.group)
        start, end = words[0], scene.parsed.stretch(scene.clause.extent)[1]
        inside = [m for m in named if start < m.start < end]
        for old, new in pairwise(inside):
            if _FROM.search(text, start, old.start) and _TO.fullmatch(text, old.end, new.start):
                yield _replaced(new, old, scene.modality, (start, new.start), "from-to")
        yield from _merged(scene, words)
        merger = _MERGER.search(text, start, end) if scene.clause.lemma in _COMES else None
        for old in row_from(merger.end(), text, mentions) if merger else ():
            for new in scene.subject_rows[0] if scene.subject_rows else ():
                yield _replaced(new, old, scene.modality, words, "merger")


_MERGES = frozenset("merge combine unite amalgamate fuse join".split())
_MAKES = frozenset("form create become make constitute establish".split())


def _merged(scene: Scene, words: tuple[int, int]) -> Iterator[Proposal]:
    """As in "A merged with B *to form C*", "A and B were merged, *forming C*"."""
    if scene.clause.lemma not in _MERGES:
        return
    later = enumerate(scene.parsed.clauses[scene.n + 1 :], scene.n + 1)
    made = next((n for n, c in later if c.head == scene.n and c.lemma in _MAKES and not c.negated), None)
    if made is None:
        return
    phrases = [p for a in scene.clause.prepositional if a.preposition in ("with", "and") for p in a.phrases]
    parts = [*next(iter(scene.subject_rows), ()), *headed_by(scene.parsed, phrases, scene.mentions)]
    if not scene.clause.passive:
        parts += scene.direct
    for new in objects(scene.parsed, made, (), scene.text, scene.mentions):
        for old in dict.fromkeys(parts):
            if old.thing != new.thing and old.start < new.start:
                yield _replaced(new, old, scene.modality, words, "merged")


def _renamed(text: str, named: Sequence[Mention]) -> Iterator[Proposal]:
    opening = _BEFORE.match(text)
    for first, second in pairwise(named):
        between = (first.end, second.start)
        if opening is not None and first.start == opening.end() and _THEN.fullmatch(text, *between):
            yield _replaced(second, first, Modality.ACTUAL, between, "formerly")
        elif _WHAT_WAS.search(text, 0, first.start) and _IS_NOW.fullmatch(text, *between):
            yield _replaced(second, first, Modality.ACTUAL, between, "what-was")
        elif _ASIDE.fullmatch(text, *between):
            yield _replaced(first, second, Modality.ACTUAL, between, "formerly")


def _replaced(new: Mention, old: Mention, modality: Modality, words: tuple[int, int], kind: str) -> Proposal:
    return Proposal(new, CK + "replaces", old, modality, f"conversion-{kind}", words, _SURE)
