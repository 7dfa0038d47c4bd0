"""Passives are read as what somebody does, where the text says who; else they stay what happens to somebody."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case("The treaty may be altered by agreement between the states.", never=["agreement | * | treaty"]),
    case("The port was closed by police in Lima.", "police | closes | port"),
    case(
        "He emphasized the political dynamite locked up in this issue.", "political dynamite | is locked up in | issue"
    ),
    case(
        "The ministry promised to keep Peru informed of the talks.",
        never=["Peru | informs of | *", "Peru | * | * | asserted"],
    ),
    case("The treaty was submitted for ratification by the Senate.", never=["Senate | submits | *"]),
    case("The treaty was submitted for the first time by the Senate.", "Senate | submits | treaty"),
    case("It was hot, with one side always exposed to the sun.", "side | is exposed to | sun"),
    case(
        "If this were an active war, with troops directly involved, the mistake would not be made.",
        never=["troops | * | * | asserted"],
    ),
    case(
        "The talks were made impossible by the war.",
        "war | makes impossible | talks",
        never=["war | makes | talks"],
    ),
    case("The objection was based on the fact that Peru had left.", never=["objection | is based | -"]),
    case("The plan was not discussed except in passing.", never=["plan | is discussed | *"]),
    case(
        "The exiles were forced to disband by the army.",
        "army | forces | exiles",
        never=["exiles | disbands by | *"],
    ),
    case("An effort will be made to end the strike.", never=["effort | is made | *"]),
    case("The plane was expected to land by May 12.", never=["May 12 | * | *", "* | lands by | *"]),
    case(
        "A deal was reached between Peru and Chile.",
        "deal | is reached between | Peru | between Chile",
        "deal | is reached between | Chile | between Peru",
    ),
    case("The envoy was informed in Cairo that the talks had ended.", never=["envoy | * | Cairo"]),
    case(
        "They discussed the ways and means by which the needs might be met.",
        never=["ways | meets | *", "means | meets | *"],
    ),
    case(
        "The jets would have been delivered by 2011.", "jets | is delivered | - | conditional", never=["2011 | * | *"]
    ),
    case(
        "The letter to the Secretary dated January 31, 1956, is lost.",
        "letter | is dated | - | on 1956-01-31",
        never=["Secretary | is dated | *"],
    ),
    case("The study must be taken seriously by all concerned.", never=["* | is concerned | *"]),
    case(
        "The larger version is priced at US $199.",
        "larger version | is priced at | US $199 / $199",
        never=["* | * | United States"],
    ),
    case(
        "The village was destroyed by an earthquake.",
        "earthquake | destroys | village",
        never=["village | destroys | *"],
    ),
    case(
        "Weapons were sold by Bulgaria to Iraq.",
        "Bulgaria | sells | weapons | to Iraq / recipient Iraq",
        "Iraq | buys | weapons | from Bulgaria",
        never=["Weapons | sells | *", "Iraq | sells | *"],
    ),
    case(
        "The treaty was signed by Egypt and Israel in 1979.",
        "Egypt | signs | treaty | on 1979",
        "Israel | signs | treaty | on 1979",
        never=["treaty | signs | *", "* | signs | Israel"],
    ),
    case("The bridge was built by Hyundai in 1998.", "Hyundai | builds | bridge | on 1998"),
    case("The bank was founded by Otto Stein.", "Otto Stein | founds | bank"),
    case(
        "Two soldiers have been killed by rebels.",
        "rebels | kills | soldiers | amount 2",
        never=["soldiers | kills | *"],
    ),
    case("The building was designed by the architect Lina Moreau.", "Lina Moreau | designs | building"),
    case("Aid is being delivered by the Red Cross.", "Red Cross | delivers | aid"),
    case("The town is surrounded by mountains.", "mountains | surrounds | town"),
    case(
        "The minister was appointed by President Juan Ortega.",
        "Juan Ortega | appoints | minister",
        never=["minister | appoints | *"],
    ),
    case("The ambassador was expelled.", "ambassador | is expelled | -", never=["ambassador | expels | *"]),
    case(
        "Three journalists were arrested in Tehran.",
        "journalists | is arrested / is arrested in | * / -",
        never=["journalists | arrests | *"],
    ),
    case("The road was closed by Tuesday.", "road | is closed | -", never=["Tuesday | * | *", "* | closes | road"]),
    case(
        "The law was passed in March.", "law | is passed | - | on 2011-03", never=["law | passes | *", "March | * | *"]
    ),
    case("Anna Weber was born in Lisbon in 1950.", "Anna Weber | was born in / is born in | Lisbon | on 1950"),
    case(
        "The prisoners were given food by the guards.",
        "guards | gives | food | recipient prisoners / to prisoners",
        never=["guards | gives | prisoners", "prisoners | gives | *"],
    ),
    case(
        "The company was bought by Siemens from Bosch.",
        "Siemens | buys | company | from Bosch",
        "Bosch | sells | company | to Siemens",
        never=["company | buys | *"],
    ),
    case(
        "United States Government deeply disappointed over failure of GRC to keep it adequately informed.",
        "United States Government | is disappointed over | failure of GRC",
        never=["* | disappoints over | *"],
    ),
    case("The news disappointed the king.", "news | disappoints | king"),
    case("Chile and Peru pass laws.", "Chile | passes | laws"),
]


@pytest.mark.parametrize("row", CASES)
def test_passives(nlp: Language, row: Case) -> None:
    check(nlp, row)
