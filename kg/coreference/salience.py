"""How present each thing is to a reader at a point of the text."""

from __future__ import annotations

import math

FADED = 0.12  # below which nothing is remembered
MOST_SENTENCES = 6  # more than these make no difference


class Salience:
    """Weights that mentions add to and every new sentence halves; negative keys are nouns without a name."""

    def __init__(self, most: float = math.inf) -> None:
        self._most = most  # nothing is more present, however often it is mentioned
        self.weight: dict[int, float] = {}
        self._sentence = -1

    def enter(self, sentence: int) -> None:
        """Come to a sentence."""
        if sentence == self._sentence:
            return
        passed = min(sentence - self._sentence, MOST_SENTENCES) if self._sentence >= 0 else 0
        self._sentence = sentence
        factor = 0.5**passed
        self.weight = {key: value * factor for key, value in self.weight.items() if value * factor > FADED}

    def add(self, key: int, weight: float) -> None:
        """Mention a thing."""
        self.weight[key] = min(self.weight.get(key, 0.0) + weight, self._most)

    def ranked(self) -> list[tuple[int, float]]:
        """Things and weights, the most present first."""
        return sorted(self.weight.items(), key=lambda item: (-item[1], item[0]))
