"""What a report has said up to a passage: the things that its pronouns and definite nouns can stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from customs_kg.builders.things.known.candidates import Reading
from customs_kg.builders.things.mentions import Mention
from customs_kg.graph.model import Entity

_BACK = 2  # passages over which a definite noun reaches


@dataclass(frozen=True, slots=True)
class Discourse:
    """The passages of a report in order, what each names and what its references so far stand for, and the entities."""

    readings: Sequence[Reading]
    named: Sequence[Sequence[Mention]]  # of each passage, by name
    resolved: Sequence[Sequence[Mention]]  # of each passage up to the present one, by reference
    entities: Mapping[str, Entity]
    agency: str  # the IRI of whose report it is

    def spoken_of(self, n: int) -> tuple[Mention, ...]:
        """The mentions of passage `n`, by name and, as far as these are found so far, by reference."""
        return (*self.named[n], *self.references(n))

    def references(self, n: int) -> Sequence[Mention]:
        """What is found so far of the references of passage `n`."""
        return self.resolved[n] if n < len(self.resolved) else ()

    def same_section(self, n: int, k: int) -> bool:
        """Whether passages `n` and `k` stand in one section."""
        return self.readings[n].passage.segment.section == self.readings[k].passage.segment.section

    def opens_paragraph(self, n: int) -> bool:
        """Whether no passage stands before passage `n` in its paragraph."""
        own = self.readings[n].passage.segment.paragraph
        return n == 0 or self.readings[n - 1].passage.segment.paragraph != own

    def before(self, n: int, at: int) -> Iterator[list[Mention]]:
        """What passage `n` names before an offset, then what each of the two passages before it names."""
        for k in range(n, max(-1, n - _BACK - 1), -1):
            if not self.same_section(n, k):
                return
            yield [m for m in self.named[k] if (k < n or m.end <= at) and m.thing in self.entities]
