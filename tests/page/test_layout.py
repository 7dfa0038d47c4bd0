"""Where nodes stand: apart, together with their own, and where they stood before."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.page import communities, layout
from kg.page.packing import Floats, Positions


def ring(count: int) -> list[tuple[int, int]]:
    return [(i, (i + 1) % count) for i in range(count)]


def boxes_of(count: int) -> Floats:
    return layout.boxes([f"Node number {i}" for i in range(count)], [float(1 + i % 7) for i in range(count)])


def overlaps(found: Positions, boxes: Floats) -> int:
    """How many pairs of labels lie on one another."""
    points = np.array([found[node] for node in sorted(found)])
    sizes = boxes[sorted(found)]
    clash = np.ones((len(points), len(points)), dtype=bool)
    for axis in (0, 1):
        gap = np.abs(points[:, axis][:, None] - points[:, axis][None, :])
        clash &= gap < (sizes[:, axis][:, None] + sizes[:, axis][None, :]) / 2 - 1
    return int(np.triu(clash, 1).sum())


@pytest.mark.parametrize("count", [1, 2, 3, 30, 150])
def test_labels_do_not_overlap(count: int) -> None:
    chance = random.Random(3)
    edges = [(chance.randrange(i), i) for i in range(1, count)] + ring(count)[: count // 3]
    found = layout.place(range(count), edges, boxes_of(count), {})
    assert sorted(found) == list(range(count))
    assert overlaps(found, boxes_of(count)) <= count // 50


def test_parts_that_are_not_connected_do_not_mix() -> None:
    edges = [*ring(20), (20, 21), (22, 23)]
    found = layout.place(range(24), edges, boxes_of(24), {})
    assert overlaps(found, boxes_of(24)) == 0


def test_the_same_graph_stands_the_same() -> None:
    first = layout.place(range(60), ring(60), boxes_of(60), {})
    assert first == layout.place(range(60), list(reversed(ring(60))), boxes_of(60), {})


def test_more_nodes_leave_the_others_near_where_they_were() -> None:
    chance = random.Random(5)
    edges = [(chance.randrange(i), i) for i in range(1, 200)]
    small, large = layout.stages(list(range(200)), edges, boxes_of(200), [100, 200])
    width = max(x for x, _ in large.values()) - min(x for x, _ in large.values())
    moved = [np.hypot(large[n][0] - small[n][0], large[n][1] - small[n][1]) for n in small]
    assert np.median(moved) < width / 4


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30))
def test_every_node_gets_a_finite_place(edges: list[tuple[int, int]]) -> None:
    found = layout.place(range(12), edges, boxes_of(12), {})
    assert sorted(found) == list(range(12))
    assert np.isfinite(np.array(list(found.values()))).all()


def test_nodes_of_nothing() -> None:
    assert layout.place([], [], boxes_of(0), {}) == {}


def test_communities_are_named_by_their_main_members() -> None:
    first = {(a, b): 1.0 for a in range(5) for b in range(a)}
    second = {(a + 5, b + 5): 1.0 for a, b in first}
    found = communities.find({**first, **second, (0, 5): 1.0}, [f"n{i}" for i in range(10)])
    assert [community.members for community in found] == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]
    assert found[0].names == ("n0", "n1", "n2")


def test_no_edges_no_communities() -> None:
    assert communities.find({}, ["a", "b", "c", "d"]) == []
