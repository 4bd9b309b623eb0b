"""What phrases say inside of plans: of a thing still to come it is planned, of one that is there it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.relations.proposals import Proposal
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_PLACING = frozenset(CK + name for name in ("locatedIn", "coversPlace", "within"))
_COUNT = r"one|two|three|four|five|six|seven|eight|nine|ten|second|third|fourth|fifth|\d{1,3}"
_INDEFINITE = re.compile(
    rf"(?:^|[ (])(?:an?|another|new|further|additional|more|{_COUNT})"
    r"(?: (?!(?:of|the|at|in|with)\b)[\w'-]+){0,4} ?$",
    re.I,
)
_OPENS_NEW = re.compile(rf"(?:an?|another|new|further|additional|{_COUNT}) ", re.I)
_CREATION = re.compile(
    r"\b(?:opening|construction|building|establishment|creation|introduction|launch|formation|foundation|setting up|"
    r"set-up|installation|development|purchase|acquisition|conclusion|signature|signing|deployment|appointment|"
    r"inauguration|adoption) of (?:the )?(?:[\w'-]+ ){0,2}$",
    re.I,
)
_IN_FORCE = re.compile(r"\b(?:the|its|our|their|existing|under|within)\b(?: [\w'-]+){0,4} ?$", re.I)
_BEFORE = 70  # characters before a thing in which its article stands


def in_plans(proposals: Iterable[Proposal], text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Proposal]:
    """The proposals with the modality that the plans of their passage, which stand in `stretches`, give them."""
    for said in proposals:
        at = min(said.subject.start, said.object.start)
        inside = next(((start, end) for start, end in stretches if start <= at and said.words[1] <= end), None)
        if inside is None or not (said.modality is Modality.STANDING or _is_of_phrase(said)):
            yield said
        elif said.modality is not Modality.PLANNED and _is_to_come(said, text, at, inside[0]):
            yield replace(said, modality=Modality.PLANNED)
        elif said.modality is Modality.PLANNED and said.predicate in _PLACING and _is_known(text, at):
            yield replace(said, modality=Modality.STANDING)
        else:
            yield said


def _is_of_phrase(said: Proposal) -> bool:
    return said.rule.startswith(("phrase-", "noun-with")) or said.rule.endswith("-reduced")


def _is_to_come(said: Proposal, text: str, at: int, floor: int) -> bool:
    """Whether the thing that a plan tells of, or the agreement, is yet to be made."""
    if said.rule.startswith("noun-with") and not _IN_FORCE.search(text[floor:at]):
        return True
    return _is_new(text, at, floor)


def _is_new(text: str, at: int, floor: int) -> bool:
    """As in "a post at A", "two posts at A", "the opening of the post at A"."""
    before = text[max(floor, at - _BEFORE) : at]
    return at == floor or bool(_OPENS_NEW.match(text, at) or _INDEFINITE.search(before) or _CREATION.search(before))


def _is_known(text: str, at: int) -> bool:
    """As in "at the A in B": a name with its article, which nobody is to set up."""
    before = text[max(0, at - _BEFORE) : at]
    return before.endswith("the ") and text[at : at + 1].isupper() and not _CREATION.search(before)
