"""Verbs with an object, a particle, a preposition, two objects, an object complement or a clause."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "Peter Kim met Anna Lee. Peter Kim will bring with him the final text.",
        "Peter Kim | brings | final text | planned",
        never=["Peter Kim | brings | final text | with Peter Kim | planned"],
    ),
    case("Negotiations stalled due to the scandal.", "Negotiations | stalls | -", never=["* | stalls due | *"]),
    case("The secretary made two statements, one of which dealt with the pact.", never=["one | deals | *"]),
    case("Sweden defeated Norway to win the cup.", never=["Norway | wins | *"]),
    case(
        "The closure led to workers losing their jobs.", "workers | loses | *", never=["closure | leads to | workers"]
    ),
    case("This includes 16 losses (5 killed and 3 missing).", never=["5 | kills | *"]),
    case("The Poles would see it that way and so would the Czechs.", never=["* | woulds | *"]),
    case("Members called on Peru as a neighbour to help.", "Members | calls on | Peru", never=["* | calls as | *"]),
    case(
        "The king received the ambassador.",
        "king | receives / meets | ambassador",
        never=["ambassador | receives | king"],
    ),
    case(
        "Brazil set up a research station in Antarctica.",
        "Brazil | founds / sets up | research station | place Antarctica",
        never=["Brazil | sets | *", "research station | is in | Brazil"],
    ),
    case("The union called off the strike.", "union | cancels / calls off | strike", never=["union | calls | *"]),
    case(
        "Rebels blew up a pipeline near Basra.",
        "Rebels | destroys / blows up | pipeline | place Basra",
        never=["Rebels | blows | *"],
    ),
    case(
        "Officials handed over the documents to the court.",
        "Officials | delivers / hands over / gives | documents | to court / recipient court",
    ),
    case(
        "The navy carried out exercises off Cyprus.",
        "navy | implements / conducts / carries out | exercises",
        never=["navy | * | exercises | from Cyprus"],
        miss="'off' is read as 'from', not as a place",
    ),
    case(
        "Kenya ranks as the second largest exporter of flowers.",
        "Kenya | ranks as | largest exporter of flowers / second largest exporter of flowers",
    ),
    case(
        "Finland depends on Russia for gas.",
        "Finland | depends on | Russia | for gas",
        never=["Russia | depends on | *", "gas | * | *"],
    ),
    case("The inspectors looked into the accident.", "inspectors | investigates / looks into | accident"),
    case(
        "Poland sent humanitarian aid to Ukraine.",
        "Poland | sends | humanitarian aid | to Ukraine / recipient Ukraine",
        never=["Ukraine | sends | *", "humanitarian aid | sends | *"],
    ),
    case(
        "Spain lent Portugal two fire-fighting aircraft.",
        "Spain | lends | fire-fighting aircraft | recipient Portugal / to Portugal | amount 2",
        never=["Spain | lends | Portugal", "Portugal | lends | *"],
    ),
    case(
        "The minister gave the rebels an ultimatum.",
        "minister | gives | ultimatum | recipient rebels / to rebels",
        never=["minister | gives | rebels"],
    ),
    case(
        "The ambassador told us that Uganda would send troops.",
        "Uganda | sends | troops | planned | said by ambassador",
        never=["* | * | us", "* | tells | *"],
    ),
    case(
        "The government signed a trade agreement with Norway.",
        "government | signs | trade agreement | with Norway",
        never=["Norway | signs | *"],
    ),
    case(
        "The parliament elected Maria Lund president.",
        "parliament | elects | Maria Lund",
        never=["* | elects | president"],
    ),
    case(
        "The embassy described the meeting as constructive.",
        "embassy | describes | meeting | as constructive",
        miss="'as' with an adjective is no slot",
    ),
    case(
        "The storm killed 23 people in Haiti.",
        "storm | kills | people | amount 23 | place Haiti",
        never=["people | kills | *"],
    ),
    case(
        "The company invested two billion dollars in Chile.",
        "company | invests | *",
        never=["two billion dollars | * | *", "dollars | * | *"],
    ),
    case("The army surrounded the airport.", "army | surrounds | airport"),
    case("The ship sank.", "ship | sinks | -", never=["ship | sinks | ship"]),
    case(
        "The chairman wants to keep the talks going.",
        "chairman | keeps going | talks | desired",
        never=["chairman | keeps | *"],
    ),
    case("The minister left the question open.", "minister | leaves open | question", never=["* | leaves | *"]),
    case(
        "The minister made clear his position.", "minister | makes clear | position", never=["* | * | clear position"]
    ),
    case("The general kept his promise.", "general | keeps | promise / general's promise"),
    case(
        "The army takes the reports of a plot in the capital seriously.",
        "army | takes seriously | reports / reports of plot",
        never=["army | takes | *"],
    ),
    case("The threat was taken seriously by the army.", "army | takes seriously | threat"),
    case("The committee pulled together a paper.", "committee | pulls together | paper", never=["* | pulls | *"]),
    case("The burden was set aside.", "burden | is set aside | -", never=["* | is set | *"]),
    case(
        "The directive requires the government to remove the limits.",
        "government | removes | limits | required",
        never=["directive | requires | *"],
    ),
    case("The law enables the bank to sell bonds.", "bank | sells | bonds | possible", never=["* | enables | *"]),
    case("The directive requires a permit.", "directive | requires | permit"),
    case("The firm needs money to buy planes.", "firm | needs | money"),
    case(
        "A man who seems best described as a smuggler was arrested.",
        "man | seems described as | smuggler",
        never=["* | seems | *"],
    ),
    case("The rebels respond only to force.", never=["rebels | responds | -"]),
    case("The list will remain secret as long as possible.", never=["* | * | possible", "* | remains long as | *"]),
    case("The army stayed as strong as previously planned.", never=["army | is planned | *"]),
    case("The talks ended later than expected.", "talks | ends | -", never=["* | is expected | *"]),
    case(
        "Peru and Chile accused each other.",
        "Peru | accuses | Chile",
        "Chile | accuses | Peru",
        never=["* | * | other"],
    ),
    case("The two firms accused each other.", never=["* | accuses | *"]),
    case("The union found a way to end the strike.", never=["* | * | way"]),
    case("The union found the best way to end the strike.", "union | finds | best way"),
    case("The speaker made four points.", "speaker | makes | points | amount 4"),
    case("The kit includes cranes, trucks, etc.", "kit | includes | cranes", never=["* | * | etc", "* | * | etc."]),
    case("The envoy sorted it out with Kim.", never=["envoy | sorts out with | Kim", "envoy | sorts with | Kim"]),
    case(
        "The envoy asked about the position which the delegation will take in its talks in Tehran.",
        "delegation | takes | position | planned",
        never=["delegation | takes in | *"],
    ),
    case(
        "Peru wanted to leave open the possibility of talks.",
        "Peru | leaves open | possibility of talks | desired",
        never=["possibility of talks | opens | *"],
    ),
    case(
        "The council went along with the plan.", "council | goes along with | plan", never=["council | goes with | *"]
    ),
    case("In closing Mr. Lund said again that he hoped for peace.", "* | hopes for | peace", never=["* | closes | *"]),
    case("The king praised the depth and strength of the pact.", "king | praises | strength of pact"),
    case("Sudan voted in favor.", "Sudan | votes in favor | -", never=["Sudan | votes | -"]),
    case("The army cut short the attack.", "army | cuts short | attack", never=["army | cuts | *"]),
    case("In 1996 Peru bought Infogear Corp., which took place quietly.", never=["Infogear Corp. | takes place | *"]),
    case("The envoy referred to the message to Kim Park.", "envoy | refers to | *", never=["envoy | * | Kim Park"]),
    case(
        "Chile would view with concern any attempt by Peru to dominate the area.",
        "Chile | views | attempt | conditional",
        never=["Chile | * | Peru"],
    ),
    case("The envoy handed it to Kim Park.", "envoy | hands to | Kim Park"),
    case("The senator entered them into the Congressional Record.", never=["senator | * | Congressional Record"]),
    case("The soldiers pushed us out of Berlin.", never=["soldiers | * | Berlin"]),
    case("The task force prepared itself for the battle.", "task force | prepares for | battle"),
    case("The bank responded to it with a letter.", never=["* | responds to with | *"]),
    case("The envoy discussed it with Kim Park.", "envoy | discusses with | Kim Park"),
    case("The fleet was increased from 25 to 30 ships.", "fleet | is increased to | ships | from 25 | amount 30"),
    case("The tariff rose from 25 to 30 dollars.", "tariff | rises to | 30 dollars | from 25"),
    case("Peru ordered from five to nine frigates.", never=["Peru | orders to | *"]),
    case(
        "Can Peru afford to hold up while these complicated problems are being solved—a process which entails talks?",
        never=["Peru | * | process"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_verbs(nlp: Language, row: Case) -> None:
    check(nlp, row)
