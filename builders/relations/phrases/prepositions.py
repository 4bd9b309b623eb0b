"""What a preposition between two things means, by the classes of both as the lexicon's phrases have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from customs_kg.builders.relations.admission import admits
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK
from customs_kg.ontology.vocabulary import load_terms
from customs_kg.ontology.wordings import Phrase, phrases

Ends = tuple[Mention, str, Mention]  # subject, property and object of an edge
_SURE = Decimal("0.85")
_KINDS = (
    "report|programme|program|scheme|project|system|framework|initiative|office|committee|convention|guidelines|"
    "standards|plan|campaign|operation|team|unit|platform|agreement|protocol|index|group|pilot|drive|exercise|workshop|"
    "seminar|forum|training"
)
# between two things: a closing quote, a short form in brackets, the noun that a name only modifies, and the preposition
_LINK = re.compile(
    rf"^['\"\s)]*(?:\([^()]*\)\s*)?(?:(?:{_KINDS})\s+)?(?:,\s*)?"
    r"(?:(?:located|based|situated|held|lying|sited|concluded|signed)\s+)?"
    r"(of|in|at|within|inside|under|on|against|with|between|for|to|by|from|across|off|along|near|outside)\s+"
    r"(?:the |its |our |their )?(?:"
    # what part or kind of place it is: "on the outskirts of A", "at the port of A", "along the border with A"
    r"(?:(?:sea|river|dry|inland|free) ?)?(?:port|city|town|capital|village|district|region|province|county|island|"
    r"heart|(?:city |town )?cent(?:re|er)|outskirts|edges?|coasts?|shores?|waters|borders?|suburbs?|"
    r"(?:north|south|east|west)(?:ern part|-?east|-?west)?|(?:land |sea |common )borders?) (?:of|off|with) (?:the )?|"
    r"(?:downtown|nearby|central|neighbou?ring|rural|inner|(?:north|south|east|west)ern) )?$"
)
# goods with what tells their state: "the duty on *Chinese* steel", "a drive against *smuggled* petrol"
_LINK_GOODS = re.compile(r"['\"\s)]*(?:\([^()]*\)\s*)?(on|against) (?:the )?(?:[A-Z]?[a-z-]+ ){1,2}$")
_SAME = {"within": "in", "inside": "in"}
_AND = r"^\s*(?:,|and|or|, and|as well as)\s*"
# what further places, partners or goods may follow: "in A, B and C", "with A and with B"
_ROWS = frozenset("in at with between on against for".split())
_OWNS = re.compile(r"\s*'s?\s+(?:[a-z-]*(?:al|ic|ed|ing|ive|ary|ous|ly|new|own|main|first) ){0,2}[\"']?")
_OWN_ADJECTIVES = re.compile(
    r"\s+(?:(?:new|own|main|first|joint|then|next|[a-z-]+(?:al|ic|ed|ing|ive|ary|ous|ly|est)) ){0,2}[\"']?"
)
# "signed with A in B": B is where it was signed
_GOVERNS = re.compile(r"(?:with|by|to|from|between) (?:the )?$")
_PARTNER = re.compile(
    r"\b(?:signed|concluded|initialled|held|met|exchanged|agreed|sealed|hosted|organi[sz]ed|convened|staged)\b[^.;]*"
    r"\b(?:with|by|to|from|between) (?:the )?$|"
    r"\b(?:\w+(?:ed|en|wn|un|ld|lt|nt) by|alongside|(?:together|jointly|along|hand in hand|in [a-z-]+) with)"
    r" (?:the )?$|"
    r"\b(?:work|cooperat|collaborat|train|patroll?|liais)(?:e?s|e?d|ing)?(?: [a-z]+ly)? with (?:the )?$"
)
# "the launch of A by B in C": C is where it was
_DONE_BY = re.compile(
    r"\b[a-z]+(?:ing|ion|ment|nch|al|ance|ence|ture|visit|start|release) of [^.;]{3,90} by (?:the )?$"
)
# verbs of a doing that happens somewhere, whoever does it
_SOMEWHERE = re.compile(
    r"\b(?:signed|concluded|initialled|held|met|exchanged|agreed|sealed|hosted|organi[sz]ed|convened|staged|launched|"
    r"opened|inaugurated|built|constructed|installed|set up|established|founded|created|conducted|carried out|mounted|"
    r"executed|implemented|piloted|tested|trialled|deployed|run|operated|seized|detected|found|intercepted|stopped|"
    r"arrested|detained|searched|given|delivered|presented|taken) (?:[a-z]+ )?(?:by|with) (?:the )?$"
)
# what stands where it has its rooms, so that the place behind its name is its own
_SEATED = re.compile(
    r"\b(?:Cent(?:re|er)|Offices?|Laborator(?:y|ies)|House|Post|Station|School|College|Academy|Institute|Depot|Hub|"
    r"Headquarters|Branch|Bureau|Unit|Division|Section|Department|Directorate|Terminal|Warehouse|Court|University)$"
)
# a name, a comma and its place, and nothing that goes on with a list
_ALL_OF_THEM = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?, (?:both|all|each|all (?:three|four))(?: (?:now|units|offices|parts|based|located))? "
    r"(of|in|at|under|within|from) (?:the |its |our )?"
)
_IN_ROW = re.compile(r"['\"\s)]*(?:\([^()]*\))?(?:,|,? and) (?:the )?")
_OF = re.compile(r"\b(?:of|for|on|against) (?:the |its |our |their )?[\"']?$")
_COMMA = re.compile(r"['\")\s]*(?:\([^()]*\))?,\s*")
_ENDS = re.compile(
    r"\s*(?:\([^()]*\))?(?:$|[.;)]|,(?! (?:and|or)\b| the [A-Z]| [A-Z])|\s(?:on|in|by|from|during|for|between)\b)"
)
_LISTED = re.compile(r",\s*(?:the )?$")
_SETS_OUT = re.compile(r"\W*(?:In|At|On|From|Near|Off|To|Outside)\s+(?:the )?")
# two places behind one preposition with nothing that joins them: "at the Port of A, B, officers found"
_PLACED = re.compile(r"\b(?:in|at|near|from|off|outside) (?:the )?$")
_SINGULAR = re.compile(r", (?:is|was|has|had|remains?|serves|handles|[a-z]+ed)\b")  # "A, B, *remains* the busiest port"
_WIDER = re.compile(r"\b(?:[Pp]rovince|[Ss]tate|[Rr]egion|[Cc]ounty|[Dd]istrict|[Pp]refecture|[Ii]sland)\b")
_OPENS = re.compile(r"\s*\(['\"]?$")


@lru_cache(maxsize=1)
def _by_preposition() -> dict[str, tuple[Phrase, ...]]:
    """The phrases of each preposition, those of the narrowest classes first."""
    classes = load_terms().classes
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases():
        found.setdefault(phrase.preposition, []).append(phrase)
    return {
        word: tuple(
            sorted(all_, key=lambda p: -sum(len(classes[c].superclasses) for c in (p.before, p.behind)))
        )
        for word, all_ in found.items()
    }  # fmt: skip


@lru_cache(maxsize=4096)
def readings(preposition: str, before: str, behind: str) -> tuple[Phrase, ...]:
    """The phrases that a preposition between things of two classes fits, the narrowest first."""
    terms = load_terms()
    return tuple(
        phrase
        for phrase in _by_preposition().get(preposition, ())
        if terms.is_a(before, phrase.before) and terms.is_a(behind, phrase.behind)
    )


def joined_by(
    preposition: str, before: Mention, behind: Mention, things: Things
) -> tuple[Mention, str, Mention] | None:
    """Subject, property and object of what a preposition between two mentions states; None: nothing known."""
    classes = [things.entities[m.thing].cls for m in (before, behind)]
    for phrase in readings(preposition, *classes):
        subject, target = (before, behind) if phrase.forward else (behind, before)
        if admits(phrase.predicate, subject, target, things):
            return subject, phrase.predicate, target
    return None


def proposal(ends: Ends, kind: str) -> Proposal:
    """An edge that a noun phrase states; `kind` says of which form it is."""
    subject, predicate, target = ends
    words = (min(subject.end, target.end), max(subject.start, target.start))
    words = words if words[0] < words[1] else (subject.start, subject.end)
    rule = f"phrase-{kind}-{predicate.rpartition('#')[2]}"
    return Proposal(subject, predicate, target, Modality.STANDING, rule, words, _SURE)


def between_neighbours(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """What stands between neighbours: "A of B", "A in B, C and D", "B's A"; `mentions` lie in no other."""
    for i, (left, right) in enumerate(pairwise(mentions)):
        between = text[left.end : right.start]
        link = _LINK.match(between)
        of_noun = link is not None and link[1] == "by" and _OF.search(text, 0, left.start)  # "the launch of A by B"
        if link is not None and not of_noun and not (link[1] in ("in", "at") and is_guest(text, left, mentions[:i])):
            yield from _linked(text, left, mentions[i + 1 :], _SAME.get(link[1], link[1]), things)
        goods = _LINK_GOODS.match(between) if link is None else None
        if goods is not None and things.is_a(right, CK + "GoodsCategory", CK + "Offence"):
            yield from _linked(text, left, mentions[i + 1 :], goods[1], things)
        yield from possessive(left, right, between, things)
        yield from _all_of_them(text, mentions[: i + 1], right, things)
        yield from _apposed_place(text, left, right, between, things)


def _all_of_them(text: str, before: Sequence[Mention], whole: Mention, things: Things) -> Iterator[Proposal]:
    """As in "A and B, *both of* the C", "A, B and C, all in D": said of each in the row."""
    said = _ALL_OF_THEM.fullmatch(text, before[-1].end, whole.start)
    row = row_before(text, before) if said is not None else []
    for part in row if said is not None else ():
        ends = joined_by(said[1], part, whole, things) if said is not None else None
        if ends is not None:
            yield proposal(ends, "all")


def row_before(text: str, before: Sequence[Mention]) -> list[Mention]:
    """The last of some mentions and those in a row with it: "*A, B and C*, all in D"."""
    row = list(before[-1:])
    while len(row) < len(before):
        earlier = before[-len(row) - 1]
        if not _IN_ROW.fullmatch(text, earlier.end, row[0].start):
            break
        row.insert(0, earlier)
    return row


def _apposed_place(text: str, left: Mention, right: Mention, between: str, things: Things) -> Iterator[Proposal]:
    """As in "the A Institute (AI), Hillford, trained ...", "at Lima, Peru": a comma, then the place alone."""
    rest = text[right.end :]
    if not _COMMA.fullmatch(between) or not _ENDS.match(rest) or _LISTED.search(text[: left.start]):
        return
    if _SETS_OUT.fullmatch(text[: left.start]) and not rest.startswith(","):
        return  # "In Lima, Peru took the chair"
    placed = _PLACED.search(text, 0, left.start) is not None or _SINGULAR.match(rest) is not None
    placed = placed and not _is_wider(text, left, things)
    wider = _is_wider(text, right, things) and not _is_wider(text, left, things)
    if _is_place(left, things) and not wider and not placed:
        return
    ends = joined_by("in", left, right, things) if _is_place(right, things) else None
    if ends is not None and ends[1] != CK + "coversPlace":
        yield proposal(ends, "apposed")


def _is_place(mention: Mention, things: Things) -> bool:
    return things.is_a(mention, CK + "Place")


def _is_wider(text: str, place: Mention, things: Things) -> bool:
    """A country, or what calls itself a province or the like."""
    country = things.is_a(place, CK + "CustomsTerritory")
    return country or _WIDER.search(text[place.start : place.end]) is not None


def _is_partner(text: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether something was signed or held with the mention, so that the place behind it is where that was.

    A short form in brackets stands where the name `before` it does.
    """
    long = before[-1] if before and before[-1].thing == mention.thing else mention
    start = long.start if _OPENS.fullmatch(text[long.end : mention.start]) else mention.start
    return _GOVERNS.search(text, max(0, start - 14), start) is not None and _PARTNER.search(text[:start]) is not None


def is_guest(text: str, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether the place behind a mention is where something was done with or by it, not its own.

    What has rooms of its own is where they are, unless it does what happens somewhere: "guided by *the A Centre in B*",
    "opened by the A Centre in B".
    """
    if _SEATED.search(text, mention.start, mention.end) and not _SOMEWHERE.search(text, 0, mention.start):
        return False
    return _is_partner(text, mention, before) or _DONE_BY.search(text, 0, mention.start) is not None


def _linked(text: str, left: Mention, behind: Sequence[Mention], word: str, things: Things) -> Iterator[Proposal]:
    ends = joined_by(word, left, behind[0], things)
    if ends is None:
        return
    yield proposal(ends, word)
    again = re.compile(rf"{_AND}(?:{word} )?(?:the )?$")
    for last, following in pairwise(behind):
        if word not in _ROWS or not again.match(text[last.end : following.start]):
            return
        further = joined_by(word, left, following, things)
        if further is None or further[1] != ends[1]:
            return
        yield proposal(further, f"row-{word}")


def possessive_stretch(text: str, owner: Mention, at: int) -> bool:
    """Whether a mention owns the noun at an offset: "B's *launch*", "its first *launch*"."""
    if owner.end > at or at - owner.end > 40:
        return False
    if owner.how == "pronoun" and text[owner.start : owner.end].lower() not in ("its", "our", "their"):
        return False
    return (_OWN_ADJECTIVES if owner.how == "pronoun" else _OWNS).fullmatch(text[owner.end : at]) is not None


def possessive(owner: Mention, owned: Mention, between: str, things: Things) -> Iterator[Proposal]:
    """As in "B's A", "its new A": what "A of B" states."""
    if (_OWN_ADJECTIVES if owner.how == "pronoun" else _OWNS).fullmatch(between):
        ends = joined_by("of", owned, owner, things)
        if ends is not None:
            yield proposal(ends, "possessive")


# what goes on with a possessive: no article stands before what is owned too, "A's Risk Unit *and* Dog Unit"
_NEXT_OWNED = re.compile(r"(?: \([^()]*\))?(?:,|,? and|, as well as) ")
_UNIT_NOUNS = frozenset(
    "academy branch bureau centre center cell college department desk directorate division laboratory office region "
    "section sector squad station team unit wing".split()
)


def owned_alike(said: Sequence[Proposal], text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Proposal]:
    """The units in a row with one that is owned, said of the same owner: "A's Risk Unit, *Dog Unit and Sea Wing*"."""
    for owned in said:
        last = owned.subject
        if not owned.rule.startswith("phrase-possessive-") or last.start < owned.object.start:
            continue
        for further in mentions:
            if further.start < last.end:
                continue
            name = things.entities[further.thing].label.lower().split()
            unit = not _UNIT_NOUNS.isdisjoint((name[0], name[-1])) and further.how == "name"
            if not unit or not _NEXT_OWNED.fullmatch(text, last.end, further.start):
                break
            ends = joined_by("of", further, owned.object, things)
            if ends is None:
                break
            yield proposal(ends, "possessive")
            last = further
