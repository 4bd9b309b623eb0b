"""Nouns that say what a verb says: "the launch of A by B", "B's launch of A", "ties between A and B"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from customs_kg.builders.document import Passage
from customs_kg.builders.english.cued import cued
from customs_kg.builders.english.titles import TITLE
from customs_kg.builders.english.token import Token
from customs_kg.builders.relations.frames.paraphrases import stands_for
from customs_kg.builders.relations.heads import outermost
from customs_kg.builders.relations.phrases.prepositions import possessive_stretch
from customs_kg.builders.relations.proposals import Proposal
from customs_kg.builders.relations.spelled_lists import JOIN, row_from
from customs_kg.builders.things.things import Mention
from customs_kg.graph.model import Modality
from customs_kg.ontology.errors import OntologyError
from customs_kg.ontology.iris import CK
from customs_kg.ontology.wordings import nominals

_SURE = Decimal("0.75")
_NEAR = 90  # characters within which a name that a noun's preposition governs begins
_NOT_DONE = cued(
    "no without lack absence planned proposed possible envisaged intended future draft suspended end cancelled refused "
    "against plan plans proposal proposals preparation preparations talks negotiations request requests application "
    "applications bid bids call calls",
    r"\b(?:no|without|lack of|absence of|planned|proposed|possible|envisaged|intended|future|draft|suspended|end of|"
    r"cancelled|refused|against|(?:plans?|proposals?|preparations?|talks|negotiations|requests?|applications?|bids?|calls?)"
    r" (?:for|on|of|to|about))(?: the| any| further)?(?: [a-z-]+)?\s*$",
    re.I,
)
# verbs of a doing that was not, or not yet, done: "the signature of A by B was refused"
NOT_DONE_VERBS = frozenset(
    "abandon await block cancel consider debate decline defer delay deny discuss drop envisage expect foresee halt "
    "hinder intend negotiate oppose plan postpone prepare prevent propose recommend refuse reject request seek shelve "
    "stall suspend urge want".split()
)
# between the noun, or the name behind it, and the next preposition: brackets, an amount, a date, a kind
_AMOUNT = (
    r"(?: of (?:about |some |over )?[^,;()a-z]{0,12}\d[^,;()]{0,22}?|"
    r" of (?!an? |the )[a-z-]+(?: (?:and )?[a-z-]+)?)?"
)
_AFTER_NAME = (
    r"['\"\s)]*(?:\([^()]*\))?(?: (?:[a-z-]+ )?(?:programme|program|project|scheme|system|initiative|campaign|office|"
    r"forum|work|upgrade|modernisation|modernization|construction))?"
    r"(?:,? (?:in|on|since)(?: \d{1,2})?(?: [A-Z][a-z]+)?(?: \d{4})?)?"
)
_COMES = (
    r"(?: (?:(?:came|comes|has come)(?: [a-z]+ly)?|"
    r"(?:was|were|is|are|has been|have been)(?: [a-z]+ly)? [a-z]+(?:ed|en|wn|ven|un)))?"
)
_LEAD = r"(?:the |its |our |their |an? |all |both )?(?:[a-z-]+ (?:of (?:the )?)?){0,2}" + TITLE
# what else a noun's phrase may hold between its two sides
_FURTHER = re.compile(_AFTER_NAME + r" (from|by|in|at|with) (?:the )?")
_STANDS = r"(?: (?:is|are|was|were|has been|have been|came|entered)(?: (?:in|into) (?:place|force)| [a-z]+ed)?)?"
# verbs that may stand before a preposition: "funding for A was obtained *from* B", "rules for A are in place *with* B"
_RUN = (
    r"(?: (?:was|were|is|are|has been|have been|began|started|took place|is being)"
    r"(?: [a-z]+ed| held| begun| run)?(?: out)?)?"
)
_COMING = {"from": _COMES, "by": _COMES, "with": _STANDS, "at": _RUN, "in": _RUN}
# who does what a noun says, without "by": "enforcement of A *is in the hands of* B", "supervision of A *passed to* B"
_FALLS_TO = re.compile(
    _AFTER_NAME + r",? (?:(?:(?:now|also|still|today|thus|jointly|largely|chiefly|mainly) )?"
    r"(?:(?:is|are|was|were|remains?|has been|have been|became)(?: now| also| still| jointly| largely| chiefly)? "
    r"(?:(?:the|a) (?:joint )?(?:responsibility|task|duty|business|job|concern|province|preserve|work|matter) "
    r"(?:of|for)|"
    r"in the (?:hands|care|charge|remit|gift) of|(?:entrusted|assigned|delegated|transferred|handed|handed over|"
    r"left|devolved|given|passed|moved|reserved) to|vested in|with|up to)|"
    r"(?:passed|went|moved) from [^.;]{3,60}? to|"
    r"(?:falls?|fell|passed|passes|goes|went|belongs?|moved|lies|lay|rests?|rested|remains?|resides?|sits) "
    r"(?:to|with|under|on)))"
    r"(?: (?:the|its|our|their))? [\"']?"
)
# who does it, before the noun: "A *is responsible for the* enforcement of B", "A took over the running of B"
_SEES_TO = re.compile(
    r"['\"\s)]*(?:\([^()]*\))?,? (?:also |now |then |jointly |still )?(?:"
    r"(?:is|are|was|were|remains?|became|has been|have been)(?: also| now| still| jointly)? "
    r"(?:responsible for|in charge of|charged with|tasked with|entrusted with|answerable for|engaged in)|"
    r"(?:handles?|handled|undertakes?|undertook|performs?|performed|assumed|assumes?|oversees?|oversaw|ensures?|ensured|"
    r"completed|began|started|continued|secured|manages?|managed|coordinates?|coordinated|supervises?|supervised|"
    r"leads?|led|directs?|directed|effects?|effected)|"
    r"(?:carries|carried) out|(?:takes?|took) (?:over|on|care of|charge of)|looks? after|looked after|sees? to|saw to|"
    r"attends? to|provides? for|(?:has|have|had|bears?|holds?) (?:responsibility for|charge of)"
    r") (?:the |its |their )?(?:[a-z-]+ ){0,2}"
)


_JOINING = frozenset(CK + name for name in ("memberOf", "signatory"))
_ON_PAPER = re.compile(
    r"\b(?:agreements?|consultations?|decisions?|protocols?|terms|conditions) (?:on|for|of|about) "
    r"(?:the )?(?:[A-Z][\w-]*(?: [A-Z][\w-]*)*'s? )?(?:[a-z-]+ )?$"
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun with two sides, each a preposition and whether the triple's subject stands behind it."""

    predicate: str
    noun: str
    first: tuple[str, bool]
    second: tuple[str, bool]

    @property
    def owner(self) -> tuple[str, bool] | None:
        """The side that can stand before the noun as its owner: the doer behind "by", else what is behind "of"."""
        sides = (self.first, self.second)
        return next((s for word in ("by", "of") for s in sides if s[0] == word), None)


def nominal_claims(passage: Passage, mentions: Sequence[Mention], joining: Container[str]) -> Iterator[Proposal]:
    """What the nouns of a passage state of the names around them, by the properties `joining` them; all stand."""
    text = passage.text
    yield from _joint(text, mentions)
    if len(mentions) < 2:
        return
    for token in passage.words.tokens:
        worded = _by_word(token.lower)
        if not worded or not (token.is_noun or token.lower in _ALSO_VERBS):
            continue
        readings = [nominal for nominal in worded if nominal.predicate in joining]
        if not readings or _NOT_DONE.search(text, max(0, token.start - 40), token.start):
            continue
        around = [m for m in mentions if m.start <= token.start < m.end]
        if all(m.how == "description" for m in around):  # "merger of A" is its noun, not a name
            named = outermost([m for m in mentions if m.how != "pronoun" and m not in around])
            near = any(0 <= m.start - token.end <= _NEAR for m in named)
            paper = _ON_PAPER.search(text, max(0, token.start - 60), token.start) is not None
            for nominal in readings if near else ():
                if paper and nominal.predicate in _JOINING:
                    continue  # "an agreement on A's accession to B"
                yield from _of_noun(nominal, token, text, named, mentions)


_ALSO_VERBS = frozenset("launch start use support help aid issue release conduct design purchase".split())


_JOINT = re.compile(
    r"joint (?<=\bjoint )(?:(?!(?:established|founded|set|chaired|headed|approved|convened|ordered)\b)[a-z-]+ ){1,3}"
    r"(?:of|by|between|involving) (?:the |its |our )?"
)


def _joint(text: str, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """As in "a joint patrol of A and B": the first works with the others."""
    for said in _JOINT.finditer(text):
        row = row_from(said.end(), text, mentions)
        alone = (
            JOIN.match(text[a.end : b.start]) is not None for a, b in pairwise(row)
        )  # not "A, with its office at B"
        for other in [m for m, _ in zip(row[1:], takewhile(bool, alone), strict=False)]:
            if row[0].thing != other.thing:
                yield Proposal(
                    row[0], CK + "cooperatesWith", other, Modality.STANDING, "nominal-joint-cooperatesWith",
                    said.span(), _SURE,
                )  # fmt: skip


@lru_cache(maxsize=4096)
def _by_word(word: str) -> tuple[Nominal, ...]:
    """The nominals whose noun a word can stand for."""
    if word not in _stems() and word.removesuffix("s") not in _stems():
        return ()
    return tuple(n for key in sorted(stands_for(word)) for n in _by_noun().get(key, ()))


@lru_cache(maxsize=1)
def _by_noun() -> Mapping[str, tuple[Nominal, ...]]:
    """All nominals of the lexicon by their noun.

    Raises:
        OntologyError: one does not have the form `noun of X by Y`.
    """
    found: dict[str, list[Nominal]] = {}
    for entry in nominals():
        parts = re.fullmatch(r"([a-z-]+) ([a-z]+) ([XY]) ([a-z]+) ([XY])", entry.pattern)
        if parts is None or parts[3] == parts[5]:
            raise OntologyError(
                f'The nominal "{entry.pattern}" of {entry.predicate} is malformed: expected "noun of X by Y"; mend it '
                "in lexicon-nominals.ttl."
            )
        sides = ((parts[2], parts[3] == "X"), (parts[4], parts[5] == "X"))
        found.setdefault(parts[1], []).append(Nominal(entry.predicate, parts[1], *sides))
    return {noun: tuple(rows) for noun, rows in found.items()}


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """Every word that can stand for the noun of a nominal, in its singular."""
    return frozenset().union(*(stands_for(noun) for noun in _by_noun()))


def _of_noun(
    nominal: Nominal, noun: Token, text: str, named: Sequence[Mention], mentions: Sequence[Mention]
) -> Iterator[Proposal]:
    for one, other in ((nominal.first, nominal.second), (nominal.second, nominal.first)):
        left = _behind(one[0], noun.end, text, named)
        if left is not None:
            row = [left] if other[0] == "and" else _row_from(left, one[0], text, named)
            for right in _row_behind(other[0], row[-1], text, named):
                for each in row:
                    if each.thing != right.thing:
                        yield _proposal(nominal, one, each, right, noun)
        if one[0] == "by":
            yield from _by_verbs(nominal, one, other, noun, text, named)
        if nominal.owner == one and other[0] != "and":
            yield from _owned(nominal, one, other, noun, text, named, mentions)


def _owned(
    nominal: Nominal,
    owner: tuple[str, bool],
    other: tuple[str, bool],
    noun: Token,
    text: str,
    named: Sequence[Mention],
    mentions: Sequence[Mention],
) -> Iterator[Proposal]:
    """As in "A's *launch of B*", "its *gift of B to C*"."""
    owners = [m for m in mentions if possessive_stretch(text, m, noun.start)]
    owned = _behind(other[0], noun.end, text, named) if owners else None
    if owners and owned is None and nominal.predicate == CK + "supports":
        owned = _given_to(other[0], noun.end, text, named)
    for further in _row_from(owned, other[0], text, named) if owned is not None else ():
        yield _proposal(nominal, owner, owners[-1], further, noun)


def _given_to(word: str, at: int, text: str, named: Sequence[Mention]) -> Mention | None:
    """Who is given what: "A's donation of B *to C*"."""
    gift = _behind("of", at, text, named)
    behind = _row_behind(word, _row_from(gift, "of", text, named)[-1], text, named) if gift is not None else ()
    return behind[0] if behind and word != "of" else None


def _row_from(first: Mention, word: str, text: str, named: Sequence[Mention]) -> list[Mention]:
    """A name and those in a row with it that the same preposition governs: "by A and B", not "by A in B"."""
    row = row_from(first.start, text, named) or [first]
    turns = (n for n, (a, b) in enumerate(pairwise(row), 1) if _turns(text[a.end : b.start], word))
    return row[: next(turns, None)]


def _turns(between: str, word: str) -> bool:
    return any(said in between.split() for said in _ELSEWHERE if said != word)


_ELSEWHERE = ("in", "of", "its", "their")


def _by_verbs(
    nominal: Nominal, doer: tuple[str, bool], other: tuple[str, bool], noun: Token, text: str, named: Sequence[Mention]
) -> Iterator[Proposal]:
    """Who does what the noun says by a verb: "A sees to the *running of B*", "the *running of B* fell to A"."""
    about = _behind(other[0], noun.end, text, named)
    if about is None:
        return
    row = row_from(about.start, text, named) or [about]
    before = next((m for m in reversed(named) if m.end <= noun.start), None)
    following = [m for m in named if m.start >= row[-1].end and m.thing != row[-1].thing][:2]  # "from A to B"
    behind = next((m for m in following if _FALLS_TO.fullmatch(text, row[-1].end, m.start)), None)
    if before is not None and _SEES_TO.fullmatch(text, before.end, noun.start):
        yield from (_proposal(nominal, doer, before, further, noun) for further in row)
    elif behind is not None:
        yield from (_proposal(nominal, doer, behind, further, noun) for further in row)


def _proposal(nominal: Nominal, side: tuple[str, bool], left: Mention, right: Mention, noun: Token) -> Proposal:
    subject, target = (left, right) if side[1] else (right, left)
    rule = f"nominal-{nominal.noun}-{nominal.predicate.rpartition('#')[2]}"
    return Proposal(subject, nominal.predicate, target, Modality.STANDING, rule, (noun.start, noun.end), _SURE)


def _behind(word: str, at: int, text: str, named: Sequence[Mention]) -> Mention | None:
    """The name that a preposition right behind a noun governs."""
    following = next((m for m in named if m.start >= at), None)
    if following is None or following.start - at > _NEAR:
        return None
    return following if _governs(_AMOUNT, word, text[at : following.start]) else None


def _governs(before: str, word: str, between: str) -> bool:
    """Whether a stretch is what may stand before a preposition, the preposition, and what may stand before a name."""
    return f" {word} " in between and _between(before, word).fullmatch(between) is not None


@cache
def _between(before: str, word: str) -> re.Pattern[str]:
    return re.compile(rf"{before} {word} {_LEAD}['\"]?")


def _row_behind(word: str, left: Mention, text: str, named: Sequence[Mention]) -> Sequence[Mention]:
    """The names in a row that a preposition governs which stands behind a name, or behind the verb of that name."""
    following = [m for m in named if m.start >= left.end and m.thing != left.thing]  # not its short form in brackets
    other = _FURTHER.fullmatch(text, left.end, following[0].start) if word != "and" and following else None
    if other is not None and other[1] != word:  # "the transfer of A *from B* to C"
        passed = _row_from(following[0], other[1], text, named)[-1:]
        behind = next((m for m in following[1:] if passed and m.start >= passed[0].end), None)
        if behind is not None and _governs(_AFTER_NAME, word, text[passed[0].end : behind.start]):
            return _row_from(behind, word, text, named)
    if not following or following[0].start - left.end > _NEAR:
        return ()
    if not _governs(_AFTER_NAME + _COMING.get(word, ""), word, text[left.end : following[0].start]):
        return ()
    return _row_from(following[0], word, text, named)
