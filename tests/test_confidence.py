"""Confidence follows the counts of judged claims: more for what was read plainly, less for what was not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.confidence import confidence, counts, estimate, traits
from kg.model import Argument, Phrase, Proposition, Relation

PLAIN = Proposition(
    "verb",
    0,
    60,
    Phrase(0, 9, 0, "Venezuela", "Venezuela", type="Country"),
    Relation("has bought", "buy", "buys", known=True),
    (Argument("object", "", Phrase(21, 32, 21, "helicopters", "helicopters")),),
    anchor=14,
)


def test_the_table_counts_all_and_no_more_right_than_judged() -> None:
    assert counts()["all"][1] >= 100
    assert all(0 <= right <= judged for right, judged in counts().values())


@pytest.mark.parametrize(
    "worse",
    [
        replace(PLAIN, end=400),
        replace(PLAIN, anchor=60, end=90),
        replace(PLAIN, subject=replace(PLAIN.subject, type="Thing")),
        replace(PLAIN, features=("relcl",)),
        replace(PLAIN, polarity="negative"),
    ],
    ids=["long sentence", "subject apart", "nameless subject", "subordinate clause", "negative"],
)
def test_what_is_harder_to_read_is_less_sure(worse: Proposition) -> None:
    assert confidence(worse) < confidence(PLAIN)
    assert 0.05 <= confidence(worse) <= 0.99


def test_traits_are_named_and_in_order() -> None:
    assert traits(PLAIN) == ("by verb", "known relation", "named subject", "short sentence")


@given(st.lists(st.sampled_from(sorted(counts())), unique=True), st.permutations(sorted(counts())))
def test_an_estimate_is_a_share_whatever_the_order(found: list[str], order: list[str]) -> None:
    said = estimate(found, counts())
    assert 0.05 <= said <= 0.99
    assert said == pytest.approx(estimate([trait for trait in order if trait in found], counts()), abs=0.011)


def test_a_trait_never_judged_changes_nothing() -> None:
    assert estimate(["by telepathy"], counts()) == estimate([], counts())
