"""What a governor makes of the clause in it: "hopes to sell" desires, "failed to sell" denies, "the plan to sell".

The governor is a preposition, a noun, an adjective or a verb; the word lists of modality say what each does.
"""

from __future__ import annotations

from kg.clauses.clause import REAL, Clause, Effect
from kg.clauses.standing import effect_of, hanging, is_none, is_shared, modality_of
from kg.lexicon import table, words
from kg.tree import NOMINAL, Word

NEGATIVE_PREPOSITIONS = frozenset({"without", "instead", "against"})
FOUND = frozenset({"demonstrate", "discover", "find", "know", "observe", "see", "show"})
TIME_OF_ACT = frozenset({"after", "before", "since", "when", "while"})
DENIES: Effect = ("asserted", True)


def governing(clause: Clause, parent: Clause) -> Effect:
    """What the governing verb, adjective, noun or preposition does to a clause that is part of it."""
    holder = clause.head.head
    if clause.link == "conj" or (clause.link == "advcl" and not clause.head.is_infinitive):
        return REAL  # "is impossible because Peru has sold the ships", "are unlikely to help and would annoy him"
    if clause.link == "pcomp" and holder is not None:
        outer = holder.head
        if holder.lower in NEGATIVE_PREPOSITIONS or (outer is not None and outer.lower == "instead"):
            return DENIES
        if outer is not None and outer.lower in words("negative_adjectives"):
            return _by_adjective(outer)
        if holder.lower in TIME_OF_ACT and outer is parent.head:
            return REAL
        if parent.lemma in words("accusing_verbs") and outer is parent.head:
            return "possible", False
        vain = outer.child("dobj") if outer is parent.head else None
        holder = vain if vain is not None and is_none(vain) and vain.i < clause.head.i else outer
    if holder is None:
        return REAL
    if holder.pos in NOMINAL:
        return _by_noun(clause, parent, holder)
    if holder.pos in ("ADJ", "ADV"):
        return _by_adjective(holder)
    if holder is parent.head and parent.kind == "copula":
        return _by_copula(clause, parent)
    if clause.link == "xcomp" and (said := parent.head.child("acomp", "oprd")) is not None and said.i < clause.head.i:
        effect = _by_adjective(said)  # "seemed insufficient to convince"
        if effect != REAL:
            return effect
    return _by_verb(clause, parent)


def _by_noun(clause: Clause, parent: Clause, noun: Word) -> Effect:
    word, link = clause.head, clause.link
    mark = word.child("mark")
    that = mark is not None and ((link == "acl" and mark.lower != "as") or (link == "relcl" and mark.lower == "that"))
    gerund = link == "pcomp"
    if not that and not gerund and not word.is_infinitive:
        return hanging(word, noun, parent)
    entry = table("modality_nouns").get(noun.lemma, "")
    if noun.lemma in words("negative_nouns") and word.is_infinitive:
        return DENIES
    if is_none(noun):
        if that and noun.lemma in words("uncertain_nouns"):
            return "possible", False
        if noun.lemma not in words("sure_doubts") and (not gerund or entry or noun.lemma in words("pointless_nouns")):
            return modality_of(entry), True  # "no plans to", "no point in"
    if word.is_infinitive and parent.lemma == "lack":
        return "planned", True  # "lacks the money to buy"
    if that and (noun.lemma in words("false_adjectives") or _is_dismissed(noun, parent)):
        return DENIES  # "the myth that", "denied reports that"
    if that and is_shared(noun, parent):
        return REAL
    if not entry and link in ("acl", "pcomp", "relcl") and word.is_infinitive:
        entry = "planned"
    elif not entry and (
        noun.lemma in words("reporting_nouns")
        or (that and noun.lemma in words("doctrine_nouns"))
        or (gerund and noun.lemma in words("eventuality_nouns"))
    ):
        entry = "possible"  # "charges that they are involved", "stories about their being involved"
    return effect_of(entry)


def _is_dismissed(noun: Word, parent: Clause) -> bool:
    return noun.dep == "dobj" and parent.lemma in words("dismissing_verbs")


def _by_adjective(adjective: Word) -> Effect:
    entry = table("modality_adjectives").get(adjective.lower, "")
    degrees = {c.lower for c in adjective.children if c.dep == "advmod"}
    if "too" in degrees and not degrees & {"all", "only"}:
        return "possible", True  # "too weak to buy"
    if adjective.lower in words("negative_adjectives"):
        return modality_of(entry), True
    if "enough" in degrees and adjective.lower not in words("kind_adjectives"):
        return "possible", False  # "strong enough to buy"
    return effect_of(entry)


def _by_copula(clause: Clause, parent: Clause) -> Effect:
    """What the complement does ("is ready to sell"), else what the subject does ("the plan is to sell")."""
    adjective = parent.head.child("acomp")
    found = _by_adjective(adjective) if adjective is not None else REAL
    if adjective is None and clause.link == "xcomp" and clause.head.is_infinitive and parent.head.child("attr") is None:
        entries = (table("modality_nouns").get(subject.lemma) for subject in parent.subjects)
        return effect_of(next(filter(None, entries), "planned"))
    return found


def _by_verb(clause: Clause, parent: Clause) -> Effect:
    lemma, link, infinitive = parent.lemma, clause.link, clause.head.is_infinitive
    if lemma in words("negative_verbs") and link in ("xcomp", "pcomp"):
        return DENIES
    if lemma in words("denial_verbs") and link in ("ccomp", "xcomp", "pcomp"):
        return DENIES
    if lemma == "lack" and infinitive:
        return "planned", True  # "lacks the money to buy"
    if parent.head.lower == "going" and link == "xcomp" and infinitive:
        return "planned", False  # "is going to buy"
    if link == "advcl" and infinitive:
        asks = lemma in words("object_control_verbs") and lemma != "have" and parent.slot("object") is not None
        effect = effect_of(table("modality_verbs").get(lemma, "")) if asks else REAL
        return effect if effect != REAL else ("planned", False)
    if lemma == "have" and not infinitive:
        return REAL
    if lemma == "have" and parent.slot("object") is not None:
        return parent.modality if parent.modality != "asserted" else "planned", False  # "have a meeting to discuss it"
    reported = lemma in words("saying_verbs") or lemma in words("thinking_verbs")
    if link == "ccomp" and _is_told(clause.head, parent):
        return "possible", False
    if link == "xcomp" and clause.kind == "copula" and infinitive and lemma == "understand":
        return "possible", False  # "which he understood to be an opinion"
    if parent.kind == "passive" and link == "xcomp" and reported:
        effect = effect_of(table("modality_verbs").get(lemma, ""))
        return effect if effect != REAL or lemma in FOUND else ("possible", False)  # "is said to have"
    if lemma == "assure" and link == "ccomp" and parent.slot("object") is None and parent.slot("recipient") is None:
        return "planned", False  # "measures to assure that the port is open", but not "assured Peru that it is"
    return effect_of(
        table("modality_clauses" if link == "ccomp" and not infinitive else "modality_verbs").get(lemma, "")
    )


def _is_told(word: Word, parent: Clause) -> bool:
    """Is it the content of a report that is made, with nobody making it: "allegations were made that Peru sold it"?"""
    made = parent.kind == "passive" or parent.lemma == "make"
    that = any(c.lower == "that" for c in word.kids("mark"))
    return made and that and any(s.pos == "NOUN" and s.lemma in words("reporting_nouns") for s in parent.subjects)
