"""Parses written by hand, for rules that a parser's mistakes would hide: a word a line, `text POS head dep [lemma [TAG]]`.

The head is the text of the word, or its number from 0 where the text is not unique.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kg.tree import Sentence, sentences

TAGS = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "ADJ": "JJ", "ADP": "IN", "DET": "DT", "AUX": "VBD", "ADV": "RB"}


def doc_of(nlp: Language, table: str, ents: dict[str, str] | None = None) -> Doc:
    """The Doc of that parse; `ents` maps words to entity types."""
    rows = [line.split() for line in table.strip().splitlines()]
    words = [row[0] for row in rows]
    heads = [words.index(row[2]) if row[2] in words else int(row[2]) for row in rows]
    lemmas = [row[4] if len(row) > 4 else row[0].lower() for row in rows]
    tags = [row[5] if len(row) > 5 else TAGS.get(row[1], "XX") for row in rows]
    found = [f"B-{(ents or {})[word]}" if word in (ents or {}) else "O" for word in words]
    return Doc(
        nlp.vocab,
        words,
        pos=[row[1] for row in rows],
        heads=heads,
        deps=[row[3] for row in rows],
        lemmas=lemmas,
        tags=tags,
        ents=found,
    )


def sentence_of(nlp: Language, table: str, ents: dict[str, str] | None = None) -> Sentence:
    """The one sentence of that parse."""
    (found,) = sentences(doc_of(nlp, table, ents), {0: "paragraph"})
    return found
