"""Nominalised events: "the visit of Chavez to Moscow" → Chavez – visits – Moscow.

A noun that the lexicon knows, with its participants by possessive, compound and preposition, else by the clause ("began
the closure of the base"). Without a subject and an object there is no claim, unless a date says when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kg.clauses import ANY, Clause, Slot, is_denied, members, modality_of, told
from kg.extractors.scene import Scene, prepositional
from kg.lexicon import NounPattern, table, words
from kg.model import Argument, Modality, Phrase, Proposition
from kg.tree import NOMINAL, Word

Fillers = dict[str, list[Phrase]]

GIVEN = frozenset({
    "continuing", "current", "earlier", "existing", "last", "ongoing", "past", "present", "previous", "recent",
})  # fmt: skip
TEMPORAL = frozenset({"after", "before", "during", "until", "upon"})
AIMS = frozenset({"aim", "goal", "objective", "purpose"})  # "the objective of his visit" is none of a possible one


def extract(scene: Scene) -> Iterator[Proposition]:
    known: dict[tuple[int, str], list[Phrase]] = {}  # place and relation of an event → who does it
    latest: dict[str, list[Phrase]] = {}  # relation → who does the last event of it
    for word in scene.sentence.words:
        if word.pos not in ("NOUN", "PROPN") or word.dep == "compound" or _is_numbered(word):
            continue
        for pattern in scene.relations.noun(word.lemma.lower()):
            fillers = _fillers(scene, word, pattern)
            own = bool(fillers.get("subject"))
            if all(not phrase.label for phrase in fillers.get("subject", [])) and (
                earlier := latest.get(pattern.relation)
            ):
                fillers["subject"] = earlier  # "the visit of X to Y, his fifth trip to Z"
            if not fillers.get("subject"):
                fillers["subject"] = known.get((_source(word), pattern.relation), []) or _from_clause(scene, word)
            known.setdefault((word.i, pattern.relation), fillers["subject"])
            if fillers.get("subject") and fillers.get("object"):
                latest[pattern.relation] = fillers["subject"]
                yield from _say(scene, word, pattern, fillers)
                break
            if (
                own
                and scene.time_of(word) is not None
                and "object" in {r for roles in pattern.markers.values() for r in roles}
                and pattern.relation.split()[-1] not in table("prepositions")  # "writes to" whom?
            ):
                yield from _say(scene, word, pattern, fillers)  # "the meeting of the ministers next Monday"
                break


def _is_numbered(word: Word) -> bool:
    """Is it a text by its number and no act: "the 31st Amendment of the Constitution"?"""
    return word.text[:1].isupper() and any(
        c.dep in ("amod", "nummod") and (c.ent in ("ORDINAL", "LAW") or c.text[:1].isdigit()) for c in word.children
    )


def _fillers(scene: Scene, word: Word, pattern: NounPattern) -> Fillers:
    found: Fillers = {}

    def fill(marker: str, heads: list[Phrase]) -> None:
        if marker == "between" and len(heads) > 1 and "subject" in pattern.markers.get(marker, ()):
            found.setdefault("subject", []).append(heads[0])
            found.setdefault("object", []).extend(heads[1:])
        elif heads and (role := pattern.role(marker, found)) is not None:
            found[role] = heads

    owner = word.child("poss")
    if owner is not None:
        fill("poss", [scene.phrases(head) for head in members(owner) if not scene.is_time(head)])
    for child in word.children:
        if (
            child.dep in ("amod", "compound")
            and (country := scene.names.country(child.text))
            and not scene.known(child)
            and not _may_receive(word, pattern)
        ):
            fill("poss", [Phrase(child.start, child.end, child.start, child.text, country, type="Country")])
        elif child.dep == "compound" and child.pos in NOMINAL:
            fill("compound", [scene.phrases(child)])
    for slot in _slots(scene, word):
        fill(
            slot.preposition,
            [
                scene.phrases(h)
                for h in slot.heads
                if not scene.is_time(h)
                and h.pos != "VERB"
                and h.ent not in ("MONEY", "PERCENT")
                and (pattern.role(slot.preposition, found) != "subject" or _acts(scene, h))
            ],
        )
    return found


def _may_receive(word: Word, pattern: NounPattern) -> bool:
    """Is it not said who receives, so that it may be the one named before: "the Saudi missile sale"?"""
    handed = pattern.markers.get("to") == ("to",)
    return handed and not any(below.lower == "to" for below in word.subtree())


def _slots(scene: Scene, word: Word) -> list[Slot]:
    """What hangs on the noun; of a subject ("talks are under way between …") also what hangs on its verb."""
    found = list(prepositional(word))
    clause = scene.clause_of(word) if word.dep in ("nsubj", "nsubjpass") else None
    alone = clause is not None and len(clause.head.kids("nsubj", "nsubjpass")) == 1
    if clause is not None and alone and word in clause.subjects and _takes_place(clause):
        found += [slot for slot in clause.obliques() if slot.place > clause.head.i]
    return found


def _takes_place(clause: Clause) -> bool:
    """Does the verb only say that the event is, begins or is held, so that what hangs on it belongs to the event?"""
    known = clause.lemma in table("event_verbs") or any(
        clause.lemma in words(name) for name in ("light_verbs", "arising_verbs")
    )
    return clause.kind == "copula" or known


def _source(word: Word) -> int:
    """The event that this one is apposed to or coordinated with, also through "part of a …"."""
    above = word.head
    while above is not None and (above.dep in ("prep", "conj", "appos") or above.lower in ("part", "of")):
        if above.lower != "of" and above.lower != "part":
            return above.i
        if above.dep in ("conj", "appos") and above.head is not None:
            return above.head.i
        above = above.head
    return above.i if above is not None and word.dep in ("conj", "appos") else -1


def _from_clause(scene: Scene, word: Word) -> list[Phrase]:
    """The clause's subject, when the event is what it does or what it does it with."""
    holder = word.head
    if holder is None:
        return []
    clause = scene.clause_of(word)
    if clause is None or clause.kind == "copula":
        return []
    does = word.dep == "dobj" and holder is clause.head and clause.lemma in table("event_verbs")
    means = holder.dep == "prep" and holder.lower in ("with", "by", "through", "via") and holder.head is clause.head
    amount = word.dep == "pobj" and holder.lower == "in" and holder.head is not None and holder.head.ent == "MONEY"
    if clause.kind == "active" and (does or means or amount):
        return [
            scene.phrases(subject) for subject in clause.subjects if subject.pos in NOMINAL and _acts(scene, subject)
        ]
    return []


def _acts(scene: Scene, noun: Word) -> bool:
    """Can it do something: no act, state or time ("my absence delayed the reply"), no means ("by truck")?"""
    lemma = noun.lemma.lower()
    if scene.known(noun):
        return True
    idle = any(lemma in words(name) for name in ("abstract_nouns", "time_nouns")) or lemma in table("support_verbs")
    means = noun.dep == "pobj" and noun.tag == "NN" and not noun.children and noun.head is not None
    return not idle and not (means and noun.head is not None and noun.head.lower == "by")


def _say(scene: Scene, word: Word, pattern: NounPattern, fillers: Fillers) -> Iterator[Proposition]:
    entry = scene.relations[pattern.relation]
    relation = scene.relation([word], entry.relation, entry)
    others = [
        Argument(role, "", phrase)
        for role, phrases in fillers.items()
        if role not in ("subject", "object")
        for phrase in phrases
    ]
    taken = {id(phrase) for phrases in fillers.values() for phrase in phrases}
    for slot in _slots(scene, word):
        for head in slot.heads:
            phrase = scene.phrases(head)
            if id(phrase) not in taken and not scene.is_time(head) and slot.preposition != "of":
                others.append(Argument(scene.marker_role(slot.preposition, head), slot.preposition, phrase))
    clause = scene.clause_of(word)
    modality, negative = _judged(word, clause)
    objects: Sequence[Phrase | None] = fillers.get("object") or [None]
    for subject, target in product(fillers["subject"], objects):
        main = [Argument("object", "", target)] if target is not None else []
        yield scene.say(
            "event",
            subject,
            relation,
            [*main, *others],
            anchor=word,
            clause=clause,
            modality=modality,
            negative=negative,
            time=scene.time_of(word),
        )


def _judged(word: Word, clause: Clause | None) -> tuple[Modality, bool]:
    """An event is as real as its adjective, its determiner or the clause that brings it up."""
    negative = is_denied(word)
    given = _is_given(word) or word.dep == "nsubjpass"
    if (effect := told(word)) is not None and word.child("poss") is None:
        return effect[0], negative or effect[1]
    if any(c.dep == "det" and c.lower in ANY for c in word.children):
        return "possible", negative
    for child in word.kids("amod"):
        if child.lower in GIVEN:
            return "asserted", negative
        if value := table("modality_adjectives").get(child.lower):
            return modality_of(value), negative or "negative" in value
    if clause is None:
        return "asserted", negative
    if _is_loose(word, clause) or _is_subject_to(word):
        return clause.modality if clause.modality != "asserted" else "possible", negative
    of = word.head
    if (
        of is not None
        and of.lower == "of"
        and of.head is not None
        and not (given and of.head.lemma in AIMS)
        and (value := table("modality_nouns").get(of.head.lemma))
    ):
        return modality_of(value), negative or "negative" in value
    holder = word.head.head if word.dep == "pobj" and word.head is not None else word.head
    if clause is not None and holder is clause.head and word.dep in ("dobj", "pobj", "nsubjpass"):
        return _by_verb(word, clause, negative, given)
    return "asserted", negative


def _is_loose(word: Word, clause: Clause) -> bool:
    """Is it no certain one, in a clause that is no fact: "could be a return to Peru", "does not provide for talks"?"""
    determiner = word.child("det", "poss")
    if determiner is not None and determiner.lower not in ("a", "an", "no"):
        return False
    if any(word.within(s) for s in clause.subjects) or word.dep in ("nsubj", "attr"):
        return clause.modality in ("possible", "conditional") and word.dep in ("nsubj", "attr")
    return word.dep == "pobj" and (clause.modality != "asserted" or clause.negative)


def _is_subject_to(word: Word) -> bool:
    """Is it a condition: "is subject to the approval of Congress"?"""
    to = word.head
    return to is not None and to.lower == "to" and to.head is not None and to.head.lower == "subject"


def _is_given(word: Word) -> bool:
    """Is the event spoken of as one that there is: "his trip", "the current dispute"?"""
    known = any(c.lower in GIVEN for c in word.kids("amod"))
    return word.child("poss") is not None or (known and word.child("det") is not None)


def _by_verb(word: Word, clause: Clause, negative: bool, given: bool) -> tuple[Modality, bool]:
    """How real the verb makes the event; one that is given is there whatever is done about it."""
    value = (table("modality_verbs").get(clause.lemma) if clause.lemma != "have" else "") or table("event_verbs").get(
        clause.lemma, ""
    )
    about = word.dep == "pobj" and word.head is not None and word.head.lower != "for"  # "report on his trip"
    brought = bool(value) or any(clause.lemma in words(name) for name in ("light_verbs", "obtaining_verbs"))
    brought = brought and not about
    if given and not brought:
        when = word.dep == "pobj" and word.head is not None and word.head.lower in TEMPORAL
        coming = when and (clause.modality != "asserted" or modality_of(value or "") != "asserted")
        return "planned" if coming else "asserted", negative
    if clause.modality == "asserted" and not value:
        return "asserted", negative
    modality = modality_of(value) if value and modality_of(value) != "asserted" else clause.modality
    return modality, negative or (clause.negative and "ongoing" not in table("event_verbs").get(clause.lemma, ""))
