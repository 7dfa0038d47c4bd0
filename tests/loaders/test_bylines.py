"""Bylines and what stands around them."""

from __future__ import annotations

import pytest

from kg.loaders import bylines, mastheads

AUTHORS = {
    "By Martin Murphy": "Martin Murphy",
    "BY JOHN SMITH": "JOHN SMITH",
    "By Jane Q. Doe, John van Dam and Al Roe": "Jane Q. Doe, John van Dam and Al Roe",
    "By Jane Doe, Staff Writer": "Jane Doe",
    "By Jane Doe in Moscow": "Jane Doe",
    "By Jane Doe | June 3, 2019": "Jane Doe",
    "By Jane Doe, The New York Times": "Jane Doe",
    "By ELLEN BARRY JAN. 3, 2014": "ELLEN BARRY",
    "By The Associated Press": "The Associated Press",
    "Written by Ana de la Cruz": "Ana de la Cruz",
    "By Monday morning": None,
    "By land and by sea": None,
    "By Monday, the army had left.": None,
    "Martin Murphy": None,
    "From Moscow": None,
}


@pytest.mark.parametrize(("line", "wanted"), AUTHORS.items())
def test_author(line: str, wanted: str | None) -> None:
    assert bylines.author(line) == wanted


@pytest.mark.parametrize(
    "line", ["BBC Americas analyst", "Reporter, The Times", "BBC News, Suva", "Senior foreign correspondent"]
)
def test_role(line: str) -> None:
    assert bylines.is_role(line)


@pytest.mark.parametrize(
    "line",
    [
        "Hugo Chavez arrives in Moscow",
        "The analyst who left the bank in 2008 now works in London for Shell.",
        "Important symbolism",
    ],
)
def test_no_role(line: str) -> None:
    assert not bylines.is_role(line)


@pytest.mark.parametrize(
    "line",
    [
        "March 01, 2008",
        "Moscow, June 5, 1961, 9 p.m.",
        "Thu 14 Mar 2019 06.00 GMT",
        "4 February 2016",
        "March 17th, 2009 by hilltopper",
    ],
)
def test_dated(line: str) -> None:
    assert mastheads.is_dated(line)


@pytest.mark.parametrize(
    "line",
    ["He left on June 5, 1961 for Moscow", "The war of 1961", "In June 1961 the minister resigned from his party."],
)
def test_not_dated(line: str) -> None:
    assert not mastheads.is_dated(line)


@pytest.mark.parametrize(
    "line", ["BBC News", "The Guardian", "Reuters", "The New York Times", "Department of Transport", "(Xinhua)"]
)
def test_publisher(line: str) -> None:
    assert mastheads.publisher(line)


@pytest.mark.parametrize(
    "line", ["News", "Home", "Hugo Chavez arrives in Moscow", "The press was late.", "BBC Homepage"]
)
def test_no_publisher(line: str) -> None:
    assert mastheads.publisher(line) is None
