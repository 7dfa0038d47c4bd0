"""Coordination is a cross product, and what is shared is shared."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "The council must approve the sale and officials here say the chances are small.",
        "chances | is | small | said by officials",
        never=["council | approves | officials"],
    ),
    case(
        "On China, the envoy admitted and indeed stressed the danger.",
        "envoy | admits | danger",
        "envoy | stresses | danger",
        never=["envoy | * | China"],
    ),
    case(
        "The council rejected but did not yet condemn the plan.",
        "council | rejects | plan | positive",
        "council | condemns | plan | negative",
    ),
    case(
        "Ukraine has bought tanks, trucks and radios from Poland.",
        "Ukraine | buys | tanks | from Poland",
        "Ukraine | buys | trucks | from Poland",
        "Ukraine | buys | radios | from Poland",
        "Poland | sells | trucks | to Ukraine",
        never=["Ukraine | buys | Poland", "tanks | * | trucks"],
    ),
    case(
        "France and Germany signed the treaty.",
        "France | signs | treaty",
        "Germany | signs | treaty",
        never=["France | * | Germany", "France and Germany | * | *"],
    ),
    case(
        "The minister visited Peru and met farmers.",
        "minister | visits | Peru",
        "minister | meets | farmers",
        never=["minister | visits | farmers", "Peru | meets | *"],
    ),
    case(
        "Rebels attacked the airport and the radio station.",
        "Rebels | attacks | airport",
        "Rebels | attacks | radio station",
    ),
    case("Canada buys and sells timber.", "Canada | buys | timber", "Canada | sells | timber"),
    case(
        "The prince opened the hospital, visited a school and dined with the mayor.",
        "prince | opens | hospital",
        "prince | visits | school",
        "prince | dines with | mayor",
        never=["prince | opens | school", "prince | visits | mayor"],
    ),
    case(
        "Austria and Hungary share a border and a river.",
        "Austria | shares | border",
        "Austria | shares | river",
        "Hungary | shares | border",
        "Hungary | shares | river",
    ),
    case(
        "The envoy will travel to Jordan, Syria and Lebanon.",
        "envoy | visits | Jordan | planned",
        "envoy | visits | Syria | planned",
        "envoy | visits | Lebanon | planned",
    ),
    case(
        "The committee praised the teachers but criticised the ministry.",
        "committee | praises | teachers",
        "committee | criticises | ministry",
        never=["committee | praises | ministry", "committee | criticises | teachers"],
    ),
    case(
        "The police arrested two men and a woman.",
        "police | arrests | men | amount 2",
        "police | arrests | woman",
        never=["police | arrests | woman | amount 2"],
    ),
    case(
        "The army has bought planes from Brazil and could now buy ships.",
        "army | buys | planes | from Brazil",
        "army | buys | ships | possible | from Brazil",
        never=["army | buys | ships | asserted", "army | buys | planes | possible"],
    ),
    case(
        "The army has bought planes from Brazil and could now buy ships from Italy.",
        "army | buys | planes | from Brazil",
        "army | buys | ships | possible | from Italy",
        never=["army | buys | ships | from Brazil", "army | buys | planes | from Italy"],
    ),
    case(
        "The company sold the farm in Peru and bought a hotel in Chile.",
        "company | sells | farm",
        "company | buys | hotel | place Chile",
        never=["company | sells | hotel", "company | buys | farm", "company | buys | hotel | place Peru"],
    ),
    case(
        "Either Kenya or Uganda will host the summit.",
        "Kenya | hosts | summit | planned",
        "Uganda | hosts | summit | planned",
    ),
    case(
        "Norway, which exports oil, and Sweden support the plan.",
        "Norway | exports | oil",
        "Norway | supports | plan",
        "Sweden | supports | plan",
        never=["Sweden | exports | *"],
        miss="the parser makes the first subject the root",
    ),
    case(
        "The company sold the mine in Peru.",
        "company | sells | mine",
    ),
    case(
        "The minister proposed to build a road, to repair the bridges that were damaged, to open a school and to hire "
        "teachers.",
        "minister | opens | school | desired",
        "minister | hires | teachers | desired",
    ),
    case(
        "These rules limited the rights of Norwegian settlers to travel, to own land and to undertake trade.",
        "Norwegian settlers | owns | land | possible",
        never=["rules | owns | *", "rules | undertakes | *"],
    ),
    case(
        "The bank agreed to send a team to Iran, to consider these questions and to consult the army.",
        never=["bank | considers | *", "bank | consults | *"],
    ),
    case(
        "I understand that the drafting of the law and the preparation of maps and a handbook are proceeding as "
        "a joint effort.",
        "preparation of maps | proceeds as | joint effort",
        never=["handbook | proceeds as | *"],
    ),
    case(
        "He welcomed the trip of Anna Lund to Norway and Peter Brandt to Chile.",
        "Anna Lund | visits | Norway",
        never=["Anna Lund | visits | Peter Brandt"],
    ),
    case(
        "The airline sold planes to Peru and helicopters to Chile.",
        "airline | sells | planes",
        never=["* | sells | planes | recipient helicopters"],
    ),
    case(
        "The agency returned the call and Anna asked if Peter had sent the report.",
        "agency | returns | call",
        never=["call | * | *", "* | * | * | said by call"],
    ),
    case("The army occupied the port and the navy blocked the strait.", "navy | blocks | strait"),
    case(
        "The list includes strikes on target 43, Hanoi Depot, which is north of the river; target 82 Haiphong Plant; "
        "and target 71 Vinh Port.",
        never=["* | targets | *"],
    ),
    case(
        "The report must be signed by the minister and presented to parliament.",
        "report | is presented to | parliament | required",
        never=["report | presents | *"],
    ),
    case(
        "Lund said he would soon dissolve the army and in four days replace Sang with another chief.",
        "Lund | replaces | Sang | with chief | planned | said by Lund",
    ),
    case(
        "Lund said he would soon order the closure of the port, and in three or four days replace Sang with another chief.",
        "Lund | replaces | Sang | with chief | planned | said by Lund",
    ),
    case(
        "The minister noted that the matter was related to the accord and inquired about the talks.",
        "minister | inquires about | talks",
        never=["matter | inquires about | *"],
    ),
    case(
        "The envoy reported that the strike had ended and stated that the port was open.",
        "port | is | open | said by envoy",
    ),
    case(
        "The minister said that the two sides had met and agreed on a text.",
        "sides | agrees on | text | said by minister",
    ),
    case(
        "The rebels avoid the army and attack the police.",
        "rebels | attacks | police",
    ),
    case(
        "Peru shares the view that no occasion should be given to Chile, and would not propose any arrangement.",
        "Peru | proposes | arrangement | conditional | negative",
        never=["occasion | proposes | *"],
    ),
    case(
        "The device stops the music when users take a call and offers the ability to listen to music.",
        never=["users | offers | *"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_coordination(nlp: Language, row: Case) -> None:
    check(nlp, row)
