"""Who holds which post: a person and a post named side by side, and the editions of an operation series."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from customs_kg.builders.document import Document, Passage
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.relations.posts.signatures import signed_posts
from customs_kg.builders.relations.posts.successions import FOR_A_TIME, Succession, successions_of
from customs_kg.builders.things.things import Mention, Things
from customs_kg.graph.identifiers import mint_thing, period_iri
from customs_kg.graph.model import Claim, Entity, Modality, Span
from customs_kg.ontology.iris import CK, FOAF
from customs_kg.ontology.vocabulary import load_terms

_JOINS = re.compile(
    r"^[\s,:(]*(?:(?:is|was|remains|became|serves|served|acts|acted|works|as|the|an?|incumbent|current|currently|present|outgoing|retiring|"
    r"our|its|their|then|now|former|new|appointed|named|elected|has|had|have|been|since|previously|formerly|of|held|filled|assumed|"
    r"throughout|during|year|whole|occupied|by|at|that|time|until|till|hitherto|"
    r"(?:post|position|office) (?:to which|which)|"
    r"Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Hon\.?|Shri|Smt\.?|Atty\.?|Eng\.?|Prof\.?|Dame|"
    r"(?:Major|Brigadier|Lieutenant|Lt\.?|Maj\.?|Brig\.?) General|(?:Rear|Vice) Admiral|Colonel|Col\.?|Captain|Capt\.?|"
    r"Brigadier|Commodore|Senator|Sheikh|Datuk|Dato'?|Seri|Tan Sri|"
    r"His|Her|Excellency|Honou?rable|Rt|Right|Hon|post|position|office|(?-i:[A-Z]{2,4}))\b[\s,.]*)*$",
    re.I,
)
_FROM = re.compile(
    r"\b(?:taking over from|took over from|in succession to|succeeding|succeeded|replacing|in place of) "
    rf"{TITLE}$"
)
_LEFT = re.compile(
    r" (?:(?:had|has|then|also) )?(?:left|vacated|relinquished|resigned|retired|stepped down|gave up|laid down)"
    r"(?: from| as)?(?: (?:the|his|her))?(?: (?:office|post|position|role))?(?: of| as)? (?:the )?$|"
    r" (?:(?:was|has been|had been) )?(?:promoted|moved|transferred|elevated|rose|advanced)(?: in [A-Z][a-z]+)? from "
    r"(?:the )?(?:(?:post|position|office|rank) of )?$"
)
_FORMER = re.compile(
    r"\b(?:outgoing|retiring|"
    r"then|until|till|hitherto|former|formerly|previously|taking over|took over|succe\w+|replacing|in place of|"
    r"at (?:that|the) time|left|vacated|relinquished|resigned|retired|stepped down|gave up|laid down)\b",
    re.I,
)
# right before the one who went: "who succeeded A as P", "the departure of A", "my predecessor, A"
_AFTER = re.compile(
    r"\b(?:succeeded|succeeding|succeeds|replaced|replacing|relieved|relieving|took over from|taking over from|"
    r"in succession to|successor to|predecessor,?(?: as [A-Z][\w -]{3,40},)?|predecessor as|"
    r"(?:departure|retirement|superannuation|resignation|death|passing|transfer|removal) of) "
    rf"(?:the late )?{TITLE}$"
)
# behind a holder and the post: "A, the Commissioner, *resigned* in May"
_GOES = re.compile(
    r",? (?:had |has |then )?(?:resigned|retired|stepped down|stood down|died|departed|left (?:office|the (?!the)))\b"
)
_PROPOSED = re.compile(rf"\b(?:nomination|candidacy|candidature|proposal|recommendation) of {TITLE}$")
# "A was appointed P, B having been transferred"
_HAVING_GONE = re.compile(r",? having (?:been )?(?:transferred|moved|promoted|retired|resigned|left|died|recalled)\b")
# "as Commissioner since A *stepped down*"
_SINCE_GONE = re.compile(
    r" (?:stepped|left|retired|resigned|departed|died|moved|vacated|was (?:transferred|moved|promoted))\b"
)
_IS_SUBJECT = re.compile(
    r",? (?:(?:was|is|has|had|will|also|then)\b|[a-z]+ed\b|came\b|took\b|gave\b|led\b|held\b|met\b|made\b)"
)
_NOW = re.compile(r"\b(?:is now|now|currently|is at present|today)\b")
_SIGNED = 160  # characters of a signature of two lines
_YEAR = re.compile(r"\s*\b(?:19|20)\d\d(?:[/-]\d{2,4})?$")


def read_tenures(document: Document, things: Things) -> tuple[list[Entity], list[Claim]]:
    """The tenures that the report states, as entities with the claims that tie them to person and post.

    Each also gives the short edge `ck:holds` from the person to the post.
    """
    entities: dict[str, Entity] = {}
    spans: dict[tuple[str, str, str], list[Span]] = {}
    former: dict[tuple[str, str, str], list[Span]] = {}
    open_ends: list[tuple[Succession, Span]] = []
    for passage in document.passages:
        now, before, unnamed = _of_passage(document, passage, things)
        open_ends += unnamed
        for person, post, span in before:
            former.setdefault((person.thing, "holds", post.thing), []).append(span)
        for person, post, span in now:
            tenure = _tenure(document, things, person.thing, post.thing)
            entities[tenure.iri] = tenure
            for edge in _edges(tenure, person.thing, post.thing):
                spans.setdefault(edge, []).append(span)
        for person, post_iri, signed in signed_posts(document, passage, things):
            tenure = _tenure(document, things, person.thing, post_iri)
            entities[tenure.iri] = tenure
            for edge in _edges(tenure, person.thing, post_iri):
                spans.setdefault(edge, []).extend(signed)
    for succession, span in open_ends:
        held = [post for person, name, post in spans if name == "holds" and person == succession.incomer.thing]
        if len(set(held)) == 1:
            former.setdefault((succession.outgoer.thing, "holds", held[0]), []).append(span)
    claims = [
        _claim(*edge, tuple(sorted(set(found))), modality)
        for modality, edges in ((Modality.STANDING, spans), (Modality.ACTUAL, former))
        for edge, found in sorted(edges.items())
    ]
    return [entities[iri] for iri in sorted(entities)], claims


_Held = tuple[Mention, Mention, Span]  # a person, the post and the words


def _of_passage(
    document: Document, passage: Passage, things: Things
) -> tuple[list[_Held], list[_Held], list[tuple[Succession, Span]]]:
    """Who holds which post by a passage, who held one, and the successions that name no post."""
    now: list[_Held] = []
    before: list[_Held] = []
    unnamed: list[tuple[Succession, Span]] = []
    paired = _pairs(passage, things)
    for person, post, span in [
        *((a, b, _span(passage, a, b)) for a, b in paired),
        *_signature(document, passage, things),
    ]:
        between = passage.text[min(person.end, post.end) : max(person.start, post.start)]
        gone = _FORMER.search(between) or _AFTER.search(passage.text[: min(person.start, post.start)])
        if _PROPOSED.search(passage.text, 0, min(person.start, post.start)):
            continue  # "the nomination of A as P"
        gone = gone or _GOES.match(passage.text, max(person.end, post.end))
        gone = gone or _LEFT.match(between) or _HAVING_GONE.match(passage.text, person.end)
        if between.endswith("since "):
            gone = gone or _SINCE_GONE.match(passage.text, person.end)
        (before if gone and not _NOW.search(between) else now).append((person, post, span))
    for said in successions_of(document, passage, things):
        if said.moved:
            continue
        taken = said.post or _post_of(said, _held_alike(said, now, before), things)
        if taken is None:
            unnamed.append((said, _span(passage, said.incomer, said.outgoer)))
            before += [held for held in now if held[0].thing == said.outgoer.thing]
            now = [held for held in now if held[0].thing != said.outgoer.thing]
            continue
        now = [held for held in now if held[0].thing != said.outgoer.thing]
        now.append((said.incomer, taken, _span(passage, said.incomer, taken)))
        if not FOR_A_TIME.match(things.entities[taken.thing].label):
            before.append((said.outgoer, taken, _span(passage, said.outgoer, taken)))
    return now, before, unnamed


def _held_alike(said: Succession, now: Sequence[_Held], before: Sequence[_Held]) -> list[tuple[Mention, Mention]]:
    """Who holds which post, and what the one who went held; not what the one who came held until then."""
    gone = [held for held in before if held[0].thing == said.outgoer.thing]
    return [(person, post) for person, post, _ in (*now, *gone)]


def _post_of(said: Succession, paired: Sequence[tuple[Mention, Mention]], things: Things) -> Mention | None:
    """The post that stands beside the one who went, unless for a time only, else beside the one who came."""
    for person in (said.outgoer, said.incomer):
        for holder, post in paired:
            acting = person is said.outgoer and FOR_A_TIME.match(things.entities[post.thing].label)
            if holder.thing == person.thing and not acting:
                return post
    return None


def _pairs(passage: Passage, things: Things) -> list[tuple[Mention, Mention]]:
    mentions = things.named_in(passage.index)
    pairs: list[tuple[Mention, Mention]] = []
    for left, right in pairwise(mentions):
        between = passage.text[left.end : right.start]
        kinds = [_kind(things, mention) for mention in (left, right)]
        if (
            kinds == ["post", "post"]
            and re.fullmatch(r",?\s*and (?:the )?", between)
            and pairs
            and pairs[-1][1] is left
        ):
            pairs.append((pairs[-1][0], right))
        elif kinds == ["person", "post"] and (_JOINS.match(between) or _LEFT.match(between)):
            pairs.append((left, right))
        elif kinds == ["post", "person"] and _JOINS.match(between):
            if pairs and pairs[-1][1] is left and _IS_SUBJECT.match(passage.text, right.end):
                pairs.pop()  # "at the invitation of A, the Secretary General, *B, came*"
            elif pairs and pairs[-1][1] is left:
                continue
            pairs.append((right, left))
        elif kinds == ["post", "person"] and _FROM.search(between) and len(between) < 90:
            pairs.append((right, left))  # the one before: "B was appointed P, taking over from A"
    return [*pairs, *_sharers(passage.text, mentions, things)]


# "Of the four *Vice Ministers*, A ...", "*Vice Ministers*, namely A and B", "three *Directors* assist C, among them A"
_HIM = r"(?: [a-z]+ (?:him|her|(?:Mr|Ms|Mrs|Dr)\.? [A-Z][a-z]+))?"
_SHARED = re.compile(
    rf"(?: \(|:|,| are| were|,? namely|,? including|{_HIM},? among (?:them|whom))(?: are| were)? {TITLE}$"
)
_NEXT_SHARER = re.compile(rf"(?:[,;]| and|, and) {TITLE}$")


def _sharers(text: str, mentions: Sequence[Mention], things: Things) -> list[tuple[Mention, Mention]]:
    """The persons of whom several hold a post alike: "Of the Vice Ministers, *A* leads B and *C* looks after D"."""
    pairs: list[tuple[Mention, Mention]] = []
    post: Mention | None = None
    told = False
    for mention in mentions:
        if _kind(things, mention) == "post":
            post, told = (mention if _is_plural(text[mention.start : mention.end]) else None), False
        elif post is not None and _kind(things, mention) == "person":
            form, start = (_NEXT_SHARER, post.end) if told else (_SHARED, post.end)
            if form.search(text, start, mention.start) and (told or _SHARED.fullmatch(text, start, mention.start)):
                pairs.append((mention, post))
                told = True
    return pairs


def _is_plural(words: str) -> bool:
    """Whether the head of a post's name is plural: "Vice *Ministers*", "*Directors* of Customs"."""
    head = re.split(r" (?:of|for) ", words)[0]
    return head.endswith("s") and not head.endswith("ss")


def _signature(document: Document, passage: Passage, things: Things) -> list[tuple[Mention, Mention, Span]]:
    """A person on one line and a post on the next, as letters are signed."""
    if passage.index + 1 >= len(document.passages):
        return []
    following = document.passages[passage.index + 1]
    ends = [_alone(p, things) for p in (passage, following)]
    if ends[0] is None or ends[1] is None or [_kind(things, m) for m in ends if m] != ["person", "post"]:
        return []
    span = Span(passage.segment.text.offset(ends[0].start), following.segment.text.span(ends[1].start, ends[1].end).end)
    return [(ends[0], ends[1], span)] if span.end - span.start < _SIGNED else []


def _alone(passage: Passage, things: Things) -> Mention | None:
    """The one name that a passage consists of, titles aside."""
    named = things.named_in(passage.index)
    if len(named) != 1 or passage.text[named[0].end :].strip(" .,"):
        return None
    return named[0] if re.fullmatch(r"(?:[A-Z][a-z]{0,5}\.? ?){0,2}", passage.text[: named[0].start]) else None


def _kind(things: Things, mention: Mention) -> str:
    cls = things.entities[mention.thing].cls
    return "person" if cls == FOAF + "Person" else "post" if load_terms().is_a(cls, CK + "Post") else ""


def _edges(tenure: Entity, person: str, post: str) -> tuple[tuple[str, str, str], ...]:
    """Subject, property and object of what a tenure ties together."""
    return (tenure.iri, "tenureOf", person), (tenure.iri, "tenurePost", post), (person, "holds", post)


def _tenure(document: Document, things: Things, person: str, post: str) -> Entity:
    who, what = things.entities[person].label, things.entities[post].label
    label = f"{who} as {what}"
    return Entity(
        iri=mint_thing("tenure", things.territory, label),
        cls=CK + "Tenure",
        label=label,
        links=((CK + "tenurePeriod", period_iri(document.reporting)),),
    )


def _span(passage: Passage, *mentions: Mention) -> Span:
    return passage.segment.text.span(min(m.start for m in mentions), max(m.end for m in mentions))


def _claim(subject: str, predicate: str, target: str, spans: tuple[Span, ...], modality: Modality) -> Claim:
    return Claim(subject, CK + predicate, target, modality, Decimal("0.90"), spans, "tenure-side-by-side")


def read_editions(things: Things) -> list[Claim]:
    """An operation named with a year is an edition of the series that has its name without the year."""
    terms = load_terms()
    series = {e.label.casefold(): e.iri for e in things.entities.values() if terms.is_a(e.cls, CK + "OperationSeries")}
    claims: list[Claim] = []
    for entity in _operations(things):
        bare = _YEAR.sub("", entity.label).casefold()
        if bare != entity.label.casefold() and bare in series and entity.mentions:
            claims.append(
                Claim(
                    entity.iri,
                    CK + "editionOf",
                    series[bare],
                    Modality.STANDING,
                    Decimal("0.95"),
                    entity.mentions[:1],
                    "name-with-year",
                )
            )
    return claims


def _operations(things: Things) -> Sequence[Entity]:
    terms = load_terms()
    return [e for _, e in sorted(things.entities.items()) if terms.is_a(e.cls, CK + "Operation")]
