"""The agency under shorter names of its own that nobody defines."""

import pytest

from customs_kg.builders.pipeline import read_report


def names_of_agency(title: str, prose: str) -> set[str]:
    facts = read_report(f"{title}\nAnnual Report 2019\n\n1. The year\n\n{prose}\n".encode(), "report.txt")
    return next({e.label, *e.alt_labels} for e in facts.entities if e.iri == facts.report.agency)


@pytest.mark.parametrize(
    ("title", "prose", "name"),
    [
        ("Royal Talvian Customs Department", "RTCD administers the Sales Act.", "RTCD"),
        ("U.S. Bureau of Border Services", "In May the BBS opened an office in Kolbe.", "BBS"),
        ("Kenya Harbour and Customs Service", "KHCS runs the Border Risk System.", "KHCS"),
        ("Ostby Customs Commission", "The Commission met the Coast Guard. In May the Commission opened.", "Commission"),
        ("Ostby Customs Service", "Ostby Customs runs the Border Risk System. Ostby Customs grew.", "Ostby Customs"),
        ("Ostby Board of Customs, Norway", "Trade grew in May.", "Ostby Board of Customs, Norway"),
        (
            "Office of the Revenue Wardens",
            "Officers of Revenue sailed. Traders wrote to Revenue. Revenue seized a boat.",
            "Revenue",
        ),
        (
            "Revenue - Talvian Tax and Customs",
            "Officers of Revenue sailed. Traders wrote to Revenue. Revenue seized a boat.",
            "Revenue",
        ),
    ],
)
def test_shorter_names_of_the_agency(title: str, prose: str, name: str) -> None:
    assert name in names_of_agency(title, prose)


@pytest.mark.parametrize(
    ("title", "prose", "name"),
    [
        ("Ostby Customs Service", "The Oil Company of Selby (OCS) pays duty. The OCS is large.", "OCS"),
        ("Ostby Customs Service", "The Commission met in May. The Commission opened an office.", "Commission"),
        ("Ostby Customs Service, Work in Brief", "Trade grew.", "Ostby Customs Service, Work in Brief"),
        ("Ostby Customs Service", "Kolbe Customs runs the Border Risk System.", "Kolbe Customs"),
    ],
)
def test_names_of_others(title: str, prose: str, name: str) -> None:
    assert name not in names_of_agency(title, prose)


BRACKETED = """RECETA NORLANDA
Customs Administration: Results of 2019

The Special Secretariat of Norland Revenue (Receta Norlanda, RN), which answers to the Ministry of Economy, runs the
ports. RN employs 400 people. The RN opened an office in Vestby.
"""


def test_both_names_in_brackets_and_a_common_name_in_the_title() -> None:
    facts = read_report(BRACKETED.encode(), "report.txt")
    names = next({e.label, *e.alt_labels} for e in facts.entities if e.iri == facts.report.agency)
    assert {"Receta Norlanda", "RN"} <= names
