"""Document + Doc → Reading: all that one document says by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.coreference import find_chains
from kg.extractors import extract
from kg.extractors.scene import Scene
from kg.lexicon import Relations
from kg.model import Chain, Document, Reading
from kg.nlp import parse
from kg.phrases import Names
from kg.repairs import repair
from kg.temporal import find_times
from kg.tree import Sentence, sentences

PROSE = ("title", "heading", "caption", "paragraph")


def read_all(nlp: Language, documents: Iterable[Document], relations: Relations) -> Iterator[Reading]:
    """The readings of a stream of documents, in order."""
    for document, doc in parse(nlp, documents):
        yield read(document, doc, relations)


def read(document: Document, doc: Doc, relations: Relations) -> Reading:
    """The document's mention chains and propositions, in text order."""
    chains = find_chains(document, doc)
    scenes = scenes_of(document, doc, chains, relations)
    propositions = [said for scene in scenes for said in extract(scene)]
    return Reading(document, chains, tuple(propositions))


def scenes_of(document: Document, doc: Doc, chains: Iterable[Chain], relations: Relations) -> Iterator[Scene]:
    """The sentences of the document's prose, repaired and ready to be read."""
    times = find_times(document, doc)
    names = names_of(chains)
    telegraphic = without_articles(doc)
    kinds = {block.start: block.kind for block in document.blocks}
    for sentence in sentences(doc, kinds):
        if sentence.kind in PROSE and readable(sentence):
            repair(sentence, names, relations)
            yield Scene(document.text, sentence, names, relations, times, telegraphic)


def readable(sentence: Sentence) -> bool:
    """Is it a sentence rather than a table row, a list of links or code: words outnumber everything else."""
    if is_note(sentence):
        return False
    words = sum(1 for word in sentence.words if word.text.isalpha())
    capitals = sum(1 for word in sentence.words if word.text.isupper() and len(word.text) > 1)
    if words >= 5 and 3 * capitals > 2 * words:
        return False  # in capitals throughout: every word is a name to the parser
    return words >= 2 and 2 * words >= len([w for w in sentence.words if w.pos != "PUNCT"])


def is_note(sentence: Sentence) -> bool:
    """Is it the editor's, in square brackets as a whole: "[Here follows discussion of other matters.]"?"""
    texts = [word.text for word in sentence.words if word.text not in ".?!\"'”’"]
    return texts[:1] == ["["] and "]" not in texts[:-1]


def without_articles(doc: Doc) -> bool:
    """Is the document in the English of telegrams? In ordinary prose one word in twelve is an article."""
    found = sum(1 for token in doc if token.lower_ in ("the", "a", "an"))
    return len(doc) >= 80 and 30 * found < len(doc)


def names_of(chains: Iterable[Chain]) -> Names:
    """The labels and spans of the document's mentions, by the offset of their head words."""
    labels: dict[int, str] = {}
    spans: dict[int, tuple[int, int]] = {}
    types: dict[int, str] = {}
    for chain in chains:
        for mention in chain.mentions:
            labels[mention.head] = chain.label
            if mention.kind == "name":
                spans[mention.head] = (mention.start, mention.end)
            types[mention.head] = chain.type
    return Names(labels, spans, types)
