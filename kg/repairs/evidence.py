"""What a repair may go by beside the tree itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from kg.lexicon import Relations
from kg.phrases import Names
from kg.tree import Sentence, Word


@dataclass(frozen=True)
class Evidence:
    """The sentence around the word, the document's names, and the acts that the lexicon knows."""

    sentence: Sentence
    names: Names
    relations: Relations

    def semicolon_between(self, first: Word, second: Word) -> bool:
        return self._semicolons[first.i] != self._semicolons[second.i]

    def colon_between(self, first: Word, second: Word) -> bool:
        return self._colons[first.i] != self._colons[second.i]

    def depth(self, word: Word) -> int:
        """How many brackets are open around the word."""
        return self._depths[word.i]

    @cached_property
    def _semicolons(self) -> list[int]:
        return list(accumulate(word.text == ";" for word in self.sentence.words))

    @cached_property
    def _colons(self) -> list[int]:
        return list(accumulate(word.text == ":" for word in self.sentence.words))

    @cached_property
    def _depths(self) -> list[int]:
        steps = ((word.text == "(") - (word.text == ")") for word in self.sentence.words)
        return list(accumulate(steps, lambda depth, step: max(depth + step, 0)))


def left_edge(word: Word) -> int:
    """The place where the word's phrase begins."""
    while word.children and word.children[0].i < word.i:
        word = word.children[0]
    return word.i
