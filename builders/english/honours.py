"""Letters after a person's name: degrees, orders, seats."""

from __future__ import annotations

_HONOURS = frozenset(
    "MP MPP MLA MNA MSP MEP MHK TD PC KC QC SC SJ JP CBE OBE MBE KBE DBE CMG KCMG GCMG GCB KCB CB CVO LVO MVO BEM "
    "AC AO AM OAM APM PSM CSC DSC CSM QPM KPM QSO QSM ONZM MNZM CNZM CD OOnt OM OJ ON CON MON OFR MFR GBS SBS BBS "
    "CDSM CMSM CBS MBS EBS EGH OGW HSC MGH PhD DPhil MBA MPA MSc BSc MA BA LLB LLM FCA ACA CPA FCCA ACCA CMA CFE "
    "CISA CIA fdc mni ndc psc rcds Esq Jr Sr III Rtd".split()
)


def is_honour(word: str) -> bool:
    """Whether letters after a name tell a degree, an order or a seat: "PhD", "M.P.", "OBE"."""
    return word.replace(".", "") in _HONOURS
