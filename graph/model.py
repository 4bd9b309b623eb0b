"""What one report says, as plain values: the contract between builders (which fill it) and graph (which writes it).

Offsets are Unicode code points of the stored text of the report (a byte-order mark not counted, a carriage
return counted), zero-based, end exclusive. IRIs are absolute strings. Terms are named as in ontology/.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A run of characters of the stored text."""

    start: int
    end: int


class Modality(StrEnum):
    """The codes `ckt:modality-*`."""

    ACTUAL = "actual"
    STANDING = "standing"
    PLANNED = "planned"
    NORMATIVE = "normative"


class MeasureKind(StrEnum):
    """The codes `ckt:kind-*`: what a figure is, beside its indicator."""

    LEVEL = "level"
    AVERAGE = "average"
    SHARE = "share"
    MULTIPLE = "multiple"
    RANK = "rank"
    YOY_PERCENT = "yoy-percent"
    YOY_POINT = "yoy-percentage-point"
    YOY_ABSOLUTE = "yoy-absolute"
    CHANGE_PERCENT = "change-percent"  # against a base period that is not the year before
    CHANGE_POINT = "change-percentage-point"
    CHANGE_ABSOLUTE = "change-absolute"
    TARGET_LEVEL = "target-level"
    TARGET_SHARE = "target-share"
    TARGET_CHANGE = "target-change"


class Qualifier(StrEnum):
    """The codes `ckt:qualifier-*`."""

    EXACT = "exact"
    AROUND = "around"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    NEARLY = "nearly"


class DiscrepancyType(StrEnum):
    """The codes `ckt:discrepancy-*`."""

    ROUNDING = "rounding"
    ADJACENT_ROUNDING = "adjacent-rounding"
    CONFLICT = "conflict"
    SUM_MISMATCH = "sum-mismatch"
    UNIT_VARIANT = "unit-variant"
    SCOPE_DIFFERENCE = "scope-difference"
    DATE_CONFLICT = "date-conflict"
    STATEMENT_CONFLICT = "statement-conflict"


class DueBasis(StrEnum):
    """How a due date is known: the values of `ck:dueBasis`."""

    STATED = "stated"
    AFTER_REPORT = "reporting-year-plus-one"
    NONE = "none"


class FulfilmentStatus(StrEnum):
    """The codes `ckt:fulfilment-*`: what became of a commitment."""

    MET = "met"
    PARTLY_MET = "partly-met"
    LATE = "late"
    NOT_MET = "not-met"
    OVERTAKEN = "overtaken"
    DROPPED = "dropped"
    UNDECIDABLE = "undecidable"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A half-open stretch of time `[start, end)`, either side of which may be open.

    `key` is the last part of its IRI after `period-` ("2016", "2017-h1", "fy2019", "since-1983"); the same
    stretch has the same key. `label` is for people ("2016", "first half of 2017").
    """

    key: str
    label: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class ReportText:
    """One stored text of a report.

    `pages` are the offsets at which the pages of a PDF begin, in order; none where there are no pages.
    """

    name: str  # file name, without folders
    text: str
    sha256: str  # hexadecimal, lower case, of the bytes of the text as stored
    language: str = "en"
    original_sha256: str = ""  # of the file, where the text was taken out of it
    pages: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page on which this character stands, counted from 1; None without pages."""
        return max(bisect_right(self.pages, offset), 1) if self.pages else None


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a report. `order` is the position in the text, from 0."""

    order: int
    number: str  # as printed ("IV", "2", "PART A"), may be empty
    title: str
    span: Span  # heading and body
    heading: Span
    parent: int | None = None  # order of the section that holds this one


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph: an individual under `ck:DomainEntity`.

    `links` are triples to what is no DomainEntity (a Period, a code, a unit) and need no Claim, each
    (property IRI, object IRI). `mentions` are the places that name the thing, sorted.
    """

    iri: str
    cls: str  # IRI of the most specific class
    label: str
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    description: str = ""
    notation: str = ""  # a code from outside: ISO territory code and the like
    exact_match: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One edge of the graph as a source states it: `ck:Claim`."""

    subject: str
    predicate: str
    object: str
    modality: Modality
    confidence: Decimal  # 0 to 1, two decimals
    evidence: tuple[Span, ...]
    rule: str  # name of the rule that made it


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure at one place of the text: `ck:Observation`.

    `value` is in base units (24.33 trillion yuan is 24330000000000), a fall is negative, percent is in percent
    (2.6), a multiple is the factor (4). `stated` is the figure verbatim with its unit words, white space
    collapsed. `exponent` is the power of ten of its scale word (12 for trillion, 0 without).
    `half_width` is half a unit in the last digit shown, in base units. A derived observation (a computed sum)
    has `computed_from` and no evidence.
    """

    iri: str
    indicator: str
    agent: str
    period: Period
    kind: MeasureKind
    value: Decimal
    unit: str
    stated: str
    exponent: int
    half_width: Decimal
    qualifier: Qualifier
    modality: Modality
    confidence: Decimal
    evidence: tuple[Span, ...]
    rule: str
    breakdown: tuple[str, ...] = ()  # IRIs of concepts (GoodsCategory, Place ...) that narrow the indicator
    result_of: str | None = None  # IRI of the operation, campaign ... that produced it
    base_period: Period | None = None
    computed_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The figure by which a commitment will be judged: `ck:Target`."""

    indicator: str
    kind: MeasureKind
    value: Decimal
    unit: str
    stated: str
    exponent: int
    half_width: Decimal
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Action:
    """A `ck:ReportedAction`: a Commitment when its modality is planned, else an Accomplishment.

    `description` is the clause in the words of the report, white space collapsed. A commitment that several
    sections repeat has several spans. `continues` is the IRI of an earlier action on the same thing.
    """

    iri: str
    actor: tuple[str, ...]
    action_type: str  # IRI of a code `ckt:action-*`
    acts_on: tuple[str, ...]
    description: str
    modality: Modality
    confidence: Decimal
    evidence: tuple[Span, ...]
    rule: str
    period: Period | None = None
    due: Period | None = None
    due_basis: DueBasis = DueBasis.NONE
    target: Target | None = None
    continues: str | None = None


@dataclass(frozen=True, slots=True)
class Denial:
    """What a report says was not done. It is no fact of the graph, but can settle what an earlier report promised."""

    action_type: str
    acts_on: tuple[str, ...]
    description: str
    evidence: tuple[Span, ...]
    period: Period | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """What became of an earlier report's commitment: `ck:FulfilmentAssessment`. Its words are of this report."""

    iri: str
    commitment: str
    status: FulfilmentStatus
    confidence: Decimal
    evidence: tuple[Span, ...]
    rule: str
    comment: str  # one sentence for people


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more assertions that cannot all be exact: `ck:Discrepancy`."""

    iri: str
    involves: tuple[str, ...]  # IRIs of observations, claims or actions, sorted
    type: DiscrepancyType
    relative_difference: Decimal | None
    comment: str  # one sentence for people


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence or a number that gave nothing, and why."""

    kind: str  # "sentence" or "number"
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The report as a work: `ck:AnnualReport`."""

    iri: str
    title: str
    agency: str  # IRI of the CustomsAdministration
    territory: str  # slug used in IRIs: "cn", "us", "int"
    period: Period


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Everything that was read out of one stored text, in a stable order."""

    report: Report
    text: ReportText
    sections: tuple[Section, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    observations: tuple[Observation, ...]
    actions: tuple[Action, ...]
    discrepancies: tuple[Discrepancy, ...]
    unread: tuple[Unread, ...]
    denials: tuple[Denial, ...] = ()
    assessments: tuple[Assessment, ...] = ()  # of commitments of earlier reports
    periods: tuple[Period, ...] = ()  # those that links of entities name, beside those of the other values
