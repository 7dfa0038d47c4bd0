"""Lines → paragraphs: what is joined, what stays apart, and where a hyphen belongs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.loaders import parts, wrapping

WRAPPED = """\
The Ambassador expressed strong concern to
Security Council Secretary Ivanov over the
visit of the Venezuelan president to Moscow,
which was planned months earlier and is not
meant as a signal, officials in the capital
of Russia said to him on Monday afternoon.
"""

CASES = {
    "full lines are one paragraph": (WRAPPED, [" ".join(WRAPPED.split())]),
    "a short line before a full one is a heading": (
        WRAPPED + "Memories of Fidel\n" + WRAPPED,
        [" ".join(WRAPPED.split()), "Memories of Fidel", " ".join(WRAPPED.split())],
    ),
    "numbered, classified paragraphs begin anew": (
        "1.  (C)  Ivan met Anna in the capital of Peru on\nMonday and sold her a boat.\n2.  (SBU)  She left.",
        ["1. (C) Ivan met Anna in the capital of Peru on Monday and sold her a boat.", "2. (SBU) She left."],
    ),
    "a page break in the middle of a sentence": (
        "such projects were discussed there, such as a \nMOSCOW 00003139  002 OF 002 \npipeline to Peru. It was seen\n"
        "as too dear by most of the experts asked.",
        [
            "such projects were discussed there, such as a pipeline to Peru. It was seen as too dear by most of "
            "the experts asked."
        ],
    ),
    "a page break with blank lines around it": (
        "The two discussed some of the grander plans, such as a\n\nPage 3 of 9\n\npipeline from Peru to Chile.",
        ["The two discussed some of the grander plans, such as a pipeline from Peru to Chile."],
    ),
    "a form feed in the middle of a sentence": (
        "The two discussed some of the grander plans, such as\n\fpipelines from Peru to Chile.",
        ["The two discussed some of the grander plans, such as pipelines from Peru to Chile."],
    ),
    "a stray line end within a sentence": (
        "Moscow was not seeking to act as a counterweight to\n the U.S. through its \nties with Chavez.",
        ["Moscow was not seeking to act as a counterweight to the U.S. through its ties with Chavez."],
    ),
    "lines that are paragraphs stay apart": (
        "A worker jumps down from a gas pipe near Boksitogorsk\nExperts say he is seeking a tie-up with the gas giant\n"
        "In Russia, Mr Chavez has found a partner that has no problem disregarding his neighbour's worries.",
        [
            "A worker jumps down from a gas pipe near Boksitogorsk",
            "Experts say he is seeking a tie-up with the gas giant",
            "In Russia, Mr Chavez has found a partner that has no problem disregarding his neighbour's worries.",
        ],
    ),
    "list items stay apart": (
        "The company will:\n- buy two ships in Norway and\n- sell one of its old ones.",
        ["The company will:", "- buy two ships in Norway and", "- sell one of its old ones."],
    ),
    "a bracket at a line's beginning is no list": (
        "It was founded by the ministry of foreign affairs\n(MFA) in 1961 and later moved to the old town of\n"
        "Riga, where it has stayed in a small house that\nbelongs to the university.",
        [
            "It was founded by the ministry of foreign affairs (MFA) in 1961 and later moved to the old town of "
            "Riga, where it has stayed in a small house that belongs to the university."
        ],
    ),
    "a headline in capitals over a byline": (
        "REBELS TAKE THE SECOND CITY OF THE COUNTRY\nBy Marc Devos\nThe rebels took the city on Monday.",
        ["REBELS TAKE THE SECOND CITY OF THE COUNTRY", "By Marc Devos", "The rebels took the city on Monday."],
    ),
    "a rule is no text": ("Arms Sales\n-----------\nThe ministry declined.", ["Arms Sales", "The ministry declined."]),
    "an abbreviation at a line's end": (
        "He signed the agreement for the oil company Exxon Corp.\nin a small hotel in Baku yesterday and left.",
        ["He signed the agreement for the oil company Exxon Corp. in a small hotel in Baku yesterday and left."],
    ),
}


def joined(text: str) -> list[str]:
    return [part.text for part in parts.parts_of(wrapping.split(text))]


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_lines_become_paragraphs(text: str, wanted: list[str]) -> None:
    assert joined(text) == wanted


HYPHENS = {
    "the document has the whole word": ("It is destabi-\nlising.", "A destabilising force.", "destabilising"),
    "the document has the parted word": ("Talks on co-\noperation.", "Military co-operation grows.", "co-operation"),
    "the document has both, one more often": (
        "On co-\noperation.",
        "Cooperation, cooperation, co-operation.",
        "cooperation",
    ),
    "neither, but the whole is common": ("The govern-\nment fell.", "Peru.", "government"),
    "neither, no word in either half": ("A destabi-\nlising force.", "Peru.", "destabilising"),
    "both halves are words": ("A state-\nowned firm.", "Peru.", "state-owned"),
    "a name": ("In Rostov-\non-Don it rained.", "Peru.", "Rostov-on-Don"),
    "a capital letter behind": ("Conoco-\nPhillips left.", "Peru.", "Conoco-Phillips"),
    "a digit": ("The Tor-\nM1 and the Il-\n76 fly.", "Peru.", "Il-76"),
    "self-": ("For self-\ndetermination.", "Peru.", "self-determination"),
}


@pytest.mark.parametrize(("broken", "elsewhere", "wanted"), HYPHENS.values(), ids=HYPHENS)
def test_hyphens_at_line_ends(broken: str, elsewhere: str, wanted: str) -> None:
    lines = [*broken.split("\n"), elsewhere]
    seen = wrapping.vocabulary(lines)
    assert wanted in wrapping.join(broken.split("\n"), seen)


SENTENCES = (
    "Venezuela has bought fighter planes, helicopters and assault rifles from Russia.",
    "The minister, who had arrived in Riga on Monday, met his counterpart Edgars Rinkevics for talks about gas.",
    "Norway's Equinor agreed to supply the port of Klaipeda until 2027, according to two people who know the contract.",
    "But perhaps what follows the visit matters more.",
    "It was signed in Baku by President Ilham Aliyev and the chief executive of BP, which leads the group of companies.",
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6), min_size=2, max_size=5),
    st.integers(min_value=50, max_value=90),
)
def test_wrapped_paragraphs_come_back_whole(paragraphs: list[list[str]], width: int) -> None:
    said = [" ".join(sentences) for sentences in paragraphs]
    text = "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in said)
    assert joined(text) == said
