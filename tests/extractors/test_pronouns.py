"""Pronouns and nominals: resolved before a claim is made, or no claim at all."""

from __future__ import annotations

import pytest
from sentences import Case, case, check, said
from spacy.language import Language

CASES = [
    case(
        "Chancellor Ingrid Maier arrived in Tunis. She met the president.",
        "Ingrid Maier | meets | president",
        never=["She | * | *"],
    ),
    case(
        "President Jose Lopez visited Spain. He signed a treaty with the king.",
        "Jose Lopez | signs | treaty | with king",
        never=["He | * | *", "Spain | signs | *"],
    ),
    case(
        "The rebels freed Marc Dubois. He thanked Switzerland.",
        "Marc Dubois | thanks | Switzerland",
        never=["rebels | thanks | *"],
    ),
    case(
        "Sofia Berg runs the bank. Her husband, Nils Berg, owns a hotel.",
        "Nils Berg | owns | hotel",
        "Nils Berg | is husband of | Sofia Berg",
        never=["Sofia Berg | owns | *", "her | * | *"],
    ),
    case(
        "Nokia closed its plant in Romania. The company dismissed 500 workers.",
        "Nokia | dismisses | workers | amount 500",
    ),
    case(
        "The Nigerian oil minister met her counterpart, Carlos Vega.",
        "* | meets | Carlos Vega",
        never=["her | * | *", "* | is counterpart of | her"],
    ),
    case("Paolo Ricci said he would buy the island.", "Paolo Ricci | buys | island | planned"),
    case("Cooperman had run it, but a federal judge barred him from the office.", "federal judge | bars | Cooperman"),
    case(
        "Added that the Soviet member had the right to call the attention of Novak and that he would reply.",
        never=["Novak | replies | *"],
    ),
    case("If Menderes and Karamanlis face each other, they may fail.", never=["* | faces | other", "* | face | other"]),
    case("It rained. He left the city.", never=["* | * | *"]),
    case("They attacked the town.", never=["* | attacks | *"]),
    case("I met the ambassador in Rome.", never=["* | * | *"]),
    case("We have bought the ship.", never=["* | buys | *"]),
    case("You should visit Prague.", never=["* | visits | *"]),
    case("Everyone knows the singer.", never=["Everyone | * | *"]),
    case("Somebody stole the painting.", never=["Somebody | * | *"]),
    case(
        "Austria signed the treaty. This angered Hungary.",
        "Austria | signs | treaty",
        never=["This | * | *", "treaty | angers | *"],
    ),
    case("The minister told them that we own the ship.", never=["* | owns | *", "* | * | them"]),
    case("The general shot himself.", never=["* | * | himself", "himself | * | *"]),
    case(
        "The shah told Ambassador Rowe that he would visit Washington.",
        never=["Rowe | visits | Washington"],
        miss="what one tells the other of himself",
    ),
    case("It would be a mistake to sign the treaty, Chile said.", never=["Chile | is | *", "Chile | signs | *"]),
    case("Chile left the talks. It would be a good idea to resume the talks.", never=["Chile | is | *"]),
    case("The ministry said it was clear that Chile would pay.", never=["ministry | is | *"]),
    case("The ministry said it takes years to build ships.", never=["ministry | takes | *", "ministry | builds | *"]),
    case("The ministry said it was ready to sign the treaty.", "ministry | signs | treaty | planned"),
    case("It was dictated by Ana Silva on a train.", never=["* | dictates on | train"]),
    case("The firm bought ships and sold them to smaller firms.", "firm | sells to | smaller firms"),
]


@pytest.mark.parametrize("row", CASES)
def test_pronouns(nlp: Language, row: Case) -> None:
    check(nlp, row)


def test_a_doubtful_pronoun_is_nobody(nlp: Language) -> None:
    claims = said(nlp, "Anna Lund and Maria Santos met in Rome. She bought a hotel.")
    assert {claim.subject.label for claim in claims if claim.relation.lemma == "buy"} <= {"Anna Lund", "Maria Santos"}
