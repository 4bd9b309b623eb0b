"""What opens a sentence and speaks of its subject: "Answerable to A, the B ...", "As an agency under A, B ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.relations.frames.antecedents import in_apposition
from customs_kg.builders.relations.frames.frames import Frame, general_words, reduced_at
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.80")
_WORDS = re.compile(r"[a-z][a-z'-]*", re.I)
_DENIED = re.compile(r"\b(?:no|not|never|neither|nor|hardly|unlike)\b", re.I)
_PAST = re.compile(r"\b(?:until|formerly|once|previously|till)\b", re.I)
_REACH = 12  # words of an opening within which a frame ends
_BETWEEN = 45  # characters from the words of a frame to the name that they lead to
_TURN = re.compile(r"[;:()]|\b(?:which|that|who|is|are|was|were|has|have|will)\b")
_BESIDE = re.compile(r" (?:the )?")
_AS_ONE = re.compile(r"As an? ")


def opening_claims(
    text: str, scenes: Sequence[Scene], mentions: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """What the words before the subject of a sentence say of the subject, by the frames that need no verb."""
    if "," not in text:
        return
    named = [m for m in mentions if m.how != "pronoun"]
    subject = _first_subject(text, scenes)
    if subject is None or not (opening := _opening(text, subject)) or _DENIED.search(opening):
        return
    modality = Modality.ACTUAL if _PAST.search(opening) else Modality.STANDING
    words = [(m.group().lower(), m.end()) for m in _WORDS.finditer(opening)]
    plain = [w for w, _ in words]
    skipped = general_words(plain) or int(plain[:1] == ["as"])
    inside = [m for m in named if m.end <= len(opening)]
    read = [(run, frame, taken) for run in _runs(words, skipped) for frame, taken in reduced_at([w for w, _ in run])]
    for run, frame, taken in read:
        if len(frame.reduced) == 1 and frame.reduced not in (("under",), ("within",)):
            continue  # "In A, B was ..." sets the scene
        end = run[taken - 1][1]
        for target in _row(opening, end, frame, inside):
            if frame.reduced == ("within",) and _BESIDE.fullmatch(opening, end, target.start) is None:
                continue  # "Within the framework of A"
            ends = (subject, target) if frame.subject_first else (target, subject)
            rule = frame.name + "-opening"
            said = Proposal(ends[0], frame.predicate, ends[1], modality, rule, (0, target.start), _SURE)
            yield from (said, *in_apposition(said, text, mentions, things))
            for person in _titled(opening, target, inside) if frame.reduced == ("under",) else ():
                yield Proposal(subject, CK + "headedBy", person, modality, rule, (0, person.start), _SURE)


def _runs(words: Sequence[tuple[str, int]], skipped: int) -> Iterator[Sequence[tuple[str, int]]]:
    """The words that frames are looked for in, "with" said again: "With its seat in A *and (with) offices in* B"."""
    yield words[skipped : skipped + _REACH]
    for i, (word, end) in enumerate(words):
        if word == "and" and words[0][0] == "with":
            yield [("with", end), *words[i + 1 : i + _REACH]]


def _titled(opening: str, title: Mention, inside: Sequence[Mention]) -> list[Mention]:
    """The person with a title right before the name: "Under *Deputy Director* A, the B opened"."""
    gap = re.compile(f" {TITLE}")
    return [m for m in inside if m.start >= title.end and gap.fullmatch(opening, title.end, m.start)]


def _first_subject(text: str, scenes: Sequence[Scene]) -> Mention | None:
    """The one subject of the first main clause, where it stands behind a comma."""
    as_one = _AS_ONE.match(text) is not None  # "as" opens no clause then
    for scene in scenes:
        if scene.clause.finite and (scene.clause.role is Role.MAIN or as_one):
            row = scene.subject_rows[0] if scene.subject_rows else ()
            return row[0] if len(row) == 1 else None
    return None


def _opening(text: str, subject: Mention) -> str:
    """The words before the comma right before a subject; "" where there is none."""
    found = re.match(r"^(\W*[A-Z].*),\s*(?:the |our |its )?$", text[: subject.start], re.S)
    return found[1] if found else ""


def _row(opening: str, end: int, frame: Frame, inside: Sequence[Mention]) -> list[Mention]:
    """What the words of a frame lead to, and what its last word governs again: "to A for revenue and to B"."""
    following = outermost([m for m in inside if m.start >= end])
    if not following or following[0].start - end > _BETWEEN or _TURN.search(opening[end : following[0].start]):
        return []
    row = [following[0]]
    again = re.compile(rf"(?:,|\band|\bor)\s+{re.escape(frame.reduced[-1])} (?:the )?$")
    joined = re.compile(r"\s*(?:,|and|or|, and|as well as)\s*(?:the )?$")
    for last, mention in pairwise(following):
        between = opening[last.end : mention.start]
        if not again.search(between) and not (joined.fullmatch(between) and row[-1] is last):
            break
        row.append(mention)
    return row
