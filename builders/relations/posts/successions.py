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
    r"follows|(?:took|taking|takes|taken) over"
    r"(?: as [^.;,]{3,70}?| the (?:helm|reins|baton|office|post|position|role|command|leadership|chair))?"
    r"(?:,? (?:on|in) [\w ,]{4,20}?)? from|"
    r"in succession to|(?:as )?(?:the )?successor (?:to|of)|"
    rf"(?:took|taking|takes|taken|in) (?:the )?place of|(?:his|her|my) (?:immediate )?predecessor,?|"
    r"(?:after|on|upon|following|since) the (?:departure|retirement|resignation|death|superannuation|transfer) of) "
    rf"{TITLE}$"
)
_PREDECESSOR = re.compile(r",? (?:his|her|my) (?:immediate )?predecessor\b(?! as)")
_GIVES_WAY = re.compile(
    r"\b(?:(?:succeeded|replaced|relieved|followed)(?: (?:in|on|from|as) [\w ,-]{3,60}?)? by|"
    r"(?:handed|handing) (?:over )?(?:(?:the |his |her )?(?:office|post|chair|reins|command)"
    r"(?: of [A-Z][\w -]{3,40}?)? )?(?:over )?to|(?:gave|giving) way to|"
    rf"made way for|(?:his|her|their) successor,?) {TITLE}$"
)
# "When A stepped down in March, B, until then P, became Q"
_GOES = re.compile(
    r"(?:,[^,.;]{3,60},)? (?:had )?(?:stepped down|stood down|stepped aside|retired|resigned|left(?: office)?|"
    rf"died|departed|moved on|ended (?:his|her|their) (?:term|tour))\b[^,.;]{{0,60}}, {TITLE}$"
)
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
FOR_A_TIME = re.compile(r"(?:acting|interim|caretaker|ad interim|officiating)\b", re.I)
_NEAR = 120  # characters between the one who goes and the one who comes


@dataclass(frozen=True, slots=True)
class Succession:
    """Who came for whom, and the post where the words name it."""

    incomer: Mention
    outgoer: Mention
    post: Mention | None


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
        if _GIVES_WAY.search(between):
            yield Succession(second, first, next((p for p in posts if first.end < p.start < second.start), None))
        elif _PREDECESSOR.match(text, second.end) and first.how != "pronoun":
            yield Succession(first, second, None)
        elif first.how != "pronoun" and _IN_HIS_PLACE.match(text, second.end):
            yield Succession(second, first, None)
        elif _GOES.fullmatch(between) and _COMES_IN.match(text, second.end):
            made = (p for p in lasting if p.start > second.end and _MADE.fullmatch(text, second.end, p.start))
            yield Succession(second, first, next(made, None))
        elif _TAKES_OVER.search(between) and not _PASSIVE.search(between):
            named = next((p for p in posts if p.start > second.end and _AS.fullmatch(text[second.end : p.start])), None)
            yield Succession(first, second, named)
