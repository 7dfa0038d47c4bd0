"""The two seed documents: who is who in them, and who is not."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from spacy.language import Language

from kg import loaders
from kg.coreference import find_chains
from kg.model import Document, Reading
from kg.nlp import parse
from kg.resolution import Resolution, resolve


@pytest.fixture(scope="module")
def resolution(nlp: Language, seeds: Path) -> Resolution:
    """The entities of both documents."""
    documents = [document for document in loaders.load([seeds]) if isinstance(document, Document)]
    return resolve(Reading(document, find_chains(document, doc), ()) for document, doc in parse(nlp, documents))


@pytest.fixture(scope="module")
def keys(resolution: Resolution) -> dict[str, set[str]]:
    """The entities that a text ended in, anywhere."""
    found = defaultdict(set)
    for one in resolution.mentions:
        if one.entity:
            found[" ".join(one.mention.text.split())].add(one.entity)
    return found


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("Hugo Chavez", "Chavez", "the Venezuelan leader", "the Venezuelan strongman"), "hugo-chavez"),
        (("William J. Burns", "The Ambassador", "the Ambassador"), "william-j-burns"),
        (("Vladimir Putin", "his counterpart"), "vladimir-putin"),
        (("Igor Ivanov", "Ivanov"), "igor-ivanov"),
        (("Sergey Prikhodko", "Prikhodko"), "sergey-prikhodko"),
        (("United States", "US", "U.S.", "America"), "united-states"),
        (("Gazprom", "the Russian gas giant"), "gazprom"),
        (("Russia",), "russia"),
        (("Petroleos de Venezuela",), "petroleos-de-venezuela"),
    ],
)
def test_one_thing_one_node(keys: dict[str, set[str]], texts: tuple[str, ...], key: str) -> None:
    assert {text: keys[text] for text in texts} == {text: {key} for text in texts}


def test_the_president_of_a_cable_is_no_foreign_president(keys: dict[str, set[str]]) -> None:
    assert keys["the President"].isdisjoint({"hugo-chavez", "vladimir-putin"})


def test_a_lone_surname_never_merges_across_documents(keys: dict[str, set[str]]) -> None:
    assert len(keys["Putin"]) == 2 and "vladimir-putin" in keys["Putin"]


def test_types(resolution: Resolution) -> None:
    types = {entity.label: entity.type for entity in resolution.entities}
    expected = {
        "Kennebunkport": "Place", "Boksitogorsk": "Place", "Rostov-on-Don": "Place", "Lukoil": "Organization",
        "Rosoboronexport": "Organization", "Conoco-Phillips": "Organization", "World Security Institute": "Organization",
        "Tor-M1": "Product", "Latin America": "Place", "Cuba": "Country", "Fidel": "Person", "Kremlin": "Organization",
    }  # fmt: skip
    assert {label: types.get(label) for label in expected} == expected


@pytest.mark.xfail(strict=True, reason="an adjective with a capital that the recogniser calls an organisation")
def test_an_adjective_is_no_name(keys: dict[str, set[str]]) -> None:
    assert not keys["Presidential"]


def test_every_merge_is_explained(resolution: Resolution) -> None:
    chavez = next(entity for entity in resolution.entities if entity.key == "hugo-chavez")
    assert "“Chavez” is the surname of Hugo Chavez" in chavez.why
    assert "2 documents name Hugo Chavez" in chavez.why
