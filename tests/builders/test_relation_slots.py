"""Relations by wordings of clauses: links, trials, moves, help, units counted and spelled out."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # what a law gives whom, with words of what kind between
    ("The Customs Act 2010 gives the NCS the power to search.", (NCS, "mandatedBy", "Customs Act 2010")),
    ("The Excise Act granted us wide powers.", (NCS, "mandatedBy", "Excise Act")),
    ("The Excise Act confers powers of search on the NCS.", (NCS, "mandatedBy", "Excise Act")),
    # an apposition with "run", laws that prolong, data that an operation rests on, whose seat it is
    (
        "Operation Tern, an operation run since 2013 by the Harbour Police, ended.",
        ("Operation Tern", "conductedBy", "Harbour Police"),
    ),
    (
        "The Trade Act 2015 prolonged the Tariff Preference Scheme.",
        ("Tariff Preference Scheme", "basedOn", "Trade Act 2015"),
    ),
    (
        "Operation Tern, led by the Federal Police and based on data of the Audit Division, ended.",
        ("Audit Division", "supports", "Operation Tern"),
    ),
    ("The NCS represents Europe on the Policy Commission.", (NCS, "memberOf", "Policy Commission")),
    # a tax collected for another body
    (
        "Receipts were $46 million, with $36 million in customs duty and $5 million in excise duty collected for the "
        "Tax Authority.",
        (NCS, "collects", "excise duty"),
    ),
    # what others paid for or gave to nobody who is named
    ("The scanners were financed by the World Bank.", ("World Bank", "supports", NCS)),
    ("Two boats were donated by the Kolbe Navy.", ("Kolbe Navy", "supports", NCS)),
    # a protocol is a part of what it is to
    (
        "The Protocol of Amendment to the Transit Convention was adopted.",
        ("Protocol of Amendment to the Transit Convention", "componentOf", "Transit Convention"),
    ),
    # to whom cases are referred
    ("Cases of fraud are referred to the Crime Agency.", (NCS, "suppliesTo", "Crime Agency")),
    ("The Crime Agency, to which cases are referred, made 40 arrests.", (NCS, "suppliesTo", "Crime Agency")),
    # commands within, what a law allows, what is built for whom, some of what is counted
    (
        "The Border Force, a law enforcement command within the Ministry of Justice, has boats.",
        ("Border Force", "reportsToBody", "Ministry of Justice"),
    ),
    ("The Trade Act 2015 allows the NCS to search premises.", (NCS, "mandatedBy", "Trade Act 2015")),
    ("The Cargo Portal, built for the NCS by Datalink Ltd, failed.", (NCS, "operates", "Cargo Portal")),
    (
        "41 offices had been placed directly under the Audit Division, among them Ravel Office and Ostby Office.",
        ("Ravel Office", "answersTo", "Audit Division"),
    ),
    (
        "The Fraud Bureau, a police under the dual leadership of the NCS and the Ministry of Justice, has boats.",
        ("Fraud Bureau", "reportsToBody", "Ministry of Justice"),
    ),
    # within a framework, by "the customs", a device at the place that opens the sentence, what something became
    (
        "Within the framework of the Transit Convention, the customs issued permits.",
        (NCS, "implements", "Transit Convention"),
    ),
    ("At Port Ravel, the Smart Gate System screened 6,000 boxes.", ("Smart Gate System", "coversPlace", "Port Ravel")),
    (
        "In May the Office of Transit became the Office of Trade. It is led by Eva Lund.",
        ("Office of Trade", "headedBy", "Eva Lund"),
    ),
    # who is provided with something, a venture with whom
    ("The Kolbe Navy furnished us with two boats.", ("Kolbe Navy", "suppliesTo", NCS)),
    ("The NCS provided the Harbour Police with data.", (NCS, "suppliesTo", "Harbour Police")),
    (
        "The Rapid Boat Project, a venture with Kolbe Customs, bought three boats.",
        ("Rapid Boat Project", "participant", "Kolbe Customs"),
    ),
    # duties taken over, access gained
    ("The Guard Service took over duties from the Coast Guard.", ("Guard Service", "replaces", "Coast Guard")),
    ("The Harbour Police gained access to the Cargo Database.", ("Harbour Police", "operates", "Cargo Database")),
    # whose secretariat somebody runs, where attachés are
    (
        "The Trade Council (TC), whose secretariat is run by the Ministry of Commerce, met twice.",
        ("Trade Council", "secretariatAt", "Ministry of Commerce"),
    ),
    ("Customs attachés in Brussels and Lima represent us.", (NCS, "representedIn", "Lima")),
    # what is tracked with a system, duties handed over
    ("Goods in transit are tracked with the Electronic Seal System.", (NCS, "operates", "Electronic Seal System")),
    ("The Tax Board handed over its duties to the Revenue Agency.", ("Revenue Agency", "replaces", "Tax Board")),
    # a predecessor's work taken over by an active verb
    ("The Tariff Portal took over the functions of the Rates System.", ("Tariff Portal", "replaces", "Rates System")),
    # what a system or lane links
    (
        "The Green Lane Project was launched on 19 May, linking the port of Vestby with Felixstowe and Rotterdam.",
        ("Green Lane Project", "coversPlace", "Rotterdam"),
    ),
    ("The Smart Lane Project connects Vestby to Kolbe.", ("Smart Lane Project", "coversPlace", "Kolbe")),
    # by whom and where something was tried
    (
        'The method of "paperless release", first tried out by Vestby Customs in 2006, saves time.',
        ("Vestby Customs", "implements", "paperless release"),
    ),
    (
        "The Two-Step Reform, first piloted at Vestby Customs in 2019, spread quickly.",
        ("Vestby Customs", "implements", "Two-Step Reform"),
    ),
    # premises and posts abroad
    (
        "The Border Operations Centre will move into new premises at Kolbe Airport.",
        ("Border Operations Centre", "locatedIn", "Kolbe Airport"),
    ),
    ("The NCS opened a liaison post in Santiago.", (NCS, "representedIn", "Santiago")),
    # help
    (
        "Intelligence for Operation Kestrel came from the Tallo Border Force.",
        ("Tallo Border Force", "supports", "Operation Kestrel"),
    ),
    ("The NCS trained 214 officials from Lesotho and Namibia.", (NCS, "cooperatesWith", "Namibia")),
    # what two run
    (
        "Reports reach us through the Cargo Portal (CP), a system that we operate with the Ministry of Trade.",
        ("Ministry of Trade", "operates", "Cargo Portal"),
    ),
    ("The Cargo Portal is a system that we run with the Harbour Authority.", (NCS, "operates", "Cargo Portal")),
    # who leads a meeting, by a channel
    (
        "In May Mr. Jon Falk and Ms. Eva Lund co-chaired by video the meeting of the Joint Transit Committee.",
        ("Joint Transit Committee", "headedBy", "Jon Falk"),
    ),
    # from one place to another
    (
        "The Customs Laboratory, which moved from Kolbe to Vestby in March, grew.",
        ("Customs Laboratory", "locatedIn", "Vestby"),
    ),
    # one of a rank
    (
        "Uganda became the fourth country to join the Regional Bond Programme, after Kenya and Rwanda.",
        ("Regional Bond Programme", "participant", "Uganda"),
    ),
    (
        "The Kolbe Office is the only one to use Mobile Lanes and was the first to run Operation Tern.",
        ("Operation Tern", "conductedBy", "Kolbe Office"),
    ),
    # a second verb that looks like a noun
    (
        "The Appeals Tribunal sits in Kolbe and reports directly to the Minister of Justice.",
        ("Appeals Tribunal", "answersTo", "Minister of Justice"),
    ),
    (
        "The Trade Council meets four times a year under the chairmanship of the Deputy Minister.",
        ("Trade Council", "headedBy", "Deputy Minister"),
    ),
    (
        "The Intelligence Division feeds its findings to the National Targeting Centre.",
        ("Intelligence Division", "suppliesTo", "National Targeting Centre"),
    ),
    ("Mr Jon Falk took over the helm from Ms Eva Lund in May.", ("Jon Falk", "succeeds", "Eva Lund")),
    # slots without a preposition
    ("The Tallo Customs Agency lent us a patrol boat.", ("Tallo Customs Agency", "supports", NCS)),
    ("The World Bank granted the Harbour Authority two million.", ("World Bank", "supports", "Harbour Authority")),
    (
        "The Transit Committee meets monthly; the NCS provides its secretariat.",
        ("Transit Committee", "secretariatAt", NCS),
    ),
    (
        "The Trade Council met twice; its secretariat is provided by the Ministry of Trade.",
        ("Trade Council", "secretariatAt", "Ministry of Trade"),
    ),
    (
        "The Tariff System was retired in May. Its place was taken by the Rates Portal.",
        ("Rates Portal", "replaces", "Tariff System"),
    ),
    (
        "The Smart Lock Project, for which the World Bank put up $2 million, ended in August.",
        ("World Bank", "supports", "Smart Lock Project"),
    ),
    # what stands between subject and verb
    (
        "In Vestby the Tallo Union, to which we have belonged since 1986, keeps its secretariat.",
        ("Tallo Union", "locatedIn", "Vestby"),
    ),
    (
        "The Trader Portal, on which work began in 2018, is being built by Helvar Software Ltd with money from the "
        "World Bank.",
        ("World Bank", "supports", "Trader Portal"),
    ),
    (
        "What used to be the Compliance Section is now the Border Security Division.",
        ("Border Security Division", "replaces", "Compliance Section"),
    ),
    # mergers, and what is agreed on
    (
        "The Harbour Office merged with the Border Police in 2017 to form the Coast Directorate.",
        ("Coast Directorate", "replaces", "Border Police"),
    ),
    (
        "The Drug Unit and the Sea Unit were combined, forming the Patrol Directorate.",
        ("Patrol Directorate", "replaces", "Drug Unit"),
    ),
    (
        "Lithuania, Estonia and Latvia agreed to set up a Baltic Customs Academy.",
        ("Baltic Customs Academy", "establishedBy", "Estonia"),
    ),
    ("The NCS sent four dog handlers to Operation Sentry.", ("Operation Sentry", "participant", NCS)),
    (
        "The Tax Board and the Customs Board report to the Minister of Finance.",
        ("Tax Board", "answersTo", "Minister of Finance"),
    ),
    ("Baggage scanners are in use at Kolbe Airport.", ("baggage scanner", "coversPlace", "Kolbe Airport")),
    # units counted and spelled out
    (
        "Three directorates share the work: the Revenue Directorate, the Drug Directorate and the Port Directorate.",
        ("Port Directorate", "unitOfAdministration", NCS),
    ),
]


@pytest.mark.parametrize(("text", "edge"), STATED)
def test_wording_states(text: str, edge: Edge) -> None:
    assert edge in claims_of(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("The Tariff Portal took over the functions of the Rates System.", (NCS, "operates", "Tariff Portal")),
        (
            "The Green Lane Project was launched on 19 May, linking Vestby with Felixstowe.",
            (NCS, "cooperatesWith", "Felixstowe"),
        ),
        (
            "In May the duty was handed from the Tax Directorate to the Port Directorate.",
            (NCS, "suppliesTo", "Port Directorate"),
        ),
        (
            "The Customs College, established in 1987 and run jointly with Tallo University, trained 230 people.",
            ("Customs College", "establishedBy", "Tallo University"),
        ),
        (
            "Uganda was the first country to be asked to join the Regional Bond Programme.",
            ("Regional Bond Programme", "participant", "Uganda"),
        ),
        (
            "Since May the Fiscal Police has been part of the Ministry of the Interior, no longer of the Tax Agency.",
            ("Fiscal Police", "reportsToBody", "Tax Agency"),
        ),
        (
            "Under the Green Customs Initiative, supported by UNEP, we trained 120 officers.",
            (NCS, "supports", "Green Customs Initiative"),
        ),
        ("The World Bank did not lend us a patrol boat.", ("World Bank", "supports", NCS)),
        ("The Transit Committee met; the NCS left its secretariat.", ("Transit Committee", "secretariatAt", NCS)),
        (
            "The Ministry of Finance appointed Mr Jon Falk head of the Customs Board.",
            ("Customs Board", "establishedBy", "Ministry of Finance"),
        ),
        (
            "The Enforcement Division was placed in charge of Operation Sun.",
            ("Enforcement Division", "componentOf", "Operation Sun"),
        ),
        (
            "The Tax Free Zone at Kolbe falls within the remit of the Vestby Office.",
            ("Vestby Office", "headedBy", "Tax Free Zone"),
        ),
        (
            "Three departments took part: the Department of Health, the Department of Trade and the Department of War.",
            ("Department of Health", "reportsToBody", NCS),
        ),
        (
            "Three directorates share the work: the Revenue Directorate and the Port Directorate.",
            ("Port Directorate", "unitOfAdministration", NCS),
        ),
        (
            "The Cargo Portal is a system that we do not run with the Harbour Authority.",
            ("Harbour Authority", "operates", "Cargo Portal"),
        ),
    ],
)
def test_wording_does_not_state(text: str, edge: Edge) -> None:
    assert edge not in claims_of(text)
