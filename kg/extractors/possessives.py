"""Whose a named thing is: "Russia's Gazprom" → Gazprom – is from – Russia; "Apple's iTunes" → Apple – has – iTunes.

Only between things with names or roles: "Chavez's policies" is a phrase with its owner in the label, not a claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.scene import Scene
from kg.model import Argument, Phrase, Proposition
from kg.tree import Word


def extract(scene: Scene) -> Iterator[Proposition]:
    for word in scene.sentence.words:
        head = word.head
        if head is None or not scene.known(head) or head.start not in scene.names.spans:
            continue
        if word.dep == "poss" and scene.known(word):
            yield _owned(scene, word, head)
        elif word.dep == "amod" and scene.names.country(word.text) is not None and word.end <= scene.names.spans[head.start][0] and head.pos == "PROPN":
            country = Phrase(word.start, word.end, word.start, word.text, scene.names.country(word.text) or "", type="Country")
            yield scene.say("nationality", head, scene.relation([], "be from"), [Argument("object", "from", country)], anchor=word, implied=True)


def _owned(scene: Scene, owner: Word, thing: Word) -> Proposition:
    if owner.ent in ("GPE", "LOC"):
        return scene.say("possessive", thing, scene.relation([], "be from"), [Argument("object", "from", scene.phrases(owner))], anchor=owner, implied=True)
    return scene.say("possessive", owner, scene.relation([], "have"), [Argument("object", "", scene.phrases(thing))], anchor=owner, implied=True)
