"""Noun phrases: from a head word to the phrase a reader would take as a node.

"a very clear idea of what he wants" → node "clear idea"; "between five and nine diesel submarines" → node "diesel
submarines",
amount "5–9"; "thousands of pages" → node "pages", amount "thousands". The full phrase stays as the quote.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.lexicon import table, words
from kg.lexicon.gazetteer import country_of
from kg.model import EntityType, Phrase
from kg.quantities import quantity
from kg.tree import NOMINAL, Sentence, Word

DEEPEST = 40  # phrases within phrases: nobody reads further
LABEL_WORDS = 7  # words: with more, the "of" phrase is left out of the label
DROPPED = frozenset({"det", "predet", "preconj", "cc", "punct", "neg", "quantmod", "case", "mark", "intj", "advmod"})
OUTSIDE = frozenset({
    "conj",
    "cc",
    "relcl",
    "appos",
    "acl",
    "advcl",
    "punct",
    "parataxis",
    "preconj",
    "ccomp",
    "xcomp",
    "npadvmod",
    "dep",
})
INSIDE = frozenset({"relcl", "acl", "appos", "parataxis", "advcl"})  # never part of the phrase, however deep
TYPES: Mapping[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "EVENT": "Event",
    "PRODUCT": "Product", "WORK_OF_ART": "Work", "LAW": "Work", "NORP": "Group",
}  # fmt: skip


@dataclass(slots=True)
class Names:
    """What coreference knows of a document's spans: the label of the chain that a head word belongs to, and its
    span."""

    labels: Mapping[int, str] = field(default_factory=dict)  # head offset → chain label
    spans: Mapping[int, tuple[int, int]] = field(default_factory=dict)  # head offset → span of the name
    types: Mapping[int, str] = field(default_factory=dict)  # head offset → type of the chain

    def owner(self, word: Word) -> str | None:
        return self.labels.get(word.start)

    def country(self, adjective: str) -> str | None:
        """The country that a nationality adjective points at."""
        known = country_of(adjective) if adjective[:1].isupper() else None
        return known.label if known is not None and known.kind == "country" else None


@dataclass(slots=True)
class Phrases:
    """Makes the phrases of one sentence; a head word always gives the same phrase."""

    text: str
    sentence: Sentence
    names: Names
    _made: dict[int, Phrase] = field(default_factory=dict)
    _depth: int = 0

    def stands_for(self, pronoun: Word, antecedent: Word) -> None:
        """From now on the pronoun is read as what it stands for; its quote stays the pronoun."""
        meant = self(antecedent)
        start, end = pronoun.start, pronoun.end
        self._made[pronoun.i] = replace(meant, start=start, end=end, text=self.text[start:end], amount=None)

    def __call__(self, head: Word) -> Phrase:
        """The phrase of a head word, looked through a partitive ("one of the major buyers")."""
        made = self._made.get(head.i)
        if made is None and self._depth < DEEPEST:
            self._depth += 1
            made = self._made[head.i] = self._make(head)
            self._depth -= 1
        return made or Phrase(head.start, head.end, head.start, self.text[head.start : head.end], head.text)

    def _make(self, head: Word) -> Phrase:
        kept = extent(head)
        start, end = kept[0].start, kept[-1].end
        quote = self.text[start:end]
        span = self.names.spans.get(head.start)
        if span is not None:
            start, end = min(start, span[0]), max(end, span[1])
            return Phrase(
                start, end, head.start, self.text[start:end], self.text[slice(*span)], type=TYPES.get(head.ent, "Thing")
            )
        inner, outer_amount = self._partitive(head)
        if inner is not head:
            phrase = self(inner)
            both = " ".join(filter(None, (outer_amount, phrase.amount)))
            start, end = min(start, phrase.start), max(end, phrase.end)
            return replace(phrase, start=start, end=end, text=self.text[start:end], amount=both or None)
        amount, counted = _counted(kept, head)
        label = self._label(head, counted)
        if head.lower in words("stand_ins") and head.child("prep") is None and head.pos != "ADJ":
            return Phrase(start, end, head.start, quote, "")
        if head.pos == "PRON" or head.tag in ("DT", "PDT", "WP", "WDT", "PRP", "PRP$", "EX"):
            return Phrase(start, end, head.start, quote, "")  # what it refers to is for coreference to say
        literal = (
            head.pos in ("ADJ", "ADV", "VERB", "INTJ")
            or (head.pos in ("NUM", "SYM") and head.ent not in TYPES)
            or head.ent in ("MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "DATE", "TIME")
            or (head.lower in table("currencies") and head.child("det") is None)
        )
        if literal and amount:
            label, amount = amount, None
        if head.pos == "ADJ":
            shown = [w for w in kept if w.i > head.i or not (w.dep == "advmod" and w.lower in words("light_adverbs"))]
            label = self._joined([w for w in shown if w.i <= head.i and w.dep not in ("neg", "det", "preconj", "cc")])
        if not label:
            label, amount = quote, None
        return Phrase(
            start, end, head.start, quote, label, amount, _generic(head), literal, TYPES.get(head.ent, "Thing")
        )

    def _partitive(self, head: Word) -> tuple[Word, str]:
        """ "one of the buyers", "thousands of pages": the noun that counts, and how much of it."""
        inside = next((c for c in head.children if c.dep == "prep" and c.lower == "of"), None)
        noun = inside.child("pobj") if inside is not None else None
        if noun is None or head.child("poss") is not None:
            return head, ""
        if head.pos == "NUM" or head.lemma in words("quantity_nouns") or head.lower in words("quantity_nouns"):
            if noun.lower in ("them", "us", "it", "which", "whom", "these", "those", "you"):
                return head, ""
            before = [
                c
                for c in extent(head)
                if (c.i <= head.i and c.dep not in ("det", "punct")) or (c.lower in ("a", "an") and c.i < head.i)
            ]
            return noun, " ".join(w.lower for w in before if w.lower not in ("a", "an", "the"))
        return head, ""

    def _label(self, head: Word, counted: frozenset[int]) -> str:
        """The compact label: modifiers, head, and a short "of" phrase."""
        left: list[Word] = []
        for child in head.children:
            glued = child.i < head.i and any(c.text == "-" and c.start == child.end for c in head.children)
            if (glued and child.dep != "det") or (child.text == "-" and child.i < head.i):
                left.extend(child.subtree())
            elif (
                child.i < head.i
                and child.dep not in DROPPED
                and child.dep not in OUTSIDE
                and child.i not in counted
                and child.lower not in words("vague_modifiers")
            ):
                left.extend(self._modifier(child, counted))
        left.sort(key=lambda w: w.i)
        owner = head.child("poss")
        parts = [self._owner(owner)] if owner is not None else []
        body = self._joined([*(w for w in left if owner is None or not w.within(owner)), head])
        label = " ".join([*filter(None, parts), body]).strip()
        return label + self._of(head, label)

    def _modifier(self, child: Word, counted: frozenset[int]) -> list[Word]:
        kept = [w for w in child.subtree() if w.i not in counted]
        return [
            w
            for w in kept
            if w.dep not in DROPPED or w.text == "-" or any(o.text == "-" and o.start == w.end for o in kept)
        ]

    def _owner(self, owner: Word) -> str:
        known = self.names.owner(owner)
        if known is not None:
            return f"{known}'" if known.endswith("s") else f"{known}'s"
        if owner.pos == "PRON" or owner.tag in ("WP$", "PRP$", "WDT"):
            return ""
        return f"{self._label(owner, frozenset())}'s"

    def _of(self, head: Word, label: str) -> str:
        for child in head.children:
            if child.dep == "prep" and child.lower == "of" and child.i > head.i:
                noun = child.child("pobj")
                if noun is None or noun.pos not in NOMINAL or noun.pos == "PRON":
                    return ""
                inner = self(noun)
                known = self.names.owner(noun)
                whole = f" of {known or inner.label}"
                return whole if len((label + whole).split()) <= LABEL_WORDS and not inner.literal else ""
        return ""

    def _joined(self, parts: list[Word]) -> str:
        """The words as in the text: no space where the text has none ("co-operation", "Tor-M1")."""
        out = ""
        for before, word in zip([None, *parts], parts, strict=False):
            glued = before is not None and before.end == word.start
            out += word.text if glued or not out else " " + word.text
        return out.strip(" -")


def extent(head: Word) -> list[Word]:
    """The words of the full phrase, without coordination, appositions and clauses, as one unbroken run around the
    head."""
    kept = {head.i: head}
    for child in head.children:
        if child.dep not in OUTSIDE or (child.dep == "npadvmod" and child.i < head.i):
            for word in _below(child):
                kept[word.i] = word
    low = high = head.i
    places = {w.i: w for w in head.subtree()}
    while low - 1 in kept or (places.get(low - 1) is not None and places[low - 1].text == "-" and low - 2 in kept):
        low -= 1
    while high + 1 in kept or (places.get(high + 1) is not None and places[high + 1].text == "-" and high + 2 in kept):
        high += 1
    return [places[i] for i in range(low, high + 1)]


def _below(word: Word) -> list[Word]:
    """The subtree less relative clauses and the like, at any depth."""
    found, stack = [], [word]
    while stack:
        one = stack.pop()
        found.append(one)
        stack.extend(
            c
            for c in one.children
            if c.dep not in INSIDE
            and not (c.dep == "punct" and c.text in ",;:()[]")
            and not (c.dep in ("conj", "cc") and one.dep == "pobj")
        )
    return found


def _generic(head: Word) -> bool:
    """Does the phrase mean the same kind of thing anywhere: bare or indefinite, with nobody's possessive?"""
    if head.pos == "PROPN" or head.child("poss") is not None:
        return False
    determiner = head.child("det")
    if determiner is None:
        return head.tag in ("NNS", "NN")
    return determiner.lower in ("a", "an", "some", "any", "no")


@functools.cache
def _counting() -> frozenset[str]:
    """The words that a quantity without a number begins with."""
    return frozenset(entry.split()[0] for entry in words("vague_quantities")) | {"dozen", "score", "half"}


def _counted(kept: list[Word], head: Word) -> tuple[str | None, frozenset[int]]:
    """The amount that opens the phrase, and the places of its words; one that leaves nothing over is no amount."""
    if not any(w.tag == "CD" or w.pos in ("NUM", "SYM") or w.lower in _counting() for w in kept):
        return None, frozenset()
    found = quantity([w.text for w in kept], [w.ent for w in kept], kept.index(head))
    if found is None:
        return None, frozenset()
    taken = frozenset(kept[i].i for i in found.taken)
    return (None, frozenset()) if head.i in taken else (found.amount, taken)
