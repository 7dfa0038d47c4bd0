"""Who "I" is inside a quotation: "I know nothing," Putin said.

Only when the text says who speaks, by a verb of saying beside the quotation; a further quotation of the same paragraph
goes on with the same speaker. Outside quotations "I", "we" and "you" are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.coreference.words import Words
from kg.lexicon.wordlists import words as wordlist

FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
OPENING, CLOSING, PLAIN = "“", "”", '"'
REACH = 14  # words between a quotation and its verb of saying
SUBJECTS = frozenset(("nsubj",))


def spoken(words: Words) -> Iterator[tuple[int, int]]:
    """Each first-person pronoun of a quotation with the subject of the saying: pairs of tokens."""
    speaker, paragraph = -1, -1
    for first, last, block in _quotations(words):
        said_by = _speaker(words, first, last)
        if said_by < 0 and block == paragraph:
            said_by = speaker
        speaker, paragraph = said_by, block
        if said_by >= 0:
            for index in range(first + 1, last):
                if words.pos[index] == "PRON" and words.lower[index] in FIRST_PERSON:
                    yield index, said_by


def _quotations(words: Words) -> Iterator[tuple[int, int, int]]:
    """The quotations: their quotation marks, and the number of the paragraph."""
    opened, block = -1, 0
    for index, word in enumerate(words.text):
        if "\n" in word and words.pos[index] == "SPACE":
            opened, block = -1, block + 1
        elif word == OPENING or (word == PLAIN and opened < 0):
            opened = index
        elif word in (CLOSING, PLAIN) and opened >= 0:
            yield opened, index, block
            opened = -1


def _speaker(words: Words, first: int, last: int) -> int:
    """The subject of the verb of saying beside a quotation; -1 when there is none.

    It stands behind one that goes on with it ("“I know,” Lund said"), else before it ("Lund said: “I know.” Berg …").
    """
    behind, before = range(last + 1, min(last + REACH, len(words))), range(first - 1, max(first - REACH, -1), -1)
    closed = words.text[last - 1] in (".", "!", "?")
    for span in (before, behind) if closed else (behind, before):
        if (subject := _saying(words, span, first, last)) is not None:
            return subject
    return -1


def _saying(words: Words, span: range, first: int, last: int) -> int | None:
    """The subject of the first verb of saying in a span beside the quotation; behind it, in its sentence."""
    for index in span:
        word = words.text[index]
        if "\n" in word or word in (OPENING, CLOSING, PLAIN):
            break
        if words.pos[index] == "VERB" and words.lemma[index] in wordlist("saying_verbs"):
            subject = next((child for child in words.children[index] if words.dep[child] in SUBJECTS), -1)
            if subject >= 0 and not first < subject < last:
                return subject
        if span.step > 0 and word in (".", "?", "!", ";"):
            break
    return None
