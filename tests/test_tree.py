"""The light tree of a sentence: what moves with what, and whose words are whose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from parses import doc_of, sentence_of
from sentences import text_document
from spacy.language import Language

from kg.nlp import parse
from kg.tree import Sentence, Word, sentences

PARSE = """
    Chile  PROPN sold  nsubj
    sold   VERB  sold  ROOT  sell
    old    ADJ   ships amod
    ships  NOUN  sold  dobj  ship NNS
    from   ADP   ships prep
    Japan  PROPN from  pobj
    to     ADP   sold  prep
    Peru   PROPN to    pobj
    .      PUNCT sold  punct
"""


def word(sentence: Sentence, text: str) -> Word:
    return next(each for each in sentence.words if each.text == text)


def texts(words: list[Word]) -> str:
    return " ".join(each.text for each in words)


def test_the_words_below_a_word_in_the_order_of_the_text(nlp: Language) -> None:
    sentence = sentence_of(nlp, PARSE)
    assert texts(word(sentence, "ships").subtree()) == "old ships from Japan"
    assert texts(word(sentence, "sold").subtree()) == texts(sentence.words)


def test_attaching_a_word_moves_all_below_it(nlp: Language) -> None:
    sentence = sentence_of(nlp, PARSE)
    word(sentence, "from").attach(word(sentence, "sold"), "prep")
    assert texts(word(sentence, "ships").subtree()) == "old ships"
    assert texts(word(sentence, "sold").kids("prep")) == "from to"
    assert word(sentence, "Japan").within(word(sentence, "sold"))
    assert not word(sentence, "Japan").within(word(sentence, "ships"))


def test_a_word_without_a_head_is_a_root(nlp: Language) -> None:
    sentence = sentence_of(nlp, PARSE)
    assert texts(sentence.roots) == "sold"
    word(sentence, "to").attach(None, "ROOT")
    assert texts(sentence.roots) == "sold to"
    assert list(word(sentence, "to").ancestors()) == []


def test_children_by_label(nlp: Language) -> None:
    sentence = sentence_of(nlp, PARSE)
    sold = word(sentence, "sold")
    assert sold.child("dobj", "nsubj") is word(sentence, "Chile")
    assert sold.child("iobj") is None
    assert texts(sold.kids("dobj", "nsubj")) == "Chile ships"


def test_white_space_is_no_word(nlp: Language) -> None:
    doc = doc_of(nlp, "Chile PROPN sold nsubj\nsold VERB sold ROOT\nships NOUN sold dobj")
    assert [texts(each.words) for each in sentences(doc, {0: "paragraph"})] == ["Chile sold ships"]
    ((_, spaced),) = parse(nlp, [text_document("Chile  sold\tships \n\n\n  to Peru.")])
    found = list(sentences(spaced, {0: "paragraph"}))
    assert not [each for sentence in found for each in sentence.words if each.text.isspace()]


def test_a_sentence_has_the_kind_of_its_block(nlp: Language) -> None:
    document = text_document("Ships for Peru\n\nChile sold ships. It rained.")
    ((_, doc),) = parse(nlp, [document])
    kinds = {block.start: block.kind for block in document.blocks}
    assert [each.kind for each in sentences(doc, kinds)] == ["heading", "paragraph", "paragraph"]


@settings(max_examples=40)
@given(
    text=st.lists(
        st.sampled_from(["Peru", "sold", "ships", "and", "who", "(", "\n", "\n\n", "\t", ".", "’s", "é", "👍", "  "]),
        min_size=1,
        max_size=20,
    )
)
def test_words_are_what_the_text_says_at_their_place(nlp: Language, text: list[str]) -> None:
    document = text_document(" ".join(text))
    ((_, doc),) = parse(nlp, [document])
    for sentence in sentences(doc, {}):
        assert [each.i for each in sentence.words] == list(range(len(sentence.words)))
        for each in sentence.words:
            assert len(each.text) == each.end - each.start
            quote = document.text[each.start : each.end]
            assert [a for a, b in zip(quote, each.text, strict=True) if a.isalnum() and a != b] == []
            assert each.head is None or each in each.head.children
            assert each not in each.ancestors()


@pytest.mark.parametrize("text", ["", "Peru", "Peru sold ships"])
def test_a_parse_by_hand_gives_its_words(nlp: Language, text: str) -> None:
    rows = "\n".join(f"{each} NOUN 0 {'ROOT' if number == 0 else 'dep'}" for number, each in enumerate(text.split()))
    if rows:
        assert texts(sentence_of(nlp, rows).words) == text
