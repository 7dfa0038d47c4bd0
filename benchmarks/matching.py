"""When two names, two relations or two times say the same: the loose comparison that scoring needs.

Words are compared by rough stems without case, accents, punctuation, articles and forms of address. A name matches when
its head word is the same and one of the two has all the words of the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kg.lexicon import words

ARTICLES = frozenset({
    "a", "an", "any", "her", "his", "its", "my", "our", "some", "that", "the", "their", "these", "this",
    "those", "your",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "about", "across", "after", "against", "among", "as", "at", "before", "between", "by", "during", "for",
    "from", "in", "including", "into", "near", "of", "on", "over", "since", "than", "through", "to", "toward",
    "towards", "under", "until", "upon", "via", "with", "within", "without",
})  # fmt: skip
AUXILIARIES = frozenset({
    "already", "also", "am", "are", "be", "been", "being", "can", "could", "did", "do", "does", "had", "has",
    "have", "having", "is", "may", "might", "must", "never", "not", "now", "shall", "should", "still", "was",
    "were", "will", "would",
})  # fmt: skip
REVERSING = frozenset({
    "avoid", "cancel", "declin", "deni", "den", "fail", "prevent", "refus", "reject", "stop",
})  # fmt: skip
IRREGULAR = {
    "bought": "buy", "sold": "sell", "met": "meet", "said": "say", "told": "tell", "made": "make",
    "gave": "give", "given": "give", "took": "take", "taken": "take", "went": "go", "gone": "go",
    "came": "come", "held": "hold", "led": "lead", "left": "leave", "found": "find", "lost": "lose",
    "won": "win", "sent": "send", "paid": "pay", "built": "build", "became": "become", "began": "begin",
    "begun": "begin", "saw": "see", "seen": "see", "knew": "know", "known": "know", "wrote": "write",
    "written": "write", "spoke": "speak", "spoken": "speak", "thought": "think", "brought": "bring",
    "fought": "fight", "sought": "seek", "got": "get", "gotten": "get", "kept": "keep", "rose": "rise",
    "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "drew": "draw",
    "drawn": "draw", "flew": "fly", "flown": "fly", "chose": "choose", "chosen": "choose", "shot": "shoot",
    "struck": "strike", "taught": "teach", "spent": "spend", "lent": "lend", "dealt": "deal", "felt": "feel",
    "meant": "mean", "broke": "break", "broken": "break", "stole": "steal", "stolen": "steal", "ran": "run",
    "drove": "drive", "driven": "drive", "withdrew": "withdraw", "withdrawn": "withdraw",
    "overthrew": "overthrow", "overthrown": "overthrow", "person": "people", "man": "men", "woman": "women",
    "child": "children",
}  # fmt: skip


@cache
def stem(word: str) -> str:
    """Equal for the inflected forms of a word; no real lemma."""
    word = IRREGULAR.get(word, word)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-3] + "y" if word.endswith("ies") else word[:-1]
    word = IRREGULAR.get(word, word)
    for ending in ("ied", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending == "ied" else "")
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


@cache
def plain(text: str) -> tuple[str, ...]:
    """The words in lower case; "|" where a comma, bracket or dash ends a phrase."""
    text = unicodedata.normalize("NFKD", text).replace("’", "'").replace("_", " ")
    text = "".join(character for character in text if not unicodedata.combining(character)).lower()
    text = re.sub(r"'s\b|(?<=s)'(?!\w)", "", text)
    text = re.sub(r",(?!\d)|[;:()\[\]]|\s[-–—]+\s|—", " | ", text)
    return tuple(re.findall(r"\w+|\|", re.sub(r"[.,'\"“”-]", "", text)))


@cache
def name(text: str) -> tuple[str, frozenset[str]]:
    """The stem of the head word, and the stems of all words that mean something."""
    said = list(plain(text))
    address = words("titles_of_address") | words("offices")
    while len(said) > 1 and (
        said[0] in ARTICLES or said[0] == "|" or (said[0] in address and said[1] not in PREPOSITIONS)
    ):
        said.pop(0)
    stop = next(
        (i for i, word in enumerate(said) if i and (word in PREPOSITIONS or word in ("|", "who", "which", "that"))),
        None,
    )
    head = said[:stop] or [""]
    content = frozenset(
        stem(word) for word in said if word not in ARTICLES and word not in PREPOSITIONS and word != "|"
    )
    return stem(head[-1]), content


def same_name(one: str, other: str) -> bool:
    """Do the two phrases name one thing?"""
    if one == "*" or other == "*":
        return True
    (head, content), (other_head, other_content) = name(one), name(other)
    if content == other_content:
        return bool(content)
    return head == other_head and (content <= other_content or other_content <= content)


@cache
def wording(text: str) -> frozenset[str]:
    """The stems of a relation that carry meaning; of "is" or "of" what there is."""
    said = [word for word in plain(text) if word != "|" and word not in ARTICLES]
    content = [
        word for word in said if word not in AUXILIARIES and word not in PREPOSITIONS and not word.endswith("ly")
    ]
    return frozenset(stem(word) for word in content or said[-1:])


def same_relation(said: str, wanted: str) -> bool:
    """Has the relation all the words of the wanted one, and none that turns it round?"""
    one, other = wording(said), wording(wanted)
    return other <= one and not (one - other) & REVERSING


def same_time(said: str | None, wanted: str) -> bool:
    """Does the time lie within the wanted one or begin with it?"""
    one, other = ends(said or ""), ends(wanted)
    if one is None or other is None:
        return False
    return (other[0] <= one[0] and one[1] <= other[1]) or one[0] == other[0]


def ends(time: str) -> tuple[str, str] | None:
    """First and last day of a date, a month, a year or begin/end; an open end is as early or late as can be."""
    parts = time.split("/")
    found = [re.fullmatch(r"(\d{4})(-\d\d)?(-\d\d)?", part) for part in (parts[0], parts[-1])]
    if not any(found):
        return None
    first, last = found
    return (
        f"{first[1]}{first[2] or '-01'}{first[3] or '-01'}" if first else "0000",
        f"{last[1]}{last[2] or '-12'}{last[3] or '-31'}" if last else "9999",
    )
