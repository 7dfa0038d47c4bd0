"""The names of a document as the reading of a sentence asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.lexicon.gazetteer import country_of
from kg.tree import Word


@dataclass(slots=True)
class Names:
    """What coreference knows, by the offset of a head word: its chain's label and type, and its name's span."""

    labels: Mapping[int, str] = field(default_factory=dict)  # head offset → chain label
    spans: Mapping[int, tuple[int, int]] = field(default_factory=dict)  # head offset → span of the name
    types: Mapping[int, str] = field(default_factory=dict)  # head offset → type of the chain

    def owner(self, word: Word) -> str | None:
        return self.labels.get(word.start)

    def country(self, adjective: str) -> str | None:
        """The country that a nationality adjective points at."""
        known = country_of(adjective) if adjective[:1].isupper() else None
        return known.label if known is not None and known.kind == "country" else None
