"""A corpus as RDF statements: documents, entities, relations, plain edges, claims, events, spans and the run.

Every participant of a claim gets a node, every span a quote, and every claim somebody it is attributed to, also where
the corpus is incomplete: the graph file alone must be enough to view, explain and query.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal as Choice
from typing import get_args
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from kg.lexicon import Relations
from kg.model import Claim, Corpus, Document, Entity, Participant
from kg.resolution.keys import document_digits, key_of_name, slug
from kg.vocabulary import DOCUMENT_TYPES, ENTITY_TYPES, Namespaces, digest, expand, link

Edges = Choice["positive", "asserted"]
EDGES: tuple[Edges, ...] = get_args(Edges)

_DATES = (("xsd:date", r"\d{4}-\d\d-\d\d"), ("xsd:gYearMonth", r"\d{4}-\d\d"), ("xsd:gYear", r"\d{4}"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Statements:
    """The statements of one corpus; iterate over it once."""

    def __init__(
        self, corpus: Corpus, names: Namespaces, *, edges: Edges = "positive", relations: Relations | None = None
    ) -> None:
        self._corpus = corpus
        self._names = names
        self._edges = edges
        self._relations = relations
        self._documents = {document.id: document for document in corpus.documents}
        self._entities = {entity.key: entity for entity in corpus.entities}
        self._sources = Counter(document.source for document in corpus.documents)
        self._places = _places(corpus)
        self._agents: set[str] = set()
        self._spans: set[tuple[object, ...]] = set()
        self._nodes: dict[str, NamedNode] = {}
        settings = dict(sorted({**corpus.run, "edges": edges, "baseIri": names.base_iri}.items()))
        self._settings = settings
        self._run = names.run(digest(json.dumps(settings)))
        languages = {document.language for document in corpus.documents if document.language}
        self._language = _language(languages.pop() if len(languages) == 1 else "en") or "en"

    def __iter__(self) -> Iterator[Quad]:
        for document in self._corpus.documents:
            yield from self._document(document)
        yield from self._mentions()
        for claim in self._corpus.claims:
            yield from self._claim(claim)
        yield from self._plain_edges()
        yield from self._relation_terms()
        yield from self._events()
        for key in sorted(self._entities):
            yield from self._entity(key, self._entities[key])
        yield from self._run_settings()

    # The terms of a statement.

    def _node(self, iri: str) -> NamedNode:
        node = self._nodes.get(iri)
        if node is None:
            node = self._nodes[iri] = NamedNode(iri)
        return node

    def _quad(self, subject: str, predicate: str, value: str | Literal | NamedNode) -> Quad:
        """A statement; predicate and `str` value are an IRI of ours or a prefixed name."""
        return Quad(self._node(subject), self._term(predicate), self._term(value) if isinstance(value, str) else value)

    def _term(self, name: str) -> NamedNode:
        node = self._nodes.get(name)
        if node is None:
            node = self._nodes[name] = NamedNode(name if "/" in name else expand(name))
        return node

    # The parts of the corpus.

    def _document(self, document: Document) -> Iterator[Quad]:
        iri = self._names.document(document.id)
        for type_ in (DOCUMENT_TYPES.get(document.kind, "schema:CreativeWork"), "nif:Context", "prov:Entity"):
            yield self._quad(iri, "rdf:type", type_)
        yield self._quad(iri, "rdfs:label", _text(document.title or self._cited(document)))
        yield self._quad(iri, "nif:isString", _text(document.text))
        yield self._quad(iri, "schema:sha256", _text(document.sha256))
        yield self._quad(iri, "dct:source", _text(document.source))
        if document.title:
            yield self._quad(iri, "dct:title", _text(document.title, _language(document.language)))
        for predicate, day in (("dct:issued", document.date), ("dct:available", document.released)):
            if day:
                yield self._quad(iri, predicate, _date(day))
        for predicate, words in _metadata(document):
            if words:
                yield self._quad(iri, predicate, _text(words))
        if document.url:
            yield self._quad(iri, "schema:url", _link(document.url))
        if document.author and document.author.strip():
            yield self._quad(iri, "dct:creator", self._named_agent(document.author, "Person", document))
        if document.publisher and document.publisher.strip():
            yield self._quad(iri, "dct:publisher", self._named_agent(document.publisher, "Organization", document))
        original = self._corpus.copies.get(document.id)
        if original:
            yield self._quad(iri, "prov:alternateOf", self._names.document(original))

    def _named_agent(self, name: str, type_: Choice["Person", "Organization"], document: Document) -> str:
        """The node of an author or publisher: that of the name, as in a text."""
        key = key_of_name(name, type_, document.id)
        self._entities.setdefault(key, Entity(key=key, label=name, type=type_))
        self._agents.add(key)
        return self._names.entity(key)

    def _participant(self, who: Participant, doc: str) -> str:
        """The key of a participant that must be a node; words that were not resolved get a node of their document."""
        key = who.entity or f"{slug(who.label)}-{document_digits(doc)}"
        if key not in self._entities:
            type_ = "Thing" if who.type == "Literal" else who.type
            self._entities[key] = Entity(key=key, label=who.label or who.text, type=type_)
        return key

    def _entity(self, key: str, entity: Entity) -> Iterator[Quad]:
        iri = self._names.entity(key)
        yield self._quad(iri, "rdf:type", ENTITY_TYPES.get(entity.type, "schema:Thing"))
        yield self._quad(iri, "rdf:type", "kg:Entity")
        if key in self._agents:
            yield self._quad(iri, "rdf:type", "prov:Agent")
        yield self._quad(iri, "rdfs:label", _text(entity.label, self._language))
        for alias in entity.aliases:
            if alias != entity.label:
                yield self._quad(iri, "skos:altLabel", _text(alias, self._language))
        for each in entity.links:
            address = link(each.iri)
            if address:
                predicate = "owl:sameAs" if each.certain else "skos:closeMatch"
                yield self._quad(iri, predicate, NamedNode(address))
        for why in entity.why:
            yield self._quad(iri, "kg:why", _text(why))
        if entity.part_of in self._entities:
            yield self._quad(iri, "kg:country", self._names.entity(entity.part_of or ""))

    def _claim(self, claim: Claim) -> Iterator[Quad]:
        iri = self._names.claim(claim.id)
        subject = self._participant(claim.subject, claim.doc)
        yield self._quad(iri, "rdf:type", "kg:Claim")
        yield self._quad(iri, "rdf:type", "rdf:Statement")
        yield self._quad(iri, "rdf:subject", self._names.entity(subject))
        yield self._quad(iri, "rdf:predicate", self._names.relation(claim.relation.lemma))
        yield from self._mention_of(iri, "kg:subjectMention", claim.subject, subject, claim.doc)
        if claim.object:
            target = claim.object.entity and self._participant(claim.object, claim.doc)
            value = self._names.entity(target) if target else _text(claim.object.label)
            yield self._quad(iri, "rdf:object", value)
            yield from self._mention_of(iri, "kg:objectMention", claim.object, target, claim.doc)
        for argument in claim.arguments:
            yield from self._argument(iri, argument.role, argument.participant, claim.doc)
        yield self._quad(iri, "kg:event", self._names.event(claim.event))
        yield self._quad(iri, "kg:polarity", "kg:" + claim.polarity.capitalize())
        yield self._quad(iri, "kg:modality", "kg:" + claim.modality.capitalize())
        yield self._quad(iri, "kg:confidence", _decimal(claim.confidence))
        yield self._quad(iri, "kg:extractor", _text(claim.extractor))
        yield self._quad(iri, "kg:words", _text(claim.relation.text))
        if claim.implied:
            yield self._quad(iri, "kg:implied", Literal(True))
        yield from self._time(iri, claim)
        yield from self._attribution(iri, claim)
        yield self._quad(iri, "prov:wasDerivedFrom", self._names.span(claim.doc, claim.start, claim.end))
        yield self._quad(iri, "prov:wasGeneratedBy", self._run)
        yield from self._span(claim.doc, claim.start, claim.end, "nif:Sentence")

    def _argument(self, claim: str, role: str, who: Participant, doc: str) -> Iterator[Quad]:
        property_ = self._names.role(role)
        value = self._names.entity(self._participant(who, doc)) if who.entity else _text(who.label or who.text)
        yield self._quad(claim, property_, value)
        if ("role", role) not in self._spans:
            self._spans.add(("role", role))
            yield self._quad(property_, "rdf:type", "rdf:Property")
            yield self._quad(property_, "rdfs:subPropertyOf", "kg:participant")
            yield self._quad(property_, "rdfs:label", _text(role, "en"))

    def _time(self, claim: str, said: Claim) -> Iterator[Quad]:
        if said.time is None:
            return
        yield self._quad(claim, "kg:time", _text(said.time.value))
        yield self._quad(claim, "kg:timeText", _text(said.time.text))
        for predicate, day in (("kg:begin", said.time.begin), ("kg:end", said.time.end_date)):
            if day and _date(day).datatype == _DAY:
                yield self._quad(claim, predicate, _date(day))

    def _attribution(self, claim: str, said: Claim) -> Iterator[Quad]:
        document = self._documents[said.doc]
        if said.attribution and said.attribution.entity is None:
            yield self._quad(claim, "kg:speakerText", _text(said.attribution.text))
        if said.attribution and said.attribution.entity is not None:
            key = self._participant(said.attribution, said.doc)
            self._agents.add(key)
            yield self._quad(claim, "kg:speaker", self._names.entity(key))
            agent = self._names.entity(key)
        elif document.author and document.author.strip():
            agent = self._named_agent(document.author, "Person", document)
        elif document.publisher and document.publisher.strip():
            agent = self._named_agent(document.publisher, "Organization", document)
        else:
            agent = self._names.source(document.id)
            if agent not in self._agents:
                self._agents.add(agent)
                yield self._quad(agent, "rdf:type", "prov:Agent")
                yield self._quad(agent, "rdfs:label", _text(self._cited(document)))
        yield self._quad(claim, "prov:wasAttributedTo", agent)

    def _cited(self, document: Document) -> str:
        """What a document without title is cited by: a cable's number, else its file, or its id in a file of many."""
        if document.reference:
            return document.reference
        if document.source == "-":
            return "standard input" if self._sources["-"] == 1 else unquote(document.id)
        return document.source if document.source and self._sources[document.source] == 1 else unquote(document.id)

    # Evidence: what stands where in the text.

    def _mentions(self) -> Iterator[Quad]:
        for mention in self._corpus.mentions:
            if mention.entity:
                words = mention.mention
                yield from self._phrase(mention.doc, words.start, words.end, mention.entity, words.rule)

    def _mention_of(self, claim: str, predicate: str, who: Participant, key: str | None, doc: str) -> Iterator[Quad]:
        if who.start is None or who.end is None:
            return
        yield self._quad(claim, predicate, self._names.span(doc, who.start, who.end))
        if key and self._mentioned_within(doc, key, who.start, who.end):
            yield from self._span(doc, who.start, who.end, "nif:Phrase")
        else:
            yield from self._phrase(doc, who.start, who.end, key, "phrase")

    def _mentioned_within(self, doc: str, key: str, start: int, end: int) -> bool:
        """Is a mention of the same thing inside this phrase ("Chavez" in "Mr Chavez")? It is one mention, then."""
        spans = self._places.get((doc, key), [])
        within = spans[bisect_left(spans, (start, start)) : bisect_left(spans, (end, end))]
        return any(span != (start, end) and span[1] <= end for span in within)

    def _phrase(self, doc: str, start: int, end: int, key: str | None, rule: str) -> Iterator[Quad]:
        """A span that stands for an entity, by the rule of its mention or else because a claim's phrase is there."""
        yield from self._span(doc, start, end, "nif:Phrase")
        if key and (doc, start, end, key) not in self._spans:
            self._spans.add((doc, start, end, key))
            iri = self._names.span(doc, start, end)
            yield self._quad(iri, "itsrdf:taIdentRef", self._names.entity(key))
            yield self._quad(iri, "kg:rule", _text(rule))

    def _span(self, doc: str, start: int, end: int, type_: str) -> Iterator[Quad]:
        if (doc, start, end, type_) in self._spans:
            return
        self._spans.add((doc, start, end, type_))
        iri = self._names.span(doc, start, end)
        document = self._names.document(doc)
        yield self._quad(iri, "rdf:type", type_)
        yield self._quad(iri, "rdf:type", "nif:RFC5147String")
        yield self._quad(iri, "nif:beginIndex", _count(start))
        yield self._quad(iri, "nif:endIndex", _count(end))
        yield self._quad(iri, "nif:referenceContext", document)
        yield self._quad(iri, "nif:anchorOf", _text(self._documents[doc].text[start:end]))
        if type_ == "nif:Sentence":
            yield self._quad(iri, "prov:wasQuotedFrom", document)

    # What the claims make together.

    def _plain_edges(self) -> Iterator[Quad]:
        for claim in self._corpus.claims:
            if claim.object is None or claim.object.entity is None or claim.polarity == "negative":
                continue
            if self._edges == "positive" or claim.modality == "asserted":
                subject = self._names.entity(self._participant(claim.subject, claim.doc))
                relation = self._names.relation(claim.relation.lemma)
                yield self._quad(subject, relation, self._names.entity(claim.object.entity))

    def _relation_terms(self) -> Iterator[Quad]:
        labels: dict[str, str] = {}
        for claim in self._corpus.claims:
            lemma, label = claim.relation.lemma, claim.relation.label
            labels[lemma] = min(label, labels.get(lemma, label))
        for lemma in sorted(labels):
            iri = self._names.relation(lemma)
            yield self._quad(iri, "rdf:type", "rdf:Property")
            yield self._quad(iri, "rdfs:label", _text(labels[lemma] or lemma, "en"))
            yield self._quad(iri, "kg:lemma", _text(lemma))
            yield from self._lexical(iri, lemma, labels)

    def _lexical(self, iri: str, lemma: str, used: Iterable[str]) -> Iterator[Quad]:
        """What the lexicon knows of a relation; a converse only where the graph has it too."""
        entry = self._relations.get(lemma) if self._relations else None
        if entry is None:
            return
        for each in entry.links:
            predicate = "kg:converseMatch" if each.startswith("^") else "skos:closeMatch"
            yield self._quad(iri, predicate, expand(each.lstrip("^")))
        if entry.converse and entry.converse.relation in used:
            yield self._quad(iri, "kg:converse", self._names.relation(entry.converse.relation))
        if entry.symmetric:
            yield self._quad(iri, "kg:symmetric", Literal(True))
        for predicate, types in (("schema:domainIncludes", entry.domain), ("schema:rangeIncludes", entry.range)):
            for type_ in types:
                if type_ in ENTITY_TYPES:
                    yield self._quad(iri, predicate, ENTITY_TYPES[type_])

    def _events(self) -> Iterator[Quad]:
        """One node a proposition: who and where; what became of it (polarity, modality) is on its claims."""
        lemmas: dict[str, str] = {}
        for claim in self._corpus.claims:
            lemmas[claim.event] = min(claim.relation.lemma, lemmas.get(claim.event, claim.relation.lemma))
        for event, lemma in lemmas.items():
            yield self._quad(self._names.event(event), "rdf:type", "sem:Event")
            yield self._quad(self._names.event(event), "rdfs:label", _text(lemma, "en"))
        for claim in self._corpus.claims:
            iri = self._names.event(claim.event)
            yield self._quad(iri, "sem:hasActor", self._names.entity(self._participant(claim.subject, claim.doc)))
            if claim.object and claim.object.entity:
                yield self._quad(iri, "sem:hasActor", self._names.entity(claim.object.entity))
            for argument in claim.arguments:
                if argument.participant.entity:
                    role = "sem:hasPlace" if argument.role == "place" else "sem:hasActor"
                    yield self._quad(iri, role, self._names.entity(argument.participant.entity))

    def _run_settings(self) -> Iterator[Quad]:
        yield self._quad(self._run, "rdf:type", "prov:Activity")
        yield self._quad(self._run, "rdfs:label", _text(self._settings.get("software", "kg")))
        for name, value in self._settings.items():
            if name in ("software", "model", "lexicon", "edges", "baseIri"):
                yield self._quad(self._run, f"kg:{name}", _text(str(value)))
            else:
                yield self._quad(self._run, "kg:setting", _text(f"{name}: {value}"))


def _places(corpus: Corpus) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Where each document mentions each entity, in order."""
    places: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for mention in corpus.mentions:
        if mention.entity:
            places[mention.doc, mention.entity].append((mention.mention.start, mention.mention.end))
    return {key: sorted(spans) for key, spans in places.items()}


def _metadata(document: Document) -> Iterator[tuple[str, str | None]]:
    """What is kept of a document in words, as property and value."""
    yield "schema:genre", document.kind
    yield "dct:language", document.language
    yield "dct:identifier", document.reference
    yield "kg:classification", document.classification
    yield "kg:origin", document.origin
    yield "kg:sender", document.sender
    yield "kg:classifiedBy", document.classified_by
    yield "kg:subjectLine", document.subject
    for predicate, many in (
        ("kg:addressee", document.addressees),
        ("schema:keywords", document.tags),
        ("schema:citation", document.references),
    ):
        for value in many:
            yield predicate, value


def _text(value: str, language: str | None = None) -> Literal:
    if not value.isascii():
        value = _SURROGATE.sub("\ufffd", value)  # half a character cannot be written in any file
    return Literal(value, language=language) if language else Literal(value)


def _link(iri: str) -> NamedNode | Literal:
    valid = link(iri)
    return NamedNode(valid) if valid else _text(iri)


def _language(tag: str | None) -> str | None:
    return tag.lower() if tag and _LANGUAGE.fullmatch(tag) else None


def _count(value: int) -> Literal:
    return Literal(str(value), datatype=_NUMBER)


def _decimal(value: float) -> Literal:
    return Literal(f"{value:.4f}".rstrip("0").removesuffix(".") if value % 1 else f"{value:.1f}", datatype=_DECIMAL)


def _date(value: str) -> Literal:
    """A day, month or year with its datatype; any other way of dating stays words."""
    for datatype, pattern in _DATES:
        if re.fullmatch(pattern, value) and _exists(value):
            return Literal(value, datatype=NamedNode(expand(datatype)))
    return _text(value)


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    except ValueError:
        return False
    return True


_DAY = NamedNode(expand("xsd:date"))
_NUMBER = NamedNode(expand("xsd:nonNegativeInteger"))
_DECIMAL = NamedNode(expand("xsd:decimal"))
