"""With whom the agency works together, as nouns say it: "under arrangements with A", "A and B run a joint post"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.stance import expected_modality
from customs_kg.builders.parse import Parsed
from customs_kg.builders.relations.clauses.agentless import is_agentless, is_body
from customs_kg.builders.relations.frames.companions import is_payer
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.65")
_JOINT_WORK = (
    "agreements?|arrangements?|contracts?|pacts?|deals?|mutual recognition|letters? of intent|memorand(?:um|a)|MOUs?|"
    "MoUs?|MRAs?|MAAs?|CMAAs?|FTAs?|protocols?|treat(?:y|ies)|accords?|"
    "partnerships?|"
    "co-?operation|collaboration|coordination|liaison|ties|relations|links|alliances?|"
    "dialogue|talks|negotiations|consultations|contacts|joint(?: \\w+){1,3}|"
    "exchanges?(?: of (?:data|information|officers|intelligence|experience))?"
)
_WORK_NOUN = re.compile(rf"\b(?:{_JOINT_WORK})\b", re.I)
_PARTNERS = "bodies|authorities|services|administrations|countries|partners|economies|regions|agencies"
_WITH = re.compile(
    rf"\b(?:{_JOINT_WORK})\b(?: \([A-Z]{{2,6}}s?\))?(?: (?:of|on|in|for|about|concerning|under) [\w' -]{{3,60}}?)? "
    r"(?:(?:is|are|was|were|has been|have been) (?:now |already |also )?"
    r"(?:in (?:place|force|effect|operation)|concluded|signed|agreed|reached) )?"
    rf"with (?:the |its |our )?(?:(?:[a-z]+ |\d+ ){{1,2}}(?:{_PARTNERS}),? "
    r"(?:namely,? |i\.e\. |such as |including |among them |first with |first |notably |for example |starting with )?)?"
    r"(?:the )?",
    re.I,
)
# one of the agreements that the words before speak of
_LIKE_IT = re.compile(
    r"\b(?:that|those|one|another|others|a (?:second|third|further)(?: one)?|the (?:first|second|third|latest|last|"
    r"newest|oldest|most recent)(?: one)?)(?: being (?:that|the one))? with (?:the )?"
)
_FURTHER = re.compile(
    r"(?: in \d{4})?,?(?: and)?(?: then| later| now| afterwards| since \d{4}| lastly| finally| also)? with (?:the )?"
)
# what is done "with" somebody who takes part in it, when nobody is named as the one who does it
_WORK = frozenset(
    "add arrange build carry conduct create design develop draft draw elaborate establish execute hold install "
    "introduce launch make mount open operate organise organize perform pilot plan prepare produce redesign roll run "
    "set stage test train trial undertake update upgrade work write".split()
)
_BARE_WITH = re.compile(r"\bwith (?:the |its |our )?(?:help of |support of )?(?:the )?$")
_OPENS_WITH = re.compile(r"(?:Together|Jointly|Along|In [a-z-]+) with (?:the |its |our )?|With (?:the |its |our )?")
_IS_PARTNER = re.compile(
    r"\s*(?:\([^()]*\))?,?\s*(?:thus |thereby |now |also |then |later )?"
    r"(?:became|becomes|has become|is|are|remains?|remained)\s(?:the|our|a|an|its|one of our|now our)\b"
    r"[^.,;:]{0,45}(?<!trading )(?<!trade )(?<!commercial )\bpartners?\b(?! of)"
)
_AFTER_OTHERS = re.compile(r"[^.;:]{0,25}?,? (?:after|besides|alongside|following|together with|beside) (?:the )?")
_OUR_PARTNERS = re.compile(
    r"\b(?:[Oo]ur|[Tt]he [Ss]ervice's|[Ii]ts) (?:[a-z-]+ ){0,3}partners?(?: [a-z]+){0,3}? "
    r"(?:is|are|was|were|includes?|included|remains?)(?: now| still)? (?:the )?"
)
_SITE = re.compile(r"\b(?:in|at|near) (?:the )?$")  # "with A, signed in B"
_LANDS = frozenset(CK + name for name in ("CustomsTerritory", "Place", "PlaceGroup"))
_TOGETHER = cued("joint jointly together common shared", r"\b(?:joint|jointly|together|in common|shared)\b")
_BETWEEN = re.compile(
    r"\b(?:signed|concluded|sealed|reached|agreed|negotiated|initialled|renewed|held|established|exists?|existed|"
    r"operates?|works?|in (?:force|place|operation)) (?:[a-z]+ly |jointly |in [A-Z]\w+ )?between (?:the |our )?"
)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|nor|neither|(?:under|in|still in) (?:negotiation|discussion|preparation|consideration)"
    r"|being (?:negotiated|discussed|prepared|drafted)|yet to be)\b",
    re.I,
)


def agreement_claims(passage: Passage, parsed: Parsed, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """Who cooperates: the agency with those that it has agreements with, bodies that do something jointly."""
    if passage.is_cell:
        return
    yield from _of_agency(passage, parsed, things)
    if "partner" in passage.text:
        yield from _called_partners(passage, parsed, things)
    together, between = _TOGETHER.search(passage.text), "between " in passage.text
    for scene in scenes:
        if together:
            yield from _of_subjects(scene, things)
        if between:
            yield from _between(scene, things)
        if scene.clause.lemma in _WORK and is_agentless(scene, things):
            yield from _done_with(scene, things)


def _of_agency(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    if " with " not in passage.text:
        return
    mentions = things.in_passage(passage.index)
    first = _WORK_NOUN.search(passage.text)
    like = list(_LIKE_IT.finditer(passage.text, first.end())) if first else []
    for words in (*_WITH.finditer(passage.text), *like):
        modality = _modality(parsed, words.start(), passage.text, things, () if words in like else mentions)
        if modality is None:
            continue
        agency = Mention(passage.index, *words.span(), things.agency, "understood", _SURE)
        for partner in _partners(words.end(), passage.text, mentions):
            rule = "noun-with-understood"
            yield Proposal(agency, CK + "cooperatesWith", partner, modality, rule, words.span(), _SURE)


def _called_partners(passage: Passage, parsed: Parsed, things: Things) -> Iterator[Proposal]:
    """As in "A became our fourth partner, after B and C", "Our main partners are A and B"."""
    text, mentions = passage.text, things.in_passage(passage.index)
    found: list[tuple[tuple[int, int], list[Mention]]] = []
    for mention in things.named_in(passage.index):
        said = _IS_PARTNER.match(text, mention.end)
        if said is not None and _is_party(mention, things):
            others = _AFTER_OTHERS.match(text, said.end())
            found.append((said.span(), [mention, *(row_from(others.end(), text, mentions) if others else ())]))
    for said in _OUR_PARTNERS.finditer(text):
        found.append((said.span(), row_from(said.end(), text, mentions)))
    for words, row in found:
        modality = _modality(parsed, words[1] - 1, text, things, ())
        agency = Mention(passage.index, *words, things.agency, "understood", _SURE)
        if modality is not None:
            for partner in (m for m in row if _is_party(m, things)):
                yield Proposal(agency, CK + "cooperatesWith", partner, modality, "called-partner", words, _SURE)


def _is_party(mention: Mention, things: Things) -> bool:
    return mention.thing != things.agency and (is_body(mention, things) or _is_territory(mention, things))


def _done_with(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "Two lanes were added with A", "With A the system was introduced": done by the agency and A."""
    clause, text = scene.clause, scene.text
    words = scene.parsed.stretch(clause.group)
    agency = Mention(scene.mentions[0].passage if scene.mentions else 0, *words, things.agency, "understood", _SURE)
    start, end = words[1], scene.parsed.stretch(clause.extent)[1]
    named = scene.named
    opening = _OPENS_WITH.match(text) if clause.role is Role.MAIN else None
    beginnings = [opening.end()] if opening else []
    later = (scene.parsed.stretch(c.group)[0] for c in scene.parsed.clauses[scene.n + 1 :])
    end = min([end, *(at for at in later if at > start)])  # ", *linking* A with B" is another clause
    beginnings += [m.start for m in named if start < m.start < end and _BARE_WITH.search(text, start, m.start)]
    for place in beginnings:
        row = [m for m in row_from(place, text, scene.mentions) if not _SITE.search(text[place : m.start])]
        row = [m for m in row if place < start or m.end <= end]  # "organised with A, *the B* boarded" has B for subject
        partners = [m for m in row if _is_party(m, things) and not is_payer(text, m)]
        for partner in partners:
            rule = f"done-with-{clause.lemma}-understood"
            yield Proposal(agency, CK + "cooperatesWith", partner, scene.modality, rule, words, _SURE)


def _between(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "The agreement was concluded between A and B"."""
    start, end = scene.parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
    said = _BETWEEN.search(scene.text, start, end)
    row = row_from(said.end(), scene.text, scene.mentions) if said else []
    parties = [m for m in row if is_body(m, things) or m.thing == things.agency]
    for other in parties[1:]:
        if said is not None and other.thing != parties[0].thing:
            rule = "between-parties"
            yield Proposal(parties[0], CK + "cooperatesWith", other, scene.modality, rule, said.span(), _SURE)


def _partners(start: int, text: str, mentions: tuple[Mention, ...]) -> list[Mention]:
    """Those in a row, and those that "with" adds further on: "with A in 2010, then with B and C"."""
    row = [m for m in row_from(start, text, mentions) if not _SITE.search(text[start : m.start])]
    further = _FURTHER.match(text, row[-1].end) if row else None
    return [*row, *(_partners(further.end(), text, mentions) if further else ())]


def _modality(parsed: Parsed, place: int, text: str, things: Things, mentions: tuple[Mention, ...]) -> Modality | None:
    """The modality of the clause around a noun; None where it is denied, merely possible or of another body."""
    around = [
        n
        for n, clause in enumerate(parsed.clauses)
        if parsed.stretch(clause.extent)[0] <= place < parsed.stretch(clause.extent)[1]
    ]
    if not around:
        return None if _DENIED.search(text) else Modality.STANDING
    clause = parsed.clauses[around[-1]]
    start, end = parsed.stretch(clause.extent)
    if _DENIED.search(text, start, end) or _comes_to_nothing(parsed, around[-1]) or _UNSIGNED.search(text, place):
        return None
    acting = [m for m in mentions if m.thing != things.agency and m.end <= place and start <= m.start]
    if any(is_body(m, things) or _is_territory(m, things) for m in acting):
        return None
    return expected_modality(parsed.tokens, parsed.clauses, around[-1])


_UNSIGNED = re.compile(
    r"[a-z]+ed,? (?:but|and|yet|though) not (?:yet )?"
    r"(?:agreed|completed|concluded|finali[sz]ed|ratified|sealed|signed)\b"
)
_CONCLUDES = frozenset("agree complete conclude finalise finalize ratify reach seal sign".split())


def _comes_to_nothing(parsed: Parsed, n: int) -> bool:
    """Whether a second verb says that it was not concluded: "was discussed *but not signed*"."""
    rows = (c for c in parsed.clauses if c.role is Role.CONJUNCT and c.head == n)
    return any(c.negated and c.lemma in _CONCLUDES for c in rows)


def _is_territory(mention: Mention, things: Things) -> bool:
    """A country, or a place that nothing says to be less than one."""
    return things.entities[mention.thing].cls in _LANDS


def _of_subjects(scene: Scene, things: Things) -> Iterator[Proposal]:
    """As in "A and B run a joint post": the first cooperates with the others."""
    start, end = scene.parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
    if not _TOGETHER.search(scene.text, start, end) or scene.clause.passive:
        return
    row = scene.subject_rows[0] if scene.subject_rows else ()
    bodies = [m for m in row if is_body(m, things)]
    if len(bodies) == len(row) > 1:
        for other in bodies[1:]:
            words = scene.parsed.stretch(scene.clause.group)
            rule = "subjects-jointly"
            yield Proposal(bodies[0], CK + "cooperatesWith", other, scene.modality, rule, words, Decimal("0.80"))
