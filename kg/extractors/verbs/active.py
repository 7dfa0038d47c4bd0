"""Active clauses: "Peru bought planes", "became a member", "gave the envoy a letter", "withdrew from the treaty".

The object decides, else the complement, else what a preposition introduces; a bare verb counts where it is known to
stand alone ("Negotiations stalled").
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene, prepositional
from kg.extractors.verbs.completion import is_subject_of_content
from kg.extractors.verbs.idioms import idiom, is_idiom, left_in_charge
from kg.extractors.verbs.participants import has_clause, introduced, is_limited, is_nominal, match_object, ranked
from kg.extractors.verbs.predication import say
from kg.lexicon import words
from kg.model import Argument, Proposition
from kg.tree import Word

APART = frozenset({",", ";", "—", "–", "--"})
FAR = 6  # words between a verb and an object behind a comma that is not its own


def active(scene: Scene, clause: Clause) -> Iterator[Proposition]:
    """What an active clause says of its subjects."""
    subjects = [
        s
        for s in clause.subjects
        if s.pos not in ("VERB", "AUX", "ADV") and not (scene.is_time(s) and not scene.known(s))
    ]
    if not subjects or clause.head.tag == "MD":
        return  # "so would the Soviets"
    target = clause.slot("object")
    if target is not None and is_nominal(target):
        if not _cut_off(clause, target) and not is_subject_of_content(clause, target):
            yield from _with_object(scene, clause, subjects, target)
    elif (complement := clause.slot("complement")) is not None:
        yield from _with_complement(scene, clause, subjects, complement)
    elif (recipient := clause.slot("recipient")) is not None:
        match = match_object(scene, clause, None, [])
        rest = [slot for slot in clause.slots if slot is not recipient]
        yield from say(scene, clause, subjects, recipient.heads, match=match, rest=rest)
    elif clause.head.child("dobj") is None and not (has_clause(clause) and clause.lemma in words("saying_verbs")):
        yield from _without_object(scene, clause, subjects)  # else it is a free relative ("what he wants") or a clause


def _cut_off(clause: Clause, target: Slot) -> bool:
    """Is the object far behind the verb and a comma, the parser's guess?"""
    verb, head = clause.head, target.heads[0]
    commas = [c.i for c in verb.children if c.dep == "punct" and c.text in APART and c.i > verb.i]
    return bool(commas) and head.i - verb.i >= FAR and commas[0] < min(w.i for w in head.subtree())


def _with_object(scene: Scene, clause: Clause, subjects: list[Word], target: Slot) -> Iterator[Proposition]:
    if _is_each_other(target.heads[0]):
        if len(subjects) == 2:
            match = match_object(scene, clause, subjects[1], [])
            yield from say(scene, clause, subjects[:1], subjects[1:], match=match)
            yield from say(scene, clause, subjects[1:], subjects[:1], match=match)
        return
    if is_idiom(clause, target):
        yield from idiom(scene, clause, subjects, target)
        return
    yield from left_in_charge(scene, clause, target)
    others = [slot for slot in clause.slots if slot is not target and not _is_with_oneself(clause, slot)]
    for head in target.heads:
        if clause.lemma in words("saying_verbs") and scene.is_time(head) and head.pos in ("NOUN", "PROPN"):
            continue  # "told me Sept 19"
        at_noun = list(prepositional(head))
        if scene.known(head):  # "met Kim in Seoul": a place is where it happened
            at_noun = [slot for slot in at_noun if slot.preposition in ("in", "at", "on")]
        slots = [*others, *(slot for slot in at_noun if slot.preposition != "of")]
        match = match_object(scene, clause, head, [*others, *at_noun])
        if match is not None and match.preposition == "of" and not match.noun:
            match = match_object(scene, clause, head, slots)
        if match is not None and match.noun and match.preposition:
            taken = next(s for s in (*at_noun, *others) if introduced(s) == match.preposition)
            rest = [slot for slot in slots if slot is not taken]
            verb = f"{clause.lemma} {match.noun}"
            yield from say(scene, clause, subjects, taken.heads, match=match, rest=rest, verb=verb, noun=head)
        else:
            yield from say(scene, clause, subjects, [head], match=match, rest=slots)


def _is_with_oneself(clause: Clause, slot: Slot) -> bool:
    """Is it the subject again: "brought the letter with him"?"""
    carried = clause.lemma in ("bring", "carry", "have", "take") and slot.preposition == "with"
    return carried and slot.heads[0].tag == "PRP"


def _is_each_other(head: Word) -> bool:
    """Is it "each other" or "one another"?"""
    return head.lower in ("other", "another") and any(c.lower in ("each", "one") for c in head.children)


def _with_complement(scene: Scene, clause: Clause, subjects: list[Word], complement: Slot) -> Iterator[Proposition]:
    others = [slot for slot in clause.slots if slot is not complement]
    apart = [s for s in others if s.role == "adverbial" and s.heads[0].pos == "NOUN" and not scene.is_time(s.heads[0])]
    others = [slot for slot in others if slot not in apart]
    for head in (*complement.heads, *(head for s in apart for head in s.heads)):  # "remained loyal, a friend of …"
        inner = list(prepositional(head)) if head.pos == "ADJ" or head.tag == "VBN" else []
        if head.tag == "VBN" and (known := next((s for s in inner if s.preposition == "as"), None)) is not None:
            rest = [*others, *(slot for slot in inner if slot is not known)]
            verb = f"{clause.lemma} {head.lower}"  # "seems described as"
            yield from say(scene, clause, subjects, known.heads, preposition="as", rest=rest, verb=verb)
            continue
        match = scene.relations.match(clause.lemma, clause.particle, head.lower, [s.preposition for s in inner])
        if (
            match is not None
            and not match.noun
            and clause.lemma in words("linking_verbs")
            and match.entry.relation != clause.lemma
        ):
            match = None
        yield from say(scene, clause, subjects, [head], match=match, rest=[*others, *inner])


def _without_object(scene: Scene, clause: Clause, subjects: list[Word]) -> Iterator[Proposition]:
    found = [] if clause.lemma in ("do", "be") else list(_with_participants(scene, clause, subjects))
    yield from found
    if len(subjects) > 1:
        yield from _with_each_other(scene, clause, subjects)
    if not found and not has_clause(clause) and _tells_something(clause):
        match = scene.relations.match(clause.lemma, clause.particle, "", [], False)
        yield from say(scene, clause, subjects, match=match, rest=clause.slots)


def _with_participants(scene: Scene, clause: Clause, subjects: list[Word]) -> Iterator[Proposition]:
    """What a preposition introduces as the object; further adjuncts without a name are arguments of the first claim."""
    said: list[str] = []
    for slot in ranked(scene, clause):
        if slot.preposition in said and slot.marker[0].dep != "conj":
            continue  # "referred to the message to Kim" does not refer to Kim
        if (slot.preposition == "as" and _is_of_another(clause, slot)) or _is_doer_of_content(clause, slot):
            continue
        match = scene.relations.match(clause.lemma, clause.particle, "", [slot.preposition], False)
        known = match is not None and match.preposition
        if not known and clause.lemma in words("transitive_verbs") and not clause.particle:
            continue
        if match is not None and not (known and all(scene.fits(head, match.entry.range) for head in slot.heads)):
            match = None
        if match is None and said and not any(scene.known(head) for head in slot.heads):
            continue
        rest = [other for other in clause.slots if other is not slot]
        yield from say(scene, clause, subjects, slot.heads, match=match, preposition=slot.preposition, rest=rest)
        said.append(slot.preposition)


def _is_doer_of_content(clause: Clause, slot: Slot) -> bool:
    """Is it who does what comes of it, and not what does: "led to workers losing their jobs"?"""
    done = any(c.tag == "VBG" for c in slot.heads[-1].kids("acl"))
    return done and clause.lemma in ("lead", "result") and slot.preposition in ("to", "in")


def _is_of_another(clause: Clause, role: Slot) -> bool:
    """Is it what a participant before it is: "call upon Peru as an ally"?"""
    called = ("on", "upon", "to", "of", "at")
    return any(clause.head.i < s.place < role.place and s.preposition in called for s in clause.obliques())


def _with_each_other(scene: Scene, clause: Clause, subjects: list[Word]) -> Iterator[Proposition]:
    """Two subjects of a symmetric act are its two sides: "Peru and Chile met"."""
    entry = scene.relations.verb(clause.lemma, clause.particle, "", "with")
    if entry is not None and entry.symmetric:
        yield scene.say(
            "verb",
            subjects[0],
            scene.relation(clause.group, entry.relation, entry),
            [Argument("object", "with", scene.phrases(subjects[1]))],
            clause=clause,
            negative=clause.negative,
            modality=clause.modality,
            time=scene.clause_time(clause),
        )


def _tells_something(clause: Clause) -> bool:
    """Is the bare verb worth a claim? "Negotiations stalled" is, "it does" and "this goes far" are not."""
    lemma = clause.lemma
    reports = lemma in words("saying_verbs") and clause.head.dep in ("parataxis", "ccomp") and clause.own_subject
    return not reports and not is_limited(clause) and lemma.removeprefix("re-") in words("intransitive_verbs")
