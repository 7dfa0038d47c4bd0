"""What hangs on a noun: "felony charges against Sears" → felony charges – are against – Michael Sears; "the dispute in the Gulf".

Only with something named at the other end: everything else is part of the phrase. "of" is a part of the label.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.scene import Scene, prepositional
from kg.model import Argument, Proposition
from kg.roles import is_role

PREPOSITIONS = frozenset({"in", "at", "on", "from", "against", "with", "to", "for", "near"})


def extract(scene: Scene) -> Iterator[Proposition]:
    for word in scene.sentence.words:
        if word.pos != "NOUN" or scene.known(word) or is_role(word) or scene.is_time(word) or word.dep in ("attr", "npadvmod"):
            continue
        if word.lemma.lower() in ABSTRACT or scene.relations.can_be(word.lemma.lower()) and word.child("poss") is not None:
            continue
        for slot in prepositional(word):
            if slot.preposition in PREPOSITIONS:
                for target in slot.heads:
                    if scene.known(target) and target.pos == "PROPN":
                        relation = scene.relation(slot.marker, f"be {slot.preposition}", scene.relations.get(f"be {slot.preposition}"))
                        yield scene.say("attachment", word, relation, [Argument("object", slot.preposition, scene.phrases(target))],
                                        clause=None, anchor=word, implied=True)  # fmt: skip


ABSTRACT = frozenset({"regard", "respect", "relation", "response", "addition", "accordance", "way", "order", "view"})
