"""The parser's frequent mistakes: what is put right, over parses written by hand, and that a tree stays a tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parses import sentence_of
from sentences import text_document
from spacy.language import Language

from kg.coreference import find_chains
from kg.lexicon import load_relations
from kg.nlp import parse
from kg.phrases import Names
from kg.reading import names_of
from kg.repairs import repair
from kg.tree import Sentence, Word, sentences

PARTNER = """
    Chile    PROPN bought  nsubj
    bought   VERB  bought  ROOT buy
    ships    NOUN  bought  dobj ship NNS
    from     ADP   ships   prep
    Japan    PROPN from    pobj
"""
ROCK = PARTNER.replace("bought", "painted").replace("buy", "paint")
ANSWER = """
    They       PRON  support    nsubj   they PRP
    support    VERB  support    ROOT    support VBP
    Makarios   PROPN support    dobj
    and        CCONJ Makarios   cc      and CC
    Washington PROPN Makarios   conj
    faces      VERB  support    conj    face VBZ
    war        NOUN  faces      dobj
"""
STOP = """
    Anna    PROPN flew   nsubj
    flew    VERB  flew   ROOT   fly
    to      ADP   flew   prep
    Sydney  PROPN to     pobj
    then    ADV   Lima   advmod
    Lima    PROPN Sydney appos
"""
YEAR = """
    Chile   PROPN signed nsubj
    signed  VERB  signed ROOT   sign
    a       DET   pact   det    a DT
    pact    NOUN  signed dobj
    in      ADP   pact   prep
    1991    NUM   in     pobj   1991 CD
    which   PRON  barred nsubj  which WDT
    barred  VERB  1991   relcl  bar
    Peru    PROPN barred dobj
"""
AIRLINER = """
    the     DET   departure det   the DT
    departure NOUN departure ROOT
    from    ADP   departure prep
    France  PROPN from      pobj
    of      ADP   France    prep
    airliners NOUN of       pobj  airliner NNS
"""

RESERVED = """
    Positions NOUN  Positions ROOT  position NNS
    of        ADP   Positions prep
    Peru      PROPN of        pobj
    ,         PUNCT Peru      punct
    Chile     PROPN Peru      conj
    ,         PUNCT Chile     punct
    and       CCONJ Chile     cc      and CC
    Norway    PROPN members   compound
    members   NOUN  Positions conj    member NNS
    reserved  VERB  members   acl     reserve VBN
"""
DISPATCH = """
    Dispatch PROPN Dispatch ROOT
    an       DET   answer   det   an DT
    answer   NOUN  Dispatch appos
"""


def word(sentence: Sentence, text: str) -> Word:
    return next(each for each in sentence.words if each.text == text)


def repaired(nlp: Language, table: str, ents: dict[str, str] | None = None, known: tuple[str, ...] = ()) -> Sentence:
    sentence = sentence_of(nlp, table, ents)
    labels = {each.start: each.text for each in sentence.words if each.text in known}
    repair(sentence, Names(labels), load_relations())
    return sentence


def head(sentence: Sentence, text: str) -> str:
    above = word(sentence, text).head
    return above.text if above else ""


def test_the_seller_belongs_to_the_verb(nlp: Language) -> None:
    assert head(repaired(nlp, PARTNER, known=("Japan",)), "from") == "bought"


def test_what_comes_from_somewhere_stays_with_its_noun(nlp: Language) -> None:
    assert head(repaired(nlp, ROCK, known=("Japan",)), "from") == "ships"


def test_a_noun_between_and_and_a_finite_verb_is_its_subject(nlp: Language) -> None:
    sentence = repaired(nlp, ANSWER)
    assert (head(sentence, "Washington"), word(sentence, "Washington").dep) == ("faces", "nsubj")


def test_the_next_stop_is_not_the_same_one(nlp: Language) -> None:
    assert word(repaired(nlp, STOP), "Lima").dep == "conj"


def test_a_year_bars_nobody(nlp: Language) -> None:
    assert head(repaired(nlp, YEAR, ents={"1991": "DATE"}), "barred") == "pact"


def test_a_place_has_nothing_of_its_own(nlp: Language) -> None:
    assert head(repaired(nlp, AIRLINER, ents={"France": "GPE"}), "of") == "departure"


def test_a_conjunct_belongs_where_its_conjunction_hangs(nlp: Language) -> None:
    sentence = repaired(nlp, RESERVED)
    assert (head(sentence, "members"), head(sentence, "reserved")) == ("Chile", "Positions")


def test_a_description_is_set_off_by_a_comma(nlp: Language) -> None:
    assert word(repaired(nlp, DISPATCH), "answer").dep == "dep"


@pytest.mark.parametrize("table", [PARTNER, ROCK, ANSWER, STOP, YEAR, AIRLINER, RESERVED, DISPATCH])
def test_a_second_repair_changes_nothing(nlp: Language, table: str) -> None:
    sentence = repaired(nlp, table, known=("Japan",))
    before = [(each.text, each.dep, each.head and each.head.text) for each in sentence.words]
    repair(
        sentence, Names({each.start: each.text for each in sentence.words if each.text == "Japan"}), load_relations()
    )
    assert [(each.text, each.dep, each.head and each.head.text) for each in sentence.words] == before


WORDS = [
    "Chile",
    "bought",
    "ships",
    "from",
    "and",
    "then",
    ",",
    "which",
    "was based",
    "Lima",
    "the king",
    "of",
    "in 1991",
    "leaving",
    "to",
    "faces",
    "his",
    ";",
    "(see",
    ")",
    "as regards",
    "whether",
    "since",
    "would be sold",
    "and to sell",
    "the pipelines",
]


@settings(max_examples=80)
@given(text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=18).map(" ".join))
def test_a_repaired_tree_is_a_tree(nlp: Language, text: str) -> None:
    ((document, doc),) = parse(nlp, [text_document(text)])
    names = names_of(find_chains(document, doc))
    for sentence in sentences(doc, {}):
        repair(sentence, names, load_relations())
        below = [each for root in sentence.roots for each in root.subtree()]
        assert sorted(each.i for each in below) == [each.i for each in sentence.words]
        assert all(each.head is None or each in each.head.children for each in sentence.words)
