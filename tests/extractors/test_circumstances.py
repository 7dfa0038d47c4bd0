"""Time, place and quantity: normalised, on the claim they qualify, and never a node of their own."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "The banks were closed in honor of Martin Lund.",
        "banks | is closed in honor of | Martin Lund",
        never=["* | is closed in | *"],
    ),
    case(
        "The envoy spoke on behalf of the government.",
        "envoy | speaks on behalf of | government",
        never=["* | * | behalf of government"],
    ),
    case("The tolls are levied in accordance with the agreement.", "tolls | is levied in accordance with | agreement"),
    case("The ministry sold ships in response to complaints.", "ministry | sells | ships | in-response-to complaints"),
    case("The bank keeps the gold in the vaults of the city.", never=["* | * | city", "bank | keeps in * | *"]),
    case(
        "The minister visited Cairo on 3 May 2011.",
        "minister | visits | Cairo | on 2011-05-03",
        never=["* | visits | 3 May 2011", "* | * | * | on 2011-05-20"],
    ),
    case(
        "Egypt signed the treaty in 1979.",
        "Egypt | signs | treaty | on 1979",
        never=["* | signs in | *", "1979 | * | *"],
    ),
    case("The company opened a factory in Poland last year.", "company | opens | factory | place Poland | on 2010"),
    case("Italy has owned the island since 1911.", "Italy | owns | island | on 1911/.."),
    case("The king arrived in Madrid on Monday.", "king | visits / arrives in | Madrid | on 2011-05-16"),
    case("The prince will visit Tonga next month.", "prince | visits | Tonga | planned | on 2011-06"),
    case("Khan predicted the fall of Peru in 2019.", never=["Khan | * | * | on *"]),
    case("Khan predicted in 2009 that Peru would fall.", "Peru | falls | - | planned | said by Khan"),
    case(
        "In March 2009, Albania joined NATO.",
        "Albania | joins | NATO / North Atlantic Treaty Organization | on 2009-03",
    ),
    case(
        "The museum was closed from 1998 to 2004.",
        "museum | is closed | - | on 1998/2004",
        never=["* | * | 2004", "* | * | 1998"],
    ),
    case(
        "Yesterday the police arrested a banker in Zurich.", "police | arrests | banker | on 2011-05-19 | place Zurich"
    ),
    case(
        "The envoy visited Lagos from June 28 to June 30, 2011.",
        "envoy | visits | Lagos | on 2011-06-28/2011-06-30",
        never=["June | * | *"],
    ),
    case(
        "Kenya exported 40,000 tonnes of tea to Pakistan in 2010.",
        "Kenya | exports | tea | amount 40,000 tonnes / amount 40000 tonnes | to Pakistan | on 2010",
        "Pakistan | imports | tea | from Kenya",
        never=["* | exports | tonnes of tea"],
    ),
    case(
        "Brazil bought at least twelve helicopters from France.",
        "Brazil | buys | helicopters | amount ≥12 | from France",
        never=["* | buys | twelve helicopters", "* | buys | at least twelve helicopters"],
    ),
    case("The company employs about 2,000 people in Ghana.", "company | employs | people | amount ~2000 | place Ghana"),
    case("The flood destroyed more than 300 houses in Nepal.", "flood | destroys | houses | amount >300 | place Nepal"),
    case(
        "The navy bought between five and nine frigates.",
        "navy | buys | frigates | amount 5–9",
    ),
    case("Oil prices rose by 5 percent.", "Oil prices | rises by / rises | *", never=["5 percent | * | *"]),
    case(
        "Thousands of workers left Libya.",
        "workers | leaves | Libya",
        never=["Thousands | * | *", "thousands of workers | * | *"],
    ),
    case(
        "Thousands of workers left Libya.",
        "workers | leaves | Libya | amount thousands",
    ),
    case(
        "The airline paid $40 million for the hangar.",
        "airline | pays | 40 million USD / $40 million | for hangar",
    ),
    case("The war lasted three years.", "war | lasts | three years / 3 years", miss="a duration is no object"),
    case(
        "The bank lent Greece 30 billion euros.",
        "bank | lends | 30 billion euros / 30 billion EUR | recipient Greece / to Greece",
        miss="the parser takes the recipient for a part of the sum",
    ),
    case(
        "The summit was held in Lagos in May.",
        "summit | is held in | Lagos | on 2011-05",
        never=["summit | is held in | May"],
    ),
    case(
        "The winners of 2010 live in Bonn.",
        "* | lives in | Bonn",
        never=["* | lives in | Bonn | on 2010"],
    ),
    case(
        "Poland accepts the frontiers of 1945.",
        "Poland | accepts | frontiers of 1945",
        never=["* | accepts | * | on 1945"],
    ),
    case(
        "The minister mentioned the letter of January 27, 2010.",
        "minister | mentions | letter of January 27",
        never=["* | mentions | * | on 2010-01-27"],
    ),
    case(
        "The envoy praised the July 2 agreement.",
        "envoy | praises | July 2 agreement",
        never=["* | praises | * | on 2010-07-02", "* | praises | * | on 2011-07-02"],
    ),
    case("The envoy spoke at the conference of May 3.", "envoy | speaks at | conference of May 3 | on 2011-05-03"),
    case("The king abdicated on the evening of May 5.", "king | abdicates | - | on 2011-05-05"),
    case(
        "The envoy read the memorandum to the Secretary, dated May 3, 2011.",
        "memorandum | is dated | - | on 2011-05-03",
        never=["Secretary | is dated | *"],
    ),
    # the time of another noun is not that of what is said
    case(
        "Denmark has accepted the assurances since the parliamentary election in January.",
        "Denmark | accepts | assurances",
        never=["* | accepts | * | on 2011-01"],
    ),
    case(
        "The airline announced cuts for the year 2012.",
        "airline | announces | cuts",
        never=["* | announces | * | on 2012"],
    ),
    case(
        "Attention was directed toward the introduction of jets in the late 1950's.",
        never=["* | is directed toward | * | on 1957/1959"],
    ),
    case(
        "The committee held six meetings, the last one on May 3.",
        "committee | holds | meetings",
        never=["* | holds | * | on 2011-05-03"],
    ),
    case(
        "The letter was delivered in Warsaw at the time of the talks on May 3.",
        "letter | is delivered in | Warsaw | on 2011-05-03",
    ),
    case("In these cases the traders operate at night.", never=["traders | operates in | *", "* | * | cases"]),
    case("In this field, new firms have emerged.", "new firms | emerges | -", never=["* | emerges in | *"]),
    case(
        "Within Korea, the leaders feel that the army is weak.",
        "army | is | weak | said by leaders",
        never=["leaders | feels within | *"],
    ),
    case("In Geneva, the ministers met.", "ministers | meets in | Geneva"),
    case("From this base the rebels attacked.", never=["* | attacks from | *"]),
]


@pytest.mark.parametrize("row", CASES)
def test_circumstances(nlp: Language, row: Case) -> None:
    check(nlp, row)
