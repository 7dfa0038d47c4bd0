"""Which named thing a pronoun or a common noun refers to: "he", "its", "the Ambassador", "Lukoil, an oil company".

One pass over the words keeps the salience of each named thing. Where a noun without a name is as present as the best
name, nothing is linked: a pronoun that is left alone does no harm. First and second person are never linked here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.coreference.clusters import Cluster
from kg.coreference.expletives import Node, is_expletive
from kg.coreference.lists import kind_of_noun, lists
from kg.coreference.names import starts_sentence
from kg.coreference.nominals import bearer, first_word, meant, opener, suits
from kg.coreference.roles import SUBJECTS, roles_of
from kg.coreference.salience import FADED, Salience
from kg.coreference.speakers import spoken
from kg.coreference.syntax import (
    addressee_of,
    object_before,
    obliged,
    parallel_subject,
    report_of,
    reports,
    subject_of,
    subjects_around,
    teller_of,
    verb_of,
)
from kg.coreference.words import Words
from kg.lexicon.wordlists import table
from kg.lexicon.wordlists import words as wordlist
from kg.model import MentionKind, Sex

HE: dict[str, Sex] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
IT = frozenset(("it", "its", "itself"))
OBJECTS = frozenset(("dobj", "pobj", "dative", "attr", "conj"))
MODIFIERS = frozenset(("poss", "compound", "nmod"))
DEFINITE = frozenset(("the", "this", "that"))
BESIDES = frozenset(("with", "around", "about", "behind", "before", "near"))  # "took her mother with her"
ACTORS = frozenset(("Organization", "Place"))  # of common nouns, those that own and decide
UNKNOWN: dict[Sex, float] = {"m": 0.75, "f": 0.5}  # how present one is whose sex no title or first name tells
BEFORE_OFFICE = frozenset(("the", "mr.", "mr", "madam", "our", "this"))
ADDRESS = frozenset(("the", "mr.", "mr", "madam"))
# More weight: of who reports it, of its clause's subject, of the last speaker, of the object before it, of the subject
# that goes with it, of what "and" joins it to.
TOLD, OWN, GOES_ON, BESIDE, PARALLEL, JOINED = 1.5, 1.5, 0.5, 1.0, 1.0, 4.0
RIVAL = 0.8  # of the best thing's weight: a second one with more makes "it" unsure


@dataclass(slots=True)
class Reference:
    """A pronoun or nominal at tokens first..last-1, or a nameless office, that refers to a cluster."""

    cluster: int
    first: int
    last: int
    head: int
    kind: MentionKind
    rule: str


def find_references(words: Words, clusters: list[Cluster]) -> list[Reference]:
    """The references of a document, in text order; a nameless bearer of an office is appended to the clusters."""
    return _Reader(words, clusters).read()


class _Reader:
    """One pass over a document."""

    def __init__(self, words: Words, clusters: list[Cluster]) -> None:
        self.words = words
        self.clusters = clusters
        self.people = Salience(most=2.5)
        self.things = Salience()
        self.found: list[Reference] = []
        self.at_head: dict[int, int] = {}
        self.covered: set[int] = set()
        self.starts: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, one in enumerate(clusters):
            for name in one.names:
                head = words.span_head(name.first, name.last)
                self.at_head.setdefault(head, number)
                self.covered.update(range(name.first, name.last))
                if not name.nested:
                    self.starts[name.first].append((number, head))
        self.roles = roles_of(words, clusters)
        self.said_of: dict[int, int] = {}
        self.offices: dict[str, int] = {}
        self.bearers: dict[str, int | None] = {}  # of offices, as they were when first spoken of
        self.keys: dict[int, int] = {}  # of subjects that are persons: token → key of their salience
        self.thing_keys: dict[int, int] = {}  # of things: token → key of their salience
        self.topics: dict[int, int] = {}  # of sentences: what their subject is
        self.speaker: int | None = None  # the key of the last person that was the subject of a sentence

    def read(self) -> list[Reference]:
        words = self.words
        self._appositions_and_predicates()
        for index, pos in enumerate(words.pos):
            if index in self.starts:
                for number, head in self.starts[index]:
                    self._mentioned(number, head, 1.0)
            elif pos == "PRON":
                lower = words.lower[index]
                if lower in HE:
                    self._person(index, HE[lower])
                elif lower in IT:
                    self._thing(index)
            elif index in self.covered:
                continue
            elif pos == "NOUN":
                self._noun(index)
            elif pos == "PROPN" and words.lower[index] in wordlist("single_offices") and not self._bare(index):
                self._office(index)
            elif pos == "PROPN" and self._bare(index):
                self._bare_office(index)
            elif words.tag[index] == "VBD" and words.dep[index] == "ROOT":
                self._reported(index)
            elif pos == "PROPN" and words.dep[index] == "nsubj" and self._speaks(index):
                self._enter(index)
                self._people(-index - 1, index, 1.2)
        self._speakers()
        return sorted(self.found, key=lambda reference: (reference.first, reference.last))

    def _speakers(self) -> None:
        """The first person inside quotations."""
        at = {reference.head: reference.cluster for reference in self.found} | self.at_head
        for index, subject in spoken(self.words):
            number = at.get(subject)
            if number is not None and self.clusters[number].type == "Person":
                self._refer(number, index, index, "pronoun", "speaker")

    def _enter(self, index: int) -> None:
        self.people.enter(self.words.sentence[index])
        self.things.enter(self.words.sentence[index])

    def _mentioned(self, number: int, head: int, weight: float) -> None:
        self._enter(head)
        relation = self.words.dep[head]
        weight *= 2 if relation in SUBJECTS else 0.7 if relation in MODIFIERS else 1
        kind = self.clusters[number].type
        if kind == "Person":
            self._people(number, head, weight)
        elif kind != "Thing" or relation in SUBJECTS:
            self.things.add(number, weight)
            self._topic(number, head)

    def _refer(self, number: int, first: int, index: int, kind: MentionKind, rule: str) -> None:
        self.found.append(Reference(number, first, index + 1, index, kind, rule))

    def _person(self, index: int, sex: Sex) -> None:
        """He or she: the most present person who may be of that sex."""
        self._enter(index)
        words = self.words
        barred, more = self._syntax(index)
        best, best_weight = None, FADED
        for key, weight in self.people.weight.items():
            own = self._sex(key)
            if own in (None, sex) and key != barred:
                weight = weight * (1.0 if own else UNKNOWN[sex]) + more.get(key, 0.0)
                if weight > best_weight + 1e-9:
                    best, best_weight = key, weight
        if best is None:
            return
        if best >= 0:
            self.clusters[best].sex = self.clusters[best].sex or sex
            self._refer(best, index, index, "pronoun", "he or she")
        self._people(best, index, 2.0 if words.dep[index] in SUBJECTS else 0.7)

    def _reported(self, verb: int) -> None:
        """A report without subject goes on with the last speaker, as in telegrams: "Added that he would try"."""
        words = self.words
        if self.speaker is None or not reports(words, verb) or not starts_sentence(words, verb):
            return
        if not any(words.dep[child] in SUBJECTS for child in words.children[verb]):
            self._enter(verb)
            self._people(self.speaker, verb, 2.0)

    def _reports(self, verb: int) -> bool:
        """Is a verb, or one coordinated with it, a report: "thanked him and said"?"""
        words = self.words
        return any(
            reports(words, one) for one in (verb, *words.children[verb]) if one == verb or words.dep[one] == "conj"
        )

    def _speaks(self, index: int) -> bool:
        """Is a word the subject of a report, of which the rest of the sentence is no part?"""
        verb = self.words.head[index]
        return reports(self.words, verb) and self.words.dep[verb] in ("ROOT", "conj", "ccomp")

    def _syntax(self, index: int) -> tuple[int | None, dict[int, float]]:
        """Who a pronoun cannot be, and the weight that its place gives to persons."""
        words, more = self.words, dict[int, float]()
        relation, lower, verb = words.dep[index], words.lower[index], verb_of(words, index)

        def add(token: int, weight: float) -> None:
            if (key := self.keys.get(token)) is not None:
                more[key] = more.get(key, 0.0) + weight

        if lower in ("him", "her") and relation != "poss":
            told = relation in SUBJECTS and words.head[index] == verb  # "allowed him to live"
            verb = verb_of(words, verb) if told else verb
            add(object_before(words, verb), BESIDE)
            if relation == "pobj" and words.lower[words.head[index]] in BESIDES:
                return None, more
            return self.keys.get(subject_of(words, verb, ("conj", "xcomp"))), more
        subject = subject_of(words, verb)
        if relation == "conj":
            return self.keys.get(words.head[index]), more  # "the Chancellor and he"
        owned = words.head[index]
        if relation == "poss" and words.dep[owned] == "conj" and words.head[owned] in self.keys:
            add(words.head[owned], JOINED)  # "Lund and his wife"
            return None, more
        if relation not in SUBJECTS and subject in self.keys:
            add(subject, OWN)
        elif (report := report_of(words, verb, self.keys)) >= 0:
            teller, addressee = teller_of(words, report), addressee_of(words, report)
            wish = table("modality_verbs").get(words.lemma[report]) == "desired"
            if addressee in self.keys and (wish or obliged(words, verb)):
                add(addressee, TOLD)  # "Lund asked Novak whether he would come"
            else:
                hoped = wish and words.lemma[report] in wordlist("thinking_verbs")
                add(teller if teller >= 0 else report, -TOLD if hoped else TOLD)  # "Lund hoped he would come"
        elif relation in SUBJECTS and self.speaker is not None and words.dep[verb] == "ROOT":
            more[self.speaker] = GOES_ON
        if relation in SUBJECTS and words.head[index] == verb:
            add(parallel_subject(words, verb, index), PARALLEL)
        return None, more

    def _people(self, key: int, index: int, weight: float) -> None:
        """Mention a person at a token."""
        self.people.add(key, weight)
        self.keys[index] = key
        verb = self.words.head[index]
        if self.words.dep[index] == "nsubj" and self.words.dep[verb] == "ROOT":
            self.speaker = key if self._reports(verb) else None

    def _sex(self, key: int) -> Sex | None:
        if key >= 0:
            return self.clusters[key].sex
        lemma = self.words.lemma[-key - 1].lower()
        return "m" if lemma in lists().male else "f" if lemma in lists().female else None

    def _thing(self, index: int) -> None:
        """It: the most present thing, when it has a name and no rival; an object may be anything."""
        self._enter(index)
        relation, own = self.words.dep[index], self._owns(index)
        if not own and (relation not in SUBJECTS or self._empty(index)):
            return
        more = self._thing_syntax(index)
        weights = {key: weight + more.get(key, 0.0) for key, weight in self.things.weight.items()}
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 0.5:
            return
        best, weight = ranked[0]
        if best < 0:
            self.things.add(best, 1.0)
            self.thing_keys[index] = best
        elif not (len(ranked) > 1 and ranked[1][1] > RIVAL * weight) and (own or self._sure(best, index)):
            if self.clusters[best].type not in ("Thing", "Group"):
                self._refer(best, index, index, "pronoun", "it")
            self.things.add(best, 1.5 if relation in SUBJECTS else 0.5)
            self._topic(best, index)

    def _owns(self, index: int) -> bool:
        """Is it "its", or "itself"?"""
        return self.words.dep[index] == "poss" or self.words.lower[index] == "itself"

    def _sure(self, key: int, index: int) -> bool:
        """Does the place of "it" point at a thing: the subject of a clause around its own, or of the sentence before?

        "Nokia knew that the ships were what it had bought."
        """
        words = self.words
        verb = verb_of(words, index)
        around = (self.thing_keys.get(token, self.at_head.get(token)) for token in subjects_around(words, verb))
        return key in around or (words.dep[verb] == "ROOT" and self.topics.get(words.sentence[index] - 1) == key)

    def _topic(self, key: int, index: int) -> None:
        """Mention a thing at a token, which may be what the sentence is about."""
        self.thing_keys[index] = key
        words, verb = self.words, self.words.head[index]
        if words.dep[index] in SUBJECTS and words.dep[verb] == "ROOT":
            made = any(words.dep[child] == "dobj" for child in words.children[verb])
            if not (made and key >= 0 and self.clusters[key].type == "Organization"):
                self.topics[words.sentence[index]] = key  # "Nokia made a phone. It …" may be of the phone

    def _thing_syntax(self, index: int) -> dict[int, float]:
        """The weight that the place of "it" gives to a thing."""
        words, keys = self.words, self.thing_keys
        relation, verb, owned = words.dep[index], verb_of(words, index), words.head[index]
        near, weight = -1, 0.0
        if relation == "poss" and words.dep[owned] == "conj" and words.head[owned] in keys:
            near, weight = words.head[owned], JOINED  # "Nokia and its rivals"
        elif self._owns(index):
            near, weight = subject_of(words, verb), OWN
        elif relation in SUBJECTS:
            near, weight = parallel_subject(words, verb, index), PARALLEL
        if near not in keys and (report := report_of(words, verb, keys)) >= 0:
            near, weight = subject_of(words, report), TOLD
        key = keys.get(near)
        acts = key is not None and (key >= 0 or kind_of_noun(words.lemma[near].lower()) in ACTORS)
        return {key: weight} if key is not None and acts else {}

    def _empty(self, index: int) -> bool:
        """Does "it" mean nothing: it is likely that …, it seems, it rained?"""
        below = self.words.children[self.words.head[index]]
        inside = (child for noun in below if self.words.dep[noun] == "attr" for child in self.words.children[noun])
        return is_expletive(self._node(self.words.head[index]), [*map(self._node, below)], [*map(self._node, inside)])

    def _node(self, index: int) -> Node:
        return Node(self.words.dep[index], self.words.tag[index], self.words.lemma[index])

    def _noun(self, index: int) -> None:
        words = self.words
        if index in self.said_of:
            self._mentioned(self.said_of[index], index, 0.6)
            return
        if words.tag[index] == "NNS":
            return
        kind = kind_of_noun(words.lemma[index].lower())
        if words.dep[index] not in ("compound", "nmod") and opener(words, index) in DEFINITE:
            self._enter(index)
            number = meant(words, index, self.clusters, self.roles, self.things)
            if number is not None:
                rule = "title" if kind == "Person" else "description"
                self._refer(number, first_word(words, index), index, "nominal", rule)
                self._mentioned(number, index, 1.0)
                return
        self._enter(index)
        relation = words.dep[index]
        if relation in SUBJECTS or relation in OBJECTS:
            weight = 2.0 if relation in SUBJECTS else 1.0
            if kind == "Person":
                self._people(-index - 1, index, weight * 0.6)
            else:
                self.things.add(-index - 1, weight)
                self._topic(-index - 1, index)

    def _office(self, index: int) -> None:
        """ "The Ambassador", "Mr. President": its bearer where the text names one, else whoever bears it here."""
        words = self.words
        begin = self._rank(index)
        text, office = " ".join(words.text[begin : index + 1]), " ".join(words.lower[begin : index + 1])
        before = words.lower[begin - 1] if begin else ""
        modifies = words.dep[index] == "compound" and words.head[index] in self.covered
        if modifies or before not in BEFORE_OFFICE or not text[:1].isupper() or text.isupper():
            return
        of = words.lower[index + 1 : index + 2] == ["of"]
        first = begin - 1 if before in ADDRESS else begin
        number = None if of else self._bearer(office, index)
        if number is not None:
            self._refer(number, first, index, "nominal", "title")
        elif not of and sum(any(role.noun == office for role in borne) for borne in self.roles.values()) < 2:
            number = self._nameless_bearer(text)
            self._refer(number, first, index, "name", "office")
        if number is not None:
            self._mentioned(number, index, 1.0)

    def _bearer(self, office: str, index: int) -> int | None:
        """The only bearer of an office; one named later is another, whom the text knows without a name till then."""
        if office not in self.bearers:
            number = bearer(office, set(), capital=True, roles=self.roles)
            self.bearers[office] = (
                number if number is not None and self.clusters[number].names[0].first < index else None
            )
        return self.bearers[office]

    def _rank(self, index: int) -> int:
        """Where an office begins: with "Vice" before "President"."""
        lesser = index > 0 and self.words.lower[index - 1] in wordlist("lesser_ranks")
        return index - 1 if lesser and index - 1 not in self.covered else index

    def _bare(self, index: int) -> bool:
        """Does an office stand without article, as telegrams have it: "Chancellor said"?"""
        words = self.words
        alone = not any(words.dep[child] in (*MODIFIERS, "det", "amod", "appos") for child in words.children[index])
        role = words.dep[index] in SUBJECTS or words.dep[index] in OBJECTS
        return alone and role and words.lower[index] in lists().titles and words.text[index].istitle()

    def _bare_office(self, index: int) -> None:
        """Its only bearer, else somebody without name."""
        words, begin = self.words, self._rank(index)
        of = words.lower[index + 1 : index + 2] == ["of"]
        office = " ".join(words.lower[begin : index + 1])
        number = None if of else bearer(office, set(), capital=True, roles=self.roles)
        self._enter(index)
        if number is not None:
            self.bearers.setdefault(office, number)
            self._refer(number, begin, index, "nominal", "title")
            self._mentioned(number, index, 1.0)
        elif words.dep[index] in SUBJECTS:
            self._people(-index - 1, index, 1.2)

    def _nameless_bearer(self, office: str) -> int:
        if office not in self.offices:
            self.offices[office] = len(self.clusters)
            one = Cluster(type="Person")
            one.forms[office,] += 1
            one.written[office,] = office
            one.votes["Person"] += 1
            self.clusters.append(one)
        return self.offices[office]

    def _appositions_and_predicates(self) -> None:
        words = self.words
        for head, number in sorted(self.at_head.items()):
            governor, relation = words.head[head], words.dep[head]
            if relation == "appos":
                self._said(number, governor, "apposed name")
            for child in words.children[head]:
                if words.dep[child] == "appos":
                    self._said(number, child, "apposition")
            negative = any(words.dep[child] == "neg" for child in words.children[governor])
            if relation in SUBJECTS and words.lemma[governor] in ("be", "become", "remain") and not negative:
                for child in words.children[governor]:
                    if words.dep[child] == "attr":
                        self._said(number, child, "predicate")

    def _said(self, number: int, index: int, rule: str) -> None:
        free = index not in self.said_of and index not in self.covered
        if free and self.words.pos[index] == "NOUN" and suits(self.words, index, self.clusters[number].type):
            self.said_of[index] = number
            self._refer(number, first_word(self.words, index), index, "nominal", rule)
