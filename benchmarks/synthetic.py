"""Graphs of any size made up by rule, in the RDF of `kg build`: for tests and benchmarks of the page."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from urllib.parse import quote

from kg.vocabulary import ENTITY_TYPES

BASE = "https://kg.example/"
PREFIXES = """\
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
@prefix schema: <https://schema.org/> .
@prefix kg: <https://kg.example/ns#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""
KINDS = ["Person"] * 6 + ["Organization"] * 5 + ["Place"] * 3 + ["Country"] * 2 + ["Thing"] * 6
KINDS += ["Event", "Product", "Product", "Group", "Work"]
FIRST = (
    "Ada",
    "Boris",
    "Clara",
    "Dmitri",
    "Elena",
    "Felix",
    "Greta",
    "Hassan",
    "Irina",
    "Jorge",
    "Karin",
    "Luis",
    "Mara",
    "Nadia",
    "Omar",
    "Petra",
    "Rosa",
)
LAST = (
    "Almeida",
    "Brandt",
    "Castro",
    "Duarte",
    "Eriksen",
    "Fontana",
    "Gromov",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Kovac",
    "Lindqvist",
    "Moreno",
    "Novak",
)
HEAD = (
    "northern",
    "southern",
    "joint",
    "old",
    "new",
    "secret",
    "regional",
    "heavy",
    "light",
    "public",
)
TAIL = (
    "Pipeline",
    "Bank",
    "Ministry",
    "Council",
    "Institute",
    "Harbour",
    "Valley",
    "Railway",
    "Refinery",
    "Treaty",
    "Forum",
    "Shipyard",
)
RELATIONS = (
    ("visit", "visits", "visited"),
    ("meet", "meets", "met"),
    ("sell", "sells", "sold"),
    ("buy", "buys", "bought"),
    ("support", "supports", "supported"),
    ("criticise", "criticises", "criticised"),
    ("own", "owns", "owned"),
    ("lead", "leads", "led"),
    ("sign", "signs", "signed"),
    ("be-part-of", "is part of", "was part of"),
)
MODALITIES = ["Asserted"] * 7 + ["Planned", "Possible", "Desired"]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the made-up world."""

    key: str
    label: str
    kind: str


def nodes(count: int, chance: random.Random) -> list[Node]:
    """Names that read like names, no two alike."""
    found: dict[str, Node] = {}
    while len(found) < count:
        kind = chance.choice(KINDS)
        if kind == "Person":
            label = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        else:
            label = f"{chance.choice(HEAD).title()} {chance.choice(TAIL)}"
        if any(node.label == label for node in found.values()) or count > 150:
            label += f" {len(found) + 1}"
        key = quote(label.lower().replace(" ", "-"))
        found.setdefault(key, Node(key, label, kind))
    return list(found.values())


def turtle(count: int, *, claims_per_node: float = 1.6, per_document: int = 40, seed: int = 7) -> str:
    """A graph of `count` linked nodes with sentences, documents, speakers, dates, doubts and denials."""
    chance = random.Random(seed)
    world = nodes(count, chance)
    lines = [PREFIXES]
    for number, node in enumerate(world):
        alias = f'; skos:altLabel "{node.label.split()[-1]} the {number}"@en ' if number % 5 == 0 else ""
        link = f"; owl:sameAs wd:Q{1000 + number} " if number % 7 == 0 else ""
        lines.append(
            f'<{BASE}entity/{node.key}> a {ENTITY_TYPES[node.kind]} ; rdfs:label "{node.label}"@en {alias}{link}.'
        )
    for key, label, _ in RELATIONS:
        lines.append(f'<{BASE}relation/{key}> a rdf:Property ; rdfs:label "{label}"@en .')
    pairs = [(world[max(0, int(i * chance.random() ** 2.2))], world[i]) for i in range(1, count)]
    for _ in range(int(count * (claims_per_node - 1))):
        first = world[int(count * chance.random() ** 3)]
        near = world[int(count * chance.random() ** 1.6)]
        pairs.append((first, near))
    for at in range(0, len(pairs), per_document):
        lines.extend(_document(at // per_document, pairs[at : at + per_document], world, chance))
    return "\n".join(lines) + "\n"


def _document(number: int, pairs: list[tuple[Node, Node]], world: list[Node], chance: random.Random) -> list[str]:
    iri = f"{BASE}doc/report-{number:04d}"
    date = f"{2003 + number % 6}-{1 + number % 12:02d}-{1 + number % 27:02d}"
    lines: list[str] = []
    text = ""
    for subject, obj in pairs:
        if subject.key == obj.key:
            continue
        relation = chance.choice(RELATIONS)
        modality = chance.choice(MODALITIES)
        positive = chance.random() > 0.06
        said = relation[2] if modality == "Asserted" else f"{modality.lower()} that it {relation[1]}"
        sentence = f"{subject.label} {'' if positive else 'never '}{said} {obj.label}."
        text += ("\n\n" if len(text) % 5 == 4 else " ") if text else ""
        start = len(text)
        text += sentence
        lines.extend(_claim(iri, start, sentence, (subject, relation, obj), (modality, positive), date, world, chance))
    lines.append(
        f'<{iri}> a schema:NewsArticle, nif:Context, prov:Entity ; nif:isString """{text}""" ; '
        f'dct:title "Report {number} on affairs" ; dct:issued "{date}"^^xsd:date ; '
        f'dct:publisher "The Daily {number % 9}" ; '
        f'dct:source "report-{number:04d}.txt" .'
    )
    return lines


def _span(iri: str, start: int, words: str, kind: str, more: str = "") -> tuple[str, str]:
    end = start + len(words)
    name = f"<{iri}#char={start},{end}>"
    return name, (
        f'{name} a nif:{kind}, nif:RFC5147String ; nif:beginIndex "{start}"^^xsd:nonNegativeInteger ; '
        f'nif:endIndex "{end}"^^xsd:nonNegativeInteger ; nif:referenceContext <{iri}> ; nif:anchorOf "{words}" {more}.'
    )


def _claim(
    iri: str,
    start: int,
    sentence: str,
    triple: tuple[Node, tuple[str, str, str], Node],
    mood: tuple[str, bool],
    date: str,
    world: list[Node],
    chance: random.Random,
) -> list[str]:
    subject, relation, obj = triple
    modality, positive = mood
    s, r, o = (f"<{BASE}entity/{subject.key}>", f"<{BASE}relation/{relation[0]}>", f"<{BASE}entity/{obj.key}>")
    quoted, spans = _span(iri, start, sentence, "Sentence", f"; prov:wasQuotedFrom <{iri}> ")
    first, named = _span(iri, start, subject.label, "Phrase", f'; itsrdf:taIdentRef {s} ; kg:rule "name" ')
    place = start + len(sentence) - 1 - len(obj.label)
    second, target = _span(iri, place, obj.label, "Phrase", f'; itsrdf:taIdentRef {o} ; kg:rule "name" ')
    key = hashlib.sha256(f"{iri}{start}{relation[0]}".encode()).hexdigest()[:12]
    more = ""
    if chance.random() < 0.2:
        more += f"kg:speaker <{BASE}entity/{chance.choice(world[:20]).key}> ; "
    if chance.random() < 0.2:
        more += f"kg:from <{BASE}entity/{chance.choice(world[:40]).key}> ; "
    if chance.random() < 0.4:
        more += f'kg:time "{date}" ; kg:begin "{date}"^^xsd:date ; kg:end "{date}"^^xsd:date ; '
    lines = [
        f"<{BASE}claim/{key}> a kg:Claim, rdf:Statement ; rdf:subject {s} ; rdf:predicate {r} ; rdf:object {o} ; "
        f"kg:event <{BASE}event/{key}> ; kg:polarity kg:{'Positive' if positive else 'Negative'} ; "
        f"kg:modality kg:{modality} ; kg:confidence {0.5 + 0.5 * chance.random():.2f} ; {more}"
        f"prov:wasAttributedTo <{BASE}entity/press> ; prov:wasDerivedFrom {quoted} ; "
        f"kg:subjectMention {first} ; kg:objectMention {second} .",
        spans,
        named,
        target,
    ]
    if positive:
        lines.append(f"{s} {r} {o} .")
    return lines
