"""The key of an entity: made from one document alone, so that no other document can change it.

A name that may merge across documents has the slug of its canonical name. Where two types could claim one slug, the
type that the name itself suggests has it bare and any other carries its type: `washington`, `washington-person`. A
lone surname, a first name, an office or a bare "Senate" has the slug and 6 hex digits of its document's id. Keys of
common nouns join their words by `_` (`gas_pipeline`, `oil_`), so that no noun ever meets a name.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from itertools import pairwise

from kg.lexicon import gazetteer
from kg.lexicon.wordlists import table
from kg.lexicon.wordlists import words as wordlist
from kg.model import EntityType

LONGEST = 100  # characters of a slug
COMPANY = frozenset(("inc", "ltd", "llc", "corp", "plc", "gmbh"))
KINDS = ("organisation", "place", "event", "work")
OF = frozenset(("of", "the", "for", "and"))
HEADS: tuple[tuple[EntityType, str], ...] = (
    ("Organization", "organisation_words"),
    ("Place", "place_words"),
    ("Event", "event_words"),
)


@functools.lru_cache(maxsize=200_000)
def slug(name: str) -> str:
    """A name in lower case, without accents and signs, its words joined by hyphens."""
    folded = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    folded = re.sub(r"(?<=\w)['’](?=\w)|(?<=\b\w)\.(?=\w\b)", "", folded.casefold().replace("&", " and "))
    found = re.sub(r"[\W_]+", "-", folded).strip("-")
    if len(found) > LONGEST:
        return found[:LONGEST].strip("-") + "-" + _hex(found)
    return found or "x" + _hex(name)


def _hex(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


@functools.lru_cache(maxsize=20_000)
def document_digits(doc_id: str) -> str:
    """The 6 hex digits that stand for a document in keys."""
    return _hex(doc_id)


@functools.lru_cache(maxsize=200_000)
def canonical(name: str) -> str:
    """The name without article and legal form: The Coca-Cola Co. Inc. → Coca-Cola Co."""
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    while len(words) > 1 and words[-1].strip(".,").lower() in COMPANY:
        words = words[:-1]
    return " ".join(words).rstrip(",")


@functools.lru_cache(maxsize=200_000)
def natural_type(name: str) -> EntityType:
    """The type that a name suggests by itself, which may bear the bare slug."""
    known = gazetteer.find(name)
    if known:
        return "Organization" if known.kind == "organisation" else "Place"
    words = name.lower().split()
    if len(words) == 1:
        return "Organization"
    ends = {words[0], words[-1], *(before for before, word in pairwise(words) if word in ("of", "for"))}
    for kind, listed in HEADS:
        if not ends.isdisjoint(wordlist(listed)):
            return kind
    country = gazetteer.find(re.split(r" (?:of|de|for) (?:the )?", name)[-1])
    return "Organization" if country and country.kind == "country" else "Person"


@functools.lru_cache(maxsize=200_000)
def may_merge(name: str, kind: EntityType) -> bool:
    """Is a thing of this name and type the same in any document?"""
    words = [word.strip(".,") for word in name.lower().split()]
    titles = wordlist("titles")
    if kind == "Person":
        return len([word for word in words if word not in titles]) >= 2 and words[-1] not in titles
    if gazetteer.find(name):
        return True
    national = wordlist("national_institutions")
    ordinary = wordlist("common_words") | wordlist("directions") | national | OF
    if len(words) == 1:
        return words[0] not in ordinary | titles and not any(words[0] in wordlist(f"{kind}_words") for kind in KINDS)
    return not (kind != "Event" and ordinary.issuperset(words) and not national.isdisjoint(words))


def key_of_name(name: str, kind: EntityType, doc_id: str) -> str:
    """The key of what a document calls by a name; a name of no known type has that of the type it suggests."""
    name = canonical(name)
    family = "Place" if kind == "Country" else kind
    merges = may_merge(name, kind)
    suggested = natural_type(name) if merges or family != "Person" else "Person"
    key = slug(name) if family in (suggested, "Thing") else f"{slug(name)}-{family.lower()}"
    return key if merges else f"{key}-{document_digits(doc_id)}"


@functools.lru_cache(maxsize=200_000)
def singular(word: str) -> str:
    """A noun's singular, by its letters."""
    if word in table("irregular_plurals"):
        return table("irregular_plurals")[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")):
        return word[:-1]
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    return word


@functools.lru_cache(maxsize=200_000)
def noun_label(label: str) -> str:
    """A common noun phrase without determiner."""
    words = label.split()
    while len(words) > 1 and words[0].lower() in wordlist("determiners"):
        words = words[1:]
    return " ".join(words)


@functools.lru_cache(maxsize=200_000)
def noun_slug(label: str) -> str:
    """A common noun phrase as it is compared: its head in the singular."""
    words = [word for word in slug(noun_label(label)).split("-") if word]
    head = (
        next((index for index, word in enumerate(words) if index and word in ("of", "for", "in", "with")), len(words))
        - 1
    )
    words[head] = singular(words[head])
    return "-".join(words)


def key_of_noun(label: str, generic: bool, doc_id: str) -> str:
    """The key of a thing without name: shared by all documents when generic."""
    stem = noun_slug(label)
    if not generic:
        return f"{stem}-{document_digits(doc_id)}"
    return stem.replace("-", "_") if "-" in stem else stem + "_"
