"""What the page shows, read from the RDF alone: entities, claims, sentences, documents and mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.page.lookup import Reader, label, local_name
from kg.vocabulary import CLAIM_TERMS, ENTITY_TYPES, NAMESPACE, expand

KG = Namespace(NAMESPACE)
NIF = Namespace(expand("nif:"))
ITSRDF = Namespace(expand("itsrdf:"))
SCHEMA = Namespace(expand("schema:"))

TYPES = tuple(ENTITY_TYPES)
TYPE_NAMES = {URIRef(expand(name)): type_ for type_, name in ENTITY_TYPES.items()}

# What a claim says of itself; every other `kg:` property of a claim is a participant under its own role.
OWN_PROPERTIES = frozenset(KG[name] for name in CLAIM_TERMS)


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity; `weight` counts the claims it takes part in, also as their speaker."""

    iri: str
    label: str
    type: str
    aliases: tuple[str, ...]
    links: tuple[str, ...]
    why: tuple[str, ...]
    country: str
    weight: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its whole text; `same_as` is the index of the document it is a copy of."""

    iri: str
    title: str
    text: str
    facts: dict[str, str]
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a document's text in code points."""

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity by its index, or a literal (`entity` None) by its words."""

    role: str
    entity: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with everything that the page says about it."""

    iri: str
    subject: int
    relation: int
    object: Participant | None
    others: tuple[Participant, ...]
    positive: bool
    modality: str
    confidence: float
    speaker: int | None
    source: str
    sentence: Span | None
    quote: str
    subject_span: Span | None
    object_span: Span | None
    words: str
    time: str
    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class PageData:
    """The graph in the page's own order: things by weight, the rest by IRI."""

    things: tuple[Thing, ...]
    relations: tuple[tuple[str, str], ...]
    documents: tuple[Source, ...]
    claims: tuple[Statement, ...]
    mentions: tuple[tuple[int, int, int, int], ...] = field(default=())


def read(rdf: Graph) -> PageData:
    """Everything the page needs from a graph file of ours, in an order that depends on the content only."""
    reader = Reader(rdf)
    claims = sorted(rdf.subjects(RDF.type, KG.Claim), key=str)
    roles = _roles(rdf, reader)
    sources = _documents(reader)
    numbers = {URIRef(source.iri): index for index, source in enumerate(sources)}
    spans = _spans(reader, numbers)
    things = _things(reader, claims, roles)
    places = {URIRef(thing.iri): index for index, thing in enumerate(things)}
    properties = sorted({p for p in (reader.one(claim, RDF.predicate) for claim in claims) if p is not None}, key=str)
    relations = {prop: index for index, prop in enumerate(properties)}
    statements = [
        _statement(reader, claim, places, relations, roles, spans)
        for claim in claims
        if reader.one(claim, RDF.subject) in places and reader.one(claim, RDF.predicate) in relations
    ]
    return PageData(
        things=tuple(things),
        relations=tuple((str(prop), label(reader, prop)) for prop in properties),
        documents=tuple(sources),
        claims=tuple(statements),
        mentions=tuple(sorted(_mentions(reader, spans, places))),
    )


def _roles(rdf: Graph, reader: Reader) -> tuple[URIRef, ...]:
    found = rdf.query(f"SELECT DISTINCT ?p WHERE {{ ?c a <{KG.Claim}> ; ?p ?o }}")
    names = {URIRef(str(row[0])) for row in found if str(row[0]).startswith(str(KG))}  # type: ignore[index]
    return tuple(sorted(names - OWN_PROPERTIES))


def _documents(reader: Reader) -> list[Source]:
    texts = reader.table(NIF.isString)
    order = sorted(texts, key=lambda iri: (reader.text(iri, DCTERMS.issued, DCTERMS.created, DCTERMS.date), str(iri)))
    places = {iri: index for index, iri in enumerate(order)}
    return [
        Source(
            iri=str(iri),
            title=reader.text(iri, DCTERMS.title, KG.subjectLine, DCTERMS.identifier, RDFS.label) or local_name(iri),
            text=str(texts[iri][0]),
            facts=dict(_facts(reader, iri)),
            same_as=_copy_of(reader, iri, places),
        )
        for iri in order
    ]


def _copy_of(reader: Reader, iri: Node, places: dict[Node, int]) -> int | None:
    original = reader.one(iri, PROV.alternateOf)
    return places.get(original) if original is not None else None


def _facts(reader: Reader, iri: Node) -> Iterator[tuple[str, str]]:
    """The document's particulars that a reader would cite, under the names the page prints."""
    for name, props in {
        "date": (DCTERMS.issued, DCTERMS.created, DCTERMS.date),
        "author": (DCTERMS.creator, SCHEMA.author),
        "publisher": (DCTERMS.publisher, SCHEMA.publisher),
        "file": (DCTERMS.source,),
        "url": (SCHEMA.url,),
        "reference": (DCTERMS.identifier, KG.reference),
        "classification": (KG.classification,),
        "origin": (KG.origin,),
    }.items():
        value = reader.one(iri, *props)
        if value is not None:
            yield name, label(reader, value) if isinstance(value, URIRef) and name != "url" else str(value)


def _spans(reader: Reader, numbers: dict[URIRef, int]) -> dict[Node, Span]:
    ends = reader.table(NIF.endIndex)
    contexts = reader.table(NIF.referenceContext)
    return {
        iri: Span(numbers[contexts[iri][0]], int(str(starts[0])), int(str(ends[iri][0])))  # type: ignore[index]
        for iri, starts in reader.table(NIF.beginIndex).items()
        if iri in ends and iri in contexts and contexts[iri][0] in numbers
    }


def _things(reader: Reader, claims: list[Node], roles: tuple[URIRef, ...]) -> list[Thing]:
    weight: dict[URIRef, int] = defaultdict(int)
    for claim in claims:
        for node in dict.fromkeys(reader.all(claim, RDF.subject, RDF.object, KG.speaker, *roles)):
            if isinstance(node, URIRef):
                weight[node] += 1
    for entities in reader.table(ITSRDF.taIdentRef).values():
        for entity in entities:
            if isinstance(entity, URIRef):
                weight[entity] += 0
    order = sorted(weight, key=lambda iri: (-weight[iri], str(iri)))
    return [
        Thing(
            iri=str(iri),
            label=label(reader, iri),
            type=_type(reader, iri),
            aliases=tuple(dict.fromkeys(str(alias) for alias in reader.all(iri, SKOS.altLabel))),
            links=tuple(dict.fromkeys(str(link) for link in reader.all(iri, OWL.sameAs, SKOS.closeMatch))),
            why=tuple(str(reason) for reason in reader.all(iri, KG.why)),
            country=next((label(reader, node) for node in reader.all(iri, KG.country)), ""),
            weight=weight[iri],
        )
        for iri in order
    ]


def _type(reader: Reader, iri: Node) -> str:
    names = [TYPE_NAMES[kind] for kind in reader.all(iri, RDF.type) if isinstance(kind, URIRef) and kind in TYPE_NAMES]
    return next((name for name in names if name != "Thing"), "Thing")


def _statement(
    reader: Reader,
    claim: Node,
    places: dict[URIRef, int],
    relations: dict[Node, int],
    roles: Iterable[URIRef],
    spans: dict[Node, Span],
) -> Statement:
    def participant(role: str, node: Node) -> Participant:
        entity = places.get(node) if isinstance(node, URIRef) else None
        return Participant(role, entity, "" if entity is not None else _words(reader, node))

    obj = reader.one(claim, RDF.object)
    sentence = reader.one(claim, PROV.wasDerivedFrom)
    speaker = reader.one(claim, KG.speaker)
    source = reader.one(claim, PROV.wasAttributedTo)
    others = [participant(label(reader, role), node) for role in roles for node in reader.all(claim, role)]
    return Statement(
        iri=str(claim),
        subject=places[URIRef(str(reader.one(claim, RDF.subject)))],
        relation=relations[reader.one(claim, RDF.predicate) or claim],
        object=participant("object", obj) if obj is not None else None,
        others=tuple(others),
        positive=reader.one(claim, KG.polarity) != KG.Negative,
        modality=local_name(reader.one(claim, KG.modality) or KG.Asserted).lower(),
        confidence=round(float(reader.text(claim, KG.confidence) or 1.0), 3),
        speaker=places.get(URIRef(str(speaker))) if speaker is not None else None,
        source=label(reader, source) if source is not None else "",
        sentence=spans.get(sentence) if sentence is not None else None,
        quote=reader.text(sentence, NIF.anchorOf) if sentence is not None and sentence not in spans else "",
        subject_span=spans.get(reader.one(claim, KG.subjectMention) or claim),
        object_span=spans.get(reader.one(claim, KG.objectMention) or claim),
        words=reader.text(claim, KG.words),
        time=reader.text(claim, KG.time),
        begin=reader.text(claim, KG.begin),
        end=reader.text(claim, KG.end),
    )


def _words(reader: Reader, node: Node) -> str:
    return str(node) if isinstance(node, Literal) else label(reader, node)


def _mentions(
    reader: Reader, spans: dict[Node, Span], places: dict[URIRef, int]
) -> Iterator[tuple[int, int, int, int]]:
    for iri, entities in reader.table(ITSRDF.taIdentRef).items():
        span = spans.get(iri)
        for entity in entities:
            if span is not None and entity in places:
                yield span.document, span.start, span.end, places[entity]  # type: ignore[index]
