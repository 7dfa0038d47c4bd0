"""What kind of thing a name names: votes of its form and of every context it stands in.

One mention may mislead ("*Houston* said"), so votes are summed over all mentions of an entity and kept in the chain.
"""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass

from kg.coreference.names import COMPANY, Name, lists
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import words as wordlist
from kg.model import EntityType

Votes = Counter[str]

RECOGNISED = {
    "PERSON": ("Person", 1.0),
    "ORG": ("Organization", 1.0),
    "GPE": ("Place", 1.2),
    "LOC": ("Place", 1.0),
    "FAC": ("Place", 1.0),
    "EVENT": ("Event", 1.2),
    "NORP": ("Group", 0.6),
    "WORK_OF_ART": ("Work", 0.9),
    "PRODUCT": ("Product", 0.8),
    "LAW": ("Work", 1.5),
    "LANGUAGE": ("Thing", 1.0),
}
AGAIN = 0.3  # what the recogniser's word is worth where it was not said
KNOWN = {"country": 6.0, "area": 4.0, "region": 3.5, "capital": 3.0}
FIRST_OF_PLACE = frozenset(("lake", "mount", "mt", "mt.", "fort", "port", "cape", "gulf", "bay", "isle", "island", "strait", "río", "rio", "san", "santa", "saint-", "sea", "river", "camp", "hotel", "plaza", "piazza", "avenida", "rue", "calle", "villa", "playa", "baie", "catedral", "cathédrale", "île", "ile", "isla", "islas", "monte", "mont", "val", "puerto", "porto", "ciudad", "bahía", "lago", "masjid", "masjed", "château", "chateau", "parque", "palazzo", "via", "pointe", "cap", "côte", "costa", "cerro", "sierra", "st.", "st", "saint", "sainte", "ste", "gare", "pont", "fontaine", "église", "iglesia", "templo", "museo", "musée", "jardin", "loch", "wadi", "kibbutz", "nagar", "hacienda", "terminal"))
FIRST_OF_ORGANISATION = frozenset(("university", "ministry", "department", "bank", "institute", "academy", "association", "council", "federation", "union", "house", "church", "museum", "school", "college", "office", "bureau", "league", "court", "order", "society", "committee", "board", "organization", "organisation", "royal"))
FIRST_OF_EVENT = frozenset(("battle", "siege", "war", "treaty", "feast", "festival", "massacre", "invasion", "fall"))
SUBJECTS = frozenset("professor professorship doctor doctorate master bachelor degree field study science lecturer student teacher phd department-head".split())
WORKS_BEFORE = frozenset("film films movie novel novels book books song songs album albums series show play opera magazine single game podcast poem documentary sitcom drama comedy".split())
HUMAN_VERBS = frozenset("say tell think believe write marry bear die ask add explain argue recall smile laugh study graduate resign retire grow teach reply insist admit joke wonder feel know remember speak sing direct".split())
PLACE_MARKS = frozenset(("in", "near", "outside", "across", "throughout", "around", "toward", "towards", "via"))
PLACE_NOUNS = frozenset("city town village state island province capital district republic region country nation municipality county suburb port neighborhood neighbourhood borough commune peninsula archipelago lake river mountain valley desert park street square beach bay resort hotel restaurant airport area territory kingdom colony settlement metropolis destination place locality hamlet township prefecture museum bar castle temple church monument".split())
ORGANISATION_NOUNS = frozenset("company organization organisation agency party group firm corporation institute university college bank team club band association federation union council committee commission ministry department network newspaper magazine broadcaster charity foundation school bureau government army movement militia alliance league coalition consortium manufacturer producer maker giant retailer airline publisher studio label operator supplier startup start-up body think-tank institution society administration authority newsgroup".split())
WORK_NOUNS = frozenset("book novel film movie album song opera play poem painting series show game magazine act law treaty bill agreement award prize program programme software language website web site project report theory browser app system study blog site webcomic license licence plan category index standard podcast dialect semantics grammar method technique format protocol episode cartoon comic column brand device test scale".split())
EVENT_NOUNS = frozenset("war battle festival conference tournament event championship election revolution ceremony summit match race competition earthquake hurricane celebration holiday protest".split())
ORGANISATION_ENDINGS = ("bank", "corp", "tech", "soft", "export", "import", "prom", "neft", "gaz", "telecom", "media", "air", "group", "chem", "pharma", "werke")
LAND = frozenset("belt basin delta coast region river valley desert peninsula island islands mountains sea border area province district county strait bay plateau oilfield".split())
QUOTES = "\"'“”‘’"
BEFORE_NOUN = frozenset(("the", "a", "an", "its", "his", "her", "their", "one"))


@dataclass(frozen=True, slots=True)
class _Nouns:
    people: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    works: frozenset[str]


@functools.cache
def nouns() -> _Nouns:
    """Nouns that tell people, and their sex."""
    return _Nouns(
        wordlist("person_nouns"), wordlist("sexed_titles_m"), wordlist("sexed_titles_f"), wordlist("work_words")
    )


def kind_of_noun(lemma: str) -> str:
    """The type a common noun tells: president → Person, city → Place; "" when none."""
    if lemma in nouns().people:
        return "Person"
    if lemma in PLACE_NOUNS:
        return "Place"
    if lemma in ORGANISATION_NOUNS:
        return "Organization"
    if lemma in EVENT_NOUNS:
        return "Event"
    return "Work" if lemma in WORK_NOUNS else ""


@functools.lru_cache(maxsize=50_000)
def votes_of_form(form: tuple[str, ...], name: str) -> tuple[tuple[str, float], ...]:
    """What the words of a name say by themselves."""
    votes: Votes = Counter()
    known = gazetteer.find(name)
    if known:
        if known.kind == "organisation":
            votes["Organization"] += 5
        elif known.kind == "city":
            votes["Place"] += 2.2 if known.size >= 500_000 else 1.3 if known.size >= 100_000 else 0.8
        else:
            votes["Place"] += KNOWN[known.kind]
    first, last = form[0].lower(), form[-1].lower()
    head = last
    middle = next((i for i, word in enumerate(form) if i and word.lower() in ("of", "for", "de", "in", "at", "on", "del", "des")), 0)
    if middle:
        head = form[middle - 1].lower()
    surname = len(form) <= 3 and form[-1] in wordlist("surnames") and last not in lists().common
    heads = lists()
    telling = {
        "Organization": (head in heads.organisations or head in COMPANY or last in COMPANY or (bool(middle) and first in FIRST_OF_ORGANISATION)),
        "Place": head in heads.places or (first in FIRST_OF_PLACE and len(form) > 1),
        "Event": head in heads.events or (bool(middle) and first in FIRST_OF_EVENT),
        "Work": head in nouns().works or (head not in heads.events and head.removesuffix("s") in nouns().works),
    }
    if name.lower() in heads.organisations or name == "House":
        telling = {"Organization": True}
    said = [kind for kind, tells in telling.items() if tells]
    saint = first in ("st.", "st", "saint", "sainte", "ste") and said == ["Place"]
    for kind in said:
        votes[kind] += (1.0 if len(form) == 1 or saint else 2.5) / len(said)
    digits = any(char.isdigit() for char in name)
    if len(form) > 1 and (not said or (len(form) == 2 and form[-1] in wordlist("surnames"))) and not digits and not (known and known.kind != "city"):
        if gazetteer.sex_of(form[0]) and first not in heads.common:
            votes["Person"] += 1.6
        elif gazetteer.sex_of(form[0]) or len(form[0].rstrip(".")) == 1:
            votes["Person"] += 0.8
        votes["Person"] += 0.8 * surname
    if len(form) == 1 and not known and first not in heads.common:
        if gazetteer.sex_of(name):
            votes["Person"] += 0.7
        votes["Person"] += 0.5 * surname
    if len(form) in (2, 3) and name.endswith("s") and not said and not known and gazetteer.find(" ".join(form[:-1])) and form[-1].lower() not in ("awards",):
        votes["Organization"] += 2.5  # a team: Pittsburgh Pirates
    if len(form) == 1 and name.isupper() and 2 <= len(name) <= 6 and not known:
        votes["Organization"] += 0.6
    if digits and not said:
        votes["Product"] += 1.6
    if len(form) == 1 and len(name) > 5 and not known and name.lower().endswith(ORGANISATION_ENDINGS):
        votes["Organization"] += 1.5
    if "&" in form:
        votes["Organization"] += 1.5
    return tuple(sorted(votes.items()))


def vote_of_recogniser(name: Name) -> tuple[str, float]:
    """What the recogniser says of one mention, or said of the same words elsewhere."""
    kind, weight = RECOGNISED.get(name.label.removeprefix("again "), ("Thing", 0.0))
    return kind, weight * (AGAIN if name.label.startswith("again ") else 1.0)


def votes_of_mention(words: Words, name: Name) -> Votes:
    """What the context of one mention says."""
    votes: Votes = Counter()
    if name.title:
        votes["Person"] += 3
    _neighbours(words, name, votes)
    _syntax(words, name, votes)
    return votes


def _neighbours(words: Words, name: Name, votes: Votes) -> None:
    before = name.first - 1
    while before >= 0 and (words.lower[before] == "the" or words.pos[before] == "ADJ") and words.sentence[before] == words.sentence[name.first]:
        before -= 1
    mark = words.lower[before] if before >= 0 and words.sentence[before] == words.sentence[name.first] else ""
    after = words.lower[name.last] if name.last < len(words) else ""
    simple = after in (",", ".", "", "and", ")", ";", ":", "?") or (name.last < len(words) and words.pos[name.last] in ("ADP", "VERB", "AUX", "SPACE", "CCONJ", "ADV", "PRON", "SCONJ"))
    if mark in PLACE_MARKS and simple:
        votes["Place"] += 1.2
        votes["Person"] -= 0.4
    elif mark == "at" and simple:
        votes["Place"] += 0.4
    elif mark in ("to", "from", "through") and simple:
        votes["Place"] += 0.4
    elif mark in ("of", "in") and before and words.lower[before - 1] in SUBJECTS:
        votes["Thing"] += 2
    elif mark == "of" and before and words.lower[before - 1] in PLACE_NOUNS:
        votes["Place"] += 2
    elif mark == "of" and before and words.lower[before - 1] in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "streets", "people", "centre", "center"):
        votes["Place"] += 1.2
    elif mark in ("by", "with", "when", "that", "because") and label_free(name):
        votes["Person"] += 0.2
    elif mark in WORKS_BEFORE and before == name.first - 1:
        votes["Work"] += 2
    elif mark in nouns().people and words.pos[before] in ("NOUN", "PROPN") and before == name.first - 1:
        votes["Person"] += 1.5
    if after == "," and name.last + 1 < len(words):
        following = gazetteer.find(words.text[name.last + 1]) or gazetteer.find(" ".join(words.text[name.last + 1 : name.last + 3]))
        if following and following.kind in ("country", "region") and label_free(name, "PERSON"):
            votes["Place"] += 1.2
    if name.first and words.text[name.first - 1] in QUOTES and after[:1] in QUOTES and after:
        votes["Work"] += 1.2
    if after == "(" and name.last + 2 < len(words) and len(words.text[name.last + 1]) == 4 and words.text[name.last + 1].isdigit() and words.text[name.last + 2] == ")":
        votes["Work"] += 1.5
    if after in (",", "-", "–", "—", "--", "(") and name.last + 1 < len(words):
        _described(words, name.last + 1, votes)
    if after in ("says", "said") or (after == "," and name.last + 1 < len(words) and words.text[name.last + 1].isdigit() and len(words.text[name.last + 1]) == 2):
        votes["Person"] += 0.5


def _described(words: Words, start: int, votes: Votes) -> None:
    """"Gazprom - the world's largest gas producer": the noun that a phrase beside the name ends in."""
    opens = words.lower[start]
    if opens not in BEFORE_NOUN and not (start + 1 < len(words) and words.lower[start + 1] in ("'s", "’s")):
        return
    for index in range(start, min(start + 9, len(words) - 1)):
        if words.pos[index] == "NOUN" and words.pos[index + 1] not in ("NOUN", "PROPN") and words.lower[index + 1] not in ("'s", "’s", "'"):
            if words.dep[index] != "appos":
                _noun_vote(words, index, votes, 1.5)
            return
        if words.pos[index] in ("VERB", "AUX", "PUNCT", "SPACE", "SCONJ"):
            return


def label_free(name: Name, *labels: str) -> bool:
    """Did the recogniser call it nothing (or nothing of these)?"""
    return name.label not in labels if labels else not name.label


def _syntax(words: Words, name: Name, votes: Votes) -> None:
    head = words.span_head(name.first, name.last)
    governor, relation = words.head[head], words.dep[head]
    if relation in ("nsubj", "nsubjpass"):
        if words.lemma[governor] in HUMAN_VERBS:
            votes["Person"] += 0.5
        if words.lemma[governor] == "be":
            for child in words.children[governor]:
                if words.dep[child] == "attr" and words.pos[child] == "NOUN":
                    _noun_vote(words, child, votes, 1.5)
    if relation == "appos":
        _noun_vote(words, governor, votes, 1.5)
    if relation in ("compound", "nmod") and governor >= name.last and words.pos[governor] == "NOUN":
        lemma = words.lemma[governor].lower()
        if governor == name.last and lemma in LAND:
            votes["Place"] += 1.5
        elif governor == name.last and lemma in PLACE_NOUNS:
            votes["Place"] += 0.7
        elif governor == name.last and words.text[governor].islower():
            kind = kind_of_noun(lemma)
            if kind == "Organization" or lemma in ORGANISATION_NOUNS:
                votes["Organization"] += 0.8
            elif kind == "Work":
                votes["Work"] += 1.5
    for child in words.children[head]:
        if words.dep[child] == "appos":
            _noun_vote(words, child, votes, 1.5)
        elif words.dep[child] == "relcl":
            for grandchild in words.children[child]:
                if words.lower[grandchild] in ("who", "whom", "whose"):
                    votes["Person"] += 1.0
                elif words.lower[grandchild] == "where":
                    votes["Place"] += 0.7


def _noun_vote(words: Words, index: int, votes: Votes, weight: float) -> None:
    if words.pos[index] == "NOUN":
        lemma = words.lemma[index].lower()
        kind = kind_of_noun(lemma)
        if kind == "Person" and lemma in ORGANISATION_NOUNS:
            votes["Organization"] += weight
        elif kind:
            votes[kind] += weight


ORDER = ("Person", "Organization", "Place", "Event", "Work", "Product", "Group", "Thing")
LONE = 1.0
SURE = 0.5  # less than this is no evidence


def decide(votes: Votes, known: gazetteer.Known | None, lone: bool = False) -> EntityType:
    """The type with most votes; Thing when nothing speaks for any.

    Of a `lone` name, a single word that stands in the text but once, the recogniser's word alone is no better than chance.
    """
    best = max(ORDER, key=lambda kind: (round(votes[kind], 3), -ORDER.index(kind)))
    if votes["Thing"] >= 2 and votes[best] < 1.5 * votes["Thing"]:
        return "Thing"
    if votes[best] < SURE or (lone and best == "Xrganization" and votes[best] <= LONE):
        return "Thing"
    if best == "Place" and known and known.kind == "country":
        return "Country"
    return best  # type: ignore[return-value]
