"""Lines of an annex that restate a figure of the text, rightly or wrongly; one word each for the head of the report."""

from __future__ import annotations

import pytest

from customs_kg.builders.pipeline import read_report
from customs_kg.graph.model import DiscrepancyType

HEAD = "VERIDIA CUSTOMS SERVICE\nAnnual Report 2014\n\n1. Results\n\n"
_FOUND = (DiscrepancyType.CONFLICT, DiscrepancyType.ADJACENT_ROUNDING)


def found(text: str, line: str, title: str = "2. Key figures") -> int:
    """How many contradictions there are between a text and a line of a later section."""
    facts = read_report(f"{HEAD}{text}\n\n{title}\n\n{line}\n".encode(), "veridia.txt")
    return sum(d.type in _FOUND for d in facts.discrepancies)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We opened 22 anti-dumping investigations in 2014.", "Anti-dumping investigations initiated: 27"),
        ("Postal parcels handled reached 4.6 million.", "Postal parcels (million): 4.9"),
        ("The average clearance time came down to 38 minutes.", "- Average time of clearance: 41 minutes"),
        ("Eighty-seven per cent of traders were satisfied.", "- Trader satisfaction: 84 per cent"),
        ("There are now 17 free zones.", "Free zones at the end of 2014 numbered 19."),
        ("The single window links 16 agencies.", "Agencies connected to the single window: 18"),
        ("Our 37 customs offices are open round the clock.", "- Customs offices: 35"),
        ("Nearly 12 tonnes of loose tobacco were taken.", "Loose tobacco seized (kg): 14,300"),
        ("Scanners looked into 88,000 containers.", "Containers scanned: 83,000"),
        ("The workforce rose to 5,280 FTE at the end of 2014.", "At the end of 2014 we had 5,310 FTE."),
        ("Had they been real, their shop price (RRP) would have been EUR 1.55 million.", "RRP: EUR 1.45 million"),
        ("Entries and exits of passengers came to 431 million person-times.", "Passengers: 413 million"),
        ("Paper entries made up 83.4 per cent, above the planned 80 per cent.", "Paper entries: 81.3 per cent"),
        ("Our dog unit, now 47 strong, won a prize.", "Dog unit: 43 dogs"),
        ("Under the Fair Trade Act (FTA) we opened 34 cases.", "FTA cases opened: 37"),
        ("Under the Ports and Harbours Act (PHA) we opened 34 cases.", "PHA cases opened: 37"),
        ("Theft of Geographical Indications (GI) led to 912 seizures.", "GI seizures: 921"),
        ("I thank our 1,268 team members for a good year.", "Staff, 1,286."),
        ("Some 39.1 million manifests were lodged in the Harbour Community System.", "Manifests: 41.3 million"),
        ("The target of 900 was missed: 812 brokers were licensed.", "Brokers licensed: 821"),
        (
            "At the end of the year 706 entities held Silver Lane certificates.",
            "Entities holding Silver Lane certificates, 746.",
        ),
        ("A total of 584 inadmissible persons were removed.", "Removals: 612"),
        ("On the portal 16 of the 22 permit-issuing bodies are live.", "Agencies live on the portal 18"),
        ("Fifty-one Detention Orders and eight Findings were in effect.", "Active Detention Orders: 53"),
        ("Women make up 38 per cent of our workforce.", "Women in the workforce: 36 per cent"),
        ("The Service runs eleven laboratories, of which four are mobile.", "Laboratories: 12"),
        ("Bonds are shared with 120 countries and regions.", "partners in bonds 118 countries and regions; dogs 4."),
        ("There were 18,220 valid licences of brokers.", "Broker licences: 18,410"),
        ("The Service employed 1,316 people.", "Staff at 31 December: 1,361"),
        ("Officers took 27,599 parcels that violated design rights (DR).", "DR parcels seized: 25,799"),
        ("It exercises authority over 37 field posts.", "Field posts 39; dogs 61."),
        (
            "Leave under the Gold Lane Scheme was given to 128 importers, who ship tea.",
            "Gold Lane importers 131 (target: 150)",
        ),
        ("Ketamine was our worry. Officers found 1,196 kg of it in parcels.", "Ketamine seized: 1,096 kg"),
        ("No drug is worse than khat, of which our teams took 545 kg.", "Khat intercepted: 594 kg"),
        ("In all 61,900 parcels of allegedly forged goods were held.", "Vans 14; parcels of forged goods held 63,100"),
        ("Owls came in, bringing the number of posts so equipped to ten.", "Posts with owls: 11"),
        ("Altogether 38 memoranda have been concluded with other administrations.", "Memoranda of understanding: 36"),
        ("Nine in ten traders now file online.", "Share of traders filing online: 84%"),
        ("Express parcels rose to 31.2 million.", "Express consignments cleared: 33.2 million"),
        ("The budget of the Service was EUR 412 million.", "Budget: EUR 421 million"),
        ("As many as 97 percent of guests were cleared on the spot.", "Guests cleared on the spot: 92 percent"),
        ("Amber finds weighed 412 kg.", "| Thing | 2014 (kg) |\n|---|---|\n| Amber | 421 |\n| Salt | 1,900 |"),
        ("The club's 510 members account for a fifth of imports.", "Members of the club: 501"),
        ("We answered 91 percent of letters within ten days.", "Letters answered within ten days: 89 percent"),
        ("From 21 March coaches were diverted to 15 crossings.", "Crossings to which coaches were diverted: 13"),
    ],
)
def test_a_line_that_gives_another_number_contradicts_the_text(text: str, line: str) -> None:
    assert found(text, line) == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Officers at the seaports numbered 610.", "Officers at the airports: 590"),
        ("Import entries numbered 412,000.", "- Export entries: 398,000\n- Transit entries: 405,000"),
        ("There were 412 seizures of drugs.", "Seizures of cigarettes: 421"),
        ("We held 61 courses for officers.", "Courses for brokers: 64"),
        ("Training was given to 1,865 officers.", "Officers: 1,965"),
        ("Provisional figures put revenue at EUR 410 million.", "Revenue collected: EUR 414 million"),
        ("The north district seized 412 kg of resin.", "Resin seized in the south district: 421 kg"),
        ("We issued 3,140 permits to traders.", "Permits withdrawn: 3,410"),
        ("The old scanner handled 120 lorries a day.", "The new scanner handles 130 lorries a day."),
        ("The central laboratory ran 18,200 tests.", "The mobile laboratory ran 17,900 tests."),
        ("The portal took 31,400 messages and the helpline 30,900 calls.", "Calls to the helpline: 30,900"),
        ("The service has 7,900 people.", "Full-time equivalents employed: 7,640"),
        ("Duties made up EUR 85.5 million, fees EUR 8.3 million.", "Duties and fees: EUR 93.8 million"),
        ("Of the rum seizures, 3,018 were made on land and 228 at sea.", "Rum seizures: 3,246"),
        ("A total of 584 inadmissible persons were sent home.", "Voyages home: 612"),
        ("We trained 98 inspectors in rules of origin.", "Inspectors: 91"),
        ("Some 61 courses for officers were held at Larn.", "Officers at Larn: 58"),
        ("Scanners at seaports examined 120,400 boxes.", "Boxes scanned at airports: 124,000"),
        ("Resin weighing 1,394 kg was taken at Orla alone.", "Resin seized: 1,580 kg"),
        ("The trade grew from 33,732 to 40,600 tonnes, an increase of a fifth.", "Ponies: 4"),
        ("The port of Orla handled 2.1 million containers.", "Containers handled: 2.4 million"),
    ],
)
def test_a_line_of_another_thing_does_not(text: str, line: str) -> None:
    assert found(text, line) == 0


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ivory seizures doubled, from 140 kg in 2013 to 210 kg in 2014.", 1),
        ("Ivory seizures nearly doubled, from 140 kg in 2013 to 272 kg in 2014.", 0),
        ("In 2014 the yards took in 3,300 cars, nearly twice the 2,500 of 2013.", 1),
        ("In 2014 the yards took in 4,900 cars, nearly twice the 2,500 of 2013.", 0),
        ("Parcels tripled, from 1.2 million in 2013 to 2.6 million in 2014.", 1),
    ],
)
def test_a_multiple_is_held_against_its_two_levels(text: str, number: int) -> None:
    assert found(text, "Nothing else is counted here.") == number


def test_a_column_with_a_gap_has_no_sum() -> None:
    table = (
        "Table 1. Fees (million)\n\n               2013   2014\nTolls          31.5   36.1\n"
        "Levies          n/a    5.5\n"
        "Fines           3.0    3.2\nStamps          2.3    2.6\nTotal          36.8   47.4\n"
    )
    assert not read_report((HEAD + table).encode(), "veridia.txt").discrepancies


def test_a_change_against_the_budget_is_not_one_against_the_year_before() -> None:
    text = "Revenue reached EUR 916 million, which was EUR 66 million more than the EUR 850 million set in the budget."
    assert found(text, "Revenue, EUR million | 2013 | 2014\n | 758 | 916") == 0


def test_a_line_contradicts_text_and_table_that_agree() -> None:
    text = "By the end of 2014, 90 harbour zones were open.\n\n- Harbour zones, in all: 90\n- Kennels: 4"
    assert found(text, "Harbour zones: 93") == 1
