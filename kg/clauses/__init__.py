"""The clause model: what a sentence's verbs say, with the participants that a reader would supply.

One pass down the dependency tree makes a `Clause` of every predicate: its subject (own, shared, controlled, raised, or
the antecedent of a relative pronoun or participle), its arguments with their coordinated members, its verb group, and
its polarity, modality and sources, computed through embedding. Claims and verbatim triples are two renderings of it.
Labels are those of spaCy's English pipelines (ClearNLP style).
"""

from __future__ import annotations

from kg.clauses.clause import REAL, Clause, Slot
from kg.clauses.groups import join_group
from kg.clauses.judgement import apply_conditions, judge
from kg.clauses.predicates import kind_of, predicates, verb_group
from kg.clauses.sharing import share_slots
from kg.clauses.slots import marker, members, prepositional_slots, read_slots
from kg.clauses.sources import attribute, holder_of_view
from kg.clauses.standing import ANY, is_definite, is_denied, modality_of, standing, told
from kg.clauses.subjects import find_subject, relativize
from kg.tree import Sentence

__all__ = [
    "ANY", "REAL", "Clause", "Slot", "clauses", "holder_of_view", "is_definite", "is_denied", "marker", "members",
    "modality_of", "prepositional_slots", "standing", "told",
]  # fmt: skip

STEPS = (read_slots, find_subject, relativize, join_group, judge, attribute)  # each fills in what the next ones read


def clauses(sentence: Sentence) -> list[Clause]:
    """The sentence's clauses, governors before what they govern."""
    found: dict[int, Clause] = {}
    for word in predicates(sentence):
        link = "ROOT" if word.head is None else word.dep
        parent = next((found[above.i] for above in word.ancestors() if above.i in found), None)
        clause = found[word.i] = Clause(word, kind_of(word), link, parent, own=verb_group(word))
        for step in STEPS:
            step(clause)
    made = list(found.values())
    share_slots(made)
    for clause in made:
        clause.limit()
    apply_conditions(made)
    return made
