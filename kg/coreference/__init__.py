"""Doc → chains: which mentions of a document are one thing, what kind of thing, and why."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc

from kg.coreference.clusters import Cluster, gather
from kg.coreference.finding import find_names
from kg.coreference.references import Reference, find_references
from kg.coreference.variants import join_variants
from kg.coreference.words import Words, words_of
from kg.model import Chain, Document, Mention

__all__ = ["find_chains"]


def find_chains(document: Document, doc: Doc) -> tuple[Chain, ...]:
    """The chains of a document, in order of their first mention."""
    words = words_of(doc)
    clusters = join_variants(gather(words, find_names(words, document.text)))
    references = defaultdict(list)
    for reference in find_references(words, clusters):
        references[reference.cluster].append(reference)
    return tuple(_chain(document, words, one, references[number]) for number, one in enumerate(clusters))


def _chain(document: Document, words: Words, one: Cluster, references: list[Reference]) -> Chain:
    mentions = []
    for name, rule in zip(one.names, one.rules, strict=True):
        start, end = words.start[name.first], words.end(name.last - 1)
        head = words.start[words.span_head(name.first, name.last)]
        mentions.append(Mention(start, end, head, document.text[start:end], "name", name.text, rule))
    mentions += [_mention(document, words, reference) for reference in references]
    return Chain(
        label=one.label,
        type=one.type,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
        votes=tuple(sorted((kind, round(count, 2)) for kind, count in one.votes.items() if round(count, 2))),
        titles=tuple(sorted(one.titles)),
        sex=one.sex,
    )


def _mention(document: Document, words: Words, reference: Reference) -> Mention:
    start, end, head = words.start[reference.first], words.end(reference.last - 1), words.start[reference.head]
    text = document.text[start:end]
    name = " ".join(text.split())
    if reference.kind != "nominal":
        name = words.text[reference.head] if reference.kind == "name" else ""
    return Mention(start, end, head, text, reference.kind, name, reference.rule)
