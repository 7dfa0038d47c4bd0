"""What every extractor reads: one sentence with its clauses, phrases and times, and the ways to say something of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.clauses import Clause, Slot, clauses, holder_of_view, is_denied, prepositional_slots
from kg.extractors.pronouns import read_pronouns
from kg.extractors.timing import Timing
from kg.lexicon import Relations, table, third_person, words
from kg.lexicon.relations import RelationEntry
from kg.model import Argument, Modality, Phrase, Proposition, Relation, Time
from kg.phrases import Names, Phrases
from kg.tree import Sentence, Word, denies

NOUN_TYPES = {
    "Person": "person_nouns",
    "Organization": "organisation_words",
    "Place": "place_words",
    "Event": "event_words",
    "Work": "work_words",
}

AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})


@dataclass(slots=True)
class Scene:
    """One sentence as the extractors see it; `times` are those of the whole document, in text order."""

    text: str
    sentence: Sentence
    names: Names
    relations: Relations
    times: tuple[Time, ...] = ()
    telegraphic: bool = False  # in the English of telegrams, where the parser guesses more than it knows
    clauses: list[Clause] = field(default_factory=list)
    phrases: Phrases = field(init=False)
    _timing: Timing = field(init=False)
    _clause_at: dict[int, Clause] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.phrases = Phrases(self.text, self.sentence, self.names)
        self.clauses = clauses(self.sentence)
        self._clause_at = {clause.head.i: clause for clause in self.clauses}
        self._timing = Timing.of(self.sentence, self.clauses, self.times)
        read_pronouns(self.phrases, self.clauses)

    def clause_of(self, word: Word) -> Clause | None:
        """The clause that the word belongs to."""
        if word.i in self._clause_at:
            return self._clause_at[word.i]
        return next((self._clause_at[above.i] for above in word.ancestors() if above.i in self._clause_at), None)

    def is_time(self, word: Word) -> bool:
        return self._timing.is_time(word)

    def time_of(self, *heads: Word) -> Time | None:
        """The time that dates one of these heads, first come first served."""
        return self._timing.time_of(*heads)

    def clause_time(self, clause: Clause, *heads: Word) -> Time | None:
        """The time of what a clause says, by its verb or one of these heads."""
        return self._timing.clause_time(clause, *heads)

    def known(self, word: Word) -> bool:
        """Is the word the head of a name or of something that refers to a named thing?"""
        return word.start in self.names.labels

    def role(self, slot: Slot, head: Word) -> str:
        """The role of a participant by its preposition, as claims name it."""
        if slot.role == "adverbial":
            return "amount" if head.ent in AMOUNTS else "discourse"
        if slot.role != "oblique":
            return {"recipient": "recipient", "agent": "by", "complement": "as"}.get(slot.role, slot.role)
        return self.marker_role(slot.preposition, head)

    def marker_role(self, preposition: str, head: Word) -> str:
        """As `role`; "in" is a place only with a place, else it is itself ("interest in submarines")."""
        if preposition == "in" and holder_of_view(head):
            return "discourse"  # "in our opinion": whose word it is
        found = table("prepositions").get(preposition, preposition.replace(" ", "-"))
        if found == "place" and not self._is_place(head):
            return preposition.replace(" ", "-")
        return found

    def _is_place(self, head: Word) -> bool:
        kind = self.names.types.get(head.start)
        if kind is not None:
            return kind in ("Place", "Country", "Organization", "Event")
        return (
            head.ent in ("GPE", "LOC", "FAC")
            or head.lemma.lower() in words("place_words")
            or head.lemma.lower() in words("place_roles")
        )

    def fits_kind(self, head: Word, lemma: str) -> bool:
        """Does a common noun say of what type the name is, and is it that type?"""
        said = table("noun_types").get(lemma)
        kind = self.names.types.get(head.start, "Thing")
        if kind == "Person" and " " not in self.names.labels.get(head.start, " "):
            kind = "Thing"  # one word alone: the recogniser's guess
        return said is not None and (
            said == kind
            or kind in ("Thing", "Group")
            or {said, kind} <= {"Place", "Country", "Organization"}
            or {said, kind} <= {"Product", "Work", "Thing"}
        )

    def fits(self, head: Word, types: tuple[str, ...]) -> bool:
        """Can the head be of one of these types? A country acts; a common noun is what the word lists say."""
        if not types or "Thing" in types:
            return True
        if self.names.types.get(head.start) == "Thing":
            return True  # a name of nobody knows what
        kind = self.names.types.get(head.start) or next(
            (kind for kind, name in NOUN_TYPES.items() if head.lemma.lower() in words(name)), "Thing"
        )
        alike = {
            "Country": {"Country", "Place", "Organization", "Group"},
            "Place": {"Place", "Country"},
            "Organization": {"Organization", "Group"},
        }
        return bool(alike.get(kind, {kind}) & set(types))

    def is_empty(self, head: Word) -> bool:
        """Does the phrase say nothing by itself: "a point", "the way"?"""
        phrase = self.phrases(head)
        bare = head.lower in words("empty_nouns") and not self.known(head)
        return bare and phrase.label.lower() == head.lower and phrase.amount is None

    # ---- saying it

    def relation(self, group: Iterable[Word], lemma: str, entry: RelationEntry | None = None) -> Relation:
        said = quote(self.text, list(group)) or lemma
        if entry is not None:
            return Relation(said, entry.relation, entry.label, True)
        return Relation(said, lemma, third_person(lemma), False)

    def arguments(self, slots: Iterable[Slot]) -> Iterator[Argument]:
        """The slots as arguments, times and mere manner left out."""
        for slot in slots:
            if slot.role == "object" or any(map(denies, slot.marker)):
                continue  # a second object is the parser's, not the verb's; "by no means" is a denial
            for head in slot.heads:
                if (slot.preposition, head.lower) == ("in", "case") and (whose := _in_case_of(head)) is not None:
                    yield Argument("in-case-of", slot.preposition, self.phrases(whose))
                if (
                    self.is_time(head)
                    or head.lower in words("discourse_nouns")
                    or head.pos in ("ADV", "VERB")
                    or head.tag in ("WDT", "WP", "WRB")
                ):
                    continue
                if (found := self.role(slot, head)) != "discourse":
                    yield Argument(found, slot.preposition, self.phrases(head))

    def say(
        self,
        extractor: str,
        subject: Word | Phrase,
        relation: Relation,
        arguments: Iterable[Argument] = (),
        *,
        clause: Clause | None = None,
        anchor: Word | None = None,
        negative: bool = False,
        modality: Modality = "asserted",
        time: Time | None = None,
        implied: bool = False,
    ) -> Proposition:
        """A proposition with the qualifiers of its clause; `anchor` is the word that says it, one event an anchor."""
        sources: tuple[Phrase, ...] = ()
        features: tuple[str, ...] = ()
        if clause is not None:
            sources = tuple(self.phrases(source) for source in clause.sources)
            if clause.parent is not None:
                features = (clause.link,)
        phrase = subject if isinstance(subject, Phrase) else self.phrases(subject)
        at = anchor or (clause.head if clause else subject)
        return Proposition(
            extractor,
            self.sentence.start,
            self.sentence.end,
            phrase,
            relation,
            tuple(arguments),
            "negative" if negative else "positive",
            modality,
            sources,
            time,
            implied,
            features,
            at.start,
        )


def quote(text: str, group: list[Word]) -> str:
    """The words of a group as they stand in the text, other words between them left out."""
    out = ""
    for before, word in zip([None, *group], group, strict=False):
        glued = before is not None and before.end == word.start
        out += ("" if glued or not out else " ") + text[word.start : word.end]
    return out


def _in_case_of(case: Word) -> Word | None:
    """What alone something is said of: "in the case of warships"."""
    of = next((c for c in case.kids("prep") if c.lower == "of"), None)
    return of.child("pobj") if of is not None else None


def prepositional(noun: Word) -> Iterator[Slot]:
    """The prepositional phrases that hang on a noun, as slots."""
    for child in noun.children:
        exemplifies = child.lower in ("including", "like") or any(c.lower == "such" for c in child.children)
        if child.dep == "prep" and child.i > noun.i and not exemplifies:
            yield from prepositional_slots(child)


def negated_phrase(head: Word) -> bool:
    """Does the phrase itself deny: "no fondness", "neither side", "nothing"?"""
    if head.dep == "conj" and head.head is not None and head.head.pos in ("NOUN", "PROPN"):
        first = head.head
        while first.dep == "conj" and first.head is not None:
            first = first.head
        if any(c.lower == "neither" and c.dep in ("preconj", "det", "cc") for c in first.children):
            return True
    if any(c.lower == "neither" and c.dep in ("preconj", "det", "cc") for c in head.children) or _rejected(head):
        return True
    if any(c.dep == "neg" for c in head.children) and head.dep in ("conj", "attr", "acomp"):
        return True
    return is_denied(head)


def _rejected(head: Word) -> bool:
    """Is it what was not chosen: "planes rather than ships"?"""
    before = head.head.kids("cc") if head.dep == "conj" and head.head is not None else []
    return any(c.lower == "than" and c.i < head.i and any(g.lower == "rather" for g in c.children) for c in before)
