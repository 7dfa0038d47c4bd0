"""Which named thing a noun phrase means: "the Ambassador", "the Venezuelan leader", "the Russian gas giant".

Only what a title, an apposition or a nationality makes sure: a definite noun that two things fit means neither.
"""

from __future__ import annotations

from kg.coreference.clusters import Cluster
from kg.coreference.lists import is_organisation, kind_of_noun
from kg.coreference.roles import Role
from kg.coreference.salience import Salience
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist
from kg.model import EntityType

COUNTRIES = frozenset(("country", "nation", "republic"))
BEFORE = frozenset(("amod", "compound", "nmod"))
WHOLE_PHRASE = frozenset(("det", "amod", "compound", "nmod", "poss", "nummod", "advmod"))
BEHIND = frozenset(("prep", "relcl", "appos", "acl"))
PRESENT = 0.9  # salience from which the only candidate is sure


def opener(words: Words, noun: int) -> str:
    """The determiner or possessor of a noun."""
    return next(
        (words.lower[child] for child in words.children[noun] if child < noun and words.dep[child] in ("det", "poss")),
        "",
    )


def first_word(words: Words, noun: int) -> int:
    """Where the noun phrase of a noun begins."""
    return min([noun, *(child for child in words.children[noun] if child < noun and words.dep[child] in WHOLE_PHRASE)])


def suits(words: Words, noun: int, kind: EntityType) -> bool:
    """May a noun in apposition or predicate be said of a named thing of that type?"""
    lemma = words.lemma[noun].lower()
    said = kind_of_noun(lemma)
    if words.tag[noun] == "NNS" or not said:
        return False
    if said == "Place":
        return kind in ("Place", "Country")
    return said == kind or (kind == "Organization" and is_organisation(lemma))


def meant(
    words: Words, noun: int, clusters: list[Cluster], roles: dict[int, set[Role]], things: Salience
) -> int | None:
    """The number of the cluster that a definite noun phrase can only mean."""
    lemma = words.lemma[noun].lower()
    kind = kind_of_noun(lemma)
    modifiers = [child for child in words.children[noun] if child < noun and words.dep[child] in BEFORE]
    trailing = any(child > noun and words.dep[child] in BEHIND for child in words.children[noun])
    nations = {known.code for child in modifiers if (known := gazetteer.country_of(words.text[child]))}
    if kind == "Person":
        if (trailing or modifiers) and not nations:
            return None
        return bearer(lemma, nations, capital=words.text[noun][:1].isupper(), roles=roles)
    if trailing or (modifiers and not nations):
        return None
    if kind == "Organization" and nations:
        others = {words.lower[child] for child in modifiers if not gazetteer.country_of(words.text[child])}
        return _described(nations, others, clusters, roles)
    if kind == "Organization":
        return _present(lemma, ("Organization",), clusters, roles, things)
    if kind == "Place":
        return _present(lemma, ("Country",) if lemma in COUNTRIES else ("Place",), clusters, roles, things)
    return None


def bearer(office: str, nations: set[str], *, capital: bool, roles: dict[int, set[Role]]) -> int | None:
    """Who bears an office, if exactly one does; "the President" with a capital is no foreign one."""
    leads = office in wordlist("leader_nouns")
    found = []
    for number, borne in roles.items():
        if nations:
            fits = any(nations & role.nations and (role.noun == office or leads) for role in borne)
        else:
            fits = any(role.noun == office and not (capital and role.nations) for role in borne)
        if fits:
            found.append(number)
    return found[0] if len(found) == 1 else None


def _described(nations: set[str], others: set[str], clusters: list[Cluster], roles: dict[int, set[Role]]) -> int | None:
    """The one organisation of that country that is called by one of these words elsewhere."""
    found = []
    for number, borne in roles.items():
        home = {code for role in borne for code in role.nations}
        if clusters[number].type == "Organization" and home & nations and any(role.words & others for role in borne):
            found.append(number)
    return found[0] if len(found) == 1 else None


def _present(
    noun: str, kinds: tuple[str, ...], clusters: list[Cluster], roles: dict[int, set[Role]], things: Salience
) -> int | None:
    """The thing of that type that was just spoken of: one called so before, else the only one there is."""
    ranked = [(key, weight) for key, weight in things.ranked() if key >= 0 and clusters[key].type in kinds]
    for key, _ in ranked:
        if any(role.noun == noun for role in roles.get(key, ())):
            return key
    return ranked[0][0] if len(ranked) == 1 and ranked[0][1] >= PRESENT else None
