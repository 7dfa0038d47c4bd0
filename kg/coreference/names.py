"""Where names stand in a document: what the entity recogniser found, its edges mended, and what it missed.

"Venezuelan President Hugo Chavez's visit" holds the name *Hugo Chavez* with the title *Venezuelan President*. A name
found once is looked for again in the whole document; what syntax tags as a proper noun is a name too. Nothing that
is only a title ("the President"), a nationality ("Russian") or a date is a name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist

# What the recogniser's labels say about the type.
LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "EVENT": "Event",
    "NORP": "Group",
    "WORK_OF_ART": "Work",
    "PRODUCT": "Product",
    "LAW": "Work",
    "LANGUAGE": "Thing",
}
AMOUNTS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"))
PROPER = frozenset(("NNP", "NNPS"))
EDGES = frozenset(("PUNCT", "SPACE", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "PART", "SYM", "ADV", "VERB", "AUX", "INTJ"))
COMPANY = frozenset(("inc", "inc.", "ltd", "ltd.", "llc", "co.", "corp.", "jr.", "jr", "sr.", "iii"))
WITHIN_COMPOUND = frozenset("on upon le sur de la en am an al ul the in sous les and".split())
LONGEST = 7  # words of a name that is looked for again


@dataclass(slots=True)
class Name:
    """A name at tokens first..last-1: `label` is what the recogniser called it, `title` the words of office before it."""

    first: int
    last: int
    label: str
    rule: str
    title: str = ""
    words: tuple[str, ...] = ()
    nested: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Lists:
    titles: frozenset[str]
    particles: frozenset[str]
    nameless: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    common: frozenset[str]
    people: frozenset[str]


@functools.cache
def lists() -> _Lists:
    """The word lists that names are read with."""
    return _Lists(
        wordlist("titles"),
        wordlist("name_particles"),
        wordlist("not_names"),
        wordlist("organisation_words"),
        wordlist("place_words"),
        wordlist("event_words"),
        wordlist("common_words"),
        wordlist("person_nouns"),
    )


def find_names(words: Words, text: str) -> list[Name]:
    """All names of a document in text order; a nested one ("Russia" in "Bank of Russia") follows the one around it."""
    covered = [False] * len(words)
    names: list[Name] = []

    def take(found: Iterator[Name]) -> None:
        for name in found:
            if not any(covered[name.first : name.last]):
                _whole_compound(words, name, covered)
                name.title = name.title or _title_before(words, name)
                covered[name.first : name.last] = [True] * (name.last - name.first)
                name.words = tuple(words.text[name.first : name.last])
                names.append(name)

    loud = _loud_sentences(words)
    take(_recognised(words, loud))
    take(_again(words, names, covered))
    take(_proper(words, covered, loud))
    take(_again(words, names, covered))
    take(_loud_again(words, names, covered, loud))
    names.extend(_nested(words, names))
    names.sort(key=lambda name: (name.first, -name.last))
    for name in names:
        name.text = " ".join(text[words.start[name.first] : words.end(name.last - 1)].split())
    return names


def _whole_compound(words: Words, name: Name, covered: list[bool]) -> None:
    """Take in the rest of a word with hyphens: Rostov-on-Don, Conoco-Phillips; but not the end of "Moscow-based"."""
    while name.last + 1 < len(words) and words.text[name.last] in ("-", "\u2010", "\u2011") and _touching(words, name.last):
        after = name.last + 1
        if words.lower[after] in WITHIN_COMPOUND and after + 2 < len(words) and words.text[after + 1] == "-":
            after += 2
        if not (_capital(words.text[after]) or words.text[after][:1].isdigit()) or any(covered[name.last : after + 1]):
            break
        if words.text[after][:1].isdigit() and name.label == "PERSON":
            break
        name.last = after + 1
    while name.first > 1 and words.text[name.first - 1] == "-" and _touching(words, name.first - 1):
        before = name.first - 2
        if words.lower[before] in WITHIN_COMPOUND and before > 1 and words.text[before - 1] == "-":
            before -= 2
        if not _capital(words.text[before]) or any(covered[before : name.first]):
            break
        name.first = before


def _touching(words: Words, index: int) -> bool:
    """Is a hyphen written without white space on either side?"""
    return words.start[index] == words.end(index - 1) and words.start[index + 1] == words.end(index)


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _loud_sentences(words: Words) -> frozenset[int]:
    """Sentences written In Title Case or IN CAPITALS, where a capital says nothing."""
    counts: dict[int, list[int]] = {}
    for index, word in enumerate(words.text):
        if len(word) > 3 and word.isalpha() and words.label[index] not in AMOUNTS:
            count = counts.setdefault(words.sentence[index], [0, 0])
            count[0] += 1
            count[1] += _capital(word)
    return frozenset(s for s, (every, capitals) in counts.items() if every >= 3 and capitals / every > 0.75)


def _recognised(words: Words, loud: frozenset[int]) -> Iterator[Name]:
    """The recogniser's spans, cut and trimmed."""
    first, count = 0, len(words)
    while first < count:
        label = words.label[first]
        last = first + 1
        if label:
            while last < count and words.label[last] == label and not words.begins[last]:
                last += 1
            if label in LABELS:
                for start, end in _pieces(words, first, last, label):
                    name = _trimmed(words, start, end, label)
                    if name:
                        yield _widened(words, name) if words.sentence[first] not in loud else name
        first = last


def _pieces(words: Words, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """Cut a span at line breaks, coordination, possessives and offices inside it."""
    start = first
    for index in range(first, last):
        word, lower = words.text[index], words.lower[index]
        if word.isalpha() and lower not in ("and", "or", "vs"):
            if label == "PERSON" and lower == word and lower not in lists().particles or (label == "PERSON" and lower in ("of", "at", "in", "on", "for") and index > start + 2):
                if index > start:
                    yield start, index
                start = index + 1
            continue
        cut = words.pos[index] == "SPACE" or (word in "-–" and not _touching(words, index)) or word in ";:()[]\"“”|•" or lower in ("/", "--", "—", "–", "vs", "vs.")
        if word == "," or lower in ("and", "&", "or"):
            following = words.lower[index + 1] if index + 1 < last else ""
            if label in ("PERSON", "GPE", "LOC", "NORP"):
                cut = following not in COMPANY and not (lower in ("and", "&") and _known_whole(words, first, last))
            elif word == "," and label in ("ORG", "FAC"):
                cut = following not in COMPANY and not _listed_name(words, first, last)
        elif lower in ("'s", "’s", "'", "’") and index + 1 < last:
            owner = " ".join(words.text[start:index])
            cut = label in ("PERSON", "GPE") or gazetteer.find(owner) is not None or bool(gazetteer.sex_of(words.text[start]))
        if cut:
            if index > start:
                yield start, index
            start = index + 1
    if last > start:
        yield start, last


def _known_whole(words: Words, first: int, last: int) -> bool:
    return gazetteer.find(" ".join(words.text[first:last]).removeprefix("the ")) is not None


def _listed_name(words: Words, first: int, last: int) -> bool:
    """Is this one name with commas: "Department of Education, Science and Training"?"""
    return any(words.lower[index] in lists().organisations and words.lower[index + 1] in ("of", "for") for index in range(first, last - 1))


def _trimmed(words: Words, first: int, last: int, label: str) -> Name | None:
    """A span without what is no part of the name at its edges; None when nothing is left."""
    known = lists()
    while last > first and (
        words.pos[last - 1] in ("PUNCT", "SPACE", "PART", "SYM", "ADP", "CCONJ", "DET")
        and words.text[last - 1][-1:] != "."
        or words.lower[last - 1] in ("'s", "’s", "'", "’")
        or (not _capital(words.text[last - 1]) and not words.text[last - 1][:1].isdigit() and words.lower[last - 1] not in COMPANY)
        or (label in ("PERSON", "GPE") and words.text[last - 1][:1].isdigit())
    ):
        last -= 1
    if label in ("ORG", "", "WORK_OF_ART", "PRODUCT") and last - first > 1 and _office(words, last - 1):
        last -= 1
        if not (words.lower[last - 1] in known.organisations or words.text[last - 1].isupper() or gazetteer.find(" ".join(words.text[first:last]))):
            return None
    titles: list[str] = []
    while last > first:
        word, lower = words.text[first], words.lower[first]
        step = _title_at(words, first, last) if label in ("PERSON", "ORG", "NORP", "WORK_OF_ART", "PRODUCT", "GPE") else 0
        if step and _title_stands_before_name(words, first, first + step, last, label):
            titles.extend(words.text[first : first + step])
            first += step
        elif label == "PERSON" and gazetteer.country_of(word) and last - first > 1 and _title_at(words, first + 1, last):
            titles.append(word)
            first += 1
        elif words.pos[first] in EDGES and lower not in ("al", "el", "de", "van", "von", "la", "le", "los", "las", "du") and not (
            _capital(word) and words.pos[first] in ("VERB", "ADV", "ADP", "INTJ", "PART") and last - first > 1
        ):
            first += 1
        elif not _capital(word) and not (word[:1].isdigit() and label not in ("PERSON", "GPE", "NORP")) and (lower not in known.particles or lower in ("the", "a", "an", "of", "for", "in")):
            if _capital(word[1:2]) or last - first == 1 and label in ("ORG", "PERSON") and words.tag[first] in PROPER:
                break
            first += 1
        else:
            break
    if last <= first or not any(_capital(words.text[index]) or words.text[index][1:2].isupper() for index in range(first, last)):
        return None
    if _nameless(words, first, last, label):
        return None
    return Name(first, last, label, "name", title=" ".join(titles))


def _title_before(words: Words, name: Name) -> str:
    """The title right before a name, with the nationality before it: "Venezuelan President"."""
    if name.label.endswith(("ORG", "GPE", "LOC", "FAC", "EVENT")) and words.lower[name.last - 1] in HEADS():
        return ""
    sentence = words.sentence[name.first]
    for length in (3, 2, 1):
        first = name.first - length
        if first < 0 or words.sentence[first] != sentence or _title_at(words, first, name.first) != length:
            continue
        title = " ".join(words.text[first : name.first])
        if name.label not in ("PERSON", "again PERSON") and title.lower() not in STRONG:
            return ""
        nation = words.text[first - 1] if first and words.sentence[first - 1] == sentence else ""
        return f"{nation} {title}" if nation and gazetteer.country_of(nation) else title
    return ""


def _office(words: Words, index: int) -> bool:
    """Is a word an office and nobody's surname: Administrator, Spokesperson?"""
    lower = words.lower[index]
    return lower in lists().titles | lists().people and words.text[index] not in wordlist("surnames") and words.text[index].isalpha()


def _title_at(words: Words, first: int, last: int) -> int:
    """How many words of title stand here."""
    titles = lists().titles
    for length in (3, 2, 1):
        if first + length <= last and " ".join(words.lower[first : first + length]) in titles and _capital(words.text[first]):
            return length
    return 0


STRONG = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "senator", "sen.", "sir", "prime minister", "ambassador", "professor", "prof.", "congresswoman", "congressman", "rep.", "madam"))


def _title_stands_before_name(words: Words, first: int, after: int, last: int, label: str) -> bool:
    if after >= last:
        return label == "PERSON" or " ".join(words.lower[first:after]) in STRONG
    rest = words.lower[last - 1]
    if not _capital(words.text[after]) and words.lower[after] not in lists().particles:
        return False
    if words.lower[after] in ("of", "for", "the"):
        return False
    if rest in lists().organisations or rest in lists().places or rest in lists().events:
        return False
    return label == "PERSON" or " ".join(words.lower[first:after]) in STRONG


def _nameless(words: Words, first: int, last: int, label: str) -> bool:
    """Is this only a title, a nationality, a date or another capitalised word that names nobody?"""
    known = lists()
    if last - first == 1:
        word, lower = words.text[first], words.lower[first]
        if lower in known.nameless or lower in known.titles or len(word.rstrip(".")) == 1:
            return True
        if gazetteer.country_of(word) and not gazetteer.find(word):
            return True
        if words.tag[first] not in PROPER and lower in known.common and words.label[first] not in ("GPE", "PERSON") and not word.isupper():
            return True
        if label == "PERSON" and lower in known.common and words.tag[first] not in PROPER:
            return True
        if not label and words.lemma[first].lower() in known.common and lower not in known.organisations:
            return True
    whole = " ".join(words.lower[first:last])
    if whole in known.nameless or whole in known.titles:
        return True
    if words.lower[last - 1] in known.titles | known.people and all(words.lower[i] in known.common or words.lower[i] in known.titles for i in range(first, last)):
        return True
    if words.pos[last:last + 1] and last < len(words) and _title_at(words, last, min(last + 3, len(words))) and _capital(words.text[last]):
        if label in ("ORG", "") and not gazetteer.find(" ".join(words.text[first:last])) and words.lower[last - 1] not in known.organisations:
            if all(words.lower[i] in known.common for i in range(first, last)):
                return True
    if all(gazetteer.country_of(word) and not gazetteer.find(word) for word in words.text[first:last]):
        return True
    if label == "PERSON" and not any(len(word.rstrip(".")) > 1 for word in words.text[first:last]):
        return True
    return not any(char.isalpha() for char in whole)


def _widened(words: Words, name: Name) -> Name:
    """With the proper nouns beside it that syntax ties to it: "Defense" before "Ministry"."""
    first, last, count = name.first, name.last, len(words)
    while last < count and words.tag[last] in PROPER and not words.label[last] and _capital(words.text[last]):
        if not (first <= words.head[last] < last or words.head[last - 1] == last) or words.lower[last] in lists().titles:
            break
        last += 1
    while first > 0 and words.tag[first - 1] in PROPER and not words.label[first - 1] and _capital(words.text[first - 1]):
        word = words.text[first - 1]
        if not first <= words.head[first - 1] < last or words.dep[first - 1] not in ("compound", "nmod"):
            break
        if words.lower[first - 1] in lists().titles or gazetteer.country_of(word) or gazetteer.find(word):
            break
        first -= 1
    if (first, last) == (name.first, name.last):
        return name
    return Name(first, last, name.label, name.rule, title=name.title)


def _proper(words: Words, covered: list[bool], loud: frozenset[int]) -> Iterator[Name]:
    """Runs of proper nouns that nothing covers yet."""
    index, count = 0, len(words)
    while index < count:
        if not _proper_word(words, covered, index) or words.sentence[index] in loud:
            index += 1
            continue
        last = index + 1
        while last < count and words.sentence[last] == words.sentence[index]:
            if _proper_word(words, covered, last):
                last += 1
            elif words.lower[last] in ("of", "de", "del", "van", "von", "bin", "al") and last + 1 < count and _proper_word(words, covered, last + 1):
                if words.lower[last] == "of" and words.lower[last - 1] not in lists().organisations | lists().places | lists().events:
                    break
                last += 2
            else:
                break
        first = index
        while first > 0 and not covered[first - 1] and _capital(words.text[first - 1]) and words.pos[first - 1] == "ADJ":
            if words.sentence[first - 1] != words.sentence[index] or gazetteer.country_of(words.text[first - 1]):
                break
            if first - 1 == 0 or words.sentence[first - 2] != words.sentence[first - 1]:
                break
            first -= 1
        for start, end, title in _around_titles(words, first, last):
            name = _trimmed(words, start, end, "")
            if name and not (name.last - name.first == 1 and _starts_sentence(words, name.first) and words.lower[name.first] in lists().common):
                name.rule = "proper noun"
                name.title = name.title or title
                yield name
        index = last


def _proper_word(words: Words, covered: list[bool], index: int) -> bool:
    word = words.text[index]
    return (
        words.tag[index] in PROPER
        and not covered[index]
        and words.label[index] not in AMOUNTS
        and (_capital(word) or _capital(word[1:2]))
        and len(word) > 1
    )


def _starts_sentence(words: Words, index: int) -> bool:
    while index > 0 and words.sentence[index - 1] == words.sentence[index]:
        index -= 1
        if words.pos[index] not in ("PUNCT", "SPACE"):
            return False
    return True


def _around_titles(words: Words, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Cut a run at titles: "Kremlin Foreign Policy Adviser Prikhodko" → "Kremlin Foreign Policy", "Prikhodko"."""
    start, title, index = first, "", first
    while index < last:
        step = _title_at(words, index, last)
        if step and index + step < last and words.lower[index + step] not in ("of", "for") and words.lower[last - 1] not in lists().organisations:
            if index > start:
                yield start, index, title
            title = " ".join(words.text[start : index + step])
            start = index + step
            index = start
        else:
            index += 1
    if last > start:
        yield start, last, title


def _again(words: Words, names: list[Name], covered: list[bool]) -> Iterator[Name]:
    """Each found name once more, wherever it stands; longest first, in the same letters."""
    by_first: dict[str, set[tuple[str, ...]]] = {}
    labels: dict[tuple[str, ...], str] = {}
    for name in names:
        for form, label in _forms(name):
            by_first.setdefault(form[0], set()).add(form)
            labels.setdefault(form, label)
    longest = {word: sorted({len(form) for form in forms}, reverse=True) for word, forms in by_first.items()}
    text, count = words.text, len(words)
    for index in range(count):
        lengths = longest.get(text[index])
        if not lengths or covered[index]:
            continue
        for length in lengths:
            form = tuple(text[index : index + length])
            if form in labels and not any(covered[index : index + length]) and _fits(words, index, length):
                yield Name(index, index + length, labels[form], "name again")
                break


def _forms(name: Name) -> Iterator[tuple[tuple[str, ...], str]]:
    """What to look for of a name: the whole, and of a person the surname."""
    if len(name.words) <= LONGEST and name.label != "NORP":
        yield name.words, "" if name.label in ("WORK_OF_ART", "LAW") else "again " + name.label
    person = name.label == "PERSON" or not name.label and len(name.words) in (2, 3) and gazetteer.sex_of(name.words[0]) and name.words[-1].lower() not in HEADS()
    if person and 2 <= len(name.words) <= 4 and len(name.words[-1]) > 2 and name.words[-1].lower() not in COMPANY:
        yield name.words[-1:], "again PERSON"


def _fits(words: Words, index: int, length: int) -> bool:
    """May a name be read here: not an ordinary word that happens to begin a sentence, not part of a longer word?"""
    if length > 1:
        return True
    word, lower = words.text[index], words.lower[index]
    if lower in lists().nameless or lower in lists().titles or not (_capital(word) or _capital(word[1:2])):
        return False
    if words.tag[index] in PROPER:
        return True
    return not (lower in lists().common and _starts_sentence(words, index))


def _loud_again(words: Words, names: list[Name], covered: list[bool], loud: frozenset[int]) -> Iterator[Name]:
    """Names of the text inside headlines in capitals."""
    if not loud:
        return
    forms = {tuple(word.lower() for word in name.words): name.label for name in names if len("".join(name.words)) > 3}
    surnames = {form[-1:] for form, label in forms.items() if label == "PERSON" and len(form[-1]) > 3}
    for index, sentence in enumerate(words.sentence):
        if sentence in loud and not covered[index] and _capital(words.text[index]):
            for length in range(min(LONGEST, len(words) - index), 0, -1):
                form = tuple(words.lower[index : index + length])
                if (form in forms or form in surnames) and not any(covered[index : index + length]):
                    if length == 1 and form[0] in lists().common:
                        continue
                    yield Name(index, index + length, "again " + forms.get(form, "PERSON"), "name again")
                    break


def _nested(words: Words, names: list[Name]) -> Iterator[Name]:
    """Names inside longer names: Boston in "Boston Red Sox", Andy Warhol in "Andy Warhol Foundation"."""
    forms = {name.words: name.label for name in names if name.label != "NORP"}
    forms.update({name.words[-1:]: "again PERSON" for name in names if name.label.endswith("PERSON") and len(name.words) > 1 and name.words[-1] not in forms})
    for name in names:
        size = name.last - name.first
        if size < 2 or name.label.endswith(("PERSON", "GPE")) and size < 3 or gazetteer.find(" ".join(name.words)):
            continue
        index = name.first
        while index < name.last:
            length = _inner(words, name, index, forms) if _capital(words.text[index]) else 0
            if length:
                label = forms.get(tuple(words.text[index : index + length]), "")
                label = "again " + label.removeprefix("again ") if label else ""
                yield Name(index, index + length, label, "name inside a name", words=tuple(words.text[index : index + length]), nested=True)
            index += length or 1


def _inner(words: Words, name: Name, index: int, forms: dict[tuple[str, ...], str]) -> int:
    """The length of the name that stands by itself here inside another: at its beginning, or after a preposition."""
    after = index > name.first
    if after and words.lower[index - 1] not in ("of", "in", "for", "at", "the", "to", "from", ",", "for"):
        return 0
    if not after and words.lower[name.last - 1] not in HEADS() and not words.tag[name.last - 1] == "NNPS":
        return 0
    for length in range(min(4, name.last - index), 0, -1):
        if (length == name.last - name.first) or (not after and index + length == name.last):
            continue
        form = tuple(words.text[index : index + length])
        known = gazetteer.find(" ".join(form))
        if known and (known.kind != "city" or after or known.size >= 100_000):
            return length
        if form in forms and (length > 1 or form[0].lower() not in lists().common):
            return length
    return 0


@functools.cache
def HEADS() -> frozenset[str]:
    known = lists()
    return known.organisations | known.places | known.events | wordlist("work_words")


Finder = Callable[[Words], list[Name]]
SPACES = re.compile(r"\s+")
