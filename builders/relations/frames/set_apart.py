"""Objects parted from the words of a set phrase: "put *A* into practice", "put into practice in May *the A*"."""

from __future__ import annotations

from collections.abc import Sequence

from customs_kg.builders.relations.frames.frames import Frame
from customs_kg.builders.relations.frames.objects import objects
from customs_kg.builders.relations.frames.scene import Scene
from customs_kg.builders.relations.frames.shifted import shifted_object
from customs_kg.builders.things.things import Mention

_OPENS_NOUN = frozenset("DT CD JJ PRP$ PRP".split())


def set_apart(scene: Scene, frame: Frame, end: int) -> Sequence[Mention]:
    """The object of a set phrase whose words end before token `end`, where it is not right behind them."""
    return _before_particle(scene, frame, end) or _behind_phrase(scene, frame)


def _before_particle(scene: Scene, frame: Frame, end: int) -> Sequence[Mention]:
    """The object between the verb and the rest of its phrase: "put *A* into practice", "kept *B* off the streets"."""
    tokens = scene.parsed.tokens
    governs = len(frame.words) == 1 and any(t.is_noun or t.tag in _OPENS_NOUN for t in tokens[end : end + 1])
    if governs or scene.clause.passive:
        return []  # "took A *on* Sunday"
    first = next((i for i in range(end - 1, scene.clause.group[1], -1) if tokens[i].lower == frame.words[0]), None)
    apart = first is not None and scene.direct and scene.direct[-1].end == tokens[first].start - 1
    return scene.direct if apart else []


def _behind_phrase(scene: Scene, frame: Frame) -> Sequence[Mention]:
    """The object behind another phrase: "brought into force in May *the A*"."""
    start = shifted_object(scene.parsed, scene.clause)
    if start is None:
        return []
    return objects(scene.parsed, scene.n, frame.words, scene.text, scene.mentions, start=start)
