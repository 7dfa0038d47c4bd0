"""Two documents and claims of every kind, written by hand: the graph's tests need no language model."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from kg.model import (
    Block,
    Claim,
    Corpus,
    Document,
    Entity,
    EntityMention,
    EntityType,
    Link,
    Mention,
    Modality,
    Participant,
    Polarity,
    Qualifier,
    Relation,
    Time,
)

BBC = (
    "Venezuela has bought fighter planes from Russia. Russia will sell submarines to Venezuela on June 28-30. "
    "Hugo Chavez arrived. Russia is dismissive. Chavez wants allies."
)
CABLE = (
    "The ministry denied that Russia sells submarines to Venezuela. Lavrov said that Venezuela buys tanks. "
    "Hugo Chavez met Lavrov in Moscow. Venezuela has bought fighter planes from Russia."
)


def document(id: str, text: str, **known: object) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    made = Document(id=id, source=f"{id}.txt", text=text, blocks=(Block("paragraph", 0, len(text)),), sha256=sha256)
    return replace(made, **known)  # type: ignore[arg-type]


DOCUMENTS = (
    document(
        "bbc",
        BBC,
        title="Chavez in Russia",
        date="2007-06-28",
        author="Martin Murphy",
        publisher="BBC News",
        language="en",
        url="https://news.example/1",
    ),
    document("cable", CABLE, kind="cable", date="2007-06", reference="07MOSCOW1", classification="CONFIDENTIAL"),
)
TEXTS = {"bbc": BBC, "cable": CABLE}

ENTITIES = (
    Entity("bbc-news", "BBC News", "Organization"),
    Entity("fighter-planes", "fighter planes", "Product"),
    Entity("hugo-chavez", "Hugo Chavez", "Person", ("Chavez", "President Chavez"), why=("same name in bbc and cable",)),
    Entity("lavrov-ab12cd", "Lavrov", "Person"),
    Entity("ministry-ab12cd", "ministry", "Organization"),
    Entity("moscow", "Moscow", "Place", part_of="russia"),
    Entity("russia", "Russia", "Country", ("Russian Federation",), (Link("http://www.wikidata.org/entity/Q159"),)),
    Entity("submarines", "submarines", "Product", links=(Link("http://www.wikidata.org/entity/Q2811", certain=False),)),
    Entity("tanks", "tanks", "Product"),
    Entity("venezuela", "Venezuela", "Country", (), (Link("http://www.wikidata.org/entity/Q717"),)),
)
KEYS = {entity.label: entity for entity in ENTITIES} | {"Chavez": ENTITIES[2]}


def participant(doc: str, words: str, after: int = 0) -> Participant:
    """The participant those words stand for; an entity if we know one by that name."""
    start = TEXTS[doc].find(words, after)
    span = (start, start + len(words)) if start >= 0 else (None, None)
    entity = KEYS.get(words.removeprefix("The "))
    type_: EntityType = entity.type if entity else "Literal"
    return Participant(words, entity.label if entity else words, type_, entity.key if entity else None, *span)


def claim(
    doc: str,
    sentence: str,
    subject: str,
    relation: tuple[str, str, str],
    object_: str | None = None,
    *,
    polarity: Polarity = "positive",
    modality: Modality = "asserted",
    speaker: str | None = None,
    time: Time | None = None,
    implied: bool = False,
    **roles: str,
) -> Claim:
    start = TEXTS[doc].index(sentence)
    said = f"{doc} {sentence} {subject} {relation[1]} {object_}"
    arguments = tuple(Qualifier(role.rstrip("_"), participant(doc, words, start)) for role, words in roles.items())
    return Claim(
        id=hashlib.sha256(said.encode()).hexdigest()[:12],
        event=hashlib.sha256(f"{doc} {sentence}".encode()).hexdigest()[:12],
        doc=doc,
        sentence=sentence,
        start=start,
        end=start + len(sentence),
        subject=participant(doc, subject, start),
        relation=Relation(relation[0], relation[1], relation[2], known=relation[1] in ("buy", "sell", "meet")),
        object=participant(doc, object_, start) if object_ else None,
        arguments=arguments,
        polarity=polarity,
        modality=modality,
        attribution=participant(doc, speaker, start) if speaker else None,
        time=time,
        confidence=0.87,
        extractor="clause",
        implied=implied,
    )


BUY, SELL = ("has bought", "buy", "buys"), ("sells", "sell", "sells")
PLANES = "Venezuela has bought fighter planes from Russia."
WILL_SELL = "Russia will sell submarines to Venezuela on June 28-30."
DENIED = "The ministry denied that Russia sells submarines to Venezuela."
TANKS = "Lavrov said that Venezuela buys tanks."
MET = "Hugo Chavez met Lavrov in Moscow."
JUNE = Time(
    BBC.index("June"), BBC.index("June") + 10, "June 28-30", "2007-06-28/2007-06-30", "2007-06-28", "2007-06-30"
)

CLAIMS = (
    claim("bbc", PLANES, "Venezuela", BUY, "fighter planes", from_="Russia"),
    claim("bbc", PLANES, "Russia", SELL, "fighter planes", to="Venezuela"),
    claim("bbc", WILL_SELL, "Russia", SELL, "submarines", modality="planned", time=JUNE, to="Venezuela", amount="five"),
    claim("bbc", "Hugo Chavez arrived.", "Hugo Chavez", ("arrived", "arrive", "arrives")),
    claim("bbc", "Russia is dismissive.", "Russia", ("is", "be", "is"), "dismissive"),
    claim(
        "bbc",
        "Chavez wants allies.",
        "Chavez",
        ("president of", "be president of", "is president of"),
        "Venezuela",
        implied=True,
    ),
    claim("cable", DENIED, "Russia", SELL, "submarines", polarity="negative", speaker="The ministry", to="Venezuela"),
    claim("cable", DENIED, "The ministry", ("denied", "deny", "denies")),
    claim("cable", TANKS, "Venezuela", BUY, "tanks", speaker="Lavrov"),
    claim("cable", MET, "Hugo Chavez", ("met", "meet with", "meets with"), "Lavrov", place="Moscow"),
    claim("cable", PLANES, "Venezuela", BUY, "fighter planes", from_="Russia"),
)


def mention(doc: str, words: str, key: str, rule: str = "name") -> EntityMention:
    start = TEXTS[doc].index(words)
    return EntityMention(doc, Mention(start, start + len(words), start, words, "name", words, rule), key)


MENTIONS = (
    mention("bbc", "Venezuela", "venezuela"),
    mention("bbc", "Russia", "russia"),
    mention("bbc", "Hugo Chavez", "hugo-chavez"),
    mention("bbc", "Chavez wants", "hugo-chavez", "surname"),
    mention("cable", "Hugo Chavez", "hugo-chavez"),
    mention("cable", "Lavrov", "lavrov-ab12cd"),
)

CORPUS = Corpus(
    DOCUMENTS,
    ENTITIES,
    MENTIONS,
    CLAIMS,
    {"software": "kg 0.1.0", "model": "en_core_web_sm 3.8.0", "lexicon": "0123456789ab"},
)
