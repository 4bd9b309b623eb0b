"""What later reports say of the plans of earlier ones, on invented reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from customs_kg import KnowledgeGraph
from customs_kg.builders.fulfilment.fulfilment import settle_plans
from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import ReportFacts
from customs_kg.reports import read_digest, read_facts

FIRST = """Kelp Coast Customs Administration
Annual Report 2018

1. The year

The Kelp Coast Customs Administration seized 412 boats in 2018.

2. Outlook

{plan}
"""
SECOND = """Kelp Coast Customs Administration
Annual Report {year}

1. The year

{deed}

The Kelp Coast Customs Administration seized 390 boats in {year}.
"""


def pair(plan: str, deed: str, year: int = 2019) -> tuple[ReportFacts, ReportFacts]:
    texts = (FIRST.format(plan=plan), SECOND.format(deed=deed, year=year))
    first, second = (read_report(text.encode(), f"{n}.txt") for n, text in enumerate(texts))
    return first, second


def verdicts(plan: str, deed: str, year: int = 2019) -> list[str]:
    _, later = settle_plans(pair(plan, deed, year))
    return [assessment.status.value for assessment in later.assessments]


BOATS = "The Kelp Coast Customs Administration will open the National Boat Centre in the first half of 2019."
HULLS = "In 2019 the hulls of all patrol boats will be painted."
TIDES = "In 2019 the Kelp Coast Customs Administration will sign the Agreement on Mutual Pilotage."

LOGS = "The Kelp Coast Customs Administration intends to have all ship logs kept in the Tide Archive by 1 May 2019."
QUEUE = "The wait of drivers at Tern Lock will be reduced to 25 minutes on average in 2019."
CREWS = "In 2019 the crews of pilot boats will be raised to 90 pilots."


@pytest.mark.parametrize(
    ("plan", "deed", "verdict"),
    [
        (BOATS, "The Kelp Coast Customs Administration opened the National Boat Centre in March 2019.", "met"),
        (BOATS, "The National Boat Centre was opened in October 2019.", "late"),
        (BOATS, "In 2019, the National Boat Centre was opened, later than planned.", "late"),
        (BOATS, "In 2019, the National Boat Centre was opened, as planned.", "met"),
        (BOATS, "In 2019, the National Boat Centre was opened.", "undecidable"),
        (BOATS, "The National Boat Centre was not opened by the end of the year.", "not-met"),
        (BOATS, "The National Boat Centre was abandoned in June 2019.", "dropped"),
        (TIDES, "The Agreement on Mutual Pilotage was signed in May 2019.", "met"),
        (TIDES, "The Agreement on Mutual Pilotage has not been signed.", "not-met"),
        ("Operation Grey Heron will be carried out in 2019.", "Operation Grey Heron was launched in May 2019.", "met"),
        ("Release time will be cut by 20% in 2019.", "Release time was cut by 25% in 2019.", "met"),
        ("Release time will be cut by 20% in 2019.", "Release time was cut by 5% in 2019.", "not-met"),
        (HULLS, "The hulls of all patrol boats have been painted.", "met"),
        (HULLS, "The hulls of all patrol boats have been painted, and the paint did not crack.", "met"),
        (HULLS, "Of the 30 hulls, only twelve were painted.", "partly-met"),
        (HULLS, "The painting of the hulls has been postponed to 2020.", "not-met"),
        (HULLS, "The painting of the hulls is a year behind schedule.", "late"),
        (HULLS, "The painting of the hulls has slipped to 2020.", "not-met"),
        (HULLS, "Painting of the hulls had yet to begin when the year ended.", "not-met"),
        (HULLS, "The hulls were painted a month after the agreed time, since the yard could not be heated.", "late"),
        (BOATS, "The National Boat Centre, which had been due by June 2019, was opened in October 2019.", "late"),
        (BOATS, "The National Boat Centre, planned for June 2019, was opened in April 2019.", "met"),
        (LOGS, "The move of ship logs to the Tide Archive was completed in August 2019.", "late"),
        (LOGS, "The move of ship logs to the Tide Archive was completed in April 2019.", "met"),
        (HULLS, "The hulls were not painted this year; the tender was cancelled.", "not-met"),
        (HULLS, "We decided against painting the hulls, as the yard had closed.", "dropped"),
        (HULLS, "The new coastal boats made the painting of the old hulls superfluous.", "overtaken"),
        (HULLS, "All hulls of the fleet shine in white paint, as planned.", "met"),
        (QUEUE, "Drivers at Tern Lock waited 21 minutes on average, less than had been aimed at.", "met"),
        (QUEUE, "Drivers at Tern Lock waited 40 minutes on average, more than planned.", "not-met"),
        (QUEUE, "The average wait at Tern Lock was 40 minutes, well above the target of 25.", "not-met"),
        (CREWS, "The crews of pilot boats number 93, three more than promised.", "met"),
        (CREWS, "With 71 pilots, the crews of pilot boats are below the agreed strength.", "partly-met"),
        (
            "In 2019 we will plant 400 willows along the canal.",
            "Along the canal 260 willows were planted.",
            "partly-met",
        ),
        ("A new tidal register will be introduced in 2019.", "Since June the tidal register has been in use.", "met"),
    ],
)
def test_a_later_report_settles_a_plan(plan: str, deed: str, verdict: str) -> None:
    assert verdicts(plan, deed) == [verdict]


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        (BOATS, "The National Boat Centre was inspected in May 2019."),  # another act on the same thing
        (BOATS, "The Ministry of Tides opened the Lagoon Laboratory in 2019."),  # the same act on another thing
        (BOATS, "The National Boat Centre will be opened in 2020."),  # again a plan
        ("The Administration will strengthen cooperation.", "In 2019 officers were trained at the academy."),
        ("Release time will be cut by 20% in 2020.", "Release time was cut by 5% in 2019."),  # not due yet
        (HULLS, "The Ministry of Tides met its goal for salt."),  # somebody else's goal
        ("In 2019 a quay will be built at Ostrow.", "A quay was built at Mellin in May 2019."),  # elsewhere
    ],
)
def test_what_says_nothing_of_a_plan_leaves_it_open(plan: str, deed: str) -> None:
    assert verdicts(plan, deed) == []


def test_an_earlier_report_and_the_same_year_settle_nothing() -> None:
    first, second = pair(BOATS, "The National Boat Centre was opened in March 2019.")
    assert [facts.assessments for facts in settle_plans([second, first])] == [
        settle_plans([first, second])[1].assessments,
        (),
    ]
    _, same_year = pair(BOATS, "The National Boat Centre was opened in March 2018.", year=2018)
    assert settle_plans([first, same_year])[1].assessments == ()


def test_reports_of_other_agencies_settle_nothing() -> None:
    first, second = pair(BOATS, "The National Boat Centre was opened in March 2019.")
    foreign = SECOND.format(deed="The National Boat Centre was opened in March 2019.", year=2019)
    other = read_report(foreign.replace("Kelp Coast", "Dune Coast").encode(), "other.txt")
    assert settle_plans([first, second])[1].assessments
    assert settle_plans([first, other])[1].assessments == ()


def test_what_was_not_done_is_no_fact_of_the_graph() -> None:
    _, later = settle_plans(pair(TIDES, "The Agreement on Mutual Pilotage has not been signed."))
    assert [denial.description for denial in later.denials] == ["The Agreement on Mutual Pilotage has not been signed"]
    assert not [action for action in later.actions if "Pilotage" in action.description]


@pytest.fixture(scope="module")
def two_years(pytestconfig: pytest.Config) -> KnowledgeGraph:
    """The bundled digest and an invented report of the year after."""
    path: Path = pytestconfig.rootpath / "tests" / "reports" / "china-customs-2017-sequel.txt"
    digest = read_digest()
    sequel = read_report(path.read_bytes(), path.name)
    return KnowledgeGraph.of_facts([(read_facts(digest), digest.data), (sequel, path.read_bytes())])


def test_two_years_share_their_things(two_years: KnowledgeGraph) -> None:
    first, second = two_years.facts
    assert first.report.agency == second.report.agency
    shared = {e.iri for e in first.entities} & {e.iri for e in second.entities}
    names = {entity.label for entity in first.entities if entity.iri in shared}
    assert {"China Customs", "National Targeting Center", "National Sword", "National Sword 2017"} <= names


def test_the_figures_of_two_years_line_up(two_years: KnowledgeGraph) -> None:
    levels = [f for f in two_years.figures() if f.kind == "level" and f.indicator == "value of imports and exports"]
    assert {"2016", "2017"} <= {figure.period for figure in levels}


def test_the_sequel_settles_plans_of_the_digest(two_years: KnowledgeGraph) -> None:
    settled = {plan.description: plan.outcomes[0].status for plan in two_years.plans() if plan.outcomes}
    assert settled
    assert {status for text, status in settled.items() if "National Sword" in text} == {"met"}
    assert {status for text, status in settled.items() if "one third" in text} == {"met"}
    quoted = [outcome.evidence for plan in two_years.plans() for outcome in plan.outcomes]
    assert all(evidence and evidence[0].text.endswith(two_years.facts[1].text.sha256[:12]) for evidence in quoted)


def test_a_graph_with_assessments_keeps_the_rules_of_the_ontology(two_years: KnowledgeGraph) -> None:
    from customs_kg.graph.withholding import violations

    assert violations(two_years.triples) == []
    assert two_years.misquotations() == []
    answer = two_years.query("ASK { ?a a ck:FulfilmentAssessment ; ck:assesses ?plan . ?plan a ck:Commitment }")
    assert answer is not None


@pytest.mark.parametrize(
    ("aims", "outcomes"),
    [
        (("2018 result", "2019 target"), ("Target", "Actual")),
        (("Actual 2018", "Target 2019"), ("Target", "Result")),
        (("2018", "Goal for 2019"), ("Goal", "Achieved")),
        (("2018", "2019 (planned)"), ("Planned", "Actual")),
        (("Actual 2018", "Plan 2019"), ("Plan", "Outcome")),
        (("Outturn 2018", "2019 target"), ("2018", "2019")),
    ],
)
def test_rows_of_targets_are_settled_by_rows_of_results(aims: tuple[str, str], outcomes: tuple[str, str]) -> None:
    rows = "| Measure | {} | {} |\n| --- | --- | --- |\n| {} | {} | {} |\n| {} | {} | {} |"
    willows, wait = "Willows planted along canals", "Average wait at the lock (minutes)"
    plan = rows.format(*aims, willows, "310", "400", wait, "31", "24")
    first = "400" if outcomes[0] != "2018" else "310"
    deed = rows.format(*outcomes, willows, first, "260", wait, "24" if first == "400" else "31", "22")
    assert verdicts(plan, deed) == ["not-met", "met"]
