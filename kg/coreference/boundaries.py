"""Where a name begins and ends.

The recogniser's spans hold titles, possessives, articles, two names at once ("Lukoil - Russia") or half a name; here
they are cut, trimmed and widened. What is left when a title, a nationality or a date goes names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.coreference.lists import COMPANY, POSSESSIVE, lists
from kg.coreference.names import AMOUNTS, PROPER, Name, capital, starts_sentence
from kg.coreference.titles import is_office, title_at, title_opens
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import table
from kg.lexicon.wordlists import words as wordlist

EDGES = frozenset([
    "PUNCT",
    "SPACE",
    "DET",
    "PRON",
    "ADP",
    "CCONJ",
    "SCONJ",
    "PART",
    "SYM",
    "ADV",
    "VERB",
    "AUX",
    "INTJ",
])
ENDS = frozenset(["PUNCT", "SPACE", "PART", "SYM", "ADP", "CCONJ", "DET"])
OPENING_WORDS = frozenset(["VERB", "ADV", "ADP", "INTJ", "PART"])
PARTICLES = frozenset(["al", "el", "de", "van", "von", "la", "le", "los", "las", "du"])
LEFT_OUT = frozenset(["the", "a", "an", "of", "for", "in"])
CUTS = frozenset((*';:()[]"“”|•/', "--", "—", "–", "vs", "vs."))
HYPHENS = frozenset("-\u2010\u2011")
WITHIN_COMPOUND = frozenset([
    "on",
    "upon",
    "le",
    "sur",
    "de",
    "la",
    "en",
    "am",
    "an",
    "al",
    "ul",
    "the",
    "in",
    "sous",
    "les",
    "and",
])
LONGEST = 14  # words of a name: more are a list without commas
TITLES = frozenset(("WORK_OF_ART", "LAW", "EVENT"))
KINDS_WITH_NUMBERS = frozenset(("WORK_OF_ART", "LAW", "EVENT", "PRODUCT", "FAC"))
NUMBER = re.compile(r"\d[\d.-]*(?:[a-z]?[A-Z]|[a-rt-z])?")  # not "737s", which are counted
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
SPEAKERS = frozenset(("PERSON", "ORG", "GPE", "NORP", ""))
TITLED = frozenset(("PERSON", "ORG", "NORP", "WORK_OF_ART", "PRODUCT", "GPE"))


def pieces(words: Words, first: int, last: int, label: str, alone: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Cut a span at line breaks, signs, coordination, possessives and the clauses that slipped into it.

    `alone` are the words that are names by themselves in the document.
    """
    start = first
    if words.text[last - 1] in alone and _topic(words, first, last):
        yield first, last - 1
        start = last - 1
    for index in range(start, last):
        if index > start and label not in TITLES and _dated(words, index, last):
            last = index
            break
        if _cuts(words, start, index, first, last, label) or _both(words, start, index, label, alone):
            if index > start:
                yield start, index
            start = index + 1
    if last > start:
        yield start, last


def _topic(words: Words, first: int, last: int) -> bool:
    """Does the last word speak, of what stands before it: "On Loran-C FonMin said"?"""
    if last - first < 2 or first == 0 or last == len(words):
        return False
    opens = words.pos[first - 1] == "ADP" and starts_sentence(words, first - 1)
    return opens and words.tag[last] == "VBD" and words.lemma[last] in wordlist("saying_verbs")


def _dated(words: Words, index: int, last: int) -> bool:
    """Does a date begin here: "Army Department on Feb 3"?"""
    if words.lower[index] not in ("on", "in", "since", "until") or index + 1 == last:
        return False
    date = words.lower[index + 1].rstrip(".")
    return date in table("months") or date in table("weekdays") or date.isdigit()


def _both(words: Words, start: int, index: int, label: str, alone: frozenset[str]) -> bool:
    """Does "and" stand behind somebody named by himself elsewhere: "Erhard and de Gaulle"?"""
    return label == "ORG" and index == start + 1 and words.lower[index] == "and" and words.text[start] in alone


def _cuts(words: Words, start: int, index: int, first: int, last: int, label: str) -> bool:
    word, lower = words.text[index], words.lower[index]
    if word == "," or lower in ("and", "&", "or"):
        return _separates(words, index, first, last, label)
    if lower in CUTS or words.pos[index] == "SPACE" or (word in HYPHENS and not _touching(words, index)):
        return True
    if label not in TITLES and _clausal(words, index, start):
        return True
    if word.isalpha():
        if label != "PERSON" or lower != word:
            return False
        return lower not in lists().particles or (lower in ("of", "at", "in", "on", "for") and index >= start + 2)
    if lower in POSSESSIVE and index + 1 < last:
        owned = gazetteer.find(" ".join(words.text[start:index])) or gazetteer.sex_of(words.text[start])
        return label in ("PERSON", "GPE") or bool(owned)
    return False


def _clausal(words: Words, index: int, start: int) -> bool:
    """Does a word open a clause or speak: "reassure Lund *that* Lund would", "Lund *Stated*"?"""
    if words.text[index].islower():
        return words.dep[index] == "mark" or words.tag[index] in ("MD", "WDT", "WP")
    spoken = words.tag[index] in ("VBD", "VBZ") and words.lemma[index].lower() in wordlist("saying_verbs")
    return index > start and spoken and words.dep[index] not in ("compound", "amod", "nmod")


def _separates(words: Words, index: int, first: int, last: int, label: str) -> bool:
    """Does a comma or "and" stand between two names, not inside one?"""
    comma = words.text[index] == ","
    if index + 1 < last and words.lower[index + 1] in COMPANY:
        return False
    if label in ("PERSON", "GPE", "LOC", "NORP"):
        return comma or gazetteer.find(" ".join(words.text[first:last]).removeprefix("the ")) is None
    if not comma or label not in ("ORG", "FAC"):
        return False
    organisations = lists().organisations  # one name has commas: "Department of Education, Science and Training"
    return not any(
        words.lower[i] in organisations and words.lower[i + 1] in ("of", "for") for i in range(first, last - 1)
    )


def trimmed(words: Words, first: int, last: int, label: str) -> Name | None:
    """A span without what is no part of the name at its edges; None when nothing is left."""
    while last > first and _loose_end(words, last - 1, label):
        last -= 1
    if (
        label not in ("PERSON", "GPE", "LOC", "FAC", "EVENT", "NORP")
        and last - first > 1
        and is_office(words, last - 1)
    ):
        last -= 1
        kept = words.lower[last - 1] in lists().organisations or words.text[last - 1].isupper()
        if not kept and not gazetteer.find(" ".join(words.text[first:last])):
            return None
    titles: list[str] = []
    while last > first:
        step = title_at(words, first, last) if label in TITLED else 0
        if step and title_opens(words, first, first + step, last, label):
            titles.extend(words.text[first : first + step])
            first += step
        elif last - first > 1 and _ends_title(words, first):
            titles.extend(words.text[first - 2 : first + 1])
            first += 1
        elif label == "PERSON" and _titles(words, first, last):
            titles.append(words.text[first])
            first += 1
        elif _loose_start(words, first, last, label):
            first += 1
        else:
            break
    if last <= first or not any(capital(word) or capital(word[1:2]) for word in words.text[first:last]):
        return None
    return None if nameless(words, first, last, label) else Name(first, last, label, "name", title=" ".join(titles))


def _ends_title(words: Words, index: int) -> bool:
    """Is a word the end of an office that opens before it: "Secretary of *State* Vance"?"""
    office = " ".join(words.lower[max(0, index - 2) : index + 1])
    return office in wordlist("offices") and words.lower[index - 1] == "of" and capital(words.text[index - 2])


def _titles(words: Words, first: int, last: int) -> bool:
    """Is a word the nationality before a title, or an office before a full name: Employee Phil Schiller?"""
    if gazetteer.country_of(words.text[first]) and title_at(words, first + 1, last):
        return True
    return last - first > 2 and is_office(words, first)


def _loose_end(words: Words, index: int, label: str) -> bool:
    word, lower = words.text[index], words.lower[index]
    if (words.pos[index] in ENDS and not word.endswith(".")) or lower in POSSESSIVE:
        return True
    if word[:1].isdigit():
        return label in ("PERSON", "GPE")
    known = lists()
    nameless = lower in known.nameless and lower not in known.organisations
    if nameless and label in ("PERSON", "GPE", "ORG") and not word.isupper():
        return True
    return not capital(word) and lower not in COMPANY


def _loose_start(words: Words, index: int, last: int, label: str) -> bool:
    word, lower, pos = words.text[index], words.lower[index], words.pos[index]
    single = last - index == 1
    part = capital(word) and pos in OPENING_WORDS and not single
    if part and label == "PERSON":
        part = not (lower in lists().common and starts_sentence(words, index))  # "Noted Jordan"
    if not single and label in SPEAKERS and starts_sentence(words, index) and _told(lower):
        return True
    if pos in EDGES and lower not in PARTICLES and not part:
        return True
    if capital(word) or (word[:1].isdigit() and label not in ("PERSON", "GPE", "NORP")):
        return False
    if lower in lists().particles and lower not in LEFT_OUT:
        return False
    return not (capital(word[1:2]) or (single and label in ("ORG", "PERSON") and words.tag[index] in PROPER))


def _told(word: str) -> bool:
    """Is a word the past of a verb of saying: stated, replied?"""
    return word.endswith("ed") and any(
        stem in wordlist("saying_verbs") for stem in (word[:-1], word[:-2], word[:-3], word[:-3] + "y")
    )


def nameless(words: Words, first: int, last: int, label: str) -> bool:
    """Is this only a title, a nationality, a date or another capitalised word that names nobody?"""
    known = lists()
    span = words.text[first:last]
    whole = " ".join(words.lower[first:last])
    if whole.rstrip(".") in known.nameless or whole in known.titles or not any(char.isalpha() for char in whole):
        return True
    if whole in wordlist("pronouns") and not gazetteer.find(" ".join(span)):
        return True
    if last - first > LONGEST or COMPANY.issuperset(words.lower[first:last]):
        return True
    if all(gazetteer.country_of(word) and not gazetteer.find(word) for word in span) or _relation(span):
        return True
    if label == "PERSON" and not any(len(word.rstrip(".")) > 1 for word in span):
        return True
    if last - first == 1 and _ordinary(words, first, label):
        return True
    common = all(word in known.common or word in known.titles for word in words.lower[first:last])
    if common and (words.lower[last - 1] in known.titles or words.lower[last - 1] in known.people):
        return True
    return common and label in ("ORG", "") and _part_of_title(words, first, last)


def _relation(span: list[str]) -> bool:
    """Is this an adjective of two countries: US-Yugoslav?"""
    ends = [word for word in span if word != "-"]
    nations = [gazetteer.country_of(word) for word in ends]
    return (
        len(ends) < len(span)
        and any(nations)
        and all(n or gazetteer.find(w) for n, w in zip(nations, ends, strict=True))
    )


def _ordinary(words: Words, index: int, label: str) -> bool:
    """Is a single word nothing but a word?"""
    word, lower = words.text[index], words.lower[index]
    if len(word.rstrip(".")) == 1:
        return True
    common = lists().common
    if words.tag[index] not in PROPER and lower in common:
        return label == "PERSON" or (label != "GPE" and not word.isupper())
    return not label and words.lemma[index].lower() in common and lower not in lists().organisations


def _part_of_title(words: Words, first: int, last: int) -> bool:
    """Home, of "Home Secretary"."""
    if last >= len(words) or words.lower[last - 1] in lists().organisations:
        return False
    return bool(title_at(words, last, min(last + 3, len(words)))) and not gazetteer.find(
        " ".join(words.text[first:last])
    )


def widened(words: Words, name: Name, alone: frozenset[str]) -> Name:
    """With the proper nouns beside it that syntax ties to it: "Defense" before "Ministry"."""
    first, last, titles = name.first, name.last, lists().titles
    while last < len(words) and _loose_proper(words, last) and words.lower[last] not in titles:
        if not (first <= words.head[last] < last or words.head[last - 1] == last):
            break
        if words.text[last] in alone and _topic(words, first, last + 1):
            break
        last += 1
    while first > 0 and _loose_proper(words, first - 1) and words.lower[first - 1] not in titles:
        word = words.text[first - 1]
        tied = first <= words.head[first - 1] < last and words.dep[first - 1] in ("compound", "nmod")
        if not tied or gazetteer.country_of(word) or gazetteer.find(word):
            break
        first -= 1
    return Name(first, last, name.label, name.rule, title=name.title)


def _loose_proper(words: Words, index: int) -> bool:
    if words.tag[index] not in PROPER or words.label[index] or not capital(words.text[index]):
        return False
    return words.lower[index].rstrip(".") not in lists().nameless


def complete(words: Words, name: Name, covered: list[bool]) -> None:
    """Take in the rest of a word with hyphens: Rostov-on-Don, Conoco-Phillips; but not the end of "Moscow-based"."""
    while name.last + 1 < len(words) and words.text[name.last] in HYPHENS and _touching(words, name.last):
        after = name.last + 1
        if (
            words.lower[after] in WITHIN_COMPOUND
            and words.text[after + 1 : after + 2] == ["-"]
            and after + 2 < len(words)
        ):
            after += 2
        number = words.text[after][:1].isdigit()
        if not (capital(words.text[after]) or (number and name.label != "PERSON")) or any(
            covered[name.last : after + 1]
        ):
            break
        name.last = after + 1
    while name.first > 1 and words.text[name.first - 1] in HYPHENS and _touching(words, name.first - 1):
        before = name.first - 2
        if words.lower[before] in WITHIN_COMPOUND and before > 1 and words.text[before - 1] == "-":
            before -= 2
        if not capital(words.text[before]) or any(covered[before : name.first]):
            break
        name.first = before


def numbered(words: Words, name: Name, covered: list[bool]) -> None:
    """Take in the number that tells it from others of its kind: Boeing *717*, NSC *5522*, telegram Paris *441*."""
    index = name.last
    if index == len(words) or covered[index] or not NUMBER.fullmatch(words.text[index]) or _counts(words, index):
        return
    if words.label[index] in AMOUNTS - {"CARDINAL", "DATE"} or words.start[index] != words.end(index - 1) + 1:
        return
    if words.label[index] == "DATE" and (
        YEAR.fullmatch(words.text[index]) or "DATE" in words.label[index + 1 : index + 2]
    ):
        return
    if name.label == "PERSON" and (index - name.first > 1 or gazetteer.sex_of(words.text[name.first])):
        return
    name.last = index + 1
    while name.last < len(words) and _glued(words, name.last) and not covered[name.last]:
        name.last += 1
    if name.label not in KINDS_WITH_NUMBERS:
        name.label = words.label[index] if words.label[index] == "PRODUCT" else ""


def _glued(words: Words, index: int) -> bool:
    """Does a number go on here: "737-800"?"""
    return words.start[index] == words.end(index - 1) and (
        words.text[index] in HYPHENS or words.text[index].isdecimal()
    )


def _counts(words: Words, index: int) -> bool:
    """Does a number belong to what follows: "gave Airbus 380 orders", "Boeing 787 Dreamliners"?"""
    if index + 1 < len(words) and words.tag[index + 1] in ("CD", *PROPER):
        return True
    return words.head[index] > index and words.dep[index] in ("nummod", "compound", "quantmod")


def _touching(words: Words, index: int) -> bool:
    """Is a hyphen written without white space on either side?"""
    if not 0 < index < len(words) - 1:
        return False
    return words.start[index] == words.end(index - 1) and words.start[index + 1] == words.end(index)
