"""Who pays for something, as nouns say it: "built with a loan from A", "with an A grant", "a gift of A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from customs_kg.builders.document import Passage
from customs_kg.builders.english.clauses import Role
from customs_kg.builders.english.words import words_in
from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.clauses.agentless import is_body
from customs_kg.builders.relations.frames.companions import is_payer
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention, Things
from customs_kg.ontology.iris import CK

_SURE = Decimal("0.75")
_MONEY = (
    "money|moneys|funds|funding|financing|finance|financial (?:support|assistance|aid|help)|"
    "(?:soft |concessional )?loans?|credits?|grants?|aid|donations?|contributions?|subsid(?:y|ies)|gifts?|"
    "technical (?:assistance|support|help)|assistance|support|sponsorship"
)
_MONEY_WORDS = frozenset(  # one of which stands in what the pattern of donors finds
    "money moneys funds funding financing finance financial loan loans credit credits grant grants aid donation "
    "donations contribution contributions subsidy subsidies gift gifts technical assistance support sponsorship "
    "present".split()
)
_GIVEN = r"(?:provided |granted |given |made available |donated |extended |supplied )?"
_SUM_OF = r"(?: of (?:[^,;.()]|(?<=\d)[.,](?=\d)){1,40}?)?"
# "with money from A", "with a grant of 3 million from A", "on loan from A", "a gift of A"
_FROM_DONOR = re.compile(
    rf"\b(?:(?i:with|through|thanks to|using|under|by) (?:the |an? |its |some )?(?:[a-z]+ )?(?:{_MONEY})|"
    rf"(?:an? |the )?(?:gift|donation|present)|on loan){_SUM_OF} {_GIVEN}(?:from|of|by) (?:the )?"
)
_SUM = re.compile(
    rf"with (?<=\bwith )[^,;.()]{{0,14}}?\d[\d.,]*(?: (?:million|billion|m|bn))? {_GIVEN}(?:from|by) (?:the )?"
)
_BESIDE = re.compile(r"['\"\s)]*(?:\([^()]*\))?,? ")
_WITH = re.compile(r"\b(?:with|through|under|from|by|thanks to) (?:an? |the |its )?$", re.I)
_RECEIVES = frozenset("attract collect draw get obtain receive secure win".split())
# "received USD 5 million from A and EUR 1 million from B"
_SUM_FROM = re.compile(
    r"(?:(?:[A-Z]{2,3}\$? ?|[$€£¥] ?)\d[\d.,]*(?: (?:thousand|million|billion|m|bn)\b)?|"
    r"\d[\d.,]* (?:(?:thousand|million|billion) )?(?:dollars|euros?|pounds|yen|yuan|rupees|shillings|francs|rand))"
    r"(?: (?:in|of|as) [a-z ]{3,24})? from (?:the )?"
)


def funding_claims(passage: Passage, scenes: Sequence[Scene], things: Things) -> Iterator[Proposal]:
    """The donors that a passage names beside what they pay for: the subject of the clause or the noun right before."""
    mentions = things.in_passage(passage.index)
    if passage.is_cell:
        return
    paid = not _MONEY_WORDS.isdisjoint(words_in(passage.text))
    patterns = [p for p in (*([_FROM_DONOR] if paid else []), _SUM) if p.search(passage.text)]
    for scene in scenes:
        for words, target, donors in _received(scene, mentions):
            for donor in donors:
                if _can_pay(donor, things) and admits(CK + "supports", donor, target, things):
                    yield Proposal(donor, CK + "supports", target, scene.modality, "funding-received", words, _SURE)
        for words, donors in _donors(scene, mentions, patterns):
            for target in _paid_for(scene, words[0], mentions, things):
                for donor in donors:
                    if _can_pay(donor, things) and admits(CK + "supports", donor, target, things):
                        yield Proposal(
                            donor, CK + "supports", target, scene.modality, "funding-supports", words, _SURE
                        )  # fmt: skip


def _received(scene: Scene, mentions: Sequence[Mention]) -> Iterator[tuple[tuple[int, int], Mention, list[Mention]]]:
    """The words on a sum that the subject of a clause received, the subject, and those it came from."""
    if scene.clause.lemma not in _RECEIVES or scene.clause.passive:
        return
    start, end = scene.parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
    for said in _SUM_FROM.finditer(scene.text, start, end):
        for target in scene.subject_rows[0] if scene.subject_rows else ():
            yield said.span(), target, row_from(said.end(), scene.text, mentions)


def _can_pay(donor: Mention, things: Things) -> bool:
    """A body other than the agency, or a country."""
    country = things.is_a(donor, CK + "CustomsTerritory")
    return donor.thing != things.agency and (country or is_body(donor, things))


def _donors(
    scene: Scene, mentions: Sequence[Mention], patterns: Sequence[re.Pattern[str]]
) -> Iterator[tuple[tuple[int, int], list[Mention]]]:
    """The words on money of a clause, by those of the patterns that its passage holds, and whose money it is."""
    start, end = scene.parsed.stretch((scene.clause.group[0], scene.clause.extent[1]))
    if scene.n == 0 and scene.clause.role is Role.MAIN and scene.clause.finite:
        start = 0  # "Under a grant from A, the B bought ..."
    for pattern in patterns:
        for said in pattern.finditer(scene.text, start, end):
            subject = scene.subject_rows[0] if scene.subject_rows else ()
            yield said.span(), [m for m in row_from(said.end(), scene.text, mentions) if m not in subject]
    for donor in outermost([m for m in mentions if m.how != "pronoun" and start <= m.start < end]):
        before = _WITH.search(scene.text, start, donor.start) if is_payer(scene.text, donor) else None
        if before is not None:
            yield (before.start(), donor.end), [donor]


def _paid_for(scene: Scene, place: int, mentions: Sequence[Mention], things: Things) -> list[Mention]:
    """What stands right before the words on money, else the subject of a passive, else the object."""
    named = outermost([m for m in mentions if m.how != "pronoun"])
    near = [
        m for m in named if m.end <= place and re.fullmatch(r"['\"\s)]*(?:\([^()]*\))?,? ", scene.text[m.end : place])
    ]
    if near and not is_body(near[-1], things):
        return near[-1:]
    subject = list(scene.subject_rows[0] if scene.subject_rows else ())
    if place < scene.parsed.tokens[scene.clause.group[0]].start:  # what opens the sentence is of all in it
        return [*([] if scene.clause.passive else scene.direct), *subject]
    direct = [] if scene.clause.passive else [m for m in scene.direct if m.start < place]
    return direct or subject
