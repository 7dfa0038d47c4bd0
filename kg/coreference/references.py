"""Which named thing a pronoun or a common noun refers to: "he", "its", "the Ambassador", "Lukoil, an oil company".

One pass over the words keeps the salience of each named thing: mentions add to it, subjects twice as much, and every new
sentence halves it. Where a noun without a name is as salient as the best name, nothing is linked: a pronoun that is
left alone does no harm.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.coreference.clusters import Cluster
from kg.coreference.types import ORGANISATION_NOUNS, PLACE_NOUNS, kind_of_noun, nouns
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.model import MentionKind

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "themselves"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
OBJECTS = frozenset(("dobj", "pobj", "dative", "attr", "conj"))
FADED = 0.12  # salience below which nothing is remembered
# Offices of which a document means but one bearer at a time.
OFFICES = frozenset("president speaker chancellor pope king queen emperor empress tsar sultan secretary-general chairman chairwoman chair ambassador governor mayor premier minister".split())
BEFORE_OFFICE = frozenset(("the", "mr.", "mr", "madam", "our", "this"))
DEFINITE = frozenset(("the", "this", "that"))


@dataclass(slots=True)
class Reference:
    """A pronoun or nominal at tokens first..last-1 that refers to a cluster."""

    cluster: int
    first: int
    last: int
    head: int
    kind: MentionKind
    rule: str


class _Salience:
    """How present each thing is at a point of the text; negative numbers are nouns without name."""

    def __init__(self) -> None:
        self.weight: dict[int, float] = {}
        self.sentence = -1

    def enter(self, sentence: int) -> None:
        if sentence != self.sentence:
            passed = min(sentence - self.sentence, 6) if self.sentence >= 0 else 0
            self.sentence = sentence
            if passed:
                factor = 0.5**passed
                self.weight = {key: value * factor for key, value in self.weight.items() if value * factor > FADED}

    def add(self, key: int, weight: float) -> None:
        self.weight[key] = self.weight.get(key, 0.0) + weight


def find_references(words: Words, clusters: list[Cluster]) -> list[Reference]:
    """The references of a document, in text order."""
    return _Reader(words, clusters).read()


class _Reader:
    """One pass over a document."""

    def __init__(self, words: Words, clusters: list[Cluster]) -> None:
        self.words = words
        self.clusters = clusters
        self.people = _Salience()
        self.things = _Salience()
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
        self.roles = _roles(words, clusters)
        self.nominal_of: dict[int, Reference] = {}
        self.offices: dict[str, int] = {}

    def read(self) -> list[Reference]:
        """All references."""
        words = self.words
        self._appositions_and_predicates()
        for index in range(len(words)):
            pos = words.pos[index]
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
            elif pos == "PROPN" and words.lower[index] in OFFICES:
                self._office_name(index)
        return sorted(self.found, key=lambda reference: (reference.first, reference.last))

    def _enter(self, index: int) -> None:
        sentence = self.words.sentence[index]
        self.people.enter(sentence)
        self.things.enter(sentence)

    def _mentioned(self, number: int, head: int, weight: float) -> None:
        self._enter(head)
        if self.words.dep[head] in SUBJECTS:
            weight *= 2
        elif self.words.dep[head] in ("poss", "compound", "nmod"):
            weight *= 0.7
        kind = self.clusters[number].type
        if kind == "Person":
            self.people.add(number, weight)
        elif kind != "Thing" or self.words.dep[head] in SUBJECTS:
            self.things.add(number, weight)

    def _person(self, index: int, sex: str) -> None:
        self._enter(index)
        words = self.words
        barred = self._subject_of(index) if words.lower[index] in ("him", "her") and words.dep[index] in OBJECTS else None
        best, best_weight = None, FADED
        for key, weight in self.people.weight.items():
            own = self._sex(key)
            if own not in ("", sex) or key == barred:
                continue
            weight *= 1.0 if own else 0.75
            if weight > best_weight + 1e-9:
                best, best_weight = key, weight
        if best is None:
            return
        if best >= 0:
            if not self.clusters[best].sex:
                self.clusters[best].sex = sex
            self.found.append(Reference(best, index, index + 1, index, "pronoun", "he or she"))
        self.people.add(best, 2.0 if words.dep[index] in SUBJECTS else 0.7)

    def _sex(self, key: int) -> str:
        if key >= 0:
            return self.clusters[key].sex
        lemma = self.words.lemma[-key - 1].lower()
        return "m" if lemma in nouns().male else "f" if lemma in nouns().female else ""

    def _subject_of(self, index: int) -> int | None:
        """The named subject of the verb that governs a pronoun."""
        verb = self.words.head[index]
        for _ in range(3):
            if self.words.pos[verb] in ("VERB", "AUX"):
                break
            verb = self.words.head[verb]
        for child in self.words.children[verb]:
            if self.words.dep[child] in SUBJECTS:
                return self.at_head.get(child)
        return None

    def _thing(self, index: int) -> None:
        self._enter(index)
        words = self.words
        if words.dep[index] == "expl" or (words.lower[index] == "it" and words.dep[index] in SUBJECTS and self._empty(index)):
            return
        ranked = sorted(self.things.weight.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or ranked[0][1] < 0.5:
            return
        best, weight = ranked[0]
        if best < 0:
            self.things.add(best, 1.0)
            return
        if len(ranked) > 1 and ranked[1][1] > 0.8 * weight:
            return
        if self.clusters[best].type not in ("Organization", "Country", "Place", "Event", "Product", "Work"):
            return
        self.found.append(Reference(best, index, index + 1, index, "pronoun", "it"))
        self.things.add(best, 1.5 if words.dep[index] in SUBJECTS else 0.5)

    def _empty(self, index: int) -> bool:
        """It is likely that …, it seems, it rained."""
        verb = self.words.head[index]
        if self.words.lemma[verb] in ("seem", "appear", "rain", "snow", "happen", "take", "turn"):
            return True
        kinds = {self.words.dep[child] for child in self.words.children[verb]}
        return self.words.lemma[verb] == "be" and bool(kinds & {"acomp", "attr"}) and bool(kinds & {"ccomp", "advcl", "xcomp", "csubj"})

    def _noun(self, index: int) -> None:
        words = self.words
        lemma = words.lemma[index].lower()
        if index in self.nominal_of:
            self._mentioned(self.nominal_of[index].cluster, index, 0.6)
            return
        if words.tag[index] == "NNS":
            return
        kind = kind_of_noun(lemma)
        opener = self._opener(index)
        if opener in DEFINITE and words.dep[index] not in ("compound", "nmod"):
            number = self._definite(index, lemma, kind)
            if number is not None:
                first = self._first(index)
                reference = Reference(number, first, index + 1, index, "nominal", "title" if kind == "Person" else "description")
                self.found.append(reference)
                self._mentioned(number, index, 1.0)
                return
        self._enter(index)
        if words.dep[index] in SUBJECTS or words.dep[index] in OBJECTS:
            weight = 2.0 if words.dep[index] in SUBJECTS else 1.0
            if kind == "Person":
                self.people.add(-index - 1, weight * 0.6)
            else:
                self.things.add(-index - 1, weight)

    def _office_name(self, index: int) -> None:
        """"The Ambassador", "Mr. President": its bearer where the text names one, else whoever bears it in this document."""
        words = self.words
        if not words.text[index][:1].isupper() or words.dep[index] == "compound" and words.head[index] in self.covered:
            return
        before = words.lower[index - 1] if index else ""
        if before not in BEFORE_OFFICE or words.text[index].isupper():
            return
        of = index + 1 < len(words) and words.lower[index + 1] == "of"
        number = self._office(index, words.lower[index], set(), False, of)
        rule = "title"
        if number is None:
            bearers = [n for n, roles in self.roles.items() if any(role.noun == words.lower[index] for role in roles)]
            if of or len(bearers) > 1:
                return
            rule = "office"
            number = self._office_cluster(index)
        first = index - 1 if before in ("the", "mr.", "madam", "mr") else index
        self.found.append(Reference(number, first, index + 1, index, "nominal" if rule == "title" else "name", rule))
        self._mentioned(number, index, 1.0)

    def _office_cluster(self, index: int) -> int:
        """The nameless bearer of an office, a thing of this document alone."""
        office = self.words.text[index]
        if office not in self.offices:
            self.offices[office] = len(self.clusters)
            one = Cluster(type="Person")
            one.forms[(office,)] += 1
            one.written[(office,)] = office
            one.votes["Person"] += 1
            self.clusters.append(one)
        return self.offices[office]

    def _opener(self, index: int) -> str:
        for child in self.words.children[index]:
            if child < index and self.words.dep[child] in ("det", "poss"):
                return self.words.lower[child]
        return ""

    def _first(self, index: int) -> int:
        """Where the noun phrase of a noun begins."""
        first = index
        for child in self.words.children[index]:
            if child < first and self.words.dep[child] in ("det", "amod", "compound", "nmod", "poss", "nummod", "advmod"):
                first = child
        return first

    def _definite(self, index: int, lemma: str, kind: str) -> int | None:
        """The named thing that "the minister" or "the Venezuelan leader" can only be."""
        words = self.words
        modifiers = [child for child in words.children[index] if child < index and words.dep[child] in ("amod", "compound", "nmod")]
        trailing = any(words.dep[child] in ("prep", "relcl", "appos", "acl") for child in words.children[index] if child > index)
        nations = {known.code for child in modifiers if (known := gazetteer.country_of(words.text[child]))}
        if kind == "Person":
            return self._office(index, lemma, nations, bool(modifiers), trailing)
        if trailing:
            return None
        if kind == "Organization" and nations:
            return self._described(nations, {words.lower[child] for child in modifiers if not gazetteer.country_of(words.text[child])})
        if kind == "Organization" and lemma in ORGANISATION_NOUNS and not modifiers:
            return self._recent(("Organization",), lemma)
        if kind == "Place" and lemma in PLACE_NOUNS and not modifiers:
            return self._recent(("Country",) if lemma in ("country", "nation", "republic") else ("Place",), lemma)
        return None

    def _office(self, index: int, lemma: str, nations: set[str], modified: bool, trailing: bool) -> int | None:
        """Who bears that office, if exactly one does."""
        capital = self.words.text[index][:1].isupper()
        candidates = []
        for number, roles in self.roles.items():
            if nations:
                if any(nations & role.nations and (role.noun == lemma or lemma in LEADERS) for role in roles):
                    candidates.append(number)
            elif any(role.noun == lemma and not (capital and role.nations) for role in roles):
                candidates.append(number)
        if (trailing and not nations) or (modified and not nations) or len(candidates) != 1:
            return None
        return candidates[0]

    def _described(self, nations: set[str], others: set[str]) -> int | None:
        """The one organisation of that country that is called by one of these words elsewhere: "the Russian gas giant"."""
        found = []
        for number, roles in self.roles.items():
            home = {code for role in roles for code in role.nations}
            if self.clusters[number].type == "Organization" and home & nations and any(role.words & others for role in roles):
                found.append(number)
        return found[0] if len(found) == 1 else None

    def _recent(self, kinds: tuple[str, ...], lemma: str) -> int | None:
        ranked = sorted(((weight, key) for key, weight in self.things.weight.items() if key >= 0 and self.clusters[key].type in kinds), reverse=True)
        described = [key for _, key in ranked if lemma in {role.noun for role in self.roles.get(key, ())}]
        if described:
            return described[0]
        if len(ranked) == 1 and ranked[0][0] >= 0.9:
            return ranked[0][1]
        return None

    def _appositions_and_predicates(self) -> None:
        words = self.words
        for head, number in sorted(self.at_head.items()):
            kind = self.clusters[number].type
            if words.dep[head] == "appos" and words.pos[words.head[head]] == "NOUN":
                governor = words.head[head]
                if self._suits(governor, kind) and governor not in self.covered:
                    self._nominal(number, governor, "apposed name")
            for child in words.children[head]:
                if words.dep[child] == "appos" and words.pos[child] == "NOUN" and self._suits(child, kind):
                    self._nominal(number, child, "apposition")
            if words.dep[head] in SUBJECTS:
                verb = words.head[head]
                negative = any(words.dep[child] == "neg" for child in words.children[verb])
                if words.lemma[verb] in ("be", "become", "remain") and not negative:
                    for child in words.children[verb]:
                        if words.dep[child] == "attr" and words.pos[child] == "NOUN" and self._suits(child, kind):
                            self._nominal(number, child, "predicate")

    def _nominal(self, number: int, index: int, rule: str) -> None:
        if index not in self.nominal_of and index not in self.covered:
            reference = Reference(number, self._first(index), index + 1, index, "nominal", rule)
            self.nominal_of[index] = reference
            self.found.append(reference)

    def _suits(self, index: int, kind: str) -> bool:
        """Does a noun fit the type of a named thing?"""
        if self.words.tag[index] == "NNS":
            return False
        said = kind_of_noun(self.words.lemma[index].lower())
        if said == "Place":
            return kind in ("Place", "Country")
        if said == "Person" and self.words.lemma[index].lower() in ORGANISATION_NOUNS:
            return kind in ("Person", "Organization")
        return said == kind and said != ""


LEADERS = frozenset(("leader", "strongman", "ruler", "premier", "president", "statesman", "chief", "counterpart", "dictator", "head"))


@dataclass(frozen=True, slots=True)
class _Role:
    """An office or description of a named thing: its noun, the countries named with it, and the other words."""

    noun: str
    nations: frozenset[str]
    words: frozenset[str] = frozenset()


def _roles(words: Words, clusters: list[Cluster]) -> dict[int, set[_Role]]:
    """What titles, appositions and predicates call each named thing."""
    roles: dict[int, set[_Role]] = defaultdict(set)
    for number, one in enumerate(clusters):
        for title in one.titles:
            parts = title.split()
            nations = frozenset(known.code for part in parts if (known := gazetteer.country_of(part)))
            roles[number].add(_Role(parts[-1].lower(), nations))
        for name in one.names:
            head = words.span_head(name.first, name.last)
            for child in words.children[head]:
                if words.dep[child] == "appos" and words.pos[child] == "NOUN":
                    roles[number].add(_role(words, child))
            if words.dep[head] == "appos" and words.pos[words.head[head]] == "NOUN":
                roles[number].add(_role(words, words.head[head]))
            if words.dep[head] in SUBJECTS and words.lemma[words.head[head]] == "be":
                for child in words.children[words.head[head]]:
                    if words.dep[child] == "attr" and words.pos[child] == "NOUN":
                        roles[number].add(_role(words, child))
            owners = frozenset(known.code for child in words.children[head] if words.dep[child] == "poss" and (known := gazetteer.find(words.text[child])))
            if owners:
                roles[number].add(_Role("", owners))
            before = name.first - 1
            if before >= 0 and words.pos[before] == "NOUN" and words.lower[before] in nouns().people:
                roles[number].add(_role(words, before))
    return roles


def _role(words: Words, index: int) -> _Role:
    nations = set()
    for child in words.children[index]:
        known = gazetteer.country_of(words.text[child]) or (gazetteer.find(words.text[child]) if words.dep[child] in ("poss", "compound") else None)
        if known:
            nations.add(known.code)
    others = frozenset(words.lower[child] for child in words.children[index] if words.dep[child] in ("compound", "amod"))
    return _Role(words.lemma[index].lower(), frozenset(nations), others)
