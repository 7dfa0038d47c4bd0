"""Which names of a document name one thing: same form, surname, acronym, shorter form.

A mismatch of types alone never keeps a surname from its full name, for lone surnames are mistyped most.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, field

from kg.coreference.names import COMPANY, Name, lists
from kg.coreference.types import Votes, decide, nouns, vote_of_recogniser, votes_of_form, votes_of_mention
from kg.coreference.words import Words
from kg.lexicon import gazetteer

DAMPED = 0.6  # the recogniser repeats its mistakes: ten times the same word is not ten votes
SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "&", "to", "del", "du", "des"))
KEPT = frozenset(("house", "capitol", "wall", "parliament", "sound"))
GENERIC_TAIL = frozenset("river city island islands belt sea ocean desert valley mountains lake town village region republic inc inc. corp corp. corporation company group ltd ltd. co co. plc llc peninsula county party movement strip".split())


@dataclass(slots=True)
class Cluster:
    """Names that name one thing, with what they say of it."""

    names: list[Name] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    votes: Votes = field(default_factory=Counter)
    recognised: Votes = field(default_factory=Counter)
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    written: dict[tuple[str, ...], str] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    known: gazetteer.Known | None = None
    home: gazetteer.Known | None = None  # the gazetteer's place of this name, cities included
    type: str = "Thing"
    sex: str = ""

    @property
    def form(self) -> tuple[str, ...]:
        """The form that stands for it: the fullest."""
        if len(self.forms) == 1:
            return next(iter(self.forms))
        return min(self.forms, key=lambda form: (all(w.isupper() and len(w) > 1 for w in form), -_weight(form), -self.forms[form], form))

    @property
    def lone(self) -> bool:
        """Is this one word, said once, of which only the recogniser says anything?"""
        said = self.votes.total() - sum(self.recognised.values())
        return len(self.names) == 1 and len(self.names[0].words) == 1 and said < 0.01

    @property
    def label(self) -> str:
        """The canonical name: the gazetteer's where it is one of its things, else the fullest form."""
        if self.known and self.type in ("Country", "Place", "Organization"):
            return self.known.label
        return self.written[self.form]

    def absorb(self, other: Cluster, rule: str) -> None:
        """Take another cluster's names in, for the reason given."""
        self.names.extend(other.names)
        self.rules.extend(rule if own == "same name" or own.startswith("name") or own == "proper noun" else own for own in other.rules)
        self.votes.update(other.votes)
        self.forms.update(other.forms)
        self.written.update(other.written)
        self.titles.update(other.titles)
        self.known = self.known or other.known


def _weight(form: tuple[str, ...]) -> int:
    return sum(len(word) > 1 for word in form) * 100 + sum(map(len, form))


@functools.lru_cache(maxsize=50_000)
def comparable(form: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words as they are compared: no article, no full stops, no case."""
    kept = [re.sub(r"[.’']", "", word).casefold() for word in form]
    kept = [word for word in kept if word and word not in (",", "-")]
    return tuple(kept[1:] if len(kept) > 1 and kept[0] == "the" else kept)


def cluster(words: Words, names: list[Name]) -> list[Cluster]:
    """The clusters of a document, in order of their first name."""
    clusters = _same_form(words, names)
    for step in (_people, _acronyms, _shorter):
        clusters = step(words, clusters)
    for one in clusters:
        pairs = sorted(zip(one.names, one.rules, strict=True), key=lambda pair: (pair[0].first, -pair[0].last))
        one.names, one.rules = [name for name, _ in pairs], [rule for _, rule in pairs]
        one.type = decide(one.votes, one.known, one.lone)
        one.sex = _sex(one) if one.type == "Person" else ""
    return sorted(clusters, key=lambda one: (one.names[0].first, -one.names[0].last))


def _same_form(words: Words, names: list[Name]) -> list[Cluster]:
    found: dict[object, Cluster] = {}
    heroes = _followed_by_he(words, names)
    ordinary = {word for word in words.text if word.islower()} - lists().organisations - lists().places - lists().events
    for name in names:
        article = len(name.words) > 1 and name.words[0] in ("the", "The")
        form = name.words[1:] if article else name.words
        text = name.text[4:] if article else name.text
        known = gazetteer.find(text) or (gazetteer.find(text.title()) if text.isupper() and len(text) > 4 else None)
        known = known if known and known.kind != "city" else None
        key: object = (known.kind, known.label, known.code) if known else comparable(form)
        one = found.setdefault(key, Cluster())
        one.names.append(name)
        one.rules.append(name.rule if name.rule != "name" or one.forms.total() == 0 else "same name")
        one.votes.update(votes_of_mention(words, name))
        one.votes["Person"] += 0.6 * heroes.get(name.first, 0)
        kind, weight = vote_of_recogniser(name)
        one.recognised[kind] += weight
        if form not in one.forms:
            one.home = one.home or gazetteer.find(text)
        one.forms[form] += 1
        one.written.setdefault(form, text)
        one.known = one.known or known
        if name.title:
            one.titles[name.title] += 1
    for one in found.values():
        if not one.home and not one.titles and all(len(form) == 1 and _ordinary(form[0], ordinary) for form in one.forms):
            one.votes["Thing"] += 2  # a word of the language that got a capital
        for form, count in one.forms.items():
            for kind, weight in votes_of_form(form, one.written[form]):
                one.votes[kind] += weight * count**0.5
        for kind, weight in one.recognised.items():
            one.votes[kind] += weight**DAMPED if weight > 1 else weight
        one.type = decide(one.votes, one.known, one.lone)
        one.sex = _sex(one)
    return list(found.values())


def _ordinary(word: str, ordinary: set[str]) -> bool:
    """Is a name a word that the text, or English at large, writes in lower case?"""
    if word.islower() or word.isupper():
        return False
    lower = word.lower()
    return lower in ordinary


def _followed_by_he(words: Words, names: list[Name]) -> Counter[int]:
    """How often "he" or "she" follows a name that was a subject, in its sentence or the next, before another such name."""
    heads = {words.span_head(name.first, name.last): name for name in names if not name.nested}
    counts: Counter[int] = Counter()
    last: Name | None = None
    for index, pos in enumerate(words.pos):
        if index in heads and words.dep[index] in ("nsubj", "nsubjpass", "ROOT"):
            last = heads[index]
        elif pos == "PRON" and last is not None and words.lower[index] in ("he", "she", "his", "her"):
            if words.sentence[index] - words.sentence[last.first] <= 1:
                counts[last.first] += 1
    return counts


def _sex(one: Cluster) -> str:
    """f or m when title or first name tells."""
    male = female = 0
    for title, count in one.titles.items():
        last = title.lower().split()[-1]
        male += 3 * count * (last in nouns().male)
        female += 3 * count * (last in nouns().female)
    for form in one.forms:
        if len(form) > 1:
            sex = gazetteer.sex_of(form[0])
            male += sex == "m"
            female += sex == "f"
    return "m" if male > female else "f" if female > male else ""


def _person_like(one: Cluster) -> bool:
    return one.type in ("Person", "Thing", "Product", "Work", "Group") or (one.known is None and one.votes["Person"] >= 1) or one.known is None


def _people(words: Words, clusters: list[Cluster]) -> list[Cluster]:
    """Surnames, first names and shorter full names."""
    full = [one for one in clusters if one.type == "Person" and 2 <= len(_core(one.form)) <= 5]
    merged = _shorter_full_names(full)
    full = [one for one in full if id(one) not in merged]
    by_last: dict[str, list[Cluster]] = {}
    by_first: dict[str, list[Cluster]] = {}
    for one in full:
        for form in one.forms:
            core = _core(form)
            if len(core) >= 2:
                for word in {core[-1]} | ({core[-2]} if len(core) > 2 and core[-1] in ("jr", "sr", "iii", "ii", "iv") else set()):
                    by_last.setdefault(word, []).append(one)
                by_first.setdefault(core[0], []).append(one)
    kept: list[Cluster] = []
    for one in clusters:
        if id(one) in merged:
            continue
        core = _core(one.form)
        if len(core) != 1 or not _lone(one):
            kept.append(one)
            continue
        surname = bool(by_last.get(core[0]))
        candidates = list({id(c): c for c in by_last.get(core[0], []) or by_first.get(core[0], []) if c is not one}.values())
        candidates = [c for c in candidates if not (one.sex and c.sex and one.sex != c.sex)] or ([] if one.titles else candidates)
        if not candidates:
            kept.append(one)
        elif len(candidates) == 1:
            candidates[0].absorb(one, "surname" if surname else "first name")
        else:
            _share(one, candidates, "surname" if surname else "first name")
    return kept


def _shorter_full_names(full: list[Cluster]) -> set[int]:
    """Put each shorter full name into the longer one that it abbreviates; the ids of those put away."""
    by_end: dict[str, list[Cluster]] = {}
    for one in full:
        for word in {_core(one.form)[0], _core(one.form)[-1]}:
            by_end.setdefault(word, []).append(one)
    merged: set[int] = set()
    for one in sorted(full, key=lambda one: (-len(_core(one.form)), -_weight(one.form))):
        if id(one) in merged:
            continue
        core = _core(one.form)
        for other in [other for word in dict.fromkeys(core) for other in by_end.get(word, ())]:
            if other is one or id(other) in merged or _weight(other.form) >= _weight(one.form):
                continue
            if _same_person(core, _core(other.form)) and not (one.sex and other.sex and one.sex != other.sex):
                one.absorb(other, "shorter name")
                merged.add(id(other))
    return merged


def _lone(one: Cluster) -> bool:
    """May a single word be somebody's surname or first name?"""
    if one.known and one.known.kind in ("country", "area", "organisation"):
        return False
    if one.titles:
        return True
    return not (one.home is not None and one.votes["Place"] > 2 * one.votes["Person"])


@functools.lru_cache(maxsize=50_000)
def _core(form: tuple[str, ...]) -> tuple[str, ...]:
    return comparable(tuple(word for word in form if word.lower() not in ("jr.", "jr", "sr.", "sr")))


def _same_person(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Hugo Rafael Chavez Frias and Hugo Chavez; William J. Burns, W. Burns and William Burns."""
    if long == short:
        return True
    if long[-1] == short[-1] and (long[0] == short[0] or (len(short[0]) == 1 and long[0].startswith(short[0])) or (len(long[0]) == 1 and short[0].startswith(long[0]))):
        return _compatible(long[1:-1], short[1:-1])
    return len(short) >= 2 and len(long) > len(short) and (long[: len(short)] == short or long[-len(short) :] == short)


def _compatible(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return not long or not short or all(a.startswith(b) or b.startswith(a) for a, b in zip(long, short, strict=False))


def _share(one: Cluster, candidates: list[Cluster], rule: str) -> None:
    """Each mention of an ambiguous surname goes to the bearer named last before it."""
    places = sorted((name.first, index) for index, c in enumerate(candidates) for name in c.names)
    pieces = [Cluster() for _ in candidates]
    for name in one.names:
        before = [index for first, index in places if first < name.first]
        index = before[-1] if before else places[0][1]
        pieces[index].names.append(name)
        pieces[index].rules.append(rule)
        pieces[index].forms[name.words] += 1
        pieces[index].written[name.words] = name.text
    for candidate, piece in zip(candidates, pieces, strict=True):
        if piece.names:
            candidate.absorb(piece, rule)


def _acronyms(words: Words, clusters: list[Cluster]) -> list[Cluster]:
    """NATO and the name with these initials."""
    by_initials: dict[str, list[Cluster]] = {}
    for one in clusters:
        if one.type != "Person":
            for form in one.forms:
                if len(form) >= 2:
                    for letters in _initials(form):
                        by_initials.setdefault(letters, []).append(one)
    kept = []
    for one in clusters:
        letters = "".join(one.form).replace(".", "")
        if len(one.form) == 1 and 2 <= len(letters) <= 7 and sum(map(str.isupper, letters)) >= 2 and not (one.known and one.known.kind == "country"):
            candidates = list({id(c): c for c in by_initials.get(letters.upper(), ()) if c is not one}.values())
            if len(candidates) == 1:
                candidates[0].absorb(one, "acronym")
                continue
        kept.append(one)
    return kept


def _initials(form: tuple[str, ...]) -> set[str]:
    every = "".join(word[0] for word in form if word[0].isalnum()).upper()
    large = "".join(word[0] for word in form if word[0].isalnum() and word.lower() not in SMALL).upper()
    capital = "".join(word[0] for word in form if word[0].isupper())
    parts = "".join(part[0] for word in form if word.lower() not in SMALL for part in word.split("-") if part[:1].isalnum()).upper()
    return {letters for letters in (every, large, capital, parts) if len(letters) >= 2}


def _shorter(words: Words, clusters: list[Cluster]) -> list[Cluster]:
    """House and House of Representatives, Orinoco and Orinoco Belt, Defense Ministry and Venezuelan Defense Ministry."""
    index: dict[tuple[str, ...], list[Cluster]] = {}
    for one in clusters:
        if one.type in ("Person", "Thing"):
            continue
        for form in one.forms:
            core = comparable(form)
            for size in range(1, len(core)):
                if _tail_is_generic(core[size:]):
                    index.setdefault(core[:size], []).append(one)
                if all(gazetteer.country_of(word) or gazetteer.find(word) for word in form[: len(form) - size]) or (size == 1 and core[-1] in lists().organisations | lists().places):
                    index.setdefault(core[-size:], []).append(one)
    kept = []
    for one in clusters:
        core = comparable(one.form)
        candidates = list({id(c): c for c in index.get(core, ()) if c is not one}.values())
        if one.type == "Person" or (one.known and one.known.kind != "organisation"):
            candidates = []
        if one.type in ("Place", "Country"):
            candidates = [c for c in candidates if c.type in ("Place", "Country")]
        elif one.type != "Thing":
            candidates = [c for c in candidates if c.type == one.type or c.votes[one.type] > 0]
        if len(candidates) == 1:
            candidates[0].absorb(one, "shorter name")
        elif candidates and len(core) == 1:
            _share(one, candidates, "shorter name")
        elif not _bare_place(one):
            kept.append(one)
    return kept


def _bare_place(one: Cluster) -> bool:
    """Is this only a word like Terminal or Mosque, with a capital?"""
    return one.known is None and all(len(form) == 1 and form[0].lower() in lists().places - KEPT for form in one.forms)


def _tail_is_generic(tail: tuple[str, ...]) -> bool:
    return tail[0] in ("of", "for") or all(word in GENERIC_TAIL or word in COMPANY for word in tail)
