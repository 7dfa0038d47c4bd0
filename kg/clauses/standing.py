"""How real a noun phrase is, by what it stands under: "the danger of a strike", "any strike", "would call a strike".

What hangs on a noun ("a strike closing the port", "a treaty which affects Peru") is as real as the noun: it is so
unless the noun is one of any that there may be, is what somebody fears, hopes or tells, or is brought up by a clause
that is no fact itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.clause import REAL, SUBJECTS, VERBAL, Clause, Effect
from kg.lexicon import load_relations, table, words
from kg.model import Modality
from kg.tree import NOMINAL, Word

ANY = frozenset({"any", "whatever", "whichever"})
INDEFINITE = ANY | {"a", "an", "no", "some", "another"}
ABOUT = frozenset({"of", "about"})
ASIDE = frozenset({",", "-", "--", "–", "—"})
INTERROGATIVE = frozenset({"WDT", "WP"})
MINDS = frozenset({"belief", "feeling", "idea", "impression", "opinion", "view"})
HYPOTHETICAL = frozenset({"possible", "conditional"})


def modality_of(value: str) -> Modality:
    """The modality that an entry of a word list begins with."""
    match value.partition(" ")[0]:
        case "planned" | "possible" | "desired" | "required" | "conditional" as word:
            return word
    return "asserted"


def effect_of(entry: str) -> Effect:
    return modality_of(entry), "negative" in entry


def is_none(noun: Word) -> bool:
    """Is there none of it: "no plans", "hardly any evidence"?"""
    determiner = noun.child("det")
    if determiner is None:
        return False
    return determiner.lower in ("no", "neither") or any(c.lower in words("negation_words") for c in determiner.children)


def is_denied(noun: Word) -> bool:
    """Does the noun phrase deny: "nobody", "no minister", "none of the ministers"?"""
    return noun.lower in words("negation_determiners") or is_none(noun) or _shares_no(noun)


def _shares_no(noun: Word) -> bool:
    """Is it under the "no" of what it is coordinated with: "no trucks or planes"?"""
    if noun.dep != "conj" or noun.child("det", "poss", "nummod") is not None:
        return False
    first, joined = noun, noun.kids("cc")
    while first.dep == "conj" and first.head is not None and first.head.pos in NOMINAL:
        first = first.head
        joined += first.kids("cc")
    determiner = first.child("det")
    alternatives = all(c.lower in ("or", "nor") for c in joined)
    return bool(joined) and alternatives and determiner is not None and determiner.lower == "no"


def is_shared(noun: Word, clause: Clause) -> bool:
    """Is it a view that somebody says is his own: "shares the view", "concurs in the belief"?"""
    preposition = noun.head if noun.dep == "pobj" else None
    verb = noun.head if preposition is None else preposition.head
    if noun.lemma not in MINDS or verb is not clause.head or clause.negative or clause.modality != "asserted":
        return False
    return clause.lemma == "share" if preposition is None else clause.lemma in ("agree", "concur")


def is_definite(noun: Word) -> bool:
    """Is it a name, or this one and no other: "the strike", "Peru's plan"?"""
    determiner = noun.child("det", "poss")
    return noun.pos == "PROPN" or (determiner is not None and determiner.lower not in INDEFINITE)


def says_something(verb: Word) -> bool:
    """Is it a verb of saying with what is said: "saying he would leave"?"""
    return verb.lemma in words("saying_verbs") and verb.child("ccomp") is not None


def told(noun: Word) -> Effect | None:
    """What "the danger of" or "stories about" make of the noun behind them."""
    above = noun.head.head if noun.dep == "pobj" and noun.head is not None and noun.head.lower in ABOUT else None
    if above is None or above.pos != "NOUN" or above.lemma not in words("eventuality_nouns"):
        return None
    modality, negative = effect_of(table("modality_nouns").get(above.lemma, ""))
    return modality if modality != "asserted" else "possible", negative or is_none(above)


def standing(noun: Word, clause: Clause, *, happening: bool = False) -> Effect:
    """How real the noun phrase is, in the clause that it belongs to; `happening` when it is said to do something."""
    if (effect := told(noun)) is not None and not (noun.pos == "PROPN" or noun.child("poss")):
        return effect
    if any(c.dep == "det" and c.lower in ANY for c in noun.children):
        return "possible", False
    if is_definite(noun):
        return REAL
    if happening and noun.child("det") and _is_feared(noun):
        return "possible", False  # "the danger in such a rule of a mistake leading to war"
    role = _argument(noun)
    if clause.negative and role == "dobj" and clause.lemma in words("thinking_verbs"):
        return "asserted", True  # "did not foresee a shortage that …"
    if noun.child("det") is None or role == "" or clause.modality not in HYPOTHETICAL:
        return REAL
    return (clause.modality, False) if happening or (role != "dobj" and _is_event(noun)) else REAL


def _is_feared(noun: Word) -> bool:
    """Does the phrase belong to a larger one of what may be?"""
    return any(above.pos == "NOUN" and above.lemma in words("eventuality_nouns") for above in _phrase_above(noun))


def _phrase_above(noun: Word) -> Iterator[Word]:
    for above in noun.ancestors():
        if above.pos in VERBAL:
            return
        yield above


def _argument(noun: Word) -> str:
    """What the phrase is to its clause, also as the "of" of another: "the luxury of a proposal" is one with it."""
    while True:
        above = noun.head
        if above is None:
            return ""
        if noun.dep == "conj" and above.pos in NOMINAL:
            noun = above
        elif noun.dep == "pobj" and above.lower == "of" and above.head is not None and above.head.pos in NOMINAL:
            noun = above.head
        else:
            return noun.dep


def _is_event(noun: Word) -> bool:
    lemma = noun.lemma.lower()
    listed = lemma in table("modality_nouns") or lemma in words("eventuality_nouns") or lemma in words("event_words")
    return listed or load_relations().can_be(lemma)


def hanging(word: Word, noun: Word, clause: Clause) -> Effect:
    """How real is the participle or relative clause that hangs on the noun? Behind a comma it is said of itself."""
    behind = [c for c in noun.children if noun.i < c.i <= word.i]
    first = next((c for c in behind if c.dep in ("acl", "relcl")), word)
    if any(c.text in ASIDE and c.i < first.i for c in behind):
        return REAL
    if is_denied(noun) and (noun.dep in SUBJECTS or _is_unmade(noun, clause)):
        return "possible", True  # "no treaty which bars it will be signed" does not say that none bars it
    if word.tag == "VBG" and noun.pos == "PROPN" and (effect := told(noun)) is not None:
        return effect  # "rumors of Egypt expelling him"
    if _is_generic(noun, word):
        return "possible", False
    effect = standing(noun, clause, happening=word.tag == "VBG")
    if (
        effect == REAL
        and noun.dep == "dobj"
        and word.dep == "relcl"
        and not is_definite(noun)
        and not _is_there(noun, word)
    ):
        effect = _wanted(clause)
    if effect != REAL or clause.modality == "asserted" or is_definite(noun) or _is_there(noun, word):
        return effect
    return clause.modality, False


def _wanted(clause: Clause) -> Effect:
    """Is the object something that there is yet to be: "favors a treaty which bans arms"?"""
    modality = modality_of(table("modality_clauses").get(clause.lemma, ""))
    return (modality if modality in ("desired", "required") else "asserted"), False


def _is_unmade(noun: Word, clause: Clause) -> bool:
    """Is nothing done to it, there being such things: "sold no ships built in Peru", but not "has", "found none"?"""
    return noun.dep == "dobj" and clause.lemma != "have" and clause.lemma not in words("thinking_verbs")


def _is_there(noun: Word, verb: Word) -> bool:
    """Is it there whatever comes of the clause: "a treaty that Peru signed", "a ship built by Peru", "states who"?"""
    while noun.dep == "conj" and noun.head is not None and noun.head.pos in NOMINAL:
        noun = noun.head
    of = noun.head if noun.dep == "pobj" else None
    if noun.dep == "appos" or noun.head is None or (of is not None and of.lower == "of") or verb.lemma == "exist":
        return True
    if verb.dep == "relcl":
        subject, first = verb.child("nsubj", "nsubjpass"), verb.child("aux", "auxpass") or verb
        own = subject is None or subject.tag not in INTERROGATIVE
        return own or noun.child("det") is None or first.tag != "VBZ" or _is_going_on(verb)
    of_such = verb.tag == "VBN" and noun.dep == "pobj" and noun.child("det") is None
    of_such = of_such and any(c.lower != "as" for c in verb.kids("prep"))  # "will deal with matters connected with it"
    return of_such or verb.child("agent") is not None or verb.lemma in words("saying_verbs")


def _is_going_on(verb: Word) -> bool:
    return verb.tag == "VBG" or any(c.lower in ("has", "have") for c in verb.kids("aux"))


def _is_generic(noun: Word, verb: Word) -> bool:
    """Is it said of whatever is such: "condemns all countries who help terrorists"?"""
    whole = any(c.dep == "det" and c.lower in ("all", "every", "each") for c in noun.children)
    if not whole or verb.dep != "relcl" or verb.tag not in ("VBP", "VBZ") or verb.child("aux", "auxpass") is not None:
        return False
    return noun.head is None or noun.dep not in SUBJECTS or noun.head.tag != "VBD"
