"""The canonical relations: which verbs and nouns of the text say them, and what follows from them.

    [buy]
    verbs = ["buy", "purchase", "acquire"]
    nouns.purchase = "subject: poss by; object: of compound; from: from"
    converse = "sell: subject=from object=object to=subject"

A verb pattern is the verb's lemma, then a particle, noun, adjective or participle, then the preposition that
introduces the object if it is not a direct one: "set up", "arrive in", "pay visit to", "be home to", "be based in".
With `_` for a direct object the preposition is asked for but introduces no object: "see _ as" matches "sees Iran as a
threat".
A noun pattern says by which markers its participants hang on it: `poss` (possessive or nationality), `compound`, or a
preposition. A marker may stand under two roles (`between` has both); the roles are then in the order of the pattern.
"""

from __future__ import annotations

import functools
import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from kg.errors import LexiconError
from kg.lexicon.wordlists import FOLDER
from kg.model import EntityType

TYPES = frozenset(get_args(EntityType))
FIELDS = frozenset({"label", "verbs", "nouns", "converse", "symmetric", "domain", "range", "links", "example"})
IRREGULAR_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes", "undergo": "undergoes"}
LINK = re.compile(r"\^?(schema:[a-zA-Z]+|wdt:P[1-9][0-9]*)$")


@dataclass(frozen=True, slots=True)
class NounPattern:
    """A noun that names the event, e.g. "purchase"; `markers` maps a marker to the roles it can stand for."""

    noun: str
    relation: str
    markers: Mapping[str, tuple[str, ...]]

    def role(self, marker: str, filled: Iterable[str] = ()) -> str | None:
        """The first role of the marker that is not filled yet."""
        taken = set(filled)
        return next((role for role in self.markers.get(marker, ()) if role not in taken), None)


@dataclass(frozen=True, slots=True)
class Converse:
    """The relation that says the same from the other side; `roles` maps its roles to ours ("subject" ← "from")."""

    relation: str
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """A canonical relation; `relation` is its lemma, `label` the third person ("visits")."""

    relation: str
    label: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[NounPattern, ...] = ()
    converse: Converse | None = None
    symmetric: bool = False
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class VerbMatch:
    """A relation and which words of the clause its pattern used; what is not used keeps its own role."""

    entry: RelationEntry
    particle: str = ""
    noun: str = ""
    preposition: str = ""


class Relations:
    """The relations of the shipped file and the user's, looked up by the words of a clause or by lemma."""

    def __init__(self, entries: Iterable[RelationEntry], version: str, first: Iterable[str] = ()) -> None:
        self._entries = {entry.relation: entry for entry in sorted(entries, key=lambda entry: entry.relation)}
        self.version = version
        self._verbs: dict[str, dict[tuple[str, ...], RelationEntry]] = {}
        self._nouns: dict[str, tuple[NounPattern, ...]] = {}
        overriding = set(first)
        for entry in sorted(self._entries.values(), key=lambda entry: entry.relation in overriding):
            for pattern in entry.verbs:
                verb, *rest = pattern.split()
                self._verbs.setdefault(verb, {})[tuple(rest)] = entry
            for noun in entry.nouns:
                kept = () if entry.relation in overriding else self._nouns.get(noun.noun, ())
                self._nouns[noun.noun] = (*kept, noun)

    def __getitem__(self, relation: str) -> RelationEntry:
        return self._entries[relation]

    def __contains__(self, relation: object) -> bool:
        return relation in self._entries

    def __iter__(self) -> Iterator[RelationEntry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, relation: str) -> RelationEntry | None:
        """The entry with that lemma, if there is one."""
        return self._entries.get(relation)

    def verb(self, lemma: str, particle: str = "", noun: str = "", preposition: str = "") -> RelationEntry | None:
        """The relation of the longest pattern that these words hold."""
        found = self.match(lemma, particle, noun, (preposition,) if preposition else ())
        return found.entry if found else None

    def match(
        self,
        lemma: str,
        particle: str = "",
        noun: str = "",
        prepositions: Sequence[str] = (),
        direct: bool | None = None,
    ) -> VerbMatch | None:
        """The longest pattern that these words hold, and the words it used.

        `direct` says whether the clause has a direct object (in a passive: its subject). With one, a preposition alone
        does not introduce the object ("led Iran to victory" is not "lead to"); without one, only the relation's own
        verb stands for it ("the company buys" is buy, "the machine runs" is not lead). A particle is never dropped:
        "call off" is not "call".
        """
        patterns = self._verbs.get(lemma)
        if patterns is None:
            return None
        for used_noun in (noun, "") if noun else ("",):
            stem = (*particle.split(), *used_noun.split())
            for preposition in prepositions:
                if direct is not False and (entry := patterns.get((*stem, "_", preposition))):
                    return VerbMatch(entry, particle, used_noun)
                entry = patterns.get((*stem, preposition))
                if entry and not (direct and not used_noun):
                    return VerbMatch(entry, particle, used_noun, preposition)
            entry = patterns.get(stem)
            if entry and not (direct is False and not used_noun and lemma != entry.relation.split()[0]):
                return VerbMatch(entry, particle, used_noun)
        return None

    def noun(self, lemma: str) -> tuple[NounPattern, ...]:
        """The event patterns of a noun; the user's stand alone, ours by relation."""
        return self._nouns.get(lemma, ())

    def can_be(self, noun: str) -> bool:
        """Whether the noun names an event or relation that we know."""
        return noun in self._nouns


def third_person(lemma: str) -> str:
    """The label of a relation from its lemma: "set up" → "sets up", "be home to" → "is home to"."""
    verb, *rest = lemma.split(" ")
    if verb in IRREGULAR_THIRD:
        verb = IRREGULAR_THIRD[verb]
    elif re.search(r"[^aeiou]y$", verb):
        verb = verb[:-1] + "ies"
    elif re.search(r"(s|x|z|ch|sh|[^aeiou]o)$", verb):
        verb += "es"
    else:
        verb += "s"
    return " ".join([verb, *rest])


def load_relations(user: Path | None = None) -> Relations:
    """The shipped relations, with those of the user's file added or put over them.

    A relation that the file shares with ours keeps our verbs and nouns beside the user's and takes every other field
    from the user; a pattern that we have under another relation moves to the user's.
    """
    return _load(user.resolve() if user else None)


@functools.cache
def _load(user: Path | None) -> Relations:
    shipped = FOLDER / "relations.toml"
    entries = _read(shipped, {})
    texts = [shipped.read_bytes(), *(p.read_bytes() for p in sorted(FOLDER.glob("*.t[xs][tv]")))]
    changed: tuple[str, ...] = ()
    if user is not None:
        own = _read(user, entries)
        changed = tuple(own)
        entries = {**entries, **own}
        texts.append(user.read_bytes())
    for entry in entries.values():
        if entry.converse and entry.converse.relation not in entries:
            name = user.name if user and entry.relation in changed else shipped.name
            raise LexiconError(
                f"{name}: the converse of '{entry.relation}' is '{entry.converse.relation}', which is no relation"
            )
    return Relations(entries.values(), hashlib.sha256(b"\0".join(texts)).hexdigest()[:12], changed)


def _read(path: Path, known: Mapping[str, RelationEntry]) -> dict[str, RelationEntry]:
    """The relations of a file, each put over the known one of that name."""
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except OSError as error:
        raise LexiconError(
            f"{path}: cannot be read ({error.strerror}); give the path of a TOML file of relations"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: not TOML: {error}") from error
    lines = {m[1].strip("\"'"): text.count("\n", 0, m.start()) + 1 for m in re.finditer(r"(?m)^\[([^\[\]]+)\]", text)}
    entries: dict[str, RelationEntry] = {}
    owner: dict[str, str] = {}
    for name, fields in content.items():
        where = f"{path.name}, line {lines.get(name, 1)}, relation '{name}'"
        entries[name] = _entry(name, fields, known.get(name), where)
        listed = fields.get("verbs", ())
        for pattern in listed:
            if owner.setdefault(pattern, name) != name or listed.count(pattern) > 1:
                raise LexiconError(
                    f"{where}: the pattern '{pattern}' is already in '{owner[pattern]}'; a pattern has one relation"
                )
    return entries


def _entry(name: str, fields: Any, known: RelationEntry | None, where: str) -> RelationEntry:
    if not isinstance(fields, dict):
        raise LexiconError(f"{where}: a table '[{name}]' is needed, not a value")
    for wrong in sorted(set(fields) - FIELDS):
        raise LexiconError(f"{where}: there is no field '{wrong}'; known: {', '.join(sorted(FIELDS))}")
    if name != " ".join(name.lower().split()) or not name:
        raise LexiconError(f"{where}: a relation is named by its lemma in lower case, words separated by one space")
    entry = known or RelationEntry(name, third_person(name))
    changes: dict[str, Any] = {}
    for field in ("label", "example"):
        if field in fields:
            changes[field] = _text(fields[field], f"{where}, {field}")
    if "symmetric" in fields:
        changes["symmetric"] = fields["symmetric"] is True
    for field in ("domain", "range", "links"):
        if field in fields:
            changes[field] = _strings(fields[field], f"{where}, {field}")
    for wrong in sorted({*changes.get("domain", ()), *changes.get("range", ())} - TYPES):
        raise LexiconError(f"{where}: '{wrong}' is no type; known: {', '.join(sorted(TYPES))}")
    for wrong in (link for link in changes.get("links", ()) if not LINK.match(link)):
        raise LexiconError(f"{where}: '{wrong}' is no link; write schema:name or wdt:P123")
    verbs = _strings(fields.get("verbs", ()), f"{where}, verbs")
    changes["verbs"] = tuple(dict.fromkeys((*verbs, *entry.verbs)))
    nouns = tuple(_nouns(name, fields.get("nouns", {}), f"{where}, nouns"))
    own = {noun.noun for noun in nouns}
    changes["nouns"] = (*nouns, *(noun for noun in entry.nouns if noun.noun not in own))
    if "converse" in fields:
        changes["converse"] = _converse(_text(fields["converse"], f"{where}, converse"), f"{where}, converse")
    return replace(entry, **changes)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(f"{where}: a text is needed")
    return value.strip()


def _strings(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) and item.strip() for item in value):
        raise LexiconError(f'{where}: a list of texts is needed, like ["buy", "purchase"]')
    return tuple(" ".join(item.split()) for item in value)


def _nouns(relation: str, value: Any, where: str) -> Iterator[NounPattern]:
    """`nouns.visit = "subject: poss by; object: to"`; several nouns of one pattern are a key with commas."""
    if not isinstance(value, dict):
        raise LexiconError(f'{where}: patterns are needed, like nouns.visit = "subject: poss of; object: to"')
    for names, pattern in value.items():
        markers: dict[str, tuple[str, ...]] = {}
        for part in _text(pattern, where).split(";"):
            role, colon, listed = part.partition(":")
            if not colon or not role.strip() or not listed.split():
                raise LexiconError(
                    f"{where}, {names}: 'role: markers' is needed, like \"subject: poss by\", not '{part.strip()}'"
                )
            for marker in listed.split():
                markers[marker] = (*markers.get(marker, ()), role.strip())
        for noun in names.split(","):
            yield NounPattern(" ".join(noun.split()), relation, MappingProxyType(markers))


def _converse(value: str, where: str) -> Converse:
    """`"sell: subject=from object=object to=subject"`: the roles of the other relation from ours."""
    relation, _, listed = value.partition(":")
    pairs = [part.partition("=") for part in listed.split()]
    if not pairs or not all(equals and role and ours for role, equals, ours in pairs):
        raise LexiconError(
            f"{where}: 'relation: role=ours role=ours' is needed, like \"sell: subject=from object=object to=subject\""
        )
    return Converse(relation.strip(), MappingProxyType({role: ours for role, _, ours in pairs}))
