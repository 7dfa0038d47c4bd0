"""Negation: by a word of the clause, by its noun, and by what governs it; and what only looks like it."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "The tablet uses flash memory rather than a traditional hard drive.",
        "tablet | uses | flash memory",
        "tablet | uses | traditional hard drive | negative",
        never=["tablet | uses | traditional hard drive | positive"],
    ),
    case(
        "The law should be passed as a bill rather than being included in the treaty.",
        "law | is passed as | bill | required",
        "law | is included in | treaty | negative | required",
    ),
    case("The committee will meet in Lima rather than in Quito.", never=["committee | * | Lima | negative"]),
    case("The general wants to retire rather than continue on active duty.", "general | retires | - | desired"),
    case(
        "Rather than selling the port, Chile may close it.",
        "Chile | sells | port | negative | possible",
    ),
    case(
        "The embassy did not know when the study would be finished.",
        "study | is finished | - | planned",
        never=["study | is finished | - | negative"],
    ),
    case(
        "The minister declined to predict when the change may take place.",
        "change | takes place | - | possible",
        never=["change | takes place | - | negative"],
    ),
    case("Peru did not see how Chile could win.", "Chile | wins | - | negative | possible"),
    case(
        "Iran has not signed the treaty.",
        "Iran | signs | treaty | negative",
        never=["Iran | signs | treaty | positive"],
    ),
    case(
        "The company never paid the workers.",
        "company | pays | workers | negative",
        never=["company | pays | workers | positive"],
    ),
    case("No country supports the plan.", "* | supports | plan | negative", never=["* | supports | plan | positive"]),
    case(
        "The ministry denied that Libya had bought missiles.",
        "Libya | buys | missiles | negative | said by ministry",
        never=["Libya | buys | missiles | positive", "ministry | buys | *"],
    ),
    case(
        "Belarus left the talks without signing the agreement.",
        "Belarus | signs | agreement | negative",
        "Belarus | leaves | talks",
        never=["Belarus | signs | agreement | positive", "Belarus | leaves | talks | negative"],
    ),
    case("The mayor did not visit the camp.", "mayor | visits | camp | negative"),
    case("The general hardly knows Egypt.", "general | knows | Egypt | negative"),
    case(
        "The government failed to pay its debts.",
        "government | pays | * | negative",
        never=["government | pays | * | positive"],
    ),
    case("The envoy was not invited to Tehran.", "envoy | is invited to / is invited | Tehran / - | negative"),
    case(
        "The senator does not believe that Cuba has missiles.",
        "Cuba | has | missiles | negative | said by senator",
        never=["Cuba | has | missiles | positive"],
    ),
    case(
        "The ministry disclaims interest in the island.",
        "ministry | denies / disclaims / disclaims interest in | *",
        never=["ministry | * | * | negative"],
    ),
    case("The company denies the report.", "company | denies | report", never=["company | denies | report | negative"]),
    case(
        "Greece rejected an offer from Turkey.", "Greece | rejects | offer", never=["Greece | rejects | * | negative"]
    ),
    case(
        "Iran has not signed the treaty but supports the ban.",
        "Iran | signs | treaty | negative",
        "Iran | supports | ban",
        never=["Iran | supports | ban | negative"],
    ),
    case(
        "The union not only criticised the budget but also called a strike.",
        "union | criticises | budget",
        never=["union | criticises | budget | negative"],
    ),
    case("Nobody claimed responsibility.", never=["Nobody | * | *", "* | claims | responsibility | positive"]),
    case(
        "Neither France nor Spain attended the summit.",
        "France | attends | summit | negative",
        "Spain | attends | summit | negative",
        never=["Spain | attends | summit | positive"],
    ),
    case(
        "The bank is no longer owned by Citigroup.",
        "Citigroup | owns | bank | negative",
        never=["Citigroup | owns | bank | positive"],
    ),
    case(
        "The company denies polluting the river.",
        "company | pollutes | river | negative",
        never=["company | pollutes | river | positive"],
    ),
    case(
        "The government is unlikely to accept the deal.",
        "government | accepts | deal | possible | negative",
    ),
    case(
        "Rwanda's refusal to sign the accord was a surprise.",
        "Rwanda | signs | accord | negative",
        never=["Rwanda | signs | accord | positive"],
    ),
    case(
        "Oil minister Karim Aziz denied reports that Iraq would leave OPEC.",
        never=["Iraq | leaves | * | positive"],
    ),
    case(
        "It is not true that Malta sold the fort.",
        "Malta | sells | fort | negative",
        never=["Malta | sells | fort | positive"],
    ),
    case(
        "The factory is owned by Fiat, not by Ford.",
        "Fiat | owns | factory",
        never=["Fiat | owns | factory | negative", "Ford | owns | factory | positive", "* | * | * | by Ford"],
    ),
    case(
        "The treaty bars Libya from building reactors.",
        "Libya | builds | reactors | negative",
        never=["treaty | builds | *"],
    ),
    case("Bulgaria decided not to join the mission.", "Bulgaria | joins | mission | planned | negative"),
    case(
        "There is no evidence that Serbia supplied the rifles.",
        never=["Serbia | supplies | rifles | asserted | positive"],
    ),
    case(
        "The bank lacks the money to buy the hotel.",
        "bank | buys | hotel | planned | negative",
        never=["bank | buys | hotel | positive"],
    ),
    case(
        "Hardly any villages have electricity.",
        "villages | has | electricity | negative",
        never=["villages | has | electricity | positive"],
    ),
    case(
        "The king, who had never visited Chad, left Geneva.",
        "king | visits | Chad | negative",
        "king | leaves | Geneva",
    ),
    case("Few companies support the tax.", never=["companies | supports | tax | negative"]),
    case(
        "The ministry is under the illusion that Greece supports the treaty.", "Greece | supports | treaty | negative"
    ),
    case("The company is too weak to buy its rival.", "company | buys | rival | possible | negative"),
    case("The evidence was insufficient to convict Lopez.", "evidence | convicts | Lopez | negative"),
    case("The rebels saw no use in attacking the bridge.", "rebels | attacks | bridge | negative"),
    case("Chile has no interest in buying submarines.", "Chile | buys | submarines | desired | negative"),
    case("Peru had no difficulty in selling the ships.", "Peru | sells | ships"),
    case(
        "It is difficult to see how Turkey could accept the plan.",
        "Turkey | accepts | plan | possible | negative",
    ),
    case(
        "It is better not to have the two programs confused with the Marshall Plan.",
        "programs | is confused with | Marshall Plan | negative",
    ),
    case(
        "The senator reported that the President not yet ready to sign the treaty.",
        "President | signs | treaty | planned | negative",
    ),
    case(
        "The board did not expect a strike that would close the port.",
        "strike | closes | port | conditional | negative",
    ),
    case(
        "There is no evidence that Serbia supplied the rifles or that Russia paid the rebels.",
        "Serbia | supplies | rifles | possible",
        "Russia | pays | rebels | possible",
    ),
    case("Peru made no concession to the Russians.", never=["concession | is to | *"]),
    case("The ministry has no evidence against Michael Sears.", never=["evidence | is against | *"]),
    case(
        "The right is not clearly established.",
        "right | is clearly established | - | negative",
        never=["right | is established | *"],
    ),
    case("The ministry has not fully explained the plan.", "ministry | explains fully | plan | negative"),
    case("The ministry has not recently explained the plan.", "ministry | explains | plan | negative"),
    case("Neither envoy appeared fully familiar with the plan.", "envoy | appears | fully familiar | negative"),
    # the first "no" holds for the others
    case(
        "No trucks, ships or planes were sold to Peru.",
        "trucks | is sold to | Peru | negative",
        "ships | is sold to | Peru | negative",
        "planes | is sold to | Peru | negative",
    ),
    case("Peru has bought no trucks or planes from Chile.", "Peru | buys | planes | negative | from Chile"),
    case("No trucks or the yacht were sold to Peru.", "yacht | is sold to | Peru"),
    case(
        "Peru did not respond directly or indirectly to Chile.",
        "Peru | responds to | Chile | negative",
    ),
    # denied by a phrase, which is nobody who does it
    case(
        "The deal with Peru by no means affects Chile.", "deal | affects | Chile | negative", never=["* | * | * | by *"]
    ),
    case("Peru under no circumstances will attack Chile.", "Peru | attacks | Chile | negative | planned"),
    case(
        "The chancellor by no means follows slavishly all of the policies.",
        "chancellor | follows slavishly | policies | negative",
        never=["chancellor | follows | policies"],
    ),
    case(
        "There is no reason why Peru should not publish the report.",
        "Peru | publishes | report | possible",
    ),
    case("Norway sees no reason why Chile should sell the port.", "Chile | sells | port | negative | possible"),
    case(
        "The chancellor did not wish to blame Peru but to help Chile.",
        "chancellor | blames | Peru | negative | desired",
        "chancellor | helps | Chile | desired",
    ),
    case("The army is incapable of holding the bridge.", "army | holds | bridge | negative | possible"),
    case(
        "The plan is impossible because Peru has sold the ships.",
        "Peru | sells | ships",
        never=["Peru | sells | ships | negative"],
    ),
    case(
        "Talks with the rebels are unlikely to succeed and would annoy Chile.",
        "talks | annoys / angers | Chile | conditional",
        never=["talks | * | Chile | negative"],
    ),
    case(
        "The accord was delayed by the failure of the council to agree on a text.",
        "council | agrees on | text | negative",
    ),
    case(
        "The accord permits Peru to enter without reporting any ships.",
        "Peru | reports | ships | negative | possible",
    ),
    case(
        "The council is not ready at this time to recommend the sale.",
        "council | recommends | sale | negative | planned",
    ),
    case("The treaty cannot be signed until Chile agrees.", "treaty | is signed | - | negative | conditional"),
    case("Peru did not leave until Chile agreed.", "Peru | leaves | - | negative"),
    case("Not all ships were sold by Peru.", never=["* | sells | *", "ships | * | *"]),
    case("Not every minister supports the plan.", never=["minister | * | *"]),
    case(
        "Khan could not emphasize too strongly the importance of the treaty.",
        never=["Khan | * | * | negative"],
    ),
    case("The council cannot but reject the plan.", "council | rejects | plan | possible"),
]


@pytest.mark.parametrize("row", CASES)
def test_negation(nlp: Language, row: Case) -> None:
    check(nlp, row)
