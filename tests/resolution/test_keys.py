"""The keys of entities: what they are made of, and what may never share one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityType
from kg.resolution.keys import document_digits, key_of_name, key_of_noun, may_merge, noun_slug, slug

TYPES: list[EntityType] = ["Person", "Organization", "Country", "Place", "Event", "Product", "Group", "Work", "Thing"]
NAMES = st.text(alphabet="ABCdef Zürich-.&'Œéø中", min_size=1).filter(lambda name: bool(name.strip()))


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Venezuela", "Country", "venezuela"),
        ("Hugo Chavez", "Person", "hugo-chavez"),
        ("The World Security Institute", "Organization", "world-security-institute"),
        ("Zürich", "Place", "zurich"),
        ("Kortex Inc.", "Organization", "kortex"),
        ("AT&T", "Organization", "at-and-t"),
        ("Kortex", "Place", "kortex-place"),
        ("Washington", "Place", "washington"),
    ],
)
def test_a_name_that_merges_has_its_slug(name: str, kind: EntityType, key: str) -> None:
    assert key_of_name(name, kind, "a") == key == key_of_name(name, kind, "b")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Chavez", "Person"),
        ("President", "Person"),
        ("Government", "Organization"),
        ("Defense Ministry", "Organization"),
        ("National Assembly", "Organization"),
        ("North", "Place"),
    ],
)
def test_a_name_that_every_country_has_stays_in_its_document(name: str, kind: EntityType) -> None:
    assert not may_merge(name, kind)
    assert key_of_name(name, kind, "a").endswith("-" + document_digits("a"))
    assert key_of_name(name, kind, "a") != key_of_name(name, kind, "b")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("gas pipeline", "the gas pipelines", True),
        ("a diesel submarine", "diesel submarines", True),
        ("companies", "company", True),
        ("men", "man", True),
        ("gas", "gases", True),
        ("news", "new", False),
        ("oil", "gas", False),
    ],
)
def test_nouns_by_head_and_number(one: str, other: str, same: bool) -> None:
    assert (noun_slug(one) == noun_slug(other)) is same


@given(NAMES, st.sampled_from(TYPES), NAMES, st.booleans())
def test_a_noun_never_meets_a_name(name: str, kind: EntityType, noun: str, generic: bool) -> None:
    if generic or may_merge(name, kind):
        assert key_of_name(name, kind, "a") != key_of_noun(noun, generic, "a")


@given(NAMES, st.sampled_from(TYPES), st.sampled_from(TYPES))
def test_two_types_never_share_a_key(name: str, one: EntityType, other: EntityType) -> None:
    if {one, other} != {"Country", "Place"} and one != other and "Thing" not in (one, other):  # Thing: not known
        assert key_of_name(name, one, "a") != key_of_name(name, other, "b")


@given(st.text())
def test_a_slug_is_a_word_of_an_address(text: str) -> None:
    found = slug(text)
    assert found and found == slug(text) and not set(found) & set(" /#?<>\"'_")
