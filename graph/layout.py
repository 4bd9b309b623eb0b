"""Where each thing of the whole graph stands on the page: whole numbers, the same on every build.

A force layout of all things at once is slow and crowded: reports give a few hubs with many leaves. So only
things with two neighbours or more are laid out by force; leaves stand in rings round their only neighbour,
and things without a neighbour in a block underneath.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

_SPACING = 150  # pixels between neighbours at full size
_LEAF_RING = 92
_PUSHES = 40
_WIDER = 1.35  # screens are wider than high, and labels run sideways


def place(things: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """The position of every thing, in pixels. `links` may repeat, may loop; both ends must be in `things`."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(things))
    graph.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in links if a != b))
    alone = [n for n in graph if graph.degree(n) == 0]
    leaves = _leaves(graph)
    core = graph.subgraph(n for n in graph if n not in leaves and graph.degree(n) > 0)
    places = _spread(_force(core), {hub: len(own) for hub, own in _by_hub(leaves).items()})
    for hub, own in _by_hub(leaves).items():
        places.update(_rings(places[hub], own))
    return {n: (round(x * _WIDER), round(y)) for n, (x, y) in {**places, **_block(alone, places)}.items()}


def _leaves(graph: nx.Graph[str]) -> dict[str, str]:
    """Each thing with one neighbour, and that neighbour; of a pair on its own, the second is the leaf."""
    leaves: dict[str, str] = {}
    for node in graph:
        if graph.degree(node) == 1:
            hub = next(iter(graph.neighbors(node)))
            if hub not in leaves:
                leaves[node] = hub
    return leaves


def _by_hub(leaves: dict[str, str]) -> dict[str, list[str]]:
    own: dict[str, list[str]] = {}
    for leaf, hub in leaves.items():
        own.setdefault(hub, []).append(leaf)
    return own


def _force(core: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Each component by a force layout from a circle, in rows from the largest; mean link length 1."""
    import networkx as nx

    parts: list[dict[str, tuple[float, float]]] = []
    for part in sorted(nx.connected_components(core), key=lambda nodes: (-len(nodes), min(nodes))):
        own = _ordered(core, part)
        start: dict[str, Any] = dict(nx.circular_layout(own))
        if len(part) > 2:
            rounds = max(20, min(120, 24000 // len(part)))
            start = dict(nx.forceatlas2_layout(own, pos=start, max_iter=rounds, seed=1, scaling_ratio=2.0))
        points = {node: (float(x), float(y)) for node, (x, y) in start.items()}
        width, height = _size(points)
        if height > width:
            points = {node: (y, x) for node, (x, y) in points.items()}
        scale = _mean_length(own, points) or 1.0
        parts.append({node: (x / scale, y / scale) for node, (x, y) in points.items()})
    return _shelve(parts)


def _shelve(parts: Sequence[dict[str, tuple[float, float]]]) -> dict[str, tuple[float, float]]:
    """The parts in rows, none wider than the first part (or than a square of all of them)."""
    sizes = [_size(part) for part in parts]
    widest = max([math.sqrt(sum((w + 1.5) * (h + 1.5) for w, h in sizes)), *(w for w, _ in sizes)], default=0.0)
    placed: dict[str, tuple[float, float]] = {}
    x = y = row = 0.0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if x > 0 and x + width > widest:
            x, y, row = 0.0, y + row + 1.5, 0.0
        left, top = min(p[0] for p in part.values()), min(p[1] for p in part.values())
        placed.update({node: (x + px - left, y + py - top) for node, (px, py) in part.items()})
        x, row = x + width + 1.5, max(row, height)
    return placed


def _size(part: dict[str, tuple[float, float]]) -> tuple[float, float]:
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    return max(xs) - min(xs), max(ys) - min(ys)


def _ordered(graph: nx.Graph[str], part: set[str]) -> nx.Graph[str]:
    """The part as a graph of its own with nodes and edges sorted, so that equal graphs lay out alike."""
    import networkx as nx

    own: nx.Graph[str] = nx.Graph()
    own.add_nodes_from(sorted(part))
    own.add_edges_from(sorted((min(a, b), max(a, b)) for a, b in graph.edges(part)))
    return own


def _mean_length(graph: nx.Graph[str], points: dict[str, tuple[float, float]]) -> float:
    lengths = [math.dist(points[a], points[b]) for a, b in graph.edges]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _spread(points: dict[str, tuple[float, float]], leaves: dict[str, int]) -> dict[str, tuple[float, float]]:
    """The points at `_SPACING` a link, pushed apart until the rings of their leaves no longer overlap."""
    import numpy as np

    if not points:
        return {}
    nodes = sorted(points)
    x, y = (np.array([points[n][axis] for n in nodes], dtype=np.float32) * _SPACING for axis in (0, 1))
    reach = np.array([_ring_radius(leaves.get(n, 0)) for n in nodes], dtype=np.float32)
    room = np.maximum(reach[:, None] + reach[None, :], np.float32(_SPACING * 0.6))
    np.fill_diagonal(room, -1.0)
    for _ in range(_PUSHES):
        far = np.hypot(x[:, None] - x[None, :], y[:, None] - y[None, :])
        first, second = np.nonzero(far < room)
        if not first.size:
            break
        between = np.maximum(far[first, second], np.float32(1e-3))
        push = (room[first, second] - between) / between * np.float32(0.25)
        x_push, y_push = (x[first] - x[second]) * push, (y[first] - y[second]) * push
        np.add.at(x, first, x_push)
        np.add.at(y, first, y_push)
    return {n: (float(a), float(b)) for n, a, b in zip(nodes, x, y, strict=True)}


def _ring_radius(leaves: int) -> float:
    """How far the leaves of a hub reach: rings of 9, 18, 27 ... things."""
    ring = 0
    while leaves > 0:
        ring += 1
        leaves -= 9 * ring
    return 30.0 + _LEAF_RING * ring


def _rings(hub: tuple[float, float], leaves: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The leaves in rings round their hub, clockwise in their order, so that neighbours in it share a wedge."""
    slots: list[tuple[float, float]] = []
    ring = 1
    while len(slots) < len(leaves):
        own = min(9 * ring, len(leaves) - len(slots))
        turn = 0.5 * (ring % 2)
        slots.extend((2 * math.pi * ((index + turn) % own) / own, _LEAF_RING * ring) for index in range(own))
        ring += 1
    return {
        leaf: (hub[0] + radius * math.sin(angle), hub[1] - radius * math.cos(angle))
        for leaf, (angle, radius) in zip(leaves, sorted(slots), strict=True)
    }


def _block(alone: Sequence[str], placed: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Things without a neighbour, in rows under everything else."""
    xs = [x for x, _ in placed.values()] or [0.0]
    top = max((y for _, y in placed.values()), default=0.0) + _SPACING
    columns = max(round(math.sqrt(len(alone) * 2)), 1, int((max(xs) - min(xs)) // _SPACING))
    left = (min(xs) + max(xs)) / 2 - (min(columns, len(alone)) - 1) * _SPACING / 2
    return {n: (left + (i % columns) * _SPACING, top + (i // columns) * 80.0) for i, n in enumerate(alone)}
