"""Modality: how real it is, by auxiliaries, by what governs a clause, by nouns and by conditions."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case("Peru was entirely agreeable to deferring the vote.", "Peru | defers | vote | desired"),
    case(
        "Turkey will buy fighter jets from Sweden.",
        "Turkey | buys | fighter jets | planned | from Sweden",
        never=["* | * | * | asserted"],
    ),
    case("The minister is to visit Jakarta in July.", "minister | visits | Jakarta | planned | on 2011-07"),
    case("The prince is expected to visit Tonga.", "prince | visits | Tonga | planned"),
    case(
        "Chile may sell copper to India.",
        "Chile | sells | copper | possible",
        "India | buys | copper | possible",
        never=["* | * | * | asserted"],
    ),
    case("The company could close the factory.", "company | closes | factory | possible"),
    case("The king might dissolve parliament.", "king | dissolves | parliament | possible"),
    case("The firm is likely to buy the airline.", "firm | buys | airline | possible"),
    case("The government must repay the loan.", "government | repays | loan | required"),
    case("Qatar should recall the ambassador.", "Qatar | recalls / withdraws | ambassador | required"),
    case(
        "The bank has to sell its shares.",
        "bank | sells | * | required",
    ),
    case("Slovakia wants to join the alliance.", "Slovakia | joins | alliance | desired"),
    case("The shareholders are seeking to buy the stadium.", "shareholders | buys | stadium | desired"),
    case("Zambia is working to reopen the railway.", "Zambia | reopens / opens | railway | desired"),
    case("Spain intends to expel the ambassador.", "Spain | expels | ambassador | planned"),
    case(
        "If Iran attacks the ship, Bahrain will close the port.",
        "Iran | attacks | ship | conditional",
        "Bahrain | closes | port | conditional",
        never=["Iran | attacks | ship | asserted"],
    ),
    case(
        "The rebels would attack the city if the army left the bridge.",
        "rebels | attacks | city | conditional",
        "army | leaves | bridge | conditional",
        never=["* | * | * | asserted"],
    ),
    case(
        "Unless the company pays the fine, the court will seize the ship.",
        "company | pays | fine | conditional",
        never=["company | pays | fine | asserted"],
    ),
    case("The minister said it would supply grain.", never=["* | supplies | grain | conditional", "it | * | *"]),
    case("The union threatened to close the port.", "union | closes | port | planned"),
    case(
        "The committee recommended that the state buy the railway.",
        "state | buys | railway | desired | said by committee",
    ),
    case("The ship sank in May.", "ship | sinks | - | on 2011-05", never=["* | * | * | planned"]),
    case("The minister could not say what Kenya bought.", never=["* | says | what", "what | * | *"]),
    case("The army visited the camp because it had to.", "army | visits | camp"),
    case("Mr. Lopez is believed to have fled to Panama.", "Lopez | flees to / flees | Panama | possible"),
    case(
        "Malta is said to have sold the fort.",
        "Malta | sells | fort | possible",
    ),
    case(
        "The minister asked whether Japan would buy the gas.",
        "Japan | buys | gas | possible",
        never=["Japan | buys | gas | planned", "Japan | buys | gas | asserted"],
    ),
    case(
        "It is possible that Sudan will expel the envoy.",
        "Sudan | expels | envoy | possible",
    ),
    case("Vietnam is capable of building submarines.", "Vietnam | builds | submarines | possible"),
    case("The company is prepared to sell the port.", "company | sells | port | planned"),
    case(
        "The accord obliges Iran to destroy the missiles.",
        "Iran | destroys | missiles | required",
        never=["accord | destroys | *"],
    ),
    case("The senate is considering whether to approve the treaty.", "senate | approves | treaty | possible"),
    case(
        "Rowe doubts that the king will accept the offer.",
        "king | accepts | offer | possible | said by Rowe",
    ),
    case(
        "The queen's visit to Malta was cancelled.",
        never=["queen | visits | Malta | asserted"],
    ),
    # what stands under a noun of danger, story or wish, or is one of any
    case("The report describes the risk of a dispute leading to war.", "dispute | leads to | war | possible"),
    case(
        "The minister dismissed rumors of Egypt expelling the envoy.",
        "Egypt | expels | envoy | possible",
        never=["rumors of Egypt | * | *"],
    ),
    case("The shah dismissed stories about Iraq attacking Iran.", "Iraq | attacks | Iran | possible"),
    case("A coup led by Castro would threaten Brazil.", "Castro | leads | coup | conditional"),
    case("They cannot count on a rescue organized by France.", "France | organizes | rescue | possible"),
    case(
        "The king promised to inform Jordan of any agreement which affected the border.",
        "agreement | affects | border | possible",
    ),
    case(
        "The crisis caused by Peru worried the people living in Lima.",
        "Peru | causes | crisis",
        "people | lives in | Lima",
    ),
    case("The shah may visit the dam built by France.", "France | builds | dam"),
    # in time and circumstance as real as the main verb
    case(
        "The envoy said that Chile would consult Peru before it signed the treaty.",
        never=["Chile | signs | treaty | asserted"],
    ),
    case("The company will repay the loan when it sells the factory.", never=["company | sells | * | asserted"]),
    case("The firm will raise money by selling the port.", "firm | sells | port | planned"),
    case("The firm will move to Lima, closing the mine in Chile.", "firm | closes | mine | planned"),
    case("The rebels left before the army took the bridge.", "army | takes | bridge"),
    case("The firm raised money by selling the port.", "firm | sells | port"),
    # conditions of several words
    case("Peru will deliver the ships provided that Chile pays the debt.", "Chile | pays | debt | conditional"),
    case("Peru will deliver the ships, provided Chile pays the debt.", "Chile | pays | debt | conditional"),
    case(
        "The bank will lend the money so long as the government supports the currency.",
        "government | supports | currency | conditional",
    ),
    case("Troops will be sent in case the rebels attack the city.", "rebels | attacks | city | conditional"),
    case("Chile provided that the ships carry grain.", never=["* | * | * | conditional"]),
    # questions and orders
    case("Has Peru sold planes to Chile?", "Peru | sells | planes | possible", never=["* | * | * | asserted"]),
    case("Why did Peru sell planes to Chile?", "Peru | sells | planes"),
    case(
        "The vote depends on whether France supports the plan and whether Spain opposes the treaty.",
        "France | supports | plan | possible",
        "Spain | opposes | treaty | possible",
    ),
    case("The envoy inquired if Japan would buy the oil.", "Japan | buys | oil | possible"),
    # hoped, felt, hardly imagined
    case("We hope Jordan will accept the plan.", "Jordan | accepts | plan | desired"),
    case(
        "The minister hopes that Peru wins the war and that Chile signs the treaty.", "Chile | signs | treaty | desired"
    ),
    case(
        "The queen regrets that the ambassador should be troubled by the affair.",
        "affair | troubles | ambassador",
        never=["* | * | * | required"],
    ),
    case("It is surprising that France should oppose the plan.", "France | opposes | plan"),
    case("It is essential that France should oppose the plan.", "France | opposes | plan | required"),
    # able, or too weak
    case("The army is strong enough to defeat the rebels.", "army | defeats | rebels | possible"),
    case("The general was foolish enough to attack the bridge.", "general | attacks | bridge"),
    case("The governor is within his rights to dissolve the assembly.", "governor | dissolves | assembly | possible"),
    # what is wanted is not there yet
    case("The ministry wants a treaty with Chile.", never=["treaty | is with | Chile"]),
    case("The ministry signed a treaty with Chile.", "treaty | is with | Chile"),
    # a verb in front of its subject is an "if"
    case("Chile would protest had Peru sold the port.", "Peru | sells | port | conditional"),
    case(
        "Peru was ready to pay, should a manufacturer be willing to sell planes.",
        "manufacturer | sells | planes | conditional",
    ),
    case(
        "The problems could grow should the Commission continue to tax oil.",
        "Commission | taxes / continues to tax | oil | conditional",
        never=["* | * | * | required"],
    ),
    case(
        "Were Chile to attack Peru, Brazil would help Lima.",
        "Chile | attacks | Peru | conditional",
        "Brazil | helps | Lima | conditional",
    ),
    case("Never had Peru sold planes to Chile.", "Peru | sells | planes | negative"),
    case("Peru has sold the port, nor had Chile opposed the sale.", "Chile | opposes | sale | negative"),
    case("Will Peru sell planes to Chile?", "Peru | sells | planes | possible"),
    # in such a case
    case(
        "In the event U.S. troops were withdrawn, Chile would sign the treaty.",
        "U.S. troops | is withdrawn | - | conditional",
    ),
    case("The minister said that in the event, Chile sold the port.", "Chile | sells | port"),
    case(
        "Peru may close the port, in which case Chile will not attend the conference.",
        "Chile | attends | conference | negative | conditional",
    ),
    case("In this case Chile will attend the conference.", "Chile | attends | conference | planned"),
    # not before something that may not be
    case(
        "It was provided that after a ship had been chosen, the price should be fixed.",
        "ship | is chosen | - | planned",
    ),
    case(
        "The minister said that exports would fall when Chile closes the border.", "Chile | closes | border | planned"
    ),
    # what should be is not there yet
    case("The objective should be that missiles not be sold.", "missiles | is sold | - | negative | desired"),
    case("Peru insisted that Chile sell the port.", "Chile | sells | port | desired | said by Peru"),
    case("Peru insisted that Chile sells arms.", "Chile | sells | arms | said by Peru"),
    case("It is important that Peru maintain the port.", "Peru | maintains | port | required"),
    case("The president asked that a letter be sent to Chile.", "letter | is sent to | Chile | desired"),
    case("Peru made Chile sell the port.", "Chile | sells | port"),
    case("The minister heard Peru sell the port.", "Peru | sells | port", never=["* | * | * | desired"]),
    case("There is no need for Peru to sell the port.", "Peru | sells | port | negative | required"),
    case(
        "Greece wanted the re-establishment of good relations with Turkey.", never=["good relations | is with | Turkey"]
    ),
    # what somebody holds, and what nobody endorses
    case("There is support for the thesis that Chile owns the island.", "Chile | owns | island | possible"),
    case("Peru heard criticisms that Chile had sold the port.", "Chile | sells | port | possible"),
    # whoever does it
    case(
        "The resolution condemns all countries who cooperate with terrorists.",
        "countries | cooperates with | terrorists | possible",
    ),
    case("All countries which border the lake signed the treaty.", "countries | borders | lake"),
    # the doubt is about the first only
    case(
        "The election was apparently normal and took place in Lima.",
        "election | is | normal | possible",
        "election | takes place in | Lima",
    ),
    case(
        "The minister asked Chile to prepare a report that describes the port.",
        "report | describes | port | desired",
    ),
    case("The company would not sell music branded with an apple.", "music | is branded with | apple | conditional"),
    case(
        "The dispute may be referred to a tribunal composed of judges.",
        "tribunal | consists of | judges | possible",
    ),
    case("Actions leading to a treaty will begin soon.", "Actions | leads to | treaty | planned"),
    case(
        "No treaty which bars nuclear weapons will be signed by Peru.",
        "treaty | bars | nuclear weapons | possible",
        "Peru | signs | treaty | negative | planned",
    ),
    case("Peru may buy a ship built by Chile.", "Chile | builds | ship"),
    case("The king should sign a treaty which Norway proposed in May.", "Norway | proposes | treaty | on 2011-05"),
    case("Chile will limit the proposal to points mentioned in the letter.", "points | is mentioned in | letter"),
    case("Peru has no planes which carry nuclear weapons.", "planes | carries | nuclear weapons | negative"),
    case("Even if Chile objects, Peru will sell the port.", "Peru | sells | port | planned"),
    case("Peru will not sell the port, lest Chile object.", "Peru | sells | port | negative | planned"),
    case("The minister wants to discuss Lavrov's recent visit to Ghana.", "Lavrov | visits | Ghana"),
    case("Peru cannot accede to Chile's request for aid.", "Chile | requests | aid"),
    case("Peru has not completed its withdrawal from Chile.", "Peru | withdraws from / leaves | Chile"),
    case(
        "The loan would be subject to the approval of Congress for the sale.",
        "Congress | approves | sale | conditional",
    ),
    case("One result could be a return by Peru to the talks.", "Peru | returns to | talks | possible"),
    case(
        "Withdrawal of Chile from the pact might follow.",
        never=["Chile | withdraws from / leaves | pact | asserted"],
    ),
    case("The envoy will discuss the dispute during Lavrov's visit to Ghana.", "Lavrov | visits | Ghana | planned"),
    case("The appeal lacks reality unless Peru publishes it.", "appeal | lacks | reality | conditional"),
    case("No analysis is required unless Chile objects.", "analysis | is required | - | negative | conditional"),
    case("Peru has sold the port if the reports are true.", "Peru | sells | port"),
    case("Peru says it may sell the port if Chile agrees.", never=["Peru | says | * | conditional"]),
    case("The covers have been found to solve the problem.", "covers | solves | problem"),
    case("The army is said to hold the bridge.", "army | holds | bridge | possible"),
    case("The council must assure that the port is defended.", "port | is defended | - | planned"),
    case("The envoy assured Chile that the port is open.", "port | is | open | said by envoy"),
    case("Before visiting Chile, Khan asked for aid.", "Khan | visits | Chile"),
    case("There is a possibility that Chile will close the port.", "Chile | closes | port | possible"),
    case("Peru has arranged for Khan to visit Lima.", "Khan | visits | Lima | planned"),
    case("The company did not say whether Khan decided to leave Lima.", "Khan | leaves | Lima | possible"),
    case("The fear of Chile may induce Peru to join the pact.", "Peru | joins | pact | possible"),
    case("The council directed Peru to publish the report.", "Peru | publishes | report | required"),
    case("It is difficult for Peru to sell the port.", "Peru | sells | port | possible"),
    case("The envoy hopes to make Chile open the port.", "Chile | opens | port | desired"),
    case("The minister is willing to help Peru build the road.", "Peru | builds | road | desired"),
    case("The envoy made Chile open the port.", "Chile | opens | port"),
    case(
        "The suggestion should be reconsidered when the committee has read the report.",
        "committee | reads | report | planned",
    ),
    case("Peru hopes to sell the port when Khan returns to Lima.", "Khan | returns to | Lima | planned"),
    case("The envoy said he hoped Chile would open the port.", "Chile | opens | port | desired"),
    case("The envoy hoped that Chile would sell the port.", "Chile | sells | port | desired | said by envoy"),
    case("The envoy said that Peru might have to sell the port.", "Peru | sells | port | possible"),
    case("Chile may wish to close the port.", "Chile | closes | port | possible"),
    case("The desire of Chile to close the port may help Peru.", "Chile | closes | port | desired"),
    case(
        "Khan suggested that Lund begin by announcing that Peru had sold the port.",
        "Peru | sells | port | possible",
    ),
    case("Peru is going to pay for the ships.", "Peru | pays for | ships | planned"),
    case("How is Peru going to pay for the ships?", "Peru | pays for | ships | planned"),
    case("The talks were going to be difficult.", "talks | is | difficult | planned"),
    case("The report ought to be ready.", "report | is | ready | required"),
    case("The envoy intends to see that questions are raised.", "questions | is raised | - | planned"),
    case("The envoy admonished Khan not to sell the port.", "Khan | sells | port | negative | required"),
    case("Peru may close the port if Chile leaves.", "Peru | closes | port | conditional"),
    case("The army can hold the bridge if Peru sends ships.", "army | holds | bridge | conditional"),
    case("The embassy was left with the surmise that Peru had sold the port.", "Peru | sells | port | possible"),
    case(
        "If Peru were unable to see its way to selling the port, Chile would leave.",
        "Peru | sells | port | conditional",
    ),
    case("Khan favors a treaty which bans arms.", "treaty | bans | arms | desired"),
    case("Khan wants a treaty that Peru signed.", "Peru | signs | treaty"),
    case("One way would be to say that the port is open.", "port | is | open | possible"),
    case("If Khan believes that the port is open, he may go.", "port | is | open | possible"),
    case("If Khan knows that the port is open, he may go.", "port | is | open"),
    case("Khan sent a note titled “Has Peru Sold Its Ships?”", "Khan | sends | note"),
    case("“Has Peru sold the ships?”", "Peru | sells | ships | possible"),
    case(
        "The report provides for the requirements as set forth in the annex.", "requirements | is set forth in | annex"
    ),
    case(
        "Copies are to be submitted within ten days after the team has returned to Lima.",
        "team | returns to | Lima | planned",
    ),
    case("The council has a list of actions to be taken by Peru.", "Peru | takes | actions | planned"),
    case("Peru may have difficulty in keeping the port.", "Peru | keeps | port | possible"),
    case("Peru's action in releasing the envoys may help Chile.", "Peru | releases | envoys"),
    case("But that line seems pretty well played out.", "line | is played out | - | possible"),
    case("Allegations were made that Peru had sold the ships.", "Peru | sells | ships | possible"),
    case(
        "Khan liked the reply which he understood to be a personal opinion.", "reply | is | personal opinion | possible"
    ),
    case("An offer, to be made either by Peru or by Chile.", "Peru | makes | offer | planned"),
    case("The treaty may deal with matters connected with the port.", "matters | is connected with | port"),
    case("The assembly voted to authorize sending troops to Peru.", never=["assembly | * | troops", "* | * | Peru"]),
    case("We concur in the view that Peru needs ships.", "Peru | needs | ships"),
    case("Khan does not share the view that Peru needs ships.", never=["Peru | needs | ships | said by Khan"]),
    case("The President: Have a nice weekend, and get some rest.", never=["President | * | *"]),
]


@pytest.mark.parametrize("row", CASES)
def test_modality(nlp: Language, row: Case) -> None:
    check(nlp, row)
