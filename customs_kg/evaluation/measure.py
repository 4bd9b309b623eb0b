"""One measure, and one thing that was missed or found too much."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """`hit` of `of`."""

    hit: int
    of: int

    @property
    def ratio(self) -> float | None:
        """The share, to four digits; None where there was nothing to find."""
        return round(self.hit / self.of, 4) if self.of else None


@dataclass(frozen=True, slots=True)
class Miss:
    """What a measure did not count: `kind` says why, `what` names it for people."""

    kind: str
    what: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The measures of one part, by name, and its misses."""

    measures: dict[str, Measure]
    misses: tuple[Miss, ...]
