"""The parser's frequent mistakes, put right where the evidence is clear."""

from __future__ import annotations

from kg.lexicon import Relations
from kg.phrases import Names
from kg.tree import NOMINAL, Sentence, Word


def repair(sentence: Sentence, names: Names, relations: Relations) -> None:
    """Re-attach words in place; every repair leaves a tree."""
    for word in list(sentence.words):
        if word.dep == "conj":
            _conjunct_of_apposition(word)
            _participle_with_participle(word)
        elif word.dep == "prep":
            _trade_partner(word, names, relations)


def _conjunct_of_apposition(word: Word) -> None:
    """"between Lukoil, Russia's biggest oil company, and the state-owned PDVSA": the second belongs with Lukoil."""
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


def _participle_with_participle(word: Word) -> None:
    """"Stating that they understood … and evincing no fondness": an "-ing" form is coordinated with one, not with a finite verb."""
    head = word.head
    if word.tag != "VBG" or head is None or head.tag == "VBG" or word.child("aux", "nsubj") is not None:
        return
    if head.child("nsubj", "nsubjpass") is None:
        return
    for above in head.ancestors():
        if above.tag == "VBG" and above.dep in ("advcl", "pcomp", "acl") and above.child("aux") is None:
            word.attach(above, "conj")
            return


def _trade_partner(preposition: Word, names: Names, relations: Relations) -> None:
    """"bought planes, helicopters and rifles from Russia": the seller belongs to the verb."""
    noun = preposition.head
    if noun is None or preposition.lower not in ("from", "to") or noun.pos not in NOMINAL:
        return
    target = preposition.child("pobj")
    if target is None or target.start not in names.labels:
        return
    top = noun
    while top.dep == "conj" and top.head is not None:
        top = top.head
    verb = top.head
    if top.dep == "dobj" and verb is not None and _trades(verb, relations) and verb.child("prep") is None:
        preposition.attach(verb, "prep")


def _trades(verb: Word, relations: Relations) -> bool:
    """Does something pass from one to the other, so that the lexicon knows the act from both sides?"""
    entry = relations.verb(verb.lemma)
    return entry is not None and entry.converse is not None and "subject" in entry.converse.roles
