"""Each found name looked for again: in the whole document, in headlines, and inside longer names.

Measured on news, speeches and travel guides this is the best single step after the recogniser. It goes by the same
letters, by whole words, longest first, and never for a bare title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.coreference.lists import COMPANY, lists
from kg.coreference.names import PROPER, Name, capital, starts_sentence
from kg.coreference.words import Words
from kg.lexicon import gazetteer

LONGEST = 7  # words of a name that is looked for
BEFORE_INNER = frozenset(("of", "in", "for", "at", "the", "to", "from", ","))
SMALLEST_CITY = 100_000  # people, of a city that may stand before the head of a longer name

Form = tuple[str, ...]


def again(words: Words, names: list[Name], covered: list[bool]) -> Iterator[Name]:
    """Each name once more, wherever it stands."""
    labels: dict[Form, str] = {}
    lengths: dict[str, set[int]] = {}
    for name in names:
        for form, label in _forms(name):
            labels.setdefault(form, label)
            lengths.setdefault(form[0], set()).add(len(form))
    longest = {word: sorted(found, reverse=True) for word, found in lengths.items()}
    for index, word in enumerate(words.text):
        if covered[index]:
            continue
        for length in longest.get(word, ()):
            form = tuple(words.text[index : index + length])
            if form in labels and not any(covered[index : index + length]) and _fits(words, index, length):
                yield Name(index, index + length, labels[form], "name again")
                break


def _forms(name: Name) -> Iterator[tuple[Form, str]]:
    """What to look for of a name: the whole, and of a person the surname."""
    if len(name.words) <= LONGEST and name.label != "NORP":
        again = "again " + name.label.removeprefix("again ")
        yield name.words, "" if name.label in ("WORK_OF_ART", "LAW") else again
    last = name.words[-1]
    if 2 <= len(name.words) <= 4 and len(last) > 2 and last.lower() not in COMPANY and _personal(name):
        yield name.words[-1:], "again PERSON"


def _personal(name: Name) -> bool:
    if name.label == "PERSON":
        return True
    named = not name.label and len(name.words) <= 3 and gazetteer.sex_of(name.words[0])
    return bool(named) and name.words[-1].lower() not in lists().heads


def _fits(words: Words, index: int, length: int) -> bool:
    """May a name be read here: no ordinary word that happens to begin a sentence?"""
    if length > 1:
        return True
    word, lower = words.text[index], words.lower[index]
    if lower in lists().nameless or lower in lists().titles or not (capital(word) or capital(word[1:2])):
        return False
    return words.tag[index] in PROPER or not (lower in lists().common and starts_sentence(words, index))


def in_headlines(words: Words, names: list[Name], covered: list[bool], loud: frozenset[int]) -> Iterator[Name]:
    """Names of the text inside headlines, whatever their case there."""
    if not loud:
        return
    forms = {tuple(word.lower() for word in name.words): name.label for name in names if len("".join(name.words)) > 3}
    for form, label in list(forms.items()):
        if label == "PERSON" and len(form[-1]) > 3:
            forms.setdefault(form[-1:], label)
    for index, sentence in enumerate(words.sentence):
        if sentence not in loud or covered[index] or not capital(words.text[index]):
            continue
        for length in range(min(LONGEST, len(words) - index), 0, -1):
            form = tuple(words.lower[index : index + length])
            if form in forms and not any(covered[index : index + length]):
                if length > 1 or form[0] not in lists().common:
                    label = forms[form].removeprefix("again ")
                    yield Name(index, index + length, "again " + label, "name again")
                break


def nested(words: Words, names: list[Name]) -> Iterator[Name]:
    """Names inside longer names: Boston in "Boston Red Sox", Andy Warhol in "Andy Warhol Foundation"."""
    forms = {name.words: name.label for name in names if name.label != "NORP"}
    for name in names:
        if name.label.endswith("PERSON") and len(name.words) > 1:
            forms.setdefault(name.words[-1:], "again PERSON")
    for name in names:
        size = name.last - name.first
        if size < 2 or (name.label.endswith(("PERSON", "GPE")) and size < 3) or gazetteer.find(" ".join(name.words)):
            continue
        index = name.first
        while index < name.last:
            length = _inner(words, name, index, forms) if capital(words.text[index]) else 0
            if length:
                form = tuple(words.text[index : index + length])
                label = forms.get(form, "").removeprefix("again ")
                label = "again " + label if label else ""
                yield Name(index, index + length, label, "name inside a name", words=form, nested=True)
            index += length or 1


def _inner(words: Words, name: Name, index: int, forms: Mapping[Form, str]) -> int:
    """The length of the name that stands by itself here inside another: at its beginning, or after a preposition."""
    after = index > name.first
    if after and words.lower[index - 1] not in BEFORE_INNER:
        return 0
    if not after and words.lower[name.last - 1] not in lists().heads and words.tag[name.last - 1] != "NNPS":
        return 0
    for length in range(min(4, name.last - index), 0, -1):
        if length == name.last - name.first or (not after and index + length == name.last):
            continue
        form = tuple(words.text[index : index + length])
        known = gazetteer.find(" ".join(form))
        if known and (known.kind != "city" or after or known.size >= SMALLEST_CITY):
            return length
        if form in forms and (length > 1 or form[0].lower() not in lists().common):
            return length
    return 0
