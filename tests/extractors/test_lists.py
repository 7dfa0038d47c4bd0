"""Lists and examples: what the named ones are, each by itself."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "Several countries, including Mali, Niger and Chad, rejected the plan.",
        "Mali | is | country / countries | implied",
        "Niger | is | country / countries | implied",
        "Chad | is | country / countries | implied",
        never=["Mali | is | Niger", "Niger | * | Chad"],
    ),
    case(
        "Several countries, including Mali and Chad, rejected the plan.",
        never=["Mali | is | * | amount several"],
    ),
    case(
        "The minister met fellow ASEAN members (Laos, Vietnam and Brunei).",
        "Laos | is | fellow ASEAN member / fellow ASEAN members / ASEAN member | implied",
        "Vietnam | is | fellow ASEAN member / fellow ASEAN members / ASEAN member",
        never=["Laos | is | Vietnam", "minister | is | *"],
        miss="what a country can be is asked too strictly",
    ),
    case(
        "The fund has three donors: Norway, Sweden and Denmark.",
        "Norway | is | donor / donors",
        "Denmark | is | donor / donors",
        never=["fund | is | *", "Norway | is | Sweden"],
        miss="what a country can be is asked too strictly",
    ),
    case(
        "Nordic states, especially Denmark, opposed the tax.",
        "Denmark | is | Nordic state / Nordic states",
        "Nordic states | opposes | tax",
        never=["Nordic states | is | Denmark"],
    ),
    case(
        "The bank has branches in cities such as Lagos, Accra and Dakar.",
        "Lagos | is | city / cities",
        "Accra | is | city / cities",
        "Dakar | is | city / cities",
        never=["bank | is | *", "Lagos | is | branches"],
    ),
    case("Newspapers like The Times criticised the bill.", "Newspapers | criticises | bill", never=["bill | * | *"]),
    case(
        "The firm makes products such as pumps and valves.",
        "firm | produces / makes | products",
        never=["firm | * | * | as pumps"],
    ),
    case(
        "Among the guests were Elena Popescu and Jan Novak.",
        "Elena Popescu | is among | guests",
        "Jan Novak | is among | guests",
        never=["guests | is among | *"],
        miss="a place before the verb is no complement",
    ),
    case(
        "The envoy visited Benin, Togo, Ghana and Guinea.",
        "envoy | visits | Benin",
        "envoy | visits | Togo",
        "envoy | visits | Ghana",
        "envoy | visits | Guinea",
        never=["Benin | is | *", "Benin | is located in | *"],
    ),
    case(
        "Three banks – Citigroup, Barclays and UBS – paid fines.",
        "Citigroup | is | bank / banks",
        "UBS | is | bank / banks",
        never=["Citigroup | is | Barclays"],
    ),
    case(
        "Exporters, for example Chile and Peru, benefit from the treaty.",
        "Exporters | benefits from | treaty",
        "Chile | is | exporter / exporters",
        miss="'for example' is read by no rule",
    ),
    case(
        "There are two subjects: 1) aircraft such as the Tornado are being sent to Chile.",
        "aircraft | is sent to | Chile | asserted",
        never=["1 * | * | *", "Tornado | is | 1 *"],
    ),
    case(
        "Peru did two things: 1) bought planes and 2) sold ships.",
        "Peru | buys | planes",
        "Peru | sells | ships",
        never=["Peru | buys | 2"],
    ),
    case(
        "2) No barges are to be used in Chile.",
        "barges | is used in | Chile | planned | negative",
        never=["2 * | * | *"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_lists(nlp: Language, row: Case) -> None:
    check(nlp, row)
