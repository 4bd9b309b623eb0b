"""What came in the place of what, who is posted where, who takes part "with" whom; sentences of the project's own."""

import pytest

from tests.builders.test_relations import NCS, Edge, claims_of

STATED: list[tuple[str, Edge]] = [
    ("The NCS migrated from the Dekla System to the Ostby System.", ("Ostby System", "replaces", "Dekla System")),
    ("In May the NCS switched over from the Dekla System to the new Ostby System.",
     ("Ostby System", "replaces", "Dekla System")),
    ("The Port Authority came into being through the merger of the Harbour Board and the Pilot Board.",
     ("Port Authority", "replaces", "Harbour Board")),
    ("The Port Authority was formed by the amalgamation of the Harbour Board and the Pilot Board.",
     ("Port Authority", "replaces", "Pilot Board")),
    ("Formerly the Harbour Board, the Port Authority has 90 staff.", ("Port Authority", "replaces", "Harbour Board")),
    ("The Port Authority, formerly the Harbour Board, has 90 staff.", ("Port Authority", "replaces", "Harbour Board")),
    ("The successor to the Dekla System is called the Ostby System.", ("Ostby System", "replaces", "Dekla System")),
    ("Our attaché in Lima signed the list.", (NCS, "representedIn", "Lima")),
    ("Our two liaison officers based in Lima and Quito helped.", (NCS, "representedIn", "Quito")),
    ("The Coast Guard's liaison officers in Lima helped.", ("Coast Guard", "representedIn", "Lima")),
    ("Customs counsellors serve at the embassies in Lima and Quito.", (NCS, "representedIn", "Quito")),
    ("The NCS has liaison officers in Lima, Quito and Accra.", (NCS, "representedIn", "Accra")),
    ("There are NCS attachés in Lima and Quito.", (NCS, "representedIn", "Quito")),
    ("Liaison posts exist in Lima and Accra.", (NCS, "representedIn", "Accra")),
    ("Three officers were seconded to the High Commission in Accra.", (NCS, "representedIn", "Accra")),
    ("Staff were posted to four countries, including Peru and Ghana.", (NCS, "representedIn", "Ghana")),
    ("Two desks are kept at the diplomatic missions in Lima and Accra.", (NCS, "representedIn", "Lima")),
    ("The NCS has attachés at 12 embassies and consulates, including those in Lima.",
     (NCS, "representedIn", "Lima")),
    ("NCS liaison officers are deployed to 14 countries, among them Peru.", (NCS, "representedIn", "Peru")),
    ("The Coast Guard keeps attachés in Lima.", ("Coast Guard", "representedIn", "Lima")),
    ("A liaison officer of the Coast Guard sits in Accra.", ("Coast Guard", "representedIn", "Accra")),
    ("Our attachés abroad work out of embassies, in Lima, Quito and elsewhere.", (NCS, "representedIn", "Quito")),
    ("Its overseas posts are Lima, Accra and Quito.", (NCS, "representedIn", "Accra")),
    ("With the Border Police taking part, Operation Tern ran for nine days.",
     ("Operation Tern", "participant", "Border Police")),
    ("Participants in Operation Tern were the Border Police and the Coast Guard.",
     ("Operation Tern", "participant", "Coast Guard")),
    ("An agreement was concluded between the Border Police and the Coast Guard.",
     ("Border Police", "cooperatesWith", "Coast Guard")),
    ("The Ostby System was rolled out at the Kolbe Office.", ("Kolbe Office", "operates", "Ostby System")),
    ("The Harbour Levy is payable to the Port Authority.", ("Port Authority", "collects", "Harbour Levy")),
    (
        "In the Harbour Safety Committee the NCS sits beside the Coast Guard and the Border Police.",
        ("Border Police", "memberOf", "Harbour Safety Committee"),
    ),
    (
        "The NCS took the chair of the Ferry Group of the Straits Economic Union (SEU), of which it is a member.",
        (NCS, "memberOf", "Straits Economic Union"),
    ),
    ("The Dog Unit has Eva Lund at its head.", ("Dog Unit", "headedBy", "Eva Lund")),
]  # fmt: skip
NOT_STATED = [
    ("Officers from the Coast Guard are stationed in Lima.", (NCS, "representedIn", "Lima")),
    ("Three officers of the Coast Guard were posted to Lima.", (NCS, "representedIn", "Lima")),
    ("The NCS moved from the Harbour House to the Port Authority.", ("Port Authority", "replaces", "Harbour House")),
    ("The attaché of Peru met us in Lima.", (NCS, "representedIn", "Lima")),
    ("The Peruvian liaison officer in Accra gave the tip.", (NCS, "representedIn", "Accra")),
    ("British attachés in Lima gave the tip.", (NCS, "representedIn", "Lima")),
    ("Foreign customs attachés in Lima met twice.", (NCS, "representedIn", "Lima")),
    ("Representatives met in Lima.", (NCS, "representedIn", "Lima")),
    ("Officers working at ports in Lima were trained.", (NCS, "representedIn", "Lima")),
    ("Liaison officers have not been posted to Lima.", (NCS, "representedIn", "Lima")),
    ("Eva Lund, formerly customs attaché in Lima, retired.", (NCS, "representedIn", "Lima")),
    ("The Coast Guard keeps attachés in Lima.", (NCS, "representedIn", "Lima")),
    ("The path between the Border Police and the Coast Guard was paved.",
     ("Border Police", "cooperatesWith", "Coast Guard")),
]  # fmt: skip


@pytest.mark.parametrize(("prose", "edge"), STATED)
def test_constructions_state_relations(prose: str, edge: Edge) -> None:
    assert edge in claims_of(prose)


@pytest.mark.parametrize(("prose", "edge"), NOT_STATED)
def test_constructions_that_look_alike_do_not(prose: str, edge: Edge) -> None:
    assert edge not in claims_of(prose)
