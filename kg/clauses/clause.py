"""A clause and the slots it is made of: "Russia sold planes to Peru" is *sold* with an object and an oblique "to"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from kg.model import Modality
from kg.tree import Word

MOST = 200
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "what"})
AUXILIARY = ("aux", "auxpass", "neg")
Kind = Literal["active", "passive", "copula"]
Effect = tuple[Modality, bool]  # the modality, and whether the clause is turned into its opposite
REAL: Effect = ("asserted", False)
SlotRole = Literal["object", "recipient", "agent", "complement", "oblique", "adverbial"]


@dataclass(frozen=True, slots=True)
class Slot:
    """An argument or adjunct: its marker (() or preposition words) and the heads of its coordinated phrases."""

    role: SlotRole
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
    """One predicate with its participants; `group` is the words of its verb group, those of merged governors included.

    `governors` are the lemmas of merged verbs that are more than modality ("attempt", "begin"); `under` is what stands
    above it makes of it; `sources` are who says it, innermost first; `merged` is true when its governor's verb group
    has become part of its own ("wants to buy").
    """

    head: Word
    kind: Kind
    link: str
    parent: Clause | None = None
    subjects: tuple[Word, ...] = ()
    slots: list[Slot] = field(default_factory=list)
    own: list[Word] = field(default_factory=list)
    group: list[Word] = field(default_factory=list)
    governors: tuple[str, ...] = ()
    negative: bool = False
    modality: Modality = "asserted"
    under: Effect = REAL
    sources: tuple[Word, ...] = ()
    antecedent: Word | None = None
    own_subject: bool = True
    merged: bool = False

    @property
    def lemma(self) -> str:
        return self.head.lemma.lower()

    @property
    def particle(self) -> str:
        found = self.head.child("prt")
        return found.lower if found else ""

    def slot(self, role: SlotRole) -> Slot | None:
        """The first slot of that role."""
        return next((slot for slot in self.slots if slot.role == role), None)

    def obliques(self) -> list[Slot]:
        return [slot for slot in self.slots if slot.role == "oblique"]

    def limit(self) -> None:
        """Leave out what is beyond MOST pairs of a subject and a participant: so many are a list, and no sentence."""
        most = max(1, MOST // max(1, len(self.subjects)))
        self.slots = [
            slot if len(slot.heads) <= most else replace(slot, heads=slot.heads[:most]) for slot in self.slots
        ]

    def sort_slots(self) -> None:
        """Put the slots into text order."""
        self.slots.sort(key=lambda slot: slot.place)
