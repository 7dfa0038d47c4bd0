"""The names of a document gathered by what they name, with a type and a sex for each gathering.

A type is decided for the whole, from every form and context, and only then may forms that differ be joined (see
`variants`): a mismatch of types alone never keeps a surname from its full name.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.coreference.evidence import vote_of_recogniser, votes_of_form, votes_of_mention
from kg.coreference.lists import lists
from kg.coreference.names import Name
from kg.coreference.types import Votes, decide
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.model import EntityType, Sex

Form = tuple[str, ...]
DAMPED = 0.6  # the recogniser repeats its mistakes: ten times the same word is not ten votes
HERO = 0.6  # the vote of a "he" or "she" that follows a name
OWN = frozenset(("name", "same name", "name again", "name inside a name", "proper noun"))
ACTIVE = frozenset(("nsubj", "nsubjpass", "poss", "compound", "appos"))  # where organisations stand
PRONOUNS = frozenset(("he", "she", "his", "her"))


@dataclass(slots=True)
class Cluster:
    """Names that name one thing, with what they say of it.

    `known` is the gazetteer's country, region or organisation of this name; `home` its place, cities included.
    """

    names: list[Name] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    votes: Votes = field(default_factory=Votes)
    recognised: Votes = field(default_factory=Votes)
    forms: Counter[Form] = field(default_factory=Counter)
    written: dict[Form, str] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    subject: bool = False
    plural: bool = True
    known: gazetteer.Known | None = None
    home: gazetteer.Known | None = None
    type: EntityType = "Thing"
    sex: Sex | None = None

    @property
    def form(self) -> Form:
        """The form that stands for it: the fullest."""
        if len(self.forms) == 1:
            return next(iter(self.forms))
        return min(self.forms, key=lambda form: (_loud(form), -weight(form), -self.forms[form], form))

    @property
    def label(self) -> str:
        """The canonical name: the gazetteer's where it is one of its things, else the fullest form."""
        if self.known and self.type in ("Country", "Place", "Organization"):
            return self.known.label
        return self.written[self.form]

    def add(self, name: Name, form: Form, text: str, rule: str) -> None:
        """Take a name in."""
        self.names.append(name)
        self.rules.append(rule)
        self.forms[form] += 1
        self.written.setdefault(form, text)

    def absorb(self, other: Cluster, rule: str) -> None:
        """Take another cluster's names in, for the reason given."""
        self.names.extend(other.names)
        self.rules.extend(rule if own in OWN else own for own in other.rules)
        self.votes.add(other.votes)
        self.forms.update(other.forms)
        self.written.update(other.written)
        self.titles.update(other.titles)
        self.known = self.known or other.known
        self.plural &= other.plural

    def settle(self) -> None:
        """Put the names in text order and decide type and sex."""
        pairs = sorted(zip(self.names, self.rules, strict=True), key=lambda pair: (pair[0].first, -pair[0].last))
        self.names, self.rules = [name for name, _ in pairs], [rule for _, rule in pairs]
        self.type = decide(self.votes, self.known)
        if self.type == "Person" and self.plural and not self.titles:
            self.type = "Group"  # the Communists
        self.sex = _sex(self) if self.type == "Person" else None


def _loud(form: Form) -> bool:
    return all(word.isupper() and len(word) > 1 for word in form)


def weight(form: Form) -> int:
    """How full a name is: by words of more than a letter, then by letters."""
    return sum(len(word) > 1 for word in form) * 100 + sum(map(len, form))


def _folded(word: str) -> str:
    """Without accents."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


@functools.lru_cache(maxsize=50_000)
def comparable(form: Form) -> Form:
    """A name's words as they are compared: no article, no full stops, no case."""
    kept = [re.sub(r"[.’']", "", _folded(word)).casefold() for word in form]
    kept = [word for word in kept if word and word not in (",", "-")]
    return tuple(kept[1:] if len(kept) > 1 and kept[0] == "the" else kept)


def gather(words: Words, names: list[Name]) -> list[Cluster]:
    """One cluster a form, typed by all its mentions."""
    found: dict[object, Cluster] = {}
    heroes = _followed_by_he(words, names)
    for name in names:
        article = len(name.words) > 1 and name.words[0] in ("the", "The")
        form = name.words[1:] if article else name.words
        text = name.text[4:] if article else name.text
        home = gazetteer.find(text) or (gazetteer.find(text.title()) if text.isupper() and len(text) > 4 else None)
        known = home if home and home.kind != "city" else None
        key: object = (known.kind, known.label, known.code) if known else comparable(form)
        one = found.setdefault(key, Cluster(known=known, home=home))
        rule = "same name" if one.names and name.rule == "name" else name.rule
        one.add(name, form, text, rule)
        one.votes.add(votes_of_mention(words, name))
        one.votes["Person"] += HERO * heroes[name.first]
        kind, vote = vote_of_recogniser(name)
        one.recognised[kind] += vote
        one.plural &= words.tag[name.last - 1] == "NNPS"
        one.subject |= words.dep[words.span_head(name.first, name.last)] in ACTIVE
        if name.title:
            one.titles[name.title] += 1
    heads = lists().organisations | lists().places | lists().events
    ordinary = {word for word in words.text if word.islower()} - heads
    for one in found.values():
        _vote_by_form(one, ordinary)
        one.settle()
    return list(found.values())


def _vote_by_form(one: Cluster, ordinary: set[str]) -> None:
    if not one.home and not one.titles and all(_is_ordinary(form, ordinary) for form in one.forms):
        one.votes["Thing"] += 2  # a word of the language that got a capital
    for form, count in one.forms.items():
        one.votes.add(votes_of_form(form, one.written[form]), count**0.5)
    if (
        len(one.names) == 1
        and len(one.names[0].words) == 1
        and not one.votes.total()
        and not one.subject
        and one.recognised["Organization"]
    ):
        one.recognised = (
            Votes()
        )  # one word, said once, of which only the recogniser says anything: no better than chance
    for kind, vote in one.recognised.items():
        one.votes[kind] += vote**DAMPED if vote > 1 else vote


def _is_ordinary(form: Form, ordinary: set[str]) -> bool:
    """Is a name one word that the same text writes in lower case too?"""
    word = form[0]
    return len(form) == 1 and not word.islower() and not word.isupper() and word.lower() in ordinary


def _followed_by_he(words: Words, names: list[Name]) -> Counter[int]:
    """How often "he" or "she" follows a name that was a subject, in its sentence or the next, before another such."""
    heads = {words.span_head(name.first, name.last): name.first for name in names if not name.nested}
    counts: Counter[int] = Counter()
    last = -1
    for index, pos in enumerate(words.pos):
        if index in heads:
            if words.dep[index] in ("nsubj", "nsubjpass", "ROOT"):
                last = heads[index]
        elif pos == "PRON" and last >= 0 and words.lower[index] in PRONOUNS:
            counts[last] += words.sentence[index] - words.sentence[last] <= 1
    return counts


def _sex(one: Cluster) -> Sex | None:
    """What titles and first names tell."""
    male = female = 0
    for title, count in one.titles.items():
        last = title.lower().split()[-1]
        male += 3 * count * (last in lists().male)
        female += 3 * count * (last in lists().female)
    for form in one.forms:
        if len(form) > 1:
            sex = gazetteer.sex_of(form[0])
            male += sex == "m"
            female += sex == "f"
    return "m" if male > female else "f" if female > male else None


def unique(clusters: Iterable[Cluster], but: Cluster) -> list[Cluster]:
    """Different clusters, in order, without a given one."""
    return list({id(one): one for one in clusters if one is not but}.values())
