"""Doc → chains: which mentions of a document are one thing, what kind of thing, and why."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.coreference.clusters import Cluster, cluster
from kg.coreference.names import find_names
from kg.coreference.words import Words, words_of
from kg.model import Chain, Document, Mention

__all__ = ["find_chains"]


def find_chains(document: Document, doc: Doc) -> tuple[Chain, ...]:
    """The chains of a document, in order of their first mention."""
    words = words_of(doc)
    clusters = cluster(words, find_names(words))
    return tuple(_chain(document, words, one) for one in clusters)


def _chain(document: Document, words: Words, one: Cluster) -> Chain:
    mentions = []
    for name, rule in zip(one.names, one.rules, strict=True):
        start, end = words.start[name.first], words.end(name.last - 1)
        head = words.start[words.span_head(name.first, name.last)]
        text = document.text[start:end]
        mentions.append(Mention(start, end, head, text, "name", " ".join(text.split()), rule))
    return Chain(
        label=one.label,
        type=one.type,  # type: ignore[arg-type]
        mentions=tuple(mentions),
        votes=tuple(sorted((kind, round(count, 2)) for kind, count in one.votes.items() if count)),
        titles=tuple(sorted(one.titles)),
        sex=one.sex or None,  # type: ignore[arg-type]
    )
