"""Verbs with their participants: "Venezuela has bought planes from Russia" → Venezuela – buys – planes, from Russia.

Active and passive clauses, particles, prepositional objects, two objects, object complements. A governor that was
merged into
its infinitive ("wants to build") says nothing of its own; nor does a verb of saying, whose content is read as claims
of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene, negated_phrase, prepositional
from kg.lexicon import table, words
from kg.lexicon.relations import VerbMatch
from kg.model import Argument, Proposition, Relation
from kg.tree import NOMINAL, Word


def extract(scene: Scene) -> Iterator[Proposition]:
    governing = {id(c.parent) for c in scene.clauses if c.merged}
    _share_partners(scene)
    for clause in scene.clauses:
        if clause.kind == "copula" or id(clause) in governing or clause.lemma in table("prepositions"):
            continue
        if clause.kind == "passive":
            yield from _passive(scene, clause)
        else:
            yield from _active(scene, clause)


def _share_partners(scene: Scene) -> None:
    """ "has bought planes from Russia and could now buy submarines": the same act has the same partner unless it
    names another."""
    for clause in scene.clauses:
        parent = clause.parent
        if clause.link != "conj" or parent is None or clause.own_subject or parent.lemma != clause.lemma:
            continue
        own = {slot.preposition for slot in clause.slots}
        shared = [
            s
            for s in parent.obliques()
            if s.preposition in ("from", "to", "with") and s.preposition not in own and any(map(scene.known, s.heads))
        ]
        clause.slots.extend(shared)


def _active(scene: Scene, clause: Clause) -> Iterator[Proposition]:
    subjects = [
        s
        for s in clause.subjects
        if s.pos not in ("VERB", "AUX", "ADV") and not (scene.is_time(s) and not scene.known(s))
    ]
    if not subjects:
        return
    target = clause.slot("object")
    if target is not None and not _nominal(target):
        target = None
    if target is not None and _cut_off(clause, target):
        return
    if target is not None:
        yield from _with_object(scene, clause, subjects, target)
    elif (complement := clause.slot("complement")) is not None:
        yield from _with_complement(scene, clause, subjects, complement)
    else:
        yield from _without_object(scene, clause, subjects)


def _with_object(scene: Scene, clause: Clause, subjects: list[Word], target: Slot) -> Iterator[Proposition]:
    if _is_idiom(clause, target):
        yield from _idiom(scene, clause, subjects, target)
        return
    yield from _left_in(scene, clause, target)
    for head in target.heads:
        noun_slots = list(prepositional(head)) if not scene.known(head) else []
        lifted = [slot for slot in noun_slots if slot.preposition != "of"]
        others = [slot for slot in clause.slots if slot is not target]
        slots = [*others, *lifted]
        match = _match(scene, clause, head, [*others, *noun_slots], direct=True)
        if match is not None and match.preposition == "of" and not match.noun:
            match = _match(scene, clause, head, slots, direct=True)
        if match is not None and match.noun and match.preposition:
            taken = next(s for s in (*noun_slots, *others) if _introduced(s) == match.preposition)
            rest = [s for s in slots if s is not taken]
            yield from _say(
                scene, clause, subjects, taken.heads, match, "", rest, f"{clause.lemma} {match.noun}", denied=(head,)
            )
        else:
            yield from _say(scene, clause, subjects, (head,), match, "", slots, "")


def _cut_off(clause: Clause, target: Slot) -> bool:
    """An object far behind the verb and a comma is the parser's guess."""
    head = target.heads[0]
    if head.i - clause.head.i < 6:
        return False
    return any(
        c.dep == "punct" and c.text in ",;" and clause.head.i < c.i < min(w.i for w in head.subtree())
        for c in clause.head.children
    )


def _is_idiom(clause: Clause, target: Slot) -> bool:
    """ "take place", "take effect": a bare noun that only makes the verb whole."""
    head = target.heads[0]
    bare = len(target.heads) == 1 and not any(
        c.dep in ("det", "poss", "amod", "compound", "nummod") for c in head.children
    )
    return bare and clause.lemma in words("light_verbs") and head.lemma.lower() in words("idiom_nouns")


def _idiom(scene: Scene, clause: Clause, subjects: list[Word], target: Slot) -> Iterator[Proposition]:
    noun = target.heads[0]
    slots = [*(s for s in clause.slots if s is not target), *prepositional(noun)]
    verb = f"{clause.lemma} {noun.lemma.lower()}"
    main = next((s for s in slots if s.role == "oblique" and _participant(scene, s)), None)
    match = scene.relations.match(clause.lemma, clause.particle, noun.lemma.lower(), [main.preposition] if main else [])
    match = match if match is not None and match.noun and (match.preposition or main is None) else None
    rest = [s for s in slots if s is not main]
    yield from _say(
        scene,
        clause,
        subjects,
        main.heads if main else (),
        match,
        main.preposition if main else "",
        rest,
        verb,
        denied=(noun,),
    )


def _left_in(scene: Scene, clause: Clause, target: Slot) -> Iterator[Proposition]:
    """ "left Cook in charge of operations": the object is in charge of them."""
    if clause.lemma not in ("leave", "put", "place", "keep"):
        return
    for slot in (*clause.obliques(), *prepositional(target.heads[-1])):
        noun = slot.heads[0]
        inner = next((s for s in prepositional(noun) if s.preposition == "of"), None)
        match = (
            scene.relations.match("be", "", f"{slot.preposition} {noun.lower}", ["of"]) if inner is not None else None
        )
        if inner is not None and noun.lower in ("charge", "command", "control"):
            entry = match.entry if match is not None and match.noun else None
            relation = scene.relation(
                [*slot.marker, noun, *inner.marker], f"be {slot.preposition} {noun.lower} of", entry
            )
            for subject, thing in product(target.heads, inner.heads):
                yield scene.say(
                    "verb",
                    subject,
                    relation,
                    [Argument("object", "of", scene.phrases(thing))],
                    clause=clause,
                    anchor=noun,
                    negative=clause.negative,
                    modality=clause.modality,
                    time=scene.clause_time(clause),
                )


def _match(scene: Scene, clause: Clause, head: Word | None, slots: list[Slot], direct: bool) -> VerbMatch | None:
    noun = head.lemma.lower() if head is not None and head.pos == "NOUN" else ""
    prepositions = [
        _introduced(slot)
        for slot in slots
        if slot.role in ("oblique", "recipient") and not all(map(scene.is_time, slot.heads))
    ]
    match = scene.relations.match(clause.lemma, clause.particle, noun, prepositions, direct)
    if match is None or head is None or match.noun or match.entry.relation.split()[0] == clause.lemma:
        return match
    return match if scene.fits(head, match.entry.range) else None  # "passed a law" is not "passed Wal-Mart"


def _introduced(slot: Slot) -> str:
    """The preposition of a slot; a recipient without one is "to" whom."""
    return slot.preposition or ("to" if slot.role == "recipient" else "")


def _with_complement(scene: Scene, clause: Clause, subjects: list[Word], complement: Slot) -> Iterator[Proposition]:
    others = [slot for slot in clause.slots if slot is not complement]
    for head in complement.heads:
        inner = list(prepositional(head)) if head.pos == "ADJ" else []
        match = scene.relations.match(clause.lemma, clause.particle, head.lower, [s.preposition for s in inner])
        if (
            match is not None
            and not match.noun
            and clause.lemma in words("linking_verbs")
            and match.entry.relation != clause.lemma
        ):
            match = None
        yield from _say(scene, clause, subjects, (head,), match, "", [*others, *inner], "")


def _without_object(scene: Scene, clause: Clause, subjects: list[Word]) -> Iterator[Proposition]:
    recipient = clause.slot("recipient")
    if recipient is not None:
        yield from _say(
            scene,
            clause,
            subjects,
            recipient.heads,
            _match(scene, clause, None, [], True),
            "",
            [s for s in clause.slots if s is not recipient],
            "",
        )
        return
    said = False
    if clause.head.child("dobj") is not None or (_clausal(clause) and clause.lemma in words("saying_verbs")):
        return  # the object is a free relative ("what he wants") or a clause
    for slot in [] if clause.lemma in ("do", "be") else _ranked(scene, clause):
        match = scene.relations.match(clause.lemma, clause.particle, "", [slot.preposition], False)
        rest = [s for s in clause.slots if s is not slot]
        if (
            (match is None or not match.preposition)
            and clause.lemma in words("transitive_verbs")
            and not clause.particle
        ):
            continue
        if match is not None and (
            not match.preposition or not all(scene.fits(head, match.entry.range) for head in slot.heads)
        ):
            match = None
        if match is None and said and not any(scene.known(head) for head in slot.heads):
            continue  # further adjuncts are arguments of the first claim
        yield from _say(scene, clause, subjects, slot.heads, match, slot.preposition, rest, "")
        said = True
    if (
        len(subjects) > 1
        and (entry := scene.relations.verb(clause.lemma, clause.particle, "", "with")) is not None
        and entry.symmetric
    ):
        relation = scene.relation(clause.group, entry.relation, entry)
        yield scene.say(
            "verb",
            subjects[0],
            relation,
            [Argument("object", "with", scene.phrases(s)) for s in subjects[1:2]],
            clause=clause,
            negative=clause.negative,
            modality=clause.modality,
            time=scene.clause_time(clause),
        )
    if not said and not _clausal(clause) and _tells_something(clause):
        match = scene.relations.match(clause.lemma, clause.particle, "", [], False)
        yield from _say(scene, clause, subjects, (), match, "", clause.slots, "")


def _passive(scene: Scene, clause: Clause) -> Iterator[Proposition]:
    patients = [p for p in clause.subjects if p.pos in NOMINAL]
    if not patients:
        return
    agent = clause.slot("agent") or next(
        (s for s in clause.obliques() if s.preposition == "by" and not all(map(scene.is_time, s.heads))), None
    )
    if agent is not None and not any(_doer(scene, head) for head in agent.heads):
        agent = None  # "by agreement", "by cable": how, not who
    rest = [slot for slot in clause.slots if slot is not agent]
    stranded = next(
        (c for c in clause.head.children if c.dep == "prep" and not c.children and c.i == clause.head.i + 1), None
    )
    given = clause.slot("object")
    if agent is not None and _nominal(agent) and given is not None:
        match = _match(scene, clause, given.heads[0], [], direct=True)
        recipients = Slot("recipient", (), tuple(patients))
        yield from _say(
            scene,
            clause,
            list(agent.heads),
            given.heads,
            match,
            "",
            [recipients, *(s for s in rest if s is not given)],
            "",
            patients=True,
        )
        return
    if agent is not None and _nominal(agent):
        for patient in patients:
            match = _match(scene, clause, patient, rest, direct=True)
            if match is not None and match.noun and match.preposition:
                match = None
            if stranded is not None:  # "alternatives called for by the union"
                match = scene.relations.match(clause.lemma, clause.particle, "", [stranded.lower], False)
            yield from _say(
                scene,
                clause,
                list(agent.heads),
                (patient,),
                match,
                stranded.lower if stranded else "",
                rest,
                "",
                patients=True,
            )
        return
    complement = clause.slot("complement") or clause.slot("object")
    said = False
    for slot in [complement] if complement is not None else [s for s in _ranked(scene, clause) if s is not agent]:
        if said and not any(scene.known(head) for head in slot.heads):
            continue
        match = scene.relations.match("be", "", clause.head.lower, [slot.preposition])
        match = match if match is not None and match.noun and (match.preposition or not slot.preposition) else None
        others = [s for s in rest if s is not slot]
        yield from _say(scene, clause, patients, slot.heads, match, slot.preposition, others, f"be {clause.head.lower}")
        said = True
    if not said and not _clausal(clause):
        yield from _say(scene, clause, patients, (), None, "", rest, f"be {clause.head.lower}")


def _doer(scene: Scene, head: Word) -> bool:
    """Can the noun behind "by" be who does it? A bare singular is a manner, unless it is a body of people ("by
    police")."""
    if (
        head.tag != "NN"
        or scene.known(head)
        or any(c.dep in ("det", "poss", "amod", "compound", "nummod", "prep") for c in head.children)
    ):
        return True
    return head.lemma.lower() in words("person_nouns") or head.lemma.lower() in words("organisation_words")


def _say(
    scene: Scene,
    clause: Clause,
    subjects: list[Word],
    objects: tuple[Word, ...],
    match: VerbMatch | None,
    preposition: str,
    rest: list[Slot],
    verb: str,
    *,
    denied: tuple[Word, ...] = (),
    patients: bool = False,
) -> Iterator[Proposition]:
    """One proposition for each subject and object; the rest are arguments of all."""
    entry = match.entry if match else None
    if (
        entry is not None
        and not objects
        and entry.relation != " ".join(filter(None, (clause.lemma, clause.particle)))
        and not verb
    ):
        entry = None  # "resign from" is not what a bare "resigned" says
    lemma = " ".join(
        filter(None, (*(f"{g} to" for g in clause.governors[-1:]), verb or clause.lemma, clause.particle, preposition))
    )
    relation = scene.relation(_shown(clause, preposition, rest, denied), lemma, entry)
    if entry is not None and clause.governors:
        relation = Relation(
            relation.text,
            f"{clause.governors[-1]} to {entry.relation}",
            scene.relation([], f"{clause.governors[-1]} to {entry.relation}").label,
            False,
        )
    arguments = list(scene.arguments(rest))
    for subject, target in product(subjects, objects or (None,)):
        heads = (subject, target, *denied) if target is not None else (subject, *denied)
        negative = clause.negative ^ any(negated_phrase(head) for head in heads)
        main = [] if target is None else [Argument("object", preposition, scene.phrases(target))]
        yield scene.say(
            "passive" if patients or clause.kind == "passive" else "verb",
            subject,
            relation,
            [*main, *arguments],
            clause=clause,
            negative=negative,
            modality=clause.modality,
            time=scene.clause_time(clause, *((target,) if target else ())),
        )


def _shown(clause: Clause, preposition: str, rest: list[Slot], nouns: tuple[Word, ...]) -> list[Word]:
    """The words of the relation: the verb group, its noun ("posed a threat") and the preposition."""
    group = [*clause.group, *nouns]
    if preposition:
        taken = {id(slot) for slot in rest}
        for slot in clause.slots:
            if slot.preposition == preposition and id(slot) not in taken:
                group.extend(word for word in slot.marker if word.i > clause.head.i)
                break
    return group


def _nominal(slot: Slot) -> bool:
    return all(head.pos in NOMINAL or head.pos == "ADJ" for head in slot.heads)


def _participant(scene: Scene, slot: Slot) -> bool:
    """Is the prepositional phrase more than a time or a turn of phrase?"""
    if (
        slot.heads[0].pos == "NUM"
        and slot.heads[0].ent not in ("MONEY", "PERCENT")
        and slot.heads[0].child("prep") is None
    ):
        return False  # "on pages 955–960"
    if scene.marker_role(slot.preposition, slot.heads[0]) == "discourse":
        return False
    return any(True for _ in scene.arguments([slot]))


def _tells_something(clause: Clause) -> bool:
    """Is the bare verb worth a claim? "Negotiations stalled" is, "it does" and "this goes far" are not."""
    lemma = clause.lemma
    reports = lemma in words("saying_verbs") and clause.head.dep in ("parataxis", "ccomp") and clause.own_subject
    return not reports and lemma.removeprefix("re-") in words("intransitive_verbs")


def _ranked(scene: Scene, clause: Clause) -> list[Slot]:
    """Participants first that belong to the verb: behind it, and introduced by more than a circumstance."""
    found = [slot for slot in clause.obliques() if _participant(scene, slot)]
    close = ("as", "to", "with", "for", "from", "into", "of", "on", "about", "against", "over")
    known = [
        s
        for s in found
        if (m := scene.relations.match(clause.lemma, clause.particle, "", [s.preposition], False)) and m.preposition
    ]
    return sorted(found, key=lambda s: (s not in known, s.place < clause.head.i, s.preposition not in close, s.place))


def _clausal(clause: Clause) -> bool:
    return any(c.dep in ("ccomp", "xcomp") for c in clause.head.children)
