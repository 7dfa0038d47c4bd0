"""What only looks like a second name: members of a list, what a label introduces, a singular beside a plural."""

from __future__ import annotations

from kg.repairs.evidence import Evidence, left_edge
from kg.tree import NOMINAL, Word

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def member_of_a_list(word: Word, evidence: Evidence) -> None:
    """Commas between more than two make a list: "on security, Vietnamization, the advisory effort, and support"."""
    head = word.head
    if head is None or word.pos not in NOMINAL or evidence.names.types.get(head.start) == "Person":
        return
    following = word.child("conj") or next((c for c in head.kids("appos") if c.i > word.i), None)
    if following is None or following.start in evidence.names.spans:
        return
    if _comma_before(word, evidence) and _comma_before(following, evidence):
        word.dep = "conj"


def _comma_before(word: Word, evidence: Evidence) -> bool:
    """Does a comma stand before the phrase, or before the "and" that introduces it?"""
    start = left_edge(word)
    before = [w.text for w in evidence.sentence.words[max(start - 2, 0) : start]]
    return bool(before) and (before[-1] == "," or (before[0] == "," and before[-1] in ("and", "or")))


def label(word: Word, evidence: Evidence) -> None:
    """A label is not what it introduces: "Equipment: cranes, water trucks, tractors"."""
    head = word.head
    start = left_edge(word)
    if head is not None and head.head is None and start and evidence.sentence.words[start - 1].text == ":":
        word.dep = "dep"


def without_comma(word: Word, evidence: Evidence) -> None:
    """What a name is, is set off by a comma; without one a verb is there or left out: "Dispatch an answer"."""
    head, start = word.head, left_edge(word)
    if head is None or head.i > start or head.pos != "PROPN" or word.pos != "NOUN":
        return
    if all(between.pos != "PUNCT" for between in evidence.sentence.words[head.i + 1 : start]):
        word.dep = "dep"


def itself(word: Word, _: Evidence) -> None:
    """A pronoun behind a name only stresses it: "in Iraq itself"."""
    if word.pos == "PRON" and word.lower.endswith(("self", "selves")):
        word.dep = "dep"


def one_of_many(word: Word, _: Evidence) -> None:
    """Several are not one: "between Jews and Arabs, a harmony which …"."""
    head, article = word.head, word.child("det")
    if head is None or article is None or article.lower not in ("a", "an") or word.tag != "NN":
        return
    if head.child("conj") is not None or (head.tag in ("NNS", "NNPS") and head.ent == "NORP"):
        word.dep = "dep"


def subject_behind_a_phrase(word: Word, evidence: Evidence) -> None:
    """A verb without a subject finds it behind the phrase that opens the clause: "In Iceland, the coalition is …"."""
    head = word.head
    edge = max(word.subtree(), key=lambda w: w.i).i + 1
    if head is None or head.dep != "pobj" or word.i < head.i or edge >= len(evidence.sentence.words):
        return
    behind = evidence.sentence.words[edge]
    verb = behind.head if behind.dep in ("aux", "auxpass", "neg", "advmod") and behind.head is not None else behind
    if verb.tag in FINITE or behind.tag in FINITE:
        subject = verb.child("nsubj", "nsubjpass", "csubj", "expl")
        if subject is None and _comma_before(word, evidence) and head.within(verb):
            word.attach(verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")
