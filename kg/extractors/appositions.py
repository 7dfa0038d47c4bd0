"""Two names for one thing: "Lukoil, Russia's biggest oil company" → Lukoil – is – Russia's biggest oil company.

"Ivan Safranchuk, Chief Analyst at the Institute" → is chief analyst at; "his counterpart, Vladimir Putin" → is counterpart of; "Lourdes, Cuba" →
is located in; "manufacturers such as Airbus" → Airbus – is – manufacturer. An abbreviation in brackets is the same name and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses import members
from kg.extractors.scene import Scene, is_role, prepositional
from kg.lexicon import words
from kg.model import Argument, Proposition
from kg.tree import NOMINAL, Word

PLACES = frozenset({"GPE", "LOC", "FAC"})


def extract(scene: Scene) -> Iterator[Proposition]:
    for word in scene.sentence.words:
        if word.dep == "appos" and word.head is not None and word.pos in NOMINAL and not scene.is_time(word):
            yield from _apposed(scene, word.head, word)
        elif word.dep == "prep" and word.head is not None and word.head.pos in NOMINAL and _exemplifies(word):
            yield from _examples(scene, word.head, word)


def _exemplifies(preposition: Word) -> bool:
    return preposition.lower in ("including", "like") or (preposition.lower == "as" and any(c.lower == "such" for c in preposition.children))


def _examples(scene: Scene, kind: Word, preposition: Word) -> Iterator[Proposition]:
    noun = preposition.child("pobj")
    if noun is None or preposition.lower == "like" or scene.known(kind):
        return
    for member in members(noun):
        if scene.known(member):
            yield _is(scene, member, kind)


def _apposed(scene: Scene, head: Word, word: Word) -> Iterator[Proposition]:
    named, other = scene.known(head), scene.known(word)
    if named and other:
        if head.ent in PLACES and word.ent in PLACES:
            yield scene.say("apposition", head, scene.relation([], "be located in", scene.relations.get("be located in")),
                            [Argument("object", "", scene.phrases(word))], anchor=word, implied=True)  # fmt: skip
        elif _role(word):
            yield from _role_of(scene, head, word)
    elif named:
        for part in members(word):
            if part.pos in NOMINAL and not scene.known(part):
                yield from _role_of(scene, head, part) if _role(part) else [_is(scene, head, part)]
    elif other:
        if head.tag in ("NNS", "NNPS"):
            for part in members(word):
                if scene.known(part):
                    yield _is(scene, part, head)
        elif _role(head):
            yield from _role_of(scene, word, head)
        elif head.pos == "NOUN":
            yield _is(scene, word, head)


def _role(word: Word) -> bool:
    return word.lemma.lower() in words("offices") or is_role(word) or word.lower in words("offices")


def _role_of(scene: Scene, subject: Word, word: Word) -> Iterator[Proposition]:
    """The role with whose it is: possessor, or what follows "of", "at", "for", "to"."""
    left = [w for c in word.children if c.dep in ("compound", "amod") and c.i < word.i for w in c.subtree()]
    nation = next((w for w in left if scene.names.country(w.text) is not None), None)
    named = [w for w in left if scene.known(w)]
    plain = [w for w in left if w is not nation and not any(w.within(n) for n in named)]
    role = " ".join(w.lower for w in [*plain, word])
    owner = word.child("poss")
    if owner is not None:
        yield _holds(scene, subject, word, f"be {role} of", owner)
        return
    said = False
    for slot in prepositional(word):
        if slot.preposition in ("of", "at", "for", "to", "in", "with"):
            for target in slot.heads:
                if not scene.is_time(target):
                    yield _holds(scene, subject, word, f"be {role} {slot.preposition}", target)
                    said = True
    if not said and named:
        yield _holds(scene, subject, word, f"be {role} of", named[-1])
    elif not said and nation is not None:
        yield _holds(scene, subject, word, f"be {role} of", nation)
    elif not said:
        yield _is(scene, subject, word)


def _holds(scene: Scene, subject: Word, word: Word, lemma: str, target: Word) -> Proposition:
    phrase = scene.phrases(target)
    country = scene.names.country(target.text)
    if country is not None and not scene.known(target):
        phrase = replace(phrase, label=country, type="Country", literal=False)
    relation = scene.relation([word], lemma, scene.relations.get(lemma))
    clause = scene.clause_of(subject)
    return scene.say("apposition", subject, relation, [Argument("object", lemma.split()[-1], phrase)], anchor=word, time=scene.time_of(word), implied=True,
                     features=clause.features if clause and clause.antecedent is subject else ())  # fmt: skip


def _is(scene: Scene, subject: Word, kind: Word) -> Proposition:
    value = replace(scene.phrases(kind), literal=True)
    return scene.say("apposition", subject, scene.relation([], "be"), [Argument("object", "", value)], anchor=kind, implied=True)
