"""What everybody knows: countries and their people, capitals, organisations, first names."""

from __future__ import annotations

import re

import pytest

from kg.lexicon import gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "label", "qid"),
    [
        ("U.S.", "country", "United States", "Q30"),
        ("Britain", "country", "United Kingdom", "Q145"),
        ("USSR", "country", "Soviet Union", "Q15180"),
        ("Holland", "country", "Netherlands", "Q55"),
        ("NATO", "organisation", "North Atlantic Treaty Organization", "Q7184"),
        ("Latin America", "area", "Latin America", "Q12585"),
        ("Caracas", "capital", "Caracas", ""),
        ("California", "region", "California", "Q99"),
        ("Scotland", "region", "Scotland", "Q22"),
    ],
)
def test_names(name: str, kind: str, label: str, qid: str) -> None:
    known = gazetteer.find(name)
    assert known is not None and (known.kind, known.label, known.qid) == (kind, label, qid)


@pytest.mark.parametrize(
    ("demonym", "label"),
    [
        ("Russian", "Russia"), ("Russians", "Russia"), ("Dutch", "Netherlands"), ("Argentinean", "Argentina"), ("Chadian", "Chad"),
        ("Soviet", "Soviet Union"), ("Scottish", "Scotland"), ("Palestinian", "Palestine"), ("European", "Europe"), ("Kosovar", "Kosovo"),
    ],
)  # fmt: skip
def test_whose_people_they_are(demonym: str, label: str) -> None:
    known = gazetteer.country_of(demonym)
    assert known is not None and known.label == label


@pytest.mark.parametrize("word", ["Russia", "table", "American Airlines", "", "s"])
def test_no_demonym(word: str) -> None:
    assert gazetteer.country_of(word) is None


def test_a_capital_is_no_country() -> None:
    known = gazetteer.find("Tehran")
    assert known is not None and known.kind == "capital" and known.code == "ir"
    home = gazetteer.country("ir")
    assert home is not None and home.label == "Iran"


def test_a_name_of_two_places_is_not_certain() -> None:
    known = gazetteer.find("Georgia")
    assert known is not None and not known.certain


def test_every_country_has_a_wikidata_id() -> None:
    known = {
        gazetteer.find(name)
        for name in ("France", "Peru", "Japan", "Kenya", "Denmark", "South Sudan", "Taiwan", "Yugoslavia")
    }
    assert all(one and one.kind == "country" and re.fullmatch(r"Q\d+", one.qid) for one in known)


@pytest.mark.parametrize(("name", "sex"), [("Vladimir", "m"), ("Michelle", "f"), ("Paris", ""), ("Table", "")])
def test_first_names(name: str, sex: str) -> None:
    assert gazetteer.sex_of(name) == sex
