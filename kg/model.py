"""The words of the project as frozen values: what each stage hands to the next.

Offsets always count Unicode code points of `Document.text`, so that `text[start:end]` is the quote.
Every value here is plain data (no spaCy, no rdflib): it can be pickled, hashed and written as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["title", "heading", "caption", "paragraph", "header"]
MentionKind = Literal["name", "nominal", "pronoun"]
EntityType = Literal[
    "Person", "Organization", "Country", "Place", "Event", "Product", "Group", "Work", "Thing", "Literal"
]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "planned", "possible", "desired", "required", "conditional"]
Sex = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the body text that stands by itself; no sentence and no name crosses its ends.

    Prose is read in titles, headings, captions and paragraphs. A *header* (byline, dateline, "Classified By: …")
    is kept for the names in it but yields no claims.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a loader found out about a document besides its text.

    `date` and `released` are ISO (a day, a month or a year). `kind` is `article`, `cable`, `report` or what the
    input says.
    """

    kind: str = "article"
    title: str | None = None
    date: str | None = None
    released: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    reference: str | None = None
    classification: str | None = None
    origin: str | None = None
    url: str | None = None
    sender: str | None = None
    addressees: tuple[str, ...] = ()
    classified_by: str | None = None
    subject: str | None = None
    tags: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Metadata):
    """One text with what is known of it; `text` is the body: no furniture, hard wraps joined.

    `source` is the path relative to the PATH given; `sha256` is of `text` in UTF-8.
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or refers to something.

    `head` is the offset of the head word's first character: a phrase and a mention with one head are about one
    thing. `name` is the span's text without title, article and possessive ("" for pronouns). `rule` says why the
    mention stands in its chain.
    """

    start: int
    end: int
    head: int
    text: str
    kind: MentionKind
    name: str
    rule: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing within one document, in text order; only chains with a name become shared nodes.

    `votes` are the counts behind `type`. `titles` are offices and forms of address seen with the names
    ("President", "Mr").
    """

    label: str
    type: EntityType
    mentions: tuple[Mention, ...]
    votes: tuple[tuple[str, float], ...] = ()
    titles: tuple[str, ...] = ()
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """What fills a slot of a proposition: the full phrase, and the compact one a reader would take as a node.

    `start`, `end` span the full noun phrase and `text` is exactly that quote; `head` is the offset of the head
    word's first character, which ties the phrase to a mention. `label` is compact (no determiner, relative clause,
    trailing prepositional phrase or quantity). `amount` is the quantity taken out ("5–9", "3.4 billion USD").
    `generic` phrases ("diesel submarines") mean the same thing in any document; others ("the visit") do not.
    A `literal` phrase (an adjective, a number) is a value and never a node.
    """

    start: int
    end: int
    head: int
    text: str
    label: str
    amount: str | None = None
    generic: bool = False
    literal: bool = False
    type: EntityType = "Thing"


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant or adjunct of a proposition.

    `role` is one of object, recipient, from, to, with, as, place, time, amount, about, by, for, against, of, …;
    `marker` the preposition in the text ("" for a bare noun phrase).
    """

    role: str
    marker: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Relation:
    """The relation of a proposition.

    `text` is the words of the sentence ("has bought"), `lemma` canonical ("buy", "express concern over"), `label`
    third person and positive ("buys"). `known` says that the lexicon has it under `lemma`.
    """

    text: str
    lemma: str
    label: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression resolved against the document's date.

    `value` is an ISO date, month or year, or an interval `begin/end` whose ends may be open (`..`). `begin` and `end`
    are the first and last day as ISO dates, None where open or unknown.
    """

    start: int
    end: int
    text: str
    value: str
    begin: str | None
    end_date: str | None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one clause or noun phrase says, n-ary and in the words of the text.

    `features` are the links of its clause to others ("acl", "relcl", …), from which confidence is computed. `implied`
    is true when the relation word is not in the sentence (apposition, title, possessive). `start`, `end` span the
    sentence. `sources` are who says it, innermost first. `anchor` is the offset of the word that says it: propositions
    with one anchor are one event with its coordinated participants.
    """

    extractor: str
    start: int
    end: int
    subject: Phrase
    relation: Relation
    arguments: tuple[Argument, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    sources: tuple[Phrase, ...] = ()
    time: Time | None = None
    implied: bool = False
    features: tuple[str, ...] = ()
    anchor: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says by itself; the unit of caching, of parallel work and of recovery."""

    document: Document
    chains: tuple[Chain, ...]
    propositions: tuple[Proposition, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer from an entity to the same thing elsewhere; `certain` links become owl:sameAs, others
    skos:closeMatch."""

    iri: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Entity:
    """One real-world thing across the corpus.

    `key` is the last part of its IRI: the slug of the canonical name, with `-` and 6 hex digits of the document's id
    when the thing must not merge across documents. `why` is the evidence for the merges, one sentence each.
    """

    key: str
    label: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    why: tuple[str, ...] = ()
    part_of: str | None = None  # key of the country a metonym or demonym points at


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity (or a literal: `entity` None) in a slot of a claim, with the words that put it there.

    `start`, `end` are None when no words of the sentence stand for it.
    """

    text: str
    label: str
    type: EntityType
    entity: str | None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A further participant of a claim: role as in `Argument`."""

    role: str
    participant: Participant


@dataclass(frozen=True, slots=True)
class Claim:
    """A subject–relation–object statement with its qualifiers and its evidence.

    `id` is a hash of the content; `event` is shared by the claims of one proposition. `start`, `end` are the offsets of
    `sentence` in the document's text. `extractor` names the rule that read it.
    """

    id: str
    event: str
    doc: str
    sentence: str
    start: int
    end: int
    subject: Participant
    relation: Relation
    object: Participant | None
    arguments: tuple[Qualifier, ...]
    polarity: Polarity
    modality: Modality
    attribution: Participant | None
    time: Time | None
    confidence: float
    extractor: str
    implied: bool


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention with the entity it ended in: a line of mentions.jsonl."""

    doc: str
    mention: Mention
    entity: str | None


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the whole corpus says: the input of the graph.

    `copies` maps the id of a syndicated copy to the id of the document it repeats: they count as one source.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[EntityMention, ...]
    claims: tuple[Claim, ...]
    run: dict[str, str] = field(default_factory=dict)  # software, model and lexicon versions
    copies: dict[str, str] = field(default_factory=dict)
