"""Writes docs/vocabulary.md from kg/ontology.ttl and the vocabulary's prefixes: `python scripts/vocabulary_page.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rdflib
from rdflib import RDF, RDFS, SKOS, URIRef

from kg.vocabulary import DEFAULT_BASE, ENTITY_TYPES, NAMESPACE, ONTOLOGY, Namespaces

PAGE = Path(__file__).parent.parent / "docs" / "vocabulary.md"
KG = rdflib.Namespace(NAMESPACE)
INTRO = """# The vocabulary of the graph

<!-- Made by scripts/vocabulary_page.py from kg/ontology.ttl: change those, not this page. -->

A graph holds *claims*: what a sentence of a document says. Standard vocabularies say most of it; what they have no
word for is under `kg:` and explained below. There are no blank nodes, no clock and no chance in a graph: the same
documents give the same bytes.

```turtle
e:venezuela a kg:Entity , schema:Country ; rdfs:label "Venezuela"@en ; owl:sameAs wd:Q717 .
r:buy a rdf:Property ; rdfs:label "buys"@en ; kg:lemma "buy" ; kg:converse r:sell .

e:venezuela r:buy e:fighter-planes .              # a plain edge: at least one positive claim says so

c:0621c591ca5e a kg:Claim , rdf:Statement ;       # the claim: how surely, who says it, in which words
    rdf:subject e:venezuela ; rdf:predicate r:buy ; rdf:object e:fighter-planes ;
    kg:from e:russia ;
    kg:event ev:1f4f0ea55f65 ;
    kg:polarity kg:Positive ; kg:modality kg:Asserted ; kg:confidence 0.87 ;
    prov:wasAttributedTo e:martin-murphy ;
    prov:wasDerivedFrom <https://kg.example/doc/bbc#char=0,48> ;
    kg:subjectMention <https://kg.example/doc/bbc#char=0,9> ;
    kg:words "has bought" ; kg:extractor "clause" ;
    prov:wasGeneratedBy run:003ed1fcb065 .

<https://kg.example/doc/bbc#char=0,48> a nif:RFC5147String , nif:Sentence ;
    nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:endIndex "48"^^xsd:nonNegativeInteger ;
    nif:referenceContext d:bbc ; nif:anchorOf "Venezuela has bought fighter planes from Russia." ;
    prov:wasQuotedFrom d:bbc .

d:bbc a nif:Context , prov:Entity , schema:NewsArticle ;
    nif:isString "Venezuela has bought fighter planes from Russia. …" ; schema:sha256 "a1e73f…" ;
    dct:title "Chavez in Russia"@en ; dct:issued "2007-06-28"^^xsd:date ; dct:creator e:martin-murphy .
```

## Reading a graph

* **A plain edge is not a fact.** It is there to be found, whenever at least one positive claim makes it (with
  `--edges asserted`: one that is stated as a fact). How surely, and who says it, stands on its claims; a denial never
  makes an edge. A claim without object, or with a literal for an object, makes none.
* **From an edge to the words:** the claims with that subject, predicate and object → `prov:wasDerivedFrom` the
  sentence → `nif:anchorOf` the quote, `nif:beginIndex` and `nif:endIndex` in the document's `nif:isString`, whose
  SHA-256 is `schema:sha256` → the document's author, publisher, date and file → `prov:wasGeneratedBy` the run.
* **Who says it** is always under `prov:wasAttributedTo`: the speaker the text names, else the author, the publisher,
  the source file. `kg:speaker` is there only when the text names one.
* **Several claims, one event:** `kg:event` ties the claims of one proposition, e.g. both sides of a sale. That an event
  has a node does not say that it took place.
* **Sources:** a syndicated copy points at the document it repeats (`prov:alternateOf`); both count as one source.

## Loading several graphs together

IRIs come from content: an entity whose name means the same anywhere has the slug of that name, anything else the slug
and six digits of its document; claims, events and spans are hashes. So graphs of different builds load together as one:
`KnowledgeGraph.load("a.ttl", "b.ttl")`, or both files in any triple store. Two builds of two folders give what one
build of both gives, except where only the whole corpus can tell: a reason for a merge (`kg:why`), another name, a
converse. A build with another base IRI shares nothing with the rest; one of another version of the program adds its
claims beside the old ones.

Files can be read by any RDF tool. Oxigraph keeps all whole numbers as `xsd:integer`; our files have the
`xsd:nonNegativeInteger` of NIF. In RDF/XML, GraphML, GEXF and CSV a control character that XML cannot hold is U+FFFD.
"""


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The page as Markdown."""
    ontology = rdflib.Graph().parse(ONTOLOGY, format="turtle")
    return "\n".join([INTRO, *_prefixes(), *_types(), *_terms(ontology), *_notes(ontology)]).rstrip() + "\n"


def _prefixes() -> Iterator[str]:
    yield "## Prefixes\n"
    yield f"`{DEFAULT_BASE}` is the base IRI unless `--base-iri` says otherwise. Queries may use these undeclared.\n"
    yield "| prefix | namespace |"
    yield "| --- | --- |"
    yield from (f"| `{prefix}:` | `{namespace}` |" for prefix, namespace in Namespaces().prefixes.items())
    yield ""


def _types() -> Iterator[str]:
    yield "## Types of entities\n"
    yield "| type | in RDF |"
    yield "| --- | --- |"
    yield from (f"| {type_} | `{name}` |" for type_, name in ENTITY_TYPES.items())
    yield ""


def _terms(ontology: rdflib.Graph) -> Iterator[str]:
    """A table for each group of terms, in the order of the ontology."""
    roles = set(ontology.subjects(RDFS.subPropertyOf, KG.participant)) | {KG.participant}
    properties = set(ontology.subjects(RDF.type, RDF.Property)) - roles
    groups = {
        "Classes": set(ontology.subjects(RDF.type, RDFS.Class)),
        "Polarities": set(ontology.subjects(RDF.type, KG.Polarity)),
        "Modalities": set(ontology.subjects(RDF.type, KG.Modality)),
        "Properties of claims": _about(ontology, properties, "kg:Claim"),
        "Participants of claims": roles,
        "Properties of relations": _about(ontology, properties, "rdf:Property"),
        "Properties of entities and mentions": _about(ontology, properties, "kg:Entity", "nif:Phrase"),
        "Properties of documents": _about(ontology, properties, "nif:Context"),
        "Properties of runs": _about(ontology, properties, "prov:Activity"),
    }
    for title, terms in groups.items():
        yield f"## {title}\n"
        yield "| term | meaning | range | see also |"
        yield "| --- | --- | --- | --- |"
        yield from (_row(ontology, term) for term in sorted(terms, key=str))
        yield ""


def _about(ontology: rdflib.Graph, properties: set[rdflib.term.Node], *domains: str) -> set[rdflib.term.Node]:
    wanted = {_iri(name) for name in domains}
    return {term for term in properties if ontology.value(term, RDFS.domain) in wanted}


def _row(ontology: rdflib.Graph, term: rdflib.term.Node) -> str:
    above = [*ontology.objects(term, RDFS.subClassOf), *ontology.objects(term, RDFS.subPropertyOf)]
    see = sorted(_name(each) for each in (*above, *ontology.objects(term, SKOS.closeMatch)) if each != KG.participant)
    range_ = ontology.value(term, RDFS.range)
    meaning = str(ontology.value(term, RDFS.comment))
    links = ", ".join(f"`{each}`" for each in see)
    return f"| `{_name(term)}` | {meaning} | {f'`{_name(range_)}`' if range_ else ''} | {links} |"


def _notes(ontology: rdflib.Graph) -> Iterator[str]:
    yield "## Terms of others, and how they are used here\n"
    yield "| term | use |"
    yield "| --- | --- |"
    for term, note in sorted(ontology.subject_objects(SKOS.note)):
        yield f"| `{_name(term)}` | {note} |"


def _iri(name: str) -> URIRef:
    prefix, _, local = name.partition(":")
    return URIRef(Namespaces().prefixes[prefix] + local)


def _name(term: rdflib.term.Node | None) -> str:
    """A term with its prefix."""
    for prefix, namespace in sorted(Namespaces().prefixes.items(), key=lambda item: -len(item[1])):
        if str(term).startswith(namespace):
            return f"{prefix}:{str(term)[len(namespace) :]}"
    return str(term)


def unexplained(ontology: rdflib.Graph) -> set[str]:
    """Terms of ours that the page does not show."""
    shown = page()
    terms = {str(term) for term in ontology.subjects() if str(term).startswith(NAMESPACE) and str(term) != NAMESPACE}
    return {term for term in terms if f"| `{_name(URIRef(term))}` |" not in shown}


if __name__ == "__main__":
    main()
