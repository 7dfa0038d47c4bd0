"""Where names stand in a document: what the recogniser found, mended, and what it missed.

"Venezuelan President Hugo Chavez's visit" holds the name *Hugo Chavez* with the title *Venezuelan President*. A name
found once is looked for again; what syntax tags as a proper noun is a name too. Nothing that is only a title ("the
President"), a nationality ("Russian") or a date is a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.coreference.boundaries import complete, numbered, pieces, trimmed, widened
from kg.coreference.lists import lists
from kg.coreference.names import AMOUNTS, LABELS, PROPER, Name, capital, starts_sentence
from kg.coreference.repeats import again, in_headlines, nested
from kg.coreference.titles import title_at, title_before
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist

HEADS = frozenset(["chief", "chiefs", "head", "heads"])
SOME = frozenset(["a", "an", "another", "any", "each", "either", "every", "no", "other", "'s", "’s"])
WRITERS = frozenset(["department", "embassy", "government", "ministry"])
BETWEEN = frozenset(["of", "de", "del", "van", "von", "bin", "al"])


def find_names(words: Words, text: str) -> list[Name]:
    """All names of a document in text order; a nested one ("Russia" in "Bank of Russia") follows the one around it."""
    covered = [False] * len(words)
    names: list[Name] = []

    def take(found: Iterator[Name]) -> None:
        for name in found:
            if not any(covered[name.first : name.last]):
                complete(words, name, covered)
                numbered(words, name, covered)
                name.title = name.title or title_before(words, name)
                covered[name.first : name.last] = [True] * (name.last - name.first)
                name.words = tuple(words.text[name.first : name.last])
                names.append(name)

    loud = _loud_sentences(words)
    take(_headed(words, loud))
    take(_recognised(words, loud))
    take(again(words, names, covered))
    take(_proper(words, covered, loud))
    take(again(words, names, covered))
    take(in_headlines(words, names, covered, loud))
    _join_places(words, names)
    names.extend(nested(words, names))
    names = [name for name in names if not _is_somebodys(words, name)]
    names.sort(key=lambda name: (name.first, -name.last))
    for name in names:
        name.text = " ".join(text[words.start[name.first] : words.end(name.last - 1)].split())
    return names


def _join_places(words: Words, names: list[Name]) -> None:
    """Make one name of a body and the country that it is the body of: the *Government of Chad*."""
    starts = {name.first: name for name in names}
    for name in names:
        of = name.last
        if _is_body(words, name) and words.lower[of : of + 1] == ["of"] and (place := starts.get(of + 1)):
            known = gazetteer.find(" ".join(place.words))
            if known and known.kind == "country":
                name.last, name.rule = place.last, "proper noun"
                name.words = tuple(words.text[name.first : name.last])
                place.nested = True


def _is_body(words: Words, name: Name) -> bool:
    """Is it one word for a body that every nation has, and by itself: "the Government", not "the Government plan"?"""
    body = words.lower[name.first]
    return (
        name.last - name.first == 1
        and body in wordlist("national_institutions")
        and words.dep[name.first] != "compound"
    )


def _is_somebodys(words: Words, name: Name) -> bool:
    """Is it a body told by whose it is, and by no name: "your Government", "this Embassy", "Chief of Government"?"""
    index = name.first
    if not _is_body(words, name) or index == 0 or name.last == len(words):
        return False
    before = words.lower[index - 1]
    return (
        words.tag[index - 1] == "PRP$"
        or (before == "this" and words.lower[index] in WRITERS)
        or before in SOME
        or (name.nested and words.lower[name.last] == "of")
        or (before == "of" and words.lower[index - 2] in HEADS)
    )


def _loud_sentences(words: Words) -> frozenset[int]:
    """Sentences written In Title Case or IN CAPITALS, where a capital says nothing."""
    counts: dict[int, list[int]] = {}
    for index, word in enumerate(words.text):
        if len(word) > 3 and word.isalpha() and words.label[index] not in AMOUNTS:
            count = counts.setdefault(words.sentence[index], [0, 0])
            count[0] += 1
            count[1] += capital(word)
    return frozenset(s for s, (every, capitals) in counts.items() if every >= 3 and capitals / every > 0.75)


def _recognised(words: Words, loud: frozenset[int]) -> Iterator[Name]:
    """The recogniser's spans, cut and trimmed."""
    alone = _alone(words)
    first, count = 0, len(words)
    while first < count:
        label = words.label[first]
        last = first + 1
        if label:
            while last < count and words.label[last] == label and not words.begins[last]:
                last += 1
            if label in LABELS:
                for start, end in pieces(words, first, last, label, alone):
                    name = trimmed(words, start, end, label)
                    if name:
                        yield name if words.sentence[first] in loud else widened(words, name, alone)
        first = last


def _headed(words: Words, loud: frozenset[int]) -> Iterator[Name]:
    """Names whose head noun stands behind an "of the": Law of the Sea *Conference*."""
    heads, count = lists().organisations | lists().events, len(words)
    for index, lower in enumerate(words.lower):
        before = index - 1
        if lower != "of" or words.lower[index + 1 : index + 2] != ["the"] or words.sentence[index] in loud:
            continue
        if not index or words.lower[before] not in lists().works or not _capital_noun(words, before):
            continue
        end = index + 2
        while end < count and _capital_noun(words, end):
            end += 1
        if end > index + 3 and words.lower[end - 1] in heads:
            while before > 0 and _capital_noun(words, before - 1):
                before -= 1
            yield Name(before, end, "", "proper noun")


def _capital_noun(words: Words, index: int) -> bool:
    return words.tag[index] in PROPER and capital(words.text[index])


def _alone(words: Words) -> frozenset[str]:
    """The proper nouns that are subjects or possessors by themselves."""
    return frozenset(
        words.text[index]
        for index, tag in enumerate(words.tag)
        if tag in PROPER
        and words.dep[index] in ("nsubj", "nsubjpass", "poss")
        and all(words.dep[child] in ("case", "appos", "punct", "relcl") for child in words.children[index])
        and capital(words.text[index])
    )


def _proper(words: Words, covered: list[bool], loud: frozenset[int]) -> Iterator[Name]:
    """Runs of proper nouns that nothing covers yet."""
    index, count = 0, len(words)
    while index < count:
        if not _proper_word(words, covered, index) or words.sentence[index] in loud:
            index += 1
            continue
        last = _run_end(words, covered, index)
        for start, end, title in _around_titles(words, _run_start(words, covered, index), last):
            name = trimmed(words, start, end, "")
            if name and not (name.last - name.first == 1 and _opens_as_word(words, name.first)):
                name.rule = "proper noun"
                name.title = name.title or title
                yield name
        index = last


def _opens_as_word(words: Words, index: int) -> bool:
    return words.lower[index] in lists().common and starts_sentence(words, index)


def _proper_word(words: Words, covered: list[bool], index: int) -> bool:
    if words.tag[index] not in PROPER or covered[index] or words.label[index] in AMOUNTS:
        return False
    word = words.text[index]
    return len(word) > 1 and (capital(word) or capital(word[1:2]))


def _run_end(words: Words, covered: list[bool], index: int) -> int:
    """The end of the run of proper nouns that begins here, across an "of" behind a head of names."""
    last, count = index + 1, len(words)
    while last < count and words.sentence[last] == words.sentence[index]:
        if _proper_word(words, covered, last):
            last += 1
        elif words.lower[last] in BETWEEN and last + 1 < count and _proper_word(words, covered, last + 1):
            if words.lower[last] == "of" and words.lower[last - 1] not in lists().heads - lists().works:
                break
            last += 2
        else:
            break
    return last


def _run_start(words: Words, covered: list[bool], index: int) -> int:
    """With the capitalised adjectives before it, unless the sentence begins with them: the National Assembly."""
    first = index
    while first > 1 and not covered[first - 1] and capital(words.text[first - 1]) and words.pos[first - 1] == "ADJ":
        apart = words.sentence[first - 2] != words.sentence[index]
        if apart or gazetteer.country_of(words.text[first - 1]):
            break
        first -= 1
    return first


def _around_titles(words: Words, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Cut a run at titles: "Kremlin Foreign Policy Adviser Prikhodko" → "Kremlin Foreign Policy", "Prikhodko"."""
    start, title, index = first, "", first
    organised = words.lower[last - 1] in lists().organisations
    while index < last:
        step = title_at(words, index, last)
        if step and index + step < last and words.lower[index + step] not in ("of", "for") and not organised:
            if index > start:
                yield start, index, title
            title = " ".join(words.text[start : index + step])
            start = index = index + step
        else:
            index += 1
    if last > start:
        yield start, last, title
