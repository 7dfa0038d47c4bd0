"""Every IRI of the graph is made here: the prefixes, our own terms and the names of things under the base IRI.

Two different keys never share an IRI, whatever is in them, and every IRI is plain ASCII: it can be pasted into a query,
a URL or RDF/XML as it stands.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from kg.errors import GraphError

DEFAULT_BASE = "https://kg.example/"
NAMESPACE = "https://kg.example/ns#"
ONTOLOGY = Path(__file__).with_name("ontology.ttl")
SHAPES = Path(__file__).with_name("shapes.ttl")

STANDARD_PREFIXES = MappingProxyType({
    "kg": NAMESPACE,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
})
FOLDERS = MappingProxyType({
    "e": "entity/",
    "r": "relation/",
    "c": "claim/",
    "ev": "event/",
    "d": "doc/",
    "run": "run/",
})
ENTITY_TYPES = MappingProxyType({
    "Person": "schema:Person",
    "Organization": "schema:Organization",
    "Country": "schema:Country",
    "Place": "schema:Place",
    "Event": "schema:Event",
    "Product": "schema:Product",
    "Group": "kg:Group",
    "Work": "schema:CreativeWork",
    "Thing": "schema:Thing",
})
DOCUMENT_TYPES = MappingProxyType({
    "article": "schema:NewsArticle",
    "report": "schema:Report",
    "cable": "schema:Message",
})
# What is said of a claim besides its participants: no role may take one of these names.
CLAIM_TERMS = frozenset((
    *("participant", "confidence", "polarity", "modality", "speaker", "event", "extractor", "implied", "words"),
    *("begin", "end", "timeText", "speakerText", "time", "subject", "object", "subjectMention", "objectMention"),
))

_SAFE_BASE = re.compile(
    r"(https?://[A-Za-z0-9.-]+(:\d+)?/|urn:[A-Za-z0-9][A-Za-z0-9-]*:)([\w.~%!$&()*+,;=:@/-]*[/:])?", re.ASCII
)
_ID = re.compile(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_DOTS = re.compile(r"(?<![^/])\.{1,2}(?![^/])")
_LINK = re.compile(
    r"(https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*)?|urn:[A-Za-z0-9][A-Za-z0-9-]*:[A-Za-z0-9:._~/-]+)"
    r"(\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?(#[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?"
)


def expand(name: str) -> str:
    """The IRI of a prefixed name of the standard vocabularies or ours, e.g. `kg:Claim`."""
    prefix, _, local = name.partition(":")
    return STANDARD_PREFIXES[prefix] + local


def digest(text: str, length: int = 12) -> str:
    """The first hex digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def link(address: str) -> str | None:
    """An address from outside as an IRI, None if it cannot be one: then it is written as text."""
    ascii_only = quote(address.encode("utf-8", "surrogatepass"), safe="!#$%&'()*+,/:;=?@~")
    valid = _LINK.fullmatch(ascii_only) and not re.search(r"%(?![0-9A-Fa-f]{2})", ascii_only)
    return ascii_only if valid and " " not in address else None


@dataclass(frozen=True, slots=True)
class Namespaces:
    """The IRIs under one base IRI; the same key gives the same IRI in every build."""

    base_iri: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _SAFE_BASE.fullmatch(self.base_iri) or re.search(r"%(?![0-9A-Fa-f]{2})", self.base_iri):
            raise GraphError(
                f"'{self.base_iri}' cannot be a base IRI; give an absolute one that ends in '/', e.g. {DEFAULT_BASE}"
            )

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix → namespace, ours first: what queries may use undeclared and what files declare."""
        own = {prefix: self.base_iri + folder for prefix, folder in FOLDERS.items()}
        return {"kg": NAMESPACE, **own, **STANDARD_PREFIXES}

    def entity(self, key: str) -> str:
        """The IRI of an entity from its key."""
        return self.base_iri + "entity/" + _percent(key)

    def relation(self, lemma: str) -> str:
        """The IRI of a relation from its lemma: `travel to` → `…/relation/travel_to`."""
        return self.base_iri + "relation/" + _element(lemma)

    def claim(self, id: str) -> str:
        """The IRI of a claim from its hash."""
        return self.base_iri + "claim/" + _percent(id)

    def event(self, id: str) -> str:
        """The IRI of the event that the claims of one proposition share."""
        return self.base_iri + "event/" + _percent(id)

    def document(self, id: str) -> str:
        """The IRI of a document; its id is percent-encoded already, an id that is not is encoded here."""
        if _ID.fullmatch(id) and not _DOTS.search(id):
            return self.base_iri + "doc/" + id
        return self.base_iri + "doc/" + _percent(id) + "-" + digest(id, 6)

    def span(self, doc_id: str, start: int, end: int) -> str:
        """The IRI of the characters start..end of a document's text (RFC 5147)."""
        return f"{self.document(doc_id)}#char={start},{end}"

    def source(self, doc_id: str) -> str:
        """The IRI of the file a document was read from, as the agent that says what nobody else is named for."""
        return self.document(doc_id) + "#source"

    def run(self, id: str) -> str:
        """The IRI of the run that made the claims, from the hash of its settings."""
        return self.base_iri + "run/" + _percent(id)

    def role(self, role: str) -> str:
        """The property of a participant's role: `from` → `kg:from`."""
        return NAMESPACE + (f"{role}Role" if role in CLAIM_TERMS else _element(role))


def _percent(key: str) -> str:
    """Letters, digits and -._~ as they are, all else percent-encoded, so that nothing collides."""
    encoded = quote(key.encode("utf-8", "surrogatepass"), safe="")
    if encoded.strip("."):
        return encoded
    return encoded.replace(".", "%2E") or "%FF"  # a folder path ("..") or nothing: neither may vanish from an IRI


def _element(words: str) -> str:
    """As `_percent` with `_` for the spaces between words, and an end that can be an XML element name."""
    encoded = quote(words.encode("utf-8", "surrogatepass"), safe="").replace("_", "%5F")
    encoded = re.sub(r"(?<!^)(?<!%20)%20(?!$|%20)", "_", encoded)
    return encoded if _NAME.fullmatch(encoded) else encoded + "_"
