"""Verbs with their participants: "Venezuela has bought planes from Russia" → Venezuela – buys – planes, from Russia.

Active and passive clauses, particles, prepositional objects, two objects, object complements. A governor that was
merged into its infinitive ("wants to build") says nothing of its own; nor does a verb of saying, whose content is read
as claims of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.scene import Scene
from kg.extractors.verbs.active import active
from kg.extractors.verbs.passive import passive
from kg.lexicon import table
from kg.model import Proposition


def extract(scene: Scene) -> Iterator[Proposition]:
    """The propositions of the sentence's verbs."""
    governing = {id(clause.parent) for clause in scene.clauses if clause.merged}
    _share_partners(scene)
    for clause in scene.clauses:
        if clause.kind == "copula" or id(clause) in governing or clause.lemma in table("prepositions"):
            continue
        yield from passive(scene, clause) if clause.kind == "passive" else active(scene, clause)


def _share_partners(scene: Scene) -> None:
    """The same act has the same partner unless it names another: "bought planes from Russia and could buy ships"."""
    for clause in scene.clauses:
        parent = clause.parent
        if clause.link != "conj" or parent is None or clause.own_subject or parent.lemma != clause.lemma:
            continue
        own = {slot.preposition for slot in clause.slots}
        shared = [
            slot
            for slot in parent.obliques()
            if slot.preposition in ("from", "to", "with")
            and slot.preposition not in own
            and any(map(scene.known, slot.heads))
        ]
        clause.slots.extend(shared)
