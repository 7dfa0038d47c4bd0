"""Prepositional phrases on the wrong word: "bought planes and rifles from Russia" buys from Russia."""

from __future__ import annotations

from kg.lexicon import Relations, words
from kg.repairs.evidence import Evidence, left_edge
from kg.tree import NOMINAL, Word, denies

HAVE = frozenset({"has", "have", "had", "having"})


def cause(preposition: Word, _: Evidence) -> None:
    """A cause is of what is done, not of a noun in it: "shift production to the US due to the weakness"."""
    noun = preposition.head
    if preposition.lower not in words("cause_markers") or noun is None or noun.pos not in NOMINAL:
        return
    for above in noun.ancestors():
        if above.pos in ("VERB", "AUX"):
            preposition.attach(above, "prep")
            return


def with_regard_to(word: Word, _: Evidence) -> None:
    """A connector and no verb: "As regards the tariff, Norway prefers …"."""
    noun, mark = word.child("dobj"), word.child("mark")
    if word.lower not in ("regards", "concerns") or noun is None or mark is None or mark.lower != "as":
        return
    if word.child("nsubj") is None:
        word.pos, word.dep, noun.dep = "ADP", "prep", "pobj"


def fronted(mark: Word, evidence: Evidence) -> None:
    """Of two subjects the first belongs to the preposition: "Since Kim's visit to Moscow a new embassy has opened"."""
    verb = mark.head
    subjects = verb.kids("nsubj", "nsubjpass") if verb is not None else []
    if verb is None or mark.lower not in ("since", "after", "before", "until") or len(subjects) < 2:
        return
    phrase = subjects[0].subtree()
    if phrase[0].i == mark.i + 1 and subjects[1].i < verb.i:
        mark.attach(verb, "prep")
        subjects[0].attach(mark, "pobj")


def by_no_means(preposition: Word, _: Evidence) -> None:
    """A denial is of the verb behind it, not of a noun before it: "Peru by no means accepts it"."""
    noun, verb = preposition.head, preposition.head.head if preposition.head is not None else None
    if noun is None or verb is None or noun.pos not in NOMINAL or not denies(preposition):
        return
    if verb.pos in ("VERB", "AUX") and noun.i < preposition.i < verb.i:
        preposition.attach(verb, "prep")


def particle(word: Word, _: Evidence) -> None:
    """Without a noun of its own it is a part of the verb: "straighten this out with Peru"."""
    verb = word.head
    if word.tag == "RP" and not word.children and verb is not None and verb.pos == "VERB" and not verb.child("prt"):
        word.dep = "prt"


def agent_of_the_passive(preposition: Word, _: Evidence) -> None:
    """Who forces somebody to act does the forcing: "was forced to disband by the army"."""
    verb, above = preposition.head, preposition.head.head if preposition.head is not None else None
    if verb is None or above is None or preposition.lower != "by" or verb.dep != "xcomp" or not verb.is_infinitive:
        return
    doer = preposition.child("pobj")
    if doer is None or doer.ent in ("DATE", "TIME") or verb.child("auxpass", "dobj") is not None:
        return
    if above.tag == "VBN" and above.child("dobj") is None and all(c.lower not in HAVE for c in above.kids("aux")):
        preposition.attach(above, "agent")


def agent_of_the_event(preposition: Word, evidence: Evidence) -> None:
    """Who does what something is meant for: "was submitted for ratification by the Senate" is ratified by it."""
    verb = preposition.head
    doer = preposition.child("pobj")
    if verb is None or preposition.lower != "by" or verb.tag != "VBN" or doer is None or doer.ent in ("DATE", "TIME"):
        return
    for other in verb.kids("prep"):
        event = other.child("pobj")
        if other.lower == "for" and event is not None and verb.i < event.i < preposition.i:
            bare = event.tag == "NN" and event.child("det", "poss") is None
            if bare and evidence.relations.can_be(event.lemma):
                preposition.attach(event, "prep")
                return


def in_relative_clause(particle: Word, _: Evidence) -> None:
    """Who has an object in "which" has no second: "the position which Peru will take in its talks"."""
    verb = particle.head
    targets = verb.kids("dobj") if verb is not None else []
    if verb is None or len(targets) != 2 or targets[0].tag not in ("WDT", "WP") or not targets[0].i < verb.i:
        return
    if left_edge(targets[1]) == particle.i + 1:
        particle.pos, particle.tag = "ADP", "IN"
        particle.attach(verb, "prep")
        targets[1].attach(particle, "pobj")


def counted_object(preposition: Word, _: Evidence) -> None:
    """What stands before a number belongs to it: "ordered between five and nine frigates"."""
    verb, noun = preposition.head, preposition.child("pobj")
    if preposition.lower not in words("approximators") or noun is None or verb is None:
        return
    number = noun.child("nummod")
    if number is None or verb.pos != "VERB" or verb.child("dobj", "attr") is not None or noun.ent in ("DATE", "TIME"):
        return
    if preposition.i + 1 == min(w.i for w in number.subtree()) and (
        preposition.lower != "between" or number.child("conj") is not None
    ):
        noun.attach(verb, "dobj")
        preposition.attach(number, "quantmod")


def from_one_to_another(preposition: Word, evidence: Evidence) -> None:
    """What changes "from 25 to 30 battalions" ends up with 30, and is not of 25 to 30."""
    verb, noun = preposition.head, preposition.child("pobj")
    number = noun.child("nummod") if noun is not None else None
    if preposition.lower != "from" or verb is None or noun is None or number is None or verb.pos != "VERB":
        return
    first, to = [*number.kids("quantmod"), None, None][:2]
    if first is None or to is None or first.tag != "CD" or to.lower != "to" or first.i != preposition.i + 1:
        return
    changes = verb.child("nsubjpass", "dobj") is not None or verb.lemma in words("intransitive_verbs")
    if changes and noun.ent not in ("DATE", "TIME"):
        first.attach(preposition, "pobj")
        to.attach(verb, "prep")
        to.pos, to.tag = "ADP", "IN"
        noun.attach(to, "pobj")


def of_a_name(preposition: Word, _: Evidence) -> None:
    """A place has nothing, so "of" is the noun's above it: "the departure from France of the airliner"."""
    name, outer = preposition.head, preposition.head.head if preposition.head is not None else None
    if preposition.lower != "of" or name is None or name.ent != "GPE" or name.dep != "pobj" or outer is None:
        return
    if outer.dep == "prep" and outer.lower != "of" and outer.head is not None and outer.head.pos == "NOUN":
        preposition.attach(outer.head, "prep")


def trade_partner(preposition: Word, evidence: Evidence) -> None:
    """The seller belongs to the verb: "bought planes, helicopters and rifles from Russia"."""
    noun = preposition.head
    if noun is None or preposition.lower not in ("from", "to") or noun.pos not in NOMINAL:
        return
    target = preposition.child("pobj")
    if target is None or target.start not in evidence.names.labels:
        return
    top = noun
    while top.dep == "conj" and top.head is not None:
        top = top.head
    if preposition.lower == "from" and top.dep == "pobj" and (outer := _object_above(top)) is not None:
        if outer.head is not None and outer.head.lemma in words("source_verbs") and outer.head.child("prep") is None:
            preposition.attach(outer.head, "prep")
        return
    verb = top.head
    if top.dep == "dobj" and verb is not None and _trades(verb, evidence.relations) and verb.child("prep") is None:
        preposition.attach(verb, "prep")


def _object_above(noun: Word) -> Word | None:
    """The direct object in whose prepositional phrases the noun stands."""
    for above in noun.ancestors():
        if above.dep == "dobj":
            return above
        if above.dep not in ("prep", "pobj"):
            return None
    return None


def _trades(verb: Word, relations: Relations) -> bool:
    """Does something pass from one to the other, so that the lexicon knows the act from both sides?"""
    entry = relations.verb(verb.lemma)
    return (entry is not None and entry.converse is not None) or verb.lemma in words("source_verbs")


def above_all(noun: Word, _: Evidence) -> None:
    """An adverb and no preposition: "is *above all* a threat to Chile"."""
    preposition, whole = noun.head, noun.child("predet")
    if preposition is None or whole is None or whole.lower != "all" or whole.i != preposition.i + 1:
        return
    article = noun.child("det")
    if preposition.lower == "of" and preposition.head is not None and preposition.head.dep == "advmod":
        preposition.dep, preposition = "advmod", preposition.head
    verb = preposition.head
    if verb is not None and verb.lemma == "be" and article is not None and article.lower in ("a", "an"):
        preposition.dep = "advmod"
        noun.attach(verb, "attr")
