"""Candidates that name one thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from customs_kg.builders.things.known.candidates import Candidate


@dataclass(slots=True)
class Cluster:
    """Candidates that name one thing, while it is being put together."""

    key: str
    iri: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    votes: dict[str, Decimal] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    shorts: set[str] = field(default_factory=set)  # forms that are short for another one
    members: list[Candidate] = field(default_factory=list)

    @property
    def cls(self) -> str:
        """The class most surely given."""
        return max(sorted(self.votes), key=lambda c: self.votes[c]) if len(self.votes) > 1 else next(iter(self.votes))

    @property
    def label(self) -> str:
        """The form most often used, short ones aside; of equals the longest."""
        whole = self.forms.keys() - self.shorts
        if len(whole) == 1:
            return next(iter(whole))
        return max(sorted(whole), key=lambda f: (not _shouted(f), self.forms[f], len(f)))

    def add(self, candidate: Candidate) -> None:
        """Takes a candidate in."""
        self.members.append(candidate)
        self.forms[candidate.label] += 1
        self.votes[candidate.cls] = self.votes.get(candidate.cls, Decimal(0)) + candidate.confidence
        self.aliases.update(candidate.aliases)

    def take_short(self, other: Cluster) -> None:
        """Takes in a cluster whose names are short for those of this one: they do not become its label."""
        self.shorts |= other.forms.keys() - self.forms.keys()
        self.take(other)

    def take(self, other: Cluster) -> None:
        """Takes another cluster in."""
        self.members.extend(other.members)
        self.forms.update(other.forms)
        for cls, vote in other.votes.items():
            self.votes[cls] = self.votes.get(cls, Decimal(0)) + vote
        self.aliases |= other.aliases
        self.iri = self.iri or other.iri


def _shouted(form: str) -> bool:
    """Whether a form is in capitals only because its line is: more than an acronym."""
    return form.isupper() and (len(form) > 6 or " " in form)
