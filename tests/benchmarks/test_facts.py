"""The scorer of facts in sentences: what counts as the same, as right, as bad; and mistakes in gold files are named."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

GOLD = """
# an example
@ s1 2007-06-28
> Venezuela has bought helicopters from Russia, and could now buy diesel submarines.
++ Venezuela | buy ; purchase | helicopters
= Russia | sell | helicopters
+ Venezuela | buy | diesel submarines | modality=possible | time=2007
? Venezuela | buy from | Russia
- Venezuela | buy | Russia
@ s2
> The ministry denied nothing.
+ ministry | deny | * | polarity=negative ; positive
"""


@pytest.fixture()
def facts(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import facts

    yield facts
    for name in ("facts", "matching"):
        sys.modules.pop(name, None)


@pytest.fixture()
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.txt"
    path.write_text(GOLD, encoding="utf-8")
    return path


def claim(subject: str, relation: str, target: str | None, **more: Any) -> dict[str, Any]:
    parts = {"subject": {"label": subject, "text": subject}, "relation": {"label": relation, "text": relation}}
    return {
        "doc": "s1",
        **parts,
        "object": target and {"label": target, "text": target},
        "polarity": "positive",
        **more,
    }


def test_right_wrong_bad_and_neutral_claims(facts: ModuleType, gold: Path) -> None:
    said = [
        claim("Venezuela", "buys", "helicopters"),
        claim("Russia", "sells", "the helicopters"),  # the converse of the same fact
        claim("Venezuela", "buys", "submarines", modality="possible", time="2007-06"),
        claim("Venezuela", "buys from", "Russia"),
        claim("Venezuela", "buys", "Russia"),
        claim("Venezuela", "declines to buy", "helicopters"),
        claim("Venezuela", "buys", "helicopters", polarity="negative"),
        {**claim("The Ministry", "denied", None), "doc": "s2"},
    ]
    result = facts.score(facts.read_gold(gold), said)
    given = [verdict for claims in result.verdicts.values() for _, verdict in claims]
    assert given == ["right", "right", "right", "right", "right", "wrong", "wrong", "right"]
    rows = dict(result.rows())
    assert rows["recall"] == "1.000 of 3" and rows["modality"] == "1.000 of 1" and rows["time"] == "1.000 of 1"


def test_a_tempting_wrong_claim_is_bad(facts: ModuleType, gold: Path) -> None:
    sentences = facts.read_gold(gold)
    sentences[0].facts = [fact for fact in sentences[0].facts if fact.kind != "?"]
    result = facts.score(sentences, [claim("Venezuela", "buys", "Russia")])
    assert result.count("bad") == 1
    assert any("missed" in line for line in facts.errors(sentences, result))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the diesel submarines", "submarine", True),
        ("President Hugo Chavez", "Chavez", True),
        ("Russia's Gazprom", "Gazprom", True),
        ("University of Southern California", "Southern California", False),
        ("influence of Washington", "influence", True),
        ("Washington", "influence of Washington", False),
        ("U.S.", "US", True),
        ("Petróleos", "petroleos", True),
    ],
)
def test_names_match_by_head_and_words(facts: ModuleType, one: str, other: str, same: bool) -> None:
    assert facts.same_name(one, other) is same


@pytest.mark.parametrize(
    ("said", "wanted", "same"),
    [
        ("2007-06-28", "2007", True),
        ("2007", "2007-06-28", False),
        ("2005/..", "2005", True),
        (None, "2005", False),
        ("2006", "2005", False),
    ],
)
def test_a_time_lies_within_or_begins_with_the_wanted(
    facts: ModuleType, said: str | None, wanted: str, same: bool
) -> None:
    assert facts.same_time(said, wanted) is same


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("+ a | b | c", "a sentence is needed first|range"),
        ("@ s\n+ a | b", "line 2: subject"),
        ("@ s\n! x", "begins with"),
        ("@ s\n+ a | b | c | mood=x", "a qualifier is"),
    ],
)
def test_a_mistake_in_a_gold_file_is_named_with_its_line(
    facts: ModuleType, tmp_path: Path, line: str, message: str
) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(facts.GoldError, match=message):
        facts.read_gold(path)


def test_the_example_gold_can_be_read(facts: ModuleType) -> None:
    sentences = facts.read_gold(BENCHMARKS / "gold" / "seeds.txt")
    assert len(sentences) == 14
    assert all(sentence.text and sentence.facts for sentence in sentences)
