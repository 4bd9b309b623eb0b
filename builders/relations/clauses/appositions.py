"""What is said of a description holds of the name it explains: "A, a drive that targets B", "a drive called A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from customs_kg.builders.relations.admission import alike_kinds
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.vocabulary import load_terms

_EXPLAINS = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?, (?:an?|the|our|its|their|(?:the )?[A-Z][^,;.()]{1,60}'s?) (?:[a-z-]+ ){0,3}['\"]?"
)
# "our laboratory in A, the B,"
_NAMED = re.compile(r"['\"\s)]*(?:\([^()]*\))?(?: (?:in|at) [A-Z][\w-]+(?: [A-Z][\w-]+)?)?, (?:the )?['\"]?")
_CALLED = re.compile(
    r",? (?:(?:named|called|dubbed|code-?named|known as|titled|entitled|under the (?:code )?name(?: of)?) "
    r"(?:the )?['\"]?|['\"])"
)


def with_apposed(
    proposals: Sequence[Proposal], text: str, mentions: Sequence[Mention], things: Things
) -> Iterator[Proposal]:
    """The proposals, and those of descriptions said of the names that stand beside these."""
    names = _names_of(text, mentions, things) if proposals else {}
    for p in proposals:
        yield p
        subject, target = names.get(p.subject), names.get(p.object)
        if subject is not None and subject.thing != p.object.thing:
            yield replace(p, subject=subject, rule=p.rule + "-apposed")
        elif target is not None and target.thing != p.subject.thing:
            yield replace(p, object=target, rule=p.rule + "-apposed")


def _names_of(text: str, mentions: Sequence[Mention], things: Things) -> dict[Mention, Mention]:
    """The name beside each description of the same kind of thing."""
    found: dict[Mention, Mention] = {}
    outer = outermost([m for m in mentions if m.how != "pronoun"])
    for at, described in enumerate(outer):
        if described.how != "description":
            continue
        for name in outer[max(0, at - 2) : at + 3]:
            if name.how == "description" or not _is_alike(described, name, things):
                continue
            if name.end <= described.start:
                beside = _EXPLAINS.fullmatch(text[name.end : described.start]) is not None
            else:
                between = text[described.end : name.start]
                closed = name.how == "name" and text[name.end : name.end + 1] in (",", ".", ";", "")
                beside = _CALLED.fullmatch(between) is not None or (closed and _NAMED.fullmatch(between) is not None)
            if beside:
                found[described] = name
    return found


def _is_alike(one: Mention, other: Mention, things: Things) -> bool:
    terms = load_terms()
    kinds = [terms.kind_of(things.entities[m.thing].cls) for m in (one, other) if m.thing in things.entities]
    return len(kinds) == 2 and one.thing != other.thing and alike_kinds(*kinds)
