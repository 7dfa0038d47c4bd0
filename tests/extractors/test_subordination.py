"""Relative clauses, reduced relatives, participles and adverbial clauses: the subject that a reader would supply."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "The factory, which makes tyres, belongs to Michelin.",
        "factory | produces / makes | tyres",
        "factory | belongs to | Michelin",
        never=["which | * | *", "Michelin | produces / makes | *", "tyres | belongs to | *"],
    ),
    case(
        "The man who founded the school died in 1990.",
        "man | founds | school",
        "man | dies | - | on 1990",
        never=["who | * | *", "school | dies | *", "man | founds | school | on 1990"],
    ),
    case(
        "The reporter praised Omar Diallo, who leads the party.",
        "reporter | praises | Omar Diallo",
        "Omar Diallo | leads | party",
        never=["reporter | leads | *"],
    ),
    case(
        "The bridge that the army destroyed connects two provinces.",
        "army | destroys | bridge",
        "bridge | connects | provinces | amount 2",
        never=["army | connects | *", "that | * | *"],
    ),
    case(
        "A letter signed by the bishop criticises the government.",
        "bishop | signs | letter",
        "letter | criticises | government",
        never=["bishop | criticises | *"],
    ),
    case(
        "Police arrested a driver carrying weapons.",
        "Police | arrests | driver",
        "driver | carries | weapons",
        never=["Police | carries | *"],
    ),
    case(
        "After leaving Geneva, the minister will visit Vienna.",
        "minister | leaves | Geneva | planned",
        "minister | visits | Vienna | planned",
        never=["Geneva | * | *", "minister | visits | Geneva"],
    ),
    case(
        "Having lost the election, Tomas Novak left Prague.",
        "Tomas Novak | loses | election",
        "Tomas Novak | leaves | Prague",
    ),
    case(
        "The company, founded by Ida Krause in 1921, makes cameras.",
        "Ida Krause | founds | company | on 1921",
        "company | produces / makes | cameras",
        never=["Ida Krause | produces / makes | *", "company | * | cameras | on 1921"],
    ),
    case(
        "Speaking in Ottawa, the minister praised Canada.",
        "minister | praises | Canada",
        "minister | speaks in | Ottawa",
        never=["Ottawa | * | *"],
    ),
    case(
        "The rebels attacked the town while the soldiers guarded the bridge.",
        "rebels | attacks | town",
        "soldiers | guards / protects / defends | bridge",
        never=["rebels | guards / protects / defends | *"],
    ),
    case(
        "The dam built by China supplies Laos.",
        "China | builds | dam",
        "dam | supplies | Laos",
        never=["China | supplies | *"],
    ),
    case(
        "Before joining the bank, Paul Meyer taught economics.",
        "Paul Meyer | joins | bank",
        "Paul Meyer | teaches | economics",
    ),
    case(
        "The ship carrying the grain left Odessa.",
        "ship | carries | grain",
        "ship | leaves | Odessa",
        never=["grain | leaves | *"],
    ),
    case(
        "The president praised the doctors who saved the child.",
        "president | praises | doctors",
        "doctors | saves / rescues | child",
        never=["president | saves | *"],
    ),
    case("The city in which the summit was held lies in Japan.", never=["which | * | *", "* | * | which"]),
    case(
        "Anna Weber, born in Graz in 1920, taught children in Vienna.",
        "Anna Weber | was born in / is born in | Graz | on 1920",
        "Anna Weber | teaches | children | place Vienna",
        never=["Anna Weber | teaches | * | on 1920"],
    ),
    case(
        "Anna Weber, born in Graz in 1920, studied physics in Vienna.",
        "Anna Weber | studies | physics | place Vienna",
        miss="the parser makes the main verb an adjective of its object",
    ),
    case(
        "Maersk, based in Copenhagen, operates 700 ships.",
        "Maersk | is based in | Copenhagen",
        "Maersk | operates | ships | amount 700",
        miss="'based' is taken for a preposition",
    ),
    case(
        "As regards the tariff, Norway prefers a gradual reduction.",
        "Norway | prefers | gradual reduction",
        never=["Norway | regards | *"],
    ),
    case("As Norway regards fish as a resource, it opposes the quota.", "Norway | regards as | fish"),
    case("As far as Denmark is concerned, the treaty remains valid.", never=["Denmark | is concerned | *"]),
    case("Where Greece is concerned, the embassy recommends caution.", never=["Greece | is concerned | *"]),
    case("As the ministry was concerned about the crisis, it sent an envoy.", "ministry | is concerned about | crisis"),
    case(
        "The contract between the parties concerned covering oil exports was signed in Lima.",
        "contract | covers | oil exports",
        never=["parties | * | *"],
    ),
    case(
        "Poland withdrew its troops, as can be seen from the map.",
        "Poland | withdraws | troops / Poland's troops",
        never=["Poland | is seen from | *"],
    ),
    case("The minister left, as noted in the previous telegram.", never=["minister | is noted in | *"]),
    case(
        "Norway ratified the treaty as amended in 1960.", "treaty | is amended | -", never=["Norway | is amended | *"]
    ),
    case("Prices rose faster than expected.", "Prices | rises | -", never=["Prices | is expected | *"]),
    case("Chile voted for the resolution (see Annex B).", "Chile | votes for | resolution", never=["Chile | sees | *"]),
    case("Chile aware of the danger (as can be seen from the letter from Lima).", never=["Chile | is seen from | *"]),
    case(
        "Since Kim's visit to Moscow a new embassy has opened in Seoul.",
        "new embassy | opens in | Seoul",
        never=["Kim's visit | opens in | *"],
    ),
    case(
        "Comment: The 9-mile zone has long had general support.",
        "9-mile zone | has | general support",
        never=["Comment | has | *"],
    ),
    case(
        "The founder and former chief executive of Acme Inc. Ann Lee has died in Oslo.",
        "Ann Lee | died in | Oslo",
        never=["founder | died in | *"],
    ),
    case(
        "The ministry said that President not willing to meet the envoy.",
        "President | meets | envoy | negative | desired",
        never=["ministry | meets | *"],
    ),
    case(
        "The minister asked whether the port and the railway (?) would require new loans.",
        "port | requires | new loans | possible",
        "railway | requires | new loans | possible",
        never=["minister | asks | port", "minister | requires | *"],
    ),
    case(
        "The chairman indicated amendments to paragraphs 4 and 5 had been defeated and that a compromise had been "
        "reached.",
        "amendments | is defeated | - | said by chairman",
        never=["chairman | indicates | amendments", "4 | * | *"],
    ),
    case("The ambassador told Anna Lund he thought the plan would fail.", never=["Anna Lund | fails | *"]),
    case(
        "Norway rejected the proposals referred to in the letter.",
        "proposals | is referred to in | letter",
        never=["proposals | refers in | *"],
    ),
    case(
        "It is unfortunate that Lund was elected by the Labour Party, which greatly complicated the talks.",
        never=["* | complicates | *"],
    ),
    case("The union called a strike, which complicated the talks.", "strike | complicates | talks"),
    case(
        "The minister described the status of the ships in the harbour, which are assigned to NATO.",
        "ships | is assigned to | NATO / North Atlantic Treaty Organization",
        never=["harbour | is assigned to | *"],
    ),
    case(
        "Chile regrets the jump in the armed forces which was caused by the war.",
        "war | causes | jump",
        never=["war | causes | armed forces"],
    ),
    case(
        "The staff consisted of the director and Perry Arnold, who was in charge of the bureau.",
        "Perry Arnold | is in charge of | bureau",
        never=["director | is in charge of | *"],
    ),
    case(
        "Jobs admitted that the percentage of calls dropped on the phone was slightly greater than before.",
        never=["Jobs | is | *"],
    ),
    case("Zorin also said would welcome an answer from Peru.", "Zorin | welcomes | answer | planned | said by Zorin"),
    case(
        "The police found a device manufactured in Hungary, which had never been observed before.",
        "device | is observed | - | negative",
        never=["Hungary | is observed | *"],
    ),
    case("The talks opened in Geneva, which is in Switzerland.", "Geneva | is in | Switzerland"),
    case(
        "Cisco overtook Infogear Technology Corp., which took place in 1996.",
        never=["Infogear Technology Corp. | takes place | *"],
    ),
    case("Boeing, which have built the plane, sold it to Peru.", "Boeing | builds | plane"),
    case("The company has a fleet of ships which are old.", "ships | is | old"),
    case(
        "It was Ann Lund, not Boris Braun, who signed the treaty.",
        "Ann Lund | signs | treaty | positive",
        never=["Boris Braun | signs | *"],
    ),
    case(
        "Lund was reluctant to present a bid to the Board which raised the price.",
        "bid | raises | price",
        never=["Board | raises | *"],
    ),
    case(
        "The monks of the Buddhist Institute who left the capital were arrested.",
        "monks of Buddhist Institute | leaves | capital",
        never=["Buddhist Institute | leaves | *"],
    ),
    case("The report praised the chairman of Airbus, which built the plane.", "Airbus | builds | plane"),
    case("The strength of Chile was taken for granted.", never=["* | is granted | *"]),
    case("The ships left Peru in the years immediately preceding the war.", never=["ships | precedes | *"]),
    case("Peru bought modern weapons in May (meaning atomic weapons).", never=["Peru | means | *"]),
    case("Braun said the drugs are brought in by ships, also citing Chile.", never=["drugs | cites | *"]),
    case(
        "Peru wants an arrangement which allows Chile to meet its responsibility to run the canal "
        "and which recognizes the border.",
        "arrangement | recognises | border | desired",
        never=["responsibility | recognises | *"],
    ),
    case(
        "One of these days some members of the club could ask the question.",
        "members of club | asks | question | possible",
        never=["One | asks | *", "days | asks | *"],
    ),
    case(
        "Of the two members first elected after the entry into force of the act increasing the size of the council, "
        "one will leave.",
        never=["members | increases | *"],
    ),
    case(
        "The question of the cut in the strength of the army, even when considered in relation to trade, is closed.",
        never=["question of cut | is considered in relation to | *"],
    ),
    case("Chile issued a response to critics alleging fraud.", never=["response | alleges | *"]),
    case(
        "Peru will prepare a draft letter from the chairman to Sukarno which Ambassador Braun could deliver.",
        "Braun | delivers | draft letter | possible",
        never=["* | delivers | Sukarno"],
    ),
    case(
        "The matter was discussed in talks between the ministers and the experts which were held in London.",
        "talks | is held in | London",
        never=["experts | is held in | *"],
    ),
    case(
        "Chile listed all cases in which the diplomats were involved in propaganda.",
        "diplomats | is involved in | propaganda",
        never=["diplomats | is involved in | propaganda | in cases"],
    ),
    case(
        "Chile closed the base from which the planes flew.",
        "planes | flies from | base",
    ),
    case("The minister did not seem ready to seek a loan.", "minister | seeks | loan | planned | negative"),
]


@pytest.mark.parametrize("row", CASES)
def test_subordination(nlp: Language, row: Case) -> None:
    check(nlp, row)
