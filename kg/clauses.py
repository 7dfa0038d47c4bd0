"""The clause model: what a sentence's verbs say, with the participants that a reader would supply.

One pass down the dependency tree makes a `Clause` of every predicate: its subject (own, shared, controlled, raised,
or the
antecedent of a relative pronoun or participle), its arguments with their coordinated members, its verb group, and its
polarity, modality and sources, computed through embedding. Claims and verbatim triples are two renderings of it.
Labels are those of spaCy's English pipelines (ClearNLP style).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from kg.lexicon import load_relations, table, words
from kg.model import Modality
from kg.tree import NOMINAL, Sentence, Word

VERBAL = frozenset({"VERB", "AUX"})
PREDICATE_LINKS = frozenset([
    "ROOT",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "pcomp",
    "csubj",
    "csubjpass",
    "parataxis",
    "dep",
    "appos",
    "intj",
])
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "what"})
NEGATIVE_PREPOSITIONS = frozenset({"without", "instead", "against"})
AUXILIARY = ("aux", "auxpass", "neg")
Kind = Literal["active", "passive", "copula"]


@dataclass(frozen=True, slots=True)
class Slot:
    """An argument or adjunct of a clause: its marker ("" or preposition words) and the heads of its coordinated
    phrases."""

    role: Literal["object", "recipient", "agent", "complement", "oblique", "adverbial"]
    marker: tuple[Word, ...]
    heads: tuple[Word, ...]

    @property
    def preposition(self) -> str:
        return " ".join(word.lower for word in self.marker)

    @property
    def place(self) -> int:
        return self.marker[0].i if self.marker else self.heads[0].i


@dataclass(slots=True)
class Clause:
    """One predicate with its participants; `group` is the words of its verb group, those of merged governors
    included."""

    head: Word
    kind: Kind
    link: str
    parent: Clause | None = None
    subjects: tuple[Word, ...] = ()
    slots: list[Slot] = field(default_factory=list)
    own: list[Word] = field(default_factory=list)
    group: list[Word] = field(default_factory=list)
    governors: tuple[str, ...] = ()  # lemmas of merged verbs that are more than modality ("attempt", "begin")
    negative: bool = False
    modality: Modality = "asserted"
    sources: tuple[Word, ...] = ()  # who says it, innermost first
    antecedent: Word | None = None
    own_subject: bool = True
    features: set[str] = field(default_factory=set)

    @property
    def lemma(self) -> str:
        return self.head.lemma.lower()

    @property
    def particle(self) -> str:
        found = self.head.child("prt")
        return found.lower if found else ""

    def slot(self, role: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.role == role), None)

    def obliques(self) -> list[Slot]:
        return [slot for slot in self.slots if slot.role == "oblique"]


def members(word: Word) -> tuple[Word, ...]:
    """The word and what is coordinated with it as a noun phrase, in text order."""
    found = [word]
    for child in word.children:
        if child.dep == "conj" and child.i > word.i and _alike(word, child):
            found.extend(members(child))
    return tuple(found)


def _alike(first: Word, second: Word) -> bool:
    if second.pos in VERBAL and first.pos in NOMINAL:
        return False
    return (first.pos in NOMINAL) == (second.pos in NOMINAL) or first.pos == second.pos or second.pos == "ADJ"


def marker(preposition: Word) -> tuple[tuple[Word, ...], Word | None]:
    """The words of a (compound) preposition and the noun it introduces: "out of" + "Cuba"."""
    found = [preposition]
    left = [c for c in preposition.children if c.i < preposition.i and c.dep in ("advmod", "npadvmod", "pcomp", "prep")]
    if preposition.lower == "of" and left and left[-1].pos in ("ADP", "SCONJ", "ADV"):
        found.insert(0, left[-1])
    word = preposition
    while True:
        noun = word.child("pobj") or (word.child("amod", "acomp") if word.lower == "as" else None)
        if noun is not None:
            return tuple(found), noun
        inner = word.child("prep")
        pcomp = word.child("pcomp")
        if inner is None and pcomp is not None and pcomp.pos in ("ADP", "SCONJ"):
            inner = pcomp
        if inner is None:
            return tuple(found), None
        found.append(inner)
        word = inner


def clauses(sentence: Sentence) -> list[Clause]:
    """The sentence's clauses, governors before what they govern."""
    found: dict[int, Clause] = {}
    for word in _top_down(sentence):
        if is_predicate(word):
            clause = _clause(word, found)
            found[word.i] = clause
    made = list(found.values())
    _share_objects(made)
    _conditions(made)
    return made


def _top_down(sentence: Sentence) -> list[Word]:
    queue = list(sentence.roots)
    for word in queue:
        queue.extend(word.children)
    return queue


def is_predicate(word: Word) -> bool:
    """Does the word head a clause?"""
    if (
        word.lower in words("verbal_prepositions")
        and word.dep in ("prep", "advcl", "acl", "pcomp", "dep", "conj")
        and word.child(*SUBJECTS) is None
    ):
        return False
    if word.pos in VERBAL:
        if word.head is None:
            return True
        if word.dep in PREDICATE_LINKS:
            if word.dep == "conj":
                return word.head.pos in VERBAL or word.child(*SUBJECTS, "aux", "auxpass") is not None
            return word.dep != "dep" or word.child(*SUBJECTS) is not None
        return False
    return word.child("nsubj", "nsubjpass") is not None and word.child("aux", "auxpass", "cop") is not None


def _governor(word: Word, found: dict[int, Clause]) -> Clause | None:
    for above in word.ancestors():
        if above.i in found:
            return found[above.i]
    return None


def _clause(word: Word, found: dict[int, Clause]) -> Clause:
    parent = _governor(word, found)
    link = "ROOT" if word.head is None else word.dep
    clause = Clause(word, _kind(word), link, parent)
    clause.own = _verb_group(word)
    _read_slots(clause)
    _find_subject(clause)
    _relativize(clause)
    _merge_group(clause)
    _judge(clause)
    _attribute(clause)
    return clause


def _kind(word: Word) -> Kind:
    if word.child("auxpass") or word.child("nsubjpass") or word.child("csubjpass"):
        return "passive"
    if word.lemma == "be" and word.dep not in ("aux", "auxpass"):
        return "copula"
    bare = word.tag == "VBN" and word.child("aux", "auxpass", "dobj") is None
    if bare and word.dep in ("acl", "advcl", "relcl") and word.child("nsubj") is None:
        return "passive"
    if (
        word.dep == "conj"
        and word.tag == "VBN"
        and word.head is not None
        and word.child("aux", "nsubj", "dobj") is None
    ):
        return _kind(word.head)
    return "active"


def _verb_group(word: Word) -> list[Word]:
    own = [c for c in word.children if (c.dep in AUXILIARY and c.i < word.i) or c.dep == "prt"]
    own += [c for c in word.children if c.dep == "neg" and c.i > word.i and c.i - word.i <= 2]
    for child in word.children:
        if child.dep == "advmod" and child.lower == "longer" and child.children and child.children[0].lower == "no":
            own += [child.children[0], child]
    return sorted({*own, word}, key=lambda w: w.i)


def _read_slots(clause: Clause) -> None:
    for child in clause.head.children:
        if child.dep == "dobj":
            _add(clause, "object", (), child)
        elif child.dep == "dative":
            if child.pos == "ADP":
                _add_prepositional(clause, child, "recipient")
            else:
                _add(clause, "recipient", (), child)
        elif child.dep in ("attr", "acomp", "oprd"):
            _add(clause, "complement", (), child)
        elif child.dep == "agent":
            _add_prepositional(clause, child, "agent")
        elif child.dep == "prep":
            _add_prepositional(clause, child, "oblique")
        elif child.dep == "npadvmod":
            _add(clause, "adverbial", (), child)
        elif child.dep == "advmod" and (inner := child.child("prep")) is not None and child.i > clause.head.i:
            marks, noun = marker(inner)
            if noun is not None and inner.i == child.i + 1:
                clause.slots.append(Slot("oblique", (child, *marks), members(noun)))
    clause.slots.sort(key=lambda slot: slot.place)


def _add(
    clause: Clause, role: Literal["object", "recipient", "complement", "adverbial"], marks: tuple[Word, ...], head: Word
) -> None:
    if head.lower in RELATIVE and head.tag in ("WP", "WDT", "WP$", "IN") and role != "complement":
        return  # supplied by the antecedent
    clause.slots.append(Slot(role, marks, members(head)))


def _add_prepositional(clause: Clause, preposition: Word, role: Literal["recipient", "agent", "oblique"]) -> None:
    marks, noun = marker(preposition)
    if noun is not None and not (noun.tag in ("WDT", "WP") and noun.lower in RELATIVE):
        clause.slots.append(Slot(role, marks, members(noun)))
    for other in preposition.kids("conj"):
        if other.pos in ("ADP", "SCONJ"):
            _add_prepositional(clause, other, role)


def _find_subject(clause: Clause) -> None:
    word = clause.head
    candidates = [c for c in word.children if c.dep in SUBJECTS and not c.lower.endswith(("self", "selves"))]
    own = candidates[0] if candidates else None
    if len(candidates) > 1 and own is not None and own.lower in RELATIVE:
        own = candidates[-1]  # "which the council agreed": the relative is the object
    if own is not None and own.dep in ("nsubj", "nsubjpass"):
        if own.lower in RELATIVE and own.tag in ("WP", "WDT") and (noun := _antecedent(word)) is not None:
            clause.subjects, clause.antecedent = (noun,) if noun.ent not in ("DATE", "TIME") else (), noun
        elif own.tag not in ("EX", "WP", "WDT"):
            clause.subjects = members(own)
        return
    if own is not None or word.child("expl") is not None:
        return
    clause.own_subject = False
    clause.subjects = _controlled(clause)


def _antecedent(word: Word) -> Word | None:
    """The noun that a relative clause is about; conjoined relative clauses share it."""
    while word.dep == "conj" and word.head is not None and word.head.pos in VERBAL:
        word = word.head
    if word.dep in ("relcl", "acl", "ccomp", "advcl") and word.head is not None and word.head.pos in NOMINAL:
        return _whole(word.head)
    return None


def _whole(noun: Word) -> Word:
    """Of "Akli, one of the lieutenants, who …" the one who is named, not the lieutenants; an apposition is about its
    head."""
    of = noun.head
    if of is not None and of.lower == "of" and of.head is not None and of.head.lower == "one":
        noun = of.head
    while noun.dep == "appos" and noun.head is not None and noun.head.pos == "PROPN":
        noun = noun.head
    return noun


def _controlled(clause: Clause) -> tuple[Word, ...]:
    """The subject of a clause that has none of its own."""
    word, parent = clause.head, clause.parent
    if clause.link == "conj" and parent is not None and word.head is parent.head:
        clause.antecedent = parent.antecedent
        if parent.kind == "copula" and parent.head.child("expl") is not None:
            return ()
        return parent.subjects
    if clause.link in ("acl", "relcl") and word.head is not None and word.head.pos in NOMINAL:
        return _subject_at_noun(clause, word.head)
    if parent is None:
        return ()
    if clause.link in ("xcomp", "ccomp"):
        if word.head is not None and word.head.pos in NOMINAL:
            return _subject_at_noun(clause, word.head)
        if parent.kind == "copula" and _infinitive(word) and word.head is parent.head and _is_content(parent):
            owner = _purpose(parent)
            return members(owner) if owner is not None else ()
        target = parent.slot("object") or parent.slot("recipient")
        if target is not None and (
            parent.lemma in words("object_control_verbs")
            or parent.lemma not in words("subject_control_verbs")
            or _acts(target)
        ):
            return target.heads
        return parent.subjects
    if clause.link == "pcomp":
        return _subject_at_preposition(clause)
    if clause.link in ("advcl", "dep", "parataxis"):
        if _infinitive(word) and parent.kind == "passive" and parent.slot("agent") is None:
            return ()  # "were released to save face": whoever released them
        if (
            word.i < parent.head.i
            and parent.lemma in words("saying_verbs")
            and _infinitive_or_bare(word)
            and (said := parent.head.child("ccomp")) is not None
        ):
            inner = said.child("nsubj", "nsubjpass")
            return (
                members(inner) if inner is not None else parent.subjects
            )  # "Rather than recall them, Jobs said, Apple will …"
        target = parent.slot("object")
        if target and _infinitive(word) and parent.lemma in words("object_control_verbs"):
            return target.heads
        return parent.subjects
    return ()


def _acts(slot: Slot) -> bool:
    """ "ask the envoy to sign": who is asked does it, unless it is a thing ("use the delay to sign")."""
    return any(
        head.pos in ("PROPN", "PRON")
        or head.ent in ("PERSON", "ORG", "GPE", "NORP")
        or head.lemma.lower() in words("person_nouns")
        for head in slot.heads
    )


def _is_content(clause: Clause) -> bool:
    """ "The answer is to talk": the infinitive says what the subject consists of, not what it does."""
    return any(s.lemma in table("modality_nouns") or s.lemma in words("content_nouns") for s in clause.subjects)


def _purpose(clause: Clause) -> Word | None:
    """ "Russia's goal was to become …": whose goal it is."""
    return next((owner for subject in clause.subjects if (owner := subject.child("poss")) is not None), None)


def _hangs_on(noun: Word, verb: Word) -> bool:
    """Is the noun an object or adjunct of the verb itself, also coordinated or as "part of" one?"""
    while noun.dep == "conj" and noun.head is not None:
        noun = noun.head
    above = noun.head
    while (
        above is not None
        and above.dep in ("prep", "pobj")
        and (above.dep == "prep" or above.lower == "part")
        and above is not verb
    ):
        above = above.head
    return above is verb


def _infinitive_or_bare(word: Word) -> bool:
    return word.tag == "VB"


def _infinitive(word: Word) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in word.children)


def _subject_at_noun(clause: Clause, noun: Word) -> tuple[Word, ...]:
    """Who does what a clause on a noun says: "missiles made", "plans to visit"."""
    word = clause.head
    if noun.ent in ("DATE", "TIME", "MONEY", "PERCENT"):
        return ()
    if not _infinitive(word):
        if (
            word.tag == "VBG"
            and noun.lemma in words("gerund_nouns")
            and noun.dep == "dobj"
            and clause.parent is not None
        ):
            return clause.parent.subjects
        if clause.link == "relcl" and word.tag in ("VBD", "VBP", "VBZ"):
            return ()
        clause.antecedent = noun
        return (noun,)
    if clause.kind == "passive":
        clause.antecedent = noun
        return (noun,)  # "documents to be signed"
    of_mind = noun.lemma in table("modality_nouns") or noun.lemma in words("negative_nouns")
    if noun.lemma == "order" and noun.head is not None and noun.head.lower == "in" and noun.child("det") is None:
        return clause.parent.subjects if clause.parent is not None else ()  # "in order to"
    owner = noun.child("poss") or next((c for c in noun.kids("compound") if c.pos == "PROPN" and of_mind), None)
    if owner is not None:
        return members(owner)
    for child in noun.kids("prep"):
        if child.lower in ("by", "for", "of") and (named := child.child("pobj")) is not None and of_mind:
            return members(named)
    parent = clause.parent
    if parent is not None and of_mind:
        target = parent.slot("recipient")
        if target and noun.lemma in ("permission", "opportunity", "chance", "order", "right", "offer"):
            return target.heads
        if _hangs_on(noun, parent.head):
            return () if any(noun.within(subject) for subject in parent.subjects) else parent.subjects
    return ()


def _subject_at_preposition(clause: Clause) -> tuple[Word, ...]:
    parent, preposition = clause.parent, clause.head.head
    if parent is None or preposition is None:
        return ()
    holder = preposition.head
    if holder is not None and holder.pos in NOMINAL and holder is not parent.head:
        owner = holder.child("poss")
        if owner is not None:
            return members(owner)
        minds = (
            holder.lemma in table("modality_nouns") and parent.lemma in words("light_verbs")
        ) or holder.lemma in words("gerund_nouns")
        return parent.subjects if minds and holder.dep == "dobj" and holder.head is parent.head else ()
    target = parent.slot("object")
    if target is not None and (parent.lemma in words("accusing_verbs") or preposition.lower == "as"):
        return target.heads
    if target is not None and preposition.lower in ("from", "into", "of", "for"):
        controls = parent.lemma in words("object_control_verbs") or parent.lemma in words("negative_verbs")
        return target.heads if controls else () if preposition.lower in ("from", "into") else parent.subjects
    return parent.subjects


def _relativize(clause: Clause) -> None:
    """Give a relative clause the argument that its pronoun, or nothing at all, stands for."""
    word = clause.head
    if clause.link != "relcl" or clause.antecedent is not None or word.head is None:
        return
    noun = word.head
    pronoun = next((c for c in word.children if c.dep == "dobj" and c.lower in RELATIVE), None)
    fronted = next(
        (c for c in word.children if c.dep == "prep" and (p := c.child("pobj")) is not None and p.tag in ("WDT", "WP")),
        None,
    )
    where = next((c for c in word.children if c.dep == "advmod" and c.tag == "WRB"), None)
    stranded = next((c for c in word.children if c.dep == "prep" and not c.children and c.i > word.i), None)
    if fronted is not None:
        clause.slots.append(Slot("oblique", (fronted,), (noun,)))
    elif where is not None:
        if where.lower == "where":
            clause.features.add("where")
    elif stranded is not None:
        clause.slots.append(Slot("oblique", (stranded,), (noun,)))
    elif pronoun is not None or (
        word.child("dobj", "acomp", "attr", "ccomp") is None and word.child("nsubj") is not None
    ):
        inner = next((c for c in word.children if c.dep == "xcomp"), None)
        if inner is None or (pronoun is not None and clause.lemma not in table("modality_verbs")):
            clause.slots.append(Slot("object", (), (noun,)))
    clause.slots.sort(key=lambda slot: slot.place)


def _merge_group(clause: Clause) -> None:
    """Join the verb group with those of the governors that share its subject ("wants to build")."""
    clause.group = list(clause.own)
    parent, word = clause.parent, clause.head
    bare = parent is not None and clause.link == "conj" and not clause.own_subject
    alike = parent is not None and word.tag == parent.head.tag and word.tag in ("VB", "VBN", "VBG")
    if parent is not None and bare and alike and word.child("aux", "auxpass") is None:
        at = min(w.i for w in parent.own)
        shared = [w for w in parent.group if w.i < parent.head.i and (w.dep in AUXILIARY or w.i < at)]
        clause.group = [*shared, *clause.own]
        clause.governors = parent.governors
    if parent is None or clause.link not in ("xcomp", "pcomp", "ccomp") or clause.own_subject:
        return
    if clause.link == "ccomp" and not _infinitive(word):
        return
    path: list[Word] = []
    for above in word.ancestors():
        if above is parent.head:
            break
        path.append(above)
    between = sorted(path, key=lambda w: w.i)
    if parent.slot("agent") is not None:
        return
    if (
        any(w.i < parent.head.i for w in (*between, word))
        or any(w.pos in NOMINAL for w in between)
        or parent.slot("object") is not None
        or parent.slot("recipient") is not None
    ):
        return
    if clause.link == "pcomp" and parent.obliques():
        return
    if clause.link == "pcomp" and (
        not between or between[0].i > word.i or between[0].lower in ("after", "before", "while", "by")
    ):
        return
    clause.group = sorted({*parent.group, *between, *clause.own}, key=lambda w: w.i)
    clause.features.add("merged")
    adjuncts = [
        s
        for s in parent.slots
        if s.role in ("oblique", "adverbial")
        and s.heads[0] is not word
        and not word.within(s.marker[0] if s.marker else word.head or word)
    ]
    clause.slots = sorted([*clause.slots, *adjuncts], key=lambda slot: slot.place)
    clause.governors = parent.governors
    lemma = parent.lemma
    if (
        parent.kind in ("copula", "passive")
        or lemma in table("modality_verbs")
        or lemma in words("raising_verbs")
        or lemma in words("negative_verbs")
        or lemma in words("denial_verbs")
    ):
        return
    clause.governors = (*parent.governors, lemma)


# ---- polarity and modality


def _judge(clause: Clause) -> None:
    """Polarity and modality of the clause, through what governs it."""
    negative = _negated(clause.head)
    modality = _auxiliary_modality(clause)
    parent, link = clause.parent, clause.link
    if parent is not None:
        effect, flips = _governing(clause)
        if link in ("xcomp", "acl", "pcomp", "relcl") or (link in ("ccomp", "advcl") and _infinitive(clause.head)):
            inherits = link != "relcl" and not (link == "acl" and not _infinitive(clause.head))
            if link == "xcomp" or link == "ccomp" or (link == "pcomp" and "merged" in clause.features):
                flips ^= parent.negative
            if link == "pcomp" and "merged" not in clause.features:
                inherits = False
            if modality == "asserted":
                modality = effect if effect != "asserted" else parent.modality if inherits else "asserted"
            if inherits and parent.modality == "conditional":
                modality = "conditional"
        elif link == "ccomp" and effect != "asserted" and modality == "asserted":
            modality = effect
        elif (
            link == "conj"
            and not clause.own_subject
            and all(c.lower == "to" for c in clause.head.kids("aux", "auxpass"))
        ):
            if (
                parent.link in ("xcomp", "acl", "pcomp")
                and not _negated(parent.head)
                and clause.head.tag == parent.head.tag
            ):
                negative, modality = parent.negative, parent.modality  # both stand under what governs the first
            if clause.head.tag in ("VB", parent.head.tag):
                modality = parent.modality if modality == "asserted" else modality
                negative = negative or (parent.negative and _or_conjoined(clause.head))
        if link == "ccomp" and parent.negative and parent.lemma in words("thinking_verbs"):
            flips = not flips
        elif link == "ccomp" and parent.negative and modality == "asserted" and parent.lemma in words("saying_verbs"):
            modality = "possible"
        negative ^= flips
    if any(c.lower == "than" and any(g.lower == "rather" for g in c.children) for c in clause.head.children) or _rather(
        clause.head
    ):
        negative = not negative
    if any(child.dep == "mark" and child.lower in words("conditional_markers") for child in clause.head.children):
        modality = "conditional"
    loose = "merged" not in clause.features and not clause.governors
    implied = parent is None or parent.lemma in words("implicative_verbs")
    if modality == "asserted" and loose and not implied and _infinitive(clause.head):
        modality = "planned"  # what somebody is to do is not yet done
    if modality == "conditional" and link in ("ccomp", "conj", "acl") and _backshifted(clause):
        modality = "planned"
    clause.negative, clause.modality = negative, modality


def _backshifted(clause: Clause) -> bool:
    """ "said it would supply": a "will" reported in the past, unless there is a condition."""
    would = any(c.dep == "aux" and c.lower in ("would", "'d") for c in clause.head.children)
    reporting = clause.parent
    while reporting is not None and clause.link == "conj":
        clause, reporting = reporting, reporting.parent
    if reporting is None or clause.link not in ("ccomp", "acl") or reporting.head.tag not in ("VBD", "VBN"):
        return False
    return would and not any(
        c.dep == "advcl" and any(m.lower in words("conditional_markers") for m in c.kids("mark"))
        for c in clause.head.children
    )


def _negated(word: Word) -> bool:
    if any(c.lower == "longer" and any(g.lower == "no" for g in c.children) for c in word.children):
        return True
    if any(c.lower == "whether" for c in word.children):
        return False  # "whether or not"
    for child in word.children:
        noun = child.child("pobj") if child.dep == "prep" else None
        if (
            noun is not None
            and noun.lemma in words("no_circumstances")
            and (no := noun.child("det")) is not None
            and no.lower == "no"
        ):
            return True
    return any(
        c.dep == "neg" or (c.lower in words("negation_words") and c.dep in ("advmod", "preconj", "cc") and c.i < word.i)
        for c in word.children
    )


def _rather(word: Word) -> bool:
    """ "rather than recall": the act that is not done."""
    kids = [c for c in word.children if c.i < word.i]
    head = word.head
    if head is not None and head.lower == "than" and word.dep == "pcomp":
        return any(c.lower == "rather" for c in head.children)
    return any(c.lower == "than" for c in kids) and any(c.lower == "rather" for c in kids)


def _or_conjoined(word: Word) -> bool:
    head = word.head
    return head is not None and any(c.dep == "cc" and c.lower in ("or", "nor") for c in head.children)


def _auxiliary_modality(clause: Clause) -> Modality:
    found: Modality = "asserted"
    word = clause.head
    if _infinitive(word) and word.head is None:
        return "planned"  # a headline: "Airline to buy twenty jets"
    if _infinitive(word) and clause.own_subject and any(c.dep == "mark" and c.lower == "for" for c in word.children):
        return "possible"  # "it is common for patients to have issues"
    for child in clause.head.children:
        if (child.dep == "aux" and child.tag == "MD" and (value := table("modality_auxiliaries").get(child.lower))) or (
            child.dep == "advmod" and found == "asserted" and (value := table("modality_adverbs").get(child.lower))
        ):
            found = _modality(value)
    return found


def _modality(value: str) -> Modality:
    match word := value.partition(" ")[0]:
        case "planned" | "possible" | "desired" | "required" | "conditional":
            return word
    return "asserted"


def _governing(clause: Clause) -> tuple[Modality, bool]:
    """What the governing verb, adjective or noun does to the clause: its modality, and whether it turns it round."""
    word, parent = clause.head, clause.parent
    assert parent is not None
    holder = word.head
    if clause.link == "pcomp" and holder is not None:
        if holder.lower in NEGATIVE_PREPOSITIONS or (holder.head is not None and holder.head.lower == "instead"):
            return "asserted", True
        holder = holder.head
        if holder is not None and holder.lower in words("negative_adjectives"):
            return "asserted", True
        if parent.lemma in words("accusing_verbs") and holder is parent.head:
            return "possible", False
    if holder is None:
        return "asserted", False
    if holder.pos in NOMINAL:
        entry = table("modality_nouns").get(holder.lemma, "")
        if holder.lemma in words("negative_nouns") and _infinitive(word):
            return "asserted", True
        if clause.link == "acl" and not entry and _infinitive(word):
            entry = "planned"
        governs = (
            _infinitive(word) or clause.link == "pcomp" or (clause.link == "acl" and word.child("mark") is not None)
        )
        return (_modality(entry), "negative" in entry) if entry and governs else ("asserted", False)
    if holder.pos == "ADJ" or holder.pos == "ADV":
        if holder.lower in words("negative_adjectives"):
            return _modality(table("modality_adjectives").get(holder.lower, "")), True
        entry = table("modality_adjectives").get(holder.lower, "")
    elif holder is parent.head and parent.kind == "copula":
        adjective = parent.head.child("acomp")
        if adjective is not None and adjective.lower in words("negative_adjectives"):
            return _modality(table("modality_adjectives").get(adjective.lower, "")), True
        entry = table("modality_adjectives").get(adjective.lower, "") if adjective is not None else ""
        if not entry and clause.link == "xcomp" and _infinitive(word) and parent.head.child("acomp", "attr") is None:
            entry = next((value for s in parent.subjects if (value := table("modality_nouns").get(s.lemma))), "planned")
    else:
        lemma = parent.lemma
        entry = table("modality_clauses" if clause.link == "ccomp" and not _infinitive(word) else "modality_verbs").get(
            lemma, ""
        )
        if lemma == "have" and not _infinitive(word):
            entry = ""
        if (lemma in words("negative_verbs") and clause.link in ("xcomp", "pcomp")) or (
            lemma in words("denial_verbs") and clause.link in ("ccomp", "xcomp", "pcomp")
        ):
            return "asserted", True
        if clause.link == "advcl" and _infinitive(word):
            entry = "planned"
    return _modality(entry), "negative" in entry


def _conditions(found: list[Clause]) -> None:
    """A main clause with "would" or "could" that has a condition is conditional itself."""
    for clause in found:
        if clause.modality == "conditional" and clause.link == "advcl" and clause.parent is not None:
            parent = clause.parent
            if any(c.dep == "aux" and c.lower in ("would", "'d", "could", "might") for c in parent.head.children):
                parent.modality = "conditional"


# ---- who says it


def _attribute(clause: Clause) -> None:
    """The sources of the clause, innermost first."""
    parent = clause.parent
    inherited = parent.sources if parent is not None else ()
    own: tuple[Word, ...] = ()
    if (
        parent is not None
        and clause.link in ("ccomp", "parataxis", "xcomp")
        and _says(parent)
        and clause.link != "parataxis"
    ):
        if not (clause.link == "xcomp" and parent.lemma not in words("denial_verbs") and parent.lemma != "claim"):
            own = parent.subjects[:1] if parent.kind == "active" else _agent(parent)
    elif (
        parent is not None
        and clause.link in ("ccomp", "xcomp")
        and clause.subjects
        and clause.subjects != parent.subjects
    ):
        if table("modality_verbs").get(parent.lemma, "").startswith("desired") or parent.lemma in (
            "recommend",
            "advise",
        ):
            own = (
                parent.subjects[:1] if parent.kind == "active" else _agent(parent)
            )  # "EADS wants the cost to be borne by others"
    elif parent is not None and clause.link == "pcomp" and parent.lemma in words("accusing_verbs"):
        own = parent.subjects[:1] if parent.kind == "active" else _agent(parent)
    if parent is not None and clause.link == "acl" and clause.head.head is not None:
        noun = clause.head.head
        if clause.head.child("mark") is not None and noun.lemma in words("reporting_nouns"):
            owner = noun.child("poss", "compound")
            own = (owner,) if owner is not None else parent.subjects[:1] if noun.dep == "dobj" else ()
        elif _says(parent) and noun.dep == "dobj" and _infinitive(clause.head):
            own = parent.subjects[:1]
    own += _according(clause.head)
    for child in clause.head.children:
        if child.dep in ("parataxis", "ccomp", "advcl", "dep") and child.lemma in words("saying_verbs") | words(
            "thinking_verbs"
        ):
            inserted = child.child("nsubj")
            if (
                inserted is not None
                and child.child("ccomp", "dobj", "mark") is None
                and clause.lemma not in words("saying_verbs")
            ):
                own += (inserted,)
    own = tuple(
        _named_speaker(s)
        for s in own
        if s.tag not in ("WP", "WP$", "WDT", "WRB", "EX", "DT") and s.lower not in ("it", "there")
    )
    clause.sources = (*own, *(source for source in inherited if source not in own))


def _named_speaker(word: Word) -> Word:
    """ "The company's vice-president, Ann Lee, said": the name speaks."""
    return next((c for c in word.children if c.dep == "appos" and c.pos == "PROPN"), word)


def _says(clause: Clause) -> bool:
    lemma = clause.lemma.removeprefix("re-")
    return lemma in words("saying_verbs") or lemma in words("thinking_verbs") or lemma in words("denial_verbs")


def _agent(clause: Clause) -> tuple[Word, ...]:
    agent = clause.slot("agent")
    return agent.heads[:1] if agent else ()


def _according(word: Word) -> tuple[Word, ...]:
    for child in word.children:
        if child.lower == "according":
            for inner in child.children:
                if inner.lower == "to" and (noun := inner.child("pobj")) is not None:
                    return (noun,)
    return ()


# ---- shared arguments


def _share_objects(found: list[Clause]) -> None:
    """ "bought and sold planes": the first verb shares the object; a fronted adjunct goes with each coordinated
    verb."""
    for clause in found:
        parent = clause.parent
        if clause.link != "conj" or parent is None or clause.own_subject:
            continue
        shared = clause.slot("object")
        adjacent = clause.head.i - parent.head.i <= 3
        agent = clause.slot("agent")
        if agent and adjacent and parent.kind == "passive" and all(s.place < parent.head.i for s in parent.slots):
            parent.slots.append(replace(agent))
        transitive = load_relations().verb(parent.lemma) is not None and parent.lemma not in words("intransitive_verbs")
        if (
            shared
            and transitive
            and parent.slot("object") is None
            and adjacent
            and not parent.slots
            and parent.kind == clause.kind
        ):
            parent.slots.append(replace(shared))
            parent.features.add("shared")
        fronted = [s for s in parent.slots if s.role in ("oblique", "adverbial") and s.place < parent.head.i]
        subject = min((w.i for w in parent.subjects), default=-1)
        for slot in fronted:
            if slot.place < subject and slot not in clause.slots:
                clause.slots.insert(0, slot)
