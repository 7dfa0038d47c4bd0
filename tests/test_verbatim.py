"""Verbatim triples: the sentence's own words, one argument or adjunct a triple, and nothing that it does not say."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import text_document
from spacy.language import Language

from kg.coreference import find_chains
from kg.lexicon import load_relations
from kg.nlp import parse
from kg.reading import scenes_of
from kg.verbatim import Triple, triples


@dataclass(frozen=True)
class Row:
    text: str
    yields: tuple[str, ...]
    never: tuple[str, ...]


def row(text: str, *yields: str, never: tuple[str, ...] = (), miss: str | None = None) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=miss)] if miss else []
    return pytest.param(Row(text, yields, never), marks=marks, id=text[:60])


def triples_of(nlp: Language, text: str, *, nary: bool = False, implied: bool = False) -> list[Triple]:
    ((document, doc),) = parse(nlp, [text_document(text)])
    scenes = scenes_of(document, doc, find_chains(document, doc), load_relations())
    return list(triples(document.id, scenes, nary=nary, implied=implied))


def lines(found: list[Triple]) -> list[str]:
    return [" | ".join([each.subject, each.relation, each.object, *each.more]) for each in found]


CHAINS = [
    row(
        "Lena Horvat became a founding member of the union of sailors.",
        "Lena Horvat | became | a founding member of the union of sailors",
        "Lena Horvat | became a founding member of | the union of sailors",
        "Lena Horvat | became a founding member of the union of | sailors",
        never=("union | of | sailors", "Lena Horvat | became | sailors"),
    ),
    row(
        "Lena Horvat became a member of the Academy of Sciences of Serbia.",
        never=("Lena Horvat | became a member of the Academy of | Sciences of Serbia",),
        miss="a name with 'of' in it is cut",
    ),
    row(
        "The minister opened a museum in Lima in 1998.",
        "The minister | opened | a museum in Lima",
        "The minister | opened a museum in | Lima",
        "The minister | opened a museum in | 1998",
        never=("The minister | opened in | 1998", "The minister | opened | Lima"),
    ),
    row(
        "The ambassador was recalled to Paris for talks.",
        "The ambassador | was recalled to | Paris",
        "The ambassador | was recalled to Paris for | talks",
    ),
    row(
        "The union has a rule against strikes.",
        "The union | has | a rule against strikes",
        "The union | has a rule against | strikes",
    ),
]

COORDINATION = [
    row(
        "France and Germany built and sold trains and buses.",
        *(
            f"{who} | {does} | {what}"
            for who in ("France", "Germany")
            for does in ("built", "sold")
            for what in ("trains", "buses")
        ),
        never=("France and Germany | built | trains", "France | built | trains and buses"),
    ),
    row(
        "They bought bread, milk and cheese from farmers.",
        "They | bought | bread",
        "They | bought | cheese",
        "They | bought bread from | farmers",
        "They | bought milk from | farmers",
        "They | bought cheese from | farmers",
    ),
    row(
        "The king visited Peru and praised the farmers of Chile.",
        "The king | visited | Peru",
        "The king | praised | the farmers of Chile",
        never=("The king | visited | the farmers of Chile",),
    ),
    row("The guard sat and waited at the gate.", "The guard | waited at | the gate"),
]

FRONTED = [
    row(
        "In 1998, the minister opened a museum.",
        "the minister | opened | a museum",
        "the minister | opened a museum In | 1998",
        never=("In 1998 | opened | a museum", "1998 | opened | a museum"),
    ),
    row(
        "After the war, Olga Kuhn left Berlin and moved to Lima.",
        "Olga Kuhn | left Berlin After | the war",
        "Olga Kuhn | moved to | Lima",
    ),
    row(
        "On Monday the court freed the pilot.",
        "the court | freed | the pilot",
        "the court | freed the pilot On | Monday",
    ),
]

REPORTED = [
    row(
        "The spokesman said that the army had left the city.",
        "The spokesman | said | that the army had left the city",
        "the army | had left | the city",
    ),
    row(
        "Anna Lund believes the plan will fail in Chad.",
        "Anna Lund | believes | the plan will fail in Chad",
        "the plan | will fail in | Chad",
    ),
    row(
        "The king wants to visit Peru.", "The king | wants to visit | Peru", never=("The king | wants | to visit Peru",)
    ),
    row("The king tried to dissolve parliament.", "The king | tried to dissolve | parliament"),
]

TOKENISED = [
    row(
        "The company , based in Oslo , did n't sell the ships to Chile .",
        "The company | did n't sell | the ships",
        "The company | did n't sell the ships to | Chile",
        never=("The company | sell | the ships", "The company | didn't sell | the ships"),
    ),
    row(
        "The company, based in Oslo, did not sell the ships.",
        "The company | based in | Oslo",
        miss="'based' is taken for a preposition",
    ),
    row("The firm 's owner can not visit Peru .", "The firm 's owner | can not visit | Peru"),
    row("The old bank was n't sold to the king .", "The old bank | was n't sold to | the king"),
]

OTHERS = [
    row(
        "The bridge was destroyed by the flood in March.",
        "The bridge | was destroyed by | the flood",
        "The bridge | was destroyed by the flood in | March",
        never=("the flood | destroyed | The bridge",),
    ),
    row("The dam, which supplies Laos, was built by China.", "The dam | supplies | Laos", "The dam | was built by | China",
        never=("which | supplies | Laos",)),
    row("The court gave the widow a pension.", "The court | gave the widow | a pension"),
    row("After leaving Geneva, the envoy travelled to Vienna.", "the envoy | leaving | Geneva", "the envoy | travelled to | Vienna"),
    row("The mayor died after giving a speech in Turin.", "The mayor | died after giving | a speech",
        "The mayor | died after giving a speech in | Turin"),
    row("Legislation sponsored by the senator banned strikes.", "Legislation | sponsored by | the senator", "Legislation | banned | strikes"),
    row("She never met him.", "She | never met | him"),
    row("There is a crisis in Chad.", never=("There | is | a crisis in Chad", "Chad | is | a crisis")),
    row("Ana Costa, a writer from Porto, won the prize.", "Ana Costa | won | the prize", never=("Ana Costa | is | a writer from Porto",)),
    row("Norway's navy sank the ship.", "Norway's navy | sank | the ship", never=("Norway | has | Norway's navy", "Norway | has | navy")),
    row("As a result, the bank closed the office.", "the bank | closed | the office", never=("the bank | closed the office As | a result",)),
]  # fmt: skip


@pytest.mark.parametrize("row", [*CHAINS, *COORDINATION, *FRONTED, *REPORTED, *TOKENISED, *OTHERS])
def test_triples(nlp: Language, row: Row) -> None:
    found = lines(triples_of(nlp, row.text))
    assert [each for each in row.yields if each not in found] == [], found
    assert [each for each in row.never if each in found] == [], found


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The minister opened a museum in Lima in 1998.", "The minister | opened | a museum in Lima | in 1998"),
        ("The court gave the widow a pension in May.", "The court | gave | a pension | the widow | in May"),
        ("The bridge was destroyed by the flood in March.", "The bridge | was destroyed by | the flood | in March"),
        ("They bought bread and milk from farmers.", "They | bought | milk | from farmers"),
        ("In 1998, the minister left.", "the minister | left In | 1998"),
    ],
)
def test_whole_clauses_have_all_their_arguments(nlp: Language, text: str, whole: str) -> None:
    found = lines(triples_of(nlp, text, nary=True))
    assert whole in found
    assert [each for each in lines(triples_of(nlp, text)) if each.count("|") > 2] == []


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Ana Costa, a writer from Porto, won the prize.", "Ana Costa | is"),
        ("French President Nicolas Sarkozy visited Rabat.", "Nicolas Sarkozy | is president of | French"),
        ("Oslo, the capital of Norway, is old.", "capital of | Norway"),
    ],
)
def test_implied_facts_only_when_asked_for(nlp: Language, text: str, fact: str) -> None:
    asked = triples_of(nlp, text, implied=True)
    assert [each for each in lines([each for each in asked if each.implied]) if fact in each], lines(asked)
    assert [each for each in asked if not each.implied] == triples_of(nlp, text)
    assert not [each for each in lines(triples_of(nlp, text)) if fact in each]


WORDS = "The king|Anna Lund|and|, |. |said that|sold|bought|was n't|ships|to|from|in|of|Peru|who|which|has|is|wants to|a|1998|“|’s|(|)|\n"
text_of = st.lists(st.sampled_from(WORDS.split("|")), min_size=1, max_size=20).map(" ".join)


@settings(max_examples=80)
@given(text=text_of, nary=st.booleans())
def test_every_word_is_one_of_the_sentence(nlp: Language, text: str, nary: bool) -> None:
    for each in triples_of(nlp, text, nary=nary):
        sentence = text[each.start : each.end].split()
        for part in (each.subject, each.relation, each.object, *each.more):
            assert part == " ".join(part.split()) != ""
            assert [word for word in part.split() if not any(word in other for other in sentence)] == []


@settings(max_examples=30)
@given(text=text_of)
def test_no_triple_is_said_twice_in_a_sentence(nlp: Language, text: str) -> None:
    found = [(each.start, *lines([each])) for each in triples_of(nlp, text)]
    assert len(found) == len(set(found))
