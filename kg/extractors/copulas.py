"""What something is: "Venezuela is home to the Orinoco belt" → Venezuela – is home to – the Orinoco belt.

An adjective, a noun or a prepositional phrase after *be*. "There is …" names nobody who is anything, and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene, negated_phrase, prepositional
from kg.lexicon import RelationEntry, words
from kg.model import Argument, Phrase, Proposition
from kg.repairs.evidence import left_edge
from kg.roles import is_role
from kg.tree import NOMINAL, Word

OF_ROLES = frozenset({"of", "at", "for", "to", "in", "on", "with"})
TIMES = frozenset({"following", "after", "before", "during", "since"})
PARTICLES = frozenset({"down", "off", "over", "through", "up"})
AMONG_WORDS = 6  # a longer clause is no label


def extract(scene: Scene) -> Iterator[Proposition]:
    governing = {id(c.parent) for c in scene.clauses if c.merged}
    for clause in scene.clauses:
        if clause.kind != "copula" or id(clause) in governing:
            continue
        subjects = [s for s in clause.subjects if _can_be(scene, s)]
        if not subjects or clause.head.child("expl"):
            continue
        complement = clause.slot("complement")
        if complement is not None:
            for subject in subjects:
                for head in complement.heads:
                    yield from _complement(scene, clause, subject, head)
        else:
            said = clause.head.child("ccomp", "xcomp", "advcl") is not None
            event = any(
                scene.relations.can_be(s.lemma.lower()) for s in subjects
            )  # "talks are under way between X and Y" is read there
            slot = _predicate(scene, clause)
            if slot is not None and not said and not (event and slot.preposition == "between"):
                yield from _located(scene, clause, subjects, slot)


def _can_be(scene: Scene, subject: Word) -> bool:
    """Can the word be something: no preposition's year ("since 1953 has been"), and not "the following"?"""
    if subject.lower == "following":
        return False
    if subject.ent == "DATE" and subject.i and scene.sentence.words[subject.i - 1].tag == "IN":
        return False
    return subject.pos in NOMINAL or subject.tag in ("DT", "PDT")


def _predicate(scene: Scene, clause: Clause) -> Slot | None:
    """The first phrase behind the verb; a later one says only of what or what for: "is in Bolivia for the talks"."""
    after = (s for s in clause.obliques() if s.place > clause.head.i)
    slot = next((s for s in after if not _is_aside(scene, s)), None)
    if slot is None or scene.sentence.words[slot.place - 1].lower in PARTICLES:
        return None  # "were down by two goals"
    return slot


def _is_aside(scene: Scene, slot: Slot) -> bool:
    """Does it say when, or nothing of the thing: "was at that time in Paris", "is, for example, for the plan"?"""
    noun = slot.heads[0]
    dated = scene.is_time(noun) or noun.lemma.lower() in words("time_nouns")
    time = slot.preposition in ("at", "in", "on") and dated and (noun.ent or noun.child("det") is not None)
    return (
        bool(time) or noun.lower in ("example", "instance") or scene.marker_role(slot.preposition, noun) == "discourse"
    )


def _complement(scene: Scene, clause: Clause, subject: Word, head: Word) -> Iterator[Proposition]:
    if not _says_what(scene, clause, head):
        return
    worth = head.child("npadvmod") if head.lower == "worth" else None
    if worth is not None:
        rest = [s for s in clause.slots if s.role != "complement"]
        yield _say(scene, clause, subject, "be worth", None, worth, "", rest, (head,))
        return
    slots = _governed(head) if head.pos == "ADJ" else list(prepositional(head))
    said = whole = False
    for slot in slots:
        if slot.preposition == "of" and head.pos == "NOUN" and not is_role(head):
            continue  # part of the label: "a symbol of hope"
        match = scene.relations.match(
            "be", "", head.lemma.lower() if head.pos == "NOUN" else head.lower, [slot.preposition]
        )
        found = match is not None and match.noun and match.preposition
        if not found and head.pos in NOMINAL and not (is_role(head) and slot.preposition in OF_ROLES):
            continue
        if not any(True for _ in scene.arguments([slot])) and slot.preposition != "than":
            continue
        word = head.lemma.lower() if head.pos == "NOUN" else scene.phrases(head).label.lower()
        lemma = f"be {word} {slot.preposition}"
        for target in slot.heads:
            yield _say(
                scene,
                clause,
                subject,
                lemma,
                match.entry if found and match else None,
                target,
                slot.preposition,
                [s for s in (*clause.slots, *slots) if s is not slot and s.role != "complement"],
                (head, *slot.marker),
            )
        said = True
        whole = whole or bool(found)
    if not said or (head.dep == "attr" and not whole):
        rest = [s for s in clause.slots if s.role != "complement"]
        if head.pos in NOMINAL:
            rest += [s for s in slots if s.preposition != "of"]
        else:
            rest += [s for s in prepositional(head) if s.preposition in TIMES]
        yield _say(scene, clause, subject, "be", None, head, "", rest, ())


def _governed(adjective: Word) -> list[Slot]:
    """The phrases of an adjective up to one of time: "stable after surgery for bleeding" is not for it."""
    return list(takewhile(lambda slot: slot.preposition not in TIMES, prepositional(adjective)))


def _says_what(scene: Scene, clause: Clause, head: Word) -> bool:
    """Is it a complement that says something without what follows it?"""
    if head.pos in ("VERB", "AUX", "PRON", "SCONJ") and head.tag not in ("VBN", "VBG"):
        return False
    if scene.is_empty(head) or head.lower == "following" or _is_compared(head) or _is_unfinished(scene, head):
        return False
    if head.lower in words("ranking_adjectives") and head.child("relcl", "advcl", "xcomp", "acl", "prep") is not None:
        return False  # "was the first to go", "the first of its kind"
    if len(_among(head)) > AMONG_WORDS:
        return False
    before = [w.text for w in scene.sentence.words[max(left_edge(head) - 1, 0) : left_edge(head)]]
    return not (
        before == [":"] or (before == [","] and any(head.i > s.place > clause.head.i for s in clause.obliques()))
    )


def _is_than(child: Word) -> bool:
    """Does it say than what something is more, with no noun to be compared to: "than he had hoped", "than before"?"""
    if child.dep == "prep":
        noun = child.child("pobj")
        return child.lower == "than" and (noun is None or noun.pos not in NOMINAL)
    return any(c.lower == "than" for c in child.kids("mark"))


def _is_unfinished(scene: Scene, head: Word) -> bool:
    """Is it a bare noun that only its relative clause tells of: "matters on which they agree"?"""
    clause = head.child("relcl")
    led = clause is not None and any(c.dep == "prep" and c.i < clause.i and c.child("pobj") for c in clause.children)
    return led and scene.phrases(head).label.lower() == head.lower


def _is_compared(head: Word) -> bool:
    """Is it one only so far as another: "not as big an issue as it was", "as large or larger than Lima"?"""
    alone = head.pos == "ADJ" and head.child("conj") is not None
    measured = [head, *head.kids("amod")] if alone or head.pos in ("NOUN", "PROPN") else []
    return any(c.lower == "as" for word in measured for c in word.kids("advmod", "predet"))


def _located(scene: Scene, clause: Clause, subjects: list[Word], slot: Slot) -> Iterator[Proposition]:
    if scene.marker_role(slot.preposition, slot.heads[0]) == "discourse" or not any(
        True for _ in scene.arguments([slot])
    ):
        return
    noun = slot.heads[0]
    owner = noun.child("poss")
    if owner is not None and owner.lower in ("my", "our", "your") and not scene.known(owner):
        return  # "is not in your control" is not "is not in control"
    for inner in prepositional(noun):  # "is in possession of", "is in favour of"
        phrase = f"{slot.preposition} {noun.lower} {inner.preposition}"
        match = scene.relations.match("be", "", f"{slot.preposition} {noun.lemma.lower()}", [inner.preposition])
        if (match is not None and match.noun) or (
            noun.child("det", "poss", "amod") is None and inner.preposition in ("of", "with")
        ):
            for subject in subjects:
                for target in inner.heads:
                    yield _say(
                        scene,
                        clause,
                        subject,
                        f"be {phrase}",
                        match.entry if match and match.noun else None,
                        target,
                        inner.preposition,
                        [s for s in clause.slots if s is not slot],
                        (*slot.marker, noun, *inner.marker),
                    )
            return
    for subject in subjects:
        for target in slot.heads:
            match = scene.relations.match("be", "", "", [slot.preposition])
            entry = match.entry if match and match.preposition else None
            yield _say(
                scene,
                clause,
                subject,
                f"be {slot.preposition}",
                entry,
                target,
                slot.preposition,
                [s for s in clause.slots if s is not slot],
                slot.marker,
            )


def _among(head: Word) -> list[Word]:
    """Among which it is the first ("the first city captured by rebels"), or than what it is more ("than expected")."""
    than = next((c for c in head.kids("advcl", "ccomp", "prep") if _is_than(c)), None)
    if than is not None:
        return than.subtree()
    ranked = any(c.tag == "JJS" or c.lower in words("ranking_adjectives") for c in head.kids("amod"))
    clause = head.child("acl", "relcl") if ranked else None
    return clause.subtree() if clause is not None and (clause.tag in ("VBN", "VBG") or clause.is_infinitive) else []


def _described(value: Phrase, *, alone: bool) -> Phrase:
    """What something is, is said of it, and no thing of its own; how many it is, is part of that ("is 150 men")."""
    counted = alone and value.amount is not None and value.amount.lstrip("<>~")[:1].isdigit()
    return replace(value, literal=True, label=f"{value.amount} {value.label}" if counted else value.label)


def _say(
    scene: Scene,
    clause: Clause,
    subject: Word,
    lemma: str,
    entry: RelationEntry | None,
    target: Word,
    preposition: str,
    rest: list[Slot],
    more: tuple[Word, ...],
) -> Proposition:
    group = sorted({*clause.group, *more}, key=lambda w: w.i)
    if clause.governors:
        lemma = f"{clause.governors[-1]} to {lemma}"
        entry = None
    relation = scene.relation(group, lemma, entry)
    value = scene.phrases(target)
    if lemma == "be" and target.start not in scene.names.spans:
        value = _described(value, alone=len(clause.subjects) == 1)
        value = replace(value, label=" ".join([value.label, *(word.text for word in _among(target))]))
    negative = clause.negative ^ (negated_phrase(subject) or negated_phrase(target))
    return scene.say(
        "copula",
        subject,
        relation,
        [Argument("object", preposition, value), *scene.arguments(rest)],
        clause=clause,
        negative=negative,
        modality=clause.modality,
        time=scene.clause_time(clause, target),
    )
