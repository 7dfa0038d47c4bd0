"""Documents to Docs: offsets hold whatever the text, blocks are parsed apart, and a missing model is told with its cure."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import text_document
from spacy.language import Language

from kg.errors import ModelError
from kg.model import Block, Document
from kg.nlp import WINDOW, load, parse


def of_blocks(*texts: str, between: str = "\n\n") -> Document:
    blocks: list[Block] = []
    text = ""
    for each in texts:
        text += between if text else ""
        blocks.append(Block("paragraph", len(text), len(text) + len(each)))
        text += each
    return Document(id="d", source="d.txt", text=text, blocks=tuple(blocks), sha256="")


def test_a_missing_model_is_told_with_its_cure() -> None:
    with pytest.raises(ModelError, match=re.escape("pip install en-core-web-xxl")):
        load("en_core_web_xxl")


def test_a_model_without_a_parser_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("model")
    spacy.blank("en").to_disk(folder)
    with pytest.raises(ModelError, match="no tagger and no parser and no ner"):
        load(str(folder))


def test_no_sentence_and_no_name_crosses_a_block(nlp: Language) -> None:
    document = of_blocks("The king met Anna", "Lund in Rome", "and left")
    ((_, doc),) = parse(nlp, [document])
    for block in document.blocks:
        for span in [*doc.sents, *doc.ents]:
            inside = block.start <= span.start_char < block.end
            assert not inside or span.end_char <= block.end
    assert not [entity for entity in doc.ents if "\n" in entity.text]


def test_typographic_quotes_and_spaces_are_read_as_plain_ones(nlp: Language) -> None:
    ((document, doc),) = parse(nlp, [text_document("The king’s\u00a0guard said: “We left.”")])
    assert [token.tag_ for token in doc if token.text == "'s"] == ["POS"]
    assert len(doc.text) == len(document.text)


def test_a_dash_that_sets_a_phrase_apart_is_read_as_a_comma(nlp: Language) -> None:
    ((_, doc),) = parse(nlp, [text_document("The bank – a house of glass – was sold.")])
    assert [token.text for token in doc if token.text in "–,"] == [",", ","]


@pytest.mark.parametrize("text", ["Peru won 3 - 1 in Lima.", "The Lima - Cusco railway , built in 1908 , was sold ."])
def test_other_dashes_stay(nlp: Language, text: str) -> None:
    ((_, doc),) = parse(nlp, [text_document(text)])
    assert "-" in [token.text for token in doc]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The bank re-opened the office.", "re-open"),
        ("Peru re-elected the king.", "re-elect"),
        ("They co-wrote a book.", "co-write"),
    ],
)
def test_a_prefixed_verb_is_one_word(nlp: Language, text: str, lemma: str) -> None:
    ((_, doc),) = parse(nlp, [text_document(text)])
    assert lemma in [token.lemma_ for token in doc if token.pos_ == "VERB"]


@pytest.mark.parametrize("text", ["The cable was No. 1007 of May.", "See Nos. 12 and 13.", "Peru signed par. 4 today."])
def test_an_abbreviation_before_a_number_is_one_word(nlp: Language, text: str) -> None:
    ((_, doc),) = parse(nlp, [text_document(text)])
    assert {"No.", "Nos.", "par."} & {token.text for token in doc}
    assert len(list(doc.sents)) == 1


def test_a_no_that_ends_a_sentence_is_no_abbreviation(nlp: Language) -> None:
    ((_, doc),) = parse(nlp, [text_document("Peru said no. It voted No. Chile left.")])
    assert [token.lower_ for token in doc if token.lower_.startswith("no")] == ["no", "no"]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (("A. Peru signed.", "B. Chile did not."), ["Peru", "Chile"]),
        (("a. Peru signed.", "It left."), ["Peru", "It"]),
        (("C. Johnson signed.", "H. Lund did not."), ["C.", "H."]),
    ],
)
def test_the_letters_of_a_list_are_no_initials(nlp: Language, texts: tuple[str, ...], first: list[str]) -> None:
    ((_, doc),) = parse(nlp, [of_blocks(*texts)])
    assert [sent[0].text for sent in doc.sents if sent[0].pos_ != "SPACE"] == first


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("He was governor of Rio Grande do Sul.", []),
        ("Troops left Juazeiro do Norte.", ["left"]),
        ("Why do Americans vote?", ["do", "vote"]),
        ("The French do Business.", ["do"]),
    ],
)
def test_a_portuguese_of_the_is_no_verb(nlp: Language, text: str, verbs: list[str]) -> None:
    ((_, doc),) = parse(nlp, [text_document(text)])
    found = [token.text for token in doc if token.tag_.startswith("VB") and token.lemma_ != "be"]
    assert [verb for verb in found if verb != "do"] == [verb for verb in verbs if verb != "do"]
    assert ("do" in [token.text for token in doc]) == ("do" in verbs)


@pytest.mark.parametrize("unit", ["x", "The king left Rome. ", "no stop "])
def test_a_block_without_end_is_parsed_in_windows(nlp: Language, unit: str) -> None:
    document = of_blocks((unit * (3 * WINDOW // len(unit)))[: 2 * WINDOW + 17].strip())
    ((_, doc),) = parse(nlp, [document])
    assert len(doc.text) == len(document.text)
    if " " in unit:
        assert not [token.text for token in doc if token.text not in document.text]


def test_many_documents_come_back_in_their_order(nlp: Language) -> None:
    texts = [f"The king left Rome {number} times." for number in range(70)]
    documents = [replace(of_blocks(text, "It rained."), id=text) for text in texts]
    found = list(parse(nlp, iter(documents)))
    assert [document for document, _ in found] == documents
    assert all(str(number) in doc.text for number, (_, doc) in enumerate(found))


def test_a_document_without_text_has_an_empty_doc(nlp: Language) -> None:
    ((_, doc),) = parse(nlp, [Document(id="d", source="d.txt", text="", blocks=(), sha256="")])
    assert len(doc) == 0


@settings(max_examples=40)
@given(
    texts=st.lists(st.text(max_size=30), min_size=1, max_size=4),
    between=st.sampled_from(["\n\n", "\n", "", " ", "\u2028", "---"]),
)
def test_offsets_are_those_of_the_text(nlp: Language, texts: list[str], between: str) -> None:
    document = of_blocks(*texts, between=between)
    ((_, doc),) = parse(nlp, [document])
    assert len(doc.text) == len(document.text)
    for token in doc:
        quote = document.text[token.idx : token.idx + len(token.text)]
        assert [a for a, b in zip(quote, token.text, strict=True) if a.isalnum() and a != b] == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [("1) Peru signed.", False), ("It says: (b) Peru signed.", False), ("The annexes (IV, V) are here.", True)],
)
def test_the_mark_of_an_item_is_no_word(nlp: Language, text: str, kept: bool) -> None:
    ((_, doc),) = parse(nlp, [text_document(text)])
    assert any(token.text == ")" for token in doc) == kept
