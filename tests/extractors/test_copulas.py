"""What somebody or something is: a noun, an adjective with its preposition, a place; and what names nobody."""

from __future__ import annotations

import pytest
from sentences import Case, case, check
from spacy.language import Language

CASES = [
    case(
        "Dana Holt was at the palace in her capacity as dean of the envoys.",
        "Dana Holt | is at | palace",
        never=["* | is in | *"],
    ),
    case("Geneva is the seat of the organization.", "Geneva | is seat of / is the seat of | organization"),
    case("Namibia is rich in uranium.", "Namibia | is rich in | uranium", never=["uranium | * | *"]),
    case("The senator was critical of the budget.", "senator | criticises / is critical of | budget"),
    case(
        "Oslo is the capital of Norway.",
        "Oslo | is capital of / is the capital of | Norway",
        never=["Norway | is * | Oslo"],
    ),
    case(
        "Iceland is a member of NATO.",
        "Iceland | is a member of / is member of | NATO / North Atlantic Treaty Organization",
    ),
    case(
        "Pedro Alves is the director of the National Museum.",
        "Pedro Alves | directs / is director of / leads | National Museum",
    ),
    case("The treaty is important.", "treaty | is | important", never=["important | * | *"]),
    case("The factory is in Slovakia.", "factory | is in / is located in | Slovakia", never=["Slovakia | * | *"]),
    case("The island is home to a naval base.", "island | is home to | naval base"),
    case("Nokia is based in Finland.", "Nokia | is based in | Finland"),
    case("The farmers are angry about the tax.", "farmers | is angry about | tax"),
    case("The envoy is not optimistic.", "envoy | is | optimistic | negative"),
    case("Lena Horvat is a journalist from Croatia.", "Lena Horvat | is | journalist"),
    case("Ghana is dependent on cocoa.", "Ghana | depends on / is dependent on | cocoa", never=["cocoa | * | *"]),
    case("Turkey became a candidate in 1999.", "Turkey | becomes | candidate | on 1999"),
    case("The general remains loyal to the king.", "general | remains / remains loyal to / is loyal to | loyal / king"),
    case("There is a crisis in the region.", never=["There | * | *", "region | * | *", "* | is | *"]),
    case("It is raining in Dublin.", never=["It | * | *", "* | rains | *", "* | rains in | *"]),
    case("It is clear that the talks are useful.", "talks | is | useful", never=["It | * | *", "talks | is | clear"]),
    case(
        "The general is the brother-in-law of the king.",
        never=["* | is brother in | *", "* | * | law", "* | * | * | in law"],
        miss="a word with hyphens is cut at its preposition",
    ),
    case("The garrison should be 1,500 men.", "garrison | is | 1500 men | required", never=["garrison | is | men"]),
    case("The range is 8,000 nautical miles.", "range | is | 8000 nautical miles"),
    case("Several years were lost in the dispute.", "several years | is lost in | dispute", never=["several | * | *"]),
    case(
        "The Boeing 777 is a family of airliners.", "Boeing 777 | is | family of airliners", never=["Boeing | is | *"]
    ),
    case("The order is worth $15 billion.", "order | is worth | $15 billion", never=["order | is | worth"]),
    case("The following is a summary of the talks.", never=["following | * | *"]),
    case("The reasons are the following: the cost and the risk.", never=["reasons | is | following"]),
    case("The dean would be the first to tell the envoys.", never=["dean | is | first"]),
    case("The strike was the first of its kind.", never=["strike | is | first", "strike | is first of | *"]),
    case("The tariff was not as big an issue for Peru as it was for Chile.", never=["tariff | is | *"]),
    case("The rebels are not in our control.", never=["rebels | is in | control"]),
    case("The time and place were matters on which the king was willing to talk.", never=["* | is | matters"]),
    case("Vale is the first company to operate the ship.", "Vale | is | first company to operate the ship"),
    case("The number of people in the town is limited.", "number of people | is | limited", never=["people | is | *"]),
    case("Malta was the last part of Europe under colonial rule.", never=["Malta | is part under | *"]),
    case("The status is: The union and the party urge a strike.", never=["status | is | *"]),
    case(
        "The acts of states are in conflict with the accepted principle, freedom of the seas.",
        never=["acts of states | is | *"],
    ),
    case("Lund AB was one of two companies which sold ships.", never=["Lund AB | is | one 2 companies"]),
    case("The report should be in terms of the support.", "report | is in terms of | support | required"),
    case("The company is one of the oldest banks.", "company | is | oldest banks"),
    case("The text is not entirely clear.", "text | is | entirely clear | negative", never=["text | is | clear"]),
    case("The text is entirely clear.", "text | is | clear"),
    case("Trade was a point on which the union would not yield.", never=["Trade | is | point"]),
    case("Trade was a difficult point.", "Trade | is | difficult point"),
    case(
        "Hue is the first city captured by the rebels.",
        "Hue | is | first city captured by the rebels",
        never=["Hue | is | first city"],
    ),
    case("In the case of warships the right is not clear.", "right | is | clear | negative | in-case-of warships"),
    case("The new ship is more fuel efficient than the old ship.", "new ship | is more fuel efficient than | old ship"),
    case("Prices are higher than expected.", "Prices | is | higher than expected", never=["Prices | is | higher"]),
    case("The risk is far less than the whole of the old army of the south could ever bear.", never=["risk | is | *"]),
    case("The force is as large or larger than the old force.", never=["force | is | as large"]),
    case(
        "Kenya-2 is the first satellite to be operated by an African company on a commercial basis.",
        never=["Kenya-2 | is | first satellite"],
    ),
    case("The tariff is above all a threat to Chile.", "tariff | threatens | Chile", never=["tariff | is above | *"]),
    case("The tariff is first of all a burden.", "tariff | is | burden", never=["tariff | is first of | *"]),
    case("Dear Mr. Ambassador: The Board met on May 3 and approved the plan.", never=["Board | meets | Ambassador"]),
    case("Peru is the least affected by the strike.", "Peru | is | least affected", never=["Peru | is | affected"]),
    case("The king is not at all prepared for the war.", "king | is prepared for | war | negative"),
    case("Mr. Ben-Gurion's attitude was deadly serious.", "Mr. Ben-Gurion's attitude | is | deadly serious"),
    case("The envoy is in Bolivia for the opening of a bank.", "envoy | is in | Bolivia", never=["* | is for | *"]),
    case("Both ministries are in full accord in this matter.", never=["* | is in | *"]),
    case("The visitors were down by two goals.", never=["* | is by | *"]),
    case("Klein was at that time in the employ of the king.", "Klein | is in | employ of king"),
    case("Peru is, for example, still for the pact.", "Peru | is for | pact"),
    case(
        'Castro\'s condition is "satisfactory" following surgery last Monday for intestinal bleeding.',
        "Castro's condition | is | satisfactory | following surgery",
        never=["* | is satisfactory for | *", "* | is satisfactory following | *"],
    ),
]


@pytest.mark.parametrize("row", CASES)
def test_copulas(nlp: Language, row: Case) -> None:
    check(nlp, row)
