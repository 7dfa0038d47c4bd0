"""Language knowledge as data: the relations, and the word lists that rules refer to by name.

`words("offices")` reads offices.txt (an entry a line), `table("months")` reads months.tsv (two columns);
`load_relations()` reads relations.toml. Everything is read once; nothing is read before it is asked for.
"""

from __future__ import annotations

from kg.lexicon.relations import (
    Converse,
    NounPattern,
    RelationEntry,
    Relations,
    VerbMatch,
    load_relations,
    third_person,
)
from kg.lexicon.wordlists import table, words

__all__ = [
    "Converse",
    "NounPattern",
    "RelationEntry",
    "Relations",
    "VerbMatch",
    "load_relations",
    "table",
    "third_person",
    "words",
]
