"""Across documents: what merges, what never does, and that no other document has a say in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import Named, name, reading

from kg.model import EntityType, Phrase, Reading
from kg.resolution import resolve

KINDS: list[EntityType] = ["Person", "Organization", "Country", "Place", "Event", "Work", "Product", "Thing"]
LABELS = [
    "Bush",
    "Ann Lee",
    "Ann Lee Ross",
    "Chelsea",
    "Peru",
    "Senate",
    "Acme",
    "Acme Inc",
    "World Cup",
    "oil",
    "Lee",
    "The Ford",
]
CHAINS = st.tuples(st.sampled_from(LABELS), st.sampled_from(KINDS)).map(lambda pair: name(*pair))
NOUNS = st.lists(
    st.tuples(st.sampled_from(["oil", "gas pipeline", "the visit", "acme", "senate", "bush"]), st.booleans()),
    max_size=3,
)
DOCUMENTS = st.lists(st.tuples(st.lists(CHAINS, max_size=4), NOUNS), min_size=1, max_size=6).map(
    lambda rows: [reading(f"d{n}", *chains, nouns=tuple(nouns)) for n, (chains, nouns) in enumerate(rows)]
)


def merged(readings: Iterable[Reading]) -> dict[tuple[str, int, int], str | None]:
    """Each mention, and each noun, with the entity it ended in."""
    readings = list(readings)
    resolution = resolve(readings)
    found = {(m.doc, m.mention.start, m.mention.end): m.entity for m in resolution.mentions}
    for one in readings:
        for proposition in one.propositions:
            phrase = proposition.subject
            entity = resolution.entity(one.document.id, phrase)
            found[one.document.id, phrase.start, phrase.end] = entity.key if entity else None
    return found


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_documents_says_nothing(readings: list[Reading], random: object) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merged(readings) == merged(shuffled)
    assert resolve(readings).entities == resolve(shuffled).entities


@given(DOCUMENTS, st.integers(min_value=0, max_value=6))
def test_two_builds_joined_are_one_build(readings: list[Reading], cut: int) -> None:
    assert merged(readings) == merged(readings[:cut]) | merged(readings[cut:])


@given(DOCUMENTS, st.lists(CHAINS, max_size=4))
def test_another_document_changes_no_merge(readings: list[Reading], chains: list[Named]) -> None:
    other = reading("other", *chains)
    after = {place: key for place, key in merged([*readings, other]).items() if place[0] != "other"}
    assert after == merged(readings)


@given(DOCUMENTS)
def test_one_key_one_type(readings: list[Reading]) -> None:
    resolution = resolve(readings)
    types = defaultdict(set)
    for one in readings:
        for chain in one.chains:
            key = next(
                m.entity for m in resolution.mentions if m.doc == one.document.id and m.mention is chain.mentions[0]
            )
            types[key].add("Place" if chain.type == "Country" else chain.type)
    assert all(len(kinds - {"Thing"}) <= 1 for kinds in types.values())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (name("Ann Lee", "Person"), name("Ann Lee", "Person"), True),
        (name("Lee", "Person"), name("Lee", "Person"), False),
        (name("Lee", "Person"), name("Ann Lee", "Person"), False),
        (name("Acme", "Organization"), name("Acme Inc.", "Organization"), True),
        (name("Chelsea", "Place"), name("Chelsea", "Organization"), False),
        (name("Senate", "Organization"), name("Senate", "Organization"), False),
        (name("Peru", "Country"), name("Peru", "Place"), True),
        (name("Acme", "Thing"), name("Acme", "Organization"), True),
    ],
)
def test_what_merges_across_documents(one: Named, other: Named, same: bool) -> None:
    keys = {mention.entity for mention in resolve([reading("a", one), reading("b", other)]).mentions}
    assert (len(keys) == 1) is same


def test_countries_are_linked_and_explained() -> None:
    entities = {
        e.key: e for e in resolve([reading("a", name("Russia", "Country"), name("Kremlin", "Organization"))]).entities
    }
    assert [link.iri for link in entities["russia"].links] == ["http://www.wikidata.org/entity/Q159"]
    assert entities["kremlin"].part_of == "russia"
    twice = resolve([reading("a", name("Ann Lee", "Person")), reading("b", name("Ann Lee", "Person"))])
    assert twice.entities[0].why == ("2 documents name Ann Lee",)


@pytest.mark.parametrize("pronoun", ["he", "We", "you", "which", "it", "I", "somebody", "this", "…"])
def test_no_pronoun_is_a_node(pronoun: str) -> None:
    resolution = resolve([reading("a", name("Peru", "Country"))])
    assert resolution.entity("a", Phrase(90, 92, 90, pronoun, pronoun)) is None


def test_a_phrase_is_found_by_its_head() -> None:
    resolution = resolve([reading("a", name("Ann Lee", "Person"))])
    found = resolution.entity("a", Phrase(0, 7, 4, "Ann Lee", "Ann Lee"))
    assert found is not None and found.key == "ann-lee"


def test_nouns_merge_when_generic_and_else_stay() -> None:
    resolution = resolve([reading("a", nouns=(("gas pipeline", True), ("the visit", False)))])
    pipelines = resolution.entity("b", Phrase(0, 13, 4, "gas pipelines", "gas pipelines", generic=True))
    visit = resolution.entity("b", Phrase(0, 9, 4, "the visit", "the visit"))
    here = resolution.entity("a", Phrase(13, 22, 17, "the visit", "the visit"))
    assert pipelines is not None and pipelines.key == "gas_pipeline"
    assert visit is not None and here is not None and visit.key != here.key


def test_a_value_is_no_entity() -> None:
    assert resolve([reading("a")]).entity("a", Phrase(0, 5, 0, "happy", "happy", literal=True)) is None
