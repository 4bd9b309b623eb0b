"""What "it", "of them" and clauses turned round speak of, in invented prose: the topic of the sentence before."""

import pytest

from customs_kg.builders.pipeline import read_report
from tests.builders.test_relations import NCS, Edge, claims_of


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        # a law, a partner or a maker that opens the sentence is not what "it" means
        (
            "The NCS reports to Parliament. Under the Customs Act, the Border Act (BA) and forty statutes, it acts "
            "on behalf of the Ministry of Health.",
            (NCS, "cooperatesWith", "Ministry of Health"),
        ),
        (
            "The NCS reports to Parliament. Acting under the Special Measures Act (SMA), it opened 15 cases.",
            (NCS, "implements", "Special Measures Act"),
        ),
        (
            "The NCS trained 40 firms. Together with the Trade Bureau it held talks.",
            (NCS, "cooperatesWith", "Trade Bureau"),
        ),
        (
            "The Cargo Platform was opened in May. Developed by the Data Agency, it replaced TradeLink.",
            ("Cargo Platform", "replaces", "TradeLink"),
        ),
        (
            "Developed jointly by the NCS and the Data Agency, the Cargo Platform went live in May. It has replaced "
            "TradeLink.",
            ("Cargo Platform", "replaces", "TradeLink"),
        ),
        # an insertion does not hide the subject, nor does a clause before it
        (
            "On 1 April CARGONET, our clearance system, replaced TradeLink. It was built by the Data Agency.",
            ("CARGONET", "developedBy", "Data Agency"),
        ),
        (
            "When the Ministry of Trade called for help, the NCS put forward a plan. Acting under the Special Measures "
            "Act, it opened 15 cases.",
            (NCS, "implements", "Special Measures Act"),
        ),
        # a sentence on several is passed over
        (
            "The Lorin Academy opened in 1998. Some 400 officers were trained. It belongs to the Ministry of Finance.",
            ("Lorin Academy", "reportsToBody", "Ministry of Finance"),
        ),
        # some of what was counted, and another
        (
            "The NCS issued 13 Withhold Orders. Eight of them concerned cotton from Peru; one was directed at tobacco.",
            ("Withhold Orders", "targetsGoods", "tobacco"),
        ),
        (
            "The NCS issued 6 Withhold Orders. One of them is directed at tobacco.",
            ("Withhold Orders", "targetsGoods", "tobacco"),
        ),
        # a person, headquarters, an operation that opens its sentence
        (
            "The Lorin Academy opened in 1998. Mr Ivo Dahl heads it. It belongs to the Ministry of Finance.",
            ("Lorin Academy", "reportsToBody", "Ministry of Finance"),
        ),
        (
            "The headquarters comprises 20 departments. Beneath it there are 42 districts and the Coast Division.",
            ("Coast Division", "reportsToBody", NCS),
        ),
        (
            'Under the joint action "Night Owl", led by the Coast Guard, 40 cases were filed. Within it the Blue Sky '
            "campaign, run by the Border Police, ended.",
            ("Blue Sky", "conductedBy", "Border Police"),
        ),
        # two persons
        (
            "Ms Ana Torres heads the Trade Branch and Mr Luis Mora the Border Branch. Both report to the Commissioner.",
            ("Luis Mora", "answersTo", "Commissioner"),
        ),
        # the subject behind the verb
        (
            "The Norland Customs Service has a board. Beneath it there are 42 districts, the Coast Division and "
            "the Lorin Academy.",
            ("Coast Division", "reportsToBody", NCS),
        ),
        (
            "The NCS has a board. Attached to it are the Lorin Academy and the Varna Laboratory.",
            ("Varna Laboratory", "unitOfAdministration", NCS),
        ),
        (
            "Subordinate to the Ministry of Finance are the Tax Board and the Treasury Agency.",
            ("Treasury Agency", "reportsToBody", "Ministry of Finance"),
        ),
    ],
)
def test_what_is_spoken_of(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(
    ("prose", "edge"),
    [
        (
            "The NCS reports to Parliament. Under the Customs Act and the Border Act, it acts for others.",
            ("Border Act", "basedOn", "Customs Act"),
        ),
        (
            "Under the Customs Act there are two schools, the Coast Division and another.",
            ("Coast Division", "reportsToBody", "Customs Act"),
        ),
        (
            "The NCS issued 6 Withhold Orders. One of them names tobacco; the Ministry of Trade was pleased.",
            ("Withhold Orders", "issuedBy", "Ministry of Trade"),
        ),
    ],
)
def test_what_is_not_spoken_of(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)


REVENUE = (
    b"REVENUE COMMISSIONERS OF EASTLAND\nAnnual Report 2018\n\n1. Who we are\n\n"
    b"Revenue is the tax and customs administration of Eastland. It reports to the Department of Finance. Revenue "
    b"opened the Lorin Laboratory. Revenue rose to 40 million. In May Revenue signed a pact with Peru Customs. The "
    b"Office of the Revenue Commissioners runs the Cargo Platform.\n"
)


def test_an_agency_goes_by_a_word_of_its_name() -> None:
    facts = read_report(REVENUE, "eastland.txt")
    labels = {e.iri: e.label for e in facts.entities}
    edges = {(labels[c.subject], c.predicate.rpartition("#")[2], labels[c.object]) for c in facts.claims}
    agency = "Revenue Commissioners of Eastland"  # as its title has it
    assert (agency, "reportsToBody", "Department of Finance") in edges
    assert ("Lorin Laboratory", "establishedBy", agency) in edges
    assert (agency, "operates", "Cargo Platform") in edges
    assert not any(a.evidence[0].start == REVENUE.find(b"Revenue rose") for a in facts.actions)
