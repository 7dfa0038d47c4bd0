"""From a head word to the phrase: its label with modifiers, owner and a short "of" phrase, its amount, its quote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.lexicon import table, words
from kg.model import EntityType, Phrase
from kg.phrases.amounts import counted, partitive
from kg.phrases.extents import OUTSIDE, extent
from kg.phrases.names import Names
from kg.tree import NOMINAL, Sentence, Word

DEEPEST = 40  # phrases within phrases: nobody reads further
LABEL_WORDS = 8  # words: with more, the "of" phrase is left out of the label
DROPPED = frozenset({"det", "predet", "preconj", "cc", "punct", "neg", "quantmod", "case", "mark", "intj", "advmod"})
TYPES: Mapping[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "EVENT": "Event",
    "PRODUCT": "Product", "WORK_OF_ART": "Work", "LAW": "Work", "NORP": "Group",
}  # fmt: skip
BRACKETS = frozenset({"[", "]"})  # of an editor: "such [music] content"
SPEAKERS = frozenset({"my", "our", "your"})
PRONOUN_TAGS = frozenset({"DT", "PDT", "WP", "WDT", "PRP", "PRP$", "EX"})
VALUES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "DATE", "TIME"})


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
        if (span := self.names.spans.get(head.start)) is not None:
            start, end = min(start, span[0]), max(end, span[1])
            name, kind = self.text[slice(*span)], TYPES.get(head.ent, "Thing")
            return Phrase(start, end, head.start, self.text[start:end], name, type=kind)
        inner, how_much = partitive(head)
        if inner is not head:
            phrase = self(inner)
            both = " ".join(filter(None, (how_much, phrase.amount)))
            start, end = min(start, phrase.start), max(end, phrase.end)
            if phrase.literal and how_much:  # "a quarter of a million dollars"
                label = f"{how_much} of {phrase.label}"
                return replace(phrase, start=start, end=end, text=self.text[start:end], label=label)
            return replace(phrase, start=start, end=end, text=self.text[start:end], amount=both or None)
        if _refers(head):
            return Phrase(start, end, head.start, self.text[start:end], "")
        return self._described(head, kept)

    def _described(self, head: Word, kept: list[Word]) -> Phrase:
        """The phrase of a common noun, an adjective or a number."""
        start, end = kept[0].start, kept[-1].end
        amount, places = counted(kept, head)
        literal = _is_literal(head)
        label: str | None = self._label(head, places)
        if literal and amount:
            label, amount = amount if _in_currency(amount) else f"{amount} {label}".strip(), None
        if head.pos == "ADJ" or (head.tag in ("VBN", "VBG") and head.dep in ("acomp", "attr")):
            denied = _is_denied(head)
            label = self._joined([w for w in kept if w.i <= head.i and not _is_light(w, denied)])
        if not label:
            label, amount = self.text[start:end], None
        kind = TYPES.get(head.ent, "Thing")
        return Phrase(start, end, head.start, self.text[start:end], label, amount, _generic(head), literal, kind)

    def _label(self, head: Word, places: frozenset[int]) -> str:
        """The compact label: modifiers, head with its number ("chapter 3"), and a short "of" phrase."""
        left: list[Word] = []
        owner = head.child("poss")
        for child in head.children:
            if child is owner:
                continue
            glued = child.i < head.i and any(c.text == "-" and c.start == child.end for c in head.children)
            if (glued and child.dep != "det") or (child.text == "-" and child.i < head.i):
                left.extend(child.subtree())
            elif (
                child.i < head.i
                and (child.dep not in DROPPED or self._is_sign(child))
                and child.dep not in OUTSIDE
                and child.i not in places
                and not _is_vague(child)
            ):
                left.extend(self._modifier(child, places))
        left.sort(key=lambda w: w.i)
        parts = [self._owner(owner)] if owner is not None else []
        number = [c for c in head.children if c.i == head.i + 1 and c.dep == "nummod"]
        body = self._joined([*left, head, *self._hyphenated(head), *number])
        label = " ".join([*filter(None, parts), body]).strip()
        return label + (self._of(head, label) or self._content(head, label))

    def _is_sign(self, child: Word) -> bool:
        """Is it the sign of the sum behind it: "$15 billion", but only the second of "from $208 to $416"?"""
        following = self.sentence.words[child.i + 1]
        return child.text in table("currencies") and (following is child.head or following.dep not in DROPPED)

    def _hyphenated(self, head: Word) -> list[Word]:
        """What hyphens tie to the word: the president of "vice-president"."""
        found: list[Word] = []
        following = self.sentence.words[head.i + 1 :]
        for hyphen, word in zip(following[::2], following[1::2], strict=False):
            last = found[-1] if found else head
            glued = hyphen.text == "-" and hyphen.start == last.end and word.start == hyphen.end
            if not glued or word.pos not in ("NOUN", "PROPN", "ADP") or head.head is word:
                break
            found += [hyphen, word]
        return found if found and found[-1].pos != "ADP" else []

    def _modifier(self, child: Word, places: frozenset[int]) -> list[Word]:
        kept = [w for w in child.subtree() if w.i not in places]
        return [
            w
            for w in kept
            if w is child
            or w.dep not in DROPPED
            or _is_needed(w)
            or w.text == "-"
            or any(o.text == "-" and o.start == w.end for o in kept)
        ]

    def _owner(self, owner: Word) -> str:
        known = self.names.owner(owner)
        if known is not None:
            return f"{known}'" if known.endswith("s") else f"{known}'s"
        if owner.pos == "PRON" or owner.tag in ("WP$", "PRP$", "WDT"):
            return owner.lower if owner.lower in SPEAKERS else ""
        label = self._label(owner, frozenset())
        return f"{label}'" if label.endswith("s") else f"{label}'s"

    def _of(self, head: Word, label: str) -> str:
        shared = head.head.kids("prep") if head.dep == "conj" and head.head is not None else []
        for child in (*head.children, *shared):  # "the depth and strength of the split"
            if child.dep == "prep" and child.lower == "of" and child.i > head.i:
                noun = child.child("pobj")
                if noun is None or noun.pos not in NOMINAL or noun.pos == "PRON":
                    return ""
                inner = self(noun)
                dated = noun.ent == "DATE"  # "the frontiers of 1937"
                named = self.names.owner(noun) or (inner.text if dated else inner.label)
                whole = f" of {named.removeprefix('the ')}"
                fits = len((label + whole).split()) <= LABEL_WORDS
                return whole if fits and (dated or not inner.literal) else ""
        return ""

    def _content(self, head: Word, label: str) -> str:
        """What a noun is nothing without, if it is short: "intention *of taking part*", "decision *not to sell it*"."""
        lemma = head.lemma.lower()
        open_ = lemma in table("modality_nouns") or lemma in words("content_nouns") or lemma in words("abstract_nouns")
        for child in head.children:
            gerund = child.child("pcomp") if child.dep == "prep" else None
            infinitive = child if open_ and child.dep == "acl" and child.is_infinitive else None
            verb = infinitive or (gerund if gerund is not None and gerund.tag == "VBG" else None)
            if verb is not None and child.subtree()[0].i == head.i + 1 and (act := self._act(verb)):
                whole = " ".join([label, act] if infinitive else [label, child.lower, act])
                return whole[len(label) :] if len(whole.split()) <= LABEL_WORDS else ""
        return ""

    def _act(self, verb: Word) -> str:
        """A verb with its particle and what it is done to ("to try to obtain help"); nothing if that is not told."""
        group = [c for c in verb.children if c.dep in ("aux", "neg", "prt")]
        said = " ".join(w.lower for w in sorted([*group, verb], key=lambda w: w.i))
        target, inner, preposition = (
            verb.child("dobj", "attr", "acomp"),
            verb.child("xcomp"),
            verb.child("prep", "agent"),
        )
        if verb.child("ccomp", "auxpass") is not None:
            return ""
        if target is None and inner is not None:
            act = self._act(inner) if inner.is_infinitive else ""
            return act and f"{said} {act}"
        if target is None and preposition is not None and (noun := preposition.child("pobj")) is not None:
            said, target = f"{said} {preposition.lower}", noun
        if target is None:
            return "" if verb.lemma in words("transitive_verbs") or verb.lemma in words("light_verbs") else said
        return (shown := self(target).label) and f"{said} {shown}"

    def _joined(self, parts: list[Word]) -> str:
        """The words as in the text: no space where the text has none ("co-operation", "Tor-M1")."""
        out = ""
        parts = [word for word in parts if word.text not in BRACKETS]
        for before, word in zip([None, *parts], parts, strict=False):
            glued = before is not None and before.end == word.start
            out += word.text if glued or not out else " " + word.text
        return out.strip(" -")


def _refers(head: Word) -> bool:
    """Does the word stand for something said elsewhere, which coreference has to find: "it", "the former"?"""
    if head.lower in words("stand_ins") and head.child("prep") is None and head.pos != "ADJ":
        return True
    if head.lower == "other" and (determiner := head.child("det")) is not None and determiner.lower == "each":
        return True
    return head.pos == "PRON" or head.tag in PRONOUN_TAGS


def _is_literal(head: Word) -> bool:
    """Is it a value (a quality, a number, a sum, a date) and no thing?"""
    return (
        head.pos in ("ADJ", "ADV", "VERB", "INTJ")
        or (head.pos in ("NUM", "SYM") and head.ent not in TYPES)
        or head.ent in VALUES
        or (head.lower in table("currencies") and head.child("det") is None)
    )


def _in_currency(amount: str) -> bool:
    """Does the amount end with its unit already: "9.99 USD", but not "several" of "several years"?"""
    return amount.split()[-1] in table("currencies").values()


def _is_vague(word: Word) -> bool:
    """Does the adjective only pick out or count? "no other country" is not "no country"."""
    noun = word.head
    denied = noun is not None and any(c.lower in ("no", "any") for c in noun.kids("det"))
    return word.lower in words("vague_modifiers") and not (denied and word.lower == "other")


def _is_needed(word: Word) -> bool:
    """Would the modifier without this small word say another thing: "*less* important", "*most* serious"?"""
    if word.dep == "advmod" and word.head is not None and word.head.dep != "cc":
        manner = word.head.lower.endswith(("ed", "ing")) and word.lower.endswith("ly")
        return manner or word.lower in ("more", "most") or word.lower in words("lessening_adverbs")
    return word.dep in ("cc", "neg", "advmod") or word.lower == "half"


def _is_light(word: Word, denied: bool) -> bool:
    """Does a word before an adjective not change what is said: "very clear" is clear, but "not very clear" may be?"""
    if denied and word.dep == "advmod" and word.lower in ("at", "all"):
        return True
    if word.dep == "advmod" and word.lower in words("light_adverbs"):
        return not denied or word.lower not in words("degree_adverbs")
    return word.dep in ("neg", "det", "preconj", "cc")


def _is_denied(head: Word) -> bool:
    """Is the quality denied by "not", or by a subject with "no" or "neither"?"""
    verb = head.head if head.head is not None else head
    near = (*head.children, *verb.children, *(c for s in verb.kids("nsubj") for c in (s, *s.children)))
    return any(c.dep == "neg" or c.lower in words("negation_words") for c in near)


def _generic(head: Word) -> bool:
    """Does the phrase mean the same kind of thing anywhere: bare or indefinite, with nobody's possessive?"""
    if head.pos == "PROPN" or head.child("poss") is not None:
        return False
    determiner = head.child("det")
    if determiner is None:
        return head.tag in ("NNS", "NN")
    return determiner.lower in ("a", "an", "some", "any", "no")
