"""Whose report it is and of what time, as its first lines say."""

from __future__ import annotations

import pytest

from customs_kg.builders.document import read_document
from customs_kg.builders.pipeline import read_report
from customs_kg.builders.reading.front_matter import front_matter
from customs_kg.builders.reading.text import decode_report
from customs_kg.builders.things.names.front import front_names, title_name
from customs_kg.builders.things.things import find_things

BODY = """
1. The year

{body}
"""


def agency(head: str, body: str) -> tuple[str, str]:
    """The label of the agency of a report with this head, and its territory."""
    document = read_document(decode_report((head + "\n\n" + BODY.format(body=body)).encode(), "report.txt"))
    things = find_things(document)
    return things.entities[things.agency].label, things.territory


PARTNERS = " Lemuria Customs, Lemuria Customs again and Mu Customs sent letters to it."


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        (
            "GOVERNMENT OF INDIA\nMinistry of Tea\n\nCENTRAL BOARD OF TEA DUTIES AND CUSTOMS\nAnnual report",
            "The Central Board of Tea Duties and Customs opened 4 offices." + PARTNERS,
            ("Central Board of Tea Duties and Customs", "in"),
        ),
        (
            "The Ring Customs Union in 2019\nPrepared by the Directorate General for Duties and Customs Union",
            "The union grew. The Directorate General for Duties and Customs Union ran its systems.",
            ("Directorate General for Duties and Customs Union", "xx"),
        ),
        (
            "The Ring Customs Union in 2019",
            "The union grew. Customs services of its members opened 4 offices.",
            ("Ring Customs Union", "xx"),
        ),
        (
            "KINGDOM OF BAHRAIN\nCUSTOMS AFFAIRS\nTHE YEAR 2019",
            "Customs Affairs opened 4 offices." + PARTNERS,
            ("Customs Affairs", "bh"),
        ),
        (
            "Revenue\nTalvian Tax\n\nThe year 2019",
            "The Office of the Revenue Wardens opened 4 offices. Clear Customs is a course. Clear Customs was held.",
            ("Office of the Revenue Wardens", "xx"),
        ),
        (
            "KELP COAST CUSTOMS AND EXCISE SERVICE\nAnnual Report 2019",
            "The Kelp Coast Customs and Excise Service opened 4 offices." + PARTNERS,
            ("Kelp Coast Customs and Excise Service", "xx"),
        ),
        (
            "Department of Customs and Excise - Kelp Islands\nReport 2019",
            "The Department opened 4 offices." + PARTNERS,
            ("Department of Customs and Excise", "xx"),
        ),
        (
            "Kelp Confederation\nFederal Department of Shells FDS\nFederal Customs Office FCO",
            "The Federal Customs Office (FCO) opened 4 quays." + PARTNERS,
            ("Federal Customs Office", "xx"),
        ),
        (
            "KELP COAST REVENUE AUTHORITY\nAnnual Report 2019",
            "The Authority shares data with the Lemuria Revenue Authority and the Mu Revenue Authority." + PARTNERS,
            ("Kelp Coast Revenue Authority", "xx"),
        ),
        (
            "TIDES ADMINISTRATION AND CUSTOMS OF NORWAY\nAnnual Report 2019",
            "Until 2018 it was in the Ministry of Salt, Tides Administration and Customs." + PARTNERS,
            ("Tides Administration and Customs of Norway", "no"),
        ),
        (
            "TIDES AND CUSTOMS BOARD\nLetter of the Director on customs in 2019",
            "We opened 4 quays, and the Norwegian customs lent us a boat.",
            ("Tides and Customs Board", "xx"),
        ),
        ("CHINA CUSTOMS 2011\nANNUAL REPORT", "Four quays were opened." + PARTNERS, ("China Customs", "cn")),
    ],
)
def test_the_first_lines_name_the_agency(head: str, body: str, wanted: tuple[str, str]) -> None:
    assert agency(head, body) == wanted


def test_a_title_that_names_no_service_gives_none() -> None:
    assert title_name("Customs Statistics 2019") == ""
    assert front_names(["Customs Statistics 2019"], ["Customs statistics were printed."]) == ()


def test_front_matter_ends_where_prose_begins() -> None:
    text = (
        "~ KELP COAST ~\n\nReport for 2019\n---\nThe year 2019 was calm, and not a boat was seen by anyone at all.\nX"
    )
    assert front_matter(text) == ("KELP COAST", "Report for 2019")
    assert front_matter("The year was calm, and not a boat was seen by anyone.\nKELP COAST") == ()
    assert front_matter("KELP COAST\n(done in 2018; to be done in 2019; more in the annex)") == (
        "KELP COAST",
        "(done in 2018; to be done in 2019; more in the annex)",
    )


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("KELP COAST REVENUE AUTHORITY\nReport on the Financial Year 2017/18 (1 July 2017 to 30 June 2018)", "2017-18"),
        ("KELP COAST BORDER AGENCY\n2022–23 Departmental Results Report", "2022-23"),
        ("KELP COAST CUSTOMS\nAnnual Report, F.Y. 2018-19 (Abridged)", "2018-19"),
        ("Kelp Coast Customs\nAnnual report\nFor the year ended 30 June 2021", "2020-21"),
        ("KELP COAST CUSTOMS\nANNUAL REPORT 2013", "2013"),
    ],
)
def test_the_period_is_that_of_the_first_lines(head: str, key: str) -> None:
    body = "It was created by the Kelp Customs Act 2004 and the Shell Code of 1998. Boats came in May 2016."
    document = read_document(decode_report(f"{head}\n\n{body}\n".encode(), "report.txt"))
    assert document.reporting.key == key


def test_a_foreign_headquarters_gives_no_country() -> None:
    report = (
        b"ROYAL MALAYSIAN CUSTOMS DEPARTMENT\nAnnual Report 2019\n\n1. The year\n\nThe Royal Malaysian Customs "
        b"Department met the General Administration of Customs of China in May. The Department seized 40 cars.\n"
    )
    agency = read_report(report, "report.txt").report.agency
    assert agency.endswith("/agency-my-royal-malaysian-customs-department")
