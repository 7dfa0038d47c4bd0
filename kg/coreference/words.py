"""The words of a Doc as plain lists: an attribute of a spaCy token costs ten times as much as an item of a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from spacy.tokens import Doc

from kg.lexicon.wordlists import table

NAMED = 6  # attributes of a token that are words, not numbers


@dataclass(slots=False)
class Words:
    """Parallel lists, an item a token; `head` is an index, `sentence` a running number."""

    text: list[str]
    start: list[int]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    lemma: list[str]
    head: list[int]
    label: list[str]
    begins: list[bool]
    sentence: list[int]
    lower: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def end(self, index: int) -> int:
        """The offset after a token."""
        return self.start[index] + len(self.text[index])

    @cached_property
    def children(self) -> list[list[int]]:
        """Of each token, those it governs, in text order."""
        found: list[list[int]] = [[] for _ in self.text]
        for index, head in enumerate(self.head):
            if head != index:
                found[head].append(index)
        return found

    def span_head(self, first: int, last: int) -> int:
        """The token of first..last-1 that is governed from outside; the last such that is no punctuation."""
        best = -1
        for index in range(first, last):
            if not first <= self.head[index] < last or self.head[index] == index:
                if self.pos[index] not in ("PUNCT", "SPACE", "DET", "ADP", "PART") or best < 0:
                    return index
                best = index if best < 0 else best
        return best if best >= 0 else last - 1


def words_of(doc: Doc) -> Words:
    """Read a Doc once."""
    strings = doc.vocab.strings
    cache: dict[int, str] = {}

    def named(values: list[int]) -> list[str]:
        for value in set(values):
            if value not in cache:
                cache[value] = strings[value] if value else ""
        return [cache[value] for value in values]

    attributes: list[int | str] = [
        "ORTH",
        "TAG",
        "POS",
        "DEP",
        "LEMMA",
        "ENT_TYPE",
        "IDX",
        "HEAD",
        "ENT_IOB",
        "SENT_START",
    ]
    array = doc.to_array(attributes)
    named_columns = array[:, :NAMED].T.tolist() if len(doc) else [[]] * NAMED
    start, head, iob, begins = array[:, NAMED:].astype("int64").T.tolist() if len(doc) else [[]] * 4
    text, tag, pos, dep, lemma, label = (named(column) for column in named_columns)
    lowered = {word: word.lower() for word in set(text)}
    corrected = table("verb_forms")
    lemma = [
        corrected.get(lowered[word], known) if kind == "VERB" else known
        for word, known, kind in zip(text, lemma, pos, strict=True)
    ]
    return Words(
        text=text,
        start=start,
        tag=tag,
        pos=pos,
        dep=dep,
        lemma=lemma,
        head=[index + offset for index, offset in enumerate(head)],
        label=label,
        begins=[value == 3 for value in iob],
        sentence=list(accumulate(value == 1 for value in begins)),
        lower=[lowered[word] for word in text],
    )
