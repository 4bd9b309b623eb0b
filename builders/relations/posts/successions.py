"""Who took over a post from whom: "A, who succeeded B as P", "B, P until May, was followed by A"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.posts.signatures import writer_of
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.model import Modality
from customs_kg.ontology.iris import CK, FOAF

_TAKES_OVER = re.compile(
    r"\b(?:succeeded|succeeding|succeeds|replaced|replacing|replaces|relieved|relieving|relieves|followed|following|"
    r"follows|(?:appointed|named|chosen|selected|designated|promoted) to (?:succeed|replace|follow|relieve)|"
    r"(?:took|taking|takes|taken) over"
    r"(?: as [^.;,]{3,70}?| the (?:helm|reins|baton|office|post|position|role|command|leadership|chair))?"
    r"(?:,? (?:on|in) [\w ,]{4,20}?)? from|"
    r"in succession to|(?:as )?(?:the )?successor (?:to|of)|"
    r"(?:took|taking|takes|taken|in) (?:the )?(?:place|stead) of|(?:steps|stepped|stepping) into the shoes of|"
    r"(?:came|comes|coming) in for|(?:fills?|filled|filling) the (?:vacancy|gap|post|seat) (?:left|vacated) by|"
    rf"(?:his|her|my) (?:immediate )?predecessor,?|"
    r"(?:after|on|upon|following|since) the (?:departure|retirement|resignation|death|superannuation|transfer) of) "
    rf"{TITLE}$"
)
_PREDECESSOR = re.compile(r",? (?:his|her|my) (?:immediate )?predecessor\b(?! as)")
_GIVES_WAY = re.compile(
    r"\b(?:(?:succeeded|replaced|relieved|followed)(?: (?:in|on|from|as) [\w ,-]{3,60}?)? by|"
    r"(?:handed|handing) (?:over )?(?:(?:the |his |her )?(?:office|post|chair|reins|command)"
    r"(?: of [A-Z][\w -]{3,40}?)? )?(?:over )?to|(?:gave|giving) way to|"
    r"'s? (?:place|post|seat|chair|office|job|role) (?:was|is|has been|had been) (?:then |now )?(?:taken|filled)"
    r"(?: over| up)? by|'s? (?:immediate )?successor(?: as [^,.;]{3,60}?)?(?:,| is| was)|"
    rf"made way for|(?:his|her|their) successor,?) {TITLE}$"
)
# "When A stepped down, the post of P, which A had held, *passed* to B"
_PASSES_TO = re.compile(
    r"\b(?:post|office|position|chair|helm|command|leadership|reins|baton|job)\b[^.;]{0,140}? "
    rf"(?:passed|passes|went|goes|fell)(?: (?:on|in) [A-Z0-9][\w ,]{{2,18}}?)? to {TITLE}$"
)
_FROM_HAND = re.compile(rf"\b(?:passed|passes|went|goes|moved) from {TITLE}$")
_TO_HAND = re.compile(rf" to {TITLE}")
_LEAVES = (
    r"(?:stepped down|stood down|stepped aside|retired|resigned|left(?: office)?|died|departed|moved on|"
    r"ended (?:his|her|their) (?:term|tour))\b"
)
# "When A stepped down in March, B, until then P, became Q"
_GOES = re.compile(
    rf"(?:(?:,[^,.;]{{3,60}},)? (?:had )?{_LEAVES}|'s? (?:departure|retirement|resignation|death|passing|transfer)\b)"
    rf"[^,.;]{{0,60}}, {TITLE}$"
)
# "A has led the service as Q *since* B stepped down", "A took over in May, *when* B retired"
_HOLDS_SINCE = re.compile(
    r"(?:^|,| who| has| had) (?:been |has |had )?(?:led|headed|run|directed|chaired|commanded|acted|served|leads|heads|"
    r"took over|taken over|takes over|took (?:office|charge|up)|taken charge|became|become|was (?:appointed|named)|"
    rf"assumed|stepped in|stood in|came in|been)\b[^.;]{{0,90}}?,? (?:since|when|after|once) {TITLE}$"
)
_HAS_LEFT = re.compile(rf"(?:,[^,.;]{{3,60}},)? (?:had )?(?:{_LEAVES}|was (?:transferred|moved|promoted|recalled)\b)")
_COMES_IN = re.compile(
    r"(?:,[^.;]{3,70},)? (?:became|was (?:then )?(?:appointed|named|sworn in|made|chosen)|took over|took charge|"
    r"took office|took up|assumed|succeeded|moved up|stepped in|acted|served)\b"
)
_IN_HIS_PLACE = re.compile(
    r"(?:,[^.;]{3,60},)? (?:then |has |had |now )?(?:took (?:over )?(?:his|her) (?:place|post|office|seat)|"
    r"(?:takes|taken) (?:his|her) place|stepped into (?:his|her) shoes|followed (?:him|her)|succeeded (?:him|her)|"
    r"replaced (?:him|her))\b"
)
_MADE = re.compile(_COMES_IN.pattern + r"(?: as)?(?: (?:the|its|our))?(?: new)? ")
_PASSIVE = re.compile(r"\b(?:is|was|been|being|be)\s+(?:[a-z]+ly )?(?:succeeded|replaced|relieved|followed)\b")
_AS = re.compile(
    r"(?: (?:on|in) [\w ]{3,18}?)? (?:as|in the (?:post|office|position) of|at the head of) (?:the |its )?$"
)
FOR_A_TIME = re.compile(r"(?:acting|interim|caretaker|ad interim|officiating)\b|.*\bperforming the duties\b", re.I)
# "A became Q and was succeeded by B": B has what A held before
_MOVES_ON = re.compile(
    r"\b(?:became|was (?:appointed|named|promoted|transferred)|moved|rose|took up)\b.*\b(?:and|then)\b"
)
_NEAR = 240  # characters between the one who goes and the one who comes


@dataclass(frozen=True, slots=True)
class Succession:
    """Who came for whom, the post where the words name it, and whether another post is told of the one who went."""

    incomer: Mention
    outgoer: Mention
    post: Mention | None
    moved: bool = False


def succession_claims(document: Document, passage: Passage, things: Things) -> Iterator[Proposal]:
    """Which person succeeded which by a passage."""
    for said in successions_of(document, passage, things):
        words = (min(said.incomer.end, said.outgoer.end), max(said.incomer.start, said.outgoer.start))
        yield Proposal(said.incomer, CK + "succeeds", said.outgoer, Modality.ACTUAL, "succession", words)


def successions_of(document: Document, passage: Passage, things: Things) -> Iterator[Succession]:
    """The successions that a passage states; its writer is "I"."""
    mentions = outermost(things.in_passage(passage.index))
    if not any(things.entities[m.thing].cls == FOAF + "Person" for m in mentions):
        return
    own = list(_WRITER.finditer(passage.text))
    writer = writer_of(document, passage, things) if own else None
    spoken = [Mention(passage.index, *m.span(), writer, "pronoun", _SURE) for m in own if writer]
    yield from successions(passage.text, sorted([*mentions, *spoken], key=lambda m: m.start), things)


_WRITER = re.compile(r"\bI\b|\b[Mm]y(?= (?:immediate )?predecessor\b)")
_SURE = Decimal("0.85")


def successions(text: str, mentions: Sequence[Mention], things: Things) -> Iterator[Succession]:
    """The successions that a passage states; `mentions` lie in no other, pronouns among them."""
    persons = [m for m in mentions if things.entities[m.thing].cls == FOAF + "Person"]
    posts = [m for m in mentions if things.is_a(m, CK + "Post")]
    lasting = [p for p in posts if not FOR_A_TIME.match(things.entities[p.thing].label)]
    for first, second in pairwise(persons):
        between = text[first.end : second.start]
        if first.thing == second.thing or len(between) > _NEAR:
            continue
        if _GIVES_WAY.search(between) or _PASSES_TO.search(text, max(0, first.start - _NEAR), second.start):
            moved = _MOVES_ON.search(between) is not None
            inside = [] if moved else [p for p in posts if first.end < p.start < second.start]
            yield Succession(second, first, next(iter(inside), None), moved)
        elif _PREDECESSOR.match(text, second.end) and first.how != "pronoun":
            yield Succession(first, second, None)
        elif first.how != "pronoun" and _IN_HIS_PLACE.match(text, second.end):
            yield Succession(second, first, None)
        elif _FROM_HAND.search(text, 0, first.start) and _TO_HAND.fullmatch(between):
            yield Succession(second, first, next((p for p in posts if p.end < first.start), None))
        elif _HOLDS_SINCE.search(between) and _HAS_LEFT.match(text, second.end):
            yield Succession(first, second, next((p for p in posts if first.end < p.start < second.start), None))
        elif _GOES.fullmatch(between) and _COMES_IN.match(text, second.end):
            made = (p for p in lasting if p.start > second.end and _MADE.fullmatch(text, second.end, p.start))
            yield Succession(second, first, next(made, None))
        elif _TAKES_OVER.search(between) and not _PASSIVE.search(between):
            named = next((p for p in posts if p.start > second.end and _AS.fullmatch(text[second.end : p.start])), None)
            yield Succession(first, second, named)
