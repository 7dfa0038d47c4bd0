"""Attribution: who says it, in any order of clause and source; and what is nobody's word but the document's."""

from __future__ import annotations

import pytest
from sentences import Case, case, check, said
from spacy.language import Language

CASES = [
    case(
        "The minister said that Iraq had bought tanks.",
        "Iraq | buys | tanks | said by minister",
        never=["minister | says | *"],
    ),
    case("According to the Red Cross, rebels burned the village.", "rebels | burns | village | said by Red Cross"),
    case(
        "According to the Red Cross, rebels burned the village.",
        never=["* | * | * | discourse Red Cross"],
    ),
    case('"The army attacked the hospital," Dr. Hanna Weiss said.', "army | attacks | hospital | said by Hanna Weiss"),
    case(
        "Local newspapers reported that the mayor had bought a castle.",
        "mayor | buys | castle | said by local newspapers",
    ),
    case(
        "Iran, the spokesman added, has signed the treaty.",
        "Iran | signs | treaty | said by spokesman",
        never=["Iran | adds | *"],
    ),
    case("Critics claim that the company bribed officials.", "company | bribes | officials | said by Critics"),
    case(
        "The court is investigating claims that Peru used bombs.",
        "Peru | uses | bombs | possible",
        never=["Peru | * | * | said by court"],
    ),
    case(
        "Peru sent a message to Chile, he thought they were ready.",
        "Peru | sends a message to | Chile",
        never=["Peru | * | * | said by *"],
    ),
    case(
        "The bank, Anna Lund maintained, was bankrupt.",
        "bank | is | bankrupt | said by Anna Lund",
        never=["bank | maintains | *"],
    ),
    case("Sources say Kuwait will fund the project.", "Kuwait | funds | project | planned | said by Sources"),
    case("The president announced that Cyprus had signed the treaty.", "Cyprus | signs | treaty | said by president"),
    case(
        "The report says that the minister told the senate that Gabon owns the ship.",
        "Gabon | owns | ship | said by minister",
        never=["Gabon | owns | ship | said by report"],
    ),
    case("Jens Holm wrote that Greenland wants independence.", "Greenland | wants | independence | said by Jens Holm"),
    case(
        "The colonel warned that the rebels could attack the dam.",
        "rebels | attacks | dam | possible | said by colonel",
    ),
    case(
        "Officials suspect that smugglers killed the guard.",
        "smugglers | kills | guard | said by Officials | possible",
        never=["smugglers | kills | guard | asserted"],
    ),
    case(
        "Paolo Ricci said he would visit Chad.",
        "Paolo Ricci | visits | Chad | planned | said by Paolo Ricci",
        never=["he | * | *"],
    ),
    case(
        '"We have signed the contract," said Laura Conti, the director of Enel.',
        "Laura Conti | is director of / directs | Enel",
        never=["We | * | *"],
    ),
    case("It was reported that rebels had captured the airport.", "rebels | captures | airport", never=["It | * | *"]),
    case(
        "The pilot told the police that the tower had closed the runway.",
        "tower | closes | runway | said by pilot",
        never=["police | closes | *", "* | closes | runway | said by police"],
    ),
    case(
        "Ambassador Rowe said that the shah had told him that Iran needed tanks.",
        "Iran | needs | tanks | said by shah",
        never=["Iran | needs | tanks | said by Rowe", "him | * | *"],
    ),
    case(
        "The king assured Rowe that Jordan would not buy Soviet arms.",
        "Jordan | buys | Soviet arms | negative | planned | said by king",
        never=["Rowe | buys | *"],
    ),
    case(
        "The United States should not supply arms to Yemen, Rowe argued.",
        "United States | supplies | arms | required | negative | said by Rowe",
    ),
    case(
        "The consul in Basra reported on June 4 that the tribes had attacked the pipeline.",
        "tribes | attacks | pipeline | said by consul",
        never=["* | attacks | * | on 2011-06-04", "Basra | * | *"],
    ),
    # who has not said it is not its speaker
    case(
        "Do you believe that Egypt attacked the ship?",
        "Egypt | attacks | ship | possible",
        never=["* | * | * | said by you"],
    ),
    case(
        "You will recall that Turkey signed the treaty.", "Turkey | signs | treaty", never=["* | * | * | said by you"]
    ),
    case(
        "You should inform Nasser that Iran supports the plan.",
        "Iran | supports | plan",
        never=["* | * | * | said by you"],
    ),
    case(
        "The report no longer says that Iran owns the ship.",
        "Iran | owns | ship | possible",
        never=["* | * | * | said by report"],
    ),
    case(
        "Nobody believes that Egypt attacked the ship.",
        "Egypt | attacks | ship | negative",
        never=["* | * | * | said by Nobody"],
    ),
    case(
        "The president wanted Barzel to assure Erhard that France supported the plan.",
        "France | supports | plan | said by president",
        never=["* | * | * | said by Barzel"],
    ),
    case(
        "Ambassador Rowe felt obliged to state that Iran had signed the treaty.",
        "Iran | signs | treaty | said by Rowe",
    ),
    case(
        "The king warned the envoy not to trust Nasser, adding that Egypt had attacked the ship.",
        "Egypt | attacks | ship | said by king",
        never=["* | * | * | said by envoy"],
    ),
    case(
        "The committee returned to Washington; Haiti requested a meeting of the council.",
        "committee | returns to | Washington",
        never=["committee | * | * | said by Haiti"],
    ),
    case(
        "The bank closed its office in Lima; the union called a strike.",
        "bank | closes | office",
        never=["* | * | * | said by union"],
    ),
    case(
        "The record contains the speech; see United States Senate, Committee on Armed Services.",
        "record | contains | speech",
        never=["* | * | * | said by Committee on Armed Services", "United States Senate | sees | *"],
    ),
    case(
        "Anna Lund believes that Chile is ready; that Peru could help.",
        "Chile | is | ready | said by Anna Lund",
    ),
    # a thing shows something, and has not said it
    case(
        "Experience shows that Peru ratifies every treaty.",
        "Peru | ratifies | treaty",
        never=["* | * | * | said by Experience"],
    ),
    case(
        "The move might suggest to Chile that Peru owns the island.",
        "Peru | owns | island | possible",
        never=["* | * | * | said by move"],
    ),
    case("The report suggests that Peru owns the island.", "Peru | owns | island | said by report | possible"),
    case(
        "Officials indicated that Peru had bought the island.",
        "Peru | buys | island | said by Officials",
    ),
    case(
        "The loans will, according to present policy, cost nothing and help Peru.",
        never=["* | * | * | said by policy", "* | * | * | said by present policy"],
    ),
    case(
        "According to company statistics, Peru bought ten planes.",
        "Peru | buys | planes | said by company statistics",
    ),
    case(
        "The censor sees that no letters are sent to Chile.",
        "letters | is sent to | Chile | negative",
        never=["* | * | * | said by censor"],
    ),
    case(
        "Anna Lund, chairman of the bank, said that Peru owned the island.",
        "Peru | owns | island | said by Anna Lund",
    ),
    case(
        '"Peru owns the island," said Joe Rowe, Chairman and Chief Executive of the bank.',
        "Peru | owns | island | said by Joe Rowe",
    ),
    # views and certainties are somebody's
    case(
        "In our opinion, Peru owns the island.", "Peru | owns | island | said by we", never=["* | * | * | in opinion"]
    ),
    case(
        "In the judgment of the embassy, Peru owned the island.",
        "Peru | owns | island | said by embassy",
    ),
    case("In view of the danger, Peru sold the island.", "Peru | sells | island", never=["* | * | * | said by danger"]),
    case("Rowe was confident that Peru would sell the island.", "Peru | sells | island | planned | said by Rowe"),
    case(
        "Rowe must be convinced that Peru owns the island.",
        "Peru | owns | island",
        never=["* | * | * | said by Rowe"],
    ),
    case(
        "Ambassador Rowe made it clear that Peru would not sell the island.",
        "Peru | sells | island | planned | negative | said by Rowe",
    ),
    case(
        "The envoy noted the danger that Peru might attack Chile.", "Peru | attacks | Chile | possible | said by envoy"
    ),
    case(
        "The embassy received reports that Peru had attacked Chile.",
        "Peru | attacks | Chile | possible",
        never=["* | * | * | said by embassy"],
    ),
    case("Rowe let the king know that Peru owned the island.", "Peru | owns | island | said by Rowe"),
    case(
        "One user made a comment: Experts have noted the advances of Peru.",
        "user | makes | comment",
        never=["user | * | * | said by Experts"],
    ),
    case("It noted that Peru had sold the island.", "Peru | sells | island | said by It"),
    case("It means that Peru has sold the island.", "Peru | sells | island", never=["* | * | * | said by It"]),
    case("It is hard to admit that Peru sold the island.", never=["* | * | * | said by It"]),
    # what is said may stand behind where or when
    case(
        "Anna Lund, the chairman, announced Monday in an internal memo that Peru would sell the island.",
        "Peru | sells | island | planned | said by Anna Lund",
    ),
    case(
        "Khrushchev stated to Kroll before he left Moscow that Peru would sign the treaty soon.",
        "Peru | signs | treaty | planned | said by Khrushchev",
    ),
    # a thing that somebody does or has says nothing; a body or a document does
    case(
        "The purpose of the visit lies in assuring that Peru will own the island.",
        never=["* | * | * | said by purpose of visit"],
    ),
    case("Our willingness shows that Peru owns the island.", never=["* | * | * | said by willingness"]),
    case("The instruction states that Peru owns the island.", "Peru | owns | island | said by instruction"),
    case("The Cuban leadership says that Peru owns the island.", "Peru | owns | island | said by Cuban leadership"),
    # the speaker is called by the form of a subject
    case("It is my belief that Peru owns the island.", "Peru | owns | island | possible | said by I"),
    case("The facts lead us to believe that Peru owns the island.", "Peru | owns | island | said by we"),
    # who may say it, or is only thought to, has not said it
    case(
        "We assume the ministry understands that Peru owns the island.",
        "Peru | owns | island | said by We",
        never=["* | * | * | said by ministry"],
    ),
    case(
        "It is not clear whether the ministry agrees that Peru owns the island.",
        never=["* | * | * | said by ministry"],
    ),
    case(
        "Rowe asked the king what progress he thought the envoys had made.",
        never=["* | * | * | said by king", "* | * | * | said by he"],
    ),
    case(
        "As you know, Rowe said that Peru owned the island.",
        "Peru | owns | island | said by Rowe",
    ),
    case(
        "(National Archives, Lansdale Files; attached to a memorandum)",
        never=["National Archives | is attached to | *"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_attribution(nlp: Language, row: Case) -> None:
    check(nlp, row)


@pytest.mark.parametrize(
    "text",
    [
        "Iraq bought tanks.",
        "The minister visited Chad after the speech.",
        "Kuwait wants to fund the project.",
        "Chad signed the treaty to please Mali.",
    ],
)
def test_the_documents_own_word_has_no_speaker(nlp: Language, text: str) -> None:
    claims = said(nlp, text)
    assert claims
    assert [claim.attribution for claim in claims] == [None] * len(claims)
