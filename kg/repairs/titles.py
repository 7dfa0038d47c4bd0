"""Names that titles, offices and descriptions keep from their place: "the mayor of Lyon, Claude Petit"."""

from __future__ import annotations

from kg.lexicon import table, words
from kg.repairs.evidence import Evidence
from kg.roles import is_role
from kg.tree import Word


def beside_its_name(word: Word, evidence: Evidence) -> None:
    """The description stands beside the name before its comma: "was filed in California, the company's home"."""
    said, lemma = evidence.sentence.words, word.lemma.lower()
    kind = table("noun_types").get(lemma) or ("Person" if lemma in words("person_nouns") else None)
    if word.pos != "NOUN" or kind is None:
        return
    left = word.subtree()[0].i
    if left < 2 or said[left - 1].text != ",":
        return
    name = said[left - 2]
    named = evidence.names.types.get(name.start)
    is_that = named == kind or {named, kind} <= {"Place", "Country"}
    if is_that and name is not word.head and name.start in evidence.names.spans and not name.within(word):
        word.attach(name, "appos")


def name_of_the_role(word: Word, evidence: Evidence) -> None:
    """The name stands beside the role, not beside the place: "the mayor of Lyon, Claude Petit"."""
    place, of = word.head, word.head.head if word.head is not None else None
    if (
        evidence.names.types.get(word.start) != "Person"
        or place is None
        or of is None
        or of.lower not in ("of", "at", "for")
        or of.head is None
    ):
        return
    if evidence.names.types.get(place.start) != "Person" and of.head.pos == "NOUN" and is_role(of.head):
        word.attach(of.head, "appos")


def appointed(word: Word, evidence: Evidence) -> None:
    """The name is the object, the office what it becomes: "elected Maria Lund president"."""
    verb = word.head
    if word.pos != "NOUN" or verb is None or verb.lemma not in words("appointing_verbs") or not is_role(word):
        return
    name = next(
        (
            c
            for c in reversed(word.children)
            if c.dep in ("compound", "nmod") and c.pos == "PROPN" and c.start in evidence.names.spans
        ),
        None,
    )
    if name is None:
        return
    for child in [c for c in word.children if c is not name and c.i < name.i]:
        child.attach(name, child.dep)
    name.attach(verb, "dobj")
    word.dep = "oprd"


def name_behind_title(word: Word, evidence: Evidence) -> None:
    """The name is no adverbial, but what the title belongs to: "headed by Vice President Tho"."""
    title = evidence.sentence.words[word.i - 1] if word.i else None
    if (
        title is None
        or title.pos != "PROPN"
        or word.start not in evidence.names.spans
        or title.lower not in words("offices")
        or title.head is None
    ):
        return
    if title.dep in ("pobj", "dobj", "nsubj"):
        above, role = title.head, title.dep
        word.attach(above, role)
        title.attach(word, "compound")
        for child in list(title.children):
            child.attach(word, child.dep)


def place_before_based(word: Word, evidence: Evidence) -> None:
    """A place before "based" describes the name behind it: "selected Los Angeles based Northrop Grumman"."""
    if word.lower != "based" or word.head is None:
        return
    name, place = word.child("dobj", "pobj"), evidence.sentence.words[word.i - 1] if word.i else None
    if (
        word.dep not in ("prep", "acl", "conj", "dep", "relcl")
        or name is None
        or place is None
        or place.ent not in ("GPE", "LOC")
    ):
        return
    outer, role = place.head, place.dep
    if name.pos != "PROPN" or outer is None or outer is word:
        return
    name.attach(outer, role)
    for child in list(word.children):
        child.attach(outer, child.dep)
    word.attach(name, "amod")
    word.tag = "VBN"
    place.attach(word, "npadvmod")


def hyphenated_owner(hyphen: Word, evidence: Evidence) -> None:
    """What a hyphen ties to an owner is a part of its name: "Mr. Ben-Gurion's attitude" has one owner."""
    there = evidence.sentence.words
    if hyphen.text != "-" or not 0 < hyphen.i < len(there) - 1:
        return
    first, owner = there[hyphen.i - 1], there[hyphen.i + 1]
    if owner.dep == "poss" and owner.head is hyphen.head is first.head and first.dep == "compound":
        for part in [c for c in owner.head.kids("compound") if c.i < hyphen.i] if owner.head is not None else []:
            part.attach(owner, "compound")
        hyphen.attach(owner, "punct")
