"""The graph as a page shows it, as plain values: things, facts, figures, plans, results, sentences.

Things, sections and sentences are named by their index in the view's tuples. Ids are IRIs without the
project's base, the same from build to build. Every list is in a stable order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from customs_kg.graph.passages import Mark


class Kind(StrEnum):
    """The five kinds of thing that the graph exists for, and the rest."""

    AGENCY = "agency"
    OPERATION = "operation"
    PROGRAMME = "programme"
    AGREEMENT = "agreement"
    METRIC = "metric"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """One report: what it is called, whose it is, and the stored text it was read from."""

    id: str
    title: str
    agency: str
    period: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section in the order of its report. `parent` and `source` are indexes into the view's tuples."""

    source: int
    number: str
    title: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, row or heading that evidence touches, or a neighbour of one; once each, in their order.

    `offset` is where it starts in the stored text, in code points, and `page` the page of the file there, from 1,
    if it has pages. `linked` says that the sentence before it in the view is also the one before it in the text.
    """

    source: int
    section: int | None
    text: str
    offset: int
    linked: bool
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the graph. `links` counts its statements; `x`, `y` are pixels of the whole map."""

    id: str
    label: str
    aliases: tuple[str, ...]
    kind: Kind
    cls: str
    description: str
    traits: tuple[tuple[str, str], ...]  # what links it to no other thing: wording and value
    sections: tuple[int, ...]
    marks: tuple[Mark, ...]
    links: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement rests on: how it is meant, how sure we are, and where it stands."""

    modality: str
    confidence: str
    evidence: tuple[str, ...]
    marks: tuple[Mark, ...]
    sections: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two things (indexes), worded from the subject and from the object."""

    id: str
    basis: Basis
    subject: int
    predicate: str
    inverse: str
    object: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One number at one place. `value` is a decimal string in base units, `stated` as the report has it."""

    id: str
    basis: Basis
    indicator: int
    agent: int
    result_of: int | None
    breakdown: tuple[int, ...]
    period: str
    kind: str
    measure: str
    value: str
    unit: str
    stated: str
    qualifier: str
    base_period: str
    source: int


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody did (a result) or will do (a plan, when `planned`). Things are indexes."""

    id: str
    basis: Basis
    planned: bool
    actors: tuple[int, ...]
    action: str
    acts_on: tuple[int, ...]
    description: str
    period: str
    due: str
    due_by: str
    due_basis: str
    target: str
    target_indicator: int | None
    continues: str
    source: int
    outcomes: tuple[tuple[str, tuple[Mark, ...]], ...] = ()  # what later reports say became of it: verdict, words


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Figures or other statements (ids) that cannot all be exact."""

    id: str
    type: str
    difference: str
    comment: str
    involves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows."""

    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    actions: tuple[Action, ...]
    discrepancies: tuple[Discrepancy, ...]
    turtle: str  # the graph as written, a block for each subject; empty when there is none to take out

    @property
    def statements(self) -> tuple[Fact | Figure | Action, ...]:
        """All facts, figures and actions."""
        return (*self.facts, *self.figures, *self.actions)

    @property
    def plans(self) -> tuple[Action, ...]:
        """The actions that are still to be done."""
        return tuple(action for action in self.actions if action.planned)

    @property
    def results(self) -> tuple[Action, ...]:
        """The actions that were done or are under way."""
        return tuple(action for action in self.actions if not action.planned)


def pairs_of(statement: Fact | Figure | Action) -> list[tuple[int, int]]:
    """The pairs of things (indexes) that a statement joins, each other than a thing with itself.

    A figure joins what produced it (else whose it is) with its indicator, and the indicator with each
    breakdown; an action joins each actor with each thing it acts on, or with the indicator of its target.
    """
    pairs: list[tuple[int, int]]
    if isinstance(statement, Fact):
        pairs = [(statement.subject, statement.object)]
    elif isinstance(statement, Figure):
        owner = statement.agent if statement.result_of is None else statement.result_of
        pairs = [(owner, statement.indicator), *((statement.indicator, part) for part in statement.breakdown)]
    else:
        bare = () if statement.target_indicator is None else (statement.target_indicator,)
        pairs = [(actor, thing) for actor in statement.actors for thing in (*statement.acts_on, *bare)]
    return [(a, b) for a, b in pairs if a != b]


def takers_of(
    facts: tuple[Fact, ...], figures: tuple[Figure, ...], actions: tuple[Action, ...]
) -> list[tuple[Basis, tuple[int, ...]]]:
    """Each statement's basis with the things that take part in it."""
    taken: list[tuple[Basis, tuple[int, ...]]] = [(fact.basis, (fact.subject, fact.object)) for fact in facts]
    for figure in figures:
        own = (figure.indicator, figure.agent, *figure.breakdown)
        taken.append((figure.basis, own if figure.result_of is None else (*own, figure.result_of)))
    for action in actions:
        own = (*action.actors, *action.acts_on)
        indicator = action.target_indicator
        taken.append((action.basis, own if indicator is None else (*own, indicator)))
    return taken
