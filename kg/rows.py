"""The claims of a graph as plain values, read back from the RDF: what pages, explanations and tables are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox

from kg.model import EntityType, Modality, Polarity
from kg.vocabulary import CLAIM_TERMS, ENTITY_TYPES, NAMESPACE, Namespaces, expand

_TYPES = {expand(name): type_ for type_, name in ENTITY_TYPES.items()}
_STRUCTURE = frozenset(NAMESPACE + name for name in CLAIM_TERMS)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity with its IRI, or a literal (`iri` None, type "Literal")."""

    iri: str | None
    label: str
    type: EntityType = "Thing"


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with its other names, its links to elsewhere, how often it is mentioned, and why its names are one."""

    node: Node
    aliases: tuple[str, ...]
    links: tuple[str, ...]
    mentions: int
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A span of a document that stands for an entity, and the rule that says so."""

    source: Source
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document; `original` is the IRI of the document it is a copy of, or its own."""

    iri: str
    title: str
    date: str | None
    publisher: str | None
    original: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the quote it rests on; `start`, `end` are the quote's offsets in the document's text.

    `said_by` is the speaker if the text names one (`speaker`), else author, publisher or file. A speaker that is no
    entity ("local reports") has no IRI and is nobody's `said_by`.
    """

    iri: str
    subject: Node
    relation: str
    lemma: str
    label: str
    object: Node | None
    arguments: tuple[tuple[str, Node], ...]
    polarity: Polarity
    modality: Modality
    confidence: float
    speaker: Node | None
    said_by: Node
    time: str | None
    begin: str | None
    end_date: str | None
    words: str
    extractor: str
    implied: bool
    event: str
    source: Source
    quote: str
    start: int
    end: int
    subject_span: tuple[int, int] | None
    object_span: tuple[int, int] | None


class Rows:
    """Reads nodes, sources and claims of one store; what was read once is kept."""

    def __init__(self, store: ox.Store, names: Namespaces) -> None:
        self._store = store
        self._names = names
        self._nodes: dict[str, Node] = {}
        self._sources: dict[str, Source] = {}

    def claims(self) -> Iterator[ClaimRow]:
        """All claims in the order of documents and their text."""
        pattern = self._store.quads_for_pattern(None, _RDF_TYPE, ox.NamedNode(expand("kg:Claim")), ox.DefaultGraph())
        rows = [self.claim(quad.subject.value) for quad in pattern if isinstance(quad.subject, ox.NamedNode)]
        rows.sort(key=lambda row: (row.source.iri, row.start, row.end, row.iri))
        return iter(rows)

    def claim(self, iri: str) -> ClaimRow:
        """The claim of that IRI."""
        facts = self.facts(iri)
        span = _first(facts, "prov:wasDerivedFrom") or ""
        quote = self.facts(span)
        document = _first(quote, "nif:referenceContext") or span.partition("#")[0]
        value = facts.get(expand("rdf:object"))
        relation = _first(facts, "rdf:predicate") or ""
        words = self.facts(relation)
        lemma = _first(words, "kg:lemma") or relation.rpartition("/")[2]
        speaker = _first(facts, "kg:speaker")
        unnamed = _first(facts, "kg:speakerText")
        return ClaimRow(
            iri=iri,
            subject=self.node(_first(facts, "rdf:subject") or ""),
            relation=relation,
            lemma=lemma,
            label=_first(words, "rdfs:label") or lemma,
            object=self._value(value[0]) if value else None,
            arguments=tuple(self._arguments(facts)),
            polarity=cast(Polarity, _last(facts, "kg:polarity", "Positive")),
            modality=cast(Modality, _last(facts, "kg:modality", "Asserted")),
            confidence=float(_first(facts, "kg:confidence") or 0),
            speaker=self.node(speaker) if speaker else Node(None, unnamed, "Literal") if unnamed else None,
            said_by=self.node(_first(facts, "prov:wasAttributedTo") or document),
            time=_first(facts, "kg:time"),
            begin=_first(facts, "kg:begin"),
            end_date=_first(facts, "kg:end"),
            words=_first(facts, "kg:words") or "",
            extractor=_first(facts, "kg:extractor") or "",
            implied=_first(facts, "kg:implied") == "true",
            event=_first(facts, "kg:event") or "",
            source=self.source(document),
            quote=_first(quote, "nif:anchorOf") or "",
            start=int(_first(quote, "nif:beginIndex") or 0),
            end=int(_first(quote, "nif:endIndex") or 0),
            subject_span=_offsets(_first(facts, "kg:subjectMention")),
            object_span=_offsets(_first(facts, "kg:objectMention")),
        )

    def entities(self) -> list[Node]:
        """All entities by IRI."""
        pattern = self._store.quads_for_pattern(None, _RDF_TYPE, ox.NamedNode(expand("kg:Entity")), ox.DefaultGraph())
        found = sorted(quad.subject.value for quad in pattern if isinstance(quad.subject, ox.NamedNode))
        return [self.node(iri) for iri in found]

    def things(self) -> Iterator[Thing]:
        """All entities with what is known of them."""
        counts = Counter(quad.object for quad in self._store.quads_for_pattern(None, _REFERS, None, ox.DefaultGraph()))
        for node in self.entities():
            facts = self.facts(node.iri or "")
            aliases = tuple(value.value for value in facts.get(expand("skos:altLabel"), ()))
            links = (*facts.get(expand("owl:sameAs"), ()), *facts.get(expand("skos:closeMatch"), ()))
            mentions = counts[ox.NamedNode(node.iri or "")]
            why = tuple(value.value for value in facts.get(expand("kg:why"), ()))
            yield Thing(node, aliases, tuple(value.value for value in links), mentions, why)

    def mentions(self, iri: str) -> list[MentionRow]:
        """Where an entity is mentioned, in the order of documents and their text."""
        pattern = self._store.quads_for_pattern(None, _REFERS, ox.NamedNode(iri), ox.DefaultGraph())
        found = [self._mention(quad.subject.value) for quad in pattern if isinstance(quad.subject, ox.NamedNode)]
        return sorted(found, key=lambda mention: (mention.source.iri, mention.start, mention.end))

    def _mention(self, iri: str) -> MentionRow:
        facts = self.facts(iri)
        return MentionRow(
            source=self.source(_first(facts, "nif:referenceContext") or iri.partition("#")[0]),
            start=int(_first(facts, "nif:beginIndex") or 0),
            end=int(_first(facts, "nif:endIndex") or 0),
            text=_first(facts, "nif:anchorOf") or "",
            rule=", ".join(value.value for value in facts.get(expand("kg:rule"), ())),
        )

    def node(self, iri: str) -> Node:
        """The entity (or agent) of that IRI."""
        node = self._nodes.get(iri)
        if node is None:
            facts = self.facts(iri)
            types = (_TYPES.get(type_.value) for type_ in facts.get(expand("rdf:type"), ()))
            type_ = next((found for found in types if found), "Thing")
            node = Node(iri, _first(facts, "rdfs:label") or iri, cast(EntityType, type_))
            self._nodes[iri] = node
        return node

    def source(self, iri: str) -> Source:
        """The document of that IRI."""
        source = self._sources.get(iri)
        if source is None:
            facts = self.facts(iri)
            publisher = _first(facts, "dct:publisher")
            title = _first(facts, "dct:title") or _first(facts, "rdfs:label") or iri
            source = Source(
                iri=iri,
                title=title,
                date=_first(facts, "dct:issued"),
                publisher=self.node(publisher).label if publisher else None,
                original=_first(facts, "prov:alternateOf") or iri,
            )
            self._sources[iri] = source
        return source

    def facts(self, iri: str) -> dict[str, list[ox.NamedNode | ox.Literal]]:
        """What is said of a thing: predicate → values in sorted order."""
        facts: dict[str, list[ox.NamedNode | ox.Literal]] = {}
        if iri:
            for quad in self._store.quads_for_pattern(ox.NamedNode(iri), None, None, ox.DefaultGraph()):
                if isinstance(quad.object, ox.NamedNode | ox.Literal):
                    facts.setdefault(quad.predicate.value, []).append(quad.object)
        for values in facts.values():
            if len(values) > 1:
                values.sort(key=str)
        return facts

    def _value(self, term: ox.NamedNode | ox.Literal) -> Node:
        return Node(None, term.value, "Literal") if isinstance(term, ox.Literal) else self.node(term.value)

    def _arguments(self, facts: dict[str, list[ox.NamedNode | ox.Literal]]) -> Iterator[tuple[str, Node]]:
        for predicate in sorted(facts):
            if predicate.startswith(NAMESPACE) and predicate not in _STRUCTURE:
                role = _first(self.facts(predicate), "rdfs:label") or predicate.removeprefix(NAMESPACE)
                for value in facts[predicate]:
                    yield role, self._value(value)


_REFERS = ox.NamedNode(expand("itsrdf:taIdentRef"))
_RDF_TYPE = ox.NamedNode(expand("rdf:type"))


def _first(facts: dict[str, list[ox.NamedNode | ox.Literal]], name: str) -> str | None:
    values = facts.get(expand(name))
    return values[0].value if values else None


def _last(facts: dict[str, list[ox.NamedNode | ox.Literal]], name: str, default: str) -> str:
    return (_first(facts, name) or default).rpartition("#")[2].lower()


def _offsets(span: str | None) -> tuple[int, int] | None:
    if not span or "#char=" not in span:
        return None
    start, _, end = span.partition("#char=")[2].partition(",")
    return int(start), int(end)
