"""What a governor makes of the clause in it: "hopes to sell" desires, "failed to sell" denies, "the plan to sell".

The governor is a preposition, a noun, an adjective or a verb; the word lists of modality say what each does.
"""

from __future__ import annotations

from kg.clauses.clause import Clause
from kg.lexicon import table, words
from kg.model import Modality
from kg.tree import NOMINAL, Word

NEGATIVE_PREPOSITIONS = frozenset({"without", "instead", "against"})
Effect = tuple[Modality, bool]  # the modality, and whether the clause is turned into its opposite
NONE: Effect = ("asserted", False)
DENIES: Effect = ("asserted", True)


def modality_of(value: str) -> Modality:
    """The modality that an entry of a word list begins with."""
    match value.partition(" ")[0]:
        case "planned" | "possible" | "desired" | "required" | "conditional" as word:
            return word
    return "asserted"


def governing(clause: Clause, parent: Clause) -> Effect:
    """What the governing verb, adjective, noun or preposition does to the clause."""
    holder = clause.head.head
    if clause.link == "pcomp" and holder is not None:
        outer = holder.head
        if holder.lower in NEGATIVE_PREPOSITIONS or (outer is not None and outer.lower == "instead"):
            return DENIES
        if outer is not None and outer.lower in words("negative_adjectives"):
            return DENIES
        if parent.lemma in words("accusing_verbs") and outer is parent.head:
            return "possible", False
        holder = outer
    if holder is None:
        return NONE
    if holder.pos in NOMINAL:
        return _by_noun(clause, parent, holder)
    if holder.pos in ("ADJ", "ADV"):
        return _by_adjective(holder)
    if holder is parent.head and parent.kind == "copula":
        return _by_copula(clause, parent)
    return _by_verb(clause, parent)


def _effect(entry: str) -> Effect:
    return modality_of(entry), "negative" in entry


def _by_noun(clause: Clause, parent: Clause, noun: Word) -> Effect:
    word = clause.head
    that = clause.link == "acl" and word.child("mark") is not None
    entry = table("modality_nouns").get(noun.lemma, "")
    if noun.lemma in words("negative_nouns") and word.is_infinitive:
        return DENIES
    if is_none(noun) and (that or word.is_infinitive):
        if that and noun.lemma in words("uncertain_nouns"):
            return "possible", False
        if noun.lemma not in words("sure_doubts"):
            return modality_of(entry), True  # "no plans to", "no evidence that"
    if word.is_infinitive and parent.lemma == "lack":
        return "planned", True  # "lacks the money to buy"
    if that and noun.dep == "dobj" and parent.lemma in words("dismissing_verbs"):
        return DENIES  # "denied reports that"
    if that and not entry and noun.lemma in words("reporting_nouns"):
        return "possible", False  # "charges that they are involved"
    if clause.link == "acl" and not entry and word.is_infinitive:
        entry = "planned"
    return _effect(entry) if that or word.is_infinitive or clause.link == "pcomp" else NONE


def is_none(noun: Word) -> bool:
    """Is there none of it: "no plans", "hardly any evidence"?"""
    determiner = noun.child("det")
    if determiner is None:
        return False
    return determiner.lower in ("no", "neither") or any(c.lower in words("negation_words") for c in determiner.children)


def _by_adjective(adjective: Word) -> Effect:
    entry = table("modality_adjectives").get(adjective.lower, "")
    return (modality_of(entry), True) if adjective.lower in words("negative_adjectives") else _effect(entry)


def _by_copula(clause: Clause, parent: Clause) -> Effect:
    """What the complement does ("is ready to sell"), else what the subject does ("the plan is to sell")."""
    adjective = parent.head.child("acomp")
    found = _by_adjective(adjective) if adjective is not None else NONE
    if adjective is None and clause.link == "xcomp" and clause.head.is_infinitive and parent.head.child("attr") is None:
        entries = (table("modality_nouns").get(subject.lemma) for subject in parent.subjects)
        return _effect(next(filter(None, entries), "planned"))
    return found


def _by_verb(clause: Clause, parent: Clause) -> Effect:
    lemma, link, infinitive = parent.lemma, clause.link, clause.head.is_infinitive
    if lemma in words("negative_verbs") and link in ("xcomp", "pcomp"):
        return DENIES
    if lemma in words("denial_verbs") and link in ("ccomp", "xcomp", "pcomp"):
        return DENIES
    if lemma == "lack" and infinitive:
        return "planned", True  # "lacks the money to buy"
    if link == "advcl" and infinitive:
        return "planned", False
    if lemma == "have" and not infinitive:
        return NONE
    reported = lemma in words("saying_verbs") or lemma in words("thinking_verbs")
    if parent.kind == "passive" and link == "xcomp" and reported:
        effect = _effect(table("modality_verbs").get(lemma, ""))
        return effect if effect != NONE else ("possible", False)  # "is said to have"
    return _effect(table("modality_clauses" if link == "ccomp" and not infinitive else "modality_verbs").get(lemma, ""))
