"""Readings + entities → claims: binary statements with canonical relations and resolved participants.

A proposition renders as the claim of its subject and object, its converse where the lexicon knows one (buy/sell), and
a claim for each named participant that a reader would draw an edge to ("requests assistance from – Airbus"). All of
them share the event.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.confidence import confidence
from kg.lexicon import Relations, table, third_person, words
from kg.lexicon.relations import RelationEntry
from kg.model import Argument, Claim, Document, Participant, Phrase, Proposition, Qualifier, Reading, Relation
from kg.resolution import Resolution
from kg.resolution.keys import noun_slug

EDGE_ROLES = frozenset({
    "recipient", "to", "from", "with", "for", "against", "at", "on", "of", "about", "over", "before", "through",
})  # fmt: skip
HANDED_ON = frozenset({"to", "from", "with"})  # from hand to hand, or from mouth to ear
PARTNER_ROLES = HANDED_ON | {"recipient", "against"}  # also before the subject: "with Iran they signed a treaty"
PARTIES = frozenset({"Person", "Organization", "Country", "Group", "Place"})
PARTY_NOUNS = ("organisation_words", "person_nouns", "offices")
NAMED_TYPES = frozenset({"Person", "Organization", "Country", "Place", "Group", "Event", "Work", "Product"})


def make_claims(readings: Iterable[Reading], resolution: Resolution, relations: Relations) -> tuple[Claim, ...]:
    """The claims of the corpus, each once, by document and place."""
    found: dict[str, Claim] = {}
    for reading in readings:
        maker = _Maker(reading.document, resolution, relations)
        for proposition in reading.propositions:
            for claim in maker.claims(proposition):
                before = found.get(claim.id)
                if before is None or before.confidence < claim.confidence:
                    found[claim.id] = claim
    return tuple(sorted(found.values(), key=lambda c: (c.doc, c.start, c.subject.start or 0, c.id)))


@dataclass(frozen=True, slots=True)
class _Maker:
    document: Document
    resolution: Resolution
    relations: Relations

    def claims(self, said: Proposition) -> Iterator[Claim]:
        subject = self.participant(said.subject)
        if subject is None:
            return
        target = next((a for a in said.arguments if a.role == "object"), None)
        others = [a for a in said.arguments if a is not target]
        qualifiers = [q for a in others if (q := self.qualifier(a)) is not None]
        amount = target.phrase.amount if target is not None and not target.phrase.literal else None
        if amount := amount or said.subject.amount:
            qualifiers.append(Qualifier("amount", Participant(amount, amount, "Literal", None)))
        obj = self.participant(target.phrase) if target is not None else None
        if obj is not None and obj.entity is not None and obj.entity == subject.entity:
            if said.relation.lemma != "be" or target is None or not target.phrase.label:
                return
            obj = Participant(
                target.phrase.text, target.phrase.label, "Literal", None, target.phrase.start, target.phrase.end
            )
        if obj is None and target is not None and not target.phrase.label:
            if not target.marker:
                yield from self.without(said, target, subject, qualifiers)
            return
        base = self.claim(said, subject, said.relation, obj, tuple(qualifiers))
        if obj is not None or target is None:
            yield base
        entry = self.relations.get(said.relation.lemma) if said.relation.known else None
        if obj is not None and entry is not None:
            yield from self.converse(said, base, entry)
        yield from self.edges(said, base, target)

    def without(
        self, said: Proposition, target: Argument, subject: Participant, qualifiers: list[Qualifier]
    ) -> Iterator[Claim]:
        """An object that is only a pronoun gives way to who gets it or hears it ("returns it to the Germans").

        What changes its place or state is needed ("pushed them out of Berlin"); one does not count beside oneself.
        """
        oneself = target.phrase.text.lower().endswith(("self", "selves"))
        markers = {self.participant(a.phrase): a.marker for a in said.arguments if a is not target}
        for qualifier in qualifiers:
            preposition, other = "to" if qualifier.role == "recipient" else qualifier.role, qualifier.participant
            if other.entity in (None, subject.entity) or markers.get(other) not in ("", preposition):
                continue
            known = said.relation.known
            partner = preposition in HANDED_ON and _is_party(other) and (known or preposition == "to")
            if partner or (preposition in EDGE_ROLES and oneself) or (preposition == "about" and known):
                lemma = f"{said.relation.lemma} {preposition}"
                relation = Relation(said.relation.text, lemma, third_person(lemma), False)
                yield self.claim(said, subject, relation, other, tuple(q for q in qualifiers if q is not qualifier))
                return

    def participant(self, phrase: Phrase) -> Participant | None:
        """The phrase as an entity or a literal; None when it refers to something unknown."""
        if phrase.literal and phrase.label:
            return Participant(phrase.text, phrase.label, "Literal", None, phrase.start, phrase.end)
        entity = None if phrase.literal else self.resolution.entity(self.document.id, phrase)
        if entity is None:
            return None
        return Participant(phrase.text, entity.label, entity.type, entity.key, phrase.start, phrase.end)

    def qualifier(self, argument: Argument) -> Qualifier | None:
        participant = self.participant(argument.phrase)
        return Qualifier(argument.role, participant) if participant is not None else None

    def converse(self, said: Proposition, base: Claim, entry: RelationEntry) -> Iterator[Claim]:
        """The same event from its other side, when the text names who is there."""
        if entry.converse is None or entry.converse.roles.get("subject") == "object" or said.polarity == "negative":
            return  # a mere swap of the two says nothing new
        roles: dict[str, Participant] = {"subject": base.subject}
        if base.object is not None:
            roles["object"] = base.object
        for qualifier in base.arguments:
            roles.setdefault(qualifier.role, qualifier.participant)
            if qualifier.role in ("to", "recipient"):  # two ways to say the same
                roles.setdefault("to", qualifier.participant)
                roles.setdefault("recipient", qualifier.participant)
        mapped = {theirs: roles[ours] for theirs, ours in entry.converse.roles.items() if ours in roles}
        subject, obj = mapped.pop("subject", None), mapped.pop("object", None)
        if (
            subject is None
            or subject.entity is None
            or subject.type not in NAMED_TYPES
            or (obj is None and base.object is not None and "object" in entry.converse.roles)
        ):
            return
        other = self.relations[entry.converse.relation]
        used = {*mapped.values(), subject, obj}
        kept = tuple(q for q in base.arguments if q.participant not in used)
        qualifiers = (*(Qualifier(role, p) for role, p in sorted(mapped.items())), *kept)
        relation = Relation(other.label, other.relation, other.label, True)
        yield self.claim(replace(said, implied=True), subject, relation, obj, qualifiers)

    def edges(self, said: Proposition, base: Claim, target: Argument | None) -> Iterator[Claim]:
        """Claims between the subject and further named participants, through the object's noun."""
        if target is None or base.subject.type not in NAMED_TYPES or target.phrase.literal:
            return
        if base.object is not None and base.object.type in NAMED_TYPES:
            return
        noun = target.phrase.label.split(" of ")[0].split()[-1:]
        for qualifier in base.arguments:
            participant = qualifier.participant
            fronted = (participant.start or 0) < (base.subject.start or 0) and qualifier.role not in PARTNER_ROLES
            if (
                qualifier.role in EDGE_ROLES
                and not fronted
                and participant.entity
                and participant.type in NAMED_TYPES
                and participant.entity != base.subject.entity
            ):
                preposition = "to" if qualifier.role == "recipient" else qualifier.role
                verb = said.relation.lemma.split()
                if verb[-1] == preposition:
                    continue  # "refers to a message to Kim" does not refer to Kim
                if verb[-1] in table("prepositions"):  # "express concern over" a visit, "express concern" to somebody
                    lemma = " ".join([*verb[:-1], preposition])
                else:
                    lemma = " ".join([*verb, *(word.lower() for word in noun), preposition])
                relation = Relation(said.relation.text, lemma, third_person(lemma), False)
                yield self.claim(said, base.subject, relation, participant, ())

    def speaker(self, said: Proposition) -> Participant | None:
        """The innermost source with a name, else its pronoun: a report never looks like the document's own word."""
        for source in said.sources:
            named = self.participant(source)
            if named is not None and named.entity is not None:
                return named
        if said.sources:
            source = said.sources[0]
            label = table("subject_pronouns").get(source.text.lower(), source.text)
            return Participant(source.text, label, "Literal", None, source.start, source.end)
        return None

    def claim(
        self,
        said: Proposition,
        subject: Participant,
        relation: Relation,
        obj: Participant | None,
        qualifiers: tuple[Qualifier, ...],
    ) -> Claim:
        speaker = self.speaker(said)
        anchor = f"{self.document.id}\0{said.anchor}\0{said.extractor}"
        content = (
            self.document.id,
            said.start,
            said.end,
            subject.entity or subject.label,
            relation.lemma,
            obj and (obj.entity or obj.label),
            said.polarity,
            said.modality,
            said.time and said.time.value,
            speaker and (speaker.entity or speaker.label),
            [(q.role, q.participant.entity or q.participant.label) for q in qualifiers],
        )
        return Claim(
            _hash(repr(content)),
            _hash(anchor),
            self.document.id,
            self.document.text[said.start : said.end],
            said.start,
            said.end,
            subject,
            relation,
            obj,
            qualifiers,
            said.polarity,
            said.modality,
            speaker,
            said.time,
            confidence(said),
            said.extractor,
            said.implied,
        )


def _is_party(participant: Participant) -> bool:
    """Is it somebody, by type or by the noun: "different airlines", "the Prime Minister"?"""
    said = participant.label.split(" of ")[0].lower()
    nouns = {said.split()[-1], noun_slug(said).split("-")[-1]}
    return participant.type in PARTIES or any(nouns & words(name) for name in PARTY_NOUNS)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
