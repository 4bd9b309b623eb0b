"""Members of what has one name in the plural: "A, the best known of the B Programmes", "B Centres, among them A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Passage
from customs_kg.builders.english.number_words import SMALL
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.phrases.prepositions import joined_by, proposal
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

_SURE = Decimal("0.85")
_LESS_SURE = Decimal("0.70")
_ONE_OF = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?, (?:one|two|(?:the|its|our) (?:[a-z]+[- ]){0,3}?"
    r"(?:most [a-z-]+|[a-z-]+est|best[- ][a-z]+|only one|first|second|third|fourth|fifth|last|next)(?: [a-z-]+)?)"
    r"(?: and [a-z]+est)? of (?:the |its |our |their )?(?:[a-z-]+ )??"
)
_ONE_OF_ITS = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?(?:,? (?:also )?(?:is|was|are|were|remains?|became)|,) "
    r"(?:(?:one|two|three) of|the (?:[a-z]+ )?(?:[a-z]+est|first|second|third|last|only|main|most [a-z]+)(?: of)?) "
    rf"(?:the |its )?(?:\d+ |(?:{'|'.join(SMALL)}) )?(?:[a-z-]+ ){{0,2}}"
    r"(?:units?|offices?|districts?|stations?|posts?|cutters?|vessels?|boats?|ships?|aircraft|planes?|systems?|"
    r"platforms?|laborator(?:y|ies)|schools?|centres?|centers?|divisions?|departments?|branch(?:es)?|bureaus?|sections?|"
    r"projects?|programmes?|programs?|initiatives?|operations?|campaigns?|pillars?|components?|modules?|phases?|sites?|"
    r"agenc(?:y|ies)|bod(?:y|ies)|arms?|wings?|services?|commands?|regions?|houses?|directorates?|teams?|squads?|scanners?|"
    r"subsidiar(?:y|ies)|terminals?|committees?) "
    r"(?:of|under|within|in) (?:the |its |our )?"
)
_AMONG_THEM = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?,? \(?(?:among (?:them|which|these)(?: are| were)?|including|notably|such as|namely),? "
    r"(?:the )?"
)
_OF_WHICH = re.compile(r"['\"\s)]*(?:\([^()]*\))?, (?:one )?of which(?:,)? (?:one is )?(?:the )?")
_IS_ONE = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?(?: (?:in|at|of) [A-Z]\w+(?: [A-Z]\w+)?)? "
    r"(?:is|was|are|were|remains) (?:the |one |among )"
)
_IS_PROVISION = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?(?:,? which)? (?:now )?(?:is|was|are|forms?|formed|became|constitutes?|makes? up) "
    r"(?:the )?(?:Title|Part|Chapter|Section|Division|Subtitle|Schedule|Annex|Book) [\dIVXLA-Z]+ (?:of|to|in) (?:the )?"
)


def group_claims(passage: Passage, things: Things) -> Iterator[Proposal]:
    """What a passage tells to be one of several that have a name."""
    text = passage.text
    mentions = things.named_in(passage.index)
    for mention, following in pairwise(mentions):
        yield from _one_of_its(text, mention, following, things)
    for mention in mentions:
        yield from _one_of(text, mention, mentions, things)
        yield from _provision_of(text, mention, things.in_passage(passage.index), things)
        if _is_plural(text, mention):
            yield from _among(text, mention, mentions, things)


def _is_plural(text: str, whole: Mention) -> bool:
    """A name in the plural: "Trusted Trader Programmes", "Centres of Excellence"."""
    first, _, last = text[whole.start : whole.end].partition(" of ")
    words = (first, last) if last else (first,)
    return text[whole.start].isupper() and any(w.endswith("s") and not w.endswith(("ss", "us")) for w in words)


def _one_of(text: str, part: Mention, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "A, the largest of the B Programmes, grew"."""
    said = _ONE_OF.match(text, part.end)
    for whole in (m for m in mentions if said is not None and m.start >= part.end):
        if said is not None and _ONE_OF.fullmatch(text, part.end, whole.start) and _is_plural(text, whole):
            yield from _part_of(part, whole, said.span(), "one-of-componentOf", things)
        break


def _one_of_its(text: str, part: Mention, owner: Mention, things: Things) -> Iterator[Proposal]:
    """As in "A is one of the 17 districts of B", "A, the newest cutter of B": what "A of B" states."""
    if _ONE_OF_ITS.fullmatch(text, part.end, owner.start):
        ends = joined_by("of", part, owner, things)
        if ends is not None and ends[1] != CK + "locatedIn":
            yield proposal(ends, "one-of")


def _provision_of(text: str, part: Mention, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "the A, which is Title IV of the B": a law that is one of another's provisions is a part of it."""
    said = _IS_PROVISION.match(text, part.end)
    for whole in (m for m in mentions if said is not None and m.start == said.end()):
        yield from _part_of(part, whole, (part.end, whole.start), "is-provision-componentOf", things)


def _among(text: str, whole: Mention, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "ten B Centres, among them A and C", "the B Centres, of which A is the largest"."""
    said = _AMONG_THEM.match(text, whole.end)
    row = row_from(said.end(), text, mentions) if said is not None else []
    single = _OF_WHICH.match(text, whole.end)
    if single is not None:
        said, row = single, [m for m in mentions if m.start == single.end() and _IS_ONE.match(text, m.end)]
    for part in row if said is not None else ():
        yield from _part_of(part, whole, said.span() if said else (0, 0), "among-them-componentOf", things)


def _part_of(part: Mention, whole: Mention, words: tuple[int, int], rule: str, things: Things) -> Iterator[Proposal]:
    """A part of its own kind of thing: an office is no part of programmes."""
    terms = load_terms()
    kinds = {terms.kind_of(things.entities[m.thing].cls) for m in (part, whole)}
    if len(kinds) == 1 and admits(CK + "componentOf", part, whole, things):
        yield Proposal(part, CK + "componentOf", whole, Modality.STANDING, rule, words, _SURE)
