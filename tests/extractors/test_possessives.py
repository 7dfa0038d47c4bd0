"""Possessives, compounds and nationalities: what belongs to whom, and who is from where."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "Sudan's army attacked the village.",
        "Sudan's army | attacks | village",
        "Sudan | has | Sudan's army | implied",
        never=["Sudan | attacks | *"],
    ),
    case(
        "Portugal's Galp bought the refinery.",
        "Galp | is from | Portugal | implied",
        "Galp | buys | refinery",
        never=["Portugal | buys | *"],
    ),
    case(
        "Carlos Mendes's brother owns the hotel.",
        "Carlos Mendes' brother / Carlos Mendes's brother | owns | hotel",
        never=["Carlos Mendes | owns | *"],
    ),
    case(
        "The Danish navy rescued the crew.",
        "Danish navy | rescues / liberates / saves | crew",
        never=["Denmark | rescues / liberates / saves | *"],
    ),
    case("Kenyan police arrested the smugglers.", "Kenyan police | arrests | smugglers", never=["Kenya | arrests | *"]),
    case(
        "Ethiopian Airlines bought ten planes.",
        "Ethiopian Airlines | buys | planes | amount 10",
        never=["Ethiopian Airlines | is from | *", "Airlines | * | *", "Ethiopia | buys | *"],
    ),
    case(
        "Italian shipbuilder Fincantieri won the contract.",
        "Fincantieri | wins | contract",
        "Fincantieri | is from | Italy | implied",
        never=["Italy | wins | *"],
    ),
    case(
        "Toyota's plant in Wales was closed.",
        "Toyota's plant | is closed | -",
        "Toyota | has | Toyota's plant | implied",
        never=["Toyota | is closed | *", "Wales | * | *"],
    ),
    case(
        "Nigerian oil minister Amina Bello met her counterpart, Carlos Vega.",
        "Amina Bello | is oil minister of | Nigeria | implied",
        "Amina Bello | meets | Carlos Vega",
        never=["her | * | *", "* | * | her"],
    ),
    case(
        "Chile's copper mines employ thousands of workers.",
        "Chile's copper mines | employs | workers | amount thousands",
        never=["Chile | employs | *"],
    ),
    case(
        "The bank's director resigned.",
        "bank's director | resigns / resigns from | -",
        never=["bank | resigns / resigns from | *"],
    ),
    case(
        "The firm's factory in Hungary makes engines.",
        "firm's factory | produces / makes | engines",
        "firm's factory | is in / is located in | Hungary",
        never=["Hungary | * | *", "firm | is in / is located in | *"],
    ),
    case("Its neighbours rejected the plan.", never=["Its | * | *", "it | * | *", "* | has | neighbours"]),
    case(
        "Nokia closed its plant in Romania.",
        "Nokia | closes | Nokia's plant | place Romania",
        never=["its | * | *", "* | closes | its plant"],
    ),
    case("The papers reported Juan Ortega's recall.", never=["* | has | *"]),
    case("The council discussed Ana Silva's employment.", never=["* | has | *"]),
    case("The senate examined Ana Silva's view of the treaty.", never=["* | has | *"]),
    case(
        "The court rejected Nokia's protest.",
        "Nokia | makes | Nokia's protest | implied",
        never=["Nokia | has | *"],
    ),
    case("The court rejected Nokia's proposed statement.", never=["Nokia | has | *", "Nokia | makes | *"]),
    case("The board extended Ana Silva's medical leave.", "Ana Silva | has | Ana Silva's medical leave | implied"),
    case("The fire destroyed Nokia's equipment.", "Nokia | has | Nokia's equipment | implied"),
    case("It has no need to make the old F-86's airworthy.", never=["F-86 | has | *"]),
    # the owner who writes or is written to is a part of what he calls his
    case("Our forces left the island.", "our forces | leaves | island", never=["forces | * | *"]),
    case("The ministry received your memorandum.", "ministry | receives | your memorandum"),
    # a body that its owner tells is not another one with a name
    case(
        "The French Government bought the island. Your Government sold the ship.",
        "your Government | sells | ship",
        never=["French Government | sells | *"],
    ),
    case(
        "Pierre Millet met the Cuban Government. He said his Government owned the island.",
        "Pierre Millet's Government | owns | island | said by Pierre Millet",
        never=["Cuban Government | owns | *"],
    ),
    case(
        "The Department of State agreed. The paper caused concern in this Department. This Department opposes the plan.",
        "Department | opposes | plan",
        never=["Department of State | opposes | *"],
    ),
    case(
        "The Cuban Government agreed. The plan was passed to Her Majesty's Government, who sold the island.",
        "Majesty's Government | sells | island",
        never=["Cuban Government | sells | *"],
    ),
    case(
        "The Department of Defense met the Department of the Interior. Lund said the Department would sell the ship.",
        "Department | sells | ship | planned | said by Lund",
        never=["Department of the Interior | sells | *", "Department of Defense | sells | *"],
    ),
    case(
        "Mr. Berg visited the Departments of State. Lund said that State is not selling the island.",
        "State | sells | island | negative | said by Lund",
    ),
    case("Denver's Ann Lee sealed the game.", "Ann Lee | seals | game", never=["Ann Lee | is from | *"]),
    case("Peru's Ann Lee sealed the game.", "Ann Lee | is from | Peru | implied"),
]


@pytest.mark.parametrize("row", CASES)
def test_possessives(nlp: Language, row: Case) -> None:
    check(nlp, row)
