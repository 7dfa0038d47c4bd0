"""Packing the parts of a graph that are not connected side by side, on a grid of small cells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Positions = dict[int, tuple[float, float]]
Part = tuple[list[int], list[tuple[int, int]]]  # nodes and the edges among them

CELL = 22  # pixels
WIDER = 1.15  # the whole is a little wider than high


def pack(parts: Sequence[Part], laid: Sequence[Floats], boxes: Floats) -> Positions:
    """The largest part in the middle, the others in the free cells nearest to it."""
    taken: NDArray[np.bool_] = np.zeros((1, 1), dtype=bool)
    found: Positions = {}
    spiral: list[tuple[int, int]] = []
    for index, ((part, links), points) in enumerate(zip(parts, laid, strict=True)):
        place_of = {node: number for number, node in enumerate(part)}
        cells = _cells(points, boxes[part], [(place_of[a], place_of[b]) for a, b in links])
        if index == 0:
            span = int(max(np.abs(cells).max() * 2.2, 40) + 12 * len(parts) ** 0.5 + 20)
            taken = np.zeros((2 * span + 1, 2 * span + 1), dtype=bool)
            spiral = _spiral(span) if len(parts) > 1 else []
            at = (0, 0)
        else:
            at = _free(cells, taken, spiral)
        middle = len(taken) // 2
        spread = np.clip(cells + np.array(at) + middle, 0, len(taken) - 1)
        taken[spread[:, 0], spread[:, 1]] = True
        for node, (x, y) in zip(part, points.tolist(), strict=True):
            found[node] = (round(x + at[0] * CELL, 1), round(y + at[1] * CELL, 1))
    return found


def _cells(points: Floats, boxes: Floats, links: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """The grid cells a part covers: those of its boxes and along its edges (`links` count within the part)."""
    spots: list[tuple[Floats, Floats]] = [(points - boxes / 2 - CELL / 2, points + boxes / 2 + CELL / 2)]
    if links:
        ends = np.array(links)
        steps = np.linspace(0, 1, 12)[:, None, None]
        along = (points[ends[:, 0]] * (1 - steps) + points[ends[:, 1]] * steps).reshape(-1, 2)
        spots.append((along - CELL, along + CELL))
    found: dict[tuple[int, int], None] = {}
    for low, high in spots:
        corners = zip(np.floor(low / CELL).astype(int).tolist(), np.ceil(high / CELL).astype(int).tolist(), strict=True)
        for (x0, y0), (x1, y1) in corners:
            found.update(((x, y), None) for x in range(x0, x1) for y in range(y0, y1))
    return np.array(list(found))


def _spiral(span: int) -> list[tuple[int, int]]:
    steps = range(-span, span + 1, 2)
    return sorted(((x, y) for x in steps for y in steps), key=lambda at: ((at[0] / WIDER) ** 2 + at[1] ** 2, at))


def _free(cells: NDArray[np.int64], taken: NDArray[np.bool_], spiral: Sequence[tuple[int, int]]) -> tuple[int, int]:
    middle, edge = len(taken) // 2, len(taken)
    for at in spiral:
        spots = cells + np.array(at) + middle
        if spots.min() >= 0 and spots.max() < edge and not taken[spots[:, 0], spots[:, 1]].any():
            return at
    return spiral[-1]
