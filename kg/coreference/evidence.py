"""What a name's own words and each of its contexts say of its type.

"near *Boksitogorsk*" and "*Lukoil* – Russia's biggest oil company" tell more than the recogniser's label, which
mistakes one name in five.
"""

from __future__ import annotations

import functools
import re

from kg.coreference.lists import COMPANY, POSSESSIVE, is_organisation, kind_of_noun, lists
from kg.coreference.names import Name
from kg.coreference.types import Votes
from kg.coreference.words import Words
from kg.lexicon import gazetteer
from kg.lexicon.wordlists import table
from kg.lexicon.wordlists import words as wordlist

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
PLACE_MARKS = frozenset((
    "in",
    "near",
    "outside",
    "across",
    "throughout",
    "around",
    "toward",
    "towards",
    "via",
    "along",
))
SIDES = frozenset((
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "outskirts",
    "streets",
))
ENDS = frozenset((",", ".", "", "and", ")", ";", ":", "?"))
FREE = frozenset(("ADP", "VERB", "AUX", "SPACE", "CCONJ", "ADV", "PRON", "SCONJ"))
BEFORE_NOUN = frozenset(("the", "a", "an", "its", "his", "her", "their", "one"))
ASIDE = frozenset((",", "-", "–", "—", "--", "("))
STARRING = frozenset(("star", "co-star", "role", "cast", "co-starred", "starred"))
QUOTES = frozenset("\"'“”‘’")
ORGANISATION_END = re.compile(
    r"(bank|corp|tech|soft|export|import|prom|neft|gaz|telecom|media|air|group|chem|pharma|werke)$"
)
MIDDLES = frozenset(("of", "for", "de", "in", "at", "on", "del", "des"))


def vote_of_recogniser(name: Name) -> tuple[str, float]:
    """What the recogniser says of one mention, or said of the same words elsewhere."""
    kind, weight = RECOGNISED.get(name.label.removeprefix("again "), ("Thing", 0.0))
    return kind, weight * (AGAIN if name.label.startswith("again ") else 1.0)


@functools.lru_cache(maxsize=50_000)
def votes_of_form(form: tuple[str, ...], name: str) -> tuple[tuple[str, float], ...]:
    """What the words of a name say by themselves."""
    votes = Votes()
    known = gazetteer.find(name)
    if known:
        votes["Organization" if known.kind == "organisation" else "Place"] += _weight_of(known)
    said = _heads(form, name)
    saint = form[0].lower() in ("st.", "st", "saint", "sainte", "ste") and said == ["Place"]
    for kind in said:
        votes[kind] += (1.0 if len(form) == 1 or saint else 2.5) / len(said)
    votes["Person"] += _personal(form, name, said, known)
    if len(form) == 1 and name.isupper() and 2 <= len(name) <= 6 and not known:
        votes["Organization"] += 0.6
    if not said and any(char.isdigit() for char in name):
        votes["Product"] += 1.6
    elif not said and _designated(form):
        votes["Product"] += 0.8
    if len(form) == 1 and len(name) > 5 and not known and ORGANISATION_END.search(name.lower()):
        votes["Organization"] += 1.5
    if len(form) in (2, 3) and name.endswith("s") and not said and not known and gazetteer.find(" ".join(form[:-1])):
        votes["Organization"] += 2.5  # a team: Pittsburgh Pirates
    votes["Organization"] += 1.5 * ("&" in form)
    return tuple(sorted((kind, weight) for kind, weight in votes.items() if weight))


def _weight_of(known: gazetteer.Known) -> float:
    if known.kind == "organisation":
        return 5.0
    if known.kind == "city":
        return 2.2 if known.size >= 500_000 else 1.3 if known.size >= 100_000 else 0.8
    return KNOWN[known.kind]


def _heads(form: tuple[str, ...], name: str) -> list[str]:
    """The types that the head word of a name tells: the last, or the one before "of"."""
    known = lists()
    if name.lower() in known.organisations or name == "House":
        return ["Organization"]
    first, last = form[0].lower(), form[-1].lower()
    if len(form) > 1 and first in wordlist("directions") and gazetteer.find(" ".join(form[1:])):
        return ["Place"]  # Upper Manhattan
    middle = next((index for index, word in enumerate(form) if index and word.lower() in MIDDLES), 0)
    head = form[middle - 1].lower() if middle else last
    if head in ("center", "centre") and form[middle].lower() == "for":
        return ["Organization"]
    starts = table("name_starts").get(first, "") if len(form) > 1 else ""
    telling = {
        "Organization": head in known.organisations
        or head in COMPANY
        or last in COMPANY
        or (bool(middle) and "Organization" in starts),
        "Place": head in known.places or "Place" in starts,
        "Event": head in known.events or (bool(middle) and "Event" in starts),
        "Work": head in known.works or (head not in known.events and head.removesuffix("s") in known.works),
    }
    return [kind for kind, tells in telling.items() if tells]


def _personal(form: tuple[str, ...], name: str, said: list[str], known: gazetteer.Known | None) -> float:
    """How much a name looks like somebody's, by its first name and surname."""
    common = lists().common
    surname = len(form) <= 3 and form[-1] in lists().surnames and form[-1].lower() not in common
    sexed = gazetteer.sex_of(form[0])
    ordinary = form[0].lower() in common
    if len(form) == 1:
        return 0.0 if known or ordinary else 0.7 * bool(sexed) + 0.5 * surname
    if said and not (len(form) == 2 and form[-1] in lists().surnames):
        return 0.0
    if any(char.isdigit() for char in name) or _designated(form) or (known and known.kind != "city"):
        return 0.0
    first = 1.6 if sexed and not ordinary else 0.8 if sexed or len(form[0].rstrip(".")) == 1 else 0.0
    return first + 0.8 * surname


def _designated(form: tuple[str, ...]) -> bool:
    """Does a name hold letters like a model's: Mac OS X, PlayStation VR?"""
    loud = [word for word in form[1:] if len(word) > 1 and word.isupper() and word.isalpha() and set(word) - set("IVX")]
    return bool(loud) and not form[0].isupper()


def votes_of_mention(words: Words, name: Name) -> Votes:
    """What the context of one mention says."""
    votes = Votes()
    if name.title and not (len(name.text) <= 4 and name.text.isupper()):
        votes["Person"] += 3
    _before(words, name, votes)
    _after(words, name, votes)
    _syntax(words, name, votes)
    return votes


def _before(words: Words, name: Name, votes: Votes) -> None:
    """The preposition or noun before a name."""
    before = name.first - 1
    sentence = words.sentence[name.first]
    while (
        before >= 0
        and words.sentence[before] == sentence
        and (words.lower[before] == "the" or words.pos[before] == "ADJ")
    ):
        before -= 1
    if before < 0 or words.sentence[before] != sentence:
        return
    mark = words.lower[before]
    earlier = words.lower[before - 1] if before else ""
    alone = name.last >= len(words) or words.lower[name.last] in ENDS or words.pos[name.last] in FREE
    if mark == "in" and before and words.lemma[before - 1] in STARRING:
        votes["Work"] += 2
    elif mark in PLACE_MARKS and alone:
        votes["Place"] += 1.2
        votes["Person"] -= 0.4
    elif mark in ("at", "to", "from", "through") and alone:
        votes["Place"] += 0.4
    elif mark in ("of", "in") and earlier in wordlist("subject_nouns"):
        votes["Thing"] += 2
    elif mark == "of" and kind_of_noun(earlier) == "Place":
        votes["Place"] += 2
    elif mark == "of" and earlier in SIDES:
        votes["Place"] += 1.2
    elif mark in ("by", "with", "when", "that", "because") and not name.label:
        votes["Person"] += 0.2
    elif before == name.first - 1 and mark in wordlist("work_nouns_before"):
        votes["Work"] += 2
    elif before == name.first - 1 and mark in lists().people and words.pos[before] in ("NOUN", "PROPN"):
        votes["Person"] += 1.5


def _after(words: Words, name: Name, votes: Votes) -> None:
    """What stands right behind a name: a year, a country, a description."""
    if name.last + 1 >= len(words):
        return
    after, second = words.lower[name.last], words.text[name.last + 1]
    if name.first and words.text[name.first - 1] in QUOTES and after in QUOTES:
        votes["Work"] += 1.2
    if after == "(" and len(second) == 4 and second.isdigit() and words.text[name.last + 2 : name.last + 3] == [")"]:
        votes["Work"] += 1.5 if gazetteer.find(name.text) else 2.2
    if after == "," and name.label != "PERSON":
        for size in (1, 2):
            behind = name.last + 1 + size
            country = gazetteer.find(" ".join(words.text[name.last + 1 : behind]))
            owns = behind < len(words) and words.lower[behind] in POSSESSIVE
            if country and country.kind in ("country", "region") and not owns:
                votes["Place"] += 1.2
                break
    if after in ASIDE:
        _described(words, name.last + 1, votes)
    if after in ("says", "said") or (after == "," and len(second) == 2 and second.isdigit()):
        votes["Person"] += 0.5


def _described(words: Words, start: int, votes: Votes) -> None:
    """ "Gazprom - the world's largest gas producer": the noun that a phrase beside the name ends in."""
    if words.lower[start] not in BEFORE_NOUN and words.lower[start + 1 : start + 2] not in (["'s"], ["’s"]):
        return
    for index in range(start, min(start + 9, len(words) - 1)):
        following = words.lower[index + 1]
        if words.pos[index] == "NOUN" and words.pos[index + 1] not in ("NOUN", "PROPN") and following not in POSSESSIVE:
            if words.dep[index] != "appos":
                _noun_vote(words, index, votes)
            return
        if words.pos[index] in ("VERB", "AUX", "PUNCT", "SPACE", "SCONJ"):
            return


def _syntax(words: Words, name: Name, votes: Votes) -> None:
    """What the verb, the apposition and the relative clause of a name say."""
    head = words.span_head(name.first, name.last)
    governor, relation = words.head[head], words.dep[head]
    if relation in ("nsubj", "nsubjpass"):
        if words.lemma[governor] in wordlist("human_verbs"):
            votes["Person"] += 0.5
        if words.lemma[governor] == "be":
            for child in words.children[governor]:
                if words.dep[child] == "attr":
                    _noun_vote(words, child, votes)
    elif relation == "appos":
        _noun_vote(words, governor, votes)
    elif relation in ("compound", "nmod") and governor == name.last and words.pos[governor] == "NOUN":
        _modified(words, governor, votes)
    for child in words.children[head]:
        if words.dep[child] == "appos":
            _noun_vote(words, child, votes)
        elif words.dep[child] == "relcl":
            for grandchild in words.children[child]:
                if words.lower[grandchild] in ("who", "whom", "whose"):
                    votes["Person"] += 1.0
                elif words.lower[grandchild] == "where":
                    votes["Place"] += 0.7


def _modified(words: Words, noun: int, votes: Votes) -> None:
    """The noun that a name stands before: the Orinoco belt, the Yonhap news agency."""
    lemma = words.lemma[noun].lower()
    kind = kind_of_noun(lemma)
    if lemma in wordlist("land_nouns"):
        votes["Place"] += 1.5
    elif kind == "Place":
        votes["Place"] += 0.7
    elif is_organisation(lemma):
        votes["Organization"] += 0.8
    elif kind == "Work":
        votes["Work"] += 1.5


def _noun_vote(words: Words, index: int, votes: Votes) -> None:
    if words.pos[index] == "NOUN":
        lemma = words.lemma[index].lower()
        kind = "Organization" if is_organisation(lemma) else kind_of_noun(lemma)
        if kind:
            votes[kind] += 1.5
