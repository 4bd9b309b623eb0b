"""Relations by grammatical construction, with sentences of the project's own."""

import pytest

from customs_kg.graph.model import Modality
from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    # passive with agent
    (
        "The Border Risk System was designed by Helvar Software Ltd.",
        ("Border Risk System", "developedBy", "Helvar Software Ltd"),
    ),
    ("The Tariff Code was passed by the National Assembly in 2015.", ("Tariff Code", "issuedBy", "National Assembly")),
    ("The Trade Council has been presided over by Anna Berg since May.", ("Trade Council", "headedBy", "Anna Berg")),
    # participles & absolutes
    (
        "With Paul Reed retiring in March, Eva Lund took over as Commissioner of Customs.",
        ("Eva Lund", "holds", "Commissioner of Customs"),
    ),
    (
        "The Harbour Section moved to Vestby in June, its head being Jon Falk.",
        ("Harbour Section", "headedBy", "Jon Falk"),
    ),
    (
        "Operation Tern ended in May, the Coast Guard having led it throughout.",
        ("Operation Tern", "conductedBy", "Coast Guard"),
    ),
    ("The Ostby Office, now being run by Petra Olsen, handles parcels.", ("Ostby Office", "headedBy", "Petra Olsen")),
    (
        "With the Dekla System now replaced by the Ostby Single Window, declarants save time.",
        ("Ostby Single Window", "replaces", "Dekla System"),
    ),
    # gapped
    (
        "The Enforcement Directorate is led by Anna Berg and the Revenue Directorate by Jon Falk.",
        ("Enforcement Directorate", "headedBy", "Anna Berg"),
    ),
    (
        "The Enforcement Directorate is led by Anna Berg and the Revenue Directorate by Jon Falk.",
        ("Revenue Directorate", "headedBy", "Jon Falk"),
    ),
    ("The Dog Unit is based in Vestby and the Marine Unit in Kolbe.", ("Dog Unit", "locatedIn", "Vestby")),
    ("The Dog Unit is based in Vestby and the Marine Unit in Kolbe.", ("Marine Unit", "locatedIn", "Kolbe")),
    (
        "Operation Tern was run by the Coast Guard, Operation Heron by the Border Police.",
        ("Operation Tern", "conductedBy", "Coast Guard"),
    ),
    (
        "Operation Tern was run by the Coast Guard, Operation Heron by the Border Police.",
        ("Operation Heron", "conductedBy", "Border Police"),
    ),
    ("The NCS signed an agreement with Peru in May and with Chile in June.", (NCS, "cooperatesWith", "Peru")),
    ("The NCS signed an agreement with Peru in May and with Chile in June.", (NCS, "cooperatesWith", "Chile")),
    # pronouns
    (
        "The Border Risk System went live in May. It was built by Helvar Software Ltd.",
        ("Border Risk System", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "The Border Risk System went live in May. The system was built by Helvar Software Ltd.",
        ("Border Risk System", "developedBy", "Helvar Software Ltd"),
    ),
    (
        "Operation Tern began in March. The operation was led by the Coast Guard.",
        ("Operation Tern", "conductedBy", "Coast Guard"),
    ),
    (
        "The Fisheries Protection Agency was founded in 1999. This body answers to the Ministry of Trade.",
        ("Fisheries Protection Agency", "reportsToBody", "Ministry of Trade"),
    ),
    (
        "The Trusted Exporter Programme covers 90 firms. The programme is recognised by Chile.",
        ("Trusted Exporter Programme", "recognisedBy", "Chile"),
    ),
    (
        "The NCS and the Coast Guard met in May. The two agencies jointly ran Operation Tern.",
        ("Operation Tern", "conductedBy", NCS),
    ),
    (
        "The NCS and the Coast Guard met in May. The two agencies jointly ran Operation Tern.",
        ("Operation Tern", "conductedBy", "Coast Guard"),
    ),
    (
        "In 2018 we opened the Kolbe Border Post. The post is headed by Maria Stone.",
        ("Kolbe Border Post", "headedBy", "Maria Stone"),
    ),
    (
        "Two bodies advise us: the Trade Council and the Border Forum. The latter is chaired by Anna Berg.",
        ("Border Forum", "headedBy", "Anna Berg"),
    ),
    (
        "Two bodies advise us: the Trade Council and the Border Forum. The former is chaired by Anna Berg.",
        ("Trade Council", "headedBy", "Anna Berg"),
    ),
    (
        "The Border Code was enacted in 2016. Under it, the Trade Council was set up.",
        ("Trade Council", "establishedBy", "Border Code"),
    ),
    ("I, Anna Berg, have been Commissioner of Customs since 2017.", ("Anna Berg", "holds", "Commissioner of Customs")),
    (
        "Anna Berg joined the NCS in 2001. She is Director of the Revenue Directorate.",
        ("Anna Berg", "holds", "Director of the Revenue Directorate"),
    ),
    # appointed as etc
    ("Eva Lund was appointed as Commissioner of Customs in June.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund became Commissioner of Customs in June.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund took office as Commissioner of Customs in June.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund was sworn in as Commissioner of Customs in June.", ("Eva Lund", "holds", "Commissioner of Customs")),
    (
        "Eva Lund was confirmed as Commissioner of Customs by the Council of State.",
        ("Eva Lund", "holds", "Commissioner of Customs"),
    ),
    ("The Council of State named Eva Lund Commissioner of Customs.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund was promoted to Commissioner of Customs.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund stepped in as acting Commissioner of Customs.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund assumed the duties of Commissioner of Customs.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("The post of Commissioner of Customs is filled by Eva Lund.", ("Eva Lund", "holds", "Commissioner of Customs")),
    ("Eva Lund succeeded Paul Reed as Commissioner of Customs.", ("Eva Lund", "succeeds", "Paul Reed")),
    ("Eva Lund succeeded Paul Reed as Commissioner of Customs.", ("Eva Lund", "holds", "Commissioner of Customs")),
    (
        "In succession to Paul Reed, Eva Lund took up the post of Commissioner of Customs.",
        ("Eva Lund", "succeeds", "Paul Reed"),
    ),
    (
        "In succession to Paul Reed, Eva Lund took up the post of Commissioner of Customs.",
        ("Eva Lund", "holds", "Commissioner of Customs"),
    ),
    ("Paul Reed handed over to Eva Lund on 1 May.", ("Eva Lund", "succeeds", "Paul Reed")),
    ("Paul Reed was succeeded as Commissioner of Customs by Eva Lund.", ("Eva Lund", "succeeds", "Paul Reed")),
    (
        "Paul Reed was succeeded as Commissioner of Customs by Eva Lund.",
        ("Eva Lund", "holds", "Commissioner of Customs"),
    ),
    # joining/membership
    (
        "Since joining the World Customs Organization in 1971, Norland has hosted it twice.",
        ("Norland", "memberOf", "World Customs Organization"),
    ),
    (
        "Having joined the World Customs Organization in 1971, Norland pays its dues.",
        ("Norland", "memberOf", "World Customs Organization"),
    ),
    (
        "The Trade Council has among its members the Coast Guard and the Border Police.",
        ("Coast Guard", "memberOf", "Trade Council"),
    ),
    (
        "The Trade Council has among its members the Coast Guard and the Border Police.",
        ("Border Police", "memberOf", "Trade Council"),
    ),
    ("The Trade Council counts the Coast Guard among its members.", ("Coast Guard", "memberOf", "Trade Council")),
    (
        "Among the members of the Trade Council are the Coast Guard and the Border Police.",
        ("Coast Guard", "memberOf", "Trade Council"),
    ),
    (
        "Among the members of the Trade Council are the Coast Guard and the Border Police.",
        ("Border Police", "memberOf", "Trade Council"),
    ),
    (
        "Represented on the Trade Council are the Coast Guard and the Ministry of Trade.",
        ("Coast Guard", "memberOf", "Trade Council"),
    ),
    (
        "Represented on the Trade Council are the Coast Guard and the Ministry of Trade.",
        ("Ministry of Trade", "memberOf", "Trade Council"),
    ),
    ("The Marine Unit, whose head is Jon Falk, works off Vestby.", ("Marine Unit", "headedBy", "Jon Falk")),
    (
        "The Marine Unit, whose commander Jon Falk retired in May, has six boats.",
        ("Marine Unit", "headedBy", "Jon Falk"),
    ),
    # inversion / no comma
    ("At the head of the Marine Unit stands Jon Falk.", ("Marine Unit", "headedBy", "Jon Falk")),
    (
        "Under the Revenue Directorate come the Harbour Section and the Audit Section.",
        ("Harbour Section", "directlySubordinateTo", "Revenue Directorate"),
    ),
    (
        "Under the Revenue Directorate come the Harbour Section and the Audit Section.",
        ("Audit Section", "directlySubordinateTo", "Revenue Directorate"),
    ),
    (
        "To the Revenue Directorate belongs the Audit Section.",
        ("Audit Section", "directlySubordinateTo", "Revenue Directorate"),
    ),
    (
        "Attached to the Revenue Directorate is the Audit Section.",
        ("Audit Section", "directlySubordinateTo", "Revenue Directorate"),
    ),
    ("Joining us in Operation Tern was the Coast Guard.", ("Operation Tern", "participant", "Coast Guard")),
    # modal / catenative
    ("The NCS was able to launch the Ostby Single Window in May.", (NCS, "operates", "Ostby Single Window")),
    ("The NCS managed to launch the Ostby Single Window in May.", (NCS, "operates", "Ostby Single Window")),
    ("The NCS is required to report to the Ministry of Trade.", (NCS, "reportsToBody", "Ministry of Trade")),
    ("The NCS began to use the Ostby Single Window in May.", (NCS, "operates", "Ostby Single Window")),
    (
        "Only the Coast Guard, not the Border Police, took part in Operation Tern.",
        ("Operation Tern", "participant", "Coast Guard"),
    ),
    (
        "The Coast Guard rather than the Border Police ran Operation Tern.",
        ("Operation Tern", "conductedBy", "Coast Guard"),
    ),
    # nominalised
    ("The signing of a customs agreement with Peru took place in May.", (NCS, "cooperatesWith", "Peru")),
    (
        "The appointment of Eva Lund as Commissioner of Customs was announced in May.",
        ("Eva Lund", "holds", "Commissioner of Customs"),
    ),
    ("Our participation in Operation Tern lasted two weeks.", ("Operation Tern", "participant", NCS)),
    # light verbs
    ("The NCS concluded negotiations on mutual recognition with Chile.", (NCS, "cooperatesWith", "Chile")),
    (
        "Two mutual recognition arrangements, with Fiji and Tonga, are being negotiated.",
        (NCS, "cooperatesWith", "Tonga"),
    ),
    ("The NCS held talks with the Peruvian Customs Service.", (NCS, "cooperatesWith", "Peruvian Customs Service")),
    ("The Coast Guard lent its support to Operation Tern.", ("Coast Guard", "supports", "Operation Tern")),
    ("The Coast Guard provided boats for Operation Tern.", ("Coast Guard", "supports", "Operation Tern")),
    (
        "The Revenue Directorate has responsibility for the Audit Section.",
        ("Audit Section", "headedBy", "Revenue Directorate"),
    ),
    # subordinate
    ("When the NCS launched Operation Tern in May, prices fell.", ("Operation Tern", "conductedBy", NCS)),
    (
        "Because Helvar Software Ltd built the Border Risk System, training took place at its offices.",
        ("Border Risk System", "developedBy", "Helvar Software Ltd"),
    ),
    ("After signing an agreement with Peru, the NCS opened talks with Chile.", (NCS, "cooperatesWith", "Peru")),
    ("After signing an agreement with Peru, the NCS opened talks with Chile.", (NCS, "cooperatesWith", "Chile")),
    ("Before joining the Trade Council in 2011, the NCS had been an observer.", (NCS, "memberOf", "Trade Council")),
    ("The Minister of Trade announced that the NCS had joined the Trade Council.", (NCS, "memberOf", "Trade Council")),
    (
        "The Border Risk System, which we built with Helvar Software Ltd, is in use.",
        ("Border Risk System", "developedBy", NCS),
    ),
    (
        "The Border Risk System, which we built with Helvar Software Ltd, is in use.",
        ("Border Risk System", "developedBy", "Helvar Software Ltd"),
    ),
    # with
    ("Five truck lanes were added with the Port Authority in June.", (NCS, "cooperatesWith", "Port Authority")),
    (
        "Forty searches were made with the Fisheries Protection Agency.",
        (NCS, "cooperatesWith", "Fisheries Protection Agency"),
    ),
    ("We sail with the Coast Guard off Vestby.", (NCS, "cooperatesWith", "Coast Guard")),
    ("The Marine Unit patrols with the Coast Guard.", ("Marine Unit", "cooperatesWith", "Coast Guard")),
    (
        "By December, 41 firms had been accredited under the Norland Trusted Trader Programme.",
        (NCS, "implements", "Norland Trusted Trader Programme"),
    ),
    # it, he, she
    (
        "Anna Berg took over in May; she had been Director of the Dog Unit.",
        ("Anna Berg", "holds", "Director of the Dog Unit"),
    ),
    (
        "Last year the NCS launched the Ostby Single Window. Helvar Software Ltd maintains it.",
        ("Helvar Software Ltd", "operates", "Ostby Single Window"),
    ),
    # roles
    ("The Marine Unit, whose head is Maria Stone, works off Vestby.", ("Marine Unit", "headedBy", "Maria Stone")),
    (
        "The Harbour Section moved to Vestby in June, its head being Maria Stone.",
        ("Harbour Section", "headedBy", "Maria Stone"),
    ),
    (
        "The Marine Unit, whose commander Maria Stone retired in May, has six boats.",
        ("Marine Unit", "headedBy", "Maria Stone"),
    ),
    ("The chair of the Trade Council is Anna Berg.", ("Trade Council", "headedBy", "Anna Berg")),
    ("The Trade Council's chair is Anna Berg.", ("Trade Council", "headedBy", "Anna Berg")),
    ("Its director, Anna Berg, leads the NCS.", (NCS, "headedBy", "Anna Berg")),
    ("The Trade Council was set up in 1999. Its chair is Anna Berg.", ("Trade Council", "headedBy", "Anna Berg")),
    ("Frozen meat was the target of Operation Tern.", ("Operation Tern", "targetsGoods", "frozen meat")),
    ("The target of Operation Tern was frozen meat.", ("Operation Tern", "targetsGoods", "frozen meat")),
    ("Passport control is the task of the Border Police.", ("Border Police", "competentFor", "immigration control")),
    # pronouns, successors
    (
        "Eva Lund heads the Dog Unit. Her predecessor as Commissioner, Dr. Paul Reed, retired.",
        ("Eva Lund", "succeeds", "Paul Reed"),
    ),
    (
        "The Marine Unit, now part of the Coast Guard, sails off Vestby.",
        ("Marine Unit", "reportsToBody", "Coast Guard"),
    ),
    ("The Mountain Guard, a corps of the Border Police, skis.", ("Mountain Guard", "reportsToBody", "Border Police")),
    ("Our work rests today upon the Border Code.", (NCS, "implements", "Border Code")),
    # undertakings, reciprocal
    ("In Operation Tern, the Border Police seized 40 boats.", ("Operation Tern", "conductedBy", "Border Police")),
    (
        "In Operation Tern, held off Vestby, 39 boats were stopped and 26 persons arrested.",
        ("Operation Tern", "participant", NCS),
    ),
    (
        "The Marine Unit, in Operation Nyathi, seized 87 pieces of horn at Kolbe.",
        ("Operation Nyathi", "conductedBy", "Marine Unit"),
    ),
    ("The Border Police and the Coast Guard exchanged 90 files.", ("Border Police", "cooperatesWith", "Coast Guard")),
    (
        "The Border Police and the Coast Guard mean to open a joint post at Kolbe in 2020.",
        ("Border Police", "cooperatesWith", "Coast Guard"),
    ),
    # counts before a noun that could be a verb; denied in the second half
    ("Three moves were made with the Coast Guard.", (NCS, "cooperatesWith", "Coast Guard")),
    # members
    ("The Border Alliance numbers Peru and Chile among its members.", ("Chile", "memberOf", "Border Alliance")),
    ("Operation Tern had among its participants the Coast Guard.", ("Operation Tern", "participant", "Coast Guard")),
    # gapped
    ("The Dog Unit is based in Vestby, while the Marine Unit in Kolbe.", ("Marine Unit", "locatedIn", "Kolbe")),
    (
        "The Audit Section reports to the Ministry of Trade and the Dog Unit to the Ministry of Justice.",
        ("Dog Unit", "reportsToBody", "Ministry of Justice"),
    ),
    (
        "Operation Tern was run by the Coast Guard and the Border Police.",
        ("Operation Tern", "conductedBy", "Coast Guard"),
    ),
    (
        "Operation Tern was run by the Coast Guard and the Border Police.",
        ("Operation Tern", "conductedBy", "Border Police"),
    ),
    # objects behind another phrase
    ("The NCS launched in May the Ostby Single Window.", ("Ostby Single Window", "establishedBy", NCS)),
    ("The NCS opened in Kolbe a Customs Laboratory.", ("Customs Laboratory", "locatedIn", "Kolbe")),
    ("The NCS set up in 2014 a Border Risk Unit.", ("Border Risk Unit", "establishedBy", NCS)),
    ("The NCS ran with the Coast Guard the Green Gate Campaign.", ("Green Gate Campaign", "conductedBy", NCS)),
    # whose doing it is; names with a comma; verbs behind an insertion that seem nouns
    ("It falls to the Coast Guard to lead Operation Tern.", ("Operation Tern", "conductedBy", "Coast Guard")),
    ("It is the task of the Marine Unit to collect the Harbour Levy.", ("Marine Unit", "collects", "Harbour Levy")),
    ("The Commissioner, Trade, directs the Dog Unit.", ("Dog Unit", "headedBy", "Commissioner, Trade")),
    (
        "The Customs College, with its two campuses, functions under the Ministry of Trade.",
        ("Customs College", "reportsToBody", "Ministry of Trade"),
    ),
    # what becomes, remains and stays so
    ("The Dog Unit became a branch of the Border Police.", ("Dog Unit", "reportsToBody", "Border Police")),
    ("The Dog Unit stays under the Border Police.", ("Dog Unit", "reportsToBody", "Border Police")),
    ("The Dog Unit has remained stationed in Kolbe.", ("Dog Unit", "locatedIn", "Kolbe")),
    ("The Dog Unit remains headed by Eva Lund.", ("Dog Unit", "headedBy", "Eva Lund")),
    # insertions and openings without a comma
    (
        "The NCS runs the Ostby Office, whereas the Kolbe Office, on the coast, is headed by Jon Falk.",
        ("Kolbe Office", "headedBy", "Jon Falk"),
    ),
    ("Peru acceded to the Harbour Convention in May.", ("Harbour Convention", "signatory", "Peru")),
    # what was done, though something else was not
    (
        "An agreement was signed with Chile; with Peru no agreement has yet been signed.",
        (NCS, "cooperatesWith", "Chile"),
    ),
    # results of an operation
    ("In Operation Tern, 12 kg of gold was recovered.", ("Operation Tern", "targetsGoods", "gold")),
    (
        "The NCS closed Operation Tern, in the course of which 5,300 tons of grain were stopped.",
        ("Operation Tern", "targetsGoods", "grain"),
    ),
    ("Operation Tern tackled money laundering.", ("Operation Tern", "targetsOffence", "money laundering")),
    # years without a comma, forces joined
    ("In 2019 Customs collected import duty.", (NCS, "collects", "customs duty")),
]

DENIED: list[tuple[str, tuple[str, str]]] = [
    # the verb behind an apposition ends a row
    (
        "Operation Tern, led by the Coast Guard with the Border Police, ended in a report to the Audit Board.",
        ("Operation Tern", "Audit Board"),
    ),
    ("The NCS failed to launch the Ostby Single Window in May.", (NCS, "Ostby Single Window")),
    ("The NCS did not launch the Ostby Single Window.", (NCS, "Ostby Single Window")),
    ("The NCS has yet to join the Trade Council.", (NCS, "Trade Council")),
    ("The NCS declined to join the Trade Council.", (NCS, "Trade Council")),
    ("The NCS was unable to join Operation Tern.", (NCS, "Operation Tern")),
    ("The Helvar Group withdrew from the Trade Council.", ("Helvar Group", "Trade Council")),
    ("The Coast Guard refused to take part in Operation Tern.", ("Coast Guard", "Operation Tern")),
    ("The NCS neither signed an agreement with Peru nor joined the Trade Council.", (NCS, "Peru")),
    ("The NCS neither signed an agreement with Peru nor joined the Trade Council.", (NCS, "Trade Council")),
    ("Neither the Coast Guard nor the Border Police took part in Operation Tern.", ("Coast Guard", "Operation Tern")),
    ("Neither the Coast Guard nor the Border Police took part in Operation Tern.", ("Border Police", "Operation Tern")),
    ("Only the Coast Guard, not the Border Police, took part in Operation Tern.", ("Border Police", "Operation Tern")),
    ("The Coast Guard rather than the Border Police ran Operation Tern.", ("Border Police", "Operation Tern")),
    ("The Marine Unit complies with the Port Authority.", ("Marine Unit", "Port Authority")),
    ("The Marine Unit was compared with the Coast Guard.", (NCS, "Coast Guard")),
    ("In line with the Trade Council we closed two lanes.", (NCS, "Trade Council")),
    ("The NCS did not work with the Coast Guard.", (NCS, "Coast Guard")),
    ("Returns are filed with the Tax Authority.", (NCS, "Tax Authority")),
    ("The NCS met Anna Berg and Jon Falk. He is Commissioner of Customs.", ("Anna Berg", "Commissioner of Customs")),
    ("The chair of the Trade Council is not Anna Berg.", ("Trade Council", "Anna Berg")),
    ("The Border Police did not seize a boat in Operation Tern.", ("Operation Tern", "Border Police")),
    ("The Border Police and the Coast Guard each have an office in Kolbe.", ("Border Police", "Coast Guard")),
    ("Two rounds were held with the Eastern Trade Association; with India no round took place.", (NCS, "India")),
    ("With Peru no agreement was signed.", (NCS, "Peru")),
    ("The NCS opened in Kolbe a Customs Laboratory.", (NCS, "Kolbe")),
    ("Peru acceded to the Harbour Convention in May.", (NCS, "Harbour Convention")),
    (
        "The NCS runs the Ostby Office, whereas the Kolbe Office, on the coast, is headed by Jon Falk.",
        ("Ostby Office", "Jon Falk"),
    ),
    ("The Trade Council does not count the Coast Guard among its members.", ("Trade Council", "Coast Guard")),
    (
        "The Enforcement Directorate is led by Anna Berg and the Revenue Directorate by Jon Falk.",
        ("Enforcement Directorate", "Revenue Directorate"),
    ),
]


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_constructions_state_relations(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(("prose", "ends"), DENIED)
def test_constructions_that_deny_state_nothing(prose: str, ends: tuple[str, str]) -> None:
    stated = {(first, last) for (first, _, last), c in claims_of(prose).items() if c.modality is not Modality.PLANNED}
    assert ends not in stated and ends[::-1] not in stated


def test_officers_of_a_unit_are_not_its_head() -> None:
    prose = "Acting on intelligence shared by the Drug Bureau, officers of the Harbour Team mounted Operation Sparkle."
    assert all(edge[1] != "headedBy" for edge in claims_of(prose))
    assert ("Drug Bureau", "supports", "Harbour Team") in claims_of(prose)
