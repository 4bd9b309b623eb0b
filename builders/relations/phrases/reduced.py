"""Frames without their verb: "X, under the leadership of Y", "X with focus on Y, Z", "- Member of the Y since 1994"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Passage
from customs_kg.builders.english.stance import EVENTS
from customs_kg.builders.english.words import can_be_verb, noun_lemma, verb_lemma
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.relations.frames.frames import Frame, general_words, reduced_at
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.phrases.prepositions import is_guest, row_before
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_JOINS_ROW = re.compile(
    r",|/|\band\b|\bor\b|\bas well as\b|^\s*(?:of|in|such as|including|namely)\s+(?:the )?$|^\s*\(?\s*$"
)
_ENDS_ROW = re.compile(
    r"[.;:\d]|\b(?:while|whereas|but|where|when|whose|by|to|which|that|who|is|are|was|were|has|have|will|in|on|at|from|since)\b"
)
_CLOSES_ROW = re.compile(r"\b(?:and|or|as well as|such|including|namely)\b|[(:]")
_GOES_ON = re.compile(
    r" (?:\([A-Z]+\) )?(?:also |then |again )?(?:[a-z]+ed|[a-z]+s|has|had|have|was|were|ran|took|held|led|won) "
)
_REACH = 90  # characters behind a mention within which the words about it stand
_BEFORE_REDUCED = re.compile(
    r"""["\s,]*(?:'s?\s)?(?:\([^)]*\))?[\s,]*"""
    r"(?:(?:that is|i\.e\.|viz\.),? )?(?:(?:both|all|each|itself|themselves|as) (?=[a-z]))?"
)
_ARTICLE = re.compile(r"(?:the |our |its )?[\"']?")
_NOUN_REACH = 5
_MADE = frozenset(CK + name for name in "conductedBy developedBy hostedBy issuedBy".split())
_AT_PLACE = re.compile(r"[\"\s]*(?:\([^)]*\) ?)?(?:in|at|near) (?:the )?")
_BESIDE_PLACE = re.compile(r",\s(?=(?:an?|one of) (?:[a-z]+ ){0,3}(?:of|within|under|in) )")
_BRACKET = re.compile(r"[\"\s]*\(([^()]*)\)")
_OF_ALL = re.compile(r"""["\s]*(?:\([^)]*\))?, (?:both|all|each) """)
_BEHIND_HEAD = re.compile(r"""["\s,]*(?:'s?\s)?(?:\([^)]*\))?(?::\s|\s[–—-]\s|[\s,]*)""")
_BEFORE_VERB = frozenset("and or but also now then still thus".split())
_BY = re.compile(r"(?:ed|en|run|built|set up|made|held) by (?:the )?$")  # "developed by A under the lead of B"
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*|[.;:]|\d+")
_TURN = re.compile(
    r"[,;:.()\d]| [-\u2013\u2014] |\b(?:with|in|at|on|by|for|to|from|and|which|that|is|are|was|were|has|have|will)\b"
)
_EARLIER = (("until", "then"), ("till", "then"), ("until", "recently"), ("hitherto",), ("formerly",), ("previously",))
_OPENS_EARLIER = frozenset(opening[0] for opening in _EARLIER)
_ANY_WORD = re.compile(r"\w")


def reduced_claims(passage: Passage, named: Sequence[Mention], joining: Container[str]) -> Iterator[Proposal]:
    """Frames without their verb: "X, under the leadership of Y and Z", "X with focus on Y, Z", "X (run by Y)"."""
    text, outer = passage.text, outermost(named)
    for n, first in enumerate(outer):
        openings = [*_openings(text, first), *_behind_place(text, first, outer[n + 1 : n + 2])]
        for start, end, last in openings:
            words = [word.lower() for word in _WORDS.findall(text, start, end)]
            frames = [(frame, taken) for frame, taken in _frames_at(words) if frame.predicate in joining]
            if not frames:
                continue
            was = _earlier(words) > 0
            partner = is_guest(text, first, outer[:n])
            acts = _BY.search(text, 0, first.start) is not None
            ends = [m.end() for m in _WORDS.finditer(text, start, end)]
            listed = next((m for m in outer[n + 1 :] if _ARTICLE.fullmatch(text, start, m.start)), None)
            for frame, taken in frames:
                if listed is not None and _is_its_own(frame, listed, ends[:taken]):
                    continue  # "A, *the B in* C"
                following = outermost([m for m in named if ends[taken - 1] <= m.start < last])
                if not following or not _leads_to(text, ends[taken - 1], following[0]):
                    continue
                if (partner and frame.predicate == CK + "locatedIn") or (acts and frame.reduced[0] == "under"):
                    continue
                several = _is_of_several(frame, words[:taken])
                of_all = row_before(text, outer[: n + 1]) if several or _OF_ALL.match(text, first.end) else [first]
                if several and len(of_all) == 1 and not _is_plural(text, first):
                    continue  # "an arrangement with A, *members of the B are* admitted"
                for second in _row(text, following, first.end + _REACH):
                    yield from (_proposal(frame, each, second, was=was) for each in of_all)


def _is_its_own(frame: Frame, listed: Mention, ends: Sequence[int]) -> bool:
    """Whether a frame's words, ending where told, are those of a name in a list: "A, *the B Unit of* C"."""
    first = ends[max(0, len(ends) - len(frame.reduced))]
    behind = ends[-1] > listed.end and (len(frame.reduced) == 1 or first <= listed.end)
    return behind and listed.how != "description"


def _is_of_several(frame: Frame, words: Sequence[str]) -> bool:
    """Whether the words of a frame speak of several: "the *three* largest of B", "*partners* in B"."""
    singular = ((word, noun_lemma(word)) for word in words if word.endswith("s") and word not in frame.reduced)
    return not _NUMBERS.isdisjoint(words) or any(noun in frame.reduced for word, noun in singular if noun != word)


def _is_plural(text: str, mention: Mention) -> bool:
    return text[mention.start : mention.end].split(" of ")[0].endswith("s")


def _openings(text: str, first: Mention) -> Iterator[tuple[int, int, int]]:
    """Where words that tell of a mention begin, how far they reach and how far names may that they lead to.

    They stand behind the mention, or in brackets behind it.
    """
    heads_line = not _ANY_WORD.search(text[: first.start])  # "*A*: led by B"
    opening = (_BEHIND_HEAD if heads_line else _BEFORE_REDUCED).match(text, first.end)
    yield opening.end() if opening else first.end, first.end + _REACH, len(text)
    bracket = _BRACKET.match(text, first.end)
    if bracket is not None:
        yield bracket.start(1), min(bracket.end(1), first.end + _REACH), bracket.end(1)


def _behind_place(text: str, first: Mention, following: Sequence[Mention]) -> Iterator[tuple[int, int, int]]:
    """The same behind the place where a mention is: "the A Centre at B, *a wing of the C*"."""
    for place in following:
        beside = _BESIDE_PLACE.match(text, place.end) if _AT_PLACE.fullmatch(text, first.end, place.start) else None
        if beside is not None:
            yield beside.end(), place.end + _REACH, len(text)


def _proposal(frame: Frame, first: Mention, second: Mention, *, was: bool) -> Proposal:
    subject, target = (first, second) if frame.subject_first else (second, first)
    modality = Modality.ACTUAL if was or (frame.passive and frame.verb in EVENTS) else Modality.STANDING
    return Proposal(subject, frame.predicate, target, modality, frame.name + "-reduced", (first.end, second.start))


def _earlier(words: Sequence[str]) -> int:
    """How many words say that something was so until something else came: "A, *until then* in charge of B"."""
    if _OPENS_EARLIER.isdisjoint(words[:1]):
        return 0
    return next((len(opening) for opening in _EARLIER if tuple(words[: len(opening)]) == opening), 0)


def _frames_at(words: Sequence[str]) -> Iterator[tuple[Frame, int]]:
    """The frames that an apposition begins with, a general noun let pass: "X, a small unit directly under Y"."""
    earlier = _earlier(words)
    yield from ((frame, earlier + taken) for frame, taken in reduced_at(words[earlier:]))
    skipped = general_words(words)
    yield from ((frame, skipped + taken) for frame, taken in reduced_at(words[skipped:]) if skipped)
    if "by" in words[1:_NOUN_REACH]:  # "a joint project by A and B"
        of = ["of" if word == "by" else word for word in words]
        yield from (found for found in reduced_at(of) if found[0].predicate in _MADE and not found[0].passive)


def _leads_to(text: str, end: int, second: Mention) -> bool:
    """Whether the noun phrase behind a frame's last word is, or ends with, the mention: no turn between them."""
    return second.start >= end and second.start - end <= 45 and not _TURN.search(text[end : second.start])


def _row(text: str, mentions: Sequence[Mention], reach: int) -> list[Mention]:
    """The first mention within reach and those in a row with it, up to the end of the phrase."""
    row: list[Mention] = []
    for mention in mentions:
        between = text[row[-1].end : mention.start] if row else ""
        if not row and mention.start > reach:
            break
        if row and (len(between) > 45 or _ENDS_ROW.search(between) or not _JOINS_ROW.search(between)):
            break
        if row and _has_verb(between):
            break
        row.append(mention)
    closed = any(_CLOSES_ROW.search(text[a.end : b.start]) for a, b in pairwise(row))
    opens_clause = len(row) > 1 and not closed and _GOES_ON.match(text, row[-1].end)
    return row[:-1] if opens_clause else row  # "with A, *B seized* ..."


_BEHIND_PARTICIPLE = frozenset("as at by for from in of on to under with".split())
_ARTICLES = ("the", "a", "an", "its", "their", "our")


def _has_verb(between: str) -> bool:
    """A verb stands between two names, so that they are in no row: "chaired by A, *supervises* the B"."""
    words = [w for w in re.findall(r"[a-z-]+", between) if w not in _BEFORE_VERB]
    if not words or words[0] == "having" or not can_be_verb(words[0]) or verb_lemma(words[0]) == words[0]:
        return words[:1] == ["having"]
    if not words[0].endswith(("s", "ed", "ing")):
        return len(words) > 1 and words[1] not in _BEHIND_PARTICIPLE  # "A, *brought* together B"
    goes_on = {"of"} & set(words) or {"with", "under", "for", *_ARTICLES} & set(words[1:2])
    return words[0].endswith("s") or (words[0].endswith("ed") and bool(goes_on))  # "A, *presented* gifts of the B"


def ellipses(passage: Passage, mentions: Sequence[Mention], things: Things) -> list[Proposal]:
    """Frames at the head of a list item whose subject is understood to be the agency: "Member of the X since 1994"."""
    if passage.segment.kind is not SegmentKind.ITEM:
        return []
    found_words = [(m.group(), m.end()) for m in re.finditer(r"[a-z][a-z'-]*", passage.text[:60].lower())]
    understood = Mention(passage.index, 0, len(passage.text.split(" ")[0]), things.agency, "ellipsis", Decimal("0.70"))
    found: list[Proposal] = []
    for frame, taken in dict.fromkeys(reduced_at([word for word, _ in found_words])):
        if not frame.subject_first or frame.predicate == CK + "componentOf":  # a release is no part as a body is
            continue
        reach = found_words[taken - 1][1]
        behind = outermost([m for m in mentions if m.start >= reach])
        if any(m.start < reach and things.entities[m.thing].cls != CK + "Post" for m in mentions):
            continue  # the words are those of a name: "The Office of A expects ..."
        found += [
            Proposal(understood, frame.predicate, second, Modality.STANDING, frame.name + "-ellipsis", (0, second.end))
            for second in _row(passage.text, behind, 60)
        ]
    return found
