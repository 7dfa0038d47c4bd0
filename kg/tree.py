"""A sentence's dependency tree as light, mutable words.

spaCy's tokens are views that cannot be re-attached and are slow to walk; one pass copies what the rules ask for, so
that the parser's frequent mistakes can be repaired and every rule reads the same tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.lexicon import table, words

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})


class Word:
    """A token in its sentence; `start`, `end` are offsets in the document, `i` its place in the sentence."""

    __slots__ = ("children", "dep", "end", "ent", "head", "i", "lemma", "lower", "pos", "start", "tag", "text")

    def __init__(self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent: str, start: int) -> None:
        self.i, self.text, self.lemma, self.pos, self.tag, self.dep, self.ent = i, text, lemma, pos, tag, dep, ent
        self.lower = text.lower()
        self.start, self.end = start, start + len(text)
        self.head: Word | None = None
        self.children: list[Word] = []

    def __repr__(self) -> str:
        return f"{self.text}/{self.pos}/{self.dep}"

    def attach(self, head: Word | None, dep: str) -> None:
        """Hang this word (with all below it) under another head."""
        if self.head is not None:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        if head is not None:
            head.children.append(self)
            head.children.sort(key=_place)

    def child(self, *deps: str) -> Word | None:
        """The first child with one of these labels."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def kids(self, *deps: str) -> list[Word]:
        return [child for child in self.children if child.dep in deps]

    def ancestors(self) -> Iterator[Word]:
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def subtree(self) -> list[Word]:
        """This word and all below it, in text order."""
        found, stack = [], [self]
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(word.children)
        found.sort(key=_place)
        return found

    @property
    def is_infinitive(self) -> bool:
        """Is it a verb with its "to"?"""
        return any(child.dep == "aux" and child.lower == "to" for child in self.children)

    def within(self, other: Word) -> bool:
        """Is this word the other one or below it?"""
        return self is other or any(word is other for word in self.ancestors())


def denies(preposition: Word) -> bool:
    """Does the phrase deny its clause: "under no circumstances", "at no time"?"""
    noun = preposition.child("pobj")
    if noun is None or not {noun.lemma, noun.lower} & words("no_circumstances"):
        return False
    return any(c.lower == "no" for c in noun.kids("det"))


def is_inverted(word: Word) -> bool:
    """Does its auxiliary open the clause as "if" would: "should Peru sell", "had Chile known", "were he to go"?"""
    subject = word.child("nsubj", "nsubjpass", "expl")
    first = next((c for c in word.children if c.dep != "punct" and c.lower not in ("and", "or", "but")), None)
    if subject is None or first is None or word.head is None or any(c.text == "?" for c in word.children):
        return False
    opening = first if first.dep in ("aux", "auxpass") else word
    return opening.i < subject.i and opening.i <= first.i and opening.lower in ("should", "had", "were")


def _place(word: Word) -> int:
    return word.i


@dataclass(slots=True)
class Sentence:
    """The words of one sentence without white space; `root` is the first word without a head."""

    words: list[Word]
    start: int
    end: int
    kind: str  # of its block

    @property
    def roots(self) -> list[Word]:
        return [word for word in self.words if word.head is None]


def sentences(doc: Doc, kinds: Mapping[int, str]) -> Iterator[Sentence]:
    """The Doc's sentences that hold a word; `kinds` maps the start of a block to its kind."""
    starts = sorted(kinds)
    block, kind = -1, "paragraph"
    corrected = table("verb_forms")
    for span in doc.sents:
        words: list[Word] = []
        places: dict[int, Word] = {}
        for token in span:
            if not token.is_space:
                lemma = corrected.get(token.lower_, token.lemma_) if token.pos_ == "VERB" else token.lemma_
                word = Word(
                    len(words), token.text, lemma, token.pos_, token.tag_, token.dep_, token.ent_type_, token.idx
                )
                places[token.i] = word
                words.append(word)
        if not words:
            continue
        while block + 1 < len(starts) and starts[block + 1] <= words[0].start:
            block += 1
            kind = kinds[starts[block]]
        for token in span:
            child = places.get(token.i)
            if child is not None and token.head.i != token.i and (head := places.get(token.head.i)) is not None:
                child.head = head
                head.children.append(child)
        yield Sentence(words, words[0].start, words[-1].end, kind)
