"""Whose a named thing is: "Russia's Gazprom" → Gazprom – is from – Russia; "Apple's iTunes" → Apple – has – iTunes.

An owner has things, bodies and plans. What somebody does, is or undergoes is no possession: "his recall", "her view"
are phrases with their owner in the label and no claim, "Peru's protest" is one that Peru makes.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors.scene import Scene
from kg.lexicon import table, words
from kg.model import Argument, Phrase, Proposition, Time
from kg.roles import is_abstract, is_role
from kg.tree import Word


def extract(scene: Scene) -> Iterator[Proposition]:
    """What possessives, nationalities and compound participles say of names."""
    for word in scene.sentence.words:
        head = word.head
        if head is None or _inside_name(scene, word):
            continue
        if word.tag == "VBN" and word.dep == "amod" and head.pos in ("NOUN", "PROPN") and not _is_past(word, head):
            yield from _compound_participle(scene, word, head)
        elif word.dep == "poss" and scene.known(word):
            if head.start in scene.names.spans and not _is_of_a_team(scene, word, head):
                yield _owned(scene, word, head)
            elif head.start not in scene.names.spans and _is_possession(scene, word, head):
                yield _has(scene, word, head, scene.time_of(head), _support(head) or "have")
        if word.dep == "amod" and head.pos == "PROPN" and (span := scene.names.spans.get(head.start)) is not None:
            country = scene.names.country(word.text)
            if country is not None and word.end <= span[0]:
                yield _of_country(scene, word, head, country)


def _is_of_a_team(scene: Scene, owner: Word, thing: Word) -> bool:
    """Is it somebody of a town's team, office or paper, from wherever he may be: "Denver's Ann Lee"?"""
    person = thing.ent == "PERSON" or scene.names.types.get(thing.start) == "Person"
    return person and owner.ent in ("GPE", "LOC") and scene.names.types.get(owner.start) != "Country"


def _is_possession(scene: Scene, owner: Word, thing: Word) -> bool:
    """Is it a thing without a name that somebody named can have?"""
    return (
        thing.pos == "NOUN"
        and not scene.known(thing)
        and owner.child("case") is not None
        and not owner.text[-1].isdigit()  # "the old F-86's" are many
        and thing.dep != "appos"
        and not _said_elsewhere(scene, thing)
        and (bool(_support(thing)) or not is_abstract(thing))
    )


def _support(thing: Word) -> str:
    """The verb with which the owner does it or is in it, unless that is only proposed: "make" for "protest"."""
    proposed = any(c.lower in table("modality_adjectives") for c in thing.kids("amod"))
    return "" if proposed else table("support_verbs").get(thing.lemma.lower(), "")


def _has(scene: Scene, owner: Word, thing: Word, time: Time | None = None, verb: str = "have") -> Proposition:
    owned = Argument("object", "", scene.phrases(thing))
    return scene.say("possessive", owner, scene.relation([], verb), [owned], anchor=owner, time=time, implied=True)


def _of_country(scene: Scene, word: Word, head: Word, country: str) -> Proposition:
    """Where "Russian Gazprom" is from."""
    place = Phrase(word.start, word.end, word.start, word.text, country, type="Country")
    origin = Argument("object", "from", place)
    return scene.say("nationality", head, scene.relation([], "be from"), [origin], anchor=word, implied=True)


def _inside_name(scene: Scene, word: Word) -> bool:
    """Does the word stand inside a name, and so is nobody's: "People's Republic of China"?"""
    head = word.head
    span = scene.names.spans.get(head.start) if head is not None else None
    return span is not None and span[0] <= word.start < span[1]


def _said_elsewhere(scene: Scene, head: Word) -> bool:
    """Events, roles and times have readers of their own, or are nothing to have."""
    lemma = head.lemma.lower()
    event = scene.relations.can_be(lemma) and lemma not in table("noun_types")
    return event or is_role(head) or scene.is_time(head) or lemma in words("discourse_nouns")


def _is_past(participle: Word, noun: Word) -> bool:
    """Does it hold no more: "the formerly state-owned company"?"""
    near = [*participle.kids("advmod"), *noun.kids("advmod", "amod")]
    return any(c.lower in ("former", "formerly", "once", "previously") for c in near)


def _compound_participle(scene: Scene, word: Word, head: Word) -> Iterator[Proposition]:
    """What a compound says: "Chicago-based Boeing" is based there, EADS leads "an EADS-led consortium"."""
    doer = next(
        (
            c
            for c in word.children
            if c.i < word.i
            and c.pos in ("PROPN", "NOUN")
            and c.dep in ("npadvmod", "compound", "nsubj", "advmod", "nmod")
        ),
        None,
    )
    if doer is None:
        return
    subject = head.head if head.dep == "appos" and head.head is not None and scene.known(head.head) else head
    match = scene.relations.match("be", "", word.lower, ["in"])
    if (
        word.lower == "based"
        and scene.names.types.get(doer.start) not in ("Place", "Country")
        and doer.ent not in ("GPE", "LOC")
    ):
        return  # an "Intel-based Mac" is not in Intel
    if match is not None and match.noun and match.preposition:
        relation = scene.relation([word], match.entry.relation, match.entry)
        yield scene.say("participle", subject, relation, [Argument("object", "in", scene.phrases(doer))], anchor=word)
    elif scene.known(doer) or doer.lower in ("state", "government", "family"):
        match = scene.relations.match(word.lemma, "", "", [], True)
        relation = scene.relation([word], word.lemma, match.entry if match else None)
        yield scene.say("participle", doer, relation, [Argument("object", "", scene.phrases(subject))], anchor=word)


def _owned(scene: Scene, owner: Word, thing: Word) -> Proposition:
    if owner.ent in ("GPE", "LOC"):
        return scene.say(
            "possessive",
            thing,
            scene.relation([], "be from"),
            [Argument("object", "from", scene.phrases(owner))],
            anchor=owner,
            implied=True,
        )
    return _has(scene, owner, thing)
