"""What a verb says of its participants: one proposition for each subject and object, the rest as arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kg.clauses import Clause, Slot
from kg.extractors.scene import Scene, negated_phrase
from kg.extractors.verbs.completion import completion, with_completion
from kg.lexicon.relations import VerbMatch
from kg.model import Argument, Proposition, Relation
from kg.tree import Word


def say(
    scene: Scene,
    clause: Clause,
    subjects: Sequence[Word],
    objects: Sequence[Word] = (),
    *,
    match: VerbMatch | None = None,
    preposition: str = "",
    rest: Sequence[Slot] = (),
    verb: str = "",
    noun: Word | None = None,
) -> Iterator[Proposition]:
    """Say it of every subject and object; `rest` are arguments of all.

    `verb` replaces the clause's own in the relation ("be sold", "take place"), `noun` is a part of it ("posed a
    threat to"), and `preposition` introduces the objects.
    """
    added = completion(clause)
    relation = _relation(scene, clause, match, preposition, rest, verb, noun, added, bare=not objects)
    arguments = list(scene.arguments(slot for slot in rest if slot.heads[0] not in added))
    for subject, target in product(subjects, objects or (None,)):
        if target is not None and scene.is_empty(target):
            continue
        heads = [head for head in (subject, target, noun) if head is not None]
        main = [] if target is None else [Argument("object", preposition, scene.phrases(target))]
        if preposition == "between":
            main += [
                Argument(preposition, preposition, scene.phrases(other)) for other in objects if other is not target
            ]
        yield scene.say(
            "passive" if clause.kind == "passive" else "verb",
            subject,
            relation,
            [*main, *arguments],
            clause=clause,
            negative=clause.negative ^ any(negated_phrase(head) for head in heads),
            modality=clause.modality,
            time=scene.clause_time(clause, *([] if target is None else [target])),
        )


def _relation(
    scene: Scene,
    clause: Clause,
    match: VerbMatch | None,
    preposition: str,
    rest: Sequence[Slot],
    verb: str,
    noun: Word | None,
    added: list[Word],
    *,
    bare: bool,
) -> Relation:
    """The relation that the lexicon knows, or the verb itself, below its governor ("attempt to buy")."""
    own = [clause.lemma, *filter(None, [clause.particle])]
    entry = match.entry if match else None
    if entry is not None and bare and not verb and entry.relation != " ".join(own):
        entry = None  # "resign from" is not what a bare "resigned" says
    shown = _shown(clause, preposition, rest, noun)
    governor = [f"{lemma} to" for lemma in clause.governors[-1:]]
    if added:
        entry, shown = None, sorted({*shown, *added}, key=lambda w: w.i)
    if entry is not None and governor:
        return scene.relation(shown, " ".join([*governor, entry.relation]))
    said = " ".join(filter(None, [verb or clause.lemma, clause.particle]))
    parts = [*governor, with_completion(clause, said, added), preposition]
    return scene.relation(shown, " ".join(filter(None, parts)), entry)


def _shown(clause: Clause, preposition: str, rest: Sequence[Slot], noun: Word | None) -> list[Word]:
    """The words of the relation: the verb group, its noun ("posed a threat") and the preposition."""
    group = [*clause.group, *([] if noun is None else [noun])]
    if preposition:
        taken = {id(slot) for slot in rest}
        for slot in clause.slots:
            if slot.preposition == preposition and id(slot) not in taken:
                group.extend(word for word in slot.marker if word.i > clause.head.i)
                break
    return group
