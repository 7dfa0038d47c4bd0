"""Who does what a clause says, when the clause has a subject: its own, or the noun that "who", "which" stand for.

"Akli, one of the lieutenants, who led the attack": Akli led it. A relative clause about an object or a place gets that
too: "the planes which Peru bought". A clause without a subject is for `control`.
"""

from __future__ import annotations

from kg.clauses.clause import AUXILIARY, RELATIVE, SUBJECTS, VERBAL, Clause, Slot
from kg.clauses.control import controlled
from kg.clauses.slots import members
from kg.lexicon import table, words
from kg.tree import NOMINAL, Word


def find_subject(clause: Clause) -> None:
    """Give the clause its subjects."""
    word = clause.head
    candidates = [c for c in word.children if c.dep in SUBJECTS and not c.lower.endswith(("self", "selves"))]
    candidates = [c for c in candidates if not _is_label(c, word)] if len(candidates) > 1 else candidates
    own = candidates[0] if candidates else None
    if len(candidates) > 1 and own is not None and own.lower in RELATIVE:
        own = candidates[-1]  # "which the council agreed": the relative is the object
    elif len(candidates) > 1 and _is_set_before(candidates[0], candidates[1], word):
        own = candidates[1]
    if own is not None and _is_time(own):
        own = next((c for c in (*candidates[1:], *own.kids("appos"))), own)
    if own is not None and own.dep in ("nsubj", "nsubjpass"):
        if _is_not_all(own) or _is_label(own, word):
            return  # neither all of them nor none
        if own.lower in RELATIVE and own.tag in ("WP", "WDT") and (noun := _antecedent(word)) is not None:
            clause.subjects, clause.antecedent = (noun,) if noun.ent not in ("DATE", "TIME") else (), noun
        elif own.tag not in ("EX", "WP", "WDT"):
            clause.subjects = members(own)
        return
    if own is not None or word.child("expl") is not None:
        return
    clause.own_subject = False
    clause.subjects = controlled(clause)


def _is_time(own: Word) -> bool:
    """Does it only date what the next noun does: "One of these days some member may ask"?"""
    of = own.child("prep")
    time = of.child("pobj") if own.lower == "one" and of is not None and of.lower == "of" else own
    return time is not None and (time.ent in ("DATE", "TIME") or time.lemma in words("time_nouns"))


def _is_not_all(noun: Word) -> bool:
    """Is it only some of them: "not all members", "not every ship"?"""
    before = {g.lower for c in noun.children if c.i < noun.i for g in (c, *c.children)}
    return "not" in before and not before.isdisjoint({"all", "every", "each"})


def _is_label(noun: Word, verb: Word) -> bool:
    """Is it whoever speaks, and not who does it: "The President: Have a nice weekend"?"""
    last = noun
    while last.children and last.children[-1].i > last.i:
        last = last.children[-1]
    return last.i < verb.i and (last.text == ":" or any(c.text == ":" and c.i == last.i + 1 for c in verb.children))


def _is_set_before(first: Word, second: Word, verb: Word) -> bool:
    """Is the first a label or a title of the real subject: "Comment: The embassy has", "co-founder Ann Lee has"?"""
    if second.i < verb.i and any(c.dep == "mark" and first.i < c.i < second.i for c in verb.children):
        return True  # "the implications understood before a decision is made"
    last, phrase = first.subtree()[-1], second.subtree()
    own = [c.i for c in verb.children if c.dep in AUXILIARY or c.dep == "advmod"]
    if last.i + 1 != phrase[0].i or last.dep == "cc" or phrase[-1].i + 1 < min([verb.i, *own]):
        return False
    if last.dep == "punct":
        return last.text == ":"
    return last.pos in NOMINAL and second.pos == "PROPN" and second.text[0].isalnum()


def _antecedent(word: Word) -> Word | None:
    """The noun that a relative clause is about; conjoined relative clauses share it."""
    while word.dep == "conj" and word.head is not None and word.head.pos in VERBAL:
        word = word.head
    noun = word.head
    if word.dep in ("relcl", "acl", "ccomp", "advcl") and noun is not None and noun.pos in NOMINAL:
        return None if _is_about_all_of_it(word, noun) else _whole(noun)
    return None


def _is_about_all_of_it(word: Word, noun: Word) -> bool:
    """Is it what happens that does so, and not the name before: "was chosen by the CDU, which complicated …"?"""
    apart = any(c.text == "," and c.i < word.i for c in noun.children)
    named = noun.pos == "PROPN" or noun.ent in ("GPE", "ORG", "PERSON") or any(c.pos == "PROPN" for c in noun.children)
    happened = word.lemma in words("consequence_verbs") or any(c.lower == "place" for c in word.kids("dobj"))
    return apart and named and happened


def _whole(noun: Word) -> Word:
    """Of "Akli, one of the lieutenants" the one who is named; what is said of an apposition is about its head."""
    of = noun.head
    if of is not None and of.lower == "of" and of.head is not None and of.head.lower == "one":
        noun = of.head
    while noun.dep == "appos" and noun.head is not None and noun.head.pos == "PROPN":
        noun = noun.head
    return noun


def relativize(clause: Clause) -> None:
    """Give a relative clause the argument that its pronoun, or nothing at all, stands for."""
    word = clause.head
    if clause.link != "relcl" or clause.antecedent is not None or word.head is None:
        return
    noun = word.head
    preposition = _fronted(word)
    where = any(c.dep == "advmod" and c.tag == "WRB" for c in word.children)
    if preposition is None and not where:
        preposition = next((c for c in word.children if c.dep == "prep" and not c.children and c.i > word.i), None)
    if preposition is not None:
        if not _is_each(noun):
            clause.slots.append(Slot("oblique", (preposition,), (noun,)))
    elif not where and _lacks_object(clause):
        clause.slots.append(Slot("object", (), (noun,)))
    clause.sort_slots()


def _is_each(noun: Word) -> bool:
    """Is it any of its kind or a mere way, and so no one place: "all cases in which", "the extent to which"?"""
    determiner = noun.child("det")
    every = determiner is not None and determiner.lower in ("all", "any", "each", "every", "no")
    return every or noun.lemma in ("case", "degree", "extent", "instance", "manner", "way")


def _fronted(word: Word) -> Word | None:
    """The preposition of "the base from which they flew"."""
    for child in word.children:
        if child.dep == "prep" and (pronoun := child.child("pobj")) is not None and pronoun.tag in ("WDT", "WP"):
            return child
    return None


def _lacks_object(clause: Clause) -> bool:
    """Is the antecedent the object: "the planes (which) Peru bought", not "the planes they want to buy"?"""
    word = clause.head
    pronoun = any(c.dep == "dobj" and c.lower in RELATIVE for c in word.children)
    bare = word.child("dobj", "acomp", "attr", "ccomp") is None and word.child("nsubj") is not None
    subject = word.child("nsubj")
    if subject is not None and any(c.tag == "WDT" for p in subject.kids("prep") for c in p.kids("pobj")):
        return False  # "made statements, one of which dealt with it"
    bare = bare and not (word.head is not None and any(c.text == "(" for c in (*word.head.children, *word.children)))
    if not pronoun and not bare:
        return False
    return word.child("xcomp") is None or (pronoun and clause.lemma not in table("modality_verbs"))
