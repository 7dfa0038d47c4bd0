"""Coordination with the wrong partner: "support Makarios and the USG would face …" coordinates clauses, not names."""

from __future__ import annotations

from kg.repairs.evidence import Evidence
from kg.roles import is_role
from kg.tree import NOMINAL, Word


def conjunct_of_apposition(word: Word, _: Evidence) -> None:
    """PDVSA belongs with Lukoil: "between Lukoil, Russia's biggest oil company, and the state-owned PDVSA"."""
    head = word.head
    if head is None or head.dep != "appos" or head.head is None or word.pos not in NOMINAL:
        return
    outer = head.head
    between = outer.head is not None and outer.head.lower == "between" and outer.child("conj") is None
    if between:
        for child in list(head.children):
            if child.dep == "cc" and child.i < word.i:
                child.attach(outer, "cc")
        word.attach(outer, "conj")


def participle_with_participle(word: Word, _: Evidence) -> None:
    """An "-ing" form is coordinated with one, not with a finite verb: "Stating that he knew … and evincing"."""
    head = word.head
    if word.tag != "VBG" or head is None or head.tag == "VBG" or word.child("aux", "nsubj") is not None:
        return
    if head.child("nsubj", "nsubjpass") is None:
        return
    inside = [
        w for w in head.subtree() if w.tag == "VBG" and w.dep == "acl" and head.i < w.i < word.i and not w.within(word)
    ]
    for above in (*reversed(inside), *head.ancestors()):
        if above.tag == "VBG" and above.dep in ("advcl", "pcomp", "acl") and above.child("aux") is None:
            word.attach(above, "conj")
            return


def infinitive_with_infinitive(word: Word, _: Evidence) -> None:
    """An infinitive is coordinated with one: "determination to respect the convention and to abide by it"."""
    head = word.head
    if head is None or word.pos != "VERB" or not word.is_infinitive or head.is_infinitive:
        return
    inside = [
        w
        for w in head.subtree()
        if w.pos == "VERB" and head.i < w.i < word.i and w.is_infinitive and not w.within(word)
    ]
    if inside:
        word.attach(inside[-1], "conj")


def subject_of_second_clause(word: Word, evidence: Evidence) -> None:
    """The noun between "and" and a finite verb is its subject: "support Makarios and the USG would face …"."""
    head = word.head
    if (
        word.pos not in ("VERB", "AUX")
        or head is None
        or head.pos not in ("VERB", "AUX")
        or word.child("nsubj", "nsubjpass", "expl") is not None
    ):
        return
    if word.tag not in ("VBD", "VBZ", "VBP", "MD") and word.child("aux", "auxpass") is None:
        return
    first = min((c.i for c in word.children if c.dep in ("aux", "auxpass", "advmod", "neg")), default=word.i)
    if first == 0 or any(c.dep == "cc" and head.i < c.i < word.i for c in head.children):
        return
    conjunct = _outermost_conjunct(evidence.sentence.words[first - 1], head)
    noun = conjunct.head if conjunct is not None else None
    if conjunct is None or noun is None or noun.child("cc") is None or noun.dep not in ("dobj", "pobj", "attr"):
        return
    for child in noun.kids("cc"):
        child.attach(head, "cc")
    conjunct.attach(word, "nsubjpass" if word.child("auxpass") else "nsubj")


def _outermost_conjunct(word: Word, verb: Word) -> Word | None:
    """The highest coordinated noun above the word, the word included, that is behind the verb."""
    conjunct: Word | None = None
    for above in (word, *word.ancestors()):
        if above.i <= verb.i or above.pos not in NOMINAL:
            break
        if above.dep == "conj":
            conjunct = above
    return conjunct


def role_with_role(word: Word, _: Evidence) -> None:
    """A role is coordinated with the role, not with whose it is: "chairman of Genentech and a member of …"."""
    name, of = word.head, word.head.head if word.head is not None else None
    if name is None or of is None or name.pos != "PROPN" or word.pos != "NOUN" or of.dep != "prep" or of.head is None:
        return
    role = of.head
    if role.pos == "NOUN" and word.child("det") is not None and word.child("prep") is not None and is_role(word):
        for child in name.kids("cc"):
            child.attach(role, "cc")
        word.attach(role, "conj")


def then(word: Word, _: Evidence) -> None:
    """The next stop is not the same one: "to Sydney, then Melbourne"."""
    before = [*word.children, *(word.head.children if word.head is not None else ())]
    if word.pos == "PROPN" and any(c.lower in ("then", "later", "finally") and c.i < word.i for c in before):
        word.dep = "conj"
