"""The shipped relations hold together, patterns are found longest first, and a user's file is merged or explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.lexicon import load_relations, third_person

RELATIONS = load_relations()

CLAUSES = [  # verb lemma, particle, noun, prepositions, direct object?, relation, preposition used
    ("visit", "", "", [], True, "visit", ""),
    ("travel", "", "", ["in", "to"], False, "visit", "to"),
    ("arrive", "", "", ["on", "in"], False, "visit", "in"),
    ("pay", "", "visit", ["to"], True, "visit", "to"),
    ("pay", "", "worker", ["in"], True, "pay", ""),
    ("set", "up", "republic", [], True, "establish", ""),
    ("purchase", "", "weapon", ["from"], True, "buy", ""),
    ("sell", "", "weapon", ["to"], True, "sell", ""),
    ("take", "over", "company", [], True, "take over", ""),
    ("take", "", "part", ["in"], True, "participate in", "in"),
    ("express", "", "concern", ["about"], True, "express concern about", "about"),
    ("express", "", "concern", ["over"], True, "express concern about", "over"),
    ("lead", "", "", ["to"], False, "lead to", "to"),
    ("lead", "", "team", ["to"], True, "lead", ""),
    ("see", "", "Venezuela", ["as"], True, "regard as", ""),
    ("call", "off", "", [], True, "cancel", ""),
    ("call", "", "", ["for"], False, "call for", "for"),
    ("be", "", "in charge", ["of"], None, "be in charge of", "of"),
    ("belong", "", "", ["to"], False, "belong to", "to"),
]


@pytest.mark.parametrize(("verb", "particle", "noun", "prepositions", "direct", "relation", "used"), CLAUSES)
def test_a_clause_finds_its_relation(
    verb: str, particle: str, noun: str, prepositions: list[str], direct: bool | None, relation: str, used: str
) -> None:
    found = RELATIONS.match(verb, particle, noun, prepositions, direct)
    assert found is not None
    assert (found.entry.relation, found.preposition) == (relation, used)


def test_what_the_patterns_do_not_say_is_no_known_relation() -> None:
    assert RELATIONS.match("defenestrate", direct=True) is None
    assert RELATIONS.match("sell", "out", direct=True) is None  # a particle changes the verb
    assert RELATIONS.match("run", direct=False) is None  # the machine runs, and leads nothing
    assert RELATIONS.match("travel", prepositions=["by"], direct=False) is None


@pytest.mark.parametrize(
    ("word", "prepositions", "relation"),
    [
        ("based", ["in"], "be based in"),
        ("home", ["to"], "be home to"),
        ("born", ["in"], "be born in"),
        ("capital", ["of"], "be capital of"),
        ("interested", ["in"], "be interested in"),
    ],
)
def test_states_are_found_by_their_word(word: str, prepositions: list[str], relation: str) -> None:
    found = RELATIONS.match("be", noun=word, prepositions=prepositions)
    assert found is not None and found.noun == word and found.entry.relation == relation
    for match in (
        RELATIONS.match("be", noun=word, prepositions=["despite"]),
        RELATIONS.match("be", noun="purple", prepositions=prepositions),
    ):
        assert match is None or not match.noun


def test_nominalisations_know_how_their_participants_hang_on_them() -> None:
    [visit] = RELATIONS.noun("visit")
    assert visit.relation == "visit"
    assert visit.role("poss") == "subject" and visit.role("to") == "object"
    [talks] = RELATIONS.noun("talks")
    assert talks.role("between") == "subject" and talks.role("between", ["subject"]) == "object"
    [closure] = RELATIONS.noun("closure")
    assert closure.role("of") == "object" and closure.role("by") == "subject" and closure.role("under") is None


def test_there_are_enough_relations_and_each_is_whole() -> None:
    assert len(RELATIONS) >= 150
    for entry in RELATIONS:
        assert entry.verbs and entry.example.endswith("."), entry.relation
        assert entry.label.split()[0] not in ("not",), entry.relation


def test_every_relation_is_found_by_one_of_its_patterns() -> None:
    for entry in RELATIONS:
        verb, *rest = entry.verbs[0].replace("_ ", "").split()
        assert any(
            RELATIONS.verb(v.split()[0], *_slots(v)) is entry for v in entry.verbs if "_" not in v
        ) or "_" in " ".join(entry.verbs), (entry.relation, verb, rest)


def _slots(pattern: str) -> tuple[str, str, str]:
    rest = pattern.split()[1:]
    return ("", "", "") if not rest else ("", " ".join(rest[:-1]), rest[-1])


def test_a_converse_permutes_the_participants_and_comes_back() -> None:
    buy, sell = RELATIONS["buy"].converse, RELATIONS["sell"].converse
    assert buy is not None and sell is not None
    assert (buy.relation, dict(buy.roles)) == ("sell", {"subject": "from", "object": "object", "to": "subject"})
    assert {sell.roles[role]: role for role in sell.roles} == {ours: role for role, ours in sell.roles.items()}
    assert {sell.roles.get(ours, ours) for ours in buy.roles.values()} == set(buy.roles)


@pytest.mark.parametrize(
    ("lemma", "label"),
    [
        ("visit", "visits"),
        ("set up", "sets up"),
        ("carry", "carries"),
        ("be home to", "is home to"),
        ("have", "has"),
        ("teach", "teaches"),
        ("go", "goes"),
        ("buy", "buys"),
        ("fix", "fixes"),
        ("echo", "echoes"),
    ],
)
def test_labels_are_third_person(lemma: str, label: str) -> None:
    assert third_person(lemma) == label


MINE = """
[bless]
verbs = ["bless", "anoint"]
[buy]
label = "acquires for money"
verbs = ["score"]
["look at"]
verbs = ["see"]
"""


def test_a_users_file_adds_and_overrides(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    mine = load_relations(path)
    assert len(mine) == len(RELATIONS) + 2
    assert mine["bless"].label == "blesses" and mine.verb("anoint") is mine["bless"]
    assert mine["buy"].label == "acquires for money"
    assert mine.verb("purchase") is mine["buy"] and mine.verb("score") is mine["buy"]
    assert mine.verb("see") is mine["look at"]  # ours had it under another relation
    assert mine.version != RELATIONS.version
    assert RELATIONS.verb("score") is not RELATIONS["buy"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[buy\n", "not TOML"),
        ("buy = 3\n", "a table"),
        ('[pay]\nverbs = ["pay"]\n[bless]\nverbz = ["bless"]\n', "line 3, relation 'bless': there is no field 'verbz'"),
        ('[bless]\nverbs = "bless"\n', "a list of texts"),
        ('[bless]\nrange = ["Planet"]\n', "'Planet' is no type"),
        ('[bless]\nlinks = ["http://x"]\n', "is no link"),
        ('[bless]\nnouns.blessing = "by"\n', "'role: markers' is needed"),
        ('[bless]\nconverse = "sell"\n', "role=ours"),
        ('[bless]\nconverse = "anoint: subject=object"\n', "which is no relation"),
        ('[bless]\nverbs = ["bless"]\n[anoint]\nverbs = ["bless"]\n', "a pattern has one relation"),
        ("[Bless]\n", "in lower case"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=message.replace("[", r"\[")):
        load_relations(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        load_relations(tmp_path / "nowhere.toml")


def test_the_example_in_the_docs_is_a_lexicon(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "lexicon.md").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    mine = load_relations(path)
    assert mine.verb("extradite") is mine["extradite"]
    assert mine.noun("extradition")[0].role("to") == "to"
