"""Appositions, titles and roles: what a noun beside a name says of it."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "Vale, Brazil's biggest mining company, bought a port in Guinea.",
        "Vale | is | Brazil's biggest mining company | implied",
        "Vale | buys | port",
        never=["Brazil | buys | *", "Brazil's biggest mining company | buys | *"],
    ),
    case(
        "Eva Lindqvist, the Swedish foreign minister, visited Kabul.",
        "Eva Lindqvist | is foreign minister of | Sweden | implied",
        "Eva Lindqvist | visits | Kabul",
        never=["Sweden | visits | *", "foreign minister | visits | *"],
    ),
    case(
        "Peter Brandt, chief economist at Deutsche Bank, criticised the plan.",
        "Peter Brandt | is chief economist at | Deutsche Bank | implied",
        "Peter Brandt | criticises | plan",
        never=["Deutsche Bank | criticises | *"],
    ),
    case(
        "French President Nicolas Sarkozy visited Rabat.",
        "Nicolas Sarkozy | is president of | France | implied",
        "Nicolas Sarkozy | visits | Rabat",
        never=["France | visits | *"],
    ),
    case(
        "Prime Minister Kenji Mori criticised the press.",
        "Kenji Mori | criticises | press",
        never=["Prime Minister | * | *"],
    ),
    case(
        "Microsoft chairman Bill Gates visited Nigeria.",
        "Bill Gates | is chairman of | Microsoft | implied",
        "Bill Gates | visits | Nigeria",
        never=["Microsoft | visits | *"],
    ),
    case(
        "The sale involves the animation company Lumora, which was founded by Lars Berg.",
        "Lumora | is | animation company | implied",
        "Lars Berg | founds | Lumora",
    ),
    case(
        "Dear General Torres: The treaty failed.",
        "Torres | is | general | implied",
        "treaty | fails | -",
        never=["Torres | is | dear general"],
    ),
    case(
        "The explorer Lars Berg died in Oslo.",
        "Lars Berg | is | explorer | implied",
        "Lars Berg | died in / dies in | Oslo",
        never=["explorer | died in / dies in | *"],
    ),
    case(
        "Jakarta, the capital of Indonesia, is sinking.",
        "Jakarta | is capital of / is the capital of | Indonesia | implied",
        "Jakarta | sinks | -",
        never=["Indonesia | sinks | *", "Indonesia | is * | Jakarta"],
    ),
    case(
        "The World Health Organization (WHO) opened an office in Accra.",
        "World Health Organization | opens | office | place Accra",
        never=["World Health Organization | is | *", "WHO | is | *"],
    ),
    case(
        "Ravi Kapoor, who is a surgeon, founded the clinic.",
        "Ravi Kapoor | is | surgeon",
        "Ravi Kapoor | founds | clinic",
    ),
    case(
        "Acme spokesman John Reed denied the report.",
        "John Reed | is spokesman of / is spokesman for | Acme | implied",
        never=["Acme | denies | *"],
    ),
    case(
        "Salima Haddad, a lawyer from Tunis, defended the workers.",
        "Salima Haddad | is / is lawyer from / is lawyer in | lawyer / Tunis | implied",
        "Salima Haddad | defends | workers",
        never=["Tunis | defends | *"],
    ),
    case(
        "His wife, Rosa Silva, is a judge.",
        "Rosa Silva | is | judge",
        never=["His | * | *", "he | * | *", "* | is wife of | his"],
    ),
    case("The senator arrived on Monday, 16 May.", never=["Monday | is | *", "* | is | 16 May", "senator | is | *"]),
    case(
        "Heathrow, Europe's busiest airport, was closed.",
        "Heathrow | is | Europe's busiest airport | implied",
        "Heathrow | is closed | -",
    ),
    case(
        "The mayor of Lyon, Claude Petit, opened the bridge.",
        "Claude Petit | opens | bridge",
        "Claude Petit | is mayor of | Lyon",
        never=["Lyon | is | *", "Lyon | opens | *"],
        miss="the parser hangs the name on the place",
    ),
    case(
        "German engineer Karl Vogt designed the engine.",
        "Karl Vogt | is from | Germany",
        "Karl Vogt | is | engineer",
        never=["Karl Vogt | is engineer of | Germany"],
    ),
    case(
        "However, as in the case of Iceland, the coalition in Norway is friendly to Peru and can be trusted.",
        "coalition | is friendly to | Peru",
        never=["Iceland | is | *"],
    ),
    case("In Oslo, the capital of Norway, the king met the pope.", "Oslo | is the capital of | Norway | implied"),
    case("He visited 11 countries: Sierra Leone, Senegal, Gabon and Mali.", never=["Sierra Leone | is located in | *"]),
    case(
        "Among the programs were EA's Spore, AOL's instant messenger and a client for the news.",
        never=["Spore | is * | *", "Spore | is | *"],
    ),
    case("A meeting, including Gazprom, took place in May.", never=["Gazprom | is | *"]),
    case("(National Archives, Secretary's Meetings: Lot 12)", never=["* | is | *"]),
    case(
        "Anna Papermaster, formerly an Apple Inc. executive overseeing hardware engineering for the company's phone, "
        "is stepping down from her post.",
        "Anna Papermaster | is former executive of | Apple Inc. | implied",
    ),
    case("Anna Berg, formerly a Nokia executive, left.", "Anna Berg | is former executive of | Nokia | implied"),
    case("Since the resignation of President Vargas, Brazil has had no leader.", never=["Vargas | is | president"]),
    case("Anna Berg, a former minister of Norway, left.", "Anna Berg | is former minister of | Norway | implied"),
    case("For some time Ambassador Dupret had asked for help.", "Dupret | is | ambassador"),
    case("The news of President Lincoln's assassination reached London.", never=["Lincoln | is | president"]),
    case("The speech of President Vargas surprised Brazil.", "Vargas | is | president"),
    case("Support equipment: cranes, graders, etc.", never=["* | is | etc", "* | is | etc."]),
    case(
        "The council reviewed the crisis with Juan Ortega.",
        "council | reviews | crisis | with Juan Ortega",
        never=["crisis | is with | *"],
    ),
    case("The minister passed the memorandum to Juan Ortega.", never=["memorandum | is to | *"]),
    case("The minister drafted a memorandum to Juan Ortega.", "memorandum | is to | Juan Ortega | implied"),
    case("The project was subject to appropriation of the funds by Peru.", never=["funds | is by | *"]),
    case("The party blocks attendance at the conference by Peru and Chile.", never=["conference | is by | *"]),
    case("The tenor of the remarks by Juan Ortega was harsh.", "remarks | is by | Juan Ortega | implied"),
    case("The office works in isolation from Gazprom.", never=["isolation | is from | *"]),
    case("The union insists on negotiations with Peru.", never=["negotiations | is with | *"]),
    case("Does Egypt have a plan against Peru?", never=["plan | is against | *"]),
    case(
        "Eyes only Secretary and Deputy Under Secretary Lund from Nolting.",
        "Lund | is | deputy under secretary | implied",
    ),
    case("The formerly state-owned bank was sold.", never=["state | owns | *", "states | owns | *"]),
    case("The state-owned bank was sold.", "states / state | owns | state-owned bank"),
    case("The council held talks with Juan Ortega.", "talks | is with | Juan Ortega | implied"),
    case(
        "The report deals with Gazprom, the gas price, the pipelines, and the role of the state.",
        "report | deals with | pipelines",
        never=["Gazprom | is | *"],
    ),
    case(
        "Road Equipment: Cranes, water trucks, graders, tractors, small bridges, etc.",
        never=["* | is | *"],
    ),
    case("Oslo set an example of harmony between Jews and Arabs, a harmony which grew.", never=["Jews | is | *"]),
    case("The minister offered an example in Iraq itself.", never=["Iraq | is | *"]),
    case(
        "Mark Lund, formerly a Fiat executive, is leaving.",
        "Mark Lund | is former executive of | Fiat | implied",
        never=["Mark Lund | is executive of | *"],
    ),
    case(
        "I am convinced that, in circumstances existing now in Chile, division of authority would be a grave error.",
        "division of authority | is | grave error | conditional",
        never=["Chile | is * | *", "circumstances | exists | *"],
    ),
    case(
        "Kim met Eva Park, head of the bank, and would leave Peru.",
        "Kim | leaves | Peru | conditional",
        never=["Eva Park | leaves | *", "head * | leaves | *"],
    ),
    case("A serious group, including Ann Lee, met the king.", never=["Ann Lee | is | *"]),
    case("Serious critics, including Ann Lee, met the king.", "Ann Lee | is | serious critics / critic | implied"),
    case("Tom Park, a prominent advocate for Peru, opposed the sale.", never=["prominent advocate | is for | *"]),
    case(
        "Secretary of State Vance laid the groundwork for the talks.",
        "Vance | lays | groundwork",
        never=["State Vance | * | *"],
    ),
    case(
        "The command was asked to submit versions of the report to the Ministry of Trade.", never=["report | is to | *"]
    ),
    case(
        "Members from the Malakand division (the PATA) including Ann Lee and Bob Hahn protested.",
        never=["PATA | is division of | *", "Ann Lee | is | *"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_appositions(nlp: Language, row: Case) -> None:
    check(nlp, row)
