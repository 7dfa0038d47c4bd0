"""Whole sentences as they stand in the news and in dispatches: many rules at once."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case("At the same time [the bank] closed its office.", "bank | closes | *"),
    case("[Here follows discussion not related to China.]", never=["* | * | *", "* | * | -"]),
    case("[Here follows the text of Peru's letter of May 4.]", never=["* | * | *", "* | * | -"]),
    case(
        "The jets crossed the border— [less than 1 line of source text not declassified] by a light bomber.",
        "jets | crosses | border",
        never=["line of source text | * | *"],
    ),
    case(
        "Foreign Minister Lena Vidal told reporters in Vienna on Tuesday that Slovakia would not send troops to Chad.",
        "Slovakia | sends | troops | to Chad / recipient Chad | negative | planned | said by Lena Vidal",
        "Lena Vidal | is | foreign minister | implied",
        never=["Slovakia | sends | troops | positive", "* | * | * | place Vienna | negative", "reporters | * | *"],
    ),
    case(
        "The embassy reports that Prime Minister Okoye, who returned from London on 12 May, intends to dismiss the chief "
        "of staff.",
        "Okoye | returns from | London | on 2011-05-12",
        "Okoye | dismisses | chief of staff | planned | said by embassy",
        never=["embassy | dismisses | *", "* | dismisses | * | on 2011-05-12", "London | * | *"],
    ),
    case(
        "Norwegian oil company Statnor said it had signed a contract with Angola.",
        "Statnor | signs | contract | with Angola | said by Statnor",
        never=["it | * | *", "Norway | signs | *"],
    ),
    case(
        "Kuwait, which had refused to attend the conference, later sent a delegation.",
        "Kuwait | attends | conference | negative",
        "Kuwait | sends | delegation",
        never=["Kuwait | sends | * | negative", "conference | * | *"],
    ),
    case(
        "Britain and France are providing the rebels with weapons, the newspaper Le Monde reported.",
        "France | provides / supplies | rebels / weapons | said by Le Monde",
        never=["rebels | provides / supplies | *", "Le Monde | provides / supplies | *"],
    ),
    case(
        "General Tran was replaced by his deputy, Colonel Pham.",
        "Pham | replaces | Tran",
        "Pham | is deputy of | Tran",
        never=["Tran | replaces | *", "his | * | *"],
    ),
    case(
        "Japan gave up its claim to the island in 1951.",
        "Japan | gives up / abandons | Japan's claim | on 1951",
        never=["Japan | gives | *", "Japan | claims | * | on 1951"],
    ),
    case(
        "The two countries agreed to exchange ambassadors and to open a joint bank.",
        "countries | exchanges | ambassadors | planned",
        "countries | opens | joint bank | planned",
        never=["countries | opens | ambassadors"],
    ),
    case(
        "At least 40 people were killed when a bomb exploded in Karachi.",
        "people | is killed | - | amount ≥40",
        "bomb | explodes in | Karachi",
        never=["bomb | is killed | *", "Karachi | * | *"],
    ),
    case(
        "Airbus lost the contract to Boeing.",
        "Airbus | loses | contract | to Boeing",
        never=["Boeing | loses | *"],
    ),
    case(
        "The shah thanked Ambassador Rowe for the gift.",
        "shah | thanks | Rowe | for gift",
        never=["Rowe | thanks | *", "shah | is | ambassador"],
    ),
    case(
        "The committee, chaired by Senator Paul Lind, praised the ministry.",
        "Paul Lind | chairs / leads | committee",
        "committee | praises | ministry",
        never=["Paul Lind | praises | *"],
    ),
    case(
        "Ethiopia accused Eritrea of supporting the rebels, a charge that Asmara denies.",
        "Eritrea | supports | rebels | possible | said by Ethiopia",
        "Ethiopia | accuses | Eritrea",
        never=["Ethiopia | supports | *"],
    ),
    case(
        "Ethiopia accused Eritrea of supporting the rebels, a charge that Asmara denies.",
        never=["* | * | * | adverbial charge"],
    ),
    case(
        "The government has no plans to sell the railway.",
        "government | sells | railway | negative | planned",
        never=["government | sells | railway | positive"],
    ),
    case(
        "Opposition parties called on the president to resign.",
        "president | resigns / resigns from | - | desired",
        never=["Opposition parties | resigns on | *"],
        miss="who is called on to do it is its subject",
    ),
    case(
        "The deal gives Volvo control of the Belgian factory.",
        "deal | gives | *",
        never=["deal | controls | *"],
    ),
    case(
        "The World Bank lent Ghana 300 million dollars to build roads.",
        "World Bank | lends | 300 million dollars | recipient Ghana / to Ghana",
        never=["World Bank | builds | *"],
        miss="the purpose of a gift is the recipient's",
    ),
    case(
        "Chancellor Weber is scheduled to meet President Kim in Seoul on July 4.",
        "Weber | meets | Kim | planned | on 2011-07-04 | place Seoul",
    ),
    case(
        "The committee accused the ministry of hiding documents.",
        "committee | accuses | ministry",
        "ministry | hides | documents | said by committee / possible",
        miss="the parser hangs the accusation on the accused",
    ),
    case(
        "The consul described the general as an ally of Egypt.",
        "consul | describes | general | as ally of Egypt",
        miss="the label of 'describe as' has the 'as' before the object",
    ),
    case(
        "The rebels' leader, Joseph Mbeki, was captured by government troops last week.",
        "government troops | captures | Joseph Mbeki | on 2011-05-09/2011-05-15",
        never=["Joseph Mbeki | captures | *", "rebels | is captured | *"],
    ),
    case(
        "The rebels' leader, Joseph Mbeki, was captured by government troops last week.",
        "Joseph Mbeki | is leader of / leads | rebels",
        never=["* | * | rebels's leader"],
        miss="the possessive of a plural",
    ),
    case(
        "President Duarte's decision to close the port has angered fishermen.",
        "Duarte | closes | port | planned",
        "Duarte's decision | angers | fishermen",
        never=["* | has | angered fishermen"],
        miss="the parser takes the participle for an adjective",
    ),
    case(
        "The company, a subsidiary of Siemens, produces turbines in Hungary.",
        "company | produces / makes | turbines | place Hungary",
        never=["Siemens | produces / makes | *"],
    ),
    case(
        "The company, a subsidiary of Siemens, produces turbines in Hungary.",
        "company | is subsidiary of | Siemens | implied",
        miss="an apposition is read beside names only",
    ),
    case(
        "Rwanda's refusal to sign the accord disappointed Uganda.",
        never=["accord | disappoints | *"],
    ),
    case(
        "Ferrari plans to close its factory in Modena, which employs 300 people, and to move to Spain.",
        "Ferrari | closes | Ferrari's factory | planned",
        "Ferrari | moves to | Spain | planned",
    ),
    case(
        "Ferrari plans to close its factory in Modena, which employs 300 people, and to move to Spain.",
        never=["Modena | employs | *"],
        miss="a relative clause behind a place belongs to what is there",
    ),
    case(
        "Peru's foreign minister, Luis Rojas, and his Chilean counterpart, Ana Soto, signed the accord in Lima.",
        "Luis Rojas | signs | accord | place Lima",
        "Luis Rojas | is foreign minister of | Peru | implied",
        "Ana Soto | is counterpart of | Luis Rojas | implied",
        never=["Peru | signs | *", "his | * | *"],
    ),
    case(
        "Peru's foreign minister, Luis Rojas, and his Chilean counterpart, Ana Soto, signed the accord in Lima.",
        "Ana Soto | signs | accord",
        miss="the parser coordinates the second with the apposition of the first",
    ),
    case(
        "Egypt's ambassador to Japan, Amal Farouk, met the emperor.",
        "Amal Farouk | is ambassador of | Egypt | implied",
        "Amal Farouk | meets | emperor",
        never=["Egypt | meets | *", "Japan | meets | *"],
    ),
    case(
        "The general, who seized power in 1977, promised that elections would be held within two years.",
        "general | seizes | power | on 1977",
        "elections | is held | - | planned | said by general",
        never=["general | holds | *", "elections | is held | - | on 1977"],
    ),
    case(
        "The United Nations says that more than a million people have fled Sudan since 2003.",
        "people | flees | Sudan | amount >1 million | on 2003/.. | said by United Nations",
        never=["Sudan | flees | *", "million people | * | *"],
    ),
    case(
        "The UN Security Council imposed sanctions on North Korea.",
        "* | imposes sanctions on | North Korea",
        never=["* | imposes | North Korea"],
    ),
    case(
        "The queen, accompanied by Prince Henrik, arrived in Iceland.",
        "Henrik | accompanies | queen",
        "queen | visits / arrives in | Iceland",
        never=["Henrik | visits / arrives in | *"],
    ),
    case(
        "Colombia recalled its ambassador from Caracas.",
        "Colombia | recalls / withdraws | Colombia's ambassador | from Caracas",
        never=["* | is from | Caracas"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_news(nlp: Language, row: Case) -> None:
    check(nlp, row)
