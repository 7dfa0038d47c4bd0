"""Which mentions of a text end in one chain, and of what type: tables of sentences read with the real model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sentences import text_document
from spacy.language import Language

from kg.coreference import find_chains
from kg.lexicon.wordlists import words
from kg.model import Chain
from kg.nlp import parse

PRONOUNS = words("pronouns")
Find = Callable[[str], dict[str, Chain]]


@pytest.fixture(scope="session")
def find(nlp: Language) -> Find:
    """The chains of a text by their labels."""

    def chains(text: str) -> dict[str, Chain]:
        found = [find_chains(document, doc) for document, doc in parse(nlp, [text_document(text)])]
        return {chain.label: chain for chain in found[0]}

    return chains


def texts(chain: Chain) -> list[str]:
    return [" ".join(mention.text.split()) for mention in chain.mentions]


@pytest.mark.parametrize(
    ("text", "label", "mentions"),
    [
        ("President Maria Lopez met Juan Perez. Lopez spoke.", "Maria Lopez", ["Maria Lopez", "Lopez"]),
        ("Peter Novak's plan failed. Mr Novak resigned.", "Peter Novak", ["Peter Novak", "Novak"]),
        ("The World Health Organization met. The WHO agreed.", "World Health Organization", None),
        ("Aldo Rossi won. He thanked his team.", "Aldo Rossi", ["Aldo Rossi", "He", "his"]),
        ("Ambassador Anna Berg spoke. The Ambassador left.", "Anna Berg", ["Anna Berg", "The Ambassador"]),
        ("Ivan met his counterpart, Boris Petrov.", "Boris Petrov", ["his counterpart", "Boris Petrov"]),
        ("“I am ready,” Elena Petrova said.", "Elena Petrova", ["I", "Elena Petrova"]),
        ("The U.S. and France agreed. America paid.", "United States", ["U.S.", "America"]),
        (
            "Peruvian President Luis Vega fell. The Peruvian leader left.",
            "Luis Vega",
            ["Luis Vega", "The Peruvian leader"],
        ),
    ],
)
def test_mentions_of_one_thing(find: Find, text: str, label: str, mentions: list[str] | None) -> None:
    chains = find(text)
    assert label in chains, sorted(chains)
    if mentions is not None:
        assert texts(chains[label]) == mentions


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Police searched a house near Boksitogorsk.", "Boksitogorsk", "Place"),
        ("The Orinoco belt holds oil.", "Orinoco", "Place"),
        ("Talks with Kortex - Norway's biggest oil company - went on.", "Kortex", "Organization"),
        ("He works at the World Security Institute.", "World Security Institute", "Organization"),
        ("Venezuela signed.", "Venezuela", "Country"),
        ("Mr Quentin Walsh spoke.", "Quentin Walsh", "Person"),
        ("They flew to Rostov-on-Don in May.", "Rostov-on-Don", "Place"),
        ("She sang at the Winter Olympics.", "Winter Olympics", "Event"),
        ("He read the Clean Air Act twice.", "Clean Air Act", "Work"),
        ("They showed the Tor-M1 again.", "Tor-M1", "Product"),
    ],
)
def test_types(find: Find, text: str, label: str, kind: str) -> None:
    chains = find(text)
    assert label in chains, sorted(chains)
    assert chains[label].type == kind


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Russian officials met.", "Russian"),
        ("The Russian army left on Monday.", "Monday"),
        ("You and I know that we lost.", "I"),
        ("It is likely that they left.", "It"),
        ("The English language is old.", "English"),
    ],
)
def test_what_names_nobody(find: Find, text: str, absent: str) -> None:
    assert all(absent not in texts(chain) for chain in find(text).values())


@pytest.mark.parametrize("pronoun", ["I", "Me", "You", "WE", "Us", "THEY", "Who", "My", "Yours", "IT"])
@pytest.mark.parametrize(
    "frame", ["{} met Anna Berg.", "Anna Berg of {} left.", "In {}, Peru won.", "THE {} REPORT", "Mr {}"]
)
def test_no_pronoun_is_a_name(find: Find, pronoun: str, frame: str) -> None:
    for label, chain in find(frame.format(pronoun)).items():
        assert label.lower() not in PRONOUNS
        assert all(mention.text.lower() not in PRONOUNS for mention in chain.mentions if mention.kind == "name")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("He met Secretary of State Vance in Lima.", {"Vance", "Lima"}),
        ("Secretary of Defense McNamara left Rome.", {"McNamara", "Rome"}),
        ("The Boeing 717 flew to Oslo. Boeing was glad.", {"Boeing 717", "Oslo", "Boeing"}),
        ("The Council adopted NSC 5522.", {"Council", "NSC 5522"}),
        ("Lisbon 441 says that Eden left.", {"Lisbon 441", "Eden"}),
        ("Qatar bought ten Airbus 300 planes.", {"Qatar", "Airbus"}),
        ("Apple paid Intel 300 million dollars.", {"Apple", "Intel"}),
        ("They prepare for the Second Law of the Sea Conference.", {"Second Law of the Sea Conference"}),
        ("Officials drafted the Rights of the Child Convention.", {"Rights of the Child Convention"}),
        ("The secretary of the Warren Commission spoke.", {"Warren Commission", "Warren"}),
        ("She wanted Barzel to assure Erhard that Erhard would be kept informed.", {"Barzel", "Erhard"}),
        ("On Loran-C Makin said he hoped for a reply. Makin left.", {"Loran-C", "Makin"}),
        ("The text was transmitted by Army Dept on Feb 3, 1949.", {"Army Dept"}),
        ("Stated Pak FM had not come.", {"Pak FM"}),
        ("Brentano Stated that they agreed.", {"Brentano"}),
        ("They read the Burns-Allen view. Mr. Burns left.", {"Burns-Allen", "Burns"}),
        ("Jean-Claude Juncker spoke. Juncker left.", {"Jean-Claude Juncker"}),
        ("The United Nations met.", {"United Nations"}),
    ],
)
def test_where_names_begin_and_end(find: Find, text: str, labels: set[str]) -> None:
    assert set(find(text)) == labels


def test_two_who_are_named_alone_elsewhere_are_two(find: Find) -> None:
    chains = find("Talks between Erhard and de Gaulle in Paris failed. Erhard left. Erhard's visit was short.")
    assert {"Erhard", "de Gaulle"} <= set(chains)


@pytest.mark.parametrize(
    ("text", "label", "pronouns"),
    [
        ("Mr. Lund referred to what Mr. Novak wrote and said he had read it.", "Lund", ["he"]),
        ("Mr. Lund welcomed Mr. Novak and hoped he would enjoy the visit.", "Novak", ["he"]),
        ("Mr. Weber met Mr. Novak in Oslo and thanked him.", "Novak", ["him"]),
        (
            "Mr. Weber reported to Mr. Kent that he advised Novak not to resign, but urged him to rest.",
            "Novak",
            ["him"],
        ),
        ("Mr. Lund said that Mr. Kent had lost his passport.", "Kent", ["his"]),
        ("Mr. Lund described the plan in Paris. Added that he would sign it.", "Lund", ["he"]),
        ("Mr. Novak asked Mr. Kent to help him.", "Novak", ["him"]),
        ("Chancellor Adenauer met Mr. Kent. Chancellor said he agreed.", "Adenauer", ["he"]),
        ("Premier Berg said Novak was ill. The Cuban dictator wasted his treasury.", "Berg", []),
        ("Mr. Kent took the report with him.", "Kent", ["him"]),
        ("Mr. Lund suggested to Mr. Kent that he might raise the subject in Oslo.", "Kent", ["he"]),
        ("Mr. Lund asked Mr. Kent whether he would come.", "Kent", ["he"]),
        ("Mr. Lund told Mr. Kent that he should resign.", "Kent", ["he"]),
        ("Mr. Lund wanted Mr. Kent to know that he was ready to help.", "Lund", ["he"]),
        ("Mr. Lund told Mr. Kent that he had resigned.", "Lund", ["he"]),
        (
            "Mr. Berg was angry. He said he was ill. According to Mr. Berg if Mr. Lund returns to Oslo he will resign.",
            "Lund",
            ["he"],
        ),
        ("Mr. Lund was angry. He said that Chile had arrested Mr. Kent and his wife.", "Kent", ["his"]),
        (
            "Mr. Kent was angry at his wife. On China, he said he knew that Lund at his worst had never lied.",
            "Lund",
            ["his"],
        ),
        ("Chile said it would pay.", "Chile", ["it"]),
        ("Chile bought ships that it needed.", "Chile", ["it"]),
        ("Peru met Chile. Both Chile and its rivals agreed.", "Chile", ["its"]),
        ("Peru has forced Chile to lower its prices.", "Chile", ["its"]),
        ("Chile is weak. It needs money.", "Chile", ["It"]),
        ("The World Bank released a map. It costs 500 dollars.", "World Bank", []),
        ("Chile left Peru. Lund said that nobody could stop it.", "Chile", []),
        ("Chile is weak. It was agreed that Lund would pay.", "Chile", []),
        ("Chile is weak. It is our belief that Lund will pay.", "Chile", []),
        ("Chile knew that the talks made it clear that Lund should pay.", "Chile", []),
        ("Mr. Kent said, “I am ready.” Mr. Berg said nothing.", "Kent", ["I"]),
    ],
)
def test_whom_a_pronoun_means(find: Find, text: str, label: str, pronouns: list[str]) -> None:
    found = find(text)
    assert [mention.text for mention in found[label].mentions if mention.kind == "pronoun"] == pronouns
    assert sum(mention.kind == "pronoun" for chain in found.values() for mention in chain.mentions) >= len(pronouns)


def test_two_namesakes_stay_apart_by_sex(find: Find) -> None:
    chains = find("Mary Burke met John Hall. Mrs Burke smiled. Peter Hall came too.")
    assert "Peter Hall" in chains and "John Hall" in chains and texts(chains["Mary Burke"]) == ["Mary Burke", "Burke"]


def test_a_foreign_president_is_not_the_president(find: Find) -> None:
    chains = find("Peruvian President Luis Vega came. The talks with the President went well.")
    assert texts(chains["Luis Vega"]) == ["Luis Vega"]


@pytest.mark.parametrize(
    ("text", "label", "mentions"),
    [
        ("Vice President Karl Lund spoke. The President left.", "Karl Lund", ["Karl Lund"]),
        ("Vice President Karl Lund spoke. The Vice President left.", "Karl Lund", ["Karl Lund", "The Vice President"]),
        ("The Ambassador called on Mr. Kent. Later Ambassador Lund came. The Ambassador left.", "Lund", ["Lund"]),
        (
            "Talks with Chancellor began. Later Chancellor Lund spoke. The Chancellor left.",
            "Lund",
            ["Chancellor", "Lund", "The Chancellor"],
        ),
    ],
)
def test_who_bears_an_office(find: Find, text: str, label: str, mentions: list[str]) -> None:
    assert texts(find(text)[label]) == mentions


def test_an_apposition_is_said_of_the_name(find: Find) -> None:
    rules = {mention.text: mention.rule for mention in find("Kortex, an oil company, paid.")["Kortex"].mentions}
    assert rules.get("an oil company") == "apposition"


def test_mentions_are_quotes_with_their_head_inside(find: Find) -> None:
    text = "Prime Minister Olga Roth\nsaid she would meet Mr Tan in New York. Roth left."
    for chain in find(text).values():
        for mention in chain.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert mention.start <= mention.head < mention.end
            assert mention.rule


def test_chains_are_the_same_each_time(nlp: Language) -> None:
    text = "Anna Berg of Kortex met Juan Perez in Lima. She praised him. Kortex sells ships to Peru."
    first, second = (
        [find_chains(document, doc) for document, doc in parse(nlp, [text_document(text)])] for _ in range(2)
    )
    assert first == second


def test_a_short_name_of_a_short_name_is_not_lost(find: Find) -> None:
    text = "The Chilean Defense Ministry paid. The Defense Ministry agreed. The Ministry left. The Ministry failed."
    found = [mention for chain in find(text).values() for mention in texts(chain)]
    assert sum("Ministry" in mention for mention in found) == 4, found


def test_another_office_is_another_bearer_of_the_name(find: Find) -> None:
    text = "Karl Lund and Erik Lund met in Oslo. President Lund praised Peru. Later Lund left."
    found = {label: texts(chain) for label, chain in find(text).items() if "Lund" in label}
    assert found == {"Karl Lund": ["Karl Lund", "Lund"], "Erik Lund": ["Erik Lund"], "Lund": ["Lund"]}


def test_the_office_of_the_only_bearer_is_his(find: Find) -> None:
    found = find("Karl Lund met Anna Berg in Oslo. President Lund praised Peru.")
    assert [label for label in found if "Lund" in label] == ["Karl Lund"]
