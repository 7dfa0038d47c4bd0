"""What punctuation keeps apart: "The bank closed its office; the union called a strike" is said by nobody."""

from __future__ import annotations

from kg.repairs.evidence import Evidence
from kg.tree import Word


def clause_before_semicolon(word: Word, evidence: Evidence) -> None:
    """A sentence before a semicolon or colon is no part of the next: "The bank closed; the union called a strike"."""
    head = word.head
    if head is None or word.i > head.i:
        return
    if evidence.semicolon_between(word, head) or evidence.colon_between(word, head):
        word.attach(*((head.head, "ccomp") if head.dep == "ccomp" else (None, "ROOT")))


def clause_behind_salutation(word: Word, evidence: Evidence) -> None:
    """Nothing behind a colon tells of the noun before it: "Dear Mr. Ambassador: The Board met"."""
    head = word.head
    if head is not None and head.dep == "ROOT" and evidence.colon_between(head, word):
        word.attach(None, "ROOT")


def participle_behind_semicolon(word: Word, evidence: Evidence) -> None:
    """Behind a semicolon begins something else: "(National Archives, File 12; attached to a memorandum)"."""
    head = word.head
    if head is not None and evidence.semicolon_between(head, word) and word.child("cc") is None:
        word.dep = "dep"


def subject_before_bracket(word: Word, evidence: Evidence) -> None:
    """What a bracket says has its subject in it: "Chile aware of the danger (as can be seen from the letter)"."""
    head = word.head
    if head is not None and evidence.depth(word) < evidence.depth(head):
        word.dep = "dep"


def bare_form(word: Word, evidence: Evidence) -> None:
    """A bare form is nothing that a third person does: "The list includes target 43; target 82" is a noun."""
    head, subject = word.head, word.child("nsubj")
    if word.tag != "VB" or head is None or word.child("aux", "mark") is not None or head.child("aux") is not None:
        return
    if subject is not None and (subject.tag not in ("NN", "NNP") or subject.child("conj") is not None):
        return
    if head.tag == "VBZ" or evidence.semicolon_between(head, word):
        word.dep, word.pos = "dep", "NOUN"


def asked_of_the_reader(word: Word, _: Evidence) -> None:
    """What follows a bare form is its object: "see United States Senate, Committee on Armed Services"."""
    verb = word.head
    if verb is None or verb.tag != "VB" or word.i < verb.i or verb.child("aux", "dobj") is not None:
        return
    if all(child.i > verb.i or child.dep in ("punct", "ccomp") for child in verb.children):
        word.dep = "dobj"
