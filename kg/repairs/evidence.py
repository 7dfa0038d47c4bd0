"""What a repair may go by beside the tree itself."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon import Relations
from kg.phrases import Names
from kg.tree import Sentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence around the word, the document's names, and the acts that the lexicon knows."""

    sentence: Sentence
    names: Names
    relations: Relations
