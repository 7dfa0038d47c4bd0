"""The clause model: who is the subject of each verb, of what kind the clause is, and how real it is."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from parses import sentence_of
from sentences import text_document
from spacy.language import Language

from kg.clauses import Clause, clauses
from kg.lexicon import load_relations
from kg.nlp import parse
from kg.phrases import Names
from kg.repairs import repair
from kg.tree import sentences


@dataclass(frozen=True)
class Expected:
    """A clause in short: `visits: king | active | negative planned`; the parts left out are not asked for."""

    verb: str
    subjects: str
    kind: str = "active"
    how: str = "positive asserted"
    group: str = ""


def clauses_of(nlp: Language, text: str) -> dict[str, Clause]:
    ((_, doc),) = parse(nlp, [text_document(text)])
    found: dict[str, Clause] = {}
    for sentence in sentences(doc, {}):
        repair(sentence, Names(), load_relations())
        found |= {clause.head.text: clause for clause in clauses(sentence)}
    return found


TABLE = [
    ("The king left.", Expected("left", "king")),
    ("The king and the queen left.", Expected("left", "king queen")),
    ("The king was praised.", Expected("praised", "king", "passive", group="was praised")),
    ("The king is old.", Expected("is", "king", "copula")),
    ("The king wants to leave.", Expected("leave", "king", how="positive desired", group="wants to leave")),
    ("The king may not leave.", Expected("leave", "king", how="negative possible", group="may not leave")),
    ("The king asked the guard to leave.", Expected("leave", "guard", how="positive desired")),
    ("The king refused to leave.", Expected("leave", "king", how="negative asserted")),
    ("The king opened the gate and praised the guard.", Expected("praised", "king")),
    ("The king opened the gate and the guard left.", Expected("left", "guard")),
    ("The guard who left praised the king.", Expected("left", "guard")),
    ("The gate opened by the guard fell.", Expected("opened", "gate", "passive")),
    ("The guard carrying the lamp left.", Expected("carrying", "guard")),
    ("After opening the gate, the guard left.", Expected("opening", "guard")),
    ("The king left without thanking the guard.", Expected("thanking", "king", how="negative asserted")),
    ("If the king leaves, the guard will open the gate.", Expected("leaves", "king", how="positive conditional")),
    ("If the king leaves, the guard will open the gate.", Expected("open", "guard", how="positive conditional")),
    ("The king must leave.", Expected("leave", "king", how="positive required")),
    ("The king said that the guard had left.", Expected("left", "guard", group="had left")),
    ("There is a gate.", Expected("is", "", "copula")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_clauses(nlp: Language, text: str, expected: Expected) -> None:
    found = clauses_of(nlp, text)
    clause = found[expected.verb]
    assert " ".join(each.text for each in clause.subjects) == expected.subjects
    assert clause.kind == expected.kind
    assert f"{'negative' if clause.negative else 'positive'} {clause.modality}" == expected.how
    assert expected.group in ("", " ".join(each.text for each in clause.group))


@pytest.mark.parametrize(
    ("text", "verb", "sources"),
    [
        ("The king said that the guard had left.", "left", "king"),
        ("The king left, the guard said.", "left", "guard"),
        ("According to the guard, the king left.", "left", "guard"),
        ("The king says that the guard told the cook that Peru owns the ship.", "owns", "guard king"),
        ("The king wants to leave.", "leave", ""),
        ("The king left.", "left", ""),
    ],
)
def test_who_says_it_innermost_first(nlp: Language, text: str, verb: str, sources: str) -> None:
    assert " ".join(each.text for each in clauses_of(nlp, text)[verb].sources) == sources


@pytest.mark.parametrize(
    ("text", "verb", "slots"),
    [
        ("Chile sold the ships to Peru in May.", "sold", ["object ships", "oblique to Peru", "oblique in May"]),
        ("The king gave the guard a ship.", "gave", ["recipient guard", "object ship"]),
        ("Ships were sold by Chile and Peru.", "sold", ["agent by Chile+Peru"]),
        ("Chile is rich.", "is", ["complement rich"]),
        ("Chile sold rice and tea.", "sold", ["object rice+tea"]),
        ("Chile bought and sold rice.", "bought", ["object rice"]),
        ("The king came out of the house.", "came", ["oblique out of house"]),
    ],
)
def test_the_slots_of_a_clause(nlp: Language, text: str, verb: str, slots: list[str]) -> None:
    clause = clauses_of(nlp, text)[verb]
    said = [
        " ".join(filter(None, (slot.role, slot.preposition, "+".join(each.text for each in slot.heads))))
        for slot in clause.slots
    ]
    assert [" ".join(each.split()) for each in said if not each.startswith("recipient to")] == slots


def test_a_clause_over_a_parse_by_hand(nlp: Language) -> None:
    table = """
        Chile   PROPN wants  nsubj
        wants   VERB  wants  ROOT  want VBZ
        to      PART  buy    aux   to TO
        buy     VERB  wants  xcomp buy VB
        ships   NOUN  buy    dobj  ship NNS
    """
    wants, buy = clauses(sentence_of(nlp, table))
    assert (wants.head.text, buy.head.text, buy.parent) == ("wants", "buy", wants)
    assert [each.text for each in buy.subjects] == ["Chile"]
    assert (buy.modality, buy.own_subject, buy.merged) == ("desired", False, True)
