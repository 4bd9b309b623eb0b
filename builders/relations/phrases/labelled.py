"""Relations that a label states: "Head office: A", "Supervised bodies: A; B", "Partners: A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_LABEL = re.compile(r"^\W*([A-Z][A-Za-z' /-]{2,50}?)\s*(?:\([^)]*\)\s*)?:\s")

_OF_OWNER = re.compile(r"[A-Za-z' /-]{2,30}? of (?:the |our |its )?[A-Z]")
_SHORT = re.compile(r"^\W*([A-Z][A-Za-z' /-]{2,30}?)(?= of (?:the |our |its )?[A-Z])")  # "Seat" in "Seat of the A:"
# a label behind a name on the same sheet: "Dog Unit, *Head*: A, *Reports to*: B"
_INNER_LABEL = re.compile(r"(?<=[\s,;)])([A-Z][a-z]+(?: [a-z]+){0,3}):\s")


@dataclass(frozen=True, slots=True)
class _Label:
    """The words of a label, the property that it names, and whether the labelled thing is its subject."""

    words: re.Pattern[str]
    predicate: str
    subject_first: bool


def _label(words: str, predicate: str, *, subject_first: bool = True) -> _Label:
    return _Label(re.compile(rf"(?:the |our |its )?(?:{words})", re.I), CK + predicate, subject_first)


_LABELS = (
    _label(r"head ?quarters|head office|main office|seat|based (?:in|at)|located (?:in|at)|location", "locatedIn"),
    _label(r"(?:supervised|affiliated|subordinate) (?:bodies|associations|institutions|agencies)", "supervises"),
    _label(
        r"parent (?:body|ministry|department)|(?:responsible|supervising|supervisory|parent) (?:ministry|department)|"
        r"reports to|answers to|accountable to",
        "reportsToBody",
    ),
    _label(r"member of|memberships?", "memberOf"),
    _label(r"(?:(?:it|information|main) )?systems(?: in use)?", "operates"),
    _label(r"(?:taxes|duties|taxes and duties|duties and taxes)(?: (?:collected|levied))?", "collects"),
    _label(
        r"units|divisions|directorates|departments|regional (?:offices|directorates)|branches|customs houses",
        "unitOfAdministration",
        subject_first=False,
    ),
    _label(r"legal basis|governing laws?|laws? (?:applied|enforced)|legislation", "implements"),
    _label(r"legal basis|under", "basedOn"),
    _label(r"led by|carried out by|run by|conducted by|lead (?:agency|service)", "conductedBy"),
    _label(r"partners?|partner (?:agencies|services)|participants|attended by|with", "participant"),
    _label(r"signatories|parties|signed (?:by|with)", "signatory"),
    _label(r"members|member (?:bodies|agencies)", "participatesInMechanism", subject_first=False),
    _label(r"members|member (?:bodies|agencies|states|countries)", "memberOf", subject_first=False),
    _label(r"partners?|partner (?:agencies|services|administrations)|cooperates with", "cooperatesWith"),
    _label(r"targets?|goods targeted|target goods|focus|aimed at", "targetsGoods"),
    _label(r"funded by|financed by|donors?", "supports", subject_first=False),
)


_HEADS = (
    r"(?:current |present |acting )?(?:head|director|director[- ]general|chief|chair|chairman|chairperson|chairwoman|"
    r"commander|commissioner|commissioner[- ]general|president|manager|coordinator|superintendent)|headed by|led by"
)
# what a sheet says of the thing that heads it; never of the agency because nothing else is named
_OWN_LABELS = (
    _label(r"line of reporting|reports to|answers to|accountable to|responsible to", "answersTo"),
    _label(_HEADS, "headedBy"),
    _label(r"operator|operated by|run by|managed by|owner|owned by|administered by", "operates", subject_first=False),
    _label(r"vendor|developer|supplier|built by|developed by|supplied by|made by|manufacturer", "developedBy"),
    _label(r"replaces|successor (?:to|of)|in place of|predecessor", "replaces"),
    _label(r"legal basis|based on", "basedOn"),
    _label(r"stations|posts|sites|campus(?:es)?|venue|place|seat|location", "locatedIn"),
)


def labelled_claims(document: Document, passage: Passage, things: Things) -> Iterator[Proposal]:
    """What labels and their values say of the thing that the paragraph is about, else of the agency."""
    label = _LABEL.match(passage.text)
    of_owner = label is not None and _OF_OWNER.match(label[1])
    owned = _ending_at(passage, label.end(1), things) if label is not None and of_owner else []
    if label is not None and of_owner and owned:
        short = _SHORT.match(passage.text)
        if short is not None:
            yield from _valued(short, len(passage.text), passage, owned, things, label.end())
        return
    if label is not None:
        owners = _owners(document, passage, things, (label.start(1), label.end(1)))
        yield from _valued(label, len(passage.text), passage, owners, things)
        return
    inside = list(_INNER_LABEL.finditer(passage.text)) if ": " in passage.text else []
    first = things.named_in(passage.index)[:1]
    if first and inside and first[0].start == 0 and first[0].end <= inside[0].start(1):
        for label, following in zip_longest(inside, inside[1:]):
            if not _is_label(label[1], _OWN_LABELS):
                continue
            end = following.start() if following is not None else len(passage.text)
            owner = replace(first[0], how="label", confidence=_SURE)
            yield from _valued(label, end, passage, [owner], things)


def _ending_at(passage: Passage, end: int, things: Things) -> list[Mention]:
    """The names that end where a label does: "Seat of the *A*:"."""
    return [m for m in things.in_passage(passage.index) if m.end == end and m.start > 0 and m.how != "pronoun"]


def _is_label(words: str, labels: Sequence[_Label]) -> bool:
    return any(x.words.fullmatch(words.strip()) for x in labels)


def _valued(
    label: re.Match[str], end: int, passage: Passage, owners: Sequence[Mention], things: Things, start: int = 0
) -> Iterator[Proposal]:
    """The edges between the first owner that fits and the values between a label, or what is behind it, and another."""
    start = start or label.end()
    named = things.named_in(passage.index)
    values = [m for m in named if start <= m.start and m.end <= end]
    if not values or not _is_list(passage.text[:end], start, values):
        return
    for owner in owners:
        known = [x for x in (*_LABELS, *_OWN_LABELS) if x.words.fullmatch(label[1].strip())]
        known = [x for x in known if x in _LABELS or owner.thing != things.agency]
        fitting = next((x for x in known if any(_fits(x, owner, value, things) for value in values)), None)
        if fitting is None:
            continue
        for value in values:
            ends = (owner, value) if fitting.subject_first else (value, owner)
            rule = f"label-{fitting.predicate.removeprefix(CK)}"
            yield Proposal(ends[0], fitting.predicate, ends[1], Modality.STANDING, rule, label.span(1), _SURE)
        return


def _fits(label: _Label, owner: Mention, value: Mention, things: Things) -> bool:
    subject, target = (owner, value) if label.subject_first else (value, owner)
    return admits(label.predicate, subject, target, things)


def _is_list(text: str, start: int, values: Sequence[Mention]) -> bool:
    """Nothing but the values, small words and brackets stands behind the label."""
    rest = text[start:]
    for value in reversed(values):
        rest = rest[: value.start - start] + rest[value.end - start :]
    return len(re.findall(r"[A-Za-z]{4,}", re.sub(r"\([^)]*\)", "", rest))) <= 2


def _owners(document: Document, passage: Passage, things: Things, place: tuple[int, int]) -> list[Mention]:
    """Whom a label may speak of: what its paragraph began with, then the agency; as if they stood at the label."""
    owners: list[str] = []
    for earlier in reversed(document.passages[: passage.index]):
        if earlier.segment.paragraph != passage.segment.paragraph:
            break
        first = things.named_in(earlier.index)[:1]
        owners += [m.thing for m in first if not earlier.text[: m.start].strip()]
    return [Mention(passage.index, *place, thing, "label", _SURE) for thing in dict.fromkeys([*owners, things.agency])]
