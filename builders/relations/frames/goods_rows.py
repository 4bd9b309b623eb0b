"""Goods in the slots of a frame: those of a trade or an offence, and those that their origins set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.spelled_lists import row_from
from customs_kg.builders.things.things import Mention

_TRADE_IN = re.compile(
    r" (?:the )?(?:[a-z-]+ )?(?:trade|traffic|trafficking|commerce|dealing) in "
    r"(?:illegal |illicit |counterfeit |smuggled )*"
)
_OF_GOODS = re.compile(r" (?:of|in) (?:the |illegal |illicit |counterfeit |smuggled )*")
_FROM = re.compile(
    r" (?:from|made in|produced in|grown in|originating in) "
    r"(?:(?:the |an? )?(?:[a-z]+ ){1,3}(?:in|of|near|at) )?(?:the |[a-z]+ ){0,3}"
)
_JOINED = re.compile(r"(?: in [A-Z]\w+)?(?:, and|,| and| or| as well as) ")
_ADJECTIVES = re.compile(r"(?:[a-z-]+ ){0,2}")


def traded_goods(scene: Scene) -> list[Mention]:
    """The goods of a trade that is the object of a verb: "curb the illicit trade in *A and B*"."""
    start, end = scene.parsed.stretch((scene.clause.group[1] - 1, scene.clause.extent[1]))
    trade = _TRADE_IN.search(scene.text, start, end)
    return row_from(trade.end(), scene.text, scene.mentions) if trade else []


_GOODS_OF = re.compile(
    r" ?(?:(?:all|any|certain|some|most|the|its|their|goods|products|imports|exports|articles|items|merchandise) |"
    r"[a-z][a-z-]+(?:, | (?:and|or) | ))*?(?:(?<=goods )of|(?<=products )of|(?<=imports )of|"
    r"(?:exported |imported |shipped |sourced |coming |originating )?from|originating in|"
    r"(?:made|mined|produced|manufactured|grown|harvested|assembled|or|wholly|in whole|in part|partly| )+ (?:in|by)) "
    r"(?:the |[a-z]+ in ){0,2}"
)


def origins(text: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """Where goods come from that have no name: "duties on flat sections exported from *A and B*", "goods of *A*"."""
    said = _GOODS_OF.match(text, start)
    row = row_from(said.end(), text, mentions) if said else []
    return [m for m in row if m.how != "description"] if said and row and row[0].start == said.end() else []


def with_goods(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, and what an offence among them is of: "to curb the *smuggling* of *A, B and C*"."""
    found = list(mentions)
    for m in mentions:
        behind = _OF_GOODS.match(scene.text, m.end)
        row = row_from(behind.end(), scene.text, scene.mentions) if behind else []
        found += [n for n in row if n.start - m.end < 60 and n not in found]
    for m in found:  # grows with what it adds
        found += [n for n in _behind_origin(scene, m) if n not in found]
    return found


def _behind_origin(scene: Scene, goods: Mention) -> list[Mention]:
    """The goods in a row whose origins stand between them: "palm oil from A and *tomatoes* from B"."""
    origin = _FROM.match(scene.text, goods.end)
    place = next((m for m in scene.named if origin and m.start == origin.end()), None)
    joined = _JOINED.match(scene.text, place.end) if place else None
    behind = [m for m in scene.named if joined and m.start >= joined.end()][:1]
    return [m for m in behind if joined and _ADJECTIVES.fullmatch(scene.text, joined.end(), m.start)]
