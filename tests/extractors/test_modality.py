"""Modality: how real it is, by auxiliaries, by what governs a clause, by nouns and by conditions."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
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
        "Bahrain | closes | port | planned",
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
]


@pytest.mark.parametrize("row", CASES)
def test_modality(nlp: Language, row: Case) -> None:
    check(nlp, row)
