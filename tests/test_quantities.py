"""Amounts at the front of noun phrases: what is taken out, in which form, and what stays for the node."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kg.quantities import quantity

PHRASES = [
    ("between five and nine diesel submarines", "5–9", "diesel submarines"),
    ("USD 3.4 billion in arms purchases", "3.4 billion USD", "arms purchases"),
    ("$40 billion", "40 billion USD", ""),
    ("£20m", "20 million GBP", ""),
    ("US$100 billion", "100 billion USD", ""),
    ("9.9 billion yuan", "9.9 billion CNY", ""),
    ("ten million dollars", "10 million USD", ""),
    ("5 million euros", "5 million EUR", ""),
    ("Rs 20", "20 INR", ""),
    ("$1.5 to $2 billion", "1.5–2 billion USD", ""),
    ("€5-6 billion", "5–6 billion EUR", ""),
    ("up to €150 million in aid", "≤150 million EUR", "aid"),
    ("$10 million worth of weapons", "10 million USD", "weapons"),
    ("a $269m profit", "269 million USD", "a profit"),
    ("100 tankers", "100", "tankers"),
    ("14 new Airbus A330-200 airliners", "14", "new Airbus A330 - 200 airliners"),
    ("20 of Boeing's larger 777 planes", "20", "Boeing 's larger 777 planes"),
    ("five Boeing 737s", "5", "Boeing 737s"),
    ("seven customer nations", "7", "customer nations"),
    ("the three men", "3", "the men"),
    ("one of the founders", "1", "founders"),
    ("another 20 soldiers", "20", "soldiers"),
    ("twenty-five men", "25", "men"),
    ("two hundred and fifty soldiers", "250", "soldiers"),
    ("a hundred people", "100", "people"),
    ("two million people", "2 million", "people"),
    ("half a million refugees", "0.5 million", "refugees"),
    ("1.4 million barrels of oil", "1.4 million", "barrels of oil"),
    ("five pounds of rice", "5", "pounds of rice"),
    ("a dozen eggs", "12", "eggs"),
    ("two dozen aircraft", "24", "aircraft"),
    ("2000 men", "2000", "men"),
    ("more than 1,500 jobs", ">1500", "jobs"),
    ("over 200 aircraft", ">200", "aircraft"),
    ("at least 12 soldiers", "≥12", "soldiers"),
    ("no fewer than six ships", "≥6", "ships"),
    ("fewer than ten people", "<10", "people"),
    ("no more than five", "≤5", ""),
    ("as many as 300 villagers", "≤300", "villagers"),
    ("an estimated 500 men", "~500", "men"),
    ("some 40 countries", "~40", "countries"),
    ("about 20 % of the shares", "~20 %", "shares"),
    ("20 per cent of voters", "20 %", "voters"),
    ("5,000 to 6,000 troops", "5000–6000", "troops"),
    ("5-6 people", "5–6", "people"),
    ("two to three hundred people", "200–300", "people"),
    ("half of the members", "1/2", "members"),
    ("nearly half of the seats", "~1/2", "seats"),
    ("two-thirds of the members", "2/3", "members"),
    ("one third of the voters", "1/3", "voters"),
    ("dozens of people", "dozens", "people"),
    ("thousands of pages of documentation", "thousands", "pages of documentation"),
    ("hundreds of thousands of refugees", "hundreds of thousands", "refugees"),
    ("several hundred soldiers", "several hundred", "soldiers"),
    ("several officials", "several", "officials"),
    ("many countries", "many", "countries"),
    ("a couple of antique gunboats", "a couple", "antique gunboats"),
    ("a number of officials", "a number", "officials"),
    ("a score of passenger jets", "a score", "passenger jets"),
    ("most members", "most", "members"),
]

NO_AMOUNTS = [
    "Project 636", "A330", "14th Street", "Group of 77", "the 2014 Winter Olympics", "a 27-year contract",
    "fifty-year service life", "the first two days", "the 1998 election", "2nd Division", "Resolution 1441",
    "Boeing 737", "the three-year plan", "a third visit", "12-mile limit", "no problem", "some countries",
    "all trademarks", "the second helicopter", "socialist republic", "a clear idea",
]  # fmt: skip

WORDS = ["a", "the", "5", "$", "40", "billion", "-", "and", "between", "to", "half", "of", "dozen", "twenty", "hundred"]
WORDS += ["%", "more", "than", "men", "2000", "in", "US$", "thirds", "two"]


@pytest.mark.parametrize(("text", "amount", "rest"), PHRASES)
def test_an_amount_is_taken_out_of_its_phrase(nlp: Language, text: str, amount: str, rest: str) -> None:
    doc = nlp(text)
    words = [token.text for token in doc]
    found = quantity(words, [token.ent_type_ for token in doc])
    assert found is not None
    left = [word for position, word in enumerate(words) if position not in found.taken]
    assert (found.amount, " ".join(left)) == (amount, rest)


@pytest.mark.parametrize(
    ("text", "head", "amount"),
    [
        ("a 60GB edition", "edition", None),
        ("a one page memo", "memo", None),
        ("737 replacement development", "development", None),
        ("the 1991 agreement between the two companies", "agreement", None),
        ("the most valuable technology company", "company", None),
        ("15 members of the council", "members", "15"),
        ("two million barrels of oil", "barrels", "2 million"),
        ("190 wounded", "wounded", "190"),
        ("one component of this system", "component", "1"),
    ],
)
def test_the_head_tells_a_count_from_a_measure(nlp: Language, text: str, head: str, amount: str | None) -> None:
    words = [token.text for token in nlp(text)]
    found = quantity(words, head=words.index(head))
    assert (found.amount if found else None) == amount


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_ordinals_names_and_measures_are_no_amounts(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert quantity([token.text for token in doc], [token.ent_type_ for token in doc]) is None


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=8,
    )
)
def test_any_words_yield_an_amount_of_some_of_them_or_none(words: list[str]) -> None:
    found = quantity(words)
    if found is not None:
        assert found.amount.strip()
        assert found.taken and max(found.taken) < len(words)
        assert found.taken == frozenset(range(min(found.taken), max(found.taken) + 1))
