"""The second slot of a frame: what its words govern behind the verb, and what stands elsewhere for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.english.months import MONTHS
from customs_kg.builders.relations.frames.frames import ANY_VERB, Frame, match_from, match_words
from customs_kg.builders.relations.frames.fronted import before_subject
from customs_kg.builders.relations.frames.goods_rows import origins, traded_goods
from customs_kg.builders.relations.frames.objects import objects, relative_object
from customs_kg.builders.relations.frames.scene import OF_PLACE, Scene
from customs_kg.builders.relations.frames.set_apart import set_apart
from customs_kg.builders.relations.frames.sites import inside_sites
from customs_kg.builders.relations.frames.split_rows import rest_of_row
from customs_kg.builders.things.things import Mention
from customs_kg.ontology.iris import CK

_YEAR = re.compile(r"(?:19|20)\d\d")
# whom one answers to "through" whom
_UP_TO = frozenset(CK + n for n in "answersTo reportsToBody".split())
_THROUGH = re.compile(r"\s*(?:\([^()]*\))?,? through (?:the )?")
_UNDER = frozenset("in under at with by".split())
# verbs whose preposition may have an object before it: "the lane *links A with B*"
_TWO_PLACES = frozenset(("be", ANY_VERB, "link", "connect", "join"))
_SET_NOUNS = frozenset(
    "charge command control support favour favor respect place breach violation light view terms need search pursuit "
    "excess honour honor possession receipt recognition anticipation preparation advance front spite lieu case course "
    "behalf account top expense cost request invitation instigation initiative behest suggestion instance".split()
)
_TIMES = frozenset("last this then until since before again too in on during for".split())


def after_words(scene: Scene, frame: Frame) -> list[Mention]:
    """The mentions after the words of the frame."""
    parsed, clause = scene.parsed, scene.clause
    if not frame.words:
        return _right_behind(scene, frame)
    first = scene.start_of_any if frame.verb == ANY_VERB else clause.group[1]
    following = scene.behind_subject if frame.verb == ANY_VERB else scene.behind_verb
    stops = {place - first for place in scene.starts_of_others if place > first}
    if frame.verb == "be" and not frame.passive and frame.words[0] not in _UNDER:  # "is *in charge* of A" is no charge
        stops |= {i for i, word in enumerate(following) if word in _UNDER}
    near = frame.predicate in OF_PLACE and not frame.passive and frame.verb not in _TWO_PLACES
    if near:
        origin = _behind_origin(following) if clause.finite else 0
        taken = match_from(frame.words, following, origin)
    else:
        taken = match_words(frame.words, following, stops)
    if taken is None:
        return before_subject(scene, frame)
    if frame.words[-1] in ("in", "at", "on") and _is_no_slot(following[taken : taken + 2]):
        return []
    found = objects(parsed, scene.n, frame.words, scene.text, scene.mentions, start=first + taken)
    if not found and frame.is_bare:
        found = list(set_apart(scene, frame, first + taken))
    if not found and frame.predicate == CK + "targetsGoods" and first + taken < len(parsed.tokens):
        found = origins(scene.text, parsed.tokens[first + taken].start, scene.named)
    if not found and frame.predicate in OF_PLACE and (inner := inside_sites(following[taken:])):
        found = objects(parsed, scene.n, ("in",), scene.text, scene.mentions, start=first + taken + inner)
    if not found and (frame.is_bare or _is_stranded(following[taken:])):
        found = relative_object(parsed, clause, scene.text, scene.mentions)
    through = _THROUGH.match(scene.text, found[-1].end) if found and frame.predicate in _UP_TO else None
    above = [m for m in scene.named if through and m.start == through.end()]
    last = parsed.tokens[clause.extent[1] - 1].end
    again = rest_of_row(found[-1], last, scene.text, scene.mentions, f" {frame.words[-1]}") if found else []
    return [*found, *again, *above]


def _right_behind(scene: Scene, frame: Frame) -> list[Mention]:
    """The mentions that the verb alone governs; "it was *the turn of* A" says of nothing that it is A."""
    if frame.verb == "be":
        end = scene.parsed.stretch(scene.clause.group)[1]
        return [m for m in scene.direct if m.start < end or " of " not in scene.text[end : m.start]]
    return list(scene.direct) or (_goods_unnamed(scene) if frame.predicate == CK + "targetsGoods" else [])


def _goods_unnamed(scene: Scene) -> list[Mention]:
    """What the object of a verb tells of goods that it does not name: what is traded, or where they come from."""
    behind = scene.parsed.stretch(scene.clause.group)[1]
    return traded_goods(scene) or origins(scene.text, behind, scene.named)


def _is_no_slot(words: Sequence[str]) -> bool:
    """Whether a date or a set noun is where a slot would be: "set up *in May 2017*", "built *at the expense of* A"."""
    if words[:1] == ["the"]:
        return not _SET_NOUNS.isdisjoint(words[1:])
    return any(w in _SET_NOUNS or w.capitalize() in MONTHS or _YEAR.fullmatch(w) for w in words[:1])


def _is_stranded(following: Sequence[str]) -> bool:
    """Nothing that a preposition could govern follows it: "B, which A *took part in* last year"."""
    return not following or following[0] in _TIMES


def _behind_origin(following: Sequence[str]) -> int:
    """Where "to" stands behind the place that something comes from: "moved *from A* to B"; else 0."""
    if following[:1] != ["from"]:
        return 0
    return next((i for i, word in enumerate(following[:8]) if word in ("to", "into")), 0)
