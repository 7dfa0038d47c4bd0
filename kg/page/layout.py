"""Where the nodes stand: a force layout that knows how wide each label is, the same for the same graph.

Parts that are not connected are laid out one by one and packed side by side; a larger set of nodes starts from the
positions of the smaller one, so that asking for more does not lose the reader's place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.page.packing import Floats, Part, Positions, pack

Edge = tuple[int, int]

SPACING = 105.0  # pixels between two linked nodes
STRETCH = 1.15  # screens are wider than high, and so are labels
CHARACTER = 6.7  # pixels of a label's character
LABEL_LIMIT = 28  # characters drawn of a label
ROOM = 3.8  # of the plane for each part of it that labels cover


def boxes(labels: Sequence[str], weights: Sequence[float]) -> Floats:
    """Width and height of each node with its label below it; a heavy node is larger."""
    heaviest = max((*weights, 1.0))
    return np.array([
        (max(34.0, CHARACTER * min(len(label), LABEL_LIMIT) + 14), 40.0 + 40.0 * (weight / heaviest) ** 0.5)
        for label, weight in zip(labels, weights, strict=True)
    ]).reshape(-1, 2)


def stages(order: Sequence[int], edges: Sequence[Edge], boxes: Floats, sizes: Sequence[int]) -> list[Positions]:
    """Positions for the first `sizes[0]` nodes of `order`, then for the first `sizes[1]`, and so on."""
    found: list[Positions] = []
    for size in sizes:
        found.append(place(order[:size], edges, boxes, found[-1] if found else {}))
    return found


def place(
    nodes: Iterable[int], edges: Sequence[Edge], boxes: Floats, before: Mapping[int, tuple[float, float]]
) -> Positions:
    """Positions of the nodes around (0, 0), near where they stood before; no two labels overlap."""
    parts = _components(list(nodes), edges)
    laid = [_component(part, inner, boxes, before) for part, inner in parts]
    return pack(parts, laid, boxes)


def _components(nodes: list[int], edges: Sequence[Edge]) -> list[Part]:
    """Connected parts with their edges, the largest first."""
    near: dict[int, list[int]] = {node: [] for node in nodes}
    inner = sorted({(a, b) for a, b in edges if a in near and b in near and a != b})
    for a, b in inner:
        near[a].append(b)
        near[b].append(a)
    part_of: dict[int, int] = {}
    parts: list[list[int]] = []
    for node in nodes:
        if node not in part_of:
            parts.append(_reach(node, near))
            part_of.update(dict.fromkeys(parts[-1], len(parts) - 1))
    links: list[list[Edge]] = [[] for _ in parts]
    for edge in inner:
        links[part_of[edge[0]]].append(edge)
    return sorted(zip(parts, links, strict=True), key=lambda part: (-len(part[0]), part[0][0]))


def _reach(start: int, near: Mapping[int, Sequence[int]]) -> list[int]:
    seen = {start: None}
    queue = deque([start])
    while queue:
        for other in sorted(near[queue.popleft()]):
            if other not in seen:
                seen[other] = None
                queue.append(other)
    return list(seen)


def _component(part: list[int], edges: list[Edge], boxes: Floats, before: Mapping[int, tuple[float, float]]) -> Floats:
    if len(part) == 1:
        return np.zeros((1, 2))
    if len(part) == 2:  # upright: room for the word on the edge
        return np.array([(0.0, -0.4 * SPACING), (0.0, 0.4 * SPACING)])
    place_of = {node: index for index, node in enumerate(part)}
    pairs = np.array([(place_of[a], place_of[b]) for a, b in edges])
    known = [place_of[node] for node in part if node in before]
    if len(known) > len(part) // 3:
        start = _grown(part, pairs, before)
        rounds, heat = 60, 0.6
    else:
        start = _spread(len(part), pairs)
        rounds, heat = (260 if len(part) <= 400 else 90), 2.2
    points = _relax(_settled(start), pairs, rounds, heat)
    points[:, 0] *= STRETCH
    return _apart(_drawn_in(points, boxes[part]), boxes[part])


def _drawn_in(points: Floats, boxes: Floats) -> Floats:
    """As near together as the labels allow if they filled the plane evenly: then the screen need not shrink them."""
    room = ROOM * float(boxes.prod(axis=1).sum())
    spread = np.maximum(np.ptp(points, axis=0), 1.0)
    return np.asarray(points * min(1.0, (room / float(spread.prod())) ** 0.5))


def _spread(count: int, pairs: NDArray[np.int64]) -> Floats:
    """A first guess from walking distances to a few far-apart nodes (classical scaling)."""
    near: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs.tolist():
        near[a].append(b)
        near[b].append(a)
    pivots, rows = [0], []
    for _ in range(min(24, count)):
        rows.append(_distances(pivots[-1], near))
        pivots.append(int(np.argmax(np.min(np.array(rows), axis=0))))
    squared = np.array(rows).T ** 2
    squared = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    left, values, _ = np.linalg.svd(squared, full_matrices=False)
    axes = left[:, :2] * np.sqrt(values[:2])
    if axes.shape[1] < 2:
        axes = np.column_stack([axes[:, 0], np.zeros(count)])
    axes *= np.where(axes[np.argmax(np.abs(axes), axis=0), [0, 1]] < 0, -1.0, 1.0)  # the sign is arbitrary: fix it
    turn = np.arange(count) * 2.399963  # the golden angle keeps twins apart
    aside = 0.35 * SPACING * np.column_stack([np.cos(turn), np.sin(turn)])
    return np.asarray(axes / max(float(np.abs(axes).max()), 1e-9) * SPACING * count**0.5 / 2 + aside)


def _distances(start: int, near: Sequence[Sequence[int]]) -> Floats:
    steps = np.full(len(near), float(len(near)))
    steps[start] = 0
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in near[node]:
            if steps[other] == len(near):
                steps[other] = steps[node] + 1
                queue.append(other)
    return steps


def _grown(part: Sequence[int], pairs: NDArray[np.int64], before: Mapping[int, tuple[float, float]]) -> Floats:
    """Old nodes where they were, new ones around the middle of their neighbours."""
    count = len(part)
    points = np.array([before.get(node, (0.0, 0.0)) for node in part], dtype=float)
    points[:, 0] /= STRETCH
    known = np.array([node in before for node in part])
    turn = np.arange(count) * 2.399963
    for _ in range(count):
        total, seen = np.zeros((count, 2)), np.zeros(count)
        for a, b in ((pairs[:, 0], pairs[:, 1]), (pairs[:, 1], pairs[:, 0])):
            np.add.at(total, a, points[b] * known[b][:, None])
            np.add.at(seen, a, known[b])
        new = ~known & (seen > 0)
        if not new.any():
            break
        points[new] = total[new] / seen[new][:, None] + 0.7 * SPACING * np.column_stack([
            np.cos(turn[new]),
            np.sin(turn[new]),
        ])
        known |= new
    return points


def _relax(points: Floats, pairs: NDArray[np.int64], rounds: int, heat: float) -> Floats:
    """Linked nodes pull, all nodes push; the steps get smaller until it rests."""
    degree = np.bincount(pairs.ravel(), minlength=len(points)).astype(float)
    push = SPACING**2 * (0.45 + 0.55 * np.sqrt(degree / degree.mean()))
    push_each = push[:, None] * push[None, :] ** 0.5 / SPACING
    slack = 1.0 / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]]))
    for step in range(rounds):
        away = np.full_like(push_each, 25.0)
        for along in points.T:
            gap = along[:, None] - along[None, :]
            away += np.multiply(gap, gap, out=gap)
        np.divide(push_each, away, out=away)
        move = points * away.sum(axis=1)[:, None] - np.einsum("ij,jk->ik", away, points)  # not BLAS: its threads differ
        line = points[pairs[:, 1]] - points[pairs[:, 0]]
        length = np.sqrt((line * line).sum(axis=1)) + 1e-9
        pull = line * (length / SPACING * (0.35 + 0.65 * slack))[:, None]
        np.add.at(move, pairs[:, 0], pull)
        np.add.at(move, pairs[:, 1], -pull)
        move -= 0.02 * (points - points.mean(axis=0)) * np.sqrt(len(points))
        reach = np.sqrt((move * move).sum(axis=1)) + 1e-9
        limit = heat * SPACING * (1 - step / rounds) ** 1.3 + 0.5
        points = _settled(points + move * (np.minimum(reach, limit) / reach)[:, None])
    return np.asarray(points - points.mean(axis=0))


def _settled(points: Floats) -> Floats:
    """Rounded, so that the last bits, which processors compute differently, never grow into another layout."""
    return np.round(points, 3)


def _apart(points: Floats, boxes: Floats, rounds: int = 300) -> Floats:
    """Push overlapping boxes apart along the shorter way out."""
    for _ in range(rounds):
        first, second = _neighbours(points, boxes)
        gap = points[first] - points[second]
        over = (boxes[first] + boxes[second]) / 2 - np.abs(gap)
        clash = (over > 0.5).all(axis=1)  # half a pixel shows nowhere
        if not clash.any():
            break
        first, second, gap, over = first[clash], second[clash], gap[clash], over[clash]
        way = np.where(gap < 0, -0.5, 0.5) * over
        sideways = over[:, 0] < over[:, 1] * 1.5
        way[sideways, 1] = 0.0
        way[~sideways, 0] = 0.0
        move, hits = np.zeros_like(points), np.zeros(len(points))
        np.add.at(move, first, way)
        np.add.at(move, second, -way)
        np.add.at(hits, first, 1)
        np.add.at(hits, second, 1)
        points = _settled(points + move / np.maximum(hits, 1)[:, None] ** 0.4)
    return np.asarray(points - (points.max(axis=0) + points.min(axis=0)) / 2)


def _neighbours(points: Floats, boxes: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs whose boxes may overlap sideways: a sweep from left to right."""
    order = np.argsort(points[:, 0], kind="stable")
    across = points[order, 0]
    last = np.searchsorted(across, across + boxes[:, 0].max(), side="right")
    counts = last - np.arange(len(points)) - 1
    first = np.repeat(np.arange(len(points)), counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order[first], order[second]
