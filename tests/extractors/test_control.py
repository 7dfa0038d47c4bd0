"""Control and raising: who does what an infinitive or an -ing form says, and how real it is."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case("Every effort is being made to reach an agreement.", never=["effort | reaches | *"]),
    case("Steps were taken by the ministry to close the port.", "ministry | closes | port | planned"),
    case("The journey takes six hours to complete.", never=["six hours | * | *"]),
    case("Mexico wants to build a refinery.", "Mexico | builds | refinery | desired", never=["Mexico | wants | *"]),
    case(
        "Hungary plans to buy twenty helicopters from Sweden.",
        "Hungary | buys | helicopters | from Sweden | amount 20 | planned",
        "Sweden | sells | helicopters | planned",
        never=["* | buys | helicopters | asserted", "Sweden | buys | *"],
    ),
    case("The bank is expected to raise interest rates.", "bank | raises | interest rates | planned"),
    case(
        "The general refused to meet the ambassador.",
        "general | meets | ambassador | negative",
        never=["general | meets | ambassador | positive"],
    ),
    case(
        "The minister declined to discuss the budget.",
        "minister | discusses | budget | negative",
        never=["minister | discusses | budget | positive"],
    ),
    case(
        "The court allowed the newspaper to publish the letters.",
        "newspaper | publishes | letters | possible",
        never=["court | publishes | *"],
    ),
    case("India agreed to sell rice to Nepal.", "India | sells | rice | to Nepal / recipient Nepal | planned"),
    case(
        "India agreed to sell rice to Nepal.",
        "Nepal | buys | rice | from India | planned",
    ),
    case(
        "The president asked the army to protect the dam.",
        "army | protects / defends | dam | desired",
        never=["president | protects / defends | *"],
    ),
    case(
        "The king persuaded the general to resign.",
        "general | resigns / resigns from | -",
        never=["king | resigns / resigns from | *"],
    ),
    case("The rebels appear to control the port.", "rebels | controls | port | possible"),
    case("The company promised to repair the bridge.", "company | repairs | bridge | planned"),
    case("Argentina managed to repay the loan.", "Argentina | repays | loan"),
    case(
        "Police prevented the workers from entering the factory.",
        "workers | enters | factory | negative",
        never=["Police | enters | *", "workers | enters | factory | positive"],
    ),
    case("Japan began to export steel.", "Japan | exports / begins to export | steel"),
    case("The mayor hopes to open the museum in June.", "mayor | opens | museum | desired | on 2011-06"),
    case("Denmark failed to deliver the ships.", "Denmark | delivers | ships | negative"),
    case("The airline tried to cancel the order.", "airline | cancels / tries to cancel | order | desired"),
    case("The judge forced the company to pay a fine.", "company | pays | fine | required", never=["judge | pays | *"]),
    case("Bolivia stopped exporting gas to Chile.", "Bolivia | exports | gas | negative | to Chile"),
    case(
        "Amnesty International accused Eritrea of torturing prisoners.",
        "Amnesty International | accuses | Eritrea",
        never=["Amnesty International | tortures | *"],
    ),
    case(
        "The talks failed.",
        "talks | fails | -",
    ),
    case(
        "The delegate mentioned the proposal to hold a conference in Lima.",
        "delegate | mentions | proposal to hold conference",
        never=["delegate | holds | *"],
    ),
    case("Norway reserved the right to close the strait.", "Norway | closes | strait | possible"),
    case(
        "The plan was discussed in the attempt to reach a compromise.",
        never=["plan | reaches | *"],
    ),
    case(
        "The bridge was closed by the army in an effort to stop the rebels.",
        "army | stops | rebels | desired",
        never=["bridge | stops | *"],
    ),
    case(
        "The law would impose duties on all ships to report their cargo.",
        "ships | reports | cargo | conditional",
        never=["law | reports | *"],
    ),
    case(
        "The union put pressure on the bank to raise wages.",
        "bank | raises | wages | planned",
        never=["union | raises | *"],
    ),
    case("The treaty imposes an obligation on Peru to destroy its mines.", "Peru | destroys | mines | required"),
    case(
        "The principal reason that Norway supports the study is to keep Chile in the council and prevent a vote.",
        never=["principal reason | keeps | *", "principal reason | prevents | *"],
    ),
    case(
        "The best strategy is a reiteration of the proposal for a meeting of the parties concerned to draft a treaty.",
        "parties | drafts | treaty | planned",
        never=["best strategy | drafts | *", "meeting | drafts | *"],
    ),
    case(
        "Lund had a mandate of sorts to reconcile the parties.",
        "Lund | reconciles | parties | required",
        never=["sorts | * | *"],
    ),
    case(
        "A cut in forces to 12 divisions would give Peru a deterrent, and free funds to meet the real problems.",
        never=["cut | meets | *"],
    ),
    case("The bank sold its shares to finance a railway.", "bank | finances / funds | railway | planned"),
    case(
        "Peru has asked for a delay, for it was decided to sell the port.",
        "Peru | requests | delay",
        never=["Peru | sells | *"],
    ),
    case("Peru said it was ready to sign the treaty.", "Peru | signs | treaty | planned | said by Peru"),
    case(
        "The minister had talks in Lima last week to settle the dispute.",
        "minister | settles | dispute | planned",
        never=["talks | settles | *"],
    ),
    case("Lund made the army leave the town.", "army | leaves | town", never=["Lund | leaves | *"]),
    case(
        "In preparing the budget, priority was given to the army.",
        "priority | is given | - | recipient army",
        never=["priority | prepares | *"],
    ),
    case("The deficit was reduced by selling state land.", "deficit | is reduced | -", never=["* | sells | *"]),
    case("The accord was signed by Peru after consulting Chile.", "Peru | consults | Chile"),
    case("Lund was arrested after leaving Lima.", "Lund | leaves | Lima"),
    case("The disputes arising from closing the canal were settled.", never=["disputes | * | canal"]),
    case("The policy resulted in raising prices.", "policy | results to raise | prices"),
    case(
        "The general obtained the king's permission to leave the city.",
        "general | leaves | city | possible",
        never=["king | leaves | *"],
    ),
    case("The general ignored the president's order to leave the city.", never=["president | leaves | *"]),
    case("There was a decision on the part of Peru to close the port.", "Peru | closes | port | planned"),
    case("The roads were closed in order to protect the villages.", never=["roads | protects | *"]),
    case(
        "To complete the picture, the envoy added that the army had left the town.",
        "envoy | completes | picture | planned",
        never=["army | completes | *"],
    ),
    case(
        "France will lose 400 jobs, followed by Germany having a loss of 300 jobs, while Spain will lose 20.",
        "Germany | has | loss of jobs",
        never=["France | has | *"],
    ),
    case(
        "The study was started by the president asking the experts to come.",
        "president | asks | experts",
        never=["study | asks | *"],
    ),
    case(
        "What action was taken by Peru in regard to guided missiles beginning in 1953?",
        never=["action | begins | *"],
    ),
    case("The army attacked the base using drones.", "army | uses | drones"),
    case(
        "The governor wishes to discuss his trip to Europe, tentatively scheduled for July 14.",
        "governor | discusses | trip | desired",
        never=["governor | is scheduled | *"],
    ),
    case("The minister arrived in Lima, accompanied by his wife.", "wife | accompanies | minister"),
    case("The device has caused fires when held near water.", never=["device | is held near | *"]),
    case("The embassy made an effort on its part to save the accord.", never=["part | saves | *"]),
    case(
        "The rebels sought the weapons with which to mount a campaign.",
        "rebels | mounts | campaign | with weapons | planned",
    ),
    case("The deputy asked about plans to form a cabinet.", never=["deputy | forms | *"]),
    case("The recession led to a failure to invest in railways.", never=["recession | invests in | *"]),
    case("The course offers an opportunity to learn Spanish.", never=["course | learns | *"]),
    case("The law gave the police the right to arrest strikers.", "police | arrests | strikers | possible"),
    case(
        "The minister mentioned the problems existing in Chile.",
        "problems | exists in | Chile",
        never=["minister | exists in | *"],
    ),
    case("Peru had difficulty finding buyers.", "Peru | finds | buyers"),
    case("When holding the phone, reception is poor.", "reception | is | poor", never=["reception | holds | *"]),
    case("Judging by the report, the explosion destroyed the plant.", never=["explosion | judges | *"]),
    case("Citing costs, the government closed the mine.", "government | cites | costs"),
    case(
        "The embassy assisted the ministry in drafting the law.",
        "ministry | drafts | law",
        never=["embassy | drafts | *"],
    ),
    case("The price is too high to pay in Peru.", never=["price | pays | *", "price | pays in | *"]),
    case("Three weeks would be required to finish the survey.", never=["weeks | finishes | *"]),
    case("The ships are required to leave Peru.", "ships | leaves | Peru | required"),
    case("Chile found the money necessary to buy the ships.", never=["money | buys | *"]),
    case("The mission of the fleet is in time of war to guard Peru.", never=["mission of fleet | guards | *"]),
    case(
        "Peru sees an opportunity of joining the talks and of supporting Chile.",
        never=["opportunity of joining talks | supports | *"],
    ),
    case(
        "Jordan has a right to call upon Turkey and Iran to help Iraq.",
        "Turkey | helps | Iraq | possible",
        "Iran | helps | Iraq | possible",
        never=["Jordan | helps | *"],
    ),
    case("Libya gave Chile a green light to negotiate for the coast.", never=["Libya | negotiates for | *"]),
    case("Its security was ensured while avoiding the costs of the war.", never=["security | avoids | *"]),
    case(
        "Lund expressed US interest in buying the ships.",
        "United States | buys | ships | desired",
        never=["Lund | buys | *"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_control(nlp: Language, row: Case) -> None:
    check(nlp, row)
