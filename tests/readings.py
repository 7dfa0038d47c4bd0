"""Readings made by hand: chains of names, for the rules of resolution alone."""

from __future__ import annotations

import hashlib

from kg.model import Chain, Document, EntityType, Mention, Phrase, Proposition, Reading, Relation

Named = tuple[str, EntityType, tuple[str, ...]]


def name(label: str, kind: EntityType, *others: str) -> Named:
    """A chain with these names."""
    return label, kind, (label, *others)


def reading(doc_id: str, *named: Named, nouns: tuple[tuple[str, bool], ...] = ()) -> Reading:
    """A document that names these things, and has propositions about these nouns (label, generic)."""
    text, chains, propositions = "", [], []
    for label, kind, forms in named:
        mentions = []
        for form in forms:
            start, end = len(text), len(text) + len(form)
            mentions.append(Mention(start, end, start, form, "name", form, "name"))
            text += form + " "
        chains.append(Chain(label, kind, tuple(mentions)))
    for noun, generic in nouns:
        start, end = len(text), len(text) + len(noun)
        phrase = Phrase(start, end, end - 1, noun, noun, generic=generic)
        propositions.append(Proposition("test", start, end, phrase, Relation("is", "be", "is")))
        text += noun + " "
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Reading(
        Document(id=doc_id, source=f"{doc_id}.txt", text=text, blocks=(), sha256=sha),
        tuple(chains),
        tuple(propositions),
    )
