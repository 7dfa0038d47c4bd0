"""Titles and offices beside names: "Venezuelan President" before Hugo Chavez, "Administrator" behind NASA."""

from __future__ import annotations

from kg.coreference.lists import lists
from kg.coreference.names import Name, capital
from kg.coreference.words import Words
from kg.lexicon import gazetteer


def title_at(words: Words, first: int, last: int) -> int:
    """How many words of title stand at `first`, before `last`."""
    for length in (3, 2, 1):
        fits = first + length <= last and capital(words.text[first])
        if fits and " ".join(words.lower[first : first + length]) in lists().titles:
            return length
    return 0


def title_opens(words: Words, first: int, after: int, last: int, label: str) -> bool:
    """Is first..after-1 a title before the name after..last-1, and not a part of it (King County)?"""
    strong = " ".join(words.lower[first:after]) in lists().strong_titles
    if after >= last:
        return label == "PERSON" or strong
    lower, end = words.lower[after], words.lower[last - 1]
    if not capital(words.text[after]) and lower not in lists().particles:
        return False
    if lower in ("of", "for", "the") or end in lists().organisations | lists().places | lists().events:
        return False
    return label == "PERSON" or strong


def title_before(words: Words, name: Name) -> str:
    """The title right before a name, with the nationality before it: "Venezuelan President"."""
    thing = name.label.endswith(("ORG", "GPE", "LOC", "FAC", "EVENT"))
    if thing and words.lower[name.last - 1] in lists().heads:
        return ""
    sentence = words.sentence[name.first]
    for length in (3, 2, 1):
        first = name.first - length
        if first < 0 or words.sentence[first] != sentence or title_at(words, first, name.first) != length:
            continue
        title = " ".join(words.text[first : name.first])
        if not name.label.endswith("PERSON") and title.lower() not in lists().strong_titles:
            return ""
        nation = words.text[first - 1] if first and words.sentence[first - 1] == sentence else ""
        return f"{nation} {title}" if nation and gazetteer.country_of(nation) else title
    return ""


def is_office(words: Words, index: int) -> bool:
    """Is a word an office and nobody's surname: Administrator, Spokesperson?"""
    lower, text = words.lower[index], words.text[index]
    return (lower in lists().titles or lower in lists().people) and text not in lists().surnames and text.isalpha()
