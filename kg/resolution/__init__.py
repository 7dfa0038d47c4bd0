"""Readings → entities: one real-world thing, one node, with the reason for every merge.

Keys are made document by document (see `keys`), so shuffling the documents, splitting the corpus or adding to it
changes nothing; what is left to do here is to gather what shares a key, in time linear in the mentions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist
from kg.model import Chain, Entity, EntityMention, EntityType, Link, Mention, Phrase, Reading
from kg.resolution.keys import canonical, key_of_name, key_of_noun, noun_label, slug
from kg.resolution.merges import Merges, Named, load_merges

__all__ = ["Merges", "Resolution", "load_merges", "resolve"]

WIKIDATA = "http://www.wikidata.org/entity/"
SAID_OF = frozenset(("apposition", "predicate"))  # "Lukoil, an oil company": the noun is said of Lukoil, no name of it
PARTIAL = frozenset(("surname", "first name", "shorter name"))  # what others may be called too
MOST_REASONS = 12
SAYS = {
    "surname": "“{name}” is the surname of {label}",
    "first name": "“{name}” is the first name of {label}",
    "acronym": "“{name}” is short for {label}",
    "shorter name": "“{name}” is a shorter form of {label}",
    "title": "“{name}” is the office of {label}",
    "apposition": "“{name}” stands in apposition to {label}",
    "predicate": "“{name}” is said to be {label}",
    "description": "“{name}” describes {label} and no other",
    "user": "“{name}” and {label} are the same, says the merges file",
}


@dataclass(slots=True)
class _Node:
    """What has been gathered of one entity."""

    key: str
    types: Counter[EntityType] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    reasons: set[tuple[str, str]] = field(default_factory=set)
    documents: int = 0
    named: bool = False
    chosen: str | None = None


@dataclass(slots=True)
class _Places:
    """Where a document's mentions stand: by head, and by span for names."""

    heads: dict[int, str] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    spans: list[tuple[int, int, str]] = field(default_factory=list)


class Resolution:
    """The entities of a corpus, and which of them a phrase denotes."""

    def __init__(self, merges: Merges | None = None) -> None:
        self._merges = merges or Merges()
        self._nodes: dict[str, _Node] = {}
        self._places: dict[str, _Places] = {}
        self._mentions: list[EntityMention] = []
        self._built: dict[str, Entity] = {}
        self._called: set[tuple[str, str | None]] = set()

    @property
    def unmet(self) -> tuple[Named, ...]:
        """What the merges file names and no document does, in the file's order: a slip of the pen, most often."""
        named = [one for group in (*self._merges.same, *self._merges.different) for one in group]
        return tuple(dict.fromkeys(one for one in named if (one.slug, one.doc) not in self._called))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, by key: the named, and the common nouns that fill a slot of a proposition."""
        return tuple(self._entity(key) for key in sorted(self._nodes))

    @property
    def mentions(self) -> tuple[EntityMention, ...]:
        """All mentions, by document and place."""
        return tuple(sorted(self._mentions, key=_place))

    def entity(self, doc_id: str, phrase: Phrase) -> Entity | None:
        """What a phrase of a document denotes; None for a value and for a pronoun that was not resolved."""
        key = self._key(doc_id, phrase, 0)
        return self._entity(key) if key else None

    def _key(self, doc_id: str, phrase: Phrase, count: int) -> str | None:
        """The key of a phrase's entity, which is said `count` times more by it."""
        places = self._places.get(doc_id)
        if places:
            found = places.heads.get(phrase.head) or _inside(places, phrase.head)
            if found:
                return found
        if phrase.type == "Country" and (known := gazetteer.find(phrase.label)) is not None and known.kind == "country":
            return self._country(doc_id, phrase.label)
        label = noun_label(phrase.label)
        if phrase.literal or _nobody(label):
            return None
        key = key_of_noun(label, phrase.generic, doc_id)
        if key in self._nodes and self._nodes[key].named and not phrase.generic:
            key = key.rpartition("-")[0] + "_" + key[-7:]
        node = self._nodes.setdefault(key, _Node(key))
        if label not in node.labels:
            self._built.pop(key, None)
        node.labels[label] += count
        node.types[phrase.type] += count
        return key

    def _country(self, doc_id: str, label: str) -> str:
        """The country that a nationality points at ("Venezuelan"), whether the text names it or not."""
        key = key_of_name(label, "Country", doc_id)
        if key not in self._nodes:
            self._nodes[key] = _Node(key, Counter({"Country": 1}), Counter({label: 1}), {label}, named=True)
        return key

    def _entity(self, key: str) -> Entity:
        if key not in self._built:
            self._built[key] = _entity(self._nodes[key], self._nodes)
        return self._built[key]

    def add(self, reading: Reading) -> None:
        """Take in what one document says."""
        doc_id = reading.document.id
        places = self._places.setdefault(doc_id, _Places())
        for chain in self._chains(doc_id, reading.chains):
            key, chosen = self._key_of_chain(doc_id, chain)
            node = self._nodes.setdefault(key, _Node(key, named=True))
            _gather(node, chain, chosen)
            for mention in chain.mentions:
                self._mentions.append(EntityMention(doc_id, mention, key))
                if mention.rule in SAID_OF:
                    continue
                places.heads.setdefault(mention.head, key)
                if mention.kind == "name":
                    places.spans.append((mention.start, mention.end, key))
        places.spans.sort()
        places.starts = [start for start, _, _ in places.spans]
        for phrase in _phrases(reading):
            self._key(doc_id, phrase, 1)

    def _chains(self, doc_id: str, chains: Iterable[Chain]) -> Iterator[Chain]:
        """The chains with a name, with those names taken out that the user tells apart."""
        for chain in chains:
            if not any(mention.kind == "name" for mention in chain.mentions):
                continue
            yield from _parted(doc_id, chain, self._merges.different) if self._merges.different else (chain,)

    def _key_of_chain(self, doc_id: str, chain: Chain) -> tuple[str, str | None]:
        """The key of a chain, and its label if the user chose one."""
        key = key_of_name(chain.label, chain.type, doc_id)
        if not (self._merges.same or self._merges.different):
            return key, None
        names = _slugs(chain, PARTIAL) | {key}
        self._called.update((name, doc) for name in names | _slugs(chain) for doc in (None, doc_id))
        for group in self._merges.same:
            if any(named.slug in names and named.doc in (None, doc_id) for named in group):
                return group[0].slug, group[0].name
        for pair in self._merges.different:
            for named in pair:
                if named.doc == doc_id and named.slug in names and pair[0].slug == pair[1].slug:
                    return key_of_noun(chain.label, False, doc_id), None
        return key, None


def _place(one: EntityMention) -> tuple[str, int, int, str, str]:
    return one.doc, one.mention.start, one.mention.end, one.mention.kind, one.entity or ""


def resolve(readings: Iterable[Reading], merges: Merges | None = None) -> Resolution:
    """The entities of a corpus; the order of the readings does not matter."""
    resolution = Resolution(merges)
    for reading in readings:
        resolution.add(reading)
    return resolution


def _inside(places: _Places, offset: int) -> str | None:
    """The name around an offset, the innermost."""
    index = bisect_right(places.starts, offset) - 1
    while index >= 0 and index >= bisect_right(places.starts, offset) - 3:
        start, end, key = places.spans[index]
        if start <= offset < end:
            return key
        index -= 1
    return None


def _nobody(text: str) -> bool:
    """Is this a pronoun, or no word at all?"""
    words = [] if not text else text.split() if text in ("US", "IT", "WHO") else text.lower().split()
    return (
        not words
        or all(word.strip(".,") in wordlist("pronouns") for word in words)
        or not any(char.isalnum() for char in text)
    )


def _phrases(reading: Reading) -> Iterator[Phrase]:
    for proposition in reading.propositions:
        yield proposition.subject
        for argument in proposition.arguments:
            yield argument.phrase
        yield from proposition.sources


def _parted(doc_id: str, chain: Chain, different: tuple[tuple[Named, Named], ...]) -> Iterator[Chain]:
    """A chain, and apart from it the names that the user says are another thing's."""
    label = slug(canonical(chain.label))
    out: dict[str, list[Mention]] = defaultdict(list)
    for pair in different:
        if any(named.doc not in (None, doc_id) for named in pair):
            continue
        if {pair[0].slug, pair[1].slug} <= _slugs(chain):
            leaves = (pair[1] if pair[1].slug != label else pair[0]).slug
            out[leaves] = [m for m in chain.mentions if m.kind == "name" and slug(canonical(m.name)) == leaves]
    gone = {id(m) for mentions in out.values() for m in mentions}
    kept = tuple(m for m in chain.mentions if id(m) not in gone)
    if kept:
        yield replace(chain, mentions=kept)
    for mentions in out.values():
        if mentions:
            apart = tuple(replace(mention, rule="user") for mention in mentions)
            yield replace(chain, label=mentions[0].name, mentions=apart, titles=())


def _slugs(chain: Chain, but: frozenset[str] = frozenset()) -> set[str]:
    """All that a chain is called, as slugs, but for names that some rules put there."""
    names = {mention.name for mention in chain.mentions if mention.kind == "name" and mention.rule not in but}
    names.add(chain.label)
    return {slug(canonical(name)) for name in names}


def _gather(node: _Node, chain: Chain, chosen: str | None) -> None:
    """Add a chain to its node; `chosen` is the label that the user gave it."""
    if chosen:
        node.chosen = chosen
        if chain.label != chosen:
            node.reasons.add(("user", chain.label))
    names = [mention for mention in chain.mentions if mention.kind == "name"]
    node.documents += 1
    node.types[chain.type] += len(names)
    node.labels[chain.label] += len(names)
    node.names.update(mention.name for mention in names)
    for mention in chain.mentions:
        if mention.rule in SAYS and (mention.name or mention.text) != chain.label:
            node.reasons.add((mention.rule, " ".join((mention.name or mention.text).split())))


def _entity(node: _Node, nodes: dict[str, _Node]) -> Entity:
    label = node.chosen or min(node.labels, key=lambda name: (-node.labels[name], name))
    kind = min(node.types, key=lambda name: (name == "Thing", -node.types[name], name))
    if not node.named:
        return Entity(node.key, label, kind, tuple(sorted(set(node.labels) - {label})))
    known = gazetteer.find(label)
    if known and kind not in ("Country", "Place", "Organization"):
        known = None
    links = (Link(WIKIDATA + known.qid),) if known and known.qid and known.certain else ()
    home = gazetteer.country(known.code) if known and known.kind != "country" else None
    part_of = slug(home.label) if home and slug(home.label) in nodes and slug(home.label) != node.key else None
    why = [SAYS[rule].format(name=name, label=label) for rule, name in sorted(node.reasons)[:MOST_REASONS]]
    if node.documents > 1:
        why.append(f"{node.documents} documents name {label}")
    return Entity(node.key, label, kind, tuple(sorted(node.names - {label})), links, tuple(why), part_of)
