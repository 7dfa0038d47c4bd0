"""Verbatim triples as lines: columns for tools of open information extraction, or JSON with offsets."""

from __future__ import annotations

import json
from dataclasses import asdict

from kg.verbatim import Triple


def tsv(triple: Triple) -> str:
    """Document, subject, relation, object and the further arguments asked for; one space for any white space."""
    cells = (triple.doc, triple.subject, triple.relation, triple.object, *triple.more)
    return "\t".join(" ".join(cell.split()) for cell in cells)


def jsonl(triple: Triple) -> str:
    """The same with the offsets of the sentence; `more` holds the further arguments."""
    return json.dumps(asdict(triple), ensure_ascii=False)


FORMATS = {"tsv": tsv, "jsonl": jsonl}
