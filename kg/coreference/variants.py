"""Forms of a name that differ: Chavez and Hugo Chavez, NATO and what it stands for, the Ministry and its full name."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Mapping

from kg.coreference.clusters import Cluster, Form, comparable, unique, weight
from kg.coreference.lists import COMPANY, lists
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist

SMALL = frozenset(["of", "the", "and", "for", "in", "on", "de", "la", "&", "to", "del", "du", "des"])
GENERATIONS = frozenset(("jr", "sr", "iii", "ii", "iv"))
TOWN = 1.4  # votes that a small town of somebody's surname gets at most
MANY = frozenset(("department", "embassy", "ministry"))  # of one state: the writer's own is meant, not the last named
KEPT = frozenset(("house", "capitol", "wall", "parliament", "sound"))  # words for places that name one by themselves


def join_variants(clusters: list[Cluster]) -> list[Cluster]:
    """The clusters of a document after its surnames, acronyms and shorter forms found their full names."""
    for step in (_people, _acronyms, _shorter):
        clusters = step(clusters)
    for one in clusters:
        one.settle()
    return sorted(clusters, key=lambda one: (one.names[0].first, -one.names[0].last))


def _people(clusters: list[Cluster]) -> list[Cluster]:
    """Surnames, first names and shorter full names."""
    full = [one for one in clusters if one.type == "Person" and 2 <= len(_core(one.form)) <= 5 and not _pair(one.form)]
    merged = _shorter_full_names(full)
    by_last: dict[str, list[Cluster]] = defaultdict(list)
    by_first: dict[str, list[Cluster]] = defaultdict(list)
    for one in full:
        if id(one) not in merged:
            for core in map(_core, one.forms):
                if len(core) >= 2:
                    by_last[core[-2] if core[-1] in GENERATIONS and len(core) > 2 else core[-1]].append(one)
                    by_first[core[0]].append(one)
    kept: list[Cluster] = []
    for one in clusters:
        core = _core(one.form)
        if id(one) in merged:
            continue
        rule = "surname" if core and core[0] in by_last else "first name"
        bearers = unique(by_last.get(core[0]) or by_first.get(core[0]) or (), one) if len(core) == 1 else []
        agreeing = [other for other in bearers if not _clash(one, other)]
        bearers = agreeing or ([] if one.titles else bearers)
        if len(bearers) > 1 and (offices := _other_offices(one, bearers)):
            holder, one = _apart(one, offices)
            kept.append(holder)
        if not one.names:
            continue
        if not bearers or not _lone(one):
            kept.append(one)
        elif len(bearers) == 1:
            bearers[0].absorb(one, rule)
        else:
            _foremost(bearers).absorb(one, rule)
    return kept


def _office(title: str) -> str:
    return title.lower().split()[-1]


def _other_offices(one: Cluster, bearers: list[Cluster]) -> frozenset[str]:
    """The offices that none of several bearers of the surname is called by."""
    held = {_office(title) for other in bearers for title in other.titles}
    return frozenset(map(_office, one.titles)) & wordlist("single_offices") - held


def _apart(one: Cluster, offices: Container[str]) -> tuple[Cluster, Cluster]:
    """The names with one of these offices, "President Lund", and the rest of them, "Lund"."""
    parts = Cluster(known=one.known, home=one.home), Cluster(known=one.known, home=one.home)
    for name, rule in zip(one.names, one.rules, strict=True):
        part = parts[not (name.title and _office(name.title) in offices)]
        part.add(name, name.words, name.text, rule)
        part.titles.update([name.title] if name.title else ())
    for part in parts:
        part.votes.add(one.votes)
        part.settle()
    return parts


def _pair(form: Form) -> bool:
    """Is it two surnames, of "the Burns-Allen plan"?"""
    return len(form) == 3 and form[1] == "-"


def _foremost(bearers: list[Cluster]) -> Cluster:
    """Of several bearers of a surname, the one the document names most: the others go by their first names."""
    return min(bearers, key=lambda one: (-len(one.names), one.names[0].first))


def _clash(one: Cluster, other: Cluster) -> bool:
    return one.sex is not None and other.sex is not None and one.sex != other.sex


def _shorter_full_names(full: list[Cluster]) -> set[int]:
    """Put each shorter full name into the longer one that it abbreviates; the ids of those put away."""
    by_ends: dict[tuple[str, str], list[Cluster]] = defaultdict(list)  # first word or its letter with a dot, last word
    for one in full:
        core = _core(one.form)
        for first in {core[0], f"{core[0][:1]}."}:
            by_ends[first, core[-1]].append(one)
    merged: set[int] = set()
    for one in sorted(full, key=lambda one: (-len(_core(one.form)), -weight(one.form))):
        if id(one) in merged:
            continue
        core = _core(one.form)
        firsts = dict.fromkeys(
            each for word in core for each in ((word, f"{word}.") if len(word) == 1 else (word, word[:1]))
        )
        pairs = [(first, last) for first in firsts for last in dict.fromkeys(core)]
        for other in unique((other for pair in pairs for other in by_ends.get(pair, ())), one):
            if id(other) in merged or weight(other.form) >= weight(one.form) or _clash(one, other):
                continue
            if _same_person(core, _core(other.form)):
                one.absorb(other, "shorter name")
                merged.add(id(other))
    return merged


def _lone(one: Cluster) -> bool:
    """May a single word be somebody's surname or first name?"""
    if one.known and one.known.kind in ("country", "area", "organisation"):
        return False
    return bool(one.titles) or not (one.home is not None and one.votes["Place"] > max(2 * one.votes["Person"], TOWN))


@functools.lru_cache(maxsize=50_000)
def _core(form: Form) -> Form:
    return comparable(tuple(word for word in form if word.lower() not in ("jr.", "jr", "sr.", "sr")))


def _same_person(long: Form, short: Form) -> bool:
    """Hugo Rafael Chavez Frias and Hugo Chavez; William J. Burns, W. Burns and William Burns."""
    if long[-1] == short[-1] and (long[0] == short[0] or _initial(long[0], short[0])):
        return all(a.startswith(b) or b.startswith(a) for a, b in zip(long[1:-1], short[1:-1], strict=False))
    return len(long) > len(short) >= 2 and short in (long[: len(short)], long[-len(short) :])


def _initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]


def _share(one: Cluster, bearers: list[Cluster], rule: str) -> None:
    """Each mention of an ambiguous name goes to the bearer named last before it."""
    places = sorted((name.first, number) for number, other in enumerate(bearers) for name in other.names)
    firsts = [first for first, _ in places]
    shares = [Cluster() for _ in bearers]
    for name in one.names:
        before = max(bisect_left(firsts, name.first) - 1, 0)
        shares[places[before][1]].add(name, name.words, name.text, rule)
    for bearer, share in zip(bearers, shares, strict=True):
        bearer.absorb(share, rule)


def _acronyms(clusters: list[Cluster]) -> list[Cluster]:
    """NATO and the name with these initials."""
    by_initials: dict[str, list[Cluster]] = defaultdict(list)
    for one in clusters:
        if one.type != "Person":
            for form in one.forms:
                if len(form) - 2 * form.count("-") >= 2:
                    for letters in _initials(form):
                        by_initials[letters].append(one)
    kept: list[Cluster] = []
    taken: dict[int, Cluster] = {}  # id of a cluster → the one that took it in
    for one in clusters:
        full = unique((_holder(other, taken) for other in by_initials.get(_acronym(one), ())), one)
        if len(full) == 1 and not (one.known and one.known != full[0].known):
            full[0].absorb(one, "acronym")
            taken[id(one)] = full[0]
        else:
            kept.append(one)
    return kept


def _acronym(one: Cluster) -> str:
    """The letters of a name in capitals, "" of any other."""
    letters = one.form[0].replace(".", "")
    capitals = sum(map(str.isupper, letters))
    if len(one.form) != 1 or not 2 <= len(letters) <= 7 or capitals < 2 or (one.known and one.known.kind == "country"):
        return ""
    return letters.upper()


def _initials(form: Form) -> set[str]:
    """The acronyms that a name may have."""
    large = [word for word in form if word.lower() not in SMALL]
    parts = [part for word in large for part in word.split("-")]
    found = ("".join(word[0] for word in some if word[:1].isalnum()).upper() for some in (form, large, parts))
    capitals = "".join(word[0] for word in form if word[0].isupper())
    return {letters for letters in (*found, capitals) if len(letters) >= 2}


def _shorter(clusters: list[Cluster]) -> list[Cluster]:
    """House and House of Representatives, Orinoco and Orinoco Belt, Defense Ministry and the Venezuelan one."""
    longer: dict[Form, list[Cluster]] = defaultdict(list)
    for one in clusters:
        if one.type not in ("Person", "Thing"):
            for form in one.forms:
                for short in _shorter_forms(form):
                    longer[short].append(one)
    kept: list[Cluster] = []
    taken: dict[int, Cluster] = {}
    for one in clusters:
        core = comparable(one.form)
        fitting = (other for other in unique(longer.get(core, ()), one) if _fits(one, other))
        candidates = unique((_holder(other, taken) for other in fitting), one)
        if len(candidates) == 1:
            candidates[0].absorb(one, "shorter name")
            taken[id(one)] = candidates[0]
        elif candidates and len(core) == 1 and core[0] not in MANY:
            _share(one, candidates, "shorter name")
        elif not _bare_place(one):
            kept.append(one)
    return kept


def _holder(one: Cluster, taken: Mapping[int, Cluster]) -> Cluster:
    """The cluster in which this one has ended, itself if in no other."""
    while id(one) in taken:
        one = taken[id(one)]
    return one


def _shorter_forms(form: Form) -> list[Form]:
    """What is left of a name without a generic end, a nation at its beginning, or all but its head."""
    core, generic = comparable(form), wordlist("generic_name_ends")
    found = []
    for size in range(1, len(core)):
        tail, dropped = core[size:], form[: len(form) - size]
        if tail[0] in ("of", "for") or all(word in generic or word in COMPANY for word in tail):
            found.append(core[:size])
        national = all(gazetteer.country_of(word) or gazetteer.find(word) for word in dropped)
        national = national or gazetteer.find(" ".join(dropped)) is not None
        headed = size == 1 and core[-1] in lists().organisations | lists().places and _is_whole(form)
        headed = headed and gazetteer.find(" ".join(form)) is None  # the House is not the White House
        if national or headed:
            found.append(core[-size:])
    return found


def _is_whole(form: Form) -> bool:
    """Does the last word name the whole: not "Departments of State", "Bank and Fund", "Head of Delegation"?"""
    several = form[0].endswith("s") or form[0].lower() in lists().titles
    return form[-2] not in ("-", "and", "&") and not (form[-2] == "of" and several)


def _fits(one: Cluster, other: Cluster) -> bool:
    """May a cluster be a shorter form of another, by their types?"""
    if one.type == "Person" or (one.known and one.known.kind != "organisation"):
        return False
    if one.type in ("Place", "Country") and one.home is not None:
        return other.type in ("Place", "Country")
    if one.home is None and one.form[-1].endswith("s") and comparable(other.form)[-1:] == comparable(one.form):
        return True  # the Pirates, of Pittsburgh
    if one.type == "Place":
        return other.type == "Place"
    return one.type in ("Thing", other.type) or other.votes[one.type] > 0


def _bare_place(one: Cluster) -> bool:
    """Is this only a word like Terminal or Mosque, with a capital?"""
    return one.known is None and all(len(form) == 1 and form[0].lower() in lists().places - KEPT for form in one.forms)
