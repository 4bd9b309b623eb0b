"""A small invented report and what was read out of it: the fixture of every test that needs a ReportFacts.

Ruritania and all in it are made up. The names are hostile on purpose (markup, quotes, a backslash).
"""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal

from customs_kg.graph.identifiers import evidence_iri, mint_statement, mint_thing
from customs_kg.graph.model import (
    Action,
    Claim,
    Discrepancy,
    DiscrepancyType,
    DueBasis,
    Entity,
    MeasureKind,
    Modality,
    Observation,
    Period,
    Qualifier,
    Report,
    ReportFacts,
    ReportText,
    Section,
    Span,
    Target,
    Unread,
)
from customs_kg.ontology.iris import CK, CKT, FOAF, UNIT

TEXT = (
    "RURITANIA CUSTOMS\r\n"
    "\r\n"
    "I. FOREWORD\r\n"
    "Trade worth BHD 4.21 billion passed Ruritania Customs in 2020, and cases rose by 3.5 percent.\r\n"
    "Operation “Lantern” led to 120 seizures of cigarettes. We launched the Harbour\\Gate system.\r\n"
    "\r\n"
    "II. CONTROL\r\n"
    "Head Office manages Ruritania Customs and supervises the Guild of <script>alert(1)</script> Brokers.\r\n"
    'Rudolf "Red" O\'Hara trained all dog\r\nhandlers in Ruritania. The port of Strelsau lies there.\r\n'
    "Trade value: BHD 4.23 billion. Cigarettes seized: 7.50 tonnes.\r\n"
    "\r\n"
    "III. PLANS\r\n"
    "In the first half of 2021 we will extend Harbour\\Gate to the port of Strelsau.\r\n"
    "Next year we will cut release time by one fifth.\r\n"
)
SHA256 = hashlib.sha256(TEXT.encode("utf-8")).hexdigest()

AGENCY = mint_thing("agency", "xr", "Ruritania Customs")
HEAD_OFFICE = mint_thing("unit", "xr", "Head Office")
GUILD = mint_thing("association", "xr", "Guild of <script>alert(1)</script> Brokers")
LANTERN = mint_thing("operation", "xr", "Lantern", "2020")
GATE = mint_thing("system", "xr", "Harbour\\Gate")
TERRITORY = mint_thing("place", "xr", "Ruritania")
PORT = mint_thing("place", "xr", "port of Strelsau")
PERSON = mint_thing("person", "xr", 'Rudolf "Red" O\'Hara')
CIGARETTES = mint_thing("goods", "int", "cigarettes")
TRADE_VALUE = mint_thing("indicator", "", "trade value")
CASES = mint_thing("indicator", "", "smuggling cases")
SEIZURES = mint_thing("indicator", "", "seizures")
SEIZED_MASS = mint_thing("indicator", "", "mass of goods seized")
RELEASE_TIME = mint_thing("indicator", "", "release time")

Y2019 = Period("2019", "2019", date(2019, 1, 1), date(2020, 1, 1))
Y2020 = Period("2020", "2020", date(2020, 1, 1), date(2021, 1, 1))
Y2021 = Period("2021", "2021", date(2021, 1, 1), date(2022, 1, 1))
H1_2021 = Period("2021-h1", "first half of 2021", date(2021, 1, 1), date(2021, 7, 1))

DINAR = CKT + "unit-bhd"


def span_of(words: str, nth: int = 0) -> Span:
    """The place of these words in TEXT (the nth time they occur, from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _key(span: Span) -> str:
    return evidence_iri(SHA256, span)


def _entities() -> tuple[Entity, ...]:
    period = (CK + "occursDuring", "https://w3id.org/customs-kg/id/period-2020")
    return (
        Entity(AGENCY, CK + "CustomsAdministration", "Ruritania Customs", ("the Service",), (),
               mentions=(span_of("Ruritania Customs"), span_of("Ruritania Customs", 1))),
        Entity(HEAD_OFFICE, CK + "CustomsHeadquarters", "Head Office", ("Head Office of Ruritania Customs",)),
        Entity(GUILD, CK + "SupervisedAssociation", "Guild of <script>alert(1)</script> Brokers",
               mentions=(span_of("Guild of <script>alert(1)</script> Brokers"),)),
        Entity(LANTERN, CK + "Operation", "Lantern 2020", ("Operation “Lantern”",), links=(period,),
               mentions=(span_of("Operation “Lantern”"),)),
        Entity(GATE, CK + "InformationSystem", "Harbour\\Gate", (), ("Harbor\\Gate",),
               mentions=(span_of("Harbour\\Gate"), span_of("Harbour\\Gate", 1))),
        Entity(TERRITORY, CK + "CustomsTerritory", "Ruritania", notation="XRU",
               exact_match=("http://publications.europa.eu/resource/authority/country/XRU",)),
        Entity(PORT, CK + "Port", "port of Strelsau", description="The only \"deep-water\" port.",
               mentions=(span_of("port of Strelsau"), span_of("port of Strelsau", 1))),
        Entity(PERSON, FOAF + "Person", "Rudolf \"Red\" O'Hara",
               mentions=(span_of("Rudolf \"Red\" O'Hara"),)),
        Entity(CIGARETTES, CK + "GoodsCategory", "cigarettes",
               mentions=(span_of("cigarettes"), span_of("Cigarettes"))),
        Entity(TRADE_VALUE, CK + "Indicator", "trade value"),
        Entity(CASES, CK + "Indicator", "smuggling cases"),
        Entity(SEIZURES, CK + "Indicator", "seizures"),
        Entity(SEIZED_MASS, CK + "Indicator", "mass of goods seized"),
        Entity(RELEASE_TIME, CK + "Indicator", "release time"),
    )  # fmt: skip


def _claim(subject: str, name: str, target: str, modality: Modality, words: str, confidence: str) -> Claim:
    return Claim(subject, CK + name, target, modality, Decimal(confidence), (span_of(words),), "verb-pattern")


def _claims() -> tuple[Claim, ...]:
    control = "Head Office manages Ruritania Customs and supervises the Guild of <script>alert(1)</script> Brokers"
    lantern = "Operation “Lantern” led to 120 seizures of cigarettes"
    plan = "In the first half of 2021 we will extend Harbour\\Gate to the port of Strelsau"
    return (
        _claim(HEAD_OFFICE, "headquartersOf", AGENCY, Modality.STANDING, control, "0.90"),
        _claim(HEAD_OFFICE, "supervises", GUILD, Modality.STANDING, control, "0.95"),
        _claim(LANTERN, "conductedBy", AGENCY, Modality.ACTUAL, lantern, "0.60"),
        _claim(LANTERN, "targetsGoods", CIGARETTES, Modality.ACTUAL, lantern, "0.85"),
        _claim(PORT, "within", TERRITORY, Modality.STANDING, "The port of Strelsau lies there", "0.75"),
        _claim(GATE, "coversPlace", PORT, Modality.PLANNED, plan, "0.90"),
    )


def _observation(
    indicator: str, kind: MeasureKind, value: str, unit: str, stated: str, words: str, **more: object
) -> Observation:
    span = span_of(words)
    key = (indicator, AGENCY, "2020", kind.value, SHA256, _key(span))
    slots: dict[str, object] = {
        "iri": mint_statement("obs", *key), "indicator": indicator, "agent": AGENCY, "period": Y2020,
        "kind": kind, "value": Decimal(value), "unit": unit, "stated": stated, "exponent": 0,
        "half_width": Decimal("0.5"), "qualifier": Qualifier.EXACT,
        "modality": Modality.ACTUAL, "confidence": Decimal("0.97"),
        "evidence": (span,), "rule": "quantity-grammar",
    }  # fmt: skip
    return Observation(**{**slots, **more})  # type: ignore[arg-type]


def _observations() -> tuple[Observation, ...]:
    billions = {"exponent": 9, "half_width": Decimal("5E+6")}
    return (
        _observation(TRADE_VALUE, MeasureKind.LEVEL, "4.21E+9", DINAR, "BHD 4.21 billion",
                     "Trade worth BHD 4.21 billion passed Ruritania Customs in 2020", **billions),
        _observation(TRADE_VALUE, MeasureKind.LEVEL, "4230000000", DINAR, "BHD 4.23 billion",
                     "Trade value: BHD 4.23 billion", **billions),
        _observation(CASES, MeasureKind.YOY_PERCENT, "3.5", UNIT + "PERCENT", "3.5 percent",
                     "cases rose by 3.5 percent", half_width=Decimal("0.05"), base_period=Y2019),
        _observation(SEIZURES, MeasureKind.LEVEL, "120", UNIT + "NUM", "120",
                     "Operation “Lantern” led to 120 seizures of cigarettes", result_of=LANTERN),
        _observation(SEIZED_MASS, MeasureKind.LEVEL, "7.50", UNIT + "TONNE", "7.50 tonnes",
                     "Cigarettes seized: 7.50 tonnes", half_width=Decimal("0.005"), breakdown=(CIGARETTES,),
                     qualifier=Qualifier.OVER),
    )  # fmt: skip


def _actions() -> tuple[Action, ...]:
    launch, training = (
        span_of("We launched the Harbour\\Gate system"),
        span_of('Rudolf "Red" O\'Hara trained all dog\r\nhandlers in Ruritania'),
    )
    extend = span_of("In the first half of 2021 we will extend Harbour\\Gate to the port of Strelsau")
    cut = span_of("Next year we will cut release time by one fifth")
    launched = mint_statement("accomplishment", AGENCY, "launch", GATE, SHA256, _key(launch))
    target = Target(RELEASE_TIME, MeasureKind.TARGET_CHANGE, Decimal("-20"), UNIT + "PERCENT", "one fifth", 0,
                    Decimal("0"), Qualifier.EXACT)  # fmt: skip
    return (
        Action(launched, (AGENCY,), CKT + "action-launch", (GATE,), "We launched the Harbour\\Gate system",
               Modality.ACTUAL, Decimal("0.95"), (launch,), "past-clause", period=Y2020),
        Action(mint_statement("accomplishment", PERSON, "train", SHA256, _key(training)), (PERSON,),
               CKT + "action-train", (), "Rudolf \"Red\" O'Hara trained all dog handlers in Ruritania",
               Modality.ACTUAL, Decimal("0.80"), (training,), "past-clause", period=Y2020),
        Action(mint_statement("commitment", AGENCY, "expand", GATE, SHA256, _key(extend)), (AGENCY,),
               CKT + "action-expand", (GATE, PORT), "we will extend Harbour\\Gate to the port of Strelsau",
               Modality.PLANNED, Decimal("0.97"), (extend,), "will-clause", due=H1_2021,
               due_basis=DueBasis.STATED, continues=launched),
        Action(mint_statement("commitment", AGENCY, "reduce", SHA256, _key(cut)), (AGENCY,),
               CKT + "action-reduce", (), "we will cut release time by one fifth", Modality.PLANNED,
               Decimal("0.90"), (cut,), "will-clause", due=Y2021, due_basis=DueBasis.AFTER_REPORT,
               target=target),
    )  # fmt: skip


def _sections() -> tuple[Section, ...]:
    starts = [TEXT.index(head) for head in ("I. FOREWORD", "II. CONTROL", "III. PLANS")]
    ends = [*starts[1:], len(TEXT)]
    titles = (("I", "FOREWORD"), ("II", "CONTROL"), ("III", "PLANS"))
    return tuple(
        Section(order, number, title, Span(start, end), Span(start, start + len(f"{number}. {title}")))
        for order, ((number, title), start, end) in enumerate(zip(titles, starts, ends, strict=True))
    )


def sample_facts() -> ReportFacts:
    """Fourteen entities, 6 claims (1 planned), 5 observations (2 in conflict), 4 actions, 3 sections."""
    observations = _observations()
    pair = tuple(sorted(o.iri for o in observations if o.indicator == TRADE_VALUE))
    conflict = Discrepancy(
        mint_statement("discrepancy", *pair),
        pair,
        DiscrepancyType.CONFLICT,
        Decimal("0.0047"),
        "Trade value in 2020 is 4.21 billion in I and 4.23 billion in II.",
    )
    return ReportFacts(
        Report(mint_thing("report", "xr", "annual report", "2020"), "Ruritania Customs annual report 2020",
               AGENCY, "xr", Y2020),
        ReportText("ruritania.txt", TEXT, SHA256),
        _sections(),
        _entities(),
        _claims(),
        observations,
        _actions(),
        (conflict,),
        (Unread("sentence", span_of("RURITANIA CUSTOMS"), "no verb"),),
    )  # fmt: skip
