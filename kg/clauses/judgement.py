"""Polarity and modality of a clause, through what it is embedded in: "denied that he had agreed to sell" sells nothing.

Its own negation and auxiliaries first, then what the governor does (see `government`), then conditions.
"""

from __future__ import annotations

from kg.clauses.clause import Clause
from kg.clauses.government import governing, modality_of
from kg.lexicon import table, words
from kg.model import Modality
from kg.tree import Word

WOULD = frozenset({"would", "'d"})
BEFORE_AND_AFTER = frozenset({"after", "before", "on", "upon", "when"})
HYPOTHETICAL = WOULD | {"could", "might"}


def judge(clause: Clause) -> None:
    """Give the clause its polarity and modality."""
    word, parent = clause.head, clause.parent
    negative, modality = _negated(word), _auxiliary_modality(clause)
    if parent is not None:
        negative, modality = _embedded(clause, parent, negative, modality)
    if _rather_than(word):
        negative = not negative
    if _is_condition(word):
        modality = "conditional"
    if (
        parent is not None
        and modality == "asserted"
        and word.is_infinitive
        and not clause.merged
        and parent.lemma not in words("implicative_verbs")
        and not clause.governors
    ):
        modality = "planned"  # what somebody is to do is not yet done
    if modality == "conditional" and clause.link in ("ccomp", "conj", "acl") and _backshifted(clause):
        modality = "planned"
    clause.negative, clause.modality = negative, modality


def _embedded(clause: Clause, parent: Clause, negative: bool, modality: Modality) -> tuple[bool, Modality]:
    """Polarity and modality when the clause is part of another."""
    link, infinitive = clause.link, clause.head.is_infinitive
    effect, flips = governing(clause, parent)
    if link in ("xcomp", "acl", "pcomp", "relcl") or (link in ("ccomp", "advcl") and infinitive):
        if link in ("xcomp", "ccomp") or (link == "pcomp" and clause.merged):
            flips ^= parent.negative
        modality = _inherited(clause, parent, modality, effect)
    elif link == "ccomp" and effect != "asserted" and modality == "asserted":
        modality = effect
    elif link == "conj" and not clause.own_subject:
        negative, modality = _coordinated(clause, parent, negative, modality)
    if link in ("ccomp", "csubj") and parent.kind == "copula":
        flips, modality = _by_truth(parent, flips, modality)
    if link == "ccomp":
        flips, modality = _reported(clause, parent, flips, modality)
    return negative ^ flips, modality


def _by_truth(parent: Clause, flips: bool, modality: Modality) -> tuple[bool, Modality]:
    """What is said of the clause as a whole: "it is not true that", "it is a lie that", "it is possible that"."""
    said = parent.head.child("acomp", "attr")
    if said is None:
        return flips, modality
    if said.lemma in words("true_adjectives" if parent.negative else "false_adjectives"):
        return True, modality
    doubt = modality_of(table("modality_adjectives").get(said.lower, ""))
    return flips, doubt if doubt == "possible" else modality


def _reported(clause: Clause, parent: Clause, flips: bool, modality: Modality) -> tuple[bool, Modality]:
    """What a verb of saying, thinking or asking leaves of the clause when it is denied, doubted or a question."""
    asked = any(c.lower in ("whether", "if") and c.dep in ("mark", "advmod") for c in clause.head.children)
    if asked or parent.lemma in words("doubt_verbs"):
        return flips, "possible"
    if not parent.negative:
        return flips, modality
    if parent.lemma in words("denial_verbs"):
        return False, "possible"  # "did not deny that"
    if parent.lemma in words("thinking_verbs"):
        return not flips, modality
    return flips, "possible" if modality == "asserted" and parent.lemma in words("saying_verbs") else modality


def _inherited(clause: Clause, parent: Clause, modality: Modality, effect: Modality) -> Modality:
    """The modality of what is no sentence: its own, else what the governor makes of it, else that of the governor."""
    inherits = {
        "relcl": False,
        "acl": clause.head.is_infinitive,
        "pcomp": clause.merged or (clause.head.head is not None and clause.head.head.lower in BEFORE_AND_AFTER),
    }.get(clause.link, True)
    if inherits and parent.modality == "conditional":
        return "conditional"
    if modality != "asserted" or effect != "asserted":
        return effect if modality == "asserted" else modality
    return parent.modality if inherits else "asserted"


def _coordinated(clause: Clause, parent: Clause, negative: bool, modality: Modality) -> tuple[bool, Modality]:
    """A verb coordinated with another stands under what governs the first: "did not see or hear"."""
    word, first = clause.head, parent.head
    if any(c.lower != "to" for c in word.kids("aux", "auxpass")):
        return negative, modality
    if parent.link in ("xcomp", "acl", "pcomp") and not _negated(first) and word.tag == first.tag:
        negative, modality = parent.negative, parent.modality
    if word.tag in ("VB", first.tag):
        modality = parent.modality if modality == "asserted" else modality
        negative = negative or (parent.negative and _or_conjoined(word))
    return negative, modality


def _is_condition(word: Word) -> bool:
    return any(child.dep == "mark" and child.lower in words("conditional_markers") for child in word.children)


def _backshifted(clause: Clause) -> bool:
    """Is a "would" the "will" of reported speech ("said it would supply"), there being no condition?"""
    would = any(c.dep == "aux" and c.lower in WOULD for c in clause.head.children)
    reporting = clause.parent
    while reporting is not None and clause.link == "conj":
        clause, reporting = reporting, reporting.parent
    if reporting is None or clause.link not in ("ccomp", "acl") or reporting.head.tag not in ("VBD", "VBN"):
        return False
    return would and not any(c.dep == "advcl" and _is_condition(c) for c in clause.head.children)


def _negated(word: Word) -> bool:
    """Do its own words deny it: "not", "no longer", "never", "under no circumstances"?"""
    if any(c.lower == "longer" and any(g.lower == "no" for g in c.children) for c in word.children):
        return True
    if any(c.lower == "whether" for c in word.children):
        return False  # "whether or not"
    return any(
        (c.dep == "neg" and not _only(word, c))
        or (c.dep == "prep" and _in_no_case(c))
        or (
            c.lower in words("negation_words")
            and c.dep in ("advmod", "preconj", "cc")
            and c.i < word.i
            and not _only(word, c)
        )
        for c in word.children
    )


def _only(word: Word, negation: Word) -> bool:
    """Is it the "not" of "not only", which denies nothing?"""
    near = (*word.children, *negation.children)
    return any(c.lower in ("only", "just", "merely", "simply") and c.i == negation.i + 1 for c in near)


def _in_no_case(preposition: Word) -> bool:
    """Is it "under no circumstances", "at no time"?"""
    noun = preposition.child("pobj")
    if noun is None or noun.lemma not in words("no_circumstances"):
        return False
    determiner = noun.child("det")
    return determiner is not None and determiner.lower == "no"


def _rather_than(word: Word) -> bool:
    """Is it the act that is not done: "rather than recall"?"""
    if any(c.lower == "than" and any(g.lower == "rather" for g in c.children) for c in word.children):
        return True
    head = word.head
    if head is not None and head.lower == "than" and word.dep == "pcomp":
        return any(c.lower == "rather" for c in head.children)
    before = {c.lower for c in word.children if c.i < word.i}
    return "than" in before and "rather" in before


def _or_conjoined(word: Word) -> bool:
    head = word.head
    return head is not None and any(c.dep == "cc" and c.lower in ("or", "nor") for c in head.children)


def _auxiliary_modality(clause: Clause) -> Modality:
    """What auxiliaries and adverbs of the verb itself say: "may", "must", "reportedly"."""
    found: Modality = "asserted"
    word = clause.head
    if word.is_infinitive and word.head is None:
        return "planned"  # a headline: "Airline to buy twenty jets"
    if word.is_infinitive and clause.own_subject and any(c.dep == "mark" and c.lower == "for" for c in word.children):
        return "possible"  # "it is common for patients to have issues"
    for child in word.children:
        value = None
        if child.dep == "aux" and child.tag == "MD":
            value = table("modality_auxiliaries").get(child.lower)
        elif child.dep == "advmod" and found == "asserted":
            value = table("modality_adverbs").get(child.lower)
        if value:
            found = modality_of(value)
    return found


def apply_conditions(found: list[Clause]) -> None:
    """A main clause with "would" or "could" that has a condition is conditional itself."""
    for clause in found:
        parent = clause.parent
        if (
            parent is not None
            and clause.modality == "conditional"
            and clause.link == "advcl"
            and any(c.dep == "aux" and c.lower in HYPOTHETICAL for c in parent.head.children)
        ):
            parent.modality = "conditional"
