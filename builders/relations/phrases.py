"""Relations that noun phrases state without a verb: "A of B", "A in B", "P, Q of B", "B's A", "A under B"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.stance import clause_modality
from customs_kg.builders.english.verb_forms import Form
from customs_kg.builders.parse import Parsed
from customs_kg.builders.reading.segments import SegmentKind
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.frames import reduced_at
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.nested_names import nested_names
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms

# What a preposition between two things can mean, in the order in which it is tried; domain and range decide.
_BETWEEN: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(r"^['\"\s)]*(?:\([^)]*\)\s*)?(?:,\s*)?of (?:the )?$"),
        ("postIn", "headquartersOf", "unitOfAdministration", "componentOf", "conductedBy", "reportsToBody"),
    ),
    (
        re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:,\s*)?(?:located |based |situated |held |lying )?(?:in|at) (?:the )?$"),
        ("accreditedTo", "locatedIn", "reportsToBody", "directlySubordinateTo", "coversPlace", "within"),
    ),
    (re.compile(r"^\s*(?:with)?in (?:the )?$"), ("reportsToBody", "directlySubordinateTo", "unitOfAdministration")),
    (re.compile(r"^\s*under (?:the )?$"), ("basedOn", "reportsToBody")),
    (re.compile(r"^\s*(?:duties |tariffs )?(?:on|against) $"), ("targetsGoods",)),
    (re.compile(r"^\s*\)?\s*,?\s*(?:with|between) (?:the )?$"), ("signatory",)),
    (re.compile(r"^\s*for (?:the )?$"), ("targetsGoods",)),
    (re.compile(r"^\s*to (?:the )?$"), ("componentOf",)),
)
# What a possessive can mean, in the order in which it is tried, and whether the owner is the subject.
_OWNED = (
    ("postIn", False), ("headquartersOf", False), ("unitOfAdministration", False), ("componentOf", False),
    ("stationedBy", False), ("operates", True), ("conductedBy", False), ("issuedBy", False), ("appliesMethod", True),
)  # fmt: skip
_OWNS = re.compile(r"\s*'s?\s+(?:[a-z-]+(?:al|ic|ed|ing|ive|ary|ous|new|own|main|first) )?")
_OWN_ADJECTIVES = re.compile(
    r"\s+(?:(?:new|own|main|first|joint|then|next|[a-z-]+(?:al|ic|ed|ing|ive|ary|ous|est)) ){0,2}[\"']?"
)
_ENDS_ROW = re.compile(r"[.;:\d]|\b(?:by|to|which|that|who|is|are|was|were|has|have|will|in|on|at|since)\b")
_BEFORE_REDUCED = re.compile(r"""["\s,]*(?:'s?\s)?(?:\([^)]*\))?[\s,]*""")
_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*|[.;:]|\d+")
_TURN = re.compile(r"[,;:.()\d]|\b(?:with|in|at|on|by|for|to|from|and|which|that|is|are|was|were|has|have|will)\b")
_AT = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:in|at)\b")
# "signed with A in B": B is where it was signed
_PARTNER = re.compile(r"\b(?:with|by|to|from|between) (?:the )?$")
_SUPPORTED_BY_NOUNS = Decimal("0.85")


_PRESUPPOSED = frozenset(
    CK + name
    for name in (
        "postIn headquartersOf unitOfAdministration componentOf conductedBy accreditedTo locatedIn memberOf".split()
    )
)


def phrase_claims(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """The relations between neighbouring mentions of a passage.

    What names presuppose ("the X of Y") stands; the rest has the modality of the clause around it, and nothing is
    made from a clause that is denied or merely possible.
    """
    for proposal in _stated(passage, things):
        clause = _around(parsed, proposal.words)
        if clause is None or proposal.predicate in _PRESUPPOSED:
            yield proposal
            continue
        modality = clause_modality(parsed.clauses, clause)
        if modality is not None:
            yield replace(proposal, modality=modality)
        elif parsed.clauses[clause].form is Form.INFINITIVE and not parsed.clauses[clause].negated:
            yield replace(proposal, modality=Modality.PLANNED)


def _around(parsed: Parsed, words: tuple[int, int]) -> int | None:
    """The last clause whose words hold a stretch of the text."""
    holding = [
        n for n, clause in enumerate(parsed.clauses)
        if parsed.stretch(clause.extent)[0] <= words[0] and words[0] <= parsed.stretch(clause.extent)[1]
    ]  # fmt: skip
    return holding[-1] if holding else None


def _stated(passage: Passage, things: Things) -> Iterator[Proposal]:
    """What the phrases of a passage propose, all as `standing`."""
    mentions = outermost([m for m in things.in_passage(passage.index) if m.how != "pronoun"])
    for left, right in itertools.pairwise(mentions):
        between = passage.text[left.end : right.start]
        if len(between) > 60:
            continue
        if not (_AT.match(between) and _PARTNER.search(passage.text[: left.start])):
            yield from _between(left, right, between, things)
        yield from _possessive(left, right, between, things)
    yield from _possessives(passage.text, things.in_passage(passage.index), things)
    yield from _rows(passage, mentions, things)
    yield from _with_rows(passage, mentions, things)
    yield from _nested(passage, things)
    yield from _reduced(passage, [m for m in things.in_passage(passage.index) if m.how != "pronoun"])
    yield from _in_brackets(passage, mentions, things)


def _proposal(subject: Mention, predicate: str, target: Mention, rule: str) -> Proposal:
    words = (min(subject.end, target.end), max(subject.start, target.start))
    words = words if words[0] < words[1] else (subject.start, subject.end)
    return Proposal(subject, CK + predicate, target, Modality.STANDING, rule, words, _SUPPORTED_BY_NOUNS)


def _first_allowed(subject: Mention, target: Mention, predicates: Sequence[str], things: Things) -> str | None:
    return next((p for p in predicates if admits(CK + p, subject, target, things)), None)


def _between(left: Mention, right: Mention, between: str, things: Things) -> Iterator[Proposal]:
    for pattern, predicates in _BETWEEN:
        if not pattern.match(between):
            continue
        predicate = _first_allowed(left, right, predicates, things)
        if predicate is not None and _sensible(predicate, left, right, things):
            yield _proposal(left, predicate, right, f"phrase-{pattern_name(between)}-{predicate}")
        return


def _with_rows(passage: Passage, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "agreements with A, B and C": what holds for the first holds for those in a row with it."""
    for i, first in enumerate(mentions[:-2]):
        between = passage.text[first.end : mentions[i + 1].start]
        if not re.match(r"^\s*,?\s*(?:with|between) (?:the )?$", between):
            continue
        for left, right in itertools.pairwise(mentions[i + 1 :]):
            if not re.match(r"^\s*(?:,|and|, and)\s*(?:with )?(?:the )?$", passage.text[left.end : right.start]):
                break
            if _first_allowed(first, right, ("signatory",), things):
                yield _proposal(first, "signatory", right, "phrase-row-signatory")


def pattern_name(between: str) -> str:
    """The preposition between two things."""
    found = re.search(r"\b(of|in|at|under|on|against|for|with)\b", between)
    return found[1] if found else "beside"


def _sensible(predicate: str, left: Mention, right: Mention, things: Things) -> bool:
    """As in "A of B" makes a part only of documents, systems and bodies, not of a body and its place."""
    terms = load_terms()
    part, whole = things.entities[left.thing].cls, things.entities[right.thing].cls
    if predicate == "coversPlace":
        return any(terms.is_a(part, CK + c) for c in ("Endeavour", "InformationSystem", "EquipmentType"))
    if predicate not in ("componentOf", "locatedIn"):
        return True
    if predicate == "locatedIn":
        return any(
            terms.is_a(part, CK + c)
            for c in (
                "CustomsUnit",
                "Place",
                "StationedOffice",
                "Event",
                "SupervisedAssociation",
                "PublicBody",
                "InternationalOrganization",
            )
        )
    return any(
        terms.is_a(part, CK + c) and terms.is_a(whole, CK + d)
        for c, d in (
            ("NormativeDocument", "NormativeDocument"), ("InformationSystem", "InformationSystem"),
            ("PublicBody", "InternationalOrganization"), ("CustomsUnit", "InternationalOrganization"),
            ("PublicBody", "PublicBody"), ("Endeavour", "Endeavour"),
            ("CoordinationMechanism", "InternationalOrganization"),
        )
    )  # fmt: skip


def _possessive(left: Mention, right: Mention, between: str, things: Things) -> Iterator[Proposal]:
    """As in "B's A", "its new A": A is a unit, post, part, system, undertaking or document of B."""
    if not (_OWNS if left.how != "pronoun" else _OWN_ADJECTIVES).fullmatch(between):
        return
    for predicate, owner_first in _OWNED:
        subject, target = (left, right) if owner_first else (right, left)
        if admits(CK + predicate, subject, target, things) and _sensible(predicate, subject, target, things):
            yield _proposal(subject, predicate, target, f"phrase-possessive-{predicate}")
            return


def _possessives(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What "its", "our" and "their" say of the name right behind them."""
    named = outermost([m for m in mentions if m.how != "pronoun"])
    for owner in mentions:
        if owner.how == "pronoun" and text[owner.start : owner.end].lower() in ("its", "our", "their"):
            following = next((m for m in named if m.start >= owner.end), None)
            if following is not None:
                yield from _possessive(owner, following, text[owner.end : following.start], things)


def _rows(passage: Passage, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """As in "A in B, C and D": the relation of A to B holds for the places that follow in the row."""
    terms = load_terms()
    for i, first in enumerate(mentions[:-1]):
        if not re.match(r"^\s*(?:in|at) (?:the )?$", passage.text[first.end : mentions[i + 1].start]):
            continue
        for left, right in zip(mentions[i + 1 :], mentions[i + 2 :], strict=False):
            if not re.match(r"^\s*(?:,|and|or|, and)\s*(?:in )?(?:the )?$", passage.text[left.end : right.start]):
                break
            if not terms.is_a(things.entities[right.thing].cls, CK + "Place"):
                break
            predicate = _first_allowed(first, right, ("accreditedTo", "locatedIn"), things)
            if predicate == "accreditedTo":
                break  # one office for each place: the finder made them apart
            if predicate is not None and _sensible(predicate, first, right, things):
                yield _proposal(first, predicate, right, "phrase-row-" + predicate)


def _nested(passage: Passage, things: Things) -> Iterator[Proposal]:
    """A thing named inside the name of another: "Federal Customs Service of Russia", "Shanghai office"."""
    for whole, predicate, part in nested_names(passage.text, things.in_passage(passage.index), things):
        yield _proposal(whole, predicate, part, f"phrase-name-{predicate}")


def _reduced(passage: Passage, named: Sequence[Mention]) -> Iterator[Proposal]:
    """Frames without their verb: "X, under the leadership of Y and Z", "X with focus on Y, Z"."""
    for first in outermost(named):
        opening = _BEFORE_REDUCED.match(passage.text[first.end :])
        start = first.end + (opening.end() if opening else 0)
        found = [(m.group().lower(), start + m.end()) for m in _WORDS.finditer(passage.text[start : first.end + 90])]
        words = [w for w, _ in found]
        for frame, taken in reduced_at(words):
            at = found[taken - 1][1]
            following = outermost([m for m in named if m.start >= at])
            if not following or not _leads_to(passage.text, at, following[0]):
                continue
            for second in _row(passage.text, following, first.end + 90):
                subject, target = (first, second) if frame.subject_first else (second, first)
                words_between = (first.end, second.start)
                rule = frame.name + "-reduced"
                yield Proposal(subject, frame.predicate, target, Modality.STANDING, rule, words_between)


def _leads_to(text: str, end: int, second: Mention) -> bool:
    """Whether the noun phrase behind a frame's last word is, or ends with, the mention: no turn between them."""
    return second.start >= end and second.start - end <= 45 and not _TURN.search(text[end : second.start])


def _in_brackets(passage: Passage, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What brackets behind a name list: the goods of a duty, the parts of a system."""
    for i, first in enumerate(mentions[:-1]):
        if not re.match(r"\s*\(", passage.text[first.end :]):
            continue
        close = passage.text.find(")", first.end)
        for second in mentions[i + 1 :]:
            if second.end > close:
                break
            predicate = _first_allowed(first, second, ("targetsGoods",), things)
            if predicate is not None:
                yield _proposal(first, predicate, second, f"phrase-brackets-{predicate}")


def _row(text: str, mentions: Sequence[Mention], reach: int) -> list[Mention]:
    """The first mention within reach and those in a row with it, up to the end of the phrase."""
    row: list[Mention] = []
    for mention in mentions:
        between = text[row[-1].end : mention.start] if row else ""
        if not row and mention.start > reach:
            break
        if row and (len(between) > 45 or _ENDS_ROW.search(between)):
            break
        row.append(mention)
    return row


def ellipses(passage: Passage, mentions: Sequence[Mention], things: Things) -> list[Proposal]:
    """Frames at the head of a list item whose subject is understood to be the agency: "Member of the X since 1994"."""
    if passage.segment.kind is not SegmentKind.ITEM:
        return []
    words = re.findall(r"[a-z][a-z'-]*", passage.text[:60].lower())
    understood = Mention(passage.index, 0, len(passage.text.split(" ")[0]), things.agency, "ellipsis", Decimal("0.70"))
    found: list[Proposal] = []
    for frame in dict.fromkeys(frame for frame, _ in reduced_at(words)):
        if not frame.subject_first:
            continue
        found += [
            Proposal(understood, frame.predicate, second, Modality.STANDING, frame.name + "-ellipsis", (0, second.end))
            for second in _row(passage.text, outermost(mentions), 60)
        ]
    return found
