"""The word lists that names are read with, looked up once."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from kg.lexicon.wordlists import table, words

# Legal forms and suffixes that belong to the name before them, also after a comma.
COMPANY = frozenset(("inc", "inc.", "ltd", "ltd.", "llc", "co.", "corp.", "jr.", "jr", "sr.", "iii"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Lists:
    """Sets of words in lower case."""

    titles: frozenset[str]
    strong_titles: frozenset[str]
    particles: frozenset[str]
    nameless: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    works: frozenset[str]
    heads: frozenset[str]
    common: frozenset[str]
    people: frozenset[str]
    surnames: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]


@functools.cache
def lists() -> Lists:
    """All of them."""
    organisations, places = words("organisation_words"), words("place_words")
    events, works = words("event_words"), words("work_words")
    return Lists(
        titles=words("titles"),
        strong_titles=words("strong_titles"),
        particles=words("name_particles"),
        nameless=words("not_names"),
        organisations=organisations,
        places=places,
        events=events,
        works=works,
        heads=organisations | places | events | works,
        common=words("common_words"),
        people=words("person_nouns"),
        surnames=words("surnames"),
        male=words("sexed_titles_m"),
        female=words("sexed_titles_f"),
    )


@functools.lru_cache(maxsize=20_000)
def kind_of_noun(lemma: str) -> str:
    """The type a common noun tells: president → Person, city → Place; "" when none."""
    return "Person" if lemma in lists().people else table("noun_types").get(lemma, "")


def is_organisation(lemma: str) -> bool:
    """May a noun mean an organisation? (a producer may, and a person too)"""
    return table("noun_types").get(lemma) == "Organization"
