"""What was read as lines of JSON: claims.jsonl, mentions.jsonl, documents.jsonl.

Every line stands by itself, with full IRIs and null for what is unknown, so that a spreadsheet, jq or pandas can take
them as they are. Offsets count in the `text` of the document's line, where `text[start:end]` is the quote.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.model import Claim, Corpus, Document, EntityMention, Participant
from kg.vocabulary import Namespaces

Row = dict[str, Any]

DOCUMENT_KEYS = (
    *("id", "source", "title", "kind", "date", "released", "author", "publisher", "language"),
    *("reference", "classification", "origin", "url", "sha256", "text"),
)


def write(corpus: Corpus, folder: Path, names: Namespaces) -> list[Path]:
    """The three files of that corpus, written into the folder."""
    tables: dict[str, Iterable[Row]] = {
        "claims.jsonl": claims(corpus, names),
        "documents.jsonl": documents(corpus),
        "mentions.jsonl": mentions(corpus, names),
    }
    return [_write(rows, folder / name) for name, rows in tables.items()]


def claims(corpus: Corpus, names: Namespaces) -> Iterator[Row]:
    """A row a claim, in the order of the corpus."""
    return (_claim(claim, names) for claim in corpus.claims)


def documents(corpus: Corpus) -> Iterator[Row]:
    """A row a document, with the body that all offsets count in."""
    return (_document(document) for document in corpus.documents)


def mentions(corpus: Corpus, names: Namespaces) -> Iterator[Row]:
    """A row a mention, with the node it ended in and the rule that put it there."""
    known = {entity.key: (entity.label, entity.type) for entity in corpus.entities}
    for mention in corpus.mentions:
        label, type_ = known.get(mention.entity or "", (None, None))
        yield _mention(mention, names) | {"label": label, "type": type_, "rule": mention.mention.rule}


def _claim(claim: Claim, names: Namespaces) -> Row:
    relation = claim.relation
    return {
        "id": claim.id,
        "doc": claim.doc,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "subject": _participant(claim.subject, names),
        "relation": {
            "text": relation.text,
            "label": relation.label,
            "lemma": relation.lemma,
            "iri": str(names.relation(relation.lemma)),
        },
        "object": _participant(claim.object, names) if claim.object else None,
        "arguments": [{"role": each.role} | _named(each.participant, names) for each in claim.arguments],
        "polarity": claim.polarity,
        "modality": claim.modality,
        "attribution": _named(claim.attribution, names) if claim.attribution else None,
        "time": claim.time.value if claim.time else None,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "implied": claim.implied,
    }


def _named(who: Participant, names: Namespaces) -> Row:
    return {"text": who.text, "label": who.label, "entity": str(names.entity(who.entity)) if who.entity else None}


def _participant(who: Participant, names: Namespaces) -> Row:
    return _named(who, names) | {"type": who.type, "start": who.start, "end": who.end}


def _document(document: Document) -> Row:
    return {key: getattr(document, key) for key in DOCUMENT_KEYS}


def _mention(each: EntityMention, names: Namespaces) -> Row:
    mention = each.mention
    return {
        "doc": each.doc,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "entity": str(names.entity(each.entity)) if each.entity else None,
    }


def _write(rows: Iterable[Row], path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
