"""Nominalised events: a noun that says what its participants do."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "The visit of Queen Margrethe to Finland was a success.",
        "Queen Margrethe / Margrethe | visits | Finland",
        never=["Finland | visits | *"],
    ),
    case(
        "Angela Braun's meeting with Pedro Ruiz in Lima was short.",
        "Angela Braun | meets | Pedro Ruiz",
        never=["Angela Braun | is | short", "* | meets | Lima"],
    ),
    case(
        "Angela Braun's meeting with Pedro Ruiz in Lima was short.",
        "Angela Braun | meets | Pedro Ruiz | place Lima",
        miss="the place behind the name is hung on the name",
    ),
    case(
        "Talks between Serbia and Kosovo resumed in Brussels.",
        "Serbia | talks with / talks to | Kosovo",
        never=["Serbia | resumes / resumes in | *"],
    ),
    case(
        "India's adoption of the treaty was welcomed.",
        "India | adopts | treaty",
        never=["treaty | adopts | *", "India | is welcomed | *"],
    ),
    case(
        "The attack on the embassy by rebels killed two guards.",
        "rebels | attacks | embassy",
        never=["embassy | attacks | *"],
    ),
    case("Morocco began the closure of the port.", "Morocco | closes | port"),
    case(
        "Morocco announced the closure of the port.",
        "Morocco | announces | *",
        never=["Morocco | closes | port | asserted"],
    ),
    case(
        "Japan's support for Taiwan angered China.",
        "Japan | supports | Taiwan",
        never=["Taiwan | supports | *", "China | supports | *"],
    ),
    case(
        "The company's sale of tractors to Cuba was legal.",
        "company | sells | tractors | to Cuba / recipient Cuba",
        "Cuba | buys | tractors | from company",
        never=["Cuba | sells | *", "company | is | legal"],
    ),
    case(
        "The queen's visit to Malta was cancelled.",
        "queen | visits | Malta | planned",
        never=["Malta | visits | *", "queen | is cancelled | *"],
    ),
    case("President Moreno's trip to Berlin was postponed.", "Moreno | visits | Berlin | planned"),
    case("Germany's invasion of Poland began the war.", "Germany | invades | Poland", never=["Poland | invades | *"]),
    case(
        "Peru's recognition of the republic was praised.",
        "Peru | recognises | republic",
        never=["Peru | is praised | *"],
    ),
    case(
        "The arrest of Ali Hassan by the police led to protests.",
        "police | arrests | Ali Hassan",
        never=["Ali Hassan | arrests | *", "police | arrests | Ali Hassan | to protests"],
    ),
    case(
        "Peru is considering a possible purchase of submarines.",
        "Peru | buys | submarines | possible",
        never=["Peru | buys | submarines | asserted"],
    ),
    case(
        "The president praised the performance of the orchestra.",
        "president | praises | *",
        never=["president | performs | *"],
    ),
    case(
        "The assassination of General Omar Said shocked Sudan.",
        never=["Omar Said | assassinates / kills / murders | *", "Sudan | kills / assassinates | *"],
    ),
    case("The visit was short.", never=["* | visits | *"]),
    case("Newspapers carried stories about a visit by Nixon to Cuba.", "Nixon | visits | Cuba | possible"),
    case("Governor Scott wishes to report to you on his recent trip to Peru.", "Scott | visits | Peru"),
    case("The bank is to answer Chile's request for loans.", "Chile | requests | loans"),
    case(
        "The minister came to discuss the current dispute between Iran and Gazprom.",
        "Iran | has a dispute with | Gazprom",
    ),
    case("The party will try to reduce Denmark's ties to Peru.", "Denmark | has ties with | Peru"),
    case("Chile cannot accede to Peru's request for loans.", "Peru | requests | loans"),
    case("He related the events of Peron's meeting with Franco.", "Peron | meets | Franco"),
    case("The mayor should warn the union before Erhard's visit to Paris.", "Erhard | visits | Paris | planned"),
    case("The envoy is to obtain Peru's approval of the treaty.", never=["Peru | approves | treaty | asserted"]),
    case("The absence of the envoy delayed a reply to the letter.", never=["absence | * | letter"]),
    case("The union fears an increase in the price by truck.", never=["truck | * | *"]),
    case("Chile has not completed its consideration of the paper.", "Chile | considers | paper"),
    case("There is no danger of a visit by Nixon to Cuba.", "Nixon | visits | Cuba | possible | negative"),
    case("The council opposed any visit by Nixon to Cuba.", "Nixon | visits | Cuba | possible"),
    case(
        "Since the king's accession to the throne an extensive purge has occurred in the army.",
        "king | accedes to | throne",
        never=["king | accedes to | throne | in army", "king | accedes to | throne | place army"],
    ),
    case("Officials expect the Saudi missile sale to proceed.", never=["Saudi Arabia | sells | *"]),
    case("The Saudi sale of ships to Peru was legal.", "Saudi Arabia | sells | ships"),
    case("The king is yet to sign the 31st Amendment of the Constitution.", never=["king | amends | *"]),
    case("Ann Lee's letter refers to the recommendation of the board.", never=["Ann Lee | writes to | *"]),
    case("The bank sought an appointment on May 3, 1965.", never=["bank | appoints | *"]),
    case("There was no meeting of the minds with the union.", never=["minds | * | *"]),
    case(
        "The relations between Poland and Chile could not be normalized.",
        "Poland | has relations with | Chile",
        never=["Poland | has relations with | Chile | negative"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_events(nlp: Language, row: Case) -> None:
    check(nlp, row)
